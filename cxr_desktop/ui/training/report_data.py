"""What report.json says about a model, as values that plots and panels can show; knows no widget."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.model_card import OperatingPoint
from cxr_desktop.domain.prediction import Finding

SNAP_TARGETS = (0.98, 0.95, 0.90)
"""Sensitivities at which the threshold slider catches."""
FEW = 50
"""Under so many images of a side, one image moves a rate by two points or more."""

GROUPINGS = ("by_source", "by_view", "by_age")


class ReportUnreadableError(CxrError):
    """The report of a run is missing, damaged or from another version."""


@dataclass(frozen=True, slots=True)
class Roc:
    """ROC curve with its area; ``auc``, ``low``, ``high`` are ``None`` where one side has no image."""

    fpr: tuple[float, ...] = ()
    tpr: tuple[float, ...] = ()
    auc: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class PrecisionRecall:
    """Precision over recall; ``average`` is ``None`` without positives."""

    recall: tuple[float, ...] = ()
    precision: tuple[float, ...] = ()
    average: float | None = None


@dataclass(frozen=True, slots=True)
class Histogram:
    """How many images of the class, and of all others, have a probability in each bin."""

    edges: tuple[float, ...] = ()
    positives: tuple[int, ...] = ()
    negatives: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reliability:
    """Bins of (mean probability, share that was so, images), before and after the temperature."""

    before: tuple[tuple[float, float, int], ...] = ()
    after: tuple[tuple[float, float, int], ...] = ()
    ece_before: float | None = None
    ece_after: float | None = None
    temperature: float | None = None


@dataclass(frozen=True, slots=True)
class GalleryItem:
    """One image with its Grad-CAM: what it is, what it was called, how sure, and the picture as base64 PNG."""

    file_name: str
    truth: str
    called: str
    probability: float | None
    hit: bool
    picture: str
    map_words: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Images of one class from one source (or view, or age): how often right, how often over the threshold."""

    name: str
    finding: str
    images: int
    right: int
    flagged: int | None


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read. ``document`` is the whole of it."""

    classes: tuple[str, ...]
    positive: str
    document: Mapping[str, Any] = field(repr=False)

    @property
    def images(self) -> int:
        """How many images were measured."""
        return int(self.document.get("images") or 0)

    @property
    def split(self) -> str:
        """train, val, test or all."""
        return str(self.document.get("split") or "")

    @property
    def accuracy(self) -> float | None:
        """Share of images whose likeliest class is right."""
        return _number(_part(self.document, "classification_report").get("accuracy"))

    def label(self, name: str) -> str:
        """The name of a class for readers."""
        words = _part(self.document, "class_labels").get(name)
        if words:
            return str(words)
        try:
            return Finding(name).label
        except ValueError:
            return name

    def points(self, name: str) -> tuple[OperatingPoint, ...]:
        """What each threshold of one class does, by rising threshold."""
        rows = _part(_part(self.document, "thresholds"), name)
        columns = [rows.get(key) or () for key in ("threshold", "tp", "fn", "tn", "fp")]
        found = [
            OperatingPoint(Finding(name), "", float(threshold), int(tp), int(fn), int(tn), int(fp))
            for threshold, tp, fn, tn, fp in zip(*columns, strict=True)
        ]
        return tuple(sorted(found, key=lambda point: point.threshold))

    def roc(self, name: str) -> Roc:
        """One class against all others."""
        part = _part(_part(self.document, "roc"), name)
        area = (_number(part.get(key)) for key in ("auc", "low", "high"))
        return Roc(_floats(part.get("fpr")), _floats(part.get("tpr")), *area)

    def precision_recall(self, name: str) -> PrecisionRecall:
        """One class against all others."""
        part = _part(_part(self.document, "pr"), name)
        return PrecisionRecall(
            _floats(part.get("recall")), _floats(part.get("precision")), _number(part.get("average_precision"))
        )

    def histogram(self, name: str) -> Histogram:
        """Probabilities of one class, by whether the image shows it."""
        part = _part(_part(self.document, "histogram"), name)
        by_truth = _part(part, "by_truth")
        others = [counts for truth, counts in by_truth.items() if truth != name]
        return Histogram(
            _floats(part.get("edges")),
            tuple(int(n) for n in by_truth.get(name, ())),
            tuple(int(sum(column)) for column in zip(*others, strict=True)),
        )

    @property
    def reliability(self) -> Reliability:
        """How far probabilities mean what they say: the likeliest class, and how often it is right."""
        return reliability_of(_part(self.document, "calibration"))

    @property
    def confusion(self) -> tuple[tuple[str, ...], tuple[tuple[int, ...], ...]]:
        """Class names in their order, and counts: rows are the truth."""
        part = _part(self.document, "confusion")
        rows = tuple(tuple(int(n) for n in row) for row in part.get("rows_are_truth") or ())
        return tuple(part.get("order") or self.classes), rows

    @property
    def gallery(self) -> tuple[GalleryItem, ...]:
        """Hits and misses with their heat maps."""
        return tuple(
            GalleryItem(
                str(item.get("file_name") or ""),
                str(item.get("truth") or ""),
                str(item.get("called") or ""),
                _number(item.get("probability")),
                item.get("kind") == "hit",
                str(item.get("picture") or ""),
                str(item.get("map") or ""),
            )
            for item in self.document.get("gallery") or ()
        )

    def groups(self, kind: str) -> tuple[Group, ...]:
        """``kind``: by_source, by_view or by_age."""
        return tuple(
            Group(
                str(row.get("name") or ""),
                str(row.get("class") or ""),
                int(row.get("images") or 0),
                int(row.get("right") or 0),
                None if row.get("flagged") is None else int(row["flagged"]),
            )
            for row in self.document.get(kind) or ()
        )

    @property
    def cautions(self) -> tuple[str, ...]:
        """What the numbers do not say."""
        return tuple(str(sentence) for sentence in self.document.get("cautions") or ())


def read_report(file: Path) -> Report:
    """Raises ``ReportUnreadableError`` with one sentence."""
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
        return report_of(document)
    except OSError as error:
        raise ReportUnreadableError("The report of this run cannot be read.") from error
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise ReportUnreadableError("The report of this run is damaged. Measure it again.") from error


def report_of(document: Mapping[str, Any]) -> Report:
    """The report in a document; every part that the wizard shows is looked at once, so that faults show here.

    Raises ``ValueError``, ``TypeError``, ``LookupError`` or ``AttributeError`` where it is no report.
    """
    classes = tuple(str(name) for name in document["classes"])
    positive = str(document.get("positive") or classes[0])
    if positive not in classes:
        raise ValueError("the class of interest is none of the classes")
    report = Report(classes, positive, document)
    for name in classes:
        for look in (report.points, report.roc, report.precision_recall, report.histogram):
            look(name)
    _ = report.reliability, report.confusion, report.gallery, report.cautions
    for kind in GROUPINGS:
        report.groups(kind)
    return report


def reliability_of(calibration: Mapping[str, Any]) -> Reliability:
    """The part of a report, or of the numbers of ``calibrate``, that says how well it is calibrated."""
    return Reliability(
        _bins(calibration.get("bins_before")),
        _bins(calibration.get("bins")),
        _number(calibration.get("ece_before")),
        _number(calibration.get("ece_after")),
        _number(calibration.get("temperature")),
    )


def snap_steps(points: Sequence[OperatingPoint]) -> dict[float, int]:
    """For each target the row with the highest threshold that still reaches this sensitivity."""
    found: dict[float, int] = {}
    for target in SNAP_TARGETS:
        rows = [i for i, point in enumerate(points) if _positives(point) and point.sensitivity >= target - 1e-12]
        if rows:
            found[target] = rows[-1]
    return found


def _positives(point: OperatingPoint) -> int:
    return point.true_positives + point.false_negatives


def _part(document: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    part = document.get(key)
    return part if isinstance(part, Mapping) else {}


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _floats(values: Sequence[Any] | None) -> tuple[float, ...]:
    return tuple(float(value) for value in values or ())


def _bins(rows: Sequence[Mapping[str, Any]] | None) -> tuple[tuple[float, float, int], ...]:
    return tuple(
        (float(row["confidence"]), float(row["accuracy"]), int(row["count"])) for row in rows or () if row.get("count")
    )
