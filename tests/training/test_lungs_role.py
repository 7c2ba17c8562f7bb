"""A segmenter from its recipe to a model that serves: trained, stopped, resumed, measured, published."""

import json

import pytest

from cxr_desktop.engine.checkpoint import read_card, verify
from cxr_desktop.paths import resources_dir
from tests.training.small_lungs import lungs_recipe, write_lungs
from tests.training.small_runs import events_in, measured, same_weights
from training.__main__ import main
from training.data.sample import DataError
from training.data.sources import list_source
from training.events import Events
from training.recipe_file import RecipeError
from training.report.lungs_report import measure_lungs
from training.run import loop as loops
from training.run.run_folder import LAST, read_plan

SHIPPED = resources_dir() / "checkpoints" / "lungs"
SHORT = ("image_size=64", "epochs=2", "batch_size=4", "validate_every=1", "precision=fp32", "ema_decay=0.5")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    return write_lungs(tmp_path_factory.mktemp("lungs") / "data", {"train": 12, "val": 4, "test": 4})


def train(data, run, *more, code=0):
    sets = [part for change in (*SHORT, *more) for part in ("--set", change)]
    options = ["--workers", "0", "--threads", "1", "--device", "cpu", *sets]
    assert main(["train", "lungs", "--data", str(data), "--run", str(run), *options]) == code


@pytest.fixture(scope="module")
def run(drawn, tmp_path_factory):
    folder = tmp_path_factory.mktemp("run") / "run"
    train(drawn, folder, "learning_rate=0.01", "epochs=8")
    return folder


def test_dice_of_every_epoch_is_told_and_reported(run):
    epochs = [event for event in events_in(run) if event["event"] == "epoch"]
    assert {"train_loss", "train_dice", "val_dice", "val_median_dice", "val_low_dice", "val_worst_dice"} <= set(
        epochs[0]
    )
    assert "train_accuracy" not in epochs[0]
    assert epochs[-1]["val_dice"] > epochs[0]["val_dice"]
    report = json.loads((run / "report.json").read_text())
    assert (report["role"], report["split"], report["images"]) == ("lungs", "test", 4)
    assert len(report["curves"]) == 8
    plan = read_plan(run)
    assert {s.mask for s in plan.samples} == {f"lung_masks/{s.id}.png" for s in plan.samples}


def test_a_stopped_run_goes_on_bit_by_bit(drawn, tmp_path, monkeypatch):
    train(drawn, tmp_path / "whole", "epochs=2")
    steps = loops.Loop.train

    def and_stop(self, batch):
        if self.progress.all_steps == 3:
            self.stop()
        return steps(self, batch)

    with monkeypatch.context() as patch:
        patch.setattr(loops.Loop, "train", and_stop)
        train(drawn, tmp_path / "parts", "epochs=2")
    assert events_in(tmp_path / "parts")[-1]["event"] == "stopped"
    train(drawn, tmp_path / "parts", "epochs=2")
    assert same_weights(tmp_path / "whole" / LAST, tmp_path / "parts" / LAST)
    assert json.dumps(measured(tmp_path / "whole")) == json.dumps(measured(tmp_path / "parts"))


def test_a_published_segmenter_is_measured_as_its_card_says(run, drawn, tmp_path, capsys):
    folder = tmp_path / "drawn-lungs"
    assert main(["publish", str(run), "--to", str(folder)]) == 0
    card = read_card(folder)
    verify(folder, card)
    numbers = card.document["metrics"]["test"]
    assert numbers["images"] == 4
    assert set(numbers["by_collection"]) == {"first", "second"}
    assert numbers["dice"]["worst"] <= numbers["dice"]["fifth_percentile"] <= numbers["dice"]["median"]
    assert numbers["dice"]["mean"] > 0.6
    assert str(tmp_path) not in json.dumps(card.document)
    capsys.readouterr()
    assert main(["evaluate", str(folder), "--data", str(drawn), "--json", str(tmp_path / "r.json")]) == 0
    assert f"{numbers['dice']['mean']:.4f}" in capsys.readouterr().out
    assert json.loads((tmp_path / "r.json").read_text())["card_numbers"] == numbers
    # A run is measured as what it would be published as.
    assert measure_lungs(run, drawn, "test", Events(echo=""))["card_numbers"] == numbers


def test_a_segmenter_is_measured_alone_and_without_a_page(run, drawn, tmp_path, capsys):
    assert main(["evaluate", str(run), "triage", "--data", str(drawn)]) == 1
    assert main(["evaluate", str(run), "--data", str(drawn), "--html", str(tmp_path / "r.html")]) == 1
    said = capsys.readouterr().err
    assert "measured by itself" in said
    assert "--json" in said


def test_a_folder_without_masks_is_refused(pictures):
    with pytest.raises(DataError, match="lung_masks"):
        list_source(pictures, "lungs", None)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("data.classes=['covid19', 'normal']", "one class"),
        ("network.backbone=resnet18", "belong together"),
        ("balance.method=shares", "no use for balance"),
        ("augment.style_p=0.2", "together"),
        ("preprocess.fit=crop", "letterbox"),
        ("preprocess.channels=3", "channel"),
    ],
)
def test_a_recipe_of_lungs_that_contradicts_itself_is_refused(change, words):
    with pytest.raises(RecipeError, match=words):
        lungs_recipe(change)


def test_the_segmenter_that_ships_is_whole_small_and_says_where_it_fails():
    card = read_card(SHIPPED)
    verify(SHIPPED, card)
    assert all((SHIPPED / name).stat().st_size < 4_000_000 for name in ("weights.safetensors", "model.onnx"))
    document = card.document
    assert document["metrics"]["test"]["dice"]["mean"] > 0.94
    assert {"mean", "median", "fifth_percentile", "worst"} <= document["metrics"]["test"]["dice"].keys()
    assert "heart" in " ".join(document["limitations"])
    assert all(entry["licence"] and entry["images"] for entry in document["data"])
    assert not any(part in str(document) for part in ("/tmp/", "/home/"))


@pytest.mark.radiographs
@pytest.mark.slow
def test_evaluating_the_shipped_segmenter_gives_the_numbers_of_its_card(radiographs):
    found = measure_lungs(SHIPPED, radiographs, "test", Events(echo=""))["card_numbers"]
    stored = read_card(SHIPPED).document["metrics"]["test"]
    assert found["not_found"] == stored["not_found"]
    assert found["dice"]["mean"] == pytest.approx(stored["dice"]["mean"], abs=2e-4)


def test_a_preview_shows_pictures_that_move_as_in_training(drawn, tmp_path):
    sets = [part for change in SHORT for part in ("--set", change)]
    command = ["preview", "lungs", "--data", str(drawn), "--out", str(tmp_path / "out"), "--count", "3", *sets]
    assert main(command) == 0
    assert len(list((tmp_path / "out").glob("*.png"))) == 3
