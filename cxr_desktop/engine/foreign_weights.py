"""Tensors by name out of a file that another program wrote; no code in it is run, no size in it believed.

A file of ours is ``checkpoint``'s business: its digest stands in a card. Here nothing is known of the file, so what it
says of itself is compared with the bytes that it has before any of it is used.
"""

from __future__ import annotations

import io
import logging
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor

from cxr_desktop.domain.errors import CheckpointError, UnreadableImageError
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.files import read_bytes

log = logging.getLogger(__name__)

_BUDGET = ReadBudget(max_file_bytes=4 << 30)
_HEAD_BYTES = 4096
_LONGEST_HEADER = 100 << 20
"""As the library of safetensors has it."""
_WRAPPERS = ("state_dict", "model_state_dict", "network", "model")
_DTYPES = frozenset({"torch.float16", "torch.bfloat16", "torch.float32", "torch.float64", "torch.int64"})
_PROGRAM_PARTS = ("/code/", "/constants.pkl", "/archive_format", "/models/")
"""What TorchScript and exported programs keep beside their weights; a file of weights has none of it."""
_UNREADABLE = "the file of weights cannot be read, or holds more than tensors"


def read_foreign(file: Path) -> dict[str, Tensor]:
    """Tensors by name, on the CPU. Of a training checkpoint (Lightning and others) the network's state alone.

    ``file`` is .safetensors or what ``torch.save`` wrote. Raises ``CheckpointError`` with one sentence, whatever the
    file is: no file of weights, cut short, larger unpacked than it is, a program, tensors larger than their bytes.
    """
    data = _bytes_of(file)
    _require_weights(data[:_HEAD_BYTES])
    state = _from_safetensors(data) if _is_safetensors(data) else _from_torch(data)
    for name, tensor in state.items():
        _require_sound(name, tensor)
    return state


def _bytes_of(file: Path) -> bytes:
    if not file.exists():
        raise CheckpointError(f"there is no file of weights called {file.name}")
    try:
        # Somebody named this file, so a link gives way to what it names; pipes and devices are refused all the same.
        return read_bytes(os.path.realpath(file), _BUDGET)
    except UnreadableImageError as error:
        raise CheckpointError(f"the file of weights cannot be read: {error}") from None
    except MemoryError:
        raise CheckpointError("the file of weights is larger than the memory") from None


def _require_weights(head: bytes) -> None:
    """What people save by mistake is named."""
    text = head.lstrip()[:64].lower()
    if text.startswith(b"version https://git-lfs"):
        raise CheckpointError("the file is only a pointer of Git LFS; fetch the weights themselves")
    if text.startswith((b"<!doctype", b"<html", b"<?xml")):
        raise CheckpointError("the file is a web page and no file of weights; download it again")


def _is_safetensors(data: bytes) -> bool:
    return len(data) > 8 and data[8:9] == b"{"


def _from_safetensors(data: bytes) -> dict[str, Tensor]:
    from safetensors import SafetensorError
    from safetensors.torch import load

    if int.from_bytes(data[:8], "little") > min(len(data), _LONGEST_HEADER):
        raise CheckpointError("the file of weights is cut short")
    try:
        return dict(load(data))
    except (SafetensorError, ValueError, KeyError, TypeError, MemoryError) as error:
        log.debug("safetensors: %s", type(error).__name__)
        raise CheckpointError(_UNREADABLE) from None


def _from_torch(data: bytes) -> dict[str, Tensor]:
    if data[:4] == b"PK\x03\x04":
        _require_plain_archive(data)
    try:
        # Never again without weights_only: what it refuses is code.
        stored = torch.load(io.BytesIO(data), map_location="cpu", weights_only=True)
    except Exception as error:  # zip, pickle and torch have their own for each kind of bad file
        log.debug("torch.load: %s", type(error).__name__)
        raise CheckpointError(_UNREADABLE) from error
    for name in _WRAPPERS:
        if isinstance(stored, Mapping) and isinstance(stored.get(name), Mapping):
            stored = stored[name]
    if not isinstance(stored, Mapping) or not stored:
        raise CheckpointError("the file of weights holds no tensors by name")
    if not all(isinstance(k, str) and isinstance(v, Tensor) for k, v in stored.items()):
        raise CheckpointError("the file of weights holds no tensors by name")
    return dict(stored)


def _require_plain_archive(data: bytes) -> None:
    """``torch.save`` compresses nothing, so unpacked the parts are as large as they lie here."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise CheckpointError("the file of weights is damaged or cut short") from None
    if any(mark in f"/{part.filename}" for part in parts for mark in _PROGRAM_PARTS):
        raise CheckpointError("the file holds a program (TorchScript or an exported one) and not only weights")
    if any(part.compress_type != zipfile.ZIP_STORED for part in parts) or sum(p.file_size for p in parts) > len(data):
        raise CheckpointError("the file of weights would grow when it is unpacked, which no program writes")


def _require_sound(name: str, tensor: Tensor) -> None:
    """A view that repeats its bytes (``expand``) claims any size at no cost, until somebody copies it."""
    if tensor.layout is not torch.strided or tensor.is_meta or str(tensor.dtype) not in _DTYPES:
        raise CheckpointError(f"the file of weights holds a tensor of a kind that is not read ({name[:80]})")
    if tensor.numel() * tensor.element_size() > tensor.untyped_storage().nbytes():
        raise CheckpointError(f"the file of weights holds a tensor that is larger than its bytes ({name[:80]})")
