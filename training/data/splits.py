"""Splits that keep a patient on one side, and what an epoch shows: shares, parts, weights and priors; pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from training.data.sample import DataError, Sample

SPLITS = ("train", "val", "test")


def check_disjoint(samples: Sequence[Sample]) -> None:
    """Raises ``DataError`` if one patient, one group of look-alikes, or one file lies in two splits."""
    for name in ("group", "patient", "file", "id"):
        where: defaultdict[str, set[str]] = defaultdict(set)
        for sample in samples:
            if getattr(sample, name):
                where[getattr(sample, name)].add(sample.split)
        spanning = [key for key, splits in where.items() if len(splits) > 1]
        if spanning:
            raise DataError(
                f"{len(spanning)} of {len(where)} {name}s are in more than one split; "
                "correct the splits, or let the program divide anew (data.resplit=true)"
            )


def of_split(samples: Sequence[Sample], split: str, leave_out: Sequence[str] = ()) -> list[Sample]:
    """The samples of one split, without whole origins."""
    return [s for s in samples if s.split == split and s.origin not in leave_out]


def class_weights(labels: Sequence[str], classes: Sequence[str]) -> NDArray[np.float64]:
    """n / (k · n_c) for every class, so that each weighs the same in all; 0 for a class without images."""
    counts = Counter(labels)
    present = [counts[c] for c in classes]
    return np.array([len(labels) / (len(classes) * n) if n else 0.0 for n in present])


def undersampled_parts(samples: Sequence[Sample], classes: Sequence[str], seed: int) -> list[list[Sample]]:
    """The training images of every member of an undersampling ensemble.

    Each larger class is divided into parts of about the size of the smallest; member i gets part i of each (classes
    with fewer parts begin again), so every image is seen by at least one member.
    """
    rng = np.random.default_rng([seed, 5])
    by_class = {c: [s for s in samples if s.label == c] for c in classes}
    smallest = min(len(part) for part in by_class.values())
    parts: dict[str, list[NDArray[np.int64]]] = {}
    for name, members in by_class.items():
        order = rng.permutation(len(members)).astype(np.int64)
        parts[name] = np.array_split(order, max(1, round(len(members) / smallest)))
    count = max(len(p) for p in parts.values())
    return [[by_class[c][n] for c in classes for n in np.sort(parts[c][k % len(parts[c])])] for k in range(count)]


def sampling_weights(
    samples: Sequence[Sample],
    classes: Sequence[str],
    class_share: Mapping[str, float],
    balance: Mapping[str, Mapping[str, float]],
) -> NDArray[np.float64]:
    """P(draw) per sample: classes by ``class_share`` (equal where absent), origins inside a class by ``balance``.

    An origin that ``balance`` does not name gets the class's share left over, by its number of images; without any
    balance every image of a class is drawn alike.
    """
    counts = Counter((s.label, s.origin) for s in samples)
    weights = np.zeros(len(samples))
    total_class = sum(class_share.get(c, 1.0) for c in classes if any(label == c for label, _ in counts))
    for name in classes:
        present = {origin: n for (label, origin), n in counts.items() if label == name}
        if not present:
            continue
        named = {o: balance.get(name, {})[o] for o in present if o in balance.get(name, {})}
        rest = {o: n for o, n in present.items() if o not in named}
        left = max(0.0, 1.0 - sum(named.values())) if named else 1.0
        shares = named | {o: left * n / sum(rest.values()) for o, n in rest.items()}
        scale = class_share.get(name, 1.0) / total_class / sum(shares.values())
        for i, sample in enumerate(samples):
            if sample.label == name:
                weights[i] = scale * shares[sample.origin] / counts[name, sample.origin]
    return weights / weights.sum()


def epoch_plan(weights: NDArray[np.float64], images: int, seed: int, epoch: int) -> NDArray[np.int64]:
    """Indices of one epoch: systematic resampling, so that an image of weight w appears ⌊wn⌋ or ⌈wn⌉ times."""
    rng = np.random.default_rng([seed, epoch])
    order = rng.permutation(len(weights))
    edges = np.cumsum(weights[order])
    points = (np.arange(images) + rng.random()) / images * edges[-1]
    drawn = order[np.minimum(np.searchsorted(edges, points, side="right"), len(weights) - 1)]
    return rng.permutation(drawn).astype(np.int64)


def shuffled(images: int, seed: int, epoch: int) -> NDArray[np.int64]:
    """Indices of one epoch that shows every image once."""
    return np.random.default_rng([seed, epoch]).permutation(images).astype(np.int64)


def log_prior(
    samples: Sequence[Sample], weights: NDArray[np.float64], classes: Sequence[str], smoothing: float = 0.02
) -> dict[str, NDArray[np.float32]]:
    """log P(class | origin) as an epoch draws it, with ``smoothing`` of the whole added to every class."""
    mass: defaultdict[str, NDArray[np.float64]] = defaultdict(lambda: np.zeros(len(classes)))
    for sample, weight in zip(samples, weights, strict=True):
        mass[sample.origin][classes.index(sample.label)] += weight
    out = {}
    for origin, m in mass.items():
        p = m / max(m.sum(), 1e-12) + smoothing  # an origin that is never drawn has no mass
        out[origin] = np.log(p / p.sum()).astype(np.float32)
    return out
