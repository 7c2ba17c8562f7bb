"""Where a run is: a headline, a line of details, a bar, the time left; shows what it is told, controls nothing."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.labels import ElidedLabel, label
from cxr_desktop.ui.status_line import ProgressTrack
from cxr_desktop.ui.theme import current_theme
from cxr_desktop.ui.training.event_words import device_words, duration

QUICK = 10.0
"""Under so many images a second a decimal matters."""


class RunStatus(QWidget):
    """``set_state`` for what the process does, ``add_event`` for how far it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._device = "", ""
        self._place: dict[str, Any] = {}
        self._best: Any = None
        self._trained = False
        self._headline = label(size=TextSize.TITLE, semibold=True)
        self._details = ElidedLabel(tone="second")
        self._left = label(size=TextSize.TITLE, semibold=True)
        self._until = label(tone="second")
        self._bar = ProgressTrack()
        self._bar.setAccessibleName(self.tr("Progress of the training"))
        self._bar.setMinimumWidth(0)
        self._bar.setMaximumWidth(16_777_215)
        self._bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bar.set_theme(current_theme())
        right = Qt.AlignmentFlag.AlignRight
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._headline, 0, 0)
        grid.addWidget(self._left, 0, 1, right)
        grid.addWidget(self._details, 1, 0)
        grid.addWidget(self._until, 1, 1, right)
        grid.setRowMinimumHeight(2, 4)
        grid.addWidget(self._bar, 3, 0, 1, 2)

    def clear(self) -> None:
        """Another run."""
        self._device, self._place, self._best, self._trained = "", {}, None, False
        self._bar.set_share(0.0)

    def texts(self) -> tuple[str, str, str, str]:
        """Headline, details, time left, end."""
        return self._headline.text(), self._details.text(), self._left.text(), self._until.text()

    def share(self) -> float:
        """How much of the bar is filled."""
        return self._bar.share()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._bar.set_theme(current_theme())

    def showEvent(self, event: QShowEvent) -> None:
        """A widget that was never shown does not hear of another theme."""
        super().showEvent(event)
        self._bar.set_theme(current_theme())

    def set_state(self, state: str, asked: bool = False) -> None:
        """As ``TrainingRun`` names it; ``asked`` where the run was told to end and has not yet."""
        self._state = "stopping" if asked else state
        self._show()

    def add_event(self, event: Mapping[str, Any]) -> None:
        """Any event of the run."""
        kind = event.get("event")
        if kind in ("started", "resumed"):
            self._device = device_words(event)
        if kind in ("started", "resumed", "batch", "epoch", "progress", "finished", "stopped"):
            self._place.update(event)
            if kind != "progress":
                self._place.pop("what", None)
        if kind == "epoch":
            self._place.update(batch=None)
        if kind in ("started", "resumed", "finished"):
            self._trained = kind == "finished"
        if kind == "finished":
            self._best = event.get("best_epoch")
        elif kind == "checkpoint" and event.get("best"):
            self._best = event.get("epoch")
        self._show()

    def _show(self) -> None:
        self._headline.setText(self._headline_words())
        self._details.setText(self._details_words())
        running = self._state == "running" and self._place.get("what") is None and not self._trained
        left = self._place.get("seconds_left") if running else None
        self._left.setText(wording.time_left(float(left)) if left is not None else "")
        self._until.setText(_end_words(float(left)) if left is not None else "")
        self._bar.set_share(self._done())

    def _epoch_words(self) -> str:
        epoch, epochs = self._place.get("epoch"), self._place.get("epochs")
        if epoch is None or epochs is None:
            return ""
        return self.tr("epoch {0} of {1}").format(wording.number(int(epoch)), wording.number(int(epochs)))

    def _headline_words(self) -> str:
        epoch = self._epoch_words()
        where = self.tr(" in {0}").format(epoch) if epoch else ""
        words = {
            "starting": self.tr("Starting"),
            "running": self._running_words(epoch),
            "stopping": self.tr("Ending: this batch, then everything is saved"),
            "paused": self.tr("Paused{0}").format(where),
            "stopped": self.tr("Stopped{0}").format(where),
            "failed": self.tr("The training failed{0}").format(where),
            "finished": self.tr("Finished"),
        }
        return words.get(self._state, "")

    def _running_words(self, epoch: str) -> str:
        if self._trained:
            return self.tr("Trained. The report is made")
        return epoch[:1].upper() + epoch[1:] if epoch else self.tr("Running")

    def _details_words(self) -> str:
        what = self._place.get("what")
        if what is not None and self._state in ("starting", "running"):
            done, total = self._place.get("done") or 0, self._place.get("total") or 0
            return self.tr("{0}: {1} of {2}").format(_sentence(str(what)), wording.number(done), wording.number(total))
        words = {
            "starting": self.tr("The images are read and the network is built"),
            "paused": self.tr("Saved. It goes on exactly here, also after the program was closed"),
            "stopped": self._best_words() or self.tr("No epoch was measured yet"),
            "finished": self._finished_words(),
            "failed": self._best_words(),
        }
        return words[self._state] if self._state in words else self._pace_words()

    def _best_words(self) -> str:
        return self.tr("Best epoch: {0}").format(self._best) if self._best is not None else ""

    def _finished_words(self) -> str:
        seconds = self._place.get("seconds")
        took = self.tr("it took {0}").format(duration(float(seconds))) if seconds is not None else ""
        return ", ".join(part for part in (self._best_words(), took) if part)

    def _pace_words(self) -> str:
        batch, batches = self._place.get("batch"), self._place.get("batches")
        speed = self._place.get("images_per_second")
        parts = []
        if batch is not None and batches:
            parts.append(self.tr("Batch {0} of {1}").format(wording.number(int(batch)), wording.number(int(batches))))
        if speed:
            parts.append(self.tr("{0} images/s").format(f"{speed:.1f}" if speed < QUICK else f"{speed:,.0f}"))
        return " · ".join([*parts, *([self._device] if self._device else [])])

    def _done(self) -> float:
        if self._state == "finished" or self._trained:
            return 1.0
        epoch, epochs = self._place.get("epoch"), self._place.get("epochs")
        if not epoch or not epochs:
            return 0.0
        batch, batches = self._place.get("batch"), self._place.get("batches")
        within = float(batch) / float(batches) if batch is not None and batches else 1.0
        return min(1.0, max(0.0, (float(epoch) - 1 + within) / float(epochs)))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _end_words(seconds: float) -> str:
    """When it will end, with the day where that is not today."""
    end = time.localtime(time.time() + seconds)
    same_day = end.tm_yday == time.localtime().tm_yday
    return QCoreApplication.translate("RunStatus", "until about {0}").format(
        time.strftime("%H:%M" if same_day else "%a %H:%M", end)
    )
