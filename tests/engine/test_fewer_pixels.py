from __future__ import annotations

from dataclasses import replace

import pytest

from cxr_desktop.domain.model_card import OperatingPoint
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.engine.fewer_pixels import Change, are_enough, change_of, may_do
from tests.engine.fake_engine import CARD

COVID = Finding.COVID19


def card(*thresholds: float, temperature: float = 1.0, **measured: float):
    block = {"films": 200, "temperature": 1.0, **measured}
    points = tuple(OperatingPoint(COVID, "t", threshold, 1, 1, 1, 1) for threshold in thresholds)
    document = {**CARD.document, "reduced_decoding": block if measured else {}}
    return replace(CARD, temperature=temperature, operating_points=points, document=document)


def test_what_nobody_measured_is_not_trusted():
    for unknown in (card(), card(temperature=2.0, probability_change=0.001)):
        assert change_of(unknown) is None
        assert not may_do(unknown)
        assert not are_enough(unknown, {COVID: 0.01})
    assert change_of(card(probability_change=0.001)) == Change(0.001, None)


@pytest.mark.parametrize(
    ("measured", "is_trusted"),
    [({"probability_change": 0.002}, True), ({"probability_change": 0.0021}, False),
     ({"probability_change": 0.0021, "log_odds_change": 0.01}, True)],
)  # fmt: skip
def test_a_model_that_moves_by_more_needs_its_log_odds_to_be_known(measured, is_trusted):
    assert may_do(card(**measured)) is is_trusted


def test_a_number_is_not_trusted_near_another_band():
    steady = card(0.2, 0.4, 0.6, probability_change=0.001)
    found = {share: are_enough(steady, {COVID: share, Finding.NORMAL: 1 - share}) for share in (0.197, 0.199, 0.4, 0.6)}
    assert found == {0.197: True, 0.199: False, 0.4: True, 0.6: False}


@pytest.mark.parametrize(
    ("share", "enough"), [(0.01, True), (0.2, True), (0.35, False), (0.5, False), (0.65, False), (0.8, True)]
)
def test_log_odds_that_move_far_move_a_probability_far_in_the_middle_of_the_scale_only(share, enough):
    lively = card(probability_change=0.0023, log_odds_change=0.009)
    assert are_enough(lively, {COVID: share, Finding.NORMAL: 1 - share}) is enough


def test_the_band_is_parted_by_what_log_odds_move():
    lively = card(0.1, probability_change=0.0023, log_odds_change=0.009)
    moved = 2 * 1.1 * 0.009 * 0.1 * 0.9
    assert are_enough(lively, {COVID: 0.1 + 1.1 * moved})
    assert not are_enough(lively, {COVID: 0.1 + 0.9 * moved})
