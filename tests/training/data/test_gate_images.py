"""A gate learns from chests in every quarter turn, and from more of what is no chest."""

from dataclasses import replace

import numpy as np
import pytest

from tests.training.conftest import small_recipe
from tests.training.sources import class_folders
from training.data import gate_images
from training.data.dataset import open_dataset
from training.data.gate_images import GateImages
from training.data.pixel_cache import PixelCache
from training.data.sample import FRONTAL, LATERAL, NOT_CHEST
from training.data.splits import of_split


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gate")
    class_folders(folder, {FRONTAL: 12, LATERAL: 12, NOT_CHEST: 12})
    recipe = small_recipe()
    recipe = replace(recipe, role="gate", data=replace(recipe.data, classes=(FRONTAL, LATERAL, NOT_CHEST), positive=""))
    train = of_split(open_dataset(folder, recipe, verify=False).samples, "train")
    return recipe, train, PixelCache.open(folder, [s.file for s in train], tmp_path_factory.mktemp("cache"))


def _with(recipe, **augment):
    return replace(recipe, augment=replace(recipe.augment, **augment))


@pytest.mark.parametrize("label", [FRONTAL, LATERAL, NOT_CHEST])
def test_every_class_is_turned(shown, label, monkeypatch):
    recipe, train, cache = shown
    upright = []

    def watched(codes, spec, augment, size, rng, upright_, **_):
        upright.append(upright_)
        return np.zeros((1, 1, 1), np.float32)

    monkeypatch.setattr(gate_images, "augmented_input", lambda *a, upright: watched(*a, upright))
    images = GateImages(_with(recipe, quarter_turn_p=1.0), train, cache)
    images.changed(next(s for s in train if s.label == label), 0)
    assert upright == [False]


def test_only_what_is_no_chest_is_estranged(shown, monkeypatch):
    recipe, train, cache = shown
    made = []

    def watched(picture, chest, other, rng):
        made.append((chest().shape, other().shape))
        return picture

    monkeypatch.setattr(gate_images, "estranged", watched)
    images = GateImages(_with(recipe, estranged_p=1.0), train, cache)
    for label in (FRONTAL, LATERAL, NOT_CHEST):
        images.changed(next(s for s in train if s.label == label), 0)
    assert len(made) == 1


def test_the_same_place_of_an_epoch_shows_the_same(shown):
    recipe, train, cache = shown
    one, two = (GateImages(_with(recipe, estranged_p=0.7), train, cache) for _ in range(2))
    assert all((one[n][0] == two[n][0]).all() and one[n][1] == two[n][1] for n in range(len(one)))
