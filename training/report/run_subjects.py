"""A run or an ensemble of runs as something to measure: its best weights on images prepared as they serve."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from cxr_desktop.domain.prediction import Finding
from cxr_desktop.engine.device import choose
from cxr_desktop.engine.networks import Network
from cxr_desktop.engine.receptive import measure_cells
from cxr_desktop.engine.saliency import saliency_maps, weighted_maps
from cxr_desktop.imaging.preprocess import preprocess
from training.data.images import eval_input
from training.data.lying_images import as_labelled
from training.data.pixel_cache import PixelCache
from training.data.sample import Sample
from training.events import Events
from training.measures.metrics import Floats
from training.report.gallery import Look
from training.report.subjects import About, Answers, Paced, Subject, answers_of, labels_for_readers, with_own_classes
from training.run.ensemble import vote
from training.run.run_folder import StoredRun, read_run, trained_network

_BATCH = 32


class RunNetwork:
    """The best weights of one run, rounded as they would be published."""

    def __init__(self, run: StoredRun, changes: Sequence[str] = (), device: str = "cpu") -> None:
        self.recipe, self.network, _ = trained_network(run.folder)
        self.about = about_run(run, "run", changes)
        self._cells = measure_cells(self.network)
        self.network.to(device_for(device))

    def answer(self, root: Path, samples: Sequence[Sample], events: Events) -> Answers:
        """Every image of the samples, or ``CxrError``."""
        cache = PixelCache.for_recipe(self.recipe, root, [s.file for s in samples], events)
        logits, peaks = [], []
        tell = Paced(events, f"scoring with {self.about.name}", len(samples))
        for start in range(0, len(samples), _BATCH):
            part = samples[start : start + _BATCH]
            inputs = np.stack([eval_input(self._shown(cache, s), self.recipe, cache.lungs(s.file)) for s in part])
            maps, values = forward(self.network, inputs)
            logits.append(values)
            peaks.append(maps.max(axis=(2, 3)))
            tell(start + len(part))
        return answers_of(np.concatenate(logits), np.concatenate(peaks), self.about.output)

    def look(self, root: Path, sample: Sample) -> Look:
        """The image as it was trained on, with maps of the network."""
        cache = PixelCache.for_recipe(self.recipe, root, [sample.file])
        codes, lungs = self._shown(cache, sample), cache.lungs(sample.file)
        maps, _ = forward(self.network, eval_input(codes, self.recipe, lungs)[None])
        spec = self.recipe.preprocess
        grey = codes if codes.ndim == 2 else codes[..., 0]
        findings = [Finding(name) for name in self.recipe.classes]
        return Look(codes, saliency_maps(maps[0], findings, self._cells, preprocess(grey, spec, lungs=lungs).to_source))

    def _shown(self, cache: PixelCache, sample: Sample) -> NDArray[np.uint8]:
        return as_labelled(cache[sample.file], self.recipe, sample.label)


@torch.inference_mode()
def forward(network: Network, inputs: Floats) -> tuple[Floats, Floats]:
    """(n, channels, height, width) → Grad-CAM maps (n, classes, h, w) and logits (n, classes)."""
    device = next(network.parameters()).device
    features = network.forward_features(torch.from_numpy(inputs).to(device))
    weights = network.cam_weights(features).cpu().numpy()
    logits = network.forward_head(features).cpu()
    maps = [weighted_maps(f, w) for f, w in zip(features.cpu().numpy(), weights, strict=True)]
    return np.stack(maps), logits.double().numpy()


def device_for(name: str) -> torch.device:
    """``auto``: the graphics card that torch can use, else the processor. Raises ``DeviceError``."""
    if name == "auto":
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    return torch.device(choose(name).device)


class Ensemble:
    """Members that vote; their mean probability ranks images and breaks ties."""

    def __init__(self, run: StoredRun, changes: Sequence[str] = (), device: str = "cpu") -> None:
        self.members = [RunNetwork(read_run(folder), changes, device) for folder in run.members]
        self.about = about_run(run, "ensemble", changes)

    def answer(self, root: Path, samples: Sequence[Sample], events: Events) -> Answers:
        """Every image of the samples, or ``CxrError``."""
        said = [member.answer(root, samples, events) for member in self.members]
        p = np.mean([answers.p for answers in said], axis=0)
        shares = vote([answers.p for answers in said])
        # Shares are at least 1 / members apart, so a tenth of that can only break a tie.
        called = (shares + p / (10 * len(said))).argmax(axis=1)
        return Answers(p, called, np.full(p.shape, np.nan), None)

    def look(self, root: Path, sample: Sample) -> Look:
        """The image; several networks have no heat map in common."""
        return Look(self.members[0].look(root, sample).picture, ())


def about_run(run: StoredRun, kind: str, changes: Sequence[str]) -> About:
    """A run is called by its folder: two runs of one recipe may stand side by side."""
    recipe = with_own_classes(run.recipe, changes)
    words = labels_for_readers(recipe.classes, recipe.document.get("class_labels", {}))
    places = frozenset(s.origin for s in run.samples if s.split == "train" and s.origin)
    return About(run.folder.resolve().name, recipe.title, kind, recipe.role, recipe, words, places)


def open_run(folder: Path, changes: Sequence[str] = (), device: str = "cpu") -> Subject:
    """The run in a folder, or the ensemble of its members. Raises ``CxrError``."""
    run = read_run(folder)
    return Ensemble(run, changes, device) if run.members else RunNetwork(run, changes, device)
