"""Cases 34–38: PNG, JPEG and TIFF that lie, and files that borrow their names."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.imaging.raster import _OPENERS
from cxr_desktop.imaging.reader import read_image
from tests.builders import picture
from tests.hostile.entrance import measured, read, refused
from tests.hostile.gallery import raster, rasters


@pytest.mark.parametrize("name", ["34 png of 12000", "34 png of 20000"])
def test_case_34_a_png_over_the_budget_is_refused_before_it_is_inflated(tmp_path, name):
    reason, megabytes = measured(tmp_path, rasters()[name])
    assert "more than the limit of 200 megapixels" in reason
    assert megabytes < 30


@pytest.mark.parametrize("name", [name for name in rasters() if name.startswith("35")])
def test_case_35_what_is_cut_short_or_damaged_is_refused(tmp_path, name):
    assert refused(tmp_path, rasters()[name])
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False


def test_case_36_every_kind_of_pixel_is_converted_in_a_defined_way_or_refused(tmp_path):
    assert "animated" in refused(tmp_path, rasters()["36 apng"], header_too=True)
    assert "several pages" in refused(tmp_path, rasters()["36 pages"], header_too=True)
    assert "floating-point" in refused(tmp_path, rasters()["36 floating point"], header_too=True)
    assert read(tmp_path, rasters()["36 cmyk"]).pixels.shape == (96, 80)
    assert read(tmp_path, raster(picture(bits=16), "PNG")).radiograph.bits_stored == 16
    turned = Image.Exif()
    turned[0x0112] = 6
    image = read(tmp_path, raster(picture(bits=8), "JPEG", exif=turned))
    assert image.pixels.shape == (80, 96)
    assert "turned as its EXIF orientation says" in image.radiograph.flags
    clear = Image.fromarray(picture(bits=8)).convert("P")
    assert any(
        "transparent" in flag
        for flag in read(tmp_path, raster(clear, "PNG", transparency=int(picture(bits=8)[40, 40]))).flags
    )


@pytest.mark.parametrize("name", [name for name in rasters() if name.startswith("37")])
def test_case_37_other_formats_under_a_borrowed_name_are_never_opened(tmp_path, name):
    path = tmp_path / "film.png"
    path.write_bytes(rasters()[name])
    with pytest.raises(CxrError):
        read_image(str(path))
    assert {opener.format for opener in _OPENERS.values()} == {"PNG", "JPEG", "TIFF"}


def test_case_38_places_and_names_of_a_photograph_are_not_copied(tmp_path):
    from cxr_desktop.domain.prediction import Finding, Prediction, Status
    from cxr_desktop.export.overlay_png import write_overlay

    data = rasters()["38 place and name"]
    assert b"Doe^John" in data
    image = read(tmp_path, data)
    target = Path(tmp_path / "map.png")
    write_overlay(image, Prediction("a", Status.NOT_SCORED, "for a test"), None, Finding.COVID19, target)
    written = target.read_bytes()
    assert b"Doe" not in written
    with Image.open(io.BytesIO(written)) as picture_written:
        assert not picture_written.getexif()
