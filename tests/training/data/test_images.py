"""What a network is shown depends on recipe, epoch and position, and on nothing else."""

import pickle
from dataclasses import replace

import numpy as np
import pytest
import torch
from PIL import Image

from cxr_desktop.imaging.preprocess import preprocess
from tests.training.conftest import small_recipe
from tests.training.sources import class_folders, noise
from training.data.dataset import open_dataset, resolve
from training.data.images import TrainImages, eval_input
from training.data.pixel_cache import PixelCache
from training.data.splits import of_split


@pytest.fixture(scope="module")
def shown(pictures, tmp_path_factory):
    """A recipe, its training samples and their pixels."""
    recipe = small_recipe()
    train = of_split(open_dataset(pictures, recipe, verify=False).samples, "train")
    return recipe, train, PixelCache.open(pictures, [s.file for s in train], tmp_path_factory.mktemp("cache"))


def epoch(images):
    return [images[n] for n in range(len(images))]


def same(one, two):
    return all((a[0] == b[0]).all() and a[1] == b[1] for a, b in zip(one, two, strict=True))


def test_an_item_is_what_the_network_takes(shown):
    recipe, train, cache = shown
    images = TrainImages(recipe, train, cache)
    tensor, label, prior = images[0]
    assert tensor.shape == (1, 32, 32)
    assert tensor.dtype == prior.dtype == torch.float32
    assert prior.tolist() == [0.0] * 4
    assert 0 <= label < 4
    assert len(images) == 24


def test_a_resumed_epoch_goes_on_with_the_same_images(shown):
    recipe, train, cache = shown
    images, again = TrainImages(recipe, train, cache), TrainImages(recipe, train, cache)
    images.start_epoch(3, 0)
    again.start_epoch(3, 7)
    assert len(again) == len(images) - 7
    assert same(epoch(images)[7:], epoch(again))
    again.start_epoch(4, 7)
    assert not same(epoch(images)[7:], epoch(again))


@pytest.mark.parametrize("world", [2, 3, 5])
def test_several_processes_together_see_what_one_sees(shown, world):
    recipe, train, cache = shown
    one = TrainImages(recipe, train, cache)
    one.start_epoch(1, 4)
    parts = []
    for rank in range(world):
        part = TrainImages(recipe, train, cache)
        part.start_epoch(1, 4, rank, world)
        parts.append(epoch(part))
    assert len({len(part) for part in parts}) == 1
    merged = [item for row in zip(*parts, strict=True) for item in row]
    assert same(epoch(one), merged[: len(one)])


def test_a_worker_s_copy_shows_the_same(shown):
    recipe, train, cache = shown
    images = TrainImages(recipe, train, cache)
    images.start_epoch(2, 0)
    assert same(epoch(images), epoch(pickle.loads(pickle.dumps(images))))


def test_an_epoch_without_a_number_shows_every_image_once(shown):
    recipe, train, cache = shown
    images = TrainImages(replace(recipe, images_per_epoch=0), train, cache)
    assert len(images) == len(train)
    counts = np.bincount([label for _, label, _ in epoch(images)])
    assert counts.tolist() == [12] * 4


def test_shares_are_drawn_and_priors_follow_them(shown):
    _, train, cache = shown
    balance = {"method": "shares", "class_share": {"covid19": 3.0, "pneumonia": 1.0}, "origin_prior": 0.5}
    recipe = small_recipe(balance={**balance, "class_share": balance["class_share"] | {"tuberculosis": 0, "normal": 0}})
    items = epoch(TrainImages(recipe, train, cache))
    assert np.bincount([label for _, label, _ in items], minlength=4).tolist() == [18, 6, 0, 0]
    prior = items[0][2].numpy()
    assert np.exp(2 * prior)[:2] == pytest.approx([0.713, 0.25], abs=0.01)


def test_without_augmentation_training_sees_what_validation_sees(shown):
    recipe, train, cache = shown
    plain = replace(recipe, augment=type(recipe.augment)(), images_per_epoch=0)
    images = TrainImages(plain, train, cache)
    for sample in train[:5]:
        difference = np.abs(images.changed(sample, 0) - eval_input(cache[sample.file], plain))
        assert difference.mean() < 0.05


def test_validation_goes_through_the_preprocessing_that_serves(shown):
    recipe, train, cache = shown
    codes = cache[train[0].file]
    assert (eval_input(codes, recipe) == preprocess(codes, recipe.preprocess).tensor).all()


def test_operations_come_before_the_changes_of_a_film(shown):
    _, train, cache = shown
    turned = small_recipe(augment={"operations": [{"name": "flip"}]})
    plain = small_recipe(augment={})
    one, two = (TrainImages(r, train, cache).changed(train[0], 0) for r in (turned, plain))
    assert np.corrcoef(one[:, :, ::-1].ravel(), two.ravel())[0, 1] > 0.98
    assert np.corrcoef(one.ravel(), two.ravel())[0, 1] < 0.95


def test_colour_pictures_are_divided_by_255_and_nothing_else(tmp_path):
    for n in range(8):
        file = tmp_path / "ab"[n % 2] / f"{n}.png"
        file.parent.mkdir(exist_ok=True)
        Image.fromarray(np.stack([noise(3 * n + k, 32, 32) for k in range(3)], axis=2)).save(file)
    spec = {"height": 32, "width": 32, "channels": 3, "fit": "stretch", "mean": [0.0] * 3, "std": [1.0] * 3}
    recipe = small_recipe(data={"colour": True}, preprocess=spec, augment={})
    dataset = open_dataset(tmp_path, recipe)
    recipe = resolve(recipe, dataset)
    train = of_split(dataset.samples, "train")
    cache = PixelCache.for_recipe(recipe, tmp_path, [s.file for s in train])
    images = TrainImages(recipe, train, cache)
    codes = cache[train[0].file]
    assert images.changed(train[0], 0) == pytest.approx(codes.transpose(2, 0, 1) / np.float32(255))
    assert (eval_input(codes, recipe) == images.changed(train[0], 0)).all()
    mirrored = replace(recipe, augment=replace(recipe.augment, flip_p=1.0))
    flipped = TrainImages(mirrored, train, cache).changed(train[0], 0)
    assert (flipped == images.changed(train[0], 0)[:, :, ::-1]).all()


def test_images_of_one_class_only_can_be_read_too(tmp_path):
    class_folders(tmp_path, {"a": 3, "b": 3})
    recipe = small_recipe(data={"classes": ["a", "b"]})
    dataset = open_dataset(tmp_path, recipe)
    only = [s for s in dataset.samples if s.label == "a"]
    cache = PixelCache.for_recipe(recipe, tmp_path, [s.file for s in only])
    assert {label for _, label, _ in epoch(TrainImages(recipe, only, cache))} == {0}
