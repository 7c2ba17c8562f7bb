"""A run can be stopped anywhere; going on later is the same as never having stopped."""

import json
import os

import pytest
import torch

from tests.training.conftest import small_recipe
from training.loop import LAST, Run


def weights_of(run):
    return torch.load(run.folder / LAST, weights_only=True)


def test_a_resumed_run_equals_one_that_was_never_stopped(pictures, tmp_path):
    recipe = small_recipe()
    whole = Run(recipe, pictures, tmp_path / "whole", workers=0, echo=False)
    assert whole.train()
    assert not Run(recipe, pictures, tmp_path / "halves", workers=0, echo=False).train(max_batches=2)
    assert not Run(recipe, pictures, tmp_path / "halves", workers=0, echo=False).train(max_batches=2)
    halves = Run(recipe, pictures, tmp_path / "halves", workers=0, echo=False)
    assert halves.train()
    first, second = weights_of(whole), weights_of(halves)
    for part in ("network", "average"):
        assert all(torch.equal(v, second[part][k]) for k, v in first[part].items())
    assert first["progress"]["step"] == second["progress"]["step"] == 6


def test_every_event_is_one_json_line(pictures, tmp_path, capsys):
    Run(small_recipe(), pictures, tmp_path, workers=0).train()
    lines = (tmp_path / "events.jsonl").read_text().splitlines()
    assert capsys.readouterr().out.splitlines() == lines
    events = [json.loads(line) for line in lines]
    assert [e["event"] for e in events] == ["started", "epoch", "epoch", "finished"]
    assert events[1]["images_per_second"] > 0
    assert 0 <= events[2]["val_balanced_accuracy"] <= 1


def test_a_signal_ends_the_batch_and_saves(pictures, tmp_path):
    run = Run(small_recipe(epochs=50), pictures, tmp_path, workers=0, echo=False)
    step = run._step

    def step_and_stop(*batch):
        run.stop()
        return step(*batch)

    run._step = step_and_stop
    assert not run.train()
    assert weights_of(run)["progress"]["step"] == 1
    assert json.loads((tmp_path / "events.jsonl").read_text().splitlines()[-1])["event"] == "stopped"


def test_a_crash_while_saving_leaves_the_old_checkpoint(pictures, tmp_path, monkeypatch):
    run = Run(small_recipe(epochs=1), pictures, tmp_path, workers=0, echo=False)
    run.train()
    before = (tmp_path / LAST).read_bytes()
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError("no space left")))
    with pytest.raises(OSError, match="no space"):
        run.save(LAST)
    assert (tmp_path / LAST).read_bytes() == before


def test_a_folder_of_another_recipe_is_refused(pictures, tmp_path):
    Run(small_recipe(), pictures, tmp_path, workers=0, echo=False)
    with pytest.raises(ValueError, match="another recipe"):
        Run(small_recipe(seed=4), pictures, tmp_path, workers=0, echo=False)


def test_the_words_of_the_card_may_change_after_the_start(pictures, tmp_path):
    Run(small_recipe(), pictures, tmp_path, workers=0, echo=False)
    Run(small_recipe(document={"version": "2"}), pictures, tmp_path, workers=0, echo=False)
    assert json.loads((tmp_path / "recipe.json").read_text())["document"] == {"version": "2"}


def test_workers_give_the_same_images_as_no_workers(pictures, tmp_path):
    recipe = small_recipe(epochs=1)
    alone = Run(recipe, pictures, tmp_path / "alone", workers=0, echo=False)
    alone.train()
    helped = Run(recipe, pictures, tmp_path / "helped", workers=2, echo=False)
    helped.train()
    first, second = weights_of(alone)["network"], weights_of(helped)["network"]
    assert all(torch.equal(v, second[k]) for k, v in first.items())


def test_a_network_learns_where_the_bar_lies(pictures, tmp_path):
    recipe = small_recipe(epochs=12, images_per_epoch=96, learning_rate=4e-3, validate_every=12)
    run = Run(recipe, pictures, tmp_path, workers=0, echo=False)
    run.train()
    assert run.validate(run.val_samples)["macro_auc"] > 0.9
