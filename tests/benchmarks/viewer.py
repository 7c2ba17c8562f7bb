"""Frames of the viewer on a 4000 × 4000 image of 16 bits: window and level, zoom, pan; and the next study from memory.

A view of 1600 × 1000 device-independent pixels is driven by mouse events as a hand would, each followed by the repaint
that it asks for. A frame of 16.7 ms is 60 frames a second. Beside the time on the clock stands the processor time of
all threads: on a computer that does other work the first one tells of that work too. "Next study" is the time from the
wish for a study whose image was fetched ahead to the end of the paint that shows it, the decoder in its own process.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from cxr_desktop.imaging.pixels import GreyImage
    from cxr_desktop.ui.viewer.image_viewer import ImageViewer

SIDE = 4000
VIEW = (1600, 1000)
FRAME_MS = 1000 / 60


def film(side: int, seed: int = 0) -> np.ndarray:
    """Noise over a smooth picture that uses all sixteen bits: neighbours share no cache line of a table."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0 : 1 : side * 1j, 0 : 1 : side * 1j]
    smooth = 0.5 + 0.3 * np.sin(7 * x) * np.cos(5 * y) + 0.1 * (x + y)
    return np.clip((smooth + rng.normal(0, 0.02, smooth.shape)) * 60000, 0, 65535).astype(np.uint16)


def percentiles(seconds: list[float]) -> tuple[float, float]:
    """(p50, p95) in milliseconds."""
    ms = sorted(1000 * s for s in seconds)
    return statistics.median(ms), float(np.percentile(ms, 95))


class Hand:
    """Moves the mouse over a viewer and times what each move costs, event and repaint together."""

    def __init__(self, viewer: ImageViewer) -> None:
        self._viewer = viewer

    def drag(
        self, button: Qt.MouseButton, frames: int, path: Callable[[int], tuple[float, float]]
    ) -> tuple[list[float], list[float]]:
        """Press, follow ``path(frame)`` → offset in pixels, release; seconds per frame, on the clock and of work."""
        from PySide6.QtCore import QEvent, QPointF, Qt

        start = QPointF(self._viewer.width() / 2, self._viewer.height() / 2)
        none = Qt.MouseButton.NoButton
        self._send(QEvent.Type.MouseButtonPress, start, button, button)
        taken, worked = [], []
        for frame in range(1, frames + 1):
            dx, dy = path(frame)
            begin, work = time.perf_counter(), time.process_time()
            self._send(QEvent.Type.MouseMove, start + QPointF(dx, dy), none, button)
            self._viewer.repaint()
            taken.append(time.perf_counter() - begin)
            worked.append(time.process_time() - work)
        self._send(QEvent.Type.MouseButtonRelease, start, button, none)
        return taken, worked

    def _send(self, kind: object, at: object, button: object, held: object) -> None:
        from PySide6.QtCore import QCoreApplication, QPointF, Qt
        from PySide6.QtGui import QMouseEvent

        event = QMouseEvent(
            kind, at, QPointF(self._viewer.mapToGlobal(at)), button, held, Qt.KeyboardModifier.NoModifier
        )
        QCoreApplication.sendEvent(self._viewer, event)


def _drags(viewer: ImageViewer, frames: int) -> dict[str, tuple[list[float], list[float]]]:
    from PySide6.QtCore import Qt

    hand, reading = Hand(viewer), viewer.reading
    left, middle, right = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton

    def circle(frame: int) -> tuple[float, float]:
        return 150 * np.sin(frame / 9), 150 * np.cos(frame / 9)

    found = {"window/level, whole image": hand.drag(left, frames, circle)}
    reading.one_to_one()
    found["window/level, 1:1"] = hand.drag(left, frames, circle)
    found["pan, 1:1"] = hand.drag(middle, frames, circle)
    reading.zoom_by_steps(2)
    found["pan, 156 %"] = hand.drag(middle, frames, circle)
    reading.fit()
    found["zoom, 25 % to 400 %"] = hand.drag(right, frames, lambda frame: (0.0, -480 * frame / frames))
    reading.reset()
    return found


def measure_frames(frames: int, side: int) -> dict[str, tuple[float, float, float, float]]:
    """p50 and p95 in ms on the clock, then in ms of processor time, of every kind of move."""
    from tests.ui.viewer_builders import image

    viewer = _shown_viewer()
    viewer.set_image(image(film(side), pixel_spacing_mm=(0.1, 0.1)))
    wait(lambda: not viewer.is_building)
    result = {
        name: (*percentiles(taken), *percentiles(worked)) for name, (taken, worked) in _drags(viewer, frames).items()
    }
    _close(viewer)
    return result


def write_studies(folder: Path, count: int, side: int) -> list[str]:
    """As many studies of one large image each."""
    from tests.builders import write_dicom

    return [
        str(write_dicom(folder / f"{n}.dcm", film(side, n), bits_stored=16, StudyInstanceUID=f"1.2.{n}"))
        for n in range(count)
    ]


def wait(ready: Callable[[], bool]) -> None:
    """Let the window live until then. It sleeps between events, as the program does, and takes no core from others."""
    from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

    look_again = QTimer(interval=1)
    look_again.start()
    end = time.perf_counter() + 60
    while not ready():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.perf_counter() > end:
            raise TimeoutError("the image did not come")


def measure_next_study(rounds: int, side: int) -> tuple[float, float, float, float]:
    """From the wish for a prefetched image to the end of the paint that shows it: p50 and p95 in ms on the clock, then
    in ms of this process's work."""
    from cxr_desktop.bridge.image_loader import ImageLoader
    from cxr_desktop.imaging.budget import ReadBudget
    from cxr_desktop.imaging.process import DecoderProcess

    viewer = _shown_viewer()
    loader = ImageLoader(lambda: DecoderProcess(ReadBudget(), 60.0))
    shown: list[str] = []

    def show(path: str, image: GreyImage) -> None:
        viewer.set_image(image)
        viewer.repaint()
        shown.append(path)

    loader.image_ready.connect(show)
    taken, worked = [], []
    with tempfile.TemporaryDirectory() as folder:
        first, *others = write_studies(Path(folder), rounds + 1, side)
        loader.start()
        loader.load(first)
        wait(lambda: shown == [first])
        for path in others:
            loader.prefetch([path])
            wait(lambda path=path: loader.has(path) and not viewer.is_building)
            begin, work = time.perf_counter(), time.process_time()
            viewer.set_placeholder("loading", "")
            loader.load(path)
            wait(lambda path=path: shown[-1] == path)
            taken.append(time.perf_counter() - begin)
            worked.append(time.process_time() - work)
        loader.stop()
    _close(viewer)
    return (*percentiles(taken), *percentiles(worked))


def _shown_viewer() -> ImageViewer:
    from PySide6.QtTest import QTest

    from cxr_desktop.ui.viewer.image_viewer import ImageViewer

    viewer = ImageViewer()
    viewer.resize(*VIEW)
    viewer.show()
    # A widget that is not on a screen yet paints nothing, and would be measured as very fast.
    if not QTest.qWaitForWindowExposed(viewer):
        raise RuntimeError("the window did not come to the screen")
    return viewer


def _close(viewer: ImageViewer) -> None:
    from PySide6.QtCore import QCoreApplication

    viewer.close()
    viewer.deleteLater()
    QCoreApplication.processEvents()


def main(short: bool = False, arguments: list[str] | None = None) -> None:
    """Print ms per frame of every move, and ms to the next study."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    _application = QApplication.instance() or QApplication(sys.argv[:1])
    frames, rounds, side = (30, 2, 2000) if short else (240, 12, SIDE)
    moves = measure_frames(frames, side)
    print(f"{side} × {side}, 16 bit, in {VIEW[0]} × {VIEW[1]}; {frames} frames each; 60 frames/s are {FRAME_MS:.1f} ms")
    next_study = measure_next_study(rounds, side)
    for name, (middle, high, work, most_work) in {**moves, "next study (goal 100 ms)": next_study}.items():
        clock, processor = f"p50 {middle:6.1f}  p95 {high:6.1f} ms", f"p50 {work:6.1f}  p95 {most_work:6.1f} ms"
        print(f"  {name:<28} {clock}   processor {processor}")
    print(json.dumps({"benchmark": "viewer", "side": side, "ms": moves, "next_study_ms": next_study}))


if __name__ == "__main__":
    main(short="--short" in sys.argv)
