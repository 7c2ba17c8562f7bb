"""Tiny models with random weights and synthetic films, shared by the engine's tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from cxr_desktop.engine.architectures import HeadSpec

FINDINGS = ["covid19", "pneumonia", "tuberculosis", "normal"]
GATE_CLASSES = ["frontal_chest", "lateral_chest", "not_chest", "no_content"]
MakeModel = Callable[..., Path]


def card_document(role: str = "triage", **changes: Any) -> dict[str, Any]:
    """What a publisher hands to ``checkpoint.save``."""
    document: dict[str, Any] = {
        "name": f"tiny-{role}",
        "title": "Tiny",
        "version": "1.0",
        "role": role,
        "architecture": "gate_cnn",
        "classes": FINDINGS if role == "triage" else GATE_CLASSES,
        "preprocess": {"height": 64, "width": 64, "channels": 1, "mean": [0.5], "std": [0.25]},
        "temperature": 1.3,
    }
    if role == "triage":
        counts = {"true_positives": 9, "false_negatives": 1, "true_negatives": 8, "false_positives": 2}
        document["operating_points"] = [
            {"finding": "covid19", "target": "sensitivity 0.98", "threshold": 0.1, **counts},
            {"finding": "covid19", "target": "sensitivity 0.90", "threshold": 0.2, **counts},
        ]
        document["map_scale"] = dict.fromkeys(FINDINGS, 2.0)
    else:
        document["gate_threshold"] = 0.6
    return {**document, **changes}


@pytest.fixture(scope="session")
def make_model(tmp_path_factory: pytest.TempPathFactory) -> MakeModel:
    """``make_model(role, bias=None, architecture="gate_cnn", head=None, cut="", **card_changes)`` → model folder.

    With a ``bias`` the network answers with it whatever it sees.
    """
    torch = pytest.importorskip("torch")
    torch.set_num_threads(1)
    from cxr_desktop.engine import checkpoint, networks, weights

    def make(
        role: str = "triage",
        bias: list[float] | None = None,
        architecture: str = "gate_cnn",
        head: HeadSpec | None = None,
        cut: str = "",
        **changes: Any,
    ) -> Path:
        torch.manual_seed(7)
        document = card_document(role, architecture=architecture, **changes)
        spec = document["preprocess"]
        size = spec["height"], spec["width"]
        classes, channels = len(document["classes"]), spec.get("channels", 3)
        network = networks.build(architecture, classes, channels, cut=cut, head=head, size=size)
        last = network.classifier.output if network.head == "mlp" else network.classifier
        with torch.no_grad():
            if bias is not None:
                last.weight.zero_()
                last.bias.copy_(torch.tensor(bias))
            else:
                last.weight.mul_(20)  # random features differ little; let the numbers differ more
        weights.round_to_half(network)
        folder = tmp_path_factory.mktemp("models") / document["name"]
        checkpoint.save(folder, document, network)
        return folder

    return make


@pytest.fixture(scope="session")
def triage_model(make_model: MakeModel) -> Path:
    """A model with the four findings."""
    return make_model("triage")


@pytest.fixture(scope="session")
def open_gate(make_model: MakeModel) -> Path:
    """A gate that takes everything for a frontal chest."""
    return make_model("gate", bias=[6.0, 0.0, 0.0, 0.0])


@pytest.fixture(scope="session")
def closed_gate(make_model: MakeModel) -> Path:
    """A gate that takes everything for a lateral view."""
    return make_model("gate", bias=[0.0, 6.0, 0.0, 0.0], name="closed-gate")


def film(seed: int, rows: int = 180, columns: int = 150) -> NDArray[np.uint16]:
    """A smooth 16-bit picture with two dark fields, different for every seed."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:rows, 0:columns] / np.array([[[rows]], [[columns]]])
    grey = 0.7 + 0.2 * np.sin(3 * x + rng.uniform(0, 6)) * np.cos(2 * y + rng.uniform(0, 6))
    for centre in (0.3, 0.7):
        spread = ((x - centre) / 0.15) ** 2 + ((y - rng.uniform(0.4, 0.6)) / 0.3) ** 2
        grey -= rng.uniform(0.3, 0.5) * np.exp(-spread)
    return np.clip(grey * 40_000 + rng.normal(0, 300, grey.shape), 0, 65_535).astype(np.uint16)


@pytest.fixture(scope="session")
def films(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Twelve PNG files."""
    folder = tmp_path_factory.mktemp("films")
    paths = []
    for seed in range(12):
        path = folder / f"film{seed:02}.png"
        Image.fromarray(film(seed, 150 + 7 * seed, 140 + 5 * seed)).save(path)
        paths.append(str(path))
    return paths


def lungs_document(**changes: Any) -> dict[str, Any]:
    """What a publisher of a segmenter hands to ``checkpoint.save``."""
    document: dict[str, Any] = {
        "name": "tiny-lungs",
        "version": "1.0",
        "role": "lungs",
        "classes": ["lungs"],
        "preprocess": {
            "height": 128, "width": 128, "channels": 1, "fit": "letterbox", "mean": [0.0], "std": [1.0],
        },
    }  # fmt: skip
    return {**document, **changes}


@pytest.fixture(scope="session")
def lungs_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A segmenter that takes for lung what is darker than 0.35."""
    torch = pytest.importorskip("torch")
    torch.set_num_threads(1)
    from cxr_desktop.engine import checkpoint, weights
    from cxr_desktop.engine.segmenters import build_segmenter

    network = build_segmenter().eval()
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if parameter.ndim == 4 or name.startswith("output"):
                parameter.zero_()
        beside = network.up[-1][0].in_channels - network.down[0][0].out_channels
        for k in range(4):  # the four pixels that are folded into channels go their way alone
            network.down[0][0].weight[k, k, 1, 1] = -1.0
            network.down[0][1].bias[k] = 0.4
            network.down[0][3].weight[k, k, 1, 1] = 1.0
            network.up[-1][0].weight[k, beside + k, 1, 1] = 1.0
            network.up[-1][3].weight[k, k, 1, 1] = 1.0
            network.output.weight[k, k] = 20.0
            network.output.bias[k] = -1.0
    weights.round_to_half(network)
    folder = tmp_path_factory.mktemp("models") / "tiny-lungs"
    checkpoint.save(folder, lungs_document(), network)
    return folder


LUNG_BOX = (0.2, 0.25, 0.85, 0.75)
"""Left, top, right, bottom of both lungs of ``lung_film``, as shares of its sides."""


def lung_film(rows: int, columns: int) -> NDArray[np.float32]:
    """Two dark lungs of different widths in a bright chest, 0…1."""
    y, x = (np.mgrid[0:rows, 0:columns] + 0.5) / np.array([[[rows]], [[columns]]])
    grey = np.full((rows, columns), 0.8, dtype=np.float32)
    left, top, right, bottom = LUNG_BOX
    for x0, x1 in ((left, 0.45), (0.6, right)):
        inside = ((x - (x0 + x1) / 2) / ((x1 - x0) / 2)) ** 2 + ((y - (top + bottom) / 2) / ((bottom - top) / 2)) ** 2
        grey[inside <= 1] = 0.1
    grain = np.random.default_rng(5).normal(0, 0.01, grey.shape).astype(np.float32)
    return np.clip(grey + grain, 0.0, 1.0)
