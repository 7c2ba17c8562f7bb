"""Says that a new study is above the operating points, and leads there; names no patient outside the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QSystemTrayIcon

from cxr_desktop.domain.triage import sort_key
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.ui import icons, wording
from cxr_desktop.ui.theme import theme_named
from cxr_desktop.ui.toast import SHOWN_MS, Toast

if TYPE_CHECKING:
    from cxr_desktop.ui.main_window import MainWindow


class ArrivalNotice(QObject):
    """A toast in the window and, where the reader wants it, a message of the system."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._keys: list[str] = []
        self._tray: QSystemTrayIcon | None = None
        self.toast = Toast(window, window.worklist)
        self.toast.clicked.connect(self.go)
        self.toast.closed.connect(self.forget)
        self._action = window.named["go_to_new"]
        self._action.triggered.connect(self.go)
        self._action.setEnabled(False)

    @Slot(list)
    def tell(self, entries: Sequence[WorklistEntry]) -> None:
        """These studies are new and above both operating points."""
        self._keys += [entry.key for entry in sorted(entries, key=sort_key)]
        words = self._show(self._window.model.entry(self._keys[0]) or entries[0])
        if self._window.settings().tray_messages:
            self._tell_system(words)

    def take_over(self, old: ArrivalNotice) -> None:
        """Say again in this window what is not yet looked at."""
        self._keys = [key for key in old._keys if self._window.model.entry(key) is not None]
        entry = self._window.model.entry(self._keys[0]) if self._keys else None
        if entry is not None:
            self._show(entry)

    def _show(self, entry: WorklistEntry) -> str:
        """The words that stand in the toast, without a name."""
        title = wording.patient_title(entry, not self._window.settings().show_patient_identity)
        count = len(self._keys)
        words = self.tr("{0} new studies above both operating points").format(wording.number(count))
        words = self.tr("New study above both operating points") if count == 1 else words
        key = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.toast.set_theme(theme_named(self._window.settings().theme))
        self.toast.show_words(words, title, key)
        self._action.setEnabled(True)
        return words

    @Slot()
    def go(self) -> None:
        """To the first of them that is still there."""
        keys, self._keys = self._keys, []
        self.toast.hide()
        self._action.setEnabled(False)
        window, view = self._window, self._window.worklist.view
        key = next((key for key in keys if window.model.entry(key) is not None), "")
        if not key:
            return
        window.raise_()
        window.activateWindow()
        window.model.hold_order(False)
        if not view.select_key(key):
            window.top.filter.clear()
            window.model.set_filter("")
            view.select_key(key)
        view.setFocus()

    @Slot()
    def forget(self) -> None:
        """Another folder, or the reader has closed the message."""
        self._keys = []
        self.toast.hide()
        self._action.setEnabled(False)

    def _tell_system(self, words: str) -> None:
        """Without a name: it may be shown on a locked screen."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(icons.app_icon(), self)
            self._tray.messageClicked.connect(self.go)
        self._tray.show()
        self._tray.showMessage("cxr-desktop", words, icons.app_icon(), SHOWN_MS)
