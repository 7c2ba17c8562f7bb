"""What a number of the model is worth: operating points with intervals, and predictive values at a prevalence."""

from __future__ import annotations

from math import exp, log

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from cxr_desktop.domain.model_card import ModelCard, OperatingPoint
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.labels import ElidedLabel, label

LOWEST_PREVALENCE = 0.001
HIGHEST_PREVALENCE = 0.99
_STEPS = 1000
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


def _log_odds(share: float) -> float:
    return log(share / (1 - share))


def prevalence_at(step: int) -> float:
    """Even steps of log-odds, so that 0.1 %, 1 %, 10 % and 50 % are all easy to reach."""
    low, high = _log_odds(LOWEST_PREVALENCE), _log_odds(HIGHEST_PREVALENCE)
    return 1 / (1 + exp(-(low + (high - low) * step / _STEPS)))


def step_of(prevalence: float) -> int:
    """The nearest step of the slider."""
    low, high = _log_odds(LOWEST_PREVALENCE), _log_odds(HIGHEST_PREVALENCE)
    share = min(HIGHEST_PREVALENCE, max(LOWEST_PREVALENCE, prevalence))
    return round((_log_odds(share) - low) / (high - low) * _STEPS)


def target_words(target: str) -> str:
    """``sensitivity 0.98`` as ``98 % sens.``; anything else as the card has it."""
    name, _, value = target.partition(" ")
    short = {
        "sensitivity": QCoreApplication.translate("evidence", "{0} sens."),
        "specificity": QCoreApplication.translate("evidence", "{0} spec."),
    }
    try:
        return short[name].format(wording.percent(float(value)))
    except (KeyError, ValueError):
        return target


class EvidenceSection(QWidget):
    """A column per operating point. Signal ``prevalence_changed(float)`` when the reader moves the slider."""

    prevalence_changed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._points: tuple[OperatingPoint, ...] = ()
        self._table = QWidget()
        self._cells = self._build_table()
        self._tested = ElidedLabel(tone="second", size=TextSize.CAPTION)
        self._none = label(tone="second", wrap=True)
        self._prevalence_row = self._build_slider()
        self._values = QWidget()
        self._value_cells = self._build_values()
        for part in (self._none, self._table, self._tested, self._prevalence_row, self._values):
            layout.addWidget(part)
        self.set_prevalence(0.05)

    def _grid(self, parent: QWidget, names: list[str]) -> list[list[QLabel]]:
        grid = QGridLayout(parent)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        rows = []
        for row, name in enumerate(names):
            grid.addWidget(label(name, tone="second"), row, 0)
            cells = [label(), label()]
            for column, cell in enumerate(cells, start=1):
                cell.setAlignment(_RIGHT)
                grid.addWidget(cell, row, column)
            rows.append(cells)
        grid.setColumnMinimumWidth(0, 80)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        return rows

    def _build_table(self) -> list[list[QLabel]]:
        names = [
            self.tr("Chosen for"),
            self.tr("Threshold"),
            self.tr("Sensitivity"),
            self.tr("Specificity"),
        ]
        return self._grid(self._table, names)

    def _build_values(self) -> list[list[QLabel]]:
        return self._grid(self._values, [self.tr("PPV · NPV")])

    def _build_slider(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._prevalence_label = label(tone="second")
        self._prevalence_label.setMinimumWidth(112)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, _STEPS)
        self._slider.setPageStep(50)
        self._slider.setAccessibleName(self.tr("Prevalence"))
        self._slider.setToolTip(self.tr("Share of studies with this finding where you work; sets PPV and NPV"))
        self._slider.valueChanged.connect(self._on_moved)
        layout.addWidget(self._prevalence_label)
        layout.addWidget(self._slider, 1)
        return row

    def _on_moved(self, step: int) -> None:
        self._show_values()
        self.prevalence_changed.emit(prevalence_at(step))

    def prevalence(self) -> float:
        """Where the slider stands, 0…1."""
        return prevalence_at(self._slider.value())

    def set_prevalence(self, prevalence: float) -> None:
        """Move the slider without telling anyone."""
        self._slider.blockSignals(True)
        self._slider.setValue(step_of(prevalence))
        self._slider.blockSignals(False)
        self._show_values()

    def set_card(self, card: ModelCard | None, finding: Finding) -> None:
        """Show the lowest and the highest operating point of one class."""
        points = card.operating_points_of(finding) if card is not None else ()
        self._points = points if len(points) < 2 else (points[0], points[-1])
        for part in (self._table, self._tested, self._prevalence_row, self._values):
            part.setVisible(bool(self._points))
        self._none.setVisible(not self._points)
        if card is None:
            self._none.setText(self.tr("The model's card is not available."))
        else:
            self._none.setText(self.tr("The model's card gives no operating point for this class."))
        for cells in (*self._cells, *self._value_cells):
            for cell in cells[len(self._points) :]:
                cell.clear()
        name = wording.finding_label(finding, card)
        for column, point in enumerate(self._points):
            self._show_point(column, point, name)
        self._show_values()

    def _show_point(self, column: int, point: OperatingPoint, name: str) -> None:
        texts = (
            target_words(point.target),
            wording.probability(point.threshold),
            wording.with_interval(point.sensitivity, point.sensitivity_interval),
            wording.with_interval(point.specificity, point.specificity_interval),
        )
        for cells, text in zip(self._cells, texts, strict=True):
            cells[column].setText(text)
            cells[column].setToolTip(
                self.tr("In brackets the 95 % interval. TP {0}, FN {1}, TN {2}, FP {3}").format(
                    point.true_positives, point.false_negatives, point.true_negatives, point.false_positives
                )
            )
        positives = wording.number(point.true_positives + point.false_negatives)
        negatives = wording.number(point.true_negatives + point.false_positives)
        words = self.tr("95\u00a0% intervals, on {0} with and {1} without {2}").format(positives, negatives, name)
        where = f": {wording.plain(point.measured_on)}" if point.measured_on else ""
        self._tested.setText(f"{words}{where}.")

    def _show_values(self) -> None:
        self._prevalence_label.setText(self.tr("Prevalence {0}").format(wording.percent(self.prevalence())))
        for column, point in enumerate(self._points):
            positive, negative = point.predictive_values(self.prevalence())
            both = wording.percent(positive), wording.percent(negative, fine_above=0.99)
            self._value_cells[0][column].setText(" · ".join(both))

    def texts(self) -> list[list[str]]:
        """Rows of the shown cells, for tests and for screen readers' sake the same strings."""
        return [[cell.text() for cell in cells] for cells in (*self._cells, *self._value_cells)]
