from __future__ import annotations

from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxr_desktop.domain.model_card import ModelCard, OperatingPoint, PreprocessSpec, wilson_interval
from cxr_desktop.domain.prediction import Finding, RiskBand


def point(threshold: float, tp: int = 98, fn: int = 2, tn: int = 80, fp: int = 20) -> OperatingPoint:
    return OperatingPoint(Finding.COVID19, "t", threshold, tp, fn, tn, fp)


def card(*points: OperatingPoint) -> ModelCard:
    return ModelCard("m", "M", "1", "triage", "resnet18", ("covid19",), PreprocessSpec(8, 8), 1.0, points)


def test_wilson_intervals_equal_published_ones():
    # Newcombe 1998, table I, method 3.
    assert wilson_interval(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson_interval(15, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)
    assert wilson_interval(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)
    assert wilson_interval(1, 29) == pytest.approx((0.0061, 0.1718), abs=5e-5)


def test_without_cases_nothing_is_known():
    assert wilson_interval(0, 0) == (0.0, 1.0)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_its_proportion_and_stays_in_range(case):
    successes, n = case
    low, high = wilson_interval(successes, n)
    assert 0.0 <= low <= successes / n + 1e-12
    assert successes / n - 1e-12 <= high <= 1.0


def test_an_operating_point_says_what_it_did():
    one = point(0.2)
    assert (one.sensitivity, one.specificity) == (0.98, 0.8)
    assert one.sensitivity_interval == wilson_interval(98, 100)
    assert one.specificity_interval == wilson_interval(80, 100)


def test_predictive_values_follow_the_prevalence():
    strict = OperatingPoint(Finding.COVID19, "t", 0.5, 955, 45, 97, 3)
    values = [round(100 * strict.predictive_values(p)[0]) for p in (0.5, 0.05, 0.01)]
    assert values == [97, 63, 24]  # PEERS.md
    assert strict.predictive_values(0.0)[1] == 1.0


def test_an_undefined_predictive_value_is_not_a_number():
    perfect = point(0.5, tp=10, fn=0, tn=10, fp=0)
    assert isnan(perfect.predictive_values(0.0)[0])
    assert isnan(perfect.predictive_values(1.0)[1])


def test_bands_lie_between_the_lowest_and_the_highest_threshold():
    both = card(point(0.6), point(0.2), OperatingPoint(Finding.NORMAL, "t", 0.01, 1, 1, 1, 1))
    found = [both.risk_band(Finding.COVID19, p) for p in (0.0, 0.1999, 0.2, 0.5999, 0.6, 1.0)]
    assert found == [RiskBand.BELOW] * 2 + [RiskBand.BETWEEN] * 2 + [RiskBand.ABOVE] * 2
    assert both.high_sensitivity_point(Finding.COVID19) == point(0.2)


@pytest.mark.parametrize(
    ("probability", "near"),
    [(0.1, False), (0.196, True), (0.204, True), (0.4, False), (0.404, False), (0.596, True), (0.604, True)],
)
def test_only_the_lowest_and_the_highest_threshold_part_bands(probability, near):
    three = card(point(0.6), point(0.4), point(0.2))
    assert three.is_near_another_band(Finding.COVID19, probability, 0.005) is near
    assert not three.is_near_another_band(Finding.PNEUMONIA, probability, 0.005)


def test_a_model_without_operating_points_has_no_bands():
    assert card().risk_band(Finding.COVID19, 0.9) is None
    assert card().high_sensitivity_point(Finding.COVID19) is None


def model(*classes: str, **document: object) -> ModelCard:
    return ModelCard("m", "M", "1", "triage", "resnet18", classes, PreprocessSpec(8, 8), 1.0, document=document)


def test_the_class_of_interest_is_covid_where_the_model_knows_it():
    assert model("normal", "covid19", class_of_interest="normal").class_of_interest == Finding.COVID19


def test_the_class_of_interest_is_what_the_card_names_else_the_first_that_is_a_disease():
    assert model("normal", "effusion", "nodule", class_of_interest="nodule").class_of_interest == "nodule"
    assert model("normal", "effusion", "nodule").class_of_interest == "effusion"
    assert model("normal", "effusion", class_of_interest="oedema").class_of_interest == "effusion"
    assert model("normal").class_of_interest == Finding.NORMAL


def test_a_card_may_word_its_classes():
    card_with_words = model("effusion", "nodule", class_labels={"effusion": "Pleural effusion, any size"})
    assert card_with_words.label_of(Finding("effusion")) == "Pleural effusion, any size"
    assert card_with_words.label_of(Finding("nodule")) == "Nodule"
    assert model("effusion", class_labels=["nonsense"]).label_of(Finding("effusion")) == "Effusion"


def test_the_findings_of_a_card_begin_with_the_one_of_interest():
    assert model("pneumonia", "nodule", "normal", class_of_interest="nodule").findings == (
        "nodule", "pneumonia", "normal",
    )  # fmt: skip
    assert model("normal", "nodule", "covid19").findings == ("covid19", "nodule", "normal")


def test_a_model_does_not_look_for_its_class_of_everything_else():
    assert model("covid19", "other").looks_for == ("covid19",)
    assert model("normal", "covid19").looks_for == ("covid19", "normal")
