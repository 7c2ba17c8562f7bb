"""Which keys an action has: its own, or those that the reader gave it; knows actions by their names only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from cxr_desktop.ui.languages import left_to_right

KEY_NAMES = ("Ctrl", "Shift", "Alt", "Meta", "Num", "Left", "Right", "Up", "Down", "Del", "Delete", "Ins", "Insert",
             "Home", "End", "PgUp", "PgDown", "Backspace", "Return", "Enter", "Space", "Esc", "Tab", "F%1")  # fmt: skip
"""As they are printed on keyboards, in every language; Qt's own translations of them are printed on none."""

_BETWEEN = "\t"
"""In a stored line: name and keys. No key is called so."""
_RESERVED = {
    Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space,
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    Qt.Key.Key_Home, Qt.Key.Key_End,
}  # fmt: skip
"""Without Ctrl, Alt or Meta these move in lists and fields and press buttons."""
_SHARED = "viewer.delete_measurement"
"""Its keys work in the image alone."""


def parse(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Stored lines → keys by action, as Qt writes them in every language ("Ctrl+K"); others are left out."""
    found = {}
    for line in lines:
        name, *keys = line.split(_BETWEEN)
        if name and all(not QKeySequence(key).isEmpty() for key in keys):
            found[name] = tuple(keys)
    return found


def lines(changed: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The reverse of ``parse``, in the order of names."""
    return tuple(_BETWEEN.join((name, *keys)) for name, keys in sorted(changed.items()))


def use(stored: Iterable[str]) -> None:
    """Actions that are made from now on have these keys."""
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("keys need an application")
    app.setProperty("keys", list(stored))


def keys_for(name: str, own: Sequence[str]) -> list[QKeySequence]:
    """The keys of an action: the reader's, else its own."""
    app = QCoreApplication.instance()
    stored = app.property("keys") if app is not None else None
    return [QKeySequence(key) for key in parse(stored or ()).get(name, tuple(own))]


def shown(keys: Iterable[QKeySequence | str]) -> str:
    """Keys as the keyboard has them."""
    texts = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys]
    # Qt tells the two Enter keys of a keyboard apart; readers do not.
    texts = [text.replace("Return", "Enter") for text in texts]
    return left_to_right(",  ".join(dict.fromkeys(text for text in texts if text)))


def is_reserved(key: QKeySequence) -> bool:
    """Whether lists, fields and buttons need a key for themselves."""
    if key.isEmpty():
        return False
    pressed: QKeyCombination = cast(Any, key)[0]
    held = pressed.keyboardModifiers()
    free = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return pressed.key() in _RESERVED and not held & free


def owner_of(key: str, keys: Mapping[str, Sequence[str]], asking: str) -> str:
    """The other action that has ``key``, "" for none."""
    for name, others in keys.items():
        if name != asking and _SHARED not in (name, asking) and key in others:
            return name
    return ""


def first_key(name: str, own: str) -> str:
    """The key that a tooltip names: the reader's first, else ``own``; "" where the reader took it away."""
    return shown(keys_for(name, (own,))[:1])


def with_key(words: str, name: str, own: str) -> str:
    """A tooltip and the key of the action that does the same."""
    key = first_key(name, own)
    return f"{words} ({key})" if key else words
