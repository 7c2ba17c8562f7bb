"""One subject on labelled images: thresholds where they belong, numbers, pictures; it writes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from cxr_desktop.engine.calibration import probabilities
from cxr_desktop.engine.orientation import thresholds_of
from training.data.sample import Sample
from training.events import Events
from training.measures.card_numbers import card_numbers
from training.measures.cautions import cautions
from training.measures.judged import Judged, Point, choose_points, labels_of, without_children
from training.measures.reliability import temperature_of
from training.report.gallery import gallery, scale_of
from training.report.gate_report import GateFolder, GateRule, gate_report
from training.report.numbers import numbers
from training.report.orientation_report import OrientationFolder, orientation_report
from training.report.subjects import Answers, ModelFolder, Subject, model_points

ON_CARD = "Temperature and thresholds are those of the model's card."
NOT_CHOSEN = "There were no images on which a temperature or thresholds could be chosen."


@dataclass(frozen=True, slots=True)
class Fit:
    """What is chosen on validation images and used on all others. ``map_scale`` is the top of the colours per class.

    ``is_known`` is False where the images do not determine a temperature, ``adults`` says that children had no say.
    """

    temperature: float
    points: tuple[Point, ...]
    chosen_on: str
    map_scale: Mapping[str, float]
    is_known: bool = True
    adults: bool = False


def fit_of_card(subject: ModelFolder | GateFolder | OrientationFolder) -> Fit:
    """What a card says."""
    card = subject.card
    return Fit(card.temperature, model_points(card), ON_CARD, dict(card.map_scale))


def fit_on(
    subject: Subject, samples: Sequence[Sample], answers: Answers, split: str, given: float | None = None
) -> Fit:
    """Temperature, thresholds and map scale from images of ``split``; ``given`` is a temperature chosen elsewhere.

    Where ages are known and every class has images that are not of children, these decide: with children, who may be
    easy to tell, the temperature and the thresholds would promise adults a certainty that adults do not get.
    """
    classes = subject.about.classes
    labels = labels_of(samples, classes)
    chosen = without_children(samples, classes)
    inside = chosen if chosen is not None else np.ones(len(samples), dtype=bool)
    temperature, known, p = 1.0, True, answers.p
    if answers.logits is not None:
        best = temperature_of(answers.logits[inside], labels[inside], subject.about.output)
        temperature, known = (best.value, best.is_known) if given is None else (given, True)
        p = probabilities(answers.logits, temperature, subject.about.output)
    points = choose_points(labels[inside], p[inside], classes, subject.about.recipe.positive)
    judged = judged_of(subject, samples, answers, Fit(temperature, (), "", {}))
    scale = {} if np.isnan(answers.peaks).any() else scale_of(answers.peaks, judged)
    which = " that do not show children" if chosen is not None else ""
    words = f"Temperature and thresholds were chosen on {int(inside.sum())} images of the {split} split{which}."
    if answers.logits is None:
        words = words.replace("Temperature and thresholds", "Thresholds") + (
            " Votes decide; probabilities are the mean of the members', without temperature."
        )
    elif not known:
        words += " These images do not determine a temperature, so it stays 1."
    return Fit(temperature, tuple(points), words, scale, known, chosen is not None)


def judged_of(subject: Subject, samples: Sequence[Sample], answers: Answers, fit: Fit) -> Judged:
    """Answers at the temperature and thresholds of ``fit``."""
    about, p = subject.about, answers.p
    if answers.logits is not None:
        p = probabilities(answers.logits, fit.temperature, about.output)
    return Judged(
        name=about.name,
        title=about.title,
        kind=about.kind,
        classes=about.classes,
        class_labels=about.class_labels,
        positive=about.recipe.positive,
        samples=tuple(samples),
        p=p,
        before=answers.p,
        called=answers.called,
        temperature=fit.temperature,
        points=fit.points,
        chosen_on=fit.chosen_on,
        logits=answers.logits,
    )


@dataclass(frozen=True, slots=True)
class Measured:
    """A subject on one split: ``report`` is ``report.json`` so far."""

    subject: Subject
    judged: Judged
    report: dict[str, Any]


def measure(
    subject: Subject,
    root: Path,
    samples: Sequence[Sample],
    split: str,
    events: Events,
    fit: Fit,
    learned: Sequence[Sample] = (),
    prevalence: float = 0.05,
    warnings: Sequence[str] = (),
    curves: Sequence[Mapping[str, Any]] = (),
    answers: Answers | None = None,
) -> Measured:
    """Numbers and pictures of a subject on samples. Raises ``CxrError`` where an image cannot be scored.

    ``learned`` are the images of its training where they are known, ``answers`` what it said where that is known.
    """
    said = answers or subject.answer(root, samples, events)
    judged = judged_of(subject, samples, said, fit)
    same_place = bool(learned) or any(s.origin in subject.about.places for s in samples)
    words = cautions(learned, samples, judged.classes, judged.class_labels, same_place)
    texts = list(dict.fromkeys([*words, *warnings]))
    pictures = gallery(judged, lambda sample: subject.look(root, sample), fit.map_scale)
    report = numbers(judged, split, prevalence, subject.about.recipe.reported, texts, curves, pictures)
    report["card_numbers"] = _card_numbers(subject, samples, said, fit)
    return Measured(subject, judged, report)


def _card_numbers(subject: Subject, samples: Sequence[Sample], said: Answers, fit: Fit) -> dict[str, Any] | None:
    if said.logits is None:
        return None
    about = subject.about
    if isinstance(subject, GateFolder):
        return gate_report(samples, said, GateRule.of(subject.card))
    if said.lying is not None and isinstance(subject, OrientationFolder):
        limits = thresholds_of(subject.card.document)
        return orientation_report(samples, said.lying, about.classes, fit.temperature, limits)
    return card_numbers(samples, said.logits, about.classes, fit.temperature, fit.points, about.output)
