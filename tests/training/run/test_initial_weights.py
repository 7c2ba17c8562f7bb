"""Where the weights of a run begin, and what is not taken for weights."""

import os

import pytest
import torch
from safetensors.torch import save_file

from cxr_desktop.domain.errors import CheckpointError
from tests.training.small_runs import recipe_of
from training.events import Events
from training.run import initial_weights
from training.run.initial_weights import fill, network_of

SILENT = Events(echo="")


def filled(**changes):
    """A network, what stays random in it, and what it was before."""
    recipe = recipe_of(**changes)
    network = network_of(recipe)
    before = {k: v.clone() for k, v in network.state_dict().items()}
    random = fill(network, recipe, SILENT)
    return network.state_dict(), random, before


def small(weights, **more):
    return {"backbone": "gate_cnn", "weights": weights, "head": {"kind": "linear"}} | more


def test_no_weights_leave_everything_random():
    after, random, before = filled(network=small("none"))
    assert all(torch.equal(v, before[k]) for k, v in after.items())
    assert "classifier.bias" in random
    assert len(random) == 29


def test_an_installed_model_gives_its_head_where_the_classes_agree():
    preprocess = {"height": 64, "width": 64, "channels": 1, "mean": [0.5], "std": [0.25]}
    spec = {"backbone": "resnet18", "weights": "model:triage", "head": {"kind": "linear"}}
    classes = ["covid19", "pneumonia", "tuberculosis", "normal"]
    _, random, _ = filled(network=spec, preprocess=preprocess, data={"classes": classes})
    assert random == set()
    _, random, _ = filled(network=spec, preprocess=preprocess, data={"classes": [*classes[:3], "effusion"]})
    assert random == {"classifier.weight", "classifier.bias"}


def test_imagenet_fills_the_backbone_and_tells_of_the_download(monkeypatch):
    told = []
    monkeypatch.setattr(initial_weights, "load_imagenet", lambda network, name, progress: progress(7, 7))
    network = network_of(recipe_of())
    random = fill(network, recipe_of(network=small("imagenet")), lambda event, **values: told.append(values))
    assert random == {"classifier.weight", "classifier.bias"}
    assert told == [{"what": "downloading ImageNet weights", "done": 7, "total": 7}]


@pytest.mark.parametrize("form", ["plain", "wrapped", "module", "foreign", "safetensors"])
def test_files_of_several_makers_are_understood(tmp_path, form):
    state = {k: v + 1 if v.is_floating_point() else v for k, v in network_of(recipe_of()).state_dict().items()}
    file = tmp_path / ("weights.safetensors" if form == "safetensors" else "weights.pt")
    if form == "safetensors":
        save_file(state, file)
    elif form == "wrapped":
        torch.save({"epoch": 3, "state_dict": state}, file)
    elif form == "module":
        torch.save({f"module.{k}": v for k, v in state.items()}, file)
    elif form == "foreign":
        torch.save({k.removeprefix("backbone."): v for k, v in state.items() if k.startswith("backbone.")}, file)
    else:
        torch.save(state, file)
    after, random, _ = filled(network=small(f"file:{file}"))
    assert random == ({"classifier.weight", "classifier.bias"} if form == "foreign" else set())
    assert torch.equal(after["backbone.conv1.weight"], state["backbone.conv1.weight"])


class Harmful:
    def __reduce__(self):
        return os.system, ("exit 1",)


def test_a_file_that_would_run_code_is_not_read(tmp_path):
    torch.save({"state_dict": Harmful()}, tmp_path / "bad.pt")
    with pytest.raises(CheckpointError, match="cannot be read"):
        filled(network=small(f"file:{tmp_path / 'bad.pt'}"))


def test_a_file_of_something_else_is_no_file_of_weights(tmp_path):
    (tmp_path / "text.pt").write_text("hello")
    torch.save([1, 2, 3], tmp_path / "list.pt")
    for name in ("text.pt", "list.pt"):
        with pytest.raises(CheckpointError):
            filled(network=small(f"file:{tmp_path / name}"))
    torch.save({"conv.weight": torch.ones(3)}, tmp_path / "other.pt")
    with pytest.raises(CheckpointError, match="nothing of its backbone fits"):
        filled(network=small(f"file:{tmp_path / 'other.pt'}"))
