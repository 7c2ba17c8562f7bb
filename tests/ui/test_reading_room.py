"""From a key in the window to the store and back into the list: window, service and store together, no engine."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence

from cxr_desktop.bridge import wiring
from cxr_desktop.bridge.worklist_service import WorklistService
from cxr_desktop.domain.deed import Action
from cxr_desktop.domain.impression import Verdict, Words
from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState, ScoreState
from cxr_desktop.reading_room import ReadingRoom
from cxr_desktop.settings import Settings
from tests.worklist.samples import SCORED_BY, image, scored

READER = replace(Settings(), reader_name="Dr. One")


class Desk:
    """A window on three studies of a store."""

    def __init__(self, qtbot, window, database) -> None:
        self.qtbot, self.window = qtbot, window
        self.service = WorklistService(database, SCORED_BY.model_digest)
        self.room = ReadingRoom(window, self.service)
        wiring.connect_rows(self.service, window.model)
        window.read_state_requested.connect(self.service.set_read_state)
        window.undo_requested.connect(self.service.undo)
        self.generations: list[int] = []
        self.service.folder_loaded.connect(lambda _roots, generation: self.generations.append(generation))
        self.service.start()
        self.service.open_folder(["/in"])
        qtbot.waitUntil(lambda: bool(self.generations))
        images = [image(f"/in/{name}", study_instance_uid=f"1.{name}") for name in "abc"]
        self.service.add(self.generations[0], images)
        self.service.sift(self.generations[0], [])  # waits until they are in
        self.service.record([scored("/in/a", 0.2), scored("/in/b", 0.9), scored("/in/c", 0.5)])
        qtbot.waitUntil(lambda: all(entry.state is not ScoreState.WAITING for entry in window.model.entries()))
        qtbot.waitUntil(lambda: window.model.rowCount() == 3)

    def press(self, keys: str) -> None:
        combination = QKeySequence(keys)[0]
        target = self.window.focusWidget() or self.window
        self.qtbot.keyClick(target, combination.key(), combination.keyboardModifiers())

    def take(self, row: int) -> str:
        self.window.worklist.view.select_row(row)
        return self.window.worklist.view.selected_key()

    def until(self, key: str, holds) -> None:
        self.qtbot.waitUntil(lambda: holds(self.window.model.entry(key)))


@pytest.fixture
def make_desk(qtbot, make_window, tmp_path):
    made: list[Desk] = []

    def make(settings: Settings = READER) -> Desk:
        made.append(Desk(qtbot, make_window((), settings), tmp_path / "worklist.sqlite3"))
        return made[-1]

    yield make
    for desk in made:
        assert desk.service.stop()


def test_a_study_is_read_by_keyboard_alone_and_everything_is_kept(make_desk):
    desk = make_desk()
    key = desk.take(0)
    desk.until(key, lambda study: study.read_state is ReadState.IN_READING)
    for keys in ("Alt+A", "Alt+1", "Ctrl+I"):
        desk.press(keys)
    desk.qtbot.keyClicks(desk.window.focusWidget(), "both bases")
    desk.press("Ctrl+Return")
    desk.until(key, lambda study: study.read_state is ReadState.READ)
    study = desk.window.model.entry(key)
    assert (study.read_by, study.risk) == ("Dr. One", 0.9)
    assert study.impression.words == Words(
        (Finding.COVID19,), Verdict.AGREE, "both bases", (), tuple((f, Verdict.AGREE) for f in KNOWN_FINDINGS)
    )
    assert desk.window.worklist.view.selected_key() != key
    last = [deed for deed in desk.service.deeds() if deed.action is Action.IMPRESSION][-1]
    assert (last.details["note"], last.details["score"], last.details["reader"]) == ("both bases", 0.9, "Dr. One")


def test_single_classes_are_judged_by_key_and_the_log_keeps_what_the_model_said_of_each(make_desk):
    desk = make_desk()
    key = desk.take(0)
    for keys in ("Alt+A", "C", "Ctrl+Shift+D"):
        desk.press(keys)
    classes = {**dict.fromkeys(KNOWN_FINDINGS, Verdict.AGREE), Finding.PNEUMONIA: Verdict.DISAGREE}
    desk.until(key, lambda study: study.impression is not None and dict(study.impression.verdicts) == classes)
    assert desk.window.model.entry(key).impression.verdict is Verdict.DISAGREE
    last = desk.service.deeds()[-1]
    assert last.details["verdicts"] == {str(finding): str(verdict) for finding, verdict in classes.items()}
    assert (last.details["scores"]["covid19"], last.details["override"]) == (0.9, False)
    desk.window.top.filter.put("disagree:pneumonia")
    desk.qtbot.waitUntil(lambda: [e.key for e in desk.window.model.shown_entries()] == [key])
    desk.service.undo()
    desk.until(key, lambda study: set(dict(study.impression.verdicts).values()) == {Verdict.AGREE})


def test_a_study_that_is_only_looked_at_is_free_again(make_desk):
    desk = make_desk()
    first = desk.take(0)
    desk.until(first, lambda study: study.read_state is ReadState.IN_READING)
    second = desk.take(1)
    desk.until(second, lambda study: study.read_state is ReadState.IN_READING)
    desk.until(first, lambda study: study.read_state is ReadState.UNREAD)


def test_the_readers_urgency_moves_the_study_to_the_top_and_undo_takes_it_back(make_desk):
    desk = make_desk()
    key = desk.take(2)
    desk.window.named["urgency_stat"].trigger()
    desk.until(key, lambda study: study.urgency is Urgency.STAT)
    desk.window.model.hold_order(False)
    assert desk.window.model.row_of(key) == 0
    desk.service.undo()
    desk.until(key, lambda study: study.urgency is Urgency.ROUTINE)


def test_a_blind_reader_sees_a_score_only_after_recording_and_it_counts_as_blind(make_desk):
    desk = make_desk(replace(READER, blind_first=True))
    model = desk.window.model
    assert [(study.state, study.risk) for study in model.shown_entries()] == [(ScoreState.HIDDEN, None)] * 3
    key = desk.take(0)
    desk.press("Alt+4")
    desk.until(key, lambda study: study.impression is not None)
    assert model.entry(key).risk is None
    desk.press("Alt+R")
    desk.until(key, lambda study: study.risk == 0.2)
    assert model.entry(key).impression.blind
    assert [study.risk for study in model.shown_entries()] == [0.2, None, None]
    desk.press("Ctrl+B")
    desk.qtbot.waitUntil(lambda: [study.risk for study in model.entries()] == [0.9, 0.5, 0.2])
