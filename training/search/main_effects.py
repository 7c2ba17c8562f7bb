"""Main effects of an orthogonal array: the mean outcome at each level of each factor; knows no training."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any


@dataclass(frozen=True, slots=True)
class Level:
    """``mean`` over the ``runs`` at this value that gave a number; ``None`` where none did."""

    value: Any
    mean: float | None
    runs: int


@dataclass(frozen=True, slots=True)
class Effect:
    """One factor. ``spread`` is the distance between its best and worst level: what the choice was worth."""

    factor: str
    levels: tuple[Level, ...]
    best: Level
    spread: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """``combination`` has the best level of every factor; ``predicted`` is what adding up their effects promises.

    ``best_row`` is the position of the best single run and ``best_outcome`` what it reached.
    """

    mean: float
    effects: tuple[Effect, ...]
    combination: Mapping[str, Any]
    predicted: float
    best_row: int
    best_outcome: float


def analyse(
    rows: Sequence[Mapping[str, Any]], outcomes: Sequence[float | None], maximise: bool = True
) -> Analysis | None:
    """Means per level of what the runs reached; ``None`` for a run that failed, which is left out.

    Without failures in a balanced array each mean averages evenly over all other factors. ``None`` where no run gave
    a number.
    """
    known = [outcome for outcome in outcomes if outcome is not None]
    if not known:
        return None
    mean = fmean(known)
    effects = tuple(_effect(factor, rows, outcomes, maximise) for factor in rows[0])
    gains = [(effect.best.mean or 0.0) - mean for effect in effects]
    pick = max if maximise else min
    best = pick(known)
    return Analysis(
        mean=mean,
        effects=effects,
        combination={effect.factor: effect.best.value for effect in effects},
        predicted=mean + sum(gains),
        best_row=list(outcomes).index(best),
        best_outcome=best,
    )


def _effect(factor: str, rows: Sequence[Mapping[str, Any]], outcomes: Sequence[float | None], maximise: bool) -> Effect:
    values: list[Any] = []
    for row in rows:
        if row[factor] not in values:
            values.append(row[factor])
    pairs = list(zip(rows, outcomes, strict=True))
    levels = tuple(_level(value, [o for row, o in pairs if o is not None and row[factor] == value]) for value in values)
    ranked = sorted((level for level in levels if level.mean is not None), key=lambda level: level.mean or 0.0)
    low, high = ranked[0], ranked[-1]
    return Effect(factor, levels, high if maximise else low, (high.mean or 0.0) - (low.mean or 0.0))


def _level(value: Any, outcomes: Sequence[float]) -> Level:
    return Level(value, fmean(outcomes) if outcomes else None, len(outcomes))
