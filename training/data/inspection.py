"""`inspect`: what is in a data set, as JSON and some thumbnails for the wizard; it trains nothing."""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from training.data.dataset import Dataset, examine
from training.data.pixel_cache import PixelCache, limit_for
from training.data.sample import DataError, Problem, Sample, shown
from training.data.splits import SPLITS
from training.events import Events
from training.recipe import Recipe
from training.recipe_file import read_recipe

THUMBNAILS, THUMBNAIL_SIDE = 24, 96
_PROBLEMS = 1000


def run_inspect(options: argparse.Namespace, events: Events) -> int:
    """Look at a data set; 0 also where it cannot be trained on, since its ``errors`` say so."""
    if options.changes and not options.recipe:
        raise DataError("changes of keys need a recipe: name one with --recipe")
    recipe = read_recipe(options.recipe, options.changes) if options.recipe else None
    found = examine(options.data, recipe, events, verify=True)
    document = described(found)
    if options.thumbnails is not None:
        document["thumbnails"] = _write_thumbnails(found, recipe, options.thumbnails)
    if options.json is not None:
        _write_json(options.json, document)
    for kind in ("warnings", "errors"):
        for text in document[kind]:
            events("warning", text=text)
    images = {name: sum(row[split] for split in SPLITS) for name, row in document["classes"].items()}
    events("inspected", kind=found.kind, images=document["images"], classes=images, problems=len(found.problems))
    return 0


def described(found: Dataset) -> dict[str, Any]:
    """The document that the wizard reads; plain JSON types."""
    patients = {s.patient for s in found.samples if s.patient}
    splits = Counter((s.label, s.split) for s in found.samples)
    sources: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sample in found.samples:
        if sample.origin:
            sources[sample.label][shown(sample.origin)] += 1
    copies = found.duplicates
    return {
        "kind": found.kind,
        "images": len(found.samples),
        "classes": {
            name: {"label": shown(found.class_labels.get(name, name)), **{s: splits[name, s] for s in SPLITS}}
            for name in found.classes
        },
        "labels": {shown(label): n for label, n in found.labels.items()},
        "mapping": {shown(label): name for label, name in found.mapping.items()},
        "patients": len(patients) or None,
        "sources": {name: dict(counts) for name, counts in sources.items()},
        "problems": [_problem(p) for p in found.problems[:_PROBLEMS]],
        "problem_count": len(found.problems),
        "duplicates": {
            "groups": copies.groups,
            "across_splits": copies.across_splits,
            "across_classes": copies.across_classes,
        },
        "warnings": list(found.warnings),
        "errors": list(found.errors),
        "thumbnails": [],
    }


def _problem(problem: Problem) -> dict[str, str]:
    return {"file": shown(problem.file), "reason": problem.reason}


def chosen(samples: Sequence[Sample], classes: Sequence[str], count: int) -> list[Sample]:
    """Up to ``count`` samples in equal numbers from every class, spread over each."""
    by_class = [[s for s in samples if s.label == name] for name in classes]
    share = max(1, count // max(1, len(classes)))
    picked = [
        members[len(members) * k // n] for members in by_class for n in [min(share, len(members))] for k in range(n)
    ]
    return picked[:count]


def _write_thumbnails(found: Dataset, recipe: Recipe | None, folder: Path) -> list[dict[str, str]]:
    picked = chosen(found.samples, found.classes, THUMBNAILS)
    colour = recipe is not None and recipe.data.colour
    cache = PixelCache.open(found.root, [s.file for s in picked], None, limit_for(recipe), colour)
    folder.mkdir(parents=True, exist_ok=True)
    out = []
    for n, sample in enumerate(picked):
        file = folder / f"{n:02d}.png"
        thumbnail(cache[sample.file]).save(file)
        out.append({"file": str(file), "class": sample.label, "split": sample.split})
    return out


def thumbnail(codes: NDArray[np.uint8]) -> Image.Image:
    """The whole picture, its longer side ``THUMBNAIL_SIDE``; small pictures are enlarged in whole pixels."""
    picture = Image.fromarray(codes)
    scale = THUMBNAIL_SIDE / max(picture.size)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.BOX if scale < 1 else Image.Resampling.NEAREST)


def _write_json(file: Path, document: dict[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(f".{file.name}.{os.getpid()}.new")
    partial.write_text(json.dumps(document, indent=1, allow_nan=False), encoding="utf-8")
    os.replace(partial, file)
