"""Lungs are looked for once per image and model, and again where either has changed."""

import json
import os

import numpy as np
import pytest
from PIL import Image

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.engine import lung_finder
from cxr_desktop.paths import resources_dir
from tests.training.conftest import small_recipe
from tests.training.sources import write_png
from training.data.lung_fields import find_fields, lungs_model
from training.data.pixel_cache import PixelCache
from training.data.sample import DataError
from training.events import Events

BUNDLED = str(resources_dir() / "checkpoints" / "lungs")
FILES = ["0.png", "1.png", "2.png"]


class Finder:
    """In place of the network: lungs in the middle of what has contrast; it counts who asks."""

    asked = 0

    def __init__(self, folder, card):
        self.card = card

    def find(self, grey):
        type(self).asked += 1
        if np.ptp(grey) < 50:
            return None
        cells = np.zeros((8, 8), np.uint8)
        cells[2:6, 2:6] = 2
        return LungField(8, 8, cells.tobytes(), Affine(a=grey.shape[1] / 8, e=grey.shape[0] / 8))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("CXR_TRAINING_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(lung_finder, "LungFinder", Finder)
    monkeypatch.setattr(Finder, "asked", 0)
    for n in (0, 1):
        write_png(tmp_path / FILES[n], n)
    Image.fromarray(np.arange(40 * 48, dtype=np.uint8).reshape(40, 48) % 30).save(tmp_path / FILES[2])
    return tmp_path


def cache_of(folder):
    return PixelCache.open(folder, FILES)


def test_lungs_are_found_once_and_read_from_disk_afterwards(folder):
    first = find_fields(BUNDLED, cache_of(folder), FILES)
    assert Finder.asked == 3
    assert first["2.png"] is None
    assert first["0.png"].to_source == Affine(a=6.0, e=5.0)
    assert find_fields(BUNDLED, cache_of(folder), FILES) == first
    assert Finder.asked == 3


def test_only_a_file_that_changed_is_looked_at_again(folder):
    find_fields(BUNDLED, cache_of(folder), FILES)
    write_png(folder / FILES[1], 77)
    os.utime(folder / FILES[1], ns=(1, 1))
    find_fields(BUNDLED, cache_of(folder), FILES)
    assert Finder.asked == 4


@pytest.mark.parametrize("damage", ["", "[]", '{"0.png": {"stamp": 3}}', "\0"])
def test_a_damaged_file_costs_time_and_nothing_else(folder, damage):
    first = find_fields(BUNDLED, cache_of(folder), FILES)
    (store,) = (folder / "cache").glob("*/lungs-*.json")
    store.write_text(damage)
    assert find_fields(BUNDLED, cache_of(folder), FILES) == first
    assert Finder.asked == 6
    assert len(json.loads(store.read_text())) == 3


def test_images_without_lungs_are_counted_in_a_warning(folder, capsys):
    find_fields(BUNDLED, cache_of(folder), FILES, Events(echo="words"))
    assert "lungs were not found in 1 of 3 images; the middle of these pictures is used" in capsys.readouterr().out


def test_a_recipe_of_lungs_gets_them_with_the_pixels_and_others_do_not(folder):
    recipe = small_recipe("preprocess.region=lungs", f"data.lungs={BUNDLED}")
    cache = PixelCache.for_recipe(recipe, folder, FILES)
    assert cache.lungs("0.png") is not None
    assert cache.lungs("2.png") is None
    assert PixelCache.for_recipe(small_recipe(), folder, FILES).lungs("0.png") is None
    assert Finder.asked == 3


def test_a_name_that_is_no_lungs_model_is_refused_in_plain_words(folder):
    assert lungs_model("lungs").name == "lungs"
    with pytest.raises(DataError, match="no lungs model called nothing"):
        lungs_model("nothing")
    with pytest.raises(DataError, match="does not find lungs"):
        find_fields(str(resources_dir() / "checkpoints" / "gate"), cache_of(folder), FILES)
