"""Two processes train the network that one would train."""

import os
from types import SimpleNamespace

import pytest
import torch

from tests.training.small_runs import events_in, in_two_processes, loop_in, measured, recipe_of
from training.run.compute import Compute
from training.run.processes import together
from training.run.run_folder import BEST, LAST, RunError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs fork")

# No batch normalisation and no dropout: both look at a process' own images only. Batches of 9 leave an uneven share.
RECIPE = {
    "network": {"backbone": "scnnb_b", "weights": "none", "head": {"kind": "linear"}},
    "phases": [{"epochs": 2, "optimiser": "sgd", "learning_rate": 0.01, "momentum": 0.9}],
    "batch_size": 9,
    "label_smoothing": 0.1,
}


def both(folder, stop_after=0):
    """Train in two processes; the second is asked to stop after so many steps."""

    def one(rank):
        fabric = Compute(device="cpu", threads=1, devices=2).launch()
        loop = loop_in(folder, recipe_of(**RECIPE), fabric=fabric)
        train = loop.train

        def counted(batch):
            if stop_after and loop.progress.all_steps + 1 == stop_after and rank == 1:
                loop.stop()  # only one of them is asked
            return train(batch)

        loop.train = counted
        loop.run()
        torch.distributed.destroy_process_group()

    in_two_processes(one)


def test_two_processes_give_the_result_of_one(tmp_path):
    assert loop_in(tmp_path / "one", recipe_of(**RECIPE)).run()
    both(tmp_path / "two", stop_after=5)
    assert torch.load(tmp_path / "two" / LAST, weights_only=True)["progress"]["all_steps"] == 5
    both(tmp_path / "two")
    for name in (LAST, BEST):
        first, second = (torch.load(tmp_path / n / name, weights_only=True)["network"] for n in ("one", "two"))
        assert all(torch.allclose(v, second[k], atol=1e-5) for k, v in first.items())
    for one, two in zip(measured(tmp_path / "one"), measured(tmp_path / "two"), strict=True):
        assert one == pytest.approx(two, abs=1e-4, nan_ok=True)
    assert [e["event"] for e in events_in(tmp_path / "two")].count("epoch") == 2


GLOO = (
    "[/pytorch/third_party/gloo/gloo/transport/tcp/pair.cc:545] Read error [127.0.0.1]:10677: Connection reset by peer"
)


@pytest.mark.parametrize(
    "lost", [RuntimeError(GLOO), torch.distributed.DistBackendError("NCCL error: remote process exited")]
)
def test_a_process_that_lost_another_says_so_in_words_and_how_to_go_on(lost):
    with pytest.raises(RunError, match="another process of this run has ended; --resume"), together(_of(2)):
        raise lost


@pytest.mark.parametrize(("processes", "text"), [(1, GLOO), (2, "mat1 and mat2 shapes cannot be multiplied")])
def test_any_other_error_stays_what_it_is(processes, text):
    with pytest.raises(RuntimeError) as told, together(_of(processes)):
        raise RuntimeError(text)
    assert str(told.value) == text


def _of(processes):
    """What is asked of a fabric."""
    return SimpleNamespace(world_size=processes)
