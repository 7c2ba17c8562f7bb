"""A card's numbers come out again, and what does not is named."""

import csv
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.engine.checkpoint import read_card, verify
from tests.training.conftest import COLUMNS, picture
from training.__main__ import main
from training.events import Events
from training.publishing import bench as benches
from training.publishing.bench import Bench
from training.publishing.measure import BLOCKS, differing, recompute

LUNGS_FREE = ["choice", "test", "val", "comparisons", "calibration", "groups"]


@pytest.fixture
def model(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "tiny"))


def test_a_published_card_comes_out_again(published, pictures, capsys):
    only = "choice,test,val"
    assert main(["measure", str(published), "--data", str(pictures), "--only", only]) == 0
    assert "differences 0" in capsys.readouterr().out


def test_a_number_that_was_changed_by_hand_is_found_and_mended(model, pictures, capsys):
    card = json.loads((model / "card.json").read_text(encoding="utf-8"))
    card["metrics"]["test"]["auc_one_against_the_rest"]["all"]["normal"]["auc"] = 0.1
    (model / "card.json").write_text(json.dumps(card), encoding="utf-8")
    arguments = ["measure", str(model), "--data", str(pictures), "--only", "test"]
    assert main(arguments) == 1
    assert "test.auc_one_against_the_rest.all.normal.auc: the card says 0.1" in capsys.readouterr().out
    assert main([*arguments, "--write"]) == 0
    assert main(arguments) == 0
    verify(model, read_card(model))


def test_written_blocks_carry_the_command_that_reproduces_them(model, pictures):
    assert main(["measure", str(model), "--data", str(pictures), "--only", ",".join(LUNGS_FREE[1:]), "--write"]) == 0
    card = read_card(model).document
    for name in LUNGS_FREE[1:]:
        assert card["metrics"][name]["command"] == f"cxr-desktop measure tiny --data DATA --only {name}"
    assert card["metrics"]["comparisons"]["test"][0]["group"] == "known_adults"
    assert card["metrics"]["calibration"]["test"]["all"]["images"] == 24
    assert "15 bins" in card["metrics"]["calibration"]["definition"]
    assert set(card["metrics"]["groups"]["val"]["by_age"]) == {"adult", "child"}
    assert main(["measure", str(model), "--data", str(pictures), "--only", ",".join(LUNGS_FREE[1:])]) == 0


def test_a_block_that_does_not_exist_is_refused(published, pictures, capsys):
    assert main(["measure", str(published), "--data", str(pictures), "--only", "beauty"]) == 1
    assert "no block beauty" in capsys.readouterr().err


def test_what_cannot_be_measured_is_named_and_left_alone(published, pictures, capsys, monkeypatch):
    monkeypatch.setattr(benches, "open_lung_finder", lambda: None)
    lungs = ["shortcuts", "pointing", "map_mass", "other_findings"]
    assert main(["measure", str(published), "--data", str(pictures), "--only", ",".join(lungs)]) == 0
    said = capsys.readouterr().out
    assert "shortcuts is not measured: the shortcut test needs lung masks" in said
    assert "pointing is not measured: the data hold no boxes" in said
    assert "map_mass is not measured: the share of heat maps outside the lungs needs" in said
    assert "other_findings is not measured" in said


def test_counts_must_be_equal_and_scores_within_rounding():
    stored = {"n": 3, "auc": 0.5, "rows": [{"x": 0.1}], "gone": None}
    assert differing(stored, {"n": 3, "auc": 0.5001, "rows": [{"x": 0.1}], "gone": None}, "b") == []
    assert differing(stored, {"n": 4, "auc": 0.51, "rows": [], "gone": 1.0}, "b") == [
        "b.n: the card says 3, measured was 4",
        "b.auc: the card says 0.5, measured was 0.51",
        "b.rows: the card has 1 entries, measured were 0",
        "b.gone: not in the card",
    ]


class FixedLungs:
    """Both lungs in the middle of every picture, as the segmenter might find them."""

    def find(self, grey: np.ndarray) -> LungField:
        rows, columns = grey.shape
        zones = np.zeros((8, 8), dtype=np.uint8)
        zones[1:7, 1:3], zones[1:7, 5:7] = 1, 4
        return LungField(8, 8, zones.tobytes(), Affine(a=columns / 8, e=rows / 8))


@pytest.fixture
def chests(pictures: Path, tmp_path: Path) -> Path:
    """The invented pictures as a radiograph folder with boxes and images of other findings."""
    folder = Path(shutil.copytree(pictures, tmp_path / "chests"))
    (folder / "gate").mkdir()
    (folder / "gate" / "manifest.csv").write_text("id,kind,split\n", encoding="utf-8")
    with open(folder / "manifest.csv", newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    other = dict.fromkeys(COLUMNS, "") | {"id": "x1", "file": "pictures/x1.png", "label": "other", "split": "test"}
    Image.fromarray(picture("normal", 999)).save(folder / "pictures" / "x1.png")
    rows.append(other | {"dataset_origin": "nih"})
    with open(folder / "manifest.csv", "w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    held = next(row for row in rows if row["split"] == "test" and row["label"] == "pneumonia")
    with open(folder / "finding_boxes.csv", "w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(["id", "split", "image", "annotator", "finding", "x", "y", "w", "h"])
        writer.writerow([held["id"], "test", "", "", "Pneumonia", 0, 0, 1024, 1024])
        writer.writerow([held["id"], "test", "", "", "Cardiomegaly", 0, 0, 1, 1])
    return folder


def test_blocks_about_lungs_are_measured_where_lungs_are_found(published, chests, monkeypatch):
    monkeypatch.setattr(benches, "open_lung_finder", FixedLungs)
    bench = Bench.open(published, chests, Events(echo=""))
    card, _ = recompute(bench, [name for name in BLOCKS if name not in LUNGS_FREE], keep=False)
    metrics = card["metrics"]
    held = metrics["shortcuts"]["masks_of_the_segmenter"]
    assert (held["images"], held["lungs_not_found"]) == (24, 0)
    for name in ("untouched", "lungs_removed", "lungs_only"):
        assert {row["what"] for row in held[name]} == {f"{label} v rest" for label in bench.classes}
    assert held["untouched"] != held["lungs_only"]
    pointing = metrics["pointing"]["val_and_test"]
    assert (pointing["images"], pointing["boxes"]) == (1, 1)  # of the opacity only
    assert set(pointing["maps"]) == {"pneumonia", "against_normal"}
    hit = pointing["baselines"]["image_centre"]
    assert (hit["hits"], pointing["baselines"]["either_lung_centre"]["hits"]) == (1, 1)
    assert pointing["baselines"]["anywhere_in_the_lungs"]["share"] == pytest.approx(1.0)
    assert metrics["map_mass"]["covid19"]["images"] + metrics["map_mass"]["covid19"]["empty_maps"] == 6
    assert metrics["other_findings"]["images"] == 1
    assert set(metrics["other_findings"]["groups"]) == {"all", "not read by radiologists"}


def test_a_model_without_validation_images_has_no_choice_to_make(published, pictures):
    bench = Bench.open(published, pictures, Events(echo=""))
    bench.samples = tuple(s for s in bench.samples if s.split == "test")
    with pytest.raises(CxrError, match="no validation images"):
        BLOCKS["choice"](bench)
