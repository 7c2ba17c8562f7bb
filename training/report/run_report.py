"""The report of a finished run: its best weights on validation and test images, as JSON and as a page."""

from __future__ import annotations

import csv
from pathlib import Path

from training.data.sample import LUNGS
from training.data.splits import of_split
from training.events import Events
from training.report.evaluate import choose_split, fit_of_run
from training.report.files import HTML, JSON, write_html, write_json
from training.report.lungs_report import measure_lungs
from training.report.measuring import measure
from training.report.run_subjects import open_run
from training.run.run_folder import read_plan, read_run

METRICS = "metrics.csv"


def report_run(run: Path, events: Events) -> None:
    """Write ``report.json`` and ``report.html`` into the run's folder. Raises ``CxrError``, ``OSError``.

    Temperature and thresholds are chosen on validation images and measured on test images; where there are none, on
    the validation images themselves, and the report says so.
    """
    if read_plan(run).recipe.role == LUNGS:
        return _report_lungs(run, events)
    stored, subject = read_run(run), open_run(run, device="auto")
    events("progress", what="report", done=0, total=3)
    leave_out = stored.recipe.data.leave_out
    test = of_split(stored.samples, "test", leave_out)
    measured, split = (test, "test") if test else choose_split(of_split(stored.samples, "val", leave_out), "val")
    warnings = (
        [] if test else ["There is no test split: these are the images on which epoch and thresholds were chosen."]
    )
    fit = fit_of_run(subject, stored, events)
    events("progress", what="report", done=1, total=3)
    learned = of_split(stored.samples, "train", leave_out)
    result = measure(
        subject, stored.root, measured, split, events, fit, learned, warnings=warnings, curves=curves_of(run)
    )
    events("progress", what="report", done=2, total=3)
    write_json(run / JSON, result.report)
    write_html(run / HTML, result.report)
    events("progress", what="report", done=3, total=3)
    head = result.report["headline"]
    events(
        "evaluated",
        models=[result.report["model"]],
        split=split,
        images=result.report["images"],
        auc=head["auc"],
        accuracy=head["accuracy"],
        html=run / HTML,
        json=run / JSON,
    )


def _report_lungs(run: Path, events: Events) -> None:
    """``report.json`` alone: a segmenter has no classes to draw curves of."""
    report = measure_lungs(run, read_run(run).data, "", events) | {"curves": curves_of(run)}
    write_json(run / JSON, report)
    told = {"split": report["split"], "images": report["images"], "dice": report["card_numbers"]["dice"]["mean"]}
    events("evaluated", models=[report["model"]], **told, html=None, json=run / JSON)


def curves_of(run: Path) -> list[dict[str, float | None]]:
    """``metrics.csv`` as numbers; of an ensemble, the epochs of all members one after another."""
    members = sorted((f for f in run.glob(f"members/*/{METRICS}")), key=lambda f: int(f.parent.name))
    rows: list[dict[str, float | None]] = []
    for file in members or [run / METRICS]:
        before = rows[-1]["epoch"] if rows else 0
        rows += [row | {"epoch": (row["epoch"] or 0) + (before or 0)} for row in _rows(file)]
    return rows


def _rows(file: Path) -> list[dict[str, float | None]]:
    if not file.is_file():
        return []
    with open(file, newline="", encoding="utf-8") as stream:
        return [{k: float(v) if v else None for k, v in row.items()} for row in csv.DictReader(stream)]
