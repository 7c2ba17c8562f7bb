"""The next study on screen: fetched ahead, against 50 ms; not fetched, against the bare decode of its file.

From the wish to the end of the paint, with the decoder in its child as in the window. The bare decode is ``read_image``
in this process, with as many threads. Films are DX files of 2,048 pixels, JPEG 2000 and uncompressed.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from pydicom import uid

from tests.benchmarks._films import write_films
from tests.benchmarks._pairs import Comparison, parser, show
from tests.benchmarks.viewer import _close, _shown_viewer, wait


def main(short: bool = False, arguments: list[str] | None = None) -> None:
    """Print both for each encoding."""
    asked = parser("next_study", short).parse_args(arguments or [])
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    _application = QApplication.instance() or QApplication(sys.argv[:1])
    found = []
    for name, syntax in (("JPEG 2000", uid.JPEG2000Lossless), ("uncompressed", uid.ExplicitVRLittleEndian)):
        with tempfile.TemporaryDirectory() as folder:
            count = 2 * asked.rounds + 1
            films = write_films(Path(folder), count, 1024 if short else 2048, (syntax,))
            ahead, plain, bare = measure([str(path) for path in sorted(films.iterdir())], asked.rounds)
        found.append(Comparison(f"fetched ahead, against 50 ms, {name}", ahead, [0.05] * len(ahead), 1.0, False))
        found.append(Comparison(f"not fetched, against its decode, {name}", plain, bare, 1.3, False))
    show("next_study: from the wish to the paint", found, asked.json)


def measure(films: list[str], rounds: int) -> tuple[list[float], list[float], list[float]]:
    """Seconds of each round: fetched ahead, not fetched, and the bare decode of the same file as the second."""
    from dataclasses import replace

    from cxr_desktop.bridge.image_loader import ImageLoader
    from cxr_desktop.imaging.budget import ReadBudget
    from cxr_desktop.imaging.process import DecoderProcess
    from cxr_desktop.imaging.reader import read_image

    viewer = _shown_viewer()
    loader = ImageLoader(lambda: DecoderProcess(ReadBudget(), 60.0))
    threads = replace(ReadBudget(), decode_threads=min(4, os.cpu_count() or 1))
    shown: list[str] = []

    def on_image(path: str, image: object) -> None:
        viewer.set_image(image)
        viewer.repaint()
        shown.append(path)

    def wish(path: str) -> float:
        started = time.perf_counter()
        viewer.set_placeholder("loading", "")
        loader.load(path)
        wait(lambda: bool(shown) and shown[-1] == path)
        return time.perf_counter() - started

    loader.image_ready.connect(on_image)
    loader.start()
    wish(films[0])
    ahead, plain, bare = [], [], []
    for number in range(rounds):
        fetched, fresh = films[1 + 2 * number], films[2 + 2 * number]
        loader.prefetch([fetched])
        wait(lambda path=fetched: loader.has(path) and not viewer.is_building)
        ahead.append(wish(fetched))
        wait(lambda: not viewer.is_building)
        plain.append(wish(fresh))
        wait(lambda: not viewer.is_building)
        started = time.perf_counter()
        read_image(fresh, threads)
        bare.append(time.perf_counter() - started)
    loader.stop()
    _close(viewer)
    return ahead, plain, bare


if __name__ == "__main__":
    main(arguments=sys.argv[1:])
