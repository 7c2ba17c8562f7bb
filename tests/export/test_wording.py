"""Numbers and states read the same in every export."""

import math

import pytest

from cxr_desktop.domain.prediction import GateClass, QualityVerdict
from cxr_desktop.export import wording
from tests.export.samples import header, not_an_image, refused, scored


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(0.5, 6, "0.500000"), (0.0, 6, "0.000000"), (1.0, 2, "1.00"), (0.1234567, 6, "0.123457"), (None, 6, "")],
)
def test_probabilities_have_fixed_decimals(value, decimals, text):
    assert wording.format_probability(value, decimals) == text


def test_what_is_no_number_is_blank():
    assert wording.format_probability(math.nan) == ""
    assert wording.per_cent(math.nan) == "—"


@pytest.mark.parametrize(
    ("value", "text"), [(0.981, "98 %"), (1.0, "100 %"), (0.999, "99.9 %"), (0.0, "0 %"), (0.001, "0.1 %")]
)
def test_whole_per_cents_never_claim_all_or_nothing(value, text):
    assert wording.per_cent(value) == text


def test_outcomes_give_their_reason_once():
    assert wording.outcome(scored()) == "Scored"
    assert wording.outcome(refused(reason="lateral view")) == "Not scored: lateral view"
    assert wording.outcome(not_an_image()) == "Not an image: a PDF document"
    twice = refused(reason="a text, not an image")
    assert wording.outcome(twice) == "Not scored: a text, not an image"


def test_the_gate_in_words():
    assert wording.gate(None, False) == "not asked"
    assert wording.gate(QualityVerdict(GateClass.FRONTAL_CHEST, True), False) == "frontal chest, usable"
    lateral = QualityVerdict(GateClass.LATERAL_CHEST, False, "lateral view")
    assert wording.gate(lateral, True) == "lateral view, scored on request"


def test_a_patient_in_words():
    assert wording.person("DOE^Jane^M^^") == "DOE, Jane M"
    assert wording.person("=山田^太郎") == "山田, 太郎"
    assert wording.person("") == ""
    assert wording.age_and_sex(header()) == "61 F"
    assert wording.age_and_sex(header(patient_age="003M", patient_sex="")) == "3 mo"
    assert wording.age_and_sex(None) == ""
    assert wording.study_moment(header()) == "2026-03-02 08:12"
    assert wording.study_moment(header(study_date="20261399", study_time="")) == ""
    assert wording.kind(header()) == "DX CHEST PA"


def test_names_of_files_are_printable():
    assert wording.file_name("/a/b\udcff\n.dcm") == "b\\xff .dcm"
