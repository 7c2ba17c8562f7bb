"""A segmenter on a split, through the reader and the finder that serve it: Dice against masks; computes no class."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import CheckpointError, CxrError
from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.engine import checkpoint
from cxr_desktop.engine.lung_finder import LungFinder
from cxr_desktop.imaging.lung_region import lungs_at
from cxr_desktop.imaging.pixels import presentation
from cxr_desktop.imaging.reader import read_image
from cxr_desktop.paths import checkpoint_dirs
from training.data.dataset import open_dataset
from training.data.reading import read_grey
from training.data.sample import LUNGS, Sample
from training.events import Events
from training.measures.metrics import Floats
from training.recipe import Recipe
from training.recipe_file import from_dict, read_recipe
from training.report.subjects import Paced
from training.run.run_folder import RECIPE, read_plan, trained_segmenter

_LUNG = 127
_DRAWS = 2000


def lungs_folder(name: str) -> Path | None:
    """The folder of a segmenter, or of a run that trains one; ``None`` where the name means something else."""
    path = Path(name)
    if (path / checkpoint.CARD_FILE).is_file():
        return path if checkpoint.read_card(path).role == LUNGS else None
    if (path / RECIPE).is_file():
        return path if read_plan(path).recipe.role == LUNGS else None
    try:
        return checkpoint.model_folder(name, checkpoint_dirs(), LUNGS)
    except CheckpointError:
        return None


def measure_lungs(folder: Path, data: Path, split: str, events: Events) -> dict[str, Any]:
    """The report of a segmenter, or of a run that trains one, on images with masks. Raises ``CxrError``.

    ``split`` "" means test where there is one, else all.
    """
    with ExitStack() as stack:
        if (folder / checkpoint.CARD_FILE).is_file():
            model, card = folder, checkpoint.read_card(folder)
        else:
            model = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "draft"
            recipe, network, _ = trained_segmenter(folder)
            card = checkpoint.save(model, draft_of(recipe), network)
        dataset = open_dataset(data, from_dict(_reading().as_dict()), events, train=False)
        wanted = split or ("test" if any(s.split == "test" for s in dataset.samples) else "all")
        samples = [s for s in dataset.samples if wanted in ("all", s.split)]
        if not samples:
            raise CxrError(f"the data hold no images with lung masks of the split {wanted}")
        found = dices(model, card, dataset.root, samples, events)
    return {
        "model": card.name,
        "title": card.title,
        "role": LUNGS,
        "split": wanted,
        "images": len(samples),
        "card_numbers": lungs_numbers(samples, found),
    }


def _reading() -> Recipe:
    """How images with masks are listed: as the bundled recipe does."""
    return read_recipe(LUNGS)


def draft_of(recipe: Recipe) -> dict[str, Any]:
    """A card without words and numbers, enough for the program to load the network."""
    return {
        "name": recipe.name,
        "title": recipe.title,
        "role": LUNGS,
        "classes": list(recipe.classes),
        "preprocess": asdict(recipe.preprocess),
    }


def dices(folder: Path, card: ModelCard, root: Path, samples: Sequence[Sample], events: Events) -> Floats:
    """(n,) Dice of the outlines that the program draws, on the pixels of the files; NaN where no lungs were found."""
    finder = LungFinder(folder, card)
    tell = Paced(events, f"finding lungs with {card.name}", len(samples))
    found = np.full(len(samples), np.nan)
    for i, sample in enumerate(samples):
        mask = read_grey(root / sample.mask) > _LUNG
        grey = presentation(read_image(str(root / sample.file)))
        lungs = finder.find(grey)
        if lungs is not None:
            if mask.shape != grey.shape:
                raise CxrError(f"the lung mask of {sample.id} has another size than its image")
            found[i] = dice(lungs_at(lungs, Affine(), mask.shape), mask)
        tell(i + 1)
    return found


def dice(found: NDArray[np.bool_], mask: NDArray[np.bool_]) -> float:
    """2 · |found ∩ mask| / (|found| + |mask|)"""
    return float(2 * (found & mask).sum() / max(1, found.sum() + mask.sum()))


def lungs_numbers(samples: Sequence[Sample], found: Floats) -> dict[str, Any]:
    """Everything that a segmenter's card says about one split; lungs that were not found count as Dice 0."""
    origins = np.asarray([s.origin for s in samples])
    by_collection = {str(o): _summary(found[origins == o]) for o in sorted(set(origins.tolist()))}
    return _summary(found) | {"by_collection": by_collection}


def _summary(found: Floats) -> dict[str, Any]:
    """``interval``: 95 % of the mean, by resampling images (percentile bootstrap)."""
    values = np.nan_to_num(found, nan=0.0)
    draws = np.random.default_rng(0).integers(0, len(values), (_DRAWS, len(values)))
    low, high = np.percentile(values[draws].mean(axis=1), (2.5, 97.5))
    dice_of = {
        "mean": values.mean(),
        "median": np.median(values),
        "fifth_percentile": np.percentile(values, 5),
        "worst": values.min(),
    }
    return {
        "images": len(values),
        "not_found": int(np.isnan(found).sum()),
        "dice": {name: round(float(value), 4) for name, value in dice_of.items()}
        | {"interval": [round(float(low), 4), round(float(high), 4)]},
    }


def lungs_table(report: dict[str, Any]) -> str:
    """The report for the eye."""
    numbers = report["card_numbers"]
    lines = [f"{report['title']} ({report['model']}), {report['split']}: {report['images']} images with masks"]
    rows = [("all", numbers), *numbers["by_collection"].items()]
    lines.append(f"{'':12} images  Dice mean (95 %)         median  5th percentile  worst  not found")
    for name, row in rows:
        d = row["dice"]
        interval = f"({d['interval'][0]:.3f}–{d['interval'][1]:.3f})"
        lines.append(
            f"{name:12} {row['images']:6}  {d['mean']:.4f} {interval:15}   {d['median']:.4f}"
            f"          {d['fifth_percentile']:.4f}  {d['worst']:.3f}  {row['not_found']:9}"
        )
    return "\n".join(lines)
