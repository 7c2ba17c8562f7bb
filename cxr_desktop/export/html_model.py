"""The report's part about the models, as escaped HTML: what they are, what they are not for, how they were measured."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.prediction import ScoredBy
from cxr_desktop.export import wording
from cxr_desktop.export.html_parts import e, terms
from cxr_desktop.export.wording import format_probability


def operating_points(card: ModelCard) -> str:
    """Thresholds and what they did on test images, with 95 % Wilson intervals."""
    rows = "".join(
        f"<tr><td>{e(wording.finding_label(finding, card))}</td><td>{e(point.target)}</td>"
        f'<td class="number">{format_probability(point.threshold, 3)}</td>'
        f'<td class="number">{wording.with_interval(point.sensitivity, point.sensitivity_interval)}</td>'
        f'<td class="number">{wording.with_interval(point.specificity, point.specificity_interval)}</td>'
        f'<td class="number">{point.true_positives} of {point.true_positives + point.false_negatives}</td>'
        f'<td class="number">{point.true_negatives} of {point.true_negatives + point.false_positives}</td>'
        f"<td>{e(point.measured_on)}</td></tr>"
        for finding in card.findings
        for point in card.operating_points_of(finding)
    )
    if not rows:
        return '<p class="second points">The card names no operating points: risks have no bands.</p>'
    heads = '<th>Finding</th><th>Chosen for</th><th class="number">Threshold</th>'
    heads += '<th class="number">Sensitivity [95 %]</th><th class="number">Specificity [95 %]</th>'
    heads += '<th class="number">True positives</th><th class="number">True negatives</th><th>Measured on</th>'
    return f'<table class="points"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def model_section(cards: ModelCards, by: ScoredBy | None) -> str:
    """Which models made the numbers, what they are for, and what they learned from."""
    card, second = cards.model, cards.second
    document = card.document
    left = terms(
        (
            ("Model", f"{e(card.title)} {e(card.version)}"),
            ("Name", e(card.name)),
            ("Architecture", e(card.architecture)),
            (
                "Looks for",
                e(", ".join(wording.finding_label(finding, card) for finding in card.findings)) + ", nothing else",
            ),
            ("Gate", _named(cards.gate)),
            ("Orientation", _named(cards.orientation)),
            ("Lungs", _named(cards.lungs)),
            ("Second opinion", _named(second)),
            ("Engine", e(wording.engine(by)) if by else ""),
            ("Digest", e(by.model_digest if by else card.digest)),
            ("Trained", e(document.get("trained_at", ""))),
        )
    )
    right = terms(
        (
            ("Intended use", e(card.intended_use)),
            ("Not for", e(card.not_for)),
            ("Limitations", _list(document.get("limitations"))),
            ("Learned from", _list(_collections(document.get("data")))),
        )
    )
    tables = operating_points(card)
    if second is not None:
        tables += f"<h3>Second opinion: {e(second.title)} {e(second.version)}</h3>{operating_points(second)}"
    return f'<div class="model">{left}{right}</div>{tables}'


def _named(card: ModelCard | None) -> str:
    return f"{e(card.title)} {e(card.version)}" if card is not None else ""


def _collections(data: Any) -> list[str]:
    """Collections of the card, each with its number of images and licence."""
    items = data if isinstance(data, (list, tuple)) else []
    found = []
    for item in items:
        if isinstance(item, Mapping):
            about = [f"{item['images']} images" if item.get("images") else "", str(item.get("licence", ""))]
            details = ", ".join(part for part in about if part)
            found.append(f"{item.get('collection', 'unnamed')}" + (f" ({details})" if details else ""))
    return found


def _list(items: Any) -> str:
    if isinstance(items, str):
        return e(items)
    if not isinstance(items, (list, tuple)) or not items:
        return ""
    return "<ul>" + "".join(f"<li>{e(item)}</li>" for item in items) + "</ul>"
