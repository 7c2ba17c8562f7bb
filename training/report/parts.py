"""Pieces of the training report as escaped HTML: numbers, bars, tables, pictures; it knows ``report.json`` only."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cxr_desktop.imaging.overlay import INFERNO
from training.report.plots import plain

Report = Mapping[str, Any]
BLANK = "–"
_RAMP_STOPS = 12


def e(text: object) -> str:
    """Foreign text, harmless: no markup, no control or direction characters."""
    return html.escape(plain(str(text)), quote=True)


def label(report: Report, name: str) -> str:
    """The words of a class, escaped."""
    return e(report["class_labels"].get(name, name))


def percent(value: float | None) -> str:
    """A share for the eye."""
    return BLANK if value is None else f"{100 * value:.1f} %"


def decimals(value: float | None, digits: int = 3) -> str:
    """A number, or a dash."""
    return BLANK if value is None else f"{value:.{digits}f}"


def p_value(value: float | None) -> str:
    """Two digits, and no false precision below a thousandth."""
    return BLANK if value is None else "< 0.001" if value < 0.001 else f"{value:.3f}"


def interval(pair: Sequence[float | None] | None, as_percent: bool = True) -> str:
    """A 95 % interval, or nothing where there is none."""
    if pair is None or pair[0] is None or pair[1] is None:
        return ""
    if as_percent:
        return f"{percent(pair[0])[:-2]}–{percent(pair[1])}"
    return f"{pair[0]:.3f}–{pair[1]:.3f}"


def rate(row: Mapping[str, Any], name: str) -> str:
    """Sensitivity or specificity with its interval."""
    if row.get(name) is None:
        return BLANK
    return f'{percent(row[name])} <span class="span">{interval(row[name + "_95"])}</span>'


def bar(value: float | None, pair: Sequence[float] | None) -> str:
    """A share as a bar with its interval as a bracket."""
    if value is None:
        return '<span class="bar"></span>'
    bracket = ""
    if pair is not None:
        bracket = f'<s style="left:{100 * pair[0]:.1f}%;width:{max(0.5, 100 * (pair[1] - pair[0])):.1f}%"></s>'
    return f'<span class="bar"><i style="width:{100 * value:.1f}%"></i>{bracket}</span>'


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], words: int = 1, kinds: Sequence[str] = ()) -> str:
    """A table whose first ``words`` columns are text and the others numbers; cells are HTML already."""
    mark = ["" if i < words else ' class="number"' for i in range(len(heads))]
    top = "".join(f"<th{m}>{head}</th>" for m, head in zip(mark, heads, strict=True))
    body = []
    for i, row in enumerate(rows):
        kind = f' class="{kinds[i]}"' if i < len(kinds) and kinds[i] else ""
        cells = "".join(f"<td{m}>{cell}</td>" for m, cell in zip(mark, row, strict=True))
        body.append(f"<tr{kind}>{cells}</tr>")
    head = f"<thead><tr>{top}</tr></thead>"
    return f'<div class="scroll"><table class="wide">{head}<tbody>{"".join(body)}</tbody></table></div>'


def figure(drawing: str) -> str:
    """A drawing on its panel."""
    return f'<div class="figure">{drawing}</div>'


def confusion_table(report: Report) -> str:
    """Rows are the truth; the shade is the share of the row."""
    order = report["confusion"]["order"]
    head = "".join(f"<th>{label(report, name)}</th>" for name in order)
    rows = []
    for name, row in zip(order, report["confusion"]["rows_are_truth"], strict=True):
        total = sum(row) or 1
        cells = []
        for other, count in zip(order, row, strict=True):
            share = count / total
            colour = "--accent" if other == name else "--lost"
            back = f"color-mix(in srgb, var({colour}) {72 * share:.0f}%, var(--panel))"
            cells.append(f'<td class="cell" style="background:{back}">{count}</td>')
        rows.append(f'<tr><th class="truth">{label(report, name)}</th>{"".join(cells)}</tr>')
    return (
        '<div class="scroll"><table class="confusion"><thead><tr><th class="truth second">Truth ↓ decision →</th>'
        f"{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def class_table(report: Report) -> str:
    """The classification report."""
    numbers = report["classification_report"]
    rows, kinds = [], []
    for name in report["classes"]:
        rows.append([label(report, name), *_scores(numbers[name])])
        kinds.append("")
    for name, words in (("macro", "Mean of the classes"), ("weighted", "Mean weighted by images")):
        rows.append([words, *_scores(numbers[name])])
        kinds.append("mean")
    return table(("Class", "Precision", "Recall", "F1", "Images"), rows, kinds=kinds)


def _scores(row: Mapping[str, Any]) -> list[str]:
    return [decimals(row["precision"]), decimals(row["recall"]), decimals(row["f1"]), str(row["support"])]


def point_table(report: Report, name: str) -> str:
    """The thresholds of one class and what they do here; a second line without children where ages are known."""
    values = {v["target"]: v for v in report["predictive_values"] if v["finding"] == name}
    rows, kinds = [], []
    for row in report["operating_points"]:
        if row["finding"] != name:
            continue
        at = [percent(values[row["target"]]["ppv"]), percent(values[row["target"]]["npv"])]
        rows.append([e(row["target"]), f"{row['threshold']:.3g}", *_rates(row), *at])
        kinds.append("inner" if row["without_children"] else "")
        if row["without_children"]:
            rows.append(["without children", "", *_rates(row["without_children"]), "", ""])
            kinds.append("mean")
    prior = percent(report["prevalence"])
    heads = ("Chosen for", "Threshold", "Sensitivity", "Found", "Specificity", "Passed")
    return table((*heads, f"PPV at {prior}", f"NPV at {prior}"), rows, kinds=kinds)


def _rates(row: Mapping[str, Any]) -> list[str]:
    tp, fn, tn, fp = (row[k] for k in ("true_positives", "false_negatives", "true_negatives", "false_positives"))
    return [rate(row, "sensitivity"), f"{tp} of {tp + fn}", rate(row, "specificity"), f"{tn} of {tn + fp}"]


def listed_table(report: Report) -> str:
    """The thresholds of the recipe's source: reported there, measured here."""
    rows = []
    for row in report["listed_thresholds"]:
        there = [percent(row["reported"]["sensitivity"]), percent(row["reported"]["specificity"])]
        rows.append([label(report, row["finding"]), f"{row['threshold']:g}", *there, *_rates(row)])
    heads = ("Class", "Threshold", "Sensitivity reported", "Specificity reported", "Sensitivity", "Found")
    return table((*heads, "Specificity", "Passed"), rows)


def group_table(report: Report, key: str, head: str) -> str:
    """Decisions by source, view or age."""
    rows = []
    for row in report[key]:
        n = row["images"]
        right, flagged = _share(row["right"], n, row["right_95"]), BLANK
        if row["flagged"] is not None:
            flagged = _share(row["flagged"], n, row["flagged_95"])
        words = [e(row["name"]), label(report, row["class"])]
        rows.append([*words, right, flagged, decimals(row["mean_probability"], 2)])
    positive = label(report, report["positive"])
    at = f" at ≥ {report['flagged_at']['threshold']:.3g}" if report["flagged_at"] else ""
    return table((head, "Truth", "Decided rightly", f"Flagged{at}", f"Mean P({positive})"), rows, words=2)


def _share(count: int, n: int, pair: Sequence[float]) -> str:
    return f'{bar(count / n, pair)}<span class="of">{count} of {n}</span>'


def inside_table(report: Report) -> str:
    """Pairs of classes that share a source: what the look of a place cannot decide."""
    rows = [
        [e(row["name"]), decimals(row["auc"]), interval([row["low"], row["high"]], False), *map(str, _sides(row))]
        for row in report["inside_one_source"]
    ]
    return table(("Source: classes", "AUC", "95 %", "Images of the first", "of the second"), rows)


def _sides(row: Mapping[str, Any]) -> tuple[int, int]:
    return row["positives"], row["negatives"]


def ramp() -> str:
    """The colours of a heat map."""
    stops = (INFERNO[round(255 * i / _RAMP_STOPS)] for i in range(_RAMP_STOPS + 1))
    colours = ", ".join("#{:02x}{:02x}{:02x}".format(*(int(v) for v in stop)) for stop in stops)
    return f'<span class="ramp" style="background:linear-gradient(90deg,{colours})"></span>'


def gallery(report: Report, kind: str) -> str:
    """Pictures of one kind; the map steps aside under the pointer."""
    figures = []
    for item in report["gallery"]:
        if item["kind"] != kind:
            continue
        truth, called = label(report, item["truth"]), label(report, item["called"])
        words = f"<b>{called} {item['probability']:.2f}</b>"
        words += f"<br>Truth: {truth}" if kind == "miss" else ""
        alternative = f"Radiograph, truth {truth}, called {called}"
        figures.append(
            f'<figure class="{kind}"><div class="picture">'
            f'<img src="data:image/jpeg;base64,{item["plain"]}" alt="{alternative}">'
            f'<img class="map" src="data:image/png;base64,{item["picture"]}" alt=""></div>'
            f"<figcaption>{words}<br>{e(item['map'])}</figcaption></figure>"
        )
    return f'<div class="gallery">{"".join(figures)}</div>'
