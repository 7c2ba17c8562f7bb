"""What the gate must stop although it is no radiograph at all."""

import numpy as np
import pytest

from training import drawings
from training.data import drawn_samples, grey_of, is_drawn


@pytest.mark.parametrize("kind", drawings.KINDS)
def test_a_drawing_is_the_same_every_time_and_not_flat(kind):
    grey = drawings.draw(kind, 7)
    assert grey.dtype == np.uint8
    assert (grey == drawings.draw(kind, 7)).all()
    assert np.ptp(grey) > 40
    other = drawings.draw(kind, 8)
    assert other.shape != grey.shape or (other != grey).any()


def test_no_drawing_is_in_two_splits(tmp_path):
    samples = drawn_samples()
    assert len({s.file for s in samples}) == len(samples)
    assert all(is_drawn(s.file) for s in samples)
    assert (grey_of(tmp_path, samples[0].file) == grey_of(tmp_path, samples[0].file)).all()
