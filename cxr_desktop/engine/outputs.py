"""What one forward pass gives, whichever backend computes it; numpy only."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Outputs(NamedTuple):
    """Of a batch, or of one image without the first dimension.

    ``cam_weights`` (n, classes, channels) are Grad-CAM's weights of the maps, where they depend on the image: of heads
    with hidden layers. Other heads have ``None``: their weights follow from the last layer.
    """

    features: NDArray[np.float32]
    """(n, channels, height, width): the tensor that enters the pool"""
    logits: NDArray[np.float32]
    """(n, classes)"""
    cam_weights: NDArray[np.float32] | None = None

    def image(self, index: int) -> Outputs:
        """The outputs of one image of the batch."""
        return Outputs(*(None if part is None else part[index] for part in self))  # type: ignore[arg-type]

    @staticmethod
    def joined(parts: list[Outputs]) -> Outputs:
        """Batches one after the other."""
        columns = zip(*parts, strict=True)
        return Outputs(*(None if column[0] is None else np.concatenate(column) for column in columns))  # type: ignore[arg-type]
