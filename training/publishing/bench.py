"""A published model beside a data set, for measuring: its images by split and what it says of them, computed once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine.calibration import probabilities
from cxr_desktop.engine.lung_finder import LungFinder
from training.data.class_names import Mapper
from training.data.sample import Sample
from training.data.splits import of_split
from training.events import Events
from training.measures.metrics import Floats
from training.report.evaluate import labelled_images
from training.report.serving import ServedModel, open_lung_finder
from training.report.subjects import Answers, ModelFolder, Paced


class Bench:
    """``document`` is the card that is measured: what is chosen first (temperature, thresholds) serves the rest."""

    def __init__(
        self, subject: ModelFolder, document: Mapping[str, Any], root: Path, samples: Sequence[Sample], events: Events
    ) -> None:
        self.subject, self.root, self.samples, self.events = subject, root, tuple(samples), events
        self.document: dict[str, Any] = dict(document)
        self._answers: dict[str, Answers] = {}

    @classmethod
    def of(
        cls,
        subject: ModelFolder,
        document: Mapping[str, Any],
        root: Path,
        samples: Sequence[Sample],
        leave_out: Sequence[str],
        events: Events,
    ) -> Bench:
        """Without the collections that took no part in the training."""
        return cls(subject, document, root, [s for s in samples if s.origin not in leave_out], events)

    @classmethod
    def open(cls, folder: Path, data: Path, events: Events) -> Bench:
        """A model folder on a data set. Raises ``CxrError``."""
        subject = ModelFolder(folder)
        document = subject.card.document
        root, samples, _ = labelled_images(subject, data, events)
        left_out = document.get("recipe", {}).get("data", {}).get("leave_out", [])
        return cls.of(subject, document, root, samples, left_out, events)

    @property
    def classes(self) -> tuple[str, ...]:
        """In the order of the logits."""
        return self.subject.about.classes

    @property
    def temperature(self) -> float:
        """As the card says now."""
        return float(self.document["temperature"])

    def split(self, name: str) -> list[Sample]:
        """Its images that the model may see; empty where there is none."""
        return of_split(self.samples, name)

    def answers(self, split: str) -> Answers:
        """Through the scorer. Raises ``CxrError``."""
        if split not in self._answers:
            samples = self.split(split)
            if not samples:
                raise CxrError(f"the data hold no images of the split {split}")
            self._answers[split] = self.subject.answer(self.root, samples, self.events)
        return self._answers[split]

    def probabilities(self, split: str) -> Floats:
        """(n, classes), calibrated."""
        return probabilities(self.logits(split), self.temperature, self.subject.about.output)

    def logits(self, split: str) -> Floats:
        """(n, classes)."""
        logits = self.answers(split).logits
        assert logits is not None, "a model folder has logits"
        return logits

    @cached_property
    def served(self) -> ServedModel:
        """The same model picture by picture."""
        return ServedModel(self.subject.folder, self.finder)

    @cached_property
    def finder(self) -> LungFinder | None:
        """The installed model that finds lungs."""
        return open_lung_finder()

    def class_of(self, label: str) -> str:
        """The model's class of a label of the data, "" where it has none."""
        data = self.subject.about.recipe.data
        return Mapper(data.classes, data.rename)(label)

    def paced(self, what: str, total: int) -> Paced:
        """Progress of a slow block."""
        return Paced(self.events, what, total)
