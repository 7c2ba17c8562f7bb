"""Which images a fold's network sees, and which it is measured on."""

import pytest

from cxr_desktop.domain.errors import CxrError
from tests.training.conftest import small_recipe
from training.data.sample import Sample
from training.left_out.folds import folds_of, inside_folds, measured_of, recipe_without, samples_of


def sample(name: str, label: str, origin: str, split: str = "train", patient: str = "") -> Sample:
    return Sample(id=name, file=name, label=label, split=split, origin=origin, patient=patient)


SAMPLES = [
    sample("a", "covid19", "north"),
    sample("b", "covid19", "south"),
    sample("c", "normal", "north"),
    sample("d", "normal", "south", "val"),
    sample("e", "normal", "south"),
    sample("f", "tuberculosis", "north"),
    sample("g", "pneumonia", "south", "test"),
    sample("h", "pneumonia", "south"),
]


def test_collections_are_named_with_a_plus_and_must_be_there():
    (fold,) = folds_of(["north+south"], SAMPLES)
    assert fold.origins == ("north", "south")
    with pytest.raises(CxrError, match="no collection is called west; name --folds from: north, south"):
        folds_of(["north+west"], SAMPLES)
    with pytest.raises(CxrError, match="cxnet"):
        folds_of([], SAMPLES)


def test_a_class_that_only_the_left_out_place_has_is_not_trained():
    (fold,) = folds_of(["north"], SAMPLES)
    shares = {"class_share": {"covid19": 0.5, "tuberculosis": 0.5}, "origin_share": {"tuberculosis": {"north": 1.0}}}
    recipe = recipe_without(small_recipe(balance={"method": "shares", **shares}), fold, SAMPLES)
    assert recipe.classes == ("covid19", "pneumonia", "normal")
    assert recipe.data.leave_out == ("north",)
    assert recipe.balance.class_share == {"covid19": 0.5}
    assert recipe.balance.origin_share == {}


def test_without_the_class_of_interest_there_is_nothing_to_measure():
    (fold,) = folds_of(["north+south"], SAMPLES)
    with pytest.raises(CxrError, match="too few classes"):
        recipe_without(small_recipe(), fold, SAMPLES)


def test_teachers_can_be_those_of_the_same_fold():
    (fold,) = folds_of(["north"], SAMPLES)
    recipe = small_recipe(distill={"teachers": ["teachers/{fold}/run"]})
    assert recipe_without(recipe, fold, SAMPLES).distill.teachers == ("teachers/north/run",)


def test_a_fold_is_measured_on_the_splits_asked_for_only():
    (fold,) = folds_of(["south"], SAMPLES)
    assert [s.id for s in measured_of(fold, SAMPLES, ["train", "val"])] == ["b", "d", "e", "h"]
    assert samples_of(fold, SAMPLES) == SAMPLES


def test_inside_one_collection_a_patient_is_held_out_whole_and_every_image_once():
    own = [
        sample(f"{label[0]}{patient}{k}", label, "west", split, patient=f"p{label}{patient}")
        for label in ("normal", "tuberculosis")
        for patient, split in enumerate(["train", "train", "val", "test"])
        for k in range(2)
    ]
    folds = inside_folds("west", 2, [*SAMPLES, *own])
    assert [fold.name for fold in folds] == ["inside-west-1", "inside-west-2"]
    assert sorted(i for fold in folds for i in fold.held) == sorted(s.id for s in own)
    for fold in folds:
        changed = {s.id: s for s in samples_of(fold, [*SAMPLES, *own])}
        assert {s.split for s in changed.values() if s.id in fold.held} == {"test"}
        assert "test" not in {s.split for s in changed.values() if s.origin == "west" and s.id not in fold.held}
        patients = {s.patient for s in own if s.id in fold.held}
        assert len(patients) * 2 == len(fold.held)
        assert changed["g"].split == "test"  # other collections stay as they are
        assert len(measured_of(fold, [*SAMPLES, *own], ["train"])) == len(fold.held)
    with pytest.raises(CxrError, match="no two classes"):
        inside_folds("nowhere", 2, SAMPLES)
