"""Changed copies of a training image, named so that the name alone makes them again; knows no split and no class."""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.operations import apply, resized
from training.recipe import Operation

PREFIX = "copied:"


def is_copy(file: str) -> bool:
    """Made from another image, not read."""
    return file.startswith(PREFIX)


def name(file: str, operations: Sequence[Operation], size: int, seed: Sequence[int]) -> str:
    """The name of a copy of ``file``: everything that its pixels depend on."""
    steps = [[o.name, o.p, dict(o.values)] for o in operations]
    text = json.dumps({"of": file, "seed": list(seed), "size": size, "steps": steps}, separators=(",", ":"))
    return PREFIX + text


def original_of(file: str) -> str:
    """The file that a copy was made of; any other file is its own."""
    return str(json.loads(file.removeprefix(PREFIX))["of"]) if is_copy(file) else file


def make(file: str, original: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The pixels of a copy: the original at training size (shorter side), changed."""
    values = json.loads(file.removeprefix(PREFIX))
    steps = [Operation(step, p, parameters) for step, p, parameters in values["steps"]]
    size = int(values["size"])
    return apply(steps, resized(original, size, "crop"), np.random.default_rng(values["seed"]), size)
