"""Questions about the image in view, between the window and the engine; asks none and answers none itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from cxr_desktop.bridge.inference_worker import InferenceWorker
from cxr_desktop.domain.map_method import MapOffer
from cxr_desktop.engine.checkpoint import list_models
from cxr_desktop.engine.messages import Answer, MapQuestion, Question, ShortcutQuestion
from cxr_desktop.ui.main_window import MainWindow

BESIDE = ("gate", "orientation", "lungs")
"""Roles of the models that work beside the one that scores."""


class EvidenceRoom(QObject):
    """Heat maps by other methods, tests for shortcuts, and the cards of the models in ``dirs`` that give no finding."""

    def __init__(self, window: MainWindow, worker: InferenceWorker, dirs: Sequence[Path]) -> None:
        super().__init__(window)
        window.dialogs.beside = tuple(card for role in BESIDE for card in list_models(dirs, role))
        self._methods, self._shortcuts = window.desk.methods, window.desk.shortcuts
        self._methods.maps_wanted.connect(worker.ask)
        self._methods.given_up.connect(lambda: worker.withdraw_question(MapQuestion))
        self._shortcuts.test_wanted.connect(worker.ask)
        self._shortcuts.given_up.connect(lambda: worker.withdraw_question(ShortcutQuestion))
        worker.maps_offered.connect(self._on_offers)
        worker.answered.connect(self._on_answered)
        worker.question_advanced.connect(self._on_advanced)

    @Slot(object)
    def _on_offers(self, offers: tuple[MapOffer, ...]) -> None:
        self._methods.set_offers(offers)

    @Slot(object, object)
    def _on_answered(self, question: Question, answer: Answer) -> None:
        if isinstance(question, MapQuestion):
            self._methods.take(question, answer)
        else:
            self._shortcuts.take(question, answer)

    @Slot(object, float)
    def _on_advanced(self, question: Question, share: float) -> None:
        if isinstance(question, MapQuestion):
            self._methods.advance(question, share)
