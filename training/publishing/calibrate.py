"""`calibrate`: a model and a site's labelled images → a copy with the site's temperature and operating points."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.engine import checkpoint
from cxr_desktop.engine.calibration import probabilities
from training.data.sample import Sample
from training.events import Events
from training.measures.cautions import cautions
from training.measures.judged import Judged, Point, rounded
from training.measures.metrics import Floats
from training.measures.site_calibration import SiteFit, fit_site
from training.publishing.card_words import collections
from training.publishing.model_place import place_for
from training.report.evaluate import labelled_images
from training.report.files import write_html, write_json
from training.report.gallery import gallery
from training.report.numbers import numbers
from training.report.subjects import ModelFolder, find_model

_ON_CARD = ("finding", "target", "threshold", "true_positives", "false_negatives", "true_negatives", "false_positives")


def run_calibrate(options: argparse.Namespace, events: Events) -> int:
    """Write the calibrated copy; 0, or ``CxrError``."""
    source = find_model(options.model)
    if source is None:
        raise CxrError(f"there is no model called {options.model}")
    if checkpoint.read_card(source).role != "triage":
        raise CxrError("only models that read radiographs are calibrated, not the quality gate")
    name, folder = place_for(options.name, options.to, options.replace)
    subject = ModelFolder(source, "cpu", options.changes)
    root, samples, warnings = _images(subject, options.data, events)
    logits = subject.answer(root, samples, events).logits
    assert logits is not None
    about, card = subject.about, subject.card
    fit = fit_site(
        samples, logits, about.classes, about.class_labels, card.temperature, about.output, about.recipe.positive
    )
    for text in fit.warnings:
        events("warning", text=text)
    title = options.title or f"{card.title}, calibrated"
    report = _report(subject, name, title, root, samples, logits, fit, [*fit.warnings, *warnings])
    copy = _write(subject, folder, name, title, samples, fit, report)
    if options.json is not None:
        write_json(options.json, report)
    if options.html is not None:
        write_html(options.html, report)
    events(
        "calibrated",
        name=copy.name,
        folder=folder,
        card_digest=copy.digest,
        images=len(samples),
        temperature_before=card.temperature,
        temperature_after=fit.temperature,
        ece_before=fit.ece_before,
        ece_after=fit.ece_after,
        operating_points=report["operating_points"],
    )
    return 0


def _images(subject: ModelFolder, data: Path, events: Events) -> tuple[Path, list[Sample], list[str]]:
    """All labelled images, whatever split they name. Raises ``CxrError`` where they cannot calibrate anything."""
    root, samples, warnings = labelled_images(subject, data, events)
    present = {s.label for s in samples}
    if len(present) < 2:
        found = ", ".join(sorted(present)) or "none"
        raise CxrError(
            f"calibration needs labelled images of at least two of the model's classes "
            f"({', '.join(subject.about.classes)}); the data hold {found}"
        )
    return root, samples, warnings


def _report(
    subject: ModelFolder,
    name: str,
    title: str,
    root: Path,
    samples: Sequence[Sample],
    logits: Floats,
    fit: SiteFit,
    texts: Sequence[str],
) -> dict[str, Any]:
    """The report of this site: every number is of images that neither temperature nor threshold was fitted on."""
    about, card = subject.about, subject.card
    judged = Judged(
        name=name,
        title=title,
        kind="model",
        classes=about.classes,
        class_labels=about.class_labels,
        positive=about.recipe.positive,
        samples=tuple(samples),
        p=fit.apart,
        before=probabilities(logits, card.temperature, about.output),
        called=fit.apart.argmax(axis=1),
        temperature=fit.temperature,
        points=tuple(Point(row["finding"], row["target"], row["threshold"]) for row in fit.points),
        chosen_on=(
            f"Temperature and thresholds were fitted on these {len(samples)} images. Probabilities, rates and "
            "calibration are of images judged without themselves and their patient (five parts); the counts beside the "
            "sliders are at one threshold for all."
        ),
        logits=logits,
    )
    said = cautions((), samples, about.classes, about.class_labels, same_place=False, with_counts=False)
    pictures = gallery(judged, lambda sample: subject.look(root, sample), card.map_scale)
    words = list(dict.fromkeys([*said, *texts]))
    report = numbers(judged, "all", cautions=words, gallery=pictures, measured=fit.points)
    report["calibration"]["temperature_before"] = card.temperature
    report["calibration"]["ece_cross_fitted"] = report["calibration"]["ece_after"]
    return report


def _write(
    subject: ModelFolder,
    folder: Path,
    name: str,
    title: str,
    samples: Sequence[Sample],
    fit: SiteFit,
    report: dict[str, Any],
) -> ModelCard:
    """The same network under a card with the site's temperature and points. A class without a point here keeps none."""
    card = subject.card
    document = dict(card.document)
    document.pop("default", None)
    rows = [{key: row[key] for key in (*_ON_CARD, "measured_on")} for row in report["operating_points"]]
    site = {
        "from_model": card.name,
        "from_digest": card.digest,
        "at": time.strftime("%Y-%m-%d", time.gmtime()),
        "images": len(samples),
        "data": collections(samples),
        "temperature_before": card.temperature,
        "ece_before": fit.ece_before,
        "ece_after": fit.ece_after,
        "per_class": report["per_class"],
    }
    limits = [
        f"Temperature and operating points were fitted on {len(samples)} images of one site and hold there only; the "
        "numbers under metrics are those of the model before.",
        *fit.warnings,
    ]
    document |= {
        "name": name,
        "title": title,
        "temperature": fit.temperature,
        "operating_points": [row for row in rows if row["target"].startswith("sensitivity")],
        "specificity_points": [row for row in rows if row["target"].startswith("specificity")],
        "limitations": [*limits, *document.get("limitations", [])],
        "calibrated_on": rounded(site),
        "commands": {
            "calibrate": f"cxr-desktop calibrate {card.name} --data DATA --name {name}",
            **{f"{key}_before": value for key, value in document.get("commands", {}).items()},
        },
    }
    return checkpoint.save_copy(folder, document, subject.folder, card)
