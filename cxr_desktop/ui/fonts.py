"""The one family, its four sizes and tabular figures; knows no colour and no widget."""

from __future__ import annotations

import logging
from enum import IntEnum

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from cxr_desktop import paths

log = logging.getLogger(__name__)

FAMILIES = ["Inter", "Noto Sans", "Segoe UI", "DejaVu Sans"]
"""The bundled family first, then what a system without it is likely to have."""


class TextSize(IntEnum):
    """The four sizes, in device-independent pixels."""

    CAPTION = 11
    BODY = 13
    TITLE = 15
    FIGURE = 34


def load_fonts() -> bool:
    """Make the bundled weights known to Qt. Needs a ``QGuiApplication``; a second call does nothing.

    Returns whether the family is there. Where a font file is damaged the system's sans serif stands in, and the log
    says so.
    """
    app = QGuiApplication.instance()
    if app is None:
        raise RuntimeError("fonts need an application")
    if app.property("bundled_fonts") is None:
        loaded = True
        for file in sorted((paths.resources_dir() / "fonts" / "inter").glob("*.otf")):
            if QFontDatabase.addApplicationFont(str(file)) < 0:
                log.warning("bundled font %s could not be loaded, a system font is used", file.name)
                loaded = False
        app.setProperty("bundled_fonts", loaded)
    return bool(app.property("bundled_fonts"))


def font(size: TextSize = TextSize.BODY, semibold: bool = False) -> QFont:
    """A font of the family with tabular figures, so that columns of numbers stand under each other."""
    load_fonts()
    result = QFont(FAMILIES)
    result.setPixelSize(int(size))
    result.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result
