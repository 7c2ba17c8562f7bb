"""Real files: no preamble, wrong tags, a presentation LUT shape, the JPEG 2000 of an old codec."""

import numpy as np
import pytest

from cxr_desktop.domain.radiograph import Source
from cxr_desktop.imaging.header_reader import read_header
from cxr_desktop.imaging.pixels import presentation
from cxr_desktop.imaging.polarity import LOOKS_INVERTED
from cxr_desktop.imaging.reader import read_image

pytestmark = pytest.mark.radiographs

FILES = {
    "AIHCND_C2_Starter_test1.dcm": {"shape": (1024, 1024), "modality": "DX", "view": "PA", "inverted": False},
    "AIHCND_C2_Starter_test4.dcm": {"shape": (1024, 1024), "modality": "DX", "view": "PA", "inverted": False},
    "AIHCND_C2_Starter_test5.dcm": {"shape": (1024, 1024), "modality": "CT", "view": "PA", "inverted": False},
    "fo-dicom_CR-MONO1-10-chest.dcm": {"shape": (440, 440), "modality": "CR", "view": "PA", "inverted": True},
    "highdicom_dx_image.dcm": {"shape": (169, 211), "modality": "DX", "view": "", "inverted": True},
    "pylibjpeg-data_NM_Kakadu44_SOTmarkerincons.dcm": {
        "shape": (2500, 2048),
        "modality": "CR",
        "view": "PA",
        "inverted": False,
    },
    "pylibjpeg-data_RG3_J2KI.dcm": {"shape": (1760, 1760), "modality": "CR", "view": "AP", "inverted": True},
}


@pytest.mark.parametrize("name", FILES)
def test_real_dicom_files_are_read(radiographs, name):
    expected = FILES[name]
    image = read_image(str(radiographs / "dicom" / name))
    assert image.pixels.shape == expected["shape"]
    assert image.radiograph.modality == expected["modality"]
    assert image.radiograph.view_position == expected["view"]
    assert image.inverted is expected["inverted"]
    shown = presentation(image)
    assert shown.std() > 0.1
    assert 0.1 < shown.mean() < 0.9
    # Of the seven only the leg has a middle darker than its sides.
    assert (LOOKS_INVERTED in image.flags) is ("RG3" in name)


def test_the_chest_without_preamble_shows_its_spine_brighter_than_its_lungs(radiographs):
    """MONOCHROME1: shown as stored, air would be white."""
    shown = presentation(read_image(str(radiographs / "dicom" / "fo-dicom_CR-MONO1-10-chest.dcm")))
    middle = shown[200:300]
    assert middle[:, 200:240].mean() > middle[:, 90:150].mean() + 0.1
    assert middle[:, 200:240].mean() > middle[:, 290:350].mean() + 0.1


def test_its_header_is_flagged_and_its_old_dates_are_understood(radiographs):
    radiograph = read_header(str(radiographs / "dicom" / "fo-dicom_CR-MONO1-10-chest.dcm"))
    assert radiograph.study_date == "19930224"
    assert radiograph.flags == (
        "no DICOM preamble",
        "no file meta information",
        "no study date; the acquisition date is shown",
    )


def test_real_jpeg_radiographs_are_read_as_stored(radiographs):
    for folder in ("covid19", "normal", "pneumonia", "tuberculosis"):
        for path in sorted((radiographs / folder).glob("*.jpg"))[:15]:
            image = read_image(str(path))
            assert image.radiograph == read_header(str(path))
            assert image.radiograph.source is Source.JPEG
            assert "a colour image, shown as grey" not in image.flags
            assert np.allclose(presentation(image), image.pixels / 255, atol=1e-5)
