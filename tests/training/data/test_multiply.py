"""Copies: as many as the reports say, of training images only, and the same ones every time."""

from collections import Counter

import numpy as np
import pytest

from tests.training.conftest import small_recipe
from tests.training.sources import class_folders, sample
from training.data import copies
from training.data.dataset import open_dataset
from training.data.multiply import multiplied
from training.data.pixel_cache import PixelCache
from training.data.splits import check_disjoint, of_split
from training.recipe_file import RecipeError, read_recipe

TURN = [[{"name": "rotation", "values": {"degrees": [5, 30]}}, {"name": "flip", "p": 0.5}]]


def counted(samples):
    return dict(Counter(s.label for s in samples))


def two_classes(**multiply):
    return small_recipe(data={"classes": ["a", "b"]}, multiply=multiply)


def test_without_multiplication_nothing_changes():
    train = [sample(1), sample(2, "b")]
    assert multiplied(two_classes(), train) == train


def test_eighty_four_images_become_four_hundred_and_twenty():
    recipe = read_recipe("s2_squeezenet_offline")
    train = [sample(n, "covid19") for n in range(84)] + [sample(100 + n, "other") for n in range(200)]
    pictures = multiplied(recipe, train)
    assert counted(pictures) == {"covid19": 420, "other": 200}
    assert pictures[: len(train)] == train
    assert len({s.file for s in pictures}) == len({s.id for s in pictures}) == 620
    made = Counter(copies.original_of(s.file) for s in pictures if s.label == "covid19")
    assert set(made.values()) == {5}


def test_every_class_is_brought_to_its_count_and_none_loses_any():
    recipe = read_recipe("s6_densenet121")
    sizes = {"covid19": 552, "normal": 1512, "pneumonia": 1200, "tuberculosis": 560}
    train = [sample(f"{c}{n}", c) for c, size in sizes.items() for n in range(size)]
    pictures = multiplied(recipe, train)
    assert counted(pictures) == {"covid19": 1500, "normal": 1512, "pneumonia": 1500, "tuberculosis": 1500}
    made = Counter(copies.original_of(s.file) for s in pictures if s.label == "covid19")
    assert set(made.values()) <= {2, 3}  # evenly: every image gives one copy before any gives a second


def test_oversampling_brings_every_class_to_the_largest():
    train = [sample(n, "a") for n in range(9)] + [sample(20 + n, "b") for n in range(4)]
    recipe = two_classes(mode="largest", variants=TURN)
    assert counted(multiplied(recipe, train)) == {"a": 9, "b": 9}
    assert multiplied(recipe, train) == multiplied(recipe, train)


def test_only_the_named_classes_are_multiplied():
    recipe = two_classes(mode="up_to", up_to=7, classes=["b"], variants=TURN)
    train = [sample(n, "ab"[n % 2]) for n in range(6)]
    assert counted(multiplied(recipe, train)) == {"a": 3, "b": 7}


def test_copies_without_a_variant_are_refused():
    with pytest.raises(RecipeError, match=r"multiply\.variants are missing"):
        two_classes(mode="largest")


def test_copies_stay_in_the_training_split_with_their_patient(tmp_path):
    class_folders(tmp_path, {"a": 14, "b": 8})
    recipe = two_classes(mode="up_to", up_to=20, variants=TURN)
    dataset = open_dataset(tmp_path, recipe)
    train = multiplied(recipe, of_split(dataset.samples, "train"))
    assert {s.split for s in train} == {"train"}
    check_disjoint([*train, *(s for s in dataset.samples if s.split != "train")])
    others = {s.file for s in dataset.samples if s.split != "train"}
    assert not {copies.original_of(s.file) for s in train} & others


def test_a_copy_is_made_from_its_name_alone(tmp_path):
    class_folders(tmp_path, {"a": 6, "b": 4})
    recipe = two_classes(mode="up_to", up_to=8, variants=TURN)
    dataset = open_dataset(tmp_path, recipe)
    train = multiplied(recipe, of_split(dataset.samples, "train"))
    files = [s.file for s in train]
    first = PixelCache.open(tmp_path, files, tmp_path / "one")
    second = PixelCache.open(tmp_path, files[::-1], tmp_path / "two")
    for file in files:
        assert (first[file] == second[file]).all()
        if copies.is_copy(file):
            assert min(first[file].shape) == recipe.size
    made = [first[f].tobytes() for f in files if copies.is_copy(f)]
    assert len(set(made)) == len(made)


def test_the_four_copies_of_a_covid_19_image_are_those_of_the_report():
    recipe = read_recipe("s2_squeezenet_offline")
    original = np.random.default_rng(0).integers(0, 256, (230, 260), dtype=np.uint8)
    made = [copies.make(s.file, original) for s in multiplied(recipe, [sample(1, "covid19"), sample(2, "other")])[2:]]
    assert [m.shape for m in made] == [(224, 253)] * 4
    plain = copies.make(copies.name("x", [], 224, [0]), original)
    turned, flipped, blurred, mixed = made
    assert (flipped == plain[:, ::-1]).all()
    assert turned[0, 0] == 0  # black moved in at the corner
    assert turned[112, 126] != 0
    inner = np.s_[60:160, 60:190]
    assert blurred[inner].std() < 0.5 * plain[inner].std()
    assert mixed[0, 0] == 0
    assert mixed[inner].std() < 0.5 * plain[inner].std()


def test_a_name_of_odd_bytes_survives_in_the_name_of_a_copy():
    file = 'caf\udce9 "x".png'
    assert copies.original_of(copies.name(file, [], 32, (1, 2))) == file
    assert copies.original_of("plain.png") == "plain.png"
