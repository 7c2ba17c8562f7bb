"""A child process that tests play by hand, with the face of ``TrainingCommand``."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal


class FakeCommand(QObject):
    """``calls`` are the arguments of every start; ``tell`` and ``end`` are what the child would do."""

    event = Signal(dict)
    finished = Signal(bool, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.calls: list[list[str]] = []
        self.options: list[str] = []
        self._running = False

    def start(self, arguments: Sequence[str], events_option: str = "--json-events") -> None:
        assert not self._running
        self.calls.append(list(arguments))
        self.options.append(events_option)
        self._running = True

    def stop(self) -> None:
        if self._running:
            self.end(False, "stopped")

    def close(self) -> None:
        self._running = False

    def is_running(self) -> bool:
        return self._running

    def tell(self, kind: str, **values: Any) -> None:
        """As if the child wrote this line."""
        self.event.emit({"event": kind, **values})

    def say(self, document: Mapping[str, Any]) -> None:
        """As if it wrote one JSON document, as ``recipes --json`` does."""
        self.event.emit(dict(document))

    def end(self, ok: bool = True, reason: str = "") -> None:
        """As if it ended."""
        self._running = False
        self.finished.emit(ok, reason)

    def option(self, name: str) -> str:
        """The value of an option of the last start."""
        call = self.calls[-1]
        return call[call.index(name) + 1]

    def settings(self) -> list[str]:
        """The ``--set`` values of the last start."""
        call = self.calls[-1]
        return [call[place + 1] for place, word in enumerate(call) if word == "--set"]

    def write_json(self, document: Mapping[str, Any]) -> None:
        """Write what was asked for with ``--json``."""
        Path(self.option("--json")).write_text(json.dumps(document), encoding="utf-8")


class Factory:
    """Remembers every command that was made."""

    def __init__(self) -> None:
        self.made: list[FakeCommand] = []

    def __call__(self) -> FakeCommand:
        command = FakeCommand()
        self.made.append(command)
        return command

    def last(self, name: str) -> FakeCommand:
        """The command whose last start was this one."""
        found: Callable[[FakeCommand], bool] = lambda command: bool(command.calls) and command.calls[-1][0] == name  # noqa: E731
        return next(command for command in reversed(self.made) if found(command))
