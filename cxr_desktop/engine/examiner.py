"""Answers questions about the image in view in a thread of its own, while the queue is scored; sends no message itself.

It has a copy of the model: a request to a network belongs to one thread. The copy is made for the first question.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import CheckpointError, CxrError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import SaliencyMap, ScoredBy
from cxr_desktop.domain.shortcut_test import ShortcutReport
from cxr_desktop.engine.lung_finder import LungFinder
from cxr_desktop.engine.messages import Answer, MapQuestion, Question, ScoreRequest
from cxr_desktop.engine.preparation import Preparation, corrected_grey
from cxr_desktop.engine.questions import Questions, Withdrawn
from cxr_desktop.engine.shortcut_trials import run_trials
from cxr_desktop.engine.triage_model import TriageModel
from cxr_desktop.imaging.budget import ReadBudget

log = logging.getLogger(__name__)


TOLD_EVERY_S = 0.2
"""Between two words on how far a question is."""


class Examiner:
    """``run`` never returns. In its thread ``answer`` is called with the number of a question and what came of it, and
    ``tell`` with its number and the share of the work that is done."""

    def __init__(
        self,
        folder: Path,
        card: ModelCard,
        scored_by: ScoredBy,
        finder: LungFinder | None,
        budget: ReadBudget,
    ) -> None:
        self._folder, self._card, self._scored_by = folder, card, scored_by
        self._finder, self._budget = finder, budget
        self._preparation = Preparation(budget, card.preprocess, None, finder=finder)
        self._model: TriageModel | None = None

    def run(
        self, questions: Questions, answer: Callable[[int, Answer], None], tell: Callable[[int, float], None]
    ) -> None:
        """Until the process ends."""
        while True:
            number, question = questions.take()
            told = time.monotonic()

            def goes_on(share: float, number: int = number) -> None:
                nonlocal told
                questions.goes_on()
                if time.monotonic() - told >= TOLD_EVERY_S:
                    told = time.monotonic()
                    tell(number, share)

            try:
                answer(number, self.answer(question, goes_on))
            except Withdrawn:
                log.debug("a question was withdrawn")

    def answer(self, question: Question, goes_on: Callable[[float], None]) -> Answer:
        """Every fault becomes a reason; only what ``goes_on`` raises gets through."""
        started = time.perf_counter()
        try:
            if isinstance(question, MapQuestion):
                maps = self._maps(question, goes_on)
                return self._said(started, maps=maps)
            report = run_trials(self._upright(question.request), self._loaded(), self._finder, goes_on)
            return self._said(started, report=report)
        except Withdrawn:
            raise
        except CxrError as error:
            return Answer(reason=str(error))
        except MemoryError:
            return Answer(reason="there is not enough memory")
        except Exception as error:
            log.warning("a question failed with %s", type(error).__name__)
            log.debug("the failure", exc_info=True)
            return Answer(reason="it could not be computed")

    def _said(self, started: float, maps: tuple[SaliencyMap, ...] = (), report: ShortcutReport | None = None) -> Answer:
        return Answer(maps, report, "", time.perf_counter() - started, self._scored_by.model_digest)

    def _maps(self, question: MapQuestion, goes_on: Callable[[float], None]) -> tuple[SaliencyMap, ...]:
        prepared = self._preparation.prepare(question.request)
        if prepared.tensor is None:
            raise CheckpointError(prepared.reason or "the image gives no model input")
        goes_on(0.0)
        return self._loaded().explain(question.method, prepared.tensor, prepared.to_source, goes_on)

    def _upright(self, request: ScoreRequest) -> NDArray[np.float32]:
        return corrected_grey(request, self._budget)

    def _loaded(self) -> TriageModel:
        if self._model is None:
            by = self._scored_by
            self._model = TriageModel(self._folder, self._card, by.model_digest, by.backend, by.device.split(":")[0])
        return self._model
