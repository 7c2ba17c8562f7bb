"""Taguchi's L9: nine runs in which every level of up to four factors meets every level of the others once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from training.recipe_file import RecipeError

LEVELS = 3
L9: tuple[tuple[int, int, int, int], ...] = (
    (0, 0, 0, 0),
    (0, 1, 1, 1),
    (0, 2, 2, 2),
    (1, 0, 1, 2),
    (1, 1, 2, 0),
    (1, 2, 0, 1),
    (2, 0, 2, 1),
    (2, 1, 0, 2),
    (2, 2, 1, 0),
)
"""Row → level of each factor (Taguchi 1987). Any of its columns may be left out."""


def rows(factors: Mapping[str, Sequence[Any]]) -> list[dict[str, Any]]:
    """The nine combinations of two to four factors with three levels each. Raises ``RecipeError``."""
    wrong = [name for name, levels in factors.items() if len(levels) != LEVELS]
    if wrong:
        raise RecipeError(f"the L9 array needs three values of each key; {wrong[0]} has {len(factors[wrong[0]])}")
    if not 2 <= len(factors) <= len(L9[0]):
        raise RecipeError(f"the L9 array takes two to four keys, not {len(factors)}")
    return [{name: factors[name][level] for name, level in zip(factors, row, strict=False)} for row in L9]


def is_balanced(array: Sequence[Sequence[Any]]) -> bool:
    """Do any two columns meet in all combinations of their levels, each equally often?"""
    columns = list(zip(*array, strict=True))
    for first, second in combinations(columns, 2):
        met = Counter(zip(first, second, strict=True))
        if len(met) != len(set(first)) * len(set(second)) or len(set(met.values())) != 1:
            return False
    return True
