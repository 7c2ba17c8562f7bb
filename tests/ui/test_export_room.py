"""From the key to the job and back to the dialog, with a made-up child (pytest-qt)."""

from __future__ import annotations

import threading
from collections import Counter

import pytest

from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.export.job import Form
from cxr_desktop.export.written import Ending, Written
from cxr_desktop.export_room import ExportRoom
from cxr_desktop.ui.export_words import Scope
from tests.ui.entries import CARD, entries


class FakeProcess:
    """Waits until it is told how to end."""

    def __init__(self, job):
        self.job, self.go, self.stopped = job, threading.Event(), False

    def run(self, tell):
        tell(1, 3)
        assert self.go.wait(20)
        ending = Ending.CANCELLED if self.stopped else Ending.DONE
        return Written(self.job.new_folder, Counter({Form.CSV: 1}), ending=ending)

    def stop(self):
        self.stopped = True
        self.go.set()

    def kill(self):
        self.go.set()


@pytest.fixture
def room(make_window, tmp_path):
    window = make_window(entries([0.9, 0.1, 0.5, 0.7]))
    made = []

    def process_of(job):
        made.append(FakeProcess(job))
        return made[-1]

    built = ExportRoom(window, lambda: ModelCards(CARD), process_of)
    built.made, built.window = made, window
    built.dialog.choices.set_folder(tmp_path)
    yield built
    assert built.stop()


def press(room) -> None:
    room.window.named["export"].trigger()


def test_the_key_opens_the_choices_with_what_there_is(room):
    press(room)
    assert room.dialog.isVisible()
    texts = [button.text() for button in room.dialog.choices.scope_buttons.values()]
    assert texts[2:] == ["List as filtered · 4", "All · 4"]


def test_the_job_holds_the_studies_in_their_shown_order_and_a_free_folder(room, qtbot, tmp_path):
    press(room)
    room.dialog.choices.export.click()
    job = room.made[0].job
    assert [entry.key for entry in job.entries] == [entry.key for entry in room.window.model.shown_entries()]
    assert not job.identity.shown
    assert job.new_folder.parent == tmp_path
    assert not job.new_folder.exists()
    assert set(job.places) == {Form.XLSX, Form.PDF}
    assert all(place.is_relative_to(job.new_folder) for place in job.places.values())


def test_the_study_in_hand_and_the_selected_ones_are_told_apart(room):
    room.window.worklist.view.select_row(2)
    assert [e.key for e in room._entries(Scope.STUDY)] == [room.window.model.entry_at(2).key]
    room.window.worklist.view.selectAll()
    assert room._entries(Scope.SELECTED) == room.window.model.shown_entries()


def test_progress_and_end_reach_the_dialog_and_the_next_export_may_begin(room, qtbot):
    press(room)
    room.dialog.choices.export.click()
    qtbot.waitUntil(lambda: room.dialog.progress.words() == "1 of 3")
    room.made[0].go.set()
    qtbot.waitUntil(lambda: room.dialog.shows(room.dialog.result_page))
    assert room.dialog.result_page.words()[0] == "1 file written"
    room.dialog.again_requested.emit()
    assert room.dialog.shows(room.dialog.choices)


def test_while_one_runs_the_key_shows_it_instead_of_new_choices(room, qtbot):
    press(room)
    room.dialog.choices.export.click()
    room.dialog.progress.hide_button.click()
    press(room)
    assert room.dialog.isVisible()
    assert room.dialog.shows(room.dialog.progress)
    assert len(room.made) == 1
    room.made[0].go.set()
    qtbot.waitUntil(lambda: room.dialog.shows(room.dialog.result_page))


def test_an_export_that_ended_unseen_is_told_when_the_key_is_pressed_again(room, qtbot):
    press(room)
    room.dialog.choices.export.click()
    room.dialog.progress.hide_button.click()
    room.made[0].go.set()
    qtbot.waitUntil(lambda: room.dialog.shows(room.dialog.result_page))
    assert not room.dialog.isVisible()
    press(room)
    assert room.dialog.shows(room.dialog.result_page)
    room.dialog.reject()
    press(room)
    assert room.dialog.shows(room.dialog.choices)


def test_cancel_reaches_the_child_and_what_is_whole_is_told(room, qtbot):
    press(room)
    room.dialog.choices.export.click()
    room.dialog.progress.cancel.click()
    qtbot.waitUntil(lambda: room.dialog.shows(room.dialog.result_page))
    assert room.made[0].stopped
    assert room.dialog.result_page.words()[:2] == [
        "Cancelled",
        "1 file was written whole before that; the rest is missing.",
    ]


def test_closing_the_window_ends_a_running_export(room):
    press(room)
    room.dialog.choices.export.click()
    assert room.stop()
    assert room.made[0].stopped


def test_without_a_model_it_says_so(make_window, tmp_path):
    window = make_window(entries([0.9]))
    room = ExportRoom(window, lambda: None, FakeProcess)
    window.named["export"].trigger()
    room.dialog.choices.export.click()
    assert "No model is installed" in window.banner.message()
