"""Folds are trained, go on where they stopped, and their table reaches a card."""

import json
import shutil
from pathlib import Path

import pytest

from cxr_desktop.engine.checkpoint import read_card
from tests.training.conftest import TRAINED
from training.__main__ import main

OPTIONS = ["--workers", "0", "--threads", "1", "--device", "cpu"]


@pytest.fixture(scope="module")
def left_out(pictures: Path, published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two folds and two parts inside a collection, written into a card."""
    folder = tmp_path_factory.mktemp("left_out")
    (folder / "tiny.toml").write_text(TRAINED.replace("epochs = 2", "epochs = 1"), encoding="utf-8")
    shutil.copytree(published, folder / "card")
    command = ["left-out", str(folder / "tiny.toml"), "--data", str(pictures), "--out", str(folder / "out"), *OPTIONS]
    more = ["--folds", "first", "second", "--inside", "first", "--parts", "2", "--into", str(folder / "card")]
    assert main([*command, *more]) == 0
    return folder


def test_every_fold_is_measured_on_what_it_did_not_see(left_out):
    numbers = json.loads((left_out / "out" / "left_out.json").read_text(encoding="utf-8"))
    assert [fold["left_out"] for fold in numbers["folds"]] == [["first"], ["second"]]
    for fold, origin in zip(numbers["folds"], ("first", "second"), strict=True):
        assert set(fold["images"]) == {f"{name} from {origin}" for name in fold["classes"]}
        assert sum(fold["images"].values()) == 36  # train and val of one of two collections
        card = read_card(left_out / "out" / origin / "model")
        assert card.document["recipe"]["data"]["leave_out"] == [origin]
        assert origin not in [entry["collection"] for entry in card.document["data"]]
    assert numbers["together"]["calibration"]["images"] == 72
    assert numbers["inside"]["images"] == 48
    assert {row["what"].split()[-1] for row in numbers["inside"]["comparisons"]} == {"first"}


def test_the_table_is_readable_and_stands_in_the_card(left_out):
    words = (left_out / "out" / "left_out.md").read_text(encoding="utf-8")
    assert "| covid19 v rest | known adults |" in words
    assert "## Without first" in words
    assert "Reproduced by `cxr-desktop left-out tiny.toml --data DATA --out OUT --folds first second" in words
    assert "<table>" in (left_out / "out" / "left_out.html").read_text(encoding="utf-8")
    card = read_card(left_out / "card").document
    assert not any("Nothing was measured" in text for text in card["limitations"])
    block = card["metrics"]["leave_one_origin_out"]
    assert block == json.loads((left_out / "out" / "left_out.json").read_text(encoding="utf-8"))


def test_a_finished_fold_is_not_trained_again_and_another_recipe_is_refused(left_out, pictures, capsys):
    before = (left_out / "out" / "first" / "run" / "best.ckpt").stat().st_mtime_ns
    command = ["left-out", str(left_out / "tiny.toml"), "--data", str(pictures), "--out", str(left_out / "out")]
    assert main([*command, *OPTIONS, "--folds", "first"]) == 0
    assert (left_out / "out" / "first" / "run" / "best.ckpt").stat().st_mtime_ns == before
    capsys.readouterr()
    assert main([*command, *OPTIONS, "--folds", "first", "--set", "seed=9"]) == 1
    assert "run of another recipe" in capsys.readouterr().err


def test_a_card_may_take_temperature_and_thresholds_from_the_places_left_out(left_out, pictures, tmp_path):
    model = shutil.copytree(left_out / "card", tmp_path / "tiny")
    together = read_card(model).document["metrics"]["leave_one_origin_out"]["together"]
    command = ["measure", str(model), "--data", str(pictures)]
    assert main([*command, "--choose", "left-out", "--write"]) == 0
    card = read_card(model)
    assert card.temperature == together["temperature"]
    thresholds = {(row["finding"], row["target"]): row["threshold"] for row in together["thresholds"]}
    assert all(q.threshold == thresholds[str(q.finding), q.target] for q in card.operating_points)
    assert card.document["metrics"]["test"]["calibration"]["temperature"] == together["temperature"]
    assert main([*command, "--only", "choice,test,calibration"]) == 0  # the card says how it was chosen
