"""What the log of a site says about readers, waits and the model against readers; pure counting, knows no store.

A reader is no reference standard: these numbers compare a model with impressions, and impressions that were made with
its scores in sight lean towards it. Blind ones are counted apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from cxr_desktop.domain.deed import Action, Deed
from cxr_desktop.domain.impression import NOT_USABLE, Verdict
from cxr_desktop.domain.model_card import OperatingPoint, wilson_interval
from cxr_desktop.domain.prediction import Finding, in_column_order

FEWEST = 10
"""Below so many studies a share says nothing worth showing."""
FEWEST_FOR_P95 = 20


@dataclass(frozen=True, slots=True)
class Share:
    """``count`` of ``n``."""

    count: int
    n: int

    @property
    def says_something(self) -> bool:
        """Whether there are enough studies for a number."""
        return self.n >= FEWEST

    @property
    def value(self) -> float:
        """0…1; only where ``n`` is not 0."""
        return self.count / self.n

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson, 95 %."""
        return wilson_interval(self.count, self.n)


@dataclass(frozen=True, slots=True)
class Spread:
    """Durations in seconds. A percentile is a value that was measured (nearest rank); ``None`` from too few."""

    n: int
    p50_s: float | None = None
    p95_s: float | None = None


@dataclass(frozen=True, slots=True)
class AtPoint:
    """The model at one operating point against readers."""

    target: str
    threshold: float
    sensitivity: Share
    specificity: Share


@dataclass(frozen=True, slots=True)
class ClassAgreement:
    """How often readers agreed with the model about one class, of the verdicts on that class."""

    finding: Finding
    agreed: Share


@dataclass(frozen=True, slots=True)
class Comparison:
    """The model against impressions that were all blind, or all made with scores in sight.

    ``studies`` have an impression and a score of the model; ``agreed`` counts verdicts "agree" among all verdicts on
    the whole answer, ``classes`` those on single classes, for each class that was judged once.
    """

    studies: int
    agreed: Share
    disagreed: int
    unsure: int
    points: tuple[AtPoint, ...]
    classes: tuple[ClassAgreement, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingStatistics:
    """``finding`` is what the model is asked for. ``elsewhere`` are impressions beside another model's score or none,
    which count nowhere. ``read`` counts (day, reader), newest day first."""

    finding: Finding
    blind: Comparison
    sighted: Comparison
    elsewhere: int
    until_ranked: Spread
    in_hand: Spread
    read: tuple[tuple[str, str, int], ...]


def reading_statistics(
    deeds: Sequence[Deed],
    waits_s: Sequence[float],
    finding: Finding,
    points: Sequence[OperatingPoint],
    model_digest: str,
    day_of: Callable[[str], str],
) -> ReadingStatistics:
    """``deeds`` oldest first, ``waits_s`` from arrival to ranked, ``day_of`` gives the reader's date of a UTC stamp.

    Thresholds do not survive a change of model: only impressions beside scores of ``model_digest`` are compared.
    """
    blind, sighted = _final(deeds)
    here = [[said for said in group if _has_score(said, model_digest)] for group in (blind, sighted)]
    seconds = [float(deed.details["seconds"]) for deed in deeds if _was_timed(deed)]
    return ReadingStatistics(
        finding,
        _comparison(here[0], finding, points),
        _comparison(here[1], finding, points),
        len(blind) + len(sighted) - len(here[0]) - len(here[1]),
        spread(waits_s),
        spread(seconds),
        _read(deeds, day_of),
    )


def spread(durations_s: Iterable[float]) -> Spread:
    """Median and 95th percentile by nearest rank."""
    ordered = sorted(durations_s)
    n = len(ordered)
    p50 = ordered[ceil(0.5 * n) - 1] if n >= FEWEST else None
    return Spread(n, p50, ordered[ceil(0.95 * n) - 1] if n >= FEWEST_FOR_P95 else None)


def _final(deeds: Sequence[Deed]) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]]:
    """What was said last of each study: (blind, with scores in sight). A study may be in both."""
    blind: dict[str, Mapping[str, Any]] = {}
    sighted: dict[str, Mapping[str, Any]] = {}
    for deed in deeds:
        if deed.action is not Action.IMPRESSION:
            continue
        said = deed.details
        nothing = not (said.get("findings") or said.get("verdict") or said.get("verdicts"))
        if nothing and not said.get("note") and not said.get("tags"):
            blind.pop(deed.study, None)
        sighted.pop(deed.study, None)
        if nothing or not said.get("recorded", True):
            continue
        (blind if said.get("blind") else sighted)[deed.study] = said
    return list(blind.values()), list(sighted.values())


def _has_score(said: Mapping[str, Any], model_digest: str) -> bool:
    return said.get("score") is not None and said.get("model_digest") == model_digest


def _comparison(group: Sequence[Mapping[str, Any]], finding: Finding, points: Sequence[OperatingPoint]) -> Comparison:
    verdicts = Counter(said["verdict"] for said in group if said.get("verdict"))
    judged = [
        (finding.value in said["findings"], float(said["score"]))
        for said in group
        if said["findings"] and NOT_USABLE.value not in said["findings"] and said.get("finding") == finding.value
    ]
    return Comparison(
        len(group),
        Share(verdicts[Verdict.AGREE.value], sum(verdicts.values())),
        verdicts[Verdict.DISAGREE.value],
        verdicts[Verdict.UNSURE.value],
        tuple(_at_point(judged, point) for point in points if point.finding == finding),
        _classes(group),
    )


def _classes(group: Sequence[Mapping[str, Any]]) -> tuple[ClassAgreement, ...]:
    """Verdicts of before there were any on single classes say nothing of them."""
    counts: dict[str, Counter[str]] = {}
    for said in group:
        for name, verdict in (said.get("verdicts") or {}).items():
            counts.setdefault(name, Counter())[verdict] += 1
    return tuple(
        ClassAgreement(finding, Share(counts[finding][Verdict.AGREE.value], counts[finding].total()))
        for finding in in_column_order(counts)
    )


def _at_point(judged: Sequence[tuple[bool, float]], point: OperatingPoint) -> AtPoint:
    """A score at the threshold is above it, as in ``ModelCard.risk_band``."""
    seen = [score >= point.threshold for positive, score in judged if positive]
    not_seen = [score < point.threshold for positive, score in judged if not positive]
    return AtPoint(point.target, point.threshold, Share(sum(seen), len(seen)), Share(sum(not_seen), len(not_seen)))


def _was_timed(deed: Deed) -> bool:
    return deed.action is Action.READ and deed.details.get("seconds") is not None and not deed.details.get("undone")


def _read(deeds: Sequence[Deed], day_of: Callable[[str], str]) -> tuple[tuple[str, str, int], ...]:
    """Studies by the day and reader that marked them last; what was marked unread again counts for nobody."""
    last: dict[str, tuple[str, str]] = {}
    for deed in deeds:
        if deed.action is Action.READ:
            last[deed.study] = day_of(deed.at), str(deed.details.get("reader") or "")
        elif deed.action is Action.UNREAD:
            last.pop(deed.study, None)
    counted = sorted(Counter(last.values()).items(), key=lambda item: item[0][1])
    counted.sort(key=lambda item: item[0][0], reverse=True)
    return tuple((day, reader, count) for (day, reader), count in counted)
