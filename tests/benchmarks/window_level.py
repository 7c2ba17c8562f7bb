"""Window and level on a 4000 × 4000 image of 16 bits: the viewer's drag against mapping all pixels each time.

The other way is what a viewer does that knows no view: a table look-up of all pixels, an image of it, and its paint
into the same 1600 × 1000 pixels. Frames a second are measured beside a hash sum on every core.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time

import numpy as np

from tests.benchmarks._pairs import Comparison, in_turn, parser, show
from tests.benchmarks.viewer import SIDE, VIEW, Hand, _close, _shown_viewer, film, wait


def whole_frame(codes: np.ndarray, frames: int) -> float:
    """Seconds for ``frames`` moves that map every pixel."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter

    screen = QImage(*VIEW, QImage.Format.Format_RGB32)
    started = time.perf_counter()
    for frame in range(frames):
        low, width = 8000 + 100 * frame, 40_000
        values = np.arange(65536, dtype=np.float32)
        table = (np.clip((values - low) / width, 0, 1) * 255).astype(np.uint8)
        grey = table[codes]
        image = QImage(grey.data, grey.shape[1], grey.shape[0], grey.shape[1], QImage.Format.Format_Grayscale8)
        painter = QPainter(screen)
        painter.drawImage(QRectF(300, 0, VIEW[1], VIEW[1]), image)
        painter.end()
    return time.perf_counter() - started


def main(short: bool = False, arguments: list[str] | None = None) -> None:
    """Print the ratio on an idle computer, and the frames a second on one whose cores are all busy."""
    asked = parser("window_level", short).parse_args(arguments or [])
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from tests.ui.viewer_builders import image

    _application = QApplication.instance() or QApplication(sys.argv[:1])
    frames, side = (5, 2000) if short else (60, SIDE)
    codes = film(side)
    viewer = _shown_viewer()
    viewer.set_image(image(codes, pixel_spacing_mm=(0.1, 0.1)))
    wait(lambda: not viewer.is_building)
    hand = Hand(viewer)

    def drag() -> float:
        path = lambda frame: (150 * np.sin(frame / 9), 150 * np.cos(frame / 9))  # noqa: E731
        return statistics.median(hand.drag(Qt.MouseButton.LeftButton, frames, path)[0])

    other_frames = max(2, frames // 10)
    mine, theirs = in_turn(asked.rounds, drag, lambda: whole_frame(codes, other_frames) / other_frames)
    command = [sys.executable, "-m", "tests.benchmarks.event_loop", "burn", str(os.cpu_count())]
    burner = subprocess.Popen(command)
    try:
        time.sleep(1)
        busy = [1.0 / drag() for _ in range(asked.rounds)]
    finally:
        burner.kill()
        burner.wait()
    _close(viewer)
    found = [
        Comparison("a move, against mapping every pixel", mine, theirs, 8.0, True),
        Comparison("frames/s with all cores busy : 30", [1.0 / b for b in busy], [1 / 30] * len(busy), 1.0, True),
    ]
    show(f"window_level: {side} × {side}, 16 bit, in {VIEW[0]} × {VIEW[1]}", found, asked.json)


if __name__ == "__main__":
    main(arguments=sys.argv[1:])
