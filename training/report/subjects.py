"""What can be measured: a model folder through the scorer that serves it, a run, an ensemble; it computes no metric."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from cxr_desktop.domain.errors import CheckpointError, CxrError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding, Prediction, Status
from cxr_desktop.engine.calibration import probabilities
from cxr_desktop.engine.checkpoint import CARD_FILE, model_folder, read_card
from cxr_desktop.paths import checkpoint_dirs
from training.data.sample import Sample
from training.events import Events
from training.measures.judged import Point
from training.measures.metrics import Floats, Ints, Mask
from training.recipe import DataSpec, NetworkSpec, Recipe
from training.recipe_file import RecipeError, changed, from_dict
from training.report.gallery import Look


@dataclass(frozen=True, slots=True)
class Answers:
    """What a subject says about samples, without temperature.

    ``p`` (n, classes) and ``called`` (n,); ``peaks`` (n, classes) is the highest cell of each heat map, NaN where there
    is none; ``logits`` is ``None`` for an ensemble. ``empty`` (n,) says where a gate saw nothing to judge, or no
    lungs; ``lungs`` (n,) is how far they are from those of frontal chests. ``lying`` (n, ways, classes) are the logits
    of films that were laid in every way (``orientation_report``).
    """

    p: Floats
    called: Ints
    peaks: Floats
    logits: Floats | None
    empty: Mask | None = None
    lying: Floats | None = None
    lungs: Floats | None = None


@dataclass(frozen=True, slots=True)
class About:
    """Who answers. ``recipe`` says how labels become its classes; ``places`` are the sources it learned from."""

    name: str
    title: str
    kind: str
    role: str
    recipe: Recipe
    class_labels: Mapping[str, str]
    places: frozenset[str] = frozenset()

    @property
    def classes(self) -> tuple[str, ...]:
        """Names in the order of the logits."""
        return self.recipe.classes

    @property
    def output(self) -> str:
        """How logits become probabilities."""
        return self.recipe.network.output


class Subject(Protocol):
    """Something that answers for images, and shows what its answer rests on."""

    about: About

    def answer(self, root: Path, samples: Sequence[Sample], events: Events) -> Answers:
        """Raises ``CxrError`` where an image cannot be read."""
        ...

    def look(self, root: Path, sample: Sample) -> Look:
        """One image and its heat maps."""
        ...


def answers_of(logits: Floats, peaks: Floats, output: str, empty: Mask | None = None) -> Answers:
    """Answers of one network."""
    return Answers(probabilities(logits, output=output), logits.argmax(axis=1), peaks, logits, empty)


def labels_for_readers(classes: Sequence[str], words: Mapping[str, Any]) -> dict[str, str]:
    """Words for every class: those given, else the program's own."""
    return {name: str(words.get(name) or Finding(name).label) for name in classes}


class Paced:
    """Progress at most twice a second, and at the end."""

    def __init__(self, events: Events, what: str, total: int) -> None:
        self._events, self._what, self._total, self._said = events, what, total, 0.0

    def __call__(self, done: int) -> None:
        now = time.monotonic()
        if now - self._said > 0.5 or done >= self._total:
            self._said = now
            self._events("progress", what=self._what, done=done, total=self._total)


class ModelFolder:
    """A published model of role triage, scored as the window and the command line score."""

    def __init__(self, folder: Path, device: str = "cpu", changes: Sequence[str] = ()) -> None:
        from cxr_desktop.engine.scorer import ModelFolders, Scorer

        self.folder, self.card = folder, read_card(folder)
        self.about = about_model(self.card, changes)
        # Neither the gate nor a second model is asked: these numbers are the triage model's own.
        lungs = installed_lungs() if self.card.preprocess.region == "lungs" else None
        self._scorer = Scorer(ModelFolders(folder, lungs=lungs), device)

    def answer(self, root: Path, samples: Sequence[Sample], events: Events) -> Answers:
        """Every image of the samples, or ``CxrError``."""
        findings = [Finding(name) for name in self.card.classes]
        logits, peaks = np.full((2, len(samples), len(findings)), np.nan)
        place: dict[str, list[int]] = {}
        for i, sample in enumerate(samples):
            place.setdefault(str(root / sample.file), []).append(i)
        tell = Paced(events, f"scoring with {self.about.name}", len(place))
        for done, prediction in enumerate(self._predictions(list(place)), start=1):
            tell(done)
            rows = place[prediction.path]
            logits[rows] = [prediction.logits[f] for f in findings]
            for column, finding in enumerate(findings):
                found = prediction.map_of(finding)
                peaks[rows, column] = np.frombuffer(found.values, dtype="<f4").max() if found else np.nan
        return answers_of(logits, peaks, self.about.output)

    def _predictions(self, paths: Sequence[str]) -> Iterator[Prediction]:
        from cxr_desktop.engine.scorer import ScoreRequest

        for prediction in self._scorer.score(ScoreRequest(path, override=True) for path in paths):
            _check_scored(prediction)
            yield prediction

    def look(self, root: Path, sample: Sample) -> Look:
        """The image as the viewer windows it, with the maps of the scorer."""
        from cxr_desktop.imaging.pixels import presentation
        from cxr_desktop.imaging.reader import read_image

        path = str(root / sample.file)
        (prediction,) = self._predictions([path])
        picture = np.rint(presentation(read_image(path)) * 255.0).astype(np.uint8)
        return Look(picture, prediction.maps)


def _check_scored(prediction: Prediction) -> None:
    if prediction.status is not Status.SCORED:
        raise CxrError(f"the image {Path(prediction.path).name} was not scored: {prediction.reason}")


def about_model(card: ModelCard, changes: Sequence[str] = ()) -> About:
    """A published model; labels of data become its classes as in its own training, unless ``changes`` say otherwise."""
    stored = card.document.get("recipe", {})
    data = DataSpec(classes=card.classes, positive=str(card.class_of_interest) if card.role == "triage" else "")
    rename = stored.get("data", {}).get("rename", {})
    if card.preprocess.region == "lungs":
        data = replace(data, lungs=str(stored.get("data", {}).get("lungs", "lungs")))
    network = NetworkSpec(output=str(card.document.get("output", "softmax")), weights="none")
    values = Recipe(
        name="model",
        title=card.title,
        role=card.role,
        data=replace(data, rename={str(k): str(v) for k, v in rename.items()}),
        network=network,
        preprocess=card.preprocess,
        reported=stored.get("reported", {}),
    )
    words = labels_for_readers(card.classes, card.document.get("class_labels", {}))
    places = frozenset(str(entry.get("collection")) for entry in card.document.get("data", []))
    recipe = with_own_classes(from_dict(values.as_dict()), changes)
    return About(card.name, card.title, "model", card.role, recipe, words, places)


def with_own_classes(recipe: Recipe, changes: Sequence[str]) -> Recipe:
    """The recipe with changes of how labels are read. Raises ``RecipeError`` for other classes than the network has."""
    out = changed(recipe, changes) if changes else recipe
    if out.classes != recipe.classes:
        raise RecipeError(
            "data.classes are what the network answers and stay; data.rename says which labels become them"
        )
    return out


def model_points(card: ModelCard) -> tuple[Point, ...]:
    """The thresholds of a card, class by class: those of sensitivity, then those of specificity."""
    return model_points_of(card.document, card.classes)


def model_points_of(document: Mapping[str, Any], classes: Sequence[str]) -> tuple[Point, ...]:
    """The same of a card that is still being written."""
    rows = [*document.get("operating_points", ()), *document.get("specificity_points", ())]
    points = [Point(str(row["finding"]), str(row["target"]), float(row["threshold"])) for row in rows]
    return tuple(sorted(points, key=lambda point: list(classes).index(point.finding)))


def installed_lungs() -> Path | None:
    """The folder of the model that finds lungs, where there is one."""
    try:
        return model_folder("", checkpoint_dirs(), "lungs")
    except CheckpointError:
        return None


def find_model(name: str) -> Path | None:
    """The folder of an installed model by its name, or a model folder by its path; ``None`` where there is none."""
    if (Path(name) / CARD_FILE).is_file():
        return Path(name)
    for role in ("triage", "gate", "orientation", "lungs"):
        try:
            return model_folder(name, checkpoint_dirs(), role)
        except CheckpointError:
            continue
    return None


def _open_folder(folder: Path, device: str, changes: Sequence[str]) -> Subject:
    from training.report.gate_report import GateFolder
    from training.report.orientation_report import OrientationFolder

    role = read_card(folder).role
    if role == "gate":
        return GateFolder(folder)
    return OrientationFolder(folder) if role == "orientation" else ModelFolder(folder, device, changes)


def open_subject(name: str, device: str = "cpu", changes: Sequence[str] = ()) -> Subject:
    """A model by name or folder, or a run by its folder. Raises ``CxrError``."""
    if (folder := find_model(name)) is not None:
        return _open_folder(folder, device, changes)
    if not Path(name).is_dir():
        raise CxrError(f"there is no model and no run called {name}")
    from training.report.run_subjects import open_run

    return open_run(Path(name), changes, device)
