"""What came of a test for shortcuts, in plain words; pure, computes nothing and knows no widget."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.domain.shortcut_test import Hidden, ShortcutReport, ShortcutTrial
from cxr_desktop.ui import reasons, wording


def _tr(text: str) -> str:
    return QCoreApplication.translate("shortcut_test", text)


def trial_name(hidden: Hidden) -> str:
    """``Borders masked``"""
    return {
        Hidden.BORDERS: _tr("Borders masked"),
        Hidden.MARKERS: _tr("Markers masked"),
        Hidden.SURROUNDINGS: _tr("Only lungs left"),
    }[hidden]


def trial_words(report: ShortcutReport, trial: ShortcutTrial) -> tuple[str, str]:
    """``0.92 (−0.02)`` and the tone: that of the new band where the study would be in another one."""
    change = report.change(trial)
    if trial.risk is None or change is None:
        return _tr("not tested: {0}").format(reasons.words(trial.reason)), "second"
    tone = trial.band.value if trial.band is not None and report.moves_band(trial) else ""
    return f"{wording.probability(trial.risk)} ({signed(change)})", tone


def signed(change: float) -> str:
    """With a true minus and two decimals; no sign where it rounds to nothing."""
    shown = f"{abs(change):.2f}"
    if shown == "0.00":
        return f"±{shown}"
    return f"+{shown}" if change > 0 else f"\u2212{shown}"


def trial_about(hidden: Hidden, card: ModelCard | None, finding: Finding) -> str:
    """What was hidden, what a change means, and for the black surroundings what the card says of them."""
    about = {
        Hidden.BORDERS: _tr(
            "A strip along all four sides is filled from what lies beside it. A number that falls with it rested on "
            "the edge of the film, not on the lungs."
        ),
        Hidden.MARKERS: _tr(
            "The corners and bright letters beside the chest are filled from what lies around them. A number that "
            "falls with them rested on the markers of a hospital."
        ),
        Hidden.SURROUNDINGS: _tr("Everything outside the lungs becomes black."),
    }[hidden]
    return f"{about} {surroundings_note(card, finding)}".strip() if hidden is Hidden.SURROUNDINGS else about


_GROUPS = ("without_children", "known_adults", "all")
"""Of a card's tables; the first is what the evidence beside a score is measured on."""


def surroundings_note(card: ModelCard | None, finding: Finding) -> str:
    """Why the last trial is only a hint, with the areas of the card where it has them."""
    if card is None:
        return ""
    parts = []
    if card.preprocess.outside == "kept":
        parts.append(_tr("This model never learned from black surroundings, so this is only a hint."))
    areas = lungs_only_areas(card, finding)
    if areas is not None:
        words = _tr("On its test images the AUC for {0} fell from {1} to {2} with all but the lungs blackened.")
        if areas[1] >= areas[0]:
            words = _tr("On its test images the AUC for {0} was {1}, and {2} with all but the lungs blackened.")
        parts.append(words.format(wording.finding_label(finding, card), *(f"{area:.2f}" for area in areas)))
    return " ".join(parts)


def lungs_only_areas(card: ModelCard, finding: Finding) -> tuple[float, float] | None:
    """(untouched, lungs alone) of the class against the rest, from the first of ``_GROUPS`` that has both."""
    metrics = card.document.get("metrics")
    shortcuts = metrics.get("shortcuts") if isinstance(metrics, Mapping) else None
    if not isinstance(shortcuts, Mapping):
        return None
    for kind in ("masks_of_the_segmenter", "masks_drawn_by_readers"):
        held = shortcuts.get(kind)
        if not isinstance(held, Mapping):
            continue
        before, after = (_by_group(held.get(name), finding) for name in ("untouched", "lungs_only"))
        for group in _GROUPS:
            if group in before and group in after:
                return before[group], after[group]
    return None


def _by_group(rows: Any, finding: Finding) -> dict[str, float]:
    found: dict[str, float] = {}
    for row in rows if isinstance(rows, (list, tuple)) else ():
        if isinstance(row, Mapping) and row.get("what") == f"{finding} v rest":
            area = row.get("auc")
            if isinstance(area, (int, float)) and not isinstance(area, bool):
                found[str(row.get("group"))] = float(area)
    return found
