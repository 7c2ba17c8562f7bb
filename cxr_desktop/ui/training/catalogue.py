"""The recipes that the wizard offers, grouped, and every key that a recipe has; pure values from `recipes --json`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from PySide6.QtCore import QCoreApplication

Recipe = Mapping[str, Any]

DOWNLOADS = {
    "squeezenet1_0": 5,
    "densenet121": 31,
    "efficientnet_b2": 35,
    "resnet18": 45,
    "resnet50": 98,
    "resnetv2_50": 98,
    "inception_v3": 104,
    "resnet152": 231,
}
"""Megabytes of ImageNet weights by backbone; one that is not named here has none."""

_NETWORKS = {
    "resnet18": "ResNet18",
    "resnet50": "ResNet50",
    "resnet152": "ResNet152",
    "resnetv2_50": "ResNet50V2",
    "densenet121": "DenseNet121",
    "squeezenet1_0": "SqueezeNet 1.0",
    "inception_v3": "InceptionV3",
    "efficientnet_b2": "EfficientNet-B2",
    "scnnb": "SCNNB",
    "scnnb_a": "SCNNB-a",
    "scnnb_b": "SCNNB-b",
}
_OWN, _SCRATCH = "own", "scratch"


def _tr(text: str) -> str:
    return QCoreApplication.translate("catalogue", text)


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a recipe, as ``training.recipe_schema`` describes it; ``*`` stands for a position."""

    path: str
    title: str
    help: str
    type: str
    minimum: float | None
    maximum: float | None
    choices: tuple[Any, ...]
    unit: str
    group: str
    basic: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Recipes that one card stands for."""

    name: str
    title: str
    recipes: tuple[Recipe, ...]

    @property
    def words(self) -> str:
        """What the first of them is good for, in its first sentence."""
        first, dot, _ = str(self.recipes[0].get("good_for") or self.recipes[0].get("title") or "").partition(". ")
        return first + dot.strip()

    def matching(self, text: str) -> tuple[Recipe, ...]:
        """Those in which every word of the text is found; all where the card itself is meant."""
        wanted = text.casefold().split()
        own = f"{self.name} {self.title}".casefold()
        if all(word in own for word in wanted):
            return self.recipes
        return tuple(r for r in self.recipes if all(word in f"{own} {_about(r)}" for word in wanted))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that can be trained."""

    groups: tuple[Group, ...]
    keys: tuple[Key, ...]

    def recipe(self, name: str) -> Recipe | None:
        """The recipe of that name."""
        return next((r for group in self.groups for r in group.recipes if r.get("name") == name), None)


def read_catalogue(document: Mapping[str, Any]) -> Catalogue:
    """From the document of `recipes --json`. The quality gate is the program's own and is not offered."""
    found = [r for r in document.get("recipes") or () if isinstance(r, Mapping) and r.get("role") == "triage"]
    by_group: dict[str, list[Recipe]] = {}
    for recipe in found:
        by_group.setdefault(_group_of(recipe), []).append(recipe)
    order = [_OWN, *sorted(name for name in by_group if name not in (_OWN, _SCRATCH)), _SCRATCH]
    groups = tuple(
        Group(name, _title(name, by_group[name]), tuple(sorted(by_group[name], key=_size)))
        for name in order
        if name in by_group
    )
    return Catalogue(groups, tuple(_read_key(k) for k in document.get("keys") or () if isinstance(k, Mapping)))


def network_words(backbone: str) -> str:
    """A network as the literature writes it."""
    return _NETWORKS.get(backbone, backbone)


def learns_everything_from_the_start(recipe: Recipe) -> bool:
    """Whether random weights would all learn; a frozen random backbone is no training."""
    phases = recipe.get("values", {}).get("phases") or [{}]
    return "*" in (phases[0].get("train") or ())


def learning_words(recipe: Recipe) -> str:
    """``Last layers, 29 epochs; then everything, 15 epochs``."""
    parts = []
    for phase in recipe.get("values", {}).get("phases") or ():
        patterns = phase.get("train") or ()
        if "*" in patterns:
            what = _tr("everything")
        elif all(str(pattern).startswith("classifier") for pattern in patterns):
            what = _tr("only the last layers")
        else:
            what = _tr("the last layers and some in the middle")
        parts.append(_tr("{0}, {1} epochs").format(what, phase.get("epochs", 0)))
    words = _tr("; then ").join(parts)
    return words[:1].upper() + words[1:]


def variant_words(group: Group) -> tuple[str, ...]:
    """What tells the recipes of one card apart: their titles without the words that all begin with."""
    titles = [str(recipe.get("title") or recipe.get("name") or "") for recipe in group.recipes]
    common = list(takewhile(lambda words: len(set(words)) == 1, zip(*(t.split() for t in titles), strict=False)))
    shorter = [" ".join(title.split()[len(common) :]) for title in titles]
    return tuple(shorter) if all(shorter) else tuple(titles)


def _group_of(recipe: Recipe) -> str:
    system = str(recipe.get("system") or "")
    if system:
        return system
    return _OWN if str(recipe.get("weights", "")).startswith("model:") else _SCRATCH


def _title(name: str, recipes: Sequence[Recipe]) -> str:
    titles = {
        "S1": _tr("Deep-COVID: COVID-19 or not"),
        "S2": _tr("Deep-COVID, COVID-19 images × 5"),
        "S3": _tr("SCNNB: small pictures"),
        "S4": _tr("Pneumonia in two phases"),
        "S5": _tr("Pneumonia, deep networks cut inside"),
        "S6": _tr("Four classes at once"),
        _OWN: _tr("Fine-tune the bundled model"),
        _SCRATCH: _tr("From scratch, without a download"),
    }
    return titles.get(name) or str(recipes[0].get("title") or name)


def _size(recipe: Recipe) -> tuple[int, str]:
    return DOWNLOADS.get(str(recipe.get("backbone")), 0), str(recipe.get("name"))


def _about(recipe: Recipe) -> str:
    names = ("name", "title", "good_for", "backbone", "system")
    words = [str(recipe.get(name) or "") for name in names]
    return " ".join([*words, network_words(str(recipe.get("backbone")))]).casefold()


def _read_key(key: Mapping[str, Any]) -> Key:
    return Key(
        path=str(key.get("path", "")),
        title=str(key.get("title", "")),
        help=str(key.get("help", "")),
        type=str(key.get("type", "str")),
        minimum=key.get("minimum"),
        maximum=key.get("maximum"),
        choices=tuple(key.get("choices") or ()),
        unit=str(key.get("unit") or ""),
        group=str(key.get("group", "")),
        basic=bool(key.get("basic")),
    )
