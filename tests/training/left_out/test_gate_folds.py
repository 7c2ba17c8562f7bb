"""A gate and an orientation network are measured on kinds and hospitals that they did not learn from."""

import json

import pytest

from cxr_desktop.engine.checkpoint import read_card
from cxr_desktop.engine.orientation import CLASSES
from cxr_desktop.export.card.sheet import markdown
from tests.training.sources import write_csv, write_png
from training.__main__ import main
from training.data.sample import FRONTAL, LATERAL, NOT_CHEST
from training.left_out.gate_folds import GATE_FOLDS, ORIENTATION_FOLDS
from training.report.gate_left_out_page import gate_lines, gate_sheet

OPTIONS = ["--workers", "0", "--threads", "1", "--device", "cpu"]
RECIPE = """
name = "small"
title = "Small"
role = "ROLE"
batch_size = 16
images_per_epoch = 16
precision = "fp32"
select = "val_loss"
data.classes = [CLASSES]
network = { backbone = "gate_cnn", weights = "none" }
preprocess = { height = 32, width = 32, channels = 1, fit = "letterbox", mean = [0.5], std = [0.25] }
phases = [{ epochs = 1, optimiser = "adamw", learning_rate = 0.004 }]
document = { version = "0", intended_use = "Research: a test.", limitations = ["It was made for a test."] }
"""


def _folder(folder, labels, per_split):
    rows = []
    for origin in ("north", "south"):
        for split, count in per_split.items():
            for label in labels:
                for _ in range(count):
                    name = f"p{len(rows)}.png"
                    write_png(folder / name, len(rows), 72, 64)
                    rows.append({"id": name, "file": name, "label": label, "split": split, "origin": origin})
    write_csv(folder / "manifest.csv", rows)
    return folder


def _left_out(tmp_path, role, classes, per_split):
    data = _folder(tmp_path / "data", classes, per_split)
    recipe = tmp_path / "small.toml"
    text = RECIPE.replace("ROLE", role).replace("CLASSES", ", ".join(f'"{name}"' for name in classes))
    recipe.write_text(text, encoding="utf-8")
    command = ["left-out", str(recipe), "--data", str(data), "--out", str(tmp_path / "out"), *OPTIONS]
    assert main([*command, "--folds", "north", "south"]) == 0
    return tmp_path / "out", json.loads((tmp_path / "out" / "left_out.json").read_text(encoding="utf-8"))


def test_a_gate_is_measured_on_what_it_did_not_see(tmp_path, capsys):
    out, numbers = _left_out(tmp_path, "gate", (FRONTAL, LATERAL, NOT_CHEST), {"train": 4, "val": 3, "test": 2})
    assert [fold["left_out"] for fold in numbers["folds"]] == [["north"], ["south"]]
    for fold in numbers["folds"]:
        card = read_card(out / fold["name"] / "model")
        assert fold["gate_threshold"] == card.document["gate_threshold"]
        assert fold["images"] == 3 * 7  # train and val of what was left out
        assert {kind.split(": ")[1] for kind in fold["stopped_by_kind"]} == {fold["name"]}
    for name in (FRONTAL, LATERAL, NOT_CHEST):
        pooled = numbers["together"][name]
        assert pooled["of"] == 14
        assert pooled["stopped"] == sum(fold["stopped"][name]["stopped"] for fold in numbers["folds"])
    assert "(goal 0.02)" in capsys.readouterr().out
    words = (out / "left_out.md").read_text(encoding="utf-8")
    assert "## Without north" in words
    assert "Reproduced by `cxr-desktop left-out small.toml --data DATA --out OUT --folds north south`" in words


def test_how_films_of_another_hospital_lie_is_measured_in_every_way(tmp_path):
    out, numbers = _left_out(tmp_path, "orientation", CLASSES, {"train": 1, "val": 1, "test": 1})
    assert [fold["films"] for fold in numbers["folds"]] == [32, 32]
    together = numbers["together"]
    assert together["upright"]["of"] == 64
    assert set(together["ways"]) == set(CLASSES)
    assert together["ways"]["turns1"]["rightly_corrected"]["of"] == 64
    assert "ways, turns2, rightly_corrected" in (out / "left_out.md").read_text(encoding="utf-8")
    assert any(line.startswith("upright") for line in gate_lines(numbers))
    assert "| ways, turns3, stopped |" in markdown(gate_sheet(numbers))


def test_every_real_picture_is_left_out_in_one_fold():
    names = [name for fold in GATE_FOLDS for name in fold.split("+")]
    assert len(set(names)) == len(names)
    frontal = {"cxnet", "nih", "kermany", "shenzhen", "hannover", "ieee8023"}
    assert frontal <= set(names)
    assert frontal | {"unknown"} == {name for fold in ORIENTATION_FOLDS for name in fold.split("+")}


def test_parts_inside_a_collection_are_for_models_that_read_films(tmp_path, capsys):
    data = _folder(tmp_path / "data", (FRONTAL, NOT_CHEST), {"train": 1, "val": 1, "test": 1})
    recipe = tmp_path / "small.toml"
    classes = f'"{FRONTAL}", "{NOT_CHEST}"'
    recipe.write_text(RECIPE.replace("ROLE", "gate").replace("CLASSES", classes), encoding="utf-8")
    command = ["left-out", str(recipe), "--data", str(data), "--out", str(tmp_path / "out"), *OPTIONS]
    assert main([*command, "--inside", "north", "--parts", "2"]) == 1
    assert "for models of role triage" in capsys.readouterr().err


@pytest.mark.radiographs
def test_the_folds_name_collections_that_are_there(radiographs):
    from training.data.radiograph_folder import list_for_gate

    present = {row.origin for row in list_for_gate(radiographs).rows}
    assert {name for fold in (*GATE_FOLDS, *ORIENTATION_FOLDS) for name in fold.split("+")} <= present
