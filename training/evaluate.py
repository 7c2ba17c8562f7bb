"""A published model on a split, through the scorer that serves it: the numbers of its card, and nothing else.

``report`` is a pure function of logits and labels, so the card's numbers can be recomputed exactly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.model_card import ModelCard, wilson_interval
from cxr_desktop.domain.prediction import Finding, Status
from cxr_desktop.engine.calibration import expected_calibration_error, negative_log_likelihood, probabilities
from training.data import CHILD, Sample, samples_for
from training.metrics import class_aucs, confusion, counts, pairs_inside_origins
from training.splits import check_disjoint, of_split

DIGITS = 6
"""Decimals of every number in a card or report; the counts of operating points come from unrounded scores."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Served:
    """What the scorer said about samples: (n, classes) logits, and the highest cell of each class's heat map."""

    logits: Floats
    peaks: Floats


def serve(folder: Path, data: Path, samples: Sequence[Sample], device: str = "cpu") -> Served:
    """The model in ``folder`` on samples, by the scorer that the window and the command line use.

    The gate is not asked: these numbers are the triage model's own. Raises ``CxrError`` if an image is not scored.
    """
    from cxr_desktop.engine.scorer import Scorer, ScoreRequest

    scorer = Scorer(folder, None, device)
    findings = [Finding(c) for c in scorer.card.classes]
    place = {str(data / s.file): i for i, s in enumerate(samples)}
    logits, peaks = np.full((2, len(samples), len(findings)), np.nan)
    for prediction in scorer.score(ScoreRequest(str(data / s.file), override=True) for s in samples):
        if prediction.status is not Status.SCORED:
            raise CxrError(f"an image of the split was not scored: {prediction.reason}")
        row = place[prediction.path]
        logits[row] = [prediction.logits[f] for f in findings]
        for column, finding in enumerate(findings):
            found = prediction.map_of(finding)
            peaks[row, column] = np.frombuffer(found.values, dtype="<f4").max() if found else np.nan
    return Served(logits, peaks)


def labels_of(samples: Sequence[Sample], classes: Sequence[str]) -> NDArray[np.int64]:
    """Class indices."""
    return np.asarray([list(classes).index(s.label) for s in samples], dtype=np.int64)


def samples_of(card: ModelCard, data: Path, split: str) -> list[Sample]:
    """The samples of one split of the model's own task; patients are checked to lie in one split only."""
    samples = samples_for(card.role, data, card.classes)
    check_disjoint(samples)
    chosen = of_split(samples, split)
    if not chosen:
        raise CxrError(f"the folder holds no images of the split {split!r}")
    return chosen


def report(
    samples: Sequence[Sample],
    logits: Floats,
    classes: Sequence[str],
    temperature: float,
    points: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    """Everything that a triage card says about one split. ``points`` are {finding, target, threshold}."""
    labels = labels_of(samples, classes)
    p = probabilities(logits, temperature)
    origins = [s.origin for s in samples]
    grown = np.asarray([s.age_group != CHILD for s in samples])
    groups = {"all": np.ones(len(samples), dtype=bool), "without_children": grown, "children": ~grown}
    accuracy = wilson_interval(int((p.argmax(axis=1) == labels).sum()), len(labels))
    numbers = {
        "images": len(samples),
        "per_class": dict(sorted(Counter(s.label for s in samples).items())),
        "age_recorded": dict(sorted(Counter(s.age_group or "not recorded" for s in samples).items())),
        "accuracy": {"value": float((p.argmax(axis=1) == labels).mean()), "low": accuracy[0], "high": accuracy[1]},
        "confusion": {"order": list(classes), "rows_are_truth": confusion(labels, p.argmax(axis=1), len(classes))},
        "auc_one_against_the_rest": {
            name: class_aucs(labels[inside], p[inside], classes) for name, inside in groups.items()
        },
        "auc_inside_one_collection": pairs_inside_origins(labels, logits, origins, classes),
        "calibration": {
            "temperature": temperature,
            "ece_before": expected_calibration_error(probabilities(logits), labels),
            "ece_after": expected_calibration_error(p, labels),
            "ece_after_without_children": expected_calibration_error(p[grown], labels[grown]),
            "nll_before": negative_log_likelihood(logits, labels),
            "nll_after": negative_log_likelihood(logits, labels, temperature),
        },
        "operating_points": [_point(point, p, labels, classes, groups) for point in points],
        "by_collection": _by_collection(samples, p, labels, classes),
    }
    out: dict[str, Any] = rounded(numbers)
    return out


def _point(
    point: Mapping[str, Any],
    p: Floats,
    labels: NDArray[np.int64],
    classes: Sequence[str],
    groups: Mapping[str, NDArray[np.bool_]],
) -> dict[str, Any]:
    column = list(classes).index(point["finding"])
    out: dict[str, Any] = {key: point[key] for key in ("finding", "target", "threshold")}
    for name, inside in groups.items():
        positive = labels[inside] == column
        table: dict[str, Any] = dict(counts(positive, p[inside, column], point["threshold"]))
        for rate, hit, miss in (
            ("sensitivity", "true_positives", "false_negatives"),
            ("specificity", "true_negatives", "false_positives"),
        ):
            hits, n = table[hit], table[hit] + table[miss]
            table[rate], table[f"{rate}_95"] = hits / n if n else None, wilson_interval(hits, n)
        out[name] = table
    return out


def _by_collection(
    samples: Sequence[Sample], p: Floats, labels: NDArray[np.int64], classes: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Per class and collection: how often the likeliest class is right, and the mean probability of each class."""
    out = {}
    keys = [f"{s.label} from {s.origin}" for s in samples]
    for key in sorted(set(keys)):
        inside = np.asarray([k == key for k in keys])
        right = int((p[inside].argmax(axis=1) == labels[inside]).sum())
        low, high = wilson_interval(right, int(inside.sum()))
        out[key] = {
            "images": int(inside.sum()),
            "right": right,
            "right_95": (low, high),
            "mean_probability": dict(zip(classes, p[inside].mean(axis=0).tolist(), strict=True)),
        }
    return out


def rounded(value: Any) -> Any:
    if isinstance(value, float):
        return None if np.isnan(value) else round(value, DIGITS)
    if isinstance(value, Mapping):
        return {k: rounded(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(v) for v in value]
    return value


def evaluate(
    folder: Path, data: Path, split: str = "test", device: str = "cpu", say: Callable[[str], None] = print
) -> dict[str, Any]:
    """Measure a published model of either role on one split and print its table."""
    from cxr_desktop.engine.checkpoint import read_card

    card = read_card(folder)
    samples = samples_of(card, data, split)
    if card.role == "gate":
        from training.gate_report import gate_report, gate_table, serve_gate

        threshold = float(card.document["gate_threshold"])
        served = serve_gate(folder, data, samples)
        numbers = gate_report(samples, served, card.classes, card.temperature, threshold)
        say(gate_table(numbers))
        return numbers
    points = [{"finding": p.finding.value, "target": p.target, "threshold": p.threshold} for p in card.operating_points]
    logits = serve(folder, data, samples, device).logits
    numbers = report(samples, logits, card.classes, card.temperature, points)
    say(table(numbers))
    return numbers


def table(numbers: Mapping[str, Any]) -> str:
    """The report for the eye."""
    lines = [f"{numbers['images']} images: " + ", ".join(f"{v} {k}" for k, v in numbers["per_class"].items())]
    for group, aucs in numbers["auc_one_against_the_rest"].items():
        for name, a in aucs.items():
            if a["auc"] is not None:
                sides = f"{a['positives']} against {a['negatives']}"
                lines.append(f"AUC {group:17} {name:13} {a['auc']:.3f} ({_span(a)})  {sides}")
    for name, a in numbers["auc_inside_one_collection"].items():
        lines.append(f"AUC inside {name:40} {a['auc']:.3f} ({_span(a)})  {a['positives']} against {a['negatives']}")
    for point in numbers["operating_points"]:
        for group in ("all", "without_children"):
            c = point[group]
            lines.append(
                f"{point['finding']:13} {point['target']:17} ≥ {point['threshold']:.4f} {group:17}"
                f" TP {c['true_positives']:3} FN {c['false_negatives']:3} TN {c['true_negatives']:3}"
                f" FP {c['false_positives']:3}"
                f"  sensitivity {_rate(c, 'sensitivity')}  specificity {_rate(c, 'specificity')}"
            )
    c = numbers["calibration"]
    lines.append(f"ECE {c['ece_before']:.3f} before, {c['ece_after']:.3f} after temperature {c['temperature']}")
    lines.append("confusion (rows are truth): " + " ".join(numbers["confusion"]["order"]))
    lines += ["  " + " ".join(f"{v:5}" for v in row) for row in numbers["confusion"]["rows_are_truth"]]
    return "\n".join(lines)


def _span(a: Mapping[str, Any]) -> str:
    return "no interval" if a["low"] is None else f"{a['low']:.3f}–{a['high']:.3f}"


def _rate(c: Mapping[str, Any], name: str) -> str:
    value, (low, high) = c[name], c[f"{name}_95"]
    return "–" if value is None else f"{value:.3f} ({low:.3f}–{high:.3f})"
