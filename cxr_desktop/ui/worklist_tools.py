"""What a reader does to the list as a whole: filters, groups, order, pictures and copies; changes no study."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu

from cxr_desktop.bridge.worklist_columns import Column
from cxr_desktop.bridge.worklist_model import GroupBy
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.settings import Settings
from cxr_desktop.ui import saved_filters
from cxr_desktop.ui.saved_filters import SavedFilters
from cxr_desktop.ui.worklist_pictures import WorklistPictures

if TYPE_CHECKING:
    from cxr_desktop.ui.main_window import MainWindow

STUDY_ACTIONS = ("copy_table", "copy_id", "copy_accession", "copy_path", "show_file")


class WorklistTools(QObject):
    """``pictures`` are the small ones; who makes them connects to its signal."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        view = window.worklist.view
        self.pictures = WorklistPictures(view.viewport().update, self)
        view.delegate.picture_of = self.pictures.of
        window.model.modelReset.connect(self.pictures.clear)
        window.model.set_texts(window.cell_words.head, window.cell_words.heading)
        self.saved = SavedFilters(window)
        self._menu = QMenu(window)
        self._groups = self._group_actions(window.menus.groups)
        self._connect()
        self._fill_context(window.menus.study_context)
        self.update()

    # --- how it is put together

    def _connect(self) -> None:
        window, field, named = self._window, self._window.top.filter, self._window.named
        view = window.worklist.view
        window.worklist.counts.filter_requested.connect(field.put)
        view.clear_filter_requested.connect(field.clear)
        field.saved.triggered.connect(self.show_saved)
        self.saved.chosen.connect(field.put)
        self.saved.changed.connect(lambda kept: window.change_settings(saved_filters=saved_filters.written(kept)))
        view.study_selected.connect(lambda _key: self.update())
        view.header.arrangement_changed.connect(self._show_pictures_ticked)
        for name, act in {
            "saved_filters": self.show_saved,
            "reset_sort": view.header.reset_sort,
            "open_study": self._open,
            "copy_table": view.copy_rows,
            "copy_id": partial(self._copy_header, "patient_id"),
            "copy_accession": partial(self._copy_header, "accession_number"),
            "copy_path": self._copy_path,
            "show_file": self._show_file,
        }.items():
            named[name].triggered.connect(lambda _checked=False, act=act: act())
        named["pictures"].toggled.connect(lambda on: view.header.show_column(Column.PICTURE, on))
        self._show_pictures_ticked()
        # Text fields copy with the same key, so it is the list's own.
        named["copy_table"].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        view.addAction(named["copy_table"])

    def _group_actions(self, menu: QMenu) -> dict[GroupBy, QAction]:
        words = {
            GroupBy.NOT_SCORED: self.tr("&Not scored studies only"),
            GroupBy.TRIAGE: self.tr("&Risk and state of scoring"),
            GroupBy.READING: self.tr("State of r&eading"),
            GroupBy.URGENCY: self.tr("&Urgency"),
        }
        group = QActionGroup(menu)
        actions = {}
        for by, title in words.items():
            action = actions[by] = menu.addAction(title)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, by=by: self._window.change_settings(group_by=by.value))
        menu.addSeparator()
        menu.addAction(self.tr("Unfold &all groups"), self._window.model.unfold_all)
        return actions

    def _fill_context(self, menu: QMenu) -> None:
        named, first = self._window.named, menu.actions()[0]
        menu.insertAction(first, named["open_study"])
        menu.insertSeparator(first)
        menu.addSeparator()
        menu.addMenu(self._window.menus.impression)
        copies = menu.addMenu(self.tr("&Copy"))
        for name in STUDY_ACTIONS[:-1]:
            copies.addAction(named[name])
        menu.addAction(named["show_file"])
        menu.addAction(named["export"])

    # --- what it is told

    def show_settings(self, settings: Settings) -> None:
        """Groups and filters as the reader left them; what identifies is hidden with the identity."""
        self.saved.set_filters(saved_filters.read(settings.saved_filters))
        self.saved.set_hide_identity(not settings.show_patient_identity)
        by = GroupBy(settings.group_by)
        self._groups[by].setChecked(True)
        self._window.model.set_group_by(by)
        self.update()

    def update(self) -> None:
        """Nothing is offered that would do nothing, or show what is hidden."""
        named, entry = self._window.named, self._window.worklist.view.selected_entry()
        shown = self._window.settings().show_patient_identity if entry is not None else False
        header = entry.radiograph if entry is not None else None
        named["open_study"].setEnabled(entry is not None)
        named["copy_table"].setEnabled(entry is not None)
        named["copy_id"].setEnabled(shown and header is not None and bool(header.patient_id))
        named["copy_accession"].setEnabled(shown and header is not None and bool(header.accession_number))
        named["copy_path"].setEnabled(shown)
        named["show_file"].setEnabled(shown)

    # --- what it does

    def show_saved(self) -> None:
        """The menu of saved filters below the field."""
        field = self._window.top.filter
        self.saved.fill(self._menu, field.text().strip())
        field.popup(self._menu)

    def _show_pictures_ticked(self) -> None:
        self._window.named.set_checked("pictures", self._window.worklist.view.header.is_shown(Column.PICTURE))

    def _chosen(self) -> list[WorklistEntry]:
        view = self._window.worklist.view
        return [entry for key in view.selected_keys() if (entry := self._window.model.entry(key)) is not None]

    def _open(self) -> None:
        view = self._window.worklist.view
        if view.selected_key():
            view.study_activated.emit(view.selected_key())

    def _copy_header(self, attribute: str) -> None:
        values = [getattr(entry.radiograph, attribute) for entry in self._chosen() if entry.radiograph is not None]
        QGuiApplication.clipboard().setText("\n".join(value for value in values if value))

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(
            "\n".join(_written(image.path) for e in self._chosen() for image in e.images)
        )

    def _show_file(self) -> None:
        path = self._window.desk.path()
        if path:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent)))


def _written(path: str) -> str:
    """A path whose bytes are no text cannot go to the clipboard as it is."""
    return path.encode("utf-8", "replace").decode()
