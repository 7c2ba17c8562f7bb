"""Figures of a search in the style of the training report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from training.report.plots import FAINT, LINE, PANEL, SERIES, STYLE, TEXT, canvas, svg
from training.search.words import metric_words, short_name, value_words


def effects_figure(effects: Sequence[Mapping[str, Any]], metric: str) -> str:
    """One panel per key on a common scale: the mean at each value, the best one filled, the mean of all as a line."""
    means = [level["mean"] for effect in effects for level in effect["levels"] if level["mean"] is not None]
    low, high = min(means), max(means)
    room = 0.15 * (high - low) or 0.05
    middle = sum(means) / len(means)
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(240 * len(effects) / 72, 270 / 72), dpi=72, layout="constrained")
        panels = figure.subplots(1, len(effects), squeeze=False)[0]
        for position, (axes, effect) in enumerate(zip(panels, effects, strict=True)):
            known = [(x, level) for x, level in enumerate(effect["levels"]) if level["mean"] is not None]
            x, y = [x for x, _ in known], [level["mean"] for _, level in known]
            axes.axhline(middle, color=LINE, linewidth=1)
            axes.plot(x, y, color=SERIES[0], linewidth=1.4)
            for at, level in known:
                best = level["value"] == effect["best"]["value"]
                face = SERIES[0] if best else PANEL
                axes.plot(at, level["mean"], "o", markersize=7, markerfacecolor=face, markeredgecolor=SERIES[0])
                beside = [mean for x, mean in zip(x, y, strict=True) if abs(x - at) == 1]
                _label(axes, at, level["mean"], best, below=all(level["mean"] < mean for mean in beside))
            axes.set_xticks(range(len(effect["levels"])), [value_words(level["value"]) for level in effect["levels"]])
            axes.set(xlim=(-0.5, len(effect["levels"]) - 0.5), ylim=(low - 1.4 * room, high + 1.4 * room))
            axes.set_title(short_name(effect["factor"]).capitalize())
            if position:
                axes.set_yticklabels([])
            else:
                axes.set_ylabel(f"Mean {metric_words(metric)}")
        words = "; ".join(f"{effect['factor']} best {effect['best']['value']}" for effect in effects)
        return svg(figure, f"Main effects on {metric_words(metric)}: {words}")


def _label(axes: Axes, x: float, mean: float, best: bool, below: bool) -> None:
    """The mean beside its point, where the line does not run through it."""
    ground = {"facecolor": PANEL, "edgecolor": "none", "pad": 0.6}
    axes.annotate(
        f"{mean:.3f}", (x, mean), (0, -9 if below else 9), textcoords="offset points", ha="center",
        va="top" if below else "bottom", fontsize=9.5, color=TEXT if best else FAINT, bbox=ground,
    )  # fmt: skip


def history_figure(trials: Sequence[Mapping[str, Any]], metric: str, maximise: bool) -> str:
    """The metric of every trial in their order, with the best so far; trials that ended early are hollow."""
    with mpl.rc_context(STYLE):
        figure, axes = canvas(width=860, height=270)
        for state, label, filled in (("finished", "finished", True), ("pruned", "ended early", False)):
            shown = [t for t in trials if t["state"] == state]
            if shown:
                x, y = [t["index"] for t in shown], [t["value"] for t in shown]
                face = SERIES[0] if filled else PANEL
                axes.scatter(x, y, 36, facecolor=face, edgecolor=SERIES[0], linewidth=1.2, label=label, zorder=3)
        best = _best_so_far(trials, maximise)
        if best:
            axes.step([i for i, _ in best], [v for _, v in best], where="post", color=SERIES[1], label="best so far")
            axes.legend(loc="best")
        axes.set(xlabel="Trial", ylabel=metric_words(metric).capitalize())
        axes.xaxis.set_major_locator(MaxNLocator(10, integer=True))
        return svg(figure, f"{metric_words(metric)} of every trial, with the best so far")


def _best_so_far(trials: Sequence[Mapping[str, Any]], maximise: bool) -> list[tuple[int, float]]:
    pick = max if maximise else min
    steps: list[tuple[int, float]] = []
    for trial in trials:
        if trial["state"] == "finished":
            value = trial["value"] if not steps else pick(steps[-1][1], trial["value"])
            steps.append((trial["index"], value))
    return steps
