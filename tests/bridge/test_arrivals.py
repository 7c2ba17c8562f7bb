from __future__ import annotations

import pytest

from cxr_desktop.bridge.arrivals import Arrivals
from cxr_desktop.domain.blindness import for_blind_reader
from cxr_desktop.domain.worklist import ReadState
from tests.worklist.samples import entry


@pytest.fixture
def heard(qtbot):
    """(what is told, the orders of the studies that arrived)"""
    arrivals, keys = Arrivals(), []
    arrivals.arrived.connect(lambda entries: keys.extend(e.order for e in entries))
    arrivals.begin(["/in"])
    arrivals.put([entry(1, 0.95), entry(2)])
    arrivals.listen(["/in"], True)
    return arrivals, keys


def test_a_new_study_above_the_operating_points_is_told_once(heard):
    arrivals, keys = heard
    arrivals.put([entry(3)])
    assert keys == []
    arrivals.put([entry(3, 0.95), entry(4, 0.5)])
    arrivals.put([entry(3, 0.96)])
    assert keys == [3]


def test_what_was_there_when_the_folder_was_opened_is_no_news(heard):
    arrivals, keys = heard
    arrivals.put([entry(1, 0.95), entry(2, 0.99)])
    assert keys == []


def test_what_was_read_meanwhile_and_what_a_blind_reader_may_not_know_is_not_told(heard):
    arrivals, keys = heard
    arrivals.put([entry(5, 0.95).with_read_state(ReadState.READ, 1.0), for_blind_reader(entry(6, 0.95))])
    assert keys == []


def test_another_folder_begins_anew(heard):
    arrivals, keys = heard
    arrivals.begin(["/other"])
    arrivals.put([entry(7, 0.95)])
    arrivals.listen(["/other"], True)
    arrivals.put([entry(8, 0.95)])
    assert keys == [8]
