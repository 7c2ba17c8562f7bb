"""Asks the gate's networks about prepared images; what their answers mean is decided in ``gate`` and its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.prediction import QualityVerdict
from cxr_desktop.engine import gate, orientation
from cxr_desktop.engine.loaded_model import LoadedModel
from cxr_desktop.engine.model_folders import ModelFolders
from cxr_desktop.engine.preparation import Prepared

Flags = tuple[str, ...]
_Tensor = Callable[[Prepared], NDArray[np.float32] | None]


class Gatekeeper:
    """Gate and orientation stay on the processor: the same verdict wherever the model computes."""

    def __init__(self, folders: ModelFolders, cards: ModelCards) -> None:
        """Raises ``CheckpointError``."""
        self._gate = _loaded(folders.gate, cards.gate)
        self._orientation = _loaded(folders.orientation, cards.orientation)

    def judge(self, batch: Sequence[Prepared]) -> tuple[list[QualityVerdict | None], list[Flags]]:
        """A verdict for each, ``None`` where nobody was asked, and flags of those that may be scored.

        Only a frontal chest is asked how it lies. Raises ``DeviceError``.
        """
        verdicts = [item.content for item in batch]
        flags: list[Flags] = [() for _ in batch]
        for n, row, card in _answers(self._gate, batch, lambda item: item.gate_tensor):
            verdicts[n] = gate.network_verdict(row, card)
        for n, row, card in _answers(self._orientation, batch, lambda item: item.orientation_tensor):
            if _passes(verdicts[n]):
                verdicts[n], flags[n] = orientation.orientation_verdict(row, card, verdicts[n])
        for n, item in enumerate(batch):
            # Last: a hand has no lungs either, and the reader should be told that it is a hand.
            if item.lungs_verdict is not None and _passes(verdicts[n]):
                verdicts[n] = item.lungs_verdict
        return verdicts, flags


def _loaded(folder: Path | None, card: ModelCard | None) -> LoadedModel | None:
    return LoadedModel(folder, card, "openvino", "cpu") if folder is not None and card is not None else None


def _passes(verdict: QualityVerdict | None) -> bool:
    return verdict is None or verdict.usable


def _answers(
    model: LoadedModel | None, batch: Sequence[Prepared], tensor_of: _Tensor
) -> list[tuple[int, NDArray[np.float32], ModelCard]]:
    """(place in the batch, logits, card) of all images that have a tensor for this model."""
    asked = [(n, tensor) for n, item in enumerate(batch) if (tensor := tensor_of(item)) is not None]
    if model is None or not asked:
        return []
    logits = model.backend.forward(np.stack([tensor for _, tensor in asked])).logits
    return [(n, row, model.card) for (n, _), row in zip(asked, logits, strict=True)]
