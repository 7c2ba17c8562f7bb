"""Our own SVG icons, tinted with a colour of the theme and sharp at every scale; knows no widget."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cxr_desktop import paths
from cxr_desktop.ui.theme import Theme

GRID = 20
_SCALES = (1, 2, 3, 4)


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (paths.resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def icon_names() -> tuple[str, ...]:
    """Every icon that ships, in alphabetical order."""
    return tuple(sorted(file.stem for file in (paths.resources_dir() / "icons").glob("*.svg")))


@lru_cache(maxsize=256)
def renderer(name: str, colour: str) -> QSvgRenderer:
    """The drawing with ``currentColor`` replaced; for painting into a row at any size."""
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


def pixmap(name: str, colour: str, size: int = GRID, scale: float = 1.0) -> QPixmap:
    """``size`` device-independent pixels at a device pixel ratio of ``scale``. Raises ``FileNotFoundError``."""
    drawing = renderer(name, colour)
    result = QPixmap(round(size * scale), round(size * scale))
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    drawing.render(painter, QRectF(0, 0, result.width(), result.height()))
    painter.end()
    result.setDevicePixelRatio(scale)
    return result


def icon(name: str, theme: Theme, colour: str | None = None) -> QIcon:
    """A ``QIcon`` in the theme's second text colour (or ``colour``), greyed where its action is disabled."""
    result = QIcon()
    for scale in _SCALES:
        result.addPixmap(pixmap(name, colour or theme.text_second, GRID, scale))
        result.addPixmap(pixmap(name, theme.tick, GRID, scale), QIcon.Mode.Disabled)
    return result


def app_icon() -> QIcon:
    """The program's icon, in its own colours."""
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(pixmap("app", "#000000", size))
    return result
