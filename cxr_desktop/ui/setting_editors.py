"""A widget for each kind of setting, with how it is read and what it shows; knows no dialog and saves nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import Field, dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.ui import languages
from cxr_desktop.ui.fonts import scaled

WIDTH = 208


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)


@dataclass(frozen=True, slots=True)
class Editor:
    """``read`` gives the value as it stands, ``show`` puts another one in; ``heard`` connects a listener."""

    widget: QWidget
    read: Callable[[], Any]
    show: Callable[[Any], None]
    heard: Callable[[Callable[..., None]], object]


def choice_label(value: str | int, unit: str = "") -> str:
    """What a stored choice is called in the dialog. Languages go by their own names."""
    if value in languages.NAMES:
        return languages.NAMES[str(value)]
    words = {
        "auto": _tr("Automatic"),
        "cpu": _tr("Processor (CPU)"),
        "cuda": _tr("Graphics card (CUDA)"),
        "mps": _tr("Graphics card (Apple)"),
        "system": _tr("As the system"),
        "dark": _tr("Dark"),
        "light": _tr("Light"),
        "risk": _tr("By risk"),
        "arrival": _tr("First come, first served"),
    }
    if isinstance(value, str):
        return words.get(value, _tr(value.replace("_", " ").capitalize()))
    return f"{value}\u00a0{unit_word(unit)}".strip()


def unit_word(unit: str) -> str:
    """A unit in the reader's language; signs are the same in all."""
    return _tr(unit) if unit.isalpha() else unit


def value_words(spec: Field[Any], value: Any, models: Sequence[ModelCard] = ()) -> str:
    """A value as its editor shows it, for a tooltip."""
    if isinstance(value, bool):
        return _tr("on") if value else _tr("off")
    if spec.name == "model":
        return dict(_models(models)).get(value, value)
    if "choices" in spec.metadata:
        return choice_label(value, spec.metadata.get("unit", ""))
    if isinstance(value, float) and _is_share(spec):
        return f"{100 * value:g}\u00a0%"
    if isinstance(value, (int, float)):
        return f"{value:,}\u00a0{unit_word(spec.metadata.get('unit', ''))}".strip()
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def editor_for(spec: Field[Any], value: Any, models: Sequence[ModelCard] = ()) -> Editor:
    """By the kind of the value and what the field says of it. Raises ``TypeError`` for a kind that has no editor."""
    about = spec.metadata
    if isinstance(value, bool):
        return _check(value)
    if spec.name == "model":
        return _combo(value, _models(models))
    if "choices" in about:
        return _combo(value, [(choice, choice_label(choice, about.get("unit", ""))) for choice in about["choices"]])
    if isinstance(value, int):
        return _whole(spec, value)
    if isinstance(value, float):
        return _share(spec, value) if _is_share(spec) else _decimal(spec, value)
    if isinstance(value, str):
        return _line(value)
    if isinstance(value, tuple):
        return _lines(value)
    raise TypeError(f"no editor for the setting {spec.name}")


def _is_share(spec: Field[Any]) -> bool:
    return bool(spec.metadata.get("maximum", 1.0) <= 1.0) and not spec.metadata.get("unit")


def _models(models: Sequence[ModelCard]) -> list[tuple[str, str]]:
    return [("", _tr("Bundled default")), *((card.name, f"{card.title} {card.version}") for card in models)]


def _check(value: bool) -> Editor:
    box = QCheckBox()
    box.setChecked(value)
    return Editor(box, box.isChecked, box.setChecked, box.toggled.connect)


def _combo(value: Any, options: Sequence[tuple[Any, str]]) -> Editor:
    box = QComboBox()
    box.setMinimumWidth(scaled(WIDTH))
    for stored, words in options:
        box.addItem(words, stored)

    def show(wanted: Any) -> None:
        found = box.findData(wanted)
        if found < 0:
            # The chosen model is not there now; it must not be lost by opening this dialog.
            box.addItem(str(wanted), wanted)
            found = box.count() - 1
        box.setCurrentIndex(found)

    show(value)
    return Editor(box, box.currentData, show, box.currentIndexChanged.connect)


def _spin(box: QSpinBox | QDoubleSpinBox, suffix: str) -> None:
    box.setSuffix(suffix)
    box.setGroupSeparatorShown(True)
    box.setMinimumWidth(scaled(WIDTH))
    _indent(box)


def _indent(box: QAbstractSpinBox) -> None:
    """A stylesheet's padding does not reach the text of a spin box."""
    box.lineEdit().setTextMargins(6, 0, 0, 0)


def _whole(spec: Field[Any], value: int) -> Editor:
    box, unit = QSpinBox(), spec.metadata.get("unit", "")
    box.setRange(spec.metadata["minimum"], spec.metadata["maximum"])
    _spin(box, f" {unit_word(unit)}" if unit else "")
    box.setValue(value)
    return Editor(box, box.value, box.setValue, box.valueChanged.connect)


def _decimal(spec: Field[Any], value: float) -> Editor:
    box, unit = QDoubleSpinBox(), spec.metadata.get("unit", "")
    box.setRange(spec.metadata["minimum"], spec.metadata["maximum"])
    box.setDecimals(2)
    _spin(box, f" {unit_word(unit)}" if unit else "")
    box.setValue(value)
    return Editor(box, _exact(box, value, 1.0), box.setValue, box.valueChanged.connect)


def _share(spec: Field[Any], value: float) -> Editor:
    box = QDoubleSpinBox()
    box.setRange(100 * spec.metadata["minimum"], 100 * spec.metadata["maximum"])
    box.setDecimals(1)
    _spin(box, " %")
    box.setValue(100 * value)
    read = _exact(box, value, 100.0)
    return Editor(box, read, lambda wanted: box.setValue(100 * wanted), box.valueChanged.connect)


def _exact(box: QDoubleSpinBox, value: float, scale: float) -> Callable[[], float]:
    """Decimals are cut in the box; what was not touched keeps its exact value."""
    before = box.value()
    return lambda: value if box.value() == before else round(box.value() / scale, 6)


def _line(value: str) -> Editor:
    field = QLineEdit(value)
    field.setMinimumWidth(scaled(WIDTH))
    return Editor(field, lambda: field.text().strip(), field.setText, field.textChanged.connect)


def _lines(value: tuple[str, ...]) -> Editor:
    """One entry a line."""
    field = QPlainTextEdit("\n".join(value))
    field.setMinimumWidth(scaled(WIDTH))
    field.setFixedHeight(scaled(96))
    field.setTabChangesFocus(True)

    def read() -> tuple[str, ...]:
        return tuple(line.strip() for line in field.toPlainText().splitlines() if line.strip())

    return Editor(field, read, lambda wanted: field.setPlainText("\n".join(wanted)), field.textChanged.connect)
