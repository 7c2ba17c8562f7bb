"""A run can be stopped, killed or cut short anywhere; going on later is the same as never having stopped."""

import csv
import json
import math
import multiprocessing
import os
import signal

import pytest
import torch

from tests.training.small_runs import events_in, loop_in, measured, recipe_of, same_weights, stopping_after
from training.run.checkpoints import CheckpointWriter
from training.run.run_folder import BEST, LAST, RunError


def test_a_stopped_run_goes_on_bit_by_bit(tmp_path):
    recipe = recipe_of(ema_decay=0.9, gradient_clip=1.0)
    assert loop_in(tmp_path / "whole", recipe).run()
    assert not stopping_after(loop_in(tmp_path / "parts", recipe), 3).run()
    assert not stopping_after(loop_in(tmp_path / "parts", recipe), 3).run()
    assert loop_in(tmp_path / "parts", recipe).run()
    assert same_weights(tmp_path / "whole" / LAST, tmp_path / "parts" / LAST)
    assert json.dumps(measured(tmp_path / "whole")) == json.dumps(measured(tmp_path / "parts"))


@pytest.mark.skipif(os.name == "nt", reason="needs fork and SIGKILL")
def test_a_run_killed_in_the_middle_of_an_epoch_goes_on_bit_by_bit(tmp_path):
    recipe = recipe_of(phases=[{"epochs": 2, "optimiser": "sgd", "learning_rate": 0.01, "momentum": 0.9}])
    assert loop_in(tmp_path / "whole", recipe).run()

    def killed():
        loop = loop_in(tmp_path / "killed", recipe)
        train = loop.train

        def and_die(batch):
            if (loop.progress.epoch, loop.progress.batch) == (1, 2):
                os.kill(os.getpid(), signal.SIGKILL)
            stopped = train(batch)
            loop.save()  # as if the clock had said so
            return stopped

        loop.train = and_die
        loop.run()

    process = multiprocessing.get_context("fork").Process(target=killed)
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    begun = torch.load(tmp_path / "killed" / LAST, weights_only=True)["progress"]
    assert (begun["epoch"], begun["batch"]) == (1, 2)
    assert loop_in(tmp_path / "killed", recipe).run()
    assert same_weights(tmp_path / "whole" / LAST, tmp_path / "killed" / LAST)
    assert json.dumps(measured(tmp_path / "whole")) == json.dumps(measured(tmp_path / "killed"))


def test_one_seed_gives_one_run_and_another_seed_another(tmp_path):
    for name, seed in (("first", 3), ("second", 3), ("other", 4)):
        assert loop_in(tmp_path / name, recipe_of(seed=seed)).run()
    assert same_weights(tmp_path / "first" / LAST, tmp_path / "second" / LAST)
    assert not same_weights(tmp_path / "first" / LAST, tmp_path / "other" / LAST)


def test_workers_give_the_same_run_as_no_workers(tmp_path):
    recipe = recipe_of()
    for name, workers in (("alone", 0), ("helped", 2)):
        loop = loop_in(tmp_path / name, recipe, workers=workers)
        assert loop.run()
        loop.feed.close()
    assert same_weights(tmp_path / "alone" / LAST, tmp_path / "helped" / LAST)
    assert json.dumps(measured(tmp_path / "alone")) == json.dumps(measured(tmp_path / "helped"))


def test_a_phase_ends_early_and_the_run_goes_on_from_its_best_epoch(tmp_path):
    # The second phase's rate is far too high: it can only lose what the first has won.
    recipe = recipe_of(
        phases=[
            {"name": "good", "epochs": 3, "optimiser": "adam", "learning_rate": 1e-3},
            {"name": "bad", "epochs": 9, "optimiser": "sgd", "learning_rate": 5.0},
        ],
        stop={"patience": 2, "restore_best": True},
        gradient_clip=1.0,
        select="val_macro_auc",
    )
    loop = loop_in(tmp_path, recipe)
    assert loop.run()
    assert loop.progress.epoch < 12
    best = torch.load(tmp_path / BEST, weights_only=True)
    last = torch.load(tmp_path / LAST, weights_only=True)
    assert all(torch.equal(v, last["network"][k]) for k, v in best["network"].items())
    assert last["progress"]["finished"]
    history = last["progress"]["history"]
    chosen = history[last["progress"]["best_epoch"] - 1]
    assert chosen["val_macro_auc"] == max(row["val_macro_auc"] for row in history)


def test_the_last_epoch_is_kept_where_the_best_is_not_asked_for(tmp_path):
    recipe = recipe_of(stop={"patience": 0, "restore_best": False})
    loop = loop_in(tmp_path, recipe)
    assert loop.run()
    assert torch.load(tmp_path / BEST, weights_only=True)["progress"]["epoch"] == 2


def test_a_run_without_validation_images_keeps_the_last_epoch(tmp_path):
    loop = loop_in(tmp_path, recipe_of(), val=0)
    assert loop.run()
    assert torch.load(tmp_path / BEST, weights_only=True)["progress"]["epoch"] == 2
    assert loop.best_value is None


def test_the_frozen_backbone_does_not_move(tmp_path):
    recipe = recipe_of(phases=[{"train": ["classifier.*"], "epochs": 1, "optimiser": "adam", "learning_rate": 1e-2}])
    loop = loop_in(tmp_path, recipe)
    before = {k: v.clone() for k, v in loop.judged.state_dict().items()}
    assert loop.run()
    moved = {k for k, v in loop.judged.state_dict().items() if not torch.equal(v, before[k])}
    assert moved == {"classifier.weight", "classifier.bias"}


def test_every_epoch_is_told_once_in_words_in_the_table_and_for_tensorboard(tmp_path):
    recipe = recipe_of()
    stopping_after(loop_in(tmp_path, recipe), 6).run()
    loop_in(tmp_path, recipe).run()
    told = [event for event in events_in(tmp_path) if event["event"] == "epoch"]
    assert [event["epoch"] for event in told] == [1, 2]
    assert {"train_loss", "val_accuracy", "val_auc_covid19", "learning_rate", "seconds_left"} <= told[0].keys()
    with open(tmp_path / "metrics.csv", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["epoch"] for row in rows] == ["1", "2"]
    assert float(rows[1]["val_loss"]) == pytest.approx(told[1]["val_loss"], abs=1e-5)
    assert len(list((tmp_path / "tensorboard").iterdir())) == 1


def test_a_full_disk_does_not_end_the_run_and_the_old_checkpoint_stays(tmp_path, monkeypatch):
    loop = loop_in(tmp_path, recipe_of())
    replace, full = os.replace, []

    def no_room(source, target):
        if str(target).endswith(".ckpt") and full:
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", no_room)
    train = loop.train

    def fills(batch):
        if loop.progress.epoch == 1:
            full[:] = [True] if loop.progress.batch < 3 else []
            loop.save()
        return train(batch)

    loop.train = fills
    assert loop.run()
    warnings = [event["text"] for event in events_in(tmp_path) if event["event"] == "warning"]
    assert warnings
    assert "No space left on device" in warnings[0]
    assert torch.load(tmp_path / LAST, weights_only=True)["progress"]["finished"]


def test_a_disk_that_stays_full_is_an_error_at_the_end_and_the_best_weights_are_not_lost(tmp_path, monkeypatch):
    loop = loop_in(tmp_path, recipe_of())
    loop.save()
    before = (tmp_path / LAST).read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
        with pytest.raises(RunError, match="could not be saved: No space left"):
            loop.run()
    assert (tmp_path / LAST).read_bytes() == before
    assert not list(tmp_path.glob(".*.new"))
    assert loop_in(tmp_path, recipe_of()).run()


def test_what_could_not_be_written_is_written_with_the_next_checkpoint(tmp_path, monkeypatch):
    from training.events import Events

    writer = CheckpointWriter(tmp_path, Events(echo=""))
    weights = torch.ones(3)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
        assert not writer.write(BEST, lambda: {"network": {"w": weights}})
    assert writer.problem
    weights += 1  # training goes on
    assert torch.equal(writer.read(BEST)["network"]["w"], torch.ones(3))
    assert writer.write(LAST, lambda: {"network": {"w": weights}})
    assert not writer.problem
    assert torch.equal(torch.load(tmp_path / BEST)["network"]["w"], torch.ones(3))


def test_a_loss_that_is_no_number_ends_the_run_and_keeps_the_good_checkpoint(tmp_path):
    recipe = recipe_of(phases=[{"epochs": 2, "optimiser": "adam", "learning_rate": 3e-3}])
    loop = loop_in(tmp_path, recipe)
    train = loop.train

    def poisoned(batch):
        if loop.progress.epoch == 1:
            batch.images.fill_(math.inf)
        return train(batch)

    loop.train = poisoned
    with pytest.raises(RunError, match=r"not a number any more.*lower learning_rate"):
        loop.run()
    good = torch.load(tmp_path / LAST, weights_only=True)
    assert good["progress"]["epoch"] == 1
    assert all(torch.isfinite(v).all() for v in good["network"].values())
    assert loop_in(tmp_path, recipe).run()


def test_too_little_memory_halves_the_batch_and_the_gradients_stay_the_same(tmp_path):
    # Without batch normalisation and dropout the parts add up to the whole.
    changes = {
        "network": {"backbone": "scnnb_b", "weights": "none", "head": {"kind": "linear"}},
        "phases": [{"epochs": 1, "optimiser": "sgd", "learning_rate": 0.01}],
    }
    recipe = recipe_of(**changes)
    assert loop_in(tmp_path / "whole", recipe).run()
    loop = loop_in(tmp_path / "small", recipe)
    forward = loop.judged.forward

    def short_of_memory(images):
        if torch.is_grad_enabled() and len(images) > 2:
            raise MemoryError
        return forward(images)

    loop.judged.forward = short_of_memory
    assert loop.run()
    assert loop.progress.parts == 4
    warnings = [event["text"] for event in events_in(tmp_path / "small") if event["event"] == "warning"]
    assert warnings == ["memory was too small for a whole batch; its images are now added up in 4 parts"]
    first, second = (torch.load(tmp_path / name / LAST)["network"] for name in ("whole", "small"))
    assert all(torch.allclose(v, second[k], atol=1e-6) for k, v in first.items())


def test_memory_too_small_for_one_image_is_an_error_in_plain_words(tmp_path):
    loop = loop_in(tmp_path, recipe_of())

    def never(images):
        raise RuntimeError("CUDA out of memory. Tried to allocate")

    loop.judged.forward = never
    with pytest.raises(RunError, match="not enough memory for a single image"):
        loop.run()


def test_validation_too_large_for_the_memory_is_done_in_pieces(tmp_path):
    loop = loop_in(tmp_path, recipe_of())
    whole, forward = loop.validate(), loop.judged.forward

    def short_of_memory(images):
        if len(images) > 2:
            raise MemoryError
        return forward(images)

    loop.judged.forward = short_of_memory
    assert loop.validate() == pytest.approx(whole, nan_ok=True)


def test_a_log_that_cannot_be_written_does_not_end_the_run(tmp_path):
    loop = loop_in(tmp_path, recipe_of())
    (tmp_path / "events.jsonl").mkdir()
    assert loop.run()


def test_a_network_learns_where_the_bar_lies(tmp_path):
    recipe = recipe_of(phases=[{"epochs": 4, "optimiser": "adamw", "learning_rate": 3e-3, "weight_decay": 0.01}])
    loop = loop_in(tmp_path, recipe, train=64, val=24)
    assert loop.run()
    assert loop.progress.history[loop.progress.best_epoch - 1]["val_macro_auc"] > 0.95
