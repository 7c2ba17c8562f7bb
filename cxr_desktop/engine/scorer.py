"""Files in, predictions out: what the command line, the window, evaluation and benchmarks all call."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import CheckpointError, CxrError, DeviceError
from cxr_desktop.domain.prediction import Finding, Prediction, QualityVerdict, ScoredBy, Status
from cxr_desktop.engine import device as devices
from cxr_desktop.engine import gate
from cxr_desktop.engine.calibration import probabilities
from cxr_desktop.engine.card import output_of
from cxr_desktop.engine.checkpoint import combined_digest, read_card
from cxr_desktop.engine.loaded_model import LoadedModel
from cxr_desktop.engine.messages import ScoreRequest
from cxr_desktop.engine.outputs import Outputs
from cxr_desktop.engine.pipeline import Pipeline
from cxr_desktop.engine.preparation import Preparation, Prepared
from cxr_desktop.engine.saliency import saliency_maps
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.preprocess import PREPROCESS_VERSION

__all__ = ["ScoreRequest", "Scorer", "combined_digest"]

log = logging.getLogger(__name__)


class Scorer:
    """Loads and verifies a model and its gate once, then scores any number of files."""

    def __init__(
        self,
        model_folder: Path,
        gate_folder: Path | None,
        device: str = "auto",
        budget: ReadBudget | None = None,
        on_warning: Callable[[str], None] | None = None,
    ) -> None:
        """Raises ``CheckpointError`` and ``DeviceError``. ``on_warning`` gets sentences such as a change of device."""
        self.budget = budget or ReadBudget()
        self._on_warning = on_warning
        self._folder = model_folder
        self.card = read_card(model_folder)
        self.gate_card = read_card(gate_folder) if gate_folder else None
        if self.card.role != "triage" or (self.gate_card and self.gate_card.role != "gate"):
            raise CheckpointError("this model is not made for this task")
        # The gate stays on the processor: the same verdict wherever the model computes.
        self._gate = (
            LoadedModel(gate_folder, self.gate_card, "openvino", "cpu") if gate_folder and self.gate_card else None
        )
        self._model = self._load(devices.choose(device))
        self._output = output_of(self.card)
        self._findings = tuple(Finding(name) for name in self.card.classes)
        self._preparation = Preparation(
            self.budget, self.card.preprocess, self.gate_card.preprocess if self.gate_card else None
        )

    @property
    def scored_by(self) -> ScoredBy:
        """What decides the numbers now; changes where a device had to be given up."""
        backend = self._model.backend
        return ScoredBy(
            model=self.card.name,
            model_version=self.card.version,
            model_digest=combined_digest(self.card, self.gate_card),
            backend=backend.name,
            device=backend.device,
            precision=backend.precision,
            preprocess_version=PREPROCESS_VERSION,
        )

    def _load(self, choice: devices.DeviceChoice) -> LoadedModel:
        try:
            return LoadedModel(self._folder, self.card, choice.backend, choice.device)
        except DeviceError as error:
            if choice.chosen or choice.backend == "openvino":
                raise
            self._warn(f"The processor is used: {error}")
            return LoadedModel(self._folder, self.card, "openvino", "cpu")

    def _warn(self, text: str) -> None:
        log.warning("%s", text)
        if self._on_warning is not None:
            self._on_warning(text)

    # -- many files ------------------------------------------------------------------------------------------------

    def start(self, pipeline: Pipeline[ScoreRequest, Prepared, Prediction]) -> None:
        """Let ``pipeline`` work with this model."""
        from cxr_desktop.engine.backend_openvino import usable_cores

        pipeline.start(
            self._preparation.prepare, self.judge, min(4, usable_cores()), self._model.backend.preferred_batch
        )

    def score(self, requests: Iterable[ScoreRequest]) -> Iterator[Prediction]:
        """Exactly one prediction per request, in order of completion; a bad file is a prediction with a reason.

        ``requests`` may be endless: it is read only as far as there is room.
        """
        with Pipeline[ScoreRequest, Prepared, Prediction]() as pipeline:
            self.start(pipeline)
            source = iter(requests)
            more = True
            while more or pipeline.in_flight:
                while more and pipeline.has_room:
                    try:
                        pipeline.submit(0, next(source))
                    except StopIteration:
                        more = False
                for _, prediction in pipeline.take():
                    yield prediction

    # -- one batch -------------------------------------------------------------------------------------------------

    def judge(self, batch: Sequence[Prepared]) -> list[Prediction]:
        """Gate, logits, probabilities and maps of prepared files; never raises for any of them."""
        started = time.perf_counter()
        try:
            verdicts = self._verdicts(batch)
            chosen = [
                n
                for n, item in enumerate(batch)
                if item.tensor is not None and (item.request.override or (v := verdicts[n]) is None or v.usable)
            ]
            outputs = dict(zip(chosen, self._forward([batch[n] for n in chosen]), strict=True))
        except CxrError as error:
            log.warning("scoring failed: %s", error)
            return [self._not_scored(item, None, str(error), 0.0) for item in batch]
        share = (time.perf_counter() - started) / len(batch)
        return [self._prediction(item, verdicts[n], outputs.get(n), share) for n, item in enumerate(batch)]

    def _verdicts(self, batch: Sequence[Prepared]) -> list[QualityVerdict | None]:
        verdicts = [item.content for item in batch]
        asked = [n for n, item in enumerate(batch) if item.gate_tensor is not None]
        if self._gate is not None and asked:
            logits = self._gate.backend.forward(_stack([batch[n].gate_tensor for n in asked])).logits
            for n, row in zip(asked, logits, strict=True):
                verdicts[n] = gate.network_verdict(row, self._gate.card)
        return verdicts

    def _forward(self, items: Sequence[Prepared]) -> list[Outputs]:
        if not items:
            return []
        tensors = _stack([item.tensor for item in items])
        try:
            outputs = self._model.backend.forward(tensors)
        except DeviceError as error:
            if self._model.backend.name == "openvino":
                raise
            self._model = LoadedModel(self._folder, self.card, "openvino", "cpu")
            self._warn(f"Scoring goes on with the processor: {error}")
            outputs = self._model.backend.forward(tensors)
        return [outputs.image(n) for n in range(len(items))]

    def _prediction(
        self,
        item: Prepared,
        verdict: QualityVerdict | None,
        output: Outputs | None,
        share: float,
    ) -> Prediction:
        if item.status is not None:
            return self._not_scored(item, None, item.reason, share)
        if output is None:
            return self._not_scored(item, verdict, verdict.reason if verdict else "", share)
        logits = output.logits
        if not np.isfinite(logits).all():
            return self._not_scored(item, verdict, "the model gave no number for this image", share)
        values = probabilities(logits, self.card.temperature, self._output)
        shares = {f: float(p) for f, p in zip(self._findings, values, strict=True)}
        interest = self.card.class_of_interest
        maps = self._model.maps(output)
        header_flags = gate.header_flags(item.header, verdict) if item.header else ()
        return Prediction(
            path=item.request.path,
            status=Status.SCORED,
            content_hash=item.content_hash,
            gate=verdict,
            probabilities=shares,
            logits={f: float(v) for f, v in zip(self._findings, logits, strict=True)},
            risk_finding=interest,
            risk_band=self.card.risk_band(interest, shares[interest]),
            maps=saliency_maps(maps, self._findings, self._model.cells, item.to_source),
            scored_by=self.scored_by,
            seconds=item.seconds + share,
            scored_at=_now(),
            quarter_turns=item.request.quarter_turns % 4,
            override=item.request.override,
            flags=(*item.flags, *header_flags),
        )

    def _not_scored(self, item: Prepared, verdict: QualityVerdict | None, reason: str, share: float) -> Prediction:
        return Prediction(
            path=item.request.path,
            status=item.status or Status.NOT_SCORED,
            reason=item.reason or reason,
            content_hash=item.content_hash,
            gate=verdict,
            scored_by=self.scored_by,
            seconds=item.seconds + share,
            scored_at=_now(),
            quarter_turns=item.request.quarter_turns % 4,
            override=item.request.override,
            flags=item.flags,
        )


def _stack(tensors: Sequence[NDArray[np.float32] | None]) -> NDArray[np.float32]:
    return np.stack([tensor for tensor in tensors if tensor is not None])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
