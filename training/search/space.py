"""Which values of which recipe keys a search may try: TOML → space, with every value tried on the recipe; no torch."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from training.recipe import Recipe
from training.recipe_file import RecipeError, changed

SPACES = Path(__file__).parent / "spaces"
DEFAULT_SPACES = {"l9": "l9_s6", "tpe": "tpe_default"}


@dataclass(frozen=True, slots=True)
class Range:
    """Every number from ``low`` to ``high``; whole numbers where both are. ``log``: evenly in the logarithm."""

    low: float
    high: float
    log: bool = False


Choices = tuple[Any, ...]
Space = Mapping[str, Choices | Range]


def read_space(path: Path | None, method: str, recipe: Recipe) -> Space:
    """A TOML file, a bundled space by its name, or the method's default where ``path`` is ``None``.

    Keys are those of ``--set``; a value is a list of choices or a table of low, high and log. Raises ``RecipeError``
    where the recipe would refuse one of the values.
    """
    file = path or SPACES / f"{DEFAULT_SPACES[method]}.toml"
    if not file.is_file() and (SPACES / f"{file}.toml").is_file():
        file = SPACES / f"{file}.toml"
    try:
        document = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RecipeError(f"the search space cannot be read: {error}") from error
    space = {key: _possible(key, value) for key, value in _flat(document, "")}
    if not space:
        raise RecipeError("the search space names no key")
    for key, possible in space.items():
        for value in (possible.low, possible.high) if isinstance(possible, Range) else possible:
            changed(recipe, as_changes({key: value}))
    return space


def as_changes(values: Mapping[str, Any]) -> list[str]:
    """The form of ``--set``; JSON of plain values is TOML."""
    return [f"{key}={json.dumps(value)}" for key, value in values.items()]


def as_document(space: Space) -> dict[str, Any]:
    """Plain JSON types, equal for equal spaces."""
    return {key: asdict(p) if isinstance(p, Range) else list(p) for key, p in space.items()}


def _flat(document: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for name, value in document.items():
        if isinstance(value, Mapping) and "low" not in value and "high" not in value:
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _possible(key: str, value: Any) -> Choices | Range:
    if isinstance(value, list) and value:
        return tuple(value)
    if isinstance(value, Mapping) and {"low", "high"} <= set(value) <= {"low", "high", "log"}:
        low, high, log = value["low"], value["high"], value.get("log", False)
        numbers = all(isinstance(end, (int, float)) and not isinstance(end, bool) for end in (low, high))
        if numbers and isinstance(log, bool) and low < high and (low > 0 or not log):
            return Range(low, high, log)
    raise RecipeError(f"the search space needs a list of values for {key}, or low and high (above 0 with log)")
