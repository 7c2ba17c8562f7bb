"""Cases 18–31 and 33: pixels that lie about themselves."""

from __future__ import annotations

import re

import numpy as np
import pytest

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.pixels import presentation
from cxr_desktop.imaging.polarity import LOOKS_INVERTED
from cxr_desktop.imaging.process import DecoderProcess
from tests.builders import encode_frame, picture
from tests.hostile.entrance import measured, read, refused
from tests.hostile.gallery import dicom, labelled, pixels, with_frame
from tests.imaging.test_polarity import chest


@pytest.mark.parametrize("name", ["18 four gigapixels", "18 past 32 bits"])
def test_case_18_more_pixels_than_the_budget_cost_no_memory(tmp_path, name):
    reason, megabytes = measured(tmp_path, pixels()[name])
    assert "more than the limit of 200 megapixels" in reason
    assert megabytes < 30


def test_case_19_a_small_frame_that_legally_decodes_to_a_huge_image_is_over_the_budget(tmp_path):
    # That the header of the frame agrees with that of the file is all that can be seen before it is decoded.
    huge = pixels()["19 huge"]
    assert len(huge) < 20_000
    reason, megabytes = measured(tmp_path, huge)
    assert reason == "15,000 × 15,000 pixels are more than the limit of 200 megapixels"
    assert megabytes < 30


def test_case_20_a_codestream_larger_than_its_header_is_refused_before_it_is_decoded(tmp_path):
    reason, megabytes = measured(tmp_path, pixels()["20 codestream of 30000"])
    assert reason == "the pixel data are 30,000 × 30,000, the header says 64 × 64"
    assert megabytes < 30


@pytest.mark.parametrize("syntax", ["jpeg-ls", "jpeg-lossless-sv1", "j2k-lossless", "htj2k-lossless", "jpeg-extended"])
def test_case_21_a_codestream_of_another_size_gives_no_garbage(tmp_path, syntax):
    data = with_frame(encode_frame(picture(256, 256), syntax, 12), syntax)
    assert refused(tmp_path, data) == "the pixel data are 256 × 256, the header says 64 × 64"


def test_case_22_a_wrong_segment_table_costs_no_memory(tmp_path):
    reason, megabytes = measured(tmp_path, pixels()["22 wrong segments"])
    assert "cut short" in reason
    assert megabytes < 30


@pytest.mark.parametrize("syntax", ["jpeg-ls", "j2k-lossless", "jpeg-lossless-sv1", "rle", "htj2k-lossless"])
def test_case_23_mutated_codestreams_are_decoded_in_a_child_and_cost_their_row_only(tmp_path, syntax):
    random = np.random.default_rng(23)
    paths = []
    for number in range(12):
        frame = bytearray(encode_frame(picture(128, 128), syntax, 12))
        for position in random.integers(len(frame) // 8, len(frame), 12):
            frame[position] = random.integers(256)
        paths.append(tmp_path / f"{number}.dcm")
        paths[-1].write_bytes(with_frame(bytes(frame), syntax, picture(128, 128)))
    sound = tmp_path / "sound.dcm"
    sound.write_bytes(dicom())
    reasons = []
    with DecoderProcess(ReadBudget(), seconds_per_file=20) as decoder:
        for path in paths:
            try:
                with decoder.read_image(str(path)) as shared:
                    assert shared.image.pixels.shape == (128, 128)
            except CxrError as error:
                reasons.append(str(error))
        with decoder.read_image(str(sound)) as shared:
            assert np.array_equal(shared.image.pixels, picture())
    assert all(re.search(r"damaged|cut short|header says", reason) for reason in reasons), reasons


@pytest.mark.parametrize("name", [name for name in pixels() if name.startswith("24")])
def test_case_24_a_number_of_frames_other_than_one_is_refused_and_never_the_first_shown(tmp_path, name):
    assert "frames" in refused(tmp_path, pixels()[name])


@pytest.mark.parametrize("name", [name for name in pixels() if name.startswith("25")])
def test_case_25_bits_that_contradict_each_other_or_are_not_read_are_refused(tmp_path, name):
    assert "bit" in refused(tmp_path, pixels()[name])


def test_case_26_a_sign_that_contradicts_the_codestream_is_flagged(tmp_path):
    flags = read(tmp_path, pixels()["26 sign"]).flags
    assert "the pixel data and the header disagree about negative values" in flags


def test_case_27_a_negative_is_inverted_once_and_a_polarity_that_lies_is_flagged(tmp_path):
    film = chest()
    whole = {"window": (2048, 4096)}
    upright = read(tmp_path, dicom(film, **whole))
    negative = read(tmp_path, dicom(4095 - film, photometric="MONOCHROME1", **whole))
    assert np.allclose(presentation(negative), presentation(upright), atol=0.001)
    assert LOOKS_INVERTED not in (*upright.flags, *negative.flags)
    for lie in (dicom(film, photometric="MONOCHROME1", **whole), dicom(4095 - film, **whole)):
        assert LOOKS_INVERTED in read(tmp_path, lie).flags


def test_case_28_a_window_without_width_gives_way_and_a_slope_that_is_none_is_not_used(tmp_path):
    image = read(tmp_path, pixels()["28 window without width"])
    assert any("no width" in flag for flag in image.flags)
    shown = presentation(image)
    assert np.isfinite(shown).all()
    assert shown.max() - shown.min() > 0.5
    image = read(tmp_path, pixels()["28 slope NaN"])
    assert (image.value_scale, any("rescale" in flag for flag in image.flags)) == (1.0, True)
    assert np.isfinite(presentation(image)).all()


@pytest.mark.parametrize("name", [name for name in pixels() if name.startswith("29")])
def test_case_29_what_shows_nothing_has_no_image_content(tmp_path, name):
    assert refused(tmp_path, pixels()[name]).startswith("no image content")


def test_case_31_burned_in_text_overlays_and_colour_are_flagged(tmp_path):
    assert "text is burned into the image" in read(tmp_path, pixels()["31 burned in"]).radiograph.flags
    assert "overlay planes are not drawn" in read(tmp_path, pixels()["31 overlay"]).radiograph.flags
    assert any("colour" in flag for flag in read(tmp_path, pixels()["31 colour"]).flags)


def test_case_33_upside_down_and_mirrored_is_flagged(tmp_path):
    assert "stored upside down" in read(tmp_path, pixels()["33 upside down"]).radiograph.flags
    assert "stored mirrored" in read(tmp_path, pixels()["33 mirrored"]).radiograph.flags


def test_case_30_syntaxes_that_are_not_read_are_named(tmp_path):
    for uid, words in {
        "1.2.840.10008.1.2.4.53": "Spectral Selection",
        "1.2.840.10008.1.2.4.55": "Full Progression",
        "1.2.840.10008.1.2.4.111": "JPEG XL",
        "1.2.840.10008.1.2.8.1": "Deflated Image Frame",
        "1.2.840.10008.1.2.4.100": "MPEG-2",
    }.items():
        assert words in refused(tmp_path, labelled("htj2k", uid))
