"""The training wizard: which pages there are, in which order, and what happens when it is closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QPushButton, QWidget, QWizard

from cxr_desktop import paths
from cxr_desktop.bridge.model_guard import ModelGuard
from cxr_desktop.bridge.training_command import CommandFactory, TrainingCommand
from cxr_desktop.bridge.training_run import TrainingRun
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.ui import icons
from cxr_desktop.ui.fonts import font
from cxr_desktop.ui.training.calibrate_page import CalibratePage
from cxr_desktop.ui.training.data_page import DataPage
from cxr_desktop.ui.training.evaluate_page import EvaluatePage
from cxr_desktop.ui.training.leave_dialog import LeaveDialog, Leaving
from cxr_desktop.ui.training.page import Page, TrainingPage
from cxr_desktop.ui.training.publish_page import PublishPage
from cxr_desktop.ui.training.recipe_page import RecipePage
from cxr_desktop.ui.training.run_page import RunPage
from cxr_desktop.ui.training.settings_page import SettingsPage
from cxr_desktop.ui.training.state import CALIBRATE, RESUME, WizardState
from cxr_desktop.ui.training.steps import Steps

FIRST_SIZE = (1180, 800)
MINIMUM = (960, 640)
Impressions = Callable[[Path], int]


@dataclass(frozen=True, slots=True)
class WizardParts:
    """What the wizard is given by ``app``; tests give other commands and a run that they can play.

    ``impressions(file)`` writes the labels that were recorded in this worklist as a CSV manifest and returns how many
    rows it has; ``count_impressions()`` says how many there would be. ``guard`` is for the page that publishes.
    """

    command_factory: CommandFactory = TrainingCommand
    run_factory: Callable[[], TrainingRun] = TrainingRun
    impressions: Impressions | None = None
    count_impressions: Callable[[], int] = lambda: 0
    guard: ModelGuard | None = None
    models: Sequence[ModelCard] = ()
    runs_dir: Path = field(default_factory=paths.user_runs_dir)
    hide_identity: bool = False


class TrainingWizard(QWizard):
    """Not modal: the reading room stays usable beside it.

    Signals: ``model_published(str name)``, ``use_model_requested(str name)``, ``closing()`` once, when it is closed.
    """

    model_published = Signal(str)
    use_model_requested = Signal(str)
    closing = Signal()

    def __init__(self, parts: WizardParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = WizardState()
        self.parts = parts
        self.run = parts.run_factory()
        self.run.setParent(self)
        self._closed = False
        self.setWindowTitle(self.tr("Train a model"))
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setOption(QWizard.WizardOption.NoCancelButtonOnLastPage)
        self.setMinimumSize(*MINIMUM)
        self._steps = Steps()
        self.setSideWidget(self._steps)
        self._add_pages()
        self._name_buttons()
        self.currentIdChanged.connect(self._on_page)
        self.setWindowIcon(icons.app_icon())
        self.resize(*FIRST_SIZE)
        self._show_steps()

    def _add_pages(self) -> None:
        self.data = DataPage(self.state, self.parts)
        self.data.mode_changed.connect(self._show_steps)
        self.setPage(Page.DATA, self.data)
        self.recipe = RecipePage(self.state, self.parts)
        self.setPage(Page.RECIPE, self.recipe)
        self.settings = SettingsPage(self.state, self.parts, self.recipe)
        self.setPage(Page.SETTINGS, self.settings)
        self.running = RunPage(self.state, self.run)
        self.setPage(Page.RUN, self.running)
        self.setPage(Page.EVALUATE, EvaluatePage(self.state, self.parts.command_factory))
        make, guard = self.parts.command_factory, self.parts.guard
        publish = PublishPage(self.state, make, guard)
        calibrate = CalibratePage(self.state, make, guard, self.parts.models)
        for page, shown in ((Page.PUBLISH, publish), (Page.CALIBRATE, calibrate)):
            shown.model_published.connect(self.model_published)
            shown.use_model_requested.connect(self.use_model_requested)
            self.setPage(page, shown)

    def _name_buttons(self) -> None:
        words = {
            QWizard.WizardButton.BackButton: self.tr("Back"),
            QWizard.WizardButton.NextButton: self.tr("Next"),
            QWizard.WizardButton.CommitButton: self.tr("Start training"),
            QWizard.WizardButton.FinishButton: self.tr("Close"),
            QWizard.WizardButton.CancelButton: self.tr("Close"),
        }
        onward = (QWizard.WizardButton.NextButton, QWizard.WizardButton.CommitButton)
        for which, text in words.items():
            self.setButtonText(which, text)
            button = self.button(which)
            button.setFont(font(semibold=which in onward))
            if which in onward and isinstance(button, QPushButton):
                button.setProperty("kind", "primary")
                button.style().unpolish(button)
                button.style().polish(button)
        layout = QWizard.WizardButton
        self.setButtonLayout(
            [layout.CancelButton, layout.Stretch, layout.BackButton, layout.NextButton, layout.CommitButton,
             layout.FinishButton]
        )  # fmt: skip

    # --- order of the pages

    def page_order(self) -> tuple[Page, ...]:
        """The pages of the way that was chosen on the first one."""
        if self.state.mode == CALIBRATE:
            order: tuple[Page, ...] = (Page.DATA, Page.CALIBRATE)
        elif self.state.mode == RESUME:
            order = (Page.DATA, Page.RUN, Page.EVALUATE, Page.PUBLISH)
        else:
            order = (Page.DATA, Page.RECIPE, Page.SETTINGS, Page.RUN, Page.EVALUATE, Page.PUBLISH)
        return tuple(page for page in order if self.page(page) is not None)

    def nextId(self) -> int:
        """The page after this one, -1 where it is the last."""
        order = self.page_order()
        here = self.currentId()
        position = order.index(Page(here)) + 1 if here in order else len(order)
        return int(order[position]) if position < len(order) else -1

    def step_names(self) -> tuple[str, ...]:
        """The steps as the reader sees them."""
        words = {
            Page.DATA: self.tr("Data"),
            Page.RECIPE: self.tr("Recipe"),
            Page.SETTINGS: self.tr("Settings"),
            Page.RUN: self.tr("Run"),
            Page.EVALUATE: self.tr("Evaluate"),
            Page.PUBLISH: self.tr("Publish"),
            Page.CALIBRATE: self.tr("Calibrate"),
        }
        return tuple(words[page] for page in self.page_order())

    def _on_page(self, _page: int) -> None:
        self._show_steps()

    def _show_steps(self) -> None:
        order, here = self.page_order(), self.currentId()
        self._steps.set_steps(self.step_names(), order.index(Page(here)) if here in order else 0)

    def event(self, event: QEvent) -> bool:
        """As every dialog where the style changes.

        QWizard hands the program's style to its buttons and pages then, and Qt deletes that style with the next style
        sheet: the second change of theme would end the program (Qt 6.11, QWizard::event).
        """
        if event.type() == QEvent.Type.StyleChange:
            return QDialog.event(self, event)
        return super().event(event)

    def _training_pages(self) -> list[TrainingPage]:
        pages = (self.page(number) for number in self.pageIds())
        return [page for page in pages if isinstance(page, TrainingPage)]

    # --- closing

    def done(self, result: int) -> None:
        """Close and Esc come here: a training that runs is not lost by chance."""
        if self.may_close():
            self._close_down()
            super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross of the window."""
        if not self._closed and not self.may_close():
            event.ignore()
            return
        self._close_down()
        super().closeEvent(event)

    def may_close(self) -> bool:
        """Ask what shall become of a training that runs; False where the reader wants to stay."""
        if self._closed or not self.run.is_active() or self.running.keeps_running():
            return True
        dialog = LeaveDialog(self)
        dialog.exec()
        choice = dialog.choice
        dialog.deleteLater()
        if choice is Leaving.STOP:
            self.run.stop()
        return choice is not Leaving.STAY

    def _close_down(self) -> None:
        if self._closed:
            return
        self._closed = True
        for page in self._training_pages():
            page.close_down()
        self.run.leave()
        self.closing.emit()
