"""The gate on a split, through the reader, preprocessing and backends that serve it: what is stopped, what passes."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.domain.model_card import ModelCard, wilson_interval
from cxr_desktop.engine.calibration import expected_calibration_error, probabilities
from cxr_desktop.engine.familiarity import Familiarity, read_familiarity
from cxr_desktop.engine.lung_finder import LungFinder
from cxr_desktop.engine.lung_shape import LUNG_SHAPE_FILE, joint_score, lung_rule, shape_distances
from training.data.drawings import drawn, is_drawn
from training.data.sample import FRONTAL, LATERAL, NOT_CHEST, Sample
from training.events import Events
from training.measures.metrics import Floats, Mask, confusion
from training.report.gallery import Look
from training.report.serving import open_lung_finder
from training.report.subjects import Answers, Paced, about_model, answers_of

GOALS = {FRONTAL: 0.02, LATERAL: 0.95, NOT_CHEST: 0.99}
"""Share of frontal films that may be stopped, and of the others that should be."""


@dataclass(frozen=True, slots=True)
class GateRule:
    """What a gate's card says about stopping. ``lungs`` is (weight, threshold) where it hears them."""

    classes: tuple[str, ...]
    temperature: float
    threshold: float
    lungs: tuple[float, float] | None = None

    @classmethod
    def of(cls, card: ModelCard) -> GateRule:
        """The rule of a published gate."""
        threshold = float(card.document["gate_threshold"])
        return cls(card.classes, card.temperature, threshold, lung_rule(card.document))

    def frontal(self, logits: Floats) -> Floats:
        """(n,) probability of a frontal chest."""
        return probabilities(logits, self.temperature)[:, self.classes.index(FRONTAL)]

    def stopped_alone(self, logits: Floats) -> Mask:
        """(n,) what the network stops where nobody looks for lungs."""
        return np.asarray(self.frontal(logits) < self.threshold)

    def stopped(self, said: Answers) -> Mask:
        """(n,) what is stopped as it serves: without content, without lungs or by network and lungs together."""
        assert said.logits is not None
        assert said.empty is not None
        if self.lungs is None or said.lungs is None:
            return np.asarray(said.empty | self.stopped_alone(said.logits))
        weight, threshold = self.lungs
        return np.asarray(said.empty | (joint_score(self.frontal(said.logits), said.lungs, weight) < threshold))


class GateFolder:
    """A published gate, by the reader, preprocessing and backend that serve it, with the installed lung finder.

    ``shape`` is what a gate that is still being published knows of lungs.
    """

    def __init__(self, folder: Path, shape: Familiarity | None = None) -> None:
        """Raises ``CxrError`` where the gate hears lungs and no model finds them."""
        from cxr_desktop.engine.checkpoint import read_card, read_file

        self.folder, self.card = folder, read_card(folder)
        self.about = about_model(self.card)
        self._shape = shape
        if shape is None and lung_rule(self.card.document) is not None:
            self._shape = read_familiarity(read_file(folder, self.card, LUNG_SHAPE_FILE))
        self._finder = open_lung_finder() if self._shape is not None else None
        if self._shape is not None and self._finder is None:
            raise CxrError("this gate hears what lungs look like, and the model that finds them is not installed")

    def answer(self, root: Path, samples: Sequence[Sample], events: Events) -> Answers:
        """Every image of the samples, or ``CxrError``."""
        from cxr_desktop.engine.loaded_model import LoadedModel

        model = LoadedModel(self.folder, self.card, "openvino", "cpu")
        logits = np.empty((len(samples), len(self.card.classes)))
        seen = prepared_for_gate(root, samples, self.card, self._finder, events)
        for i, one in enumerate(seen):
            logits[i] = model.backend.forward(one.tensor[None]).logits[0]
        empty = np.asarray([one.is_stopped for one in seen], dtype=bool)
        said = answers_of(logits, np.full(logits.shape, np.nan), self.about.output, empty)
        lungs = shape_distances([one.lungs for one in seen], self._shape) if self._shape is not None else None
        return Answers(said.p, said.called, said.peaks, said.logits, said.empty, lungs=lungs)

    def look(self, root: Path, sample: Sample) -> Look:
        """The image; a gate has no heat maps."""
        from cxr_desktop.imaging.pixels import presentation
        from cxr_desktop.imaging.reader import read_image

        with tempfile.TemporaryDirectory() as folder:
            image = read_image(str(path_of(root, sample, Path(folder))))
        return Look(np.rint(presentation(image) * 255.0).astype(np.uint8), ())


@dataclass(frozen=True, slots=True)
class GateInput:
    """One file before the gate. ``is_stopped``: no content, or lungs that are missing or cut off."""

    tensor: NDArray[np.float32]
    lungs: LungField | None
    is_stopped: bool


def prepared_for_gate(
    root: Path, samples: Sequence[Sample], card: ModelCard, finder: LungFinder | None, events: Events
) -> list[GateInput]:
    """What the gate is given of each sample. Raises ``CxrError`` where a file cannot be read."""
    tell = Paced(events, f"reading for {card.name}", len(samples))
    out = []
    with tempfile.TemporaryDirectory() as drawings:
        for sample in samples:
            out.append(prepared_file(path_of(root, sample, Path(drawings)), card, finder))
            tell(len(out))
    return out


def prepared_file(path: Path, card: ModelCard, finder: LungFinder | None) -> GateInput:
    """What the gate is given of one file. Raises ``CxrError``."""
    from cxr_desktop.engine.messages import ScoreRequest
    from cxr_desktop.engine.preparation import Preparation
    from cxr_desktop.imaging.budget import ReadBudget

    # The gate's own preprocessing in the model's place: the same threads' code decodes, windows and resamples.
    preparation = Preparation(ReadBudget(), card.preprocess, None, finder=finder)
    prepared = preparation.prepare(ScoreRequest(str(path), override=True))
    if prepared.tensor is None:
        raise CxrError(f"an image of the split could not be read: {prepared.reason}")
    stopped = prepared.content is not None or prepared.lungs_verdict is not None
    return GateInput(prepared.tensor, prepared.lungs, stopped)


def path_of(data: Path, sample: Sample, folder: Path) -> Path:
    """A file of the sample: drawings become PNG files, so that they take the same way as a reader's file."""
    if not is_drawn(sample.file):
        return data / sample.file
    path = folder / f"{sample.file.replace('/', '_').replace(':', '_')}.png"
    Image.fromarray(drawn(sample.file)).save(path)
    return path


def gate_report(samples: Sequence[Sample], said: Answers, rule: GateRule) -> dict[str, Any]:
    """Everything that a gate's card says about one split."""
    assert said.logits is not None
    p = probabilities(said.logits, rule.temperature)
    labels = np.asarray([rule.classes.index(s.label) for s in samples])
    stopped = rule.stopped(said)
    real = np.asarray([not is_drawn(s.file) for s in samples])
    kinds = [f"{s.label}: {s.origin}" for s in samples]
    return {
        "images": len(samples),
        "per_class": dict(sorted(Counter(s.label for s in samples).items())),
        "gate_threshold": rule.threshold,
        **({"lung_shape": {"weight": rule.lungs[0], "threshold": rule.lungs[1]}} if rule.lungs is not None else {}),
        "stopped": _by_class(samples, stopped, real),
        "stopped_without_lungs": _by_class(samples, rule.stopped_alone(said.logits), real),
        "stopped_by_kind": {kind: share(stopped[np.asarray(kinds) == kind]) for kind in sorted(set(kinds))},
        "confusion": {
            "order": list(rule.classes),
            "rows_are_truth": confusion(labels, p.argmax(axis=1), len(rule.classes)),
        },
        "ece": round(expected_calibration_error(p, labels), 6),
    }


def _by_class(samples: Sequence[Sample], stopped: Mask, real: Mask) -> dict[str, Any]:
    """Real pictures by class, and drawn ones together."""
    truth = np.asarray([s.label for s in samples])
    return {
        FRONTAL: share(stopped[truth == FRONTAL]),
        LATERAL: share(stopped[truth == LATERAL]),
        NOT_CHEST: share(stopped[(truth == NOT_CHEST) & real]),
        "not_chest_drawn": share(stopped[(truth == NOT_CHEST) & ~real]),
    }


def share(hits: Mask, what: str = "stopped") -> dict[str, Any]:
    """How many of how many, with the 95 % Wilson interval; ``what`` names the count."""
    n, k = len(hits), int(hits.sum())
    low, high = wilson_interval(k, n)
    return {
        what: k,
        "of": n,
        "share": round(k / n, 6) if n else None,
        "low": round(low, 6),
        "high": round(high, 6),
    }


def gate_table(numbers: Mapping[str, Any]) -> str:
    """The report for the eye."""
    lungs = " or the joint score of network and lungs is too low" if "lung_shape" in numbers else ""
    lines = [f"{numbers['images']} images; stopped where P(frontal chest) < {numbers['gate_threshold']}{lungs}"]
    alone = {f"{name}, network alone": s for name, s in numbers["stopped_without_lungs"].items()}
    for name, s in {**numbers["stopped"], **(alone if lungs else {}), **numbers["stopped_by_kind"]}.items():
        if s["of"]:
            lines.append(
                f"{name:40} stopped {s['stopped']:4} of {s['of']:4}  {s['share']:.3f} ({s['low']:.3f}–{s['high']:.3f})"
            )
    return "\n".join(lines)


def choose_threshold(frontal: Floats, others: Floats) -> float:
    """The P(frontal) that stops at most half of the allowed share of frontal films, and of the rest what it can.

    ``frontal`` and ``others`` are P(frontal chest) of validation images. Between the two groups there is usually a
    gap: the middle of it, on the logit scale, leaves room on both sides for pictures that nobody has seen yet.
    """
    low, high = (np.log(v / (1 - v)) for v in (np.clip(group, 1e-4, 1 - 1e-4) for group in (others, frontal)))
    return round(float(1 / (1 + np.exp(-choose_score(high, low)))), 4)


def choose_score(frontal: Floats, others: Floats, towards: float = 0.5) -> float:
    """The same for scores: frontal films lie above, and the threshold lies ``towards`` (0…1) them in the gap."""
    allowed = float(np.quantile(frontal, GOALS[FRONTAL] / 2))
    wanted = float(np.quantile(others, GOALS[NOT_CHEST]))
    return wanted + towards * (allowed - wanted) if allowed > wanted else allowed
