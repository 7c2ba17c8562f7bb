"""Models, runs and ensembles are measured on labelled images of any kind."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine.checkpoint import read_card
from training.__main__ import main
from training.report.evaluate import evaluate, is_own
from training.run.run_folder import read_run


def numbers(capsys, *arguments: object) -> str:
    assert main(["evaluate", *map(str, arguments)]) == 0
    return capsys.readouterr().out


def test_an_image_set_known_by_name_is_met_with_the_splits_of_the_training(trained, pictures, tmp_path):
    run = tmp_path / "run"
    shutil.copytree(trained, run)
    own = read_run(run)
    assert is_own(own, pictures)
    assert not is_own(own, tmp_path)
    places = json.loads((run / "data.json").read_text())
    (run / "data.json").write_text(json.dumps(places | {"data": "digits"}))
    assert is_own(read_run(run), Path("digits"))
    assert not is_own(own, Path("digits"))


def test_a_published_model_gives_the_numbers_of_its_card(published, pictures, tmp_path, capsys):
    out = numbers(capsys, published, "--data", pictures, "--json", tmp_path / "r.json", "--html", tmp_path / "r.html")
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    card = read_card(published)
    assert report["split"] == "test"
    stored = {k: v for k, v in card.document["metrics"]["test"].items() if k != "command"}
    assert report["card_numbers"] == stored
    assert report["kind"] == "model"
    assert "confusion" in out
    assert f"{report['headline']['auc']:.3f}" in out
    assert report["chosen_on"].startswith("Temperature and thresholds are those of the model's card")
    assert "expect worse elsewhere" in " ".join(report["cautions"])
    assert (tmp_path / "r.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_events_are_lines_of_json_and_nothing_else(published, pictures, tmp_path, capsys):
    out = numbers(capsys, published, "--data", pictures, "--json-events", "--split", "val")
    events = [json.loads(line) for line in out.splitlines()]
    assert events[-1]["event"] == "evaluated"
    assert (events[-1]["split"], events[-1]["images"]) == ("val", 24)


def test_a_run_stands_beside_the_model_that_was_made_of_it(trained, published, pictures, tmp_path, capsys):
    numbers(capsys, trained, published, "--data", pictures, "--json", tmp_path / "r.json")
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    both = report["comparison"]
    assert [model["images"] for model in both["models"]] == [24, 24]
    assert both["delong"][0]["difference"] == pytest.approx(0.0, abs=0.02)
    assert report["kind"] == "run"
    assert report["listed_thresholds"][0]["threshold"] == 0.5


def test_four_classes_become_two_by_renaming(published, tmp_path, pictures):
    whole = evaluate(str(published), pictures, "test").report
    folder = tmp_path / "two"
    shutil.copytree(published, folder)
    with pytest.raises(CxrError, match="stay"):
        evaluate(str(folder), pictures, "test", changes=["data.classes=['covid19', 'other', 'normal', 'else']"])
    none = evaluate(str(folder), pictures, "test", changes=["data.rename.normal=''"])
    assert none.report["images"] == whole["images"] - 6
    assert none.report["per_class"]["normal"] == 0
    merged = evaluate(str(folder), pictures, "test", changes=["data.rename.tuberculosis='pneumonia'"])
    assert merged.report["per_class"] == {"covid19": 6, "pneumonia": 12, "tuberculosis": 0, "normal": 6}


def test_labels_become_classes_as_in_the_model_s_own_training(published, tmp_path, pictures):
    folder = tmp_path / "merged"
    shutil.copytree(published, folder)
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    card["recipe"]["data"]["rename"] = {"normal": "", "*": "pneumonia"}
    (folder / "card.json").write_text(json.dumps(card), encoding="utf-8")
    report = evaluate(str(folder), pictures, "test").report
    assert report["per_class"] == {"covid19": 6, "pneumonia": 6, "tuberculosis": 6, "normal": 0}


def test_folders_without_splits_are_measured_whole(published, pictures, tmp_path):
    for row in (pictures / "manifest.csv").read_text(encoding="utf-8").splitlines()[1:13]:
        name = row.split(",")
        (tmp_path / "site" / name[2].upper()).mkdir(parents=True, exist_ok=True)
        shutil.copy(pictures / name[1], tmp_path / "site" / name[2].upper())
    measured = evaluate(str(published), tmp_path / "site")
    assert measured.report["split"] == "all"
    assert measured.report["images"] == 12
    assert measured.report["roc"]["covid19"]["auc"] is None


def test_an_ensemble_decides_by_votes(trained, pictures, tmp_path):
    whole = tmp_path / "whole"
    whole.mkdir()
    for name in ("recipe.json", "data.json", "samples.csv"):
        shutil.copy(trained / name, whole)
    for member in ("1", "2", "3"):
        shutil.copytree(trained, whole / "members" / member)
    alone, votes = evaluate(str(trained), pictures), evaluate(str(whole), pictures)
    assert votes.report["kind"] == "ensemble"
    assert votes.report["card_numbers"] is None
    assert (votes.judged.called == alone.judged.called).all()
    assert votes.judged.p == pytest.approx(alone.judged.before)
    assert votes.report["calibration"]["temperature"] == 1.0
    assert "Votes decide" in votes.report["chosen_on"]
    assert np.isfinite(votes.report["headline"]["auc"])
    assert main(["evaluate", str(whole), "--data", str(pictures)]) == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["no-such-model"], "no model and no run called no-such-model"),
        (["triage", "--split", "holdout"], "--split is one of"),
        (["triage", "--device", "toaster"], "must be auto, cpu, cuda or mps"),
        (["triage", "--prevalence", "2"], "between 0 and 1"),
    ],
)
def test_what_cannot_be_measured_is_one_plain_sentence(pictures, arguments, words, capsys):
    assert main(["evaluate", *arguments, "--data", str(pictures)]) == 1
    assert words in capsys.readouterr().err


def test_a_split_without_images_is_said(published, pictures, tmp_path, capsys):
    text = (pictures / "manifest.csv").read_text(encoding="utf-8").replace(",test,", ",val,")
    (tmp_path / "manifest.csv").write_text(text, encoding="utf-8")
    (tmp_path / "pictures").symlink_to(pictures / "pictures")
    assert main(["evaluate", str(published), "--data", str(tmp_path), "--split", "test"]) == 1
    assert "no images of the split test" in capsys.readouterr().err
