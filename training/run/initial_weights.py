"""The network of a recipe and the weights it begins with; knows no data and no loop."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from torch import Tensor

from cxr_desktop.engine import checkpoint
from cxr_desktop.engine.architectures import SEGMENTERS
from cxr_desktop.engine.foreign_weights import read_foreign
from cxr_desktop.engine.networks import Network, build
from cxr_desktop.engine.pretrained import initialise, load_imagenet
from cxr_desktop.engine.segmenters import Segmenter, build_segmenter
from cxr_desktop.paths import checkpoint_dirs
from training.events import Events
from training.recipe import Recipe
from training.recipe_file import RecipeError
from training.run.run_folder import plain_weights, read_run

_HEAD = "classifier."
_SPEAK_EVERY = 0.5


def network_of(recipe: Recipe) -> Network | Segmenter:
    """The network with random weights."""
    if recipe.network.backbone in SEGMENTERS:
        return build_segmenter(recipe.network.backbone, recipe.preprocess.channels)
    return classifier_of(recipe)


def classifier_of(recipe: Recipe) -> Network:
    """The network of a recipe that tells classes apart, with random weights."""
    spec, size = recipe.network, (recipe.preprocess.height, recipe.preprocess.width)
    channels = recipe.preprocess.channels
    return build(spec.backbone, len(recipe.classes), channels, cut=spec.cut, head=spec.head, size=size)


def fill(network: Network, recipe: Recipe, events: Events) -> set[str]:
    """Put the recipe's initial weights into the network; returns the names of parameters that stay random."""
    kind, _, where = recipe.network.weights.partition(":")
    everything = {name for name, _ in network.named_parameters()}
    if kind == "none":
        return everything
    if kind == "imagenet":
        load_imagenet(network, recipe.network.backbone, _telling(events))
        return {name for name in everything if name.startswith(_HEAD)}
    state = _fitting(network, _state(kind, where, recipe))
    random = set(initialise(network, state)) & everything
    if random:
        events("warning", text=f"{len(random)} of {len(everything)} weights begin at random: {_some(random)}")
    return random


def _telling(events: Events) -> Callable[[int, int], None]:
    """Bytes of a download as events, twice a second."""
    spoken = -math.inf

    def tell(done: int, total: int) -> None:
        nonlocal spoken
        if done == total or time.monotonic() - spoken > _SPEAK_EVERY:
            spoken = time.monotonic()
            events("progress", what="downloading ImageNet weights", done=done, total=total)

    return tell


def _some(names: set[str]) -> str:
    first = sorted(names)[:3]
    return ", ".join(first) + (" …" if len(names) > 3 else "")


def _state(kind: str, where: str, recipe: Recipe) -> Mapping[str, Tensor]:
    """Tensors by name. A head that tells other classes apart is left out."""
    if kind == "model":
        folder = checkpoint.model_folder(where, checkpoint_dirs(), recipe.role)
        card = checkpoint.read_card(folder)
        state = checkpoint.load_network(folder, card).state_dict()
        return state if card.classes == recipe.classes else _without_head(state)
    if kind == "run":
        run = read_run(Path(where))
        if run.members:
            raise RecipeError("weights=run: names an ensemble; name the folder of one of its members")
        weights = plain_weights(run, classifier_of(run.recipe))
        return weights if run.recipe.classes == recipe.classes else _without_head(weights)
    if kind == "file":
        return read_foreign(Path(where))
    raise RecipeError("network.weights is imagenet, none, model:NAME, run:FOLDER or file:PATH")


def _without_head(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {name: tensor for name, tensor in state.items() if not name.startswith(_HEAD)}


def _fitting(network: Network, state: Mapping[str, Tensor]) -> Mapping[str, Tensor]:
    """The state under our names: other programs put a wrapper's name before them, or have no backbone as such."""
    expected = set(network.state_dict())
    best: Mapping[str, Tensor] = state
    for prefix in ("module.", "model.", "features.", ""):
        bare = {name.removeprefix(prefix): tensor for name, tensor in state.items()}
        for ours in (bare, {f"backbone.{name}": tensor for name, tensor in bare.items()}):
            if len(expected & set(ours)) > len(expected & set(best)):
                best = ours
    return best
