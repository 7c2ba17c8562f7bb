"""The bundled families, the four sizes, large text and tabular figures; knows no colour and no widget."""

from __future__ import annotations

import logging
from enum import IntEnum
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from cxr_desktop import paths

log = logging.getLogger(__name__)

BUNDLED = {"inter": "Inter", "vazirmatn": "Vazirmatn UI NL", "noto-sans-hebrew": "Noto Sans Hebrew",
           "noto-sans-tc": "Noto Sans CJK TC"}  # fmt: skip
"""Folder and family. Latin letters and all figures are Inter's in every language; each other script has its own."""
FAMILIES = [*BUNDLED.values(), "Noto Sans", "Segoe UI", "DejaVu Sans"]
"""The bundled families first, then what a system without them is likely to have."""
PERCENTS = (100, 115, 130, 150)
"""How large text can be."""


class TextSize(IntEnum):
    """The four sizes, in device-independent pixels."""

    CAPTION = 11
    BODY = 13
    TITLE = 15
    FIGURE = 34


def load_fonts() -> bool:
    """Make the bundled weights known to Qt. Needs a ``QGuiApplication``; a second call does nothing.

    Returns whether all families are there. Where a font file is damaged the system's sans serif stands in, and the log
    says so.
    """
    app = QGuiApplication.instance()
    if app is None:
        raise RuntimeError("fonts need an application")
    if app.property("bundled_fonts") is None:
        loaded = True
        for file in sorted((paths.resources_dir() / "fonts").glob("*/*.[ot]tf")):
            if QFontDatabase.addApplicationFont(str(file)) < 0:
                log.warning("bundled font %s could not be loaded, a system font is used", file.name)
                loaded = False
        app.setProperty("bundled_fonts", loaded)
    return bool(app.property("bundled_fonts"))


_percent = 100
"""Of the whole window. Not a property of the application: a repaint of the list asks some hundred times."""


def set_text_percent(percent: int) -> bool:
    """Text of this share of its size in everything that is built from now on; True where it was another before."""
    global _percent
    before, _percent = _percent, percent
    return before != percent


def text_percent() -> int:
    """How large text is: 100, or more."""
    return _percent


def scaled(pixels: float) -> int:
    """A length that goes with the size of text: the height of a row, the width of a column of words."""
    return round(pixels * text_percent() / 100)


def font(size: TextSize = TextSize.BODY, semibold: bool = False) -> QFont:
    """A font of the families with tabular figures, so that columns of numbers stand under each other."""
    return QFont(kept_font(scaled(size), semibold))  # a copy, since whoever gets it may change it


@lru_cache(maxsize=32)
def kept_font(pixels: int, semibold: bool) -> QFont:
    """The same by its height, for those who do not change it: a repaint of the list asks for some hundred."""
    load_fonts()
    result = QFont(FAMILIES)
    result.setPixelSize(pixels)
    result.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result
