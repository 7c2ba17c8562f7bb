"""A model folder: ``card.json`` + ``weights.safetensors`` + ``model.onnx``; save, list, verify, read; runs no network.

The window's process reads cards through this module, so torch, onnx and safetensors are imported inside functions.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import stat
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.engine.card import FORMAT, ONNX_FILE, SELF_TEST_GRID, WEIGHTS_FILE, head_of, parse_card
from cxr_desktop.engine.model_leftovers import OLD, held_folder, mend
from cxr_desktop.imaging.preprocess import PREPROCESS_VERSION

if TYPE_CHECKING:
    from cxr_desktop.engine.networks import Network
    from cxr_desktop.engine.segmenters import Segmenter

log = logging.getLogger(__name__)

CARD_FILE = "card.json"
_MAX_CARD_BYTES = 1 << 20
_MAX_MODEL_BYTES = 1 << 30
_SELF_TEST_SEED = 20200311
_PROCESSOR_SHARE = 0.05
# A TensorProto that keeps its data in another file has an external_data entry with the key "location" (onnx.proto).
_EXTERNAL_DATA = b"\x0a\x08location"


def read_card(folder: Path) -> ModelCard:
    """The card of a model folder; ``digest`` is the SHA-256 of its bytes. Raises ``CheckpointError``."""
    try:
        with _opened(folder / CARD_FILE) as stream:
            data = stream.read(_MAX_CARD_BYTES + 1)
    except OSError as error:
        raise CheckpointError("the model card cannot be read") from error
    if len(data) > _MAX_CARD_BYTES:
        raise CheckpointError("the model card is too large")
    return _parsed(data)


@lru_cache(maxsize=32)
def _parsed(data: bytes) -> ModelCard:
    """The same bytes are the same card: a window that opens asks for each of them ten times."""
    return parse_card(data)


def installed(dirs: Sequence[Path], role: str) -> list[tuple[Path, ModelCard]]:
    """Folders and cards of a role, as they lie; of two with one name the earlier folder of ``dirs`` wins."""
    found: list[tuple[Path, ModelCard]] = []
    names: set[str] = set()
    for directory in dirs:
        try:
            folders = sorted(f for f in directory.iterdir() if (f / CARD_FILE).is_file())
        except OSError:
            continue  # the user's model folder exists only once there is a model in it
        for folder in folders:
            try:
                card = read_card(folder)
            except CheckpointError as error:
                log.warning("a model folder was left out: %s", error)
                continue
            if card.role == role and card.name not in names:
                names.add(card.name)
                found.append((folder, card))
    return found


def list_models(dirs: Sequence[Path], role: str = "triage") -> list[ModelCard]:
    """The cards in ``dirs``, the default model first; of two with one name the earlier folder wins."""
    cards = [card for _, card in installed(dirs, role)]
    return sorted(cards, key=lambda card: card.document.get("default") is not True)


def model_folder(name: str, dirs: Sequence[Path], role: str = "triage") -> Path:
    """The folder of the model ``name``; "" means the default model, else the first. Raises ``CheckpointError``."""
    found = installed(dirs, role)
    for folder, card in found:
        if card.name == name or (not name and card.document.get("default") is True):
            return folder
    if found and not name:
        return found[0][0]
    raise CheckpointError("this model is not installed" if name else "no model is installed")


def read_file(folder: Path, card: ModelCard, name: str) -> bytes:
    """The bytes of one model file, checked against the card. Raises ``CheckpointError``."""
    try:
        with _opened(folder / name) as stream:
            if os.fstat(stream.fileno()).st_size > _MAX_MODEL_BYTES:
                raise CheckpointError("a model file is too large")
            data = stream.read()
    except OSError as error:
        raise CheckpointError("a model file is missing or cannot be read") from error
    if hashlib.sha256(data).hexdigest() != card.files.get(name):
        raise CheckpointError("a model file does not match its card; please install the model again")
    if name == ONNX_FILE and _EXTERNAL_DATA in data:
        raise CheckpointError("the network refers to other files, which is not allowed")
    return data


def _opened(path: Path) -> BinaryIO:
    """A regular file; a pipe in its place must neither block nor be read. Raises ``OSError``."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError("not a regular file")
    return os.fdopen(descriptor, "rb")


def verify(folder: Path, card: ModelCard) -> None:
    """Compare every model file with the card. Raises ``CheckpointError``."""
    for name in card.files:
        read_file(folder, card, name)


def self_test_input(card: ModelCard) -> NDArray[np.float32]:
    """The deterministic input, (1, channels, height, width), whose logits the card stores."""
    spec = card.preprocess
    shape = (1, spec.channels, spec.height, spec.width)
    return _noise(int(card.document["self_test"]["seed"]), shape)


def tolerance_of(card: ModelCard, device: str) -> float:
    """How far the answers of the self-test may lie from those of the card.

    Accelerators may use the card's whole tolerance (2e-3 and more). On a processor OpenVINO and torch were seen to
    differ by some 1e-6, so there a twentieth is enough and a silent loss of precision does not pass.
    """
    whole = float(card.document["self_test"]["tolerance"])
    return whole * _PROCESSOR_SHARE if device == "cpu" else whole


def _noise(seed: int, shape: tuple[int, ...]) -> NDArray[np.float32]:
    return np.random.default_rng(seed).standard_normal(shape).astype(np.float32)


def head_weights(folder: Path, card: ModelCard) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """(classes, channels) weights and (classes,) bias of a head that is one layer. Raises ``CheckpointError``."""
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        state = load(read_file(folder, card, WEIGHTS_FILE))
        weight, bias = state["classifier.weight"], state["classifier.bias"]
    except (SafetensorError, KeyError, ValueError) as error:
        raise CheckpointError("the weights are not readable") from error
    weight = weight.reshape(weight.shape[0], -1).astype(np.float32) if weight.ndim in (2, 4) else weight
    single = head_of(card).logits == "single"
    outputs = 1 if single else len(card.classes)
    if weight.ndim != 2 or weight.shape[0] != outputs or bias.shape != (outputs,):
        raise CheckpointError("the weights do not have the classes that the card names")
    bias = bias.astype(np.float32)
    if single:  # the second logit is 0 whatever the image
        weight, bias = np.vstack([weight, np.zeros_like(weight)]), np.append(bias, np.float32(0))
    if not (np.isfinite(weight).all() and np.isfinite(bias).all()):
        raise CheckpointError("the weights hold values that are not numbers")
    return weight, bias


def load_network(folder: Path, card: ModelCard) -> Network:
    """The network with its weights, in evaluation mode on the CPU. Loads torch. Raises ``CheckpointError``."""
    from cxr_desktop.engine import weights

    return weights.read_network(read_file(folder, card, WEIGHTS_FILE), card)


def load_segmenter(folder: Path, card: ModelCard) -> Segmenter:
    """The segmenter with its weights, in evaluation mode on the CPU. Loads torch. Raises ``CheckpointError``."""
    from cxr_desktop.engine import weights

    return weights.read_segmenter(read_file(folder, card, WEIGHTS_FILE), card)


def grid_means(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """(…, height, width) logits of a segmenter → means of 8 × 8 equal fields, row by row: its self-test's answer."""
    rows, columns = (side // SELF_TEST_GRID for side in logits.shape[-2:])
    fields = logits.reshape(SELF_TEST_GRID, rows, SELF_TEST_GRID, columns)
    return fields.mean(axis=(1, 3), dtype=np.float64).ravel().astype(np.float32)


def save(folder: Path, card_document: dict[str, Any], network: Network | Segmenter) -> ModelCard:
    """Write a model folder and return its card; loads torch.

    The card is checked and completed: ``format``, what the network says of itself (``weights.describe``),
    ``preprocess_version``, ``files`` and ``self_test`` are filled in. Tensors that survive it exactly are stored as
    half floats (see ``weights.round_to_half``), so saving never changes a number. The folder appears whole or not at
    all; an old one is replaced.
    """
    from cxr_desktop.engine import weights

    plain = weights.evaluation_copy(network)
    document = {**card_document, **weights.describe(plain), "format": FORMAT}
    document["preprocess_version"] = PREPROCESS_VERSION
    spec = document["preprocess"]
    shape = (1, spec.get("channels", 3), spec["height"], spec["width"])
    blobs = {WEIGHTS_FILE: weights.to_safetensors(plain), ONNX_FILE: weights.to_onnx(plain, shape)}
    document["files"] = {name: hashlib.sha256(blob).hexdigest() for name, blob in blobs.items()}
    logits = weights.run_once(plain, _noise(_SELF_TEST_SEED, shape))
    kind, answer = ("means", grid_means(logits)) if logits.ndim == 3 else ("logits", logits)
    document["self_test"] = {
        "seed": _SELF_TEST_SEED,
        kind: [float(v) for v in answer],
        "tolerance": 2e-3 * max(1.0, float(np.abs(answer).max())),
    }
    return _write_folder(folder, document, blobs)


def save_copy(
    folder: Path,
    card_document: dict[str, Any],
    source: Path,
    card: ModelCard,
    beside: Mapping[str, bytes] = MappingProxyType({}),
) -> ModelCard:
    """Write a model folder with the network of another one under a new card, and return that card; runs no network.

    ``card_document`` is a whole card, with the ``files`` and the ``self_test`` of ``card``. Files ``beside`` those are
    written too and named in the card; they replace files of ``source``. Raises ``CheckpointError``.
    """
    blobs = {name: read_file(source, card, name) for name in card.files} | dict(beside)
    files = {name: hashlib.sha256(blob).hexdigest() for name, blob in blobs.items()}
    return _write_folder(folder, {**card_document, "files": files}, blobs)


def _write_folder(folder: Path, document: dict[str, Any], blobs: dict[str, bytes]) -> ModelCard:
    text = json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False).encode()
    card = parse_card(text)
    folder.parent.mkdir(parents=True, exist_ok=True)
    mend(folder.parent)
    with held_folder(folder.name, folder.parent) as temporary:
        whole = temporary / "whole"
        whole.mkdir()
        os.chmod(whole, 0o755)
        for name, blob in {**blobs, CARD_FILE: text}.items():
            _write(whole / name, blob)
        _put_in_place(whole, folder)
    return card


def _write(path: Path, data: bytes) -> None:
    with open(path, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _put_in_place(whole: Path, folder: Path) -> None:
    """A folder cannot be renamed over a full one: the old one steps aside first and goes last.

    Where that is interrupted, ``mend`` brings it back.
    """
    if not folder.exists():
        os.replace(whole, folder)
        return
    with held_folder(folder.name, folder.parent, aside=True) as aside:
        os.replace(folder, aside / OLD)
        try:
            os.replace(whole, folder)
        except OSError:
            os.replace(aside / OLD, folder)
            raise
