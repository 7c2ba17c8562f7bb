"""A run becomes a model folder: what was trained is what serves, and the card says what it is."""

import dataclasses
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.engine.checkpoint import read_card, verify
from cxr_desktop.paths import user_models_dir
from tests.training.conftest import CLASSES, TRAINED
from training.__main__ import main
from training.data.splits import of_split
from training.events import Events
from training.report.run_subjects import RunNetwork
from training.report.subjects import ModelFolder
from training.run.run_folder import read_run

SILENT = Events(echo="")


def said_by(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]


def test_what_was_trained_is_what_serves(trained, published):
    run = read_run(trained)
    test = of_split(run.samples, "test")
    eval_path, app = RunNetwork(run), ModelFolder(published)
    here, there = eval_path.answer(run.root, test, SILENT), app.answer(run.root, test, SILENT)
    assert np.abs(here.logits - there.logits).max() < 2e-3
    assert np.abs(here.peaks - there.peaks).max() < 2e-3
    assert (here.called == there.called).all()
    one, other = eval_path.look(run.root, test[0]), app.look(run.root, test[0])
    assert one.picture.shape == other.picture.shape
    for a, b in zip(one.maps, other.maps, strict=True):
        assert (a.finding, a.height, a.width) == (b.finding, b.height, b.width)
        assert dataclasses.astuple(a.to_source) == pytest.approx(dataclasses.astuple(b.to_source))
        assert np.frombuffer(a.values, "<f4") == pytest.approx(np.frombuffer(b.values, "<f4"), abs=2e-3)


def test_hidden_layers_and_sigmoid_outputs_serve_as_they_were_trained(pictures, tmp_path):
    recipe = tmp_path / "deep.toml"
    head = 'head = { kind = "mlp", pool = "flatten", hidden = [8], dropout = [0.1] }'
    text = TRAINED.replace('weights = "none"', f'weights = "none", output = "sigmoid", {head}')
    recipe.write_text(text.replace("epochs = 2", "epochs = 1") + 'loss = "bce"\n', encoding="utf-8")
    options = ["--workers", "0", "--threads", "1", "--device", "cpu", "--no-report"]
    assert main(["train", str(recipe), "--data", str(pictures), "--run", str(tmp_path / "run"), *options]) == 0
    assert main(["publish", str(tmp_path / "run"), "--to", str(tmp_path / "deep")]) == 0
    run, card = read_run(tmp_path / "run"), read_card(tmp_path / "deep")
    assert card.document["output"] == "sigmoid"
    test = of_split(run.samples, "test")
    here, there = RunNetwork(run), ModelFolder(tmp_path / "deep")
    mine, served = here.answer(run.root, test, SILENT), there.answer(run.root, test, SILENT)
    assert np.abs(mine.logits - served.logits).max() < 2e-3
    assert served.p == pytest.approx(1 / (1 + np.exp(-served.logits)))
    assert not np.allclose(served.p.sum(axis=1), 1.0)
    maps = [look(run.root, test[0]).maps for look in (here.look, there.look)]
    for a, b in zip(*maps, strict=True):
        assert np.frombuffer(a.values, "<f4") == pytest.approx(np.frombuffer(b.values, "<f4"), abs=2e-3)


def test_a_card_is_whole_and_says_where_its_numbers_come_from(published):
    card = read_card(published)
    verify(published, card)
    document = card.document
    assert card.classes == CLASSES
    assert card.class_of_interest == Finding.COVID19
    assert document["class_labels"]["covid19"] == "COVID-19"
    assert [p.target for p in card.operating_points_of(Finding.PNEUMONIA)] == [
        "sensitivity 0.98",
        "sensitivity 0.95",
        "sensitivity 0.90",
    ]
    assert not card.operating_points_of(Finding.NORMAL)
    assert {point["target"] for point in document["specificity_points"]} == {"specificity 0.90", "specificity 0.95"}
    assert set(card.map_scale) == set(CLASSES)
    assert document["data"] == [
        {"collection": "first", "licence": "made up", "images": 48, "test": 12, "train": 24, "val": 12},
        {"collection": "second", "licence": "made up", "images": 48, "test": 12, "train": 24, "val": 12},
    ]
    assert document["metrics"]["training"]["epochs"] == 2
    assert document["metrics"]["test"]["images"] == document["metrics"]["val"]["images"] == 24
    assert (card.version, card.intended_use) == ("0", "Research: a test.")
    assert "primary diagnosis" in card.not_for
    assert document["limitations"][0] == "It was made for a test."
    assert any("external validation" in text for text in document["limitations"])
    assert any("Few images" in text for text in document["limitations"])
    assert "pleural effusion" in document["does_not_look_for"]
    assert document["commands"]["train"].startswith("cxr-desktop train tiny.toml --data DATA")
    assert document["commands"]["choice"] == "cxr-desktop measure tiny --data DATA --only choice"
    assert document["metrics"]["test"]["command"] == "cxr-desktop measure tiny --data DATA --only test"
    assert "/" not in json.dumps(document["commands"])


def test_thresholds_are_chosen_on_validation_images_without_children(trained, published):
    card = read_card(published)
    for point in card.document["metrics"]["val"]["operating_points"]:
        kind, goal = point["target"].split()
        assert point["without_children"][kind] >= float(goal) - 1e-9
    measured = {(q["finding"], q["target"]): q for q in card.document["metrics"]["test"]["operating_points"]}
    for point in card.operating_points:
        assert point.true_positives == measured[str(point.finding), point.target]["without_children"]["true_positives"]
        assert point.measured_on.startswith("test split without children")


def test_publishing_into_the_user_s_models_makes_it_appear_by_its_name(trained, capsys):
    assert main(["publish", str(trained), "--name", "mine", "--title", "Mine", "--json-events"]) == 0
    last = said_by(capsys)[-1]
    assert (last["event"], last["name"]) == ("published", "mine")
    card = read_card(user_models_dir() / "mine")
    assert (card.title, card.digest) == ("Mine", last["card_digest"])
    assert main(["publish", str(trained), "--name", "mine"]) == 1
    assert "already a model called mine" in capsys.readouterr().err
    assert main(["publish", str(trained), "--name", "mine", "--title", "Again", "--replace"]) == 0
    assert read_card(user_models_dir() / "mine").title == "Again"


@pytest.mark.parametrize(("name", "words"), [("triage", "comes with the program"), ("a b", "letters")])
def test_names_that_are_taken_or_odd_are_refused_before_anything_is_measured(trained, capsys, name, words):
    assert main(["publish", str(trained), "--name", name]) == 1
    assert words in capsys.readouterr().err


def test_a_folder_without_a_model_is_never_replaced(trained, tmp_path, capsys):
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "thesis.txt").write_text("years of work")
    assert main(["publish", str(trained), "--to", str(tmp_path / "precious"), "--replace"]) == 1
    assert "holds no model" in capsys.readouterr().err
    assert (tmp_path / "precious" / "thesis.txt").read_text() == "years of work"


def _changed_run(trained: Path, folder: Path, change) -> Path:
    """A copy of the run whose recipe or samples say something else."""
    shutil.copytree(trained, folder)
    values = json.loads((folder / "recipe.json").read_text(encoding="utf-8"))
    change(values)
    (folder / "recipe.json").write_text(json.dumps(values), encoding="utf-8")
    return folder


def test_without_test_images_the_card_says_that_its_numbers_are_too_good(trained, tmp_path):
    run = _changed_run(trained, tmp_path / "run", lambda values: values["document"].pop("limitations"))
    lines = (run / "samples.csv").read_text(encoding="utf-8").splitlines()
    (run / "samples.csv").write_text("\n".join(line for line in lines if ",test," not in line), encoding="utf-8")
    assert main(["publish", str(run), "--to", str(tmp_path / "model")]) == 0
    card = read_card(tmp_path / "model")
    assert "test" not in card.document["metrics"]
    assert "too good" in card.document["limitations"][0]
    assert card.operating_points[0].measured_on.startswith("validation split, on which it was chosen")


def test_a_colour_model_and_an_ensemble_are_refused(trained, tmp_path, capsys):
    def colour(values):
        values["data"]["colour"] = True
        values["preprocess"] |= {"channels": 3, "mean": [0.5] * 3, "std": [0.25] * 3}

    run = _changed_run(trained, tmp_path / "colour", colour)
    assert main(["publish", str(run), "--name", "colour"]) == 1
    assert "colours" in capsys.readouterr().err
    whole = tmp_path / "whole"
    whole.mkdir()
    for name in ("recipe.json", "data.json", "samples.csv"):
        shutil.copy(trained / name, whole)
    for member in ("1", "2"):
        shutil.copytree(trained, whole / "members" / member)
    assert main(["publish", str(whole), "--name", "whole"]) == 1
    assert "members/1, members/2" in capsys.readouterr().err


def test_a_card_names_no_folder_of_this_machine(trained, tmp_path):
    def weights(values):
        values["network"]["weights"] = f"file:{tmp_path / 'start.safetensors'}"

    run = _changed_run(trained, tmp_path / "run", weights)
    assert main(["publish", str(run), "--to", str(tmp_path / "model")]) == 0
    text = (tmp_path / "model" / "card.json").read_text(encoding="utf-8")
    assert str(tmp_path) not in text
    assert str(tmp_path.parent) not in text
    assert "file:start.safetensors" in text


def test_a_folder_without_a_run_is_one_plain_sentence(tmp_path, capsys):
    assert main(["publish", str(tmp_path), "--to", str(tmp_path / "model")]) == 1
    assert "no training run" in capsys.readouterr().err
    with pytest.raises(CxrError):
        read_run(tmp_path)
