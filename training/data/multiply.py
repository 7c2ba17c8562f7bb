"""Training images multiplied before the first epoch: changed copies by number, up to a count, or to the largest class.

It is given the training split and nothing else, so no copy of a training image can reach another split.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from training.data import copies
from training.data.sample import Sample
from training.recipe import Recipe


def multiplied(recipe: Recipe, train: Sequence[Sample]) -> list[Sample]:
    """The samples, and their copies after them (an epoch shuffles); ``copies`` makes the pixels from the names."""
    spec = recipe.multiply
    out = list(train)
    if spec.mode == "none":
        return out
    by_class = {c: [s for s in train if s.label == c] for c in recipe.classes}
    largest = max(len(members) for members in by_class.values())
    for number, (name, members) in enumerate(by_class.items()):
        if not members or (spec.classes and name not in spec.classes):
            continue
        if spec.mode == "times":
            out += [_copy(recipe, s, k, (number, n, k)) for n, s in enumerate(members) for k in range(1, spec.times)]
        else:
            out += _filled(recipe, members, number, spec.up_to if spec.mode == "up_to" else largest)
    return out


def _filled(recipe: Recipe, members: Sequence[Sample], number: int, wanted: int) -> list[Sample]:
    """Copies until there are ``wanted`` pictures; every image gives one before any gives a second."""
    order = np.random.default_rng([recipe.seed, 7, number]).permutation(len(members))
    return [
        _copy(recipe, members[order[n % len(members)]], n // len(members) + 1, (number, n, 0))
        for n in range(max(0, wanted - len(members)))
    ]


def _copy(recipe: Recipe, sample: Sample, k: int, place: tuple[int, int, int]) -> Sample:
    """The k-th copy of a sample, by its variant; variants begin again where there are more copies."""
    variants = recipe.multiply.variants
    operations = variants[(k - 1) % len(variants)]
    file = copies.name(sample.file, operations, recipe.size, (recipe.seed, *place))
    return replace(sample, id=f"{sample.id}#{k}", file=file)
