"""A segmenter answers pixel by pixel, and its model folder is held to its card as a classifier's is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
torch.set_num_threads(1)
from cxr_desktop.domain.errors import CheckpointError  # noqa: E402
from cxr_desktop.engine import checkpoint  # noqa: E402
from cxr_desktop.engine.backend_openvino import OpenVinoSegmenter  # noqa: E402
from cxr_desktop.engine.segmenters import Segmenter, build_segmenter  # noqa: E402
from tests.engine.conftest import lungs_document  # noqa: E402


def _lively(seed: int = 3) -> Segmenter:
    """Random weights and statistics whose logits differ from place to place."""
    torch.manual_seed(seed)
    network = build_segmenter().eval()
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            torch.nn.init.normal_(module.running_mean, 0.0, 0.1)
            torch.nn.init.uniform_(module.running_var, 0.2, 1.0)
            torch.nn.init.uniform_(module.weight, 0.5, 1.5)
    return network


def test_it_has_under_a_million_weights_and_one_logit_per_pixel():
    network = build_segmenter().eval()
    assert 850_000 < sum(p.numel() for p in network.parameters()) < 1_000_000
    with torch.inference_mode():
        assert network(torch.zeros(2, 1, 64, 96)).shape == (2, 1, 64, 96)


def test_an_unknown_architecture_is_refused():
    with pytest.raises(ValueError, match="no segmenter"):
        build_segmenter("resnet18")


def test_openvino_gives_the_logits_of_torch_and_storing_changes_none(tmp_path):
    network = _lively()
    card = checkpoint.save(tmp_path / "lungs", lungs_document(), network)
    loaded = checkpoint.load_segmenter(tmp_path / "lungs", card)
    image = np.random.default_rng(2).standard_normal((1, 1, 128, 128)).astype(np.float32)
    with torch.inference_mode():
        expected = network(torch.from_numpy(image))[0, 0].numpy()
        assert torch.equal(loaded(torch.from_numpy(image))[0, 0], torch.from_numpy(expected))
    served = OpenVinoSegmenter(checkpoint.read_file(tmp_path / "lungs", card, "model.onnx"), (1, 128, 128))
    found = served.forward(image[0])
    assert expected.std() > 0.1, "or the comparison says nothing"
    np.testing.assert_allclose(found, expected, atol=1e-4)


def test_its_card_holds_the_means_of_a_grid(tmp_path):
    card = checkpoint.save(tmp_path / "lungs", lungs_document(), _lively())
    assert (card.role, card.architecture, card.classes) == ("lungs", "lung_unet", ("lungs",))
    means = card.document["self_test"]["means"]
    assert len(means) == 64
    assert np.std(means) > 0
    assert checkpoint.grid_means(np.arange(64.0).reshape(8, 8)).tolist() == list(range(64))


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"architecture": "resnet18"}, "architecture"),
        ({"classes": ["lungs", "heart"]}, "classes"),
        ({"classes": ["heart"]}, "classes"),
        ({"self_test": {"seed": 1, "means": [0.0] * 63, "tolerance": 0.1}}, "self_test"),
        ({"self_test": {"seed": 1, "logits": [0.0], "tolerance": 0.1}}, "self_test"),
        ({"preprocess": {"height": 100, "width": 128, "channels": 1, "mean": [0.0], "std": [1.0]}}, "multiples"),
        (
            {"preprocess": {"height": 128, "width": 128, "channels": 1, "mean": [0], "std": [1], "region": "lungs"}},
            "whole images",
        ),
    ],
)
def test_a_card_of_a_segmenter_that_contradicts_itself_is_refused(lungs_model: Path, tmp_path, changes, word):
    folder = Path(shutil.copytree(lungs_model, tmp_path / "model"))
    document = json.loads((folder / "card.json").read_text())
    (folder / "card.json").write_text(json.dumps({**document, **changes}))
    with pytest.raises(CheckpointError, match=word):
        checkpoint.read_card(folder)


def test_a_classifier_cannot_pass_for_a_segmenter(make_model):
    with pytest.raises(CheckpointError):
        make_model("lungs", classes=["lungs"])


def test_weights_of_another_network_are_noticed(lungs_model: Path, triage_model: Path, tmp_path):
    import hashlib

    folder = Path(shutil.copytree(lungs_model, tmp_path / "model"))
    data = (triage_model / "weights.safetensors").read_bytes()
    (folder / "weights.safetensors").write_bytes(data)
    document = json.loads((folder / "card.json").read_text())
    document["files"]["weights.safetensors"] = hashlib.sha256(data).hexdigest()
    (folder / "card.json").write_text(json.dumps(document))
    with pytest.raises(CheckpointError, match="do not fit"):
        checkpoint.load_segmenter(folder, checkpoint.read_card(folder))


PLAIN = {"height": 64, "width": 64, "channels": 1, "mean": [0.5], "std": [0.25]}


def test_a_card_may_name_the_region_of_the_lungs(make_model):
    wish = {**PLAIN, "region": "lungs", "margin": 0.1, "outside": "grey"}
    spec = checkpoint.read_card(make_model("triage", name="in-lungs", preprocess=wish)).preprocess
    assert (spec.region, spec.margin, spec.outside) == ("lungs", 0.1, "grey")
    plain = checkpoint.read_card(make_model("triage", name="whole", preprocess=PLAIN)).preprocess
    assert (plain.region, plain.outside) == ("image", "kept")


@pytest.mark.parametrize(
    ("wish", "word"),
    [
        ({"region": "heart"}, "region"),
        ({"outside": "black", "region": "lungs"}, "outside"),
        ({"outside": "grey"}, "region of the lungs"),
        ({"region": "lungs", "margin": 0.9}, "margin"),
    ],
)
def test_a_region_that_makes_no_sense_is_refused(make_model, wish, word):
    with pytest.raises(CheckpointError, match=word):
        make_model("triage", name="senseless", preprocess={**PLAIN, **wish})


def test_a_card_from_before_regions_is_read_and_may_name_none(triage_model: Path, tmp_path):
    folder = Path(shutil.copytree(triage_model, tmp_path / "model"))
    document = json.loads((folder / "card.json").read_text())
    (folder / "card.json").write_text(json.dumps({**document, "preprocess_version": 1}))
    assert checkpoint.read_card(folder).preprocess.region == "image"
    spec = {**document["preprocess"], "region": "lungs"}
    (folder / "card.json").write_text(json.dumps({**document, "preprocess_version": 1, "preprocess": spec}))
    with pytest.raises(CheckpointError, match="knows no regions"):
        checkpoint.read_card(folder)
