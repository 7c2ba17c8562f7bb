"""Objects that hold each other are let go in the window's thread alone; knows nothing of what they are.

Python collects such cycles in whichever thread happens to make the next object. Where a closed dialog is among them,
its window is then destroyed in that thread, which Qt forbids: it waits there until the event loop has seen the window
go, and where the event loop waits for that thread, both wait for ever (seen with PySide6 6.11).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 500


def collect_due() -> None:
    """Collect the generation that Python itself would collect now, in this thread."""
    limits = gc.get_threshold()
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > limits[generation]:
            gc.collect(generation)
            return


class CycleCollector(QObject):
    """From its making on, cycles are collected by the event loop of the thread that made it and by nobody else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=INTERVAL_MS)
        timer.timeout.connect(collect_due)
        timer.start()
