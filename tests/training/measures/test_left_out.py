"""Numbers at places that took no part in the training, by hand."""

import numpy as np
import pytest

from training.data.sample import Sample
from training.measures.judged import Point
from training.measures.left_out import OTHER_FOLDS, VALIDATION, LeftOut, left_out_numbers

CLASSES = ("covid19", "tuberculosis", "normal")


def samples(labels: str, origin: str, age: str = "adult") -> tuple[Sample, ...]:
    names = {"c": "covid19", "t": "tuberculosis", "n": "normal"}
    return tuple(
        Sample(id=f"{origin}{i}", file="", label=names[x], split="val", origin=origin, age_group=age)
        for i, x in enumerate(labels)
    )


def fold(name: str, labels: str, first: list[float], classes: tuple[str, ...] = CLASSES, **values: object) -> LeftOut:
    """Log odds of covid19 against all other classes together."""
    logits = np.full((len(labels), len(classes)), -np.log(len(classes) - 1))
    logits[:, 0] = first
    given = {"temperature": 1.0, "points": (Point("covid19", "sensitivity 0.98", 0.5),)} | values
    return LeftOut(name, (name,), samples(labels, name), logits, classes, **given)


def test_a_threshold_from_validation_images_is_counted_at_the_place_that_was_left_out():
    numbers = left_out_numbers([fold("there", "ccccnnnn", [2, 1, -1, 3, -2, -1, 1, -3])], CLASSES)
    (only,) = numbers["folds"]
    assert "together" not in numbers
    assert only["images"] == {"covid19 from there": 4, "normal from there": 4}
    row = next(r for r in only["comparisons"] if r["what"] == "covid19 v rest")
    # Above 2 and 3: all; above 1: one tie; above -1: one tie, two lower.
    assert row["auc"] == pytest.approx((4 + 3.5 + 2.5 + 4) / 16)
    (point,) = only["operating_points"]
    assert point["chosen_on"] == VALIDATION
    assert (point["all"]["true_positives"], point["all"]["false_positives"]) == (3, 1)
    assert point["all"]["sensitivity_95"] == pytest.approx((0.3006, 0.9544), abs=1e-4)


def test_images_of_a_class_that_the_network_does_not_have_are_rest_but_not_calibrated():
    two = ("covid19", "normal")
    numbers = left_out_numbers([fold("there", "ccttnn", [2, 1, 3, -2, -1, -3], two)], CLASSES)
    (only,) = numbers["folds"]
    row = next(r for r in only["comparisons"] if r["what"] == "covid19 v rest")
    assert (row["positives"], row["negatives"], row["auc"]) == (2, 4, pytest.approx(6 / 8))
    assert only["calibration"]["images"] == 4


def test_together_every_fold_is_judged_by_a_temperature_that_the_others_chose():
    rng = np.random.default_rng(0)
    labels = "c" * 40 + "n" * 40
    truth = np.r_[np.full(40, 1.0), np.full(40, -1.0)]
    honest = truth + rng.logistic(0, 1, 80)
    log_odds = list(3 * honest)  # three times too sure
    folds = [fold("a", labels, log_odds), fold("b", labels, log_odds, ("covid19", "normal"))]
    numbers = left_out_numbers(folds, CLASSES)
    calibration = numbers["together"]["calibration"]
    assert calibration["images"] == 160
    assert calibration[OTHER_FOLDS]["temperature"][0] == numbers["folds"][1]["calibration"]["best_temperature_here"]
    assert calibration[OTHER_FOLDS]["ece_all"] < calibration["before"]["ece_all"]
    whats = {row["what"] for row in numbers["together"]["comparisons"]}
    assert whats == {"covid19 v rest", "normal v rest"}  # no fold has images of tuberculosis
    chosen = {row["chosen_on"] for row in numbers["together"]["operating_points"]}
    assert chosen == {VALIDATION, OTHER_FOLDS}
    pooled = next(
        r
        for r in numbers["together"]["operating_points"]
        if (r["chosen_on"], r["target"], r["finding"]) == (OTHER_FOLDS, "sensitivity 0.98", "covid19")
    )
    counts = pooled["without_children"]
    assert counts["true_positives"] + counts["false_negatives"] == 80
    assert counts["sensitivity"] > 0.9


def test_together_only_scores_of_one_network_are_compared():
    """The second network is far surer of everything: put in one list, its healthy would outrank the first one's ill."""
    folds = [fold("a", "ccnn", [-4, -6, -5, -7]), fold("b", "ccccnnnn", [5, 6, 7, 8, 1, 2, 3, 4])]
    rows = {(r["what"], r["group"]): r for r in left_out_numbers(folds, CLASSES)["together"]["comparisons"]}
    row = rows["covid19 v rest", "all"]
    assert row["auc"] == pytest.approx((3 / 4 + 1) / 2)
    assert (row["folds"], row["positives"], row["negatives"]) == (2, 6, 6)
    # DeLong's components of the first network: 1 and 1/2 of the ill, 1/2 and 1 of the healthy; the second's are all 1.
    error = ((0.125 / 2 + 0.125 / 2) ** 0.5) / 2
    assert row["low"] == pytest.approx(0.875 - 1.959964 * error, abs=1e-5)
    assert row["high"] == 1.0
    assert ("covid19 v rest", "known_adults") not in rows  # the same images
