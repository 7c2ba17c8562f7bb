"""``report.json`` → one self-contained page: what matters first, and beside it what the numbers do not say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from training.report import parts, plots
from training.report.comparison import sections
from training.report.curves import figures
from training.report.parts import BLANK, Report, e, interval, label, percent
from training.report.slider import slider
from training.report.style import SCRIPT, STYLE

DISCLAIMER = "Research use only. Not for primary diagnosis."
_SPLITS = {
    "test": " of the test split",
    "val": " of the validation split",
    "train": " of the training split",
    "all": "",
}


def page(report: Report) -> str:
    """The whole document."""
    return "".join(_pieces(report))


def _pieces(report: Report) -> Iterator[str]:
    policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
    yield '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{e(report['title'])}: report</title><style>{STYLE}</style></head><body>\n"
    yield _header(report)
    yield from _headline(report)
    yield from slider(report)
    yield from _decisions(report)
    yield from _discrimination(report)
    yield from _calibration(report)
    yield from _groups(report)
    yield from _comparison(report)
    yield from _curves(report)
    yield from _galleries(report)
    yield from _source(report)
    yield f"<footer><p>{DISCLAIMER} Measured {e(report['created_at'])} on {report['images']} images{_split(report)}. "
    yield f"{e(report['chosen_on'])}</p></footer>\n<script>{SCRIPT}</script></body></html>\n"


def _split(report: Report) -> str:
    """Words for which images these are, after "images"."""
    return _SPLITS.get(report["split"], f" of {e(report['split'])}")


def _section(title: str, words: str = "") -> str:
    return f"<h2>{title}</h2>" + (f'<p class="second">{words}</p>' if words else "")


def _header(report: Report) -> str:
    kind = {"model": "Published model", "run": "Training run", "ensemble": "Ensemble by majority vote"}
    counts = ", ".join(f"{n} {label(report, name)}" for name, n in report["per_class"].items())
    return (
        f"<header><div><h1>{e(report['title'])}</h1>"
        f'<p class="second">{report["images"]} images{_split(report)}: {counts}</p></div>'
        f'<div class="about"><p>{kind.get(report["kind"], "")} {e(report["model"])}</p>'
        f"<p>Class of interest: {label(report, report['positive'])}</p></div></header>\n"
        f'<div class="notice"><b>{DISCLAIMER}</b></div>\n'
    )


def _headline(report: Report) -> Iterator[str]:
    head, positive = report["headline"], label(report, report["positive"])
    yield '<div class="headline">'
    yield _number(f"AUC, {positive} against the rest", parts.decimals(head["auc"]), interval(head["auc_95"], False))
    for name, other in (("sensitivity", "specificity"), ("specificity", "sensitivity")):
        row = head[f"{name}_point"]
        if row is not None:
            below = f"{interval(row[name + '_95'])}; {other} {percent(row[other])}"
            yield _number(f"{name.capitalize()} at the threshold chosen for 95 %", percent(row[name]), below)
    yield _number("Images decided rightly", percent(head["accuracy"]), interval(head["accuracy_95"]))
    if head["specificity_point"] is None:
        yield _number("Calibration error (ECE)", parts.decimals(head["ece"]), "of the decision's probability")
    yield "</div>\n"
    if report["cautions"]:
        items = "".join(f"<li>{e(text)}</li>" for text in report["cautions"])
        yield f'<div class="notice"><b>What these numbers do not say</b><ul>{items}</ul></div>\n'


def _number(name: str, value: str, below: str) -> str:
    low = f'<div class="span">{below or "&nbsp;"}</div>'
    return f'<div><div class="name">{name}</div><div class="value">{value}</div>{low}</div>'


def _decisions(report: Report) -> Iterator[str]:
    names = list(dict.fromkeys(row["finding"] for row in report["operating_points"]))
    if names:
        yield _section("Operating points", e(report["chosen_on"]))
    for name in sorted(names, key=lambda name: name != report["positive"]):
        table = f"<h3>{label(report, name)}</h3>{parts.point_table(report, name)}"
        folded = f"<details><summary>{label(report, name)}</summary>{parts.point_table(report, name)}</details>"
        yield table if name == report["positive"] else folded
    yield _section("Decisions", "The class with the highest probability, or with most votes, against the truth.")
    yield f'<div class="beside"><div>{parts.confusion_table(report)}</div><div>{parts.class_table(report)}</div></div>'
    if report["listed_thresholds"]:
        words = e(report["reported"].get("source", ""))
        yield _section("Thresholds of the source", f"{words}. Other images, so the numbers are not of one kind.")
        yield parts.listed_table(report)


def _discrimination(report: Report) -> Iterator[str]:
    yield _section("Telling classes apart", "Each class against all others; areas are in the legends.")
    names = [(report["class_labels"][name], name) for name in report["classes"] if report["roc"][name]["fpr"]][:8]
    points = [q for q in report["operating_points"] if q["finding"] == report["positive"]]
    first = sorted(names, key=lambda pair: pair[1] != report["positive"])
    roc = plots.roc_figure([(words, report["roc"][name]) for words, name in first], points, "ROC")
    pr = plots.pr_figure([(words, report["pr"][name]) for words, name in first], "Precision and recall")
    yield f'<div class="figures">{parts.figure(roc)}{parts.figure(pr)}</div>'
    rows = [
        [
            label(report, name),
            parts.decimals(report["roc"][name]["auc"]),
            interval([report["roc"][name]["low"], report["roc"][name]["high"]], False) or BLANK,
            parts.decimals(report["pr"][name]["average_precision"]),
            f"{report['per_class'][name]} of {report['images']}",
        ]
        for name in report["classes"]
    ]
    yield "<h3>Areas</h3>" + parts.table(("Class", "AUC", "95 % (DeLong)", "Average precision", "Images"), rows)
    yield "<h3>Probability given, by truth</h3>"
    yield '<p class="second">Share of the images of the class (up) and of all others (down). Dashes: thresholds.</p>'
    yield '<div class="figures small">' + "".join(_histograms(report, [name for _, name in first])) + "</div>"


def _histograms(report: Report, names: Sequence[str]) -> Iterator[str]:
    for i, name in enumerate(names):
        thresholds = [
            q["threshold"]
            for q in report["operating_points"]
            if q["finding"] == name and q["target"].startswith("sensitivity")
        ]
        drawing = plots.histogram_figure(name, report["class_labels"][name], report["histogram"][name], thresholds, i)
        yield parts.figure(drawing)


def _calibration(report: Report) -> Iterator[str]:
    c = report["calibration"]
    words = (
        f"Expected calibration error {c['ece_before']:.3f} before and {c['ece_after']:.3f} after the temperature "
        f"{c['temperature']:.4g}: how far, on average, the probability of the decision is from how often it is right."
    )
    if c.get("ece_cross_fitted") is not None:
        words += f" On images that the temperature was not fitted on: {c['ece_cross_fitted']:.3f}."
    yield _section("Do the probabilities mean what they say", words)
    top = plots.reliability_figure(c["bins"], c["bins_before"], "The decision: how sure, how often right")
    name = report["class_labels"][report["positive"]]
    own = plots.reliability_figure(c["positive_bins"], c["positive_bins_before"], f"P({name}): promised and so")
    yield f'<div class="figures">{parts.figure(top)}{parts.figure(own)}</div>'


def _groups(report: Report) -> Iterator[str]:
    if report["by_source"] or report["by_view"] or report["by_age"]:
        yield _section(
            "Where it is right, and where not",
            "A model that has learned the place instead of the disease flags the healthy of one hospital and misses "
            "the sick of another. Brackets are 95 % intervals.",
        )
    for key, head in (("by_source", "Source"), ("by_view", "View"), ("by_age", "Age")):
        if report[key]:
            yield f"<h3>By {head.lower()}</h3>" + parts.group_table(report, key, head)
    if report["inside_one_source"]:
        yield "<h3>Inside one source</h3>"
        yield '<p class="second">Classes that share a source: its look cannot tell them apart.</p>'
        yield parts.inside_table(report)


def _comparison(report: Report) -> Iterator[str]:
    if report["comparison"]:
        yield from sections(report["comparison"])


def _curves(report: Report) -> Iterator[str]:
    drawings = figures(report["curves"], report["positive"])
    if drawings:
        yield _section("The run", "By epoch; the weights measured here are those of the best epoch.")
        yield f'<div class="figures">{"".join(parts.figure(d) for d in drawings)}</div>'


def _galleries(report: Report) -> Iterator[str]:
    kinds = {item["kind"] for item in report["gallery"]}
    if not kinds:
        return
    yield _section(
        "Pictures",
        f"Heat maps (Grad-CAM, 0{parts.ramp()}strong) show what moved the number, not where disease is; nothing is "
        "drawn below the operating point. Point at a picture to see it without its map.",
    )
    if "hit" in kinds:
        yield '<h3>Right</h3><p class="second">Of every class the surest, a middling and the least sure.</p>'
        yield parts.gallery(report, "hit")
    if "miss" in kinds:
        yield '<h3>Wrong</h3><p class="second">The surest mistakes of every class.</p>'
        yield parts.gallery(report, "miss")


def _source(report: Report) -> Iterator[str]:
    """What the recipe's source reports, beside ours; tables of thresholds stand above."""
    known = {"accuracy": report["classification_report"]["accuracy"], "auc": report["headline"]["auc"]}
    rows = [
        [words, parts.decimals(report["reported"].get(key)), parts.decimals(known[key])]
        for key, words in (("accuracy", "Accuracy"), ("auc", f"AUC of {label(report, report['positive'])}"))
        if isinstance(report["reported"].get(key), float)
    ]
    for key, words in (("recall", "Recall"), ("precision", "Precision"), ("f1", "F1")):
        for name, value in (report["reported"].get(key) or {}).items():
            if name in report["classes"]:
                own = report["classification_report"][name][key]
                rows.append([f"{words} of {label(report, name)}", parts.decimals(value), parts.decimals(own)])
    if rows:
        words = f"{e(report['reported'].get('source', ''))}. Other images, so the numbers are not of one kind."
        yield _section("What the source reports", words)
        yield parts.table(("Number", "Reported", "Here"), rows)
