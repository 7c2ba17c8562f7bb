"""What the view says while there is no image in it; knows no image."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter

from cxr_desktop.ui import icons
from cxr_desktop.ui.fonts import TextSize, font, scaled
from cxr_desktop.ui.theme import DARK


class ViewerState(StrEnum):
    """Why there is no image, or that there is one."""

    EMPTY = "empty"
    LOADING = "loading"
    FAILED = "failed"
    IMAGE = "image"


_ICONS = {ViewerState.EMPTY: ("open_folder", DARK.text_faint), ViewerState.FAILED: ("warning", DARK.risk_between)}


def title(state: ViewerState) -> str:
    """The first line."""
    titles = {
        ViewerState.EMPTY: QCoreApplication.translate("viewer", "No image"),
        ViewerState.LOADING: QCoreApplication.translate("viewer", "Loading"),
        ViewerState.FAILED: QCoreApplication.translate("viewer", "Not shown"),
    }
    return titles.get(state, "")


def paint(painter: QPainter, area: QRectF, state: ViewerState, words: str) -> None:
    """Icon, title and words in the middle of the view."""
    width = min(420.0, area.width() - 48)
    middle = area.center()
    if state in _ICONS:
        name, colour = _ICONS[state]
        icons.renderer(name, colour).render(painter, QRectF(middle.x() - 16, middle.y() - 60, 32, 32))
    painter.setPen(DARK.text_second if state is ViewerState.LOADING else DARK.text)
    painter.setFont(font(TextSize.TITLE, semibold=True))
    painter.drawText(
        QRectF(middle.x() - width / 2, middle.y() - 16, width, scaled(24)), Qt.AlignmentFlag.AlignCenter, title(state)
    )
    painter.setPen(DARK.text_second)
    painter.setFont(font(TextSize.BODY))
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(
        QRectF(middle.x() - width / 2, middle.y() + scaled(14), width, area.height() / 2 - 60), flags, words
    )
