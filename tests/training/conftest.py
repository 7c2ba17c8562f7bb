"""A small folder of invented pictures that looks like the real one to the trainer."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from training.__main__ import main
from training.recipe import Recipe
from training.recipe_file import changed, from_dict

CLASSES = ("covid19", "pneumonia", "tuberculosis", "normal")
HEADER = (
    "id,file,label,sublabel,split,dataset_origin,group_id,patient_id,view,age_group,width,height,label_source,reader,"
    "licence,source_repo,source_path"
)
COLUMNS = next(csv.reader([HEADER]))


def picture(label: str, seed: int, rows: int = 80, columns: int = 72) -> np.ndarray:
    """Soft noise with a bright bar whose place tells the class."""
    rng = np.random.default_rng(seed)
    coarse = Image.fromarray(rng.normal(110, 12, (10, 9)).astype(np.float32))
    grey = np.asarray(coarse.resize((columns, rows), Image.Resampling.BICUBIC)) + rng.normal(0, 4, (rows, columns))
    centre = (0.3 + 0.13 * CLASSES.index(label)) * rows + rng.normal(0, 1.5)
    grey[int(centre) - 5 : int(centre) + 5, 12:-12] += 90
    return np.clip(grey, 0, 255).astype(np.uint8)


def write_folder(folder: Path, per_split: dict[str, int]) -> Path:
    """manifest.csv and JPEG files of two collections."""
    (folder / "pictures").mkdir(parents=True)
    rows, seed = [], 0
    for split, count in per_split.items():
        for label in CLASSES:
            for k in range(count):
                seed += 1
                origin = "first" if k % 2 else "second"
                name = f"pictures/{label}_{seed}.jpg"
                Image.fromarray(picture(label, seed)).save(folder / name, quality=95)
                row = dict.fromkeys(COLUMNS, "")
                row |= {"id": f"i{seed}", "file": name, "label": label, "split": split, "dataset_origin": origin}
                row |= {"group_id": f"g{seed}", "patient_id": f"p{seed}", "licence": "made up", "source_path": name}
                row["age_group"] = "child" if k % 3 == 0 else "adult"
                rows.append(row)
    with open(folder / "manifest.csv", "w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return folder


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """12 training, 6 validation and 6 test pictures of each class."""
    return write_folder(tmp_path_factory.mktemp("pictures"), {"train": 12, "val": 6, "test": 6})


TRAINED = """
name = "tiny"
title = "Tiny"
batch_size = 8
images_per_epoch = 48
precision = "fp32"
seed = 3
data.classes = ["covid19", "pneumonia", "tuberculosis", "normal"]
network = { backbone = "gate_cnn", weights = "none" }
preprocess = { height = 32, width = 32, channels = 1, mean = [0.5], std = [0.25], equalise = 1.0 }
balance.method = "shares"
phases = [{ epochs = 2, optimiser = "adamw", learning_rate = 0.004 }]
reported = { finding = "covid19", source = "A paper", thresholds = [{ threshold = 0.5, sensitivity = 0.9 }] }
document = { version = "0", intended_use = "Research: a test.", limitations = ["It was made for a test."] }
"""


@pytest.fixture(scope="session")
def trained(pictures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of two epochs on ``pictures``, with its report."""
    folder = tmp_path_factory.mktemp("trained")
    (folder / "tiny.toml").write_text(TRAINED, encoding="utf-8")
    options = ["--run", str(folder / "run"), "--workers", "0", "--threads", "1", "--device", "cpu"]
    assert main(["train", str(folder / "tiny.toml"), "--data", str(pictures), *options]) == 0
    return folder / "run"


@pytest.fixture(scope="session")
def published(trained: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model folder of ``trained``."""
    folder = tmp_path_factory.mktemp("published") / "tiny"
    assert main(["publish", str(trained), "--to", str(folder)]) == 0
    return folder


@pytest.fixture(autouse=True)
def one_thread():
    """Sums in one order: a resumed run must equal an uninterrupted one to the last bit."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


SMALL: dict[str, object] = {
    "name": "small",
    "title": "Small",
    "data": {"classes": list(CLASSES), "positive": "covid19"},
    "network": {"backbone": "gate_cnn", "weights": "none"},
    "preprocess": {"height": 32, "width": 32, "channels": 1, "mean": [0.5], "std": [0.25], "equalise": 1.0},
    "phases": [{"epochs": 2, "optimiser": "adamw", "learning_rate": 3e-3}],
    "images_per_epoch": 24,
    "batch_size": 8,
    "ema_decay": 0.9,
    "precision": "fp32",
    "seed": 3,
    "augment": {"crop_area": [0.9, 1.0], "noise_p": 0.5, "flip_p": 0.5},
    "document": {"version": "0", "intended_use": "a test", "not_for": "patients"},
}


def small_recipe(*changes: str, **values: object) -> Recipe:
    """A triage recipe that trains in seconds; ``changes`` as ``--set`` takes them, ``values`` replace whole keys."""
    return changed(from_dict(SMALL | values), changes)
