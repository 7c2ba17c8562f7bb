from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cxr_desktop.domain.geometry import Affine

numbers = st.floats(-100, 100)
affines = st.builds(Affine, numbers, numbers, numbers, numbers, numbers, numbers)


def test_the_default_changes_nothing():
    assert Affine().apply(3.5, -2.0) == (3.5, -2.0)


@given(affines, affines, numbers, numbers)
def test_composition_is_one_after_the_other(second, first, x, y):
    assert second.after(first).apply(x, y) == pytest.approx(second.apply(*first.apply(x, y)), rel=1e-6, abs=1e-6)


@given(affines, numbers, numbers)
def test_the_inverse_leads_back(affine, x, y):
    assume(abs(affine.a * affine.e - affine.b * affine.d) > 1.0)
    assert affine.inverse().apply(*affine.apply(x, y)) == pytest.approx((x, y), rel=1e-4, abs=1e-4)


def test_a_map_that_folds_the_plane_has_no_inverse():
    with pytest.raises(ZeroDivisionError):
        Affine(1, 1, 0, 1, 1, 0).inverse()


def test_the_stored_order_is_a_to_f():
    assert Affine(*Affine(1, 2, 3, 4, 5, 6).as_tuple()) == Affine(1, 2, 3, 4, 5, 6)
