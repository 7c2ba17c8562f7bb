"""The audit log beside the window: read and exported elsewhere when asked for; changes no entry of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from cxr_desktop.bridge.tasks import Tasks
from cxr_desktop.domain.deed import Deed
from cxr_desktop.ui.main_window import MainWindow


class AuditRoom(QObject):
    """``read`` tells the whole log, ``write`` writes it as a table; both wait for a disk."""

    def __init__(
        self,
        window: MainWindow,
        tasks: Tasks,
        read: Callable[[], Sequence[Deed]],
        write: Callable[[Path], int],
    ) -> None:
        super().__init__(window)
        self._window, self._tasks = window, tasks
        self._read, self._write = read, write
        window.audit_requested.connect(self._on_requested)
        window.audit_export_requested.connect(self._on_export)

    def _on_requested(self) -> None:
        dialogs = self._window.dialogs
        self._tasks.run(self._read, dialogs.show_audit, dialogs.show_audit_failure)

    def _on_export(self, target: str) -> None:
        def done(_: object) -> None:
            self._window.set_engine_state(self.tr("Audit log written"), False)

        self._tasks.run(lambda: self._write(Path(target)), done, self._window.show_error)
