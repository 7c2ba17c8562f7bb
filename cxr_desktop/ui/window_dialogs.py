"""The dialogs that the window opens, and what they answer; reads and writes no file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

from cxr_desktop.domain.deed import Deed
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.settings import SECTIONS
from cxr_desktop.ui import deed_words, wording
from cxr_desktop.ui.about_dialog import AboutDialog
from cxr_desktop.ui.audit_dialog import AuditDialog
from cxr_desktop.ui.card_dialog import CardDialog
from cxr_desktop.ui.keys_page import ActionGroup
from cxr_desktop.ui.notice_dialog import NoticeDialog
from cxr_desktop.ui.settings_dialog import KEYS, SettingsDialog
from cxr_desktop.ui.shortcuts_sheet import Group, ShortcutsSheet, rows_of, run_of
from cxr_desktop.ui.theme import theme_named
from cxr_desktop.ui.viewer.menus import MEASURING

if TYPE_CHECKING:
    from cxr_desktop.ui.main_window import MainWindow


STUDY_KEYS = ("next", "previous", "next_unread", "go_to_new", "read_and_next", "mark_read", "mark_unread", "undo",
              "verdict_agree", "verdict_disagree", "verdict_unsure", "class_agree", "class_disagree",
              "write_note", "record_impression", "correct", "rotate_left", "rotate_right",
              "shortcut_test", "stop_map")  # fmt: skip


def _tr(text: str) -> str:
    return QCoreApplication.translate("dialogs", text)


def mouse_rows() -> list[tuple[str, str]]:
    """What the mouse does on the image; these are no actions, so they are written down here."""
    return [
        (_tr("Left drag"), _tr("Window and level, or the tool in hand")),
        (_tr("Left drag on a measurement"), _tr("Move it, or one of its points")),
        (_tr("Right drag,  Ctrl+wheel"), _tr("Zoom")),
        (_tr("Middle drag,  Space+drag"), _tr("Move the image")),
        (_tr("Wheel"), _tr("Next or previous image of the study")),
        (_tr("Alt+wheel"), _tr("Opacity of the heat map")),
        (_tr("Right click"), _tr("Menu")),
        (_tr("Double click"), _tr("Full screen")),
        (_tr("Esc"), _tr("Put the tool down")),
    ]


def with_suffix(path: str, kind: str) -> str:
    """The chosen name with the kind's suffix, which some file dialogs leave out."""
    return path if Path(path).suffix.lower() == f".{kind}" else f"{path}.{kind}"


class WindowDialogs(QObject):
    """Opens them over the window and passes the answers on through its signals."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.card: ModelCard | None = None
        self.models: tuple[ModelCard, ...] = ()
        self.beside: tuple[ModelCard, ...] = ()
        """Cards of the models that answer in no finding: gate, orientation, lungs."""
        self._audit: AuditDialog | None = None

    def choose_folder(self) -> None:
        """Ask for a folder, starting where the last one was."""
        recent = self._window.settings().recent_folders
        start = str(Path(recent[0]).parent) if recent else _documents()
        folder = QFileDialog.getExistingDirectory(self._window, _tr("Open folder"), start)
        if folder:
            self._window.open_folder_requested.emit(folder)

    def open_audit(self) -> None:
        """Show the log; it is asked for and comes a moment later."""
        if self._audit is None:
            dialog = self._audit = AuditDialog(self._study_name, self._window)
            dialog.export_requested.connect(self._choose_audit_file)
            self._window.help.offer(dialog, "privacy#the-audit-log")
            dialog.finished.connect(self._close_audit)
        self._audit.show()
        self._audit.raise_()
        self._window.audit_requested.emit()

    def show_audit(self, deeds: Sequence[Deed]) -> None:
        """The log has been read."""
        if self._audit is not None:
            self._audit.set_deeds(deeds)

    def show_audit_failure(self, reason: str) -> None:
        """The log cannot be read."""
        if self._audit is not None:
            self._audit.set_failure(reason)

    def refresh_names(self) -> None:
        """Identity was hidden or shown: what stands open names studies anew."""
        if self._audit is not None:
            self._audit.table.viewport().update()

    def _close_audit(self) -> None:
        dialog, self._audit = self._audit, None
        if dialog is not None:
            dialog.deleteLater()

    def _choose_audit_file(self) -> None:
        start = str(Path(_documents()) / "audit-log.csv")
        path, _ = QFileDialog.getSaveFileName(self._window, _tr("Export the audit log"), start, _tr("Table (*.csv)"))
        if path:
            self._window.audit_export_requested.emit(with_suffix(path, "csv"))

    def _study_name(self, key: str) -> str:
        """As the worklist calls it where it is open; nobody's name where identity is hidden."""
        entry = self._window.model.entry(key)
        hidden = not self._window.settings().show_patient_identity
        if entry is not None:
            return wording.patient_title(entry, hidden)
        return _tr("Study not open") if hidden else deed_words.study_of_key(key)

    def edit_settings(self, page: str = SECTIONS[0]) -> None:
        """Show the settings and pass a change on."""
        dialog = SettingsDialog(self._window.settings(), self.models, self._window, self.key_groups(), page)
        self._window.help.offer(dialog, "first-day#make-it-yours")
        before = self._window.settings()
        if dialog.exec():
            after = dialog.settings()
            if after != before:
                self._window.apply_settings(after)
            if after.model != before.model:
                self._window.model_selected.emit(after.model)
        dialog.deleteLater()

    def require_notice(self) -> None:
        """Show the first-start notice; the window closes where it is refused."""
        notice = NoticeDialog(self._window)
        notice.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        notice.accepted.connect(self._on_notice)
        notice.rejected.connect(self._window.close)
        notice.open()

    def _on_notice(self) -> None:
        self._window.change_settings(notice_acknowledged=True)
        self._window.flush_settings()
        self._window.notice_acknowledged.emit()

    def show_shortcuts(self) -> None:
        """All keys on one sheet."""
        sheet = ShortcutsSheet(self.shortcut_groups(), self._window)
        self._window.help.offer(sheet, "first-day#keys")
        # After the sheet is gone, so that the settings do not stand on it.
        sheet.change_requested.connect(lambda: self.edit_settings(KEYS), Qt.ConnectionType.QueuedConnection)
        sheet.exec()
        sheet.deleteLater()

    def show_card(self) -> None:
        """The card of the model in use, and those of all that works beside it."""
        if self.card is None:
            return
        others = (*self.models, *self.beside)
        cards = (self.card, *(card for card in others if card.digest != self.card.digest))
        dialog = CardDialog(cards, theme_named(self._window.settings().theme), self._window)
        self._window.help.offer(dialog, "numbers#the-model-card")
        dialog.exec()
        dialog.deleteLater()

    def key_groups(self) -> list[ActionGroup]:
        """Every action that has words, whether it has a key or not."""
        window = self._window
        named, viewer = window.named.all, window.viewer.viewer_actions.all
        study = [action for name, action in named.items() if name in STUDY_KEYS or name.startswith("impression_")]
        program = [action for action in named.values() if action not in study]
        groups = [
            (_tr("Study"), study),
            (_tr("Program"), program),
            (_tr("Image"), list(viewer.values())),
            (_tr("Two images, pictures"), list(window.stage_room.actions.all.values())),
        ]
        return [(title, [action for action in actions if action.text()]) for title, actions in groups]

    def show_about(self) -> None:
        """Versions and intended use."""
        dialog = AboutDialog(self.card, self._window, (*self.models, *self.beside))
        dialog.exec()
        dialog.deleteLater()

    def shortcut_groups(self) -> list[Group]:
        """Read from the actions themselves."""
        window = self._window
        named, viewer = window.named, window.viewer.viewer_actions
        program = ("open_folder", "export", "close_folder", "find", "arrival_order", "blind_first",
                   "watch_folder", "statistics", "show_worklist", "show_findings", "hide_identity",
                   "settings", "model_card", "manual", "shortcuts", "quit")  # fmt: skip
        said = [named[f"impression_{number + 1}"] for number in range(len(window.findings.impression.choices()[:9]))]
        impression = run_of(said, _tr("Your impression, by the place of its button"))
        presets = [f"viewer.preset_{number}" for number in range(10)]
        measuring = [f"viewer.{name}" for name in sorted(MEASURING)]
        image = rows_of([action for name, action in viewer.all.items() if name not in (*presets, *measuring)])
        windows = run_of([viewer.all[name] for name in presets[1:]], _tr("Window presets"))
        return [
            (
                _tr("Study"),
                [*rows_of([named[name] for name in STUDY_KEYS]), *impression, ("Enter", _tr("Go to the image"))],
            ),
            (_tr("Program"), rows_of([named[name] for name in program])),
            (_tr("Measure"), rows_of([viewer.all[name] for name in measuring])),
            (_tr("Two images, pictures"), rows_of(list(window.stage_room.actions.all.values()))),
            (_tr("Image"), [*image, *rows_of([viewer.all[presets[0]]]), *windows]),
            (_tr("Mouse on the image"), mouse_rows()),
        ]


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
