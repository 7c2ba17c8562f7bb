"""A new window stands in the place of the old one: told the same, at the same study, and heard alone (qtbot)."""

from __future__ import annotations

from dataclasses import replace
from threading import Thread

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from cxr_desktop.bridge.inference_worker import EngineState, InferenceWorker, Phase
from cxr_desktop.bridge.worklist_model import WorklistModel
from cxr_desktop.domain.map_method import MapMethod, MapOffer
from cxr_desktop.evidence_room import EvidenceRoom
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.scoring_room import ScoringRoom
from cxr_desktop.settings import Settings
from cxr_desktop.ui import fonts
from cxr_desktop.ui.cell_words import CellWords
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.main_window import MainWindow
from cxr_desktop.ui.window_settings import needs_new_window
from cxr_desktop.ui.window_swap import replace_window
from tests.test_scoring_room import Told
from tests.ui.entries import CARD, SCORED_BY, SECOND_CARD, entries, entry, header


@pytest.fixture
def swap(qtbot, speak):
    """``swap(**changes)`` opens a window, tells it much, and puts one with changed settings in its place."""
    made = []

    def swap(**changes):
        words = CellWords()
        model = WorklistModel(words)

        def make(settings):
            window = MainWindow(settings).furnish(model, words)
            made.append(window)
            return window

        old = make(Settings())
        old.set_models([CARD], CARD.name)
        old.set_card(CARD)
        old.set_second_card(SECOND_CARD)
        old.set_folder("Emergency")
        old.set_device("CPU fp32")
        old.set_progress(3, 9, 2.0, 30.0)
        old.set_undo("mark read")
        old.show_error("lateral view", "Try again", lambda: None)
        old.show()
        model.upsert(entries([0.9, 0.5, 0.1]))
        old.worklist.view.select_key(entry(1).key)
        old.named["show_findings"].trigger()
        return old, replace_window(old, lambda: make(replace(Settings(), **changes)))

    yield swap
    for window in made:
        if isValid(window):
            window.close()
            window.deleteLater()


def test_the_new_window_says_the_same_in_the_other_language(swap):
    old, new = swap(language="zh_TW")
    assert new.isVisible()
    assert not old.isVisible()
    assert new.top.texts() == ("Emergency", "Triage model 1.2 · CPU fp32")
    assert new.status.texts()[0] == "正在評分 3／9"
    assert new.banner.message() == "側面照"
    assert new.named["undo"].isEnabled()
    assert new.worklist.summary().startswith("3 未判讀")
    assert new.menus._bar.actions()[0].text() == "檔案"


def test_the_reader_is_at_the_same_study_with_the_same_parts_shown(swap):
    _old, new = swap(language="fa")
    assert new.worklist.view.selected_key() == entry(1).key
    assert not new.named["show_findings"].isChecked()
    assert new.named["show_worklist"].isChecked()


def test_what_was_done_to_the_image_is_done_in_the_new_window_too(make_window):
    old = make_window(entries([0.9]))
    old.worklist.view.select_row(0)
    pixels = np.arange(1200, dtype=np.uint16).reshape(40, 30)
    image = GreyImage(header(old.current_path()), pixels, 1.0, 0.0, "", (), False, None, ())
    old.show_image(image)
    old.viewer.reading.invert()
    new = replace_window(old, lambda: MainWindow(old.settings()).furnish(old.model, old.cell_words))
    assert old.viewer.image is None
    assert new.show_image(image)
    assert new.viewer.viewer_actions["invert"].isChecked()
    new.close()
    new.deleteLater()


def test_the_old_window_hears_nothing_more(swap, qtbot, monkeypatch):
    old, new = swap(language="he")
    monkeypatch.setattr(old.commands, "update", lambda: pytest.fail("the old window still listens"))
    new.model.upsert([entry(5, 0.7)])
    assert "4 טרם פוענחו" in new.worklist.summary()
    with qtbot.waitSignal(old.destroyed, timeout=2000):
        pass
    new.model.upsert([entry(6, 0.6)])
    QApplication.processEvents()
    assert new.model.counts.total == 5


def test_large_text_makes_letters_rows_and_bars_larger(swap):
    old, new = swap(text_percent=150)
    assert fonts.font(TextSize.BODY).pixelSize() == round(13 * 1.5)
    assert fonts.scaled(10) == 15
    assert new.worklist.view.delegate.row_height() == 78
    assert new.top.height() > 48
    assert new.findings.class_rows.sizeHint().height() > 150
    assert QApplication.font().pixelSize() == round(13 * 1.5)
    assert old.isHidden()


def said_by_a_thread(*emissions) -> None:
    """Each is ``(signal, arguments)``; they wait in the event loop as those of a worker do."""
    thread = Thread(target=lambda: [signal.emit(*arguments) for signal, arguments in emissions])
    thread.start()
    thread.join()


def test_what_threads_say_while_the_new_window_is_made_is_said_to_it_too(make_window):
    old, threads = make_window(entries([0.9])), Told()
    worker = InferenceWorker(lambda folders: None, lambda predictions: None)
    ScoringRoom(old, threads, threads, threads)
    EvidenceRoom(old, worker, [])
    offers = tuple(MapOffer(method, 0.1) for method in MapMethod)

    def make():
        said_by_a_thread(
            (threads.ready, (SCORED_BY, CARD)),
            (threads.state_changed, (EngineState(Phase.PAUSED, "Paused"),)),
            (worker.maps_offered, (offers,)),
        )
        new = MainWindow(old.settings()).furnish(old.model, old.cell_words)
        ScoringRoom(new, threads, threads, threads)
        EvidenceRoom(new, worker, [])
        return new

    new = replace_window(old, make)
    new.worklist.view.select_row(0)
    assert "CPU" in new.top.texts()[1]
    assert new.named["pause"].isChecked()
    assert not new.desk.methods.state().offers[-1].reason
    new.close()
    new.deleteLater()


def test_a_new_study_that_was_told_of_is_still_told_of(make_window):
    old = make_window(entries([0.9, 0.2]))
    old.arrivals.tell([entry(0, 0.9)])
    new = replace_window(old, lambda: MainWindow(old.settings()).furnish(old.model, old.cell_words))
    assert new.arrivals.toast.isVisible()
    new.named["go_to_new"].trigger()
    assert new.worklist.view.selected_key() == entry(0).key
    assert not new.arrivals.toast.isVisible()
    new.close()
    new.deleteLater()


def test_a_message_that_was_closed_does_not_come_back(make_window, qtbot):
    old = make_window(entries([0.9]))
    old.show_error("lateral view")
    old.clear_error()
    new = replace_window(old, lambda: MainWindow(old.settings()).furnish(old.model, old.cell_words))
    assert not new.banner.isVisible()
    new.close()
    new.deleteLater()


@pytest.mark.parametrize(
    ("changes", "needed"),
    [({"language": "fa"}, True), ({"text_percent": 130}, True), ({"keys": ("a\tB",)}, True),
     ({"theme": "light"}, False), ({"prevalence": 0.5}, False)],
)  # fmt: skip
def test_only_what_new_widgets_alone_can_wear_needs_a_new_window(changes, needed):
    assert needs_new_window(Settings(), replace(Settings(), **changes)) is needed


@pytest.mark.parametrize(("percent", "size"), [(100, (1280, 720)), (150, (1280, 720)), (150, (1600, 1000))])
def test_at_every_text_size_the_window_keeps_its_least_size(qtbot, speak, percent, size):
    words = CellWords()
    window = MainWindow(replace(Settings(), text_percent=percent)).furnish(WorklistModel(words), words)
    qtbot.addWidget(window)
    window.set_card(CARD)
    window.resize(*size)
    window.show()
    assert window.width() == size[0]
    assert window.minimumSizeHint().width() <= 1280
    assert window.viewer.width() >= 300
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    window.close()
