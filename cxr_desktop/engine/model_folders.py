"""The model folders that score together, their cards, and the digest of them all; runs no network."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.engine.checkpoint import combined_digest, read_card

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
    """Where the models are. Only ``model`` must be there: what has no folder is not asked.

    ``gate`` judges whether an image is a frontal chest radiograph, ``orientation`` how it lies, ``lungs`` finds the
    lungs, ``second`` gives a second opinion beside ``model``.
    """

    model: Path
    gate: Path | None = None
    orientation: Path | None = None
    lungs: Path | None = None
    second: Path | None = None


@dataclass(frozen=True, slots=True)
class ModelCards:
    """The cards of ``ModelFolders``, place by place."""

    model: ModelCard
    gate: ModelCard | None = None
    orientation: ModelCard | None = None
    lungs: ModelCard | None = None
    second: ModelCard | None = None

    @property
    def digest(self) -> str:
        """Of everything that can change a result."""
        return combined_digest(self.model, self.gate, self.orientation, self.lungs, self.second)

    @property
    def digest_of_second(self) -> str:
        """The digest under which the second model would score alone: an equal key means an equal number."""
        assert self.second is not None
        return combined_digest(self.second, self.gate, self.orientation, self.lungs)


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
