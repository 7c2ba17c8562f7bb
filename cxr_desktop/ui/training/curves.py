"""Loss, accuracy, AUC and learning rate of a run as they come, training beside validation; starts and reads nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.languages import margins
from cxr_desktop.ui.training.chart import GUIDE, MAIN, SECOND, Chart, Ink, Swatch
from cxr_desktop.ui.training.trace import Trace

REDRAW_MS = 100
_SINGLE = Ink("tick", 1.0, alpha=0.4)
"""The loss of single batches: a cloud behind the line."""
_KEYS = {"val_auc": "val_macro_auc"}
"""Where an event's key is not the curve's name: the AUC is the mean over the classes."""


class _Curve:
    """One trace, its line, its place in the key."""

    def __init__(self, chart: Chart, ink: Ink, name: str = "", digits: int = 3) -> None:
        """``name`` is for those who hear the key; the numbers beside the swatches are enough to see."""
        self.trace = Trace()
        self.name = name
        self._chart, self._digits = chart, digits
        self._line = chart.add_line(ink)
        self._key = chart.add_key("", ink, name) if name else None

    def draw(self) -> None:
        """Give the plot what there is."""
        xs, ys = self.trace.points
        self._line.setData(xs, ys, symbol=None)
        if self._key is not None:
            self._chart.set_key(self._key, self.value())

    def value(self) -> str:
        """The latest one."""
        last = self.trace.last
        if last is None:
            return ""
        return f"{last:.{self._digits}f}" if self._digits else f"{last:.1e}"


class Curves(QWidget):
    """Feed it every event of a run; it draws at most ten times a second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        epoch = self.tr("Epoch")
        loss, accuracy = (Chart(title, "", whole_x=True) for title in (self.tr("Loss"), self.tr("Accuracy")))
        auc, rate = (Chart(title, epoch, whole_x=True) for title in (self.tr("AUC"), self.tr("Learning rate")))
        self._charts = (loss, accuracy, auc, rate)
        training, validation = self.tr("training"), self.tr("validation")
        self._batch_loss = _Curve(loss, _SINGLE)
        self._curves = {
            "train_loss": _Curve(loss, SECOND, training),
            "val_loss": _Curve(loss, MAIN, validation),
            "train_accuracy": _Curve(accuracy, SECOND, training),
            "val_accuracy": _Curve(accuracy, MAIN, validation),
            "val_auc": _Curve(auc, MAIN, validation),
        }
        self._rate = _Curve(rate, MAIN, self.tr("now"), digits=0)
        self._best = [chart.add_upright(GUIDE) for chart in self._charts[:3]]
        self._build(training, validation)
        self._soon = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._soon.timeout.connect(self.draw)

    def _build(self, training: str, validation: str) -> None:
        key = QHBoxLayout()
        key.setSpacing(6)
        for ink, words in ((MAIN, validation), (SECOND, training), (_SINGLE, self.tr("single batches")),
                           (GUIDE, self.tr("best epoch"))):  # fmt: skip
            key.addWidget(Swatch(ink))
            key.addWidget(label(words, TextSize.CAPTION, "second"))
            key.addSpacing(12)
        key.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(margins(0, 0, 16, 0))
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        grid.addLayout(key, 0, 0, 1, 2)
        for number, chart in enumerate(self._charts):
            grid.addWidget(chart, 1 + number // 2, number % 2)

    def set_history(self, epochs: Iterable[Mapping[str, Any]]) -> None:
        """What was before this window looked: the epochs of the run so far."""
        for curve in self._all():
            curve.trace.clear()
        for line in self._best:
            line.hide()
        for event in epochs:
            self._take_epoch(event)
        self.draw()

    def mark_best(self, epoch: float) -> None:
        """The epoch that would be published now."""
        for line in self._best:
            line.setPos(epoch)
            line.show()

    def add_event(self, event: Mapping[str, Any]) -> None:
        """A batch or an epoch; anything else is not drawn."""
        kind = event.get("event")
        if kind == "batch":
            self._take_batch(event)
        elif kind == "epoch":
            self._take_epoch(event)
        elif kind == "checkpoint" and event.get("best"):
            self.mark_best(float(event["epoch"]))
            return
        else:
            return
        if not self._soon.isActive():
            self._soon.start()

    def draw(self) -> None:
        """Show all that came."""
        self._soon.stop()
        for curve in self._all():
            curve.draw()
        for chart, curves in zip(self._charts, self._by_chart(), strict=True):
            chart.describe(", ".join(f"{curve.name} {curve.value()}" for curve in curves if curve.value()))

    def points(self, name: str) -> tuple[list[float], list[float]]:
        """x and y of ``train_loss``, ``val_loss``, …, ``batch_loss`` or ``learning_rate``."""
        named = {**self._curves, "batch_loss": self._batch_loss, "learning_rate": self._rate}
        return named[name].trace.points

    def _by_chart(self) -> list[list[_Curve]]:
        curves = list(self._curves.values())
        return [curves[:2], curves[2:4], curves[4:], [self._rate]]

    def _all(self) -> list[_Curve]:
        return [self._batch_loss, *self._curves.values(), self._rate]

    def _take_batch(self, event: Mapping[str, Any]) -> None:
        x = float(event["epoch"]) - 1 + float(event["batch"]) / max(1, event["batches"])
        _add(self._batch_loss, x, event.get("loss"))
        _add(self._rate, x, event.get("learning_rate"))

    def _take_epoch(self, event: Mapping[str, Any]) -> None:
        x = float(event["epoch"])
        for name, curve in self._curves.items():
            _add(curve, x, event.get(_KEYS.get(name, name)))
        _add(self._rate, x, event.get("learning_rate"))


def _add(curve: _Curve, x: float, value: Any) -> None:
    """A loss that is not a number (null in the line) leaves a gap in time, not a zero."""
    if value is not None:
        curve.trace.append(x, float(value))
