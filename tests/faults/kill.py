"""kill -9 of the window, the engine, a training and a publication at random moments; says what was lost or torn.

``python -m tests.faults kill --times 200 --seed 1 [--only PART] [--keep FOLDER]``: of ten kills four meet the window,
four the engine, two the training and its publication; or all of them one part. Linux only, since it looks at /proc.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.faults.evidence import Findings

PARTS = ("windows", "engines", "trainings")


def run(times: int, seed: int, place: Path, only: str = "") -> Findings:
    """So many kills in all, in folders below ``place``."""
    findings, chance = Findings(), random.Random(seed)
    windows = engines = max(1, times * 2 // 5)
    shares = dict(zip(PARTS, (windows, engines, times - windows - engines), strict=True))
    if only:
        shares = dict.fromkeys(PARTS, 0) | {only: times}
    kill_reading(place, shares["windows"], shares["engines"], chance, findings)
    trainings = (shares["trainings"] * 3 + 3) // 4
    if trainings:
        kill_training(place, trainings, shares["trainings"] - trainings, chance, findings)
    return findings


def kill_reading(place: Path, windows: int, engines: int, chance: random.Random, findings: Findings) -> None:
    """The window and its engine."""
    from tests.faults.kill_window import Room, kill_engines, kill_windows

    if windows:
        kill_windows(Room(place / "windows", findings), windows, chance, findings)
    if engines:
        kill_engines(Room(place / "engines", findings), engines, chance, findings)


def kill_training(place: Path, trainings: int, publications: int, chance: random.Random, findings: Findings) -> None:
    """A training and what is made of it."""
    from tests.faults.kill_training import Trainings, kill_publications, kill_trainings

    folder = place / "trainings"
    folder.mkdir(parents=True)
    rooms = Trainings(folder, findings)
    kill_trainings(rooms, trainings, chance, findings)
    if publications:
        kill_publications(rooms, publications, chance, findings)


@contextlib.contextmanager
def _place(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def main(arguments: Sequence[str]) -> int:
    """1 where anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults kill", description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=PARTS, default="")
    parser.add_argument("--keep", type=Path, help="an empty folder in which everything stays")
    options = parser.parse_args(arguments)
    began = time.monotonic()
    with _place(options.keep) as place:
        findings = run(options.times, options.seed, place, options.only)
    for what, number in findings.counts.items():
        print(f"{number:>7,} {what}")
    print(f"{time.monotonic() - began:>7,.0f} s; {len(findings.wrong)} wrong")
    for what in findings.wrong:
        print(f"  {what}")
    return 1 if findings.wrong else 0
