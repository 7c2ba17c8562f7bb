"""Normalisation that exists while training only leaves the plain network behind, and the same answers."""

from __future__ import annotations

import copy

import pytest
import torch
from torch import nn

from tests.training.small_runs import loop_in, recipe_of
from training.run.checkpoints import read_state
from training.run.folded_norm import NormalisedConv, fold, normalise
from training.run.initial_weights import classifier_of
from training.run.run_folder import BEST, StoredRun, plain_weights

SQUEEZENET = {"backbone": "squeezenet1_0", "weights": "none", "train_norm": True}


def images(count: int = 4) -> torch.Tensor:
    return torch.randn((count, 1, 64, 64), generator=torch.Generator().manual_seed(1))


def plain() -> nn.Module:
    torch.manual_seed(0)
    return classifier_of(recipe_of(network=SQUEEZENET))


def test_folded_convolutions_answer_as_the_normalised_ones_and_have_the_plain_names() -> None:
    network, names = plain(), list(plain().state_dict())
    normalise(network.backbone)
    network.train()
    for _ in range(3):
        network(images() * 2 + 0.3)  # running statistics that are not those of the start
    network.eval()
    with torch.no_grad():
        before = network(images())
        fold(network.backbone)
        after = network.eval()(images())
    assert list(network.state_dict()) == names
    assert not any(isinstance(m, (NormalisedConv, nn.BatchNorm2d)) for m in network.modules())
    assert torch.allclose(before, after, atol=1e-4)
    assert not torch.allclose(before[0], before[1], atol=1e-3)


def test_a_convolution_without_bias_gets_one() -> None:
    layers = nn.Sequential(nn.Conv2d(1, 3, 3, bias=False))
    normalise(layers)
    layers.train()(images())
    before = layers.eval()(images())
    fold(layers)
    assert layers[0].bias is not None
    assert torch.allclose(before, layers(images()), atol=1e-5)


def test_a_backbone_that_is_normalised_already_stays_as_it_is() -> None:
    network = classifier_of(recipe_of())
    names = list(network.state_dict())
    normalise(network.backbone)
    assert list(network.state_dict()) == names


@pytest.mark.parametrize("decay", [0.0, 0.9])
def test_a_run_keeps_its_normalised_weights_and_publishes_plain_ones(tmp_path, decay) -> None:
    recipe = recipe_of(
        network=SQUEEZENET,
        ema_decay=decay,
        preprocess={"height": 64, "width": 64, "channels": 1, "mean": [0.5], "std": [0.25]},
    )
    loop = loop_in(tmp_path, recipe)
    loop.run()
    run = StoredRun(tmp_path, recipe, tmp_path, "", tmp_path, [], read_state(tmp_path / BEST))
    network = classifier_of(recipe)
    weights = plain_weights(run, network)
    assert set(weights) == set(network.state_dict())
    trained = copy.deepcopy(network)
    normalise(trained.backbone)
    trained.load_state_dict(run.state["network"])
    network.load_state_dict(weights)
    with torch.no_grad():
        assert torch.allclose(trained.eval()(images()), network.eval()(images()), atol=1e-4)
