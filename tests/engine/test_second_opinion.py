"""Another model beside the first: the same pixels, its own numbers, one device, and part of every result's key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from cxr_desktop.domain.errors import CheckpointError, DeviceError
from cxr_desktop.domain.prediction import Finding, Prediction, RiskBand, Status
from cxr_desktop.engine import device, loaded_model
from cxr_desktop.engine.backend_openvino import OpenVinoBackend
from cxr_desktop.engine.model_folders import read_cards
from cxr_desktop.engine.scorer import ModelFolders, Scorer, ScoreRequest
from tests.engine.conftest import MakeModel

COUNTS = {"true_positives": 9, "false_negatives": 1, "true_negatives": 8, "false_positives": 2}


@pytest.fixture(scope="module")
def second_model(make_model: MakeModel) -> Path:
    """Another input size, another order of classes, another temperature."""
    return make_model(
        "triage",
        name="second",
        classes=["normal", "covid19", "pneumonia", "tuberculosis"],
        preprocess={"height": 96, "width": 64, "channels": 1, "mean": [0.4], "std": [0.3], "equalise": 1.0},
        temperature=0.8,
    )


@pytest.fixture(scope="module")
def folders(triage_model: Path, open_gate: Path, second_model: Path) -> ModelFolders:
    return ModelFolders(triage_model, open_gate, second=second_model)


@pytest.fixture(scope="module")
def scorer(folders: ModelFolders) -> Scorer:
    return Scorer(folders, "cpu")


def _score(scorer: Scorer, paths: Iterable[str], **wishes) -> dict[str, Prediction]:
    return {p.path: p for p in scorer.score(ScoreRequest(path, **wishes) for path in paths)}


def test_each_opinion_is_the_number_that_its_model_gives_alone(scorer, folders, films):
    both = _score(scorer, films)
    first = _score(Scorer(replace(folders, second=None), "cpu"), films)
    alone = _score(Scorer(ModelFolders(folders.second, folders.gate), "cpu"), films)
    for path in films:
        second = both[path].second
        assert both[path].probabilities == first[path].probabilities
        assert both[path].maps == first[path].maps
        assert second.probabilities == alone[path].probabilities
        assert second.logits == alone[path].logits
        assert (second.risk_finding, second.risk_band) == (alone[path].risk_finding, alone[path].risk_band)
        assert second.scored_by.key == alone[path].scored_by.key, "equal key, equal number"
        assert both[path].disagreement == abs(both[path].risk - second.risk)
        assert first[path].second is None
    assert len({p.second.risk for p in both.values()}) == len(films), "or the test says nothing"


def test_the_second_opinion_turns_with_the_image(scorer, folders, films):
    turned = _score(scorer, films[:1], quarter_turns=1)[films[0]].second
    alone = _score(Scorer(ModelFolders(folders.second, folders.gate), "cpu"), films[:1], quarter_turns=1)[films[0]]
    assert turned.logits == alone.logits
    assert turned.logits != _score(scorer, films[:1])[films[0]].second.logits


def test_a_stopped_image_has_no_second_opinion_until_the_reader_overrides(folders, closed_gate, films):
    strict = Scorer(replace(folders, gate=closed_gate), "cpu")
    stopped = _score(strict, films[:1])[films[0]]
    assert (stopped.status, stopped.second, stopped.probabilities) == (Status.NOT_SCORED, None, {})
    anyway = _score(strict, films[:1], override=True)[films[0]]
    assert anyway.status is Status.SCORED
    assert anyway.second is not None
    assert not anyway.gate.usable


def test_two_models_that_say_the_opposite_are_seen_to(make_model, open_gate, films):
    points = [
        {"finding": "covid19", "target": "sensitivity 0.98", "threshold": 0.3, **COUNTS},
        {"finding": "covid19", "target": "sensitivity 0.90", "threshold": 0.6, **COUNTS},
    ]
    high = make_model("triage", bias=[6.0, 0.0, 0.0, 0.0], operating_points=points, name="high")
    low = make_model("triage", bias=[0.0, 6.0, 0.0, 0.0], operating_points=points, name="low")
    found = _score(Scorer(ModelFolders(high, open_gate, second=low), "cpu"), films[:1])[films[0]]
    assert (found.risk_band, found.second.risk_band) == (RiskBand.ABOVE, RiskBand.BELOW)
    assert found.bands_differ
    assert found.disagreement > 0.9


def test_a_second_model_without_a_number_leaves_a_word_and_the_first_number(make_model, folders, films, monkeypatch):
    from cxr_desktop.engine.triage_model import TriageModel

    answer = TriageModel.answer

    def silent(self, output):
        return None if self.card.name == "second" else answer(self, output)

    monkeypatch.setattr(TriageModel, "answer", silent)
    found = _score(Scorer(folders, "cpu"), films[:1])[films[0]]
    assert found.status is Status.SCORED
    assert found.second is None
    assert "the second opinion gave no number" in found.flags


def test_every_card_is_part_of_the_key(folders, make_model, scorer, films):
    cards = read_cards(folders)
    assert scorer.scored_by.model_digest == cards.digest
    others = [
        replace(cards, second=None),
        replace(cards, gate=None),
        replace(cards, second=cards.model),
        replace(cards, gate=None, lungs=cards.gate),
        replace(cards, gate=None, orientation=cards.gate),
    ]
    assert len({cards.digest, *(other.digest for other in others)}) == 6


def test_a_model_in_the_wrong_place_is_refused(folders, triage_model, open_gate):
    for wrong in (
        replace(folders, second=open_gate),
        replace(folders, orientation=open_gate),
        replace(folders, lungs=triage_model),
    ):
        with pytest.raises(CheckpointError, match="not made for this task"):
            read_cards(wrong)


def test_both_models_leave_a_failing_device_together(folders, films, monkeypatch):
    class Failing(OpenVinoBackend):
        name, device = "torch", "cuda:0"
        fails_now = False

        def forward(self, batch):
            if Failing.fails_now and batch.shape[2] == 96:  # the second model
                raise DeviceError("the compute device has no memory left")
            return super().forward(batch)

    open_backend = loaded_model.open_backend

    def fake(folder, card, backend, name):
        if backend != "torch":
            return open_backend(folder, card, backend, name)
        spec = card.preprocess
        return Failing((folder / "model.onnx").read_bytes(), (spec.channels, spec.height, spec.width), 1)

    monkeypatch.setattr(loaded_model, "open_backend", fake)
    monkeypatch.setattr(device, "cuda_device_count", lambda: 1)
    warnings: list[str] = []
    scorer = Scorer(folders, "auto", on_warning=warnings.append)
    before = _score(scorer, films[:1])[films[0]]
    Failing.fails_now = True
    after = _score(scorer, films[:1])[films[0]]
    assert {before.scored_by.device, before.second.scored_by.device} == {"cuda:0"}
    assert {after.scored_by.device, after.second.scored_by.device} == {"cpu"}
    assert after.probabilities[Finding.COVID19] == before.probabilities[Finding.COVID19]
    assert warnings == ["Scoring goes on with the processor: the compute device has no memory left"]
