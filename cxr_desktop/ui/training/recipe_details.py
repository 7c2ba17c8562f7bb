"""One recipe in full: what it is good for, its network, where it begins, what was reported; starts no training."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton, QVBoxLayout, QWidget

from cxr_desktop.bridge.run_files import RunSummary
from cxr_desktop.bridge.training_command import CommandFactory
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import Facts, label
from cxr_desktop.ui.languages import margins
from cxr_desktop.ui.training.catalogue import Group, Recipe, learning_words, network_words, variant_words
from cxr_desktop.ui.training.elided_radio import ElidedRadio
from cxr_desktop.ui.training.estimate import Estimate
from cxr_desktop.ui.training.inspection import class_label
from cxr_desktop.ui.training.notes import Kind, Notes
from cxr_desktop.ui.training.reported import reported_facts
from cxr_desktop.ui.training.state import WizardState
from cxr_desktop.ui.training.weights_choice import WeightsChoice


def _tr(text: str) -> str:
    return QCoreApplication.translate("RecipeDetails", text)


class RecipeDetails(QWidget):
    """Signals: ``variant_chosen(str name)``, ``weights_chosen(str)``, ``classes_chosen(bool own)``."""

    variant_chosen = Signal(str)
    weights_chosen = Signal(str)
    classes_chosen = Signal(bool)

    def __init__(self, factory: CommandFactory) -> None:
        super().__init__()
        self.setObjectName("scrollBody")
        self._title = label(size=TextSize.TITLE, semibold=True, wrap=True)
        self._words = label(tone="second", wrap=True)
        self._variants_title = self._heading(self.tr("VARIANT"))
        self._variants = QVBoxLayout()
        self._variants.setSpacing(6)
        self._group = QButtonGroup(self)
        self.notes = Notes()
        self.estimate = Estimate(factory)
        self.facts = Facts()
        self.weights = WeightsChoice()
        self.weights.changed.connect(self.weights_chosen)
        self.classes = QComboBox()
        self.classes.setFont(font())
        self.classes.setAccessibleName(self.tr("Classes"))
        self.classes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.classes.setMinimumContentsLength(24)
        self.classes.currentIndexChanged.connect(self._on_classes)
        self._classes_title = self._heading(self.tr("CLASSES"))
        self._reported_title = self._heading(self.tr("REPORTED"))
        self._source = label(size=TextSize.CAPTION, tone="second", wrap=True)
        self.reported = Facts()
        self._build()

    def _heading(self, words: str) -> QWidget:
        return label(words, TextSize.CAPTION, "faint", semibold=True)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(margins(0, 0, 16, 0))
        layout.setSpacing(8)
        head: tuple[QWidget, ...] = (self._title, self._words, self.notes)
        for part in head:
            layout.addWidget(part)
        layout.addSpacing(8)
        layout.addWidget(self._variants_title)
        layout.addLayout(self._variants)
        layout.addSpacing(8)
        blocks: tuple[tuple[str, QWidget], ...] = (
            (self.tr("TIME ON THIS COMPUTER"), self.estimate),
            (self.tr("NETWORK"), self.facts),
            (self.tr("INITIAL WEIGHTS"), self.weights),
        )
        for words, part in blocks:
            layout.addWidget(self._heading(words))
            layout.addWidget(part)
            layout.addSpacing(8)
        layout.addWidget(self._classes_title)
        layout.addWidget(self.classes)
        layout.addSpacing(8)
        reported: tuple[QWidget, ...] = (self._reported_title, self._source, self.reported)
        for part in reported:
            layout.addWidget(part)
        layout.addStretch(1)

    def show_recipe(
        self, group: Group, state: WizardState, models: Sequence[ModelCard], runs: Sequence[RunSummary]
    ) -> None:
        """Show the recipe of the state, which is one of the group; emits nothing."""
        recipe = state.recipe
        self._title.setText(str(recipe.get("title") or ""))
        self._words.setText(str(recipe.get("good_for") or ""))
        self._words.setVisible(bool(recipe.get("good_for")))
        self._show_variants(group, recipe)
        self.facts.set_facts(self._network_facts(recipe))
        self.weights.set_recipe(recipe, str(state.changes.get("weights", recipe.get("weights", ""))), models, runs)
        self.show_classes(state)
        facts = reported_facts(recipe.get("reported") or {})
        self.reported.set_facts(facts)
        source = str((recipe.get("reported") or {}).get("source") or "")
        self._source.setText(source)
        for part in (self._reported_title, self.reported):
            part.setVisible(bool(facts))
        self._source.setVisible(bool(facts and source))

    def show_classes(self, state: WizardState) -> None:
        """The choice between the recipe's classes and those of the data, where there is one."""
        wanted, own = state.recipe_classes(), state.data_classes()
        with QSignalBlocker(self.classes):
            self.classes.clear()
            if wanted:
                self.classes.addItem(self.tr("As in the recipe: {0}").format(_names(wanted)), False)
            if own and own_classes_fit(state):
                self.classes.addItem(self.tr("As in the data: {0}").format(_names(own)), True)
            self.classes.setCurrentIndex(max(0, self.classes.findData(state.own_classes)))
        self.classes.setEnabled(self.classes.count() > 1)
        self._classes_title.setVisible(self.classes.count() > 0)
        self.classes.setVisible(self.classes.count() > 0)
        self.notes.set_notes(class_notes(state))

    def _show_variants(self, group: Group, recipe: Recipe) -> None:
        while (item := self._variants.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                self._group.removeButton(widget)  # type: ignore[arg-type]
                widget.hide()
                widget.deleteLater()
        several = len(group.recipes) > 1
        self._variants_title.setVisible(several)
        for variant, words in zip(group.recipes, variant_words(group), strict=True) if several else ():
            button = ElidedRadio(words)
            button.setToolTip(wording.escape(f"{variant.get('title')}\n{variant.get('good_for') or ''}".strip()))
            button.setChecked(variant.get("name") == recipe.get("name"))
            name = str(variant.get("name"))
            button.toggled.connect(lambda checked, name=name: self.variant_chosen.emit(name) if checked else None)
            self._group.addButton(button)
            self._variants.addWidget(button)

    def variant_buttons(self) -> list[QRadioButton]:
        """One per variant, in their order."""
        return [button for button in self._group.buttons() if isinstance(button, QRadioButton)]

    def _network_facts(self, recipe: Recipe) -> list[tuple[str, str, str]]:
        size = int(recipe.get("image_size") or 0)
        cut = str(recipe.get("values", {}).get("network", {}).get("cut") or "")
        network = network_words(str(recipe.get("backbone") or ""))
        facts = [(self.tr("Network"), network, "")]
        if cut:
            facts.append((self.tr("Cut at"), cut, "second"))
        facts += [
            (self.tr("Image size"), f"{size} × {size} px", ""),
            (self.tr("Learns"), learning_words(recipe), ""),
            (self.tr("Batch size"), wording.number(int(recipe.get("batch_size") or 0)), ""),
        ]
        return facts

    def _on_classes(self, _index: int) -> None:
        self.classes_chosen.emit(bool(self.classes.currentData()))


def own_classes_fit(state: WizardState) -> bool:
    """Whether the recipe's head can tell the classes of the data apart."""
    head = state.recipe.get("values", {}).get("network", {}).get("head") or {}
    return head.get("logits") != "single" or len(state.data_classes()) == 2


def class_notes(state: WizardState) -> list[tuple[Kind, str]]:
    """What happens to the classes of the data, and what is missing."""
    missing = state.missing_classes()
    if missing:
        words = _tr("The data have no images of {0}.").format(_names(missing))
        if own_classes_fit(state):
            way = _tr("Choose “As in the data” under Classes, or another recipe.")
        else:
            way = _tr("Choose another recipe, or give the labels other meanings on the first page.")
        return [(Kind.ERROR, f"{words} {way}")]
    rename = state.rename()
    left = [name for label, name in state.mapping.items() if name and not rename.get(label)]
    if left:
        words = _tr("This recipe has no place for {0}: these images are not used.")
        return [(Kind.WARNING, words.format(_names(dict.fromkeys(left))))]
    return []


def _names(classes: Iterable[str]) -> str:
    return ", ".join(class_label(name) for name in classes)
