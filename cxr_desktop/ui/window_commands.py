"""What the window's actions do, and when they can do it; passes wishes on by the window's signals."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from cxr_desktop.domain.worklist import ImageEntry, ReadState
from cxr_desktop.ui.impression_section import KEYS
from cxr_desktop.ui.not_scored_card import confirm_score_anyway, correction_deed, correction_of, may_be_overridden

if TYPE_CHECKING:
    from cxr_desktop.ui.main_window import MainWindow

IMPRESSIONS = tuple(f"impression_{number}" for number in range(1, KEYS + 1))


class WindowCommands(QObject):
    """Connects every action once; ``update`` enables what makes sense for the study in hand."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._view = window.worklist.view
        for name, slot in self._deeds().items():
            window.named[name].triggered.connect(lambda _checked=False, slot=slot: slot())
        window.named["show_worklist"].toggled.connect(window.worklist.setVisible)
        window.named["show_findings"].toggled.connect(window.findings.setVisible)
        window.named["pause"].toggled.connect(self._on_pause)
        window.status.pause_toggled.connect(window.named["pause"].setChecked)
        for name in ("show_worklist", "show_findings"):
            window.named[name].setChecked(True)
        self._view.study_activated.connect(self._on_activated)
        self._view.study_selected.connect(lambda _key: self.update())
        window.findings.read_and_next_requested.connect(self.read_and_next)
        window.findings.card_requested.connect(window.dialogs.show_card)
        window.desk.shortcuts.changed.connect(lambda _state: self.update())
        for happened in (window.desk.methods.changed, window.desk.methods.advanced):
            happened.connect(self._update_map)
        window.model.counts_changed.connect(lambda _counts: self.update())
        window.model.dataChanged.connect(lambda *_: self.update())
        self.update()

    def _deeds(self) -> dict[str, Callable[[], object]]:
        window, view, dialogs = self._window, self._view, self._window.dialogs
        return {
            "open_folder": dialogs.choose_folder,
            "export": window.export_requested.emit,
            "close_folder": window.close_folder_requested.emit,
            "settings": dialogs.edit_settings,
            "quit": window.close,
            "find": self._find,
            "next": lambda: view.step(1),
            "previous": lambda: view.step(-1),
            "next_unread": view.select_next_unread,
            "mark_read": lambda: self._request(ReadState.READ),
            "mark_unread": lambda: self._request(ReadState.UNREAD),
            "read_and_next": self.read_and_next,
            **{f"impression_{number}": partial(self._say, number) for number in range(1, KEYS + 1)},
            "undo": window.undo_requested.emit,
            "correct": self._correct,
            "score_anyway": self._score_anyway,
            "audit": dialogs.open_audit,
            "shortcut_test": window.desk.shortcuts.run,
            "stop_map": window.desk.methods.cancel,
            "model_card": dialogs.show_card,
            "rotate_left": lambda: self._rotate(1),
            "rotate_right": lambda: self._rotate(-1),
            "cancel": window.cancel_requested.emit,
            "training": window.training_requested.emit,
            "shortcuts": dialogs.show_shortcuts,
            "about": dialogs.show_about,
        }

    def update(self) -> None:
        """Nothing is offered that would do nothing."""
        named, image, counts = self._window.named, self._image(), self._window.model.counts
        named.set_impressions(self._window.findings.impression.choices())
        named["export"].setEnabled(counts.total + counts.not_images > 0)
        for name in ("mark_read", "mark_unread", "read_and_next", *IMPRESSIONS):
            named[name].setEnabled(self._view.selected_entry() is not None)
        for name in ("rotate_left", "rotate_right"):
            named[name].setEnabled(image is not None and image.radiograph is not None)
        state = self._window.desk.shortcuts.state()
        named["shortcut_test"].setEnabled(state.can_run and not state.is_running)
        self._update_map()
        named["model_card"].setEnabled(self._window.dialogs.card is not None)
        prediction = image.prediction if image is not None else None
        offer = correction_of(prediction)
        named["correct"].setEnabled(offer is not None)
        named["correct"].setText(correction_deed(offer) if offer is not None else self.tr("Correct and score"))
        named["score_anyway"].setEnabled(prediction is not None and may_be_overridden(prediction))

    def _update_map(self) -> None:
        self._window.named["stop_map"].setEnabled(self._window.desk.methods.state().share is not None)

    def read_and_next(self) -> None:
        """Mark the study in hand read and go to the next unread."""
        key = self._view.selected_key()
        self._window.findings.impression.flush()
        if key:
            self._window.read_state_requested.emit([key], ReadState.READ)
            self._view.select_next_unread()

    def _say(self, number: int) -> None:
        if self._view.selected_entry() is not None:
            self._window.findings.impression.press(number)

    def _image(self) -> ImageEntry | None:
        entry, path = self._view.selected_entry(), self._window.desk.path()
        return next((image for image in entry.images if image.path == path), None) if entry is not None else None

    def _request(self, state: ReadState) -> None:
        keys = self._view.selected_keys()
        self._window.findings.impression.flush()
        if keys:
            self._window.read_state_requested.emit(keys, state)

    def _on_activated(self, key: str) -> None:
        self._window.viewer.setFocus(Qt.FocusReason.OtherFocusReason)
        self._window.read_state_requested.emit([key], ReadState.IN_READING)

    def _on_pause(self, paused: bool) -> None:
        self._window.status.set_paused(paused)
        self._window.pause_toggled.emit(paused)

    def _rotate(self, turns: int) -> None:
        self._window.rotate_requested.emit(self._window.desk.path(), turns)

    def _correct(self) -> None:
        image = self._image()
        offer = correction_of(image.prediction) if image is not None else None
        if image is not None and offer is not None:
            self._window.correction_requested.emit(image.path, offer)

    def _score_anyway(self) -> None:
        path = self._window.desk.path()
        if path and confirm_score_anyway(self._window):
            self._window.score_anyway_requested.emit(path)

    def _find(self) -> None:
        self._window.top.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.top.filter.selectAll()
