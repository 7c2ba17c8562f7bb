"""Number formats are measured, and refused where they cannot work."""

import pytest
import torch

from tests.training.small_runs import loop_in, recipe_of
from training.recipe_file import RecipeError
from training.run import precision

CPU = torch.device("cpu")


def test_fp16_needs_an_nvidia_card():
    with pytest.raises(RecipeError, match="fp16 needs an NVIDIA card"):
        precision.Precision("fp16", CPU)


@pytest.mark.parametrize(("plain", "half", "chosen"), [(1.0, 0.5, "bf16"), (1.0, 0.95, "fp32"), (1.0, 3.0, "fp32")])
def test_bf16_must_win_clearly(monkeypatch, plain, half, chosen):
    seconds = {"fp32": plain, "bf16": half}
    monkeypatch.setattr(precision, "_seconds", lambda network, count, shape, kind: seconds[kind.name])
    assert precision.faster(torch.nn.Conv2d(1, 1, 3), 4, (1, 8, 8), CPU) == chosen


def test_measuring_changes_nothing_of_the_network():
    network = torch.nn.Sequential(torch.nn.Conv2d(1, 2, 3), torch.nn.BatchNorm2d(2), torch.nn.Flatten())
    before = {k: v.clone() for k, v in network.state_dict().items()}
    assert precision.faster(network, 2, (1, 8, 8), CPU) in {"fp32", "bf16"}
    assert all(torch.equal(v, before[k]) for k, v in network.state_dict().items())
    assert all(p.grad is None for p in network.parameters())


def test_a_resumed_run_keeps_the_precision_that_was_measured(tmp_path, monkeypatch):
    monkeypatch.setattr(precision, "faster", lambda *_: "bf16")
    loop = loop_in(tmp_path, recipe_of(precision="auto"))
    loop.stop()
    assert not loop.run()
    monkeypatch.setattr(precision, "faster", lambda *_: pytest.fail("measured again"))
    assert loop_in(tmp_path, recipe_of(precision="auto")).progress.precision == "bf16"
