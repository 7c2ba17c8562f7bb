"""F1, the Help menu and the links "Why?": which page opens where; also the tour, and what is new. Knows no study."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from cxr_desktop import paths
from cxr_desktop.ui import key_bindings
from cxr_desktop.ui.help.manual_window import ManualWindow
from cxr_desktop.ui.help.pages import NEWS, Page, load
from cxr_desktop.ui.help.tour import Tour
from cxr_desktop.ui.theme import Theme, current_theme
from cxr_desktop.ui.toast import Toast

if TYPE_CHECKING:
    from cxr_desktop.ui.main_window import MainWindow

log = logging.getLogger(__name__)

_TOPIC = "helpTopic"


def set_topic(widget: QWidget, topic: str) -> None:
    """Where the manual opens while the focus is in ``widget``."""
    widget.setProperty(_TOPIC, topic)


def topic_of(widget: QWidget | None) -> str:
    """Of the widget, else of what it lies in; "" where nobody has said."""
    while widget is not None:
        topic = widget.property(_TOPIC)
        if isinstance(topic, str) and topic:
            return topic
        widget = widget.parentWidget()
    return ""


class HelpDesk(QObject):
    """One for each window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pages: tuple[Page, ...] = ()
        self._manual: ManualWindow | None = None
        self.tour = Tour(window)
        self.news = Toast(window, window.worklist)
        self.news.clicked.connect(self.show_news)
        window.named["manual"].triggered.connect(self.open_here)
        window.named["tour"].triggered.connect(self.tour.begin)
        window.named["whats_new"].triggered.connect(self.show_news)
        window.findings.why_requested.connect(self.open)
        self._set_topics()

    def _set_topics(self) -> None:
        window, findings = self._window, self._window.findings
        for part, topic in (
            (window, "first-day"),
            (window.top, "first-day#find-and-sort"),
            (window.worklist, "first-day#the-list"),
            (window.worklist.empty, "first-day#open-a-folder"),
            (window.stage, "first-day#the-image"),
            (window.status, "first-day#open-a-folder"),
            (findings, "numbers"),
            (findings.impression, "first-day#say-what-you-see"),
            (findings.evidence, "numbers#what-the-evidence-table-says"),
            (findings.heat_map, "heat-maps"),
        ):
            set_topic(part, topic)

    # --- the manual

    @Slot()
    def open_here(self) -> None:
        """The page that goes with where the focus is."""
        self.open(topic_of(QApplication.focusWidget()) or topic_of(QApplication.activeWindow()) or "README")

    @Slot(str)
    def open(self, topic: str) -> None:
        """A page, in the manual's own window."""
        manual = self._manual_window()
        if manual is None:
            return
        manual.open(topic)
        manual.show()
        manual.raise_()
        manual.activateWindow()

    def manual(self) -> ManualWindow | None:
        """The window that is open, if one is."""
        return self._manual

    def offer(self, dialog: QWidget, topic: str) -> None:
        """A dialog over the window has its own page under the same key."""
        set_topic(dialog, topic)
        for key in key_bindings.keys_for("window.manual", ("F1",)):
            QShortcut(key, dialog).activated.connect(self.open_here)

    def set_theme(self, theme: Theme) -> None:
        """Repaint what is open."""
        self.news.set_theme(theme)
        self.tour.set_theme(theme)
        if self._manual is not None:
            self._manual.set_theme(theme)

    def close(self) -> None:
        """The window goes, and its manual with it."""
        self.tour.stop()
        manual, self._manual = self._manual, None
        if manual is not None:
            manual.close()
            manual.deleteLater()

    def _manual_window(self) -> ManualWindow | None:
        try:
            folder = paths.manual_dir()
            self._pages = self._pages or load(folder, paths.changelog_file())
        except (OSError, UnicodeDecodeError) as error:
            log.warning("the manual cannot be read: %s", type(error).__name__)
            self._window.show_error(
                self.tr("The manual is missing or cannot be read. Please install the program again.")
            )
            return None
        # A modal dialog lets nobody into other windows, but into those that it owns.
        owner = QApplication.activeModalWidget()
        if self._manual is not None and self._manual.parentWidget() is owner:
            return self._manual
        if self._manual is not None:
            self._manual.close()
            self._manual.deleteLater()
        self._manual = ManualWindow(self._pages, folder, current_theme(), owner)
        self._manual.destroyed.connect(self._forget)
        return self._manual

    def _forget(self) -> None:
        self._manual = None

    # --- first run, new version

    def greet(self, version: str) -> None:
        """The program has started: a first reader gets the tour, one who knew another version a quiet word."""
        settings = self._window.settings()
        if not settings.notice_acknowledged:
            self._window.notice_acknowledged.connect(self.tour.begin)
        elif settings.last_version and settings.last_version != version:
            self.news.show_deed(
                self.tr("This is version {0}").format(version),
                self.tr("What has changed is in the Help menu."),
                self.tr("What's new"),
            )
        self._window.change_settings(last_version=version)

    @Slot()
    def show_news(self) -> None:
        """What has changed."""
        self.news.hide()
        self.open(NEWS)
