"""An image as a reader has it corrected: turned, with black and white exchanged; writes no file."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.prediction import Correction
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.imaging.preprocess import rotation


def corrected(image: GreyImage, correction: Correction) -> GreyImage:
    """A turned image has pixels of its own, with the spacing turned along; any other shares its pixels
    with ``image``. Exchanged black and white change how the codes are shown, never the codes."""
    turns = correction.quarter_turns % 4
    result = replace(image, inverted=not image.inverted) if correction.inverted else image
    if not turns:
        return result
    pixels = np.ascontiguousarray(np.rot90(image.pixels, turns))
    return replace(result, pixels=pixels, radiograph=_header(image.radiograph, turns))


def turn(rows: int, columns: int, quarter_turns: int) -> Affine:
    """Maps pixels of a file of ``rows`` × ``columns`` to pixels of the turned image."""
    return rotation(rows, columns, quarter_turns).inverse()


def _header(header: Radiograph, turns: int) -> Radiograph:
    """What of the header speaks of rows and columns.

    A film that had to be turned was described by someone who took it for upright, or was not: which side is which
    is not known any more, and a wrong letter on an edge is worse than none.
    """
    if turns == 2:
        return replace(header, patient_orientation="")
    spacing = header.pixel_spacing_mm
    return replace(
        header,
        rows=header.columns,
        columns=header.rows,
        pixel_spacing_mm=(spacing[1], spacing[0]) if spacing is not None else None,
        patient_orientation="",
    )
