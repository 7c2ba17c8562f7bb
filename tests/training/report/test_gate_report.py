"""What a gate's card says: thresholds with room on both sides, and what is stopped as it serves."""

import json

import numpy as np
import pytest

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine.checkpoint import read_card, verify
from cxr_desktop.engine.lung_shape import LUNG_SHAPE_FILE
from tests.training.sources import sample, write_csv, write_png
from training.__main__ import main
from training.data.sample import FRONTAL, LATERAL, NOT_CHEST
from training.publishing import gate_cards
from training.publishing.gate_cards import chosen_rule
from training.report import gate_report as reports
from training.report.gate_report import GateRule, choose_score, choose_threshold, gate_report, gate_table
from training.report.subjects import answers_of

CLASSES = (FRONTAL, LATERAL, NOT_CHEST)


def _said(frontal, empty=None, lungs=None):
    """Answers of a gate with these probabilities of "frontal chest"."""
    p = np.asarray(frontal, dtype=float)
    logits = np.log(np.stack([p, (1 - p) / 3, 2 * (1 - p) / 3], axis=1))
    nothing = np.zeros(len(p), bool) if empty is None else np.asarray(empty)
    said = answers_of(logits, np.full(logits.shape, np.nan), "softmax", nothing)
    return type(said)(said.p, said.called, said.peaks, said.logits, nothing, lungs=lungs)


def _samples(labels):
    return [sample(n, label, "test", "abc"[n % 3]) for n, label in enumerate(labels)]


def test_between_two_groups_the_threshold_lies_in_the_middle_of_the_gap():
    assert choose_score(np.array([2.0] * 100), np.array([-4.0] * 100)) == -1.0
    assert choose_score(np.array([2.0] * 100), np.array([-4.0] * 100), 0.9) == pytest.approx(1.4)
    assert choose_threshold(np.array([0.9] * 100), np.array([0.1] * 100)) == pytest.approx(0.5, abs=1e-3)


def test_where_the_groups_overlap_one_frontal_film_in_a_hundred_is_stopped():
    frontal, others = np.linspace(0.2, 0.99, 1000), np.linspace(0.01, 0.9, 1000)
    assert (frontal < choose_threshold(frontal, others)).mean() == pytest.approx(0.01, abs=0.003)
    assert (frontal < choose_score(frontal, others)).mean() == pytest.approx(0.01, abs=0.003)


def test_a_gate_without_lungs_stops_by_its_network_and_for_want_of_content():
    said = _said([0.9, 0.4, 0.95], empty=[False, False, True])
    assert GateRule(CLASSES, 1.0, 0.5).stopped(said).tolist() == [False, True, True]


def test_a_gate_that_hears_lungs_weighs_them():
    rule = GateRule(CLASSES, 1.0, 0.5, (3.0, -2.0))
    said = _said([0.9, 0.4, 0.95, 0.9], lungs=np.array([1.0, 1.0, 4.0, 1.2]))
    assert rule.stopped(said).tolist() == [False, False, True, False]
    assert rule.stopped_alone(said.logits).tolist() == [False, True, False, False]


def test_the_rule_is_chosen_on_validation_images():
    frontal = [0.95] * 40 + [0.1] * 30 + [0.05] * 30
    labels = np.array([0] * 40 + [1] * 30 + [2] * 30)
    lungs = np.array([1.0] * 40 + [3.0] * 60)
    alone = chosen_rule(_said(frontal), labels, CLASSES)
    assert alone.lungs is None
    assert 0.1 < alone.threshold < 0.95
    rule = chosen_rule(_said(frontal, lungs=lungs), labels, CLASSES)
    assert rule.lungs is not None
    assert rule.lungs[0] == gate_cards.LUNG_WEIGHT
    assert not rule.stopped(_said(frontal, lungs=lungs))[:40].any()
    assert rule.stopped(_said(frontal, lungs=lungs))[40:].all()


def test_a_report_counts_what_is_stopped_by_class_and_kind():
    samples = _samples([FRONTAL, FRONTAL, LATERAL, NOT_CHEST])
    samples.append(type(samples[0])("d", "drawn:noise/1", NOT_CHEST, "test", "drawn_noise"))
    said = _said([0.9, 0.9, 0.2, 0.2, 0.6], lungs=np.array([1.0, 4.0, 1.0, 3.0, 8.0]))
    report = gate_report(samples, said, GateRule(CLASSES, 1.0, 0.5, (3.0, -1.0)))
    assert report["stopped"][FRONTAL]["stopped"] == 1
    assert report["stopped_without_lungs"][FRONTAL]["stopped"] == 0
    assert report["stopped"]["not_chest_drawn"] == report["stopped_by_kind"]["not_chest: drawn_noise"]
    assert report["stopped"][NOT_CHEST]["of"] == 1
    assert report["stopped_by_kind"]["frontal_chest: b"]["share"] == 1.0
    assert "network alone" in gate_table(report)
    assert "lung_shape" not in gate_report(samples, said, GateRule(CLASSES, 1.0, 0.5))


RECIPE = """
name = "g"
title = "A gate"
role = "gate"
batch_size = 16
images_per_epoch = 16
precision = "fp32"
select = "val_loss"
data.classes = ["frontal_chest", "lateral_chest", "not_chest"]
network = { backbone = "gate_cnn", weights = "none" }
preprocess = { height = 32, width = 32, channels = 1, fit = "letterbox", mean = [0.5], std = [0.25] }
phases = [{ epochs = 1, optimiser = "adamw", learning_rate = 0.004 }]
document = { version = "0", intended_use = "Research: a test.", limitations = ["It was made for a test."] }
"""


@pytest.fixture
def run(tmp_path):
    """A trained gate and its images."""
    data, rows = tmp_path / "data", []
    for split, count in (("train", 6), ("val", 3), ("test", 2)):
        for label in CLASSES:
            for _ in range(count):
                name = f"p{len(rows)}.png"
                write_png(data / name, len(rows), 72, 64)
                rows.append({"id": name, "file": name, "label": label, "split": split, "origin": "x"})
    write_csv(data / "manifest.csv", rows)
    (tmp_path / "g.toml").write_text(RECIPE, encoding="utf-8")
    options = ["--workers", "0", "--threads", "1", "--device", "cpu", "--no-report"]
    command = ["train", str(tmp_path / "g.toml"), "--data", str(data), "--run", str(tmp_path / "run"), *options]
    assert main(command) == 0
    return tmp_path


def _evaluated(run):
    out = run / "r.json"
    assert main(["evaluate", str(run / "g"), "--data", str(run / "data"), "--json", str(out)]) == 0
    return json.loads(out.read_text(encoding="utf-8"))["card_numbers"]


def _stored(card):
    return {k: v for k, v in card.document["metrics"]["test"].items() if k != "command"}


def test_a_gate_learns_what_lungs_look_like_and_its_card_is_reproduced(run, monkeypatch, tmp_path):
    monkeypatch.setattr(gate_cards, "_FEWEST_OUTLINES", 1)
    shapes = []
    real = gate_cards.outline
    monkeypatch.setattr(gate_cards, "outline", lambda field: shapes.append(real(field)) or np.ones(514, np.float32))
    monkeypatch.setattr(gate_cards, "fit", lambda outlines: _a_shape())
    assert main(["publish", str(run / "run"), "--to", str(run / "g")]) == 0
    card = read_card(run / "g")
    verify(run / "g", card)
    assert len(shapes) == 6  # frontal chests of the training split
    assert LUNG_SHAPE_FILE in card.files
    assert card.document["lung_shape"]["found_by"] == "lungs"
    assert _evaluated(run) == _stored(card)
    monkeypatch.setattr(reports, "open_lung_finder", lambda: None)
    with pytest.raises(CxrError, match="not installed"):
        reports.GateFolder(run / "g")


def test_without_enough_lungs_the_network_decides_alone(run):
    assert main(["publish", str(run / "run"), "--to", str(run / "g")]) == 0
    card = read_card(run / "g")
    assert "lung_shape" not in card.document
    assert LUNG_SHAPE_FILE not in card.files
    assert _evaluated(run) == _stored(card)


def _a_shape():
    from cxr_desktop.engine.familiarity import fit

    return fit(np.random.default_rng(1).random((40, 514)).astype(np.float32))
