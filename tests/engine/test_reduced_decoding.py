"""Leaving out wavelets moves no probability by more than 0.002, changes no band, and is decided by the file alone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from cxr_desktop import paths
from cxr_desktop.domain.prediction import Status
from cxr_desktop.engine import checkpoint
from cxr_desktop.engine.fewer_pixels import MAY_MOVE, change_of, may_do
from cxr_desktop.engine.messages import ScoreRequest
from cxr_desktop.engine.model_lookup import find_folders
from cxr_desktop.engine.pipeline import Again
from cxr_desktop.engine.scorer import Scorer
from cxr_desktop.phantom import radiographs
from cxr_desktop.phantom.lesions import Pattern
from tests.imaging.test_wavelet import dicom


@pytest.fixture(scope="module")
def scorer():
    """The default model with its second opinion, as they ship."""
    return Scorer(find_folders("", paths.checkpoint_dirs()).folders, "cpu")


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    """A synthetic chest large enough to leave out one level."""
    chest = radiographs.chest(3, Pattern.GROUND_GLASS, 1440, 1296)
    codes = np.rint((0.06 + 0.84 * chest.pixels) * 4095).astype(np.uint16)
    return dicom(tmp_path_factory.mktemp("films") / "film.dcm", codes)


def judged(scorer, item):
    """What comes of a prepared film in the end."""
    said = scorer.judge([item])[0]
    if isinstance(said, Again):
        said = scorer.judge([said.prepare()])[0]
    return said.prediction


def test_probabilities_of_both_models_stay_where_they_are_and_bands_do_not_change(scorer, film):
    reduced = scorer._preparation.prepare(ScoreRequest(film))
    whole = scorer._preparation.prepare(ScoreRequest(film), whole=True)
    assert (reduced.is_reduced, whole.is_reduced) == (True, False)
    told, truth = judged(scorer, reduced), judged(scorer, whole)
    assert told.status is truth.status is Status.SCORED
    for one, other in ((told, truth), (told.second, truth.second)):
        assert max(abs(one.probabilities[f] - other.probabilities[f]) for f in other.probabilities) <= MAY_MOVE
        assert one.risk_band == other.risk_band
    assert told.content_hash == truth.content_hash
    np.testing.assert_allclose(told.maps[0].to_source.as_tuple(), truth.maps[0].to_source.as_tuple(), rtol=0.02, atol=8)


def test_a_score_near_a_threshold_is_computed_again_from_all_pixels(scorer, film, monkeypatch):
    reduced = scorer._preparation.prepare(ScoreRequest(film))
    truth = judged(scorer, scorer._preparation.prepare(ScoreRequest(film), whole=True))
    card = scorer.card
    point = replace(card.operating_points[0], threshold=truth.probabilities[card.operating_points[0].finding] + 0.001)
    monkeypatch.setattr(scorer, "card", replace(card, operating_points=(point,)))
    assert judged(scorer, reduced).logits == truth.logits


def test_doubt_about_the_lungs_asks_all_pixels(scorer, film):
    reduced = scorer._preparation.prepare(ScoreRequest(film))
    truth = judged(scorer, scorer._preparation.prepare(ScoreRequest(film), whole=True))
    assert judged(scorer, replace(reduced, lungs_in_doubt=True)).logits == truth.logits


def test_lungs_that_might_be_a_cell_wider_ask_all_pixels_where_that_would_move_a_probability(scorer, film):
    reduced = scorer._preparation.prepare(ScoreRequest(film))
    said = scorer._judge([reduced])[0]
    for tensor, name in ((reduced.tensor, "other_tensors"), (reduced.second_tensor, "other_second_tensors")):
        assert scorer._holds(replace(reduced, **{name: (tensor,)}), said)
        turned = np.ascontiguousarray(tensor[:, ::-1])
        assert not scorer._holds(replace(reduced, **{name: (tensor, turned)}), said)
    truth = judged(scorer, scorer._preparation.prepare(ScoreRequest(film), whole=True))
    swaying = replace(reduced, other_tensors=(np.ascontiguousarray(reduced.tensor[:, ::-1]),))
    assert judged(scorer, swaying).logits == truth.logits


def test_other_lungs_are_only_looked_for_where_pixels_were_left_out(scorer, film):
    assert scorer._preparation.prepare(ScoreRequest(film), whole=True).other_tensors == ()


def test_the_picture_for_an_overlay_has_the_form_of_the_file(scorer, film):
    prepared = scorer._preparation.prepare(ScoreRequest(film, picture=True, quarter_turns=1))
    picture = prepared.picture
    assert (picture.source_rows, picture.source_columns) == (1440, 1296)
    assert (min(picture.rows, picture.columns), len(picture.grey)) == (640, picture.rows * picture.columns)
    assert picture.rows > picture.columns


@pytest.mark.parametrize(
    ("measured", "is_reduced"),
    [({}, False), ({"probability_change": 0.0021}, False), ({"probability_change": 0.0019}, True)],
)
def test_only_models_whose_numbers_were_seen_to_move_by_little_get_fewer_pixels(tmp_path, film, measured, is_reduced):
    folders = find_folders("squeezenet", paths.checkpoint_dirs(), "none").folders
    card = checkpoint.read_card(folders.model)
    block = {"films": 90, "temperature": card.temperature, **measured} if measured else {}
    document = {**card.document, "reduced_decoding": block}
    checkpoint.save_copy(tmp_path / "model", document, folders.model, card)
    scorer = Scorer(replace(folders, model=tmp_path / "model"), "cpu")
    assert scorer._preparation.prepare(ScoreRequest(film)).is_reduced is is_reduced


def test_a_copy_that_was_calibrated_otherwise_was_not_measured(scorer):
    card = scorer.card
    assert may_do(card)
    assert not may_do(replace(card, temperature=card.temperature * 0.9))


@pytest.mark.parametrize(("name", "little"), [("triage", True), ("densenet121", True), ("squeezenet", False)])
def test_the_models_that_ship_were_measured(name, little):
    card = checkpoint.read_card(find_folders(name, paths.checkpoint_dirs(), "none").folders.model)
    assert card.document["reduced_decoding"]["films"] >= 100
    assert (change_of(card).probability <= MAY_MOVE) is little
    assert may_do(card)


def test_a_model_that_moves_far_in_the_middle_of_the_scale_is_asked_again_there(film, monkeypatch):
    scorer = Scorer(find_folders("squeezenet", paths.checkpoint_dirs(), "none").folders, "cpu")
    reduced = scorer._preparation.prepare(ScoreRequest(film))
    assert reduced.is_reduced
    said = scorer._judge([reduced])[0]
    at = {share: replace(said, probabilities=dict(zip(said.probabilities, (share, 1 - share), strict=True)))
          for share in (0.02, 0.5)}  # fmt: skip
    monkeypatch.setattr(scorer, "_holds", lambda item, prediction: True)
    assert scorer._stands(reduced, at[0.02])
    assert not scorer._stands(reduced, at[0.5])
