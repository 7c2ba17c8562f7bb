"""What a model looks for and what it does not, in a reader's words; pure, knows no widget."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import KNOWN_FINDINGS
from cxr_desktop.ui import wording


def _tr(text: str) -> str:
    return QCoreApplication.translate("limits", text)


def limits_of(card: ModelCard | None) -> str:
    """The classes that the model looks for, and what it would not see."""
    known = card.looks_for if card is not None else KNOWN_FINDINGS
    names = [wording.finding_label(f, card) for f in known]
    numbers = {
        1: _tr("one thing"),
        2: _tr("two things"),
        3: _tr("three things"),
        4: _tr("four things"),
    }
    count = numbers.get(len(names), _tr("{0} things").format(len(names)))
    words = _tr("The model looks for {0} only: {1}. It sees nothing else, not even what is plain to you.")
    limits = words.format(count, ", ".join(names))
    if card is not None and card.judges_classes_apart:
        apart = _tr("It judges each of them by itself: several may be likely, or none.")
        limits = f"{limits} {apart}"
    unsought = not_looked_for(card)
    return f"{limits} {unsought}" if unsought else limits


def not_looked_for(card: ModelCard | None) -> str:
    """``It does not look for: nodules, effusion.`` from the card, else its intended use, else ""."""
    if card is None:
        return ""
    named = card.document.get("does_not_look_for")
    listed = [named] if isinstance(named, str) else list(named) if isinstance(named, (list, tuple)) else []
    things = ", ".join(part for item in listed if (part := wording.plain(str(item)).strip(" .")))
    return _tr("It does not look for: {0}.").format(things) if things else wording.plain(card.intended_use)
