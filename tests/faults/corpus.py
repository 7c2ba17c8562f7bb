"""Scores every file of a folder with the real command, and says how each ended, how long it took and what it cost.

``python -m tests.faults corpus FOLDER [--keep RESULTS.jsonl]``: for collections of foreign files, such as conformance
sets, fuzzing corpora and crash files. Ends with 1 where a file has no row or two, a scored one no probability or
another one no reason, where one took more than ten seconds, or where memory grew. Whether a reason is true, a person
must judge: all are listed with their counts and an example. Memory is read from /proc, so on Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SLOWEST_S = 10.0
GROWTH_MB = 400
"""Between the first and the last third of a run; single images come and go within it."""
_EVERY_S = 0.25
_LOADING = 80
"""Looks while models are loaded and the first images of each kind are met."""


@dataclass(slots=True)
class Watched:
    """A run of the command: megabytes of all its processes over time."""

    code: int = -1
    seconds: float = 0.0
    megabytes: list[int] = field(default_factory=list)
    errors: str = ""

    @property
    def growth(self) -> int:
        """Megabytes by which the median of the last third is above that of the first; 0 for a run too short to tell."""
        usual = self.megabytes[_LOADING:]
        third = len(usual) // 3
        if third < _LOADING:
            return 0
        first, last = sorted(usual[:third]), sorted(usual[-third:])
        return last[third // 2] - first[third // 2]


def score(folder: Path, out: Path, extra: Sequence[str] = ()) -> Watched:
    """Run ``cxr-desktop score`` and look at its memory while it works."""
    command = [sys.executable, "-m", "cxr_desktop", "score", str(folder), "--json", "--out", str(out), *extra]
    watched, began = Watched(), time.monotonic()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        while process.poll() is None:
            watched.megabytes.append(sum(map(_megabytes, _family(process.pid))))
            time.sleep(_EVERY_S)
        errors.seek(0)
        watched.errors = errors.read().decode(errors="replace")
    watched.code, watched.seconds = process.returncode, time.monotonic() - began
    return watched


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _megabytes(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20
    except (OSError, IndexError):
        return 0


def judge(rows: Sequence[Mapping[str, Any]], files: int, watched: Watched) -> list[str]:
    """What is wrong with a run, as far as a program can tell."""
    wrong = []
    if watched.code not in (0, 1, 2) or "Traceback" in watched.errors:
        wrong.append(f"the command ended with {watched.code}: {watched.errors[-500:]}")
    paths = Counter(row["path"] for row in rows)
    if len(rows) != files or max(paths.values(), default=1) > 1:
        wrong.append(f"{files} files and links, {len(rows)} rows, {sum(n > 1 for n in paths.values())} paths twice")
    for row in rows:
        scored = row["status"] == "scored"
        if scored != (row["probabilities"] is not None) or scored == bool(row["reason"]):
            wrong.append(f"{row['path']}: {row['status']} with {row['probabilities']} and {row['reason']!r}")
        if row["seconds"] > SLOWEST_S:
            wrong.append(f"{row['path']}: took {row['seconds']:.1f} s")
        if "\n" in row["reason"] or len(row["reason"]) > 300:
            wrong.append(f"{row['path']}: no plain sentence: {row['reason'][:200]!r}")
    if watched.growth > GROWTH_MB:
        wrong.append(f"memory grew by {watched.growth} MB")
    return wrong


def table(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Reasons and how often each was given, with an example; then the slowest files."""
    ends: Counter[tuple[str, str]] = Counter((row["status"], row["reason"]) for row in rows)
    example = {(row["status"], row["reason"]): row["path"] for row in rows}
    lines = [f"{n:>7,}  {end[0]:<12}  {end[1]:<72}  {_short(example[end])}" for end, n in ends.most_common()]
    slow = sorted(rows, key=lambda row: -row["seconds"])[:8]
    lines += ["", "slowest:", *(f"{row['seconds']:>8.2f} s  {_short(row['path'])}  {row['reason']}" for row in slow)]
    return lines


def _short(path: str) -> str:
    return "/".join(path.split("/")[-2:])


def main(arguments: Sequence[str]) -> int:
    """1 where something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults corpus", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keep", type=Path, help="keep one JSON line per file here")
    options, extra = parser.parse_known_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        out = options.keep or Path(place) / "results.jsonl"
        watched = score(options.folder, out, extra)
        rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()] if out.exists() else []
    files = sum(len(names) + sum(os.path.islink(os.path.join(top, n)) for n in folders)
                for top, folders, names in os.walk(options.folder))  # fmt: skip
    print("\n".join(table(rows)))
    most = max(watched.megabytes, default=0)
    print(f"\n{len(rows):,} files in {watched.seconds:,.0f} s, at most {most:,} MB, grown by {watched.growth:,} MB")
    wrong = judge(rows, files, watched)
    print(f"{len(wrong)} wrong", *wrong, sep="\n  ")
    return 1 if wrong else 0
