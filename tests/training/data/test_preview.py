"""`preview` shows what the network will see."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cxr_desktop.imaging.preprocess import preprocess
from tests.training.conftest import small_recipe
from tests.training.sources import class_folders, noise
from training.__main__ import main
from training.data.preview import as_picture

RECIPE = """
name = "tiny"
title = "Tiny"
[network]
backbone = "gate_cnn"
weights = "none"
[preprocess]
height = 32
width = 32
channels = 1
mean = [0.5]
std = [0.25]
[multiply]
mode = "up_to"
up_to = 9
variants = [[{ name = "flip" }]]
[augment]
operations = [{ name = "rotation", values = { degrees = [10, 20] } }]
"""


@pytest.fixture
def recipe(tmp_path):
    file = tmp_path / "tiny.toml"
    file.write_text(RECIPE)
    return file


def test_augmented_pictures_of_every_class(tmp_path, recipe, capsys):
    data = class_folders(tmp_path / "d", {"a": 6, "b": 4})
    options = ["preview", str(recipe), "--data", str(data), "--out", str(tmp_path / "out"), "--json-events"]
    assert main([*options, "--count", "6"]) == 0
    event = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert event["event"] == "preview"
    assert event["classes"] == ["a", "a", "a", "b", "b", "b"]
    for file in event["files"]:
        with Image.open(file) as picture:
            assert picture.size == (32, 32)
            assert picture.mode == "L"
    first = [Path(file).read_bytes() for file in event["files"]]
    assert main([*options, "--count", "6"]) == 0
    assert [Path(file).read_bytes() for file in event["files"]] == first


def test_few_images_are_shown_several_times(tmp_path, recipe, capsys):
    data = class_folders(tmp_path / "d", {"a": 4, "b": 4})
    assert main(["preview", str(recipe), "--data", str(data), "--out", str(tmp_path / "o"), "--count", "40"]) == 0
    assert len(list((tmp_path / "o").glob("*.png"))) == 40


def test_an_impossible_count_is_refused(tmp_path, recipe, capsys):
    data = str(class_folders(tmp_path / "d", {"a": 4, "b": 4}))
    assert main(["preview", str(recipe), "--data", data, "--out", str(tmp_path), "--count", "0"]) == 1
    assert "--count" in capsys.readouterr().err


def test_normalisation_is_undone():
    spec = small_recipe().preprocess
    codes = noise(1, 32, 32)
    shown = as_picture(preprocess(codes, spec).tensor, spec)
    assert shown.shape == (32, 32)
    assert (shown.min(), shown.max()) == (1, 254)  # ranks of grey, at the middle of their steps
    colour = small_recipe(preprocess={"height": 32, "width": 32, "channels": 3}).preprocess
    assert as_picture(np.random.default_rng(0).normal(size=(3, 32, 32)).astype(np.float32), colour).shape == (32, 32, 3)
    assert as_picture(preprocess(codes, colour).tensor, colour).ndim == 2
