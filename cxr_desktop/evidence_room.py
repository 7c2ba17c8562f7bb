"""Questions about the image in view, between the window and the engine; asks none and answers none itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from cxr_desktop.bridge.inference_worker import InferenceWorker
from cxr_desktop.engine.messages import Answer, MapQuestion, Question, ShortcutQuestion
from cxr_desktop.ui.main_window import MainWindow


class EvidenceRoom(QObject):
    """Heat maps by other methods, and tests for shortcuts."""

    def __init__(self, window: MainWindow, worker: InferenceWorker) -> None:
        super().__init__(window)
        self._methods, self._shortcuts = window.desk.methods, window.desk.shortcuts
        self._methods.maps_wanted.connect(worker.ask)
        self._methods.given_up.connect(lambda: worker.withdraw_question(MapQuestion))
        self._shortcuts.test_wanted.connect(worker.ask)
        self._shortcuts.given_up.connect(lambda: worker.withdraw_question(ShortcutQuestion))
        worker.maps_offered.connect(self._methods.set_offers)
        worker.answered.connect(self._on_answered)

    @Slot(object, object)
    def _on_answered(self, question: Question, answer: Answer) -> None:
        if isinstance(question, MapQuestion):
            self._methods.take(question, answer)
        else:
            self._shortcuts.take(question, answer)
