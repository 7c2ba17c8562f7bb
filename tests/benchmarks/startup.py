"""From the start of a process to its window's first paint: the program against a bare PySide6 window of one label."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace

from tests.benchmarks._pairs import Comparison, home, in_turn, parser, show


def first_paint(kind: str) -> float:
    """Seconds, in a process of its own with a home in which the notice was read."""
    with home() as variables:
        command = [sys.executable, "-m", "tests.benchmarks.startup", kind]
        if kind == "program":  # settings are written beforehand, not in the measured time
            subprocess.run([sys.executable, "-m", "tests.benchmarks.startup", "settings"], env=variables, check=True)
        started = time.perf_counter()
        process = subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert process.stdout is not None
        if "painted" not in process.stdout.readline():
            raise RuntimeError(f"the {kind} window did not come")
        seconds = time.perf_counter() - started
        process.stdout.close()
        process.wait(60)
    return seconds


def write_settings() -> None:
    """As after the first start."""
    from cxr_desktop import paths, settings

    settings.save(replace(settings.Settings(), notice_acknowledged=True), paths.settings_file())


def show_bare() -> None:
    """A window of one label."""
    from PySide6.QtWidgets import QApplication, QLabel

    application = QApplication(sys.argv[:1])
    label = QLabel("A label")
    label.show()
    _tell_of_paint(label, label.close)
    application.exec()


def show_program() -> None:
    """The program without a folder."""
    from cxr_desktop import app

    running = app.build([])
    _tell_of_paint(running.window, running.window.close)
    running.exec()


def _tell_of_paint(window: object, close: object) -> None:
    """Say so after the window's first paint, then close it."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                window.removeEventFilter(self)
                QTimer.singleShot(0, done)
            return False

    def done() -> None:
        print("painted", flush=True)
        QTimer.singleShot(0, close)

    watch = Watch(window)
    window.installEventFilter(watch)


def main(short: bool = False, arguments: list[str] | None = None) -> None:
    """Print the ratio."""
    asked = parser("startup", short, rounds=9).parse_args(arguments or [])
    mine, theirs = in_turn(asked.rounds, lambda: first_paint("program"), lambda: first_paint("bare"))
    found = [Comparison("window visible after start", mine, theirs, 2.5, False)]
    show("startup: first paint against a bare PySide6 window", found, asked.json)


if __name__ == "__main__":
    {"bare": show_bare, "program": show_program, "settings": write_settings}[sys.argv[1]]()
