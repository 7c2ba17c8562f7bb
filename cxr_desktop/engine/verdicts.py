"""Asks the gate's networks about prepared images; what their answers mean is decided in ``gate``."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cxr_desktop.domain.prediction import QualityVerdict
from cxr_desktop.engine import gate
from cxr_desktop.engine.loaded_model import LoadedModel
from cxr_desktop.engine.model_folders import ModelCards, ModelFolders
from cxr_desktop.engine.preparation import Prepared


class Gatekeeper:
    """The gate stays on the processor: the same verdict wherever the model computes."""

    def __init__(self, folders: ModelFolders, cards: ModelCards) -> None:
        """Raises ``CheckpointError``."""
        self._gate = LoadedModel(folders.gate, cards.gate, "openvino", "cpu") if folders.gate and cards.gate else None

    def verdicts(self, batch: Sequence[Prepared]) -> list[QualityVerdict | None]:
        """One for each; ``None`` where nobody was asked. Raises ``DeviceError``."""
        verdicts = [item.content for item in batch]
        asked = [(n, item.gate_tensor) for n, item in enumerate(batch) if item.gate_tensor is not None]
        if self._gate is not None and asked:
            logits = self._gate.backend.forward(np.stack([tensor for _, tensor in asked])).logits
            for (n, _), row in zip(asked, logits, strict=True):
                verdicts[n] = gate.network_verdict(row, self._gate.card)
        # Last: a hand has no lungs either, and the reader should be told that it is a hand.
        return [
            item.lungs_verdict if item.lungs_verdict is not None and (v is None or v.usable) else v
            for item, v in zip(batch, verdicts, strict=True)
        ]
