"""A child that works: what it does, how far it is, and a way to end it; knows no child."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from cxr_desktop.ui import wording
from cxr_desktop.ui.labels import ElidedLabel


def _tr(text: str) -> str:
    return QCoreApplication.translate("progress", text)


def progress_words(event: Mapping[str, Any]) -> str:
    """``Reading images: 214 of 1,300``, from an event "progress"."""
    what = str(event.get("what") or "")
    what = what[:1].upper() + what[1:]
    done, total = event.get("done"), event.get("total")
    if isinstance(done, int) and isinstance(total, int) and total > 0:
        return _tr("{0}: {1} of {2}").format(what, wording.number(done), wording.number(total))
    return what


class ProgressRow(QWidget):
    """``stop_requested()``. Hidden until ``begin``."""

    stop_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = ElidedLabel(tone="second")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self._bar.setMaximumWidth(240)
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self.stop_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._stop)
        self.hide()

    def begin(self, words: str) -> None:
        """Something has started; how long it takes is not known yet."""
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 0)
        self.show()

    def show_event(self, event: Mapping[str, Any]) -> None:
        """An event of the child; only progress is shown."""
        if event.get("event") != "progress":
            return
        done, total = event.get("done"), event.get("total")
        if isinstance(done, int) and isinstance(total, int) and total > 0:
            self._bar.setRange(0, total)
            self._bar.setValue(min(done, total))
        self._words.setText(progress_words(event))

    def words(self) -> str:
        """What is said."""
        return self._words.text()
