"""The model folders that score together, and their cards; runs no network."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.engine.checkpoint import read_card

ROLES = {
    "model": "triage",
    "gate": "gate",
    "orientation": "orientation",
    "lungs": "lungs",
    "second": "triage",
}
"""The role that the card in each place must have."""


@dataclass(frozen=True, slots=True)
class ModelFolders:
    """Where the models of ``ModelCards`` are. Only ``model`` must be there: what has no folder is not asked."""

    model: Path
    gate: Path | None = None
    orientation: Path | None = None
    lungs: Path | None = None
    second: Path | None = None


def read_cards(folders: ModelFolders) -> ModelCards:
    """Raises ``CheckpointError`` where a card cannot be read or is of another role."""
    cards: dict[str, ModelCard] = {}
    for place, role in ROLES.items():
        folder: Path | None = getattr(folders, place)
        if folder is None:
            continue
        cards[place] = read_card(folder)
        if cards[place].role != role:
            raise CheckpointError("this model is not made for this task")
    return ModelCards(**cards)
