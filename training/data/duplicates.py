"""The same picture twice, found by content: one copy stays, and none where the labels disagree; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from training.data.sample import Problem, Sample
from training.data.splits import SPLITS


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Groups of equal pictures; ``dropped`` counts the copies that were left out."""

    groups: int = 0
    across_splits: int = 0
    across_classes: int = 0
    dropped: int = 0


def sifted(samples: Sequence[Sample], digests: Mapping[str, str]) -> tuple[list[Sample], Duplicates, list[Problem]]:
    """Each picture once, in the training split if one of its copies is there.

    A picture with two labels is left out altogether: nobody can say which of them is right. Files without a digest
    were not compared.
    """
    same: defaultdict[str, list[Sample]] = defaultdict(list)
    for sample in samples:
        if digest := digests.get(sample.file):
            same[digest].append(sample)
    groups = [group for group in same.values() if len(group) > 1]
    gone: set[str] = set()
    dropped = 0
    conflicts: list[Problem] = []
    for group in groups:
        labels = sorted({s.label for s in group})
        if len(labels) > 1:
            gone |= {s.file for s in group}
            reason = f"the same picture is also labelled otherwise ({', '.join(labels)})"
            conflicts += [Problem(s.file, reason) for s in group]
        else:
            kept = min(group, key=_rank)
            gone |= {s.file for s in group if s is not kept}
            dropped += len(group) - 1
    found = Duplicates(
        groups=len(groups),
        across_splits=sum(len({s.split for s in group}) > 1 for group in groups),
        across_classes=sum(len({s.label for s in group}) > 1 for group in groups),
        dropped=dropped,
    )
    return [s for s in samples if s.file not in gone], found, conflicts


def _rank(sample: Sample) -> tuple[int, str]:
    return SPLITS.index(sample.split) if sample.split else len(SPLITS), sample.file
