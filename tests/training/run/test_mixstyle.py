"""Styles are traded in training only, and nothing of it stays in a network."""

import copy

import pytest
import torch

from cxr_desktop.engine.architectures import ARCHITECTURES
from tests.training.small_runs import SIZE, loop_in, recipe_of, same_weights, stopping_after
from training.recipe_file import RecipeError
from training.run import mixstyle
from training.run.initial_weights import network_of
from training.run.mixstyle import _Mix, mix_styles
from training.run.run_folder import LAST

IMAGES = torch.randn((6, 1, SIZE, SIZE), generator=torch.Generator().manual_seed(2))


def mixing(p=1.0):
    recipe = recipe_of(augment={"mixstyle_p": p})
    torch.manual_seed(0)
    network = network_of(recipe)
    mix_styles(network, recipe)
    return network


@pytest.mark.parametrize("name", sorted(ARCHITECTURES))
def test_every_backbone_has_its_first_stages(name):
    side = 32 if name.startswith("scnnb") else 256
    recipe = recipe_of(
        network={"backbone": name, "weights": "none"},
        preprocess={"height": side, "width": side, "channels": 1, "mean": [0.5], "std": [0.25]},
    )
    sides = []
    with torch.device("meta"):  # shapes only
        network = network_of(recipe).eval()
        for stage in mixstyle._STAGES[name]:
            module = network.get_submodule(f"backbone.{stage}")
            module.register_forward_hook(lambda m, i, maps: sides.append(maps.shape[-1]))
        network(torch.empty(1, 1, side, side))
    # Without padding a stage ends a little smaller.
    steps = [round(side / found) for found in sides]
    assert steps in ([[2]] if name.startswith("scnnb") else [[4, 8], [4, 9]])


def test_mean_and_spread_of_a_map_are_mixed_with_those_of_another_image():
    mix, module = _Mix(1.0), torch.nn.Identity().train()
    maps = torch.stack([torch.full((2, 5, 5), float(k)) + torch.randn(2, 5, 5) for k in range(4)])
    torch.manual_seed(1)
    mixed = mix(module, None, maps)
    before, after = maps.mean(dim=(2, 3)), mixed.mean(dim=(2, 3))
    assert not torch.allclose(before, after)
    assert float(before.min()) - 1e-4 <= float(after.min())
    assert float(after.max()) <= float(before.max()) + 1e-4
    # What is where stays: each map is still a straight line of what it was.
    for one, other in zip(maps.flatten(0, 1), mixed.flatten(0, 1), strict=True):
        assert float(torch.corrcoef(torch.stack([one.ravel(), other.ravel()]))[0, 1]) > 0.999


def test_a_network_that_serves_mixes_nothing_and_stores_nothing():
    network, plain = mixing(), network_of(recipe_of())
    assert network.state_dict().keys() == plain.state_dict().keys()
    plain.load_state_dict(network.state_dict())
    network.eval(), plain.eval()
    with torch.no_grad():
        assert torch.equal(network(IMAGES), plain(IMAGES))
        assert torch.equal(copy.deepcopy(network)(IMAGES), plain(IMAGES))


def test_the_chance_decides_by_batch():
    with torch.no_grad():
        for p, changes in ((0.0, False), (1.0, True)):
            network, plain = mixing(p), network_of(recipe_of())
            plain.load_state_dict(network.state_dict())
            network.backbone.train(), plain.backbone.train()
            torch.manual_seed(3)
            with_styles = network.backbone(IMAGES)
            torch.manual_seed(3)
            assert torch.equal(with_styles, plain.backbone(IMAGES)) is not changes


def test_a_stopped_run_that_mixes_goes_on_bit_by_bit(tmp_path):
    recipe = recipe_of(augment={"mixstyle_p": 0.5}, ema_decay=0.9)
    assert loop_in(tmp_path / "whole", recipe).run()
    assert not stopping_after(loop_in(tmp_path / "parts", recipe), 3).run()
    assert loop_in(tmp_path / "parts", recipe).run()
    assert same_weights(tmp_path / "whole" / LAST, tmp_path / "parts" / LAST)


def test_a_cut_backbone_is_refused():
    recipe = recipe_of(augment={"mixstyle_p": 0.5}, network={"backbone": "gate_cnn", "weights": "none", "cut": "relu7"})
    with pytest.raises(RecipeError, match="not cut"):
        mix_styles(network_of(recipe), recipe)
