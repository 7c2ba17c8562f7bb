"""What a reader wants written, where, and how much that will be; writes nothing and reads no file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.prediction import Status
from cxr_desktop.domain.radiograph import Source
from cxr_desktop.domain.worklist import ImageEntry, ScoreState, WorklistEntry
from cxr_desktop.export.identity import Identity
from cxr_desktop.export.paper import Paper

MOST_PICTURED_STUDIES = 60
"""On one HTML page; the others keep their rows."""

ROWS_PER_STEP = 100
"""Of tables, of which each row is soon written."""


class Form(StrEnum):
    """One kind of result. The value is the suffix of its files."""

    XLSX = "xlsx"
    CSV = "csv"
    JSONL = "jsonl"
    PDF = "pdf"
    HTML = "html"
    PNG = "png"
    SR = "sr"
    SC = "sc"


TABLES = (Form.XLSX, Form.CSV, Form.JSONL)
REPORTS = (Form.PDF, Form.HTML)
_NAMES = {
    Form.XLSX: "worklist.xlsx",
    Form.CSV: "worklist.csv",
    Form.JSONL: "results.jsonl",
    Form.PDF: "report.pdf",
    Form.HTML: "report.html",
    Form.PNG: "overlays",
    Form.SR: "dicom-sr",
    Form.SC: "dicom-sc",
}
_REPORT_FOLDER = "reports"


@dataclass(frozen=True, slots=True)
class ExportJob:
    """``entries`` in the order in which they shall stand. ``places`` names a file for each table, and for a report of
    the whole list; a folder for everything of which there is one per study or image.

    ``new_folder``: must not be there yet; everything else lies in it.
    """

    entries: Sequence[WorklistEntry]
    cards: ModelCards
    places: Mapping[Form, Path]
    new_folder: Path | None = None
    identity: Identity = field(default_factory=Identity)
    report_per_study: bool = False
    paper: Paper = Paper.A4
    banner: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """``files`` by form, ``steps`` of work, and by form of DICOM the images that have no place in it, because their
    files are no DICOM files."""

    files: Mapping[Form, int]
    steps: int
    not_dicom: Mapping[Form, int]

    def files_of(self, forms: Iterable[Form]) -> int:
        """How many files some of the forms are."""
        return sum(self.files.get(form, 0) for form in forms)


def new_folder_in(parent: Path, moment: datetime) -> Path:
    """A name that is free: ``cxr-export-2026-03-02-0812``, with a number behind it where that is taken."""
    name = f"cxr-export-{moment:%Y-%m-%d-%H%M}"
    number, found = 1, parent / name
    while found.exists():
        number += 1
        found = parent / f"{name}-{number}"
    return found


def places_in(folder: Path, forms: Iterable[Form], report_per_study: bool) -> dict[Form, Path]:
    """Where each form goes inside one folder; no name tells anything of a patient."""
    return {
        form: folder / (_REPORT_FOLDER if report_per_study and form in REPORTS else _NAMES[form])
        for form in Form
        if form in set(forms)
    }


def study_name(number: int, entry: WorklistEntry, identity: Identity) -> str:
    """What files about one study are called: its place in the list and its key, also where identity is shown: names of
    files end in lists of recent documents."""
    return f"study-{number:04}-{identity.key(entry.key)}"


def is_paged(entry: WorklistEntry) -> bool:
    """Whether a report has a page for it."""
    return entry.state is not ScoreState.NOT_AN_IMAGE


def scored_images(entry: WorklistEntry) -> list[ImageEntry]:
    """The images of which there is an overlay."""
    return [image for image in entry.images if _is_scored(image)]


def reported_images(entry: WorklistEntry) -> list[ImageEntry]:
    """The images about which a structured report says something: a number, or what the check of them found."""
    images = entry.images
    return [i for i in images if _is_scored(i) or (i.prediction is not None and i.prediction.gate is not None)]


def _is_scored(image: ImageEntry) -> bool:
    return image.prediction is not None and image.prediction.status is Status.SCORED


def is_dicom(image: ImageEntry) -> bool:
    """Whether its header names everything that a DICOM result must refer to."""
    header = image.radiograph
    return (
        header is not None
        and header.source is Source.DICOM
        and all((header.sop_instance_uid, header.series_instance_uid, header.study_instance_uid))
    )


def amount(entries: Sequence[WorklistEntry], forms: Iterable[Form], report_per_study: bool) -> Amount:
    """How much there is to write; a study that turns out unreadable makes it less.

    One pass: a list may hold 100,000 studies, and the reader waits.
    """
    wanted = set(forms)
    paged = pages = first_pages = scored = captures = reports = lost_reports = 0
    for entry in entries:
        if is_paged(entry):
            paged += 1
            pages += len(entry.images)
            first_pages += len(entry.images) if paged <= MOST_PICTURED_STUDIES else 0
        with_report = False
        for image in reported_images(entry):
            dicom, number = is_dicom(image), _is_scored(image)
            scored += number
            captures += number and dicom
            lost_reports += not dicom
            with_report = with_report or dicom
        reports += with_report
    counts = {
        **dict.fromkeys(TABLES, 1),
        **dict.fromkeys(REPORTS, paged if report_per_study else 1),
        Form.PNG: scored,
        Form.SC: captures,
        Form.SR: reports,
    }
    files = {form: count for form, count in counts.items() if form in wanted}
    parts = {Form.PDF: pages, Form.HTML: pages if report_per_study else first_pages}
    parts |= dict.fromkeys(TABLES, len(entries) // ROWS_PER_STEP)
    steps = sum(parts.get(form, 0) + count for form, count in files.items())
    lost = {Form.SR: lost_reports, Form.SC: scored - captures}
    return Amount(files, steps, {form: count for form, count in lost.items() if form in wanted})
