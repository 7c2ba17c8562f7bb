"""A model folder image by image, as it serves: picture → lungs → model input → OpenVINO → logits and evidence.

Where ``ModelFolder`` scores files, this also takes a picture that was changed by hand, and keeps what speaks against a
class. A test holds its logits against the scorer's. It computes no metric.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.domain.prediction import Finding, SaliencyMap
from cxr_desktop.engine.architectures import CONV_HEAD
from cxr_desktop.engine.calibration import probabilities
from cxr_desktop.engine.card import output_of
from cxr_desktop.engine.checkpoint import read_card
from cxr_desktop.engine.familiarity import pooled
from cxr_desktop.engine.loaded_model import LoadedModel
from cxr_desktop.engine.lung_finder import LungFinder
from cxr_desktop.engine.outputs import Outputs
from cxr_desktop.engine.saliency import cells_to_source
from cxr_desktop.imaging.pixels import presentation
from cxr_desktop.imaging.preprocess import preprocess
from cxr_desktop.imaging.reader import read_image
from training.measures.metrics import Floats
from training.report.subjects import installed_lungs

Grey = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a model makes of one picture.

    ``evidence`` (classes, h, w): what each cell adds to each logit, both signs; ``to_source``: cells → pixels of the
    picture; ``features`` (channels,): the mean of the feature maps.
    """

    logits: Floats
    evidence: Floats
    to_source: Affine
    features: NDArray[np.float32]

    def map_of(self, column: int, finding: Finding) -> SaliencyMap:
        """The heat map of one class as the program shows it."""
        values = np.maximum(self.evidence[column], 0.0).astype("<f4")
        return SaliencyMap(finding, values.shape[0], values.shape[1], values.tobytes(), self.to_source)


def open_lung_finder() -> LungFinder | None:
    """The installed model that finds lungs, ready to run."""
    folder = installed_lungs()
    return LungFinder(folder, read_card(folder)) if folder is not None else None


def picture(path: Path) -> Grey:
    """A file as the engine sees it: grey, bright meaning dense. Raises ``CxrError``."""
    return presentation(read_image(str(path)))


class ServedModel:
    """One published model of role triage on the processor. Raises ``CheckpointError``."""

    def __init__(self, folder: Path, finder: LungFinder | None) -> None:
        self.card = read_card(folder)
        self.output = output_of(self.card)
        if self.card.preprocess.region == "lungs" and finder is None:
            raise CheckpointError(
                f"the model {self.card.name} needs the model that finds lungs, which is not installed"
            )
        self._model = LoadedModel(folder, self.card, "openvino", "cpu")

    @property
    def classes(self) -> tuple[str, ...]:
        """In the order of the logits."""
        return self.card.classes

    def see(self, grey: Grey, lungs: LungField | None) -> Seen:
        """``lungs`` is where they lie in this picture; a model of whole images does not ask."""
        made = preprocess(grey, self.card.preprocess, lungs=lungs)
        image = self._model.backend.forward(made.tensor[None]).image(0)
        place = cells_to_source(self._model.cells, made.to_source)
        features = pooled(image.features[None])[0]
        return Seen(image.logits.astype(np.float64), self._evidence(image), place, features)

    def _evidence(self, image: Outputs) -> Floats:
        """As ``engine.saliency.grad_cam``, but with what speaks against a class left in."""
        if self._model.last_layer is None:
            assert image.cam_weights is not None
            return np.tensordot(image.cam_weights, image.features, axes=1)
        weight, bias = self._model.last_layer
        maps: Floats = np.tensordot(weight, image.features, axes=1)
        if self._model.head.kind == CONV_HEAD:
            open_cells = (maps + bias[:, None, None] > 0).mean(axis=(1, 2), keepdims=True)
            maps = maps * open_cells
        return maps


def against(seen: Seen, column: int, output: str) -> Floats:
    """(h, w) evidence for "not this class": the gradient of the log odds of 1 - P(class).

    With a softmax these are log Σ exp(other logits) - logit, so each other class counts by its share among the others.
    """
    evidence = seen.evidence
    if output == "sigmoid":
        return -evidence[column]
    others = [i for i in range(len(evidence)) if i != column]
    shares = probabilities(seen.logits[others])
    return np.asarray(np.tensordot(shares, evidence[others], axes=1) - evidence[column])
