"""Networks at a paper's thresholds, beside its own numbers."""

import json

import pytest

from training.__main__ import main
from training.report.s1_table import _reported


def test_a_paper_s_interval_is_the_normal_one_of_its_own_counts():
    said = _reported({"threshold": 0.15, "sensitivity": 0.98, "specificity": 0.929})
    low, high = said["sensitivity"]["normal_95"]
    assert (high - low) / 2 == pytest.approx(0.0274, abs=5e-5)
    low, high = said["specificity"]["normal_95"]
    assert (high - low) / 2 == pytest.approx(0.0092, abs=5e-5)


def test_the_table_holds_ours_and_theirs_and_says_why_not_to_compare(trained, pictures, tmp_path, capsys):
    targets = ["--json", str(tmp_path / "s1.json"), "--markdown", str(tmp_path / "s1.md")]
    assert main(["s1-table", f"s1_squeezenet={trained}", "--data", str(pictures), *targets]) == 0
    (network,) = json.loads((tmp_path / "s1.json").read_text(encoding="utf-8"))["networks"]
    assert [row["threshold"] for row in network["thresholds"]] == [0.1, 0.15, 0.2, 0.4, 0.5]
    assert (network["area"]["positives"], network["area"]["negatives"]) == (6, 18)
    for row in network["thresholds"]:
        assert row["true_positives"] + row["false_negatives"] == 6
        low, high = row["sensitivity_95"]
        assert low <= row["sensitivity"] <= high
    words = (tmp_path / "s1.md").read_text(encoding="utf-8")
    assert "| 0.15 |" in words
    assert "0.980 (±0.027)" in words
    assert "not comparable" in words
    assert words in capsys.readouterr().out
    assert main(["s1-table", "s1_squeezenet", "--data", str(pictures)]) == 1
    assert "RECIPE=MODEL" in capsys.readouterr().err
