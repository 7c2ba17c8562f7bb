"""Libraries of the building machine and of Qt that nothing in the bundle links to are left out; reads no file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

Entry = tuple[str, str, str]
"""PyInstaller's: place in the bundle, path on this machine, kind."""

_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/", "/usr/local/lib/")


def reachable(entries: Iterable[Entry], needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """The entries without those libraries that only came along with something which was dropped.

    ``needs`` tells the file names that a library at a path links to. Only libraries of the system and Qt's own are
    judged: plugins and modules of Python are opened by name and are the roots of all.
    """
    entries = list(entries)
    judged = [entry for entry in entries if _is_judged(entry)]
    kept = [entry for entry in entries if not _is_judged(entry)]
    by_name: dict[str, list[Entry]] = {}
    for entry in judged:
        by_name.setdefault(_name(entry[0]), []).append(entry)
    wanted, waiting = set(), {source for _, source, kind in kept if kind != "SYMLINK"}
    while waiting:
        for name in needs(waiting.pop()):
            if name not in wanted:
                wanted.add(name)
                waiting |= {source for _, source, kind in by_name.get(name, ()) if kind != "SYMLINK"}
    return [entry for entry in entries if not _is_judged(entry) or _name(entry[0]) in wanted]


def _is_judged(entry: Entry) -> bool:
    place, source, kind = entry
    if _name(place).startswith("libpython"):
        return False
    of_qt = "/Qt/lib/" in f"/{place}" or (kind == "SYMLINK" and _name(place).startswith("libQt6"))
    return of_qt or source.startswith(_SYSTEM)


def _name(place: str) -> str:
    return PurePosixPath(place.replace("\\", "/")).name
