"""From the start of a process to its window's first paint: the program against a bare PySide6 window of one label.

"Usable" is the first paint of the window with all its parts, when keys are answered.
"""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from typing import Any

from tests.benchmarks._pairs import Comparison, home, in_turn, parser, show


def seconds(kind: str) -> dict[str, float]:
    """``painted``, and ``usable`` of the program; in a process of its own with a home in which the notice was read."""
    with home() as variables:
        command = [sys.executable, "-m", "tests.benchmarks.startup", kind]
        if kind == "program":  # settings are written beforehand, not in the measured time
            subprocess.run([sys.executable, "-m", "tests.benchmarks.startup", "settings"], env=variables, check=True)
        found: dict[str, float] = {}
        started = time.perf_counter()
        process = subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert process.stdout is not None
        for line in process.stdout:
            found.setdefault(line.strip(), time.perf_counter() - started)
        process.stdout.close()
        if process.wait(60) or "painted" not in found:
            raise RuntimeError(f"the {kind} window did not come")
    return found


def write_settings() -> None:
    """As after the first start."""
    from cxr_desktop import paths, settings

    settings.save(replace(settings.Settings(), notice_acknowledged=True), paths.settings_file())


def show_bare() -> None:
    """A window of one label."""
    from PySide6.QtWidgets import QApplication, QLabel

    application = QApplication(sys.argv[:1])
    watch = _watch(application)
    label = QLabel("A label")
    label.show()
    application.exec()
    del watch


def show_program() -> None:
    """The program without a folder, from its entry on."""
    from PySide6.QtWidgets import QApplication

    watch = _watch(QApplication(sys.argv[:1]))
    sys.argv[1:] = []
    from cxr_desktop.__main__ import main

    try:
        main()
    finally:
        del watch


def _watch(application: Any) -> object:
    """Say when a window is painted, and when one with all its parts is; close it then."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QMainWindow, QWidget

    class Watch(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.is_told = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
                if not self.is_told:
                    self.is_told = True
                    QTimer.singleShot(0, lambda: print("painted", flush=True))
                if not isinstance(watched, QMainWindow) or watched.is_furnished:
                    application.removeEventFilter(self)
                    QTimer.singleShot(0, lambda: done(watched))
            return False

    def done(window: QWidget) -> None:
        print("painted\nusable", flush=True)
        QTimer.singleShot(0, window.close)

    watch = Watch()
    application.installEventFilter(watch)
    return watch


def main(short: bool = False, arguments: list[str] | None = None) -> None:
    """Print the ratios."""
    asked = parser("startup", short, rounds=9).parse_args(arguments or [])
    mine, theirs = in_turn(asked.rounds, lambda: seconds("program"), lambda: seconds("bare"))
    bare = [times["painted"] for times in theirs]
    found = [
        Comparison("window visible after start", [times["painted"] for times in mine], bare, 2.5, False),
        Comparison("  usable, with all its parts", [times["usable"] for times in mine], bare, 0, False),
    ]
    show("startup: first paint against a bare PySide6 window", found, asked.json)


if __name__ == "__main__":
    {"bare": show_bare, "program": show_program, "settings": write_settings}[sys.argv[1]]()
