"""``card.json`` → ModelCard, with every value checked before use; opens no files and knows no network."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.model_card import ModelCard, OperatingPoint, PreprocessSpec
from cxr_desktop.domain.prediction import Finding, GateClass
from cxr_desktop.engine.architectures import (
    ARCHITECTURES,
    SEGMENTER_STEP,
    SEGMENTERS,
    CellGrid,
    HeadSpec,
    check_head,
)
from cxr_desktop.engine.familiarity import FAMILIARITY_FILE
from cxr_desktop.engine.lung_shape import LUNG_SHAPE_FILE
from cxr_desktop.engine.orientation import CLASSES, QUESTIONS
from cxr_desktop.imaging.preprocess import PREPROCESS_VERSION

FORMAT = 1
WEIGHTS_FILE = "weights.safetensors"
ONNX_FILE = "model.onnx"
MODEL_FILES = (WEIGHTS_FILE, ONNX_FILE)
OUTPUTS = ("softmax", "sigmoid")
ROLES = ("triage", "gate", "orientation", "lungs")
LUNGS_CLASS = "lungs"
SELF_TEST_GRID = 8
"""A segmenter's self-test keeps the mean logits of 8 × 8 fields."""

_DEEPEST = 16
"""Hidden layers."""
_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_NODE_NAME = re.compile(r"[A-Za-z0-9_.]{0,120}")
_PLAIN_NAME = re.compile(r"[a-z0-9_]{1,40}")
_WHOLE_IMAGE_VERSION = 1
"""Of the preprocessing: it knew no regions; what it says of whole images gives the same numbers today."""
_SHA256 = re.compile(r"[0-9a-f]{64}")
_T = TypeVar("_T")


def _refuse(what: str) -> CheckpointError:
    return CheckpointError(f"the model card is not valid: {what}")


def _get(table: Mapping[str, Any], key: str, kind: type[_T], default: _T | None = None) -> _T:
    """A value of the right type; ``default`` where it is absent, an error where there is no default."""
    value = table.get(key, default)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise _refuse(f"{key} is missing or has the wrong type")
    return value


def _number(table: Mapping[str, Any], key: str, low: float, high: float, default: float | None = None) -> float:
    value = _get(table, key, float, default)
    if not low <= value <= high:  # also refuses NaN
        raise _refuse(f"{key} is out of range")
    return value


def _integer(table: Mapping[str, Any], key: str, low: int, high: int, default: int | None = None) -> int:
    value = _get(table, key, int, default)
    if not low <= value <= high:
        raise _refuse(f"{key} is out of range")
    return value


def _numbers(value: object, key: str, count: int) -> tuple[float, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) != count:
        raise _refuse(f"{key} needs {count} numbers")
    if not all(isinstance(v, (int, float)) and not isinstance(v, bool) and math.isfinite(v) for v in value):
        raise _refuse(f"{key} needs {count} numbers")
    return tuple(float(v) for v in value)


def _region(table: Mapping[str, Any], version: int) -> dict[str, Any]:
    """``region``, ``margin`` and ``outside``; cards that do not name them look at the whole image."""
    defaults = PreprocessSpec(1, 1)
    region = _get(table, "region", str, defaults.region)
    outside = _get(table, "outside", str, defaults.outside)
    if region not in {"image", "lungs"} or outside not in {"kept", "grey"}:
        raise _refuse("region or outside is unknown")
    if outside == "grey" and region != "lungs":
        raise _refuse("outside goes with the region of the lungs only")
    if region != "image" and version == _WHOLE_IMAGE_VERSION:
        raise _refuse("its version of the preprocessing knows no regions")
    return {"region": region, "margin": _number(table, "margin", 0.0, 0.5, defaults.margin), "outside": outside}


def _preprocess(table: Mapping[str, Any], version: int) -> PreprocessSpec:
    channels = _integer(table, "channels", 1, 3, 3)
    low = _number(table, "low_percentile", 0.0, 100.0, 0.5)
    high = _number(table, "high_percentile", 0.0, 100.0, 99.5)
    fit = _get(table, "fit", str, "crop")
    defaults = PreprocessSpec(1, 1)
    std = _numbers(table.get("std", defaults.std), "std", channels)
    if not low < high or fit not in {"crop", "letterbox", "stretch"} or min(std) <= 0:
        raise _refuse("preprocess contradicts itself")
    return PreprocessSpec(
        height=_integer(table, "height", 16, 2048),
        width=_integer(table, "width", 16, 2048),
        channels=channels,
        fit=fit,
        low_percentile=low,
        high_percentile=high,
        equalise=_number(table, "equalise", 0.0, 1.0, 0.0),
        mean=_numbers(table.get("mean", defaults.mean), "mean", channels),
        std=std,
        **_region(table, version),
    )


def _operating_points(rows: Sequence[Any], classes: Sequence[str]) -> tuple[OperatingPoint, ...]:
    points = []
    for row in rows:
        if not isinstance(row, dict) or row.get("finding") not in classes:
            raise _refuse("an operating point is not of one of the model's classes")
        counts = {
            key: _integer(row, key, 0, 10**9)
            for key in ("true_positives", "false_negatives", "true_negatives", "false_positives")
        }
        points.append(
            OperatingPoint(
                finding=Finding(row["finding"]),
                target=_get(row, "target", str),
                threshold=_number(row, "threshold", 0.0, 1.0),
                measured_on=_get(row, "measured_on", str, ""),
                **counts,
            )
        )
    return tuple(points)


def _class_name(name: object, role: str) -> str:
    """``name`` where it is one of the role's. Raises ``ValueError``."""
    if not isinstance(name, str):
        raise ValueError("not a name")
    if role == "triage":
        return str(Finding(name))
    if role == "gate":
        return str(GateClass(name))
    if not (name == LUNGS_CLASS if role == "lungs" else _PLAIN_NAME.fullmatch(name)):
        raise ValueError("not a class of this role")
    return name


def _classes(document: Mapping[str, Any], role: str) -> tuple[str, ...]:
    classes = tuple(_get(document, "classes", list))
    try:
        named = [_class_name(c, role) for c in classes]
    except ValueError as error:
        raise _refuse("classes are not those of its role") from error
    if not named or len(set(named)) != len(named):
        raise _refuse("classes are not those of its role")
    return tuple(named)


def _files(document: Mapping[str, Any]) -> dict[str, str]:
    files = _get(document, "files", dict)
    if set(files) - {FAMILIARITY_FILE, LUNG_SHAPE_FILE} != set(MODEL_FILES) or not all(
        isinstance(h, str) and _SHA256.fullmatch(h) for h in files.values()
    ):
        raise _refuse("files must name the hash of the weights and of the network")
    return dict(files)


def _check_self_test(document: Mapping[str, Any], classes: Sequence[str], role: str) -> None:
    test = _get(document, "self_test", dict)
    _integer(test, "seed", 0, 2**32)
    if role == "lungs":
        _numbers(test.get("means"), "self_test", SELF_TEST_GRID**2)
    else:
        _numbers(test.get("logits"), "self_test", len(classes))
    _number(test, "tolerance", 0.0, 1.0e3)


def _head(document: Mapping[str, Any], classes: int) -> HeadSpec:
    """The head as the card says, else as the architecture has it."""
    spec = ARCHITECTURES[document["architecture"]].head
    if "head_spec" in document:
        table = _get(document, "head_spec", dict)
        if set(table) - {f.name for f in dataclasses.fields(HeadSpec)}:
            raise _refuse("head_spec has a key that is not known")
        dropout = _get(table, "dropout", list, [])
        spec = HeadSpec(
            kind=_get(table, "kind", str),
            pool=_get(table, "pool", str, "average"),
            hidden=tuple(_integer({"hidden": n}, "hidden", 1, 65536) for n in _get(table, "hidden", list, [])),
            activation=_get(table, "activation", str, "relu"),
            batch_norm=_get(table, "batch_norm", bool, False),
            dropout=_numbers(dropout, "dropout", len(dropout)),
            logits=_get(table, "logits", str, "per_class"),
        )
    try:
        check_head(spec, classes)
    except ValueError as error:
        raise _refuse(str(error)) from error
    if spec.kind != document.get("head") or len(spec.hidden) > _DEEPEST:
        raise _refuse("its head is not known to this program")
    return spec


def _cells(document: Mapping[str, Any]) -> CellGrid:
    if "cells" not in document and not document.get("cut"):
        return ARCHITECTURES[document["architecture"]].cells
    table = _get(document, "cells", dict)
    return CellGrid(_number(table, "stride", 0.5, 4096.0), _number(table, "first_centre", -4096.0, 4096.0))


def _check_segmenter(document: Mapping[str, Any], spec: PreprocessSpec) -> None:
    if _get(document, "architecture", str) not in SEGMENTERS:
        raise _refuse("its architecture is not known to this program")
    if spec.region != "image" or spec.height % SEGMENTER_STEP or spec.width % SEGMENTER_STEP:
        raise _refuse(f"a segmenter looks at whole images with sides that are multiples of {SEGMENTER_STEP}")


def _check_network(document: Mapping[str, Any], role: str, classes: Sequence[str]) -> None:
    if _get(document, "architecture", str) not in ARCHITECTURES:
        raise _refuse("its architecture is not known to this program")
    head = _head(document, len(classes))
    if not _NODE_NAME.fullmatch(_get(document, "cut", str, "")):
        raise _refuse("cut is not the name of a node")
    _cells(document)
    output = _get(document, "output", str, "softmax")
    if output not in OUTPUTS or (output == "sigmoid" and (role != "triage" or head.logits == "single")):
        raise _refuse("output is unknown, or does not go with its role or its head")


def _check_gate(document: Mapping[str, Any]) -> None:
    _number(document, "gate_threshold", 0.0, 1.0)
    if ("lung_shape" in document) != (LUNG_SHAPE_FILE in document["files"]):
        raise _refuse("lung_shape and its file belong together")
    if "lung_shape" in document:
        rule = _get(document, "lung_shape", dict)
        _number(rule, "weight", 0.0, 100.0)
        _number(rule, "threshold", -1e3, 1e3)


def _check_orientation(document: Mapping[str, Any], classes: Sequence[str]) -> None:
    if set(classes) != set(CLASSES):
        raise _refuse("classes are not those of its role")
    limits = _get(document, "orientation_thresholds", dict)
    for question in QUESTIONS:
        _number(limits, question, 0.0, 1.0)


def _check_reduced_decoding(document: Mapping[str, Any]) -> None:
    measured = _get(document, "reduced_decoding", dict, {})
    if measured:
        _number(measured, "probability_change", 0.0, 1.0)
        _number(measured, "log_odds_change", 0.0, 100.0, 0.0)
        _number(measured, "temperature", 0.01, 100.0)
        _integer(measured, "films", 1, 10**9)


def _check_words(document: Mapping[str, Any], classes: Sequence[str]) -> None:
    labels = _get(document, "class_labels", dict, {})
    if not set(labels) <= set(classes) or not all(isinstance(w, str) and 0 < len(w) <= 80 for w in labels.values()):
        raise _refuse("class_labels names words for classes that the model does not have")
    if _get(document, "class_of_interest", str, classes[0]) not in classes:
        raise _refuse("class_of_interest is not one of the model's classes")


def head_of(card: ModelCard) -> HeadSpec:
    """What follows the backbone: as the card says, else as the architecture has it."""
    return _head(card.document, len(card.classes))


def cells_of(card: ModelCard) -> CellGrid:
    """Where the cells of its maps look: as the card says, else as the architecture has it."""
    return _cells(card.document)


def cut_of(card: ModelCard) -> str:
    """The inner node that the backbone ends with; "" where it is whole."""
    return str(card.document.get("cut", ""))


def output_of(card: ModelCard) -> str:
    """How logits become probabilities: "softmax", or "sigmoid" where classes do not exclude each other."""
    return str(card.document.get("output", OUTPUTS[0]))


def parse_card(data: bytes) -> ModelCard:
    """The card in ``data``. Raises ``CheckpointError`` for anything that could make a number mean something else."""
    try:
        document = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise CheckpointError("the model card is not readable") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise _refuse("its format is not known to this program")
    role = _get(document, "role", str)
    if role not in ROLES:
        raise _refuse("role is unknown")
    version = _get(document, "preprocess_version", int)
    if version not in {_WHOLE_IMAGE_VERSION, PREPROCESS_VERSION}:
        raise _refuse("it was made for another version of the preprocessing")
    name = _get(document, "name", str)
    if not _SAFE_NAME.fullmatch(name):
        raise _refuse("name holds characters other than letters, digits, dot, dash and underscore")
    classes = _classes(document, role)
    preprocess = _preprocess(_get(document, "preprocess", dict), version)
    if role == "lungs":
        _check_segmenter(document, preprocess)
    else:
        _check_network(document, role, classes)
    _check_words(document, classes)
    _check_reduced_decoding(document)
    scale = _get(document, "map_scale", dict, {})
    _check_self_test(document, classes, role)
    if role == "gate":
        _check_gate(document)
    if role == "orientation":
        _check_orientation(document, classes)
    return ModelCard(
        name=name,
        title=_get(document, "title", str, name),
        version=_get(document, "version", str, ""),
        role=role,
        architecture=document["architecture"],
        classes=classes,
        preprocess=preprocess,
        temperature=_number(document, "temperature", 0.01, 100.0, 1.0 if role == "lungs" else None),
        operating_points=_operating_points(_get(document, "operating_points", list, []), classes),
        map_scale={c: _number(scale, c, 1e-6, 1e6) for c in classes if c in scale},
        files=_files(document),
        intended_use=_get(document, "intended_use", str, ""),
        not_for=_get(document, "not_for", str, ""),
        digest=hashlib.sha256(data).hexdigest(),
        document=document,
    )
