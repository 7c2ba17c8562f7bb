from __future__ import annotations

from dataclasses import replace

import pytest

from cxr_desktop.bridge.entry_shelf import EntryShelf
from cxr_desktop.domain.conflict import OTHER_PERSON
from cxr_desktop.domain.errors import StoreError
from cxr_desktop.domain.impression import Impression
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.domain.worklist import ScoreState
from tests.worklist.samples import entry


class Archive:
    def __init__(self, *studies) -> None:
        self.studies = {each.key: each for each in studies}
        self.asked: list[list[str]] = []
        self.broken = False

    def load(self, keys):
        if self.broken:
            raise StoreError("The saved worklist is damaged.")
        self.asked.append(list(keys))
        return {key: self.studies[key] for key in keys if key in self.studies}


STUDIES = [entry(number, 0.5) for number in range(6)]
KEYS = [each.key for each in STUDIES]


@pytest.fixture
def archive():
    return Archive(*STUDIES)


@pytest.fixture
def shelf(archive):
    made = EntryShelf()
    made.source = archive
    return made


def test_a_study_is_read_with_its_page_once(shelf, archive):
    assert shelf.held(KEYS[0]) is None
    assert shelf.get(KEYS[0], lambda: KEYS[:3]) is shelf.get(KEYS[0], lambda: KEYS) is STUDIES[0]
    assert shelf.get(KEYS[2], lambda: KEYS) is STUDIES[2]
    assert archive.asked == [KEYS[:3]]


def test_what_was_told_is_not_read_and_what_was_forgotten_is_read_anew(shelf, archive):
    told = replace(STUDIES[1], read_by="Reader")
    shelf.put(told)
    assert list(shelf.each(KEYS[:3])) == [STUDIES[0], told, STUDIES[2]]
    assert archive.asked == [[KEYS[0], KEYS[2]]]
    shelf.forget([KEYS[1]])
    assert shelf.get(KEYS[1], list) is STUDIES[1]


def test_no_more_is_kept_than_a_reader_looks_at(shelf, monkeypatch):
    monkeypatch.setattr("cxr_desktop.bridge.entry_shelf._MOST_READ", 2)
    for key in KEYS:
        shelf.get(key, list)
    assert [key for key in KEYS if shelf.held(key)] == KEYS[-2:]


def test_a_blind_reader_gets_no_scores_wherever_a_study_comes_from(shelf):
    said = Impression(KEYS[3], (Finding.NORMAL,), "2026-01-02", blind=True, recorded=True)
    shelf.source.studies[KEYS[3]] = recorded = replace(STUDIES[3], impression=said)
    shelf.blind = True
    assert shelf.put(STUDIES[0]).risk is None
    assert [each.state for each in shelf.each(KEYS[:3])] == [ScoreState.HIDDEN] * 3
    assert shelf.get(KEYS[3], list) == recorded


def test_studies_that_another_contradicts_are_flagged_as_they_are_read(shelf):
    shelf.contradicted = frozenset(KEYS[:1])
    flagged, plain = shelf.each(KEYS[:2])
    assert flagged.images[0].radiograph.flags == (OTHER_PERSON,)
    assert plain == STUDIES[1]
    shelf.clear()
    assert shelf.get(KEYS[0], list) == STUDIES[0]


def test_what_cannot_be_read_says_so_and_is_tried_again(shelf, archive, caplog):
    archive.broken = True
    missing = shelf.get(KEYS[0], list)
    assert missing.key == KEYS[0]
    assert "could not be read" in missing.reason
    assert "damaged" in caplog.text
    archive.broken = False
    assert shelf.get(KEYS[0], list) is STUDIES[0]
    assert "could not be read" in shelf.get("none", list).reason
