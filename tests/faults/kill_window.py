"""Kills the window, and the engine under it, while films are being scored; checks what is left and what follows."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from cxr_desktop.phantom.radiographs import chest
from tests.faults.evidence import Findings, WitnessLines, check_database, half_files, stored

FILMS = 10
"""New films for each kill: there is always something left to do when it comes."""
_FEW = 3
"""Kills for which it is not worth while to measure how long a session lasts."""
_SLOWEST_S = 600.0
_RESTARTING = "Starting the scoring engine again"


class Room:
    """A folder of films, a home of the program, and one window at a time."""

    def __init__(self, place: Path, findings: Findings) -> None:
        self.films, self.home, self.witness = place / "films", place / "home", place / "witness.jsonl"
        self.films.mkdir(parents=True)
        self._copies = place / "copy"
        self._testimony = WitnessLines(self.witness)
        self._findings = findings
        self._film = (chest(1, rows=300, columns=250).pixels * 255).astype(np.uint8)
        self._number = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._errors = place / "errors.txt"

    @property
    def database(self) -> Path:
        """The worklist of this home."""
        return self.home / "data" / "worklist.sqlite3"

    def add_films(self, count: int) -> None:
        """One film again and again; a pixel differs, since equal bytes would be one result."""
        for _ in range(count):
            self._number += 1
            pixels = self._film.copy()
            pixels[0, :2] = divmod(self._number, 200)
            Image.fromarray(pixels).save(self.films / f"{self._number:05d}.png")

    def open(self) -> None:
        """Start the program."""
        environment = {**os.environ, "CXR_DESKTOP_HOME": str(self.home), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "tests.faults.observed", str(self.films), str(self.witness)]
        with open(self._errors, "wb") as errors:
            self._process = subprocess.Popen(command, env=environment, stdout=errors, stderr=errors)

    def lines(self) -> list[dict[str, Any]]:
        """What was witnessed in this home so far."""
        return self._testimony.lines()

    def wait_for(self, condition: Callable[[list[dict[str, Any]]], object], seconds: float = _SLOWEST_S) -> bool:
        """Until the witness says so; False where the program ended or took too long."""
        assert self._process is not None
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if condition(self.lines()):
                return True
            if self._process.poll() is not None:
                return bool(condition(self.lines()))
            time.sleep(0.05)
        return False

    def kill(self) -> bool:
        """kill -9; False where the program had ended before. No child may live on."""
        assert self._process is not None
        children = children_of(self._process.pid)
        self._process.send_signal(signal.SIGKILL)
        met = self._process.wait() == -signal.SIGKILL
        deadline = time.monotonic() + 20
        while any(map(is_running, children)) and time.monotonic() < deadline:
            time.sleep(0.02)
        self._findings.expect(not any(map(is_running, children)), "children outlive the window")
        return met

    def end(self) -> None:
        """Wait until everything is scored and the window has closed itself."""
        assert self._process is not None
        try:
            code: int | str = self._process.wait(_SLOWEST_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            code = "too late"
        self._findings.expect(code == 0, f"the window ended with {code}: {self._errors.read_text()[-600:]}")
        found = self.lines()
        self._findings.expect(any("finished" in line for line in found[-20:]), "not everything was scored")
        self._findings.expect(b"Traceback" not in self._errors.read_bytes(), f"see {self._errors}")

    def check(self) -> None:
        """What must hold at every moment."""
        check_database(self.database, self._copies, self.lines(), self._findings)

    def check_end(self) -> None:
        """What must hold when everything is scored: every film once, every number as it was first shown."""
        self.check()
        found = stored(self.database, self._copies)
        names = sorted(str(path) for path in self.films.iterdir())
        self._findings.expect(sorted(found.paths) == names, "not every film has one row")
        results = sum(len(documents) for documents in found.results.values()) + len(found.failures)
        self._findings.expect(results == self._number, f"{results} results for {self._number} films")
        first: dict[str, str] = {}
        for line in self.lines():
            if line.get("hash"):
                first.setdefault(line["hash"], line["document"])
        again = sum(first.get(key) not in documents for key, documents in found.results.items())
        self._findings.expect(not again, f"{again} results that had been shown were computed again")
        self._findings.expect(not half_files(self.home), f"left behind: {half_files(self.home)}")


def kill_windows(room: Room, times: int, chance: random.Random, findings: Findings) -> None:
    """Half of the kills come anywhere in a session, half while results come in."""
    lasted = _lasted(room) if times > _FEW else 3.0
    for number in range(times):
        room.add_films(FILMS)
        before = len(room.lines())
        room.open()
        if number % 2:
            room.wait_for(lambda lines, before=before: any("begun" in line for line in lines[before:]))
            time.sleep(chance.uniform(0, 0.6))
        else:
            time.sleep(chance.uniform(0, lasted))
        met = room.kill()
        findings.count("kills of the window" if met else "windows that ended before their kill")
        room.check()
    room.open()
    room.end()
    room.check_end()


def _lasted(room: Room) -> float:
    """Seconds of a session that nobody disturbs."""
    room.add_films(FILMS)
    began = time.monotonic()
    room.open()
    room.end()
    return time.monotonic() - began


def kill_engines(room: Room, times: int, chance: random.Random, findings: Findings, per_window: int = 5) -> None:
    """The window must start it again, say so, and finish; between two kills something is scored."""
    done = 0
    while done < times:
        kills = min(per_window, times - done)
        room.add_films(FILMS * kills)
        before = len(room.lines())
        room.open()
        for _ in range(kills):
            if not _kill_an_engine(room, before, chance, findings):
                break
            done += 1
        room.end()
        room.check()
    room.check_end()
    _check_set_aside(room, findings)


def _kill_an_engine(room: Room, before: int, chance: random.Random, findings: Findings) -> bool:
    """One kill, and the wait for what must follow. False where there is no work left for another."""

    def engine(lines: list[dict[str, Any]]) -> int | None:
        pids = [line["engine"] for line in lines[before:] if line.get("engine")]
        return pids[-1] if pids and is_running(pids[-1]) else None

    if not room.wait_for(engine):
        findings.expect(False, "no engine is running")
        return False
    mark = len(room.lines())
    if chance.random() < 0.7:
        room.wait_for(lambda lines: any("begun" in line for line in lines[mark:]), 10)
        time.sleep(chance.uniform(0, 0.3))
    else:
        time.sleep(chance.uniform(0, 1.0))
    pid = engine(room.lines())
    if pid is None or any("finished" in line for line in room.lines()[before:]):
        findings.expect(any("finished" in line for line in room.lines()[before:]), "the engine ended by itself")
        return False
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    while is_running(pid):
        time.sleep(0.01)
    findings.count("kills of the engine")
    # What had arrived before the kill is still shown after it, so the news counts from the restart on. An engine that
    # was killed while it was being started again changes no word: the line says so already.
    already = [line["status"] for line in room.lines() if "status" in line][-1:] == [_RESTARTING]
    said = already or room.wait_for(lambda lines: _restarted(lines[mark:]) or _finished(lines[mark:]), 60)
    findings.expect(said, "nothing was said of the engine's end")
    at = len(room.lines())
    if not already and not _restarted(room.lines()[mark:]):
        return False  # the last film had just been done
    known = {line["hash"] for line in room.lines() if line.get("hash")}
    # Rows are shown again for many reasons: what counts is a film that had no result before.
    return room.wait_for(lambda lines: any(_is_news(line, known) for line in lines[at:]) or _finished(lines[at:]))


def _restarted(lines: list[dict[str, Any]]) -> bool:
    return any(line.get("status") == _RESTARTING for line in lines)


def _is_news(line: dict[str, Any], known: set[str]) -> bool:
    return bool(line.get("hash")) and line["hash"] not in known


def _finished(lines: list[dict[str, Any]]) -> bool:
    return any("finished" in line for line in lines)


def _check_set_aside(room: Room, findings: Findings) -> None:
    """A film may be blamed for two deaths only where it was being scored at two kills."""
    blamed = [line["shown"] for line in room.lines() if "the engine stopped twice" in line.get("document", "")]
    findings.count("films set aside", len(set(blamed)))
    for path in set(blamed):
        starts = sum(path in line.get("begun", ()) for line in room.lines())
        findings.expect(starts >= 2, "a film was set aside that was not being scored at two kills")


def children_of(pid: int) -> list[int]:
    """Process ids."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def is_running(pid: int) -> bool:
    """Neither gone nor a zombie."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    return False
