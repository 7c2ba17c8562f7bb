"""What the gate must stop although it is no radiograph at all."""

import numpy as np
import pytest

from training.data import drawings


@pytest.mark.parametrize("kind", drawings.KINDS)
def test_a_drawing_is_the_same_every_time_and_not_flat(kind):
    grey = drawings.draw(kind, 7)
    assert grey.dtype == np.uint8
    assert (grey == drawings.drawn(f"{drawings.PREFIX}{kind}/7")).all()
    assert np.ptp(grey) > 40
    other = drawings.draw(kind, 8)
    assert other.shape != grey.shape or (other != grey).any()


def test_a_folder_of_the_same_name_is_no_drawing():
    assert drawings.is_drawn(f"{drawings.PREFIX}noise/1")
    assert not drawings.is_drawn("drawing/noise/1.png")
