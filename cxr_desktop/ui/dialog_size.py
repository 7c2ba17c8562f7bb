"""How large a dialog opens: grown with the size of text, never larger than the screen; knows no dialog."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from cxr_desktop.ui.fonts import scaled

_FRAME = 48
"""For the frame and the title that the desktop draws round a window."""


def open_at(dialog: QDialog, width: int, height: int, least: tuple[int, int]) -> None:
    """Sizes are those of text at 100 %, in device-independent pixels."""
    room = dialog.screen().availableSize() - QSize(0, _FRAME)
    dialog.setMinimumSize(QSize(scaled(least[0]), scaled(least[1])).boundedTo(room))
    dialog.resize(QSize(scaled(width), scaled(height)).boundedTo(room))
