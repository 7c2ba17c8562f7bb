"""The report of a search: its numbers as JSON; ``search_page`` draws them."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from training.search.folder import SearchFolder
from training.search.results import array_analysis, best_record, confirmation_of
from training.search.trial import Record


def write_report(folder: SearchFolder) -> Path:
    """Write ``report.json`` and ``report.html`` of what ended so far; returns the page."""
    from training.search.page import page

    numbers = report_numbers(folder)
    text = json.dumps(numbers, indent=1, allow_nan=False)
    (folder.folder / "report.json").write_text(text, encoding="utf-8")
    file = folder.folder / "report.html"
    file.write_text(page(numbers), encoding="utf-8")
    return file


def report_numbers(folder: SearchFolder) -> dict[str, Any]:
    """Everything that the page shows, as plain JSON types.

    ``effects`` and ``prediction`` belong to an array, ``importances`` to TPE; they are ``None`` elsewhere.
    """
    best = best_record(folder)
    plan = folder.plan
    return {
        "recipe": plan.recipe["name"],
        "title": plan.recipe["title"],
        "method": plan.method,
        "metric": plan.metric,
        "maximise": plan.maximise,
        "space": dict(plan.space),
        "trials": [_trial(record) for record in folder.records()],
        "best": None if best is None else best.trial.index,
        **(_array(folder) if plan.method == "l9" else {"effects": None, "prediction": None}),
        "importances": _importances(folder) if plan.method == "tpe" else None,
        "reported": dict(plan.recipe["reported"]),
    }


def _trial(record: Record) -> dict[str, Any]:
    outcome = asdict(record.outcome)
    outcome["curve"] = list(outcome["curve"])
    return {"index": record.trial.index, "kind": record.trial.kind, "values": dict(record.trial.values), **outcome}


def _array(folder: SearchFolder) -> dict[str, Any]:
    analysis = array_analysis(folder)
    if analysis is None:
        return {"effects": None, "prediction": None}
    confirmation = confirmation_of(folder, analysis)
    ran = None if confirmation is None else confirmation.outcome.value
    sign = 1.0 if folder.plan.maximise else -1.0
    row = best_record(folder, "row")
    prediction = {
        "values": dict(analysis.combination),
        "predicted": analysis.predicted,
        "trial": None if confirmation is None else confirmation.trial.index,
        "value": ran,
        "best_row": None if row is None else row.trial.index,
        "best_row_value": analysis.best_outcome,
        "beaten_by_a_row": None if ran is None else sign * analysis.best_outcome > sign * ran,
    }
    return {"effects": [asdict(effect) for effect in analysis.effects], "prediction": prediction}


def _importances(folder: SearchFolder) -> dict[str, float]:
    from training.search.space import Range
    from training.search.tpe import Study

    space = {k: Range(**p) if isinstance(p, dict) else tuple(p) for k, p in folder.plan.space.items()}
    return Study(folder, space, int(folder.plan.recipe["seed"])).importances()
