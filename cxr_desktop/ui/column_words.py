"""What stands in each column of words, as one or two short lines; pure, knows no widget and paints nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication

from cxr_desktop.bridge.worklist_columns import Column
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import GateClass
from cxr_desktop.domain.triage import Ordering
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState, WorklistEntry
from cxr_desktop.ui import wait_words, wording

Lines = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """Who reads and when: ``now`` is UTC seconds, ``today`` the reader's date."""

    hide_identity: bool
    card: ModelCard | None
    now: float
    today: date
    ordering: Ordering


def _tr(text: str) -> str:
    return QCoreApplication.translate("column_words", text)


def lines(column: Column, entry: WorklistEntry, reading: Reading) -> Lines:
    """The upper and the lower line of a cell, either may be "". Only for columns of words: see ``WORDED``."""
    return WORDED[column](entry, reading)


def group(name: str) -> str:
    """The line above a group, by ``Head.name``."""
    words = {
        "above": _tr("Above both operating points"),
        "not_scored": _tr("Not scored: please look at these"),
        "between": _tr("Between the operating points"),
        "waiting": _tr("Waiting to be scored"),
        "below": _tr("Below both operating points"),
        "not_an_image": _tr("Not images"),
        ReadState.UNREAD.value: _tr("Unread"),
        ReadState.IN_READING.value: _tr("In reading"),
        ReadState.READ.value: _tr("Read"),
        Urgency.STAT.value: _tr("STAT"),
        Urgency.HIGH.value: _tr("High priority"),
        Urgency.ROUTINE.value: _tr("Routine"),
    }
    return words[name]


def _gate(entry: WorklistEntry, reading: Reading) -> Lines:
    prediction = entry.leading.prediction
    gate = prediction.gate if prediction is not None else None
    if prediction is None or gate is None:
        return "", ""
    words = {
        GateClass.FRONTAL_CHEST: _tr("Frontal chest"),
        GateClass.LATERAL_CHEST: _tr("Lateral chest"),
        GateClass.NOT_CHEST: _tr("Not a chest"),
        GateClass.NO_CONTENT: _tr("Nothing to see"),
        GateClass.TURNED: _tr("Turned"),
        GateClass.INVERTED: _tr("Inverted"),
        GateClass.CROPPED: _tr("Cropped"),
        GateClass.UNFAMILIAR: _tr("Unfamiliar"),
    }
    stopped = _tr("scored on request") if prediction.override else _tr("stopped")
    return words[gate.gate_class], _tr("usable") if gate.usable else stopped


def _patient(entry: WorklistEntry, reading: Reading) -> Lines:
    hidden = reading.hide_identity
    return wording.patient_title(entry, hidden), wording.patient_details(entry, hidden)


def _of_header(attribute: str, identifies: bool = False) -> Callable[[WorklistEntry, Reading], Lines]:
    def read(entry: WorklistEntry, reading: Reading) -> Lines:
        header = entry.radiograph
        shown = header is not None and not (identifies and reading.hide_identity)
        return wording.plain(getattr(header, attribute)) if shown else "", ""

    return read


def _age(entry: WorklistEntry, reading: Reading) -> Lines:
    header = entry.radiograph
    if header is None:
        return "", ""
    return " ".join(part for part in (wording.age(header), wording.plain(header.patient_sex)[:1]) if part), ""


def _study(entry: WorklistEntry, reading: Reading) -> Lines:
    return wording.study_moment(entry.radiograph, reading.today), wording.study_details(entry)


def _description(entry: WorklistEntry, reading: Reading) -> Lines:
    header = entry.radiograph
    if header is None:
        return "", ""
    return wording.plain(header.study_description), wording.plain(header.series_description)


def _view(entry: WorklistEntry, reading: Reading) -> Lines:
    header = entry.radiograph
    return wording.view(header), wording.source(header) if header is not None else ""


def _file(entry: WorklistEntry, reading: Reading) -> Lines:
    return "" if reading.hide_identity else wording.file_name(entry.leading.path), ""


def _state(entry: WorklistEntry, reading: Reading) -> Lines:
    return wording.read_state(entry.read_state), wording.score_state(entry.state)


def _reader(entry: WorklistEntry, reading: Reading) -> Lines:
    if entry.read_state is not ReadState.READ or entry.read_at is None:
        return "", ""
    when = datetime.fromtimestamp(entry.read_at, UTC).astimezone()
    moment = when.strftime("%H:%M") if when.date() == reading.today else when.strftime("%Y-%m-%d %H:%M")
    name = wording.plain(entry.read_by)
    return (name, moment) if name else (moment, "")


def _wait(entry: WorklistEntry, reading: Reading) -> Lines:
    urgent = entry.urgency is not Urgency.ROUTINE
    waited = wait_words.cell(entry, reading.ordering, reading.now)[0]
    return waited, wait_words.urgency(entry.urgency) if urgent else ""


WORDED: dict[Column, Callable[[WorklistEntry, Reading], Lines]] = {
    Column.GATE: _gate,
    Column.PATIENT: _patient,
    Column.PATIENT_ID: _of_header("patient_id", identifies=True),
    Column.AGE: _age,
    Column.STUDY: _study,
    Column.ACCESSION: _of_header("accession_number", identifies=True),
    Column.DESCRIPTION: _description,
    Column.MODALITY: _of_header("modality"),
    Column.VIEW: _view,
    Column.IMAGES: lambda entry, reading: (wording.number(len(entry.images)), ""),
    Column.SOURCE: lambda entry, reading: (wording.source(entry.radiograph), ""),
    Column.FILE: _file,
    Column.STATE: _state,
    Column.PRIORITY: lambda entry, reading: (wait_words.urgency(entry.urgency), ""),
    Column.IMPRESSION: lambda entry, reading: (wording.impression(entry, reading.card), ""),
    Column.READER: _reader,
    Column.WAIT: _wait,
}
