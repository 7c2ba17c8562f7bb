"""`search` as a command: stopped in the middle of a trial it goes on inside that trial."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.training.conftest import CLASSES, picture
from training.__main__ import main

RECIPE = """
name = "tiny"
title = "Tiny"
select = "val_macro_auc"
batch_size = 8
precision = "fp32"
[network]
backbone = "gate_cnn"
weights = "none"
[preprocess]
height = 32
width = 32
channels = 1
mean = [0.5]
std = [0.25]
[[phases]]
epochs = 20
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A recipe, and class folders inside split folders."""
    from PIL import Image

    (tmp_path / "tiny.toml").write_text(RECIPE, encoding="utf-8")
    for split, count in (("train", 4), ("val", 2), ("test", 2)):
        for label in CLASSES:
            folder = tmp_path / "images" / split / label
            folder.mkdir(parents=True)
            for number in range(count):
                seed = 100 * CLASSES.index(label) + 10 * number + len(split)
                Image.fromarray(picture(label, seed, 40, 36)).save(folder / f"{number}.png")
    return tmp_path


def arguments(site: Path) -> list[str]:
    quick = ["--workers", "0", "--threads", "1", "--device", "cpu", "--json-events"]
    where = ["--data", str(site / "images"), "--run", str(site / "search")]
    return ["search", str(site / "tiny.toml"), *where, "--method", "tpe", "--trials", "1", *quick]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM ends a process at once there")
def test_a_search_that_is_stopped_goes_on_in_the_middle_of_its_trial(site, capsys):
    line = [sys.executable, "-m", "cxr_desktop", *arguments(site)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True, encoding="utf-8") as child:
        assert child.stdout is not None
        for text in child.stdout:
            if json.loads(text)["event"] == "epoch":
                child.terminate()
                break
        rest = [json.loads(text) for text in child.stdout]
    assert child.returncode == 0
    assert rest[-1]["event"] == "stopped"
    trial = site / "search" / "trials" / "1"
    assert not (trial / "trial.json").exists()

    assert main(arguments(site)) == 0
    events = [json.loads(text) for text in capsys.readouterr().out.splitlines()]
    assert [event["state"] for event in events if event["event"] == "trial"] == ["finished"]
    assert events[-1]["event"] == "finished"
    log = [json.loads(text) for text in (trial / "run" / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [event["event"] for event in log].count("resumed") == 1
    assert [event["epoch"] for event in log if event["event"] == "epoch"] == list(range(1, 21))
    assert json.loads((trial / "trial.json").read_text())["value"] == events[-1]["best"]
    assert (site / "search" / "report.html").is_file()


def test_a_space_that_is_no_array_is_refused_before_there_is_a_folder(site, capsys):
    (site / "space.toml").write_text("learning_rate = [0.1, 0.01]\nbatch_size = [4, 8, 16]")
    l9 = [*arguments(site)[:6], "--method", "l9", "--space", str(site / "space.toml")]
    assert main(l9) == 1
    assert "three values of each key; learning_rate has 2" in capsys.readouterr().err
    (site / "space.toml").write_text("learning_rate = { low = 0.1, high = 1.0 }\nbatch_size = [4, 8, 16]")
    assert main(l9) == 1
    assert "learning_rate has a range" in capsys.readouterr().err
    assert not (site / "search").exists()
