"""The areas that a card leads with, by hand."""

import numpy as np
import pytest

from training.data.sample import Sample
from training.measures.comparisons import age_groups, comparisons

CLASSES = ("covid19", "pneumonia", "normal")


def sample(label: str, origin: str = "north", age: str = "adult") -> Sample:
    return Sample(id="", file="", label=label, split="test", origin=origin, age_group=age)


def test_known_adults_come_first_and_an_equal_group_is_not_said_twice():
    mixed = [sample("normal"), sample("normal", age=""), sample("normal", age="child")]
    assert list(age_groups(mixed)) == ["known_adults", "without_children", "all"]
    assert list(age_groups(mixed[::2])) == ["known_adults", "all"]
    assert list(age_groups(mixed[:1])) == ["all"]
    assert list(age_groups([sample("normal", age="")])) == ["all"]


def test_a_class_against_the_rest_counts_pairs_in_the_right_order():
    samples = [sample("covid19"), sample("covid19"), sample("normal"), sample("pneumonia"), sample("normal", age="")]
    p = np.array([[0.9, 0, 0.1], [0.4, 0, 0.6], [0.5, 0, 0.5], [0.1, 0.9, 0], [0.3, 0, 0.7]])
    rows = {(row["what"], row["group"]): row for row in comparisons(samples, p, CLASSES)}
    # 0.9 lies over all three others; 0.4 over 0.1 and 0.3 but under 0.5.
    assert rows["covid19 v rest", "all"]["auc"] == pytest.approx(5 / 6)
    assert rows["covid19 v rest", "known_adults"]["auc"] == pytest.approx(3 / 4)
    assert (rows["covid19 v rest", "all"]["positives"], rows["covid19 v rest", "all"]["negatives"]) == (2, 3)


def test_a_pair_inside_a_collection_needs_five_of_each_and_is_scored_by_the_first_one_s_probability():
    samples = [sample("covid19") for _ in range(5)] + [sample("pneumonia") for _ in range(5)]
    samples += [sample("normal", origin="south") for _ in range(9)]
    p = np.zeros((19, 3))
    p[:10, 0] = [5, 4, 3, 2, 1, 4.5, 0, 0, 0, 0]
    p[:10, 1] = 9.0  # the second class has no say
    (row,) = [row for row in comparisons(samples, p / 10, CLASSES) if "inside" in row["what"]]
    assert row["what"] == "covid19 v pneumonia inside north"
    assert row["auc"] == pytest.approx(21 / 25)


def test_a_label_that_the_model_does_not_know_stands_among_the_rest():
    samples = [sample("covid19")] * 6 + [sample("tuberculosis")] * 6
    p = np.tile([[0.8, 0.1, 0.1]], (12, 1))
    p[6:, 0] = 0.2
    rows = {row["what"]: row for row in comparisons(samples, p, CLASSES)}
    assert set(rows) == {"covid19 v rest", "covid19 v tuberculosis inside north"}
    assert all(row["auc"] == 1.0 and row["low"] < 1.0 for row in rows.values())
