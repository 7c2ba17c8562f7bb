"""Files in, predictions out: what the command line, the window, evaluation and benchmarks all call."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

from cxr_desktop.domain.errors import CxrError, DeviceError
from cxr_desktop.domain.map_method import MapOffer
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.prediction import GateClass, Prediction, QualityVerdict, ScoredBy, SecondOpinion, Status
from cxr_desktop.engine import backend_openvino, fewer_pixels, gate
from cxr_desktop.engine import device as devices
from cxr_desktop.engine.examiner import Examiner
from cxr_desktop.engine.fewer_pixels import MAY_MOVE
from cxr_desktop.engine.lung_finder import LungFinder
from cxr_desktop.engine.messages import Picture, ScoreRequest
from cxr_desktop.engine.model_folders import ModelFolders, read_cards
from cxr_desktop.engine.orientation import MIRRORED
from cxr_desktop.engine.outputs import Outputs
from cxr_desktop.engine.pipeline import Again, Pipeline
from cxr_desktop.engine.preparation import Preparation, Prepared
from cxr_desktop.engine.triage_model import TriageModel
from cxr_desktop.engine.verdicts import Gatekeeper
from cxr_desktop.imaging.budget import ReadBudget

__all__ = ["ModelFolders", "ScoreRequest", "Scorer"]

log = logging.getLogger(__name__)

NO_SECOND_NUMBER = "the second opinion gave no number"

_WITH_LUNGS = {GateClass.FRONTAL_CHEST, GateClass.CROPPED, GateClass.UNFAMILIAR}
"""In a hand or a film on its side, what the segmenter marks is not worth drawing."""


class Looked(NamedTuple):
    """What the networks answered for one image."""

    main: Outputs
    second: Outputs | None


class Scored(NamedTuple):
    """What came of one file; ``picture`` where it was asked for and the image was scored."""

    prediction: Prediction
    picture: Picture | None


class Scorer:
    """Loads and verifies a model and all that goes with it once, then scores any number of files."""

    def __init__(
        self,
        folders: ModelFolders,
        device: str = "auto",
        budget: ReadBudget | None = None,
        on_warning: Callable[[str], None] | None = None,
    ) -> None:
        """Raises ``CheckpointError`` and ``DeviceError``. ``on_warning`` gets sentences such as a change of device."""
        self.budget = budget or ReadBudget()
        self._on_warning = on_warning
        self._folders = folders
        self.cards = cards = read_cards(folders)
        self.card = cards.model
        choice = devices.choose(device)
        backend_openvino.begin()  # gate and lungs use it on every device
        # Compiling a network holds no lock of Python: side by side it takes two thirds of the time.
        with ThreadPoolExecutor(thread_name_prefix="load") as pool:
            gatekeeper = pool.submit(Gatekeeper, folders, cards)
            finder = pool.submit(_finder, folders, cards)
            self._main, self._second = self._load(choice, pool)
            self._gatekeeper, self._finder = gatekeeper.result(), finder.result()
        self._preparation = Preparation(
            self.budget,
            cards.model.preprocess,
            cards.gate.preprocess if cards.gate else None,
            cards.second.preprocess if cards.second else None,
            orientation_spec=cards.orientation.preprocess if cards.orientation else None,
            finder=self._finder,
            may_reduce=all(map(fewer_pixels.may_do, filter(None, (cards.model, cards.second)))),
        )

    @property
    def scored_by(self) -> ScoredBy:
        """What decides the numbers now; changes where a device had to be given up."""
        return self._main.scored_by

    def map_offers(self) -> tuple[MapOffer, ...]:
        """The ways to compute heat maps with the main model, and what they cost."""
        return self._main.map_offers()

    def examiner(self) -> Examiner:
        """Who answers questions about single images with the same model on the same device."""
        return Examiner(self._folders.model, self.card, self.scored_by, self._finder, self.budget)

    def _load(self, choice: devices.DeviceChoice, pool: ThreadPoolExecutor) -> tuple[TriageModel, TriageModel | None]:
        """Both on one device: the key of a result names one."""
        try:
            return self._models(choice.backend, choice.device, pool)
        except DeviceError as error:
            if choice.chosen or choice.backend == "openvino":
                raise
            self._warn(f"The processor is used: {error}")
            return self._models("openvino", "cpu", pool)

    def _models(self, backend: str, device: str, pool: ThreadPoolExecutor) -> tuple[TriageModel, TriageModel | None]:
        folders, cards = self._folders, self.cards
        main = pool.submit(TriageModel, folders.model, cards.model, cards.digest, backend, device)
        if backend != "openvino":
            main.result()  # two threads that import torch at once would stand in each other's way
        if folders.second is None or cards.second is None:
            return main.result(), None
        second = pool.submit(TriageModel, folders.second, cards.second, cards.digest_of_second, backend, device)
        return main.result(), second.result()

    def _warn(self, text: str) -> None:
        log.warning("%s", text)
        if self._on_warning is not None:
            self._on_warning(text)

    # -- many files ------------------------------------------------------------------------------------------------

    def start(self, pipeline: Pipeline[ScoreRequest, Prepared, Scored]) -> None:
        """Let ``pipeline`` work with this model."""
        workers = min(4, backend_openvino.usable_cores())
        pipeline.start(self._preparation.prepare, self.judge, workers, self._main.preferred_batch)

    def score(self, requests: Iterable[ScoreRequest]) -> Iterator[Prediction]:
        """Exactly one prediction per request, in order of completion; a bad file is a prediction with a reason.

        ``requests`` may be endless: it is read only as far as there is room.
        """
        with Pipeline[ScoreRequest, Prepared, Scored]() as pipeline:
            self.start(pipeline)
            source = iter(requests)
            more = True
            while more or pipeline.in_flight:
                while more and pipeline.has_room:
                    try:
                        pipeline.submit(0, next(source))
                    except StopIteration:
                        more = False
                for _, scored in pipeline.take():
                    yield scored.prediction

    # -- one batch -------------------------------------------------------------------------------------------------

    def judge(self, batch: Sequence[Prepared]) -> list[Scored | Again[Prepared]]:
        """Gate, logits, probabilities and maps of prepared files; never raises for any of them.

        Where reduced decoding could have decided something, the file is to be decoded again, and wholly.
        """
        return [
            Again(partial(self._preparation.prepare, item.request, whole=True))
            if item.is_reduced and not self._stands(item, prediction)
            else Scored(prediction, item.picture if prediction.status is Status.SCORED else None)
            for item, prediction in zip(batch, self._judge(batch), strict=True)
        ]

    def _stands(self, item: Prepared, prediction: Prediction) -> bool:
        """Whether a number from reduced pixels is far enough from all that could have come out otherwise.

        Only what says something about the file itself is looked at, so equal files are decided alike.
        """
        if prediction.status is not Status.SCORED or item.lung_flags or item.lungs_in_doubt:
            return False
        if MIRRORED in prediction.flags:
            return False
        answers = [(self.card, prediction.probabilities)]
        if self.cards.second is not None and prediction.second is not None:
            answers.append((self.cards.second, prediction.second.probabilities))
        enough = all(fewer_pixels.are_enough(card, shares) for card, shares in answers)
        return enough and self._gatekeeper.is_sure(item, prediction.gate) and self._holds(item, prediction)

    def _holds(self, item: Prepared, prediction: Prediction) -> bool:
        """Whether lungs a cell wider or narrower would give nearly the same: a few cells may move a logit by 0.02."""
        looks = [(self._main, item.other_tensors, prediction.probabilities)]
        if self._second is not None and prediction.second is not None:
            looks.append((self._second, item.other_second_tensors, prediction.second.probabilities))
        for model, tensors, shares in looks:
            for answer in map(model.answer, model.forward(tensors)):
                if answer is None or any(abs(answer.probabilities[f] - p) > MAY_MOVE for f, p in shares.items()):
                    return False
        return True

    def _judge(self, batch: Sequence[Prepared]) -> list[Prediction]:
        started = time.perf_counter()
        try:
            verdicts, flags = self._gatekeeper.judge(batch)
            chosen = [
                n
                for n, item in enumerate(batch)
                if item.tensor is not None and (item.request.override or (v := verdicts[n]) is None or v.usable)
            ]
            looked = dict(zip(chosen, self._look([batch[n] for n in chosen]), strict=True))
        except CxrError as error:
            log.warning("scoring failed: %s", error)
            return [_not_scored(item, None, str(error), self.scored_by) for item in batch]
        share = (time.perf_counter() - started) / len(batch)
        return [
            replace(found, seconds=found.seconds + share)
            for found in (self._prediction(item, verdicts[n], flags[n], looked.get(n)) for n, item in enumerate(batch))
        ]

    def _look(self, items: Sequence[Prepared]) -> list[Looked]:
        try:
            return self._forward(items)
        except DeviceError as error:
            if self._main.is_on_processor:
                raise
            # Together, so that both opinions of one row come from the device that its key names.
            for model in (self._main, self._second):
                if model is not None:
                    model.move_to_processor()
            self._warn(f"Scoring goes on with the processor: {error}")
            return self._forward(items)

    def _forward(self, items: Sequence[Prepared]) -> list[Looked]:
        main = self._main.forward([item.tensor for item in items if item.tensor is not None])
        if self._second is None:
            return [Looked(output, None) for output in main]
        second = self._second.forward([item.second_tensor for item in items if item.second_tensor is not None])
        return [Looked(*pair) for pair in zip(main, second, strict=True)]

    def _prediction(
        self, item: Prepared, verdict: QualityVerdict | None, flags: tuple[str, ...], looked: Looked | None
    ) -> Prediction:
        if item.status is not None or looked is None:
            reason = item.reason or (verdict.reason if verdict else "")
            return _not_scored(item, None if item.status else verdict, reason, self.scored_by)
        verdict = self._main.seen_before(looked.main, verdict)
        if verdict is not None and not verdict.usable and not item.request.override:
            return _not_scored(item, verdict, verdict.reason, self.scored_by)
        answer = self._main.answer(looked.main)
        if answer is None:
            return _not_scored(item, verdict, "the model gave no number for this image", self.scored_by)
        second = self._second_opinion(looked.second)
        header_flags = gate.header_flags(item.header, verdict) if item.header else ()
        silent = (NO_SECOND_NUMBER,) if self._second is not None and second is None else ()
        return replace(
            _not_scored(item, verdict, "", self.scored_by),
            status=Status.SCORED,
            probabilities=answer.probabilities,
            logits=answer.logits,
            risk_finding=answer.risk_finding,
            risk_band=answer.risk_band,
            maps=self._main.maps(looked.main, item.to_source),
            second=second,
            lungs=item.lungs,
            flags=(*item.flags, *item.lung_flags, *header_flags, *flags, *silent),
        )

    def _second_opinion(self, output: Outputs | None) -> SecondOpinion | None:
        answer = self._second.answer(output) if self._second is not None and output is not None else None
        if self._second is None or answer is None:
            return None
        return SecondOpinion(
            probabilities=answer.probabilities,
            logits=answer.logits,
            risk_finding=answer.risk_finding,
            risk_band=answer.risk_band,
            scored_by=self._second.scored_by,
        )


def _finder(folders: ModelFolders, cards: ModelCards) -> LungFinder | None:
    return LungFinder(folders.lungs, cards.lungs) if folders.lungs and cards.lungs else None


def _not_scored(item: Prepared, verdict: QualityVerdict | None, reason: str, scored_by: ScoredBy) -> Prediction:
    """All that is known of a file without a number."""
    return Prediction(
        path=item.request.path,
        status=item.status or Status.NOT_SCORED,
        reason=reason,
        content_hash=item.content_hash,
        gate=verdict,
        scored_by=scored_by,
        seconds=item.seconds,
        scored_at=datetime.now(UTC).isoformat(timespec="seconds"),
        quarter_turns=item.request.quarter_turns % 4,
        inverted=item.request.inverted,
        override=item.request.override,
        lungs=item.lungs if verdict is None or verdict.gate_class in _WITH_LUNGS else None,
        flags=item.flags,
    )
