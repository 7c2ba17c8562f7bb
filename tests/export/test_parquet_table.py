"""The Parquet table: the CSV's columns with types, numbers unrounded, null for what is unknown, whole or not there."""

from __future__ import annotations

import csv
import io

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding
from cxr_desktop.export import csv_table, parquet_table
from tests.export.samples import lungs, not_an_image, refused, scored, second, write_csv

CLASSES = tuple(finding.value for finding in KNOWN_FINDINGS)


def written(tmp_path, *predictions, classes=CLASSES):
    with parquet_table.writer(tmp_path / "r.parquet", classes) as write:
        for prediction in predictions:
            write(prediction)
    return pq.read_table(tmp_path / "r.parquet")


def test_every_column_of_the_csv_is_there_under_its_name_and_logits_beside_them():
    names = parquet_table.schema((*CLASSES, "effusion")).names
    fixed = (*csv_table.COLUMNS, *csv_table.EXTRA_COLUMNS, *csv_table.SECOND_COLUMNS)
    assert set(names) - set(fixed) == {"p_effusion", *(f"logit_{name}" for name in (*CLASSES, "effusion"))}
    assert set(fixed) <= set(names)
    assert len(names) == len(set(names))
    assert tuple(names[: len(csv_table.COLUMNS)]) == csv_table.COLUMNS


def test_numbers_are_whole_and_say_what_the_csv_says(tmp_path):
    predictions = [
        scored(covid=0.7123456789),
        scored("/b.dcm", second=second(), lungs=lungs()),
        refused("/c.dcm"),
        not_an_image("/d.dcm"),
    ]
    rows = written(tmp_path, *predictions).to_pylist()
    assert rows[0]["covid19"] == 0.7123456789
    assert rows[0]["logit_covid19"] == 1.25
    assert rows[0]["logit_pneumonia"] is None
    stream = io.StringIO()
    write_csv(stream, predictions)
    for row, there in zip(rows, csv.DictReader(io.StringIO(stream.getvalue())), strict=True):
        assert {name: _as_csv(row[name], name) for name in there} == there


def _as_csv(value, name: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, float):
        return f"{value:.3f}" if name in ("seconds", "map_outside_lungs") else f"{value:.6f}"
    return str(value)


def test_what_is_not_known_is_null_and_a_true_zero_is_zero(tmp_path):
    only = scored(probabilities={Finding.COVID19: 0.0, Finding.NORMAL: 1.0})
    first, second = written(tmp_path, only, not_an_image("/c")).to_pylist()
    assert (first["covid19"], first["pneumonia"]) == (0.0, None)
    assert [second[name] for name in ("covid19", "model", "gate", "seconds", "bands_differ")] == [None] * 5
    assert second["flags"] == []


def test_types_are_those_of_the_values(tmp_path):
    schema = written(tmp_path, scored()).schema
    assert schema.field("covid19").type == pa.float64()
    assert schema.field("flags").type == pa.list_(pa.string())
    assert schema.field("override").type == pa.bool_()
    assert schema.field("preprocess_version").type == pa.int32()


def test_a_class_of_a_site_s_own_has_its_column(tmp_path):
    site = scored(probabilities={Finding("effusion"): 0.25}, risk_finding=Finding("effusion"))
    (row,) = written(tmp_path, site, classes=("effusion",)).to_pylist()
    assert (row["p_effusion"], row["risk_finding"], row["covid19"]) == (0.25, "effusion", None)


def test_many_rows_are_written_group_by_group_in_their_order(tmp_path, monkeypatch):
    monkeypatch.setattr(parquet_table, "ROWS_PER_GROUP", 10)
    table = written(tmp_path, *(scored(f"/{number}") for number in range(25)))
    assert table["path"].to_pylist() == [f"/{number}" for number in range(25)]
    assert pq.ParquetFile(tmp_path / "r.parquet").num_row_groups == 3


def test_a_name_that_is_no_text_is_written_out(tmp_path):
    (row,) = written(tmp_path, scored(b"/\xff.dcm".decode("utf-8", "surrogateescape"))).to_pylist()
    assert row["path"] == "/\\xff.dcm"


def test_a_table_that_was_not_finished_does_not_appear_and_an_older_one_stays(tmp_path):
    written(tmp_path, scored("/old"))
    with pytest.raises(AttributeError):
        written(tmp_path, scored("/new"), None)
    assert pq.read_table(tmp_path / "r.parquet")["path"].to_pylist() == ["/old"]
    assert [path.name for path in tmp_path.iterdir()] == ["r.parquet"]
