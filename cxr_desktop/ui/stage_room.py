"""Everything about the place of the images in the window: beside each other, on another screen, out as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QSplitter

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.settings import Settings
from cxr_desktop.ui.second_screen import SecondScreen
from cxr_desktop.ui.side_by_side import Beside, SideBySide
from cxr_desktop.ui.viewer.actions import ViewerActions
from cxr_desktop.ui.viewer.extras import PictureContent
from cxr_desktop.ui.viewer.menus import MEASURING, TURNING, fill_presets
from cxr_desktop.ui.viewer.stage import ViewerStage
from cxr_desktop.ui.viewer.view_export import PictureDialog

if TYPE_CHECKING:
    from cxr_desktop.ui.main_window import MainWindow

WORKLIST_BESIDE_TWO = 360
GROUPS = (("side_by_side", "compare", "link"), ("copy_view", "save_view"), ("second_screen",))


def _tr(text: str) -> str:
    return QCoreApplication.translate("viewer", text)


class StageRoom(QObject):
    """Built by the window once its parts stand. Signals: ``image_requested(str path)`` for the second image,
    ``second_screen_chosen(bool)``."""

    image_requested = Signal(str)
    second_screen_chosen = Signal(bool)

    def __init__(self, window: MainWindow, stage: ViewerStage, splitter: QSplitter) -> None:
        super().__init__(window)
        self._window, self._stage, self._splitter = window, stage, splitter
        self._sizes: list[int] = []
        self.actions = ViewerActions(window)
        self.beside = SideBySide(window.model, window.desk, stage, self)
        self._build()
        self.second_screen = SecondScreen(window, splitter, stage, self.actions["second_screen"])
        self.second_screen.moved.connect(self.second_screen_chosen)
        self.second_screen.returned.connect(self._show_state)
        self.beside.image_requested.connect(self.image_requested)
        self.beside.correction_undo_requested.connect(window.correction_undo_requested)
        self.beside.changed.connect(self._show_state)
        stage.link_changed.connect(self._show_state)
        stage.menu_opening.connect(self._extend_menu)
        stage.viewer.full_screen_toggled.connect(self._toggle_full_screen)
        # An image in a window of its own still obeys the keys that are pressed in the main one.
        window.addActions(_keys_of(stage.viewer.viewer_actions))
        self._fill_menus(window.menus.image, window.menus.study)
        self._show_state()

    def _fill_menus(self, image: QMenu, study: QMenu) -> None:
        presets = QMenu(_tr("Window presets"), image)
        presets.aboutToShow.connect(lambda: self._fill_presets(presets))
        first, viewer = image.actions()[0], self._stage.viewer.viewer_actions
        image.insertMenu(first, presets)
        for title, names in ((_tr("Turn the view"), TURNING), (_tr("Measure"), MEASURING)):
            menu = QMenu(title, image)
            menu.addActions([viewer[name] for name in names])
            image.insertMenu(first, menu)
        image.insertSeparator(first)
        image.setToolTipsVisible(True)
        image.addSeparator()
        for name in ("side_by_side", "link", "second_screen", "copy_view", "save_view"):
            image.addAction(self.actions[name])
        study.addSeparator()
        study.addAction(self.actions["compare"])

    def _fill_presets(self, menu: QMenu) -> None:
        viewer = self._stage.viewer
        if viewer.reading.display is not None:
            fill_presets(menu, viewer.viewer_actions, viewer.reading.display)
        else:
            menu.clear()
            menu.addAction(_tr("No image")).setEnabled(False)

    def _build(self) -> None:
        a, beside = self.actions, self.beside
        about = _tr("Two images of the study beside each other")
        a.add("side_by_side", _tr("Images side by side"), ["S"], beside.toggle_study, about, checkable=True)
        about = _tr("The latest earlier study of the same patient beside this one")
        a.add("compare", _tr("Compare with prior"), ["Shift+P"], beside.toggle_prior, about, checkable=True)
        about = _tr("Window, zoom and place of two images follow each other")
        a.add("link", _tr("Link the two images"), ["Shift+L"], self._toggle_link, about, checkable=True)
        about = _tr("What is on the screen, without patient identity, to the clipboard")
        a.add("copy_view", _tr("Copy picture of the view"), ["Ctrl+Shift+C"], self.copy_view, about)
        about = _tr("What is on the screen as a PNG file; patient identity is left out unless asked for")
        a.add("save_view", _tr("Save picture of the view…"), ["Ctrl+Shift+S"], self.save_view, about)
        about = _tr("The image in a window of its own on another screen; it follows the worklist")
        title = _tr("Image on second screen")
        leave = self._window.full_screen.leave
        screen = a.add("second_screen", title, ["Shift+F11"], leave, about, checkable=True)
        screen.setProperty("plain_about", about)
        screen.setProperty("title", title)

    # --- what it is told

    def set_settings(self, settings: Settings) -> None:
        """Where the image stands, and whether names are shown."""
        self._stage.set_identity_visible(settings.show_patient_identity)
        self.second_screen.set_wanted(settings.image_on_second_screen)

    def set_card(self, card: ModelCard | None) -> None:
        """The card of the model in use."""
        self.beside.set_card(card)

    def show_image(self, image: GreyImage) -> bool:
        """Pixels have come; whether the second image wanted them."""
        return self.beside.show_image(image)

    def show_failure(self, path: str, reason: str) -> None:
        """Pixels cannot come."""
        self.beside.show_failure(path, reason)

    def start_again(self) -> None:
        """Another folder."""
        self.beside.close()
        for viewer in (self._stage.viewer, self._stage.second):
            if viewer is not None:
                viewer.reading.forget()

    def close(self) -> None:
        """The window goes: the image comes home first, so that the window remembers its columns."""
        self.second_screen.bring_back()
        self.beside.close()

    # --- pictures of the view

    def copy_view(self) -> None:
        """To the clipboard, nobody's name in it."""
        viewer = self._stage.viewer
        if viewer.image is None:
            viewer.say(_tr("There is no image to copy."))
            return
        QGuiApplication.clipboard().setImage(self._stage.picture(PictureContent()))
        viewer.say(_tr("Picture copied, without patient identity"))

    def save_view(self) -> None:
        """Ask what shall be in it, then where it shall go."""
        viewer = self._stage.viewer
        if viewer.image is None:
            viewer.say(_tr("There is no image to save."))
            return
        dialog = PictureDialog(self._window)
        if dialog.exec():
            start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            # No name of a patient or of a file of the hospital in the suggested name.
            path, _ = QFileDialog.getSaveFileName(
                self._window, _tr("Save picture of the view"), str(Path(start) / "view.png"), _tr("Picture (*.png)")
            )
            if path:
                self.write_view(Path(path), dialog.content())
        dialog.deleteLater()

    def write_view(self, path: Path, content: PictureContent) -> None:
        """A PNG file, always with the research notice."""
        path = path if path.suffix.lower() == ".png" else path.with_name(path.name + ".png")
        if self._stage.picture(content).save(str(path)):
            self._stage.viewer.say(_tr("Picture saved"))
        else:
            self._window.show_error(_tr("The picture could not be written there. Please choose another folder."))

    # --- what it does

    def _toggle_link(self) -> None:
        self._stage.set_linked(not self._stage.is_linked)

    def _toggle_full_screen(self) -> None:
        if self.second_screen.is_out:
            self.second_screen.toggle_full_screen()
        else:
            self._window.full_screen.toggle()

    def _extend_menu(self, menu: QMenu) -> None:
        for names in GROUPS:
            menu.addSeparator()
            for name in names:
                menu.addAction(self.actions[name])

    def _show_state(self, *_: object) -> None:
        beside = self.beside.beside
        self.actions["side_by_side"].setChecked(beside is Beside.STUDY)
        self.actions["compare"].setChecked(beside is Beside.PRIOR)
        self.actions["link"].setChecked(self._stage.is_linked)
        self.actions["link"].setEnabled(beside is not Beside.NOTHING)
        self._make_room(beside is not Beside.NOTHING)

    def _make_room(self, for_two: bool) -> None:
        """The worklist gives way to a second image, and takes its place again."""
        if self.second_screen.is_out or for_two == bool(self._sizes):
            return
        splitter = self._splitter
        if for_two:
            self._sizes = splitter.sizes()
            worklist, stage, *rest = self._sizes
            given = max(0, worklist - WORKLIST_BESIDE_TWO)
            splitter.setSizes([worklist - given, stage + given, *rest])
        else:
            splitter.setSizes(self._sizes)
            self._sizes = []


def _keys_of(actions: ViewerActions) -> list[QAction]:
    children = Qt.ShortcutContext.WidgetWithChildrenShortcut
    return [action for action in actions.all.values() if action.shortcutContext() != children]
