"""The last part of a PDF report: which models made the numbers, what they are not for, how they were measured."""

from __future__ import annotations

from collections.abc import Sequence

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.export import wording
from cxr_desktop.export.pdf_sheet import FAINT, SECOND, Sheet

_HEADS = ("Finding", "Chosen for", "Threshold", "Sensitivity [95 %]", "Specificity [95 %]", "With", "Without")
_SHARES = (0.0, 0.2, 0.41, 0.53, 0.72, 0.925, 1.0)
"""Where columns begin, as shares of the width; the last two end there."""


def write_model(sheet: Sheet, cards: ModelCards) -> None:
    """From where the sheet is, over as many pages as it needs."""
    sheet.room(120)
    sheet.line(sheet.left, sheet.y + 13, "What the numbers mean", 12, semibold=True)
    sheet.y += 24
    for title, card in (("Model", cards.model), ("Second opinion", cards.second)):
        if card is not None:
            _write_card(sheet, title, card)
            _write_points(sheet, card)


def _write_card(sheet: Sheet, title: str, card: ModelCard) -> None:
    limits = card.document.get("limitations")
    limitations = "\n".join(str(part) for part in limits) if isinstance(limits, list | tuple) else str(limits or "")
    facts = (
        (title, f"{card.title} {card.version} ({card.name}, {card.architecture})"),
        ("Digest of the card", card.digest),
        ("Looks for", ", ".join(wording.finding_label(finding, card) for finding in card.looks_for) + ", nothing else"),
        ("Intended use", card.intended_use),
        ("Not for", card.not_for),
        ("Limitations", limitations),
    )
    width = sheet.right - sheet.left - 92
    for name, value in facts:
        lines = sheet.wrapped(wording.plain(value) if name != "Limitations" else value, width, 8.5) if value else []
        for place, words in enumerate(lines):
            sheet.room(14)
            if not place:
                sheet.line(sheet.left, sheet.y + 9, name, 8.5, FAINT)
            sheet.line(sheet.left + 92, sheet.y + 9, words, 8.5)
            sheet.y += 11.5
        sheet.y += 2 if lines else 0
    sheet.y += 4


def _write_points(sheet: Sheet, card: ModelCard) -> None:
    rows = wording.point_rows(card)
    if not rows:
        sheet.line(sheet.left, sheet.y + 9, "The card names no operating points: risks have no bands.", 8.5, SECOND)
        sheet.y += 18
        return
    sheet.room(40)
    _write_line(sheet, _HEADS, 7.5, FAINT)
    for row in rows:
        sheet.room(14, lambda: _write_line(sheet, _HEADS, 7.5, FAINT))
        _write_line(sheet, row, 8.5)
    sheet.y = sheet.paragraph(sheet.left, sheet.y + 3, wording.measured_on(card), sheet.right - sheet.left, 8, SECOND)
    sheet.y += 12


def _write_line(sheet: Sheet, words: Sequence[str], size: float, colour: str = "#14181D") -> None:
    width = sheet.right - sheet.left
    for place, (share, text) in enumerate(zip(_SHARES, words, strict=True)):
        if place >= len(_SHARES) - 2:
            sheet.line(sheet.left + share * width, sheet.y + 9, text, size, colour, align="right")
        else:
            room = (_SHARES[place + 1] - share) * width - 6
            sheet.line(sheet.left + share * width, sheet.y + 9, text, size, colour, width=room)
    sheet.y += 12.5
    sheet.rule(sheet.left, sheet.y, sheet.right)
