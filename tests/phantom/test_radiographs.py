"""Phantoms look like what they claim to be, the same for the same seed, with a ground truth that is true."""

import numpy as np
import pytest

from cxr_desktop.phantom.anatomy import Body
from cxr_desktop.phantom.lesions import Pattern
from cxr_desktop.phantom.radiographs import chest, lateral_chest, palm, with_square

ROWS, COLUMNS = 300, 250
SEEDS = (1, 2, 3)


def small(seed, pattern=Pattern.CLEAR, **options):
    return chest(seed, pattern, ROWS, COLUMNS, **options)


@pytest.fixture(scope="module")
def clear():
    return {seed: small(seed) for seed in SEEDS}


def test_the_same_seed_gives_the_same_pixels_and_another_seed_others(clear):
    np.testing.assert_array_equal(small(1).pixels, clear[1].pixels)
    assert np.abs(clear[2].pixels - clear[1].pixels).mean() > 0.02


def test_pixels_fill_the_range_from_air_to_dense(clear):
    for phantom in clear.values():
        assert phantom.pixels.shape == (ROWS, COLUMNS)
        assert phantom.pixels.dtype == np.float32
        assert phantom.pixels.min() >= 0
        assert 0.85 < phantom.pixels.max() <= 1
        assert np.percentile(phantom.pixels, 3) < 0.02


def test_lungs_are_dark_and_the_mediastinum_is_bright(clear):
    for phantom in clear.values():
        lungs = phantom.pixels[phantom.lung_mask].mean()
        middle = phantom.pixels[ROWS // 2 : ROWS * 3 // 5, COLUMNS // 2 - 10 : COLUMNS // 2 + 10].mean()
        assert middle > lungs + 0.25


def test_there_is_a_lung_on_either_side_and_the_heart_lies_to_the_left(clear):
    for phantom in clear.values():
        half = COLUMNS // 2
        right, left = phantom.lung_mask[:, :half].mean(), phantom.lung_mask[:, half:].mean()
        assert 0.2 < right < 0.75
        assert 0.2 < left < 0.75
        # Beside the lower spine, the side of the heart is brighter.
        rows = slice(int(0.55 * ROWS), int(0.62 * ROWS))
        beside = int(0.17 * COLUMNS)
        heart = phantom.pixels[rows, half + 12 : half + beside].mean()
        lung = phantom.pixels[rows, half - beside : half - 12].mean()
        assert heart > lung


def test_the_marker_stands_at_the_patients_right(clear):
    for phantom in clear.values():
        corner = phantom.pixels[: ROWS // 6, : COLUMNS // 6]
        other = phantom.pixels[: ROWS // 6, -COLUMNS // 6 :]
        assert (corner > 0.9).sum() > 20
        assert (other > 0.9).sum() == 0


def test_a_clear_chest_has_no_lesion(clear):
    assert not any(phantom.lesion_mask.any() for phantom in clear.values())


@pytest.mark.parametrize("pattern", [Pattern.GROUND_GLASS, Pattern.CONSOLIDATION, Pattern.CAVITIES])
@pytest.mark.parametrize("seed", SEEDS)
def test_disease_is_brighter_than_the_same_chest_without_it_just_where_the_mask_says(pattern, seed, clear):
    ill = small(seed, pattern)
    change = ill.pixels - clear[seed].pixels
    assert 0.004 < ill.lesion_mask.mean() < 0.3
    assert not np.any(ill.lesion_mask & ~ill.lung_mask)
    assert change[ill.lesion_mask].mean() > 0.025
    assert change[ill.lesion_mask].mean() > 5 * abs(change[~ill.lesion_mask].mean())


@pytest.mark.parametrize("seed", SEEDS)
def test_ground_glass_is_bilateral_and_peripheral(seed):
    mask = small(seed, Pattern.GROUND_GLASS).lesion_mask
    assert mask[:, : COLUMNS // 2].any()
    assert mask[:, COLUMNS // 2 :].any()
    away = np.abs(np.nonzero(mask)[1] - COLUMNS / 2)
    assert np.median(away) > 0.2 * COLUMNS


@pytest.mark.parametrize("seed", SEEDS)
def test_consolidation_keeps_to_one_side(seed):
    mask = small(seed, Pattern.CONSOLIDATION).lesion_mask
    right, left = mask[:, : COLUMNS // 2].sum(), mask[:, COLUMNS // 2 :].sum()
    assert min(right, left) < 0.05 * max(right, left)


@pytest.mark.parametrize("seed", SEEDS)
def test_cavities_are_in_the_upper_lungs_and_darker_inside_than_at_their_wall(seed):
    phantom = small(seed, Pattern.CAVITIES)
    lungs = np.nonzero(phantom.lung_mask)[0]
    assert np.nonzero(phantom.lesion_mask)[0].mean() < lungs.min() + 0.42 * (lungs.max() - lungs.min())


def test_strength_makes_disease_denser():
    mask = small(1, Pattern.GROUND_GLASS).lesion_mask
    values = [small(1, Pattern.GROUND_GLASS, strength=s).pixels[mask].mean() for s in (0.5, 1.0, 1.5)]
    assert values[0] < values[1] < values[2]


def test_in_bed_the_heart_is_wider_and_the_lungs_are_lower():
    standing, lying = small(2), small(2, view="AP")
    assert lying.view == "AP"
    assert lying.lung_mask.sum() < standing.lung_mask.sum()


def test_bodies_differ_and_can_be_asked_for():
    bodies = [Body.random(seed) for seed in range(40)]
    assert {body.female for body in bodies} == {True, False}
    assert len({round(body.width, 4) for body in bodies}) == 40
    asked = Body.random(5, female=True, age=81)
    assert (asked.female, asked.age) == (True, 81)


def test_a_lateral_chest_has_its_spine_behind_and_air_in_front():
    side = lateral_chest(1, ROWS, COLUMNS)
    assert side.view == "LL"
    assert side.lung_mask.any()
    assert side.pixels[:, -8:].mean() < 0.05
    assert 0.2 < side.pixels.mean() < 0.8


def test_a_hand_has_no_lungs_and_five_fingers():
    hand = palm(1, 400, 330)
    assert not hand.lung_mask.any()
    assert hand.pixels.max() > 0.7
    # Across the fingers, above the thumb, bone and soft tissue alternate with air.
    lit = hand.pixels[int(400 * 0.33)] > 0.08
    assert np.count_nonzero(np.diff(lit.astype(int)) == 1) == 4


def test_a_planted_square_is_where_it_was_asked_for(clear):
    pixels = clear[1].pixels
    changed = with_square(pixels, x=100, y=40, side=12)
    rows, columns = np.nonzero(changed != pixels)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (34, 45, 94, 105)
    assert np.all(changed[34:46, 94:106] == 1)
    cut = with_square(pixels, x=0, y=0, side=10, value=0.5)
    assert np.all(cut[:5, :5] == 0.5)
