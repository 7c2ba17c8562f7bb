"""The filter's fields, words and troubles in plain words; pure, knows no widget."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cxr_desktop.ui import wording
from cxr_desktop.worklist.query import Problem, Trouble


def _tr(text: str) -> str:
    return QCoreApplication.translate("filter", text)


def about_field(name: str) -> str:
    """What a field compares; a class of the model where it is none of the fixed ones."""
    words = {
        "risk": _tr("Risk, 0 to 1 or in %"),
        "disagree": _tr("How far the second model differs"),
        "agree": about_opinion("agree"),
        "priority": _tr("stat, high or routine"),
        "gate": _tr("What the check made of the image"),
        "impression": _tr("What the reader said; none for nothing"),
        "reader": _tr("Who read the study"),
        "name": _tr("Part of the patient's name"),
        "id": _tr("Part of the patient ID"),
        "age": _tr("Age in years"),
        "sex": _tr("F, M or O"),
        "date": _tr("Study date, or part of it"),
        "waiting": _tr("Time since arrival: m, h or d"),
        "accession": _tr("Part of the accession number"),
        "description": _tr("Part of a description"),
        "modality": _tr("CR, DX and others"),
        "view": _tr("PA, AP, LL and others"),
        "body": _tr("Body part examined"),
        "images": _tr("Number of images"),
        "file": _tr("Part of a file name"),
        "source": _tr("dicom, png, jpeg or tiff"),
    }
    return words.get(name) or _tr("Probability of this class")


def about_opinion(name: str) -> str:
    """What ``agree:`` and ``disagree:`` with the name of a class mean."""
    if name == "agree":
        return _tr("The reader agrees with the model about this class")
    return _tr("The reader disagrees with the model about this class")


def about_word(name: str) -> str:
    """What a word means that stands alone."""
    words = {
        "unread": _tr("Nobody has read them"),
        "reading": _tr("In reading"),
        "read": _tr("Read"),
        "scored": _tr("With a score"),
        "not-scored": _tr("Stopped by the check, or not readable"),
        "waiting": _tr("Waiting to be scored"),
        "scoring": _tr("Being scored"),
        "not-an-image": _tr("Files that are no images"),
        "above": _tr("Above both operating points"),
        "between": _tr("Between the operating points"),
        "below": _tr("Below both operating points"),
        "stat": _tr("Most urgent"),
        "disagree": _tr("The two models contradict each other"),
    }
    return words[name]


def negation() -> str:
    """What a minus before a word does."""
    return _tr("Not: a minus before any word")


def problem(found: Problem, hide_identity: bool = False) -> str:
    """One sentence on what is wrong with a word, and how it could be written; a field that is none may be a name."""
    words = {
        Trouble.NO_SUCH_FIELD: _tr("There is no field “{0}”. Quotation marks make it plain text."),
        Trouble.NO_VALUE: _tr("“{0}” needs a value, for example {1}"),
        Trouble.NEEDS_NUMBER: _tr("“{0}” needs a number, for example {1}"),
        Trouble.NEEDS_DURATION: _tr("“{0}” needs a time, for example {1}"),
        Trouble.NEEDS_DATE: _tr("“{0}” needs a date, for example {1}"),
        Trouble.NEEDS_CLASS: _tr("“{0}” needs a class of the model, for example {1}"),
        Trouble.NEEDS_COLON: _tr("“{0}” is compared with a colon, for example {1}"),
    }
    hidden = hide_identity and found.trouble is Trouble.NO_SUCH_FIELD
    return words[found.trouble].format("…" if hidden else wording.plain(found.field), found.example)


def problems(found: Sequence[Problem], hide_identity: bool = False) -> str:
    """What is wrong with a filter, "" for nothing."""
    if not found:
        return ""
    return "\n".join(
        [*(problem(each, hide_identity) for each in found), _tr("This part of the filter is left out until then.")]
    )
