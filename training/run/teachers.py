"""Soft targets: what networks trained before say of every training image; computed once, kept in the run's folder.

Each image is answered once, prepared as it serves: a teacher asked again for every changed picture would cost as much
as the training itself, several of them several times as much.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.engine import checkpoint
from cxr_desktop.engine.card import output_of
from cxr_desktop.paths import checkpoint_dirs
from training.data.images import eval_input
from training.data.pixel_cache import PixelCache
from training.data.sample import Sample, files_of
from training.events import Events
from training.recipe import Recipe
from training.recipe_file import RecipeError
from training.run.run_folder import RECIPE, read_plan, trained_network

TAUGHT = "taught.npz"
Taught = Mapping[str, NDArray[np.float32]]
_BATCH = 32


def teach(
    recipe: Recipe, root: Path, samples: Sequence[Sample], folder: Path, device: torch.device, events: Events
) -> None:
    """Write the soft targets of a run. Raises ``CxrError`` for a teacher that cannot be asked."""
    files = files_of(samples)
    if recipe.distill.teachers and _read(folder, files) is None:
        answers = [_answers(name, recipe, root, files, device, events) for name in recipe.distill.teachers]
        np.savez(folder / TAUGHT, files=np.asarray(_numbered(files)), p=np.mean(answers, axis=0))


def taught(recipe: Recipe, samples: Sequence[Sample], folder: Path) -> Taught | None:
    """File → (classes,) probabilities at the recipe's temperature; ``None`` without teachers."""
    return _read(folder, files_of(samples)) if recipe.distill.teachers else None


def _read(folder: Path, files: Sequence[str]) -> Taught | None:
    try:
        with np.load(folder / TAUGHT, allow_pickle=False) as stored:
            if stored["files"].tolist() != _numbered(files):
                return None
            return dict(zip(files, stored["p"].astype(np.float32), strict=True))
    except (OSError, ValueError, KeyError):
        return None


def _numbered(files: Sequence[str]) -> list[str]:
    """Names as plain text: bytes that are no text would not survive a file."""
    return [file.encode("utf-8", "surrogateescape").hex() for file in files]


def _answers(
    name: str, recipe: Recipe, root: Path, files: Sequence[str], device: torch.device, events: Events
) -> NDArray[np.float32]:
    """(files, classes) probabilities of one teacher."""
    own, network = _teacher(name, recipe)
    cache = PixelCache.for_recipe(own, root, files, events)
    network.to(device)
    answers = []
    for start in range(0, len(files), _BATCH):
        part = files[start : start + _BATCH]
        inputs = np.stack([eval_input(cache[file], own, cache.lungs(file)) for file in part])
        with torch.inference_mode():
            logits = network(torch.from_numpy(inputs).to(device)).float().cpu()
        answers.append((logits / recipe.distill.temperature).softmax(dim=1).numpy())
        events("progress", what=f"asking the teacher {Path(name).name}", done=start + len(part), total=len(files))
    return np.concatenate(answers)


def _teacher(name: str, recipe: Recipe) -> tuple[Recipe, nn.Module]:
    """The recipe that prepares a teacher's images, and the teacher."""
    place = Path(name)
    if (place / RECIPE).is_file():
        _check(name, read_plan(place).recipe.classes, read_plan(place).recipe.network.output, recipe)
        own, network, _ = trained_network(place)
        return own, network
    try:
        folder = place if (place / checkpoint.CARD_FILE).is_file() else checkpoint.model_folder(name, checkpoint_dirs())
    except CheckpointError as error:
        raise RecipeError(f"distill.teachers: there is no run and no model called {name}") from error
    card = checkpoint.read_card(folder)
    _check(name, card.classes, output_of(card), recipe)
    finder = str(card.document.get("recipe", {}).get("data", {}).get("lungs", "") or "lungs")
    data = replace(recipe.data, lungs=finder, colour=False)
    return replace(recipe, preprocess=card.preprocess, train_size=0, data=data), checkpoint.load_network(folder, card)


def _check(name: str, classes: Sequence[str], output: str, recipe: Recipe) -> None:
    if tuple(classes) != recipe.classes or output != "softmax":
        raise RecipeError(
            f"distill.teachers: {name} tells {', '.join(classes)} apart; a teacher needs the classes of the recipe"
            " in their order, and probabilities that sum to 1"
        )
