"""A model card for readers: plain words first, then the tables, each with the command that reproduces it.

It computes nothing: every number is the card's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cxr_desktop.domain.model_card import ModelCard, OperatingPoint
from cxr_desktop.export.card import blocks, choices
from cxr_desktop.export.card.sheet import Command, Heading, Items, Part, Table, Words, with_span


def card_sheet(card: ModelCard) -> list[Part]:
    """The whole card."""
    document = card.document
    metrics = _mapping(document, "metrics")
    return [*_words(card), *_data(document), *_numbers(card, metrics), *_how(card)]


def _mapping(table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Empty where there is none."""
    value = table.get(key)
    return value if isinstance(value, Mapping) else {}


def _words(card: ModelCard) -> Iterator[Part]:
    document = card.document
    yield Heading(f"{card.title} ({card.name}, version {card.version})", 1)
    classes = ", ".join(card.label_of(f) for f in card.findings) if card.role == "triage" else ", ".join(card.classes)
    yield Words(f"It answers: {classes}. Network: {card.architecture}.")
    for title, text in (("What it is for", card.intended_use), ("What it must not be used for", card.not_for)):
        if text:
            yield from (Heading(title), Words(text))
    lists = {
        "does_not_look_for": "What it does not look for",
        "known_failures": "Known failures",
        "limitations": "What its numbers do not say",
    }
    for key, title in lists.items():
        texts = document.get(key, [])
        if texts:
            yield from (Heading(title), Items((texts,) if isinstance(texts, str) else tuple(map(str, texts))))


def _data(document: Mapping[str, Any]) -> Iterator[Part]:
    rows = document.get("data", [])
    if rows:
        yield Heading("What it was trained and measured on")
        yield Words("Licences are those that the collections or their images state.")
        cells = tuple(
            (
                str(r.get("collection", "–")),
                *(str(r.get(split, "–")) for split in ("train", "val", "test")),
                str(r.get("licence", "–")),
            )
            for r in rows
            if isinstance(r, Mapping)
        )
        yield Table(("Collection", "Training", "Validation", "Test", "Licence"), cells)


def _numbers(card: ModelCard, metrics: Mapping[str, Any]) -> Iterator[Part]:
    if card.operating_points:
        yield Heading("Operating points")
        chosen_by = str(card.document.get(choices.CHOSEN_BY, choices.BY_VALIDATION))
        how = choices.CHOICES.get(chosen_by, f"Temperature and thresholds were chosen by: {chosen_by}.")
        yield Words(f"{how} The counts are of the images named. Intervals: Wilson.")
        yield Table(
            ("Class", "Goal", "Threshold", "Sensitivity (95 %)", "Specificity (95 %)", "TP/FP/TN/FN", "Measured on"),
            tuple(_point(card, point) for point in card.operating_points),
        )
        yield from _command(_mapping(card.document, "commands").get("choice"))
    if card.role != "triage":
        yield from _of_others(card, metrics)
        return
    for name, (title, tables) in blocks.SECTIONS.items():
        if isinstance(metrics.get(name), Mapping):
            yield Heading(title)
            yield from _told(tables, metrics[name])
            yield from _command(metrics[name].get("command"))


def _told(tables: Callable[[Mapping[str, Any]], Iterator[Part]], block: Mapping[str, Any]) -> list[Part]:
    """A block in its own words. Cards come from elsewhere too: another form is shown as it stands, and it says so."""
    try:
        return list(tables(block))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        return [
            Words("This block has a form that the program does not know. Its values as they stand:"),
            *blocks.plain(block),
        ]


def _of_others(card: ModelCard, metrics: Mapping[str, Any]) -> Iterator[Part]:
    """A gate, an orientation network, a segmenter: every block as it stands."""
    for name, block in metrics.items():
        if name != "training" and isinstance(block, Mapping):
            yield Heading(name.replace("_", " ").capitalize())
            yield from blocks.plain(block)
            yield from _command(block.get("command") or _mapping(card.document, "commands").get("evaluate"))


def _point(card: ModelCard, point: OperatingPoint) -> tuple[str, ...]:
    counts = (point.true_positives, point.false_positives, point.true_negatives, point.false_negatives)
    return (
        card.label_of(point.finding),
        point.target,
        f"{point.threshold:.4g}",
        with_span(point.sensitivity, *point.sensitivity_interval),
        with_span(point.specificity, *point.specificity_interval),
        "/".join(map(str, counts)),
        point.measured_on,
    )


def _how(card: ModelCard) -> Iterator[Part]:
    training = _mapping(_mapping(card.document, "metrics"), "training")
    yield Heading("How it was made")
    if training:
        yield Words(
            f"{training.get('epochs', '–')} epochs, best after {training.get('best_epoch', '–')}, "
            f"{training.get('minutes_of_training', '–')} minutes on {training.get('machine', 'an unknown machine')}. "
            f"Temperature {card.temperature:g}."
        )
    for text in _mapping(card.document, "commands").values():
        yield Command(str(text))
    yield Words(f"Card {card.digest[:16]}.")


def _command(text: Any) -> Iterator[Part]:
    if text:
        yield Command(str(text))
