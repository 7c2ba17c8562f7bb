"""Pixels are decoded once, survive crashes and full disks, and go to workers without being carried."""

import errno
import pickle

import numpy as np
import pytest

from tests.training.conftest import small_recipe
from tests.training.sources import class_folders, noise, write_png
from training.data import drawings
from training.data.pixel_cache import PixelCache, PixelStore, limit_for
from training.data.pixel_segments import INDEX, Segment, load_index
from training.data.reading import read_grey
from training.data.sample import DataError
from training.recipe_file import read_recipe

FILES = ["a/000.png", "a/001.png", "b/000.png"]


@pytest.fixture
def data(tmp_path):
    return class_folders(tmp_path / "data", {"a": 2, "b": 1})


def test_the_cache_returns_the_pixels_of_the_files(data, tmp_path):
    cache = PixelCache.open(data, FILES, tmp_path / "cache")
    again = PixelCache.open(data, FILES, tmp_path / "cache")
    for file in FILES:
        assert (cache[file] == read_grey(data / file)).all()
        assert (again[file] == cache[file]).all()
        assert not cache[file].flags.writeable
    assert len(list(tmp_path.rglob("*.bin"))) == 1


def test_drawings_are_kept_like_files(data, tmp_path):
    file = f"{drawings.PREFIX}noise/7"
    cache = PixelCache.open(data, [*FILES, file], tmp_path / "cache")
    assert (cache[file] == drawings.draw("noise", 7)).all()


def test_a_new_file_is_added_and_the_others_stay(data, tmp_path, monkeypatch):
    PixelCache.open(data, FILES, tmp_path / "cache")
    write_png(data / "b" / "new.png", 77)
    read = []

    def counted(path, *rest):
        read.append(path.name)
        from training.data.reading import read_picture

        return read_picture(path, *rest)

    monkeypatch.setattr("training.data.pixel_cache.read_picture", counted)
    cache = PixelCache.open(data, [*FILES, "b/new.png"], tmp_path / "cache")
    assert read == ["new.png"]
    assert (cache["b/new.png"] == noise(77)).all()
    assert (cache["a/000.png"] == read_grey(data / "a/000.png")).all()


def test_a_cache_in_several_segments(data, tmp_path, monkeypatch):
    monkeypatch.setattr("training.data.pixel_cache._SEGMENT_BYTES", 1000)
    cache = PixelCache.open(data, FILES, tmp_path / "cache")
    assert len(list(tmp_path.rglob("*.bin"))) == 3
    assert all((cache[file] == read_grey(data / file)).all() for file in FILES)


def test_a_cache_goes_to_another_process_without_its_pixels(data, tmp_path):
    cache = PixelCache.open(data, FILES, tmp_path / "cache")
    assert cache["a/000.png"].size
    sent = pickle.dumps(cache)
    assert len(sent) < 2000
    assert (pickle.loads(sent)["a/000.png"] == cache["a/000.png"]).all()


def test_an_image_that_is_gone_is_named(data, tmp_path):
    with pytest.raises(
        DataError, match=r"images can no longer be read: 1, the first is a/gone.png: .* no longer there"
    ):
        PixelCache.open(data, [*FILES, "a/gone.png"], tmp_path / "cache")


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"a/000.png": {"stamp": 1}}', b"\xff\xfe"])
def test_a_damaged_index_costs_work_and_no_pixels(data, tmp_path, damage):
    folder = PixelCache.open(data, FILES, tmp_path / "cache").folder
    (folder / INDEX).write_bytes(damage)
    cache = PixelCache.open(data, FILES, tmp_path / "cache")
    assert (cache["b/000.png"] == read_grey(data / "b/000.png")).all()


def test_pixels_that_were_cut_short_are_decoded_again(data, tmp_path):
    folder = PixelCache.open(data, FILES, tmp_path / "cache").folder
    (segment,) = folder.glob("*.bin")
    segment.write_bytes(segment.read_bytes()[:-1])
    cache = PixelCache.open(data, FILES, tmp_path / "cache")
    assert all((cache[file] == read_grey(data / file)).all() for file in FILES)


@pytest.mark.parametrize(("code", "words"), [(errno.ENOSPC, "the disk is full"), (errno.EACCES, "cannot be written")])
def test_a_full_disk_is_one_plain_sentence_and_leaves_nothing_behind(data, tmp_path, monkeypatch, code, words):
    PixelCache.open(data, FILES[:1], tmp_path / "cache")

    def fail(self, codes):
        raise OSError(code, "no")

    with monkeypatch.context() as broken:
        broken.setattr(Segment, "add", fail)
        with pytest.raises(DataError, match=f"{words}.*CXR_TRAINING_CACHE"):
            PixelCache.open(data, FILES, tmp_path / "cache")
    assert not list(tmp_path.rglob("*.new"))
    assert len(load_index(next((tmp_path / "cache").glob("*/")))) == 1
    assert (PixelCache.open(data, FILES, tmp_path / "cache")["b/000.png"] == read_grey(data / "b/000.png")).all()


def test_a_reading_that_is_interrupted_keeps_what_it_has(data, tmp_path, monkeypatch):
    from training.data import reading

    def stopped(path, *rest):
        if path.name == "001.png":
            raise KeyboardInterrupt
        return reading.read_picture(path, *rest)

    monkeypatch.setattr("training.data.pixel_cache.read_picture", stopped)
    with pytest.raises(KeyboardInterrupt):
        PixelCache.open(data, FILES, tmp_path / "cache")
    assert set(load_index(next((tmp_path / "cache").glob("*/")))) == {"a/000.png"}
    assert not list((tmp_path / "cache").glob("*/*.new"))


def test_a_folder_that_cannot_be_made_is_one_plain_sentence(data, tmp_path):
    (tmp_path / "cache").write_text("a file")
    with pytest.raises(DataError, match="cannot be written"):
        PixelStore(data, tmp_path / "cache", 512, False)


def test_two_processes_that_read_at_once_lose_nothing(data, tmp_path):
    first, second = (PixelStore(data, tmp_path / "cache", 512, False) for _ in range(2))
    first.read(FILES[:2])
    second.read(FILES[1:])
    stored = load_index(next((tmp_path / "cache").glob("*/")))
    assert set(stored) == set(FILES)
    assert (first.cache(FILES)["a/000.png"] == read_grey(data / "a/000.png")).all()


def test_images_are_kept_at_twice_the_size_that_a_recipe_needs_within_bounds():
    sizes = {name: limit_for(read_recipe(name)) for name in ("triage_resnet18", "s3_scnnb", "s5_inception_v3")}
    assert sizes == {"triage_resnet18": 512, "s3_scnnb": 512, "s5_inception_v3": 512}
    assert limit_for(small_recipe(preprocess={"height": 320, "width": 320})) == 640
    assert limit_for(small_recipe("train_size=900")) == 1024
    assert limit_for(None) == 512


def test_a_large_image_is_kept_smaller(tmp_path):
    write_png(tmp_path / "a" / "large.png", 3, 1300, 1100)
    cache = PixelCache.open(tmp_path, ["a/large.png"], tmp_path / "cache", limit=512)
    assert cache["a/large.png"].shape == (650, 550)
    assert cache["a/large.png"].dtype == np.uint8
