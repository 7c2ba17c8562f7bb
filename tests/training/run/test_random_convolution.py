"""A random filter changes the texture of a training batch, and nothing else that a reader would notice."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from tests.training.small_runs import SIZE, loop_in, recipe_of, same_weights, stopping_after
from training.run.initial_weights import network_of
from training.run.random_convolution import filter_batches, randomly_filtered
from training.run.run_folder import LAST


def films(seed: int = 0, channels: int = 1) -> torch.Tensor:
    coarse = torch.randn(6, channels, 8, 8, generator=torch.Generator().manual_seed(seed))
    return functional.interpolate(coarse, size=(48, 40), mode="bicubic")


def filtered(images: torch.Tensor, seed: int) -> torch.Tensor:
    torch.manual_seed(seed)
    return randomly_filtered(images)


def likeness(one: torch.Tensor, other: torch.Tensor) -> float:
    return float(torch.corrcoef(torch.stack([one.ravel(), other.ravel()]))[0, 1])


@pytest.mark.parametrize("seed", range(12))
def test_the_mean_stays_the_spread_does_not_grow_and_bright_stays_bright(seed: int) -> None:
    before = films(seed)
    after = filtered(before, seed)
    assert after.shape == before.shape
    assert after.dtype == before.dtype
    assert float(after.mean()) == pytest.approx(float(before.mean()), abs=1e-4)
    assert float(after.std()) <= float(before.std()) * 1.001
    assert likeness(before, after) > 0.2


def test_the_same_draw_gives_the_same_batch_and_another_draw_another() -> None:
    before = films()
    assert torch.equal(filtered(before, 3), filtered(before, 3))
    assert not torch.allclose(filtered(before, 3), filtered(before, 4), atol=1e-3)


def test_a_whole_batch_has_one_filter() -> None:
    one = films()[:1]
    after = filtered(one.repeat(4, 1, 1, 1), 5)
    assert torch.allclose(after, after[:1].expand_as(after), atol=1e-6)


def test_every_channel_has_the_same_filter() -> None:
    after = filtered(films().repeat(1, 3, 1, 1), 5)
    assert torch.allclose(after, after[:, :1].expand_as(after), atol=1e-6)


def test_most_draws_change_the_texture() -> None:
    grain = torch.rand(2, 1, 64, 64, generator=torch.Generator().manual_seed(1))
    assert sum(likeness(grain, filtered(grain, seed)) < 0.95 for seed in range(40)) > 20


def test_a_flat_batch_stays_as_it_is() -> None:
    flat = torch.full((2, 1, 20, 20), 0.4)
    assert torch.equal(filtered(flat, 0), flat)


def test_the_layout_of_the_batch_stays() -> None:
    images = films(channels=3).contiguous(memory_format=torch.channels_last)
    assert filtered(images, 1).is_contiguous(memory_format=torch.channels_last)


@pytest.mark.parametrize(("p", "changes"), [(0.0, False), (1.0, True)])
def test_the_network_sees_filtered_batches_in_training_only_and_stores_nothing_of_it(p: float, changes: bool) -> None:
    recipe = recipe_of(augment={"filter_p": p})
    torch.manual_seed(0)
    network, plain = network_of(recipe), network_of(recipe_of())
    plain.load_state_dict(network.state_dict())
    filter_batches(network, recipe)
    assert network.state_dict().keys() == plain.state_dict().keys()
    images = torch.randn((6, 1, SIZE, SIZE), generator=torch.Generator().manual_seed(2))
    with torch.no_grad():
        network.eval(), plain.eval()
        assert torch.equal(network(images), plain(images))
        network.train(), plain.train()
        torch.manual_seed(3)
        with_filter = network(images)
        torch.manual_seed(3)
        assert torch.equal(with_filter, plain(images)) is not changes


def test_a_stopped_run_that_filters_goes_on_bit_by_bit(tmp_path) -> None:
    recipe = recipe_of(augment={"filter_p": 0.5}, ema_decay=0.9)
    assert loop_in(tmp_path / "whole", recipe).run()
    assert not stopping_after(loop_in(tmp_path / "parts", recipe), 3).run()
    assert loop_in(tmp_path / "parts", recipe).run()
    assert same_weights(tmp_path / "whole" / LAST, tmp_path / "parts" / LAST)
