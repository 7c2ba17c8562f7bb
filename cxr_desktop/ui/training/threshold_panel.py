"""What a threshold does: sensitivity, specificity, predictive values and the table of four, as the reader moves it."""

from __future__ import annotations

from math import isnan

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from cxr_desktop.domain.model_card import OperatingPoint
from cxr_desktop.ui import wording
from cxr_desktop.ui.evidence_section import prevalence_at, step_of
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import label, rule
from cxr_desktop.ui.training.report_data import FEW, SNAP_TARGETS, Report, snap_steps
from cxr_desktop.ui.training.threshold_slider import ThresholdSlider

_PREVALENCE_STEPS = 1000
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ThresholdPanel(QWidget):
    """Signals: ``class_changed(str)``, ``point_changed(OperatingPoint)`` for every move of the threshold."""

    class_changed = Signal(str)
    point_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self._points: tuple[OperatingPoint, ...] = ()
        self.classes = QComboBox()
        self.classes.setFont(font())
        self.classes.setAccessibleName(self.tr("Class"))
        self.classes.currentIndexChanged.connect(self._on_class)
        self.slider = ThresholdSlider()
        self.slider.setAccessibleName(self.tr("Threshold"))
        self.slider.setToolTip(self.tr("From this probability on an image is called; arrow keys move by one image"))
        self.slider.row_chosen.connect(self._on_row)
        self._threshold = label(size=TextSize.TITLE, semibold=True)
        self._snaps: dict[float, QPushButton] = {}
        self.prevalence = QSlider(Qt.Orientation.Horizontal)
        self.prevalence.setRange(0, _PREVALENCE_STEPS)
        self.prevalence.setPageStep(50)
        self.prevalence.setAccessibleName(self.tr("Prevalence"))
        self.prevalence.setToolTip(self.tr("Share of images with this finding where you work; sets PPV and NPV"))
        self._prevalence_words = label(tone="second")
        self._rates: dict[str, QLabel] = {}
        self._cells: dict[str, QLabel] = {}
        self._few = label(size=TextSize.CAPTION, tone="between", wrap=True)
        self._build()
        self.prevalence.setValue(step_of(0.05))
        self.prevalence.valueChanged.connect(self._show)

    # --- parts

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.classes)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Threshold"), tone="second"))
        head.addStretch(1)
        head.addWidget(self._threshold)
        layout.addLayout(head)
        layout.addWidget(self.slider)
        layout.addLayout(self._snap_row())
        layout.addWidget(rule())
        layout.addLayout(
            self._rate_rows((("sensitivity", self.tr("Sensitivity")), ("specificity", self.tr("Specificity"))))
        )
        layout.addWidget(rule())
        row = QHBoxLayout()
        row.setSpacing(8)
        self._prevalence_words.setMinimumWidth(112)
        row.addWidget(self._prevalence_words)
        row.addWidget(self.prevalence, 1)
        layout.addLayout(row)
        layout.addLayout(self._rate_rows((("ppv", self.tr("PPV")), ("npv", self.tr("NPV")))))
        layout.addWidget(rule())
        layout.addLayout(self._table())
        layout.addWidget(self._few)
        layout.addStretch(1)

    def _snap_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(label(self.tr("At sensitivity"), tone="second"))
        row.addStretch(1)
        group = QButtonGroup(self)
        group.setExclusive(False)
        for target in SNAP_TARGETS:
            button = QPushButton(wording.percent(target))
            button.setFont(font(TextSize.CAPTION))
            button.setProperty("kind", "quiet")
            button.setAutoDefault(False)
            button.setCheckable(True)
            button.setAccessibleName(self.tr("Threshold of {0} sensitivity").format(wording.percent(target)))
            button.clicked.connect(lambda _checked=False, target=target: self.snap(target))
            group.addButton(button)
            self._snaps[target] = button
            row.addWidget(button)
        return row

    def _rate_rows(self, rows: tuple[tuple[str, str], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for number, (key, words) in enumerate(rows):
            value = label()
            value.setAlignment(_RIGHT)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._rates[key] = value
            grid.addWidget(label(words, tone="second"), number, 0)
            grid.addWidget(value, number, 1)
        return grid

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self._rows = {True: label(tone="second"), False: label(tone="second")}
        for column, words in enumerate((self.tr("Called"), self.tr("Not called")), start=1):
            head = label(words, TextSize.CAPTION, "faint", semibold=True)
            head.setAlignment(_RIGHT)
            grid.addWidget(head, 0, column)
        for row, (shows, keys) in enumerate(((True, ("tp", "fn")), (False, ("fp", "tn"))), start=1):
            grid.addWidget(self._rows[shows], row, 0)
            for column, key in enumerate(keys, start=1):
                cell = label(size=TextSize.TITLE)
                cell.setAlignment(_RIGHT)
                cell.setMinimumWidth(64)
                self._cells[key] = cell
                grid.addWidget(cell, row, column)
        return grid

    # --- what is shown

    def set_report(self, report: Report) -> None:
        """Begin with the class of interest at 95 % sensitivity; the prevalence stays where the reader set it."""
        self._report = report
        self.classes.blockSignals(True)
        self.classes.clear()
        for name in report.classes:
            self.classes.addItem(report.label(name), name)
        self.classes.setCurrentIndex(report.classes.index(report.positive))
        self.classes.blockSignals(False)
        self._on_class()

    def current_class(self) -> str:
        """The class that the numbers are about."""
        return str(self.classes.currentData() or "")

    def point(self) -> OperatingPoint | None:
        """The row of the table that is shown."""
        row = self.slider.value()
        return self._points[row] if row < len(self._points) else None

    def snap(self, target: float) -> None:
        """To the highest threshold that still finds this share."""
        row = snap_steps(self._points).get(target)
        if row is not None:
            self.slider.setValue(row)
        self._show()

    def set_prevalence(self, share: float) -> None:
        """0…1."""
        self.prevalence.setValue(step_of(share))

    def texts(self) -> dict[str, str]:
        """Every number as shown."""
        parts = {"threshold": self._threshold, "few": self._few, **self._rates, **self._cells}
        return {name: part.text() for name, part in parts.items()}

    # --- moves

    def _on_class(self) -> None:
        if self._report is None:
            return
        name = self.current_class()
        self._points = self._report.points(name)
        catches = snap_steps(self._points)
        for target, button in self._snaps.items():
            button.setEnabled(target in catches)
        words = self._report.label(name)
        self._rows[True].setText(self.tr("With {0}").format(words))
        self._rows[False].setText(self.tr("Without"))
        self.class_changed.emit(name)
        self.slider.set_rows(len(self._points), catches, catches.get(0.95, len(self._points) // 2))

    def _on_row(self, _row: int) -> None:
        self._show()
        point = self.point()
        if point is not None:
            self.point_changed.emit(point)

    def _show(self) -> None:
        caught, point = self.slider.caught(), self.point()
        for target, button in self._snaps.items():
            button.setChecked(target == caught)
        share = prevalence_at(self.prevalence.value())
        self._prevalence_words.setText(self.tr("Prevalence {0}").format(wording.percent(share)))
        if point is None:
            for part in (self._threshold, *self._rates.values(), *self._cells.values()):
                part.setText(wording.BLANK)
            self._few.setText(self.tr("The report has no thresholds for this class."))
            return
        self._threshold.setText(threshold_words(point.threshold))
        self._show_rates(point, share)
        counts = {
            "tp": point.true_positives,
            "fn": point.false_negatives,
            "fp": point.false_positives,
            "tn": point.true_negatives,
        }
        for key, count in counts.items():
            self._cells[key].setText(wording.number(count))
        self._few.setText(self._few_words(point))
        self._few.setVisible(bool(self._few.text()))

    def _show_rates(self, point: OperatingPoint, share: float) -> None:
        positives, negatives = sides(point)
        self._rates["sensitivity"].setText(
            wording.with_interval(point.sensitivity, point.sensitivity_interval) if positives else wording.BLANK
        )
        self._rates["specificity"].setText(
            wording.with_interval(point.specificity, point.specificity_interval) if negatives else wording.BLANK
        )
        known = positives and negatives
        ppv, npv = point.predictive_values(share) if known else (float("nan"), float("nan"))
        self._rates["ppv"].setText(wording.percent(ppv) if not isnan(ppv) else wording.BLANK)
        self._rates["npv"].setText(wording.percent(npv, fine_above=0.99) if not isnan(npv) else wording.BLANK)

    def _few_words(self, point: OperatingPoint) -> str:
        positives, negatives = sides(point)
        if 0 < positives < FEW:
            return self.tr("Only {0} images show it: one of them moves sensitivity by {1} points.").format(
                positives, f"{100 / positives:.0f}"
            )
        if 0 < negatives < FEW:
            return self.tr("Only {0} images do not show it: one of them moves specificity by {1} points.").format(
                negatives, f"{100 / negatives:.0f}"
            )
        if not positives or not negatives:
            return self.tr("One side has no image, so its rate is not known.")
        return ""


def sides(point: OperatingPoint) -> tuple[int, int]:
    """Images with the finding, and without."""
    return point.true_positives + point.false_negatives, point.true_negatives + point.false_positives


def threshold_words(threshold: float) -> str:
    """Two decimals where they say enough, more near 0 and 1."""
    return f"{threshold:.2f}" if 0.01 <= threshold <= 0.99 else f"{threshold:.4f}"
