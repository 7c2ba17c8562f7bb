"""Second page: which recipe, in which variant, from which weights; asks a child what there is to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxr_desktop.bridge.run_files import known_runs
from cxr_desktop.ui.fonts import font
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.languages import margins
from cxr_desktop.ui.scroll_area import OverlayScrollArea
from cxr_desktop.ui.training.catalogue import Catalogue, Group, Recipe, read_catalogue
from cxr_desktop.ui.training.choice_card import ChoiceCard
from cxr_desktop.ui.training.notes import Kind, Notes
from cxr_desktop.ui.training.page import TrainingPage
from cxr_desktop.ui.training.recipe_details import RecipeDetails, own_classes_fit
from cxr_desktop.ui.training.state import WizardState

if TYPE_CHECKING:
    from cxr_desktop.ui.training.wizard import WizardParts

_CARDS_WIDTH = 312
_BAR = 14


class RecipePage(TrainingPage):
    """``catalogue`` is there once the child has answered."""

    def __init__(self, state: WizardState, parts: WizardParts) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Recipe"))
        self.heading.setText(self.tr("Which recipe?"))
        self._state, self._parts = state, parts
        self.catalogue: Catalogue | None = None
        self._cards: dict[str, ChoiceCard] = {}
        self._runs = known_runs(parts.runs_dir)
        self.command = parts.command_factory()
        self.command.setParent(self)
        self.command.event.connect(self._on_event)
        self.command.finished.connect(self._on_finished)
        self.search = QLineEdit()
        self.search.setFont(font())
        self.search.setPlaceholderText(self.tr("Search: covid, densenet, S6 …"))
        self.search.setAccessibleName(self.tr("Search recipes"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.nothing = label(self.tr("No recipe has these words."), tone="second", wrap=True)
        self.nothing.hide()
        self.faults = Notes()
        self.details = RecipeDetails(parts.command_factory)
        self.details.variant_chosen.connect(self.choose)
        self.details.weights_chosen.connect(self._on_weights)
        self.details.classes_chosen.connect(self._on_classes)
        self.details.estimate.measured.connect(self._on_measured)
        self._build()
        self.command.start(["recipes", "--json"])

    def _build(self) -> None:
        self._group = QButtonGroup(self)
        cards = QWidget()
        cards.setObjectName("scrollBody")
        self._column = QVBoxLayout(cards)
        self._column.setContentsMargins(margins(0, 0, _BAR, 0))
        self._column.setSpacing(8)
        self._column.addWidget(self.nothing)
        self._column.addStretch(1)
        side = QWidget()
        side.setFixedWidth(_CARDS_WIDTH)
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        field = QHBoxLayout()
        field.setContentsMargins(margins(0, 0, _BAR, 0))
        field.addWidget(self.search)
        left.addLayout(field)
        self._cards_area = OverlayScrollArea(cards)
        left.addWidget(self._cards_area, 1)
        self._details_area = OverlayScrollArea(self.details)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(side)
        row.addWidget(self._details_area, 1)
        self.body.addWidget(self.faults)
        self.body.addLayout(row, 1)
        self.details.hide()

    # --- the wizard's

    def initializePage(self) -> None:
        """The data may be others now."""
        self._runs = known_runs(self._parts.runs_dir)
        if self._state.recipe:
            self._show()
        else:
            self._choose_first()

    def isComplete(self) -> bool:
        """A recipe whose classes the data have, from weights that can be had."""
        state = self._state
        return bool(state.recipe) and not state.missing_classes() and not self.details.weights.why_not()

    def validatePage(self) -> bool:
        """Nothing runs on while the reader is elsewhere."""
        self.details.estimate.pause()
        return True

    def cleanupPage(self) -> None:
        """The same on the way back."""
        self.details.estimate.pause()

    def close_down(self) -> None:
        """Both children go."""
        self.command.close()
        self.details.estimate.close_down()

    # --- the catalogue

    def _on_event(self, document: dict[str, Any]) -> None:
        if "recipes" not in document:
            return
        self.catalogue = read_catalogue(document)
        for group in self.catalogue.groups:
            card = ChoiceCard(self._card_title(group), group.words, lines=2)
            card.toggled.connect(lambda checked, group=group: self._on_card(group) if checked else None)
            self._group.addButton(card)
            self._cards[group.name] = card
            self._column.insertWidget(self._column.count() - 1, card)
        self._filter(self.search.text())
        if self.wizard() is None or self.wizard().currentPage() is self:
            self._choose_first()

    def _on_finished(self, ok: bool, reason: str) -> None:
        if not ok and self.catalogue is None:
            self.faults.set_notes([(Kind.ERROR, reason)])

    def _card_title(self, group: Group) -> str:
        return f"{group.name} · {group.title}" if group.name.startswith("S") else group.title

    def _choose_first(self) -> None:
        if self.catalogue is not None and self.catalogue.groups and not self._state.recipe:
            self.choose(str(self.catalogue.groups[0].recipes[0]["name"]))

    # --- what the reader does

    def choose(self, name: str) -> None:
        """Take this recipe."""
        recipe = self.catalogue.recipe(name) if self.catalogue is not None else None
        if recipe is None or recipe.get("name") == self._state.recipe.get("name"):
            return
        state = self._state
        state.recipe = dict(recipe)
        # What was set for one recipe would be a surprise in another.
        state.changes, state.probe = {}, {}
        state.own_classes = False
        state.own_classes = bool(state.missing_classes()) and own_classes_fit(state)
        self._show()

    def _on_card(self, group: Group) -> None:
        if all(recipe.get("name") != self._state.recipe.get("name") for recipe in group.recipes):
            matching = group.matching(self.search.text()) or group.recipes
            self.choose(str(matching[0]["name"]))

    def _on_weights(self, value: str) -> None:
        if value == self._state.recipe.get("weights"):
            self._state.changes.pop("weights", None)
        else:
            self._state.changes["weights"] = value
        self._ask()

    def _on_classes(self, own: bool) -> None:
        self._state.own_classes = own
        self.details.show_classes(self._state)
        self._ask()

    def _on_measured(self, probe: dict[str, Any]) -> None:
        self._state.probe = probe

    def _filter(self, text: str) -> None:
        if self.catalogue is None:
            return
        matching = [group for group in self.catalogue.groups if group.matching(text)]
        for name, card in self._cards.items():
            card.setVisible(any(group.name == name for group in matching))
        self.nothing.setVisible(not matching)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field: Down goes to the cards, Enter takes the first one."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            shown = [card for card in self._cards.values() if not card.isHidden()]
            if shown and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                first = next((card for card in shown if card.isChecked()), shown[0])
                first.setFocus()
                first.setChecked(True)
                return True
        return super().eventFilter(watched, event)

    # --- what is shown

    def _show(self) -> None:
        group = self._group_of(self._state.recipe)
        if group is None:
            return
        card = self._cards[group.name]
        card.setChecked(True)
        self._cards_area.ensureWidgetVisible(card)
        self.details.show()
        self.details.show_recipe(group, self._state, self._parts.models, self._runs)
        self._ask()

    def _ask(self) -> None:
        """What has changed may be measured anew; what is wrong is not measured."""
        ready = self.isComplete() and bool(self._state.data)
        self.details.estimate.ask(self._state.recipe_arguments() if ready else ())
        self.completeChanged.emit()

    def _group_of(self, recipe: Recipe) -> Group | None:
        groups = self.catalogue.groups if self.catalogue is not None else ()
        return next((g for g in groups if any(r.get("name") == recipe.get("name") for r in g.recipes)), None)
