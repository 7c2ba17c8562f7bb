"""Networks against what radiologists saw, with areas known by hand."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from training.data.annotations import READ_NORMAL, READ_OPACITY, READ_OTHERWISE, read_films
from training.data.sample import Sample
from training.measures.read_films import read_comparisons

CLASSES = ("covid19", "pneumonia", "normal")


def film(label: str) -> Sample:
    return Sample(id=label, file=label, label=label, split="val")


def test_every_question_has_its_sides_and_its_score() -> None:
    read = [film(READ_NORMAL), film(READ_OPACITY), film(READ_NORMAL), film(READ_OTHERWISE)]
    p_read = np.array([[0.1, 0.2, 0.7], [0.5, 0.4, 0.1], [0.3, 0.5, 0.2], [0.9, 0.1, 0.0]])
    ill = np.array([[0.2, 0.1, 0.7], [0.6, 0.2, 0.2]])
    rows = {row["what"]: row for row in read_comparisons(read, p_read, ill, "covid19", CLASSES)}
    assert {what: (r["first"], r["positives"], r["negatives"]) for what, r in rows.items()} == {
        "covid19 v read normal": ("covid19", 2, 2),
        "covid19 v read opacity": ("covid19", 2, 1),
        "read normal v read opacity": ("normal", 2, 1),
        "read normal v covid19": ("normal", 2, 2),
        "read opacity v read normal": ("pneumonia", 1, 2),
    }
    # 0.2 and 0.6 against 0.1 and 0.3: three of four pairs; 0.4 against 0.2 and 0.5: one of two.
    assert rows["covid19 v read normal"]["auc"] == pytest.approx(0.75)
    assert rows["read normal v read opacity"]["auc"] == pytest.approx(1.0)
    assert rows["read opacity v read normal"]["auc"] == pytest.approx(0.5)


def test_a_question_without_two_sides_or_without_its_class_is_absent() -> None:
    rows = read_comparisons(
        [film(READ_NORMAL)], np.array([[0.5, 0.5]]), np.array([[0.7, 0.3]]), "covid19", ("covid19", "other")
    )
    assert [row["what"] for row in rows] == ["covid19 v read normal"]


def test_films_are_labelled_by_what_radiologists_saw(tmp_path: Path) -> None:
    columns = ("id", "file", "label", "split", "dataset_origin", "age_group", "reader")
    with (tmp_path / "manifest.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerow(("a", "a.png", "other", "val", "nih", "adult", "rsna:Normal"))
        writer.writerow(("b", "b.png", "pneumonia", "train", "nih", "adult", "rsna:Lung Opacity"))
        writer.writerow(("c", "c.png", "normal", "train", "nih", "adult", "text-mined"))
    assert [(s.id, s.label, s.split) for s in read_films(tmp_path)] == [
        ("a", READ_NORMAL, "val"),
        ("b", READ_OPACITY, "train"),
    ]
    assert read_films(tmp_path / "nowhere") == []
