"""Decoded images of a data set on disk, read once and mapped by every process; knows no label and no network."""

from __future__ import annotations

import errno
import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from cxr_desktop import paths
from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.lung_field import LungField
from training.data import copies, drawings
from training.data.lung_fields import Fields, find_fields
from training.data.pixel_segments import INDEX, Entry, Segment, Stamp, load_index, save_index
from training.data.reading import Codes, Picture, Pseudonyms, read_picture
from training.data.sample import LUNGS, DataError, shown
from training.events import Events
from training.recipe import Recipe

FOLDER_VARIABLE = "CXR_TRAINING_CACHE"
_SEGMENT_BYTES = 128 << 20
_LEFTOVER_SECONDS = 7 * 24 * 3600
_SMALLEST_LIMIT, _LARGEST_LIMIT = 512, 1024


def default_folder() -> Path:
    """``CXR_TRAINING_CACHE``, else a folder of the program's cache."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else paths.cache_dir() / "training"


def limit_for(recipe: Recipe | None) -> int:
    """Pixels of the shorter side that are enough: twice what the recipe needs, so that crops lose nothing.

    Radiographs are kept at this to twice this size (see ``reading.shrunk``); what has fewer pixels stays as it is.
    """
    if recipe is None:
        return _SMALLEST_LIMIT
    needed = 2 * max(recipe.size, recipe.preprocess.height, recipe.preprocess.width)
    return min(max(needed, _SMALLEST_LIMIT), _LARGEST_LIMIT)


class PixelCache:
    """``cache[file]`` → uint8 codes: (rows, columns), or (rows, columns, 3) in colour. May go to other processes."""

    def __init__(self, folder: Path, entries: dict[str, Entry], fields: Fields | None = None) -> None:
        self.folder, self._entries, self._fields = folder, entries, fields
        self._maps: dict[str, Codes] = {}

    def __getitem__(self, file: str) -> Codes:
        entry = self._entries[file]
        if entry.segment not in self._maps:
            self._maps[entry.segment] = np.memmap(self.folder / entry.segment, dtype=np.uint8, mode="r")
        size = int(np.prod(entry.shape))
        return np.asarray(self._maps[entry.segment][entry.start : entry.start + size]).reshape(entry.shape)

    def __contains__(self, file: str) -> bool:
        return file in self._entries

    def entry(self, file: str) -> Entry:
        """What is known about an image besides its pixels."""
        return self._entries[file]

    def lungs(self, file: str) -> LungField | None:
        """Where they lie in the decoded image; ``None`` where none were found, or where nobody looked for them."""
        return self._fields[file] if self._fields is not None else None

    def __getstate__(self) -> tuple[Path, dict[str, Entry], Fields | None]:
        # Maps are opened anew: a pickled one would carry all pixels.
        return self.folder, self._entries, self._fields

    def __setstate__(self, state: tuple[Path, dict[str, Entry], Fields | None]) -> None:
        self.folder, self._entries, self._fields = state
        self._maps = {}

    @classmethod
    def open(
        cls,
        data: Path,
        files: Sequence[str],
        folder: Path | None = None,
        limit: int = _SMALLEST_LIMIT,
        colour: bool = False,
        events: Events | None = None,
    ) -> PixelCache:
        """The pixels of these files; what is missing is decoded. Raises ``DataError`` if an image cannot be read."""
        store = PixelStore(data, folder or default_folder(), limit, colour)
        problems = store.read(files, events)
        if problems:
            file, reason = next(iter(problems.items()))
            raise DataError(f"images can no longer be read: {len(problems)}, the first is {shown(file)}: {reason}")
        return store.cache(files)

    @classmethod
    def for_recipe(cls, recipe: Recipe, data: Path, files: Sequence[str], events: Events | None = None) -> PixelCache:
        """The same, at the size and in the colours that the recipe needs, with lungs where it looks at lungs."""
        cache = cls.open(data, files, None, limit_for(recipe), recipe.data.colour, events)
        if recipe.preprocess.region == LUNGS:
            cache._fields = find_fields(recipe.data.lungs, cache, files, events)
        return cache


class PixelStore:
    """The cache folder of one data set at one size: which files it holds, and reading the others into it."""

    def __init__(self, data: Path, folder: Path, limit: int, colour: bool) -> None:
        self._data, self._limit, self._colour = data, limit, colour
        key = f"{os.path.realpath(data)}\n{limit}\n{colour}".encode("utf-8", "surrogateescape")
        self._folder = folder / hashlib.sha256(key).hexdigest()[:16]
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self.pseudonyms = Pseudonyms(folder)
        except OSError as error:
            raise _no_room(error) from error
        self._entries = load_index(self._folder)

    def cache(self, files: Iterable[str]) -> PixelCache:
        """The pixels of files that were read."""
        return PixelCache(self._folder, {file: self._entries[file] for file in files if file in self._entries})

    def read(self, files: Iterable[str], events: Events | None = None) -> dict[str, str]:
        """Decode what is missing or has changed since; returns file → reason of what cannot be read."""
        problems: dict[str, str] = {}
        wanted = dict.fromkeys(files)
        # A copy is made from its original.
        wanted = dict.fromkeys(copies.original_of(file) for file in wanted) | wanted
        stamps = {file: self._stamp(file) for file in wanted}
        fresh = [f for f in wanted if f not in self._entries or self._entries[f].stamp != stamps[f]]
        if not fresh:
            return problems
        originals = [f for f in fresh if not copies.is_copy(f)]
        made = [f for f in fresh if copies.is_copy(f)]
        for what, batch in (("reading images", originals), ("making copies", made)):
            self._read_batch(batch, stamps, problems, _Progress(events, what, len(batch)))
        self._tidy()
        return problems

    def _read_batch(
        self,
        files: Sequence[str],
        stamps: dict[str, Stamp],
        problems: dict[str, str],
        tell: Callable[[], None],
    ) -> None:
        writer = Segment(self._folder)
        new: dict[str, Entry] = {}
        try:
            for file, picture in self._pictures(files):
                if isinstance(picture, str):
                    self._entries.pop(file, None)
                    problems[file] = picture
                else:
                    new[file] = self._entry(picture, stamps[file], writer)
                    if writer.size >= _SEGMENT_BYTES:
                        self._commit(writer, new)
                        writer, new = Segment(self._folder), {}
                tell()
            self._commit(writer, new)
        except OSError as error:
            raise _no_room(error) from error
        except BaseException:
            self._commit(writer, new)  # whoever stops it here goes on here
            raise
        finally:
            writer.discard()

    def _pictures(self, files: Sequence[str]) -> Iterator[tuple[str, Picture | str]]:
        workers = min(4, os.cpu_count() or 1)
        with ThreadPoolExecutor(workers) as pool:
            window = 16 * workers  # decoded images wait here; more would fill the memory
            for start in range(0, len(files), window):
                part = files[start : start + window]
                yield from zip(part, pool.map(self._picture, part), strict=True)

    def _picture(self, file: str) -> Picture | str:
        try:
            if copies.is_copy(file):
                original = self.cache([copies.original_of(file)])[copies.original_of(file)]
                return Picture(copies.make(file, original), "")
            if drawings.is_drawn(file):
                return Picture(drawings.drawn(file), hashlib.sha256(file.encode()).hexdigest())
            return read_picture(self._data / file, self._limit, self._colour)
        except CxrError as error:
            return str(error)
        except KeyError:
            return "the original of this copy cannot be read"
        except (OSError, MemoryError):
            return "the file cannot be read"

    def _entry(self, picture: Picture, stamp: Stamp, writer: Segment) -> Entry:
        start = writer.add(picture.codes)
        patient = self.pseudonyms.patient(picture.patient)
        shape = picture.codes.shape
        return Entry(stamp, picture.digest, patient, picture.view, picture.age_group, writer.name, start, shape)

    def _stamp(self, file: str) -> Stamp:
        if drawings.is_drawn(file):
            return 0, 0
        try:
            status = os.lstat(self._data / copies.original_of(file))
            return status.st_size, status.st_mtime_ns
        except (OSError, ValueError):
            return -1, -1

    def _commit(self, writer: Segment, new: dict[str, Entry]) -> None:
        """A whole segment joins the index; another process may have added to it meanwhile."""
        if new:
            writer.finish()
            self._entries = load_index(self._folder) | self._entries | new
            save_index(self._folder, self._entries)

    def _tidy(self) -> None:
        """Remove what no image uses any more; what another process may still be writing is younger."""
        used = {entry.segment for entry in load_index(self._folder).values()} | {INDEX}
        for file in self._folder.iterdir():
            try:
                if file.name not in used and time.time() - file.stat().st_mtime > _LEFTOVER_SECONDS:
                    file.unlink()
            except OSError:
                continue


class _Progress:
    """At most two events a second, and one at the end."""

    def __init__(self, events: Events | None, what: str, total: int) -> None:
        self._events, self._what, self._total, self._done, self._said = events, what, total, 0, 0.0

    def __call__(self) -> None:
        self._done += 1
        now = time.monotonic()
        if self._events is not None and (now - self._said > 0.5 or self._done == self._total):
            self._said = now
            self._events("progress", what=self._what, done=self._done, total=self._total)


def _no_room(error: OSError) -> DataError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DataError(
            "the disk is full: decoded images do not fit; free some space, "
            f"or set {FOLDER_VARIABLE} to a folder on another disk"
        )
    return DataError(
        f"the folder for decoded images cannot be written ({error.strerror or 'unknown reason'}); "
        f"set {FOLDER_VARIABLE} to another folder"
    )
