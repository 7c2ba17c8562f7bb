"""What was found in the data: labels and classes, splits, pictures, warnings; says what the reader changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.languages import margins
from cxr_desktop.ui.scroll_area import OverlayScrollArea
from cxr_desktop.ui.training.class_table import ClassTable
from cxr_desktop.ui.training.inspection import Inspection, class_label, notes_of
from cxr_desktop.ui.training.label_mapping import LabelMapping
from cxr_desktop.ui.training.notes import Kind, Notes
from cxr_desktop.ui.training.thumbnails import Thumbnails

_COLUMN_GAP = 32


class InspectionView(QWidget):
    """Signals: ``mapping_changed(dict)``, ``positive_changed(str)``."""

    mapping_changed = Signal(dict)
    positive_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.notes = Notes()
        self.mapping = LabelMapping()
        self.mapping.changed.connect(self.mapping_changed)
        self.table = ClassTable()
        self.thumbnails = Thumbnails()
        self.positive = QComboBox()
        self.positive.setFont(font())
        self.positive.setMinimumWidth(176)
        self.positive.setAccessibleName(self.tr("Class of interest"))
        self.positive.currentIndexChanged.connect(self._on_positive)
        self._build()

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._heading(self.tr("CLASSES AND SPLITS")))
        left.addWidget(self.table)
        left.addSpacing(12)
        left.addWidget(self._heading(self.tr("WHAT THE LABELS MEAN")))
        left.addWidget(self.mapping)
        left.addSpacing(12)
        left.addLayout(self._interest())
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._heading(self.tr("SOME OF THE IMAGES")))
        right.addWidget(self.thumbnails, 1)
        columns = QHBoxLayout()
        columns.setSpacing(_COLUMN_GAP)
        columns.addLayout(left, 5)
        columns.addLayout(right, 4)
        body = QWidget()
        body.setObjectName("scrollBody")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(margins(0, 0, 16, 0))
        inside.setSpacing(20)
        inside.addWidget(self.notes)
        inside.addLayout(columns)
        inside.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.area = OverlayScrollArea(body)
        outer.addWidget(self.area)

    def _heading(self, words: str) -> QWidget:
        return label(words, TextSize.CAPTION, "faint", semibold=True)

    def _interest(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(self.tr("Class of interest")))
        help_text = self.tr("What must not be missed: sensitivity is its share found.")
        words.addWidget(label(help_text, TextSize.CAPTION, "second", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.positive)
        block = QVBoxLayout()
        block.addLayout(row)
        return block

    def show_inspection(
        self, found: Inspection, mapping: Mapping[str, str], positive: str, extra: Sequence[tuple[Kind, str]] = ()
    ) -> None:
        """Show what was found, with the reader's own mapping; emits nothing."""
        labels = {row.name: row.label for row in found.classes}
        self.notes.set_notes([*extra, *notes_of(found)])
        self.table.set_classes(found.classes)
        self.mapping.set_labels(found.labels, mapping)
        self.thumbnails.set_thumbnails(found.thumbnails, labels)
        with QSignalBlocker(self.positive):
            self.positive.clear()
            for name in dict.fromkeys(name for name in mapping.values() if name):
                self.positive.addItem(class_label(name, labels), name)
            self.positive.setCurrentIndex(max(0, self.positive.findData(positive)))

    def _on_positive(self, _index: int) -> None:
        self.positive_changed.emit(str(self.positive.currentData() or ""))
