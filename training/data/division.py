"""Images without a split get one: by patient, by class, by lot; deterministic and blind to the order of files; pure."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from training.data.sample import Sample
from training.data.splits import SPLITS


def divide(
    samples: Sequence[Sample], keys: Mapping[str, str], ratios: tuple[float, float, float], seed: int
) -> list[Sample]:
    """Give every sample without a split one, by ``ratios`` in each class as well as whole patients allow.

    Samples that share a patient, a group or a key (content hash) stay together. ``keys``: file → what tells it from
    others wherever it lies. Neither the order of ``samples`` nor pseudonyms change the result.
    """
    members = _linked(samples, keys)
    given = {n: _given(part) for n, part in enumerate(members)}
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    free: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    size = Counter(s.label for s in samples)
    for n, part in enumerate(members):
        if given[n]:
            for sample in part:
                counts[sample.label][given[n]] += 1
            continue
        # A patient with several classes counts for the rarest.
        stratum = min((s.label for s in part), key=lambda label: (size[label], label))
        free[stratum].append((_lot(seed, min(keys.get(s.file, s.file) for s in part)), n))
    shares = dict(zip(SPLITS, ratios, strict=True))
    for label in sorted(free, key=lambda name: (size[name], name)):
        order = [n for _, n in sorted(free[label])]
        given |= _dealt(order, {n: Counter(s.label for s in members[n]) for n in order}, label, shares, counts)
    split_of = {s.file: given[n] for n, part in enumerate(members) for s in part}
    return [s if s.split else replace(s, split=split_of[s.file]) for s in samples]


def _dealt(
    order: Sequence[int],
    contents: Mapping[int, Counter[str]],
    label: str,
    shares: Mapping[str, float],
    counts: defaultdict[str, Counter[str]],
) -> dict[int, str]:
    """Each group goes where its class is furthest below its share; every split gets one before any gets its third."""
    total = sum(contents[n][label] for n in order) + sum(counts[label].values())
    wanted = [split for split in SPLITS if shares[split] > 0]
    out: dict[int, str] = {}
    for place, n in enumerate(order):
        have = counts[label]
        bare = [split for split in wanted if not have[split]]
        left = len(order) - place
        if bare and left <= len(bare):
            split = bare[0]
        else:
            split = max(wanted, key=lambda s: (shares[s] * total - have[s], -SPLITS.index(s)))
        out[n] = split
        for name, number in contents[n].items():
            counts[name][split] += number
    return out


def _given(part: Sequence[Sample]) -> str:
    """The split of a group that has one already; the training split where they differ."""
    splits = {s.split for s in part if s.split}
    return next((split for split in SPLITS if split in splits), "")


def _lot(seed: int, key: str) -> str:
    return hashlib.sha256(f"{seed}\n{key}".encode("utf-8", "surrogateescape")).hexdigest()


def _linked(samples: Sequence[Sample], keys: Mapping[str, str]) -> list[list[Sample]]:
    """Samples that share a patient, a group or a key, directly or through others."""
    parent = list(range(len(samples)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    first: dict[tuple[str, str], int] = {}
    for n, sample in enumerate(samples):
        marks = (("patient", sample.patient), ("group", sample.group), ("key", keys.get(sample.file, "")))
        for mark in marks:
            if mark[1]:
                parent[root(n)] = root(first.setdefault(mark, n))
    parts: defaultdict[int, list[Sample]] = defaultdict(list)
    for n, sample in enumerate(samples):
        parts[root(n)].append(sample)
    return list(parts.values())
