"""The image alone on the screen, and everything again; knows which parts were shown before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget


class FullScreen:
    """``parts`` are what gives way to the image."""

    def __init__(self, window: QMainWindow, parts: Sequence[QWidget]) -> None:
        self._window, self._parts = window, tuple(parts)
        self._shown: list[QWidget] | None = None

    @property
    def is_on(self) -> bool:
        """Whether the image is alone."""
        return self._shown is not None

    def toggle(self) -> None:
        """In or out."""
        state, full = self._window.windowState(), Qt.WindowState.WindowFullScreen
        if self._shown is None:
            self._shown = [part for part in self._parts if not part.isHidden()]
            for part in self._shown:
                part.hide()
            self._window.setWindowState(state | full)
        else:
            for part in self._shown:
                part.show()
            self._shown = None
            self._window.setWindowState(state & ~full)

    def leave(self) -> bool:
        """Out, if it is on; whether it was."""
        was_on = self.is_on
        if was_on:
            self.toggle()
        return was_on
