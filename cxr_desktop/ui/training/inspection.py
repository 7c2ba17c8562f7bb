"""What `inspect` found in a data set, as values with types, and what is to be said about it; knows no widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from cxr_desktop.domain.prediction import Finding
from cxr_desktop.ui import wording
from cxr_desktop.ui.training.notes import Kind

SPLITS = ("train", "val", "test")
_PROBLEMS_SHOWN = 12


def _tr(text: str) -> str:
    return QCoreApplication.translate("inspection", text)


def class_label(name: str, labels: Mapping[str, str] | None = None) -> str:
    """A class as readers call it."""
    if labels and labels.get(name):
        return labels[name]
    try:
        return Finding(name).label
    except ValueError:
        return wording.plain(name)


@dataclass(frozen=True, slots=True)
class ClassCount:
    """Images of one class in the three splits."""

    name: str
    label: str
    train: int
    val: int
    test: int

    @property
    def all(self) -> int:
        """In all splits."""
        return self.train + self.val + self.test


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """One small picture."""

    file: str
    name: str
    split: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """One data set. ``mapping``: label of the data → class as the program understands it."""

    kind: str
    images: int
    patients: int | None
    classes: tuple[ClassCount, ...]
    labels: Mapping[str, int]
    mapping: Mapping[str, str]
    sources: Mapping[str, Mapping[str, int]]
    problems: tuple[tuple[str, str], ...]
    problem_count: int
    warnings: tuple[str, ...]
    errors: tuple[str, ...]
    thumbnails: tuple[Thumbnail, ...]

    def summary(self) -> str:
        """``1,300 images · 4 classes · 812 patients``."""
        parts = [
            _tr("{0} images").format(wording.number(self.images)),
            _tr("{0} classes").format(wording.number(len(self.classes))),
        ]
        if self.patients is not None:
            parts.append(_tr("{0} patients").format(wording.number(self.patients)))
        return " · ".join(parts)


def read_inspection(found: Mapping[str, Any]) -> Inspection:
    """The JSON of `inspect`; what is absent is empty."""
    classes = tuple(
        ClassCount(name, class_label(name, {name: str(row.get("label") or "")}), *(_count(row, s) for s in SPLITS))
        for name, row in _table(found, "classes").items()
        if isinstance(row, Mapping)
    )
    labels = {str(k): v for k, v in _table(found, "labels").items() if isinstance(v, int)}
    patients = found.get("patients")
    return Inspection(
        kind=str(found.get("kind") or ""),
        images=_count(found, "images"),
        patients=patients if isinstance(patients, int) else None,
        classes=classes,
        labels=labels,
        mapping={str(k): str(v) for k, v in _table(found, "mapping").items()},
        sources={str(k): dict(v) for k, v in _table(found, "sources").items() if isinstance(v, Mapping)},
        problems=tuple((str(p.get("file", "")), str(p.get("reason", ""))) for p in _rows(found, "problems")),
        problem_count=max(_count(found, "problem_count"), len(_rows(found, "problems"))),
        warnings=tuple(sentence(str(words)) for words in found.get("warnings") or ()),
        errors=tuple(sentence(str(words)) for words in found.get("errors") or ()),
        thumbnails=tuple(
            Thumbnail(str(t.get("file", "")), str(t.get("class", "")), str(t.get("split", "")))
            for t in _rows(found, "thumbnails")
        ),
    )


def sentence(words: str) -> str:
    """What a child says in passing, as a sentence of the window."""
    words = words.strip()
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "?", ":")) or not words else ".")


def notes_of(found: Inspection) -> list[tuple[Kind, str]]:
    """Everything worth a sentence, the gravest first."""
    notes = [(Kind.ERROR, words) for words in found.errors]
    notes += [(Kind.WARNING, words) for words in found.warnings]
    if any(len(origins) == 1 for origins in found.sources.values()) and len(_all_sources(found)) > 1:
        notes.append((Kind.INFO, trap_words()))
    if found.problems:
        notes.append((Kind.WARNING, problem_words(found.problems, found.problem_count)))
    return notes


def trap_words() -> str:
    """The shortcut trap, in plain words."""
    return _tr(
        "Where a class comes from one place only, a model can learn to recognise the place (its markers, borders, "
        "machine) and look right without looking at the lungs. Add images of that class from the other places."
    )


def problem_words(problems: Sequence[tuple[str, str]], count: int) -> str:
    """How many files are left out, and why: ``3 files are left out: scan.png (truncated), …``."""
    shown = [f"{wording.file_name(file)} ({reason.rstrip('.')})" for file, reason in problems[:_PROBLEMS_SHOWN]]
    if count > len(shown):
        shown.append(_tr("and {0} more").format(wording.number(count - len(shown))))
    head = _tr("1 file is left out: {0}") if count == 1 else _tr("{1} files are left out: {0}")
    return head.format(", ".join(shown), wording.number(count))


def _all_sources(found: Inspection) -> set[str]:
    return {origin for origins in found.sources.values() for origin in origins}


def _table(found: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = found.get(key)
    return value if isinstance(value, Mapping) else {}


def _rows(found: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = found.get(key)
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def _count(row: Mapping[str, Any], key: str) -> int:
    value = row.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
