"""What the engine says about one image: probabilities, heat maps, a verdict on quality, or a reason for silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField

SET_ASIDE = "set aside until it is scored again by hand"
"""Flag of a failure that must not be tried again by itself: the file stopped or hung the engine."""


_CLASS_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


class Finding(str):
    """The name of a class that a model looks for: one of the four known ones, or any that a site trained for.

    Compared with ``==``: two equal names need not be one object. Raises ``ValueError`` for what is no class name.
    """

    __slots__ = ()

    COVID19: ClassVar[Finding]
    PNEUMONIA: ClassVar[Finding]
    TUBERCULOSIS: ClassVar[Finding]
    NORMAL: ClassVar[Finding]

    def __new__(cls, name: str) -> Finding:
        """The name is what files, cards and the database hold."""
        if not isinstance(name, str) or not _CLASS_NAME.fullmatch(name):
            raise ValueError("not the name of a class")
        return super().__new__(cls, name)

    @property
    def value(self) -> str:
        """The plain name."""
        return str(self)

    @property
    def label(self) -> str:
        """The name a reader sees where the model's card has none of its own (before translation)."""
        words = self.replace("_", " ")
        return _LABELS.get(self) or words[:1].upper() + words[1:]


Finding.COVID19 = Finding("covid19")
Finding.PNEUMONIA = Finding("pneumonia")
Finding.TUBERCULOSIS = Finding("tuberculosis")
Finding.NORMAL = Finding("normal")

KNOWN_FINDINGS = (Finding.COVID19, Finding.PNEUMONIA, Finding.TUBERCULOSIS, Finding.NORMAL)
"""The four things the bundled model looks for. The order is the order of columns everywhere."""

_LABELS: Mapping[str, str] = {
    Finding.COVID19: "COVID-19",
    Finding.PNEUMONIA: "Pneumonia",
    Finding.TUBERCULOSIS: "Tuberculosis",
    Finding.NORMAL: "Normal",
}


def in_column_order(names: Iterable[str]) -> tuple[Finding, ...]:
    """Classes as they stand everywhere: the known diseases, then the others as they came, "normal" last; each once."""
    found = dict.fromkeys(Finding(name) for name in names)
    others = (finding for finding in found if finding not in KNOWN_FINDINGS)
    ordered = (Finding.COVID19, Finding.PNEUMONIA, Finding.TUBERCULOSIS, *others, Finding.NORMAL)
    return tuple(finding for finding in ordered if finding in found)


class Status(StrEnum):
    """How scoring one file ended. The values are the ``status`` column of exports."""

    SCORED = "scored"
    NOT_SCORED = "not_scored"
    NOT_AN_IMAGE = "not_an_image"


class RiskBand(StrEnum):
    """The risk of the model's class of interest against the two operating points of its card."""

    BELOW = "below"
    """under the threshold of 98 % sensitivity"""
    BETWEEN = "between"
    ABOVE = "above"
    """at or over the threshold of 90 % sensitivity"""


class GateClass(StrEnum):
    """What the gate takes an image for, by its pixels."""

    FRONTAL_CHEST = "frontal_chest"
    LATERAL_CHEST = "lateral_chest"
    NOT_CHEST = "not_chest"
    NO_CONTENT = "no_content"
    TURNED = "turned"
    """a frontal chest that lies on its side or stands on its head"""
    INVERTED = "inverted"
    """a frontal chest with black bones"""
    CROPPED = "cropped"
    """lungs are not found, or much of them lies outside the picture"""
    UNFAMILIAR = "unfamiliar"
    """a frontal chest unlike everything that the model learned from"""


@dataclass(frozen=True, slots=True)
class Correction:
    """What would make a stopped image usable; done with the reader's consent only.

    ``quarter_turns`` turns it counter-clockwise, ``inverted`` exchanges black and white; at least one does something.
    """

    quarter_turns: int = 0
    inverted: bool = False

    def __bool__(self) -> bool:
        """Whether it does anything."""
        return bool(self.quarter_turns % 4 or self.inverted)


@dataclass(frozen=True, slots=True)
class QualityVerdict:
    """May this image be scored? ``reason`` is a plain phrase ("lateral view") where it may not.

    ``probabilities`` are the gate's own, by GateClass value; empty where no network was asked (a blank image).
    ``correction`` is offered where the image would be usable turned or with black and white exchanged.
    """

    gate_class: GateClass
    usable: bool
    reason: str = ""
    probabilities: Mapping[str, float] = field(default_factory=dict)
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class SaliencyMap:
    """One class's Grad-CAM map on its raw scale.

    ``values`` holds ``height × width`` little-endian float32, row by row: the rectified contribution of each cell to
    the logit (the mean of the unrectified map plus the bias is the logit). All zero means "no positive evidence".
    ``to_source`` maps cell coordinates (x in 0…width, y in 0…height) to pixels of the source image.
    """

    finding: Finding
    height: int
    width: int
    values: bytes
    to_source: Affine
    method: str = "grad-cam"


@dataclass(frozen=True, slots=True)
class ScoredBy:
    """Which engine produced a number; stored and shown with it."""

    model: str
    model_version: str
    model_digest: str
    backend: str
    """"openvino" or "torch\""""
    device: str
    """"cpu", "cuda:0", "mps\""""
    precision: str
    """"fp32", "fp16", "bf16\""""
    preprocess_version: int

    @property
    def key(self) -> str:
        """Everything but the image that decides the number."""
        return "|".join(
            (self.model_digest, str(self.preprocess_version), self.backend, self.device.split(":")[0], self.precision)
        )


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """What another model says of the same pixels, calibrated by its own card: shown beside the first, not mixed in."""

    probabilities: Mapping[Finding, float]
    logits: Mapping[Finding, float]
    risk_finding: Finding
    risk_band: RiskBand | None
    scored_by: ScoredBy

    @property
    def risk(self) -> float | None:
        """The probability of its class of interest."""
        return self.probabilities.get(self.risk_finding)


@dataclass(frozen=True, slots=True)
class Prediction:
    """The result for one file. A failure is a result too: ``status`` and ``reason`` say why in words.

    ``probabilities`` are calibrated, and sum to 1 where the model's classes exclude each other; a class that the
    model does not have is absent, never 0. ``risk_finding`` is the class that ``risk`` and ``risk_band`` are about:
    the model's class of interest. ``quarter_turns`` is the reader's counter-clockwise rotation before scoring,
    ``inverted`` says that black and white were exchanged with the reader's consent,
    ``override`` that the reader asked for a score against the gate's advice. ``lungs`` is where the segmenter found
    them. ``seconds`` is the engine's own
    time for this file, ``scored_at`` an ISO 8601 UTC time stamp, ``content_hash`` the SHA-256 of the file's bytes.
    """

    path: str
    status: Status
    reason: str = ""
    content_hash: str = ""
    gate: QualityVerdict | None = None
    probabilities: Mapping[Finding, float] = field(default_factory=dict)
    logits: Mapping[Finding, float] = field(default_factory=dict)
    risk_band: RiskBand | None = None
    maps: tuple[SaliencyMap, ...] = ()
    scored_by: ScoredBy | None = None
    seconds: float = 0.0
    scored_at: str = ""
    quarter_turns: int = 0
    override: bool = False
    flags: tuple[str, ...] = ()
    risk_finding: Finding = Finding.COVID19
    inverted: bool = False
    lungs: LungField | None = None
    second: SecondOpinion | None = None

    @property
    def disagreement(self) -> float | None:
        """How far the two models' risks lie apart, 0…1; ``None`` unless both speak of the same class."""
        if self.second is None or self.second.risk_finding != self.risk_finding:
            return None
        first, second = self.risk, self.second.risk
        return None if first is None or second is None else abs(first - second)

    @property
    def bands_differ(self) -> bool:
        """Whether one model puts the risk below its operating points and the other above its own."""
        bands = {self.risk_band, self.second.risk_band} if self.disagreement is not None and self.second else set()
        return bands == {RiskBand.BELOW, RiskBand.ABOVE}

    @property
    def risk(self) -> float | None:
        """The probability that orders the worklist, or ``None`` where there is none."""
        return self.probabilities.get(self.risk_finding)

    def map_of(self, finding: Finding) -> SaliencyMap | None:
        """The heat map of one class, or ``None``."""
        return next((m for m in self.maps if m.finding == finding), None)
