"""The VOI transformations that a file offers (PS3.3 C.11.2), those that make sense, in the order of preference."""

from __future__ import annotations

import numpy as np

from cxr_desktop.imaging.dicom_values import Attributes
from cxr_desktop.imaging.lookup_tables import EXPLANATION, read_table
from cxr_desktop.imaging.pixels import Voi, apply_voi
from cxr_desktop.imaging.spread import Spread

_CENTER, _WIDTH, _EXPLANATION, _FUNCTION = 0x00281050, 0x00281051, 0x00281055, 0x00281056
_VOI_LUT_SEQUENCE = 0x00283010

_FUNCTIONS = {"": "linear", "LINEAR": "linear", "LINEAR_EXACT": "linear_exact", "SIGMOID": "sigmoid"}
_LEAST_CONTRAST = 0.02


def read_vois(attributes: Attributes, values_may_be_negative: bool, big_endian: bool, flags: list[str]) -> list[Voi]:
    """Tables first, as the sender took the trouble to make them, then windows; what cannot be used is flagged."""
    vois: list[Voi] = []
    for number, item in enumerate(attributes.items(_VOI_LUT_SEQUENCE), start=1):
        table = read_table(item, values_may_be_negative, big_endian)
        if table is None:
            flags.append("a VOI look-up table of the file cannot be used")
            continue
        explanation = item.text(EXPLANATION) or f"Look-up table {number}"
        vois.append(Voi(explanation, "lut", first_mapped=float(table.first), table=table.entries, bits=table.bits))
    return vois + _windows(attributes, flags)


def _windows(attributes: Attributes, flags: list[str]) -> list[Voi]:
    centers, widths = attributes.numbers(_CENTER), attributes.numbers(_WIDTH)
    stated = attributes.code(_FUNCTION)
    function = _FUNCTIONS.get(stated)
    if function is None:
        flags.append("the window's function is unknown; taken as linear")
        function = "linear"
    explanations = attributes.texts(_EXPLANATION)
    windows: list[Voi] = []
    for number, (center, width) in enumerate(zip(centers, widths, strict=False), start=1):
        if width < (1.0 if function == "linear" else 1e-9):
            flags.append("a window of the file has no width and is not used")
            continue
        explanation = explanations[number - 1] if number <= len(explanations) else ""
        windows.append(Voi(explanation or f"Window {number}", function, center, width))
    if len(centers) != len(widths) or (not centers and not attributes.is_empty(_CENTER)):
        flags.append("the window of the file is incomplete")
    return windows


def drop_blind(vois: list[Voi], spread: Spread, scale: float, offset: float, flags: list[str]) -> tuple[Voi, ...]:
    """Leave out what shows the whole image as one grey, such as a window that was made for other values."""
    values = np.linspace(*spread.shown, 256) * scale + offset
    kept = []
    for voi in vois:
        shown = apply_voi(values, voi)
        if float(shown.max() - shown.min()) < _LEAST_CONTRAST:
            flags.append("a window of the file shows nothing of this image and is not used")
        else:
            kept.append(voi)
    return tuple(kept)
