"""A negative of a chest is noticed by its pixels, whatever the header says."""

import numpy as np
import pytest

from cxr_desktop.imaging.polarity import LOOKS_INVERTED
from cxr_desktop.imaging.reader import read_image
from tests.builders import write_dicom, write_png


def chest(bits=12):
    """Two dark lungs and dark air above the shoulders, a bright middle."""
    y, x = np.mgrid[0:320, 0:300] / 300.0
    density = 0.6 + 0.3 * np.exp(-(((x - 0.5) / 0.12) ** 2))
    for centre in (0.25, 0.75):
        density -= 0.45 * np.exp(-(((x - centre) / 0.12) ** 2) - ((y - 0.45) / 0.25) ** 2)
    density[(y < 0.15) & (abs(x - 0.5) > 0.3)] = 0.05
    return (np.clip(density, 0, 1) * ((1 << bits) - 1)).astype(np.uint16)


@pytest.mark.parametrize(
    ("stored_as_negative", "photometric", "flagged"),
    [
        (False, "MONOCHROME2", False),
        (True, "MONOCHROME1", False),
        (True, "MONOCHROME2", True),
        (False, "MONOCHROME1", True),
    ],
)
def test_a_polarity_that_lies_is_flagged(tmp_path, stored_as_negative, photometric, flagged):
    pixels = 4095 - chest() if stored_as_negative else chest()
    image = read_image(str(write_dicom(tmp_path / "image", pixels, photometric=photometric, window=(2048, 4096))))
    assert (LOOKS_INVERTED in image.flags) is flagged


def test_a_negative_without_any_header_is_flagged_too(tmp_path):
    pixels = chest(8).astype(np.uint8)
    assert LOOKS_INVERTED not in read_image(str(write_png(tmp_path / "image", pixels))).flags
    assert LOOKS_INVERTED in read_image(str(write_png(tmp_path / "image", 255 - pixels))).flags
