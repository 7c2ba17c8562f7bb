from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cxr_desktop.domain.prediction import Status
from cxr_desktop.domain.triage import Priority, priority, sort_key
from cxr_desktop.domain.worklist import WorklistEntry
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
