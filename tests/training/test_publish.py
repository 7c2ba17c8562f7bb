"""A run becomes a model folder, and its card can be reproduced to the last digit."""

import json

import numpy as np
import pytest

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.engine.checkpoint import read_card, verify
from tests.training.conftest import CLASSES, small_recipe
from training.__main__ import main
from training.evaluate import evaluate, report
from training.loop import Run
from training.publish import publish


@pytest.fixture(scope="module")
def model(pictures, tmp_path_factory):
    folder = tmp_path_factory.mktemp("published")
    recipe = small_recipe(epochs=3, images_per_epoch=48, learning_rate=4e-3, validate_every=3)
    Run(recipe, pictures, folder / "run", workers=0, echo=False).train()
    publish(folder / "run", folder / "small", pictures)
    return folder / "small"


def test_a_published_model_is_whole_and_says_where_its_numbers_come_from(model):
    card = read_card(model)
    verify(model, card)
    assert card.classes == CLASSES
    assert [p.target for p in card.operating_points_of(Finding.COVID19)] == [
        f"sensitivity {v}" for v in ("0.98", "0.95", "0.90")
    ] or len(card.operating_points_of(Finding.COVID19)) == 3
    assert not card.operating_points_of(Finding.NORMAL)
    assert set(card.map_scale) == set(CLASSES)
    assert card.document["data"] == [
        {"collection": "first", "licence": "made up", "images": 48, "test": 12, "train": 24, "val": 12},
        {"collection": "second", "licence": "made up", "images": 48, "test": 12, "train": 24, "val": 12},
    ]
    assert card.document["metrics"]["training"]["epochs"] == 3


def test_evaluating_a_published_model_gives_the_numbers_of_its_card(model, pictures, tmp_path, capsys):
    assert main(["evaluate", str(model), "--data", str(pictures), "--json", str(tmp_path / "numbers.json")]) == 0
    measured = json.loads((tmp_path / "numbers.json").read_text())
    card = read_card(model)
    assert measured == card.document["metrics"]["test"]
    for stored, again in zip(card.document["operating_points"], measured["operating_points"], strict=True):
        assert {
            k: again["without_children"][k] for k in ("true_positives", "false_positives")
        }.items() <= stored.items()
    assert "confusion" in capsys.readouterr().out


def test_the_thresholds_reach_their_goals_on_validation_images(model, pictures):
    numbers = evaluate(model, pictures, "val", say=lambda _: None)
    for point in numbers["operating_points"]:
        assert point["without_children"]["sensitivity"] >= float(point["target"].split()[1])


def test_training_and_publishing_work_from_the_command_line(pictures, tmp_path, capsys):
    recipe = tmp_path / "tiny.toml"
    recipe.write_text(
        'name="tiny"\ntitle="Tiny"\nrole="triage"\narchitecture="gate_cnn"\n'
        'classes=["covid19","normal"]\ntrain_size=32\nepochs=1\nimages_per_epoch=16\nbatch_size=8\nlearning_rate=0.001\n'
        "[preprocess]\nheight=32\nwidth=32\nchannels=1\nmean=[0.5]\nstd=[0.25]\n"
    )
    data, run = ["--data", str(pictures)], str(tmp_path / "run")
    assert main(["train", str(recipe), *data, "--run", run, "--workers", "0", "--threads", "1"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["event"] == "finished"
    assert main(["publish", run, "--to", str(tmp_path / "tiny"), *data]) == 0
    assert read_card(tmp_path / "tiny").classes == ("covid19", "normal")


def test_a_folder_without_a_run_is_one_plain_sentence(tmp_path, pictures, capsys):
    assert main(["publish", str(tmp_path), "--to", str(tmp_path / "model"), "--data", str(pictures)]) == 1
    assert "no run" in capsys.readouterr().err
    with pytest.raises(CxrError):
        publish(tmp_path, tmp_path / "model", pictures)


def test_a_look_at_collections_that_were_left_out(pictures, tmp_path, capsys):
    recipe = small_recipe(epochs=1, leave_out=["second"])
    Run(recipe, pictures, tmp_path, workers=0, echo=False).train()
    assert main(["look", str(tmp_path), "--data", str(pictures), "--json", str(tmp_path / "look.json")]) == 0
    numbers = json.loads((tmp_path / "look.json").read_text())
    assert numbers["left_out"] == ["second"]
    assert numbers["images"]["covid19 from second"] == 12
    assert set(numbers["auc_one_against_the_rest"]) == set(CLASSES)


def test_a_class_without_images_has_no_area_and_no_rate(pictures):
    from training.data import triage_samples

    samples = [s for s in triage_samples(pictures, CLASSES) if s.split == "test" and s.label != "covid19"]
    points = [{"finding": "covid19", "target": "sensitivity 0.98", "threshold": 0.5}]
    numbers = report(samples, np.zeros((len(samples), 4)), CLASSES, 1.0, points)
    assert numbers["auc_one_against_the_rest"]["all"]["covid19"]["auc"] is None
    assert numbers["operating_points"][0]["all"]["sensitivity"] is None
    assert numbers["operating_points"][0]["all"]["specificity"] == 1.0
