"""A finished run → a model folder: rounded weights, calibration and thresholds on val, then one look at test.

Every number of the card comes from the saved network through the scorer that serves it, not from the training loop.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.engine import checkpoint
from cxr_desktop.engine.calibration import fit_temperature, probabilities
from cxr_desktop.engine.networks import Network, build
from training.data import CHILD, FRONTAL, Sample, is_drawn, samples_for
from training.evaluate import Floats, labels_of, report, serve
from training.gate_report import choose_threshold, gate_report, serve_gate
from training.loop import BEST
from training.metrics import threshold_at_sensitivity
from training.recipe import RECIPES, Recipe, from_dict, read_recipe
from training.splits import check_disjoint, of_split

SENSITIVITIES = (0.98, 0.95, 0.9)
"""Goals of the operating points, reached on val without children; the first and the last bound the risk bands."""


def trained_network(run: Path) -> tuple[Recipe, Network, dict[str, Any]]:
    """The averaged weights of a run's best epoch, rounded to half floats, and where the run stood then."""
    import torch

    from cxr_desktop.engine.weights import round_to_half

    try:
        recipe = from_dict(json.loads((run / "recipe.json").read_text()))
        state = torch.load(run / BEST, weights_only=True)
    except OSError as error:
        raise CxrError("this folder holds no run with a validated epoch") from error
    network = build(recipe.architecture, len(recipe.classes), recipe.preprocess.channels)
    network.load_state_dict(state["average"])
    network.eval()
    round_to_half(network)
    return recipe, network, state["progress"]


def publish(run: Path, to: Path, data: Path, look: Path | None = None) -> ModelCard:
    """Write the model folder ``to`` and return its card. ``look`` is a JSON of a run that left collections out."""
    recipe, network, progress = trained_network(run)
    samples = samples_for(recipe.role, data, recipe.classes)
    check_disjoint(samples)
    document = _common(recipe, samples, progress, run)
    if look is not None:
        document["metrics"]["collections_left_out"] = json.loads(look.read_text())
    document["commands"] = {
        "train": f"python -m training train {_recipe_file(recipe)} --data ../shared/data --run runs/{recipe.name}",
        "evaluate": f"python -m training evaluate resources/checkpoints/{to.name} --data ../shared/data",
    }
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "draft"
        checkpoint.save(draft, document, network)
        complete = _complete_gate if recipe.role == "gate" else _complete_triage
        complete(document, draft, data, samples)
    return checkpoint.save(to, document, network)


def _recipe_file(recipe: Recipe) -> str:
    """The name by which the command line finds a bundled recipe, or that of a file of one's own."""
    bundled = (file.stem for file in sorted(RECIPES.glob("*.toml")) if read_recipe(file).name == recipe.name)
    return next(bundled, f"{recipe.name}.toml")


def _complete_triage(document: dict[str, Any], draft: Path, data: Path, samples: Sequence[Sample]) -> None:
    classes = document["classes"]
    val = of_split(samples, "val")
    served, labels = serve(draft, data, val), labels_of(val, classes)
    # The model is not for children, who are most of the pneumonias here and easy to tell: with them the temperature
    # and the thresholds would promise adults a certainty that adults do not get.
    grown = np.asarray([s.age_group != CHILD for s in val])
    temperature = round(fit_temperature(served.logits[grown], labels[grown]), 4)
    p = probabilities(served.logits, temperature)
    points = [
        {
            "finding": name,
            "target": f"sensitivity {goal:.2f}",
            "threshold": _threshold(labels[grown] == column, p[grown, column], goal),
        }
        for column, name in enumerate(classes)
        if name != Finding.NORMAL
        for goal in SENSITIVITIES
    ]
    test = of_split(samples, "test")
    measured = report(test, serve(draft, data, test).logits, classes, temperature, points)
    document["temperature"] = temperature
    document["operating_points"] = [_card_point(point) for point in measured["operating_points"]]
    document["map_scale"] = _map_scale(served.peaks, labels, p, classes)
    document["metrics"]["test"] = measured
    document["metrics"]["val"] = report(val, served.logits, classes, temperature, points)


def _threshold(positive: NDArray[np.bool_], score: Floats, goal: float) -> float:
    return round(threshold_at_sensitivity(positive, score, goal), 6)


def _card_point(point: dict[str, Any]) -> dict[str, Any]:
    counts = ("true_positives", "false_negatives", "true_negatives", "false_positives")
    return {
        **{key: point[key] for key in ("finding", "target", "threshold")},
        **{key: point["without_children"][key] for key in counts},
        "measured_on": "test split without children; other patients, the same hospitals",
    }


def _map_scale(peaks: Floats, labels: Any, p: Floats, classes: Sequence[str]) -> dict[str, float]:
    """Top of the colour bar: the 99th percentile of the highest cell where the class was rightly called, on val."""
    scale = {}
    for column, name in enumerate(classes):
        right = (labels == column) & (p.argmax(axis=1) == column)
        chosen = peaks[right, column] if right.any() else peaks[labels == column, column]
        scale[name] = round(max(float(np.percentile(chosen, 99)), 1e-3), 4)
    return scale


def _complete_gate(document: dict[str, Any], draft: Path, data: Path, samples: Sequence[Sample]) -> None:
    classes = document["classes"]
    val, test = of_split(samples, "val"), of_split(samples, "test")
    served, labels = serve_gate(draft, data, val), labels_of(val, classes)
    temperature = round(max(1.0, fit_temperature(served[0], labels)), 4)
    frontal = probabilities(served[0], temperature)[:, classes.index(FRONTAL)]
    is_frontal = labels == classes.index(FRONTAL)
    threshold = choose_threshold(frontal[is_frontal], frontal[~is_frontal])
    document["temperature"], document["gate_threshold"] = temperature, threshold
    document["metrics"]["val"] = gate_report(val, served, classes, temperature, threshold)
    document["metrics"]["test"] = gate_report(test, serve_gate(draft, data, test), classes, temperature, threshold)


def _common(recipe: Recipe, samples: Sequence[Sample], progress: dict[str, Any], run: Path) -> dict[str, Any]:
    """What needs no measurement."""
    return {
        "name": recipe.name,
        "title": recipe.title,
        "role": recipe.role,
        "architecture": recipe.architecture,
        "classes": list(recipe.classes),
        "preprocess": asdict(recipe.preprocess),
        "temperature": 1.0,
        "operating_points": [],
        "map_scale": {},
        **({"gate_threshold": 0.5} if recipe.role == "gate" else {}),
        **recipe.document,
        "data": collections(samples, recipe.leave_out),
        "metrics": {"training": _training(recipe, progress, run)},
        "recipe": recipe.as_dict() | {"document": {}},
        "trained_at": time.strftime("%Y-%m-%d", time.gmtime()),
    }


def _training(recipe: Recipe, progress: dict[str, Any], run: Path) -> dict[str, Any]:
    return {
        "best_epoch": progress["best_epoch"],
        "epochs": recipe.epochs,
        "selected_by": recipe.select,
        "selected_value": round(progress["best"], 6),
        "minutes_of_training": round(_last_seconds(run, progress) / 60, 1),
        "machine": "two CPU cores, shared with other work",
    }


def _last_seconds(run: Path, progress: dict[str, Any]) -> float:
    import torch

    last = run / "last.pt"
    return float(torch.load(last, weights_only=True)["progress"]["seconds"] if last.exists() else progress["seconds"])


def collections(samples: Sequence[Sample], leave_out: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Collections, their licences and how many images of each split were used."""
    splits: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sample in samples:
        if sample.origin not in leave_out:
            name = "drawn by this program" if is_drawn(sample.file) else sample.origin
            splits[name, sample.licence][sample.split] += 1
    return [
        {"collection": name, "licence": licence, "images": sum(count.values()), **dict(sorted(count.items()))}
        for (name, licence), count in sorted(splits.items())
    ]
