"""What the gate learns from: two manifests that must not contradict each other, and drawings."""

import pytest

from cxr_desktop.engine.orientation import CLASSES
from tests.training.conftest import COLUMNS
from tests.training.sources import write_csv
from training.data.dataset import open_dataset
from training.data.drawings import is_drawn
from training.data.radiograph_folder import drawn_rows, is_radiograph_folder, list_for_gate
from training.data.sample import FRONTAL, LATERAL, NOT_CHEST
from training.data.sources import list_source
from training.recipe_file import read_recipe


@pytest.fixture
def folder(tmp_path):
    kinds = ("normal", "lateral:covid19", "ct", "ood_mri_brain", "mass", "unlabelled", "zoomed_crop:other")
    rows = [
        dict.fromkeys(COLUMNS, "")
        | {"id": name, "file": name, "label": "normal" if name == "normal" else "other", "sublabel": name}
        | {"split": "train", "dataset_origin": "somewhere", "source_path": f"a/{name}.png"}
        for name in kinds
    ]
    write_csv(tmp_path / "manifest.csv", rows)
    columns = {"split": "val", "source_repo": "", "licence": ""}
    extra = [
        {"id": "g1", "file": "gate/g1", "kind": "hand_wrist", "source_path": "h.jpg"} | columns,
        {"id": "g2", "file": "gate/g2", "kind": "lateral_chest", "source_path": "l.jpg"} | columns,
        # Already in the main manifest, under the same name.
        {"id": "g3", "file": "gate/g3", "kind": "lateral_chest", "source_path": "b/lateral:covid19.png"} | columns,
    ]
    write_csv(tmp_path / "gate" / "manifest.csv", extra)
    return tmp_path


def test_the_gate_knows_what_an_image_shows_by_its_sublabel(folder):
    assert is_radiograph_folder(folder)
    labels = {row.id: row.labels for row in list_for_gate(folder).rows if not is_drawn(row.file)}
    assert labels == {
        "normal": (FRONTAL,),
        "lateral:covid19": (LATERAL,),
        "ct": (NOT_CHEST,),
        "ood_mri_brain": (NOT_CHEST,),
        "mass": (FRONTAL,),
        "unlabelled": (FRONTAL,),
        "zoomed_crop:other": (NOT_CHEST,),
        "g1": (NOT_CHEST,),
        "g2": (LATERAL,),
    }


def test_the_gate_s_recipe_reads_both_manifests_and_draws(folder):
    dataset = open_dataset(folder, read_recipe("gate"), verify=False)
    assert dataset.kind == "radiograph folder"
    laterals = {s.origin.rstrip("12345") for s in dataset.samples if s.label == LATERAL}
    assert laterals == {"lateral_", "lateral_chest", "phantom_lateral"}


def test_laterals_among_images_without_a_label_were_found_by_eye(folder):
    row = dict.fromkeys(COLUMNS, "") | {"label": "other", "sublabel": "unlabelled", "split": "train"}
    seen = [row | {"id": name, "file": name} for name in ("hida6_fb0033168d", "hida6_another")]
    write_csv(folder / "manifest.csv", seen)
    labels = {row.id: row.labels for row in list_for_gate(folder).rows if row.file.startswith("hida6")}
    assert labels == {"hida6_fb0033168d": (LATERAL,), "hida6_another": (FRONTAL,)}


def test_the_laterals_of_one_patient_are_left_out_together(folder):
    row = dict.fromkeys(COLUMNS, "") | {"label": "other", "sublabel": "lateral:covid19", "split": "train"}
    several = [row | {"id": f"l{n}", "file": f"l{n}", "group_id": f"g{n // 3}"} for n in range(60)]
    write_csv(folder / "manifest.csv", several)
    origins = [row.origin for row in list_for_gate(folder).rows if row.file.startswith("l")]
    assert all(len(set(origins[n : n + 3])) == 1 for n in range(0, 60, 3))
    assert set(origins) == {f"lateral_{part}" for part in range(1, 6)}


def test_frontal_chests_of_every_kind_teach_how_a_film_lies(folder):
    rows = list_source(folder, "orientation", None).rows
    assert {row.id for row in rows if not is_drawn(row.file)} == {"normal", "mass", "unlabelled"}
    assert all("phantom_frontal" in row.file for row in rows if is_drawn(row.file))
    assert {label for row in rows for label in row.labels} == set(CLASSES)


def test_slices_and_limbs_are_no_negatives_of_a_recipe_that_takes_everything_else(folder):
    listing = list_source(folder, "triage", None)
    assert [row.id for row in listing.rows] == ["normal"]
    assert any("6 images labelled other" in words for words in listing.warnings)


def test_no_drawing_is_in_two_splits():
    rows = drawn_rows()
    assert len({row.file for row in rows}) == len(rows)
    assert all(is_drawn(row.file) for row in rows)
