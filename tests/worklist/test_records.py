from __future__ import annotations

import json
from dataclasses import replace

from cxr_desktop.domain.prediction import Finding
from cxr_desktop.worklist.records import prediction_from_json, prediction_to_json
from tests.worklist.samples import scored

EFFUSION = Finding("effusion")


def test_a_result_with_classes_of_its_own_comes_back_whole():
    shares = {Finding.NORMAL: 0.25, EFFUSION: 0.75}
    before = replace(scored("/a", 0.5), probabilities=shares, logits=shares, risk_finding=EFFUSION)
    after = prediction_from_json("/a", prediction_to_json(before))
    assert after == before
    assert after.risk == 0.75
    assert {type(finding) for finding in (*after.probabilities, after.risk_finding)} == {Finding}


def test_a_result_written_before_models_had_other_classes_is_about_covid():
    stored = prediction_to_json(scored("/a", 0.5))
    document = json.loads(stored.document)
    del document["risk_finding"]
    assert prediction_from_json("/a", stored._replace(document=json.dumps(document))) == scored("/a", 0.5)
