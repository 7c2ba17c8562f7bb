"""From what people have on disk to samples that can be trusted, or one plain sentence that says what to do."""

import os
from collections import Counter
from pathlib import Path

import pytest
from PIL import Image

from tests.training.conftest import CLASSES, small_recipe
from tests.training.sources import class_folders, noise, write_csv, write_patient, write_png
from training.data.dataset import examine, open_dataset, resolve
from training.data.sample import DataError
from training.data.splits import SPLITS, check_disjoint
from training.events import Events
from training.recipe_file import RecipeError, read_recipe


def open_recipe(*changes: str, **values: object):
    """A recipe that takes the classes of the data."""
    return small_recipe(*changes, **{"data": {}, **values})


def splits_of(dataset):
    return {s.file: s.split for s in dataset.samples}


def test_class_folders_become_divided_samples_of_known_classes(tmp_path):
    dataset = open_dataset(class_folders(tmp_path / "d", {"COVID-19": 20, "NORMAL": 20, "Edema": 10}), open_recipe())
    assert dataset.classes == ("covid19", "normal", "edema")
    assert dataset.labels == {"COVID-19": 20, "NORMAL": 20, "Edema": 10}
    assert dataset.mapping == {"COVID-19": "covid19", "NORMAL": "normal", "Edema": "edema"}
    assert dataset.class_labels == {"covid19": "COVID-19", "normal": "Normal", "edema": "Edema"}
    counts = Counter((s.label, s.split) for s in dataset.samples)
    assert [counts["covid19", split] for split in SPLITS] == [14, 3, 3]
    assert [counts["edema", split] for split in SPLITS] == [7, 2, 1]
    check_disjoint(dataset.samples)


def test_the_recipe_gets_the_classes_of_the_data_and_words_for_readers(tmp_path):
    dataset = open_dataset(class_folders(tmp_path, {"Normal": 4, "Pleural effusion": 4}), open_recipe())
    recipe = resolve(open_recipe(), dataset)
    assert recipe.classes == ("normal", "pleural_effusion")
    assert recipe.positive == "pleural_effusion"
    assert recipe.document["class_labels"] == {"normal": "Normal", "pleural_effusion": "Pleural effusion"}
    assert resolve(small_recipe(data={"classes": ["normal", "pleural_effusion"]}), dataset).positive == "normal"


def test_a_recipe_that_does_not_fit_the_classes_of_the_data_says_so(tmp_path):
    dataset = open_dataset(class_folders(tmp_path, {"a": 4, "b": 4, "c": 4}), open_recipe())
    head = {"backbone": "gate_cnn", "weights": "none", "head": {"logits": "single"}}
    with pytest.raises(RecipeError, match="two classes"):
        resolve(open_recipe(network=head), dataset)


def test_given_splits_are_kept_and_can_be_forgotten(tmp_path):
    counts = {f"{split}/{c}": n for split, n in (("train", 6), ("val", 3), ("test", 3)) for c in ("a", "b")}
    class_folders(tmp_path, counts)
    kept = open_dataset(tmp_path, open_recipe())
    assert all(s.file.startswith(s.split) for s in kept.samples)
    again = open_dataset(tmp_path, open_recipe("data.resplit=true"))
    assert any(not s.file.startswith(s.split) for s in again.samples)
    assert splits_of(again) == splits_of(open_dataset(tmp_path, open_recipe("data.resplit=true")))
    assert splits_of(again) != splits_of(open_dataset(tmp_path, open_recipe("data.resplit=true", "data.split_seed=7")))


def test_a_missing_validation_split_is_taken_from_the_training_images_and_test_stays_as_it_is(tmp_path):
    class_folders(tmp_path, {"train/a": 20, "train/b": 20, "test/a": 5, "test/b": 5})
    dataset = open_dataset(tmp_path, open_recipe())
    assert {s.file for s in dataset.samples if s.split == "test"} == {
        s.file for s in dataset.samples if s.file.startswith("test")
    }
    assert Counter(s.label for s in dataset.samples if s.split == "val") == {"a": 4, "b": 4}
    assert any("no validation split; it was taken from the training images" in w for w in dataset.warnings)


def test_a_damaged_image_and_a_text_are_problems_with_a_reason_and_nothing_more(tmp_path):
    class_folders(tmp_path, {"a": 5, "b": 5})
    whole = (tmp_path / "a" / "000.png").read_bytes()
    (tmp_path / "a" / "cut.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "a" / "words.png").write_text("this is a text and no image")
    (tmp_path / "b" / "empty.png").write_bytes(b"")
    Image.new("L", (50, 50), 7).save(tmp_path / "b" / "flat.png")
    dataset = open_dataset(tmp_path, open_recipe())
    assert len(dataset.samples) == 10
    assert {p.file: p.reason for p in dataset.problems} == {
        "a/cut.png": "the PNG file is cut short",
        "a/words.png": "a text, not an image",
        "b/empty.png": "the file is empty",
        "b/flat.png": "no image content: every pixel has the same value",
    }
    assert dataset.labels == {"a": 5, "b": 5}


def test_copies_across_splits_and_classes(tmp_path):
    class_folders(tmp_path, {f"{split}/{c}": 5 for split in SPLITS for c in ("a", "b")})
    source = (tmp_path / "train/a/000.png").read_bytes()
    for name in ("test/a/copy.png", "val/a/copy.png"):
        (tmp_path / name).write_bytes(source)
    (tmp_path / "train/b/other.png").write_bytes((tmp_path / "test/a/001.png").read_bytes())
    dataset = open_dataset(tmp_path, open_recipe())
    files = splits_of(dataset)
    assert files["train/a/000.png"] == "train"
    assert not {"test/a/copy.png", "val/a/copy.png", "train/b/other.png", "test/a/001.png"} & set(files)
    assert (dataset.duplicates.across_splits, dataset.duplicates.across_classes) == (2, 1)
    assert any("pictures that are there more than once: 1" in w for w in dataset.warnings)
    assert any("pictures with different labels in different places, left out: 1" in w for w in dataset.warnings)


def test_a_patient_in_two_given_splits_is_an_error_and_dividing_anew_repairs_it(tmp_path):
    rows = []
    for n in range(12):
        write_png(tmp_path / f"{n}.png", n)
        split = ("train", "train", "val", "test")[n % 4]
        rows.append({"path": f"{n}.png", "label": "ab"[n // 6], "patient": f"p{n // 2}", "split": split})
    write_csv(tmp_path / "m.csv", rows)
    with pytest.raises(DataError, match="3 of 6 patients are in more than one split"):
        open_dataset(tmp_path / "m.csv", open_recipe())
    check_disjoint(open_dataset(tmp_path / "m.csv", open_recipe("data.resplit=true")).samples)
    measured = open_dataset(tmp_path / "m.csv", open_recipe(), train=False)
    assert len(measured.samples) == 12


def test_patients_of_dicom_files_stay_together_and_are_never_named(tmp_path, private_home):
    for n in range(24):
        write_patient(
            tmp_path / "d" / "ab"[n % 2] / f"{n}.dcm", n, f"MRN-{n // 4}", ViewPosition="AP", PatientAge="012Y"
        )
    dataset = open_dataset(tmp_path / "d", open_recipe())
    check_disjoint(dataset.samples)
    assert len({s.patient for s in dataset.samples}) == 6
    assert {(s.view, s.age_group) for s in dataset.samples} == {("AP", "child")}
    written = b"".join(f.read_bytes() for f in private_home.rglob("*") if f.is_file())
    assert b"MRN-" not in written
    assert b"Phantom" not in written
    assert not any("MRN" in str(s) for s in dataset.samples)


def test_a_patient_column_is_hidden_too_and_counts_before_the_header(tmp_path):
    rows = []
    for n in range(8):
        write_patient(tmp_path / f"{n}.dcm", n, "P1" if n < 4 else "P2")
        rows.append({"path": f"{n}.dcm", "label": "ab"[n % 2], "patient": f"Doe^{n}"})
    dataset = open_dataset(write_csv(tmp_path / "m.csv", rows), open_recipe())
    assert len({s.patient for s in dataset.samples}) == 8
    assert "Doe" not in str(dataset)


def test_one_patient_id_in_all_files_is_no_patient(tmp_path):
    for n in range(8):
        write_patient(tmp_path / "ab"[n % 2] / f"{n}.dcm", n, "ANON01")
    dataset = open_dataset(tmp_path, open_recipe())
    assert {s.patient for s in dataset.samples} == {""}
    assert any("the same patient ID" in w for w in dataset.warnings)


def test_where_images_come_from_is_said_where_it_tells_the_class(tmp_path):
    rows = []
    for n in range(30):
        write_png(tmp_path / f"{n}.png", n)
        rows.append({"path": f"{n}.png", "label": "abc"[n % 3], "source": "xxy"[n % 3] if n > 2 else "xxz"[n % 3]})
    rows[0]["source"] = "y"
    dataset = open_dataset(write_csv(tmp_path / "m.csv", rows), open_recipe())
    told = [w for w in dataset.warnings if "come from one source" in w]
    assert told == ["all images of b come from one source (x): the model may learn the source instead of the finding"]


def test_plain_class_folders_are_told_that_nothing_is_known_of_sources(tmp_path):
    dataset = open_dataset(class_folders(tmp_path, {"a": 4, "b": 4}), open_recipe())
    assert any(w.startswith("nothing says where the images come from") for w in dataset.warnings)


@pytest.mark.parametrize(
    ("counts", "changes", "words"),
    [
        ({"a": 3, "b": 1}, {}, "the class b has only one image"),
        ({"a": 3}, {}, "all images are of one class"),
        ({"a": 3, "b": 3, "Empty": 0}, {}, "the class Empty has no image that can be used; put images there"),
        ({"a": 3, "b": 3}, {"classes": ["a", "b", "covid19"]}, "the recipe needs images of the class covid19"),
        ({"a": 3, "b": 3}, {"classes": ["x", "y"]}, "no label of the data belongs to a class of the recipe"),
        ({"train/a": 4, "val/b": 4}, {}, "no image of the class b is in the training split"),
    ],
)
def test_what_forbids_training_is_one_plain_sentence(tmp_path, counts, changes, words):
    for name in counts:
        (tmp_path / name).mkdir(parents=True)
    class_folders(tmp_path, counts)
    with pytest.raises(DataError, match=words):
        open_dataset(tmp_path, small_recipe(data=changes))
    assert examine(tmp_path, small_recipe(data=changes), None, verify=True).errors


def test_a_class_whose_every_image_is_damaged_is_named(tmp_path):
    class_folders(tmp_path, {"a": 3, "b": 3, "Rare finding": 1})
    (tmp_path / "Rare finding" / "000.png").write_bytes(b"no image at all, whatever it is called")
    with pytest.raises(DataError, match="the class Rare finding has no image that can be used"):
        open_dataset(tmp_path, open_recipe())


def test_measuring_needs_neither_all_classes_nor_splits(tmp_path):
    class_folders(tmp_path, {"covid": 3, "Normal": 1})
    dataset = open_dataset(tmp_path, small_recipe(), train=False)
    assert dataset.classes == CLASSES
    assert {s.split for s in dataset.samples} == {""}
    assert Counter(s.label for s in dataset.samples) == {"covid19": 3, "normal": 1}
    with pytest.raises(DataError):
        open_dataset(class_folders(tmp_path / "other", {"x": 2, "y": 2}), small_recipe(), train=False)


def test_labels_without_a_class_are_left_out_and_counted(tmp_path):
    class_folders(tmp_path, {"covid": 6, "Normal": 6, "Fracture": 4})
    recipe = small_recipe(data={"classes": ["covid19", "normal"]})
    dataset = open_dataset(tmp_path, recipe)
    assert len(dataset.samples) == 12
    assert "images of labels that the recipe has no class for were left out: Fracture (4)" in dataset.warnings
    everything = small_recipe(data={"classes": ["covid19", "other"], "rename": {"*": "other"}})
    assert Counter(s.label for s in open_dataset(tmp_path, everything).samples) == {"covid19": 6, "other": 10}


def test_an_image_with_several_classes_is_a_problem_unless_the_recipe_needs_one_of_them(tmp_path):
    for n in range(9):
        write_png(tmp_path / f"{n}.png", n)
    rows = [{"path": f"{n}.png", "label": ("Mass", "Edema", "Mass|Edema")[n % 3]} for n in range(9)]
    write_csv(tmp_path / "m.csv", [*rows, {"path": "missing.png", "label": "Mass"}])
    dataset = open_dataset(tmp_path / "m.csv", open_recipe())
    reasons = Counter(p.reason for p in dataset.problems)
    assert reasons["it shows several classes at once (mass, edema)"] == 3
    assert reasons["the file is no longer there"] == 1
    one = small_recipe(data={"rename": {"Mass": "mass", "Edema": ""}})
    assert Counter(s.label for s in examine(tmp_path / "m.csv", one, None, verify=True).samples) == {"mass": 6}


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_names_of_any_bytes_spaces_and_great_length(tmp_path):
    class_folders(tmp_path, {"Ünï cødé 肺炎": 4, "b": 4})
    odd = [os.fsdecode(b"caf\xe9 \xff.png"), "n" * 250 + ".png", 'quote " and, comma.png']
    for n, name in enumerate(odd):
        write_png(tmp_path / "b" / "x.png", 100 + n).rename(tmp_path / "b" / name)
    dataset = open_dataset(tmp_path, open_recipe())
    assert len(dataset.samples) == 11
    assert not dataset.problems
    assert any(text == "Ünï cødé 肺炎" for text in dataset.class_labels.values())


def test_reading_is_told_and_a_second_time_nothing_is_read(tmp_path, capsys, monkeypatch):
    class_folders(tmp_path, {"a": 6, "b": 6})
    open_dataset(tmp_path, open_recipe(), Events(echo="json"))
    assert '"event": "progress"' in capsys.readouterr().out
    monkeypatch.setattr("training.data.pixel_cache.read_picture", lambda *_: pytest.fail("read again"))
    first = open_dataset(tmp_path, open_recipe(), Events(echo="json"))
    assert "progress" not in capsys.readouterr().out
    assert len(first.samples) == 12


def test_an_image_that_changes_is_read_again(tmp_path):
    class_folders(tmp_path, {"a": 4, "b": 4})
    open_dataset(tmp_path, open_recipe())
    (tmp_path / "a" / "000.png").write_bytes((tmp_path / "b" / "000.png").read_bytes())
    os.utime(tmp_path / "a" / "000.png", ns=(1, 1))
    assert open_dataset(tmp_path, open_recipe()).duplicates.across_classes == 1


def test_without_verification_nothing_is_opened(tmp_path, monkeypatch):
    class_folders(tmp_path, {"a": 4, "b": 4})
    monkeypatch.setattr("training.data.pixel_cache.read_picture", lambda *_: pytest.fail("opened"))
    assert len(open_dataset(tmp_path, open_recipe(), verify=False).samples) == 8


@pytest.mark.parametrize("name", ["nowhere", "mnist2"])
def test_a_place_that_is_not_there(name):
    with pytest.raises(DataError, match=r"no such folder or file; image sets known by name are digits, mnist"):
        open_dataset(Path(name), open_recipe())


def test_a_file_that_lists_nothing(tmp_path):
    with pytest.raises(DataError, match="a CSV or Parquet file that lists images"):
        open_dataset(write_png(tmp_path / "one.png", 1), open_recipe())


def test_the_manifest_of_the_test_pictures(pictures):
    dataset = open_dataset(pictures, small_recipe())
    assert dataset.kind == "manifest"
    assert Counter((s.label, s.split) for s in dataset.samples)["pneumonia", "val"] == 6
    assert {s.origin for s in dataset.samples} == {"first", "second"}
    assert {s.age_group for s in dataset.samples} == {"child", "adult"}


def test_colour_pictures_keep_their_colours(tmp_path):
    import numpy as np

    for n in range(8):
        colours = np.stack([noise(3 * n + k) for k in range(3)], axis=2)
        file = tmp_path / "ab"[n % 2] / f"{n}.png"
        file.parent.mkdir(exist_ok=True)
        Image.fromarray(colours).save(file)
    write_patient(tmp_path / "a" / "grey.dcm", 1, "p")
    preprocess = {"height": 32, "width": 32, "channels": 3}
    recipe = open_recipe(data={"colour": True}, preprocess=preprocess, augment={})
    dataset = open_dataset(tmp_path, recipe)
    assert len(dataset.samples) == 8
    assert [p.reason for p in dataset.problems] == ["colour is read from PNG, JPEG and TIFF files only"]


@pytest.mark.radiographs
@pytest.mark.slow
@pytest.mark.parametrize("name", ["triage_resnet18", "gate"])
def test_no_patient_of_the_real_folder_is_in_two_splits(radiographs, name):
    dataset = open_dataset(radiographs, read_recipe(name), verify=False)
    check_disjoint(dataset.samples)
    if name == "triage_resnet18":
        assert Counter(s.split for s in dataset.samples) == {"train": 3057, "val": 632, "test": 666}
