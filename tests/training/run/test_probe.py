"""How long a recipe would take."""

import json

import pytest

from tests.training.test_session import TOML
from training.__main__ import main
from training.run import probe

MORE = """
[[phases]]
train = ["classifier.*"]
epochs = 3
optimiser = "sgd"
learning_rate = 0.001
"""


def probed(capsys, recipe, pictures, *more):
    options = ["probe", str(recipe), "--data", str(pictures), "--seconds", "0.2", "--workers", "0", "--threads", "1"]
    assert main([*options, "--json-events", *more]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert told["event"] == "probe"
    return told


def test_the_time_of_all_phases_is_told_and_nothing_is_kept(pictures, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tiny.toml").write_text(TOML + MORE)
    told = probed(capsys, tmp_path / "tiny.toml", pictures)
    assert told["images_per_second"] > 0
    assert told["seconds_per_epoch"] == pytest.approx(told["seconds_total"] / 5, abs=1e-5)
    assert told["precision"] == "fp32"
    assert [f.name for f in tmp_path.iterdir()] == ["tiny.toml"]


def test_a_probe_needs_no_weights_and_no_more_images_than_it_uses(pictures, tmp_path, capsys, monkeypatch):
    (tmp_path / "tiny.toml").write_text(TOML)
    monkeypatch.setattr(probe, "_BATCHES", 2)
    read, for_recipe = [], probe.PixelCache.for_recipe

    def counted(recipe, root, files):
        read.append(len(files))
        return for_recipe(recipe, root, files)

    monkeypatch.setattr(probe.PixelCache, "for_recipe", counted)
    probed(capsys, tmp_path / "tiny.toml", pictures, "--set", "weights=imagenet", "--set", "images_per_epoch=0")
    assert read[0] < 48


def test_the_members_of_an_ensemble_are_counted(pictures, tmp_path, capsys, monkeypatch):
    (tmp_path / "tiny.toml").write_text(TOML)
    monkeypatch.setattr(probe, "_paces", lambda *_: [1.0])
    monkeypatch.setattr(probe, "_validation_seconds", lambda *_: 0.0)
    text = TOML.replace("images_per_epoch = 16", "").replace("shares", "none")
    (tmp_path / "tiny.toml").write_text(text)
    # 48 training images: six batches of one second in each of two epochs.
    assert probed(capsys, tmp_path / "tiny.toml", pictures)["seconds_total"] == 12
    changes = ["--set", "balance.method=undersample_ensemble"]
    assert probed(capsys, tmp_path / "tiny.toml", pictures, *changes)["seconds_total"] == 12
