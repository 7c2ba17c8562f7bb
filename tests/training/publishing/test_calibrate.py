"""An installed model on a site's own labelled images: no training, honest numbers."""

import json
import shutil

import numpy as np
import pytest
from PIL import Image

from cxr_desktop.engine.checkpoint import read_card, verify
from cxr_desktop.paths import user_models_dir
from tests.training.conftest import picture
from training.__main__ import main


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Folders of a hospital that has never seen tuberculosis, with its own spelling."""
    folder = tmp_path_factory.mktemp("site")
    for number, (name, label) in enumerate(
        [*[("COVID-19", "covid19")] * 8, *[("NORMAL", "normal")] * 12, *[("Pneumonia", "pneumonia")] * 6]
    ):
        (folder / name).mkdir(exist_ok=True)
        Image.fromarray(picture(label, 900 + number)).save(folder / name / f"{number}.png")
    return folder


def calibrate(model, site, *more: object) -> int:
    return main(["calibrate", str(model), "--data", str(site), *map(str, more)])


def test_a_calibrated_copy_has_the_same_network_under_a_card_of_its_own(published, site, tmp_path, capsys):
    options = ["--name", "ours", "--json", tmp_path / "r.json", "--html", tmp_path / "r.html", "--json-events"]
    assert calibrate(published, site, *options) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    last, source = events[-1], read_card(published)
    card = read_card(user_models_dir() / "ours")
    verify(user_models_dir() / "ours", card)
    assert (last["event"], last["name"], last["images"]) == ("calibrated", "ours", 26)
    assert (last["card_digest"], last["temperature_after"]) == (card.digest, card.temperature)
    assert card.files == source.files
    assert card.digest != source.digest
    assert card.title == "Tiny, calibrated"
    assert card.map_scale == source.map_scale
    assert card.document["calibrated_on"]["from_digest"] == source.digest
    assert card.document["metrics"] == source.document["metrics"]
    warnings = " ".join(event["text"] for event in events if event["event"] == "warning")
    assert "No image shows Tuberculosis" in warnings
    assert "the intervals are wide" in warnings
    assert {str(p.finding) for p in card.operating_points} == {"covid19", "pneumonia"}
    for text in ("one site and hold there only", "No image shows Tuberculosis"):
        assert any(text in limit for limit in card.document["limitations"])
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert report["calibration"]["ece_cross_fitted"] == report["calibration"]["ece_after"] == last["ece_after"]
    for point in report["operating_points"]:
        assert point["true_positives"] + point["false_negatives"] in (8, 6)
        low, high = point["sensitivity_95"]
        assert high - low > 0.2
        assert "chosen without it" in point["measured_on"]
    assert "Do the probabilities mean what they say" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_one_class_alone_calibrates_nothing(published, site, tmp_path, capsys):
    shutil.copytree(site / "COVID-19", tmp_path / "site" / "COVID-19")
    assert calibrate(published, tmp_path / "site", "--name", "one") == 1
    assert "at least two of the model's classes" in capsys.readouterr().err
    assert not (user_models_dir() / "one").exists()


@pytest.mark.parametrize(
    ("model", "name", "words"),
    [
        ("nothing", "ours", "no model called nothing"),
        ("gate", "ours", "not the quality gate"),
        ("triage", "triage", "comes with the program"),
    ],
)
def test_what_cannot_be_calibrated_is_refused(site, capsys, model, name, words):
    assert calibrate(model, site, "--name", name) == 1
    assert words in capsys.readouterr().err


def test_an_unreadable_image_is_left_out_with_a_word(published, site, tmp_path, capsys):
    shutil.copytree(site, tmp_path / "site")
    (tmp_path / "site" / "NORMAL" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert calibrate(published, tmp_path / "site", "--to", tmp_path / "model", "--name", "whole") == 0
    assert "broken.png is left out" in capsys.readouterr().out
    assert read_card(tmp_path / "model").document["calibrated_on"]["images"] == 26


def test_the_probabilities_of_the_copy_are_those_of_its_temperature(published, site, tmp_path):
    from cxr_desktop.engine.calibration import probabilities
    from cxr_desktop.engine.scorer import ModelFolders, Scorer, ScoreRequest

    assert calibrate(published, site, "--to", tmp_path / "model", "--name", "copy") == 0
    scorer = Scorer(ModelFolders(tmp_path / "model"), "cpu")
    file = next((site / "NORMAL").iterdir())
    (prediction,) = scorer.score([ScoreRequest(str(file), override=True)])
    logits = list(prediction.logits.values())
    assert list(prediction.probabilities.values()) == pytest.approx(
        np.asarray(probabilities(logits, scorer.card.temperature)), abs=1e-6
    )
