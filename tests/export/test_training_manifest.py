"""The table of impressions that training reads."""

import csv

from cxr_desktop.domain.impression import LabelledImage
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.export.training_manifest import write_manifest


def test_every_image_has_its_row_and_splits_are_left_open(tmp_path):
    target = tmp_path / "new" / "impressions.csv"
    images = [
        LabelledImage("/in/a, b.dcm", Finding.COVID19, "ab" * 32, "PA"),
        LabelledImage('/in/"x".dcm', Finding("effusion"), "cd" * 32, ""),
    ]
    assert write_manifest(target, images) == 2
    with open(target, newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert rows[0] == {
        "path": "/in/a, b.dcm",
        "label": "covid19",
        "patient": "ab" * 32,
        "split": "",
        "origin": "this worklist",
        "view": "PA",
    }
    assert (rows[1]["path"], rows[1]["label"]) == ('/in/"x".dcm', "effusion")


def test_a_name_that_is_no_text_keeps_its_bytes(tmp_path):
    target = tmp_path / "impressions.csv"
    write_manifest(target, [LabelledImage("/in/\udcff.dcm", Finding.NORMAL, "", "")])
    assert b"/in/\xff.dcm,normal" in target.read_bytes()


def test_no_impressions_are_a_table_without_rows(tmp_path):
    assert write_manifest(tmp_path / "t.csv", []) == 0
    assert (tmp_path / "t.csv").read_text().strip() == "path,label,patient,split,origin,view"
