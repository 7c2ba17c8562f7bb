"""Makes the parts of the window, puts them in their places and lets them hear of each other; does nothing later on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxr_desktop.ui.arrival_notice import ArrivalNotice
from cxr_desktop.ui.drop_cue import DropCue
from cxr_desktop.ui.error_banner import ErrorBanner
from cxr_desktop.ui.findings_panel import FindingsPanel
from cxr_desktop.ui.focus_ring import FocusRing
from cxr_desktop.ui.full_screen import FullScreen
from cxr_desktop.ui.help.help_desk import HelpDesk
from cxr_desktop.ui.menus import Menus, embedded_bar
from cxr_desktop.ui.reading_controls import ReadingControls
from cxr_desktop.ui.stage_room import StageRoom
from cxr_desktop.ui.status_line import StatusLine
from cxr_desktop.ui.study_desk import StudyDesk
from cxr_desktop.ui.top_bar import TopBar
from cxr_desktop.ui.viewer.image_viewer import ImageViewer
from cxr_desktop.ui.viewer.stage import ViewerStage
from cxr_desktop.ui.window_actions import WindowActions
from cxr_desktop.ui.window_columns import WindowColumns
from cxr_desktop.ui.window_commands import WindowCommands
from cxr_desktop.ui.window_dialogs import WindowDialogs
from cxr_desktop.ui.worklist_panel import WorklistPanel
from cxr_desktop.ui.worklist_tools import WorklistTools

if TYPE_CHECKING:
    from cxr_desktop.ui.main_window import MainWindow


def make(window: MainWindow) -> None:
    """All parts, in their places."""
    _make_columns(window)
    _assemble(window)
    window.cue = DropCue(window)
    window.ring = FocusRing(window, (window.worklist.view, window.viewer))
    whole = (window.top, window.banner, window.worklist, window.findings, window.status)
    window.full_screen = FullScreen(window, whole)
    window.reading = ReadingControls(window)
    window.arrivals = ArrivalNotice(window)
    window.stage_room = StageRoom(window, window.stage, window.splitter)
    window.help = HelpDesk(window)


def _make_columns(window: MainWindow) -> None:
    window.named = WindowActions(window)
    window.worklist = WorklistPanel(window.model)
    window.viewer = ImageViewer()
    window.stage = ViewerStage(window.viewer)
    # Right and left of an image are the patient's in every language.
    window.stage.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    window.findings = FindingsPanel()
    window.status = StatusLine()
    window.banner = ErrorBanner()
    bar = embedded_bar(window)
    window.top = TopBar(bar, window.named["open_folder"])
    window.menus = Menus(bar, window.named, window.viewer.viewer_actions, window.worklist.view.header.fill_menu)
    window.worklist.view.set_context_menu(window.menus.study_context)
    window.desk = StudyDesk(window.model, window.worklist.view, window.viewer, window.findings, window)
    window.dialogs = WindowDialogs(window)
    window.tools = WorklistTools(window)


def _assemble(window: MainWindow) -> None:
    window.splitter = WindowColumns(window.worklist, window.stage, window.findings)
    body = QWidget()
    layout = QVBoxLayout(body)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for part in (window.top, window.banner):
        layout.addWidget(part)
    layout.addWidget(window.splitter, 1)
    layout.addWidget(window.status)
    window.setCentralWidget(body)


def connect(window: MainWindow) -> None:
    """What the parts ask for becomes signals of the window; what they say to each other stays among them."""
    view, empty, desk = window.worklist.view, window.worklist.empty, window.desk
    window.cue.dropped.connect(window.paths_dropped)
    view.study_selected.connect(window.study_selected)
    view.visible_paths_changed.connect(window.visible_paths_changed)
    desk.image_requested.connect(window.image_requested)
    desk.prefetch_requested.connect(window.prefetch_requested)
    window.stage_room.image_requested.connect(window.second_image_requested)
    empty.open_requested.connect(window.dialogs.choose_folder)
    empty.recent_requested.connect(window.open_folder_requested)
    empty.demo_requested.connect(window.demo_requested)
    empty.clear_filter_requested.connect(window.top.filter.clear)
    window.top.filter.filter_changed.connect(window.model.set_filter)
    window.top.filter.left.connect(view.setFocus)
    window.menus.recent_chosen.connect(window.open_folder_requested)
    window.menus.model_chosen.connect(window.model_selected)
    window.status.cancel_requested.connect(window.cancel_requested)
    findings = window.findings
    findings.score_anyway_requested.connect(window.score_anyway_requested)
    findings.rotate_requested.connect(window.rotate_requested)
    findings.correction_requested.connect(window.correction_requested)
    findings.impression_changed.connect(window.impression_requested)
    window.viewer.correction_undo_requested.connect(lambda: window.correction_undo_requested.emit(desk.path()))
    window.commands = WindowCommands(window)
