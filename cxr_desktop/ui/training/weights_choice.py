"""Where the weights begin: ImageNet, a model that is installed, a run of one's own, or nowhere; loads none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from cxr_desktop.bridge.run_files import RunSummary
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.training.catalogue import DOWNLOADS, Recipe, learns_everything_from_the_start, network_words

_RUNS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Beginning:
    """One choice; ``why_not`` says why it cannot be taken."""

    value: str
    words: str
    help: str = ""
    why_not: str = ""


class WeightsChoice(QWidget):
    """``changed(str)``: the value of the recipe's key ``weights``."""

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.setFont(font())
        self.box.setAccessibleName(self.tr("Initial weights"))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(24)
        self.box.currentIndexChanged.connect(self._on_index)
        self._words = label(size=TextSize.CAPTION, tone="second", wrap=True)
        self._choices: list[Beginning] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.box)
        layout.addWidget(self._words)

    def set_recipe(
        self, recipe: Recipe, value: str, models: Sequence[ModelCard] = (), runs: Sequence[RunSummary] = ()
    ) -> None:
        """Offer what fits the network of this recipe; emits nothing."""
        self._choices = self._offer(recipe, value, models, runs)
        with QSignalBlocker(self.box):
            self.box.clear()
            for choice in self._choices:
                self.box.addItem(choice.words, choice.value)
            model = self.box.model()
            for row, choice in enumerate(self._choices):
                if choice.why_not and isinstance(model, QStandardItemModel):
                    model.item(row).setEnabled(False)
                    model.item(row).setToolTip(choice.why_not)
            self.box.setCurrentIndex(next((i for i, c in enumerate(self._choices) if c.value == value), 0))
        self._explain()

    def value(self) -> str:
        """As it stands."""
        return str(self.box.currentData() or "")

    def why_not(self) -> str:
        """Why what stands there cannot be taken, "" where it can."""
        index = self.box.currentIndex()
        return self._choices[index].why_not if 0 <= index < len(self._choices) else ""

    def choices(self) -> list[Beginning]:
        """All of them."""
        return list(self._choices)

    def _offer(
        self, recipe: Recipe, value: str, models: Sequence[ModelCard], runs: Sequence[RunSummary]
    ) -> list[Beginning]:
        backbone = str(recipe.get("backbone") or "")
        found = [self._imagenet(backbone)] if backbone in DOWNLOADS else []
        for card in models:
            if card.architecture == backbone:
                help_text = self.tr("Starts from what this model has learnt; no download.")
                found.append(Beginning(f"model:{card.name}", f"{card.title} {card.version}".strip(), help_text))
        same = [run for run in runs if run.backbone == backbone and run.state == "finished"]
        for run in same[:_RUNS_SHOWN]:
            day = datetime.fromtimestamp(run.when).strftime("%Y-%m-%d %H:%M")
            help_text = self.tr("Starts from the best epoch of this run.")
            found.append(Beginning(f"run:{run.folder}", self.tr("Run: {0}, {1}").format(run.title, day), help_text))
        found.append(self._scratch(recipe))
        if value not in {choice.value for choice in found}:
            found.insert(0, Beginning(value, self._unknown(value)))
        return found

    def _imagenet(self, backbone: str) -> Beginning:
        words = self.tr("ImageNet, downloaded once (about {0} MB)").format(DOWNLOADS[backbone])
        help_text = self.tr(
            "Learnt on everyday photographs. Fetched from the internet the first time; nothing of yours is sent."
        )
        return Beginning("imagenet", words, help_text)

    def _scratch(self, recipe: Recipe) -> Beginning:
        why_not = ""
        if not learns_everything_from_the_start(recipe):
            why_not = self.tr(
                "This recipe keeps most of {0} as it is, so random weights would never learn. Train “Pretrain a "
                "backbone” first and start from that run."
            ).format(network_words(str(recipe.get("backbone"))))
        help_text = self.tr("Random weights: nothing is downloaded, and it takes more images and more epochs.")
        return Beginning("none", self.tr("From scratch"), help_text, why_not)

    def _unknown(self, value: str) -> str:
        kind, _, where = value.partition(":")
        names: dict[str, str] = {
            "model": self.tr("Model {0}"),
            "run": self.tr("Run {0}"),
            "file": self.tr("File {0}"),
        }
        return names[kind].format(where) if kind in names else value

    def _on_index(self, _index: int) -> None:
        self._explain()
        self.changed.emit(self.value())

    def _explain(self) -> None:
        index = self.box.currentIndex()
        chosen: Any = self._choices[index] if 0 <= index < len(self._choices) else None
        words = [(chosen.why_not or chosen.help) if chosen is not None else ""]
        words += [f"{c.words}: {c.why_not}" for c in self._choices if c.why_not and c is not chosen]
        self._words.setText("\n".join(part for part in words if part))
        self._words.setVisible(bool(self._words.text()))
