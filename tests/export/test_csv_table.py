"""The CSV: fixed columns, exact digits, blanks instead of zeros, no formulas, nothing lost."""

import csv
import io

import pytest

from cxr_desktop.domain.prediction import Finding
from cxr_desktop.export.csv_table import COLUMNS, EXTRA_COLUMNS, SECOND_COLUMNS, cell, writer
from tests.export.samples import not_an_image, refused, scored, write_csv


def table(*predictions):
    stream = io.StringIO()
    write_csv(stream, predictions)
    return list(csv.DictReader(io.StringIO(stream.getvalue())))


def test_the_first_columns_are_those_of_the_contract():
    stream = io.StringIO()
    write_csv(stream, [])
    names = stream.getvalue().splitlines()[0].split(",")
    expected = "path,status,reason,gate,covid19,pneumonia,tuberculosis,normal,risk_band,model,model_digest,device,"
    assert ",".join(names).startswith(expected + "precision,seconds")
    assert tuple(names) == (*COLUMNS, *EXTRA_COLUMNS, *SECOND_COLUMNS)


def test_a_scored_image_has_its_numbers_with_six_decimals():
    (row,) = table(scored(covid=0.7123456789))
    assert row["status"] == "scored"
    assert row["covid19"] == "0.712346"
    assert row["pneumonia"] == "0.100000"
    assert row["risk_band"] == "above"
    assert row["gate"] == "frontal_chest"
    assert row["model_digest"] == "ab" * 32
    assert row["seconds"] == "0.123"
    assert row["backend"] == "openvino"


def test_a_class_that_the_model_has_not_is_blank_and_a_true_zero_is_zero():
    (row,) = table(scored(probabilities={Finding.COVID19: 0.0, Finding.NORMAL: 1.0}))
    assert row["covid19"] == "0.000000"
    assert row["pneumonia"] == ""
    assert row["tuberculosis"] == ""


def test_every_file_has_its_row_in_the_order_given():
    rows = table(scored("b"), refused("a"), not_an_image("c"))
    assert [row["path"] for row in rows] == ["b", "a", "c"]
    assert [row["status"] for row in rows] == ["scored", "not_scored", "not_an_image"]
    assert rows[1]["reason"] == "not a chest radiograph"
    assert rows[1]["gate_reason"] == "not a chest radiograph"
    assert rows[1]["covid19"] == ""
    assert rows[2]["model"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_a_spreadsheet_would_run_is_quoted(start):
    assert cell(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"
    (row,) = table(scored(path=f"{start}evil.dcm", flags=(f"{start}1+1",)))
    assert row["path"][0] in "'\\"
    assert row["flags"][0] in "' "


def test_odd_names_survive_the_round_trip(tmp_path):
    names = ["a,b.dcm", 'quo"te.dcm', "line\nbreak.dcm", "ñandú 胸.dcm", "bytes\udcff.dcm"]
    target = tmp_path / "results.csv"
    write_csv(target, [scored(path=name) for name in names])
    with open(target, encoding="utf-8", newline="") as stream:
        found = [row["path"] for row in csv.DictReader(stream)]
    assert found == [*names[:2], "line\\x0abreak.dcm", names[3], "bytes\\xff.dcm"]
    assert len(target.read_text(encoding="utf-8").splitlines()) == 1 + len(names)


def test_the_file_appears_only_when_it_is_whole(tmp_path):
    target = tmp_path / "new" / "results.csv"
    with writer(target) as write:
        write(scored())
        assert not target.exists()
        # A kill at this moment loses nothing: the row is on disk beside the target.
        assert "scored" in (tmp_path / "new" / "results.csv.part").read_text(encoding="utf-8")
    assert target.exists()
    assert not (tmp_path / "new" / "results.csv.part").exists()


def test_an_interrupted_run_leaves_the_old_results_and_the_rows_so_far(tmp_path):
    target = tmp_path / "results.csv"
    target.write_text("old", encoding="utf-8")

    def stop_after_one():
        with writer(target) as write:
            write(scored("first.dcm"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop_after_one()
    assert target.read_text(encoding="utf-8") == "old"
    assert "first.dcm" in (tmp_path / "results.csv.part").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_an_os_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match=r".+"):
        write_csv(tmp_path / "file" / "results.csv", [scored()])
