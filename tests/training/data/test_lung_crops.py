"""What is learned from round the lungs is what serves, moved: mask and greys go with the picture."""

from dataclasses import replace

import numpy as np
import pytest

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField, LungZone
from cxr_desktop.domain.model_card import PreprocessSpec
from cxr_desktop.imaging.preprocess import preprocess
from tests.training.small_lungs import thorax
from training.data.lung_crops import lung_input
from training.recipe import AugmentSpec

SPEC = PreprocessSpec(64, 64, 1, equalise=1.0, mean=(0.5,), std=(0.25,), region="lungs")
MOVING = AugmentSpec(crop_area=(0.64, 1.35), crop_aspect=1.27, shift=0.08, rotation_degrees=12.0)


def film(seed=1):
    """A picture of 192 × 176 pixels and its lungs on a grid of half that size."""
    grey, mask = thorax(seed, 192, 176)
    cells = (mask[::2, ::2] > 127).astype(np.uint8) * np.uint8(LungZone.RIGHT_MIDDLE)
    return grey, LungField(cells.shape[0], cells.shape[1], cells.tobytes(), Affine(a=2.0, e=2.0))


def drawn(augment, seed=0, spec=SPEC, lungs=True, other=None):
    grey, field = film()
    return lung_input(grey, field if lungs else None, spec, augment, 64, np.random.default_rng(seed), other)


@pytest.mark.parametrize("lungs", [True, False])
@pytest.mark.parametrize("outside", ["kept", "grey"])
def test_without_changes_training_sees_what_serves(outside, lungs):
    spec = replace(SPEC, outside=outside)
    grey, field = film()
    served = preprocess(grey, spec, lungs=field if lungs else None).tensor
    for augment in (AugmentSpec(whole_image_p=1.0), AugmentSpec(shift=0.0)):
        plain = drawn(augment, spec=spec, lungs=lungs)
        assert plain.shape == (1, 64, 64)
        # Between the two lie whole grey levels and another way to average areas; both pictures are mostly grain.
        assert np.corrcoef(plain.ravel(), served.ravel())[0, 1] > 0.93
        assert np.abs(plain - served).mean() < 0.2


@pytest.mark.parametrize("seed", range(6))
def test_what_is_outside_stays_grey_wherever_the_crop_goes(seed):
    spec = replace(SPEC, outside="grey", margin=0.3)
    crop = drawn(replace(MOVING, flip_p=0.5), seed, spec)[0] * 0.25 + 0.5
    assert crop[0, 0] == pytest.approx(0.5, abs=0.02)
    assert crop[-1, -1] == pytest.approx(0.5, abs=0.02)
    assert (np.abs(crop - 0.5) > 0.2).mean() > 0.1, "the lungs are there"


def test_the_same_seed_gives_the_same_crop_and_another_seed_another():
    assert (drawn(MOVING, 1) == drawn(MOVING, 1)).all()
    assert (drawn(MOVING, 1) != drawn(MOVING, 2)).any()


def test_a_borrowed_style_changes_the_crop():
    other = film(2)[0]
    assert (drawn(AugmentSpec(), 1, other=other) != drawn(AugmentSpec(), 1)).any()


def test_a_shift_is_a_share_of_the_lungs_rectangle():
    still = drawn(AugmentSpec(shift=0.0), 3)
    assert (drawn(AugmentSpec(shift=0.0), 4) == still).all()
    assert (drawn(AugmentSpec(shift=0.3), 4) != still).mean() > 0.2
