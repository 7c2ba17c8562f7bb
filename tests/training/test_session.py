"""`train` from its options to a finished run, and what it refuses."""

import json
import os
import re
import shutil
import signal

import pytest
import torch

from tests.training.conftest import write_folder
from tests.training.small_runs import events_in, in_two_processes, measured, same_weights
from training.__main__ import main
from training.run import loop as loops
from training.run.run_folder import BEST, LAST, RunError, RunLock, read_plan, read_run, trained_network

TOML = """
name = "tiny"
title = "Tiny"
batch_size = 8
images_per_epoch = 16
precision = "fp32"
seed = 3

[data]
classes = ["covid19", "pneumonia", "tuberculosis", "normal"]

[network]
backbone = "gate_cnn"
weights = "none"

[preprocess]
height = 32
width = 32
channels = 1
mean = [0.5]
std = [0.25]

[balance]
method = "shares"

[[phases]]
epochs = 2
optimiser = "adam"
learning_rate = 0.003
"""


@pytest.fixture
def recipe(tmp_path):
    file = tmp_path / "tiny.toml"
    file.write_text(TOML)
    return file


def train(*arguments, code=0):
    options = [str(a) for a in arguments]
    assert main(["train", *options, "--workers", "0", "--threads", "1", "--no-report"]) == code


def test_a_run_from_the_command_line_leaves_everything_in_its_folder(recipe, pictures, tmp_path, capsys):
    run = tmp_path / "run"
    train(recipe, "--data", pictures, "--run", run)
    assert capsys.readouterr().out.splitlines()[-1].startswith("finished: epoch 2")
    told = events_in(run)
    names = [event["event"] for event in told]
    assert names[0] in {"progress", "warning", "started"}
    assert names.count("epoch") == 2
    assert names[-1] == "finished"
    started = next(event for event in told if event["event"] == "started")
    keys = {"recipe", "run", "epoch", "epochs", "train_images", "val_images", "device", "precision", "parameters"}
    assert keys | {"trainable"} <= started.keys()
    assert told[-1]["best_epoch"] in (1, 2)
    stored = read_run(run)
    assert len(stored.samples) == 96
    assert {s.split for s in stored.samples} == {"train", "val", "test"}
    assert (stored.data, stored.root) == (pictures.resolve(), pictures)
    assert stored.state["progress"]["best_epoch"] == stored.state["progress"]["epoch"]
    taken, network, progress = trained_network(run)
    assert taken.classes == ("covid19", "pneumonia", "tuberculosis", "normal")
    assert not network.training
    assert progress["epoch"] in (1, 2)
    weight = network.classifier.weight
    assert torch.equal(weight.half().float(), weight)


def test_a_signal_ends_the_batch_and_the_run_goes_on_later(recipe, pictures, tmp_path, monkeypatch):
    train(recipe, "--data", pictures, "--run", tmp_path / "whole")
    before = signal.getsignal(signal.SIGTERM)
    steps = loops.Loop.train

    def and_signal(self, batch):
        if self.progress.all_steps == 2:
            os.kill(os.getpid(), signal.SIGTERM)
        return steps(self, batch)

    with monkeypatch.context() as patch:
        patch.setattr(loops.Loop, "train", and_signal)
        train(recipe, "--data", pictures, "--run", tmp_path / "parts")
    assert signal.getsignal(signal.SIGTERM) is before
    last = events_in(tmp_path / "parts")[-1]
    assert (last["event"], last["epoch"], last["batch"]) == ("stopped", 1, 1)
    train("--resume", tmp_path / "parts")
    assert "resumed" in [event["event"] for event in events_in(tmp_path / "parts")]
    assert same_weights(tmp_path / "whole" / LAST, tmp_path / "parts" / LAST)
    assert json.dumps(measured(tmp_path / "whole")) == json.dumps(measured(tmp_path / "parts"))


def test_the_same_command_again_goes_on_and_another_recipe_is_refused(recipe, pictures, tmp_path, capsys):
    run = tmp_path / "run"
    train(recipe, "--data", pictures, "--run", run, "--set", "epochs=1")
    train(recipe, "--data", pictures, "--run", run, "--set", "epochs=1", "--set", "document.version=2")
    assert [event["event"] for event in events_in(run)].count("epoch") == 1
    assert read_plan(run).recipe.document["version"] == 2
    log = (run / "events.jsonl").read_bytes()
    train(recipe, "--data", pictures, "--run", run, code=1)
    assert "another recipe" in capsys.readouterr().err
    train(recipe, "--data", tmp_path, "--run", run, "--set", "epochs=1", code=1)
    assert "other data" in capsys.readouterr().err
    assert (run / "events.jsonl").read_bytes() == log, "somebody else's run stays as it is"


def test_a_run_goes_on_where_its_images_have_moved_to(recipe, pictures, tmp_path):
    shutil.copytree(pictures, tmp_path / "here")
    train(recipe, "--data", tmp_path / "here", "--run", tmp_path / "run", "--set", "epochs=1")
    (tmp_path / "here").rename(tmp_path / "there")
    (tmp_path / "run" / LAST).unlink()
    train("--resume", tmp_path / "run", "--data", tmp_path / "there")
    assert read_plan(tmp_path / "run").root == tmp_path / "there"


def test_two_processes_never_train_in_one_folder(recipe, pictures, tmp_path, capsys):
    lock = RunLock(tmp_path / "run")
    train(recipe, "--data", pictures, "--run", tmp_path / "run", code=1)
    assert "another process is training" in capsys.readouterr().err
    lock.release()
    with pytest.raises(RunError, match="no training run"):
        read_plan(tmp_path / "run")


def test_an_epoch_that_was_saved_but_not_told_is_told_on_resuming(recipe, pictures, tmp_path):
    run = tmp_path / "run"
    train(recipe, "--data", pictures, "--run", run)
    lines = (run / "events.jsonl").read_text().splitlines(keepends=True)
    kept = [line for line in lines if '"event": "epoch"' not in line or '"epoch": 2' not in line]
    (run / "events.jsonl").write_text("".join(kept) + '{"event": "batch", "at": 17')  # killed while writing
    train("--resume", run)
    assert [event["epoch"] for event in events_in(run) if event["event"] == "epoch"] == [1, 2]


def test_a_new_folder_is_made_where_none_is_named(recipe, pictures, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    train(recipe, "--data", pictures, "--set", "epochs=1")
    train(recipe, "--data", pictures, "--set", "epochs=1")
    folders = sorted((tmp_path / "runs").iterdir())
    assert len(folders) == 2
    assert all(folder.name.startswith("tiny-") and (folder / BEST).is_file() for folder in folders)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("phases.0.train=['classifier.*']", "random noise"),
        ("phases.0.train=['layer9.*']", r"layer9.\*"),
        ("select=val_f1", "no number val_f1"),
        ("precision=fp16", "needs an NVIDIA card"),
        ("weights=model:nowhere", "not installed"),
        ("weights=magic", "weights is imagenet, none"),
        ("weights=run:nowhere", "no training run"),
        ("weights=file:nowhere.pt", "no file of weights"),
    ],
)
def test_what_cannot_work_is_said_before_training(recipe, pictures, tmp_path, capsys, change, words):
    train(recipe, "--data", pictures, "--run", tmp_path / "run", "--set", change, code=1)
    assert re.search(words, capsys.readouterr().err)
    assert events_in(tmp_path / "run")[-1]["event"] == "failed"
    assert not (tmp_path / "run" / LAST).exists()


def test_a_flattening_head_wants_one_size(recipe, pictures, tmp_path, capsys):
    head = "network.head={kind='mlp', pool='flatten', hidden=[4]}"
    train(recipe, "--data", pictures, "--run", tmp_path, "--set", head, "--set", "train_size=48", code=1)
    assert "needs square images" in capsys.readouterr().err


def test_train_needs_a_recipe_and_data_or_a_run(capsys):
    train(code=1)
    assert "--resume RUN" in capsys.readouterr().err


def test_a_run_may_begin_where_another_one_ended(recipe, pictures, tmp_path):
    train(recipe, "--data", pictures, "--run", tmp_path / "first", "--set", "epochs=1")
    weights = f"weights=run:{tmp_path / 'first'}"
    head = "phases.0.train=['classifier.*']"
    train(recipe, "--data", pictures, "--run", tmp_path / "second", "--set", weights, "--set", head)
    first, second = (read_run(tmp_path / name).state["network"] for name in ("first", "second"))
    moved = {name for name, tensor in first.items() if not torch.equal(tensor, second[name])}
    assert moved == {"classifier.weight", "classifier.bias"}


@pytest.mark.skipif(os.name == "nt", reason="needs fork")
def test_of_several_processes_the_first_speaks_and_writes(recipe, pictures, tmp_path):
    arguments = (recipe, "--data", pictures, "--run", tmp_path / "run", "--device", "cpu", "--devices", "2")
    in_two_processes(lambda rank: train(*arguments, "--set", "epochs=1"))
    names = [event["event"] for event in events_in(tmp_path / "run")]
    assert (names.count("started"), names.count("epoch"), names[-1]) == (1, 1, "finished")
    assert next(e for e in events_in(tmp_path / "run") if e["event"] == "started")["device"] == "2 × cpu, 1 threads"


@pytest.mark.skipif(os.name == "nt", reason="needs fork")
def test_where_the_first_of_several_processes_fails_all_end(recipe, pictures, tmp_path):
    arguments = (recipe, "--data", pictures, "--run", tmp_path / "run", "--device", "cpu", "--devices", "2")

    def refused(rank):
        if rank == 0:
            train(*arguments, "--set", "weights=magic", code=1)
        else:
            with pytest.raises(SystemExit):
                train(*arguments, "--set", "weights=magic")

    in_two_processes(refused)


def test_several_sources_of_one_folder_are_the_same_folder(tmp_path, recipe, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_folder(tmp_path / "data", {"train": 2, "val": 2, "test": 1})
    from pathlib import Path

    train(recipe, "--data", Path("data"), "--run", Path("run"), "--set", "epochs=1")
    train(recipe, "--data", tmp_path / "data", "--run", Path("run"), "--set", "epochs=1")
    assert read_plan(tmp_path / "run").data == (tmp_path / "data").resolve()
