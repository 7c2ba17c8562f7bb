"""`inspect` says what is in a data set, in JSON that the wizard reads, also where it cannot be trained on."""

import json
import os

import pytest
from PIL import Image

from tests.training.sources import class_folders, sample, write_csv, write_png
from training.__main__ import main
from training.data.inspection import chosen, thumbnail


def inspect(data, tmp_path, *more):
    out = tmp_path / "found.json"
    code = main(["inspect", "--data", str(data), "--json", str(out), "--json-events", *more])
    return code, json.loads(out.read_text(encoding="utf-8")) if out.exists() else None


def test_everything_about_a_data_set(tmp_path, capsys):
    data = class_folders(
        tmp_path / "d", {f"{s}/{c}": 4 for s in ("train", "val", "test") for c in ("COVID", "Effusion")}
    )
    (data / "train/COVID/bad.png").write_bytes(b"\x89PNG\r\n\x1a\n and then nothing")
    (data / "test/COVID/copy.png").write_bytes((data / "train/COVID/000.png").read_bytes())
    code, found = inspect(data, tmp_path, "--thumbnails", str(tmp_path / "small"))
    assert code == 0
    assert found["kind"] == "train, val and test folders"
    assert found["images"] == 24
    assert found["classes"] == {
        "covid19": {"label": "COVID-19", "train": 4, "val": 4, "test": 4},
        "effusion": {"label": "Effusion", "train": 4, "val": 4, "test": 4},
    }
    assert found["labels"] == {"COVID": 13, "Effusion": 12}
    assert found["mapping"] == {"COVID": "covid19", "Effusion": "effusion"}
    assert found["patients"] is None
    assert [p["file"] for p in found["problems"]] == ["train/COVID/bad.png"]
    assert found["duplicates"] == {"groups": 1, "across_splits": 1, "across_classes": 0}
    assert found["errors"] == []
    assert len(found["thumbnails"]) == 24
    for small in found["thumbnails"]:
        with Image.open(small["file"]) as picture:
            assert max(picture.size) == 96
    assert {t["class"] for t in found["thumbnails"]} == {"covid19", "effusion"}
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (last["event"], last["images"], last["classes"]) == ("inspected", 24, {"covid19": 12, "effusion": 12})


def test_what_forbids_training_is_in_the_document_and_not_a_failure(tmp_path):
    code, found = inspect(class_folders(tmp_path / "d", {"a": 5, "b": 1}), tmp_path)
    assert code == 0
    assert found["errors"] == ["the class b has only one image; add more, or leave the class out with data.rename"]


def test_a_recipe_says_which_classes_count(tmp_path):
    data = class_folders(tmp_path / "d", {"covid": 6, "Normal": 6, "x": 6})
    code, found = inspect(data, tmp_path, "--recipe", "s2_squeezenet_offline", "--set", "data.split_seed=3")
    assert code == 0
    assert {name: row["train"] + row["val"] + row["test"] for name, row in found["classes"].items()} == {
        "covid19": 6,
        "other": 12,
    }
    assert found["mapping"] == {"covid": "covid19", "Normal": "other", "x": "other"}


def test_patients_and_sources_are_counted_and_not_named(tmp_path):
    rows = []
    for n in range(12):
        write_png(tmp_path / f"{n}.png", n)
        rows.append({"path": f"{n}.png", "label": "ab"[n % 2], "patient": f"Doe^{n // 3}", "source": "xy"[n // 6]})
    _, found = inspect(write_csv(tmp_path / "m.csv", rows), tmp_path)
    assert found["patients"] == 4
    assert found["sources"] == {"a": {"x": 3, "y": 3}, "b": {"x": 3, "y": 3}}
    assert "Doe" not in json.dumps(found)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_names_of_any_bytes_do_not_stop_it(tmp_path):
    data = class_folders(tmp_path / "d", {"a": 4, "b": 4})
    (data / "a" / os.fsdecode(b"\xe9\xff.png")).write_bytes(b"broken beyond any doubt")
    code, found = inspect(data, tmp_path, "--thumbnails", str(tmp_path / "s"))
    assert code == 0
    assert [p["file"] for p in found["problems"]] == ["a/??.png"]


def test_no_data_set_at_all_is_a_failure(tmp_path, capsys):
    (tmp_path / "d").mkdir()
    code, found = inspect(tmp_path / "d", tmp_path)
    assert (code, found) == (1, None)
    assert "class folders" in capsys.readouterr().err


def test_changes_without_a_recipe_are_refused(tmp_path, capsys):
    assert inspect(tmp_path, tmp_path, "--set", "epochs=1")[0] == 1
    assert "--recipe" in capsys.readouterr().err


def test_samples_are_chosen_evenly_over_the_classes():
    samples = [sample(n, "a") for n in range(50)] + [sample(100 + n, "b") for n in range(3)]
    picked = chosen(samples, ["a", "b"], 24)
    assert [sum(s.label == c for s in picked) for c in "ab"] == [12, 3]
    assert len({s.id for s in picked}) == 15
    assert len(chosen([sample(n, str(n)) for n in range(40)], [str(n) for n in range(40)], 24)) == 24


def test_small_pictures_are_enlarged_and_large_ones_shrunk():
    from tests.training.sources import noise

    assert thumbnail(noise(1, 28, 28)).size == (96, 96)
    assert thumbnail(noise(1, 300, 600)).size == (96, 48)
