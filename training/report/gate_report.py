"""The gate on a split, through the reader, preprocessing and backend that serve it: what is stopped, what passes."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.model_card import ModelCard, wilson_interval
from cxr_desktop.engine.calibration import expected_calibration_error, probabilities
from training.data.drawings import drawn, is_drawn
from training.data.sample import FRONTAL, LATERAL, NOT_CHEST, Sample
from training.events import Events
from training.measures.metrics import Floats, Mask, confusion
from training.report.gallery import Look
from training.report.subjects import Answers, about_model, answers_of

GOALS = {FRONTAL: 0.02, LATERAL: 0.95, NOT_CHEST: 0.99}
"""Share of frontal films that may be stopped, and of the others that should be."""


class GateFolder:
    """A published gate, by the reader, preprocessing and backend that serve it."""

    def __init__(self, folder: Path) -> None:
        from cxr_desktop.engine.checkpoint import read_card

        self.folder, self.card = folder, read_card(folder)
        self.about = about_model(self.card)

    def answer(self, root: Path, samples: Sequence[Sample], events: Events) -> Answers:
        """Every image of the samples, or ``CxrError``."""
        logits, empty = serve_gate(self.folder, root, samples)
        return answers_of(logits, np.full(logits.shape, np.nan), self.about.output, empty)

    def stopped(self, said: Answers) -> Mask:
        """(n,) whether the card's threshold stops each image, or there is nothing to judge."""
        assert said.logits is not None
        assert said.empty is not None
        p = probabilities(said.logits, self.card.temperature)
        return said.empty | (p[:, self.card.classes.index(FRONTAL)] < float(self.card.document["gate_threshold"]))

    def look(self, root: Path, sample: Sample) -> Look:
        """The image; a gate has no heat maps."""
        from cxr_desktop.imaging.pixels import presentation
        from cxr_desktop.imaging.reader import read_image

        with tempfile.TemporaryDirectory() as folder:
            image = read_image(str(path_of(root, sample, Path(folder))))
        return Look(np.rint(presentation(image) * 255.0).astype(np.uint8), ())


def serve_gate(folder: Path, data: Path, samples: Sequence[Sample]) -> tuple[Floats, Mask]:
    """(n, classes) logits of the gate in ``folder``, and (n,) whether an image has no content to judge.

    Raises ``CxrError`` if an image cannot be read.
    """
    from cxr_desktop.engine.checkpoint import read_card
    from cxr_desktop.engine.loaded_model import LoadedModel

    card = read_card(folder)
    model = LoadedModel(folder, card, "openvino", "cpu")
    logits = np.empty((len(samples), len(card.classes)))
    empty = np.zeros(len(samples), dtype=bool)
    with tempfile.TemporaryDirectory() as drawings:
        for i, sample in enumerate(samples):
            tensor, empty[i] = prepared_for_gate(path_of(data, sample, Path(drawings)), card)
            logits[i] = model.backend.forward(tensor[None])[1][0]
    return logits, empty


def path_of(data: Path, sample: Sample, folder: Path) -> Path:
    """A file of the sample: drawings become PNG files, so that they take the same way as a reader's file."""
    if not is_drawn(sample.file):
        return data / sample.file
    path = folder / f"{sample.file.replace('/', '_').replace(':', '_')}.png"
    Image.fromarray(drawn(sample.file)).save(path)
    return path


def prepared_for_gate(path: Path, card: ModelCard) -> tuple[NDArray[np.float32], bool]:
    """The gate's input of one file, and whether there is no content to judge. Raises ``CxrError``."""
    from cxr_desktop.engine.messages import ScoreRequest
    from cxr_desktop.engine.preparation import Preparation
    from cxr_desktop.imaging.reader import ReadBudget

    # The gate's own preprocessing in the model's place: the same threads' code decodes, windows and resamples.
    prepared = Preparation(ReadBudget(), card.preprocess, None).prepare(ScoreRequest(str(path), override=True))
    if prepared.tensor is None:
        raise CxrError(f"an image of the split could not be read: {prepared.reason}")
    return prepared.tensor, prepared.content is not None


def gate_report(
    samples: Sequence[Sample],
    served: tuple[Floats, Mask],
    classes: Sequence[str],
    temperature: float,
    threshold: float,
) -> dict[str, Any]:
    """Everything that a gate's card says about one split."""
    logits, empty = served
    p = probabilities(logits, temperature)
    labels = np.asarray([list(classes).index(s.label) for s in samples])
    stopped = empty | (p[:, list(classes).index(FRONTAL)] < threshold)
    real = np.asarray([not is_drawn(s.file) for s in samples])
    truth = np.asarray([s.label for s in samples])
    kinds = [f"{s.label}: {s.origin}" for s in samples]
    return {
        "images": len(samples),
        "per_class": dict(sorted(Counter(s.label for s in samples).items())),
        "gate_threshold": threshold,
        "stopped": {
            "frontal_chest": share(stopped[truth == FRONTAL]),
            "lateral_chest": share(stopped[truth == LATERAL]),
            "not_chest": share(stopped[(truth == NOT_CHEST) & real]),
            "not_chest_drawn": share(stopped[(truth == NOT_CHEST) & ~real]),
        },
        "stopped_by_kind": {kind: share(stopped[np.asarray(kinds) == kind]) for kind in sorted(set(kinds))},
        "confusion": {"order": list(classes), "rows_are_truth": confusion(labels, p.argmax(axis=1), len(classes))},
        "ece": round(expected_calibration_error(p, labels), 6),
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
    lines = [f"{numbers['images']} images; stopped where P(frontal chest) < {numbers['gate_threshold']}"]
    for name, s in {**numbers["stopped"], **numbers["stopped_by_kind"]}.items():
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
    allowed = float(np.quantile(frontal, GOALS[FRONTAL] / 2))
    wanted = float(np.quantile(others, GOALS[NOT_CHEST]))
    low, high = (min(max(v, 1e-4), 1 - 1e-4) for v in (wanted, allowed))
    if high <= low:
        return round(high, 4)
    middle = (np.log(low / (1 - low)) + np.log(high / (1 - high))) / 2
    return round(float(1 / (1 + np.exp(-middle))), 4)
