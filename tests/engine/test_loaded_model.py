"""A model must give its card's numbers on this computer, or it does not score."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest

from cxr_desktop.domain.errors import CheckpointError, DeviceError
from cxr_desktop.engine import checkpoint, loaded_model
from cxr_desktop.engine.architectures import HeadSpec
from cxr_desktop.engine.backend_openvino import OpenVinoBackend
from cxr_desktop.engine.loaded_model import LoadedModel


@pytest.fixture
def folder(triage_model: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(triage_model, tmp_path / "model"))


def _load(folder: Path) -> LoadedModel:
    return LoadedModel(folder, checkpoint.read_card(folder), "openvino", "cpu")


def _edit(folder: Path, **changes: object) -> None:
    document = json.loads((folder / "card.json").read_text())
    (folder / "card.json").write_text(json.dumps({**document, **changes}))


def test_a_good_model_loads(folder):
    assert _load(folder).last_layer[0].shape[0] == 4


def test_a_model_whose_numbers_do_not_come_out_is_refused(folder):
    test = checkpoint.read_card(folder).document["self_test"]
    _edit(folder, self_test={**test, "logits": [v + 0.1 for v in test["logits"]]})
    with pytest.raises(CheckpointError, match="other numbers on this computer"):
        _load(folder)


def test_a_swapped_order_of_classes_is_noticed(folder):
    document = checkpoint.read_card(folder).document
    logits = document["self_test"]["logits"]
    _edit(folder, self_test={**document["self_test"], "logits": logits[::-1]})
    with pytest.raises(CheckpointError, match="other numbers"):
        _load(folder)


def test_weights_that_belong_to_another_network_are_noticed(folder):
    from safetensors.numpy import load, save

    state = load((folder / "weights.safetensors").read_bytes())
    state["classifier.weight"] = state["classifier.weight"][::-1].copy()
    data = save(state)
    (folder / "weights.safetensors").write_bytes(data)
    files = dict(checkpoint.read_card(folder).files)
    _edit(folder, files={**files, "weights.safetensors": hashlib.sha256(data).hexdigest()})
    with pytest.raises(CheckpointError, match="do not belong to this network"):
        _load(folder)


@pytest.mark.parametrize("wrong", [0.5, np.nan])
def test_an_accelerator_with_wrong_numbers_is_a_fault_of_the_device(folder, monkeypatch, wrong):
    class Wrong(OpenVinoBackend):
        device = "cuda:0"

        def forward(self, batch):
            outputs = super().forward(batch)
            return outputs._replace(logits=outputs.logits + wrong)

    network = (folder / "model.onnx").read_bytes()
    monkeypatch.setattr(loaded_model, "open_backend", lambda *_: Wrong(network, (1, 64, 64)))
    with pytest.raises(DeviceError, match="other numbers"):
        _load(folder)


def test_bfloat16_would_not_pass_the_self_test(make_model):
    """The tolerance is wide enough for float32 everywhere and too narrow for a silent loss of precision."""
    import torch

    folder = make_model("triage", architecture="resnet18", preprocess={"height": 64, "width": 64}, name="r18")
    card = checkpoint.read_card(folder)
    network = checkpoint.load_network(folder, card).bfloat16()
    with torch.inference_mode():
        logits = network(torch.from_numpy(checkpoint.self_test_input(card)).bfloat16())[0].float().numpy()
    test = card.document["self_test"]
    assert np.abs(logits - test["logits"]).max() > test["tolerance"]
    _load(folder)


HIDDEN = HeadSpec("mlp", pool="flatten", hidden=(8,), dropout=(0.1,))


@pytest.mark.parametrize("backend", ["openvino", "torch"])
def test_a_model_with_hidden_layers_gives_its_maps_on_both_backends(make_model, backend):
    import torch

    folder = make_model("triage", head=HIDDEN, cut="relu7", name="hidden")
    card = checkpoint.read_card(folder)
    try:
        model = LoadedModel(folder, card, backend, "cpu")
        batch = np.random.default_rng(4).standard_normal((3, 1, 64, 64)).astype(np.float32)
        outputs = model.backend.forward(batch)
    finally:
        torch.use_deterministic_algorithms(False)
    network = checkpoint.load_network(folder, card)
    with torch.inference_mode():
        features = network.forward_features(torch.from_numpy(batch))
        weights = network.cam_weights(features)
    np.testing.assert_allclose(outputs.cam_weights, weights.numpy(), atol=1e-5)
    expected = torch.einsum("bck,bkhw->bchw", weights, features).relu().numpy()
    for n in range(3):
        maps = model.maps(outputs.image(n))
        np.testing.assert_allclose(maps, expected[n], rtol=1e-3, atol=1e-5)
        assert maps.any()


def test_a_network_that_cannot_explain_itself_is_refused(folder, make_model):
    """An ONNX file without the weights of maps beside a card whose head has hidden layers."""
    hidden = Path(shutil.copytree(make_model("triage", head=HIDDEN, name="mute"), folder.parent / "mute"))
    data = (folder / "model.onnx").read_bytes()
    (hidden / "model.onnx").write_bytes(data)
    files = checkpoint.read_card(hidden).files
    _edit(hidden, files={**files, "model.onnx": hashlib.sha256(data).hexdigest()})
    with pytest.raises(CheckpointError, match="outputs that the card names"):
        _load(hidden)


def test_a_single_output_is_explained_for_both_classes(make_model):
    wishes = {"classes": ["pneumonia", "normal"], "operating_points": [], "map_scale": {}, "name": "single"}
    model = _load(make_model("triage", head=HeadSpec(logits="single"), **wishes))
    image = model.backend.forward(np.random.default_rng(1).standard_normal((1, 1, 64, 64)).astype(np.float32)).image(0)
    assert image.logits[1] == 0
    assert not model.maps(image)[1].any()


@pytest.mark.parametrize(("device", "refused"), [("cpu", True), ("cuda:0", False)])
def test_a_processor_must_agree_more_closely_than_an_accelerator(folder, monkeypatch, device, refused):
    """Processors were seen to differ by some 1e-6; a whole tolerance would hide a silent loss of precision there."""

    class Other(OpenVinoBackend):
        def forward(self, batch):
            outputs = super().forward(batch)
            return outputs._replace(logits=outputs.logits + 0.4 * tolerance)

    Other.device = device
    tolerance = checkpoint.read_card(folder).document["self_test"]["tolerance"]
    network = (folder / "model.onnx").read_bytes()
    monkeypatch.setattr(loaded_model, "open_backend", lambda *_: Other(network, (1, 64, 64)))
    if refused:
        with pytest.raises(CheckpointError, match="other numbers on this computer"):
            _load(folder)
    else:
        _load(folder)


def test_a_torch_that_cannot_be_loaded_is_a_fault_of_the_device_not_of_the_model(monkeypatch, triage_model):
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(DeviceError, match=r"^torch cannot be loaded on this computer$"):
        loaded_model.open_backend(triage_model, checkpoint.read_card(triage_model), "torch", "cuda")
