"""The page of a search: one self-contained HTML file made of the numbers of ``report.json`` alone."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

from training.report.style import STYLE
from training.search.plots import effects_figure, history_figure
from training.search.words import combination_words, metric_words, short_name, value_words

_METHODS = {"l9": "L9 orthogonal array", "tpe": "Optuna, tree-structured Parzen estimator"}
_STATES = {"finished": "finished", "pruned": "ended early", "failed": "failed"}
BLANK = "–"


def page(numbers: Mapping[str, Any]) -> str:
    """The numbers of ``search_report.report_numbers`` → HTML."""
    title = f"Search: {numbers['title']}"
    parts = [
        f"<header><div><h1>{_e(title)}</h1></div><div class=about>{_e(_METHODS[numbers['method']])}<br>"
        f"{len(numbers['trials'])} trials, by {_e(metric_words(numbers['metric']))}</div></header>",
        _failures(numbers["trials"]),
        _headline(numbers),
        _array(numbers) if numbers["effects"] else "",
        _history(numbers) if numbers["method"] == "tpe" else "",
        _trials(numbers),
        "<footer>Research use only. The metric was measured on validation images, and the search chose by it: the best "
        "trial looks better here than it is. Only a test split that no trial has seen can say how good it is.</footer>",
    ]
    head = f"<meta charset=utf-8><meta name=viewport content='width=device-width'><title>{_e(title)}</title>"
    return f"<!doctype html><html lang=en><head>{head}<style>{STYLE}</style></head><body>{''.join(parts)}</body></html>"


def _e(text: object) -> str:
    return html.escape(str(text), quote=True)


def _number(value: float | None) -> str:
    return BLANK if value is None else f"{value:.4f}"


def _failures(trials: Sequence[Mapping[str, Any]]) -> str:
    failed = [trial for trial in trials if trial["state"] == "failed"]
    if not failed:
        return ""
    items = "".join(f"<li>Trial {trial['index']}: {_e(trial['reason'])}</li>" for trial in failed)
    words = "1 trial failed" if len(failed) == 1 else f"{len(failed)} trials failed"
    words += f"</b> and {'is' if len(failed) == 1 else 'are'} left out of all means."
    return f"<div class=notice><b>{words}<ul>{items}</ul></div>"


def _headline(numbers: Mapping[str, Any]) -> str:
    best = next((trial for trial in numbers["trials"] if trial["index"] == numbers["best"]), None)
    if best is None:
        return "<p class=second>No trial finished.</p>"
    boxes = [("Best trial", f"{_number(best['value'])}", f"trial {best['index']}: {combination_words(best['values'])}")]
    prediction = numbers["prediction"]
    if prediction:
        words = combination_words(prediction["values"])
        boxes.append(("Main effects promise", _number(prediction["predicted"]), words))
        boxes.append(
            ("That combination reached", _number(prediction["value"]), f"trial {prediction['trial'] or BLANK}")
        )
    seconds = sum(trial["seconds"] for trial in numbers["trials"])
    boxes.append(("Time", _duration(seconds), f"{seconds / max(1, len(numbers['trials'])):.0f} s per trial"))
    cells = "".join(
        f"<div><div class=name>{_e(name)}</div><div class=value>{_e(value)}</div>"
        f"<div class=span>{_e(words)}</div></div>"
        for name, value, words in boxes
    )
    return f"<div class=headline>{cells}</div>"


def _duration(seconds: float) -> str:
    minutes = seconds / 60
    if minutes < 1:
        return f"{seconds:.0f} s"
    return f"{minutes:.0f} min" if minutes < 120 else f"{minutes / 60:.1f} h"


def _array(numbers: Mapping[str, Any]) -> str:
    effects = numbers["effects"]
    rows = []
    for effect in effects:
        for position, level in enumerate(effect["levels"]):
            best = level["value"] == effect["best"]["value"]
            name = _e(short_name(effect["factor"])) if position == 0 else ""
            mark = "<b>best</b>" if best else ""
            rows.append(
                f"<tr><td>{name}</td><td>{_e(value_words(level['value']))}</td>"
                f"<td class=number>{_number(level['mean'])}</td><td class=number>{level['runs']}</td>"
                f"<td>{mark}</td></tr>"
            )
    head = "<tr><th>Key</th><th>Value</th><th class=number>Mean</th><th class=number>Runs</th><th></th></tr>"
    return (
        "<h2>Main effects</h2><p class=second>The mean of the metric over all rows with a value. In a balanced array "
        "each mean averages evenly over the other keys; what two keys do together does not show.</p>"
        f"<div class=figure>{effects_figure(effects, numbers['metric'])}</div>"
        f"<h3>What they pick</h3><p>{_e(prediction_words(numbers))}</p>"
        f"<h3>Means</h3><div class=scroll><table>{head}{''.join(rows)}</table></div>"
    )


def prediction_words(numbers: Mapping[str, Any]) -> str:
    """What the main effects pick, and whether a single row did better."""
    prediction = numbers["prediction"]
    words = f"The best level of every key: {combination_words(prediction['values'])}. "
    words += f"Their effects added up promise {_number(prediction['predicted'])}. "
    row = f"row {prediction['best_row']} ({_number(prediction['best_row_value'])})"
    if prediction["value"] is None:
        return words + f"This combination has not run to its end; the best row is {row}."
    words += f"The run of this combination reached {_number(prediction['value'])}, "
    if prediction["trial"] == prediction["best_row"]:
        return words + "and it is the best row of the array."
    if prediction["beaten_by_a_row"]:
        return words + f"and {row} beat it: prefer that row, the keys depend on each other."
    return words + f"no worse than the best row, {row}."


def _history(numbers: Mapping[str, Any]) -> str:
    importances: Mapping[str, float] = numbers["importances"]
    figure = f"<div class=figure>{history_figure(numbers['trials'], numbers['metric'], numbers['maximise'])}</div>"
    if importances:
        bars = "".join(
            f"<tr><td>{_e(key)}</td><td><span class=bar><i style='width:{100 * share:.1f}%'></i></span>"
            f"{100 * share:.0f} %</td></tr>"
            for key, share in importances.items()
        )
        words = "Share of the metric's spread between the finished trials that each key explains (fANOVA)."
        table = f"<h3>What mattered</h3><p class=second>{words}</p><table>{bars}</table>"
    else:
        table = "<p class=second>Too few trials finished to say which key mattered.</p>"
    return f"<h2>History</h2>{figure}{table}"


def _trials(numbers: Mapping[str, Any]) -> str:
    reported = numbers["reported"].get("l9", []) if numbers["method"] == "l9" else []
    heads = ["Trial", *(short_name(key) for key in numbers["space"]), "State"]
    heads += [metric_words(numbers["metric"]).capitalize(), "Best epoch", "Train accuracy"]
    heads += ["Reported test accuracy"] if reported else []
    rows = (_trial_row(trial, reported, trial["index"] == numbers["best"]) for trial in numbers["trials"])
    head = "".join(f"<th>{_e(name)}</th>" for name in heads)
    return f"<h2>Trials</h2><div class=scroll><table class=wide><tr>{head}</tr>{''.join(rows)}</table></div>"


def _trial_row(trial: Mapping[str, Any], reported: Sequence[Mapping[str, Any]], best: bool) -> str:
    confirmed = trial["kind"] == "confirmation" and trial["state"] == "finished"
    cells = [str(trial["index"]), *(value_words(value) for value in trial["values"].values())]
    cells += ["combination predicted" if confirmed else _STATES[trial["state"]], _number(trial["value"])]
    cells += [str(trial["epoch"] or BLANK), _number(trial["numbers"].get("train_accuracy"))]
    if reported:
        cells.append(_number(_reported(trial["values"], reported)))
    opened, closed = ("<td><b>", "</b></td>") if best else ("<td>", "</td>")
    return f"<tr>{''.join(opened + _e(cell) + closed for cell in cells)}</tr>"


def _reported(values: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> float | None:
    """The report's number for the same values; its keys are the last words of ours."""
    wanted = {key.rpartition(".")[2]: value_words(value) for key, value in values.items()}
    for row in rows:
        if wanted == {key: value_words(row[key]) for key in wanted if key in row}:
            return float(row["test_accuracy"])
    return None
