"""The wizard beside the window: opened once, given the worklist's labels and studies, asked before the window goes."""

from __future__ import annotations

import pytest

from tests.conftest import QT_MISSING

pytestmark = [
    # The offscreen platform of the tests has no stacking order.
    pytest.mark.qt_log_ignore("This plugin does not support"),
    pytest.mark.window,
    pytest.mark.skipif(bool(QT_MISSING), reason=f"Qt's libraries are missing: {QT_MISSING}"),
]


@pytest.fixture
def room(qtbot, request):
    """A room beside a window with three studies, and what it was told."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from cxr_desktop.bridge.worklist_model import WorklistModel
    from cxr_desktop.settings import Settings
    from cxr_desktop.training_room import TrainingRoom
    from cxr_desktop.ui.cell_words import CellWords
    from cxr_desktop.ui.main_window import MainWindow
    from tests.ui.entries import CARD, entries

    words = CellWords()
    model = WorklistModel(words)
    window = MainWindow(Settings(notice_acknowledged=True)).furnish(model, words)
    qtbot.addWidget(window)
    model.upsert(entries([0.9, 0.5, 0.1]))
    made = TrainingRoom(window, model.entries, lambda path: 0, lambda: [CARD])
    window.training_requested.connect(made.open)
    window.asked_to_close = made.close
    yield made
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_the_menu_opens_one_wizard_and_brings_it_back(room):
    room._window.named["training"].trigger()
    first = room._wizard
    assert first is not None
    assert first.isVisible()
    room._window.named["training"].trigger()
    assert room._wizard is first


def test_a_closed_wizard_is_forgotten_and_another_begins_afresh(room):
    room.open()
    first = room._wizard
    first.close()
    assert room._wizard is None
    room.open()
    assert room._wizard is not first


def test_the_window_stays_while_the_reader_wants_to_stay_with_a_training(room, monkeypatch):
    room.open()
    monkeypatch.setattr(room._wizard, "may_close", lambda: False)
    room._window.show()
    assert not room._window.close()
    assert room._window.isVisible()
    monkeypatch.undo()
    assert room._window.close()


def test_what_was_published_and_chosen_reaches_the_program(room, qtbot):
    room.open()
    with qtbot.waitSignal(room.model_published) as published:
        room._wizard.model_published.emit("mine")
    with qtbot.waitSignal(room.use_model_requested) as wanted:
        room._wizard.use_model_requested.emit("mine")
    assert published.args == wanted.args == ["mine"]


def test_labels_of_the_worklist_are_offered_once_there_are_some(room):
    room.set_label_count(12)
    room.open()
    assert room._wizard.parts.count_impressions() == 12


def test_the_guard_calls_studies_as_the_list_does_and_hides_names_with_it(room):
    names = {study.name for study in room._studies()}
    assert len(names) == 3
    room._window.named["hide_identity"].trigger()
    hidden = {study.name for study in room._studies()}
    assert hidden == {"Study 1", "Study 2", "Study 3"}
