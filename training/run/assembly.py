"""A plan → what the loop needs: pixels, feed, judge, network with its weights, precision; it trains nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from lightning.fabric import Fabric
from torch import nn

from cxr_desktop.engine.architectures import MLP_HEAD
from training.data.multiply import multiplied
from training.data.pixel_cache import PixelCache
from training.data.role_images import training_images, validation_images
from training.data.sample import LUNGS, Sample, files_of
from training.data.splits import class_weights, of_split
from training.events import Events
from training.recipe import Recipe
from training.recipe_file import RecipeError
from training.run import initial_weights, phases, precision, teachers
from training.run.checkpoints import CheckpointWriter
from training.run.compute import Compute
from training.run.feed import Feed, Images, worker_count
from training.run.folded_norm import normalise
from training.run.loop import Loop
from training.run.losses import Cost, Loss
from training.run.masks import MaskJudge, MaskLoss
from training.run.mixstyle import mix_styles
from training.run.processes import leader_only, share
from training.run.random_convolution import filter_batches
from training.run.run_folder import Plan, State
from training.run.validation import Judge, Judgement


def build_loop(plan: Plan, folder: Path, fabric: Fabric, compute: Compute, events: Events, state: State | None) -> Loop:
    """The loop of a run, where ``state`` (its last checkpoint) left it. Raises ``CxrError`` for what cannot work."""
    recipe = plan.recipe
    train = multiplied(recipe, of_split(plan.samples, "train", recipe.data.leave_out))
    val = of_split(plan.samples, "val", recipe.data.leave_out)
    cache = _open_cache(plan, [*train, *val], fabric, events)
    judged = validation_images(recipe, val, cache)
    judge = judge_of(recipe, val, judged)
    _check_size(recipe)
    _check_judge(recipe, judge, events)
    torch.manual_seed(recipe.seed)
    network = initial_weights.network_of(recipe)
    if state is None:
        leader_only(fabric, lambda: _fill(network, recipe, events))
    chosen = state["progress"]["precision"] if state is not None else ""
    images = training_images(recipe, train, cache)
    leader_only(fabric, lambda: teachers.teach(recipe, plan.root, train, folder, fabric.device, events))
    images.taught = teachers.taught(recipe, train, folder)
    feed = Feed(recipe, images, judged, worker_count(compute.workers), fabric.global_rank, fabric.world_size)
    loop = assemble(fabric, recipe, network, feed, judge, class_weights_of(recipe, train), folder, events, chosen)
    if state is not None:
        loop.resume(state)
    return loop


def assemble(
    fabric: Fabric,
    recipe: Recipe,
    network: nn.Module,
    feed: Feed,
    judge: Judgement,
    weights: Sequence[float] | None,
    folder: Path,
    events: Events,
    chosen: str = "",
) -> Loop:
    """Network, loss and precision on their device; ``chosen`` is the precision of a run that has begun."""
    if recipe.network.train_norm:
        normalise(network.backbone)  # type: ignore[arg-type]
    if fabric.device.type == "cuda" and fabric.world_size > 1:
        network = nn.SyncBatchNorm.convert_sync_batchnorm(network)
    network.to(fabric.device).to(memory_format=torch.channels_last)
    mix_styles(network, recipe)
    filter_batches(network, recipe)
    share(fabric, network)
    phases.begin(network, recipe.phases[0])
    number = precision.Precision(chosen or _precision(recipe, network, fabric), fabric.device)
    loss: Cost = MaskLoss() if recipe.role == LUNGS else Loss(recipe, weights, fabric.device)
    return Loop(fabric, recipe, network, feed, judge, loss, number, CheckpointWriter(folder, events), events)


def judge_of(recipe: Recipe, samples: Sequence[Sample], images: Images) -> Judgement:
    """Who compares the answers for ``images`` with the labels, or with the masks."""
    if recipe.role != LUNGS:
        return Judge(recipe, samples)
    masks = (images[n][1] for n in range(len(images)))
    return MaskJudge([mask for mask in masks if isinstance(mask, torch.Tensor)])


def class_weights_of(recipe: Recipe, train: Sequence[Sample]) -> list[float] | None:
    """n / (k · n_c), where the recipe asks for it."""
    if recipe.balance.method != "class_weights":
        return None
    return [float(w) for w in class_weights([s.label for s in train], recipe.classes)]


def _check_size(recipe: Recipe) -> None:
    head, serving = recipe.network.head, (recipe.preprocess.height, recipe.preprocess.width)
    if head.kind == MLP_HEAD and head.pool == "flatten" and serving != (recipe.size, recipe.size):
        raise RecipeError("a head that flattens the map needs square images, trained at the size that serves")


def _check_judge(recipe: Recipe, judge: Judgement, events: Events) -> None:
    """Every number that decides something can be computed from the validation images."""
    monitors = [phase.schedule.monitor for phase in recipe.phases if phase.schedule.kind == "plateau"]
    if judge.images:
        for name in [recipe.select, *monitors]:
            judge.check(name)
    elif recipe.stop.patience or monitors:
        raise RecipeError("early stopping and the plateau schedule need validation images, and there are none")
    else:
        events("warning", text="there are no validation images; the weights of the last epoch are kept")


def _fill(network: nn.Module, recipe: Recipe, events: Events) -> None:
    random = initial_weights.fill(network, recipe, events)  # type: ignore[arg-type]
    phases.refuse_frozen_noise(network, recipe.phases, random)


def _precision(recipe: Recipe, network: nn.Module, fabric: Fabric) -> str:
    """As the recipe says; "auto" is measured by the leader, and all follow it."""
    if recipe.precision != "auto":
        return recipe.precision
    shape = (recipe.preprocess.channels, recipe.size, recipe.size)
    measured = ""
    if fabric.is_global_zero:
        measured = precision.faster(network, recipe.batch_size, shape, fabric.device)
    return str(fabric.broadcast(measured))


def _open_cache(plan: Plan, samples: Sequence[Sample], fabric: Fabric, events: Events) -> PixelCache:
    """The leader decodes the images, then everyone maps the same file."""
    files = files_of(samples)
    leader_only(fabric, lambda: PixelCache.for_recipe(plan.recipe, plan.root, files, events))
    return PixelCache.for_recipe(plan.recipe, plan.root, files)
