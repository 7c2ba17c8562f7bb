"""Which label of the data means which class: one line per label; knows no data set."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from cxr_desktop.domain.prediction import KNOWN_FINDINGS
from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import ElidedLabel, label
from cxr_desktop.ui.training.inspection import class_label
from cxr_desktop.ui.training.state import LEFT_OUT

_EDITOR_WIDTH = 176
_MOST = 40
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LONGEST = 40


def as_class_name(words: str) -> str:
    """What the reader typed as the name of a class: small letters, digits, - and _; "" where nothing is left."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")[:_LONGEST]


class LabelMapping(QWidget):
    """``changed(dict)``: label → class; "" leaves the label out."""

    changed = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._editors: dict[str, QComboBox] = {}
        self._last: dict[str, str] = {}
        self._labels: list[str] = []

    def set_labels(self, labels: Mapping[str, int], mapping: Mapping[str, str]) -> None:
        """Show these instead; emits nothing."""
        if list(labels) == self._labels and dict(mapping) == self.mapping():
            return
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._editors, self._last, self._labels = {}, dict(mapping), list(labels)
        heads = (self.tr("LABEL IN THE DATA"), self.tr("IMAGES"), self.tr("MEANS"))
        for column, words in enumerate(heads):
            side = _RIGHT if column == 1 else Qt.AlignmentFlag(0)
            self._grid.addWidget(label(words, TextSize.CAPTION, "faint", semibold=True), 0, column, side)
        shown = sorted(labels, key=lambda name: -labels[name])[:_MOST]
        for row, name in enumerate((name for name in labels if name in shown), 1):
            self._add_row(row, name, labels[name], mapping.get(name, LEFT_OUT))
        if len(labels) > len(shown):
            words = self.tr("{0} rarer labels mean what they say.").format(wording.number(len(labels) - len(shown)))
            self._grid.addWidget(label(words, TextSize.CAPTION, "second", wrap=True), len(shown) + 1, 0, 1, 3)

    def mapping(self) -> dict[str, str]:
        """As it stands."""
        edited = {name: self._target(name, editor) for name, editor in self._editors.items()}
        return {name: edited.get(name, kept) for name, kept in self._last.items()}

    def editor(self, name: str) -> QComboBox:
        """The box of one label."""
        return self._editors[name]

    def _add_row(self, row: int, name: str, count: int, target: str) -> None:
        self._grid.addWidget(ElidedLabel(wording.plain(name) or self.tr("(no label)")), row, 0)
        self._grid.addWidget(label(wording.number(count), tone="second"), row, 1, _RIGHT)
        editor = QComboBox()
        editor.setFont(font())
        editor.setFixedWidth(_EDITOR_WIDTH)
        editor.setEditable(True)
        editor.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        editor.setAccessibleName(self.tr("Class of the label {0}").format(wording.plain(name)))
        editor.setToolTip(self.tr("Choose a class, type a name of your own, or leave the label out."))
        names = [str(finding) for finding in KNOWN_FINDINGS]
        own = as_class_name(name)
        for extra in ("other", own, target):
            if extra and extra not in names:
                names.append(extra)
        for known in names:
            editor.addItem(class_label(known), known)
        editor.addItem(self.tr("Leave out"), LEFT_OUT)
        with QSignalBlocker(editor):
            editor.setCurrentIndex(editor.findData(target))
        editor.activated.connect(self._tell)
        line = editor.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._tell)
        self._editors[name] = editor
        self._grid.addWidget(editor, row, 2)

    def _target(self, name: str, editor: QComboBox) -> str:
        """The class of a label; words of which no name can be made change nothing."""
        words = editor.currentText().strip()
        chosen = editor.findText(words)
        return str(editor.itemData(chosen)) if chosen >= 0 else as_class_name(words) or self._last.get(name, LEFT_OUT)

    def _tell(self) -> None:
        before, after = self._last, self.mapping()
        for name, editor in self._editors.items():
            words = class_label(after[name]) if after[name] else self.tr("Leave out")
            if editor.currentText() != words:
                editor.setEditText(words)
        self._last = after
        if after != before:
            self.changed.emit(after)
