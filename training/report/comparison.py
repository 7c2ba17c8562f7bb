"""Several models side by side as escaped HTML: ROC overlay, DeLong, McNemar; it knows ``report.json`` only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from training.report import plots
from training.report.parts import decimals, e, figure, interval, p_value, percent, rate, table


def sections(comparison: Mapping[str, Any]) -> Iterator[str]:
    """A section with the overlay and the tables."""
    models = comparison["models"]
    yield "<h2>Side by side</h2>"
    yield '<p class="second">Differences are tested on the images that both models were measured on: areas by the '
    yield "paired test of DeLong, decisions by McNemar's exact test. Many comparisons find something by chance.</p>"
    curves = [(model["model"], model["roc"]) for model in models][:8]
    yield f'<div class="figures">{figure(plots.roc_figure(curves, [], "ROC of the class of interest"))}</div>'
    rows = []
    for model in models:
        area = model["roc"]
        at: Mapping[str, Any] = next((q for q in model["operating_points"] if q["target"] == "sensitivity 0.95"), {})
        rows.append(
            [
                e(model["model"]),
                f'{decimals(area["auc"])} <span class="span">{interval([area["low"], area["high"]], False)}</span>',
                f'{percent(model["accuracy"])} <span class="span">{interval(model["accuracy_95"])}</span>',
                rate(at, "sensitivity"),
                rate(at, "specificity"),
                str(model["images"]),
            ]
        )
    heads = ("Model", "AUC", "Decided rightly", "Sensitivity at its own 0.95", "Specificity there", "Images")
    yield "<h3>Models</h3>" + table(heads, rows)
    yield "".join(f'<p class="second">{e(note)}</p>' for note in comparison["notes"])
    if comparison["delong"]:
        yield "<h3>Areas, paired</h3>" + _delong(comparison)
    if comparison["mcnemar"]:
        yield "<h3>Decisions, paired</h3>" + _mcnemar(comparison)


def _delong(comparison: Mapping[str, Any]) -> str:
    rows = []
    for row in comparison["delong"]:
        difference = "–" if row["difference"] is None else f"{row['difference']:+.3f}"
        span = (
            interval([row["low"], row["high"]], False)
            if row["low"] is None
            else f"{row['low']:+.3f} to {row['high']:+.3f}"
        )
        names = [e(row["a"]), e(row["b"])]
        areas = [decimals(row["auc_a"]), decimals(row["auc_b"])]
        rows.append([*names, *areas, difference, span, p_value(row["p"]), str(row["images"])])
    return table(("First", "Second", "AUC", "AUC", "Difference", "95 %", "p", "Images"), rows, words=2)


def _mcnemar(comparison: Mapping[str, Any]) -> str:
    rows = [
        [
            e(row["a"]),
            e(row["b"]),
            e(row["what"]),
            str(row["only_a_right"]),
            str(row["only_b_right"]),
            p_value(row["p"]),
            str(row["images"]),
        ]
        for row in comparison["mcnemar"]
    ]
    heads = ("First", "Second", "Decision", "Only the first is right", "Only the second", "p", "Images")
    return table(heads, rows, words=3)
