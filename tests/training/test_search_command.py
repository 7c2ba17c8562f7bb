"""`search` as a command: real trials, and a word to stop that reaches the trial under way."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.training.conftest import CLASSES, picture
from training.__main__ import main
from training.search import trial_process

RECIPE = """
name = "tiny"
title = "Tiny"
select = "val_macro_auc"
batch_size = 8
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
epochs = 2
"""

# Stands for `train`: goes on after the epochs in its log, and asks the search to stop in its third epoch.
FAKE = """
import json, os, signal, sys
from pathlib import Path

run = Path(sys.argv[sys.argv.index("--run") + 1])
run.mkdir(parents=True, exist_ok=True)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
log = run / "events.jsonl"
done = len(log.read_text().splitlines()) if log.exists() else 0
for epoch in range(done + 1, 6):
    line = json.dumps({"event": "epoch", "at": 0, "epoch": epoch, "val_macro_auc": epoch / 10})
    with open(log, "a") as stream:
        stream.write(line + "\\n")
    print(line, flush=True)
    if epoch == 3:
        os.kill(os.getppid(), signal.SIGTERM)
        signal.sigtimedwait([signal.SIGTERM], 20)
        print(json.dumps({"event": "stopped", "epoch": epoch, "batch": 0}), flush=True)
        sys.exit(0)
print(json.dumps({"event": "finished", "epoch": 5, "seconds": 1.5}), flush=True)
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A recipe, and class folders inside split folders."""
    (tmp_path / "tiny.toml").write_text(RECIPE, encoding="utf-8")
    for split, count in (("train", 4), ("val", 2), ("test", 2)):
        for label in CLASSES:
            folder = tmp_path / "images" / split / label
            folder.mkdir(parents=True)
            for number in range(count):
                seed = 100 * CLASSES.index(label) + 10 * number + len(split)
                Image.fromarray(picture(label, seed, 40, 36)).save(folder / f"{number}.png")
    return tmp_path


def arguments(site: Path, *more: str) -> list[str]:
    quick = ["--workers", "0", "--threads", "1", "--device", "cpu", "--json-events"]
    where = ["--data", str(site / "images"), "--run", str(site / "search")]
    return ["search", str(site / "tiny.toml"), *where, *quick, *more]


@pytest.mark.slow
def test_a_trial_is_a_run_of_the_real_training(site, capsys):
    assert main(arguments(site, "--method", "tpe", "--trials", "1")) == 0
    events = [json.loads(text) for text in capsys.readouterr().out.splitlines()]
    (trial,) = [event for event in events if event["event"] == "trial"]
    assert (trial["state"], trial["index"], trial["trials"]) == ("finished", 1, 1)
    assert events[-1]["event"] == "finished"
    assert events[-1]["best"] == trial["metric"]
    folder = site / "search" / "trials" / "1"
    log = [json.loads(text) for text in (folder / "run" / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    measured = [event["val_macro_auc"] for event in log if event["event"] == "epoch"]
    stored = json.loads((folder / "trial.json").read_text(encoding="utf-8"))
    assert stored["curve"] == measured
    assert stored["value"] == max(measured)
    recipe = json.loads((folder / "run" / "recipe.json").read_text(encoding="utf-8"))
    assert recipe["batch_size"] == stored["values"]["batch_size"]
    assert (site / "search" / "report.html").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="the fake program waits for a POSIX signal")
def test_a_search_that_is_stopped_goes_on_in_the_middle_of_its_trial(site, capsys, monkeypatch):
    (site / "fake.py").write_text(FAKE, encoding="utf-8")
    monkeypatch.setattr(trial_process, "_program", lambda: [sys.executable, str(site / "fake.py")])
    line = arguments(site, "--method", "tpe", "--trials", "2")
    assert main(line) == 0
    events = [json.loads(text) for text in capsys.readouterr().out.splitlines()]
    assert (events[-1]["event"], events[-1]["trials"]) == ("stopped", 0)
    assert main(line) == 0  # the first goes on to its end, the second is stopped
    assert main(line) == 0
    events = [json.loads(text) for text in capsys.readouterr().out.splitlines()]
    ended = [(event["index"], event["state"], event["metric"]) for event in events if event["event"] == "trial"]
    assert ended == [(1, "finished", 0.5), (2, "finished", 0.5)]
    assert (events[-1]["event"], events[-1]["best"]) == ("finished", 0.5)
    curve = json.loads((site / "search" / "trials" / "1" / "trial.json").read_text(encoding="utf-8"))["curve"]
    assert curve == [0.1, 0.2, 0.3, 0.4, 0.5]


@pytest.mark.skipif(sys.platform == "win32", reason="the fake program waits for a POSIX signal")
def test_a_search_where_every_trial_failed_ends_with_the_first_reason_and_its_report(site, capsys, monkeypatch):
    fails = 'print(\'{"event": "failed", "reason": "the loss is not a number"}\'); raise SystemExit(1)'
    (site / "fake.py").write_text(fails, encoding="utf-8")
    monkeypatch.setattr(trial_process, "_program", lambda: [sys.executable, str(site / "fake.py")])
    assert main(arguments(site, "--method", "tpe", "--trials", "2")) == 1
    assert "no trial finished; the first says: the loss is not a number" in capsys.readouterr().err
    assert "2 trials failed" in (site / "search" / "report.html").read_text(encoding="utf-8")


def test_a_space_that_is_no_array_is_refused_before_there_is_a_folder(site, capsys):
    space = site / "space.toml"
    for text, complaint in (
        ("learning_rate = [0.1, 0.01]\nbatch_size = [4, 8, 16]", "three values of each key; learning_rate has 2"),
        ("learning_rate = { low = 0.1, high = 1.0 }\nbatch_size = [4, 8, 16]", "learning_rate has a range"),
    ):
        space.write_text(text, encoding="utf-8")
        assert main(arguments(site, "--method", "l9", "--space", str(space))) == 1
        assert complaint in capsys.readouterr().err
    assert not (site / "search").exists()
