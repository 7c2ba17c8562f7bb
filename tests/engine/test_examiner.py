"""Questions about one image are answered with the numbers and the place of a score, and every fault has a reason."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cxr_desktop.domain.map_method import MapMethod
from cxr_desktop.domain.model_card import ModelCard, PreprocessSpec
from cxr_desktop.domain.prediction import Finding, RiskBand
from cxr_desktop.domain.shortcut_test import Hidden
from cxr_desktop.engine.messages import MapQuestion, ScoreRequest, ShortcutQuestion
from cxr_desktop.engine.model_folders import ModelFolders
from cxr_desktop.engine.questions import Withdrawn
from cxr_desktop.engine.scorer import Scorer
from cxr_desktop.engine.shortcut_trials import NO_FINDER, NO_LUNGS, run_trials
from cxr_desktop.engine.triage_model import Answer
from tests.engine.conftest import lung_film


def goes_on(share: float) -> None:
    pass


def never(share: float) -> None:
    raise Withdrawn


@pytest.fixture(scope="module")
def scorer(triage_model, lungs_model) -> Scorer:
    return Scorer(ModelFolders(triage_model, lungs=lungs_model), "cpu")


@pytest.fixture(scope="module")
def chest(tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("films") / "chest.png"
    Image.fromarray((lung_film(300, 260) * 60_000).astype(np.uint16)).save(path)
    return str(path)


@pytest.mark.parametrize("turns", [0, 1])
def test_the_map_asked_for_lies_where_that_of_the_score_lies(scorer, chest, turns):
    request = ScoreRequest(chest, override=True, quarter_turns=turns)
    (scored,) = scorer.score([request])
    answer = scorer.examiner().answer(MapQuestion(request, MapMethod.GRAD_CAM), goes_on)
    assert answer.maps == scored.maps
    layered = scorer.examiner().answer(MapQuestion(request, MapMethod.LAYER_CAM), goes_on)
    assert [m.method for m in layered.maps] == ["layercam"] * 4
    assert [m.to_source for m in layered.maps] == [m.to_source for m in scored.maps]
    assert [m.finding for m in layered.maps] == [m.finding for m in scored.maps]
    assert layered.seconds > 0
    assert layered.model_digest == scored.scored_by.model_digest


def test_the_untouched_risk_of_the_test_is_that_of_the_score(scorer, chest):
    (scored,) = scorer.score([ScoreRequest(chest)])
    report = scorer.examiner().answer(ShortcutQuestion(ScoreRequest(chest)), goes_on).report
    assert report.finding == Finding.COVID19
    assert report.risk == scored.risk
    assert report.band is scored.risk_band
    assert [trial.hidden for trial in report.trials] == list(Hidden)
    assert all(trial.risk is not None for trial in report.trials)
    assert all(report.moves_band(trial) == (trial.band != report.band) for trial in report.trials)


def test_where_no_lungs_are_found_the_surroundings_cannot_be_hidden_and_it_says_why(
    scorer, triage_model, tmp_path: Path
):
    path = tmp_path / "none.png"
    grain = np.where(np.random.default_rng(2).uniform(size=(260, 220)) < 0.02, 0, 60_000)  # no dark field anywhere
    Image.fromarray(grain.astype(np.uint16)).save(path)
    for examiner, why in (
        (scorer.examiner(), NO_LUNGS),
        (Scorer(ModelFolders(triage_model), "cpu").examiner(), NO_FINDER),
    ):
        report = examiner.answer(ShortcutQuestion(ScoreRequest(str(path))), goes_on).report
        trials = {trial.hidden: trial for trial in report.trials}
        assert trials[Hidden.SURROUNDINGS].reason == why
        assert report.change(trials[Hidden.SURROUNDINGS]) is None
        assert trials[Hidden.BORDERS].risk is not None


_SPEC = PreprocessSpec(
    100, 100, channels=1, fit="stretch", low_percentile=0, high_percentile=100, mean=(0.0,), std=(1.0,)
)


class LivesOnMarkers:
    """A model whose risk is how far the brightest spot of a strip beside the chest stands out from it."""

    card = ModelCard("m", "M", "1", "triage", "gate_cnn", ("covid19",), _SPEC, 1.0)

    def forward(self, tensors):
        strips = [tensor[0, 20:80, :8] for tensor in tensors]
        return [float(strip.max() - strip.mean()) for strip in strips]

    def answer(self, risk):
        return Answer({Finding.COVID19: risk}, {}, Finding.COVID19, RiskBand.ABOVE if risk > 0.3 else RiskBand.BELOW)


@pytest.mark.parametrize("times", [1, 4])
def test_a_model_that_lives_on_a_marker_is_found_out(times):
    grey = np.kron(lung_film(300, 260) * 0.6, np.ones((times, times), dtype=np.float32))
    grey[100 * times : 112 * times, 6 * times : 16 * times] = 1.0  # beside the chest, in no corner
    report = run_trials(grey.astype(np.float32), LivesOnMarkers(), None, goes_on)
    assert report.band is RiskBand.ABOVE
    trials = {trial.hidden: trial for trial in report.trials}
    assert report.moves_band(trials[Hidden.MARKERS])
    assert report.change(trials[Hidden.MARKERS]) < -0.1


def test_every_fault_has_a_reason_and_only_a_withdrawal_gets_through(scorer, chest, tmp_path: Path):
    examiner = scorer.examiner()
    words = tmp_path / "words.txt"
    words.write_text("not an image")
    for path in (str(tmp_path / "gone.png"), str(words)):
        for question in (MapQuestion(ScoreRequest(path), MapMethod.EIGEN_CAM), ShortcutQuestion(ScoreRequest(path))):
            answer = examiner.answer(question, goes_on)
            assert answer.reason
            assert path not in answer.reason
            assert (answer.maps, answer.report) == ((), None)
    with pytest.raises(Withdrawn):
        examiner.answer(MapQuestion(ScoreRequest(chest), MapMethod.SCORE_CAM), never)
