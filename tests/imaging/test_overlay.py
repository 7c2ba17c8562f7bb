"""Overlays keep places and honesty: a bright cell lights its own pixels, and no evidence lights nothing."""

import itertools
import math

import numpy as np
import pytest

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.model_card import PreprocessSpec
from cxr_desktop.domain.prediction import Finding, SaliencyMap
from cxr_desktop.imaging import overlay
from cxr_desktop.imaging.preprocess import preprocess

IDENTITY = Affine()


def saliency(cells, to_source=IDENTITY):
    values = np.asarray(cells, dtype="<f4")
    return SaliencyMap(Finding.COVID19, *values.shape, values.tobytes(), to_source)


def one_bright_cell(row, column, to_source, size=(7, 7)):
    cells = np.zeros(size, dtype=np.float32)
    cells[row, column] = 2.0
    return saliency(cells, to_source)


def cells_of(spec, source_shape, turns, size=(7, 7)):
    """Cells → source pixels, as the engine makes it."""
    to_source = preprocess(np.ones(source_shape, dtype=np.uint16), spec, turns).to_source
    return to_source.after(Affine(a=spec.width / size[1], e=spec.height / size[0]))


@pytest.mark.parametrize(
    ("shape", "fit", "turns"),
    list(itertools.product([(300, 200), (200, 300), (250, 250)], ["crop", "letterbox", "stretch"], range(4))),
)
@pytest.mark.parametrize("cell", [(3, 3), (2, 4), (4, 2)])
def test_a_bright_cell_is_brightest_at_its_own_place_in_the_source(shape, fit, turns, cell):
    spec = PreprocessSpec(112, 112, channels=1, fit=fit, mean=(0.0,), std=(1.0,))
    to_source = cells_of(spec, shape, turns)
    x, y = to_source.apply(cell[1] + 0.5, cell[0] + 0.5)
    lit = overlay.render(one_bright_cell(*cell, to_source), shape, scale=2.0)
    assert lit.shape == shape
    assert lit[int(y), int(x)] > 0.9
    rows, columns = np.nonzero(lit > 0.5)
    side_x = abs(to_source.a) + abs(to_source.b)
    side_y = abs(to_source.d) + abs(to_source.e)
    assert abs(columns.mean() + 0.5 - x) <= 0.05 * side_x + 1
    assert abs(rows.mean() + 0.5 - y) <= 0.05 * side_y + 1


@pytest.mark.parametrize("turns", range(4))
def test_quarter_turns_and_the_general_path_agree(turns):
    spec = PreprocessSpec(96, 96, channels=1, fit="letterbox", mean=(0.0,), std=(1.0,))
    to_source = cells_of(spec, (90, 60), turns, (5, 6))
    cells = np.random.default_rng(turns).random((5, 6), dtype=np.float32)
    fast = overlay.render(saliency(cells, to_source), (90, 60), 1.0)
    slow = overlay._render_any(cells, to_source.inverse(), (90, 60))
    np.testing.assert_allclose(fast, slow, atol=1e-5)


def test_a_map_at_an_angle_is_drawn_at_its_angle():
    turn = math.radians(30)
    to_source = Affine(10 * math.cos(turn), -10 * math.sin(turn), 60.0, 10 * math.sin(turn), 10 * math.cos(turn), 20.0)
    lit = overlay.render(one_bright_cell(4, 2, to_source), (150, 150), 2.0)
    x, y = to_source.apply(2.5, 4.5)
    peak = np.unravel_index(lit.argmax(), lit.shape)
    assert abs(peak[0] + 0.5 - y) <= 1
    assert abs(peak[1] + 0.5 - x) <= 1


def test_outside_of_what_the_model_saw_nothing_is_lit():
    to_source = Affine(a=10.0, c=15.0, e=10.0)
    lit = overlay.render(saliency(np.ones((4, 4)), to_source), (40, 70), 1.0)
    assert np.all(lit[:, :15] == 0)
    assert np.all(lit[:, 55:] == 0)
    np.testing.assert_allclose(lit[5:35, 20:50], 1.0)


def test_the_edge_of_the_map_fades_so_that_it_is_not_taken_for_a_finding():
    lit = overlay.render(saliency(np.ones((4, 4)), Affine(a=10.0, c=15.0, e=10.0)), (40, 70), 1.0)
    edge = lit[20, 15:21]
    assert np.all(np.diff(edge) >= 0)
    assert edge[0] < 0.05 < 0.95 < edge[-1]


def test_the_scale_is_absolute_and_clips():
    cells = np.array([[0.0, 1.0], [2.0, 8.0]])
    lit = overlay.render(saliency(cells, Affine(a=1.0, e=1.0)), (2, 2), scale=4.0)
    np.testing.assert_allclose(lit, [[0.0, 0.25], [0.5, 1.0]])


def test_values_that_are_no_number_light_nothing():
    lit = overlay.render(saliency([[math.nan, math.inf]]), (1, 2), 1.0)
    np.testing.assert_array_equal(lit, [[0.0, 1.0]])


@pytest.mark.parametrize("scale", [0.0, -1.0, math.nan])
def test_a_map_without_a_positive_scale_is_refused(scale):
    with pytest.raises(ValueError, match="positive scale"):
        overlay.render(saliency([[1.0]]), (4, 4), scale)


def test_a_map_whose_bytes_do_not_fit_is_refused():
    with pytest.raises(ValueError, match="height × width"):
        overlay.upsample(SaliencyMap(Finding.COVID19, 3, 3, b"\0" * 32, Affine()))


def test_an_empty_map_has_no_evidence():
    assert not overlay.has_evidence(saliency(np.zeros((7, 7))))
    assert overlay.has_evidence(saliency([[0.0, 1e-6]]))


def test_zero_is_transparent_and_alpha_grows_with_the_value():
    values = np.linspace(0, 1, 256, dtype=np.float32)
    rgba = overlay.colourise(values, opacity=0.5)
    alpha = rgba[:, 3].astype(int)
    assert alpha[0] == 0
    assert np.all(np.diff(alpha) >= 0)
    assert alpha[-1] == 128
    assert alpha[26] < alpha[128] < alpha[255]
    np.testing.assert_array_equal(rgba[:, :3], overlay.INFERNO)


def test_blending_leaves_the_radiograph_where_nothing_is_lit():
    grey = np.arange(256, dtype=np.uint8).reshape(16, 16)
    clear = overlay.blend(grey, overlay.colourise(np.zeros((16, 16), np.float32), 1.0))
    np.testing.assert_array_equal(clear, np.repeat(grey[..., None], 3, axis=2))
    covered = overlay.blend(grey, overlay.colourise(np.ones((16, 16), np.float32), 1.0))
    np.testing.assert_array_equal(covered, np.broadcast_to(overlay.INFERNO[255], (16, 16, 3)))


def test_every_blend_is_the_weighted_mean_to_the_nearest_grey():
    alpha, colour, grey = (part.reshape(-1, 256) for part in np.indices((256, 256, 256), dtype=np.uint8))
    mixed = overlay.blend(grey, np.stack([colour, 255 - colour, colour, alpha], axis=-1))
    weight = alpha.astype(np.float64) / 255
    for place, shown in enumerate((colour, 255 - colour)):
        exact = grey * (1 - weight) + shown * weight
        assert np.abs(mixed[..., place] - exact).max() <= 0.5 + 1e-9


def test_the_colour_table_runs_from_black_to_pale_yellow_and_brightens_all_the_way():
    table = overlay.INFERNO.astype(float)
    assert table.shape == (256, 3)
    luminance = table @ [0.2126, 0.7152, 0.0722]
    assert luminance[0] < 2 < 245 < luminance[-1]
    assert np.all(np.diff(luminance) > -0.6)


def test_the_contour_of_a_hill_is_one_closed_ring_at_the_level():
    y, x = np.mgrid[0:40, 0:50] + 0.5
    hill = np.maximum(0, 1 - np.hypot(x - 30, y - 18) / 14).astype(np.float32)
    lines = overlay.contour(hill, 0.5)
    assert len(lines) == 1
    assert lines[0][0] == lines[0][-1]
    radius = [math.hypot(px - 30, py - 18) for px, py in lines[0]]
    assert max(abs(r - 7) for r in radius) < 0.2


def test_two_hills_have_two_contours_and_a_flat_map_has_none():
    values = np.zeros((20, 20), dtype=np.float32)
    assert overlay.contour(values, 0.5) == []
    values[3:6, 3:6] = values[12:16, 12:16] = 1
    assert len(overlay.contour(values, 0.5)) == 2


def test_a_contour_at_the_edge_of_the_image_stays_inside_it():
    values = np.zeros((10, 12), dtype=np.float32)
    values[:4, :4] = 1
    points = [point for line in overlay.contour(values, 0.5) for point in line]
    assert all(0 <= x <= 12 and 0 <= y <= 10 for x, y in points)


@pytest.mark.parametrize("top", [0.03, 0.7, 1.0, 2.0, 3.7, 12.5, 180.0])
def test_the_colour_bar_has_few_round_ticks_between_zero_and_its_top(top):
    values = overlay.ticks(top)
    assert values[0] == 0
    assert values[-1] == top
    assert 3 <= len(values) <= 6
    assert list(values) == sorted(values)
    texts = overlay.tick_labels(values)
    assert len(set(texts)) == len(texts)
    assert texts[0] == "0"


def test_a_colour_bar_without_a_top_has_one_tick():
    assert overlay.ticks(0.0) == (0.0,)
