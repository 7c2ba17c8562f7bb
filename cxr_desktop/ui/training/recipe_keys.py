"""Which keys of one recipe the settings page offers, with the values they have there; pure, knows no widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from cxr_desktop.ui.training.catalogue import Key, Recipe

_ELSEWHERE = (
    # Chosen on the pages before, or words of the card that the last page asks for.
    "weights", "network.weights", "data.classes", "data.positive", "data.rename", "name", "title", "role", "system",
    "good_for", "reported", "document",
)  # fmt: skip
_SIZES = ("preprocess.height", "preprocess.width", "train_size")
_PHASES = "phases.*."


def _tr(text: str) -> str:
    return QCoreApplication.translate("recipe_keys", text)


def basic_keys(keys: Sequence[Key], recipe: Recipe) -> list[Key]:
    """Epochs, learning rate, batch size, image size; epochs and rate for each phase where there are several."""
    by_path = {key.path: key for key in keys}
    help_texts = _plain_help()
    phases = _phases(recipe)
    found: list[Key] = []
    for name in ("epochs", "learning_rate"):
        if len(phases) > 1:
            key = by_path[f"{_PHASES}{name}"]
            spread = _spread(key, phases)
            found += [replace(spread[0], help=help_texts[name]), *(replace(other, help="") for other in spread[1:])]
        else:
            found.append(replace(by_path[name], help=help_texts[name]))
    found += [replace(by_path[name], help=help_texts[name]) for name in ("batch_size", "image_size")]
    return found


def all_keys(keys: Sequence[Key], recipe: Recipe) -> list[Key]:
    """Every other key, those of the phases once for each phase."""
    phases = _phases(recipe)
    basic = {key.path for key in basic_keys(keys, recipe)}
    if len(phases) == 1:
        basic |= {"phases.0.epochs", "phases.0.learning_rate"}
    found: list[Key] = []
    for key in keys:
        if key.path in _ELSEWHERE:
            continue
        found += _spread(key, phases) if key.path.startswith(_PHASES) else [key]
    short = {key.path for key in keys if key.basic and "." not in key.path}
    return [key for key in found if key.path not in basic | short]


def value_of(recipe: Recipe, changes: Mapping[str, object], path: str) -> Any:
    """What a key has before the reader changes that very key."""
    values = recipe.get("values") or {}
    if path in ("epochs", "learning_rate"):
        return _phases(recipe)[0].get(path)
    if path == "image_size":
        return (values.get("preprocess") or {}).get("height")
    if path in _SIZES and "image_size" in changes:
        return 0 if path == "train_size" else changes["image_size"]
    place: Any = values
    for step in path.split("."):
        if isinstance(place, Mapping):
            place = place.get(step)
        elif isinstance(place, list) and step.isdigit() and int(step) < len(place):
            place = place[int(step)]
        else:
            return None
    return place


def with_change(recipe: Recipe, changes: Mapping[str, object], path: str, value: object) -> dict[str, object]:
    """The changes after this one; a value that the recipe has anyway is no change.

    The image size moves height, width and training size together, so it comes first and forgets what they were.
    """
    after = {name: kept for name, kept in changes.items() if name != path}
    if path == "image_size":
        after = {name: kept for name, kept in after.items() if name not in _SIZES}
    if not _equal(value, value_of(recipe, after, path)):
        after = {path: value, **after} if path == "image_size" else {**after, path: value}
    return after


def total_epochs(recipe: Recipe, changes: Mapping[str, object]) -> int:
    """Epochs of all phases with the reader's changes."""
    count = 0
    for index, phase in enumerate(_phases(recipe)):
        value = changes.get(f"phases.{index}.epochs", changes.get("epochs", phase.get("epochs")))
        count += value if isinstance(value, int) else 0
    return count


def scaled_seconds(probe: Mapping[str, Any], recipe: Recipe, changes: Mapping[str, object]) -> float | None:
    """The time that was measured for the recipe as it is, for other epochs and another image size."""
    seconds = probe.get("seconds_per_epoch")
    if not isinstance(seconds, int | float):
        return None
    before, after = value_of(recipe, {}, "image_size"), changes.get("image_size")
    area = (after / before) ** 2 if isinstance(after, int) and isinstance(before, int) and before else 1.0
    return float(seconds) * area * total_epochs(recipe, changes)


def _equal(one: Any, other: Any) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return bool(one == other)


def _phases(recipe: Recipe) -> list[Mapping[str, Any]]:
    return list((recipe.get("values") or {}).get("phases") or [{}])


def _spread(key: Key, phases: Sequence[Mapping[str, Any]]) -> list[Key]:
    if len(phases) == 1:
        return [replace(key, path=key.path.replace("*", "0"))]
    names = [str(phase.get("name") or _tr("phase {0}").format(index + 1)) for index, phase in enumerate(phases)]
    return [
        replace(
            key,
            path=key.path.replace("*", str(index)),
            title=_tr("{0}, {1}").format(key.title, name),
            group=_tr("{0}: {1}").format(key.group, name),
        )
        for index, name in enumerate(names)
    ]


def _plain_help() -> dict[str, str]:
    return {
        "epochs": _tr(
            "How often every training image is seen. Time grows with it; with too many the model learns its images "
            "by heart."
        ),
        "learning_rate": _tr(
            "Size of a step. Too large and the loss jumps, too small and nothing is learnt. Try a third "
            "of it, or three times as much."
        ),
        "batch_size": _tr(
            "Images per step. A larger batch is quicker and needs more memory; halve it where memory runs out."
        ),
        "image_size": _tr(
            "Side of the picture that the network sees. A larger one shows finer detail; time grows with its square."
        ),
    }
