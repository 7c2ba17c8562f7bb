"""JPEG 2000 without its finest wavelets gives the grey that averaging gives, in the same place."""

from __future__ import annotations

import imagecodecs
import numpy as np
import pytest

from cxr_desktop.imaging.codestreams import read_codestream
from cxr_desktop.imaging.lung_region import REDUCED_SIDE, reduced
from cxr_desktop.imaging.reader import read_image
from cxr_desktop.imaging.wavelet import decode_reduced, reduction_of, smaller
from tests.builders import data_set, save

ROWS, COLUMNS = 1313, 1301


def film(rows: int = ROWS, columns: int = COLUMNS) -> np.ndarray:
    """12 bits: a smooth picture with fine noise and an edge."""
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    grey = 1800 + 900 * np.sin(x / 61) * np.cos(y / 83) + 400 * (x > columns * 0.7)
    return np.clip(grey + np.random.default_rng(0).normal(0, 20, grey.shape), 0, 4095).astype(np.uint16)


def encoded(codes: np.ndarray, reversible: bool = True, **options) -> bytes:
    level = 0 if reversible else 60
    return bytes(
        imagecodecs.jpeg2k_encode(
            codes, level=level, codecformat="J2K", reversible=reversible, bitspersample=12, **options
        )
    )


def dicom(path, codes, **attributes):
    from pydicom.encaps import encapsulate

    ds = data_set(codes, **attributes)
    ds.file_meta.TransferSyntaxUID = "1.2.840.10008.1.2.4.90"
    ds.PixelData = encapsulate([encoded(codes)])
    ds["PixelData"].VR = "OB"
    return str(save(ds, path))


@pytest.mark.parametrize("reversible", [True, False])
def test_what_is_left_is_as_good_as_the_average_of_all_and_lies_in_the_same_place(reversible):
    codes = film()
    frame = encoded(codes, reversible)
    stream = read_codestream(frame)
    assert (stream.reversible, stream.has_plain_grid, stream.levels >= 1) == (reversible, True, True)
    reduction = reduction_of(stream, REDUCED_SIDE)
    assert reduction.levels == 1
    left, place = smaller(decode_reduced(frame, stream, reduction).astype(np.float32), reduction)
    whole, expected = reduced(codes.astype(np.float32))
    assert left.shape == whole.shape
    assert place == expected
    difference = left - whole
    assert abs(float(difference.mean())) < 1  # the integers of 5/3 are rounded down
    # The noise that an average of four pixels leaves has a deviation of 10; the shift of half a pixel alone gives 8.
    assert float(np.sqrt((difference**2).mean())) < 4.5
    shifted = float(np.sqrt(((whole[:, 1:] - whole[:, :-1]) ** 2).mean()))
    assert float(np.sqrt((difference**2).mean())) < 0.5 * shifted


@pytest.mark.parametrize("reversible", [True, False])
@pytest.mark.parametrize("shape", [(1313, 1301), (1400, 1282), (2562, 2563)])
def test_a_picture_without_fine_detail_comes_out_as_from_all_pixels_up_to_its_border(shape, reversible):
    y, x = np.mgrid[0 : shape[0], 0 : shape[1]].astype(np.float32)
    grey = 1800 + 900 * np.sin(x / 91) * np.cos(y / 113) + 0.3 * x
    codes = np.clip(np.rint(grey), 0, 4095).astype(np.uint16)
    frame = encoded(codes, reversible)
    stream = read_codestream(frame)
    reduction = reduction_of(stream, REDUCED_SIDE)
    left, _ = smaller(decode_reduced(frame, stream, reduction).astype(np.float32), reduction)
    whole, _ = reduced(imagecodecs.jpeg2k_decode(frame).astype(np.float32))
    # 5/3 rounds to integers on each level. Where a side ends with a finer sample, the slope there is not known.
    np.testing.assert_allclose(left[:, :-1][:-1], whole[:, :-1][:-1], atol=1.0 * reduction.levels + 0.5)
    np.testing.assert_allclose(left, whole, atol=5.0)


@pytest.mark.parametrize("columns", [2605])
def test_a_width_that_pillow_rounds_otherwise_can_be_reduced_twice(columns):
    frame = encoded(film(2561, columns))
    stream = read_codestream(frame)
    reduction = reduction_of(stream, REDUCED_SIDE)
    assert reduction.levels == 2
    assert decode_reduced(frame, stream, reduction).shape == (641, -(-columns // 4))


def test_films_that_are_small_or_coded_in_a_special_way_are_read_whole():
    stream = read_codestream(encoded(film(1279, 1301)))
    assert reduction_of(stream, REDUCED_SIDE) is None
    assert reduction_of(read_codestream(encoded(film(), resolutions=1)), REDUCED_SIDE) is None


def test_a_reader_gets_all_pixels_unless_fewer_are_enough(tmp_path):
    path = dicom(tmp_path / "film.dcm", film())
    whole, enough = read_image(path), read_image(path, shorter_side=REDUCED_SIDE)
    assert whole.reduction is None
    assert whole.pixels.shape == (ROWS, COLUMNS)
    assert enough.pixels.shape == (-(-ROWS // 2), -(-COLUMNS // 2))
    assert (enough.radiograph, enough.vois, enough.flags) == (whole.radiograph, whole.vois, whole.flags)
    assert abs(float(enough.pixels.mean()) - float(whole.pixels.mean())) < 1


def test_padding_is_never_mixed_with_the_picture(tmp_path):
    codes = film()
    codes[:, :100] = 0
    path = dicom(tmp_path / "film.dcm", codes, PixelPaddingValue=0)
    assert read_image(path, shorter_side=REDUCED_SIDE).reduction is None
