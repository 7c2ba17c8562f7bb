"""Before a model replaces another, the reader sees which studies change place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxr_desktop.domain.model_change import Crossing, Standing, compare
from cxr_desktop.domain.prediction import RiskBand

LOW, MIDDLE, HIGH = RiskBand.BELOW, RiskBand.BETWEEN, RiskBand.ABOVE


def band(risk: float | None, low: float = 0.3, high: float = 0.7) -> RiskBand | None:
    if risk is None:
        return None
    return LOW if risk < low else HIGH if risk >= high else MIDDLE


def standings(**risks: float | None) -> list[Standing]:
    return [Standing(key, risk, band(risk)) for key, risk in risks.items()]


RISKS = st.dictionaries(st.sampled_from("abcdefgh"), st.none() | st.floats(0, 1), max_size=8)


def test_what_falls_below_the_operating_point_stands_first():
    changes = compare(
        standings(stays=0.9, falls=0.5, rises=0.1, lost=0.8, gained=None),
        standings(stays=0.95, falls=0.2, rises=0.8, lost=None, gained=0.4),
    )
    assert [c.key for c in changes] == ["falls", "lost", "rises", "gained", "stays"]
    assert [c.crosses for c in changes] == [True, False, True, False, False]
    falls = changes[0]
    assert (falls.rank_before, falls.rank_after, falls.moves) == (3, 4, 1)
    assert (falls.risk_before, falls.risk_after, falls.band_before, falls.band_after) == (0.5, 0.2, MIDDLE, LOW)


def test_a_study_that_only_one_side_names_is_said_to_be_lost_or_gained():
    gone, new = compare(standings(gone=0.9), standings(new=0.9))
    assert (gone.key, gone.crossing, gone.rank_after, gone.risk_after) == ("gone", Crossing.LOST, None, None)
    assert (new.key, new.crossing, new.rank_before, new.moves) == ("new", Crossing.GAINED, None, 0)


def test_a_study_without_a_number_on_both_sides_is_no_change():
    (change,) = compare(standings(a=None), standings(a=None))
    assert (change.crossing, change.is_change) == (Crossing.STAYS, False)


def test_models_without_operating_points_change_ranks_only():
    changes = compare(
        [Standing("a", 0.9), Standing("b", 0.4), Standing("c", 0.1)],
        [Standing("a", 0.2), Standing("b", 0.4), Standing("c", 0.3)],
    )
    assert [(c.key, c.moves, c.crossing) for c in changes] == [
        ("a", 2, Crossing.STAYS),
        ("b", -1, Crossing.STAYS),
        ("c", -1, Crossing.STAYS),
    ]


def test_ranks_follow_the_bands_of_each_model_and_not_the_bare_number():
    before = [Standing("a", 0.4, HIGH), Standing("b", 0.6, MIDDLE)]
    (a, b) = sorted(compare(before, before), key=lambda c: c.key)
    assert (a.rank_before, b.rank_before) == (1, 2)


@given(RISKS)
def test_a_model_compared_with_itself_changes_nothing(risks):
    assert not any(change.is_change for change in compare(standings(**risks), standings(**risks)))


@given(RISKS, RISKS)
def test_every_study_is_told_once_and_ranks_are_a_permutation(before, after):
    changes = compare(standings(**before), standings(**after))
    assert sorted(change.key for change in changes) == sorted({*before, *after})
    for ranks, risks in (
        ([c.rank_before for c in changes], before),
        ([c.rank_after for c in changes], after),
    ):
        scored = sum(risk is not None for risk in risks.values())
        assert sorted(rank for rank in ranks if rank is not None) == list(range(1, scored + 1))
    kinds = [change.crossing for change in changes]
    assert kinds == sorted(kinds)


@given(RISKS, RISKS)
def test_the_way_back_turns_every_crossing_round(before, after):
    turned = {
        Crossing.FALLS_BELOW: Crossing.RISES_ABOVE,
        Crossing.RISES_ABOVE: Crossing.FALLS_BELOW,
        Crossing.LOST: Crossing.GAINED,
        Crossing.GAINED: Crossing.LOST,
        Crossing.STAYS: Crossing.STAYS,
    }
    there = {c.key: c for c in compare(standings(**before), standings(**after))}
    back = {c.key: c for c in compare(standings(**after), standings(**before))}
    assert {key: turned[c.crossing] for key, c in there.items()} == {key: c.crossing for key, c in back.items()}
