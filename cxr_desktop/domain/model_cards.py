"""The cards of all models that have a part in one result, and the one digest that says whether two results compare."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from cxr_desktop.domain.model_card import ModelCard


@dataclass(frozen=True, slots=True)
class ModelCards:
    """``gate`` judges whether an image is a frontal chest radiograph, ``orientation`` how it lies, ``lungs`` finds the
    lungs, ``second`` gives a second opinion beside ``model``. What is ``None`` is not asked."""

    model: ModelCard
    gate: ModelCard | None = None
    orientation: ModelCard | None = None
    lungs: ModelCard | None = None
    second: ModelCard | None = None

    @property
    def digest(self) -> str:
        """Of all weights and numbers that can change a result; each card has its place."""
        places = (self.model, self.gate, self.orientation, self.lungs, self.second)
        return hashlib.sha256("+".join(card.digest if card else "" for card in places).encode()).hexdigest()

    @property
    def digest_of_second(self) -> str:
        """The digest under which the second model would score alone: an equal key means an equal number."""
        assert self.second is not None
        return replace(self, model=self.second, second=None).digest
