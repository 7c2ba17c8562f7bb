"""One model that answers in classes: tensors in, calibrated probabilities and maps out; knows no file and no gate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.map_method import MapMethod, MapOffer
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding, QualityVerdict, RiskBand, SaliencyMap, ScoredBy
from cxr_desktop.engine.calibration import probabilities
from cxr_desktop.engine.card import output_of
from cxr_desktop.engine.checkpoint import read_file
from cxr_desktop.engine.explainer import explain, offers
from cxr_desktop.engine.familiarity import FAMILIARITY_FILE, Familiarity, familiarity_verdict, read_familiarity
from cxr_desktop.engine.loaded_model import LoadedModel
from cxr_desktop.engine.outputs import Outputs
from cxr_desktop.engine.saliency import saliency_maps
from cxr_desktop.imaging.preprocess import RESULT_VERSION


class Answer(NamedTuple):
    """What a model says of one image."""

    probabilities: dict[Finding, float]
    logits: dict[Finding, float]
    risk_finding: Finding
    risk_band: RiskBand | None


class TriageModel:
    """A triage checkpoint on a device. Raises ``CheckpointError`` and ``DeviceError`` where it cannot be loaded."""

    def __init__(self, folder: Path, card: ModelCard, digest: str, backend: str, device: str) -> None:
        """``digest`` is that of all cards which can change its numbers."""
        self.card = card
        self._folder = folder
        self._digest = digest
        self._output = output_of(card)
        self._findings = tuple(Finding(name) for name in card.classes)
        self._model = LoadedModel(folder, card, backend, device)
        self._familiarity = _familiarity(folder, card, self._model.channels)

    @property
    def scored_by(self) -> ScoredBy:
        """What decides the numbers now; changes where a device had to be given up."""
        backend = self._model.backend
        return ScoredBy(
            model=self.card.name,
            model_version=self.card.version,
            model_digest=self._digest,
            backend=backend.name,
            device=backend.device,
            precision=backend.precision,
            preprocess_version=RESULT_VERSION,
        )

    @property
    def preferred_batch(self) -> int:
        """How many images at once the device likes."""
        return self._model.backend.preferred_batch

    @property
    def is_on_processor(self) -> bool:
        """Whether there is no device left to give up."""
        return self._model.backend.name == "openvino"

    def move_to_processor(self) -> None:
        """Give the device up."""
        if not self.is_on_processor:
            self._model = LoadedModel(self._folder, self.card, "openvino", "cpu")

    def forward(self, tensors: Sequence[NDArray[np.float32]]) -> list[Outputs]:
        """One for each. Raises ``DeviceError`` where the device fails."""
        if not tensors:
            return []
        outputs = self._model.backend.forward(np.stack(tensors))
        return [outputs.image(n) for n in range(len(tensors))]

    def answer(self, output: Outputs) -> Answer | None:
        """``None`` where the network gave no numbers."""
        if not np.isfinite(output.logits).all():
            return None
        values = probabilities(output.logits, self.card.temperature, self._output)
        shares = {f: float(p) for f, p in zip(self._findings, values, strict=True)}
        logits = {f: float(v) for f, v in zip(self._findings, output.logits, strict=True)}
        interest = self.card.class_of_interest
        return Answer(shares, logits, interest, self.card.risk_band(interest, shares[interest]))

    def seen_before(self, output: Outputs, verdict: QualityVerdict | None) -> QualityVerdict | None:
        """``verdict``, or that the image is unlike all that the model learned from, where the model can tell."""
        if self._familiarity is None:
            return verdict
        return familiarity_verdict(output.features, self._familiarity, verdict)

    def maps(self, output: Outputs, to_source: Affine) -> tuple[SaliencyMap, ...]:
        """One for each class."""
        return saliency_maps(self._model.maps(output), self._findings, self._model.cells, to_source)

    def explain(
        self, method: MapMethod, tensor: NDArray[np.float32], to_source: Affine, goes_on: Callable[[float], None]
    ) -> tuple[SaliencyMap, ...]:
        """The maps of one input by any method, one for each class. ``goes_on`` may raise; so may the device."""
        maps = explain(self._model, method, tensor, goes_on)
        return saliency_maps(maps, self._findings, self._model.cells, to_source, method.value)

    def map_offers(self) -> tuple[MapOffer, ...]:
        """The ways to compute its maps, and what they cost."""
        return offers(self._model)


def _familiarity(folder: Path, card: ModelCard, channels: int) -> Familiarity | None:
    if FAMILIARITY_FILE not in card.files:
        return None
    parameters = read_familiarity(read_file(folder, card, FAMILIARITY_FILE))
    if parameters.mean.shape != (channels,):
        raise CheckpointError("the distance to the training images was not computed with this network")
    return parameters
