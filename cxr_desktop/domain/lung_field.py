"""Where the lungs lie in an image, and the names of their zones; pure values, computed in ``imaging.lung_zones``."""

from __future__ import annotations

import zlib
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


@dataclass(frozen=True, slots=True, init=False)
class LungField:
    """``zones`` holds ``height × width`` bytes, row by row: the ``LungZone`` of each cell.

    ``to_source`` maps cell coordinates (x in 0…width, y in 0…height) to pixels of the source image, as a
    ``SaliencyMap``'s does; where the image was turned before scoring, it maps through that turn.
    Zones are held packed (zlib), some 400 bytes instead of 16 KB: a worklist may hold 100,000 of them. Unpacking takes
    15 µs.
    """

    height: int
    width: int
    packed: bytes
    to_source: Affine

    def __init__(self, height: int, width: int, zones: bytes, to_source: Affine) -> None:
        """Packs the zones."""
        self._fill(height, width, zlib.compress(zones), to_source)

    @classmethod
    def from_packed(cls, height: int, width: int, packed: bytes, to_source: Affine) -> LungField:
        """What ``packed`` of another one held. Raises ``ValueError`` where it holds something else."""
        field = object.__new__(cls)
        field._fill(height, width, packed, to_source)
        try:
            if len(field.zones) != height * width:
                raise ValueError("the zones do not have the size of their field")
        except zlib.error as error:
            raise ValueError("the zones cannot be unpacked") from error
        return field

    def _fill(self, height: int, width: int, packed: bytes, to_source: Affine) -> None:
        for name, value in (("height", height), ("width", width), ("packed", packed), ("to_source", to_source)):
            object.__setattr__(self, name, value)

    @property
    def zones(self) -> bytes:
        """The zone of each cell."""
        return zlib.decompress(self.packed)
