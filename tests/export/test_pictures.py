"""Pictures show a map only where one may be shown, and just where it belongs."""

import numpy as np
import pytest

from cxr_desktop.domain.prediction import Finding
from cxr_desktop.export.pictures import frame, map_picture, map_view, plain_picture
from cxr_desktop.imaging.map_state import MapState
from tests.export.samples import COLUMNS, ROWS, card, image, refused, saliency, scored


def state(prediction, model=None, finding=Finding.COVID19, **options):
    return map_view(prediction, model if model is not None else card(), finding, **options)


def test_a_map_over_the_operating_point_is_drawn():
    view = state(scored(covid=0.7))
    assert view.state is MapState.DRAWN
    assert view.top == 2.0
    assert view.words == ""


def test_below_the_operating_point_nothing_is_drawn_unless_asked():
    assert state(scored(covid=0.1)).state is MapState.BELOW
    asked = state(scored(covid=0.1), below_operating_point=True)
    assert asked.state is MapState.DRAWN
    assert asked.words == "Below the operating point"


def test_an_empty_map_says_that_there_is_no_evidence():
    view = state(scored(maps=(saliency(cells=np.zeros((5, 5))),)))
    assert (view.state, view.map) == (MapState.NO_EVIDENCE, None)
    assert view.words == "No positive evidence"


def test_without_map_scale_or_score_it_says_so():
    assert state(scored(maps=())).state is MapState.NO_MAP
    assert state(scored(), card(map_scale={})).state is MapState.NO_SCALE
    assert state(refused()).words == "Not scored: not a chest radiograph"
    missing = state(scored(probabilities={Finding.COVID19: 0.9}), finding=Finding.TUBERCULOSIS)
    assert missing.words == "The model has no such class"


@pytest.mark.parametrize(("rows", "columns"), [(120, 100), (100, 300), (900, 700), (4000, 3000)])
def test_a_frame_is_never_smaller_than_asked_and_keeps_the_aspect(rows, columns):
    shown = frame(image(rows=rows, columns=columns), smallest=512, largest=1280)
    assert min(shown.grey.shape) >= 512
    assert shown.grey.shape[0] / shown.grey.shape[1] == pytest.approx(rows / columns, rel=0.01)
    assert shown.source_shape == (rows, columns)
    if max(rows, columns) > 1280:
        assert max(shown.grey.shape) <= 1280


@pytest.mark.parametrize("turns", range(4))
def test_the_map_is_brightest_over_its_own_cell_however_the_image_is_turned(turns):
    shown = frame(image(), smallest=400, largest=1000)
    view = state(scored())
    drawn = np.asarray(map_picture(shown, view, turns)).astype(int)
    bare = np.asarray(plain_picture(shown, turns).convert("RGB")).astype(int)
    warm = (drawn - bare)[..., 0] - (drawn - bare)[..., 2]
    back = np.rot90(warm, -turns)
    row, column = np.unravel_index(back.argmax(), back.shape)
    # The lit cell is (1, 3) of 5 × 5.
    assert 0.18 * back.shape[0] < row < 0.42 * back.shape[0]
    assert 0.58 * back.shape[1] < column < 0.82 * back.shape[1]


def test_far_from_the_evidence_the_radiograph_is_untouched():
    shown = frame(image(), smallest=400, largest=1000)
    drawn = np.asarray(map_picture(shown, state(scored())))
    bottom = slice(int(0.6 * drawn.shape[0]), None)
    np.testing.assert_array_equal(drawn[bottom], np.repeat(shown.grey[bottom, :, None], 3, axis=2))


def test_without_a_map_the_picture_is_the_radiograph():
    shown = frame(image(), smallest=1, largest=2000)
    assert shown.grey.shape == (ROWS, COLUMNS)
    drawn = np.asarray(map_picture(shown, state(scored(covid=0.05))))
    np.testing.assert_array_equal(drawn, np.repeat(shown.grey[..., None], 3, axis=2))
