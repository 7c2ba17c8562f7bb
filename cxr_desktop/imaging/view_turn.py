"""An image turned or mirrored for the eye alone: pixels, header and geometry together; scores and writes nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.imaging.corrected import turn
from cxr_desktop.imaging.pixels import GreyImage

_OPPOSITE = {"L": "R", "R": "L", "H": "F", "F": "H", "A": "P", "P": "A"}


@dataclass(frozen=True, slots=True)
class ViewTurn:
    """First mirrored left to right, then turned counter-clockwise by quarter turns (0…3)."""

    quarter_turns: int = 0
    mirrored: bool = False

    def turned(self, quarter_turns: int) -> ViewTurn:
        """After further counter-clockwise quarter turns of what is seen."""
        return replace(self, quarter_turns=(self.quarter_turns + quarter_turns) % 4)

    def flipped(self) -> ViewTurn:
        """After left and right of what is seen were exchanged. A mirror turns a turn round."""
        return ViewTurn(-self.quarter_turns % 4, not self.mirrored)

    def to_shown(self, rows: int, columns: int) -> Affine:
        """Maps pixels of the image of ``rows`` × ``columns`` to pixels as shown."""
        mirror = Affine(a=-1.0, c=float(columns)) if self.mirrored else Affine()
        return turn(rows, columns, self.quarter_turns).after(mirror)


def turned_for_view(image: GreyImage, view: ViewTurn) -> GreyImage:
    """The image as ``view`` shows it, with pixels of its own; the same object where nothing is to be done."""
    if view == ViewTurn():
        return image
    pixels = np.fliplr(image.pixels) if view.mirrored else image.pixels
    pixels = np.ascontiguousarray(np.rot90(pixels, view.quarter_turns))
    return replace(image, pixels=pixels, radiograph=_header(image.radiograph, view))


def _header(header: Radiograph, view: ViewTurn) -> Radiograph:
    spacing, rows, columns = header.pixel_spacing_mm, header.rows, header.columns
    if view.quarter_turns % 2:
        rows, columns = columns, rows
        spacing = (spacing[1], spacing[0]) if spacing is not None else None
    orientation = turned_orientation(header.patient_orientation, view)
    return replace(header, rows=rows, columns=columns, pixel_spacing_mm=spacing, patient_orientation=orientation)


def turned_orientation(orientation: str, view: ViewTurn) -> str:
    """PatientOrientation (PS3.3 C.7.6.1.1.1) of the turned image: where its rows and its columns run to.

    "" where a letter that is needed is missing or is none of the Standard's: no letter is better than a wrong one.
    """
    row, _, column = orientation.upper().replace("/", "\\").partition("\\")
    row, column = row.strip(), column.strip()
    if view.mirrored:
        row = opposite(row)
    for _ in range(view.quarter_turns % 4):
        # Counter-clockwise: what ran down runs to the right, what ran to the right runs up.
        row, column = column, opposite(row)
    return f"{row}\\{column}" if row or column else ""


def opposite(direction: str) -> str:
    """``LF`` → ``RH``; "" for what is no direction of a body."""
    return "".join(_OPPOSITE[letter] for letter in direction) if all(c in _OPPOSITE for c in direction) else ""
