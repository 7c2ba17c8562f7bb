"""Reading a report: values as written, faults in one sentence, snap points at the highest fitting threshold."""

from __future__ import annotations

import json

import pytest

from cxr_desktop.ui.training.report_data import ReportUnreadableError, read_report, report_of, snap_steps
from tests.ui.training.reports import report


def test_a_report_is_read_as_it_was_written(tmp_path):
    file = tmp_path / "report.json"
    file.write_text(json.dumps(report()), encoding="utf-8")
    found = read_report(file)
    assert (found.classes, found.positive, found.images) == (("normal", "effusion"), "effusion", 500)
    assert found.label("effusion") == "Pleural effusion"
    assert found.roc("effusion").auc == 0.953
    assert found.histogram("effusion").positives == (25, 75)
    assert found.histogram("effusion").negatives == (380, 20)
    assert found.groups("by_source")[0].flagged == 57
    assert [item.hit for item in found.gallery] == [False, True]


def test_snap_points_are_the_highest_thresholds_that_reach_a_sensitivity(qapp):
    points = report_of(report()).points("effusion")
    assert {target: points[row].threshold for target, row in snap_steps(points).items()} == {
        0.98: 0.1,
        0.95: 0.2,
        0.9: 0.4,
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "damaged"),
        ("[]", "damaged"),
        ("{}", "damaged"),
        (json.dumps({"classes": []}), "damaged"),
        (json.dumps({"classes": ["a"], "positive": "b"}), "damaged"),
        (json.dumps({"classes": ["a"], "thresholds": {"a": {"threshold": [0.1], "tp": [1, 2]}}}), "damaged"),
        (json.dumps({"classes": ["a"], "calibration": {"bins": [{"count": 3}]}}), "damaged"),
    ],
)
def test_a_damaged_report_is_one_plain_sentence(tmp_path, text, words):
    file = tmp_path / "report.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ReportUnreadableError, match=words):
        read_report(file)


def test_a_missing_report_is_one_plain_sentence(tmp_path):
    with pytest.raises(ReportUnreadableError, match="cannot be read"):
        read_report(tmp_path / "report.json")


def test_parts_that_a_report_does_not_have_are_empty():
    found = report_of({"classes": ["effusion"]})
    assert found.points("effusion") == ()
    assert found.roc("effusion").auc is None
    assert found.reliability.after == ()
    assert found.confusion == (("effusion",), ())
    assert found.gallery == ()
    assert snap_steps(()) == {}
