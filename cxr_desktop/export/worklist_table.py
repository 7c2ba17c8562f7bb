"""The worklist as columns of typed values, one row per study in the order given; knows no file format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from cxr_desktop.domain.conflict import conflicts_of, remarks_of
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding, Status
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.export import wording
from cxr_desktop.export.identity import Identity
from cxr_desktop.export.typed_column import Column, Kind, Row, Value
from cxr_desktop.export.wording import plain, probability_of, readable_path


def columns(card: ModelCard, identity: Identity) -> list[Column]:
    """All columns that may leave, from left to right."""
    every = [*_place(), *_numbers(card), *_checks(), *_study(), *_reading(card), *_origin()]
    return [column for column in every if identity.shown or not column.identifies]


def rows(entries: Iterable[WorklistEntry], identity: Identity) -> Iterator[Row]:
    """In the order given, which is that of the worklist as it was shown."""
    return (Row(number, entry, identity) for number, entry in enumerate(entries, start=1))


def _place() -> list[Column]:
    return [
        Column("No.", Kind.WHOLE, 6, "The study's place in the list when it was exported", lambda row: row.number),
        Column(
            "Key",
            Kind.TEXT,
            11,
            "The study's key in every file of this export; another export has other keys",
            lambda row: row.identity.key(row.entry.key),
        ),
        Column("Reading", Kind.TEXT, 11, "Unread, in reading or read", lambda row: _words(row.entry.read_state.value)),
        Column("Scoring", Kind.TEXT, 13, "Whether the study has a number", lambda row: _words(row.entry.state.value)),
    ]


def _numbers(card: ModelCard) -> list[Column]:
    interest = card.class_of_interest

    def of(finding: Finding) -> Callable[[Row], Value]:
        return lambda row: probability_of(row.prediction, finding) if row.prediction is not None else None

    risk = wording.finding_label(interest, card)
    about = "Calibrated probability, 0 to 1, of {0}: the highest of the study's scored images"
    beside = "Calibrated probability, 0 to 1, of {0} in the same image"
    return [
        Column(f"{risk} risk", Kind.PROBABILITY, 14, about.format(risk), lambda row: row.entry.risk),
        Column("Risk band", Kind.TEXT, 28, "The risk against the operating points of the model", _band),
        *(
            Column(name, Kind.PROBABILITY, 12, beside.format(name), of(finding))
            for finding in card.findings
            if finding != interest and (name := wording.finding_label(finding, card))
        ),
        Column("Second opinion", Kind.PROBABILITY, 15, "The risk by another model", _second),
        Column("Difference", Kind.PROBABILITY, 11, "How far the risks of the two models lie apart", _difference),
        Column("Models disagree", Kind.TEXT, 15, "yes: one is below its points, the other above", _disagree),
    ]


def _checks() -> list[Column]:
    return [
        Column("Check of the image", Kind.TEXT, 26, "What the gate takes the image for, by its pixels", _gate),
        Column("Why not scored", Kind.TEXT, 32, "The reason where there is no number", _reason),
        Column("Scored against advice", Kind.TEXT, 20, "yes: a reader asked for a number", _override),
        Column("Corrected", Kind.TEXT, 24, "What was done to the image before scoring", _corrected),
        Column(
            "Conflicts",
            Kind.TEXT,
            32,
            "What other files here contradict in the study",
            lambda row: plain("; ".join(conflicts_of(row.entry.images))) or None,
        ),
        Column(
            "Remarks",
            Kind.TEXT,
            32,
            "What its header and the checks found odd about the image",
            lambda row: plain("; ".join(remarks_of(row.entry.leading))) or None,
        ),
        Column(
            "Evidence lies in",
            Kind.TEXT,
            22,
            "Where most of the heat map lies",
            lambda row: row.place and row.place.region,
        ),
        Column(
            "Outside the lungs",
            Kind.PROBABILITY,
            16,
            "Share of the heat map there",
            lambda row: row.place and row.place.outside,
        ),
    ]


def _study() -> list[Column]:
    def text(name: str) -> Callable[[Row], Value]:
        return lambda row: plain(str(getattr(row.entry.radiograph, name, "") or "")).strip() or None

    return [
        Column("Patient", Kind.TEXT, 26, "Name as the image's header has it", _patient, True),
        Column("Patient ID", Kind.TEXT, 16, "As the image's header has it", text("patient_id"), True),
        Column("Born", Kind.DATE, 12, "Date of birth", lambda row: _date(text("patient_birth_date")(row)), True),
        Column("Age", Kind.TEXT, 7, "At the study, in years unless it says otherwise; 90+ for 90 and more", _age),
        Column("Sex", Kind.TEXT, 5, "As the image's header has it", text("patient_sex")),
        Column(
            "Study date", Kind.DATE, 12, "As the modality wrote it", lambda row: _date(text("study_date")(row)), True
        ),
        Column(
            "Study time", Kind.TIME, 11, "As the modality wrote it", lambda row: _time(text("study_time")(row)), True
        ),
        Column("Accession", Kind.TEXT, 16, "Accession number", text("accession_number"), True),
        Column("Description", Kind.TEXT, 28, "Of the study", text("study_description"), True),
        Column("Modality", Kind.TEXT, 9, "As the image's header has it", text("modality")),
        Column("Body part", Kind.TEXT, 12, "As the image's header has it", text("body_part_examined")),
        Column("View", Kind.TEXT, 9, "As the image's header has it", text("view_position")),
        Column("Images", Kind.WHOLE, 8, "Files of the study", lambda row: len(row.entry.images)),
    ]


def _reading(card: ModelCard) -> list[Column]:
    def said(row: Row) -> Value:
        found = row.entry.impression.findings if row.entry.impression is not None else ()
        return ", ".join(wording.finding_label(finding, card) for finding in found) or None

    about = "agree, disagree: what the reader thinks of the model's answer about {0}"

    def note(row: Row) -> Value:
        return plain(row.entry.impression.note).strip() or None if row.entry.impression is not None else None

    return [
        Column(
            "Arrived", Kind.MOMENT, 18, "When the study came into the list, UTC", lambda r: _utc(r.entry.added_at), True
        ),
        Column("Read at", Kind.MOMENT, 18, "When it was marked read, UTC", lambda row: _utc(row.entry.read_at), True),
        Column("Impression", Kind.TEXT, 22, "What the reader saw", said),
        Column("Verdict", Kind.TEXT, 11, "What the reader thinks of the model's whole answer", _verdict),
        *(
            Column(f"Verdict on {name}", Kind.TEXT, 14, about.format(name), _verdict_on(finding))
            for finding in card.findings
            if (name := wording.finding_label(finding, card))
        ),
        Column("Note", Kind.TEXT, 34, "The reader's own words", note, True),
    ]


def _origin() -> list[Column]:
    def by(name: str) -> Callable[[Row], Value]:
        def of(row: Row) -> Value:
            made_by = row.prediction.scored_by if row.prediction is not None else None
            return plain(str(getattr(made_by, name))) if made_by is not None else None

        return of

    return [
        Column("Model", Kind.TEXT, 18, "The model that made the number", by("model")),
        Column("Model version", Kind.TEXT, 13, "Its version", by("model_version")),
        Column("Model digest", Kind.TEXT, 20, "SHA-256 of weights, cards and calibration", by("model_digest")),
        Column("Scored at", Kind.MOMENT, 18, "UTC", _scored_at, True),
        Column("File", Kind.TEXT, 40, "The image that stands for the study", _path, True),
    ]


def _verdict(row: Row) -> Value:
    said = row.entry.impression
    return said.verdict.value if said is not None and said.verdict is not None else None


def _verdict_on(finding: Finding) -> Callable[[Row], Value]:
    def of(row: Row) -> Value:
        said = dict(row.entry.impression.verdicts) if row.entry.impression is not None else {}
        return said[finding].value if finding in said else None

    return of


def _words(value: str) -> str:
    words = value.replace("_", " ")
    return words[:1].upper() + words[1:]


def _band(row: Row) -> Value:
    return wording.band(row.entry.band) if row.entry.risk is not None else None


def _second(row: Row) -> Value:
    return row.prediction.second.risk if row.prediction is not None and row.prediction.second is not None else None


def _difference(row: Row) -> Value:
    return row.prediction.disagreement if row.prediction is not None else None


def _disagree(row: Row) -> Value:
    if row.prediction is None or row.prediction.disagreement is None:
        return None
    return "yes" if row.prediction.bands_differ else "no"


def _gate(row: Row) -> Value:
    if row.prediction is None:
        return None
    return wording.gate(row.prediction.gate, row.prediction.override)


def _reason(row: Row) -> Value:
    return plain(row.entry.reason) or None


def _override(row: Row) -> Value:
    return None if row.prediction is None else ("yes" if row.prediction.override else "no")


def _corrected(row: Row) -> Value:
    return wording.correction(row.entry.leading.correction) or None


def _patient(row: Row) -> Value:
    header = row.entry.radiograph
    return (wording.person(header.patient_name) if header is not None else "") or None


def _age(row: Row) -> Value:
    header = row.entry.radiograph
    if header is None:
        return None
    words = row.identity.age_and_sex(header)
    sex = plain(header.patient_sex)[:1]
    return words.removesuffix(sex).strip() or None


def _date(value: Value) -> Value:
    try:
        return datetime.strptime(str(value), "%Y%m%d").date()
    except ValueError:
        return None


def _time(value: Value) -> Value:
    digits = str(value).split(".")[0].ljust(6, "0") if value else ""
    try:
        return datetime.strptime(digits, "%H%M%S").time()
    except ValueError:
        return None


def _utc(seconds: float | None) -> Value:
    return datetime.fromtimestamp(int(seconds), UTC).replace(tzinfo=None) if seconds else None


def _scored_at(row: Row) -> Value:
    prediction = row.prediction
    if prediction is None or prediction.status is not Status.SCORED:
        return None
    try:
        return datetime.fromisoformat(prediction.scored_at).astimezone(UTC).replace(tzinfo=None)
    except ValueError:
        return None


def _path(row: Row) -> Value:
    return wording.one_line(readable_path(row.entry.leading.path))
