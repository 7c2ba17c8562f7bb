"""`score --cluster` against `score`: equal rows, speed-up, cost of 1,000 files, memory, killed actors, open sockets.

Needs Linux and Ray (`pip install "ray[data]>=2.60,<3"`) and says that it was skipped where one is missing. Phantoms are
scored by the models that ship; every engine has one thread, so that two actors have two cores. Besides measuring it
checks, and ends with an error where a row is lost, doubled or other than that of `score`, where a socket is open beyond
this computer, or where Ray's files name an image.

`python -m tests.benchmarks cluster [--files N] [--rounds N] [--memory-files N]`
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import json
import os
import re
import signal
import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks._watched import Watched, actors_below, descendants, is_at_home, on_cluster, score, sockets, watch

NAME = "quuxfilm"
"""Part of every file's name: what is looked for in the files that Ray writes."""
NOT_COMPARED = ("seconds", "scored_at")


def films(folder: Path, count: int, rows: int) -> None:
    """``count`` DICOM files of two dozen phantoms; a copy has a byte of its own, so that no two hashes are equal."""
    import io

    import numpy as np

    from cxr_desktop.phantom.radiographs import chest
    from tests.builders import data_set, save

    folder.mkdir(parents=True)
    kinds = []
    for number in range(min(count, 24)):
        stream = io.BytesIO()
        pixels = (chest(number, rows=rows, columns=rows * 5 // 6).pixels * 4095).astype(np.uint16)
        save(data_set(pixels, window=(2048, 4096)), stream)
        kinds.append(stream.getvalue())
    for number in range(count):
        place = folder / f"{number // 500:03d}" / f"{NAME}-{number:06d}.dcm"
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(kinds[number % len(kinds)] + b"\0" * (2 * (number // len(kinds))))


def rows_of(target: Path) -> dict[str, dict]:
    """By path; fails where a path has two rows."""
    import pyarrow.parquet as pq

    rows = pq.read_table(target).to_pylist()
    by_path = {row["path"]: {k: v for k, v in row.items() if k not in NOT_COMPARED} for row in rows}
    assert len(by_path) == len(rows), "a file has two rows"
    return by_path


def check_equal(here: Path, there: Path, files: int) -> None:
    """The same rows with the same numbers, to the last bit."""
    one, other = rows_of(here), rows_of(there)
    assert len(one) == files, f"{len(one)} rows for {files} files"
    assert one == other, "the cluster's rows are others"
    assert {row["status"] for row in one.values()} == {"scored"}


def kill_actors(folder: Path, here: Path, place: Path, files: int) -> dict:
    """One actor is killed after a third of the rows, an engine after two thirds; all rows must be there, once."""
    killed: list[str] = []

    def meanwhile(process: int, done: int) -> bool:
        for name, share in (("actor", 1 / 3), ("engine", 2 / 3)):
            if name not in killed and done >= share * files:
                actor = actors_below(process)[0]
                os.kill(actor if name == "actor" else descendants(actor)[0], signal.SIGKILL)
                killed.append(name)
        return False

    seen = on_cluster(folder, place / "killed.parquet", 2, meanwhile=meanwhile)
    assert seen.code == 0, seen.said
    assert killed, "nothing was killed: the run was too short"
    check_equal(here, place / "killed.parquet", files)
    return {"killed": killed, "wall_s": seen.wall}


def resume(folder: Path, here: Path, place: Path, files: int) -> dict:
    """The whole command is killed half-way and repeated: rows that came are not scored again."""
    target = place / "resumed.parquet"
    first = on_cluster(folder, target, 2, meanwhile=lambda process, done: done >= files / 2)
    assert first.code == -signal.SIGKILL, first.said
    second = on_cluster(folder, target, 2)
    assert second.code == 0, second.said
    told = re.search(rf"([\d,]+) of {files:,} files have a row already", second.said.replace("\n", " "))
    assert told is not None, second.said
    kept = int(told[1].replace(",", ""))
    assert first.done <= kept < files, "a row that was told of was not kept"
    check_equal(here, target, files)
    return {"kept": kept, "scored_by_the_second_run": files - kept}


def look_around(folder: Path, place: Path) -> dict:
    """Sockets of all processes and the files of Ray, while actors score."""
    open_to: set[str] = set()
    named: set[str] = set()
    seen_files: set[Path] = set()
    looked: list[int] = []

    def meanwhile(process: int, done: int) -> bool:
        family = [process, *descendants(process)]
        looked.append(len(family))
        open_to.update(address for address in sockets(family) if not is_at_home(address))
        for path in Path("/tmp").glob(f"cxr-ray-{process}-*/**/*"):
            with contextlib.suppress(OSError):
                if path.is_file():
                    seen_files.add(path)
                    if NAME.encode() in path.read_bytes():
                        named.add(path.name)
        return False

    seen = on_cluster(folder, place / "looked.parquet", 2, meanwhile=meanwhile)
    assert seen.code == 0, seen.said
    assert not open_to, f"a socket is open to {sorted(open_to)}"
    assert seen_files, "Ray's files were not found"
    assert not named, f"an image is named in {sorted(named)}"
    assert not any(path.exists() for path in seen_files), "the private folder was left behind"
    return {"processes": max(looked), "beyond_this_computer": 0, "files": len(seen_files), "that_name_an_image": 0}


def speed(folder: Path, place: Path, rounds: int, files: int) -> dict:
    """Pairs of runs in turn: `score` with one thread, one actor, two actors."""
    runs: dict[str, list[Watched]] = {"score": [], "1 actor": [], "2 actors": []}
    for number in range(rounds):
        here = place / "here.parquet"
        runs["score"].append(score(folder, here))
        for actors in (1, 2):
            there = place / f"{number}-{actors}.parquet"
            runs["1 actor" if actors == 1 else "2 actors"].append(on_cluster(folder, there, actors))
            check_equal(here, there, files)
    print(f"{'':<10}{'first row':>12}{'ms a file':>12}{'spread':>16}{'processor ms':>14}{'whole run':>12}")
    for name, seen in runs.items():
        each = [1000 * run.per_file for run in seen]
        print(
            f"{name:<10}{statistics.median(r.first for r in seen):>10.1f} s{statistics.median(each):>12.1f}"
            f"{f'{min(each):.1f}–{max(each):.1f}':>16}{1000 * statistics.median(r.work_per_file for r in seen):>14.1f}"
            f"{statistics.median(r.wall for r in seen):>10.1f} s"
        )
    ratio = {
        name: statistics.median(a.per_file / b.per_file for a, b in zip(runs[one], runs[other], strict=True))
        for name, one, other in (("speed_up_of_two", "1 actor", "2 actors"), ("against_score", "score", "1 actor"))
    }
    work = [1000 * (a.work_per_file - b.work_per_file) for a, b in zip(runs["1 actor"], runs["score"], strict=True)]
    cost = [1000 * (a.per_file - b.per_file) for a, b in zip(runs["1 actor"], runs["score"], strict=True)]
    start = statistics.median(a.first - b.first for a, b in zip(runs["1 actor"], runs["score"], strict=True))
    return {
        **ratio,
        "overhead_s_per_1000_files": statistics.median(cost),
        "overhead_processor_s_per_1000_files": statistics.median(work),
        "start_s_more_than_score": start,
    }


def memory(place: Path, files: int) -> dict:
    """What the command itself holds, at first, after a tenth, at the end, at most; its actors answer at once."""
    folder = place / "many"
    for number in range(files):
        path = folder / f"{number // 1000:04d}" / f"{NAME}-{number:07d}.dcm"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    seen = watch("tests.benchmarks._quick_actors", str(folder), str(place / "many.parquet"))
    assert seen.code == 0, seen.said
    assert len(rows_of(place / "many.parquet")) == files
    held = [megabytes for _, megabytes in seen.memory_mb]
    tenth = next(megabytes for done, megabytes in seen.memory_mb if done >= files / 10)
    found = {"first_mb": held[0], "tenth_mb": tenth, "end_mb": held[-1], "most_mb": max(held)}
    each = 1000 * seen.per_file
    return {"files": files, "ms_a_file": round(each, 2), **{name: round(value, 1) for name, value in found.items()}}


def main(short: bool = False, arguments: list[str] | None = None) -> None:
    """Print a table and one line of JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks cluster")
    parser.add_argument("--files", type=int, default=48 if short else 1000)
    parser.add_argument("--rounds", type=int, default=1 if short else 5)
    parser.add_argument("--memory-files", type=int, default=500 if short else 50_000)
    parser.add_argument("--rows", type=int, default=480, help="rows of each image; columns are five sixths of it")
    asked = parser.parse_args(arguments or [])
    if importlib.util.find_spec("ray") is None or sys.platform != "linux":
        print('cluster: skipped, it needs Linux and Ray: pip install "ray[data]>=2.60,<3"')
        return
    with tempfile.TemporaryDirectory(prefix="cxr-") as folder:
        place = Path(folder)
        films(place / "in", asked.files, asked.rows)
        found = {"files": asked.files, "load_before": os.getloadavg()[0]}
        found |= speed(place / "in", place, asked.rounds, asked.files)
        here = place / "here.parquet"
        found["killed"] = kill_actors(place / "in", here, place, asked.files)
        found["resumed"] = resume(place / "in", here, place, asked.files)
        found["looked"] = look_around(place / "in", place)
        found["memory"] = memory(place, asked.memory_files)
    for name, value in found.items():
        print(f"{name:<28} {value:.3g}" if isinstance(value, float) else f"{name:<28} {value}")
    print(json.dumps({"benchmark": "cluster", **found}))
