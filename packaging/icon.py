"""The program's symbol as a picture of any size, drawn from the same SVG as the window's; knows no package."""

from __future__ import annotations

import os
from pathlib import Path

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "app.svg"


def draw(target: Path, size: int) -> Path:
    """A PNG of ``size`` × ``size`` pixels with a transparent ground. Raises ``OSError`` where it cannot be written."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    target.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(target), "PNG"):
        raise OSError(f"{target} cannot be written")
    return target
