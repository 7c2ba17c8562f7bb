"""One self-contained page about a worklist: table, pictures with heat maps, the model and its limits; no network."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.prediction import RiskBand, ScoredBy, Status
from cxr_desktop.domain.worklist import ImageEntry, ScoreState, WorklistEntry
from cxr_desktop.export import html_parts as parts
from cxr_desktop.export import wording
from cxr_desktop.export.atomic_file import atomic_text
from cxr_desktop.export.html_fonts import font_faces
from cxr_desktop.export.html_model import model_section
from cxr_desktop.export.html_style import STYLE
from cxr_desktop.export.report_options import ABOUT_MAPS, ReportOptions
from cxr_desktop.export.study_figures import Figure, NoPicture, figures_of
from cxr_desktop.imaging.pixels import GreyImage


def write_report(
    target: Path,
    entries: Sequence[WorklistEntry],
    cards: ModelCards,
    load_image: Callable[[str], GreyImage],
    options: ReportOptions | None = None,
    created_at: datetime | None = None,
) -> None:
    """Write the page, whole or not at all; one image is in memory at a time.

    ``entries`` stand in the order given (``studies.in_order``). ``load_image`` may raise a ``CxrError``: the study then
    has no picture and says so. Raises ``OSError`` where the page cannot be written.
    """
    chosen = options or ReportOptions()
    with atomic_text(target) as stream:
        for piece in _page(entries, cards, load_image, chosen, created_at or datetime.now().astimezone()):
            stream.write(piece)


def _page(
    entries: Sequence[WorklistEntry],
    cards: ModelCards,
    load_image: Callable[[str], GreyImage],
    options: ReportOptions,
    created_at: datetime,
) -> Iterator[str]:
    by, card = _scored_by(entries), cards.model
    policy = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'"
    yield '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{parts.e(options.title)}</title><style>{font_faces()}{STYLE}"
    yield f"@page {{ size: {options.paper.value}; margin: 14mm; }}</style></head><body>\n"
    yield f"<header><div><h1>{parts.e(options.title)}</h1>"
    yield f'<p class="second">{parts.e(wording.moment(created_at))}</p></div>'
    yield f'<div class="about"><p>{parts.e(card.title)} {parts.e(card.version)}</p>'
    yield f"<p>{parts.e(wording.engine(by)) if by else ''}</p></div></header>\n"
    if options.banner:
        yield f'<p class="notice"><b>Not patients</b><span>{parts.e(options.banner)}</span></p>\n'
    yield f'<p class="notice"><b>Research use</b><span>{parts.e(wording.CAPTION)} {_looks_for(card)}</span></p>\n'
    yield _counts(entries)
    yield "<h2>Worklist</h2>\n" + parts.worklist_table(entries, card, options.identity, options.first)
    yield "\n<h2>Studies</h2>\n"
    with_pictures = 0
    for number, entry in enumerate(entries, start=options.first):
        if entry.state is ScoreState.NOT_AN_IMAGE:
            continue
        with_pictures += 1
        if with_pictures > options.max_pictures:
            yield f'<p class="second">Pictures of the first {options.max_pictures} studies are shown.</p>\n'
            break
        yield _study(entry, number, cards, load_image, options)
    yield "<h2>Model</h2>\n" + model_section(cards, by)
    about = ABOUT_MAPS if options.below_operating_point else f"{ABOUT_MAPS} Nothing is drawn below the operating point."
    yield f"\n<footer><p>{parts.e(wording.CAPTION)} {parts.e(about)}</p></footer></body></html>\n"


def _scored_by(entries: Sequence[WorklistEntry]) -> ScoredBy | None:
    predictions = (image.prediction for entry in entries for image in entry.images)
    return next((p.scored_by for p in predictions if p is not None and p.scored_by is not None), None)


def _looks_for(card: ModelCard) -> str:
    labels = [wording.finding_label(finding, card) for finding in card.looks_for]
    numbers = ("no things", "one thing", "two things", "three things", "four things")
    number = numbers[len(labels)] if len(labels) < len(numbers) else f"{len(labels)} things"
    apart = " It judges each by itself: their numbers need not add up to 1." if card.judges_classes_apart else ""
    return parts.e(f"The model looks for {number} only: {', '.join(labels)}.{apart}")


def _counts(entries: Sequence[WorklistEntry]) -> str:
    """How many studies ended where."""
    bands = {band: sum(entry.band is band for entry in entries) for band in RiskBand}
    states = {state: sum(entry.state is state for entry in entries) for state in ScoreState}
    figures = [
        (bands[RiskBand.ABOVE], '<span class="band above">above both operating points</span>'),
        (bands[RiskBand.BETWEEN], '<span class="band between">between them</span>'),
        (bands[RiskBand.BELOW], '<span class="band below">below both</span>'),
        (states[ScoreState.SCORED] - sum(bands.values()), "scored, without bands"),
        (states[ScoreState.NOT_SCORED], "not scored"),
        (states[ScoreState.NOT_AN_IMAGE], "not an image"),
        (states[ScoreState.WAITING] + states[ScoreState.SCORING], "waiting"),
        (states[ScoreState.HIDDEN], "read blind, score hidden"),
    ]
    items = "".join(f"<li><b>{count:,}</b><span>{words}</span></li>" for count, words in figures if count)
    return f'<ul class="counts">{items}</ul>\n'


def _study(
    entry: WorklistEntry,
    number: int,
    cards: ModelCards,
    load_image: Callable[[str], GreyImage],
    options: ReportOptions,
) -> str:
    """The card of one study: pictures on the left, numbers of the leading image on the right."""
    card = cards.model
    title, details = parts.study_names(entry, number, options.identity)
    about = " · ".join(
        text
        for text in (
            details,
            parts.e(options.identity.study_moment(entry.radiograph)),
            parts.e(wording.kind(entry.radiograph)),
        )
        if text
    )
    figures = "".join(_figures(image, image is entry.leading, card, load_image, options) for image in entry.images)
    prediction = entry.leading.prediction
    numbers = '<p class="second">Waiting to be scored</p>'
    if prediction is not None and prediction.status is Status.SCORED:
        risk = wording.format_probability(entry.risk, 2) or wording.BLANK
        name = parts.e(wording.finding_label(prediction.risk_finding, card))
        numbers = f'<p class="caption">{name}</p><p><span class="score">{risk}</span></p>'
        numbers += f"<p>{parts.band_words(entry.band)}</p><br>{parts.finding_rows(card, prediction)}"
        numbers += parts.evidence(prediction, card) + parts.second_opinion(prediction, cards.second)
        numbers += parts.prediction_terms(prediction, card, options.identity)
    elif prediction is not None:
        numbers = f'<p class="failed">{parts.e(wording.outcome(prediction))}</p><br>'
        numbers += parts.prediction_terms(prediction, card, options.identity)
    numbers = parts.conflicts(entry) + numbers + _impression(entry, card, options)
    kind = "scored" if entry.state is ScoreState.SCORED else "unscored"
    return (
        f'<section class="study {kind}" id="study-{number}"><div class="head"><h3>{title}</h3>'
        f'<p class="second">{about}</p></div><div class="pictures">{figures}</div><div>{numbers}</div></section>\n'
    )


def _impression(entry: WorklistEntry, card: ModelCard, options: ReportOptions) -> str:
    """What the reader said; a note may name somebody, so it goes out with identity only."""
    if entry.impression is None:
        return ""
    said = ", ".join(wording.finding_label(finding, card) for finding in entry.impression.findings)
    verdicts = wording.verdicts(entry.impression, card)
    note = entry.impression.note if options.identity.shown else ""
    return parts.terms([("Impression", parts.e(said)), ("Reader", parts.e(verdicts)), ("Note", parts.e(note))])


def _figures(
    image: ImageEntry, leading: bool, card: ModelCard, load_image: Callable[[str], GreyImage], options: ReportOptions
) -> str:
    """The pictures of one image, each with its words."""
    found = figures_of(image, leading, card, load_image, options.finding, options.below_operating_point)
    if isinstance(found, NoPicture):
        words = f"No picture: {found.reason}" if found.reason else "No picture"
        return f'<p class="second">{parts.e(words)}</p>'
    return "".join(_figure(figure, card) for figure in found)


def _figure(figure: Figure, card: ModelCard) -> str:
    if figure.view is None:
        return parts.figure(figure.picture, figure.caption, "<br>".join(parts.map_line(v, card) for v in figure.absent))
    below = parts.map_line(figure.view, card) + parts.place_line(figure.place)
    return parts.figure(figure.picture, figure.caption, below)
