"""Class folders as people really have them: wrapped, split, nested, with leftovers of other programs between them."""

import os

import pytest

from tests.training.sources import class_folders, write_png
from training.data.folders import CLASS_FOLDERS, SPLIT_FOLDERS, list_folder
from training.data.sample import DataError


def listed(root):
    return {row.file: (row.labels[0], row.split) for row in list_folder(root).rows}


def test_a_folder_of_class_folders(tmp_path):
    listing = list_folder(class_folders(tmp_path, {"COVID": 2, "Normal": 1}))
    assert listing.kind == CLASS_FOLDERS
    assert [(r.file, r.labels) for r in listing.rows] == [
        ("COVID/000.png", ("COVID",)),
        ("COVID/001.png", ("COVID",)),
        ("Normal/000.png", ("Normal",)),
    ]


@pytest.mark.parametrize(
    "words", [("train", "val", "test"), ("Training", "valid", "TESTING"), ("TRAIN", "Validation", "test")]
)
def test_folders_of_splits_by_their_usual_names(tmp_path, words):
    listing = list_folder(class_folders(tmp_path, {f"{word}/{c}": 1 for word in words for c in ("a", "b")}))
    assert listing.kind == SPLIT_FOLDERS
    assert [(r.labels[0], r.split) for r in sorted(listing.rows, key=lambda r: words.index(r.file.split("/")[0]))] == [
        (c, split) for split in ("train", "val", "test") for c in ("a", "b")
    ]


def test_splits_inside_class_folders(tmp_path):
    assert listed(class_folders(tmp_path, {"a/train": 1, "a/test": 1, "b/train": 1})) == {
        "a/train/000.png": ("a", "train"),
        "a/test/000.png": ("a", "test"),
        "b/train/000.png": ("b", "train"),
    }


def test_an_unpacked_archive_often_wraps_everything_once_more(tmp_path):
    listing = list_folder(
        class_folders(tmp_path / "chest_xray" / "chest_xray", {"train/a": 1, "train/b": 1}).parents[1]
    )
    assert listing.root == tmp_path / "chest_xray" / "chest_xray" or listing.root.name == "chest_xray"
    assert {r.labels[0] for r in listing.rows} == {"a", "b"}
    assert all((listing.root / r.file).is_file() for r in listing.rows)


def test_what_other_programs_leave_behind_is_ignored(tmp_path):
    class_folders(tmp_path, {"a": 1, "b": 1})
    for name in (
        "a/.DS_Store",
        "a/Thumbs.db",
        "a/.hidden.png",
        "a/notes.txt",
        "labels.csv",
        "__MACOSX/a/000.png",
        ".git/a.png",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"leftover")
    listing = list_folder(tmp_path)
    assert len(listing.rows) == 2
    assert not listing.problems
    assert not listing.empty


def test_links_are_not_followed(tmp_path):
    class_folders(tmp_path / "data", {"a": 1, "b": 1})
    class_folders(tmp_path / "elsewhere", {"c": 2})
    (tmp_path / "data" / "a" / "link.png").symlink_to(tmp_path / "elsewhere" / "c" / "000.png")
    (tmp_path / "data" / "c").symlink_to(tmp_path / "elsewhere" / "c")
    (tmp_path / "data" / "b" / "loop").symlink_to(tmp_path / "data")
    listing = list_folder(tmp_path / "data")
    assert len(listing.rows) == 2
    assert {p.file for p in listing.problems} == {"a/link.png", "b/loop", "c"}
    assert {p.reason for p in listing.problems} == {"a link, which is not followed"}


def test_masks_beside_the_images_are_no_images_of_the_class(tmp_path):
    listing = list_folder(class_folders(tmp_path, {"COVID/images": 2, "COVID/masks": 2, "Normal/images": 2}))
    assert len(listing.rows) == 4
    assert listing.warnings == ("files in folders of masks, left out: 2",)
    assert {r.origin for r in listing.rows} == {""}


def test_a_few_full_folders_inside_a_class_are_sources(tmp_path):
    listing = list_folder(class_folders(tmp_path, {"a/north": 6, "a/south": 5, "b": 3}))
    assert {(r.labels[0], r.origin, r.group) for r in listing.rows} == {
        ("a", "north", ""),
        ("a", "south", ""),
        ("b", "", ""),
    }


def test_many_small_folders_inside_a_class_are_patients(tmp_path):
    listing = list_folder(class_folders(tmp_path, {f"a/p{n}": 2 for n in range(6)} | {"b/p9": 1}))
    assert {(r.origin, r.group) for r in listing.rows} == {("", f"p{n}") for n in (*range(6), 9)}


def test_files_outside_any_class_are_counted(tmp_path):
    class_folders(tmp_path, {"a": 1, "b": 1})
    write_png(tmp_path / "stray.png", 9)
    assert list_folder(tmp_path).warnings == ("files outside any class folder, left out: 1",)


def test_an_empty_class_folder_is_named(tmp_path):
    class_folders(tmp_path, {"a": 1, "b": 1})
    (tmp_path / "c").mkdir()
    assert list_folder(tmp_path).empty == ("c",)


def test_a_folder_without_class_folders_says_what_to_do(tmp_path):
    write_png(tmp_path / "1.png", 1)
    with pytest.raises(DataError, match="put the images of each class into a folder of their own"):
        list_folder(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_names_of_any_bytes_lead_back_to_their_files(tmp_path):
    names = [
        "Ünïcødé 肺 炎.png",
        "two  spaces .png",
        "x" * 240 + ".png",
        os.fsdecode(b"\xff\xfe.png"),
        "tab\tnew\nline.png",
    ]
    for n, name in enumerate(names):
        write_png(tmp_path / "a b" / "1.png", n).rename(tmp_path / "a b" / name)
    listing = list_folder(class_folders(tmp_path, {"b": 1}))
    assert {r.file for r in listing.rows} == {f"a b/{name}" for name in names} | {"b/000.png"}
    assert all((listing.root / r.file).is_file() for r in listing.rows)
