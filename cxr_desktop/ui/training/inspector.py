"""Looks into a data set by a child, one question after the other; knows no page and draws nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, Signal

from cxr_desktop.bridge.training_command import STOPPED, CommandFactory
from cxr_desktop.ui.training.state import as_change

OPEN_RECIPE = "finetune_bundled"
"""Takes the classes of the data as they are named; labels get other meanings by a key of a recipe."""


class Inspector(QObject):
    """Signals: ``told(dict)`` an event of the child, ``found(dict)`` its answer, ``failed(str)`` why there is none."""

    told = Signal(dict)
    found = Signal(dict)
    failed = Signal(str)

    def __init__(self, factory: CommandFactory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.command = factory()
        self.command.setParent(self)
        self.command.event.connect(self.told)
        self.command.finished.connect(self._on_finished)
        self._folder = QTemporaryDir()
        self._round = 0
        self._next: list[str] | None = None
        self._dropped = False

    def ask(self, data: str, mapping: Mapping[str, str] | None = None) -> None:
        """What is in the data, with these meanings of their labels? Replaces a question that is not answered yet."""
        question = ["--data", data]
        if mapping is not None:
            question += ["--recipe", OPEN_RECIPE, "--set", as_change("data.rename", mapping)]
        if self.command.is_running():
            self._next = question
            self.command.stop()
        else:
            self._start(question)

    def drop(self) -> None:
        """Nobody waits for the answer any more."""
        self._next = None
        if self.command.is_running():
            self._dropped = True
            self.command.stop()

    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self.command.is_running()

    def close_down(self) -> None:
        """The child and its thumbnails go."""
        self.command.close()
        self._folder.remove()

    def _start(self, question: list[str]) -> None:
        self._next, self._dropped = None, False
        self._round += 1
        thumbnails = self._place(f"thumbnails-{self._round}")
        self.command.start(["inspect", *question, "--json", str(self._file()), "--thumbnails", str(thumbnails)])

    def _place(self, name: str) -> Path:
        return Path(self._folder.path()) / name

    def _file(self) -> Path:
        return self._place(f"inspection-{self._round}.json")

    def _on_finished(self, ok: bool, reason: str) -> None:
        if self._next is not None:
            self._start(self._next)
        elif self._dropped:
            self._dropped = False
        elif not ok:
            self.failed.emit(self.tr("Stopped before everything was read.") if reason == STOPPED else reason)
        else:
            self._read()

    def _read(self) -> None:
        try:
            document = json.loads(self._file().read_text(encoding="utf-8"))
        except (OSError, ValueError):
            self.failed.emit(self.tr("What was found in the data could not be read. The log says more."))
        else:
            self.found.emit(document)
