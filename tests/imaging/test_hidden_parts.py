"""What is hidden is gone, what is shown is untouched, and lungs are never hidden."""

from __future__ import annotations

import numpy as np
import pytest

from cxr_desktop.imaging import hidden_parts as parts

ROWS, COLUMNS = 200, 160


def chest() -> tuple[np.ndarray, np.ndarray]:
    """A grey slope with two dark lungs, and their mask."""
    y = np.mgrid[0:ROWS, 0:COLUMNS][0]
    grey = (0.4 + 0.2 * y / ROWS).astype(np.float32)
    lungs = np.zeros((ROWS, COLUMNS), dtype=bool)
    lungs[40:150, 30:70] = lungs[40:150, 90:130] = True
    grey[lungs] -= 0.2
    return grey, lungs


def test_borders_are_a_strip_on_all_sides():
    mask = parts.border_mask((ROWS, COLUMNS), None)
    assert mask[0].all()
    assert mask[:, 0].all()
    assert not mask[ROWS // 2, COLUMNS // 2]
    assert mask.mean() == pytest.approx(1 - 0.84**2, abs=0.02)


def test_a_letter_beside_the_chest_is_found_and_filled_from_around_it():
    grey, lungs = chest()
    marked = grey.copy()
    marked[60:72, 8:14] = 1.0  # not in a corner
    mask = parts.marker_mask(marked, lungs)
    assert mask[60:72, 8:14].all()
    hidden = parts.filled(marked, mask)
    assert np.abs(hidden[60:72, 8:14] - grey[60:72, 8:14]).max() < 0.12
    np.testing.assert_array_equal(hidden[~mask], marked[~mask])


def test_corners_are_hidden_whether_or_not_anything_stands_there():
    mask = parts.marker_mask(*chest())
    for row in (0, ROWS - 1):
        for column in (0, COLUMNS - 1):
            assert mask[row, column]


@pytest.mark.parametrize("mask_of", [lambda grey, lungs: parts.border_mask(grey.shape, lungs), parts.marker_mask])
def test_no_lung_is_ever_hidden(mask_of):
    grey, _ = chest()
    everywhere = np.zeros(grey.shape, dtype=bool)
    everywhere[2:-2, 2:-2] = True  # lungs that reach the edge
    assert not (mask_of(grey, everywhere) & everywhere).any()


def test_lungs_alone_leave_black_around_them():
    grey, lungs = chest()
    alone = parts.blackened(grey, ~parts.widened(lungs))
    np.testing.assert_array_equal(alone[lungs], grey[lungs])
    assert (alone[~parts.widened(lungs)] == grey.min()).all()


def test_a_picture_without_anything_to_see_is_filled_with_its_mean():
    grey, _ = chest()
    filled = parts.filled(grey, np.ones(grey.shape, dtype=bool))
    assert np.isfinite(filled).all()
    assert filled.max() == pytest.approx(grey.mean(), rel=1e-5)


def test_a_flat_picture_has_no_letters():
    assert not parts.marker_mask(np.full((50, 50), 0.5, np.float32), None)[20:30].any()


def test_a_mask_of_the_reduced_copy_hides_the_same_part_of_the_whole_picture():
    mask = parts.border_mask((50, 40), None)
    large = parts.at_size(mask, (200, 160))
    np.testing.assert_array_equal(large[::4, ::4], mask)
    assert parts.at_size(mask, (50, 40)) is mask
