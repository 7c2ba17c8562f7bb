"""Image sets by name: the digits everywhere, the others where they can be fetched."""

from collections import Counter
from pathlib import Path
from urllib.error import URLError

import numpy as np
import pytest
from PIL import Image

from tests.training.sources import noise
from training.data import image_sets
from training.data.dataset import open_dataset, resolve
from training.data.pixel_cache import PixelCache
from training.data.sample import DataError
from training.events import Events
from training.recipe_file import read_recipe


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """Written once for the tests of this file."""
    return tmp_path_factory.mktemp("sets")


@pytest.fixture
def cache_folder(stored, monkeypatch):
    monkeypatch.setenv("CXR_TRAINING_CACHE", str(stored))
    return stored


def test_the_digits_become_a_data_set_of_ten_classes(cache_folder):
    recipe = read_recipe("s3_scnnb")
    dataset = open_dataset(Path("digits"), recipe, verify=False)
    assert dataset.kind == "image set"
    assert dataset.classes == tuple("0123456789")
    assert len(dataset.samples) == 1797
    counts = Counter(s.split for s in dataset.samples)
    assert [counts[s] / 1797 for s in ("train", "val", "test")] == pytest.approx([0.7, 0.1, 0.2], abs=0.005)
    assert not dataset.problems
    assert resolve(recipe, dataset).classes == dataset.classes
    picked = [s for s in dataset.samples if s.label == "7"][:3]
    cache = PixelCache.for_recipe(recipe, dataset.root, [s.file for s in picked])
    assert all(cache[s.file].shape == (28, 28) for s in picked)


def test_the_digits_are_written_once(cache_folder, monkeypatch):
    open_dataset(Path("digits"), read_recipe("s3_scnnb"), verify=False)
    monkeypatch.setattr(image_sets, "_digits", lambda: pytest.fail("written again"))
    assert len(image_sets.list_images("digits").rows) == 1797


class _Fetched:
    classes = ("0 - zero", "T-shirt/top")

    def __init__(self, folder, train, download):
        assert download
        self._pictures = [
            (Image.fromarray(np.stack([noise(n + 100 * train + k, 32, 32) for k in range(3)], axis=2)), n % 2)
            for n in range(8)
        ]

    def __iter__(self):
        return iter(self._pictures)


def test_a_set_of_torchvision_keeps_its_test_split(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("torchvision.datasets.CIFAR10", _Fetched)
    dataset = open_dataset(Path("cifar10"), read_recipe("s3_scnnb_cifar10"), Events())
    assert "downloading cifar10" in capsys.readouterr().out
    counts = Counter((s.label, s.split) for s in dataset.samples)
    assert counts["0", "test"] == counts["t_shirt_or_top", "test"] == 4
    assert {split for _, split in counts} == {"train", "val", "test"}
    cache = PixelCache.for_recipe(read_recipe("s3_scnnb_cifar10"), dataset.root, [dataset.samples[0].file])
    assert cache[dataset.samples[0].file].shape == (32, 32, 3)


@pytest.mark.parametrize("fault", [URLError("no network"), RuntimeError("Error downloading train-images")])
def test_offline_says_what_still_works(monkeypatch, fault, private_home):
    def fail(*_args, **_options):
        raise fault

    monkeypatch.setattr("torchvision.datasets.MNIST", fail)
    with pytest.raises(DataError, match="mnist could not be downloaded; try again online, or use the digits"):
        image_sets.list_images("mnist")
    assert not list(private_home.rglob("*.new"))


def test_half_a_set_never_looks_like_one(cache_folder, tmp_path, monkeypatch):
    monkeypatch.setenv("CXR_TRAINING_CACHE", str(tmp_path))

    def broken():
        yield "", "1", noise(1)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(image_sets, "_digits", broken)
    with pytest.raises(DataError, match="cannot be stored: No space left"):
        image_sets.list_images("digits")
    assert not list(tmp_path.rglob("*.png"))
