"""How long a training would take here: a child that trains for ten seconds, asked once per recipe and data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cxr_desktop.bridge.training_command import STOPPED, CommandFactory
from cxr_desktop.bridge.training_run import spare_threads
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.labels import label, set_tone
from cxr_desktop.ui.training.progress_row import progress_words

WAIT_MS = 800
"""A reader who walks along the cards is not followed by a child for each."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Estimate", text)


def duration(seconds: float) -> str:
    """``about 2 h 10 min``, as exact as ten seconds of measuring allow."""
    minutes = round(seconds / 60)
    if seconds < 90:
        words = _tr("{0} s").format(max(1, round(seconds)))
    elif minutes < 100:
        words = _tr("{0} min").format(minutes)
    elif minutes < 600:
        hours, rest = divmod(10 * round(minutes / 10), 60)
        words = _tr("{0} h {1} min").format(hours, rest) if rest else _tr("{0} h").format(hours)
    elif minutes < 48 * 60:
        words = _tr("{0} h").format(round(minutes / 60))
    else:
        words = _tr("{0} days").format(round(minutes / 1440))
    return _tr("about {0}").format(words)


class Estimate(QWidget):
    """``measured(dict)``: the event "probe" of what was asked for."""

    measured = Signal(dict)

    def __init__(self, factory: CommandFactory) -> None:
        super().__init__()
        self.command = factory()
        self.command.setParent(self)
        self.command.event.connect(self._on_event)
        self.command.finished.connect(self._on_finished)
        self._known: dict[tuple[str, ...], dict[str, Any]] = {}
        self._asked: tuple[str, ...] = ()
        self._running: tuple[str, ...] = ()
        self._found: dict[str, Any] = {}
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self.measure)
        self._title = label(size=TextSize.TITLE, semibold=True)
        self._words = label(size=TextSize.CAPTION, tone="second", wrap=True)
        self._button = QPushButton()
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self._on_button)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._words)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(words, 1)
        layout.addWidget(self._button)
        self.ask(())

    def ask(self, arguments: Sequence[str]) -> None:
        """RECIPE --data … of what the reader has in hand; measured after a moment unless it is known already."""
        asked = tuple(arguments)
        if asked and asked == self._asked:
            return
        self._asked = asked
        self._wait.stop()
        if self.command.is_running() and self._running != asked:
            self.command.stop()
        if asked in self._known:
            self._show(self._known[asked])
        elif asked:
            self._say(self.tr("Not measured yet"), self.tr("Trains for ten seconds and forgets what was learnt."))
            self._wait.start()
        else:
            self._say(self.tr("Not measured yet"), "")
        self._name_button()

    def measure(self) -> None:
        """Ask the child now."""
        self._wait.stop()
        if not self._asked or self.command.is_running():
            # The one that is being stopped says when it has ended.
            return
        self._running, self._found = self._asked, {}
        self._say(self.tr("Measuring…"), self.tr("Trains for ten seconds and forgets what was learnt."))
        self.command.start(["probe", *self._asked, "--threads", str(spare_threads())])
        self._name_button()

    def pause(self) -> None:
        """The reader is elsewhere: what runs is ended, what waits is dropped."""
        self._wait.stop()
        self._asked = ()
        self.command.stop()

    def close_down(self) -> None:
        """The wizard goes away."""
        self._wait.stop()
        self.command.close()

    def texts(self) -> tuple[str, str]:
        """What is shown."""
        return self._title.text(), self._words.text()

    def _on_button(self) -> None:
        if self.command.is_running():
            self.command.stop()
        else:
            self.measure()

    def _on_event(self, event: dict[str, Any]) -> None:
        if event.get("event") == "probe":
            self._found = event
        elif event.get("event") == "progress" and self._running == self._asked:
            self._say(self.tr("Measuring…"), progress_words(event))

    def _on_finished(self, ok: bool, reason: str) -> None:
        running, self._running = self._running, ()
        if ok and self._found:
            self._known[running] = self._found
        if running == self._asked:
            if running in self._known:
                self._show(self._known[running])
            elif reason == STOPPED:
                self._say(self.tr("Not measured"), self.tr("The measurement was stopped."))
            else:
                self._say(self.tr("Could not be measured"), reason, tone="above")
        elif self._asked and self._asked not in self._known:
            self._wait.start()
        self._name_button()

    def _show(self, found: Mapping[str, Any]) -> None:
        seconds = found.get("seconds_total")
        title = duration(float(seconds)) if isinstance(seconds, int | float) else self.tr("measured")
        title = title[:1].upper() + title[1:]
        parts = []
        if isinstance(found.get("seconds_per_epoch"), int | float):
            words = duration(float(found["seconds_per_epoch"]))
            parts.append(self.tr("{0} per epoch").format(words))
        if isinstance(found.get("images_per_second"), int | float):
            parts.append(self.tr("{0} images/s").format(f"{found['images_per_second']:.1f}"))
        device = str(found.get("device") or "")
        if device:
            name = "CPU" if device.startswith("cpu") else f"GPU {device}"
            parts.append(f"{name} {found.get('precision') or ''}".strip())
        self._say(title, " · ".join(parts))
        self.measured.emit(dict(found))

    def _say(self, title: str, words: str, tone: str = "second") -> None:
        self._title.setText(title)
        self._words.setText(words)
        set_tone(self._words, tone)
        self.setAccessibleName(f"{title}. {words}")

    def _name_button(self) -> None:
        self._button.setText(self.tr("Stop") if self.command.is_running() else self.tr("Measure"))
        self._button.setEnabled(bool(self._asked))
        self._button.setVisible(self._asked not in self._known)
