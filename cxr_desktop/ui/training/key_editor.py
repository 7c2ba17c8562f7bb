"""One editor per type of value, made from what is known of a key; a value that cannot be is said in words."""

from __future__ import annotations

import tomllib
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from cxr_desktop.ui.fonts import font
from cxr_desktop.ui.training.catalogue import Key
from cxr_desktop.ui.training.state import as_toml

WIDTH = 148
_TEXT_HEIGHT = 76
_OPERATIONS = ("operations", "variants")
_INT_MAX = 2**31 - 1


def _tr(text: str) -> str:
    return QCoreApplication.translate("key_editor", text)


def as_text(value: Any) -> str:
    """A value as it stands in a field."""
    if isinstance(value, float):
        return f"{value:g}" if float(f"{value:g}") == value else repr(value)
    if isinstance(value, list | tuple) and value and all(isinstance(item, dict | list) for item in value):
        return "[\n" + "".join(f"  {as_toml(item)},\n" for item in value) + "]"
    return value if isinstance(value, str) else as_toml(value)


def parse(key: Key, text: str) -> Any:
    """What stands in a field. Raises ``ValueError`` with one sentence."""
    if key.type == "str":
        return text
    if key.type == "float":
        try:
            value = float(text.replace(",", "."))
        except ValueError:
            raise ValueError(_tr("This needs a number.")) from None
        return _within(key, value)
    try:
        found = tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        raise ValueError(_tr("This cannot be read. Write it as in {0}.").format(_example(key))) from None
    if not isinstance(found, dict if key.type == "table" else list):
        raise ValueError(_tr("This needs the form {0}.").format(_example(key)))
    for number in found if isinstance(found, list) else ():
        if isinstance(number, int | float) and not isinstance(number, bool):
            _within(key, number)
    return found


def range_words(key: Key) -> str:
    """``0 to 1``, ``from 1``, or nothing."""
    low, high = key.minimum, key.maximum
    if low is None or key.choices:
        return ""
    unit = f" {key.unit}" if key.unit and key.unit != "°" else key.unit
    if high is None or high >= _INT_MAX:
        return _tr("from {0}{1}").format(f"{low:g}", unit)
    top = f"{high:,}" if isinstance(high, int) else f"{high:g}"
    return _tr("{0} to {1}{2}").format(f"{low:g}", top, unit)


def _within(key: Key, value: float) -> float:
    if (
        value != value
        or (key.minimum is not None and value < key.minimum)
        or (key.maximum is not None and value > key.maximum)
    ):
        raise ValueError(_tr("Out of range: {0}.").format(range_words(key)))
    return value


def _example(key: Key) -> str:
    return "{ name = 0.5 }" if key.type == "table" else '["a", "b"]' if key.minimum is None else "[0.5, 1.0]"


class KeyEditor(QWidget):
    """``edited(object)`` with a value that is right; ``wrong(str)`` with the reason where it is not."""

    edited = Signal(object)
    wrong = Signal(str)

    def __init__(self, key: Key, value: Any) -> None:
        super().__init__()
        self.key = key
        self.is_wide = key.type == "table" or key.path.endswith(_OPERATIONS)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.editor = self._make()
        self.editor.setFont(font())
        self.editor.setAccessibleName(key.title)
        self.editor.setAccessibleDescription(key.help)
        self.editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.editor.installEventFilter(self)
        if self.is_wide:
            self.editor.setFixedHeight(_TEXT_HEIGHT)
        elif not isinstance(self.editor, QCheckBox):
            self.editor.setFixedWidth(WIDTH)
        layout.addWidget(self.editor)
        self.set_value(value)

    def set_value(self, value: Any) -> None:
        """Show this; emits nothing."""
        editor = self.editor
        with QSignalBlocker(editor):
            if isinstance(editor, QCheckBox):
                editor.setChecked(bool(value))
            elif isinstance(editor, QComboBox):
                if editor.findData(value) < 0:
                    editor.addItem(as_text(value), value)
                editor.setCurrentIndex(editor.findData(value))
            elif isinstance(editor, QSpinBox):
                editor.setValue(int(value or 0))
            elif isinstance(editor, QPlainTextEdit):
                editor.setPlainText(as_text(value) if value is not None else "")
            elif isinstance(editor, QLineEdit):
                editor.setText(as_text(value) if value is not None else "")
                editor.setCursorPosition(0)

    def _make(self) -> QWidget:
        key = self.key
        if key.type == "bool":
            check = QCheckBox()
            check.toggled.connect(self.edited.emit)
            return check
        if key.choices:
            box = QComboBox()
            for choice in key.choices:
                box.addItem(str(choice).replace("_", " "), choice)
            box.currentIndexChanged.connect(lambda _index: self.edited.emit(box.currentData()))
            return box
        if key.type == "int":
            spin = QSpinBox()
            spin.setRange(int(key.minimum or 0), int(min(key.maximum or _INT_MAX, _INT_MAX)))
            spin.setSuffix(f" {key.unit}" if key.unit else "")
            spin.setSingleStep(32 if key.path == "image_size" else 1)
            spin.setGroupSeparatorShown(True)
            spin.valueChanged.connect(self.edited.emit)
            return spin
        if self.is_wide:
            text = QPlainTextEdit()
            text.setTabChangesFocus(True)
            text.textChanged.connect(lambda: self._on_text(text.toPlainText()))
            return text
        line = QLineEdit()
        line.textEdited.connect(self._on_text)
        return line

    def _on_text(self, text: str) -> None:
        try:
            value = parse(self.key, text.strip())
        except ValueError as error:
            self.wrong.emit(str(error))
        else:
            self.edited.emit(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A wheel that scrolls the page changes no value on its way."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
