"""Scores one image again with parts of it hidden that hold no disease; keeps nothing and knows no pipe."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.shortcut_test import Hidden, ShortcutReport, ShortcutTrial
from cxr_desktop.engine.lung_finder import LungFinder
from cxr_desktop.engine.triage_model import Answer, TriageModel
from cxr_desktop.imaging.hidden_parts import at_size, blackened, border_mask, filled, marker_mask, widened
from cxr_desktop.imaging.lung_region import lungs_at, moved, reduced
from cxr_desktop.imaging.preprocess import preprocess

Grey = NDArray[np.float32]

NO_LUNGS = "the lungs were not found"
NO_FINDER = "the lung model is not installed"


def run_trials(
    grey: Grey, model: TriageModel, finder: LungFinder | None, goes_on: Callable[[float], None]
) -> ShortcutReport:
    """``grey`` is upright, bright meaning dense. The lungs are found once, on the untouched image, so that every trial
    looks at the same place. ``goes_on`` is called between trials with the share that is done, and may raise.

    Raises ``UnreadableImageError``.
    """
    picture = _Picture(grey, model, finder)
    untouched = picture.answer(None)
    if untouched is None:
        raise UnreadableImageError("the model gave no number for this image")
    trials = []
    for number, hidden in enumerate(Hidden):
        goes_on(number / len(Hidden))
        trials.append(_trial(hidden, picture, NO_FINDER if finder is None else NO_LUNGS))
    finding = untouched.risk_finding
    return ShortcutReport(finding, untouched.probabilities[finding], untouched.risk_band, tuple(trials))


def _trial(hidden: Hidden, picture: _Picture, why_no_lungs: str) -> ShortcutTrial:
    if hidden is Hidden.SURROUNDINGS and picture.lungs is None:
        return ShortcutTrial(hidden, reason=why_no_lungs)
    answer = picture.answer(hidden)
    if answer is None:
        return ShortcutTrial(hidden, reason="the model gave no number")
    return ShortcutTrial(hidden, answer.probabilities[answer.risk_finding], answer.risk_band)


class _Picture:
    """One image as the model's preprocessing wants it: reduced for the region of the lungs, else whole.

    What is hidden is decided on the reduced copy either way.
    """

    def __init__(self, grey: Grey, model: TriageModel, finder: LungFinder | None) -> None:
        self._small, to_grey = reduced(grey)
        self.lungs = finder.find(self._small) if finder is not None else None
        self._model = model
        self._spec = model.card.preprocess
        on_lungs = self._spec.region == "lungs"
        self._image = self._small if on_lungs else grey
        self._field = self.lungs if on_lungs or self.lungs is None else moved(self.lungs, to_grey)

    def answer(self, hidden: Hidden | None) -> Answer | None:
        """What the model says of it, with a part hidden or as it is."""
        made = preprocess(self._changed(hidden), self._spec, lungs=self._field)
        return self._model.answer(self._model.forward([made.tensor])[0])

    def _changed(self, hidden: Hidden | None) -> Grey:
        if hidden is None:
            return self._image
        mask = at_size(self._mask(hidden), _shape(self._image))
        return blackened(self._image, mask) if hidden is Hidden.SURROUNDINGS else filled(self._image, mask)

    def _mask(self, hidden: Hidden) -> NDArray[np.bool_]:
        shape = _shape(self._small)
        lungs = lungs_at(self.lungs, Affine(), shape) if self.lungs is not None else None
        if hidden is Hidden.BORDERS:
            return border_mask(shape, lungs)
        if hidden is Hidden.MARKERS:
            return marker_mask(self._small, lungs)
        assert lungs is not None, "asked for with lungs alone"
        return ~widened(lungs)


def _shape(grey: Grey) -> tuple[int, int]:
    return grey.shape[0], grey.shape[1]
