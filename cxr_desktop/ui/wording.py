"""Values in plain words, exactly as a reader sees them everywhere in the window; pure, knows no widget."""

from __future__ import annotations

import html
import os
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime
from math import isnan

from PySide6.QtCore import QCoreApplication

from cxr_desktop.domain.impression import Verdict
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding, Prediction, QualityVerdict, RiskBand, ScoredBy
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.domain.worklist import ReadState, ScoreState, WorklistEntry
from cxr_desktop.ui import reasons
from cxr_desktop.ui.languages import isolated, left_to_right

BLANK = "—"
_GAP = "\u00a0"


def _tr(text: str) -> str:
    return QCoreApplication.translate("wording", text)


def finding_label(finding: Finding, card: ModelCard | None = None) -> str:
    """The name of a class in the reader's language; a card may have words of its own for it."""
    return QCoreApplication.translate("Finding", plain(card.label_of(finding)) if card is not None else finding.label)


def probability(value: float | None) -> str:
    """Two decimals; a class that the model does not have is blank, never 0."""
    return BLANK if value is None or isnan(value) else f"{value:.2f}"


def percent(value: float, fine_above: float = 0.995) -> str:
    """A share in 0…1 as whole per cent; one decimal near 0 and over ``fine_above``, so that only 1 reads 100 %."""
    if isnan(value):
        return BLANK
    per_cent = 100 * value
    if 0 < per_cent < 0.95:
        return left_to_right(f"{max(0.1, per_cent):.1f}{_GAP}%")
    if fine_above <= value < 1:
        return left_to_right(f"{min(99.9, per_cent):.1f}{_GAP}%")
    return left_to_right(f"{per_cent:.0f}{_GAP}%")


def with_interval(value: float, interval: tuple[float, float]) -> str:
    """``98 % [93–99]``."""
    return left_to_right(f"{percent(value)} [{100 * interval[0]:.0f}–{100 * interval[1]:.0f}]")


def number(value: int) -> str:
    """Thousands separated."""
    return f"{value:,}"


def wait(seconds: float) -> str:
    """How long a study has been waiting, in the two coarsest units that matter."""
    minutes = int(max(0.0, seconds) // 60)
    if minutes < 100:
        return _tr("{0} min").format(minutes)
    hours = minutes // 60
    if hours < 48:
        return _tr("{0} h {1:02d}").format(hours, minutes % 60)
    return _tr("{0} d").format(hours // 24)


def time_left(seconds: float) -> str:
    """``1 min 50 s left``."""
    whole = round(max(0.0, seconds))
    if whole >= 3600:
        return _tr("{0} h {1} min left").format(whole // 3600, whole % 3600 // 60)
    if whole >= 60:
        return _tr("{0} min {1} s left").format(whole // 60, whole % 60)
    return _tr("{0} s left").format(whole)


def plain(text: str) -> str:
    """Text from a file, without control and direction characters that could rearrange the line around it."""
    return "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in text if not _is_direction(c))


def escape(text: str) -> str:
    """Plain text for Qt's tooltips, which would take a file's ``<img>`` for markup."""
    return "<div style='white-space:pre-wrap'>" + html.escape(text).replace("\n", "<br>") + "</div>"


def _is_direction(character: str) -> bool:
    return unicodedata.bidirectional(character) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def person(name: str) -> str:
    """A DICOM person name (PS3.5 6.2.1) as ``FAMILY, Given Middle``; the first representation that says something."""
    for group in name.split("="):
        parts = [" ".join(part.split()) for part in plain(group).split("^")]
        family, rest = parts[0], " ".join(part for part in parts[1:3] if part)
        if family or rest:
            return ", ".join(part for part in (family, rest) if part)
    return ""


def file_name(path: str) -> str:
    """The file's own name, printable even where its bytes are not UTF-8."""
    return plain(os.path.basename(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def age(header: Radiograph) -> str:
    """Years, or months and days of a child: DICOM's age, else from the two dates; "" where unknown."""
    text = header.patient_age.strip().upper()
    if len(text) >= 2 and text[:-1].isdigit() and text[-1] in "DWMY":
        count = int(text[:-1])
        units = {"Y": "{0}", "M": _tr("{0} mo"), "W": _tr("{0} wk"), "D": _tr("{0} d")}
        return units[text[-1]].format(count)
    born, taken = day(header.patient_birth_date), day(header.study_date)
    if born is None or taken is None or taken < born:
        return ""
    return str(taken.year - born.year - ((taken.month, taken.day) < (born.month, born.day)))


def day(text: str) -> date | None:
    """A DICOM date, or ``None`` where it is absent or impossible."""
    try:
        return datetime.strptime(text, "%Y%m%d").date()
    except ValueError:
        return None


def clock(text: str) -> str:
    """A DICOM time as ``08:12``; "" where absent."""
    digits = text.split(".")[0]
    return f"{digits[:2]}:{digits[2:4]}" if len(digits) >= 4 and digits[:4].isdigit() else ""


def patient_title(entry: WorklistEntry, hide_identity: bool) -> str:
    """The row's first line: the patient, else the file. Hidden identity leaves the number of arrival."""
    if hide_identity:
        return _tr("Study {0}").format(number(entry.order + 1))
    header = entry.radiograph
    return isolated((person(header.patient_name) if header else "") or file_name(entry.leading.path))


def patient_details(entry: WorklistEntry, hide_identity: bool) -> str:
    """``P-10482 · 61 F``."""
    header = entry.radiograph
    if header is None:
        return ""
    about = " ".join(part for part in (age(header), plain(header.patient_sex)[:1]) if part)
    identity = "" if hide_identity else plain(header.patient_id)
    return isolated(" · ".join(part for part in (isolated(identity), about) if part))


def study_moment(header: Radiograph | None, today: date) -> str:
    """When the study was taken, as the modality wrote it: the time today, else the date and the time."""
    if header is None:
        return BLANK
    taken, time = day(header.study_date), clock(header.study_time)
    if taken is None:
        return time or BLANK
    if taken == today and time:
        return time
    return isolated(f"{taken.isoformat()} {time}".strip())


def study_details(entry: WorklistEntry) -> str:
    """``DX CHEST``, or ``2 × DX CHEST`` where the study has two images."""
    header = entry.radiograph
    if header is None:
        return ""
    kind = " ".join(part for part in (plain(header.modality), plain(header.body_part_examined)) if part)
    count = len(entry.images)
    return isolated(f"{count} × {kind or _tr('image')}" if count > 1 else kind)


def view(header: Radiograph | None) -> str:
    """``PA``, or blank."""
    return (plain(header.view_position) if header else "") or BLANK


def source(header: Radiograph | None) -> str:
    """``DICOM``."""
    return header.source.value.upper() if header else BLANK


def band(value: RiskBand | None) -> str:
    """The band in words."""
    words = {
        RiskBand.ABOVE: _tr("above both operating points"),
        RiskBand.BETWEEN: _tr("between the operating points"),
        RiskBand.BELOW: _tr("below both operating points"),
    }
    return words[value] if value is not None else _tr("no operating points")


def read_state(state: ReadState) -> str:
    """The reading state in words."""
    words = {
        ReadState.UNREAD: _tr("Unread"),
        ReadState.IN_READING: _tr("In reading"),
        ReadState.READ: _tr("Read"),
    }
    return words[state]


def score_state(state: ScoreState) -> str:
    """The engine's state in words."""
    words = {
        ScoreState.WAITING: _tr("Waiting"),
        ScoreState.SCORING: _tr("Scoring"),
        ScoreState.SCORED: _tr("Scored"),
        ScoreState.NOT_SCORED: _tr("Not scored"),
        ScoreState.NOT_AN_IMAGE: _tr("Not an image"),
        ScoreState.HIDDEN: _tr("Score hidden"),
    }
    return words[state]


def reason_words(entry: WorklistEntry) -> str:
    """``Not scored: lateral view``, or the state alone where no reason is due."""
    state = score_state(entry.state)
    return f"{state}: {reasons.words(entry.reason)}" if entry.reason else state


def impression(entry: WorklistEntry, card: ModelCard | None = None) -> str:
    """What the reader said about the study, "" for nothing."""
    said = entry.impression
    if said is None:
        return ""
    words = [finding_label(finding, card) for finding in said.findings]
    if said.verdict is Verdict.AGREE or not said.verdicts:
        words += [opinion(said.verdict)] if said.verdict is not None else []
    else:
        # Which class is wrong says more than that the answer is.
        wanted = Verdict.AGREE if said.verdict is None else Verdict.DISAGREE
        words += class_opinions({f: v for f, v in said.verdicts if v is wanted}, card) or [opinion(wanted)]
    return ", ".join(words) or _tr("Note")


def class_opinions(verdicts: Mapping[Finding, Verdict], card: ModelCard | None = None) -> list[str]:
    """``Agree: COVID-19, Normal`` and ``Disagree: Pneumonia``, what the reader thinks of single classes."""
    found = []
    for verdict in (Verdict.AGREE, Verdict.DISAGREE):
        names = [finding_label(finding, card) for finding, said in verdicts.items() if said is verdict]
        if names:
            found.append(_tr("{0}: {1}").format(opinion(verdict), ", ".join(names)))
    return found


def opinion(verdict: Verdict) -> str:
    """What the reader thinks of the model's answer."""
    words = {Verdict.AGREE: _tr("Agree"), Verdict.DISAGREE: _tr("Disagree"), Verdict.UNSURE: _tr("Unsure")}
    return words[verdict]


def row_sentence(entry: WorklistEntry, hide_identity: bool, card: ModelCard | None = None) -> str:
    """The whole row for a screen reader."""
    prediction = entry.leading.prediction
    if entry.risk is not None and prediction is not None:
        name = finding_label(prediction.risk_finding, card)
        risk = _tr("{0} {1}, {2}").format(name, probability(entry.risk), band(entry.band))
    else:
        risk = reason_words(entry)
    return ". ".join((patient_title(entry, hide_identity), risk, read_state(entry.read_state)))


def turned(quarter_turns: int) -> str:
    """``turned 90° left``; "" for an image that lies as it came."""
    words = {1: _tr("turned 90° left"), 2: _tr("turned 180°"), 3: _tr("turned 90° right")}
    return words.get(quarter_turns % 4, "")


def correction(quarter_turns: int, inverted: bool) -> str:
    """What was done to an image with the reader's consent, "" for nothing."""
    lies = turned(quarter_turns)
    if not inverted:
        return lies
    return _tr("{0} and inverted").format(lies) if lies else _tr("inverted")


def device(scored_by: ScoredBy) -> str:
    """``CPU fp32`` or ``GPU cuda:0 fp16``."""
    name = scored_by.device
    title = "CPU" if name.startswith("cpu") else f"GPU {name}"
    return f"{title} {scored_by.precision}"


def moment(iso: str) -> str:
    """An ISO 8601 UTC stamp in the reader's own time zone; "" where it cannot be read."""
    try:
        stamp = datetime.fromisoformat(iso)
    except ValueError:
        return ""
    if stamp.tzinfo is None:
        stamp = stamp.replace(tzinfo=UTC)
    return stamp.astimezone().strftime("%Y-%m-%d %H:%M:%S")


def verdict(quality: QualityVerdict | None, prediction: Prediction) -> str:
    """What the gate made of the pixels."""
    if quality is None:
        return _tr("not asked")
    if quality.usable:
        return _tr("frontal chest, usable")
    reason = reasons.words(quality.reason)
    return _tr("{0}, scored on request").format(reason) if prediction.override else reason
