"""What a new model's card says besides its numbers: use, limits, data, the commands that reproduce it; pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cxr_desktop.domain.prediction import KNOWN_FINDINGS
from training.data.drawings import is_drawn
from training.data.sample import Sample
from training.measures.judged import NO_RISK
from training.publishing.licences import merged
from training.recipe import Recipe
from training.recipe_file import RECIPES, read_recipe

NOT_FOR = "Not for primary diagnosis, not for ruling a disease out."
OTHER_DISEASE = (
    "pneumothorax",
    "pleural effusion",
    "lung nodules and masses",
    "heart failure and an enlarged heart",
    "fibrosis and emphysema",
    "fractures",
    "free air under the diaphragm",
    "misplaced tubes and catheters",
)
UNSEEN = "Nothing was measured at a place that took no part in training (no external validation)."
ABOUT_MAPS = "Heat maps show what moved the number, not where disease is."
_OF_NO_EFFECT = ("reported", "document", "title", "good_for", "system")


def intended_use(recipe: Recipe, labels: Mapping[str, str]) -> str:
    """The recipe's words, else a plain sentence."""
    words = labels.get(recipe.positive, recipe.positive)
    plain = f"Research: sorting radiographs by the chance of {words}. Every image is still read."
    return str(recipe.document.get("intended_use", plain))


def limitations(
    recipe: Recipe, cautions: Sequence[str], on_validation: bool, temperature_known: bool, looked: bool
) -> list[str]:
    """The recipe's own, then what is known of this run and its data; each once."""
    said = [str(text) for text in recipe.document.get("limitations", ())]
    if on_validation:
        said.append(
            "There was no test split: all numbers are of the validation images on which epoch, temperature and "
            "thresholds were chosen, so they are too good."
        )
    if not temperature_known:
        said.append("The validation images do not determine a temperature: the probabilities are not calibrated.")
    said += cautions
    if not looked:
        said.append(UNSEEN)
    return list(dict.fromkeys([*said, ABOUT_MAPS]))


def collections(samples: Sequence[Sample], leave_out: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Collections, their licences in one line and how many images of each split were used."""
    splits: defaultdict[str, Counter[str]] = defaultdict(Counter)
    licences: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sample in samples:
        if sample.origin not in leave_out:
            name = "drawn by this program" if is_drawn(sample.file) else sample.origin or "not named"
            splits[name][sample.split] += 1
            licences[name][sample.licence] += 1
    return [
        {"collection": name, "licence": merged(licences[name]), "images": sum(n.values()), **dict(sorted(n.items()))}
        for name, n in sorted(splits.items())
    ]


def does_not_look_for(recipe: Recipe) -> list[str]:
    """The recipe's own list, else the findings of a chest radiograph that are none of its classes."""
    named = recipe.document.get("does_not_look_for")
    if named is not None:
        return [str(text) for text in named]
    others = [f.label.lower() for f in KNOWN_FINDINGS if f not in recipe.classes and f != NO_RISK]
    return [*others, *OTHER_DISEASE]


def without_places(recipe: Recipe) -> dict[str, Any]:
    """The recipe as a card may carry it: no folder of the machine that trained it, and the card's words only once."""
    values = recipe.as_dict() | {"document": {}}
    kind, found, where = recipe.network.weights.partition(":")
    if found:
        values["network"] = values["network"] | {
            "weights": f"{kind}:{where.replace(chr(92), '/').rstrip('/').split('/')[-1]}"
        }
    values["data"] = values["data"] | {"lungs": _last(recipe.data.lungs)}
    values["distill"] = values["distill"] | {"teachers": [_last(name) for name in recipe.distill.teachers]}
    return values


def _last(place: str) -> str:
    """The name of a folder without the way to it."""
    return place.replace("\\", "/").rstrip("/").split("/")[-1]


def commands(recipe: Recipe, name: str) -> dict[str, str]:
    """How to train and measure this again; DATA stands for the folder or manifest of the images."""
    base = next((file.stem for file in sorted(RECIPES.glob("*.toml")) if read_recipe(file).name == recipe.name), "")
    changes = ""
    if base:
        before, after = read_recipe(base).as_dict(), without_places(recipe)
        changes = "".join(f" --set '{key}={value}'" for key, value in _changes(before, after, ""))
    said = {
        "train": f"cxr-desktop train {base or recipe.name + '.toml'} --data DATA{changes}",
        "evaluate": f"cxr-desktop evaluate {name} --data DATA",
    }
    return said | ({"measure": f"cxr-desktop measure {name} --data DATA"} if recipe.role == "triage" else {})


def _changes(before: Any, after: Any, where: str) -> Iterator[tuple[str, str]]:
    """Keys whose value differs, deepest first; what the data filled in (classes, class of interest) is no change."""
    if isinstance(before, Mapping) and isinstance(after, Mapping) and set(before) == set(after) and before:
        for key in before:
            if where or key not in _OF_NO_EFFECT:
                yield from _changes(before[key], after[key], f"{where}.{key}" if where else key)
    elif isinstance(before, (list, tuple)) and isinstance(after, (list, tuple)) and _same_tables(before, after):
        for i, (a, b) in enumerate(zip(before, after, strict=True)):
            yield from _changes(a, b, f"{where}.{i}")
    elif _plain(before) != _plain(after) and not (where in ("data.classes", "data.positive") and not before):
        yield where, _toml(after)


def _same_tables(before: Sequence[Any], after: Sequence[Any]) -> bool:
    return len(before) == len(after) > 0 and all(isinstance(v, Mapping) for v in (*before, *after))


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {k: _plain(v) for k, v in value.items()}
    return [_plain(v) for v in value] if isinstance(value, (list, tuple)) else value


def _toml(value: Any) -> str:
    """A value as ``--set`` reads it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f'"{k}" = {_toml(v)}' for k, v in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_toml(v) for v in value) + "]"
    return f'"{value}"' if isinstance(value, str) else repr(value)
