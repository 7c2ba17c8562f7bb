"""The worklist as a table for a terminal; no pixels. Foreign text is plain text here, never markup."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Correction, Finding, Prediction, RiskBand, Status
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.export import wording
from cxr_desktop.export.map_place import map_place
from cxr_desktop.export.wording import BLANK, format_probability, probability_of

_COLOURS = {RiskBand.ABOVE: "#E5634D", RiskBand.BETWEEN: "#E0A33B", RiskBand.BELOW: "#4BA38B"}
_SHORT = {
    RiskBand.ABOVE: "above both points",
    RiskBand.BETWEEN: "between the points",
    RiskBand.BELOW: "below both points",
}
_BAR = 10
_POINTS = "Points: the two operating points of the model. "
_SECOND = "Second: another model's number; ≠ where one is below its points and the other above. "


def _bar(value: float) -> str:
    """A bar of ten cells in eighths; terminals without block characters still have the number."""
    eighths = round(min(1.0, max(0.0, value)) * _BAR * 8)
    return "█" * (eighths // 8) + ("", *"▏▎▍▌▋▊▉")[eighths % 8]


def worklist_table(
    entries: Sequence[WorklistEntry], card: ModelCard | None = None, show_identity: bool = False
) -> Table:
    """Rows in the order given (``studies.in_order``); names only where asked for."""
    with_second = any(p is not None and p.second is not None for p in (e.leading.prediction for e in entries))
    table = Table(
        box=SIMPLE_HEAD,
        pad_edge=False,
        caption=f"{_POINTS}{_SECOND if with_second else ''}{wording.CAPTION}",
        caption_justify="left",
    )
    interest = card.class_of_interest if card is not None else Finding.COVID19
    table.add_column(wording.finding_label(interest, card), justify="right", no_wrap=True)
    table.add_column("", width=_BAR, no_wrap=True)
    table.add_column("Patient" if show_identity else "Study", overflow="ellipsis", no_wrap=True, ratio=3)
    table.add_column("Kind", overflow="ellipsis", no_wrap=True)
    others = [f for f in (card.findings if card is not None else KNOWN_FINDINGS) if f != interest]
    for finding in others:
        table.add_column(wording.finding_label(finding, card), justify="right", no_wrap=True)
    if with_second:
        table.add_column("Second", justify="right", no_wrap=True)
    table.add_column("State", overflow="fold", ratio=4)
    for number, entry in enumerate(entries, start=1):
        prediction = entry.leading.prediction
        scored = prediction is not None and prediction.status is Status.SCORED
        style = _COLOURS.get(entry.band, "") if entry.band else ""
        state = wording.outcome(prediction) if prediction else "Waiting"
        if scored and entry.band:
            state = _SHORT[entry.band]
        remarks = _remarks(prediction) if prediction is not None else []
        numbers = [probability_of(prediction, finding) if prediction else None for finding in others]
        table.add_row(
            Text(format_probability(entry.risk, 2) or BLANK, style=f"bold {style}".strip()),
            Text(_bar(entry.risk) if entry.risk is not None else "", style=style),
            Text(_name(entry, number, show_identity)),
            Text(wording.kind(entry.radiograph) or BLANK),
            *(Text(format_probability(value, 2) or BLANK) for value in numbers),
            *([_second(prediction)] if with_second else []),
            Text("; ".join((state, *remarks)), style=style if scored else "yellow"),
        )
    return table


def _second(prediction: Prediction | None) -> Text:
    """The second model's number, marked where the two disagree about the band."""
    opinion = prediction.second if prediction is not None else None
    if prediction is None or opinion is None:
        return Text(BLANK)
    number = format_probability(opinion.risk, 2) or BLANK
    if prediction.disagreement is None:
        number = f"{wording.finding_label(opinion.risk_finding)} {number}"  # it is about another class
    return Text(f"{number} ≠", style="bold") if prediction.bands_differ else Text(number)


def _remarks(prediction: Prediction) -> list[str]:
    """What a reader must know beside the state, in few words."""
    done = Correction(prediction.quarter_turns % 4, prediction.inverted)
    place = map_place(prediction)
    weak = prediction.risk_band is RiskBand.BELOW
    remarks = [wording.correction(done), wording.offer(prediction.gate)]
    remarks.append("against the gate's advice" if prediction.override and _was_stopped(prediction) else "")
    remarks.append("models disagree" if prediction.bands_differ else "")
    remarks.append("map mostly outside the lungs" if place is not None and place.is_suspect and not weak else "")
    return [remark for remark in remarks if remark]


def _was_stopped(prediction: Prediction) -> bool:
    return prediction.gate is not None and not prediction.gate.usable


def _name(entry: WorklistEntry, number: int, show_identity: bool) -> str:
    if not show_identity:
        return f"Study {number}"
    header = entry.radiograph
    return (wording.person(header.patient_name) if header else "") or wording.file_name(entry.leading.path)
