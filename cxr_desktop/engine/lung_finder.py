"""Finds the lungs in a grey image with a segmenter on the processor; any thread may ask; knows no files of patients."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.engine import checkpoint
from cxr_desktop.engine.backend_openvino import OpenVinoSegmenter
from cxr_desktop.engine.card import ONNX_FILE
from cxr_desktop.imaging.lung_mask import areas, is_doubtful, lung_field, nearly_the_same
from cxr_desktop.imaging.lung_region import moved, reduced
from cxr_desktop.imaging.preprocess import preprocess

log = logging.getLogger(__name__)


class FoundLungs(NamedTuple):
    """``lungs`` in pixels of the image, and how sure that is: ``in_doubt`` where slightly other pixels might give
    clearly other ones, ``others`` where they might give nearly the same."""

    lungs: LungField | None
    in_doubt: bool = False
    others: tuple[LungField, ...] = ()


class LungFinder:
    """A segmenter's folder, verified and self-tested.

    It stays on the processor: the same lungs, and so the same model input, wherever the model computes. Measured: 9 ms
    an image on one core, 6 of them the network; a film of more than 640 px is made smaller first (5 ms for 5
    megapixels, 38 ms for 16).
    """

    def __init__(self, folder: Path, card: ModelCard, streams: int | None = None) -> None:
        """``streams`` is how many images may be looked at together. Raises ``CheckpointError``."""
        if card.role != "lungs":
            raise CheckpointError("this model is not made for this task")
        self.card = card
        spec = card.preprocess
        network = checkpoint.read_file(folder, card, ONNX_FILE)
        self._segmenter = OpenVinoSegmenter(network, (spec.channels, spec.height, spec.width), streams)
        areas()  # not only with the first film
        self._test()

    def find(self, grey: NDArray[np.float32]) -> LungField | None:
        """Both lungs in an upright image (rows, columns), bright meaning dense; ``None`` where there are none."""
        return self.look(grey).lungs

    def look(self, grey: NDArray[np.float32], may_doubt: bool = False) -> FoundLungs:
        """The same, and, where it is asked for, what slightly other pixels might give."""
        small, to_grey = reduced(grey)
        made = preprocess(small, self.card.preprocess)
        logits = self._segmenter.forward(made.tensor)
        field = lung_field(logits, made.content, made.to_source)
        lungs = moved(field, to_grey) if field is not None else None
        if not may_doubt:
            return FoundLungs(lungs)
        others = nearly_the_same(logits, made.content, made.to_source)
        return FoundLungs(lungs, is_doubtful(logits, made.content), tuple(moved(other, to_grey) for other in others))

    def _test(self) -> None:
        """The stored means of the deterministic input must come out."""
        test = self.card.document["self_test"]
        logits = self._segmenter.forward(checkpoint.self_test_input(self.card)[0])
        difference = np.abs(checkpoint.grid_means(logits) - np.asarray(test["means"]))
        if not (difference <= checkpoint.tolerance_of(self.card, "cpu")).all():  # refuses NaN as well
            log.warning("self-test: largest difference %.3g", float(difference.max()))
            raise CheckpointError("the model gives other numbers on this computer than its card says")
