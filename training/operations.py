"""Named changes of a picture as a recipe lists them, by torchvision's v2 functions; chance comes from the caller's rng.

Pictures are uint8, (rows, columns) or (rows, columns, 3), and stay so. What moves in from outside is black. Degrees
turn counter-clockwise.

| name | values |
|---|---|
| rotation | degrees = [low, high] |
| quarter_turn | |
| flip, mirror | |
| gaussian_blur | kernel (odd pixels), sigma (number or [low, high]) |
| affine | degrees, shear = [low, high]; translate (share of a side); scale = [low, high] |
| random_resized_crop | scale = [low, high] (share of the area), ratio = [low, high] (width : height); gives a square |
| crop | share (of the area, the shape is kept) |
| perspective | distortion (share of a side) |
| elastic | alpha (strength, as torchvision counts it), sigma (pixels) |
| colour_jitter | brightness, contrast (largest change, as a share) |
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from training.recipe import Operation, RecipeError

if TYPE_CHECKING:
    from torch import Tensor

Rng = np.random.Generator
Codes = NDArray[np.uint8]
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Number:
    """One value of an operation: its range, whether it is a pair of low and high, and what it is where not given."""

    low: float
    high: float
    default: Any
    pair: bool = False
    either: bool = False


def _pair(low: float, high: float, default: tuple[float, float]) -> _Number:
    return _Number(low, high, default, pair=True)


def resized(picture: Codes, size: int, fit: str) -> Codes:
    """At training size: "crop" brings the shorter side to ``size``, "letterbox" the longer one, "stretch" both."""
    rows, columns = picture.shape[:2]
    scale = size / (max(rows, columns) if fit == "letterbox" else min(rows, columns))
    height, width = (size, size) if fit == "stretch" else (max(1, round(rows * scale)), max(1, round(columns * scale)))
    if (height, width) == (rows, columns):
        return picture
    shrinks = height * width < rows * columns
    method = Image.Resampling.BOX if shrinks else Image.Resampling.BILINEAR
    return np.asarray(Image.fromarray(picture).resize((width, height), method))


def apply(operations: Sequence[Operation], picture: Codes, rng: Rng, size: int) -> Codes:
    """Every operation in its order, each with its probability."""
    import torch

    tensor = None
    for operation in operations:
        if operation.p < 1.0 and rng.random() >= operation.p:
            continue
        if tensor is None:
            planes = picture[None] if picture.ndim == 2 else picture.transpose(2, 0, 1)
            tensor = torch.from_numpy(np.array(planes))  # a copy: cached pixels are read-only
        change, numbers = _OPERATIONS[operation.name]
        tensor = change(tensor, {k: operation.values.get(k, n.default) for k, n in numbers.items()}, rng, size)
    if tensor is None:
        return picture
    changed = tensor.numpy()
    return np.ascontiguousarray(changed[0] if picture.ndim == 2 else changed.transpose(1, 2, 0))


def check(operations: Sequence[Operation]) -> None:
    """Raises ``RecipeError`` that names an unknown operation, an unknown value or one out of range."""
    for operation in operations:
        if operation.name not in _OPERATIONS:
            raise RecipeError(f"unknown operation {operation.name!r}; known are {', '.join(_OPERATIONS)}")
        if not 0.0 <= operation.p <= 1.0:
            raise RecipeError(f"{operation.name}: p is a probability from 0 to 1, not {operation.p}")
        numbers = _OPERATIONS[operation.name][1]
        for name, value in operation.values.items():
            if name not in numbers:
                known = ", ".join(numbers) or "none"
                raise RecipeError(f"{operation.name} has no value {name!r}; known are {known}")
            _check_value(f"{operation.name}: {name}", value, numbers[name])
        if operation.values.get("kernel", 3) % 2 != 1:
            raise RecipeError(f"{operation.name}: kernel is an odd number of pixels")


def _check_value(where: str, value: Any, number: _Number) -> None:
    is_pair = isinstance(value, (list, tuple)) and len(value) == 2
    if is_pair != number.pair and not (number.either and is_pair):
        raise RecipeError(f"{where} needs {'two numbers, low and high' if number.pair else 'one number'}")
    parts = list(value) if is_pair else [value]
    if not all(isinstance(v, (int, float)) and not isinstance(v, bool) and v == v for v in parts):
        raise RecipeError(f"{where} needs {'numbers' if is_pair else 'a number'}")
    if min(parts) < number.low or max(parts) > number.high or parts != sorted(parts):
        raise RecipeError(f"{where} is out of range: {value} (from {number.low:g} to {number.high:g})")


# -- the operations --------------------------------------------------------------------------------------------------


def _draw(rng: Rng, value: Any) -> float:
    return float(rng.uniform(value[0], value[1])) if isinstance(value, (list, tuple)) else float(value)


def _rotation(picture: Tensor, values: Values, rng: Rng, size: int) -> Tensor:
    return _warped(picture, _draw(rng, values["degrees"]), (0.0, 0.0), 1.0, 0.0)


def _affine(picture: Tensor, values: Values, rng: Rng, size: int) -> Tensor:
    height, width = picture.shape[-2:]
    angle = _draw(rng, values["degrees"])
    x, y = (rng.uniform(-1.0, 1.0, 2) * values["translate"] * (width, height)).tolist()
    scale, shear = _draw(rng, values["scale"]), _draw(rng, values["shear"])
    return _warped(picture, angle, (x, y), scale, shear)


def _warped(picture: Tensor, angle: float, shift: tuple[float, float], scale: float, shear: float) -> Tensor:
    """Turned counter-clockwise (torchvision's affine turns the other way), moved, zoomed, sheared."""
    from torchvision.transforms.v2 import InterpolationMode, functional

    return functional.affine(
        picture, -angle, list(shift), scale, [shear, 0.0], interpolation=InterpolationMode.BILINEAR, fill=[0.0]
    )


def _quarter_turn(picture: Tensor, values: Values, rng: Rng, size: int) -> Tensor:
    return picture.rot90(int(rng.integers(1, 4)), (-2, -1)).contiguous()


def _flip(picture: Tensor, values: Values, rng: Rng, size: int) -> Tensor:
    from torchvision.transforms.v2 import functional

    return functional.horizontal_flip(picture)


def _gaussian_blur(picture: Tensor, values: Values, rng: Rng, size: int) -> Tensor:
    from torchvision.transforms.v2 import functional

    kernel, sigma = int(values["kernel"]), _draw(rng, values["sigma"])
    return functional.gaussian_blur(picture, [kernel, kernel], [sigma, sigma])


def _random_resized_crop(picture: Tensor, values: Values, rng: Rng, size: int) -> Tensor:
    """Ten tries as torchvision makes them, then the largest centred rectangle of an allowed shape."""
    rows, columns = picture.shape[-2:]
    low, high = np.log(values["ratio"])
    for _ in range(10):
        area = rows * columns * _draw(rng, values["scale"])
        ratio = float(np.exp(rng.uniform(low, high)))
        width, height = round(float(np.sqrt(area * ratio))), round(float(np.sqrt(area / ratio)))
        if 0 < width <= columns and 0 < height <= rows:
            top, left = int(rng.integers(rows - height + 1)), int(rng.integers(columns - width + 1))
            return _cut(picture, top, left, height, width, (size, size))
    ratio = float(np.clip(columns / rows, *values["ratio"]))
    height, width = min(rows, round(columns / ratio)), min(columns, round(rows * ratio))
    return _cut(picture, (rows - height) // 2, (columns - width) // 2, height, width, (size, size))


def _crop(picture: Tensor, values: Values, rng: Rng, size: int) -> Tensor:
    rows, columns = picture.shape[-2:]
    side = float(np.sqrt(values["share"]))
    height, width = max(1, round(rows * side)), max(1, round(columns * side))
    top, left = int(rng.integers(rows - height + 1)), int(rng.integers(columns - width + 1))
    return _cut(picture, top, left, height, width, (rows, columns))


def _cut(picture: Tensor, top: int, left: int, height: int, width: int, to: tuple[int, int]) -> Tensor:
    from torchvision.transforms.v2 import functional

    return functional.resized_crop(picture, top, left, height, width, list(to), antialias=True)


def _perspective(picture: Tensor, values: Values, rng: Rng, size: int) -> Tensor:
    """Every corner moves inwards by up to half of ``distortion`` of its side."""
    from torchvision.transforms.v2 import InterpolationMode, functional

    rows, columns = picture.shape[-2:]
    reach = rng.uniform(0.0, values["distortion"] / 2, (4, 2)) * (columns, rows)
    corners = [[0, 0], [columns - 1, 0], [columns - 1, rows - 1], [0, rows - 1]]
    inwards = [(1, 1), (-1, 1), (-1, -1), (1, -1)]
    moved = [
        [round(x + sx * dx), round(y + sy * dy)]
        for (x, y), (sx, sy), (dx, dy) in zip(corners, inwards, reach.tolist(), strict=True)
    ]
    return functional.perspective(picture, corners, moved, interpolation=InterpolationMode.BILINEAR, fill=[0.0])


def _elastic(picture: Tensor, values: Values, rng: Rng, size: int) -> Tensor:
    """Simard 2003 as torchvision has it: uniform noise, smoothed by ``sigma``, times ``alpha`` half-pixels."""
    import torch
    from scipy.ndimage import gaussian_filter
    from torchvision.transforms.v2 import InterpolationMode, functional

    rows, columns = picture.shape[-2:]
    fields = []
    for side in (columns, rows):
        noise = rng.uniform(-1.0, 1.0, (rows, columns)).astype(np.float32)
        fields.append(gaussian_filter(noise, values["sigma"]) * (values["alpha"] / side))
    displacement = torch.from_numpy(np.stack(fields, axis=-1)[None].astype(np.float32))
    return functional.elastic(picture, displacement, interpolation=InterpolationMode.BILINEAR, fill=[0.0])


def _colour_jitter(picture: Tensor, values: Values, rng: Rng, size: int) -> Tensor:
    from torchvision.transforms.v2 import functional

    bright, contrast = (1.0 + rng.uniform(-1.0, 1.0, 2) * (values["brightness"], values["contrast"])).tolist()
    return functional.adjust_contrast(functional.adjust_brightness(picture, bright), contrast)


_Change = Callable[["Tensor", Values, Rng, int], "Tensor"]
_OPERATIONS: Mapping[str, tuple[_Change, Mapping[str, _Number]]] = {
    "rotation": (_rotation, {"degrees": _pair(-180, 180, (-10.0, 10.0))}),
    "quarter_turn": (_quarter_turn, {}),
    "flip": (_flip, {}),
    "mirror": (_flip, {}),
    "gaussian_blur": (_gaussian_blur, {"kernel": _Number(1, 99, 3), "sigma": _Number(0.01, 50, 1.0, either=True)}),
    "affine": (
        _affine,
        {
            "degrees": _pair(-180, 180, (0.0, 0.0)),
            "translate": _Number(0, 1, 0.0),
            "scale": _pair(0.05, 20, (1.0, 1.0)),
            "shear": _pair(-80, 80, (0.0, 0.0)),
        },
    ),
    "random_resized_crop": (
        _random_resized_crop,
        {"scale": _pair(0.001, 1, (0.08, 1.0)), "ratio": _pair(0.1, 10, (0.75, 4 / 3))},
    ),
    "crop": (_crop, {"share": _Number(0.01, 1, 0.8)}),
    "perspective": (_perspective, {"distortion": _Number(0, 1, 0.2)}),
    "elastic": (_elastic, {"alpha": _Number(0, 5000, 50.0), "sigma": _Number(0.5, 100, 5.0)}),
    "colour_jitter": (_colour_jitter, {"brightness": _Number(0, 1, 0.2), "contrast": _Number(0, 1, 0.2)}),
}
NAMES = tuple(_OPERATIONS)
