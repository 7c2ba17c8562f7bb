"""A finished run that learned lungs → a model folder, its Dice measured through the finder that serves it."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.engine import checkpoint
from training.data.sample import Sample
from training.data.splits import of_split
from training.events import Events
from training.publishing import card_words
from training.recipe import Recipe
from training.report.lungs_report import dices, draft_of, lungs_numbers
from training.report.run_report import curves_of
from training.run.run_folder import trained_segmenter

_CURVE = ("epoch", "train_loss", "train_dice", "val_loss", "val_dice", "val_low_dice")


def publish_lungs(
    run: Path, folder: Path, words: Mapping[str, Any], root: Path, samples: Sequence[Sample], events: Events
) -> ModelCard:
    """``words``: what of the card needs no measurement (name, title, commands, how the training went)."""
    recipe, network, _ = trained_segmenter(run)
    with tempfile.TemporaryDirectory() as place:
        draft = Path(place) / "draft"
        document = draft_of(recipe) | dict(words)
        card = checkpoint.save(draft, document, network)
        metrics = dict(document["metrics"]) | {"curve": _curve(run)}
        metrics |= _measured(draft, card, recipe, root, samples, events)
        return checkpoint.save_copy(folder, {**card.document, "metrics": metrics}, draft, card)


def card_document(recipe: Recipe, samples: Sequence[Sample], name: str) -> dict[str, Any]:
    """The words of the card: the recipe's, and how to make and measure it again."""
    return {
        **draft_of(recipe),
        "version": "1",
        "not_for": card_words.NOT_FOR,
        "commands": card_words.commands(recipe, name),
        **{key: value for key, value in recipe.document.items() if key != "class_labels"},
        "name": name,
        "threshold": 0.5,
        "data": card_words.collections(samples, recipe.data.leave_out),
        "recipe": card_words.without_places(recipe),
    }


def _measured(
    draft: Path, card: ModelCard, recipe: Recipe, root: Path, samples: Sequence[Sample], events: Events
) -> dict[str, Any]:
    """Dice on test and on validation images, where there are any."""
    splits = {split: of_split(samples, split, recipe.data.leave_out) for split in ("test", "val")}
    if not any(splits.values()):
        raise CxrError("the data have neither validation nor test images with masks")
    return {
        split: lungs_numbers(chosen, dices(draft, card, root, chosen, events))
        for split, chosen in splits.items()
        if chosen
    }


def _curve(run: Path) -> list[dict[str, float]]:
    """The epochs that were validated."""
    rows = [row for row in curves_of(run) if row.get("val_dice") is not None]
    return [{key: round(value, 4) for key in _CURVE if (value := row.get(key)) is not None} for row in rows]
