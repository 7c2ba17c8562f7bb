"""Weights that another program trained, with a card that somebody wrote for them → a model folder of ours."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.engine import checkpoint, networks
from cxr_desktop.engine.architectures import ARCHITECTURES
from cxr_desktop.engine.card import FORMAT, MODEL_FILES, SELF_TEST_GRID, cut_of, head_of, parse_card
from cxr_desktop.engine.foreign_weights import read_foreign
from cxr_desktop.engine.networks import Network
from cxr_desktop.engine.segmenters import Segmenter, build_segmenter
from cxr_desktop.imaging.preprocess import PREPROCESS_VERSION

_PREFIXES = ("module.", "model.", "")
_NAMED = 5
"""Differences of one kind that are written out."""
_MAX_CARD_BYTES = 1 << 20


def import_model(file: Path, card_file: Path, models: Path) -> tuple[Path, ModelCard]:
    """Write ``models``/NAME, with the name of the card, and return it with the card that was completed.

    The card says what the numbers mean (classes in their order, preprocessing, temperature, operating points); what it
    says of files and self-test is computed here from the network itself. Names and shapes must match exactly, but for
    a wrapper's name before them. Raises ``CheckpointError``, which lists the differences, and ``OSError``.
    """
    document = _document(card_file)
    card = parse_card(json.dumps(_with_placeholders(document)).encode())
    folder = models / card.name
    if folder.exists():
        raise CheckpointError(f"a model called {card.name} is installed already; name the new one otherwise")
    state = read_foreign(file)
    with torch.device("meta"):  # no memory for what a card claims before the weights bear it out
        expected = _build(card).state_dict()
    state = _renamed(state, expected)
    require_same(state, expected)
    network = _build(card)
    network.load_state_dict({name: tensor.to(expected[name].dtype) for name, tensor in state.items()})
    return folder, checkpoint.save(folder, document, network)


def require_same(state: Mapping[str, Tensor], expected: Mapping[str, Tensor]) -> None:
    """Raise ``CheckpointError`` that names what is missing, what is too much and what has another shape or kind."""
    told = [
        _listed("missing", [name for name in expected if name not in state]),
        _listed("unexpected", [name for name in state if name not in expected]),
        _listed("of another shape", [n for n in expected if n in state and state[n].shape != expected[n].shape]),
        _listed("of another kind", [n for n in expected if n in state and _kind(state[n]) != _kind(expected[n])]),
    ]
    differences = [words for words in told if words]
    if differences:
        raise CheckpointError(f"the weights do not fit the network that the card names: {'; '.join(differences)}")


def _kind(tensor: Tensor) -> str:
    return "number" if tensor.is_floating_point() else "count"


def _listed(kind: str, names: list[str]) -> str:
    if not names:
        return ""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{kind} {', '.join(name[:80] for name in names[:_NAMED])}{more}"


def _document(card_file: Path) -> dict[str, Any]:
    try:
        with open(card_file, "rb") as stream:
            document = json.loads(stream.read(_MAX_CARD_BYTES).decode("utf-8"))
    except OSError as error:
        raise CheckpointError("the model card cannot be read") from error
    except (ValueError, RecursionError) as error:
        raise CheckpointError("the model card is not readable") from error
    if not isinstance(document, dict):
        raise CheckpointError("the model card is not readable")
    return document


def _with_placeholders(document: Mapping[str, Any]) -> dict[str, Any]:
    """What ``checkpoint.save`` will compute, so that the rest can be checked before anything is built."""
    classes = document.get("classes")
    count = len(classes) if isinstance(classes, list) else 0
    answer = {"means": [0.0] * SELF_TEST_GRID**2} if document.get("role") == "lungs" else {"logits": [0.0] * count}
    filled = {
        "format": FORMAT,
        "preprocess_version": PREPROCESS_VERSION,
        "files": dict.fromkeys(MODEL_FILES, "0" * 64),
        "self_test": {"seed": 0, "tolerance": 0.0, **answer},
    }
    own = ARCHITECTURES.get(str(document.get("architecture")))
    network = {"head": own.head.kind} if own else {}
    cells = {"cells": {"stride": 1, "first_centre": 0}} if document.get("cut") else {}
    return {**network, **cells, **document, **filled}


def _build(card: ModelCard) -> Network | Segmenter:
    spec = card.preprocess
    if card.role == "lungs":
        return build_segmenter(card.architecture, spec.channels)
    size, head = (spec.height, spec.width), head_of(card)
    try:
        return networks.build(
            card.architecture, len(card.classes), spec.channels, cut=cut_of(card), head=head, size=size
        )
    except ValueError as error:
        raise CheckpointError("the card names a network that cannot be built") from error


def _renamed(state: Mapping[str, Tensor], expected: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Without a wrapper's name, where every name has it, and with the backbone under ours."""
    best = dict(state)
    for prefix in _PREFIXES:
        if not all(name.startswith(prefix) for name in state):
            continue
        bare = {name.removeprefix(prefix): tensor for name, tensor in state.items()}
        ours = {name if name.startswith("classifier.") else f"backbone.{name}": t for name, t in bare.items()}
        for candidate in (bare, ours):
            if len(expected.keys() & candidate.keys()) > len(expected.keys() & best.keys()):
                best = candidate
    return best
