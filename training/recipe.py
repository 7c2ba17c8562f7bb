"""A recipe is one training run as data: a frozen value read from TOML; knows no torch and no files but its own."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from cxr_desktop.domain.model_card import PreprocessSpec

RECIPES = Path(__file__).parent / "recipes"


@dataclass(frozen=True, slots=True)
class AugmentSpec:
    """Random changes of a training image. Fields named ``…_p`` are probabilities, the rest are ranges.

    ``crop_area``: share of the largest centred square that a crop covers; above 1 the picture shrinks into a border.
    ``polarity_p``: the whole picture inverted, for models that must not judge by polarity. ``style_p``: sharpness,
    noise and contrast (the amplitude spectrum) borrowed from another training image.
    """

    crop_area: tuple[float, float] = (1.0, 1.0)
    crop_aspect: float = 1.0
    whole_image_p: float = 0.0
    flip_p: float = 0.0
    quarter_turn_p: float = 0.0
    rotation_degrees: float = 0.0
    resolution_p: float = 0.0
    sharpen_p: float = 0.0
    blur_p: float = 0.0
    noise_p: float = 0.0
    jpeg_p: float = 0.0
    field_p: float = 0.0
    gamma_p: float = 0.0
    marker_p: float = 0.0
    border_p: float = 0.0
    erase_p: float = 0.0
    polarity_p: float = 0.0
    style_p: float = 0.0


@dataclass(frozen=True, slots=True)
class Recipe:
    """What to train, on what, how long. ``balance`` gives each class the share of each origin (or kind) in an epoch.

    ``origin_prior`` is the exponent of P(class | origin) that is added to the logits in training only, so that the
    network gains nothing by recognising the hospital (product of experts, Clark 2019). ``select`` names the
    validation number that picks the epoch. ``leave_out`` removes whole origins from training and validation, to look
    at them afterwards. ``document`` holds the words of the card.
    """

    name: str
    title: str
    role: str
    architecture: str
    classes: tuple[str, ...]
    preprocess: PreprocessSpec
    train_size: int
    epochs: int
    images_per_epoch: int
    batch_size: int
    learning_rate: float
    weight_decay: float = 0.05
    warmup_share: float = 0.05
    label_smoothing: float = 0.0
    ema_decay: float = 0.0
    seed: int = 0
    select: str = "macro_auc"
    validate_every: int = 1
    origin_prior: float = 0.0
    class_share: Mapping[str, float] = field(default_factory=dict)
    balance: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    leave_out: tuple[str, ...] = ()
    augment: AugmentSpec = field(default_factory=AugmentSpec)
    document: Mapping[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Plain JSON types, ``from_dict`` reads them back."""
        return dataclasses.asdict(self)


def _tupled(value: Any) -> Any:
    return tuple(_tupled(v) for v in value) if isinstance(value, list) else value


def _build(kind: Any, values: Mapping[str, Any]) -> Any:
    known = {f.name for f in fields(kind)}
    unknown = sorted(set(values) - known)
    if unknown:
        raise ValueError(f"unknown in a {kind.__name__}: {', '.join(unknown)}")
    return kind(**{key: _tupled(value) for key, value in values.items()})


def from_dict(values: Mapping[str, Any]) -> Recipe:
    """Build a recipe. Raises ``ValueError`` for an unknown name or a contradiction, ``TypeError`` for a missing one."""
    known = dict(values)
    known["preprocess"] = _build(PreprocessSpec, known.get("preprocess", {}))
    known["augment"] = _build(AugmentSpec, known.get("augment", {}))
    recipe: Recipe = _build(Recipe, known)
    if recipe.role not in ("triage", "gate"):
        raise ValueError(f"unknown role {recipe.role!r}")
    strangers = (set(recipe.balance) | set(recipe.class_share)) - set(recipe.classes)
    if strangers:
        raise ValueError(f"shares for classes that the recipe does not have: {', '.join(sorted(strangers))}")
    if min(recipe.epochs, recipe.images_per_epoch, recipe.batch_size, recipe.train_size) < 1:
        raise ValueError("epochs, images, batch and size are at least 1")
    return recipe


def read_recipe(path: str | Path) -> Recipe:
    """Read a TOML file, or one of the bundled recipes by its name."""
    file = Path(path)
    if not file.exists() and (RECIPES / f"{path}.toml").exists():
        file = RECIPES / f"{path}.toml"
    with open(file, "rb") as stream:
        return from_dict(tomllib.load(stream))
