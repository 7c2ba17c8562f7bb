"""What an invented model said about invented images: enough for every number of a report."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.prediction import Finding, SaliencyMap
from cxr_desktop.engine.calibration import probabilities
from training.data.sample import Sample
from training.measures.judged import Judged, choose_points
from training.report.gallery import Look

CLASSES = ("covid19", "pneumonia", "normal")
LABELS = {"covid19": "COVID-19", "pneumonia": "Pneumonia", "normal": "Normal"}
SOURCES = {"covid19": ("north", "south"), "pneumonia": ("south",), "normal": ("north", "south")}


def samples_of(labels: np.ndarray, split: str = "test") -> list[Sample]:
    """One image per label: sources, views and ages in turns."""
    out = []
    for i, label in enumerate(labels):
        name = CLASSES[label]
        places = SOURCES[name]
        out.append(
            Sample(
                id=f"{split}{i}",
                file=f"{split}/{i}.png",
                label=name,
                split=split,
                origin=places[i % len(places)],
                patient=f"p{split}{i}",
                age_group="child" if i % 4 == 0 else "adult",
                view="AP" if i % 2 else "PA",
                licence="made up",
            )
        )
    return out


def labels_and_logits(images: int = 240, seed: int = 0, strength: float = 2.0) -> tuple[np.ndarray, np.ndarray]:
    """(n,) classes and (n, classes) logits that know something about them."""
    rng = np.random.default_rng(seed)
    labels = rng.choice(len(CLASSES), images, p=(0.2, 0.3, 0.5))
    logits = rng.normal(0, 1.2, (images, len(CLASSES)))
    logits[np.arange(images), labels] += strength
    return labels, logits


def judged_of(labels: np.ndarray, logits: np.ndarray, temperature: float = 0.8, name: str = "invented") -> Judged:
    """Thresholds are chosen on the same images."""
    p = probabilities(logits, temperature)
    return Judged(
        name=name,
        title=name.title(),
        kind="run",
        classes=CLASSES,
        class_labels=LABELS,
        positive="covid19",
        samples=tuple(samples_of(labels)),
        p=p,
        before=probabilities(logits),
        called=p.argmax(axis=1),
        temperature=temperature,
        points=tuple(choose_points(labels, p, CLASSES)),
        chosen_on="Chosen on these images.",
        logits=logits,
    )


def judged(images: int = 240, seed: int = 0, strength: float = 2.0, name: str = "invented") -> Judged:
    """An invented model on invented images."""
    return judged_of(*labels_and_logits(images, seed, strength), name=name)


def look(sample: Sample) -> Look:
    """A grey ramp of 40 × 60 pixels with one warm cell for every class but the last, which has no evidence."""
    cells = np.zeros((4, 6), dtype="<f4")
    cells[1, 2] = 5.0
    to_source = Affine(a=10.0, e=10.0)
    maps = [SaliencyMap(Finding(name), 4, 6, cells.tobytes(), to_source) for name in CLASSES[:-1]]
    empty = SaliencyMap(Finding(CLASSES[-1]), 4, 6, np.zeros(24, "<f4").tobytes(), to_source)
    picture = np.tile(np.linspace(0, 200, 60).astype(np.uint8), (40, 1))
    return Look(picture, (*maps, empty))


def text_of(path: Path) -> str:
    """A file's text."""
    return path.read_text(encoding="utf-8")
