"""Leaving out wavelets moves no probability by more than 0.002, changes no band, and is decided by the file alone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from cxr_desktop import paths
from cxr_desktop.domain.prediction import Status
from cxr_desktop.engine.messages import ScoreRequest
from cxr_desktop.engine.model_lookup import find_folders
from cxr_desktop.engine.scorer import Scorer
from cxr_desktop.phantom import radiographs
from cxr_desktop.phantom.lesions import Pattern
from tests.imaging.test_wavelet import dicom

MOST = 0.002


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


def test_probabilities_of_both_models_stay_where_they_are_and_bands_do_not_change(scorer, film):
    reduced = scorer._preparation.prepare(ScoreRequest(film))
    whole = scorer._preparation.prepare(ScoreRequest(film), whole=True)
    assert (reduced.is_reduced, whole.is_reduced) == (True, False)
    told, truth = scorer.judge([reduced])[0], scorer.judge([whole])[0]
    assert told.status is truth.status is Status.SCORED
    for one, other in ((told, truth), (told.second, truth.second)):
        assert max(abs(one.probabilities[f] - other.probabilities[f]) for f in other.probabilities) <= MOST
        assert one.risk_band == other.risk_band
    assert told.content_hash == truth.content_hash
    np.testing.assert_allclose(told.maps[0].to_source.as_tuple(), truth.maps[0].to_source.as_tuple(), rtol=0.02, atol=8)


def test_a_score_near_a_threshold_is_computed_again_from_all_pixels(scorer, film, monkeypatch):
    reduced = scorer._preparation.prepare(ScoreRequest(film))
    truth = scorer.judge([scorer._preparation.prepare(ScoreRequest(film), whole=True)])[0]
    card = scorer.card
    point = replace(card.operating_points[0], threshold=truth.probabilities[card.operating_points[0].finding] + 0.001)
    monkeypatch.setattr(scorer, "card", replace(card, operating_points=(point,)))
    assert scorer.judge([reduced])[0].logits == truth.logits


def test_doubt_about_the_lungs_asks_all_pixels(scorer, film):
    reduced = scorer._preparation.prepare(ScoreRequest(film))
    truth = scorer.judge([scorer._preparation.prepare(ScoreRequest(film), whole=True)])[0]
    assert scorer.judge([replace(reduced, lungs_in_doubt=True)])[0].logits == truth.logits


def test_the_picture_for_an_overlay_has_the_form_of_the_file(scorer, film):
    prepared = scorer._preparation.prepare(ScoreRequest(film, picture=True, quarter_turns=1))
    picture = prepared.picture
    assert (picture.source_rows, picture.source_columns) == (1440, 1296)
    assert (min(picture.rows, picture.columns), len(picture.grey)) == (640, picture.rows * picture.columns)
    assert picture.rows > picture.columns


def test_a_model_whose_numbers_move_by_more_gets_all_pixels(film):
    scorer = Scorer(find_folders("squeezenet", paths.checkpoint_dirs(), "none").folders, "cpu")
    assert not scorer._preparation.prepare(ScoreRequest(film)).is_reduced
