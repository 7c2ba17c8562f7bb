"""Images per class and split as a quiet table; knows where no number comes from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.labels import ElidedLabel, label, rule
from cxr_desktop.ui.training.inspection import ClassCount

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ClassTable(QWidget):
    """One row per class, one column per split, sums below."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)

    def set_classes(self, classes: Sequence[ClassCount]) -> None:
        """Show these instead."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        heads = (self.tr("CLASS"), self.tr("TRAINING"), self.tr("VALIDATION"), self.tr("TEST"), self.tr("ALL"))
        for column, words in enumerate(heads):
            head = label(words, TextSize.CAPTION, "faint", semibold=True)
            self._grid.addWidget(head, 0, column, Qt.AlignmentFlag(0) if column == 0 else _RIGHT)
        self._grid.addWidget(rule(), 1, 0, 1, len(heads))
        for row, counts in enumerate(classes, 2):
            self._add_row(row, counts.label, (counts.train, counts.val, counts.test, counts.all))
        sums = [sum(getattr(counts, name) for counts in classes) for name in ("train", "val", "test", "all")]
        self._grid.addWidget(rule(), len(classes) + 2, 0, 1, len(heads))
        self._add_row(len(classes) + 3, self.tr("All"), sums, tone="second")

    def _add_row(self, row: int, name: str, numbers: Sequence[int], tone: str = "") -> None:
        self._grid.addWidget(ElidedLabel(name, tone=tone, semibold=not tone), row, 0)
        splits = (self.tr("training"), self.tr("validation"), self.tr("test"), self.tr("in all"))
        for column, (count, split) in enumerate(zip(numbers, splits, strict=True), 1):
            shown: QLabel = label(wording.number(count), tone=tone or ("second" if column < 4 else ""))
            shown.setAccessibleName(f"{name}, {split}: {wording.number(count)}")
            self._grid.addWidget(shown, row, column, _RIGHT)
