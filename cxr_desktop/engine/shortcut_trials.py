"""Scores one image again with parts of it hidden that hold no disease; keeps nothing and knows no pipe."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.domain.shortcut_test import Hidden, ShortcutReport, ShortcutTrial
from cxr_desktop.engine.lung_finder import LungFinder
from cxr_desktop.engine.triage_model import Answer, TriageModel
from cxr_desktop.imaging.hidden_parts import border_mask, filled, lungs_alone, marker_mask
from cxr_desktop.imaging.lung_region import lungs_at, moved, reduced
from cxr_desktop.imaging.preprocess import preprocess

Grey = NDArray[np.float32]

NO_LUNGS = "the lungs were not found"
NO_FINDER = "the lung model is not installed"


def run_trials(
    grey: Grey, model: TriageModel, finder: LungFinder | None, goes_on: Callable[[], None]
) -> ShortcutReport:
    """``grey`` is upright, bright meaning dense. The lungs are found once, on the untouched image, so that every trial
    looks at the same place. ``goes_on`` is called between trials and may raise. Raises ``UnreadableImageError``.
    """
    small, to_grey = reduced(grey)
    lungs = finder.find(small) if finder is not None else None
    picture = _Picture(grey, small, to_grey, lungs, model)
    untouched = picture.answer(lambda image, _: image)
    if untouched is None:
        raise UnreadableImageError("the model gave no number for this image")
    trials = []
    for hidden in Hidden:
        goes_on()
        trials.append(_trial(hidden, picture, NO_FINDER if finder is None else NO_LUNGS))
    finding = untouched.risk_finding
    return ShortcutReport(finding, untouched.probabilities[finding], untouched.risk_band, tuple(trials))


def _trial(hidden: Hidden, picture: _Picture, why_no_lungs: str) -> ShortcutTrial:
    if hidden is Hidden.SURROUNDINGS and picture.lungs is None:
        return ShortcutTrial(hidden, reason=why_no_lungs)
    answer = picture.answer(_CHANGES[hidden])
    if answer is None:
        return ShortcutTrial(hidden, reason="the model gave no number")
    return ShortcutTrial(hidden, answer.probabilities[answer.risk_finding], answer.risk_band)


def _without_surroundings(image: Grey, mask: NDArray[np.bool_] | None) -> Grey:
    assert mask is not None, "asked for with lungs alone"
    return lungs_alone(image, mask)


_CHANGES: dict[Hidden, Callable[[Grey, NDArray[np.bool_] | None], Grey]] = {
    Hidden.BORDERS: lambda image, mask: filled(image, border_mask((image.shape[0], image.shape[1]), mask)),
    Hidden.MARKERS: lambda image, mask: filled(image, marker_mask(image, mask)),
    Hidden.SURROUNDINGS: _without_surroundings,
}


class _Picture:
    """One image as the model's preprocessing wants it: reduced for the region of the lungs, else whole."""

    def __init__(self, grey: Grey, small: Grey, to_grey: Affine, lungs: LungField | None, model: TriageModel) -> None:
        """``lungs`` lie in pixels of ``small``."""
        self.lungs = lungs
        self._model = model
        self._spec = model.card.preprocess
        on_lungs = self._spec.region == "lungs"
        self._image = small if on_lungs else grey
        self._field = lungs if on_lungs or lungs is None else moved(lungs, to_grey)
        shape = self._image.shape[0], self._image.shape[1]
        self._mask = lungs_at(self._field, Affine(), shape) if self._field is not None else None

    def answer(self, change: Callable[[Grey, NDArray[np.bool_] | None], Grey]) -> Answer | None:
        """What the model says of the changed picture."""
        made = preprocess(change(self._image, self._mask), self._spec, lungs=self._field)
        return self._model.answer(self._model.forward([made.tensor])[0])
