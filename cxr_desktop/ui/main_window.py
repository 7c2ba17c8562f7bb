"""The window: three columns between a bar and a status line; says by signals what the reader wants, does none of it.

It comes in two steps, so that there is something to see at once: the window itself with empty columns, for which next
to nothing is imported, then its parts (``furnish``), for which nearly everything is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Self

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from cxr_desktop.settings import Settings
from cxr_desktop.ui import icons, reasons, window_state
from cxr_desktop.ui.first_look import FirstLook
from cxr_desktop.ui.told import Told, told
from cxr_desktop.ui.window_settings import WindowSettings, dress

if TYPE_CHECKING:
    from cxr_desktop.bridge.worklist_model import WorklistModel
    from cxr_desktop.domain.model_card import ModelCard
    from cxr_desktop.imaging.pixels import GreyImage
    from cxr_desktop.ui.arrival_notice import ArrivalNotice
    from cxr_desktop.ui.cell_words import CellWords
    from cxr_desktop.ui.drop_cue import DropCue
    from cxr_desktop.ui.error_banner import ErrorBanner
    from cxr_desktop.ui.findings_panel import FindingsPanel
    from cxr_desktop.ui.focus_ring import FocusRing
    from cxr_desktop.ui.full_screen import FullScreen
    from cxr_desktop.ui.help.help_desk import HelpDesk
    from cxr_desktop.ui.menus import Menus
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

MINIMUM = (960, 540)
"""A full-HD screen at a scale of 200 %; larger text may need more."""
FIRST_SIZE = (1600, 1000)
_WAITS_MS = 30_000


class MainWindow(QMainWindow):
    """What ``app`` connects.

    Signals
        ``open_folder_requested(str folder)``, ``paths_dropped(list[str])``, ``close_folder_requested()``,
        ``demo_requested()``, ``export_requested()``,
        ``settings_changed(Settings)`` (to be saved; what they change in the window is already shown),
        ``notice_acknowledged()``, ``model_selected(str name)`` ("" for the default), ``pause_toggled(bool)``,
        ``cancel_requested()``, ``study_selected(str key)`` ("" for none), ``image_requested(str path)`` ("" for none;
        when it comes nothing here refers to the former image's pixels any more), ``second_image_requested(str path)``
        for the one beside it, ``prefetch_requested(list[str])``,
        ``visible_paths_changed(list[str])`` (the study in hand first), ``read_state_requested(list[str] keys,
        ReadState)``, ``undo_requested()``, ``score_anyway_requested(str path)`` (confirmed),
        ``rotate_requested(str path, int turns)`` (counter-clockwise quarter turns to add),
        ``correction_requested(str path, Correction)`` (to be added to what was done to the image before),
        ``correction_undo_requested(str path)`` (the image as the file has it), ``audit_requested()`` (answered by
        ``dialogs.show_audit``), ``audit_export_requested(str path)``,
        ``impression_requested(str key, Words)`` (no words take back what was said), ``training_requested()``,
        ``closing()``. ``asked_to_close`` may hold something that says whether the window may go.
    Methods
        All under "what it is told" below. Rows, sums and results come from the ``WorklistModel`` alone and are never
        told twice; ``cell_words`` is the object that was given to the model.
    """

    open_folder_requested = Signal(str)
    paths_dropped = Signal(list)
    close_folder_requested = Signal()
    demo_requested = Signal()
    export_requested = Signal()
    settings_changed = Signal(object)
    notice_acknowledged = Signal()
    model_selected = Signal(str)
    pause_toggled = Signal(bool)
    cancel_requested = Signal()
    study_selected = Signal(str)
    image_requested = Signal(str)
    second_image_requested = Signal(str)
    prefetch_requested = Signal(list)
    visible_paths_changed = Signal(list)
    read_state_requested = Signal(list, object)
    undo_requested = Signal()
    score_anyway_requested = Signal(str)
    rotate_requested = Signal(str, int)
    correction_requested = Signal(str, object)
    correction_undo_requested = Signal(str)
    audit_requested = Signal()
    audit_export_requested = Signal(str)
    impression_requested = Signal(str, object)
    training_requested = Signal()
    closing = Signal()

    model: WorklistModel
    cell_words: CellWords
    named: WindowActions
    worklist: WorklistPanel
    viewer: ImageViewer
    stage: ViewerStage
    findings: FindingsPanel
    status: StatusLine
    banner: ErrorBanner
    top: TopBar
    menus: Menus
    desk: StudyDesk
    dialogs: WindowDialogs
    tools: WorklistTools
    splitter: WindowColumns
    cue: DropCue
    ring: FocusRing
    full_screen: FullScreen
    reading: ReadingControls
    arrivals: ArrivalNotice
    stage_room: StageRoom
    help: HelpDesk
    commands: WindowCommands

    def __init__(self, settings: Settings) -> None:
        """The window without its parts; ``furnish`` before anything else is asked of it than to be shown."""
        super().__init__()
        self.asked_to_close: Callable[[], bool] = lambda: True
        self.told: Told = {}
        self.message: tuple[str, str, Callable[[], object] | None] | None = None
        self.first_settings = settings
        self.is_furnished = False
        # Widgets that are made before the font is set keep the system's.
        dress(settings)
        self.setWindowTitle("cxr-desktop")
        self.setWindowIcon(icons.app_icon())
        self.first_look = FirstLook()
        self.setCentralWidget(self.first_look)
        self.setMinimumSize(*MINIMUM)
        self.resize(*FIRST_SIZE)
        window_state.restore_geometry(self)

    def show_first_look(self) -> bool:
        """Show the window before its parts are there; False where somebody has closed it again by then."""
        self.show()
        self.first_look.wait_until_painted()
        return self.isVisible()

    def furnish(self, model: WorklistModel, cell_words: CellWords) -> Self:
        """Put the parts in place of the first look, shown or not yet. Once."""
        from cxr_desktop.ui import window_parts

        self.model, self.cell_words = model, cell_words
        window_parts.make(self)
        self._preferences = WindowSettings(self, self.first_settings)
        self._preferences.changed.connect(self.settings_changed)
        window_parts.connect(self)
        self._waits = QTimer(self, interval=_WAITS_MS)
        self._waits.timeout.connect(model.refresh_waits)
        self._waits.start()
        self.setMinimumSize(self.minimumSizeHint().expandedTo(QSize(*MINIMUM)))
        self.is_furnished = True
        self.splitter.set_chosen(window_state.restore(self.splitter, self.worklist.view.header))
        self.splitter.share_out(self.width())
        self.set_settings(self.first_settings)
        self.set_folder("")
        self.set_idle()
        self.set_undo("")
        self.worklist.take_focus()
        return self

    # --- what it is told

    def settings(self) -> Settings:
        """As they stand now, saved or not."""
        return self._preferences.current

    def set_settings(self, settings: Settings) -> None:
        """Show what the settings say; emits nothing."""
        self._preferences.show(settings)

    def apply_settings(self, settings: Settings) -> None:
        """The reader changed settings: show them and emit ``settings_changed``."""
        self._preferences.apply(settings)

    def change_settings(self, **values: Any) -> None:
        """The same for some fields."""
        self._preferences.change(**values)

    @told
    def set_folder(self, name: str) -> None:
        """The open folder's own name, "" for none."""
        self.top.set_folder(name)
        self.worklist.set_folder_open(bool(name))
        self.stage_room.start_again()
        self.named["close_folder"].setEnabled(bool(name))

    @told
    def set_scanning(self, found: int | None) -> None:
        """How many images the walk through the folder has found so far, ``None`` when it is over."""
        self.worklist.set_scanning(found is not None)
        self.status.set_scanning(found)
        self.named["cancel"].setEnabled(found is not None)

    @told
    def set_progress(
        self, done: int, total: int, images_per_second: float = 0.0, seconds_left: float | None = None
    ) -> None:
        """Scoring: ``done`` of ``total`` images; equal numbers mean that it is over."""
        self.status.set_progress(done, total, images_per_second, seconds_left)
        for name in ("pause", "cancel"):
            self.named[name].setEnabled(done < total)

    def set_idle(self, done: int = 0) -> None:
        """Nothing waits to be scored."""
        self.set_progress(done, done)

    @told
    def set_paused(self, paused: bool) -> None:
        """Show that scoring is paused; emits nothing."""
        self.named.set_checked("pause", paused)
        self.status.set_paused(paused)

    @told
    def set_engine_state(self, words: str, is_warning: bool = False) -> None:
        """For example "Starting the engine" or "Engine restarted"; "" where there is nothing to say."""
        self.status.set_engine(reasons.words(words), is_warning)

    @told
    def set_read_only(self, why: str) -> None:
        """The worklist can only be read: for the life of the window nothing is offered that would write to it."""
        from cxr_desktop.ui.read_only_guard import ReadOnlyGuard

        ReadOnlyGuard(self, why)

    @told
    def set_device(self, words: str) -> None:
        """What scores, for example ``wording.device(scored_by)``; "" until the engine has said so."""
        self.top.set_device(words)

    @told
    def set_models(self, cards: Sequence[ModelCard], current: str) -> None:
        """The checkpoints to choose from, and the name of the one in use."""
        self.dialogs.models = tuple(cards)
        self.menus.set_models(cards, current)

    @told
    def set_card(self, card: ModelCard | None) -> None:
        """The card of the model in use."""
        self.dialogs.card = self.cell_words.card = card
        self.desk.set_card(card)
        self.stage_room.set_card(card)
        self.commands.update()
        self.model.refresh_texts()
        self.top.filter.set_classes(card.findings if card is not None else ())
        self.top.set_model(f"{card.title} {card.version}" if card is not None else "")

    @told
    def set_second_card(self, card: ModelCard | None) -> None:
        """The card of the model that gives a second opinion, ``None`` where there is none."""
        self.cell_words.second_card = card
        self.desk.set_second_card(card)
        self.model.refresh_texts()

    @told
    def set_undo(self, words: str) -> None:
        """What Ctrl+Z would take back, for example "mark read"; "" for nothing."""
        action = self.named["undo"]
        action.setEnabled(bool(words))
        action.setText(self.tr("&Undo {0}").format(words) if words else self.tr("&Undo"))

    def show_image(self, image: GreyImage) -> bool:
        """Pixels of an image asked for; False where the reader is elsewhere by now, and nothing was shown."""
        first = self.desk.show_image(image)
        return self.stage_room.show_image(image) or first

    def show_image_failure(self, path: str, reason: str) -> None:
        """The pixels asked for cannot be shown, and why."""
        self.desk.show_failure(path, reasons.words(reason))
        self.stage_room.show_failure(path, reasons.words(reason))

    def show_error(self, words: str, way_out: str = "", act: Callable[[], object] | None = None) -> None:
        """One plain sentence across the top; ``way_out`` names a button that calls ``act``."""
        self.message = (words, way_out, act)
        self.banner.show_message(reasons.words(words), way_out, act)

    def clear_error(self) -> None:
        """What was wrong is over."""
        self.banner.hide()

    def flush_settings(self) -> None:
        """Emit at once what was about to be told of changed settings."""
        self._preferences.flush()

    def current_path(self) -> str:
        """The image in hand, "" for none."""
        return self.desk.path()

    # --- what happens to it

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns follow."""
        super().resizeEvent(event)
        columns = self.splitter if self.is_furnished else self.first_look
        columns.share_out(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the full screen."""
        if event.key() == Qt.Key.Key_Escape and self.is_furnished and self.full_screen.leave():
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window, tell what was changed last, then let go."""
        if not self.is_furnished:
            super().closeEvent(event)
            return
        if not self.asked_to_close():
            event.ignore()
            return
        self.full_screen.leave()
        self.findings.impression.flush()
        self.stage_room.close()
        self.help.close()
        self._preferences.flush()
        window_state.save(self, self.splitter, self.worklist.view.header)
        self.closing.emit()
        super().closeEvent(event)
