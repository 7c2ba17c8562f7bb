"""A report on paper: a table of the list, a page for each study, what the model is and is not for; no network.

Drawn with reportlab and not with Qt, because an export runs without a window: on servers, and in a child process that
loads no Qt. Fonts are embedded; a character that no font has is told on the last page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from cxr_desktop.domain.conflict import conflicts_of
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.worklist import ScoreState, WorklistEntry
from cxr_desktop.export import wording
from cxr_desktop.export.atomic_file import write_bytes
from cxr_desktop.export.pdf_fonts import FontBook
from cxr_desktop.export.pdf_model import write_model
from cxr_desktop.export.pdf_sheet import FAINT, LINE, SECOND, TEXT, Sheet
from cxr_desktop.export.pdf_study import RISK_INKS, study_title, write_study
from cxr_desktop.export.report_options import ABOUT_MAPS, ReportOptions
from cxr_desktop.export.visual_order import visual
from cxr_desktop.export.wording import BLANK, format_probability
from cxr_desktop.imaging.pixels import GreyImage

_ROW = 25.0


def write_report(
    target: Path,
    entries: Sequence[WorklistEntry],
    cards: ModelCards,
    load_image: Callable[[str], GreyImage],
    options: ReportOptions | None = None,
    created_at: datetime | None = None,
) -> None:
    """Write the document, whole or not at all. Arguments, order and errors are those of ``html_report.write_report``;
    every study that has an image gets its page."""
    chosen = options or ReportOptions()
    moment = wording.moment(created_at or datetime.now().astimezone())
    fonts = _fonts_for(frozenset(c for text in _all_text(entries, cards, chosen, moment) for c in text))
    sheet = Sheet(chosen.paper, fonts, chosen.title, wording.CAPTION)
    _write_head(sheet, cards, chosen, moment)
    pages = [
        (number, entry)
        for number, entry in enumerate(entries, start=chosen.first)
        if entry.state is not ScoreState.NOT_AN_IMAGE
    ]
    if len(entries) != 1:
        _write_table(sheet, entries, cards, chosen)
    for place, (number, entry) in enumerate(pages):
        if place or len(entries) != 1:
            sheet.turn()
        write_study(sheet, entry, number, cards, load_image, chosen)
    if len(pages) != 1 or len(entries) != 1:
        sheet.turn()
    write_model(sheet, cards)
    _write_end(sheet, fonts)
    write_bytes(target, sheet.finish())


@lru_cache(maxsize=4)
def _fonts_for(characters: frozenset[str]) -> FontBook:
    """Reports of one export hold much the same characters; converting glyphs takes a second."""
    return FontBook(characters)


def _write_head(sheet: Sheet, cards: ModelCards, options: ReportOptions, moment: str) -> None:
    sheet.line(sheet.left, sheet.y + 15, options.title, 17, semibold=True)
    sheet.line(sheet.right, sheet.y + 8, f"{cards.model.title} {cards.model.version}", 8.5, SECOND, align="right")
    sheet.line(sheet.right, sheet.y + 20, moment, 8.5, SECOND, align="right")
    sheet.y += 32
    for words in (options.banner, f"{wording.CAPTION} Scores and maps are a model's, not a radiologist's."):
        if words:
            sheet.box(sheet.left, sheet.y, 2.5, 16, "#855600")
            sheet.line(sheet.left + 10, sheet.y + 11, words, 9, semibold=True, width=sheet.right - sheet.left - 10)
            sheet.y += 22
    sheet.y += 6


def _write_table(sheet: Sheet, entries: Sequence[WorklistEntry], cards: ModelCards, options: ReportOptions) -> None:
    interest = wording.finding_label(cards.model.class_of_interest, cards.model)
    columns = (sheet.left, sheet.left + 26, sheet.left + 126, sheet.left + 288, sheet.left + 384)

    def head() -> None:
        for x, words in zip(columns, ("No.", f"{interest} risk", "Study", "Kind", "State"), strict=True):
            sheet.line(x, sheet.y + 9, words, 7.5, FAINT)
        sheet.y += 14
        sheet.rule(sheet.left, sheet.y, sheet.right)

    counts = {state: sum(entry.state is state for entry in entries) for state in ScoreState}
    words = (
        f"{len(entries):,} studies: {counts[ScoreState.SCORED]:,} scored, {counts[ScoreState.NOT_SCORED]:,} not scored"
    )
    sheet.line(sheet.left, sheet.y + 9, words, 9, SECOND)
    sheet.y += 20
    head()
    for number, entry in enumerate(entries, start=options.first):
        sheet.room(_ROW, head)
        _write_row(sheet, entry, number, cards, options, columns)


def _write_row(
    sheet: Sheet,
    entry: WorklistEntry,
    number: int,
    cards: ModelCards,
    options: ReportOptions,
    columns: Sequence[float],
) -> None:
    y, prediction = sheet.y, entry.leading.prediction
    title, details = study_title(entry, number, options.identity)
    sheet.line(columns[0], y + 11, str(number), 8, FAINT)
    ink = RISK_INKS.get(entry.band, SECOND) if entry.band is not None else SECOND
    sheet.line(columns[1], y + 11, format_probability(entry.risk, 2) or BLANK, 9.5, TEXT, semibold=True)
    if entry.risk is not None and prediction is not None:
        points = cards.model.operating_points_of(prediction.risk_finding)
        ticks = [point.threshold for point in (*points[:1], *points[-1:])]
        sheet.bar(columns[1] + 24, y + 6.5, 62, entry.risk, ink, ticks)
    room = columns[3] - columns[2] - 8
    sheet.line(columns[2], y + 10, title, 9, semibold=True, width=room)
    sheet.line(columns[2], y + 20, details, 7.5, SECOND, width=room)
    moment = options.identity.study_moment(entry.radiograph)
    sheet.line(columns[3], y + 10, wording.kind(entry.radiograph) or BLANK, 8, width=columns[4] - columns[3] - 8)
    sheet.line(columns[3], y + 20, moment, 7.5, SECOND)
    state = wording.band(entry.band) if entry.risk is not None else "Waiting"
    if entry.risk is None and prediction is not None:
        state = wording.outcome(prediction)
    if conflicts_of(entry.images):
        sheet.line(columns[4], y + 20, "contradicts other files", 7.5, "#855600", width=sheet.right - columns[4])
    sheet.line(columns[4], y + 10, state, 8, ink if entry.band else "#855600", width=sheet.right - columns[4])
    sheet.y += _ROW
    sheet.rule(sheet.left, sheet.y, sheet.right, LINE)


def _write_end(sheet: Sheet, fonts: FontBook) -> None:
    width = sheet.right - sheet.left
    sheet.room(60)
    sheet.y = sheet.paragraph(sheet.left, sheet.y + 10, f"{wording.CAPTION} {ABOUT_MAPS}", width, 8, SECOND)
    if fonts.missing:
        words = f"{len(fonts.missing)} characters of names or notes are in no font of this computer; they stand as “?”."
        sheet.y = sheet.paragraph(sheet.left, sheet.y + 4, words, width, 8, "#855600")


def _all_text(
    entries: Iterable[WorklistEntry], cards: ModelCards, options: ReportOptions, moment: str
) -> Iterator[str]:
    """Every character that the document may hold, in the forms in which they are drawn."""
    yield from ("".join(map(chr, range(0x20, 0x100))), "–—…“”·±≥×%°△", options.title, options.banner, moment)
    for card in (cards.model, cards.second, cards.gate, cards.orientation, cards.lungs):
        if card is not None:
            yield from _strings(card.document)
            yield from (card.title, card.intended_use, card.not_for, *card.labels.values())
    for entry in entries:
        if entry.impression is not None:
            yield from (visual(line) for line in wording.plain(entry.impression.note).splitlines())
            yield visual(wording.plain(entry.impression.note))
        for image in entry.images:
            header = image.radiograph
            if header is not None:
                texts = (getattr(header, field.name) for field in fields(header))
                yield from (visual(wording.plain(text)) for text in texts if isinstance(text, str))
                yield visual(wording.person(header.patient_name))
            yield visual(wording.file_name(image.path))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)
