"""The table of left-out collections in a card; it measures nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.engine import checkpoint
from training.publishing.card_blocks import LEFT_OUT
from training.publishing.card_words import UNSEEN


def put_left_out(folder: Path, block: Mapping[str, Any]) -> ModelCard:
    """Write the table into the model's card, which no longer says that nothing was measured elsewhere."""
    card = checkpoint.read_card(folder)
    document = dict(card.document)
    document["metrics"] = {**document.get("metrics", {}), LEFT_OUT: dict(block)}
    document["limitations"] = [text for text in document.get("limitations", []) if text != UNSEEN]
    return checkpoint.save_copy(folder, document, folder, card)
