"""The studies of the open folder and how files and results change them; knows neither Qt nor SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, KeysView, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from cxr_desktop.domain.conflict import Namesakes, Person, with_conflicts
from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.domain.worklist import ImageEntry, WorklistEntry
from cxr_desktop.worklist.loading import with_record
from cxr_desktop.worklist.store import study_key_of
from cxr_desktop.worklist.stored_rows import StudyRecord


class StudySource(Protocol):
    """What is asked about studies that were not looked at yet: a store, and whose results count there."""

    def load(self, keys: Sequence[str]) -> Mapping[str, WorklistEntry]: ...
    def people_of(self, patient_id: str) -> Sequence[tuple[str, str, Person]]: ...


class _Nothing:
    def load(self, keys: Sequence[str]) -> Mapping[str, WorklistEntry]:
        return {}

    def people_of(self, patient_id: str) -> Sequence[tuple[str, str, Person]]:
        return []


class WorklistState:
    """``changed`` and ``removed`` collect the keys to tell about until ``take_changes``. Used from one thread.

    A study of which no more than its files is known is read from the source when it is asked for. Whoever changes one
    tells about it in any case: the source may have been written before it was read.
    """

    def __init__(self, source: StudySource | None = None) -> None:
        self._source = source or _Nothing()
        self._entries: dict[str, WorklistEntry] = {}
        self._unread: set[str] = set()
        self._met: set[str] = set()
        """Patient IDs of which all studies are among the namesakes."""
        self._key_of: dict[str, str] = {}
        self._changed: dict[str, None] = {}
        self._removed: dict[str, None] = {}
        self._namesakes = Namesakes()

    def clear(self) -> None:
        """Another folder."""
        for held in (self._entries, self._unread, self._met, self._key_of, self._changed, self._removed):
            held.clear()
        self._namesakes.clear()

    def paths(self) -> KeysView[str]:
        """All files, in order of arrival."""
        return self._key_of.keys()

    def entry(self, key: str) -> WorklistEntry | None:
        """One study."""
        if key in self._unread:
            self._read([key])
        return self._entries.get(key)

    def is_unread(self, key: str) -> bool:
        """Whether it is here and no more is known of it than its files."""
        return key in self._unread

    def among(self, keys: Sequence[str]) -> set[str]:
        """Those of these studies that are here."""
        wanted = set(keys)
        return (wanted & self._unread) | (wanted & self._entries.keys())

    def read_paths(self) -> list[str]:
        """Files of the studies that are in memory."""
        return [image.path for entry in self._entries.values() for image in entry.images]

    def _read(self, keys: Sequence[str]) -> None:
        """Studies as the source knows them, with the files that are here."""
        found = self._source.load(keys)
        for key in keys:
            self._unread.discard(key)
            entry = found.get(key)
            images = tuple(image for image in entry.images if self._key_of.get(image.path) == key) if entry else ()
            if entry is not None and images:
                self._entries[key] = replace(entry, images=images) if len(images) < len(entry.images) else entry

    def key_of(self, path: str) -> str:
        """The study of a file, "" where it is not here."""
        return self._key_of.get(path, "")

    def image(self, path: str) -> ImageEntry | None:
        """One file."""
        entry = self.entry(self._key_of.get(path, ""))
        return next((image for image in entry.images if image.path == path), None) if entry else None

    def touch(self) -> None:
        """Tell about every study in memory again."""
        self._changed = dict.fromkeys(self._entries)

    def take_changes(self) -> tuple[list[WorklistEntry], list[str]]:
        """(studies that changed, keys of studies that are gone) since the last call.

        Studies that contradict each other are told with flags, which those held here do not have.
        """
        self._read([key for key in self._changed if key in self._unread])
        changed = [entry for key in self._changed if (entry := self._entries.get(key)) is not None]
        entries = [with_conflicts(entry, self._namesakes.contradicts(entry.key)) for entry in changed]
        removed = list(self._removed)
        self._changed, self._removed = {}, {}
        return entries, removed

    def put_unread(self, paths: Mapping[str, str]) -> None:
        """Whole studies of which no more is known than the key of each of their files."""
        self._unread.update(paths.values())
        self._key_of.update(paths)

    def meet(self, people: Iterable[tuple[str, str, Person]]) -> list[str]:
        """Studies whose patient ID several people have, all of them: (key, patient ID, person). Returns the keys of
        those of unread studies that contradict each other; nothing is told about them."""
        here = [each for each in people if each[0] in self._unread or each[0] in self._entries]
        for key, patient_id, person in here:
            self._namesakes.put_person(key, patient_id, person)
            self._met.add(patient_id)
        return [key for key, _, _ in here if key in self._unread and self._namesakes.contradicts(key)]

    def put_entries(self, entries: Iterable[WorklistEntry]) -> None:
        """Studies as the store knows them; a study that is here already gains their images."""
        for entry in entries:
            old = self.entry(entry.key)
            self._put(entry if old is None else replace(entry, images=old.with_images(entry.images).images))
            self._key_of.update((image.path, entry.key) for image in entry.images)

    def put_images(self, images: Iterable[ImageEntry], studies: Mapping[str, StudyRecord]) -> None:
        """Files that are new or changed. Order, arrival and reading state of their studies are what the store says."""
        by_study: dict[str, list[ImageEntry]] = {}
        for image in images:
            key = study_key_of(image)
            if self._key_of.get(image.path, key) != key:
                self.remove([image.path])
            self._key_of[image.path] = key
            by_study.setdefault(key, []).append(image)
        for key, group in by_study.items():
            old = self.entry(key) or WorklistEntry(key, ())
            self._put(with_record(old.with_images(group), studies[key]))

    def change_images(self, paths: Iterable[str], change: Callable[[ImageEntry], ImageEntry]) -> None:
        """Replace images one by one; what ``change`` returns unchanged is not told about."""
        for path in paths:
            was_unread = self._key_of.get(path, "") in self._unread
            image = self.image(path)
            if image is not None and ((new := change(image)) != image or was_unread):
                self._put(self._entries[self._key_of[path]].with_image(new))

    def put_entry(self, entry: WorklistEntry) -> None:
        """A newer value of a study that is here."""
        self._put(entry)

    def remove(self, paths: Iterable[str]) -> None:
        """Files that are no longer there; a study without files goes."""
        for path in paths:
            key = self._key_of.pop(path, None)
            if key is None:
                continue
            entry = self.entry(key)
            images = tuple(image for image in entry.images if image.path != path) if entry is not None else ()
            if entry is not None and images:
                self._put(replace(entry, images=images))
            elif key not in self._removed:
                self._entries.pop(key, None)
                self._changed.pop(key, None)
                self._removed[key] = None
                self._tell(self._namesakes.remove(key))

    def apply(self, predictions: Iterable[Prediction], model_digest: str) -> None:
        """Results that answer what is asked now; those of another model or other wishes stay in the store only."""
        for prediction in predictions:
            if prediction.scored_by is not None and prediction.scored_by.model_digest != model_digest:
                continue

            def answered(image: ImageEntry, prediction: Prediction = prediction) -> ImageEntry:
                done = prediction.override, prediction.quarter_turns % 4, prediction.inverted
                if done != (image.override, image.quarter_turns, image.inverted):
                    return image
                return replace(image, prediction=prediction, scoring=False)

            self.change_images([prediction.path], answered)

    def set_scoring(self, paths: Iterable[str], scoring: bool) -> None:
        """Mark files as being scored or as waiting again; those with a result are left alone."""

        def marked(image: ImageEntry) -> ImageEntry:
            return replace(image, scoring=scoring and image.prediction is None)

        self.change_images(paths, marked)

    def _put(self, entry: WorklistEntry) -> None:
        self._entries[entry.key] = entry
        self._changed[entry.key] = None
        self._removed.pop(entry.key, None)
        self._meet_namesakes(entry)
        self._tell(self._namesakes.put(entry.key, entry.radiograph))

    def _meet_namesakes(self, entry: WorklistEntry) -> None:
        patient_id = entry.radiograph.patient_id if self._unread and entry.radiograph is not None else ""
        if patient_id and patient_id not in self._met:
            self._met.add(patient_id)
            self.meet(self._source.people_of(patient_id))

    def _tell(self, keys: Iterable[str]) -> None:
        for key in keys:
            if key in self._entries or key in self._unread:
                self._changed[key] = None
