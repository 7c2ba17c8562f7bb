"""Asks the gate's networks about prepared images; what their answers mean is decided in ``gate`` and its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.prediction import GateClass, QualityVerdict
from cxr_desktop.engine import gate, orientation
from cxr_desktop.engine.checkpoint import read_file
from cxr_desktop.engine.familiarity import Familiarity, read_familiarity
from cxr_desktop.engine.loaded_model import LoadedModel
from cxr_desktop.engine.lung_shape import LUNG_SHAPE_FILE, OUTLINE_LENGTH, lung_rule, shape_distance
from cxr_desktop.engine.model_folders import ModelFolders
from cxr_desktop.engine.preparation import Prepared

_SURE = 0.25
"""In log odds: reduced decoding was seen to move them by less than a tenth."""

Flags = tuple[str, ...]
_Tensor = Callable[[Prepared], NDArray[np.float32] | None]


class Gatekeeper:
    """Gate and orientation stay on the processor: the same verdict wherever the model computes."""

    def __init__(self, folders: ModelFolders, cards: ModelCards) -> None:
        """Raises ``CheckpointError``."""
        self._gate = _loaded(folders.gate, cards.gate)
        self._shape = _shape(folders.gate, cards.gate)
        self._orientation = _loaded(folders.orientation, cards.orientation)

    def judge(self, batch: Sequence[Prepared]) -> tuple[list[QualityVerdict | None], list[Flags]]:
        """A verdict for each, ``None`` where nobody was asked, and flags of those that may be scored.

        Only a frontal chest is asked how it lies. Raises ``DeviceError``.
        """
        verdicts = [item.content for item in batch]
        with_lungs: dict[int, QualityVerdict] = {}
        flags: list[Flags] = [() for _ in batch]
        for n, row, card in _answers(self._gate, batch, lambda item: item.gate_tensor):
            verdicts[n] = gate.network_verdict(row, card)
            with_lungs[n] = gate.network_verdict(row, card, self._lungs_of(batch[n]))
        for n, row, card in _answers(self._orientation, batch, lambda item: item.orientation_tensor):
            # Before the lungs are heard: nobody knows how those of a film that lies on its side should look.
            if _passes(verdicts[n]) or _passes(with_lungs.get(n)):
                verdicts[n], flags[n] = orientation.orientation_verdict(row, card, verdicts[n])
        for n, item in enumerate(batch):
            verdicts[n] = self._last_word(item, verdicts[n], with_lungs.get(n))
        return verdicts, [said if _passes(v) else () for said, v in zip(flags, verdicts, strict=True)]

    def is_sure(self, item: Prepared, verdict: QualityVerdict | None) -> bool:
        """Whether a usable image would also pass if everything were seen a little differently."""
        if self._gate is None or verdict is None:
            return True
        return gate.margin(verdict, self._gate.card, self._lungs_of(item)) >= _SURE

    def _lungs_of(self, item: Prepared) -> float | None:
        """How far its lungs are from those of frontal chests; ``None`` where nobody looked for any."""
        sought = item.lungs is not None or item.lungs_verdict is not None
        return shape_distance(item.lungs, self._shape) if sought and self._shape is not None else None

    def _last_word(
        self, item: Prepared, alone: QualityVerdict | None, with_lungs: QualityVerdict | None
    ) -> QualityVerdict | None:
        """Lungs last: a hand has none either, and the reader should be told that it is a hand."""
        if alone is not None and alone.gate_class in (GateClass.TURNED, GateClass.INVERTED):
            return alone
        if item.lungs_verdict is not None:
            return item.lungs_verdict if _passes(alone) else alone
        return alone if with_lungs is None else with_lungs


def _loaded(folder: Path | None, card: ModelCard | None) -> LoadedModel | None:
    return LoadedModel(folder, card, "openvino", "cpu") if folder is not None and card is not None else None


def _shape(folder: Path | None, card: ModelCard | None) -> Familiarity | None:
    """What a gate knows of lungs, where its card has a rule for them."""
    if folder is None or card is None or lung_rule(card.document) is None:
        return None
    shape = read_familiarity(read_file(folder, card, LUNG_SHAPE_FILE))
    if shape.mean.shape != (OUTLINE_LENGTH,):
        raise CheckpointError("what the gate knows of lungs is not readable")
    return shape


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
