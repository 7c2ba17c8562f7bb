"""The chief facts of a model's card in words, for the moment after it was published; reads nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.ui import wording
from cxr_desktop.ui.evidence_section import target_words
from cxr_desktop.ui.labels import Facts

_DIGEST = 12
Fact = tuple[str, str, str]


def _tr(text: str) -> str:
    return QCoreApplication.translate("card_facts", text)


def facts_of(card: ModelCard, report: Mapping[str, Any] | None = None) -> list[Fact]:
    """What it is called and looks for, how well it does, and where its thresholds are."""
    interest = card.class_of_interest
    classes = ", ".join(wording.plain(card.label_of(finding)) for finding in card.findings)
    facts = [
        (_tr("Name"), f"{card.name} {card.version}".strip(), ""),
        (_tr("Looks for"), classes, ""),
        (_tr("Sorts by"), wording.plain(card.label_of(interest)), ""),
    ]
    area = _area((report or {}).get("headline"))
    if area:
        facts.append((_tr("AUC"), area, ""))
    for point in card.operating_points_of(interest)[:1]:
        words = _tr("{0} at {1}, specificity {2}").format(
            target_words(point.target),
            wording.probability(point.threshold),
            wording.with_interval(point.specificity, point.specificity_interval),
        )
        facts.append((_tr("Operating point"), words, ""))
    return [*facts, (_tr("Digest"), card.digest[:_DIGEST], "second")]


def _area(headline: Any) -> str:
    if not isinstance(headline, Mapping) or headline.get("auc") is None:
        return ""
    low, high = headline.get("auc_95") or (None, None)
    interval = f" [{low:.2f}–{high:.2f}]" if low is not None and high is not None else ""
    return f"{headline['auc']:.2f}{interval}"


class CardFacts(QWidget):
    """Two columns of names and values."""

    def __init__(self) -> None:
        super().__init__()
        self._columns = (Facts(), Facts())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(32)
        for column in self._columns:
            layout.addWidget(column, 1)

    def set_facts(self, facts: list[Fact]) -> None:
        """The first half at the left."""
        half = -(-len(facts) // 2)
        self._columns[0].set_facts(facts[:half])
        self._columns[1].set_facts(facts[half:])

    def texts(self) -> dict[str, str]:
        """What is shown, by name."""
        return {**self._columns[0].texts(), **self._columns[1].texts()}
