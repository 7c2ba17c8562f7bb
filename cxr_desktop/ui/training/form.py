"""Fields under their names, with a sentence below that says what is wrong; knows no meaning."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import label, set_tone


class Field(QWidget):
    """A name, an editor, a line of help that turns into a complaint."""

    def __init__(self, name: str, editor: QWidget, help_text: str = "") -> None:
        super().__init__()
        self._help_text = help_text
        self.editor = editor
        editor.setFont(font())
        editor.setAccessibleName(name)
        self._help = label(help_text, TextSize.CAPTION, "second", wrap=True)
        self._help.setVisible(bool(help_text))
        title = label(name, tone="second")
        title.setBuddy(editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addWidget(editor)
        layout.addWidget(self._help)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def set_problem(self, words: str) -> None:
        """Say what is wrong, or the help again."""
        self._help.setText(words or self._help_text)
        set_tone(self._help, "above" if words else "second")
        self._help.setVisible(bool(self._help.text()))
        self.editor.setAccessibleDescription(self._help.text())

    def problem(self) -> str:
        """What is complained of, "" where nothing is."""
        return self._help.text() if self._help.property("tone") == "above" else ""


def line_editor(most: int) -> QLineEdit:
    """One line of at most so many letters."""
    editor = QLineEdit()
    editor.setMaxLength(most)
    return editor


def text_editor(lines: int) -> QPlainTextEdit:
    """A few lines; Tab goes on to the next field."""
    editor = QPlainTextEdit()
    editor.setTabChangesFocus(True)
    editor.setFont(font())
    editor.setFixedHeight(editor.fontMetrics().lineSpacing() * lines + 18)
    return editor


def chooser() -> QComboBox:
    """A list that may be narrower than its longest entry."""
    box = QComboBox()
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(16)
    return box
