"""The classes of a model, one row each, of which one is chosen for the heat map; knows no engine."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from cxr_desktop.domain.impression import ClassVerdicts, Verdict
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding, Prediction, Status
from cxr_desktop.ui import wording
from cxr_desktop.ui.bars import Bar, bar_of, paint_bar
from cxr_desktop.ui.fonts import TextSize, font, scaled
from cxr_desktop.ui.key_bindings import with_key
from cxr_desktop.ui.languages import mirrored
from cxr_desktop.ui.model_legend import ModelLegend
from cxr_desktop.ui.second_opinion_words import model_name
from cxr_desktop.ui.theme import DARK, Theme
from cxr_desktop.ui.verdict_marks import VerdictMarks

_MARGIN = 16
_NAME_WIDTH, _WIDEST_NAME = 96, 148
"""The column of names is as wide as the longest, between the two; one that is cut is whole in its tooltip."""
_EDGE = 10
"""Beside the marks, which have air of their own."""
_NUMBER_WIDTH = 40
_SECOND_WIDTH = 36


class ClassRow(QAbstractButton):
    """Name, bar with ticks, number, what a second model says and what the reader thinks of the number; checked where
    its heat map is shown."""

    def __init__(self, finding: Finding, name: str) -> None:
        super().__init__()
        self.finding = finding
        self.name_width = _NAME_WIDTH
        self.second_name = ""
        """Who gives the second number; "" where there is no room for one."""
        self._theme = DARK
        self._bar = Bar(None)
        self.setCheckable(True)
        self.setText(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.marks = VerdictMarks(name, self)
        self.marks.hide()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = theme
        self.marks.set_theme(theme)
        self.update()

    def set_judging(self, on: bool) -> None:
        """Whether the reader can say what they think of the number."""
        self.marks.setVisible(on)
        self.update()

    def set_bar(self, bar: Bar, known: bool) -> None:
        """``known`` is false for a class that the model of this result did not have."""
        self._bar = bar
        self.setEnabled(known)
        value = wording.probability(bar.value)
        words = f", {wording.band(bar.band)}" if bar.band is not None else ""
        other = f"; {self.second_name} {wording.probability(bar.second)}" if bar.second is not None else ""
        self.setAccessibleName(f"{self.text()} {value}{words}{other}")
        tip = with_key(self.tr("Show the heat map of {0}").format(self.text()), "viewer.next_class", "C")
        if bar.second is not None:
            tip += "\n" + self.tr("{0} says {1}").format(self.second_name, wording.probability(bar.second))
        self.setToolTip(
            wording.escape(tip) if known else self.tr("This model does not look for {0}").format(self.text())
        )
        self.update()

    def value_text(self) -> str:
        """The number as shown."""
        return wording.probability(self._bar.value)

    def second_text(self) -> str:
        """The second model's number as shown, "" where there is none."""
        return wording.probability(self._bar.second) if self.second_name else ""

    def sizeHint(self) -> QSize:
        """A row of 26 pixels."""
        return QSize(300, scaled(26))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The marks stand at the far end."""
        super().resizeEvent(event)
        row, width = QRectF(self.rect()), self.marks.sizeHint().width()
        self.marks.setGeometry(mirrored(QRectF(row.width() - width - _EDGE, 0, width, row.height()), row).toRect())

    def _end(self) -> float:
        """Where the numbers end."""
        if self.marks.isHidden():
            return self.width() - _MARGIN
        return self.width() - _EDGE - self.marks.sizeHint().width() - 4

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row; the chosen one is semibold on the selection's colour."""
        painter = QPainter(self)
        theme, row = self._theme, QRectF(self.rect())
        if self.isChecked():
            painter.fillRect(row, QColor(theme.selection))
            painter.fillRect(mirrored(QRectF(0, 0, 3, row.height()), row), QColor(theme.accent))
        elif self.underMouse() and self.isEnabled():
            painter.fillRect(row, QColor(theme.hover))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRect(row.adjusted(0.5, 0.5, -1.5, -1.5))
        chosen = self.isChecked()
        painter.setFont(font(TextSize.BODY, chosen))
        painter.setPen(QColor(theme.text if chosen else theme.text_second))
        middle = Qt.AlignmentFlag.AlignVCenter
        name = QRectF(_MARGIN, 0, self.name_width, row.height())
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.name_width)
        painter.drawText(mirrored(name, row), Qt.AlignmentFlag.AlignLeft | middle, shown)
        left = _MARGIN + self.name_width + 8
        second_width, number_width = scaled(_SECOND_WIDTH), scaled(_NUMBER_WIDTH)
        right = self._end() - (second_width if self.second_name else 0)
        width = right - number_width - left
        paint_bar(painter, mirrored(QRectF(left, row.center().y() - 4, width, 8), row), self._bar, theme, 3)
        painter.setPen(QColor(theme.text if self.isEnabled() else theme.text_second))
        number = QRectF(right - number_width, 0, number_width, row.height())
        painter.drawText(mirrored(number, row), Qt.AlignmentFlag.AlignRight | middle, self.value_text())
        painter.setFont(font(TextSize.CAPTION, chosen))
        painter.setPen(QColor(theme.text_second))
        other = QRectF(right, 1, second_width, row.height())
        painter.drawText(mirrored(other, row), Qt.AlignmentFlag.AlignRight | middle, self.second_text())
        painter.end()


class ClassRows(QWidget):
    """One row per class of the card, the four known ones where there is no card; arrow keys move between them.

    Signals: ``finding_selected(Finding)`` the reader chose another class, which ``select`` does not emit;
    ``judged(Finding, Verdict)`` one of the marks of a class was pressed.
    """

    finding_selected = Signal(object)
    judged = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Findings of the model"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._layout = layout
        self._theme = DARK
        self._group = QButtonGroup(self)
        self._rows: dict[Finding, ClassRow] = {}
        self._names: dict[Finding, str] = {}
        self._verdicts: dict[Finding, Verdict] = {}
        self._judging, self._may_judge = False, True
        self._group.buttonClicked.connect(self._on_clicked)
        self.legend = ModelLegend()
        layout.addWidget(self.legend)
        self.set_card(None)

    def _on_clicked(self, row: ClassRow) -> None:
        self.finding_selected.emit(row.finding)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = theme
        self.legend.set_theme(theme)
        for row in self._rows.values():
            row.set_theme(theme)

    def set_card(self, card: ModelCard | None) -> None:
        """The rows of another model. The class that was chosen stays so where it can, else it is that of interest."""
        findings = card.findings if card is not None else KNOWN_FINDINGS
        names = {finding: wording.finding_label(finding, card) for finding in findings}
        if names == self._names:
            return
        chosen = self.selected() if self._rows else None
        for row in self._rows.values():
            self._group.removeButton(row)
            row.hide()
            row.deleteLater()
        self._names = names
        self._rows = {finding: ClassRow(finding, name) for finding, name in names.items()}
        metrics = QFontMetricsF(font(TextSize.BODY, semibold=True))
        widest = max(map(metrics.horizontalAdvance, names.values()))
        layout = self._layout
        for row in self._rows.values():
            row.name_width = min(scaled(_WIDEST_NAME), max(_NAME_WIDTH, int(widest) + 4))
            row.set_theme(self._theme)
            row.marks.pressed.connect(partial(self.judged.emit, row.finding))
            self._group.addButton(row)
            layout.insertWidget(layout.indexOf(self.legend), row)
        self._show_verdicts()
        interest = card.class_of_interest if card is not None else Finding.COVID19
        self.select(chosen if chosen in self._rows else interest)

    def set_prediction(
        self, prediction: Prediction | None, card: ModelCard | None, second_card: ModelCard | None = None
    ) -> None:
        """Show the numbers, with a second model's beside them where there is one; blank where there are none."""
        self.set_card(card)
        scored = prediction is not None and prediction.status is Status.SCORED
        second = prediction.second if prediction is not None and scored else None
        name = model_name(second_card, second.scored_by) if second is not None else ""
        for finding, row in self._rows.items():
            value = prediction.probabilities.get(finding) if prediction is not None and scored else None
            other = second.probabilities.get(finding) if second is not None else None
            row.second_name = name
            row.set_bar(replace(bar_of(card, finding, value), second=other), known=value is not None or not scored)
        self.legend.set_models(prediction if second is not None else None, card, second_card)

    def set_judging(self, on: bool) -> None:
        """Whether there is an answer of the model here that the reader may judge."""
        self._judging = on and self._may_judge
        self._show_verdicts()

    def forbid_judging(self) -> None:
        """The marks stay away for good."""
        self._may_judge = False
        self.set_judging(False)

    def is_judging(self) -> bool:
        """Whether the marks are there."""
        return self._judging

    def set_verdicts(self, verdicts: ClassVerdicts) -> None:
        """What the reader thinks of each class."""
        self._verdicts = dict(verdicts)
        self._show_verdicts()

    def _show_verdicts(self) -> None:
        for finding, row in self._rows.items():
            row.set_judging(self._judging and row.isEnabled())
            row.marks.set_verdict(self._verdicts.get(finding))

    def row(self, finding: Finding) -> ClassRow:
        """The row of one class."""
        return self._rows[finding]

    def selected(self) -> Finding:
        """The class whose map is shown."""
        return next(finding for finding, row in self._rows.items() if row.isChecked())

    def select(self, finding: Finding) -> None:
        """Check a row without telling anyone; a class that is not among them changes nothing."""
        if finding in self._rows:
            self._rows[finding].setChecked(True)
