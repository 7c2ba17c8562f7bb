"""One study on a sheet: pictures, probabilities, evidence, second opinion, checks and the reader's impression."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from cxr_desktop.domain.conflict import conflicts_of
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.prediction import (
    Correction,
    Finding,
    Prediction,
    RiskBand,
    SecondOpinion,
    Status,
    in_column_order,
)
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.export import wording
from cxr_desktop.export.identity import Identity
from cxr_desktop.export.map_place import WARNING
from cxr_desktop.export.pdf_sheet import FAINT, SECOND, TEXT, Sheet
from cxr_desktop.export.report_options import ReportOptions
from cxr_desktop.export.study_figures import Figure, NoPicture, figures_of
from cxr_desktop.export.wording import BLANK, format_probability
from cxr_desktop.imaging import overlay
from cxr_desktop.imaging.pixels import GreyImage

RISK_INKS = {RiskBand.ABOVE: "#B23A26", RiskBand.BETWEEN: "#855600", RiskBand.BELOW: "#1D705C"}
_WARN = "#855600"
_MOST_NOTE_LINES = 14
_GAP = 14.0
_TALL, _TALL_AMONG_OTHERS, _SMALL = 300.0, 236.0, 96.0


def study_title(entry: WorklistEntry, number: int, identity: Identity) -> tuple[str, str]:
    """(title, details) of a study; without identity its place in the list and its key."""
    header = entry.radiograph
    who = identity.age_and_sex(header)
    if not identity.shown:
        return f"Study {number}", " · ".join(part for part in (who, f"key {identity.key(entry.key)}") if part)
    name = wording.person(header.patient_name) if header is not None else ""
    number_of = wording.plain(header.patient_id) if header is not None else ""
    return name or wording.file_name(entry.leading.path), " · ".join(part for part in (number_of, who) if part)


def write_study(
    sheet: Sheet,
    entry: WorklistEntry,
    number: int,
    cards: ModelCards,
    load_image: Callable[[str], GreyImage],
    options: ReportOptions,
) -> None:
    """From where the sheet is; pictures first, then two columns of numbers and words."""
    _write_head(sheet, entry, number, options)
    _write_pictures(sheet, entry, cards.model, load_image, options)
    prediction = entry.leading.prediction
    half = (sheet.right - sheet.left - 2 * _GAP) / 2
    sheet.room(_height_of_numbers(sheet, entry, cards, half, options.identity))
    top = sheet.y
    left = _write_numbers(sheet, sheet.left, top, half, entry, cards.model)
    right_x = sheet.left + half + 2 * _GAP
    right = _write_facts(sheet, right_x, top, half, entry, cards, options)
    if prediction is not None and prediction.second is not None:
        left = _write_second(sheet, sheet.left, left + 8, half, prediction, cards.second)
    left = _write_impression(sheet, sheet.left, left + 8, half, entry, cards.model, options.identity)
    sheet.y = max(left, right) + 12


def _height_of_numbers(sheet: Sheet, entry: WorklistEntry, cards: ModelCards, wide: float, identity: Identity) -> float:
    """About as much as the left column takes."""
    bars = 15.0 * len(cards.model.findings)
    second = entry.leading.prediction is not None and entry.leading.prediction.second is not None
    note = entry.impression.note if entry.impression is not None and identity.shown else ""
    lines = min(_MOST_NOTE_LINES, len(sheet.wrapped(wording.plain(note), wide, 9))) if note else 0
    return 90.0 + bars + (bars + 30.0 if second else 0.0) + 12.5 * lines


def _write_head(sheet: Sheet, entry: WorklistEntry, number: int, options: ReportOptions) -> None:
    title, details = study_title(entry, number, options.identity)
    sheet.bookmark(f"{number}  {title}" if options.identity.shown else title)
    moment = options.identity.study_moment(entry.radiograph)
    about = " · ".join(part for part in (moment, wording.kind(entry.radiograph)) if part)
    sheet.line(sheet.left, sheet.y + 13, title, 14, semibold=True, width=sheet.right - sheet.left - 170)
    sheet.line(sheet.right, sheet.y + 13, about, 9, SECOND, align="right")
    sheet.line(sheet.left, sheet.y + 26, details, 9, SECOND)
    sheet.y += 36


def _write_pictures(
    sheet: Sheet, entry: WorklistEntry, card: ModelCard, load: Callable[[str], GreyImage], options: ReportOptions
) -> None:
    """The leading image and its maps large, in one row; further images of the study small, under them."""
    further: list[Figure] = []
    for image in (entry.leading, *(image for image in entry.images if image is not entry.leading)):
        leading = image is entry.leading
        found = figures_of(image, leading, card, load, options.finding, options.below_operating_point)
        if isinstance(found, NoPicture):
            words = f"No picture: {found.reason}" if found.reason else "No picture"
            sheet.line(sheet.left, sheet.y + 10, words, 9, SECOND)
            sheet.y += 18
        elif leading:
            tall = _TALL if len(entry.images) == 1 else _TALL_AMONG_OTHERS
            _write_row(sheet, found, card, tall, 2 if len(found) <= 2 else 3)
        else:
            further += found
    for start in range(0, len(further), 4):
        _write_row(sheet, further[start : start + 4], card, _SMALL, 4)
    sheet.y += 6


def _write_row(sheet: Sheet, figures: list[Figure], card: ModelCard, tall: float, count: int) -> None:
    wide = (sheet.right - sheet.left - (count - 1) * _GAP) / count
    sheet.room(tall + 40)
    below = sheet.y
    heights = []
    for place, figure in enumerate(figures):
        x = sheet.left + place * (wide + _GAP)
        heights.append(sheet.picture(x, sheet.y, wide, tall, figure.picture)[1])
    for place, figure in enumerate(figures):
        x = sheet.left + place * (wide + _GAP)
        below = max(below, _write_caption(sheet, x, sheet.y + max(heights) + 4, wide, figure, card))
    sheet.y = below + 6


def _write_caption(sheet: Sheet, x: float, y: float, wide: float, figure: Figure, card: ModelCard) -> float:
    y = sheet.paragraph(x, y, figure.caption, wide, 8, TEXT)
    for view in figure.absent:
        name = wording.finding_label(view.finding, card)
        y = sheet.paragraph(x, y, f"{name}: {view.words[:1].lower()}{view.words[1:]}", wide, 8, SECOND)
    if figure.view is not None:
        last = overlay.tick_labels(overlay.ticks(figure.view.top))[-1]
        colours = [tuple(int(v) for v in overlay.INFERNO[i]) for i in np.linspace(0, 255, 48).round().astype(int)]
        sheet.line(x, y + 8, "0", 7.5, SECOND)
        sheet.ramp(x + 8, y + 3, 90, [(c[0], c[1], c[2]) for c in colours])
        sheet.line(x + 103, y + 8, f"{last} logit", 7.5, SECOND)
        y += 12
        if figure.view.words:
            y = sheet.paragraph(x, y, figure.view.words, wide, 8, SECOND)
    if figure.place is not None:
        y = sheet.paragraph(x, y, f"Evidence: {figure.place.words}", wide, 8, SECOND)
        if figure.place.is_suspect:
            y = sheet.paragraph(x, y, WARNING, wide, 8, _WARN)
    return y


def _write_numbers(sheet: Sheet, x: float, y: float, wide: float, entry: WorklistEntry, card: ModelCard) -> float:
    """The risk large, and every class with its bar."""
    prediction = entry.leading.prediction
    if prediction is None or prediction.status is not Status.SCORED:
        words = wording.outcome(prediction) if prediction is not None else "Waiting to be scored"
        return sheet.paragraph(x, y, words, wide, 11, _WARN)
    sheet.line(x, y + 9, wording.finding_label(prediction.risk_finding, card), 8.5, FAINT)
    shown = sheet.line(x, y + 34, format_probability(entry.risk, 2) or BLANK, 24, semibold=True)
    ink = RISK_INKS[entry.band] if entry.band is not None else SECOND
    sheet.line(x + shown + 8, y + 34, wording.band(entry.band), 9, ink, width=wide - shown - 8)
    return _write_bars(sheet, x, y + 44, wide, prediction, card)


def _write_bars(
    sheet: Sheet, x: float, y: float, wide: float, answer: Prediction | SecondOpinion, card: ModelCard | None
) -> float:
    for finding in card.findings if card is not None else in_column_order(answer.probabilities):
        value = answer.probabilities.get(finding)
        points = card.operating_points_of(finding) if card is not None and finding != Finding.NORMAL else ()
        band = card.risk_band(finding, value) if card is not None and points and value is not None else None
        sheet.line(x, y + 9, wording.finding_label(finding, card), 9, width=88)
        ticks = [point.threshold for point in (*points[:1], *points[-1:])]
        sheet.bar(x + 92, y + 4, wide - 92 - 36, value, RISK_INKS[band] if band is not None else FAINT, ticks)
        sheet.line(x + wide, y + 9, format_probability(value, 2) or BLANK, 9, align="right")
        y += 15
    return y


def _write_second(
    sheet: Sheet, x: float, y: float, wide: float, prediction: Prediction, card: ModelCard | None
) -> float:
    opinion = prediction.second
    assert opinion is not None
    by = opinion.scored_by
    own = card if card is not None and card.name == by.model else None
    title = f"{own.title} {own.version}" if own is not None else f"{by.model} {by.model_version}"
    y = sheet.paragraph(x, y, f"Second opinion: {title}", wide, 8.5, FAINT)
    y = _write_bars(sheet, x, y + 1, wide, opinion, own)
    apart = wording.disagreement(prediction)
    ink = _WARN if prediction.bands_differ else SECOND
    return sheet.paragraph(x, y, f"{apart}.", wide, 8.5, ink) if apart else y


def _write_impression(
    sheet: Sheet, x: float, y: float, wide: float, entry: WorklistEntry, card: ModelCard, identity: Identity
) -> float:
    said = entry.impression
    y = sheet.paragraph(x, y, "Impression of the reader", wide, 8.5, FAINT)
    verdicts = wording.verdicts(said, card) if said is not None else ""
    if said is None or not (said.findings or said.note or verdicts):
        return sheet.paragraph(x, y, "None recorded", wide, 9, SECOND)
    words = ", ".join(wording.finding_label(finding, card) for finding in said.findings)
    if words:
        y = sheet.paragraph(x, y, words, wide, 10)
    if verdicts:
        y = sheet.paragraph(x, y, verdicts, wide, 9, SECOND)
    if said.note and identity.shown:
        y = sheet.paragraph(x, y + 2, wording.plain(said.note), wide, 9, most=_MOST_NOTE_LINES)
    return y


def _write_facts(
    sheet: Sheet, x: float, y: float, wide: float, entry: WorklistEntry, cards: ModelCards, options: ReportOptions
) -> float:
    """What other files contradict, evidence, checks, and what made the numbers."""
    prediction = entry.leading.prediction
    for words in conflicts_of(entry.images):
        y = sheet.paragraph(x, y, words[:1].upper() + words[1:], wide, 9, _WARN) + 4
    if prediction is None:
        return y
    if prediction.status is Status.SCORED:
        y = _write_evidence(sheet, x, y, wide, prediction, cards.model) + 6
    for name, value, ink in _facts(prediction, cards, options.identity):
        sheet.line(x, y + 9, name, 8.5, FAINT, width=84)
        y = sheet.paragraph(x + 88, y, value, wide - 88, 8.5, ink) + 3
    return y


def _write_evidence(sheet: Sheet, x: float, y: float, wide: float, prediction: Prediction, card: ModelCard) -> float:
    """The operating points of the class that orders the list, and what each was measured to do."""
    risk = wording.finding_label(prediction.risk_finding, card)
    rows = [row for row in wording.point_rows(card) if row[0] == risk]
    if not rows:
        return sheet.paragraph(x, y, "The card names no operating points: risks have no bands.", wide, 8.5, SECOND)
    ends = (x, x + 0.66 * wide, x + wide)
    for at, words in zip(ends, ("Operating point", "Sensitivity", "Specificity"), strict=True):
        sheet.line(at, y + 9, words, 8.5, FAINT, align="left" if at == x else "right")
    y += 14
    for _, target, threshold, sensitivity, specificity, _, _ in rows:
        sheet.line(x, y + 9, f"{threshold}  {target}", 8.5, width=0.42 * wide)
        sheet.line(ends[1], y + 9, sensitivity, 8.5, align="right")
        sheet.line(ends[2], y + 9, specificity, 8.5, align="right")
        y += 13
    about = f"{rows[0][5]} images with {risk}, {rows[0][6]} without. {wording.measured_on(card)}"
    return sheet.paragraph(x, y, about, wide, 8, SECOND)


def _facts(prediction: Prediction, cards: ModelCards, identity: Identity) -> list[tuple[str, str, str]]:
    card, by = cards.model, prediction.scored_by
    scored = prediction.status is Status.SCORED
    done = wording.correction(Correction(prediction.quarter_turns % 4, prediction.inverted))
    stopped = prediction.gate is not None and not prediction.gate.usable
    facts = [
        ("Check", wording.gate(prediction.gate, prediction.override), _WARN if stopped else TEXT),
        ("Corrected", f"{done}; the file is as it was" if done else "", TEXT),
        ("Would be", wording.offer(prediction.gate), TEXT),
        ("Remarks", "; ".join(wording.plain(flag) for flag in prediction.flags), TEXT),
        ("Model", f"{card.title} {by.model_version} ({by.model})" if by is not None else "", TEXT),
        ("Digest", by.model_digest if by is not None else "", SECOND),
        ("Engine", wording.engine(by) if by is not None else "", SECOND),
        ("Scored at", prediction.scored_at if identity.shown and scored else "", SECOND),
        ("File", wording.file_name(prediction.path) if identity.shown else "", SECOND),
    ]
    return [fact for fact in facts if fact[1]]
