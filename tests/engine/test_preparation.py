"""One file becomes the inputs of every network; what a reader consented to is done first, places stay places."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.lung_field import LungZone
from cxr_desktop.domain.model_card import PreprocessSpec
from cxr_desktop.domain.prediction import Finding, GateClass, Status
from cxr_desktop.engine.architectures import LINEAR_HEAD, CellGrid
from cxr_desktop.engine.checkpoint import read_card
from cxr_desktop.engine.lung_finder import LungFinder
from cxr_desktop.engine.messages import ScoreRequest
from cxr_desktop.engine.preparation import MIDDLE_SCORED, ONE_LUNG, Preparation, Prepared
from cxr_desktop.engine.saliency import grad_cam, saliency_maps
from cxr_desktop.engine.scorer import ModelFolders, Scorer
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.lung_zones import main_zones, share_outside, zone_at, zone_shares
from tests.engine.conftest import MakeModel, lung_film

WHOLE = PreprocessSpec(64, 64, 1, mean=(0.0,), std=(1.0,))
LUNGS = replace(WHOLE, height=96, region="lungs", low_percentile=0, high_percentile=100)


@pytest.fixture(scope="module")
def finder(lungs_model: Path) -> LungFinder:
    return LungFinder(lungs_model, read_card(lungs_model))


def _save(path: Path, grey: np.ndarray) -> str:
    Image.fromarray(np.rint(grey * 65_535).astype(np.uint16)).save(path)
    return str(path)


def _without_lungs(folder: Path) -> str:
    """A picture with content that is bright almost everywhere."""
    y, x = np.mgrid[1:201, 0:160] / 200
    grey = 0.4 + 0.5 * y**0.15 + 0.05 * np.sin(9 * x)
    grey[:14, :14] = 0.0
    return _save(folder / "white.png", grey)


def _prepare(path: str, finder: LungFinder | None, *specs: PreprocessSpec, **wishes) -> Prepared:
    first, second = specs if len(specs) == 2 else (specs[0], None)
    prepared = Preparation(ReadBudget(), first, None, second, finder=finder).prepare(ScoreRequest(path, **wishes))
    assert prepared.status is None, prepared.reason
    return prepared


def test_a_model_of_the_lungs_needs_the_model_that_finds_them():
    with pytest.raises(CheckpointError, match="needs the lung model"):
        Preparation(ReadBudget(), LUNGS, None)
    with pytest.raises(CheckpointError, match="needs the lung model"):
        Preparation(ReadBudget(), WHOLE, None, LUNGS)


def test_two_models_with_one_wish_share_their_input_and_others_do_not(finder, tmp_path):
    path = _save(tmp_path / "film.png", lung_film(200, 160))
    same = _prepare(path, finder, LUNGS, LUNGS)
    assert same.tensor is same.second_tensor
    other = _prepare(path, finder, LUNGS, WHOLE)
    assert other.tensor.shape != other.second_tensor.shape
    np.testing.assert_array_equal(other.tensor, same.tensor)
    alone = _prepare(path, None, WHOLE)
    np.testing.assert_array_equal(alone.tensor, other.second_tensor)
    assert (alone.lungs, alone.lungs_verdict, alone.second_tensor) == (None, None, None)


def test_lungs_are_looked_for_even_where_no_model_asks_for_them(finder, tmp_path):
    prepared = _prepare(_save(tmp_path / "film.png", lung_film(200, 160)), finder, WHOLE)
    assert prepared.lungs is not None
    assert zone_at(prepared.lungs, 0.3 * 160, 100) is LungZone.RIGHT_MIDDLE
    assert prepared.lungs_verdict is None


def test_a_row_says_where_only_one_lung_was_found(finder, tmp_path):
    film = lung_film(200, 160)
    assert _prepare(_save(tmp_path / "both.png", film), finder, LUNGS).lung_flags == ()
    film[:, 80:] = np.random.default_rng(3).normal(0.8, 0.01, (200, 80))
    assert _prepare(_save(tmp_path / "one.png", film), finder, LUNGS).lung_flags == (ONE_LUNG,)


@pytest.mark.parametrize("shape", [(300, 240), (900, 1100)])
@pytest.mark.parametrize(("turns", "inverted"), [(0, True), (1, False), (2, True), (3, False), (3, True)])
def test_a_corrected_film_gives_the_input_of_the_upright_one_and_places_in_the_file(
    finder, tmp_path, shape, turns, inverted
):
    upright = lung_film(*shape)
    lying = np.rot90(upright, -turns)
    upright_path = _save(tmp_path / "upright.png", upright)
    path = _save(tmp_path / "lying.png", 1.0 - lying if inverted else lying)
    expected = _prepare(upright_path, finder, LUNGS, WHOLE)
    found = _prepare(path, finder, LUNGS, WHOLE, quarter_turns=turns, inverted=inverted)
    np.testing.assert_allclose(found.tensor, expected.tensor, atol=1e-4)
    np.testing.assert_allclose(found.second_tensor, expected.second_tensor, atol=1e-4)
    right = np.zeros(lying.shape, dtype=bool)
    rows, columns = shape
    upright_right = np.zeros(shape, dtype=bool)
    upright_right[int(0.45 * rows) : int(0.55 * rows), int(0.3 * columns) : int(0.35 * columns)] = True
    right = np.rot90(upright_right, -turns)
    y, x = (float(v.mean()) + 0.5 for v in np.nonzero(right))
    assert found.lungs is not None
    assert zone_at(found.lungs, x, y) is LungZone.RIGHT_MIDDLE


@pytest.mark.parametrize("shape", [(300, 240), (1100, 900), (240, 500)])
@pytest.mark.parametrize(("turns", "place"), [(0, (0.35, 0.4)), (1, (0.7, 0.6)), (2, (0.35, 0.6)), (3, (0.7, 0.4))])
def test_a_bright_square_lights_the_cell_and_the_zone_that_it_lies_in(finder, tmp_path, shape, turns, place):
    rows, columns = shape
    plain = lung_film(rows, columns)
    x, y = place[0] * columns, place[1] * rows
    half = 0.03 * min(shape)
    bright = plain.copy()
    bright[int(y - half) : int(y + half), int(x - half) : int(x + half)] = 0.3  # still a lung, still inside its greys
    point = np.zeros(shape, dtype=bool)
    point[int(y), int(x)] = True
    (source_y,), (source_x,) = np.nonzero(np.rot90(point, -turns))
    without, prepared = (
        _prepare(_save(tmp_path / "film.png", np.rot90(film, -turns)), finder, LUNGS, quarter_turns=turns)
        for film in (plain, bright)
    )
    cells = (prepared.tensor - without.tensor).reshape(1, 12, 8, 8, 8).mean(axis=(2, 4))
    maps = grad_cam(cells, np.ones((1, 1), np.float32), np.zeros(1, np.float32), LINEAR_HEAD)
    (found,) = saliency_maps(maps, [Finding.COVID19], CellGrid(8, 4.0), prepared.to_source)
    values = np.frombuffer(found.values, dtype="<f4").reshape(found.height, found.width)
    row, column = np.unravel_index(values.argmax(), values.shape)
    cell_x, cell_y = found.to_source.inverse().apply(source_x + 0.5, source_y + 0.5)
    assert abs(cell_x - (column + 0.5)) <= 1.0
    assert abs(cell_y - (row + 0.5)) <= 1.0
    assert prepared.lungs is not None
    shares = zone_shares(found, prepared.lungs)
    inside = {zone: share for zone, share in shares.items() if zone}
    side = "RIGHT" if place[0] < 0.5 else "LEFT"
    assert sum(share for zone, share in inside.items() if zone.name.startswith(side)) > 0.9
    assert main_zones(shares)[0] is zone_at(prepared.lungs, source_x + 0.5, source_y + 0.5)
    assert share_outside(found, prepared.lungs) == shares[LungZone.OUTSIDE]


def test_without_lungs_nothing_is_scored_until_the_reader_insists_and_then_the_row_says_so(
    make_model: MakeModel, lungs_model: Path, open_gate: Path, tmp_path
):
    wish = {"height": 64, "width": 64, "channels": 1, "mean": [0.5], "std": [0.25], "region": "lungs"}
    model = make_model("triage", name="in-lungs", preprocess=wish)
    path = _without_lungs(tmp_path)
    scorer = Scorer(ModelFolders(model, open_gate, lungs=lungs_model), "cpu")
    (stopped,) = scorer.score([ScoreRequest(path)])
    assert (stopped.status, stopped.reason) == (Status.NOT_SCORED, "the lungs were not found")
    assert stopped.gate is not None
    assert stopped.gate.gate_class is GateClass.CROPPED
    (scored,) = scorer.score([ScoreRequest(path, override=True)])
    assert (scored.status, scored.lungs) == (Status.SCORED, None)
    assert MIDDLE_SCORED in scored.flags
    film = _save(tmp_path / "film.png", lung_film(200, 160))
    (good,) = scorer.score([ScoreRequest(film)])
    assert (good.status, good.flags) == (Status.SCORED, ())
    assert good.lungs is not None


def test_the_gates_word_comes_before_missing_lungs(make_model: MakeModel, lungs_model: Path, closed_gate, tmp_path):
    path = _without_lungs(tmp_path)
    scorer = Scorer(ModelFolders(make_model("triage"), closed_gate, lungs=lungs_model), "cpu")
    (stopped,) = scorer.score([ScoreRequest(path)])
    assert stopped.reason == "lateral view"


def test_lungs_are_not_drawn_in_what_is_no_frontal_chest(make_model: MakeModel, lungs_model, closed_gate, tmp_path):
    path = _save(tmp_path / "film.png", lung_film(200, 160))
    scorer = Scorer(ModelFolders(make_model("triage"), closed_gate, lungs=lungs_model), "cpu")
    (stopped,) = scorer.score([ScoreRequest(path)])
    assert (stopped.status, stopped.lungs) == (Status.NOT_SCORED, None)
    (scored,) = scorer.score([ScoreRequest(path, override=True)])
    assert scored.lungs is not None
