"""A button that shows an action's keys and takes the next key that is pressed; knows no other action."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton

from cxr_desktop.ui import key_bindings

_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_REMOVING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


def sequence_of(event: QKeyEvent) -> QKeySequence:
    """The pressed key. Shift is left out where it only chose the sign: "?" is "?" on every keyboard."""
    held, text = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, event.text()
    if text and text.isprintable() and not text.isalnum() and not text.isspace():
        held &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(held, Qt.Key(event.key())))


class KeyField(QPushButton):
    """Signals: ``pressed_key(str)`` in Qt's portable words, ``cleared()`` for no key at all."""

    pressed_key = Signal(str)
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[str, ...] = ()
        self.listening = False
        self.setAutoDefault(False)
        self.clicked.connect(self.listen)

    def set_keys(self, keys: tuple[str, ...]) -> None:
        """What is shown while nothing is asked."""
        self._keys = keys
        self._show()

    def listen(self) -> None:
        """The next key is the answer."""
        self.listening = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def _stop(self) -> None:
        self.listening = False
        self._show()

    def _show(self) -> None:
        # One ampersand would underline what follows it.
        keys = key_bindings.shown(self._keys).replace("&", "&&")
        self.setText(self.tr("Press a key…") if self.listening else keys or self.tr("no key"))

    def event(self, event: QEvent) -> bool:
        """While it listens no shortcut of the window and no Tab comes first."""
        if self.listening and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _HELD or event.key() == Qt.Key.Key_unknown:
            return
        self._stop()
        if plain and event.key() in _REMOVING:
            self.cleared.emit()
        elif not (plain and event.key() == Qt.Key.Key_Escape):
            self.pressed_key.emit(sequence_of(event).toString(QKeySequence.SequenceFormat.PortableText))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The reader went elsewhere: nothing is asked any more."""
        self._stop()
        super().focusOutEvent(event)
