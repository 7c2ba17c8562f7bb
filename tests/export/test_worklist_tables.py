"""CSV and Excel of the worklist: typed, harmless, and nobody's name unless it is asked for."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, datetime, time

import openpyxl
import pytest

from cxr_desktop.domain.conflict import OTHER_PERSON
from cxr_desktop.domain.impression import Impression, Verdict
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.domain.radiograph import FileIdentity
from cxr_desktop.domain.worklist import ImageEntry, WorklistEntry
from cxr_desktop.export.identity import Identity
from cxr_desktop.export.workbook import write_workbook
from cxr_desktop.export.worklist_csv import write_worklist
from tests.export.samples import card, header, refused, scored, second

EVIL = '=HYPERLINK("http://x")'
SECRETS = ("DOE", "Jane", "ID-77", "19650101", "1965", "ACC-9", "20260302", "2026-03-02", "a.dcm", "called her sister")


def entry(name="DOE^Jane", path="/images/a.dcm", covid=0.7, **changes):
    said = Impression("s", (Finding.COVID19,), "2026-03-02T09:00:00+00:00", "called her sister")
    image = ImageEntry(
        FileIdentity(path, 1, 1, 1), header(path, patient_name=name, **changes), scored(path, covid, second=second())
    )
    return WorklistEntry(f"study|{path}", (image,), added_at=1772438400.0, impression=said)


def stopped(path="/images/hand.dcm"):
    return WorklistEntry(f"study|{path}", (ImageEntry(FileIdentity(path, 1, 1, 1), header(path), refused(path)),))


def read_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def read_sheet(path, name="Worklist"):
    sheet = openpyxl.load_workbook(path)[name]
    heads, *body = list(sheet.iter_rows())
    return [dict(zip((cell.value for cell in heads), row, strict=True)) for row in body]


def test_rows_stand_in_the_order_given_with_the_models_name_version_and_digest(tmp_path):
    write_worklist(tmp_path / "w.csv", [entry(covid=0.1), stopped()], card(), Identity())
    first, last = read_csv(tmp_path / "w.csv")
    assert [first["No."], last["No."]] == ["1", "2"]
    assert first["COVID-19 risk"] == "0.100000"
    assert last["COVID-19 risk"] == ""
    assert last["Why not scored"] == "not a chest radiograph"
    assert (first["Model"], first["Model version"], first["Model digest"]) == ("four-class", "1.0", "ab" * 32)
    assert first["Second opinion"] == "0.100000"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_without_identity_nothing_tells_who_it_was(tmp_path, kind):
    target = tmp_path / f"w.{kind}"
    if kind == "csv":
        write_worklist(target, [entry()], card(), Identity())
        text = target.read_text("utf-8")
    else:
        write_workbook(target, [entry()], ModelCards(card()), Identity())
        book = openpyxl.load_workbook(target)
        text = " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
        text += str(book.properties.creator) + str(book.properties.title)
    assert [secret for secret in SECRETS if secret in text] == []
    assert "61" in text


def test_a_patient_of_ninety_or_more_is_told_as_a_group_unless_identity_is_wanted(tmp_path):
    old = entry(patient_age="093Y")
    write_worklist(tmp_path / "a.csv", [old], card(), Identity())
    write_worklist(tmp_path / "b.csv", [old], card(), Identity(shown=True))
    assert read_csv(tmp_path / "a.csv")[0]["Age"] == "90+"
    assert read_csv(tmp_path / "b.csv")[0]["Age"] == "93"


def test_keys_are_the_same_in_all_files_of_one_export_and_in_no_other(tmp_path):
    identity = Identity()
    write_worklist(tmp_path / "a.csv", [entry()], card(), identity)
    write_workbook(tmp_path / "a.xlsx", [entry()], ModelCards(card()), identity)
    write_worklist(tmp_path / "b.csv", [entry()], card(), Identity())
    key = read_csv(tmp_path / "a.csv")[0]["Key"]
    assert read_sheet(tmp_path / "a.xlsx")[0]["Key"].value == key
    assert read_csv(tmp_path / "b.csv")[0]["Key"] != key


def test_what_the_reader_thinks_of_the_model_has_a_column_for_the_whole_and_for_each_class(tmp_path):
    said = replace(entry().impression, verdict=Verdict.DISAGREE, verdicts=((Finding.COVID19, Verdict.DISAGREE),))
    studies = [replace(entry(), impression=said), entry(), stopped()]
    write_worklist(tmp_path / "w.csv", studies, card(), Identity())
    write_workbook(tmp_path / "w.xlsx", studies, ModelCards(card()), Identity())
    judged, seen, silent = read_csv(tmp_path / "w.csv")
    assert (judged["Verdict"], judged["Verdict on COVID-19"], judged["Verdict on Normal"]) == (
        "disagree",
        "disagree",
        "",
    )
    for row in (seen, silent):
        assert {row[f"Verdict on {name}"] for name in ("COVID-19", "Pneumonia", "Tuberculosis", "Normal")} == {""}
    assert read_sheet(tmp_path / "w.xlsx")[0]["Verdict on COVID-19"].value == "disagree"


def test_conflicts_between_files_and_remarks_on_the_image_have_columns_of_their_own(tmp_path):
    odd = entry(flags=("the header says lateral view", OTHER_PERSON))
    odd = odd.with_image(replace(odd.leading, prediction=replace(odd.leading.prediction, flags=("stored mirrored",))))
    write_worklist(tmp_path / "w.csv", [odd, entry()], card(), Identity())
    write_workbook(tmp_path / "w.xlsx", [odd, entry()], ModelCards(card()), Identity())
    first, last = read_csv(tmp_path / "w.csv")
    assert (first["Conflicts"], last["Conflicts"], last["Remarks"]) == (OTHER_PERSON, "", "")
    assert first["Remarks"] == "the header says lateral view; stored mirrored"
    assert [row["Conflicts"].value for row in read_sheet(tmp_path / "w.xlsx")] == [OTHER_PERSON, None]


def test_names_that_look_like_formulas_stay_text(tmp_path):
    entries = [entry(name) for name in (EVIL, "+1", "@x", "-2", "\t=1")]
    write_worklist(tmp_path / "w.csv", entries, card(), Identity(shown=True))
    write_workbook(tmp_path / "w.xlsx", entries, ModelCards(card()), Identity(shown=True))
    for row in read_csv(tmp_path / "w.csv"):
        assert not row["Patient"].startswith(("=", "+", "-", "@", "\t"))
    for row in read_sheet(tmp_path / "w.xlsx"):
        assert row["Patient"].data_type == "s"
        assert row["Patient"].hyperlink is None


def test_cells_of_the_workbook_have_types(tmp_path):
    write_workbook(tmp_path / "w.xlsx", [entry(), stopped()], ModelCards(card()), Identity(shown=True))
    first, last = read_sheet(tmp_path / "w.xlsx")
    assert first["COVID-19 risk"].value == pytest.approx(0.7)
    assert first["COVID-19 risk"].number_format == "0.00"
    assert first["Study date"].value == datetime(2026, 3, 2)
    assert first["Born"].value.date() == date(1965, 1, 1)
    assert first["Study time"].value == time(8, 12)
    assert first["Images"].value == 1
    assert first["Patient ID"].value == "ID-77"
    assert last["COVID-19 risk"].value is None


def test_dates_that_are_none_leave_the_cell_empty(tmp_path):
    odd = entry(study_date="20261399", study_time="99", patient_birth_date="18500101")
    write_workbook(tmp_path / "w.xlsx", [odd], ModelCards(card()), Identity(shown=True))
    row = read_sheet(tmp_path / "w.xlsx")[0]
    assert [row[name].value for name in ("Study date", "Study time", "Born")] == [None, None, None]


def test_the_header_is_frozen_and_a_second_sheet_says_what_the_numbers_mean(tmp_path):
    write_workbook(tmp_path / "w.xlsx", [entry()], ModelCards(card(), second=card(name="dense")), Identity())
    book = openpyxl.load_workbook(tmp_path / "w.xlsx")
    assert book["Worklist"].freeze_panes == "C2"
    words = " ".join(str(cell.value) for row in book["What the numbers mean"].iter_rows() for cell in row)
    for expected in ("Not for primary diagnosis", "sensitivity 0.98", "98 % [93–99]", "0.200", "561", "Second opinion"):
        assert expected in words


def test_a_broken_disk_leaves_the_old_file_as_it_was(tmp_path, monkeypatch):
    target = tmp_path / "w.xlsx"
    target.write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_workbook(target, [replace(entry())], ModelCards(card()), Identity())
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
