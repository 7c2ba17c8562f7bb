"""Manifests with the columns that people use, and plain words about those that cannot be understood."""

import os

import pytest

from tests.training.sources import write_csv, write_png
from training.data.manifest import find_manifest, list_manifest
from training.data.sample import DataError


@pytest.fixture
def images(tmp_path):
    for n in range(3):
        write_png(tmp_path / "img" / f"{n}.png", n)
    return tmp_path


@pytest.mark.parametrize(
    ("path", "label", "patient", "split"),
    [
        ("path", "label", "patient", "split"),
        ("File Path", "Diagnosis", "PatientID", "Dataset_type"),
        ("filename", "class", "subject_id", "subset"),
        ("Image Index", "Finding Labels", "Patient ID", "set"),
        ("image", "y", "person_id", "partition"),
    ],
)
def test_columns_by_their_usual_names(images, path, label, patient, split):
    rows = [
        {path: "img/0.png", label: "COVID", patient: "a", split: "Train"},
        {path: "img/1.png", label: "Normal", patient: "b", split: "validation"},
        {path: "img/2.png", label: "Normal", patient: "", split: ""},
    ]
    listing = list_manifest(write_csv(images / "m.csv", rows))
    assert [(r.file, r.labels, r.patient, r.split) for r in listing.rows] == [
        ("img/0.png", ("COVID",), "a", "train"),
        ("img/1.png", ("Normal",), "b", "val"),
        ("img/2.png", ("Normal",), "", ""),
    ]


def test_the_other_columns_of_the_radiograph_folder(images):
    row = {
        "id": "i1", "file": "img/0.png", "label": "normal", "sublabel": "x", "split": "test", "dataset_origin": "nih",
        "group_id": "g", "patient_id": "p", "view": "PA", "age_group": "child", "licence": "CC0",
    }  # fmt: skip
    (found,) = list_manifest(write_csv(images / "m.csv", [row])).rows
    assert (found.id, found.detail, found.origin, found.group, found.view) == ("i1", "x", "nih", "g", "PA")
    assert (found.age_group, found.licence, found.patient) == ("child", "CC0", "p")


def test_columns_of_zeros_and_ones_are_labels(images):
    rows = [
        {"path": "img/0.png", "age": "44", "COVID-19": "1", "Normal": "0"},
        {"path": "img/1.png", "age": "1", "COVID-19": "0.0", "Normal": "1.0"},
        {"path": "img/2.png", "age": "0", "COVID-19": "1", "Normal": "1"},
    ]
    labels = [r.labels for r in list_manifest(write_csv(images / "m.csv", rows)).rows]
    assert labels == [("COVID-19",), ("Normal",), ("COVID-19", "Normal")]


def test_one_column_of_zeros_and_ones_makes_two_classes(images):
    rows = [{"path": f"img/{n}.png", "effusion": n % 2} for n in range(3)]
    labels = [r.labels for r in list_manifest(write_csv(images / "m.csv", rows)).rows]
    assert labels == [("not effusion",), ("effusion",), ("not effusion",)]


def test_several_labels_in_one_cell(images):
    rows = [{"path": "img/0.png", "label": "Effusion|Mass"}, {"path": "img/1.png", "label": "nan"}]
    assert [r.labels for r in list_manifest(write_csv(images / "m.csv", rows)).rows] == [("Effusion", "Mass"), ()]


def test_a_parquet_manifest_says_the_same(images):
    import pyarrow as pa
    from pyarrow import parquet

    table = pa.table(
        {
            "path": ["img/0.png", "img/1.png"],
            "labels": [["a"], ["a", "b"]],
            "patient": [7, None],
            "split": ["train", None],
        }
    )
    parquet.write_table(table, images / "m.parquet")
    rows = list_manifest(images / "m.parquet").rows
    assert [(r.labels, r.patient, r.split) for r in rows] == [(("a",), "7", "train"), (("a", "b"), "", "")]


def test_a_damaged_parquet_file_is_one_plain_sentence(tmp_path):
    (tmp_path / "m.parquet").write_bytes(b"PAR1 no")
    with pytest.raises(DataError, match="Parquet file is damaged"):
        list_manifest(tmp_path / "m.parquet")


@pytest.mark.parametrize(
    "text", ["path;label\nimg/0.png;a\n", "path\tlabel\nimg/0.png\ta\n", "\ufeffpath,label\r\nimg/0.png,a\r\n"]
)
def test_other_separators_and_a_mark_at_the_start(images, text):
    (images / "m.csv").write_text(text, encoding="utf-8", newline="")
    assert [(r.file, r.labels) for r in list_manifest(images / "m.csv").rows] == [("img/0.png", ("a",))]


def test_paths_of_windows_absolute_paths_and_bare_names_are_found(images):
    rows = [{"path": "img\\0.png", "label": "a"}, {"path": str(images / "img" / "1.png"), "label": "a"}]
    rows.append({"path": "C:\\old\\place\\2.png", "label": "a"})
    listing = list_manifest(write_csv(images / "m.csv", rows))
    assert [r.file for r in listing.rows] == ["img/0.png", str(images / "img" / "1.png"), "img/2.png"]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_manifest_in_another_encoding_finds_its_files(tmp_path):
    name = os.fsdecode("Müller.png".encode("latin-1"))
    write_png(tmp_path / name, 1)
    (tmp_path / "m.csv").write_bytes("path,label\nMüller.png,Lungenentzündung\n".encode("latin-1"))
    (row,) = list_manifest(tmp_path / "m.csv").rows
    assert (tmp_path / row.file).is_file()


def test_the_same_image_twice_with_two_labels_is_a_problem(images):
    rows = [
        {"path": "img/0.png", "label": "a"},
        {"path": "img/0.png", "label": "b"},
        {"path": "img/0.png", "label": "a"},
    ]
    listing = list_manifest(write_csv(images / "m.csv", rows))
    assert [r.labels for r in listing.rows] == [("a",)]
    assert [p.reason for p in listing.problems] == [
        "listed twice with different labels or splits; the first row counts"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no column for the images"),
        ("path,label\n", "no rows"),
        ("picture_of,label\n1.png,a\n", "name it path. Its columns are picture_of, label"),
        ("path,size\n1.png,33\n", "name it label. Its columns are path, size"),
        ("path,label,split\n1.png,a,sometimes\n", "'sometimes'; known splits are train, val and test"),
    ],
)
def test_what_cannot_be_understood_is_named(tmp_path, text, words):
    (tmp_path / "m.csv").write_text(text)
    with pytest.raises(DataError, match=words):
        list_manifest(tmp_path / "m.csv")


def test_a_row_that_is_too_short_has_no_label(images):
    (images / "m.csv").write_text("path,patient,label\nimg/0.png\n\nimg/1.png,p,a,superfluous\n")
    assert [r.labels for r in list_manifest(images / "m.csv").rows] == [(), ("a",)]


def test_a_folder_brings_its_manifest(images):
    assert find_manifest(images) is None
    file = write_csv(images / "manifest.csv", [{"path": "img/0.png", "label": "a"}])
    assert find_manifest(images) == file
