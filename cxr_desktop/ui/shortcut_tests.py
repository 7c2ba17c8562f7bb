"""The test for shortcuts of the image in view: asks for it, keeps what came of it in memory; computes nothing."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal

from cxr_desktop.domain.prediction import Prediction, Status
from cxr_desktop.domain.shortcut_test import ShortcutReport
from cxr_desktop.engine.messages import Answer, ScoreRequest, ShortcutQuestion
from cxr_desktop.ui.map_methods import request_of

KEPT = 256

_Key = tuple[str, ScoreRequest, str, str]
"""Content hash, wishes, digest of the model, engine."""


@dataclass(frozen=True, slots=True)
class ShortcutState:
    """``can_run``: the image has a number; ``is_running``: the engine is at it; ``reason``: why nothing came of it."""

    report: ShortcutReport | None = None
    can_run: bool = False
    is_running: bool = False
    reason: str = ""


class ShortcutTests(QObject):
    """Signals: ``test_wanted(ShortcutQuestion)``, ``given_up()`` nobody waits for a test any more,
    ``changed(ShortcutState)``.
    """

    test_wanted = Signal(object)
    given_up = Signal()
    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[_Key, ShortcutReport] = OrderedDict()
        self._key: _Key | None = None
        self._asked: _Key | None = None
        self._reason = ""

    def set_prediction(self, prediction: Prediction | None) -> None:
        """The result of the image in view; a test of another image is given up."""
        key = None
        if prediction is not None and prediction.status is Status.SCORED and prediction.scored_by is not None:
            by = prediction.scored_by
            key = prediction.content_hash, request_of(prediction), by.model_digest, by.key
        if key != self._key:
            if self._asked is not None:
                self.given_up.emit()
            self._key, self._asked, self._reason = key, None, ""
            self.changed.emit(self.state())

    def run(self) -> None:
        """Test the image in view; nothing where it has no number, or is being tested."""
        if self._key is None or self._asked is not None:
            return
        self._asked, self._reason = self._key, ""
        self.test_wanted.emit(ShortcutQuestion(self._key[1]))
        self.changed.emit(self.state())

    def take(self, question: ShortcutQuestion, answer: Answer) -> None:
        """What came of it."""
        if self._asked is None or question.request != self._asked[1]:
            return
        reason = answer.reason
        if answer.report is not None and answer.model_digest != self._asked[2]:
            reason = QCoreApplication.translate("shortcut_test", "the model has been changed")
        elif answer.report is not None:
            self._kept[self._asked] = answer.report
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._asked, self._reason = None, reason
        self.changed.emit(self.state())

    def state(self) -> ShortcutState:
        """For the panel."""
        report = self._kept.get(self._key) if self._key is not None else None
        return ShortcutState(report, self._key is not None, self._asked is not None, self._reason)
