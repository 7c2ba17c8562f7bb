"""A run on the collections that its recipe left out."""

import json

import pytest

from cxr_desktop.engine.checkpoint import read_card
from tests.training.conftest import CLASSES, TRAINED
from training.__main__ import main


@pytest.fixture(scope="module")
def without_second(pictures, tmp_path_factory):
    folder = tmp_path_factory.mktemp("without")
    recipe = folder / "tiny.toml"
    recipe.write_text(TRAINED.replace("data.classes", 'data.leave_out = ["second"]\ndata.classes'), encoding="utf-8")
    options = ["--workers", "0", "--threads", "1", "--device", "cpu", "--no-report", "--set", "epochs=1"]
    assert main(["train", str(recipe), "--data", str(pictures), "--run", str(folder / "run"), *options]) == 0
    return folder / "run"


def test_the_collections_left_out_are_measured_and_may_stand_on_the_card(without_second, pictures, tmp_path):
    numbers_file = tmp_path / "look.json"
    assert main(["look", str(without_second), "--data", str(pictures), "--json", str(numbers_file)]) == 0
    numbers = json.loads(numbers_file.read_text(encoding="utf-8"))
    assert numbers["left_out"] == ["second"]
    assert numbers["images"]["covid19 from second"] == 12
    assert set(numbers["auc_one_against_the_rest"]) == set(CLASSES)
    assert len(numbers["auc_pairs"]) == 6
    assert numbers["trained"] == "1 epochs of 48 images at 32 px"
    to = tmp_path / "model"
    assert main(["publish", str(without_second), "--to", str(to), "--look", str(numbers_file)]) == 0
    document = read_card(to).document
    assert document["metrics"]["collections_left_out"] == numbers
    assert not any("external validation" in text for text in document["limitations"])
    assert [entry["collection"] for entry in document["data"]] == ["first"]


def test_a_run_that_left_nothing_out_has_nothing_to_look_at(trained, pictures, capsys):
    assert main(["look", str(trained), "--data", str(pictures)]) == 1
    assert "left no collection out" in capsys.readouterr().err
