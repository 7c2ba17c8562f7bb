from __future__ import annotations

import copy
import json
import pickle
from dataclasses import replace

import pytest

from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding, Prediction, Status, in_column_order
from tests.worklist.samples import SCORED_BY, scored


def test_findings_stand_in_the_order_of_columns_and_have_a_name_for_readers():
    assert [f.value for f in KNOWN_FINDINGS] == ["covid19", "pneumonia", "tuberculosis", "normal"]
    assert [f.label for f in KNOWN_FINDINGS] == ["COVID-19", "Pneumonia", "Tuberculosis", "Normal"]


def test_any_class_name_is_a_finding_and_reads_as_words():
    effusion = Finding("pleural_effusion")
    assert (effusion.label, effusion.value) == ("Pleural effusion", "pleural_effusion")
    assert Finding("other").label == "Other"
    assert Finding("covid19") == Finding.COVID19 == "covid19"
    assert len({Finding("covid19"), Finding.COVID19, "covid19"}) == 1


@pytest.mark.parametrize("name", ["", "Effusion", "a b", "é", "-a", "a" * 41, "a\n", "<b>", None, 7])
def test_what_is_no_class_name_is_refused(name):
    with pytest.raises(ValueError, match="class"):
        Finding(name)


def test_findings_travel_through_pickle_and_json_as_their_names():
    effusion = Finding("effusion")
    assert pickle.loads(pickle.dumps(effusion)) == effusion
    assert type(pickle.loads(pickle.dumps(effusion))) is type(copy.deepcopy(effusion)) is Finding
    assert json.dumps({effusion: [Finding.COVID19]}) == '{"effusion": ["covid19"]}'
    assert type(effusion.value) is type(str(effusion)) is str


def test_known_diseases_stand_first_others_as_they_came_and_normal_last():
    names = ["zebra", "normal", "effusion", "covid19", "zebra"]
    assert in_column_order(names) == ("covid19", "zebra", "effusion", "normal")
    assert in_column_order(reversed(KNOWN_FINDINGS)) == KNOWN_FINDINGS


def test_the_risk_is_that_of_the_class_of_interest():
    prediction = replace(
        scored("/a", 0.5),
        probabilities={Finding.NORMAL: 0.3, Finding("effusion"): 0.7},
        risk_finding=Finding("effusion"),
    )
    assert prediction.risk == 0.7


def test_a_class_that_the_model_does_not_have_is_absent_and_never_zero():
    partial = replace(scored("/a", 0.5), probabilities={Finding.NORMAL: 1.0})
    assert partial.risk is None
    assert Prediction("/a", Status.NOT_SCORED).risk is None


def test_the_map_of_a_class_is_found_or_there_is_none():
    prediction = scored("/a", 0.5)
    assert prediction.map_of(Finding.NORMAL).finding == Finding.NORMAL
    assert prediction.map_of(Finding.PNEUMONIA) is None


def test_everything_that_decides_the_number_is_in_the_key():
    changes = [
        {"model_digest": "e" * 64},
        {"preprocess_version": SCORED_BY.preprocess_version + 1},
        {"backend": "torch"},
        {"device": "cuda:0"},
        {"precision": "fp16"},
    ]
    keys = {replace(SCORED_BY, **change).key for change in changes}
    assert len(keys | {SCORED_BY.key}) == len(changes) + 1


def test_the_name_of_a_model_and_which_of_two_equal_cards_was_used_are_not_in_the_key():
    assert replace(SCORED_BY, model="other", model_version="9").key == SCORED_BY.key
    assert replace(SCORED_BY, device="cuda:0").key == replace(SCORED_BY, device="cuda:1").key
