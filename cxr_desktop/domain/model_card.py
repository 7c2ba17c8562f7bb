"""A model as data: what it was trained on, how pixels enter, what its numbers mean and where they were measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import sqrt
from typing import Any

from cxr_desktop.domain.prediction import Finding, RiskBand, in_column_order


def wilson_interval(successes: int, n: int, z: float = 1.959963984540054) -> tuple[float, float]:
    """Wilson score interval of a proportion (Wilson 1927); ``(0, 1)`` where ``n`` is 0."""
    if n == 0:
        return 0.0, 1.0
    p = successes / n
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(0.0, centre - half), min(1.0, centre + half)


@dataclass(frozen=True, slots=True)
class PreprocessSpec:
    """How pixels become model input; trains and serves alike.

    ``fit``: "crop" (shorter side fills, centre kept), "letterbox" (all kept, padded with 0) or "stretch".
    ``equalise``: 0 keeps the intensities between the two percentiles, 1 equalises the histogram fully.
    ``region``: "image", or "lungs": the rectangle around both lungs, widened by ``margin`` of its sides and stretched
    to height × width; grey statistics then come from the lungs alone. ``outside`` of that region's lungs is "kept" or
    "grey" (faded to the middle grey, so that nothing beyond the lungs can be seen).
    ``mean``/``std`` act on intensities in 0…1, one value per channel; grey is repeated over the channels.
    """

    height: int
    width: int
    channels: int = 3
    fit: str = "crop"
    low_percentile: float = 0.5
    high_percentile: float = 99.5
    equalise: float = 0.0
    mean: tuple[float, ...] = (0.485, 0.456, 0.406)
    std: tuple[float, ...] = (0.229, 0.224, 0.225)
    region: str = "image"
    margin: float = 0.05
    outside: str = "kept"


@dataclass(frozen=True, slots=True)
class OperatingPoint:
    """A threshold chosen on validation images, and what it did on test images.

    ``target`` names the goal ("sensitivity 0.98"), counts are those of the test split named in ``measured_on``.
    """

    finding: Finding
    target: str
    threshold: float
    true_positives: int
    false_negatives: int
    true_negatives: int
    false_positives: int
    measured_on: str = ""

    @property
    def sensitivity(self) -> float:
        """TP / (TP + FN)"""
        return self.true_positives / max(1, self.true_positives + self.false_negatives)

    @property
    def specificity(self) -> float:
        """TN / (TN + FP)"""
        return self.true_negatives / max(1, self.true_negatives + self.false_positives)

    @property
    def sensitivity_interval(self) -> tuple[float, float]:
        """95 % Wilson interval."""
        return wilson_interval(self.true_positives, self.true_positives + self.false_negatives)

    @property
    def specificity_interval(self) -> tuple[float, float]:
        """95 % Wilson interval."""
        return wilson_interval(self.true_negatives, self.true_negatives + self.false_positives)

    def predictive_values(self, prevalence: float) -> tuple[float, float]:
        """(PPV, NPV) at a prevalence in 0…1, by Bayes' rule; NaN where a value is undefined."""
        tp, fp = self.sensitivity * prevalence, (1 - self.specificity) * (1 - prevalence)
        tn, fn = self.specificity * (1 - prevalence), (1 - self.sensitivity) * prevalence
        nan = float("nan")
        return (tp / (tp + fp) if tp + fp else nan), (tn / (tn + fn) if tn + fn else nan)


@dataclass(frozen=True, slots=True)
class ModelCard:
    """``card.json`` of a model folder. ``digest`` is the SHA-256 of the card's bytes, which name the weights' own.

    ``role`` is "triage" (classes are Findings), "gate" (classes are GateClass values), "orientation" (how a frontal
    chest lies) or "lungs" (a segmenter; one class, "lungs").
    ``map_scale`` is the logit contribution at the top of the colour bar, per class. ``temperature`` divides the
    logits before the softmax. ``files`` maps file name to SHA-256. ``document`` is the whole card as read.
    """

    name: str
    title: str
    version: str
    role: str
    architecture: str
    classes: tuple[str, ...]
    preprocess: PreprocessSpec
    temperature: float
    operating_points: tuple[OperatingPoint, ...] = ()
    map_scale: Mapping[str, float] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    intended_use: str = ""
    not_for: str = ""
    digest: str = ""
    document: Mapping[str, Any] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The classes as a reader meets them: the one of interest, then the others in the order of columns."""
        return tuple(dict.fromkeys((self.class_of_interest, *in_column_order(self.classes))))

    @property
    def looks_for(self) -> tuple[Finding, ...]:
        """``findings`` without the class "other", which stands for everything that is none of them."""
        return tuple(finding for finding in self.findings if finding != "other")

    @property
    def class_of_interest(self) -> Finding:
        """The class whose probability orders the worklist: COVID-19 where the model knows it, else what the card
        names, else the first class that is not "normal"."""
        if Finding.COVID19 in self.classes:
            return Finding.COVID19
        named = self.document.get("class_of_interest")
        if named in self.classes:
            return Finding(named)
        return Finding(next((name for name in self.classes if name != Finding.NORMAL), self.classes[0]))

    @property
    def judges_classes_apart(self) -> bool:
        """Whether each class has a probability of its own (sigmoid), so that they need not sum to 1."""
        return self.document.get("output") == "sigmoid"

    @property
    def labels(self) -> Mapping[str, str]:
        """The card's own words for its classes, by name; a class may have none."""
        words = self.document.get("class_labels")
        return words if isinstance(words, Mapping) else {}

    def label_of(self, finding: Finding) -> str:
        """The name of a class as a reader sees it (before translation)."""
        return str(self.labels.get(finding) or finding.label)

    def operating_points_of(self, finding: Finding) -> tuple[OperatingPoint, ...]:
        """The points of one class, by rising threshold."""
        points = (p for p in self.operating_points if p.finding == finding)
        return tuple(sorted(points, key=lambda p: p.threshold))

    def high_sensitivity_point(self, finding: Finding) -> OperatingPoint | None:
        """The point with the lowest threshold (98 % sensitivity), or ``None``."""
        points = self.operating_points_of(finding)
        return points[0] if points else None

    def is_below(self, finding: Finding, probability: float) -> bool:
        """Whether a probability is under the point of high sensitivity; False where the class has no point."""
        point = self.high_sensitivity_point(finding)
        return point is not None and probability < point.threshold

    def risk_band(self, finding: Finding, probability: float) -> RiskBand | None:
        """Band of a calibrated probability between the lowest and the highest operating point of its class."""
        points = self.operating_points_of(finding)
        if not points:
            return None
        if probability < points[0].threshold:
            return RiskBand.BELOW
        return RiskBand.ABOVE if probability >= points[-1].threshold else RiskBand.BETWEEN

    def is_near_another_band(self, finding: Finding, probability: float, by: float) -> bool:
        """Whether a probability that moved by less than ``by`` could stand in another band.

        Points between the lowest and the highest one part no bands.
        """
        points = self.operating_points_of(finding)
        return any(abs(probability - point.threshold) < by for point in (*points[:1], *points[-1:]))
