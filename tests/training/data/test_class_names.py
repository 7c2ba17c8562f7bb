"""A label in anybody's words becomes a class, and two different words never become the same one by accident."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.data.class_names import Mapper, class_labels, class_of


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("COVID-19", "covid19"),
        ("covid", "covid19"),
        ("COVID", "covid19"),
        ("Covid_19", "covid19"),
        ("SARS-CoV-2", "covid19"),
        ("TB", "tuberculosis"),
        ("Tuberculosis", "tuberculosis"),
        ("NORMAL", "normal"),
        ("No Finding", "normal"),
        ("PNEUMONIA", "pneumonia"),
        ("Viral Pneumonia", "viral_pneumonia"),
        ("Pleural Effusion", "pleural_effusion"),
        ("Übersicht", "ubersicht"),
        ("7", "7"),
    ],
)
def test_labels_by_their_common_names(label, name):
    assert class_of(label) == name


def test_labels_in_other_scripts_stay_apart():
    names = [class_of(label) for label in ("肺炎", "结核", "肺炎 A", "结核 A", "пневмония")]
    assert len(set(names)) == 5
    assert class_of("肺炎") == names[0]


@given(st.text(min_size=1, max_size=80))
def test_every_label_becomes_a_legal_name_of_a_class(label):
    assert re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,39}", class_of(label))


def test_a_recipe_without_classes_takes_all_labels_by_their_own_names():
    mapper = Mapper((), {})
    assert [mapper(label) for label in ("COVID", "Edema")] == ["covid19", "edema"]


def test_a_recipe_with_classes_leaves_other_labels_out():
    mapper = Mapper(("covid19", "non-covid"), {})
    assert [mapper(label) for label in ("COVID-19", "Non-COVID", "non_covid", "Edema")] == [
        "covid19",
        "non-covid",
        "non-covid",
        "",
    ]


def test_a_star_takes_every_label_that_is_neither_named_nor_a_class():
    mapper = Mapper(("covid19", "other"), {"*": "other", "lateral": ""})
    assert [mapper(label) for label in ("Covid", "normal", "Lateral", "other")] == ["covid19", "other", "", "other"]


def test_a_renamed_label_is_found_by_any_spelling():
    mapper = Mapper(("pneumonia", "normal"), {"bacteria": "pneumonia", "Viral Pneumonia": "pneumonia"})
    assert [mapper(label) for label in ("Bacteria", "viral_pneumonia", "NORMAL", "mass")] == [
        "pneumonia",
        "pneumonia",
        "normal",
        "",
    ]


def test_readers_see_the_source_s_own_words_for_a_class_the_program_does_not_know():
    mapper = Mapper((), {})
    labels = {"COVID": 4, "Pleural_effusion": 3, "pleural effusion": 9, "肺炎": 2}
    classes = ["covid19", "pleural_effusion", class_of("肺炎")]
    assert list(class_labels(classes, labels, mapper).values()) == ["COVID-19", "Pleural effusion", "肺炎"]


def test_readers_see_the_class_and_not_one_of_the_labels_that_a_recipe_put_into_it():
    mapper = Mapper(("covid19", "other"), {"*": "other"})
    assert class_labels(("covid19", "other"), {"covid": 3, "mass": 8}, mapper)["other"] == "Other"
