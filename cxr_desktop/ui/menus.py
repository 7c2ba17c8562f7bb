"""The menu bar, built of the window's and the viewer's actions; decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.ui import wording
from cxr_desktop.ui.impression_section import KEYS
from cxr_desktop.ui.languages import is_mirrored, left_to_right
from cxr_desktop.ui.viewer.actions import ViewerActions
from cxr_desktop.ui.window_actions import WindowActions

URGENCY_ACTIONS = ("urgency_stat", "urgency_high", "urgency_routine", "", "urgency_ordered")
STUDY_ACTIONS = ("mark_read", "mark_unread", "", "correct", "score_anyway", "rotate_left", "rotate_right")
IMAGE_ACTIONS = ("invert", "fit", "one_to_one", "zoom_in", "zoom_out", "reset", "", "magnifier", "probe", "",
                 "map", "map_below", "map_outline", "map_boxes", "next_class", "next_method", "split", "",
                 "lungs")  # fmt: skip


class Menus(QObject):
    """Signals: ``recent_chosen(str folder)``, ``model_chosen(str name)``."""

    recent_chosen = Signal(str)
    model_chosen = Signal(str)

    def __init__(
        self,
        bar: QMenuBar,
        actions: WindowActions,
        viewer: ViewerActions,
        fill_columns: Callable[[QMenu], None],
    ) -> None:
        super().__init__(bar)
        self._bar, self._actions, self._viewer = bar, actions, viewer
        self.recent = QMenu(self.tr("Open &recent"), bar)
        self.columns = QMenu(self.tr("C&olumns"), bar)
        self.columns.aboutToShow.connect(lambda: fill_columns(self.columns))
        self.groups = QMenu(self.tr("&Group by"), bar)
        self.study_context = QMenu(bar)
        self._fill(self.study_context, STUDY_ACTIONS)
        self._fill(self.study_context.addMenu(self.tr("Ur&gency")), URGENCY_ACTIONS)
        self._build()
        self._models: QActionGroup | None = None
        self.set_recent(())
        self.set_models((), "")

    def _menu(self, title: str, letter: str) -> QMenu:
        menu = QMenu(title, self._bar)
        menu.setToolTipsVisible(True)
        action = self._bar.addMenu(menu)
        # Alt and the first letter, as everywhere, but without five underlines in the quiet bar.
        # The letter is the English one in every language, as on the keyboards of all of them.
        key = QShortcut(QKeySequence(f"Alt+{letter}"), self._bar)
        key.activated.connect(lambda: self._bar.setActiveAction(action))
        return menu

    def _fill(self, menu: QMenu, names: Sequence[str]) -> None:
        for name in names:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()

    def _build(self) -> None:
        file = self._menu(self.tr("File"), "F")
        self._fill(file, ("open_folder",))
        file.addMenu(self.recent)
        self._fill(file, ("export", "audit", "watch_folder", "close_folder", "", "settings", "", "quit"))
        view = self._menu(self.tr("View"), "V")
        self._fill(view, ("find", ""))
        image = self.image = view.addMenu(self.tr("&Image"))
        for name in IMAGE_ACTIONS:
            if name:
                image.addAction(self._viewer[name])
            else:
                image.addSeparator()
        image.addSeparator()
        image.addAction(self._actions["stop_map"])
        view.addMenu(self.columns)
        view.addMenu(self.groups)
        self._fill(view, ("pictures", "reset_sort", "saved_filters"))
        view.addSeparator()
        self._fill(view, ("arrival_order", "blind_first", ""))
        self._fill(view, ("show_worklist", "show_findings", "compact", "light_theme", "", "hide_identity"))
        view.addAction(self._viewer["overlay_text"])
        view.addAction(self._viewer["full_screen"])
        study = self.study = self._menu(self.tr("Study"), "S")
        self._fill(study, ("next", "previous", "next_unread", "go_to_new", ""))
        self._fill(study, ("read_and_next", "mark_read", "mark_unread", "undo"))
        study.addSeparator()
        said = self.impression = study.addMenu(self.tr("Your &impression"))
        self._fill(said, tuple(f"impression_{number}" for number in range(1, KEYS + 1)))
        self._fill(
            said,
            ("", "verdict_agree", "verdict_disagree", "verdict_unsure", "", "class_agree", "class_disagree", "",
             "write_note", "record_impression"),
        )  # fmt: skip
        self._fill(study.addMenu(self.tr("Ur&gency")), URGENCY_ACTIONS)
        self._fill(study, ("", "statistics", "reader"))
        self._fill(study, ("", "correct", "score_anyway", "rotate_left", "rotate_right", "shortcut_test"))
        self.model = self._menu(self.tr("Model"), "M")
        help_menu = self._menu(self.tr("Help"), "H")
        self._fill(help_menu, ("manual", "shortcuts", "tour", "", "whats_new", "about"))

    def set_recent(self, folders: Sequence[str]) -> None:
        """Folders opened before, the last first."""
        self.recent.clear()
        self.recent.setEnabled(bool(folders))
        for folder in folders:
            action = self.recent.addAction(left_to_right(wording.plain(folder).replace("&", "&&")))
            action.triggered.connect(lambda _checked=False, folder=folder: self.recent_chosen.emit(folder))

    def set_models(self, cards: Sequence[ModelCard], current: str) -> None:
        """The checkpoints to choose from; the current one is ticked."""
        self.model.clear()
        self._models = QActionGroup(self)
        for card in cards:
            action = QAction(f"{card.title} {card.version}".replace("&", "&&"), self.model)
            action.setCheckable(True)
            action.setChecked(card.name == current)
            action.setToolTip(wording.escape(card.intended_use or card.name))
            action.triggered.connect(lambda _checked=False, name=card.name: self.model_chosen.emit(name))
            self._models.addAction(action)
            self.model.addAction(action)
        if not cards:
            self.model.addAction(self.tr("No model found")).setEnabled(False)
        self.model.addSeparator()
        self.model.addAction(self._actions["model_card"])
        self.model.addAction(self._actions["training"])
        self.model.addSeparator()
        self.model.addAction(self._actions["pause"])
        self.model.addAction(self._actions["cancel"])


class EmbeddedBar(QMenuBar):
    """Read from the right, Qt's own hint is what the bar has, less a margin: it would shrink each time it is asked."""

    def sizeHint(self) -> QSize:
        """As wide as its titles."""
        hint = super().sizeHint()
        places = [self.actionGeometry(action) for action in self.actions() if action.isVisible()]
        if not (is_mirrored() and places):
            return hint
        width = max(place.right() for place in places) - min(place.left() for place in places) + 1
        return QSize(width + 16, hint.height())


def embedded_bar(parent: QWidget) -> QMenuBar:
    """A menu bar that stands in the window's top bar; macOS moves it to the screen's own."""
    bar = EmbeddedBar(parent)
    bar.setAccessibleName(QCoreApplication.translate("Menus", "Menus"))
    return bar
