from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cxr_desktop.domain.prediction import Status
from cxr_desktop.domain.triage import BY_RISK, Ordering, Priority, Rule, grade, priority, sort_key
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState, WorklistEntry
from tests.worklist.samples import entry, image, not_scored, rescored, unreadable


def test_the_groups_stand_in_the_order_that_keeps_danger_in_sight():
    not_an_image = WorklistEntry("t", (unreadable("/t", "a text", Status.NOT_AN_IMAGE),), order=0)
    entries = [
        entry(1, 0.9),
        entry(2, reason="lateral view"),
        entry(3, 0.5),
        entry(4),
        entry(5, 0.1),
        not_an_image,
    ]
    shuffled = entries.copy()
    random.Random(1).shuffle(shuffled)
    assert sorted(shuffled, key=sort_key) == entries
    assert [priority(e) for e in entries] == list(Priority)


def test_inside_a_group_risk_falls_and_arrival_breaks_ties():
    entries = [entry(7, 0.95), entry(3, 0.9), entry(5, 0.9), entry(1, 0.8)]
    backwards = entries[::-1]
    assert sorted(backwards, key=sort_key) == entries


def test_a_failure_never_sinks_below_the_negatives():
    assert sort_key(entry(9, reason="the file is truncated")) < sort_key(entry(1, 0.29))


def test_a_model_without_operating_points_counts_as_between():
    bare = entry(1, 0.99)
    bare = rescored(bare, replace(bare.images[0].prediction, risk_band=None))
    assert priority(bare) is Priority.BETWEEN


def test_a_study_being_scored_stands_with_those_that_wait():
    waiting = entry(1)
    scoring = waiting.with_image(replace(waiting.images[0], scoring=True))
    assert priority(scoring) is priority(waiting) is Priority.WAITING


def test_an_unreadable_second_image_does_not_hide_the_risk_of_the_first():
    study = entry(1, 0.9)
    path = "/studies/other"
    study = study.with_image(image(path, not_scored(path)))
    assert priority(study) is Priority.ABOVE


def outcomes():
    risk = st.floats(0, 1).map(lambda r: ("risk", r))
    return st.one_of(risk, st.just(("reason", "lateral")), st.just(("none", None)))


@given(st.lists(outcomes(), min_size=1, max_size=30))
def test_the_order_is_total_and_does_not_depend_on_the_order_of_arrival_of_results(made):
    entries = [
        entry(n, value) if kind == "risk" else entry(n, reason=value or "") for n, (kind, value) in enumerate(made)
    ]
    keys = [sort_key(e) for e in entries]
    assert len(set(keys)) == len(keys)
    backwards = entries[::-1]
    assert sorted(entries, key=sort_key) == sorted(backwards, key=sort_key)


LIMIT_S, NOW = 3600.0, 1_000_000.0
AGEING = Ordering(Rule.RISK, LIMIT_S, NOW)


def arrived(study: WorklistEntry, minutes_ago: float) -> WorklistEntry:
    return replace(study, added_at=NOW - 60 * minutes_ago)


def standing(studies: list[WorklistEntry], ordering: Ordering = AGEING) -> list[int]:
    """Numbers of arrival from top to bottom."""
    return [study.order for study in sorted(studies, key=lambda study: ordering.key(grade(study)))]


def test_a_study_that_waited_too_long_rises_above_all_but_high_risk_and_the_late_stay_in_order_of_risk():
    studies = [
        arrived(entry(1, 0.9), 1),
        arrived(entry(2, reason="lateral view"), 90),
        arrived(entry(3, 0.5), 70),
        arrived(entry(4, 0.1), 200),
        arrived(entry(5, reason="lateral view"), 5),
        arrived(entry(6, 0.6), 59),
    ]
    assert standing(studies) == [1, 2, 3, 4, 5, 6]
    assert [AGEING.has_risen(grade(study)) for study in studies] == [False, True, True, True, False, False]
    assert standing(studies, BY_RISK) == [1, 2, 5, 6, 3, 4]


def test_ageing_can_be_switched_off_and_what_was_read_or_is_no_image_never_rises():
    late = arrived(entry(1, 0.1), 600)
    assert not Ordering(Rule.RISK, 0.0, NOW).has_risen(grade(late))
    assert not Ordering(Rule.ARRIVAL, LIMIT_S, NOW).has_risen(grade(late))
    assert not AGEING.has_risen(grade(late.with_read_state(ReadState.READ, NOW)))
    assert AGEING.has_risen(grade(late.with_read_state(ReadState.IN_READING, NOW)))
    assert not AGEING.has_risen(grade(WorklistEntry("t", (unreadable("/t", "a text", Status.NOT_AN_IMAGE),))))


def test_first_come_first_served_knows_no_risk_but_still_the_urgency():
    urgent = replace(entry(9, 0.01), set_urgency=Urgency.STAT)
    text = WorklistEntry("t", (unreadable("/t", "a text", Status.NOT_AN_IMAGE),), order=0)
    studies = [text, entry(3, 0.1), entry(1, 0.2), entry(2, 0.99), entry(4, reason="lateral"), urgent]
    assert standing(studies, Ordering(Rule.ARRIVAL)) == [9, 1, 2, 3, 4, 0]


def studies(number: int):
    """Any outcome, any wait, any urgency, by header or by the reader's word, in any reading state."""

    def make(outcome, minutes, code, wish, state):
        kind, value = outcome
        made = entry(number, value) if kind == "risk" else entry(number, reason=value or "")
        made = made.with_image(replace(made.images[0], radiograph=replace(made.radiograph, requested_priority=code)))
        return replace(arrived(made, minutes), set_urgency=wish, read_state=state)

    return st.builds(
        make,
        outcomes(),
        st.floats(0, 10_000),
        st.sampled_from(["STAT", "HIGH", "ROUTINE", "MEDIUM", "LOW", "", None, "whatever"]),
        st.sampled_from([None, *Urgency]),
        st.sampled_from(list(ReadState)),
    )


orderings = st.builds(Ordering, st.sampled_from(list(Rule)), st.sampled_from([0.0, LIMIT_S]), st.just(NOW))


@given(studies(1), studies(2), orderings)
def test_the_more_urgent_of_two_studies_never_stands_below_whatever_the_scores_and_the_waits(one, other, ordering):
    if one.urgency.rank < other.urgency.rank:
        assert ordering.key(grade(one)) < ordering.key(grade(other))


@given(studies(1), outcomes(), studies(2), orderings)
def test_a_result_moves_no_study_across_one_of_another_urgency(waiting, outcome, other, ordering):
    kind, value = outcome
    after = entry(1, value) if kind == "risk" else entry(1, reason=value or "")
    header = waiting.images[0].radiograph
    after = replace(waiting, images=(replace(after.images[0], radiograph=header),))
    if waiting.urgency is not other.urgency:
        before_it = ordering.key(grade(waiting)) < ordering.key(grade(other))
        assert (ordering.key(grade(after)) < ordering.key(grade(other))) is before_it


@given(studies(1), studies(2))
def test_what_was_not_scored_never_stands_below_what_is_less_than_high_risk_unless_that_waited_too_long(one, other):
    same = replace(other, set_urgency=one.urgency)
    lower = priority(same) > Priority.NOT_SCORED and not AGEING.has_risen(grade(same))
    if priority(one) is Priority.NOT_SCORED and lower:
        assert AGEING.key(grade(one)) < AGEING.key(grade(same))


@given(st.lists(st.floats(0, 200), min_size=2, max_size=12), orderings)
def test_every_order_is_total_and_stable(waits, ordering):
    made = [arrived(entry(n, 0.5), minutes) for n, minutes in enumerate(waits)]
    assert standing(made, ordering) == standing(made[::-1], ordering)
    assert len({ordering.key(grade(study)) for study in made}) == len(made)


def test_a_clock_that_is_set_back_lets_nothing_rise_and_keeps_the_order_whole():
    entries = [replace(entry(n, risk), added_at=1_000.0 * n) for n, risk in enumerate((0.1, 0.9, 0.4, 0.2), 1)]
    early = Ordering(rise_after_s=60.0, now=-5.0)
    assert not any(early.has_risen(grade(e)) for e in entries)
    assert sorted(entries, key=lambda e: early.key(grade(e))) == sorted(entries, key=sort_key)
