"""A folder of 13,000 files: first rows, all headers, and opening it again, by the window's own scan, store and child.

Against a serial ``dcmread(stop_before_pixels=True)`` over the same files, and a bare ``os.scandir`` with ``stat``. The
scan, the store and the child that reads headers are those of the window; only the widgets are left out. "Again" is the
walk of an unchanged folder and the look at what the store knows of it, after the rows were loaded.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks._pairs import Comparison, home, in_turn, parser, show

PER_FOLDER = 100


def write_folder(folder: Path, count: int) -> None:
    """DX headers as devices write them, in folders of 100; pixels are few, since nobody looks at them."""
    from cxr_desktop.phantom import dicom_file, radiographs
    from cxr_desktop.phantom.dicom_file import Form, Identity

    film = radiographs.chest(0, rows=96, columns=80)
    for number in range(count):
        place = folder / f"{number // PER_FOLDER:04d}"
        place.mkdir(parents=True, exist_ok=True)
        who = Identity(f"Phantom^{number}", f"P{number:06d}", "F", 40, f"A{number}", "20260302", "080000", str(number))
        data = dicom_file.write(film.pixels, film.spacing_mm, "PA", who, Form("DX", 12))
        (place / f"{number:06d}.dcm").write_bytes(data)
    _age(folder)


def _age(folder: Path) -> None:
    """An hour old: files that were written just now may be growing, and are treated with care."""
    before = time.time() - 3600
    for path in folder.rglob("*.dcm"):
        os.utime(path, (before, before))


def scan(root: str) -> None:
    """In a process of its own: seconds to the first rows, to all, and of a second scan, as JSON."""
    from PySide6.QtCore import QCoreApplication, Qt, QTimer

    from cxr_desktop import paths
    from cxr_desktop.bridge.folder_scan import FolderScan
    from cxr_desktop.bridge.worklist_service import WorklistService
    from cxr_desktop.imaging.budget import ReadBudget
    from cxr_desktop.imaging.header_readers import HeaderReaders
    from cxr_desktop.ui.cycle_collector import CycleCollector

    application = QCoreApplication(sys.argv[:1])
    CycleCollector(application)  # as the window has
    service = WorklistService(paths.database_file(), "digest")
    scanner = FolderScan(service, lambda: HeaderReaders(ReadBudget(), 60.0))
    found: dict[str, float] = {}
    begun = 0.0

    def rows(news: object) -> None:
        found.setdefault("first", time.perf_counter() - begun)

    def finished(summary: object) -> None:
        elapsed = time.perf_counter() - begun
        if "all" not in found:
            found["all"] = elapsed
            QTimer.singleShot(0, open_folder)
        else:
            found["again"] = summary.seconds
            application.quit()

    def open_folder() -> None:
        nonlocal begun
        begun = time.perf_counter()
        service.open_folder([root])

    service.entries_changed.connect(rows, Qt.ConnectionType.QueuedConnection)
    service.folder_loaded.connect(lambda _roots, generation: scanner.scan([root], generation))
    scanner.scan_finished.connect(finished, Qt.ConnectionType.QueuedConnection)
    service.start()
    scanner.start()
    QTimer.singleShot(1500, open_folder)  # the window's decoder is warm when somebody chooses a folder
    application.exec()
    scanner.stop()
    service.stop()
    print(json.dumps(found))


def ours(root: str) -> dict[str, float]:
    """Seconds of the program."""
    with home() as variables:
        command = [sys.executable, "-m", "tests.benchmarks.folder", "scan", root]
        said = subprocess.run(command, env=variables, check=True, stdout=subprocess.PIPE, text=True).stdout
    return json.loads(said.splitlines()[-1])


def plain(root: str) -> dict[str, float]:
    """Seconds of the loops that a script would have."""
    from pydicom import dcmread

    started = time.perf_counter()
    files = _bare(root)
    walked = time.perf_counter()
    for path in files:
        dcmread(path, stop_before_pixels=True)
    return {"again": walked - started, "all": time.perf_counter() - walked}


def _bare(folder: str) -> list[str]:
    files: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                files += _bare(entry.path)
            else:
                entry.stat()
                files.append(entry.path)
    return files


def main(short: bool = False, arguments: list[str] | None = None) -> None:
    """Print seconds to the first rows and both ratios."""
    options = parser("folder", short)
    options.add_argument("--files", type=int, default=200 if short else 13_000)
    asked = options.parse_args(arguments or [])
    with tempfile.TemporaryDirectory() as root:
        write_folder(Path(root), asked.files)
        mine, theirs = in_turn(asked.rounds, lambda: ours(root), lambda: plain(root))
    half_second = [0.5] * len(mine)
    found = [
        Comparison("first rows, against half a second", [m["first"] for m in mine], half_second, 1.0, False),
        Comparison("all headers, against dcmread", [m["all"] for m in mine], [t["all"] for t in theirs], 3.0, True),
        Comparison(
            "again, against scandir + stat", [m["again"] for m in mine], [t["again"] for t in theirs], 0.5, True
        ),
    ]
    show(f"folder: {asked.files:,} files", found, asked.json)


if __name__ == "__main__":
    scan(sys.argv[2])
