"""What must hold after a kill: a sound database with all that was shown and nothing twice, and no half file."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_LEFT_BY_A_WRITER = re.compile(r"\.(part|new|restored|tmp)$|^\.")
_MAY_STAY = re.compile(r"^\.lock$")


@dataclass(slots=True)
class Findings:
    """``wrong`` are sentences about what must not be; ``counts`` is what was looked at."""

    wrong: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def expect(self, holds: object, what: str) -> None:
        """Note ``what`` where it does not hold."""
        if not holds:
            self.wrong.append(what)
            print(f"  WRONG: {what}", flush=True)

    def count(self, what: str, number: int = 1) -> None:
        """Add to a count; every tenth kill is told."""
        self.counts[what] = self.counts.get(what, 0) + number
        if what.startswith("kills of") and self.counts[what] % 10 == 0:
            print(f"{self.counts[what]:>5} {what}, {len(self.wrong)} wrong so far", flush=True)


class WitnessLines:
    """What was witnessed so far, read on from where it was read to. The last line may be half: a kill is a kill."""

    def __init__(self, witness: Path) -> None:
        self._witness = witness
        self._lines: list[dict[str, Any]] = []
        self._read = 0

    def lines(self) -> list[dict[str, Any]]:
        """All whole lines."""
        try:
            with open(self._witness, "rb") as stream:
                stream.seek(self._read)
                text = stream.read()
        except FileNotFoundError:
            return []
        whole = text[: text.rfind(b"\n") + 1]
        self._read += len(whole)
        # A half line of a killed window is ended by the first line of the next one: neither is whole.
        for line in whole.splitlines():
            with contextlib.suppress(ValueError):
                self._lines.append(json.loads(line))
        return self._lines


@dataclass(frozen=True, slots=True)
class Stored:
    """A database as another program would find it after the kill."""

    verdict: str
    results: Mapping[str, list[str]]
    """content hash → documents"""
    failures: Mapping[str, str]
    """path → document"""
    paths: list[str]
    read: frozenset[str]


def stored(database: Path, copies: Path) -> Stored:
    """Of a copy: looking must neither mend nor change what a kill left."""
    shutil.rmtree(copies, ignore_errors=True)
    copies.mkdir(parents=True)
    for name in (database.name, f"{database.name}-wal"):
        with contextlib.suppress(FileNotFoundError):
            shutil.copyfile(database.with_name(name), copies / name)
    with contextlib.closing(sqlite3.connect(copies / database.name)) as db:
        results: dict[str, list[str]] = {}
        for key, document in db.execute("SELECT content_hash, document FROM results"):
            results.setdefault(key, []).append(document)
        failures = db.execute("SELECT path, document FROM failures JOIN files ON files.id = failures.file")
        return Stored(
            db.execute("PRAGMA quick_check").fetchone()[0],
            results,
            {path.decode(): document for path, document in failures},
            [path.decode() for (path,) in db.execute("SELECT path FROM files")],
            frozenset(k.decode() for (k,) in db.execute("SELECT key FROM studies WHERE read_state = 'read'")),
        )


def check_database(database: Path, copies: Path, seen: list[dict[str, Any]], findings: Findings) -> None:
    """Sound, nothing that was shown is missing or different, nothing twice."""
    if not database.exists():
        findings.expect(not any("shown" in line for line in seen), "results were shown and there is no database")
        return
    found = stored(database, copies)
    findings.expect(found.verdict == "ok", f"quick_check says {found.verdict}")
    findings.expect(len(found.paths) == len(set(found.paths)), "a file is in the list twice")
    findings.expect(all(len(d) == 1 for d in found.results.values()), "one image has two results")
    shown = 0
    for line in seen:
        if "shown" in line:
            shown += 1
            kept = found.results.get(line["hash"], []) if line["hash"] else [found.failures.get(line["shown"])]
            findings.expect(line["document"] in kept, f"shown and not kept: {Path(line['shown']).name}")
        elif "read" in line:
            findings.expect(line["read"] in found.read, "shown as read and not kept as read")
    findings.count("results shown", shown)


def half_files(folder: Path) -> list[str]:
    """Files that a writer would have renamed or removed, had it lived."""
    names = (path.relative_to(folder) for path in folder.rglob("*"))
    return sorted(str(n) for n in names if _LEFT_BY_A_WRITER.search(n.name) and not _MAY_STAY.search(n.name))
