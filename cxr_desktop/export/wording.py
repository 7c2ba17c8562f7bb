"""Numbers and states in words for files and terminals, one way for all of them; no pixels, no layout."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from math import isfinite

from cxr_desktop.domain.impression import Impression, Verdict
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import (
    Correction,
    Finding,
    Prediction,
    QualityVerdict,
    RiskBand,
    ScoredBy,
    Status,
    in_column_order,
)
from cxr_desktop.domain.radiograph import Radiograph

CAPTION = "Research use only. Not for primary diagnosis."
BLANK = "—"
WITHOUT_IDENTITY = (
    "Names, numbers, dates, descriptions, notes and file names are left out. The key of a study is the same in every "
    "file of one export and in no other."
)

_DIRECTIONS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
BANDS = {
    RiskBand.ABOVE: "above both operating points",
    RiskBand.BETWEEN: "between the operating points",
    RiskBand.BELOW: "below both operating points",
}
_STATUS = {Status.SCORED: "Scored", Status.NOT_SCORED: "Not scored", Status.NOT_AN_IMAGE: "Not an image"}


def format_probability(value: float | None, decimals: int = 6) -> str:
    """The one way in which exports print a probability: fixed decimals, "" for a class that the model does not have.

    Files carry six decimals, pages that people read two.
    """
    return "" if value is None or not isfinite(value) else f"{value:.{decimals}f}"


def finding_label(finding: Finding, card: ModelCard | None = None) -> str:
    """The name of a class as a reader sees it; a card may have words of its own for it."""
    return plain(card.label_of(finding)) if card is not None else finding.label


def probability_of(prediction: Prediction, finding: Finding) -> float | None:
    """``None`` where the image was not scored or the model lacks the class."""
    return prediction.probabilities.get(finding) if prediction.status is Status.SCORED else None


def per_cent(value: float) -> str:
    """A share as per cent; a decimal where whole numbers would claim 0 or 100."""
    if not isfinite(value):
        return BLANK
    text = f"{100 * value:.0f}"
    return f"{100 * value:.1f} %" if (text == "100" and value < 1) or (text == "0" and value > 0) else f"{text} %"


def with_interval(value: float, interval: tuple[float, float]) -> str:
    """``98 % [93–99]``"""
    return f"{per_cent(value)} [{100 * interval[0]:.0f}–{100 * interval[1]:.0f}]"


def point_rows(card: ModelCard) -> list[tuple[str, ...]]:
    """What each operating point did on test images: finding, how chosen, threshold, sensitivity and specificity with
    their intervals, images with and without the finding."""
    return [
        (
            finding_label(finding, card),
            plain(point.target),
            format_probability(point.threshold, 3),
            with_interval(point.sensitivity, point.sensitivity_interval),
            with_interval(point.specificity, point.specificity_interval),
            f"{point.true_positives + point.false_negatives:,}",
            f"{point.true_negatives + point.false_positives:,}",
        )
        for finding in card.findings
        for point in card.operating_points_of(finding)
    ]


def measured_on(card: ModelCard) -> str:
    """On which images the operating points were measured, "" where the card does not say."""
    places = dict.fromkeys(plain(point.measured_on) for point in card.operating_points if point.measured_on)
    return f"Measured on: {'; '.join(places)}" if places else ""


def band(value: RiskBand | None) -> str:
    """Where the risk stands against the operating points."""
    return BANDS[value] if value is not None else "no operating points"


def outcome(prediction: Prediction) -> str:
    """``Scored``, or why not: ``Not scored: lateral view``."""
    words, reason = _STATUS[prediction.status], plain(prediction.reason)
    if words.lower() in reason.lower():
        return reason[:1].upper() + reason[1:]
    return f"{words}: {reason}" if reason else words


def gate(verdict: QualityVerdict | None, override: bool) -> str:
    """What the gate made of the pixels."""
    if verdict is None:
        return "not asked"
    if verdict.usable:
        return "frontal chest, usable"
    return f"{plain(verdict.reason)}, scored on request" if override else plain(verdict.reason)


_TURNS = {1: "turned 90° counter-clockwise", 2: "turned by 180°", 3: "turned 90° clockwise"}


def correction(done: Correction) -> str:
    """``turned 90° clockwise, black and white exchanged``; "" where nothing is done."""
    words = (_TURNS.get(done.quarter_turns % 4, ""), "black and white exchanged" if done.inverted else "")
    return ", ".join(word for word in words if word)


_OPINIONS = {Verdict.AGREE: "agrees", Verdict.DISAGREE: "disagrees", Verdict.UNSURE: "unsure"}


def verdicts(said: Impression, card: ModelCard | None = None) -> str:
    """``Disagrees with the model; agrees about COVID-19; disagrees about Normal``; "" where nothing was judged."""
    parts = [f"{_OPINIONS[said.verdict]} with the model"] if said.verdict in (Verdict.AGREE, Verdict.DISAGREE) else []
    parts += ["unsure of the model's answer"] if said.verdict is Verdict.UNSURE else []
    for verdict in (Verdict.AGREE, Verdict.DISAGREE):
        names = [finding_label(finding, card) for finding, judged in said.verdicts if judged is verdict]
        if names and (said.verdict is not Verdict.AGREE or len(names) < len(said.verdicts)):
            parts.append(f"{_OPINIONS[verdict]} about {', '.join(names)}")
    words = "; ".join(parts)
    return words[:1].upper() + words[1:]


def offer(verdict: QualityVerdict | None) -> str:
    """What would make a stopped image usable, "" where nothing is offered."""
    done = correction(verdict.correction) if verdict is not None and verdict.correction is not None else ""
    return f"usable if {done}" if done else ""


def disagreement(prediction: Prediction) -> str:
    """How far the two models lie apart, as a sentence without its stop; "" where there is one only."""
    apart = prediction.disagreement
    if apart is None:
        return ""
    words = f"The two models differ by {format_probability(apart, 2)}"
    return (
        f"{words}: one puts the risk below its operating points, the other above" if prediction.bands_differ else words
    )


def engine(scored_by: ScoredBy) -> str:
    """``cpu, fp32, openvino``"""
    return ", ".join((scored_by.device, scored_by.precision, scored_by.backend))


def plain(text: str) -> str:
    """Foreign text without control and direction characters, which could rearrange what stands around it."""
    return "".join(
        " " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c
        for c in text
        if unicodedata.bidirectional(c) not in _DIRECTIONS
    )


def readable_path(path: str) -> str:
    """A path whose odd bytes are written as ``\\xNN``, so that it fits into UTF-8."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def one_line(text: str) -> str:
    """Control characters as ``\\xNN``: a row of a table stays one line, and the name can still be told."""
    return "".join(f"\\x{ord(c):02x}" if unicodedata.category(c) == "Cc" else c for c in text)


def file_name(path: str) -> str:
    """The file's own name, printable."""
    return plain(readable_path(os.path.basename(path)))


def person(name: str) -> str:
    """A DICOM person name as ``FAMILY, Given``."""
    for group in name.split("="):
        parts = [" ".join(part.split()) for part in plain(group).split("^")]
        rest = " ".join(part for part in parts[1:3] if part)
        if parts[0] or rest:
            return ", ".join(part for part in (parts[0], rest) if part)
    return ""


def age_and_sex(header: Radiograph | None) -> str:
    """``61 M``; what is unknown is left out."""
    if header is None:
        return ""
    age = header.patient_age.strip().upper()
    years = ""
    if age[-1:] in ("Y", "M", "W", "D") and age[:-1].isdigit():
        years = f"{int(age[:-1])}" + {"Y": "", "M": " mo", "W": " wk", "D": " d"}[age[-1]]
    return " ".join(part for part in (years, plain(header.patient_sex)[:1]) if part)


def study_moment(header: Radiograph | None) -> str:
    """``2026-03-02 08:12``, as the modality wrote it; "" where it did not."""
    if header is None:
        return ""
    try:
        day = datetime.strptime(header.study_date, "%Y%m%d").date().isoformat()
    except ValueError:
        day = ""
    digits = header.study_time.split(".")[0]
    clock = f"{digits[:2]}:{digits[2:4]}" if len(digits) >= 4 and digits[:4].isdigit() else ""
    return f"{day} {clock}".strip()


def kind(header: Radiograph | None) -> str:
    """``DX CHEST PA``, or the raster format."""
    if header is None:
        return ""
    words = [plain(part) for part in (header.modality, header.body_part_examined, header.view_position)]
    return " ".join(word for word in words if word) or header.source.value.upper()


def moment(stamp: datetime) -> str:
    """``2026-03-02 08:12 UTC+01:00``"""
    offset = stamp.strftime("%z")
    zone = f" UTC{offset[:3]}:{offset[3:5]}" if offset else ""
    return f"{stamp:%Y-%m-%d %H:%M}{zone}"


def logits_in_order(logits: Mapping[Finding, float]) -> list[tuple[Finding, float]]:
    """In the order of columns."""
    return [(finding, logits[finding]) for finding in in_column_order(logits)]
