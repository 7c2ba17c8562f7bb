"""``report.json``: complete, finite, and the same numbers wherever they stand."""

import dataclasses
import json
import re

import numpy as np
import pytest

import training.report.numbers
from tests.training.invented_answers import CLASSES, judged, labels_and_logits
from training.measures.judged import choose_points, rounded, without_children
from training.measures.metrics import auc
from training.report.numbers import numbers

REPORTED = {
    "source": "A paper",
    "finding": "covid19",
    "thresholds": [{"threshold": 0.1, "sensitivity": 1, "specificity": 0.724}],
}


@pytest.fixture(scope="module")
def report():
    return numbers(judged(), "test", 0.02, REPORTED, ["A caution."])


def test_every_key_of_the_documentation_is_there_and_no_other(report):
    documented = set()
    for line in (training.report.numbers.__doc__ or "").splitlines():
        for part in re.split(r"(?<=[.)}\]]) (?=[a-z_]+:)", line) if not line.startswith(" ") else ():
            if found := re.match(r"([a-z_]+(?:, [a-z_]+)*):", part):
                documented |= set(found.group(1).split(", "))
    assert set(report) == documented


def test_the_report_is_plain_json_of_finite_numbers(report):
    assert json.loads(json.dumps(report, allow_nan=False)) == report


def test_counts_rates_areas_and_the_headline_agree(report):
    assert report["images"] == sum(report["per_class"].values()) == 240
    matrix = np.array(report["confusion"]["rows_are_truth"])
    assert matrix.sum(axis=1).tolist() == list(report["per_class"].values())
    assert np.trace(matrix) / 240 == pytest.approx(report["classification_report"]["accuracy"], abs=1e-6)
    assert report["headline"]["accuracy"] == report["classification_report"]["accuracy"]
    assert report["headline"]["auc"] == report["roc"]["covid19"]["auc"]
    points = {(q["finding"], q["target"]): q for q in report["operating_points"]}
    assert report["headline"]["sensitivity_point"] == points["covid19", "sensitivity 0.95"]
    for point in report["operating_points"]:
        n = sum(point[k] for k in ("true_positives", "false_negatives", "true_negatives", "false_positives"))
        assert n == 240
        reached, goal = point[point["target"].split()[0]], float(point["target"].split()[1])
        assert reached >= goal - 1e-9
    rows = report["thresholds"]["covid19"]
    at = rows["threshold"].index(points["covid19", "sensitivity 0.95"]["threshold"])
    assert rows["tp"][at] == points["covid19", "sensitivity 0.95"]["true_positives"]


def test_normal_is_no_risk_and_has_no_operating_point(report):
    assert {q["finding"] for q in report["operating_points"]} == {"covid19", "pneumonia"}
    assert [q["target"] for q in report["operating_points"][:5]] == [
        "sensitivity 0.98",
        "sensitivity 0.95",
        "sensitivity 0.90",
        "specificity 0.90",
        "specificity 0.95",
    ]


def test_the_thresholds_of_the_source_stand_beside_what_was_reported(report):
    (row,) = report["listed_thresholds"]
    assert row["reported"] == {"sensitivity": 1, "specificity": 0.724}
    assert row["true_positives"] + row["false_negatives"] == report["per_class"]["covid19"]
    assert 0.1 in report["thresholds"]["covid19"]["threshold"]
    other = numbers(judged(), "test", reported=REPORTED | {"finding": "flu"})
    assert other["listed_thresholds"] == []


def test_groups_hold_every_image_once_and_say_where_it_is_wrong(report):
    for key in ("by_source", "by_view", "by_age"):
        assert sum(row["images"] for row in report[key]) == 240
        assert sum(row["right"] for row in report[key]) == np.trace(np.array(report["confusion"]["rows_are_truth"]))
    found = sum(row["flagged"] for row in report["by_source"] if row["class"] == "covid19")
    assert found == report["operating_points"][0]["true_positives"]
    assert [row["name"] for row in report["inside_one_source"]] == [
        "north: covid19 v normal",
        "south: covid19 v pneumonia",
        "south: covid19 v normal",
        "south: pneumonia v normal",
    ]


def test_children_are_counted_apart_where_ages_are_known(report):
    point = report["operating_points"][0]
    apart = point["without_children"]
    assert apart["true_positives"] <= point["true_positives"]
    assert apart["true_positives"] + apart["true_negatives"] < point["true_positives"] + point["true_negatives"]
    nameless = dataclasses.replace(
        judged(), samples=tuple(dataclasses.replace(s, age_group="") for s in judged().samples)
    )
    assert numbers(nameless, "test")["operating_points"][0]["without_children"] is None
    assert numbers(nameless, "test")["by_age"] == []


def test_a_class_that_nobody_has_leaves_gaps_and_no_errors():
    labels, _ = labels_and_logits(60)
    kept = [i for i in range(60) if labels[i] != 0]
    one = judged(60)
    part = dataclasses.replace(
        one,
        samples=tuple(one.samples[i] for i in kept),
        p=one.p[kept],
        before=one.before[kept],
        called=one.called[kept],
        logits=None,
    )
    report = numbers(part, "all")
    json.dumps(report, allow_nan=False)
    assert report["roc"]["covid19"] == {"fpr": [], "tpr": [], "auc": None, "low": None, "high": None}
    assert report["operating_points"][0]["sensitivity"] is None
    assert report["predictive_values"][0]["ppv"] is None
    assert report["classification_report"]["covid19"]["recall"] is None


def test_children_decide_nothing_only_where_every_class_has_others():
    samples = list(judged(60).samples)
    grown = without_children(samples, CLASSES)
    assert grown is not None
    assert grown.sum() == sum(s.age_group == "adult" for s in samples)
    only = [dataclasses.replace(s, age_group="child") if s.label == "pneumonia" else s for s in samples]
    assert without_children(only, CLASSES) is None
    assert without_children([dataclasses.replace(s, age_group="") for s in samples], CLASSES) is None


def test_thresholds_are_chosen_only_where_both_sides_have_images():
    labels, logits = np.array([0, 0, 1, 1]), np.eye(3)[[0, 0, 1, 1]]
    assert {q.finding for q in choose_points(labels, logits, ("a", "b", "c"))} == {"a", "b"}
    assert {q.finding for q in choose_points(labels, logits, ("normal", "b", "c"), "normal")} == {"normal", "b"}


def test_rounding_keeps_small_thresholds_and_has_no_infinity():
    value = rounded({"threshold": 3.2e-9, "auc": float("nan"), "n": np.int64(3), "x": [1 / 3, float("inf")]})
    assert value == {"threshold": 3.2e-9, "auc": None, "n": 3, "x": [0.333333, None]}


def test_areas_are_of_the_calibrated_probabilities(report):
    one = judged()
    assert report["roc"]["pneumonia"]["auc"] == pytest.approx(auc(one.labels == 1, one.p[:, 1]), abs=1e-6)
