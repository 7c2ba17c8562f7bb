"""Earlier studies of the same patient among those of a worklist; knows no file and no list."""

from __future__ import annotations

from collections.abc import Iterable

from cxr_desktop.domain.worklist import WorklistEntry


def patient_of(entry: WorklistEntry) -> str:
    """What tells patients apart: the PatientID as stored, "" where it says nothing."""
    header = entry.radiograph
    return header.patient_id.strip() if header is not None else ""


def moment_of(entry: WorklistEntry) -> str:
    """Date and time of the study as digits that sort; "" where the date is not known."""
    header = entry.radiograph
    if header is None or not header.study_date:
        return ""
    return header.study_date + header.study_time.split(".")[0].ljust(6, "0")


def find_priors(entry: WorklistEntry, entries: Iterable[WorklistEntry]) -> tuple[WorklistEntry, ...]:
    """Studies of the same PatientID with an earlier StudyDate, the latest first.

    Nothing where the study has no PatientID or no date: a guess by name could show another patient's lungs. A study of
    the same day is no prior unless both say at what time they were taken.
    """
    patient, moment = patient_of(entry), moment_of(entry)
    if not patient or not moment:
        return ()
    found = [
        other for other in entries if other.key != entry.key and patient_of(other) == patient and _before(other, entry)
    ]
    return tuple(sorted(found, key=moment_of, reverse=True))


def _before(first: WorklistEntry, second: WorklistEntry) -> bool:
    a, b = first.radiograph, second.radiograph
    if a is None or b is None or not a.study_date:
        return False
    if a.study_date != b.study_date:
        return a.study_date < b.study_date
    return bool(a.study_time and b.study_time) and moment_of(first) < moment_of(second)


def is_doubtful(entry: WorklistEntry, prior: WorklistEntry) -> bool:
    """Whether two studies with one PatientID name different people: an ID is only as good as who typed it."""
    a, b = entry.radiograph, prior.radiograph
    if a is None or b is None:
        return False
    births = {a.patient_birth_date, b.patient_birth_date} - {""}
    names = {_letters(a.patient_name), _letters(b.patient_name)} - {""}
    return len(births) > 1 or len(names) > 1


def _letters(name: str) -> str:
    """Family and given name without case, spaces and signs; the first way in which the name is written."""
    parts = name.split("=")[0].split("^")[:2]
    return "".join(c for c in "".join(parts).casefold() if c.isalnum())
