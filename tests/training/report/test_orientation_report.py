"""What a card says of the network that tells how a film lies."""

import json

import numpy as np
import pytest
from PIL import Image

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine.checkpoint import read_card, verify
from cxr_desktop.engine.orientation import CLASSES, LIES, Lie
from tests.training.sources import class_folders, sample
from training.__main__ import main
from training.report.orientation_report import (
    STOPPED_AT_MOST,
    answers_to,
    choose_thresholds,
    orientation_report,
    orientation_table,
)

LIMITS = {"turned": 0.8, "inverted": 0.8, "mirrored": 0.8}
UPRIGHT, MIRRORED = LIES.index(Lie()), LIES.index(Lie(mirrored=True))


def _films(n: int, sure: float = 6.0) -> np.ndarray:
    """(n, ways, classes) logits of a network that is right about every film."""
    return np.broadcast_to(sure * np.eye(len(LIES)), (n, len(LIES), len(LIES))).copy()


def _samples(n: int) -> list:
    groups = ("child", "adult")
    return [sample(k, CLASSES[k % 16], "val", "ab"[k % 2], age_group=groups[k % 2]) for k in range(n)]


def test_a_network_that_is_right_stops_what_lies_and_nothing_upright():
    report = orientation_report(_samples(40), _films(40), CLASSES, 1.0, LIMITS)
    assert report["films"] == 40
    assert report["upright"]["all"]["stopped"] == pytest.approx(
        {"stopped": 0, "of": 40, "share": 0.0, "low": 0.0, "high": 0.087622}
    )
    assert set(report["upright"]) == {"all", "children", "without_children", "from a", "from b"}
    for name, row in report["ways"].items():
        lies = name not in (CLASSES[UPRIGHT], CLASSES[MIRRORED])
        assert row["stopped"]["share"] == row["rightly_corrected"]["share"] == float(lies)
        assert row["flagged_as_mirrored"]["share"] == float(name == CLASSES[MIRRORED])
    assert "upright, all" in orientation_table(report)


def test_films_that_are_stopped_by_mistake_are_counted_where_they_come_from():
    films = _films(40)
    films[3, UPRIGHT] = 6.0 * np.eye(16)[LIES.index(Lie(2))]
    report = orientation_report(_samples(40), films, CLASSES, 1.0, LIMITS)
    assert report["upright"]["all"]["stopped"]["stopped"] == 1
    assert report["upright"]["from b"]["stopped"]["stopped"] == 1
    assert report["upright"]["from a"]["stopped"]["stopped"] == 0
    assert report["questions"]["turned: said where it is not so"]["said"] == 1


def test_a_wrong_turn_is_stopped_but_not_rightly_corrected():
    films = _films(10)
    films[:, LIES.index(Lie(1))] = 6.0 * np.eye(16)[LIES.index(Lie(3))]
    row = orientation_report(_samples(10), films, CLASSES, 1.0, LIMITS)["ways"]["turns1"]
    assert (row["stopped"]["share"], row["rightly_corrected"]["share"]) == (1.0, 0.0)


def test_phantoms_are_counted_apart():
    samples = [*_samples(5), sample(9)]
    samples[-1] = type(samples[-1])("p", "drawn:phantom_frontal/1", CLASSES[0], "val", "phantom_frontal")
    report = orientation_report(samples, _films(6), CLASSES, 1.0, LIMITS)
    assert report["films"] == 5
    assert report["phantoms_upright"]["of"] == 1
    with pytest.raises(CxrError, match="real ones"):
        orientation_report(samples[-1:], _films(1), CLASSES, 1.0, LIMITS)


def test_thresholds_leave_nearly_all_upright_films_alone():
    rng = np.random.default_rng(4)
    films = _films(900, sure=4.0) + rng.normal(0, 0.8, (900, 16, 16))
    limits = choose_thresholds(answers_to(films, CLASSES, 1.0))
    assert set(limits) == {"turned", "inverted", "mirrored"}
    assert all(0.5 <= value <= 1.0 for value in limits.values())
    found = orientation_report(_samples(900), films, CLASSES, 1.0, limits)
    assert found["upright"]["all"]["stopped"]["share"] <= STOPPED_AT_MOST
    assert found["ways"]["turns2"]["stopped"]["share"] > 0.8


def test_a_run_becomes_a_model_whose_card_is_reproduced(tmp_path, capsys):
    folder = tmp_path / "films"
    for start, split in enumerate(("train", "val", "test")):
        class_folders(folder / split, dict.fromkeys(CLASSES, 1), 100 * start)
    for file in folder.rglob("*.png"):  # publishing reads them as serving does, which wants 64 pixels
        with Image.open(file) as picture:
            picture.resize((96, 80)).save(file)
    recipe = tmp_path / "o.toml"
    recipe.write_text(RECIPE, encoding="utf-8")
    options = ["--workers", "0", "--threads", "1", "--device", "cpu"]
    assert main(["train", str(recipe), "--data", str(folder), "--run", str(tmp_path / "run"), *options]) == 0
    assert main(["publish", str(tmp_path / "run"), "--to", str(tmp_path / "o")]) == 0
    card = read_card(tmp_path / "o")
    verify(tmp_path / "o", card)
    assert (card.role, card.classes) == ("orientation", CLASSES)
    assert set(card.document["orientation_thresholds"]) == {"turned", "inverted", "mirrored"}
    capsys.readouterr()
    out = tmp_path / "r.json"
    assert main(["evaluate", str(tmp_path / "o"), "--data", str(folder), "--split", "val", "--json", str(out)]) == 0
    assert "16 films in 16 ways" in capsys.readouterr().out
    stored = {k: v for k, v in card.document["metrics"]["val"].items() if k != "command"}
    assert json.loads(out.read_text(encoding="utf-8"))["card_numbers"] == stored


RECIPE = """
name = "o"
title = "How it lies"
role = "orientation"
batch_size = 16
images_per_epoch = 16
precision = "fp32"
select = "val_balanced_accuracy"
data.classes = [CLASSES]
network = { backbone = "gate_cnn", weights = "none" }
preprocess = { height = 32, width = 32, channels = 1, fit = "letterbox", mean = [0.5], std = [0.25] }
phases = [{ epochs = 1, optimiser = "adamw", learning_rate = 0.004 }]
document = { version = "0", intended_use = "Research: a test.", limitations = ["It was made for a test."] }
""".replace("CLASSES", ", ".join(f'"{name}"' for name in CLASSES))
