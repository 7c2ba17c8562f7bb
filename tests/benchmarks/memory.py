"""Memory of the engine over 5,000 files: how much it grows after the first tenth, and the most that it ever takes.

What is watched is the resident memory of the engine's process (Linux only), while it scores without a pause.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from cxr_desktop import paths
from cxr_desktop.engine.keeper import EngineKeeper, Life
from cxr_desktop.engine.messages import ScoreRequest
from cxr_desktop.engine.model_lookup import find_folders
from cxr_desktop.engine.process import EngineProcess
from tests.benchmarks._pairs import Comparison, parser, show
from tests.benchmarks.event_loop import write_files

MOST_BYTES = 1.5e9
_AHEAD = 32


def resident(pid: int) -> tuple[float, float]:
    """(now, the most so far) of a process, in bytes."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    values = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith(("VmRSS", "VmHWM"))}
    return float(values["VmRSS"]) * 1024, float(values["VmHWM"]) * 1024


def watch(files: list[str], count: int) -> tuple[list[float], float]:
    """Resident bytes after each of ``count`` files (the list again and again), and the most."""
    engines: list[EngineProcess] = []

    def make(folders: object) -> EngineProcess:
        engines.append(EngineProcess(folders, "cpu"))
        return engines[-1]

    keeper = EngineKeeper(make)
    keeper.start(find_folders("", paths.checkpoint_dirs()).folders)
    held: list[float] = []
    given = 0
    most = 0.0
    while len(held) < count:
        if keeper.life is Life.FAILED:
            raise RuntimeError(keeper.failure)
        while given < count and keeper.waiting + keeper.in_flight < min(_AHEAD, len(files)):
            keeper.enqueue([ScoreRequest(files[given % len(files)])])
            given += 1
        keeper.feed(_AHEAD)
        done = len(keeper.look(0.1).done)
        if done and engines[0].pid is not None:
            now, most = resident(engines[0].pid)
            held += [now] * done
    keeper.stop()
    return held, most


def main(short: bool = False, arguments: list[str] | None = None) -> None:
    """Print growth and peak."""
    options = parser("memory", short, rounds=1)
    options.add_argument("--files", type=int, default=120 if short else 5_000)
    options.add_argument("--films", type=Path, help="score these again and again, instead of small synthetic files")
    asked = options.parse_args(arguments or [])
    if not os.path.exists("/proc/self/status"):
        print("memory: needs /proc")
        return
    with tempfile.TemporaryDirectory() as folder:
        place = asked.films or Path(folder)
        if asked.films is None:
            write_files(place, 64)
        held, most = watch(sorted(str(path) for path in place.iterdir()), asked.files)
    tenth = max(1, len(held) // 10)
    early, late = sum(held[tenth : 2 * tenth]) / tenth, sum(held[-tenth:]) / tenth
    found = [
        Comparison("last tenth against the second", [late / 1e6], [early / 1e6], 1.05, False, "MB"),
        Comparison("peak against 1.5 GB", [most / 1e6], [MOST_BYTES / 1e6], 1.0, False, "MB"),
    ]
    show(f"memory: the engine over {asked.files:,} files", found, asked.json)


if __name__ == "__main__":
    main(arguments=sys.argv[1:])
