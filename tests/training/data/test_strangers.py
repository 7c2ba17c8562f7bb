"""Parts, cut-outs and collages stand for what a gate must not take for a chest."""

import numpy as np
import pytest

from training.data import strangers
from training.data.strangers import collage, estranged, part

FILM = np.tile(np.arange(200, dtype=np.uint8), (240, 1))
LIMB = np.full((90, 50), 255, np.uint8)


@pytest.mark.parametrize("seed", range(20))
def test_a_part_is_a_rectangle_of_the_picture_with_the_share_that_was_asked_for(seed):
    found = part(FILM, np.random.default_rng(seed), (0.1, 0.3))
    assert 0.05 < found.size / FILM.size < 0.45
    assert (np.diff(found[0].astype(int)) == 1).all()


def test_a_part_of_a_tiny_picture_is_still_a_picture():
    assert part(np.zeros((8, 9), np.uint8), np.random.default_rng(1), (0.01, 0.02)).shape == (8, 9)


@pytest.mark.parametrize("seed", range(8))
def test_a_collage_holds_two_to_nine_pictures(seed):
    taken = []
    rng = np.random.default_rng(seed)
    page = collage(lambda: taken.append(1) or LIMB, rng)
    assert 2 <= len(taken) <= 9
    assert page.dtype == np.uint8
    assert (page == 255).any()


def test_no_stranger_shows_a_whole_chest(monkeypatch):
    monkeypatch.setattr(strangers, "collage", lambda pick, rng: np.zeros((1, 1), np.uint8))
    chests = []
    for seed in range(60):
        made = estranged(LIMB, lambda: chests.append(1) or FILM, lambda: LIMB, np.random.default_rng(seed))
        if made.max() < 255 and made.size > 1:
            assert made.size < 0.15 * FILM.size
    assert chests
