"""A folder that nobody here has seen becomes a published model by the real commands, and a killed training goes on."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from cxr_desktop.paths import user_models_dir
from training.__main__ import main

FOLDERS = {"Pleural effusion": "pleural_effusion", "Nodule": "nodule", "NORMAL": "normal"}
COUNTS = {"train": 12, "val": 6, "test": 6}
QUICK = ["--workers", "0", "--threads", "1", "--device", "cpu"]

pytestmark = pytest.mark.slow


def film(kind: int, seed: int) -> Image.Image:
    """Noise with a bright bar whose height tells the class."""
    rng = np.random.default_rng(seed)
    grey = rng.normal(100, 20, (72, 64))
    grey[14 + 18 * kind : 24 + 18 * kind, 8:-8] += 90
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three classes in train/val/test folders under a name with letters of two scripts, with the usual accidents."""
    root = tmp_path_factory.mktemp("site") / "Röntgen 胸部 2026"
    seed = 0
    for split, count in COUNTS.items():
        for kind, folder in enumerate(FOLDERS):
            (root / split / folder).mkdir(parents=True)
            for number in range(count):
                seed += 1
                film(kind, seed).save(root / split / folder / f"Größe {number}.png")
    (root / "train" / "Nodule" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n and then nothing of use")
    copied = (root / "train" / "Nodule" / "Größe 0.png").read_bytes()
    (root / "test" / "Nodule" / "the same again.png").write_bytes(copied)
    return root


def command(*arguments: object) -> list[dict[str, Any]]:
    """Run the program as a person would; returns what it said."""
    line = [sys.executable, "-m", "cxr_desktop", *map(str, arguments)]
    done = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", timeout=240, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return [json.loads(text) for text in done.stdout.splitlines() if text.startswith("{")]


def test_a_new_folder_of_classes_is_inspected_trained_reported_published_and_scores(films, tmp_path):
    found = tmp_path / "found.json"
    command("inspect", "--data", films, "--recipe", "finetune_bundled", "--json", found, "--json-events")
    document = json.loads(found.read_text(encoding="utf-8"))
    counts = {name: (row["train"], row["val"], row["test"]) for name, row in document["classes"].items()}
    assert counts == dict.fromkeys(FOLDERS.values(), (12, 6, 6))
    assert [Path(problem["file"]).name for problem in document["problems"]] == ["broken.png"]
    assert document["duplicates"]["across_splits"] == 1
    assert document["errors"] == []

    run = tmp_path / "läufe" / "first"
    settings = ["--set", "image_size=64", "--set", "epochs=1", "--set", "batch_size=12"]
    events = command("train", "finetune_bundled", "--data", films, "--run", run, *settings, *QUICK, "--json-events")
    by_name = {event["event"]: event for event in events}
    assert by_name["started"]["train_images"] == 36
    assert by_name["finished"]["epoch"] == 2
    assert any("broken.png" in event["text"] for event in events if event["event"] == "warning")
    report = json.loads((run / "report.json").read_text(encoding="utf-8"))
    assert set(report["classes"]) == set(FOLDERS.values())
    assert report["images"] == 18  # the copy of a training image is not among them
    assert "Pleural effusion" in (run / "report.html").read_text(encoding="utf-8")

    assert main(["publish", str(run), "--name", "our-site", "--title", "Our site"]) == 0
    card = json.loads((user_models_dir() / "our-site" / "card.json").read_text(encoding="utf-8"))
    assert (card["name"], sorted(card["classes"])) == ("our-site", sorted(FOLDERS.values()))
    assert card["operating_points"]

    out = tmp_path / "scores.csv"
    command("score", films / "test", "--model", "our-site", "--out", out, "--override-gate", "--device", "cpu")
    with open(out, newline="", encoding="utf-8-sig") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 19
    for row in rows:
        shares = [float(row[column]) for column in ("p_pleural_effusion", "p_nodule", "normal")]
        assert sum(shares) == pytest.approx(1.0, abs=1e-3)


def train_arguments(films: Path, run: Path) -> list[str]:
    """A small network, three epochs of two phases."""
    settings = ["image_size=32", "network.backbone=gate_cnn", "weights=none", "epochs=3", "batch_size=4"]
    settings += ["precision=fp32", "phases.0.train=['*']"]
    changes = [argument for setting in settings for argument in ("--set", setting)]
    return ["train", "finetune_bundled", "--data", str(films), "--run", str(run), *changes, *QUICK, "--no-report"]


def measured(run: Path) -> list[dict[str, Any]]:
    """The numbers of every epoch, without the time they took."""
    events = map(json.loads, (run / "events.jsonl").read_text(encoding="utf-8").splitlines())
    epochs = {event["epoch"]: event for event in events if event["event"] == "epoch"}
    return [{k: v for k, v in epochs[e].items() if k.startswith(("train_", "val_"))} for e in sorted(epochs)]


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a POSIX signal")
def test_a_training_that_was_killed_with_signal_9_goes_on_and_ends_as_if_nothing_had_happened(films, tmp_path):
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    line = [sys.executable, "-m", "cxr_desktop", *train_arguments(films, killed), "--json-events"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True, encoding="utf-8") as child:
        assert child.stdout is not None
        for text in child.stdout:
            if json.loads(text)["event"] == "epoch":
                os.kill(child.pid, signal.SIGKILL)
                break
        child.stdout.read()
    assert child.returncode == -signal.SIGKILL
    assert len(measured(killed)) < 6
    assert main(["train", "--resume", str(killed), *QUICK, "--no-report"]) == 0
    assert main(train_arguments(films, whole)) == 0

    first, second = (torch.load(run / "last.ckpt", weights_only=True)["network"] for run in (killed, whole))
    assert all(torch.equal(first[name], second[name]) for name in second)
    assert len(measured(whole)) == 6
    assert measured(killed) == measured(whole)
