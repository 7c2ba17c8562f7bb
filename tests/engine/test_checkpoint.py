"""A model folder is written whole, read with suspicion, and never changes a number."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.engine import checkpoint
from cxr_desktop.engine.architectures import CellGrid, HeadSpec
from cxr_desktop.engine.card import cells_of, cut_of, head_of, output_of
from tests.engine.conftest import FINDINGS, card_document


@pytest.fixture
def folder(triage_model: Path, tmp_path: Path) -> Path:
    """A copy that a test may damage."""
    return Path(shutil.copytree(triage_model, tmp_path / "model"))


def _edit(folder: Path, **changes: object) -> None:
    document = json.loads((folder / "card.json").read_text())
    document.update(changes)
    (folder / "card.json").write_text(json.dumps(document))


def _replace(folder: Path, name: str, data: bytes) -> None:
    """Another file with a card that agrees: what somebody who means harm would do."""
    (folder / name).write_bytes(data)
    files = json.loads((folder / "card.json").read_text())["files"]
    _edit(folder, files={**files, name: hashlib.sha256(data).hexdigest()})


def test_a_saved_folder_holds_three_files_and_its_card_says_what_was_given(folder):
    assert sorted(p.name for p in folder.iterdir()) == ["card.json", "model.onnx", "weights.safetensors"]
    card = checkpoint.read_card(folder)
    assert (card.name, card.role, card.classes) == ("tiny-triage", "triage", tuple(FINDINGS))
    assert card.operating_points_of(Finding.COVID19)[0].threshold == 0.1
    assert card.digest == hashlib.sha256((folder / "card.json").read_bytes()).hexdigest()
    checkpoint.verify(folder, card)


def test_saving_and_loading_changes_no_bit_of_a_result(folder):
    from cxr_desktop.engine import weights

    card = checkpoint.read_card(folder)
    network = checkpoint.load_network(folder, card)
    logits = weights.run_once(network, checkpoint.self_test_input(card))
    assert logits.tolist() == card.document["self_test"]["logits"]


def test_weights_rounded_to_half_take_half_the_room_and_others_are_kept_in_full(tmp_path):
    import torch

    from cxr_desktop.engine import networks, weights

    network = networks.build("gate_cnn", 4, 1)
    full = checkpoint.save(tmp_path / "full", card_document(), network)
    weights.round_to_half(network)
    checkpoint.save(tmp_path / "half", card_document(), network)
    for name in ("weights.safetensors", "model.onnx"):
        assert (tmp_path / "half" / name).stat().st_size < 0.55 * (tmp_path / "full" / name).stat().st_size
    loaded = checkpoint.load_network(tmp_path / "full", full)
    assert all(t.dtype == torch.float32 for t in loaded.parameters())


def test_saving_does_not_touch_a_network_in_training(tmp_path):
    from cxr_desktop.engine import networks

    network = networks.build("gate_cnn", 4, 1).double().train()
    checkpoint.save(tmp_path / "model", card_document(), network)
    assert network.training
    assert network.classifier.weight.dtype.itemsize == 8


def test_saving_again_replaces_the_folder_and_leaves_nothing_beside_it(tmp_path):
    from cxr_desktop.engine import networks

    network = networks.build("gate_cnn", 4, 1)
    checkpoint.save(tmp_path / "model", card_document(), network)
    (tmp_path / "model" / "stale.txt").write_text("old")
    checkpoint.save(tmp_path / "model", card_document(version="2"), network)
    assert [p.name for p in tmp_path.iterdir()] == ["model"]
    assert not (tmp_path / "model" / "stale.txt").exists()
    assert checkpoint.read_card(tmp_path / "model").version == "2"


def test_a_card_that_would_not_be_read_is_not_written(tmp_path):
    from cxr_desktop.engine import networks

    network = networks.build("gate_cnn", 4, 1)
    with pytest.raises(CheckpointError, match="temperature"):
        checkpoint.save(tmp_path / "model", card_document(temperature=0), network)
    assert list(tmp_path.iterdir()) == []


def test_a_network_with_weights_that_are_not_numbers_is_not_saved(tmp_path):
    import torch

    from cxr_desktop.engine import networks

    network = networks.build("gate_cnn", 4, 1)
    with torch.no_grad():
        network.classifier.bias[2] = float("nan")
    with pytest.raises(CheckpointError, match="not numbers"):
        checkpoint.save(tmp_path / "model", card_document(), network)


def test_head_weights_are_those_of_the_network(folder):
    card = checkpoint.read_card(folder)
    weight, bias = checkpoint.head_weights(folder, card)
    network = checkpoint.load_network(folder, card)
    np.testing.assert_array_equal(weight, network.classifier.weight.detach().numpy())
    np.testing.assert_array_equal(bias, network.classifier.bias.detach().numpy())
    assert (weight.dtype, weight.shape, bias.shape) == (np.float32, (4, network.classifier.in_features), (4,))


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"format": 2}, "format"),
        ({"role": "oracle"}, "role"),
        ({"name": "../../elsewhere"}, "name"),
        ({"head": "mlp"}, "head"),
        ({"architecture": "resnet9000"}, "architecture"),
        ({"preprocess_version": 0}, "preprocessing"),
        ({"classes": ["covid19", "Flu season"]}, "classes"),
        ({"classes": ["covid19", "covid19"]}, "classes"),
        ({"temperature": "warm"}, "temperature"),
        ({"reduced_decoding": {"probability_change": float("nan"), "films": 9}}, "probability_change"),
        ({"reduced_decoding": {"probability_change": 0.001, "temperature": 1.0}}, "films"),
        ({"reduced_decoding": {"probability_change": 0.001, "log_odds_change": -1.0}}, "log_odds_change"),
        ({"temperature": float("nan")}, "temperature"),
        ({"preprocess": {"height": 64, "width": 1 << 30}}, "width"),
        ({"preprocess": {"height": 64, "width": 64, "channels": 1, "mean": [0.5], "std": [0.0]}}, "preprocess"),
        ({"preprocess": {"height": 64, "width": 64, "low_percentile": 60, "high_percentile": 40}}, "preprocess"),
        ({"operating_points": [{"finding": "flu"}]}, "operating point"),
        ({"files": {"weights.safetensors": "0" * 64}}, "files"),
        ({"files": {"weights.safetensors": "0" * 64, "../../model.onnx": "0" * 64}}, "files"),
        ({"self_test": {"seed": 1, "logits": [0.0], "tolerance": 0.1}}, "self_test"),
        ({"self_test": None}, "self_test"),
        ({"map_scale": {"covid19": 0}}, "covid19"),
        ({"output": "tanh"}, "output"),
        ({"cut": "relu5; rm"}, "cut"),
        ({"cut": "relu5"}, "cells"),
        ({"cells": {"stride": 0, "first_centre": 0}}, "stride"),
        ({"head_spec": {"kind": "mlp"}}, "head"),
        ({"head_spec": {"kind": "linear", "hidden": 5}}, "hidden"),
        ({"head_spec": {"kind": "linear", "hidden": [5]}}, "only an mlp"),
        ({"head_spec": {"kind": "linear", "width": 3}}, "head_spec"),
        ({"head_spec": {"kind": "linear", "dropout": [None]}}, "dropout"),
        ({"head_spec": {"kind": "linear", "logits": "single"}}, "single"),
        ({"class_labels": {"flu": "Flu"}}, "class_labels"),
        ({"class_labels": {"covid19": 19}}, "class_labels"),
        ({"class_of_interest": "flu"}, "class_of_interest"),
    ],
)
def test_a_card_that_could_make_a_number_mean_something_else_is_refused(folder, changes, word):
    _edit(folder, **changes)
    with pytest.raises(CheckpointError, match=word):
        checkpoint.read_card(folder)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"<html>",
        b"[1]",
        b"[" * 100_000,
        b"version https://git-lfs.github.com/spec/v1\n",
        b" " * (2 << 20),
    ],
    ids=["empty", "not text", "web page", "list", "nested", "pointer", "too large"],
)
def test_a_file_that_is_no_card_is_refused_with_one_sentence(folder, data):
    (folder / "card.json").write_bytes(data)
    with pytest.raises(CheckpointError, match=r"^the model card ") as caught:
        checkpoint.read_card(folder)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["weights.safetensors", "model.onnx"])
def test_a_changed_or_missing_file_is_found(folder, name):
    card = checkpoint.read_card(folder)
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / name).write_bytes(data)
    with pytest.raises(CheckpointError, match="does not match its card"):
        checkpoint.verify(folder, card)
    (folder / name).unlink()
    with pytest.raises(CheckpointError, match="missing"):
        checkpoint.verify(folder, card)


HEADS = {
    "one output": {"head": HeadSpec(logits="single"), "classes": ["pneumonia", "normal"]},
    "hidden layers": {"head": HeadSpec("mlp", hidden=(8,), activation="tanh", batch_norm=True, dropout=(0.4,))},
    "flattened and cut": {
        "head": HeadSpec("mlp", pool="flatten", hidden=(8,), dropout=(0.1,)),
        "cut": "relu5",
        "output": "sigmoid",
        "classes": ["effusion", "normal"],
        "class_labels": {"effusion": "Pleural effusion"},
        "class_of_interest": "effusion",
    },
    "small pictures": {
        "architecture": "scnnb",
        "preprocess": {"height": 32, "width": 32, "channels": 3},
        "head": HeadSpec("mlp", pool="flatten", hidden=(16,), dropout=(0.5,)),
    },
}


@pytest.mark.parametrize("case", HEADS)
def test_a_head_as_data_and_a_cut_come_back_as_they_were_saved(make_model, case):
    from cxr_desktop.engine import weights

    wishes = {"operating_points": [], "map_scale": {}, **HEADS[case]}
    folder = make_model("triage", name=case.replace(" ", "-"), **wishes)
    card = checkpoint.read_card(folder)
    assert head_of(card) == wishes["head"]
    assert (cut_of(card), output_of(card)) == (wishes.get("cut", ""), wishes.get("output", "softmax"))
    network = checkpoint.load_network(folder, card)
    assert (network.head_spec, network.cut) == (head_of(card), cut_of(card))
    assert weights.run_once(network, checkpoint.self_test_input(card)).tolist() == card.document["self_test"]["logits"]
    assert all(p.requires_grad and p.device.type == "cpu" for p in network.parameters())


def test_a_card_says_only_what_its_architecture_does_not(folder, make_model):
    assert not {"cut", "head_spec", "cells"} & set(checkpoint.read_card(folder).document)
    cut = checkpoint.read_card(make_model("triage", cut="relu3", name="cut"))
    assert cut.document["cells"] == {"stride": 4, "first_centre": 0.5}
    assert cells_of(cut) == CellGrid(4, 0.5)
    assert checkpoint.read_card(folder).class_of_interest == "covid19"


def test_a_card_cannot_ask_for_more_memory_than_its_weights_have(make_model):
    folder = make_model("triage", head=HeadSpec("mlp", pool="flatten", hidden=(8,)), name="greedy")
    spec = checkpoint.read_card(folder).document["head_spec"]
    _edit(folder, head_spec={**spec, "hidden": [65536] * 16})
    with pytest.raises(CheckpointError, match="do not fit"):
        checkpoint.load_network(folder, checkpoint.read_card(folder))


def test_a_cut_that_the_architecture_does_not_have_is_refused(folder):
    _edit(folder, cut="relu99", cells={"stride": 4, "first_centre": 0.5})
    with pytest.raises(CheckpointError, match="not readable"):
        checkpoint.load_network(folder, checkpoint.read_card(folder))


def test_weights_of_another_network_are_refused(folder, make_model):
    other = make_model("triage", preprocess={"height": 64, "width": 64}, name="colour")
    _replace(folder, "weights.safetensors", (other / "weights.safetensors").read_bytes())
    with pytest.raises(CheckpointError, match="do not fit"):
        checkpoint.load_network(folder, checkpoint.read_card(folder))


def test_weights_that_are_a_pickle_or_rubbish_are_refused(folder):
    for data in (b"\x80\x04cos\nsystem\n.", b"PK\x03\x04" + bytes(100), b"\xff" * 200, b""):
        _replace(folder, "weights.safetensors", data)
        card = checkpoint.read_card(folder)
        with pytest.raises(CheckpointError, match="not readable"):
            checkpoint.head_weights(folder, card)
        with pytest.raises(CheckpointError, match="not readable"):
            checkpoint.load_network(folder, card)


def test_weights_with_a_negative_variance_or_no_numbers_are_refused(folder):
    from safetensors.numpy import load, save

    for key, value in (("backbone.bn1.running_var", -1.0), ("classifier.bias", np.inf)):
        state = {k: v.copy() for k, v in load((folder / "weights.safetensors").read_bytes()).items()}
        state[key].flat[0] = value
        damaged = Path(shutil.copytree(folder, folder.parent / key))
        _replace(damaged, "weights.safetensors", save(state))
        with pytest.raises(CheckpointError, match="weights hold"):
            checkpoint.load_network(damaged, checkpoint.read_card(damaged))


def test_a_network_that_keeps_its_data_in_another_file_is_refused(folder):
    import onnx

    model = onnx.load(folder / "model.onnx")
    tensor = model.graph.initializer[0]
    onnx.external_data_helper.set_external_data(tensor, "../../../etc/hostname")
    tensor.ClearField("raw_data")
    _replace(folder, "model.onnx", model.SerializeToString())
    with pytest.raises(CheckpointError, match="other files"):
        checkpoint.verify(folder, checkpoint.read_card(folder))


def test_models_are_listed_default_first_and_damaged_ones_left_out(triage_model, open_gate, tmp_path, caplog):
    bundled, own = tmp_path / "bundled", tmp_path / "own"
    for place, name, default in ((bundled, "alpha", False), (bundled, "beta", True), (own, "alpha", False)):
        copy = Path(shutil.copytree(triage_model, place / name))
        _edit(copy, name=name, default=default, version=place.name)
    shutil.copytree(open_gate, bundled / "gate")
    (bundled / "broken").mkdir()
    (bundled / "broken" / "card.json").write_text("{}")
    dirs = (bundled, own, tmp_path / "absent")
    listed = checkpoint.list_models(dirs)
    assert [(c.name, c.version) for c in listed] == [("beta", "bundled"), ("alpha", "bundled")]
    assert "left out" in caplog.text
    assert "broken" not in caplog.text
    assert checkpoint.model_folder("", dirs) == bundled / "beta"
    assert checkpoint.model_folder("alpha", dirs) == bundled / "alpha"
    assert checkpoint.model_folder("", dirs, role="gate") == bundled / "gate"
    with pytest.raises(CheckpointError, match="not installed"):
        checkpoint.model_folder("gamma", dirs)
    with pytest.raises(CheckpointError, match="no model"):
        checkpoint.model_folder("", (own / "absent",))
