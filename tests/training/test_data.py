"""What the manifests say, and that training sees the pixels that serve."""

import csv
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from cxr_desktop.imaging.pixels import presentation
from cxr_desktop.imaging.preprocess import preprocess
from cxr_desktop.imaging.reader import read_image
from tests.training.conftest import CLASSES, COLUMNS, small_recipe
from training.data import FRONTAL, LATERAL, NOT_CHEST, PixelCache, gate_samples, is_drawn, read_grey, triage_samples
from training.recipe import read_recipe
from training.splits import check_disjoint


def test_the_manifest_becomes_samples_of_the_classes_asked_for(pictures):
    samples = triage_samples(pictures, CLASSES[:2])
    assert Counter((s.label, s.split) for s in samples)["pneumonia", "val"] == 6
    assert {s.label for s in samples} == set(CLASSES[:2])


def write(path: Path, columns, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, columns)
        writer.writeheader()
        writer.writerows([dict.fromkeys(columns, "") | row for row in rows])


def test_the_gate_knows_what_an_image_shows_by_its_sublabel(tmp_path):
    kinds = {"normal": "", "lateral:covid19": "", "ct": "", "ood_mri_brain": "", "mass": "", "unlabelled": ""}
    rows = [
        {"id": name, "file": name, "label": "normal" if name == "normal" else "other", "sublabel": name}
        | {"split": "train", "dataset_origin": "somewhere", "source_path": f"a/{name}.png"}
        for name in kinds
    ]
    write(tmp_path / "manifest.csv", COLUMNS, rows)
    extra = [
        {"id": "g1", "file": "gate/g1", "kind": "hand_wrist", "split": "val", "source_path": "h.jpg"},
        {"id": "g2", "file": "gate/g2", "kind": "lateral_chest", "split": "val", "source_path": "l.jpg"},
        # Already in the main manifest, under the same name.
        {
            "id": "g3",
            "file": "gate/g3",
            "kind": "lateral_chest",
            "split": "val",
            "source_path": "b/lateral:covid19.png",
        },
    ]
    write(
        tmp_path / "gate" / "manifest.csv",
        ["id", "file", "kind", "split", "source_repo", "source_path", "licence"],
        extra,
    )
    labels = {s.id: s.label for s in gate_samples(tmp_path) if not is_drawn(s.file)}
    assert labels == {
        "normal": FRONTAL,
        "lateral:covid19": LATERAL,
        "ct": NOT_CHEST,
        "ood_mri_brain": NOT_CHEST,
        "mass": FRONTAL,
        "g1": NOT_CHEST,
        "g2": LATERAL,
    }


def test_the_cache_returns_the_pixels_of_the_files(pictures, tmp_path):
    files = [s.file for s in triage_samples(pictures, CLASSES)][:5]
    cache = PixelCache.open(pictures, files, tmp_path)
    again = PixelCache.open(pictures, files, tmp_path)
    for file in files:
        assert (cache[file] == read_grey(pictures / file)).all()
        assert (again[file] == cache[file]).all()
    assert len(list(tmp_path.glob("*.npy"))) == 1


@pytest.mark.parametrize("equalise", [0.0, 0.5, 1.0])
def test_a_jpeg_file_gives_training_the_tensor_that_serves(pictures, equalise):
    spec = small_recipe(preprocess={"height": 48, "width": 48, "equalise": equalise}).preprocess
    for sample in triage_samples(pictures, CLASSES)[:12]:
        served = preprocess(presentation(read_image(str(pictures / sample.file))), spec).tensor
        trained = preprocess(read_grey(pictures / sample.file), spec).tensor
        assert np.abs(served - trained).max() < 0.05
        assert np.abs(served - trained).mean() < 1e-3


@pytest.mark.radiographs
@pytest.mark.parametrize("name", ["triage_resnet18", "gate"])
def test_a_real_radiograph_gives_training_the_tensor_that_serves(radiographs, name):
    recipe = read_recipe(name)
    for sample in triage_samples(radiographs, CLASSES)[::300]:
        served = preprocess(presentation(read_image(str(radiographs / sample.file))), recipe.preprocess).tensor
        trained = preprocess(read_grey(radiographs / sample.file), recipe.preprocess).tensor
        assert np.abs(served - trained).max() < 0.05
        assert np.abs(served - trained).mean() < 1e-3


@pytest.mark.radiographs
def test_no_patient_of_the_real_folder_is_in_two_splits(radiographs):
    check_disjoint(triage_samples(radiographs, CLASSES))
    check_disjoint(gate_samples(radiographs))
