"""The interval of the reports."""

import pytest

from training.measures.intervals import normal_interval


def test_the_interval_lies_evenly_around_the_share():
    low, high = normal_interval(0.5, 100)
    assert (low + high) / 2 == pytest.approx(0.5)
    assert high - low == pytest.approx(2 * 1.959963984540054 * 0.05)


@pytest.mark.parametrize(("share", "n"), [(0.5, 0), (-0.1, 10), (1.1, 10), (float("nan"), 10)])
def test_what_is_no_share_is_refused(share, n):
    with pytest.raises(ValueError, match="share"):
        normal_interval(share, n)
