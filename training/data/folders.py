"""A folder of class folders, with or without train, val and test above or below them → rows; opens no image."""

from __future__ import annotations

import os
import re
import stat
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from training.data.sample import DataError, Problem, Row, shown

SPLIT_WORDS = {
    "train": "train",
    "training": "train",
    "val": "val",
    "valid": "val",
    "validation": "val",
    "dev": "val",
    "test": "test",
    "testing": "test",
}
CLASS_FOLDERS, SPLIT_FOLDERS = "class folders", "train, val and test folders"
# What unpackers and desktops leave behind, and what lies beside images without being one.
_IGNORED = frozenset({"__macosx", "thumbs.db", "desktop.ini", "$recycle.bin", "system volume information"})
_NO_IMAGES = frozenset(
    {"csv", "tsv", "json", "txt", "md", "html", "htm", "xml", "pdf", "xlsx", "xls", "yaml", "yml", "toml"}
)
_TRANSPARENT = re.compile(r"(images?|imgs?|pictures|dicoms?|dcm|png|jpe?g|files)")
_MASKS = re.compile(r"(lung_?)?(masks?|segmentations?)")
_LARGEST_WRAPPING = 3
_MOST_SOURCES, _FEWEST_PER_SOURCE = 8, 5


@dataclass(frozen=True, slots=True)
class Listing:
    """What a source holds before any image is opened. ``empty``: class folders without a file."""

    root: Path
    kind: str
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()
    warnings: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()


def walk(folder: Path) -> Iterator[str | Problem]:
    """Regular files below ``folder`` as relative names with "/", in the order of names; links are not followed."""
    waiting = [""]
    while waiting:
        inner = waiting.pop()
        folders = []
        try:
            with os.scandir(folder / inner) as entries:
                names = sorted(entry.name for entry in entries)
        except OSError:
            yield Problem(inner or ".", "this folder could not be opened")
            continue
        for name in names:
            if name.startswith(".") or name.lower() in _IGNORED:
                continue
            relative = f"{inner}/{name}" if inner else name
            found = _look(folder, relative)
            if found is None:
                folders.append(relative)
            elif isinstance(found, Problem) or name.rpartition(".")[2].lower() not in _NO_IMAGES:
                yield found
        waiting.extend(reversed(folders))


def _look(folder: Path, relative: str) -> str | Problem | None:
    """The name of a file, ``None`` for a folder, or why it is neither."""
    try:
        mode = os.lstat(folder / relative).st_mode
    except OSError:
        return Problem(relative, "the file could not be opened")
    if stat.S_ISLNK(mode):
        return Problem(relative, "a link, which is not followed")
    if stat.S_ISDIR(mode):
        return None
    return relative if stat.S_ISREG(mode) else Problem(relative, "not a regular file")


def list_folder(root: Path) -> Listing:
    """Class folders in ``root``. Raises ``DataError`` where there are none."""
    root = _unwrapped(root)
    tops = _folders(root)
    split_tops = [name for name in tops if name.lower() in SPLIT_WORDS]
    has_splits = bool(split_tops) and any(SPLIT_WORDS[name.lower()] == "train" for name in split_tops)
    rows: list[Row] = []
    problems: list[Problem] = []
    outside: Counter[str] = Counter()
    for found in walk(root):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        row = _row(found, has_splits)
        if isinstance(row, Row):
            rows.append(row)
        else:
            outside[row] += 1
    empty = _empty_classes(root, split_tops if has_splits else [""], rows)
    if not rows and not empty:
        raise DataError(
            "this folder holds no class folders; put the images of each class into a folder of their own, "
            "or choose a CSV file with the columns path and label"
        )
    words = [f"files {where}, left out: {n}" for where, n in sorted(outside.items())]
    kind = SPLIT_FOLDERS if any(row.split for row in rows) else CLASS_FOLDERS
    return Listing(root, kind, tuple(_with_sources(rows)), tuple(problems), tuple(words), empty)


def _unwrapped(root: Path) -> Path:
    """Archives often hold one folder that holds everything."""
    for _ in range(_LARGEST_WRAPPING):
        inner = _folders(root)
        if len(inner) != 1 or inner[0].lower() in SPLIT_WORDS or _files(root):
            return root
        if not _folders(root / inner[0]):
            return root  # one class folder: the message about a missing second class is the plainer one
        root = root / inner[0]
    return root


def _entries(folder: Path, want_folders: bool) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            named = [e for e in entries if not e.name.startswith(".") and e.name.lower() not in _IGNORED]
            return sorted(
                e.name for e in named if e.is_dir(follow_symlinks=False) == want_folders and not e.is_symlink()
            )
    except OSError as error:
        raise DataError(f"the folder {shown(folder.name)} cannot be opened") from error


def _folders(folder: Path) -> list[str]:
    return _entries(folder, True)


def _files(folder: Path) -> list[str]:
    return [name for name in _entries(folder, False) if name.rpartition(".")[2].lower() not in _NO_IMAGES]


def _row(file: str, has_splits: bool) -> Row | str:
    """A row, or where the file lies instead of in a class folder."""
    *parts, _ = PurePosixPath(file).parts
    split = ""
    if has_splits:
        if not parts or parts[0].lower() not in SPLIT_WORDS:
            return "outside the train, val and test folders"
        split = SPLIT_WORDS[parts.pop(0).lower()]
    if not parts:
        return "outside any class folder"
    label, *inner = parts
    if not split and inner and inner[0].lower() in SPLIT_WORDS:
        split = SPLIT_WORDS[inner.pop(0).lower()]
    if any(_MASKS.fullmatch(part.lower()) for part in inner):
        return "in folders of masks"
    inner = [part for part in inner if not _TRANSPARENT.fullmatch(part.lower())]
    return Row(file, (label,), split=split, origin="/".join(inner[:1]))


def _empty_classes(root: Path, tops: list[str], rows: list[Row]) -> tuple[str, ...]:
    full = {row.labels[0] for row in rows}
    found = {name for top in tops for name in _folders(root / top)} if tops != [""] else set(_folders(root))
    return tuple(sorted(found - full))


def _with_sources(rows: list[Row]) -> list[Row]:
    """Folders inside a class folder are sources where they are few and full, else one patient or study each."""
    inside: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row.origin:
            inside[row.labels[0]][row.origin] += 1
    are_sources = all(
        len(counts) <= _MOST_SOURCES and sum(counts.values()) >= _FEWEST_PER_SOURCE * len(counts)
        for counts in inside.values()
    )
    return rows if are_sources else [replace(row, origin="", group=row.origin) for row in rows]
