"""Where the lungs lie in an image, and the names of their zones; pure values, computed in ``imaging.lung_zones``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from cxr_desktop.domain.geometry import Affine


class LungZone(IntEnum):
    """A third of a lung from apex to base (equal heights). Sides are the patient's: the right lung is on the image's
    left, as films are hung. 0 is outside of both lungs."""

    OUTSIDE = 0
    RIGHT_UPPER = 1
    RIGHT_MIDDLE = 2
    RIGHT_LOWER = 3
    LEFT_UPPER = 4
    LEFT_MIDDLE = 5
    LEFT_LOWER = 6

    @property
    def label(self) -> str:
        """ "right lower zone" (before translation)."""
        return "outside the lungs" if self is LungZone.OUTSIDE else self.name.lower().replace("_", " ") + " zone"


@dataclass(frozen=True, slots=True)
class LungField:
    """``zones`` holds ``height × width`` bytes, row by row: the ``LungZone`` of each cell.

    ``to_source`` maps cell coordinates (x in 0…width, y in 0…height) to pixels of the source image, as a
    ``SaliencyMap``'s does; where the image was turned before scoring, it maps through that turn.
    """

    height: int
    width: int
    zones: bytes
    to_source: Affine
