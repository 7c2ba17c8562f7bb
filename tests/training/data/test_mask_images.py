"""A picture and its mask move together; without changes both are what serves."""

import numpy as np
import pytest

from cxr_desktop.imaging.preprocess import preprocess
from tests.training.small_lungs import lungs_recipe, thorax
from training.data.mask_images import clouded, mask_input, moved
from training.recipe import AugmentSpec

SIZE = 64
STRONG = AugmentSpec(crop_area=(0.5, 2.0), crop_aspect=1.35, shift=0.1, rotation_degrees=20.0, flip_p=0.5)


@pytest.mark.parametrize("seed", range(8))
def test_a_mask_stays_on_its_lungs_wherever_the_picture_goes(seed):
    _, mask = thorax(1)
    picture, lungs = moved(mask, mask, STRONG, SIZE, np.random.default_rng(seed))
    seen = np.asarray(picture) > 127
    # What lies beyond the picture may be of any grey, so only the lungs themselves are compared.
    assert seen[lungs > 0.9].all()
    assert lungs.shape == (SIZE, SIZE)
    assert 0.02 < lungs.mean() < 0.8


def test_without_changes_picture_and_mask_are_what_validation_sees():
    grey, mask = thorax(2)
    whole = AugmentSpec(whole_image_p=1.0)
    picture, lungs = moved(grey, mask, whole, SIZE, np.random.default_rng(0))
    assert (lungs == mask_input(mask, SIZE)).all()
    spec = lungs_recipe().preprocess
    served = preprocess(grey, spec).tensor[0]
    assert np.corrcoef(np.asarray(picture, np.float32).ravel(), served.ravel())[0, 1] > 0.9


def test_the_same_seed_moves_alike_and_another_one_otherwise():
    grey, mask = thorax(3)
    first, again, other = (moved(grey, mask, STRONG, SIZE, np.random.default_rng(s))[1] for s in (1, 1, 2))
    assert (first == again).all()
    assert (first != other).any()


def test_opacities_only_brighten_and_stay_soft():
    codes = np.full((SIZE, SIZE), 80.0, np.float32)
    cloudy = clouded(codes, np.random.default_rng(4))
    assert (cloudy >= codes).all()
    assert 90 < cloudy.max() <= 255
    assert np.abs(np.diff(cloudy, axis=0)).max() < 60
