"""What the export dialog calls forms, scopes, endings and reasons; knows no widget."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from cxr_desktop.export.job import Form
from cxr_desktop.export.written import Ending, Skip, Written
from cxr_desktop.ui import wording


def _tr(text: str) -> str:
    return QCoreApplication.translate("export", text)


class Scope(StrEnum):
    """Which studies."""

    STUDY = "study"
    SELECTED = "selected"
    SHOWN = "shown"
    ALL = "all"


def scope(value: Scope, count: int) -> str:
    """A scope with its number of studies."""
    words = {
        Scope.STUDY: _tr("This study"),
        Scope.SELECTED: _tr("Selected · {0}"),
        Scope.SHOWN: _tr("List as filtered · {0}"),
        Scope.ALL: _tr("All · {0}"),
    }
    return words[value].format(wording.number(count))


def form(value: Form) -> tuple[str, str]:
    """A form's name and one line about it."""
    words = {
        Form.XLSX: (_tr("Excel workbook"), _tr("The list with typed columns and their meaning")),
        Form.CSV: (_tr("CSV table"), _tr("The same list as plain text")),
        Form.PDF: (_tr("PDF report"), _tr("Image, heat map, evidence and impression")),
        Form.HTML: (_tr("HTML report"), _tr("One page for any browser, works offline")),
        Form.PNG: (_tr("PNG pictures"), _tr("The overlay of every scored image")),
        Form.JSONL: (_tr("JSON lines"), _tr("Every number of every image, for programs")),
        Form.SR: (_tr("DICOM Structured Report"), _tr("Probabilities per study (TID 1500), unverified")),
        Form.SC: (_tr("DICOM Secondary Capture"), _tr("The overlay as a new series of the study")),
    }
    return words[value]


def identity(shown: bool, with_dicom: bool) -> str:
    """What the choice about identity means for the chosen forms."""
    if shown and with_dicom:
        return _tr(
            "Files say who the patients are. DICOM objects belong to the study of their source and can be filed beside "
            "it."
        )
    if shown:
        return _tr("Files say who the patients are: names, numbers, dates, notes and paths.")
    if with_dicom:
        return _tr(
            "No names, numbers, dates, notes or paths; one key per study, the same in every file. DICOM objects get "
            "new UIDs (PS3.15 basic profile), so no archive can file them beside their study. Text within pixels stays."
        )
    return _tr(
        "No names, numbers, dates, notes or paths; one key per study, the same in every file. Text within pixels stays."
    )


def path(folder: Path) -> str:
    """A path, from left to right also in a window that is laid out from right to left."""
    return f"\u200e{wording.plain(str(folder))}"


def estimate(files: int, not_dicom: int) -> str:
    """How many files it will be, and what will be missing."""
    words = _tr("{0} files") if files != 1 else _tr("{0} file")
    shown = words.format(wording.number(files))
    if not not_dicom:
        return shown
    lost = _tr("{0}; {1} images are no DICOM files and get no DICOM object")
    if not_dicom == 1:
        lost = _tr("{0}; {1} image is no DICOM file and gets no DICOM object")
    return lost.format(shown, wording.number(not_dicom))


def progress(done: int, total: int, seconds_left: float | None) -> str:
    """``12 of 40 · 1 min 5 s left``"""
    if seconds_left is None:
        return _tr("{0} of {1}").format(wording.number(done), wording.number(total))
    return _tr("{0} of {1} · {2}").format(wording.number(done), wording.number(total), wording.time_left(seconds_left))


def headline(written: Written) -> str:
    """How it ended, in one line."""
    count = wording.number(written.total)
    if written.ending is Ending.DONE:
        return (_tr("{0} file written") if written.total == 1 else _tr("{0} files written")).format(count)
    return {
        Ending.CANCELLED: _tr("Cancelled"),
        Ending.DISK_FULL: _tr("The disk is full"),
        Ending.NO_PERMISSION: _tr("There is no permission to write there"),
        Ending.FOLDER_LOST: _tr("The folder cannot be reached any more"),
        Ending.TAKEN: _tr("A folder of that name is there already"),
        Ending.NOT_WRITTEN: _tr("A file could not be written"),
        Ending.CRASHED: _tr("The export ended unexpectedly"),
    }[written.ending]


def remainder(written: Written) -> str:
    """What of it there is, where it did not end as it should; "" where it did."""
    if written.ending is Ending.DONE:
        return ""
    if written.ending is Ending.CRASHED:
        return _tr("The folder may hold some of the files. The log says more.")
    if not written.total:
        lost = _tr("Nothing was written. A drive or the network was lost.")
        return lost if written.ending is Ending.FOLDER_LOST else _tr("Nothing was written.")
    lost = _tr("{0} files were written whole before that; the rest is missing.")
    if written.total == 1:
        lost = _tr("{0} file was written whole before that; the rest is missing.")
    return lost.format(wording.number(written.total))


def skips(written: Written) -> list[str]:
    """What was left out, and why."""
    words = {
        Skip.NOT_DICOM: (
            _tr("{0} image is no DICOM file: no DICOM object"),
            _tr("{0} images are no DICOM files: no DICOM objects"),
        ),
        Skip.NO_UIDS: (
            _tr("{0} image has no valid UIDs: no DICOM object"),
            _tr("{0} images have no valid UIDs: no DICOM objects"),
        ),
        Skip.UNREADABLE: (
            _tr("{0} image could not be read again"),
            _tr("{0} images could not be read again"),
        ),
    }
    return [
        words[reason][count != 1].format(wording.number(count)) for reason, count in written.skipped.items() if count
    ]


def files(written: Written) -> list[tuple[str, str]]:
    """(form, number of files) in the order of the forms."""
    return [(form(kind)[0], wording.number(written.files[kind])) for kind in _in_order(written.files)]


def _in_order(forms: Iterable[Form]) -> list[Form]:
    found = set(forms)
    return [kind for kind in Form if kind in found]
