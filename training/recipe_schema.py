"""Describes every key of a recipe, and the bundled recipes, to the wizard and the terminal; knows no torch."""

from __future__ import annotations

import dataclasses
import json
import sys
import typing
from collections.abc import Iterator, Mapping
from typing import Any

from cxr_desktop.domain.model_card import PreprocessSpec
from cxr_desktop.engine.architectures import HeadSpec
from training.recipe import (
    AugmentSpec,
    BalanceSpec,
    DataSpec,
    DistillSpec,
    MultiplySpec,
    NetworkSpec,
    PhaseSpec,
    Recipe,
    ScheduleSpec,
    StopSpec,
)
from training.recipe_file import names, read_recipe
from training.shared_keys import metadata_of

_GROUPS: Mapping[type, str] = {
    Recipe: "Run",
    DataSpec: "Data",
    PreprocessSpec: "Model input",
    NetworkSpec: "Network",
    HeadSpec: "Head",
    PhaseSpec: "Phases",
    ScheduleSpec: "Schedule",
    StopSpec: "Early stopping",
    AugmentSpec: "Augmentation",
    MultiplySpec: "Copies made before training",
    BalanceSpec: "Unequal classes",
    DistillSpec: "Teachers",
}
_ABOUT = ("name", "title", "role", "system", "good_for", "reported", "document")
_TYPES = {bool: "bool", int: "int", float: "float", str: "str"}


@dataclasses.dataclass(frozen=True, slots=True)
class Key:
    """One key of a recipe. ``path`` is dotted, ``*`` stands for a position in a list.

    ``type``: bool, int, float, str, list or table. The limits of a list hold for each of its values. ``default`` is
    ``None`` where a recipe must say it. ``basic`` keys are the knobs of the wizard's first page.
    """

    path: str
    title: str
    help: str
    type: str
    minimum: float | None
    maximum: float | None
    choices: tuple[Any, ...]
    unit: str
    default: Any
    group: str
    basic: bool


def keys() -> list[Key]:
    """Every key, the short ones of ``recipe_file.changed`` first."""
    own = list(_keys_of(Recipe(name="", title=""), ""))
    by_path = {key.path: key for key in own}
    return [*_short_keys(by_path), *own]


def recipes() -> list[dict[str, Any]]:
    """The bundled recipes with their values, as plain JSON types. Raises ``RecipeError``."""
    return [_summary(name) for name in names()]


def list_recipes(as_json: bool) -> int:
    """Print the bundled recipes; as JSON with the description of every key."""
    if as_json:
        document = {"recipes": recipes(), "keys": [dataclasses.asdict(key) for key in keys()]}
        sys.stdout.write(json.dumps(document, ensure_ascii=False, allow_nan=False) + "\n")
        return 0
    bundled = recipes()
    wide = max(len(recipe["name"]) for recipe in bundled)
    for recipe in bundled:
        network = f"{recipe['backbone']:<16} {recipe['image_size']:>4} px {recipe['epochs']:>4} epochs"
        sys.stdout.write(f"{recipe['name']:<{wide}}  {recipe['system']:<4} {network}  {recipe['title']}\n")
    return 0


def _summary(name: str) -> dict[str, Any]:
    recipe = read_recipe(name)
    return {
        "name": name,
        "title": recipe.title,
        "system": recipe.system,
        "good_for": recipe.good_for,
        "role": recipe.role,
        "classes": list(recipe.classes),
        "epochs": recipe.epochs,
        "learning_rate": recipe.phases[0].learning_rate,
        "batch_size": recipe.batch_size,
        "image_size": recipe.preprocess.height,
        "backbone": recipe.network.backbone,
        "weights": recipe.network.weights,
        "reported": dict(recipe.reported),
        "values": recipe.as_dict(),
    }


def _short_keys(by_path: Mapping[str, Key]) -> Iterator[Key]:
    """Keys that move several others at once; their limits are those of the keys they move."""
    for name, path, help_text in (
        ("epochs", "phases.*.epochs", "Rounds over the training images, in every phase"),
        ("learning_rate", "phases.*.learning_rate", "Of the first phase; the others keep their proportion to it"),
        ("image_size", "preprocess.height", "Side of the image that the network sees, in training and in use"),
        ("weights", "network.weights", by_path["network.weights"].help),
    ):
        title = "Image size" if name == "image_size" else by_path[path].title
        group = _GROUPS[Recipe]
        yield dataclasses.replace(by_path[path], path=name, title=title, help=help_text, group=group, basic=True)


def _keys_of(spec: Any, prefix: str) -> Iterator[Key]:
    """``spec`` is an instance that holds the defaults."""
    hints = typing.get_type_hints(type(spec))
    for field in dataclasses.fields(spec):
        default, path = getattr(spec, field.name), f"{prefix}{field.name}"
        if dataclasses.is_dataclass(default):
            yield from _keys_of(default, f"{path}.")
        elif field.name == "phases":
            yield from _keys_of(PhaseSpec(), f"{path}.*.")
        else:
            required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
            yield _key(type(spec), field, hints[field.name], path, None if required and not prefix else default)


def _key(spec: type, field: dataclasses.Field[Any], hint: Any, path: str, default: Any) -> Key:
    metadata = metadata_of(spec, field)
    return Key(
        path=path,
        title=metadata["title"],
        help=metadata["help"],
        type=_type_of(hint),
        minimum=metadata.get("minimum"),
        maximum=metadata.get("maximum"),
        choices=tuple(metadata.get("choices", ())),
        unit=metadata.get("unit", ""),
        default=default,
        group="About" if path in _ABOUT else _GROUPS[spec],
        basic=bool(metadata.get("basic", False)),
    )


def _type_of(hint: Any) -> str:
    if typing.get_origin(hint) is tuple:
        return "list"
    return _TYPES.get(hint, "table")
