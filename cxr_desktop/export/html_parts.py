"""Pieces of the report as escaped HTML: bars, probabilities, cards, tables; no file is read or written here."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterable, Sequence
from io import BytesIO

from PIL import Image

from cxr_desktop.domain.conflict import conflicts_of
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import (
    KNOWN_FINDINGS,
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
from cxr_desktop.export.map_place import WARNING, MapPlace
from cxr_desktop.export.pictures import MapView
from cxr_desktop.export.wording import BLANK, format_probability, probability_of
from cxr_desktop.imaging import overlay
from cxr_desktop.imaging.map_state import MapState

RAMP_STOPS = 12


def e(text: object) -> str:
    """Foreign text, harmless: no markup, no control or direction characters."""
    return html.escape(wording.plain(str(text)), quote=True)


def bar(card: ModelCard | None, finding: Finding, value: float | None) -> str:
    """A probability as a bar with its operating points as ticks. "Normal" is no risk: no colour, no ticks."""
    points = card.operating_points_of(finding) if card and finding != Finding.NORMAL else ()
    thresholds = dict.fromkeys(point.threshold for point in (*points[:1], *points[-1:]))
    ticks = "".join(f'<s style="left:{100 * t:.1f}%"></s>' for t in thresholds)
    if value is None:
        return f'<div class="bar">{ticks}</div>'
    band = card.risk_band(finding, value) if card and points else None
    fill = f'<i style="width:{max(1.0, 100 * min(1.0, max(0.0, value))):.1f}%"></i>'
    return f'<div class="bar {band.value if band else ""}">{fill}{ticks}</div>'


def band_words(band: RiskBand | None) -> str:
    """The band in its colour and in words."""
    return f'<span class="band {band.value if band else ""}">{e(wording.band(band))}</span>'


def picture(image: Image.Image, alternative: str) -> str:
    """A picture inside the page, re-encoded from its pixels, so that no metadata travels."""
    stream = BytesIO()
    image.save(stream, "JPEG", quality=86, subsampling=0)
    data = base64.b64encode(stream.getvalue()).decode("ascii")
    size = f'width="{image.width}" height="{image.height}"'
    return f'<img src="data:image/jpeg;base64,{data}" {size} alt="{e(alternative)}" loading="lazy">'


def colour_bar(top: float) -> str:
    """The scale of a map in absolute logit units."""
    stops = (overlay.INFERNO[round(255 * i / RAMP_STOPS)] for i in range(RAMP_STOPS + 1))
    colours = ", ".join("#{:02x}{:02x}{:02x}".format(*(int(v) for v in stop)) for stop in stops)
    last = overlay.tick_labels(overlay.ticks(top))[-1]
    ramp = f'<span class="ramp" style="background:linear-gradient(90deg,{colours})"></span>'
    return f'<span class="scale"><span>0</span>{ramp}<span>{e(last)} logit</span></span>'


def figure(image: Image.Image, caption: str, below: str = "") -> str:
    """A picture with its words; ``below`` is HTML for the line after the caption."""
    words = e(caption) + ("<br>" + below if below else "")
    return f"<figure>{picture(image, caption)}<figcaption>{words}</figcaption></figure>"


def map_line(view: MapView, card: ModelCard) -> str:
    """The colour bar of a map that was drawn, or why there is none."""
    if view.state is not MapState.DRAWN:
        return e(f"{wording.finding_label(view.finding, card)}: {view.words[:1].lower()}{view.words[1:]}")
    return colour_bar(view.top) + (f"<span>{e(view.words)}</span>" if view.words else "")


def finding_rows(card: ModelCard | None, answer: Prediction | SecondOpinion) -> str:
    """The classes that the model has, each with bar and number."""
    cells = []
    for finding in card.findings if card else in_column_order(answer.probabilities):
        value = answer.probabilities.get(finding)
        number = format_probability(value, 2) or BLANK
        name = e(wording.finding_label(finding, card))
        cells.append(f'<span>{name}</span>{bar(card, finding, value)}<span class="number">{number}</span>')
    return f'<div class="findings">{"".join(cells)}</div>'


def second_opinion(prediction: Prediction, card: ModelCard | None) -> str:
    """What the other model says, under its own name and points, and how far the two lie apart; "" where there is none.

    ``card`` is the second model's, if it is the one that scored.
    """
    opinion = prediction.second
    if opinion is None:
        return ""
    by = opinion.scored_by
    own = card if card is not None and card.name == by.model else None
    title = f"{own.title} {own.version}" if own else f"{by.model} {by.model_version}"
    apart = wording.disagreement(prediction)
    kind = "failed" if prediction.bands_differ else "second"
    said = f'<p class="{kind}">{e(apart)}.</p><br>' if apart else "<br>"
    return f'<p class="caption">Second opinion: {e(title)}</p>{finding_rows(own, opinion)}{said}'


def place_line(place: MapPlace | None) -> str:
    """Where a map lies, and the warning where that is outside the lungs."""
    if place is None:
        return ""
    warning = f'<br><span class="failed">{e(WARNING)}.</span>' if place.is_suspect else ""
    return f"<span>{e(place.words)}</span>{warning}"


def terms(pairs: Iterable[tuple[str, str]]) -> str:
    """A list of names and values; values are HTML already, empty ones are left out."""
    return "<dl>" + "".join(f"<dt>{e(name)}</dt><dd>{value}</dd>" for name, value in pairs if value) + "</dl>"


def conflicts(entry: WorklistEntry) -> str:
    """What other files contradict in a study, as a warning; "" for nothing."""
    found = conflicts_of(entry.images)
    return f'<p class="failed">{e("; ".join(found))}</p><br>' if found else ""


def prediction_terms(prediction: Prediction, card: ModelCard, identity: Identity) -> str:
    """The fine print of one image: exact numbers, gate, engine, time, content."""
    exact = [
        f"{e(wording.finding_label(finding, card))} {format_probability(value)}"
        for finding in in_column_order(prediction.probabilities)
        if (value := probability_of(prediction, finding)) is not None
    ]
    by = prediction.scored_by
    done = wording.correction(Correction(prediction.quarter_turns % 4, prediction.inverted))
    return terms(
        (
            ("Exact", "<br>".join(exact)),
            ("Gate", e(wording.gate(prediction.gate, prediction.override))),
            ("Engine", e(wording.engine(by)) if by else ""),
            ("Model", e(f"{by.model} {by.model_version}, digest {by.model_digest[:16]}…") if by else ""),
            ("Corrected", e(f"{done}, with the reader's consent; the file is as it was") if done else ""),
            ("Would be", e(wording.offer(prediction.gate))),
            ("Scored at", e(prediction.scored_at) if identity.shown else ""),
            ("Remarks", e("; ".join(prediction.flags))),
            ("File", e(wording.file_name(prediction.path)) if identity.shown else ""),
            ("SHA-256", e(prediction.content_hash[:16]) + "…" if prediction.content_hash and identity.shown else ""),
        )
    )


def evidence(prediction: Prediction, card: ModelCard) -> str:
    """The operating points of the class that orders the list, each with what it was measured to do."""
    rows = [
        (f"From {threshold}", e(f"sensitivity {sensitivity} of {n}, specificity {specificity} of {m}"))
        for label, _, threshold, sensitivity, specificity, n, m in wording.point_rows(card)
        if label == wording.finding_label(prediction.risk_finding, card)
    ]
    return f'{terms(rows)}<p class="caption">{e(wording.measured_on(card))}</p><br>' if rows else ""


def study_names(entry: WorklistEntry, number: int, identity: Identity) -> tuple[str, str]:
    """(title, details) of a study, escaped; without identity the title is its place in the list, and a key follows."""
    header = entry.radiograph
    about = [identity.age_and_sex(header)]
    if not identity.shown:
        about.append(f"key {identity.key(entry.key)}")
        return f"Study {number}", e(" · ".join(part for part in about if part))
    title = wording.person(header.patient_name) if header else ""
    about.insert(0, header.patient_id if header else "")
    if not title:
        title = wording.file_name(entry.leading.path)
    return e(title), e(" · ".join(part for part in about if part))


def worklist_row(entry: WorklistEntry, number: int, card: ModelCard | None, identity: Identity) -> str:
    """One study of the table; a failure says why where a risk would stand."""
    prediction = entry.leading.prediction
    title, details = study_names(entry, number, identity)
    header = entry.radiograph
    kind = e(wording.kind(header)) + (f" · {len(entry.images)} images" if len(entry.images) > 1 else "")
    scored = prediction is not None and prediction.status is Status.SCORED
    if scored and prediction is not None:
        risk = f'<span class="value">{format_probability(entry.risk, 2) or BLANK}</span>'
        risk += bar(card, prediction.risk_finding, entry.risk)
        state = band_words(entry.band) + _second_in_row(prediction)
    else:
        risk = f'<span class="faint">{BLANK}</span>'
        state = f'<span class="failed">{e(wording.outcome(prediction) if prediction else "Waiting")}</span>'
    values = (probability_of(prediction, finding) if prediction else None for finding in beside_the_risk(card))
    others = "".join(f'<td class="number">{format_probability(value, 2) or BLANK}</td>' for value in values)
    if found := conflicts_of(entry.images):
        state += f'<br><span class="failed">{e("; ".join(found))}</span>'
    return (
        f'<tr><td class="number faint">{number}</td><td class="risk">{risk}</td>'
        f'<td><a class="name" href="#study-{number}">{title}</a><br><span class="second">{details}</span></td>'
        f'<td class="kind">{e(identity.study_moment(header)) or BLANK}<br><span class="second">{kind}</span></td>'
        f"{others}<td>{state}</td></tr>"
    )


def _second_in_row(prediction: Prediction) -> str:
    opinion = prediction.second
    if opinion is None:
        return ""
    words = f"second opinion {format_probability(opinion.risk, 2)}"
    if opinion.risk_finding != prediction.risk_finding:
        words += f" for {wording.finding_label(opinion.risk_finding)}"
    kind = "failed" if prediction.bands_differ else "second"
    return f'<br><span class="{kind}">{e(words)}{", models disagree" if prediction.bands_differ else ""}</span>'


def beside_the_risk(card: ModelCard | None) -> tuple[Finding, ...]:
    """The classes that have a column of their own: all of the model's but the one that orders the list."""
    findings = card.findings if card is not None else KNOWN_FINDINGS
    interest = card.class_of_interest if card is not None else Finding.COVID19
    return tuple(finding for finding in findings if finding != interest)


def worklist_table(entries: Sequence[WorklistEntry], card: ModelCard | None, identity: Identity, first: int = 1) -> str:
    """All studies, in the order given, numbered from ``first``."""
    rows = "".join(worklist_row(entry, number, card, identity) for number, entry in enumerate(entries, start=first))
    interest = wording.finding_label(card.class_of_interest if card else Finding.COVID19, card)
    heads = f"<th></th><th>{e(interest)} risk</th><th>Patient</th><th>Study</th>"
    names = (wording.finding_label(finding, card) for finding in beside_the_risk(card))
    heads += "".join(f'<th class="number">{e(name)}</th>' for name in names) + "<th>State</th>"
    return f'<table class="worklist"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
