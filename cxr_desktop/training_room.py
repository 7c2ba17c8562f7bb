"""The training wizard beside the window: one at a time, given what it asks for, heard when it publishes.

It trains nothing: the wizard's pages start child processes. Loaded when it is first opened, for its plots take a
moment to import.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cxr_desktop.bridge.model_guard import GuardStudy, ModelGuard, studies_of
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.ui import wording
from cxr_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from cxr_desktop.ui.training.wizard import TrainingWizard


class TrainingRoom(QObject):
    """Signals: ``model_published(str name)``, ``use_model_requested(str name)``, ``closed()`` by the reader.

    ``entries`` tells all studies of the worklist, ``write_impressions`` writes their labels as a manifest (from another
    thread), ``models`` tells the installed models, the present one first.
    """

    model_published = Signal(str)
    use_model_requested = Signal(str)
    closed = Signal()

    def __init__(
        self,
        window: MainWindow,
        entries: Callable[[], Sequence[WorklistEntry]],
        write_impressions: Callable[[Path], int],
        models: Callable[[], Sequence[ModelCard]],
    ) -> None:
        super().__init__(window)
        self._window, self._entries, self._models = window, entries, models
        self._write_impressions = write_impressions
        self._labels = 0
        self._wizard: TrainingWizard | None = None

    def set_label_count(self, studies: int) -> None:
        """How many studies have an impression that a model may learn from."""
        self._labels = studies

    @property
    def is_open(self) -> bool:
        """Whether the wizard is there."""
        return self._wizard is not None

    def open(self) -> None:
        """Show the wizard, or bring the one that is open to the front."""
        if self._wizard is None:
            self._wizard = self._make()
        self._wizard.show()
        self._wizard.raise_()
        self._wizard.activateWindow()

    def close(self) -> bool:
        """Close the wizard with the window; False where a training runs and the reader wants to stay."""
        if self._wizard is None:
            return True
        if not self._wizard.may_close():
            return False
        self._wizard.close()
        return True

    def _make(self) -> TrainingWizard:
        from cxr_desktop.ui.training.wizard import TrainingWizard, WizardParts

        parts = WizardParts(
            impressions=self._write_impressions,
            count_impressions=lambda: self._labels,
            guard=ModelGuard(self._studies, device=self._window.settings().device),
            models=self._models(),
            hide_identity=not self._window.settings().show_patient_identity,
        )
        wizard = TrainingWizard(parts)
        wizard.model_published.connect(self.model_published)
        wizard.use_model_requested.connect(self.use_model_requested)
        wizard.closing.connect(self._forget)
        self._window.help.offer(wizard, "training")
        return wizard

    def _forget(self) -> None:
        wizard, self._wizard = self._wizard, None
        if wizard is not None:
            wizard.deleteLater()
            self.closed.emit()

    def _studies(self) -> list[GuardStudy]:
        hidden = not self._window.settings().show_patient_identity
        return studies_of(self._entries(), lambda entry: wording.patient_title(entry, hidden))
