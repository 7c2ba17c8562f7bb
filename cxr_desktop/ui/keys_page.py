"""All actions with their keys, each to be changed; two actions never share one. Saves nothing itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from cxr_desktop.ui import icons, key_bindings
from cxr_desktop.ui.fonts import TextSize, font, scaled
from cxr_desktop.ui.key_field import KeyField
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.theme import current_theme

ActionGroup = tuple[str, Sequence[QAction]]


@dataclass(frozen=True, slots=True)
class Bound:
    """An action by its stable name, with its words and the keys that it has by itself."""

    name: str
    words: str
    own: tuple[str, ...]


def bound(action: QAction) -> Bound:
    """As ``WindowActions`` and ``ViewerActions`` make them. An action without words goes by its tooltip."""
    words = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
    own = tuple(str(key) for key in action.property("own_keys") or ())
    return Bound(action.objectName(), words or str(action.property("about") or action.toolTip()), own)


class KeyRow(QWidget):
    """One action. Signals: ``wanted(str key, bool add)``, ``cleared()``, ``reset()``, ``taken_over(str key, bool add)``
    where the reader takes a key away from the action that has it.
    """

    wanted = Signal(str, bool)
    taken_over = Signal(str, bool)
    cleared = Signal()
    reset = Signal()

    def __init__(self, about: Bound) -> None:
        super().__init__()
        self.about = about
        self._adding = False
        self._asked = ""
        self.field = KeyField()
        self.field.setMinimumWidth(scaled(208))
        self.field.setFont(font(semibold=True))
        self.field.setAccessibleName(self.tr("Keys of {0}").format(about.words))
        self.field.setToolTip(self.tr("Then press the new key. Esc leaves it as it is, Backspace takes it away."))
        self.field.pressed_key.connect(self._on_key)
        self.field.cleared.connect(self.cleared)
        self.field.clicked.connect(lambda: self._set_adding(False))
        self.add = self._button("+", self.tr("Another key for {0}").format(about.words))
        self.add.clicked.connect(self._listen_for_another)
        self.back = self._button("", self.tr("Back to {0}").format(key_bindings.shown(about.own) or self.tr("no key")))
        self.back.setIcon(icons.icon("undo", current_theme()))
        self.back.setAccessibleName(self.tr("Put back the keys of {0}").format(about.words))
        self.back.clicked.connect(self.reset)
        self.message = label(size=TextSize.CAPTION, tone="between", wrap=True)
        self.take = QPushButton(self.tr("Use it here"))
        self.take.setProperty("kind", "link")
        self.take.setAutoDefault(False)
        self.take.clicked.connect(lambda: self.taken_over.emit(self._asked, self._adding))
        self._build()
        self.say("")

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(label(self.about.words), 1)
        for part in (self.field, self.add, self.back):
            line.addWidget(part)
        below = QHBoxLayout()
        below.addWidget(self.message, 1)
        below.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addLayout(below)

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(scaled(26), scaled(26))
        return button

    def _set_adding(self, adding: bool) -> None:
        self._adding = adding
        self.say("")

    def _listen_for_another(self) -> None:
        self._set_adding(True)
        self.field.listen()

    def _on_key(self, key: str) -> None:
        self._asked = key
        self.wanted.emit(key, self._adding)

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """What the action has now."""
        self.field.set_keys(keys)
        self.add.setEnabled(bool(keys))
        self.back.setEnabled(keys != self.about.own)

    def say(self, words: str, may_take: bool = False) -> None:
        """Why a key was not taken; "" for nothing. ``may_take`` offers to take it from the other action."""
        self.message.setText(words)
        self.message.setVisible(bool(words))
        self.take.setVisible(may_take)


class KeysPage(QWidget):
    """Groups of rows. Signal: ``changed()`` when any key is another than before."""

    changed = Signal()

    def __init__(self, groups: Sequence[ActionGroup], stored: Sequence[str] = ()) -> None:
        super().__init__()
        changed = key_bindings.parse(stored)
        self._own: dict[str, tuple[str, ...]] = {}
        self.keys: dict[str, tuple[str, ...]] = {}
        self.rows: dict[str, KeyRow] = {}
        self._captions: list[tuple[QLabel, list[KeyRow]]] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        about = self.tr("Press a button, then the new key. No key does two things.")
        layout.addWidget(label(about, tone="second", wrap=True))
        names = {action.objectName() for _title, actions in groups for action in actions}
        self._elsewhere = {name: keys for name, keys in changed.items() if name not in names}
        for title, actions in groups:
            caption = label(title.upper(), TextSize.CAPTION, "faint", semibold=True)
            caption.setContentsMargins(0, 16, 0, 4)
            layout.addWidget(caption)
            rows = [self._row(bound(action), changed) for action in actions]
            for row in rows:
                layout.addWidget(row)
            self._captions.append((caption, rows))
        self.all_back = QPushButton(self.tr("Put back all keys"))
        self.all_back.setAutoDefault(False)
        self.all_back.clicked.connect(self.reset_all)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 16, 0, 0)
        foot.addWidget(self.all_back)
        foot.addStretch(1)
        layout.addLayout(foot)
        self._show()

    def _row(self, about: Bound, changed: Mapping[str, tuple[str, ...]]) -> KeyRow:
        row = self.rows[about.name] = KeyRow(about)
        self._own[about.name] = about.own
        self.keys[about.name] = changed.get(about.name, about.own)
        row.wanted.connect(lambda key, add: self._on_wanted(about.name, key, add))
        row.taken_over.connect(lambda key, add: self._take_over(about.name, key, add))
        row.cleared.connect(lambda: self._set(about.name, ()))
        row.reset.connect(lambda: self._on_reset(about.name))
        return row

    # --- what changes

    def stored(self) -> tuple[str, ...]:
        """For the settings: the actions whose keys are not their own, with those that are not shown here."""
        changed = {name: keys for name, keys in self.keys.items() if keys != self._own[name]}
        return key_bindings.lines({**self._elsewhere, **changed})

    def reset_all(self) -> None:
        """Every action has its own keys again."""
        self.keys = dict(self._own)
        self._show()
        self.changed.emit()

    def _on_wanted(self, name: str, key: str, add: bool) -> None:
        row, shown = self.rows[name], key_bindings.shown((key,))
        if key_bindings.is_reserved(QKeySequence(key)):
            row.say(self.tr("{0} moves in lists and fields. Choose another key.").format(shown))
            return
        other = key_bindings.owner_of(key, self.keys, name)
        if other:
            words = self.tr("{0} belongs to “{1}”.").format(shown, self.rows[other].about.words)
            row.say(words, may_take=True)
            return
        self._give(name, key, add)

    def _take_over(self, name: str, key: str, add: bool) -> None:
        other = key_bindings.owner_of(key, self.keys, name)
        if other:
            self.keys[other] = tuple(held for held in self.keys[other] if held != key)
            self.rows[other].say(self.tr("Its key {0} is used elsewhere now.").format(key_bindings.shown((key,))))
        self._give(name, key, add)

    def _give(self, name: str, key: str, add: bool) -> None:
        self._set(name, tuple(dict.fromkeys((*self.keys[name], key))) if add else (key,))

    def _on_reset(self, name: str) -> None:
        taken = [key for key in self._own[name] if key_bindings.owner_of(key, self.keys, name)]
        self._set(name, tuple(key for key in self._own[name] if key not in taken))
        if taken:
            other = self.rows[key_bindings.owner_of(taken[0], self.keys, name)].about.words
            self.rows[name].say(self.tr("{0} belongs to “{1}”.").format(key_bindings.shown(taken[:1]), other))

    def _set(self, name: str, keys: tuple[str, ...]) -> None:
        self.keys[name] = keys
        self.rows[name].say("")
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for name, row in self.rows.items():
            row.show_keys(self.keys[name])
        self.all_back.setEnabled(self.keys != self._own)

    # --- what is looked for

    def filter(self, words: Sequence[str]) -> int:
        """Show the rows that have all of ``words`` in their action or keys; how many those are."""
        count = 0
        for caption, rows in self._captions:
            shown = 0
            for row in rows:
                about = f"{row.about.words} {key_bindings.shown(self.keys[row.about.name])}".casefold()
                fits = all(word in about for word in words)
                row.setVisible(fits)
                shown += fits
            caption.setVisible(bool(shown))
            count += shown
        return count
