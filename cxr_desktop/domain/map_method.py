"""Ways to compute a heat map, and what an engine offers of them; pure names, computes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MapMethod(StrEnum):
    """The values are those of ``SaliencyMap.method``. Order: what costs nothing first, then as they were published."""

    GRAD_CAM = "grad-cam"
    GRAD_CAM_PLUS_PLUS = "grad-cam++"
    XGRAD_CAM = "xgrad-cam"
    HIRES_CAM = "hirescam"
    LAYER_CAM = "layercam"
    EIGEN_CAM = "eigen-cam"
    ABLATION_CAM = "ablation-cam"
    SCORE_CAM = "score-cam"

    @property
    def is_absolute(self) -> bool:
        """Whether its values are contributions to the logit, which may be compared between images."""
        return self in _ABSOLUTE

    @property
    def knows_classes(self) -> bool:
        """Whether it has another map for every class."""
        return self is not MapMethod.EIGEN_CAM


_ABSOLUTE = frozenset({MapMethod.GRAD_CAM, MapMethod.XGRAD_CAM, MapMethod.HIRES_CAM, MapMethod.LAYER_CAM})


def is_absolute(method: str) -> bool:
    """The same of a stored name; a name that nobody knows promises nothing."""
    return any(known.value == method for known in _ABSOLUTE)


@dataclass(frozen=True, slots=True)
class MapOffer:
    """What the engine says of one method for its model.

    ``seconds`` is its own estimate for one image, without decoding; ``reason`` is a plain phrase where it cannot be
    had, "" where it can. ``same_as_grad_cam``: with this model's head it gives the same map, by algebra.
    """

    method: MapMethod
    seconds: float = 0.0
    reason: str = ""
    same_as_grad_cam: bool = False
