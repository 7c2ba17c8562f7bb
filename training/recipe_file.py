"""TOML, JSON and ``--set key=value`` → Recipe, with every value checked; knows no torch."""

from __future__ import annotations

import dataclasses
import re
import tomllib
import types
import typing
from collections.abc import Iterable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from cxr_desktop.engine.architectures import SEGMENTERS, check_head
from training.recipe import Recipe, RecipeError
from training.shared_keys import metadata_of

RECIPES = Path(__file__).parent / "recipes"
LUNGS = "lungs"
_CLASS_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


def from_dict(values: Mapping[str, Any]) -> Recipe:
    """Build a recipe and check it. Raises ``RecipeError`` that names the key."""
    recipe: Recipe = _build(Recipe, values, "")
    _check(recipe)
    return recipe


def read_recipe(path: str | Path, changes: Iterable[str] = ()) -> Recipe:
    """A TOML file, or one of the bundled recipes by its name, with ``key=value`` changes.

    Raises ``RecipeError``.
    """
    file = Path(path)
    if not file.is_file() and (RECIPES / f"{path}.toml").is_file():
        file = RECIPES / f"{path}.toml"
    try:
        with open(file, "rb") as stream:
            values = tomllib.load(stream)
    except FileNotFoundError as error:
        raise RecipeError(f"there is no recipe {path}; known are {', '.join(names())}") from error
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RecipeError(f"the recipe cannot be read: {error}") from error
    return changed(from_dict(values), changes)


def names() -> list[str]:
    """The bundled recipes."""
    return sorted(file.stem for file in RECIPES.glob("*.toml"))


def changed(recipe: Recipe, changes: Iterable[str]) -> Recipe:
    """A copy with ``key=value`` changes; keys are dotted (``phases.0.epochs=3``), values are TOML or plain words.

    ``*`` stands for every position of a list (``phases.*.optimiser=sgd``).

    Four short keys move what belongs together: ``epochs`` (of every phase), ``learning_rate`` (of the first phase, the
    others in proportion), ``image_size`` (serving and training), ``weights``. Raises ``RecipeError``.
    """
    values = recipe.as_dict()
    for change in changes:
        name, found, text = change.partition("=")
        if not found:
            raise RecipeError(f"a change needs the form key=value: {change}")
        _apply(values, name.strip(), _value(text.strip()))
    return from_dict(values)


def _value(text: str) -> Any:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _apply(values: MutableMapping[str, Any], name: str, value: Any) -> None:
    phases = values["phases"]
    if name == "epochs":
        for phase in phases:
            phase["epochs"] = value
    elif name == "learning_rate":
        _expect_number(name, value)
        first = phases[0]["learning_rate"]
        for phase in phases:
            phase["learning_rate"] *= value / first
        phases[0]["learning_rate"] = value
    elif name == "image_size":
        values["preprocess"] |= {"height": value, "width": value}
        values["train_size"] = 0
    elif name == "weights":
        values["network"]["weights"] = value
    else:
        try:
            _put(values, name.split("."), value)
        except (KeyError, IndexError, ValueError, TypeError) as error:
            raise RecipeError(f"a recipe has no key {name}") from error


def _expect_number(name: str, value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise RecipeError(f"{name} needs a number")


def _put(place: Any, steps: list[str], value: Any) -> None:
    step, *rest = steps
    if isinstance(place, list):
        for position in range(len(place)) if step == "*" else [int(step)]:
            if rest:
                _put(place[position], rest, value)
            else:
                place[position] = value
    elif rest:
        _put(place[step], rest, value)
    else:
        place[step] = value


# -- plain values → dataclasses ----------------------------------------------------------------------------------------


def _build(kind: Any, values: Any, where: str) -> Any:
    if not isinstance(values, Mapping):
        raise RecipeError(f"{where or 'a recipe'} needs a table")
    hints = typing.get_type_hints(kind)
    known = {f.name: f for f in dataclasses.fields(kind)}
    unknown = sorted(set(values) - set(known))
    if unknown:
        raise RecipeError(f"unknown key {_dotted(where, unknown[0])}")
    missing = [name for name, f in known.items() if _required(f) and name not in values]
    if missing:
        raise RecipeError(f"{_dotted(where, missing[0])} is missing")
    built = {}
    for name, value in values.items():
        dotted = _dotted(where, name)
        built[name] = _convert(hints[name], value, dotted)
        _check_limits(metadata_of(kind, known[name]), built[name], dotted)
    return kind(**built)


def _required(f: dataclasses.Field[Any]) -> bool:
    return f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING


def _dotted(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _convert(hint: Any, value: Any, where: str) -> Any:
    if dataclasses.is_dataclass(hint):
        return value if isinstance(value, hint) else _build(hint, value, where)  # type: ignore[arg-type]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return _convert_tuple(arguments, value, where)
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(value, Mapping):
            raise RecipeError(f"{where} needs a table")
        return {str(k): _convert(arguments[1], v, _dotted(where, str(k))) for k, v in value.items()}
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(hint, types.UnionType) or hint is Any:
        return value
    if not isinstance(value, hint) or (isinstance(value, bool) and hint is not bool):
        raise RecipeError(f"{where} has the wrong type: {value!r}")
    return value


def _convert_tuple(arguments: tuple[Any, ...], value: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(value, (list, tuple)):
        raise RecipeError(f"{where} needs a list")
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return tuple(_convert(arguments[0], v, f"{where}.{i}") for i, v in enumerate(value))
    if len(value) != len(arguments):
        raise RecipeError(f"{where} needs {len(arguments)} values")
    return tuple(_convert(a, v, f"{where}.{i}") for i, (a, v) in enumerate(zip(arguments, value, strict=True)))


def _check_limits(metadata: Mapping[str, Any], value: Any, where: str) -> None:
    choices = metadata.get("choices")
    if choices and value not in choices:
        raise RecipeError(f"{where} is one of {', '.join(map(str, choices))}, not {value!r}")
    low, high = metadata.get("minimum"), metadata.get("maximum")
    for number in value if isinstance(value, tuple) else (value,):
        if not isinstance(number, (int, float)) or isinstance(number, bool):
            continue
        if number != number or (low is not None and number < low) or (high is not None and number > high):
            raise RecipeError(f"{where} is out of range: {number} (from {low} to {high})")


# -- contradictions ----------------------------------------------------------------------------------------------------


def _check(recipe: Recipe) -> None:
    classes = recipe.classes
    if len(set(classes)) != len(classes) or not all(_CLASS_NAME.fullmatch(c) for c in classes):
        raise RecipeError("data.classes are distinct names of small letters, digits, - and _")
    if (recipe.role == LUNGS) != (recipe.network.backbone in SEGMENTERS):
        raise RecipeError(f"role lungs and network.backbone {' or '.join(SEGMENTERS)} belong together")
    if recipe.role == LUNGS:
        _check_lungs(recipe)
    elif len(classes) == 1:
        raise RecipeError("data.classes names at least two classes, or none to take those of the data")
    if classes and recipe.positive not in classes:
        raise RecipeError("data.positive is not one of the classes")
    ratios = recipe.data.ratios
    if min(ratios) < 0 or ratios[0] <= 0 or abs(sum(ratios) - 1.0) > 1e-6:
        raise RecipeError("data.ratios are three shares that add up to 1")
    if not recipe.phases:
        raise RecipeError("a recipe has at least one phase")
    _check_preprocess(recipe)
    _check_balance(recipe)
    _check_distill(recipe)
    _check_operations(recipe)
    try:
        check_head(recipe.network.head, len(classes) or 2)
    except ValueError as error:
        raise RecipeError(f"network.head: {error}") from error
    if recipe.network.head.logits == "single" and recipe.network.output == "sigmoid":
        raise RecipeError("network.head.logits single is itself a sigmoid of two classes: network.output is softmax")


def _check_lungs(recipe: Recipe) -> None:
    """A segmenter answers with one plane and is compared with masks."""
    if recipe.classes != (LUNGS,):
        raise RecipeError('role lungs has one class: data.classes = ["lungs"]')
    if recipe.balance.method != "none" or recipe.balance.origin_prior or recipe.distill.teachers:
        raise RecipeError("role lungs has one class and no use for balance, an origin prior or teachers")
    if recipe.multiply.mode != "none" or recipe.augment.operations or recipe.augment.style_p:
        raise RecipeError("role lungs changes a picture and its mask together: no multiply, operations or style_p")
    spec = recipe.preprocess
    if (spec.channels, spec.region, spec.fit) != (1, "image", "letterbox") or spec.height != spec.width:
        raise RecipeError("role lungs sees the whole image: preprocess is square, letterbox, one channel")


def _check_distill(recipe: Recipe) -> None:
    network = recipe.network
    if recipe.distill.teachers and (recipe.loss, network.output, network.head.logits) != (
        "cross_entropy", "softmax", "per_class",
    ):  # fmt: skip
        raise RecipeError("distill.teachers need the loss cross_entropy and a softmax over one output per class")


def _check_preprocess(recipe: Recipe) -> None:
    spec = recipe.preprocess
    if spec.region == LUNGS and not recipe.data.lungs:
        raise RecipeError("preprocess.region lungs needs data.lungs: the name or folder of a model that finds them")
    if spec.region == LUNGS and (recipe.data.colour or recipe.augment.operations or recipe.multiply.mode != "none"):
        raise RecipeError("preprocess.region lungs has no colours, no augment.operations and no multiplied copies")
    if len(spec.mean) != spec.channels or len(spec.std) != spec.channels or min(spec.std) <= 0:
        raise RecipeError("preprocess: one mean and one positive std per channel")


def _check_operations(recipe: Recipe) -> None:
    from training.operations import check

    for operations in (recipe.augment.operations, *recipe.multiply.variants):
        check(operations)
    if recipe.multiply.mode in ("up_to", "largest") and not recipe.multiply.variants:
        raise RecipeError("multiply.variants are missing: they say how a copy is changed")
    if recipe.data.colour and recipe.preprocess.channels != 3:
        raise RecipeError("data.colour needs preprocess.channels = 3")


def _check_balance(recipe: Recipe) -> None:
    named = set(recipe.balance.class_share) | set(recipe.balance.origin_share) | set(recipe.multiply.classes)
    if recipe.classes and named - set(recipe.classes):
        raise RecipeError(
            f"shares for classes that the recipe does not have: {', '.join(sorted(named - set(recipe.classes)))}"
        )
    if recipe.multiply.mode == "times" and len(recipe.multiply.variants) != recipe.multiply.times - 1:
        raise RecipeError("multiply.times counts the original: it needs one variant less")
