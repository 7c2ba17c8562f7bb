"""What numbers do not say is found in the data."""

import dataclasses

import numpy as np

from tests.training.invented_answers import CLASSES, LABELS, samples_of
from training.measures.cautions import cautions

EVEN = samples_of(np.array([0] * 60 + [1] * 60 + [2] * 60))


def said(learned, measured, same_place=True):
    return " ".join(cautions(learned, measured, CLASSES, LABELS, same_place))


def changed(samples, **values):
    return [dataclasses.replace(s, **values) for s in samples]


def test_a_class_from_one_source_is_named():
    text = said(EVEN, EVEN)
    assert "All images of Pneumonia come from one source (south)" in text
    assert "COVID-19 come from one source" not in text


def test_places_that_hold_one_class_each_are_the_trap():
    apart = [dataclasses.replace(s, origin=s.label) for s in EVEN]
    assert "the look of a place alone predicts the label" in said(apart, apart)
    assert "All images come from one source (here)" in said([], changed(EVEN, origin="here"))
    assert "The data name no sources" in said([], changed(EVEN, origin=""))


def test_age_is_named_where_it_predicts_the_label():
    young = [dataclasses.replace(s, age_group="child" if s.label == "pneumonia" else "adult") for s in EVEN]
    assert "100 % of Pneumonia and 0 % of COVID-19 show children" in said(young, young)
    assert "Age" not in said(EVEN, EVEN)
    assert "Age" not in said([], changed(EVEN, age_group=""))


def test_few_images_and_missing_classes_are_counted():
    few = [s for s in EVEN if s.label != "covid19"][:70]
    text = said([], few)
    assert "No image of COVID-19 was measured" in text
    assert "Few images were measured of Normal (10)" in text


def test_the_same_place_and_another_place_are_told_apart():
    assert "expect worse elsewhere" in said(EVEN, EVEN)
    assert "other hospitals" in said([], EVEN, same_place=False)


def test_several_images_of_a_patient_narrow_the_intervals():
    twice = [dataclasses.replace(s, patient=f"p{i // 2}") for i, s in enumerate(EVEN)]
    assert "180 of the images show 90 patients" in said([], twice)
    nameless = changed(EVEN, patient="", group="")
    assert "name no patients" in said([], nameless)
    assert "Images of one patient may lie in training" in said(nameless, nameless)
    assert "in training" not in said([], nameless)
