from __future__ import annotations

from dataclasses import replace

import pytest

from cxr_desktop.domain.blindness import for_blind_reader
from cxr_desktop.domain.impression import Impression, Verdict
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.domain.worklist import ScoreState
from tests.worklist.samples import entry, image, scored

AT = "2026-01-02T03:04:05+00:00"


def test_scores_are_taken_out_and_the_reason_of_what_was_not_scored_stays():
    hidden = for_blind_reader(entry(1, 0.9))
    assert (hidden.state, hidden.risk, hidden.band, hidden.leading.prediction) == (ScoreState.HIDDEN, None, None, None)
    failed, waiting = entry(2, reason="lateral view"), entry(3)
    assert for_blind_reader(failed) == failed
    assert for_blind_reader(waiting) == waiting


def test_the_image_that_leads_does_not_tell_which_one_has_the_highest_risk():
    for risks in ((0.1, 0.9), (0.9, 0.1)):
        study = entry(1, risks[0]).with_image(image("/studies/z", scored("/studies/z", risks[1])))
        assert for_blind_reader(study).leading.path == "/studies/00001.dcm"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (Impression("k", (Finding.NORMAL,), AT, recorded=True), True),
        (Impression("k", (Finding.NORMAL,), AT, blind=True, recorded=False), False),
        (Impression("k", (), AT, note="hm"), False),
        (Impression("k", (), AT, verdict=Verdict.AGREE), False),
    ],
)
def test_scores_are_shown_once_a_finding_is_recorded(said, shown):
    assert (for_blind_reader(replace(entry(1, 0.9), impression=said)).risk is not None) is shown
