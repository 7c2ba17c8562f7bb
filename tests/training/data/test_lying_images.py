"""Films laid in every way, with the way as their class."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from cxr_desktop.engine.orientation import CLASSES, LIES
from cxr_desktop.imaging.preprocess import preprocess
from tests.training.conftest import small_recipe
from tests.training.sources import class_folders
from training.data.lying_images import UPRIGHT, LyingTrainImages, LyingValidationImages, laid, lie_of
from training.data.pixel_cache import PixelCache
from training.data.sample import Sample


@pytest.fixture(scope="module")
def films(tmp_path_factory):
    folder = tmp_path_factory.mktemp("films")
    class_folders(folder, {"a": 10, "b": 10})
    files = sorted(str(f.relative_to(folder)) for f in folder.rglob("*.png"))
    samples = [
        Sample(file, file, CLASSES[n % 16], "train", "few" if n < 4 else "many") for n, file in enumerate(files[:20])
    ]
    return samples, PixelCache.open(folder, files, tmp_path_factory.mktemp("cache"))


def _recipe(**balance):
    recipe = small_recipe()
    return replace(
        recipe,
        role="orientation",
        images_per_epoch=64,
        data=replace(recipe.data, classes=CLASSES, positive=UPRIGHT),
        balance=replace(recipe.balance, **balance),
    )


def test_every_class_has_its_way():
    codes = np.arange(12, dtype=np.uint8).reshape(3, 4)
    for name, lie in zip(CLASSES, LIES, strict=True):
        assert lie_of(name) == lie
        assert np.array_equal(laid(codes, name), lie.laid(codes, 255))


def test_every_way_comes_equally_often_whatever_the_samples_say(films):
    samples, cache = films
    images = LyingTrainImages(_recipe(), samples, cache)
    assert Counter(images[n][1] for n in range(64)) == dict.fromkeys(range(16), 4)
    assert (images[3][0] == images[3][0]).all()


def test_the_label_says_how_the_picture_was_laid(films):
    samples, cache = films
    recipe = replace(_recipe(), images_per_epoch=16, augment=replace(_recipe().augment, whole_image_p=1.0))
    plain = replace(recipe, augment=type(recipe.augment)(whole_image_p=1.0))
    images = LyingTrainImages(plain, samples, cache)
    for place in range(16):
        tensor, label, _ = images[place]
        shown = [laid(cache[s.file], CLASSES[label]) for s in samples]
        expected = [preprocess(codes, plain.preprocess).tensor for codes in shown]
        assert min(float(np.abs(tensor.numpy() - e).max()) for e in expected) < 0.1


def test_collections_are_drawn_by_their_shares(films):
    samples, cache = films
    images = LyingTrainImages(
        _recipe(method="shares", origin_share={UPRIGHT: {"few": 0.5, "many": 0.5}}), samples, cache
    )
    few = sum(w for w, s in zip(images.weights, samples, strict=True) if s.origin == "few")
    assert few == pytest.approx(0.5)


def test_validation_shows_each_film_as_its_label_says(films):
    samples, cache = films
    recipe = _recipe()
    shown = LyingValidationImages(recipe, samples, cache)
    assert len(shown) == len(samples)
    tensor, label, prior = shown[5]
    expected = preprocess(laid(cache[samples[5].file], samples[5].label), recipe.preprocess).tensor
    assert np.array_equal(tensor.numpy(), expected)
    assert label == CLASSES.index(samples[5].label)
    assert prior.shape == (16,)
