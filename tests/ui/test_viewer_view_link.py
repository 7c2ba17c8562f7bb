"""Two images follow each other in what the reader does, not in the numbers of their detectors."""

from __future__ import annotations

import pytest

from cxr_desktop.imaging.pixels import Voi, display_table
from cxr_desktop.ui.viewer.reading import Reading
from cxr_desktop.ui.viewer.view_link import ViewLink
from cxr_desktop.ui.viewer.window_level import extent
from tests.ui import viewer_builders as build

NARROW, WIDE = Voi("", "linear_exact", 500.0, 1000.0), Voi("", "linear_exact", 2000.0, 4000.0)


def reading(size: tuple[int, int] = (400, 300), **image: object) -> Reading:
    made = Reading()
    made.resize(*size, 1.0)
    made.open(build.image(**image))
    return made


@pytest.fixture
def pair(qapp: object) -> tuple[Reading, Reading, ViewLink]:
    first, second = reading(vois=(NARROW,)), reading((200, 300), vois=(WIDE,), path="/films/prior.dcm")
    return first, second, ViewLink(first, second)


def test_a_window_follows_by_its_change_in_both_directions(pair: tuple[Reading, Reading, ViewLink]) -> None:
    first, second, _ = pair
    first.set_window_level(Voi("", "linear_exact", 600.0, 500.0))
    assert extent(second.window_level()) == pytest.approx((2400.0, 2000.0))
    second.set_window_level(Voi("", "linear_exact", 2000.0, 8000.0))
    assert extent(first.window_level()) == pytest.approx((500.0, 2000.0))


def test_brighter_is_brighter_even_where_one_of_them_is_inverted(qapp: object) -> None:
    first, second = reading(), reading(inverted=True, path="/films/prior.dcm")
    link = ViewLink(first, second)
    before = display_table(second.display.image, second.window_level(), True)[:4096].mean()
    first.drag_window(first.window_level(), 0, -80)
    assert link.is_on
    assert display_table(second.display.image, second.window_level(), True)[:4096].mean() > before


def test_zoom_and_place_follow_by_share(pair: tuple[Reading, Reading, ViewLink]) -> None:
    first, second, _ = pair
    first.set_viewport(first.viewport().at_scale(4.0, 100.0, 100.0))
    own, other = first.viewport(), second.viewport()
    assert other.scale / other.fit_scale == pytest.approx(own.scale / own.fit_scale)
    assert other.centre_x / other.columns == pytest.approx(own.centre_x / own.columns)
    first.fit()
    assert second.viewport().fits


def test_inversion_and_reset_follow(pair: tuple[Reading, Reading, ViewLink]) -> None:
    first, second, _ = pair
    first.invert()
    assert second.display.kept.inverted
    second.reset()
    assert not first.display.kept.inverted
    assert first.window_level() == NARROW


def test_unlinked_they_do_not(pair: tuple[Reading, Reading, ViewLink]) -> None:
    first, second, link = pair
    link.is_on = False
    first.invert()
    first.zoom_by_steps(2)
    assert not second.display.kept.inverted
    assert second.viewport().fits


def test_a_window_of_another_size_or_no_image_changes_nothing_at_the_other(
    pair: tuple[Reading, Reading, ViewLink],
) -> None:
    first, second, _ = pair
    first.zoom_by_steps(3)
    view = second.viewport()
    first.resize(300, 300, 1.0)
    assert second.viewport() == view
    second.close()
    first.invert()
    assert second.display is None
