"""`evaluate`: models, runs and ensembles on labelled images; chooses the images, prints, writes; computes no metric."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine.checkpoint import CARD_FILE
from training.data.dataset import open_dataset
from training.data.sample import Sample
from training.data.soundness import shortcuts
from training.data.splits import of_split
from training.events import Events
from training.measures.card_numbers import table
from training.measures.compare import side_by_side
from training.report.files import write_html, write_json
from training.report.gate_report import GateFolder, gate_table
from training.report.lungs_report import lungs_folder, lungs_table, measure_lungs
from training.report.measuring import NOT_CHOSEN, Fit, Measured, fit_of_card, fit_on, measure
from training.report.numbers import rounded
from training.report.orientation_report import OrientationFolder, orientation_table
from training.report.subjects import ModelFolder, Subject, open_subject
from training.run.run_folder import RECIPE, StoredRun, read_run

SPLITS = ("train", "val", "test", "all")


def run_evaluate(options: argparse.Namespace, events: Events) -> int:
    """Measure every model on the same data; 0, or ``CxrError``."""
    if options.split and options.split not in SPLITS:
        raise CxrError(f"--split is one of {', '.join(SPLITS)}")
    if not 0.0 < options.prevalence < 1.0:
        raise CxrError("--prevalence is a share between 0 and 1")
    segmenters = [lungs_folder(name) for name in options.models]
    if any(segmenters):
        return _evaluate_lungs([f for f in segmenters if f], options, events)
    measured = [
        evaluate(name, options.data, options.split, events, options.changes, options.prevalence, options.device)
        for name in options.models
    ]
    report = measured[0].report
    if len(measured) > 1:
        report["comparison"] = rounded(side_by_side([m.judged for m in measured], [m.report for m in measured]))
    if options.json is not None:
        write_json(options.json, report)
    if options.html is not None:
        write_html(options.html, report)
    if not options.json_events:
        print("\n\n".join(_said(m) for m in measured))  # noqa: T201 - what this command is for
    events(
        "evaluated",
        models=[m.report["model"] for m in measured],
        split=report["split"],
        images=report["images"],
        auc=report["headline"]["auc"],
        accuracy=report["headline"]["accuracy"],
        html=options.html,
        json=options.json,
    )
    return 0


def _evaluate_lungs(folders: Sequence[Path], options: argparse.Namespace, events: Events) -> int:
    """Segmenters are compared with masks and have no classes: one at a time, numbers without a page."""
    if len(options.models) > 1:
        raise CxrError("a lungs model is measured by itself: name one")
    if options.html is not None:
        raise CxrError("a lungs model has no classes to draw curves of; --json writes its numbers")
    report = measure_lungs(folders[0], options.data, options.split, events)
    if options.json is not None:
        write_json(options.json, report)
    if not options.json_events:
        print(lungs_table(report))  # noqa: T201 - what this command is for
    told = {"split": report["split"], "images": report["images"], "dice": report["card_numbers"]["dice"]["mean"]}
    events("evaluated", models=[report["model"]], **told, html=None, json=options.json)
    return 0


def evaluate(
    name: str,
    data: Path,
    split: str = "",
    events: Events | None = None,
    changes: Sequence[str] = (),
    prevalence: float = 0.05,
    device: str = "cpu",
) -> Measured:
    """A model by name or folder, or a run, on ``data``; split "" means test where there is one, else all."""
    tell = events or Events(echo="")
    subject = open_subject(name, device, changes)
    run = read_run(Path(name)) if _is_run(name) else None
    root, samples, warnings = _samples(subject, run, data, tell)
    learned = [s for s in run.samples if s.split == "train"] if run else []
    chosen, which = choose_split(samples, split)
    fit = (
        fit_of_card(subject)
        if isinstance(subject, (ModelFolder, GateFolder, OrientationFolder))
        else fit_of_run(subject, run, tell)
    )
    return measure(subject, root, chosen, which, tell, fit, learned, prevalence, warnings)


def _is_run(name: str) -> bool:
    return (Path(name) / RECIPE).is_file() and not (Path(name) / CARD_FILE).is_file()


def samples_of(subject: Subject, name: str, data: Path, events: Events) -> tuple[Path, list[Sample], list[str]]:
    """(root, images, what to know of them) of a model or run by its name; a run meets its own data with its splits."""
    return _samples(subject, read_run(Path(name)) if _is_run(name) else None, data, events)


def _samples(
    subject: Subject, run: StoredRun | None, data: Path, events: Events
) -> tuple[Path, list[Sample], list[str]]:
    """A run meets its own data with the splits of its training; all else is read anew, with the subject's classes."""
    if run is not None and is_own(run, data):
        return run.root, list(run.samples), []
    return labelled_images(subject, data, events)


def is_own(run: StoredRun, data: Path) -> bool:
    """Are these the images that the run was trained with? A data set may be known by name only ("digits")."""
    return run.data == (data.resolve() if data.exists() else data)


def labelled_images(subject: Subject, data: Path, events: Events) -> tuple[Path, list[Sample], list[str]]:
    """(root, images with the subject's classes, what to know of them); for measuring, so no class has to be there."""
    dataset = open_dataset(data, subject.about.recipe, events, train=False)
    for problem in dataset.problems:
        events("warning", text=f"{problem.file} is left out: {problem.reason}")
    said = shortcuts(dataset.samples, dataset.classes)  # the report has its own words for these
    return dataset.root, list(dataset.samples), [_sentence(w) for w in dataset.warnings if w not in said]


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith(".") else ".")


def choose_split(samples: Sequence[Sample], split: str) -> tuple[list[Sample], str]:
    """The samples to measure and the name of their split. Raises ``CxrError`` where there are none."""
    wanted = split or ("test" if any(s.split == "test" for s in samples) else "all")
    chosen = list(samples) if wanted == "all" else of_split(samples, wanted)
    if not chosen:
        raise CxrError(
            f"the data hold no images of the split {wanted}" if wanted != "all" else "the data hold no images"
        )
    return chosen, wanted


def fit_of_run(subject: Subject, run: StoredRun | None, events: Events) -> Fit:
    """A run's temperature and thresholds come from its own validation images, whatever it is measured on."""
    assert run is not None
    val = of_split(run.samples, "val", run.recipe.data.leave_out)
    if not val:
        return Fit(1.0, (), NOT_CHOSEN, {})
    return fit_on(subject, val, subject.answer(run.root, val, events), "validation")


def _said(measured: Measured) -> str:
    """The report for the eye."""
    report = measured.report
    if isinstance(measured.subject, GateFolder):
        return gate_table(report["card_numbers"])
    if isinstance(measured.subject, OrientationFolder):
        return orientation_table(report["card_numbers"])
    head = f"{report['title']} ({report['model']}), {report['split']}"
    return f"{head}\n{table(report['card_numbers']) if report['card_numbers'] else _of_votes(report)}"


def _of_votes(report: Mapping[str, Any]) -> str:
    """An ensemble has no card numbers: areas and the confusion matrix."""
    lines = [f"{report['images']} images, decided by votes: {report['headline']['accuracy']:.3f} right"]
    lines += [f"AUC {name:13} {row['auc']:.3f}" for name, row in report["roc"].items() if row["auc"] is not None]
    lines.append("confusion (rows are truth): " + " ".join(report["confusion"]["order"]))
    lines += ["  " + " ".join(f"{v:5}" for v in row) for row in report["confusion"]["rows_are_truth"]]
    return "\n".join(lines)
