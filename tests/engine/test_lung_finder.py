"""The lungs of an image, wherever and however large it is, and whoever asks at the same time."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.lung_field import LungField, LungZone
from cxr_desktop.engine.checkpoint import read_card
from cxr_desktop.engine.lung_finder import LungFinder
from cxr_desktop.imaging.lung_region import lung_rectangle, zone_cells
from cxr_desktop.imaging.lung_zones import zone_at
from tests.engine.conftest import LUNG_BOX, lung_film


@pytest.fixture(scope="module")
def finder(lungs_model: Path) -> LungFinder:
    return LungFinder(lungs_model, read_card(lungs_model))


def _box(field: LungField | None, shape: tuple[int, int]) -> tuple[float, ...]:
    """The box as shares of the image."""
    assert field is not None
    rows, columns = shape
    sides = (columns, rows, columns, rows)
    return tuple(v / side for v, side in zip(lung_rectangle(field, shape, 0.0), sides, strict=True))


@pytest.mark.parametrize("shape", [(200, 160), (160, 300), (1500, 1300), (640, 2000)])
def test_both_lungs_are_found_where_they_lie(finder, shape):
    field = finder.find(lung_film(*shape))
    assert field is not None
    assert (field.height, field.width) == (64, 64)
    cell = max(shape) / 64
    assert _box(field, shape) == pytest.approx(LUNG_BOX, abs=1.1 * cell / min(shape))
    rows, columns = shape
    middle = 0.5 * rows
    assert zone_at(field, 0.3 * columns, middle) is LungZone.RIGHT_MIDDLE
    assert zone_at(field, 0.7 * columns, middle) is LungZone.LEFT_MIDDLE
    assert zone_at(field, 0.52 * columns, middle) is LungZone.OUTSIDE
    assert zone_at(field, 0.3 * columns, 0.3 * rows) is LungZone.RIGHT_UPPER
    assert zone_at(field, 0.7 * columns, 0.7 * rows) is LungZone.LEFT_LOWER


def test_a_picture_without_lungs_has_none(finder):
    bright = np.random.default_rng(1).uniform(0.6, 1.0, (200, 200)).astype(np.float32)
    bright[:5, :5] = 0.0
    assert finder.find(bright) is None


def test_what_pads_the_input_is_never_lung(finder):
    field = finder.find(lung_film(400, 100))
    cells = zone_cells(field)
    assert not cells[:, :20].any()
    assert not cells[:, -20:].any()


def test_many_threads_get_the_answers_that_one_gets(finder):
    films = [lung_film(150 + 10 * n, 200 - 5 * n) for n in range(12)]
    alone = [finder.find(film) for film in films]
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(finder.find, films * 3))
    assert together == alone * 3
    assert len({field.zones for field in alone}) > 6, "or the test says nothing"


def test_a_model_of_another_role_is_refused(triage_model: Path):
    with pytest.raises(CheckpointError, match="not made for this task"):
        LungFinder(triage_model, read_card(triage_model))


def test_a_model_whose_means_do_not_come_out_is_refused(lungs_model: Path, tmp_path):
    folder = Path(shutil.copytree(lungs_model, tmp_path / "model"))
    document = json.loads((folder / "card.json").read_text())
    document["self_test"]["means"][5] += 0.1
    (folder / "card.json").write_text(json.dumps(document))
    with pytest.raises(CheckpointError, match="other numbers on this computer"):
        LungFinder(folder, read_card(folder))


def test_a_file_that_is_no_segmenter_is_refused(lungs_model: Path, triage_model: Path, tmp_path):
    import hashlib

    folder = Path(shutil.copytree(lungs_model, tmp_path / "model"))
    document = json.loads((folder / "card.json").read_text())
    for data in (b"not a network", (triage_model / "model.onnx").read_bytes()):
        (folder / "model.onnx").write_bytes(data)
        document["files"]["model.onnx"] = hashlib.sha256(data).hexdigest()
        (folder / "card.json").write_text(json.dumps(document))
        with pytest.raises(CheckpointError, match="cannot be loaded"):
            LungFinder(folder, read_card(folder))
