"""The window of a frozen program on a screen of its own: opened, looked at, read in by keyboard, closed."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from smoke_screen import Screen

OPENED, LOADED = 0.05, 0.02
"""Shares of the screen that must change: by a window of at least 5 %, by a film of at least 2 %."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Seconds from the start of the process to a window with something in it, and to the last score."""

    first_paint: float
    all_scored: float
    exit_code: int
    orphans: tuple[str, ...]


def read_in_window(program: Path, folder: Path, films: int, home: Path, picture: Path) -> Seen:
    """Open ``folder`` of ``films`` images, take the first study into reading by keyboard, save ``picture``, close.

    Raises ``TimeoutError`` where something does not come about, ``RuntimeError`` where the program ends by itself.
    """
    _acknowledge(home)
    with Screen() as screen:
        nothing = screen.picture()
        started = time.monotonic()
        process = subprocess.Popen(
            [program, "open", folder], env=_environment(home, screen.display), stdout=subprocess.DEVNULL
        )
        try:
            first_paint = screen.wait_for_change(nothing, OPENED, 120)
            window = screen.xdotool("search", "--sync", "--onlyvisible", "--name", "cxr-desktop").splitlines()[-1]
            screen.xdotool("windowfocus", window)
            database = home / "data" / "worklist.sqlite3"
            _wait(process, "all scores", 600, lambda: _count(database, "SELECT count(*) FROM results") >= films)
            all_scored = time.monotonic() - started
            before = screen.picture()
            screen.xdotool("key", "n")
            in_reading = "SELECT count(*) FROM studies WHERE read_state = 'in_reading'"
            _wait(process, "a study in reading", 60, lambda: _count(database, in_reading) == 1)
            screen.wait_for_change(before, LOADED, 60)
            # What comes after the film (its heat map, the findings) is on the screen when it rests.
            _wait_until_still(screen)
            Image.fromarray(screen.picture()).save(picture)
            screen.xdotool("key", "ctrl+q")
            code = process.wait(60)
        except subprocess.TimeoutExpired:
            raise TimeoutError("the program did not close within 60 s") from None
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        return Seen(first_paint, all_scored, code, _orphans(program))


def _acknowledge(home: Path) -> None:
    """As after the first start: the notice about the intended use has been read."""
    settings = home / "config" / "settings.json"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(json.dumps({"notice_acknowledged": True}), encoding="utf-8")


def _environment(home: Path, display: str) -> dict[str, str]:
    unwanted = ("PYTHONPATH", "PYTHONHOME", "QT_QPA_PLATFORM", "QT_PLUGIN_PATH", "WAYLAND_DISPLAY", "LD_LIBRARY_PATH")
    kept = {k: v for k, v in os.environ.items() if k not in unwanted}
    return kept | {"DISPLAY": display, "CXR_DESKTOP_HOME": str(home)}


def _wait(process: subprocess.Popen[bytes], what: str, seconds: float, condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        if process.poll() is not None:
            raise RuntimeError(f"the program ended with exit code {process.returncode} before there were {what}")
        if time.monotonic() > deadline:
            raise TimeoutError(f"after {seconds:g} s there were not {what}")
        time.sleep(0.1)


def _wait_until_still(screen: Screen, rest: float = 1.0, seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        before = screen.picture()
        time.sleep(rest)
        if (before == screen.picture()).all():
            return


def _count(database: Path, question: str) -> int:
    """0 while the program has not made its tables; it is only read."""
    if not database.exists():
        return 0
    with (
        contextlib.suppress(sqlite3.OperationalError),
        contextlib.closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as worklist,
    ):
        return int(worklist.execute(question).fetchone()[0])
    return 0


def _orphans(program: Path) -> tuple[str, ...]:
    """Processes that still run from the program's folder, by their command lines; they get two seconds to end."""
    deadline = time.monotonic() + 2.0
    while (left := _running(program)) and time.monotonic() < deadline:
        time.sleep(0.05)
    for number in left:
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
    return tuple(left.values())


def _running(program: Path) -> dict[int, str]:
    found = {}
    for entry in Path("/proc").glob("[0-9]*"):
        # One that ends while it is looked at, and those of other users.
        with contextlib.suppress(OSError):
            if (entry / "exe").resolve().is_relative_to(program.resolve().parent):
                words = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                found[int(entry.name)] = words.strip()
    return found
