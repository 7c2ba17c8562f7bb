"""The entries of the open folder in memory, and how files and results change them; knows neither Qt nor a store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from cxr_desktop.domain.conflict import Namesakes, with_conflicts
from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.domain.worklist import ImageEntry, WorklistEntry
from cxr_desktop.worklist.store import study_key_of, with_record
from cxr_desktop.worklist.stored_rows import StudyRecord


class WorklistState:
    """``changed`` and ``removed`` collect the keys to tell about until ``take_changes``. Used from one thread."""

    def __init__(self) -> None:
        self._entries: dict[str, WorklistEntry] = {}
        self._key_of: dict[str, str] = {}
        self._changed: dict[str, None] = {}
        self._removed: dict[str, None] = {}
        self._namesakes = Namesakes()

    def clear(self) -> None:
        """Another folder."""
        for held in (self._entries, self._key_of, self._changed, self._removed):
            held.clear()
        self._namesakes.clear()

    def paths(self) -> Iterable[str]:
        """All files, in order of arrival."""
        return self._key_of.keys()

    def entry(self, key: str) -> WorklistEntry | None:
        """One study."""
        return self._entries.get(key)

    def key_of(self, path: str) -> str:
        """The study of a file, "" where it is not here."""
        return self._key_of.get(path, "")

    def image(self, path: str) -> ImageEntry | None:
        """One file."""
        entry = self._entries.get(self._key_of.get(path, ""))
        return next((image for image in entry.images if image.path == path), None) if entry else None

    def touch(self) -> None:
        """Tell about every study again."""
        self._changed = dict.fromkeys(self._entries)

    def take_changes(self) -> tuple[list[WorklistEntry], list[str]]:
        """(studies that changed, keys of studies that are gone) since the last call.

        Studies that contradict each other are told with flags, which those held here do not have.
        """
        entries = [with_conflicts(self._entries[key], self._namesakes.contradicts(key)) for key in self._changed]
        removed = list(self._removed)
        self._changed, self._removed = {}, {}
        return entries, removed

    def put_entries(self, entries: Iterable[WorklistEntry]) -> None:
        """Studies as the store knows them; a study that is here already gains their images."""
        for entry in entries:
            old = self._entries.get(entry.key)
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
            old = self._entries.get(key) or WorklistEntry(key, ())
            self._put(with_record(old.with_images(group), studies[key]))

    def change_images(self, paths: Iterable[str], change: Callable[[ImageEntry], ImageEntry]) -> None:
        """Replace images one by one; what ``change`` returns unchanged is not told about."""
        for path in paths:
            image = self.image(path)
            if image is not None and (new := change(image)) != image:
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
            entry = self._entries[key]
            images = tuple(image for image in entry.images if image.path != path)
            if images:
                self._put(replace(entry, images=images))
            else:
                del self._entries[key]
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
        self._tell(self._namesakes.put(entry.key, entry.radiograph))

    def _tell(self, keys: Iterable[str]) -> None:
        for key in keys:
            if key in self._entries:
                self._changed[key] = None
