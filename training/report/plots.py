"""Figures of a report as inline SVG in one restrained style; colours are the page's own variables, so that they follow
its light or dark theme. It knows ``report.json`` and nothing of where the numbers come from."""

from __future__ import annotations

import html
import io
import re
import unicodedata
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator, PercentFormatter

from cxr_desktop.domain.model_card import wilson_interval

# Colours that stand for a variable of the stylesheet until the SVG is written.
TEXT, SECOND, LINE, PANEL, FAINT = "#010101", "#010102", "#010103", "#010104", "#010105"
SERIES = tuple(f"#0101a{i}" for i in range(8))
"""Colour-blind safe (after Okabe and Ito); told apart by dashes as well."""
DASHES: tuple[Any, ...] = ("-", (0, (5, 2)), (0, (1.5, 1.5)), (0, (7, 2, 1.5, 2)))
_VARIABLES = {TEXT: "--text", SECOND: "--second", LINE: "--line", PANEL: "--panel", FAINT: "--faint"} | {
    colour: f"--s{i}" for i, colour in enumerate(SERIES)
}
STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "cxr-desktop",
    "font.size": 10.5,
    "axes.edgecolor": LINE,
    "axes.labelcolor": SECOND,
    "axes.titlecolor": TEXT,
    "axes.titlesize": 11.5,
    "axes.titlelocation": "left",
    "axes.titlepad": 10,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "grid.color": LINE,
    "grid.linewidth": 0.6,
    "grid.alpha": 0.55,
    "xtick.color": FAINT,
    "ytick.color": FAINT,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "text.color": TEXT,
    "legend.frameon": False,
    "legend.fontsize": 10,
    "legend.labelcolor": SECOND,
    "lines.linewidth": 1.8,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "savefig.facecolor": "none",
}


def plain(text: str) -> str:
    """Without control and direction characters, which could make foreign text look like ours."""
    return "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf"))


def _words(text: str) -> str:
    """Foreign text for a figure: a dollar sign would begin a formula."""
    return plain(text).replace("$", r"\$")


def svg(figure: Figure, words: str) -> str:
    """The figure as one ``<svg>`` element; ``words`` say what it shows to those who cannot see it."""
    stream = io.StringIO()
    with warnings.catch_warnings():
        # The browser draws the letters, with whatever font has them.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        metadata = {"Date": None, "Creator": None, "Format": None, "Type": None}
        FigureCanvasSVG(figure).print_svg(stream, metadata=metadata)
    text = stream.getvalue()
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    text = re.sub(r'<g id="[^"]*">', "<g>", text)  # nothing refers to groups, and a page has many figures
    text = re.sub(r"font: (\d[\d.]*)px [^;\"]*", r"font-size: \1px", text)
    text = re.sub(r" font-family: [^;\"]*;?", "", text)
    text = re.sub(r"#0101(?:0[1-5]|a[0-7])", lambda found: f"var({_VARIABLES[found.group()]})", text)
    text = re.sub(r' (?:width|height)="[\d.]+pt"', "", text, count=2)
    return text.replace("<svg ", f'<svg role="img" aria-label="{html.escape(plain(words), quote=True)}" ', 1).strip()


def canvas(width: float = 400, height: float = 372) -> tuple[Figure, Axes]:
    """A figure with one pair of axes, sizes in CSS pixels."""
    figure = Figure(figsize=(width / 72, height / 72), dpi=72, layout="constrained")
    return figure, figure.subplots()


def _shares(axes: Axes, x: str, y: str, square: bool = True) -> None:
    axes.set(xlim=(-0.01, 1.01), ylim=(-0.01, 1.01), xlabel=x, ylabel=y)
    if square:
        axes.set_aspect("equal")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(5))
        axis.set_major_formatter(PercentFormatter(1.0, 0, symbol=" %"))


def _style(i: int) -> dict[str, Any]:
    return {"color": SERIES[i % len(SERIES)], "linestyle": DASHES[i % len(DASHES)]}


def roc_figure(curves: Sequence[tuple[str, Mapping[str, Any]]], marks: Sequence[Mapping[str, Any]], title: str) -> str:
    """ROC curves by name; ``marks`` are operating points of the first curve."""
    with mpl.rc_context(STYLE):
        figure, axes = canvas()
        axes.plot((0, 1), (0, 1), color=LINE, linewidth=1)
        for i, (name, curve) in enumerate(curves):
            if curve["fpr"]:
                axes.plot(curve["fpr"], curve["tpr"], label=f"{_words(name)}  {curve['auc']:.3f}", **_style(i))
        for mark in marks:
            if mark["sensitivity"] is not None and mark["specificity"] is not None:
                at = (1 - mark["specificity"], mark["sensitivity"])
                axes.plot(*at, "o", markersize=6, markerfacecolor=PANEL, markeredgecolor=TEXT, markeredgewidth=1.4)
        _shares(axes, "1 − specificity", "Sensitivity")
        axes.set_title(_words(title))
        if axes.get_legend_handles_labels()[0]:
            axes.legend(loc="lower right", handlelength=2.2)
        names = ", ".join(f"{name} AUC {curve['auc']}" for name, curve in curves)
        return svg(figure, f"ROC curves: {names}")


def pr_figure(curves: Sequence[tuple[str, Mapping[str, Any]]], title: str) -> str:
    """Precision against recall by class."""
    with mpl.rc_context(STYLE):
        figure, axes = canvas()
        for i, (name, curve) in enumerate(curves):
            if curve["recall"]:
                label = f"{_words(name)}  {curve['average_precision']:.3f}"
                axes.plot(curve["recall"], curve["precision"], label=label, **_style(i))
        _shares(axes, "Recall (sensitivity)", "Precision (PPV in these images)")
        axes.set_title(_words(title))
        if axes.get_legend_handles_labels()[0]:
            axes.legend(loc="lower left", handlelength=2.2)
        return svg(figure, "Precision-recall curves: " + ", ".join(name for name, _ in curves))


def histogram_figure(name: str, label: str, histogram: Mapping[str, Any], thresholds: Sequence[float], i: int) -> str:
    """P(class) of the images that show it, upwards, and of all others, downwards, as shares of each group."""
    with mpl.rc_context(STYLE):
        figure, axes = canvas(width=300, height=210)
        edges, by_truth = histogram["edges"], histogram["by_truth"]
        bins = range(len(edges) - 1)
        own = by_truth[name]
        others = [sum(counts[b] for truth, counts in by_truth.items() if truth != name) for b in bins]
        wide = edges[1] - edges[0]
        for side, values, colour in ((1, own, SERIES[i % len(SERIES)]), (-1, others, FAINT)):
            total = sum(values) or 1
            heights = [side * v / total for v in values]
            axes.bar(edges[:-1], heights, wide * 0.9, align="edge", color=colour, linewidth=0)
        axes.axhline(0, color=LINE, linewidth=1)
        for threshold in thresholds:
            axes.axvline(threshold, color=TEXT, linewidth=0.9, linestyle=(0, (2, 2)))
        top = max(0.1, *(abs(v) for v in axes.get_ylim()))
        axes.set(xlim=(0, 1), ylim=(-top, top), xlabel=f"P({_words(label)})")
        axes.yaxis.set_major_locator(MaxNLocator(4, symmetric=True))
        axes.yaxis.set_major_formatter(FuncFormatter(lambda v, _: f"{abs(v):.0%}".replace("%", " %")))
        axes.set_title(f"{_words(label)}: {sum(own)} up, {sum(others)} others down")
        return svg(figure, f"Histogram of the probability of {label} for its own images and for all others")


def reliability_figure(after: Sequence[Mapping[str, Any]], before: Sequence[Mapping[str, Any]], title: str) -> str:
    """Share of what happened against what was promised, with 95 % intervals; larger discs hold more images."""
    with mpl.rc_context(STYLE):
        figure, axes = canvas()
        axes.plot((0, 1), (0, 1), color=LINE, linewidth=1)
        most = max([b["count"] for b in [*after, *before]], default=1)
        for bins, label, colour, face in (
            (before, "before temperature", FAINT, PANEL),
            (after, "after temperature", SERIES[0], SERIES[0]),
        ):
            x, y = [b["confidence"] for b in bins], [b["accuracy"] for b in bins]
            if bins is after:
                spans = [wilson_interval(round(b["accuracy"] * b["count"]), b["count"]) for b in bins]
                axes.vlines(x, [low for low, _ in spans], [high for _, high in spans], color=colour, alpha=0.45, lw=1.2)
            size = [18 + 150 * b["count"] / most for b in bins]
            axes.scatter(
                x, y, size, facecolor=face, edgecolor=colour, linewidth=1.2, label=label, zorder=3, clip_on=False
            )
        _shares(axes, "Probability given", "Share that was so")
        axes.set_title(_words(title))
        axes.legend(loc="lower right", handlelength=1.2)
        return svg(figure, f"Reliability diagram, {title}")


def curve_figure(title: str, series: Sequence[tuple[str, Sequence[int], Sequence[float]]], log: bool = False) -> str:
    """Numbers by epoch."""
    with mpl.rc_context(STYLE):
        figure, axes = canvas(width=400, height=230)
        for i, (name, epochs, values) in enumerate(series):
            dots: dict[str, Any] = {"marker": "o", "markersize": 3.5} if len(values) < 40 else {}
            axes.plot(epochs, values, label=name, **_style(i), **dots)
        if log:
            axes.set_yscale("log")
        axes.set_title(_words(title))
        axes.set_xlabel("Epoch")
        axes.xaxis.set_major_locator(MaxNLocator(8, integer=True))
        if len(series) > 1:
            axes.legend(loc="best", handlelength=2.2)
        return svg(figure, f"{title} by epoch")
