"""The settings, generated from the fields' own titles, limits and choices; saves nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import Field, fields, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QGridLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.settings import Settings
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.scroll_area import OverlayScrollArea

_EDITOR_WIDTH = 208
_OUTSIDE = 128
"""Of the dialog's height what is not rows: margins, buttons, a title bar."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)


def choice_label(value: str) -> str:
    """What a stored choice is called in the dialog."""
    words = {
        "auto": _tr("Automatic"),
        "cpu": _tr("Processor (CPU)"),
        "cuda": _tr("Graphics card (CUDA)"),
        "mps": _tr("Graphics card (Apple)"),
    }
    return words.get(value, _tr(value.capitalize()))


def _indent(box: QAbstractSpinBox) -> None:
    """A stylesheet's padding does not reach the text of a spin box."""
    box.lineEdit().setTextMargins(6, 0, 0, 0)


class SettingsDialog(QDialog):
    """One row per field of ``Settings`` that is not hidden; ``settings()`` is the changed copy."""

    def __init__(self, settings: Settings, models: Sequence[ModelCard] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._settings, self._models = settings, models
        self._editors: dict[str, QWidget] = {}
        self._readers: dict[str, Callable[[], Any]] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(0, 296)
        shown = [spec for spec in fields(Settings) if not spec.metadata.get("hidden")]
        for row, spec in enumerate(shown):
            self._add_row(grid, row, spec)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(24)
        rows = QWidget()
        rows.setLayout(grid)
        grid.setContentsMargins(0, 0, 12, 0)
        scroll = OverlayScrollArea(rows)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._build_buttons())
        # All rows where the screen has room for them, else as many as it has.
        scroll.setMinimumWidth(rows.minimumSizeHint().width())
        room = self.screen().availableGeometry().height() - _OUTSIDE
        self.resize(self.sizeHint().width(), min(rows.sizeHint().height() + _OUTSIDE, room))

    def _add_row(self, grid: QGridLayout, row: int, spec: Field[Any]) -> None:
        editor = self._editor(spec)
        editor.setFont(font())
        editor.setAccessibleName(_tr(spec.metadata["title"]))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(_tr(spec.metadata["title"])))
        if spec.metadata.get("help"):
            words.addWidget(label(_tr(spec.metadata["help"]), TextSize.CAPTION, "second"))
            editor.setToolTip(_tr(spec.metadata["help"]))
        grid.addLayout(words, row, 0)
        grid.addWidget(editor, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._editors[spec.name] = editor

    def _editor(self, spec: Field[Any]) -> QWidget:
        value = getattr(self._settings, spec.name)
        if isinstance(value, bool):
            return self._check(spec, value)
        if spec.name == "model":
            options = [
                ("", _tr("Bundled default")),
                *((card.name, f"{card.title} {card.version}") for card in self._models),
            ]
            return self._combo(spec, value, options)
        if "choices" in spec.metadata:
            return self._combo(spec, value, [(choice, choice_label(choice)) for choice in spec.metadata["choices"]])
        if isinstance(value, int):
            return self._spin(spec, value)
        if isinstance(value, float):
            return self._share(spec, value)
        raise TypeError(f"no editor for the setting {spec.name}")

    def _check(self, spec: Field[Any], value: bool) -> QWidget:
        box = QCheckBox()
        box.setChecked(value)
        self._readers[spec.name] = box.isChecked
        return box

    def _combo(self, spec: Field[Any], value: str, options: Sequence[tuple[str, str]]) -> QWidget:
        box = QComboBox()
        box.setMinimumWidth(_EDITOR_WIDTH)
        for stored, words in options:
            box.addItem(words, stored)
        found = box.findData(value)
        if found < 0:
            # The chosen model is not there now; it must not be lost by opening this dialog.
            box.addItem(value, value)
            found = box.count() - 1
        box.setCurrentIndex(found)
        self._readers[spec.name] = lambda: str(box.currentData())
        return box

    def _spin(self, spec: Field[Any], value: int) -> QWidget:
        box = QSpinBox()
        box.setRange(spec.metadata["minimum"], spec.metadata["maximum"])
        if spec.metadata.get("unit"):
            box.setSuffix(f" {_tr(spec.metadata['unit'])}")
        box.setGroupSeparatorShown(True)
        _indent(box)
        box.setMinimumWidth(_EDITOR_WIDTH)
        box.setValue(value)
        self._readers[spec.name] = box.value
        return box

    def _share(self, spec: Field[Any], value: float) -> QWidget:
        box = QDoubleSpinBox()
        box.setRange(100 * spec.metadata["minimum"], 100 * spec.metadata["maximum"])
        box.setDecimals(1)
        _indent(box)
        box.setSuffix(" %")
        box.setMinimumWidth(_EDITOR_WIDTH)
        box.setValue(100 * value)
        before = box.value()
        # A share is shown in per cent with one decimal; what was not touched keeps its exact value.
        self._readers[spec.name] = lambda: value if box.value() == before else round(box.value() / 100, 6)
        return box

    def _build_buttons(self) -> QWidget:
        box = QDialogButtonBox()
        save = QPushButton(self.tr("Save"))
        save.setProperty("kind", "primary")
        save.setFont(font(semibold=True))
        box.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(QPushButton(self.tr("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def editor(self, name: str) -> QWidget:
        """The widget that edits one field."""
        return self._editors[name]

    def settings(self) -> Settings:
        """The settings as they stand in the dialog."""
        return replace(self._settings, **{name: read() for name, read in self._readers.items()})
