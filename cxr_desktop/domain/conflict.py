"""What two files of one worklist cannot both be right about: an image's number, a patient's; changes no file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.domain.worklist import ImageEntry, WorklistEntry

SAME_NUMBER = "another file of this study has the same instance UID and other content"
OTHER_PERSON = "another study here has this patient ID with another name or birth date"

CONFLICTS = (SAME_NUMBER, OTHER_PERSON)

_FEW = 5
"""People with one ID whose coming and going is told to all others; where there are more, all were told long ago."""


class Person(NamedTuple):
    """Who a header speaks of. Writing and given names differ too often to count; "" is not known."""

    family_name: str
    birth_date: str

    def is_not(self, other: Person) -> bool:
        """Do the two contradict each other?"""
        return any(mine and theirs and mine != theirs for mine, theirs in zip(self, other, strict=True))


def person_of(header: Radiograph) -> Person:
    """The person whom a header names."""
    family = header.patient_name.partition("=")[0].partition("^")[0].strip().casefold()
    return Person(family, header.patient_birth_date)


class Namesakes:
    """Studies by patient ID, and who they say it is. Methods return the keys of studies whose flags may change."""

    def __init__(self) -> None:
        # Almost every patient of a long list has one study: it needs no table of its own.
        self._alone: dict[str, str] = {}
        self._people: dict[str, dict[Person, set[str]]] = {}
        self._of_key: dict[str, tuple[str, Person]] = {}

    def clear(self) -> None:
        """Another folder."""
        self._alone.clear()
        self._people.clear()
        self._of_key.clear()

    def put(self, key: str, header: Radiograph | None) -> set[str]:
        """A study; its first header counts."""
        return self.put_person(key, header.patient_id, person_of(header)) if header is not None else set()

    def put_person(self, key: str, patient_id: str, person: Person) -> set[str]:
        """The same where no more is known of a study than whom its header names."""
        if not patient_id or key in self._of_key:
            return set()
        self._of_key[key] = patient_id, person
        people = self._people.get(patient_id)
        if people is None:
            first = self._alone.setdefault(patient_id, key)
            if first == key:
                return set()
            del self._alone[patient_id]
            people = self._people[patient_id] = {self._of_key[first][1]: {first}}
        is_new = person not in people
        people.setdefault(person, set()).add(key)
        return self._others(people, key) if is_new else set()

    def remove(self, key: str) -> set[str]:
        """A study is gone."""
        patient_id, person = self._of_key.pop(key, ("", None))
        if person is None:
            return set()
        people = self._people.get(patient_id)
        if people is None:
            del self._alone[patient_id]
            return set()
        people[person].discard(key)
        if people[person]:
            return set()
        del people[person]
        return self._others(people, key)

    def contradicts(self, key: str) -> bool:
        """Does another study say that the patient ID is somebody else's?"""
        patient_id, person = self._of_key.get(key, ("", None))
        return person is not None and any(person.is_not(other) for other in self._people.get(patient_id, ()))

    @staticmethod
    def _others(people: dict[Person, set[str]], key: str) -> set[str]:
        # A placeholder such as ANON may stand for thousands: telling all of them each time would take minutes.
        return set().union(*people.values()) - {key} if len(people) <= _FEW else set()


def with_conflicts(entry: WorklistEntry, is_somebody_else_too: bool) -> WorklistEntry:
    """The study with a flag at each image that another contradicts.

    What a file holds is known once it was scored; files of equal content are one image that lies here twice.
    """
    general = [OTHER_PERSON] if is_somebody_else_too else []
    doubled = _doubled(entry.images) if len(entry.images) > 1 else set()
    if not general and not doubled:
        return entry
    images = [_flagged(image, [*general, *[SAME_NUMBER] * (image.path in doubled)]) for image in entry.images]
    return replace(entry, images=tuple(images))


def conflicts_of(images: Iterable[ImageEntry]) -> tuple[str, ...]:
    """What contradicts these images, each once; () for nothing."""
    found = {flag for image in images if image.radiograph is not None for flag in image.radiograph.flags}
    return tuple(flag for flag in CONFLICTS if flag in found)


def remarks_of(image: ImageEntry) -> tuple[str, ...]:
    """What header, reader and checks found odd about one image, conflicts apart."""
    header = image.radiograph.flags if image.radiograph is not None else ()
    found = dict.fromkeys((*header, *(image.prediction.flags if image.prediction is not None else ())))
    return tuple(flag for flag in found if flag not in CONFLICTS)


def all_with_conflicts(entries: Sequence[WorklistEntry]) -> list[WorklistEntry]:
    """The same studies, each flagged by what the others say of its patient and by what its own files say."""
    namesakes = Namesakes()
    for entry in entries:
        namesakes.put(entry.key, entry.radiograph)
    return [with_conflicts(entry, namesakes.contradicts(entry.key)) for entry in entries]


def _doubled(images: Iterable[ImageEntry]) -> set[str]:
    contents: dict[str, dict[str, str]] = {}
    for image in images:
        number = image.radiograph.sop_instance_uid if image.radiograph else ""
        if number and image.prediction and image.prediction.content_hash:
            contents.setdefault(number, {})[image.path] = image.prediction.content_hash
    return {path for held in contents.values() if len(set(held.values())) > 1 for path in held}


def _flagged(image: ImageEntry, flags: list[str]) -> ImageEntry:
    if image.radiograph is None or not flags:
        return image
    return replace(image, radiograph=replace(image.radiograph, flags=(*image.radiograph.flags, *flags)))
