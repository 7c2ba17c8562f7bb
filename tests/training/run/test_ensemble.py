"""An undersampling ensemble: parts, one run each, a vote, and resuming as a whole."""

import csv
import os
import signal
from dataclasses import replace

import numpy as np
import pytest
import torch

from tests.training.small_runs import events_in, recipe_of, samples_of
from tests.training.test_session import TOML, train
from training.run import loop as loops
from training.run.ensemble import member_plans, vote
from training.run.run_folder import LAST, Plan, RunError, read_run, trained_network


def test_the_majority_of_votes_counts():
    one, two = np.array([[5.0, 0.0]]), np.array([[0.0, 0.1]])
    assert vote([one, two, two]).tolist() == [[pytest.approx(1 / 3), pytest.approx(2 / 3)]]


def test_every_member_sees_all_of_the_minority_and_its_part_of_the_majority(tmp_path):
    recipe = recipe_of(balance={"method": "undersample_ensemble"})
    train_samples = [s for s in samples_of(90, "train") if s.label != "normal" or int(s.id[5:]) < 30]
    plan = Plan(recipe, tmp_path, "folder", tmp_path, (*train_samples, *samples_of(9)))
    members = member_plans(plan)
    assert len(members) == 3
    assert [m.recipe.seed for m in members] == [3, 4, 5]
    assert all(m.recipe.balance.method == "none" for m in members)
    for member in members:
        counts = [sum(s.label == c and s.split == "train" for s in member.samples) for c in recipe.classes]
        assert counts == [10, 10, 10]
        assert sum(s.split == "val" for s in member.samples) == 9
    seen = {s.id for m in members for s in m.samples if s.split == "train"}
    assert seen == {s.id for s in train_samples}


def test_an_ensemble_is_trained_stopped_and_resumed_as_a_whole(pictures, tmp_path, monkeypatch):
    with open(pictures / "manifest.csv", newline="") as stream:
        rows = list(csv.DictReader(stream))
    kept = [r for r in rows if r["label"] in ("pneumonia", "normal")]
    scarce = [r for r in kept if r["label"] == "normal" and r["split"] == "train"][6:]
    with open(tmp_path / "manifest.csv", "w", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows(r | {"file": str(pictures / r["file"])} for r in kept if r not in scarce)
    recipe = tmp_path / "tiny.toml"
    text = TOML.replace('"covid19", "pneumonia", "tuberculosis", "normal"', '"pneumonia", "normal"')
    recipe.write_text(text.replace('"shares"', '"undersample_ensemble"').replace("images_per_epoch = 16", ""))
    run, steps, done = tmp_path / "run", loops.Loop.train, []

    def and_signal(self, batch):
        done.append(1)
        if len(done) == 5:  # in the second member: the first has two epochs of two batches
            os.kill(os.getpid(), signal.SIGTERM)
        return steps(self, batch)

    with monkeypatch.context() as patch:
        patch.setattr(loops.Loop, "train", and_signal)
        train(recipe, "--data", tmp_path / "manifest.csv", "--run", run)
    told = events_in(run)
    assert [e["run"] for e in told if e["event"] == "started"] == [str(run)]
    assert (told[-1]["event"], told[-1]["epoch"], told[-1]["batch"]) == ("stopped", 2, 1)
    assert torch.load(run / "members" / "1" / LAST, weights_only=True)["progress"]["finished"]
    with pytest.raises(RunError, match="ensemble"):
        trained_network(run)
    train("--resume", run)
    told = events_in(run)
    assert [event["event"] for event in told].count("resumed") == 1
    assert [event["epoch"] for event in told if event["event"] == "epoch"] == [1, 2, 3, 4]
    assert {event["epochs"] for event in told if event["event"] == "epoch"} == {4}
    assert [event["member"] for event in told if event["event"] == "epoch"] == [1, 1, 2, 2]
    assert told[-1]["event"] == "finished"
    stored = read_run(run)
    assert [folder.name for folder in stored.members] == ["1", "2"]
    assert replace(read_run(stored.members[0]).recipe, balance=stored.recipe.balance) == stored.recipe
