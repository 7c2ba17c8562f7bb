"""Values in plain words, as a reader sees them (PySide6 translates them)."""

import time
from dataclasses import replace
from datetime import date

import pytest

from cxr_desktop.domain.impression import Impression, Verdict
from cxr_desktop.domain.prediction import Finding, GateClass, QualityVerdict, RiskBand
from cxr_desktop.domain.worklist import ReadState, WorklistEntry
from cxr_desktop.ui import wording
from tests.ui.entries import SCORED_BY, entry, header, prediction, refused_entry, unreadable_entry

GAP = "\u00a0"


@pytest.mark.parametrize(
    ("value", "text"), [(0.944, "0.94"), (0, "0.00"), (1, "1.00"), (None, "—"), (float("nan"), "—")]
)
def test_probabilities_have_two_decimals_and_a_missing_class_is_blank(value, text):
    assert wording.probability(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.98, "98"),
        (0.05, "5"),
        (0.004, "0.4"),
        (0.0001, "0.1"),
        (0, "0"),
        (1, "100"),
        (0.9996, "99.9"),
        (0.996, "99.6"),
    ],
)
def test_only_one_reads_100_per_cent_and_small_shares_are_not_nothing(value, text):
    assert wording.percent(value) == f"{text}{GAP}%"


def test_an_interval_stands_in_brackets():
    assert wording.with_interval(0.98, (0.9301, 0.9899)) == f"98{GAP}% [93–99]"


def test_thousands_are_separated():
    assert wording.number(1300) == "1,300"


@pytest.mark.parametrize(
    ("seconds", "text"), [(-5, "0 min"), (59, "0 min"), (14 * 60, "14 min"), (6000, "1 h 40"), (3 * 86400, "3 d")]
)
def test_waits_are_told_in_their_two_coarsest_units(seconds, text):
    assert wording.wait(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(110, "1 min 50 s left"), (9.6, "10 s left"), (3 * 3600 + 120, "3 h 2 min left"), (-1, "0 s left")],
)
def test_time_left_is_told_as_one_would_say_it(seconds, text):
    assert wording.time_left(seconds) == text


@pytest.mark.parametrize(
    ("dicom", "shown"),
    [
        ("PHANTOM^Ground glass", "PHANTOM, Ground glass"),
        ("DOE^JANE^MARY^Dr^PhD", "DOE, JANE MARY"),
        ("DOE", "DOE"),
        ("^JANE", "JANE"),
        ("Yamada^Tarou=山田^太郎=やまだ^たろう", "Yamada, Tarou"),
        ("=山田^太郎", "山田, 太郎"),
        ("", ""),
        ("^^^", ""),
    ],
)
def test_person_names_are_written_as_people_write_them(dicom, shown):
    assert wording.person(dicom) == shown


def test_control_and_direction_characters_of_a_file_cannot_rearrange_the_line():
    assert wording.plain("DOE\u202eENAJ\x07") == "DOEENAJ "
    assert "\n" not in wording.file_name("/data/a\nb.dcm")


def test_file_names_that_are_not_utf8_can_be_shown():
    name = wording.file_name("/data/" + b"caf\xe9.dcm".decode("utf-8", "surrogateescape"))
    assert name.encode("utf-8") == "caf\ufffd.dcm".encode()


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"patient_age": "061Y"}, "61"),
        ({"patient_age": "008M"}, "8 mo"),
        ({"patient_age": "", "patient_birth_date": "19500402"}, "69"),
        ({"patient_age": "", "patient_birth_date": "19500401"}, "70"),
        ({"patient_age": "", "patient_birth_date": "99999999"}, ""),
        ({"patient_age": "old", "patient_birth_date": ""}, ""),
        ({"patient_age": "", "patient_birth_date": "20300101"}, ""),
    ],
)
def test_ages_come_from_the_age_or_from_both_dates(fields, text):
    assert wording.age(header("/a", **fields)) == text


def test_a_study_of_today_shows_its_time_and_another_its_date():
    about = header("/a")
    assert wording.study_moment(about, date(2020, 4, 1)) == "08:12"
    assert wording.study_moment(about, date(2020, 4, 2)) == "2020-04-01 08:12"
    assert wording.study_moment(replace(about, study_date="20201301", study_time=""), date(2020, 4, 2)) == "—"
    assert wording.study_moment(None, date(2020, 4, 2)) == "—"


def test_hidden_identity_leaves_the_number_of_arrival_age_and_sex():
    study = entry(11)
    assert wording.patient_title(study, hide_identity=False) == "PHANTOM, STUDY 11"
    assert wording.patient_title(study, hide_identity=True) == "Study 12"
    assert wording.patient_details(study, hide_identity=False) == "P-11 · 61 F"
    assert wording.patient_details(study, hide_identity=True) == "61 F"
    hidden = wording.row_sentence(study, hide_identity=True) + wording.row_sentence(unreadable_entry(3), True)
    assert "PHANTOM" not in hidden
    assert ".dcm" not in hidden


def test_a_file_without_a_patient_is_called_by_its_name():
    assert wording.patient_title(unreadable_entry(3), hide_identity=False) == "3.dcm"


def test_two_images_of_a_study_are_counted():
    study = entry(1)
    assert wording.study_details(study) == "DX CHEST"
    second = replace(study.leading, identity=replace(study.leading.identity, path="/data/1b.dcm"))
    assert wording.study_details(study.with_image(second)) == "2 × DX CHEST"


@pytest.mark.parametrize(
    ("study", "words"),
    [
        (entry(0, 0.94), "PHANTOM, STUDY 0. COVID-19 0.94, above both operating points. Unread"),
        (entry(0, 0.5, ReadState.READ), "PHANTOM, STUDY 0. COVID-19 0.50, between the operating points. Read"),
        (entry(0), "PHANTOM, STUDY 0. Waiting. Unread"),
        (refused_entry(0), "PHANTOM, STUDY 0. Not scored: lateral view. Unread"),
    ],
)
def test_a_row_is_one_sentence_for_a_screen_reader(study: WorklistEntry, words):
    assert wording.row_sentence(study, hide_identity=False) == words


def test_every_band_and_state_has_words():
    assert all(wording.band(band) for band in (*RiskBand, None))
    assert all(wording.read_state(state) for state in ReadState)


def test_moments_are_in_the_readers_own_time_zone(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tehran")
    time.tzset()
    try:
        assert wording.moment("2026-01-02T03:04:05+00:00") == "2026-01-02 06:34:05"
        assert wording.moment("2026-01-02T03:04:05") == "2026-01-02 06:34:05"
        assert wording.moment("yesterday") == ""
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_verdict_says_when_it_was_set_aside():
    refused = QualityVerdict(GateClass.LATERAL_CHEST, False, "lateral view")
    result = prediction("/a", 0.5, gate=refused)
    assert wording.verdict(refused, result) == "lateral view"
    assert wording.verdict(refused, replace(result, override=True)) == "lateral view, scored on request"
    assert wording.verdict(QualityVerdict(GateClass.FRONTAL_CHEST, True), result) == "frontal chest, usable"


def test_devices_have_names():
    assert wording.device(SCORED_BY) == "CPU fp32"
    assert wording.device(replace(SCORED_BY, device="cuda:0", precision="fp16")) == "GPU cuda:0 fp16"


def test_markup_of_a_file_is_shown_as_it_is():
    assert "<img" not in wording.escape("<img src=x>")


def test_an_impression_in_a_row_names_the_classes_that_are_in_dispute():
    def words(**said) -> str:
        return wording.impression(replace(entry(1), impression=Impression("k", **{"findings": (), "at": "", **said})))

    covid, normal = (Finding.COVID19, Verdict.AGREE), (Finding.NORMAL, Verdict.DISAGREE)
    assert words(verdict=Verdict.AGREE, verdicts=(covid,)) == "Agree"
    assert words(verdict=Verdict.DISAGREE, verdicts=(covid, normal)) == "Disagree: Normal"
    assert words(verdict=Verdict.DISAGREE) == "Disagree"
    assert words(findings=(Finding.NORMAL,), verdicts=(covid,)) == "Normal, Agree: COVID-19"
    assert words(verdict=Verdict.UNSURE) == "Unsure"
    assert words(note="n") == "Note"
