"""The overlay picture explains itself and carries nothing of the patient."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from cxr_desktop.domain.prediction import Finding
from cxr_desktop.export import overlay_png
from cxr_desktop.export.overlay_png import compose, font, write_overlay
from cxr_desktop.export.wording import CAPTION
from tests.export.samples import card, header, image, refused, saliency, scored


@pytest.fixture
def words(monkeypatch):
    """Everything that is written into pictures."""
    found = []
    original = ImageDraw.ImageDraw.text

    def note(self, xy, text, *args, **options):
        found.append(text)
        return original(self, xy, text, *args, **options)

    monkeypatch.setattr(ImageDraw.ImageDraw, "text", note)
    return found


def test_it_names_class_probability_scale_and_purpose(words):
    compose(image(), scored(covid=0.7), card(), Finding.COVID19)
    assert "COVID-19" in words
    assert "0.70" in words
    assert "above both operating points" in words
    assert {"0", "2.0", "logit"} <= set(words)
    assert CAPTION in words


def test_no_evidence_is_said_and_has_no_colour_bar(words):
    compose(image(), scored(maps=(saliency(cells=np.zeros((3, 3))),)), card(), Finding.COVID19)
    assert "No positive evidence" in words
    assert "logit" not in words


def test_below_the_operating_point_is_said_and_nothing_is_drawn(words):
    picture = compose(image(), scored(covid=0.1), card(), Finding.COVID19)
    assert "Below the operating point: map not drawn" in words
    middle = np.asarray(picture)[60:-40, :-90]
    assert np.ptp(middle.astype(int), axis=2).max() == 0


def test_what_was_not_scored_says_why(words):
    compose(image(), refused(), card(), Finding.COVID19)
    assert "Not scored: not a chest radiograph" in words


def test_no_identity_is_written_and_no_metadata_copied(words, tmp_path):
    target = tmp_path / "overlay.png"
    write_overlay(image(), scored(), card(), Finding.COVID19, target)
    who = header()
    for secret in (who.patient_name, "DOE", who.patient_id, who.accession_number, "a.dcm"):
        assert not any(secret in text for text in words)
        assert secret.encode() not in target.read_bytes()
    with Image.open(target) as picture:
        assert picture.info == {}
        assert picture.mode == "RGB"


@pytest.mark.parametrize("shape", [(60, 50), (300, 900), (2400, 2000)])
def test_the_picture_is_large_enough_to_read(tmp_path, shape):
    target = tmp_path / "overlay.png"
    write_overlay(image(rows=shape[0], columns=shape[1]), scored(), card(), Finding.COVID19, target)
    with Image.open(target) as picture:
        assert min(picture.size) >= 512


def test_without_a_card_the_radiograph_is_shown_without_colours(words):
    compose(image(), scored(), None, Finding.COVID19)
    assert "Map not drawn: the model's card gives no scale for it" in words


def test_a_typeface_is_found_even_in_an_incomplete_installation(monkeypatch):
    def missing():
        raise FileNotFoundError

    monkeypatch.setattr(overlay_png.paths, "resources_dir", missing)
    font.cache_clear()
    assert font(13) is not None
    font.cache_clear()


def test_a_folder_that_cannot_be_written_is_an_os_error_and_leaves_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match=r".+"):
        write_overlay(image(), scored(), card(), Finding.COVID19, tmp_path / "file" / "a.png")
