"""Which collections are left out together, and a recipe that does without them; pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from cxr_desktop.domain.errors import CxrError
from training.data.sample import Sample
from training.data.splits import of_split
from training.measures.reliability import folds as dealt
from training.recipe import Recipe
from training.recipe_file import from_dict

USUAL = ("cxnet+nih", "hannover+shenzhen", "ieee8023+kermany")
"""Of the radiograph folder: each fold leaves out one collection of COVID-19 and one of other films, so that what is
left over has both sides."""
PLACEHOLDER = "{fold}"
"""In a recipe or a change: the name of the fold, so that a fold may learn from teachers that left out the same."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Collections that a network does not see. ``held`` are image ids instead, of a fold inside one collection."""

    name: str
    origins: tuple[str, ...] = ()
    held: frozenset[str] = frozenset()


def folds_of(names: Sequence[str], samples: Sequence[Sample]) -> list[Fold]:
    """``cxnet+nih`` → a fold; without names the usual ones. Raises ``CxrError`` for collections that are not there."""
    present = {s.origin for s in samples}
    out = []
    for name in names or USUAL:
        origins = tuple(part.strip() for part in name.split("+") if part.strip())
        missing = [origin for origin in origins if origin not in present]
        if missing or not origins:
            known = ", ".join(sorted(present - {""})) or "none"
            raise CxrError(f"no collection is called {', '.join(missing) or name}; name --folds from: {known}")
        out.append(Fold("+".join(origins), origins))
    return out


def inside_folds(origin: str, parts: int, samples: Sequence[Sample]) -> list[Fold]:
    """One collection in ``parts``, whole patients, every class dealt out evenly. Raises ``CxrError``."""
    own = [s for s in samples if s.origin == origin]
    if len({s.label for s in own}) < 2:
        raise CxrError(f"the collection {origin} has no two classes to tell apart")
    labels = sorted({s.label for s in own})
    part = dealt(_indices(own, labels), [s.patient or s.group for s in own], parts)
    return [
        Fold(f"inside-{origin}-{k + 1}", (), frozenset(s.id for s, n in zip(own, part, strict=True) if n == k))
        for k in range(parts)
    ]


def _indices(samples: Sequence[Sample], labels: Sequence[str]) -> Any:
    import numpy as np

    return np.asarray([labels.index(s.label) for s in samples], dtype=np.int64)


def samples_of(fold: Fold, samples: Sequence[Sample]) -> list[Sample]:
    """The images of a fold's run. What is held out of a collection becomes its test split, the rest of it is learned
    from, but for the validation images."""
    if not fold.held:
        return list(samples)
    origins = {s.origin for s in samples if s.id in fold.held}
    out = []
    for s in samples:
        if s.id in fold.held:
            out.append(replace(s, split="test"))
        elif s.origin in origins and s.split == "test":
            out.append(replace(s, split="train"))
        else:
            out.append(s)
    return out


def measured_of(fold: Fold, samples: Sequence[Sample], splits: Sequence[str]) -> list[Sample]:
    """The images that the fold's network never saw and is measured on."""
    if fold.held:
        return [s for s in samples if s.id in fold.held]
    return [s for s in samples if s.origin in fold.origins and s.split in splits]


def recipe_without(recipe: Recipe, fold: Fold, samples: Sequence[Sample]) -> Recipe:
    """The recipe for a fold: without its collections, and without the classes that only they have."""
    left = {s.label for s in of_split(samples, "train", fold.origins)}
    kept = [name for name in recipe.classes if name in left]
    if recipe.positive not in kept or len(kept) < 2:
        raise CxrError(f"without {fold.name} too few classes are left to train on")
    values: dict[str, Any] = json.loads(json.dumps(recipe.as_dict()).replace(PLACEHOLDER, fold.name))
    data, balance = values["data"], values["balance"]
    data["classes"], data["leave_out"] = kept, list(fold.origins)
    data["rename"] = {k: v if v in kept else "" for k, v in data["rename"].items()}
    for table in ("class_share", "origin_share"):
        balance[table] = {k: v for k, v in balance[table].items() if k in kept}
    values["multiply"]["classes"] = [c for c in values["multiply"]["classes"] if c in kept]
    return from_dict(values)
