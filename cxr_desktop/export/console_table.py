"""The worklist as a table for a terminal; no pixels. Foreign text is plain text here, never markup."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding, RiskBand, Status
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.export import wording
from cxr_desktop.export.wording import BLANK, format_probability, probability_of

_COLOURS = {RiskBand.ABOVE: "#E5634D", RiskBand.BETWEEN: "#E0A33B", RiskBand.BELOW: "#4BA38B"}
_SHORT = {
    RiskBand.ABOVE: "above both points",
    RiskBand.BETWEEN: "between the points",
    RiskBand.BELOW: "below both points",
}
_BAR = 10


def _bar(value: float) -> str:
    """A bar of ten cells in eighths; terminals without block characters still have the number."""
    eighths = round(min(1.0, max(0.0, value)) * _BAR * 8)
    return "█" * (eighths // 8) + ("", *"▏▎▍▌▋▊▉")[eighths % 8]


def worklist_table(
    entries: Sequence[WorklistEntry], card: ModelCard | None = None, show_identity: bool = False
) -> Table:
    """Rows in the order given (``studies.in_order``); names only where asked for."""
    table = Table(
        box=SIMPLE_HEAD,
        pad_edge=False,
        caption=f"Points: the two operating points of the model. {wording.CAPTION}",
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
    table.add_column("State", overflow="fold", ratio=4)
    for number, entry in enumerate(entries, start=1):
        prediction = entry.leading.prediction
        scored = prediction is not None and prediction.status is Status.SCORED
        style = _COLOURS.get(entry.band, "") if entry.band else ""
        state = wording.outcome(prediction) if prediction else "Waiting"
        if scored and entry.band:
            state = _SHORT[entry.band]
        numbers = [probability_of(prediction, finding) if prediction else None for finding in others]
        table.add_row(
            Text(format_probability(entry.risk, 2) or BLANK, style=f"bold {style}".strip()),
            Text(_bar(entry.risk) if entry.risk is not None else "", style=style),
            Text(_name(entry, number, show_identity)),
            Text(wording.kind(entry.radiograph) or BLANK),
            *(Text(format_probability(value, 2) or BLANK) for value in numbers),
            Text(state, style=style if scored else "yellow"),
        )
    return table


def _name(entry: WorklistEntry, number: int, show_identity: bool) -> str:
    if not show_identity:
        return f"Study {number}"
    header = entry.radiograph
    return (wording.person(header.patient_name) if header else "") or wording.file_name(entry.leading.path)
