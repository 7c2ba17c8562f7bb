"""The bundled typeface inside a page, so that a report looks the same where it is not installed; writes no file."""

from __future__ import annotations

import base64
import logging
from functools import lru_cache
from io import BytesIO

from fontTools import subset
from fontTools.ttLib import TTFont

from cxr_desktop import paths

log = logging.getLogger(__name__)

_WEIGHTS = {400: "Inter-Regular.otf", 600: "Inter-SemiBold.otf"}
_LETTERS = (*range(0x20, 0x180), *range(0x2010, 0x2027), 0x2032, 0x2192, 0x2260, 0x2264, 0x2265, 0x25B3, 0x2500)
"""Latin with its accents, and signs; other scripts come from the reader's own fonts."""


@lru_cache(maxsize=1)
def font_faces() -> str:
    """CSS that carries both weights; "" where the installation lacks them, and the page falls back."""
    return "".join(_face(weight, name) for weight, name in _WEIGHTS.items())


def _face(weight: int, name: str) -> str:
    try:
        file = next((paths.resources_dir() / "fonts").rglob(name))
        data = BytesIO()
        with TTFont(file) as font:
            cutter = subset.Subsetter(subset.Options(layout_features=["tnum", "kern", "mark"], hinting=False))
            cutter.populate(unicodes=_LETTERS)
            cutter.subset(font)
            font.flavor = "woff"
            font.save(data)
    except (StopIteration, OSError) as error:
        log.warning("the bundled typeface cannot be embedded: %s", type(error).__name__)
        return ""
    text = base64.b64encode(data.getvalue()).decode("ascii")
    return (
        f'@font-face {{ font-family: Inter; font-weight: {weight}; src: url("data:font/woff;base64,{text}") '
        'format("woff"); }\n'
    )
