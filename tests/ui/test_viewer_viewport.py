"""Where the image lies: fit, zoom to the cursor, pan and slices, for any size and any scale."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxr_desktop.ui.viewer.viewport import MAX_SCALE, Viewport

sides = st.integers(1, 6000)
views = st.integers(50, 4000)
factors = st.floats(0.2, 5.0)
shares = st.floats(0.0, 1.0)
aspects = st.sampled_from([1.0, 0.5, 1.2])


@st.composite
def viewports(draw: st.DrawFn) -> Viewport:
    """A view that has been zoomed and moved somehow."""
    view = Viewport.fitted(draw(sides), draw(sides), draw(views), draw(views), draw(aspects))
    view = view.zoomed(draw(factors), draw(shares) * view.width, draw(shares) * view.height)
    return view.panned(draw(st.floats(-500, 500)), draw(st.floats(-500, 500)))


@given(sides, sides, views, views, aspects)
def test_fit_shows_the_whole_image_and_touches_two_edges(
    columns: int, rows: int, width: int, height: int, aspect: float
) -> None:
    view = Viewport.fitted(columns, rows, width, height, aspect)
    left, top = view.to_screen(0, 0)
    right, bottom = view.to_screen(columns, rows)
    # The origin stands on a whole pixel, so an edge may be half a pixel out.
    assert left >= -0.5
    assert top >= -0.5
    assert right <= width + 0.5 + 1e-6
    assert bottom <= height + 0.5 + 1e-6
    assert right - left == pytest.approx(width) or bottom - top == pytest.approx(height)


@given(viewports(), st.floats(-100, 7000), st.floats(-100, 7000))
def test_screen_and_image_are_inverse(view: Viewport, x: float, y: float) -> None:
    assert view.to_image(*view.to_screen(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(viewports(), factors, shares, shares)
def test_zoom_keeps_the_point_under_the_cursor(view: Viewport, factor: float, across: float, down: float) -> None:
    x, y = across * view.width, down * view.height
    held = view.to_image(x, y)
    zoomed = view.zoomed(factor, x, y)
    at_an_edge = zoomed.centre_x in (0.0, view.columns) or zoomed.centre_y in (0.0, view.rows)
    if not at_an_edge:
        # Both origins stand on whole pixels of the screen.
        slack = 0.5 + 0.5 * zoomed.scale / view.scale + 1e-6
        assert zoomed.to_screen(*held) == pytest.approx((x, y), abs=slack)


def test_many_small_zooms_there_and_back_do_not_drift() -> None:
    view = start = Viewport.fitted(3000, 2500, 900, 800)
    for _ in range(200):
        view = view.zoomed(1.01, 300, 200)
    for _ in range(200):
        view = view.zoomed(1 / 1.01, 300, 200)
    assert view.scale == pytest.approx(start.scale)
    assert (view.centre_x, view.centre_y) == pytest.approx((start.centre_x, start.centre_y))


@given(viewports(), st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))
def test_pan_never_loses_the_image(view: Viewport, dx: float, dy: float) -> None:
    column, row = view.panned(dx, dy).to_image(view.width / 2, view.height / 2)
    slack = 1 / min(view.scale_x, view.scale_y)
    assert -slack <= column <= view.columns + slack
    assert -slack <= row <= view.rows + slack


def test_pan_moves_the_image_with_the_hand() -> None:
    view = Viewport.fitted(1000, 1000, 500, 500).at_scale(1.0, 250, 250)
    before = view.to_screen(500, 500)
    assert view.panned(30, -20).to_screen(500, 500) == pytest.approx((before[0] + 30, before[1] - 20))


@given(viewports(), st.floats(1e-3, 1e3))
def test_scale_stays_within_bounds(view: Viewport, factor: float) -> None:
    scale = view.zoomed(factor, 0, 0).scale
    assert min(1.0, view.fit_scale) / 4 <= scale <= max(MAX_SCALE, view.fit_scale)


def test_a_fitted_image_follows_the_window_and_a_zoomed_one_stays() -> None:
    fitted = Viewport.fitted(1000, 500, 800, 800)
    assert fitted.resized(400, 400) == Viewport.fitted(1000, 500, 400, 400)
    zoomed = fitted.zoomed(2, 400, 400)
    resized = zoomed.resized(400, 400)
    assert (resized.scale, resized.centre_x, resized.centre_y) == (zoomed.scale, zoomed.centre_x, zoomed.centre_y)


@given(viewports(), st.sampled_from([1.0, 2.0, 4.0, 7.3]))
def test_a_slice_covers_the_visible_image_and_lies_where_it_belongs(view: Viewport, step: float) -> None:
    grid_columns, grid_rows = -(-view.columns // int(step)), -(-view.rows // int(step))
    part = view.slice_of(grid_columns, grid_rows, step, step)
    corners = (view.to_image(0, 0), view.to_image(view.width, view.height))
    if part is None:
        assert corners[1][0] <= 0 or corners[1][1] <= 0 or corners[0][0] >= view.columns or corners[0][1] >= view.rows
        return
    assert (part.x, part.y) == pytest.approx(view.to_screen(part.left * step, part.top * step))
    right, bottom = part.x + part.width, part.y + part.height
    assert (right, bottom) == pytest.approx(view.to_screen(part.right * step, part.bottom * step), abs=1e-6)
    assert part.left == 0 or part.x <= 0
    assert part.top == 0 or part.y <= 0
    assert part.right == grid_columns or right >= view.width - 1e-6
    assert part.bottom == grid_rows or bottom >= view.height - 1e-6


def test_a_slice_is_no_larger_than_the_screen_needs() -> None:
    part = Viewport.fitted(4000, 4000, 500, 500).at_scale(4.0, 100, 100).slice_of(4000, 4000, 1, 1)
    assert part is not None
    assert part.right - part.left <= 500 / 4 + 4
    assert part.bottom - part.top <= 500 / 4 + 4


def test_oblong_pixels_are_drawn_in_their_true_shape() -> None:
    view = Viewport.fitted(1000, 500, 800, 800, pixel_aspect=2.0)
    x0, y0 = view.to_screen(0, 0)
    x1, y1 = view.to_screen(1000, 500)
    assert x1 - x0 == pytest.approx(y1 - y0)


@pytest.mark.parametrize(
    ("columns", "scale", "real"), [(4000, 1.9, False), (4000, 2.5, True), (100, 8.0, False), (100, 12.0, True)]
)
def test_squares_are_shown_past_two_but_a_small_image_fits_smoothly(columns: int, scale: float, real: bool) -> None:
    view = Viewport.fitted(columns, columns, 800, 800)
    if scale != view.scale:
        view = view.at_scale(scale, 400, 400)
    assert view.shows_real_pixels is real


def test_the_pixel_under_the_pointer_is_none_beside_the_image() -> None:
    view = Viewport.fitted(100, 100, 400, 200)
    assert view.pixel_at(100, 0) == (0, 0)
    assert view.pixel_at(299, 199) == (99, 99)
    assert view.pixel_at(99, 0) is None
    assert view.pixel_at(300, 0) is None


def test_an_empty_image_is_refused() -> None:
    with pytest.raises(ValueError, match="rows, columns"):
        Viewport.fitted(0, 10, 100, 100)
