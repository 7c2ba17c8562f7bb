from __future__ import annotations

from dataclasses import replace

from cxr_desktop.domain.prediction import Finding, Prediction, Status
from tests.worklist.samples import SCORED_BY, scored


def test_findings_stand_in_the_order_of_columns_and_have_a_name_for_readers():
    assert [f.value for f in Finding] == ["covid19", "pneumonia", "tuberculosis", "normal"]
    assert [f.label for f in Finding] == ["COVID-19", "Pneumonia", "Tuberculosis", "Normal"]


def test_a_class_that_the_model_does_not_have_is_absent_and_never_zero():
    partial = replace(scored("/a", 0.5), probabilities={Finding.NORMAL: 1.0})
    assert partial.covid_risk is None
    assert Prediction("/a", Status.NOT_SCORED).covid_risk is None


def test_the_map_of_a_class_is_found_or_there_is_none():
    prediction = scored("/a", 0.5)
    assert prediction.map_of(Finding.NORMAL).finding is Finding.NORMAL
    assert prediction.map_of(Finding.PNEUMONIA) is None


def test_everything_that_decides_the_number_is_in_the_key():
    changes = [
        {"model_digest": "e" * 64},
        {"preprocess_version": 2},
        {"backend": "torch"},
        {"device": "cuda:0"},
        {"precision": "fp16"},
    ]
    keys = {replace(SCORED_BY, **change).key for change in changes}
    assert len(keys | {SCORED_BY.key}) == len(changes) + 1


def test_the_name_of_a_model_and_which_of_two_equal_cards_was_used_are_not_in_the_key():
    assert replace(SCORED_BY, model="other", model_version="9").key == SCORED_BY.key
    assert replace(SCORED_BY, device="cuda:0").key == replace(SCORED_BY, device="cuda:1").key
