"""The filter above the worklist: a text field that teaches its syntax while one types; filters nothing itself."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu

from cxr_desktop.ui import icons
from cxr_desktop.ui.filter_hints import Hint, current_word, hints
from cxr_desktop.ui.fonts import font
from cxr_desktop.ui.hint_list import HintList
from cxr_desktop.ui.key_bindings import with_key
from cxr_desktop.ui.theme import DARK, Theme
from cxr_desktop.worklist.query import may_identify

_TYPING_MS = 150


class FilterField(QLineEdit):
    """Signals: ``filter_changed(str)`` shortly after typing, ``left()`` on Escape, Enter or Down.

    While hints are shown, Down and Up go through them, Tab and Enter take one, Escape puts them away.
    """

    filter_changed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFont(font())
        self.setClearButtonEnabled(False)
        self.setPlaceholderText(self.tr("Filter by name, ID, date, accession, description"))
        self.setAccessibleName(self.tr("Filter of the worklist"))
        about = self.tr("Show only studies that match what stands here; Esc clears it")
        self.setToolTip(with_key(about, "window.find", "Ctrl+F"))
        self.setMaxLength(200)
        self._classes: tuple[str, ...] = ()
        self._hides_identity = False
        self._symbol = QAction(self)
        self.addAction(self._symbol, QLineEdit.ActionPosition.LeadingPosition)
        self.saved = QAction(self.tr("Saved filters"), self)
        self.addAction(self.saved, QLineEdit.ActionPosition.TrailingPosition)
        self._clear = QAction(self.tr("Clear the filter"), self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._tell)
        self.textChanged.connect(self._on_text)
        self.textEdited.connect(lambda _text: self._show_hints())
        self.hints = HintList(self)
        self.hints.chosen.connect(self._take)
        self.set_theme(DARK)

    def set_theme(self, theme: Theme) -> None:
        """Tint the symbols."""
        self._symbol.setIcon(icons.icon("search", theme))
        self.saved.setIcon(icons.icon("bookmark", theme))
        self._clear.setIcon(icons.icon("clear", theme))
        self.hints.set_theme(theme)

    def set_classes(self, classes: Collection[str]) -> None:
        """The classes of the model in use are fields too."""
        self._classes = tuple(classes)

    def set_hide_identity(self, hidden: bool) -> None:
        """What names somebody is shown as dots; it goes on filtering. Typing anew shows what is typed, until the reader
        goes elsewhere."""
        self._hides_identity = hidden
        self._show_or_mask()

    def _show_or_mask(self) -> None:
        masked = self._hides_identity and may_identify(self.text(), self._classes)
        self.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit if masked else QLineEdit.EchoMode.Normal)

    def put(self, text: str) -> None:
        """Filter by this, at once."""
        self.hints.hide()
        self.setText(text)
        self._tell()

    def popup(self, menu: QMenu) -> None:
        """Show a menu below the field's right end."""
        self.hints.hide()
        menu.popup(self.mapToGlobal(QPoint(self.width() - menu.sizeHint().width(), self.height() + 4)))

    def _tell(self) -> None:
        self._typing.stop()
        self.filter_changed.emit(self.text().strip())

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if not self.hasFocus():
            # Under the reader's hands a change of mode would empty the field with the next key.
            self._show_or_mask()
        self._typing.start()

    def _show_hints(self) -> None:
        found = hints(self.text()[: self.cursorPosition()], self._classes) if self.hasFocus() else []
        self.hints.show_hints(found)
        self.setAccessibleDescription("; ".join(f"{hint.shown}: {hint.about}" for hint in found[:3]))

    def _take(self, hint: Hint) -> None:
        """Put it in place of the word that is being typed."""
        before, after = self.text()[: self.cursorPosition()], self.text()[self.cursorPosition() :]
        kept = before[: len(before) - len(current_word(before))] + hint.insert
        self.setText(kept + after)
        self.setCursorPosition(len(kept))
        self._show_hints()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears, then leaves; Enter and Down go to the list."""
        open_, hint = self.hints.isVisible(), self.hints.current()
        key = event.key()
        if open_ and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.hints.step(1 if key == Qt.Key.Key_Down else -1)
        elif open_ and hint is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(hint)
        elif key == Qt.Key.Key_Escape and self.text():
            self.hints.hide()
            self.clear()
            self._tell()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.hints.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab takes the hint that is marked, or the first for a word that was begun; else it goes on as everywhere."""
        begun = bool(current_word(self.text()[: self.cursorPosition()]))
        hint = self.hints.current() or (self.hints.first() if begun else None)
        if forward and self.hints.isVisible() and hint is not None:
            self._take(hint)
            return True
        return bool(super().focusNextPrevChild(forward))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """An empty field teaches what may stand in it."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._show_hints()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hints belong to whoever types."""
        super().focusOutEvent(event)
        self.hints.hide()
        self._show_or_mask()
