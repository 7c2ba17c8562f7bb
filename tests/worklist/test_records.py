from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxr_desktop.domain.prediction import Finding
from cxr_desktop.domain.radiograph import Radiograph, Source
from cxr_desktop.worklist.records import header_from_json, header_to_json, prediction_from_json, prediction_to_json
from tests.worklist.samples import header, scored

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


_TEXT = st.text(st.characters(exclude_categories=()), max_size=20)  # lone surrogates too
_HEADERS = st.builds(
    Radiograph,
    path=st.just("/a"),
    source=st.sampled_from(Source),
    rows=st.integers(0, 65535),
    columns=st.integers(0, 65535),
    patient_name=_TEXT,
    patient_sex=_TEXT,
    view_position=_TEXT,
    instance_number=st.none() | st.integers(),
    pixel_spacing_mm=st.none() | st.tuples(st.floats(allow_nan=False), st.floats(allow_nan=False)),
    requested_priority=st.none() | _TEXT,
    kvp=st.none() | st.floats(allow_nan=False),
    flags=st.lists(_TEXT, max_size=3).map(tuple),
)


@given(_HEADERS)
def test_every_header_comes_back_as_it_was(before):
    after = header_from_json("/a", header_to_json(before))
    assert after == before
    assert repr(after) == repr(before)  # whole numbers stay whole, sources stay members


@given(_HEADERS, st.sets(st.sampled_from(["view_position", "flags", "kvp", "requested_priority", "patient_sex"])))
def test_a_header_of_another_version_is_read_by_the_names_of_its_fields(before, unknown_then):
    written = json.loads(header_to_json(before))
    late = {"of_a_later_version": 1, **{name: written[name] for name in reversed(written) if name not in unknown_then}}
    defaults = {name: Radiograph.__dataclass_fields__[name].default for name in unknown_then}
    assert header_from_json("/a", json.dumps(late)) == replace(before, **defaults)


@given(risk=st.floats(0, 1), reason=_TEXT, number=st.floats())
def test_every_result_comes_back_to_the_last_bit(risk, reason, number):
    before = replace(scored("/a", risk), reason=reason, logits={Finding.COVID19: number})
    assert repr(prediction_from_json("/a", prediction_to_json(before))) == repr(before)


@pytest.mark.parametrize(
    ("field", "value"), [("source", "film"), ("source", None), ("patient_sex", 3), ("flags", None)]
)
def test_a_header_that_no_version_wrote_is_refused(field, value):
    written = {**json.loads(header_to_json(header("/a"))), field: value}
    with pytest.raises((ValueError, TypeError, KeyError)):
        header_from_json("/a", json.dumps(written))


@pytest.mark.parametrize("change", [{"status": "maybe"}, {"risk_band": "high"}, {"gate": {"gate_class": "dog"}}])
def test_a_result_that_no_version_wrote_is_refused(change):
    stored = prediction_to_json(scored("/a", 0.5))
    with pytest.raises((ValueError, TypeError, KeyError)):
        prediction_from_json("/a", stored._replace(document=json.dumps({**json.loads(stored.document), **change})))
