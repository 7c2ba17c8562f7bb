"""The numbers that a report gives for its system, as lines to compare with; measures nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from cxr_desktop.ui import wording
from cxr_desktop.ui.training.inspection import class_label

Fact = tuple[str, str, str]


def _tr(text: str) -> str:
    return QCoreApplication.translate("reported", text)


def reported_facts(reported: Mapping[str, Any]) -> list[Fact]:
    """(name, value, tone) rows: accuracy and its like, then sensitivity and specificity at each threshold."""
    facts: list[Fact] = []
    for key, words in _names().items():
        value = reported.get(key)
        if isinstance(value, float | int):
            facts.append((words, wording.percent(float(value)), ""))
        elif isinstance(value, Mapping):
            parts = [f"{_place(name)} {wording.percent(float(share))}" for name, share in value.items()]
            facts.append((words, " · ".join(parts), ""))
    for row in reported.get("thresholds") or ():
        if isinstance(row, Mapping) and "sensitivity" in row and "specificity" in row:
            value = _tr("{0} sensitivity, {1} specificity").format(
                _fine(float(row["sensitivity"])), _fine(float(row["specificity"]))
            )
            facts.append((_tr("At {0}").format(row.get("threshold")), value, ""))
    return facts


def _names() -> dict[str, str]:
    return {
        "accuracy": _tr("Accuracy"),
        "test_accuracy": _tr("Test accuracy"),
        "train_accuracy": _tr("Training accuracy"),
        "auc": _tr("AUC"),
        "recall": _tr("Recall"),
        "precision": _tr("Precision"),
        "f1": _tr("F1"),
    }


def _place(name: str) -> str:
    sets = {"mnist": "MNIST", "fashion-mnist": "Fashion-MNIST", "cifar10": "CIFAR-10"}
    return sets.get(name) or class_label(name)


def _fine(share: float) -> str:
    """Reports print a decimal where there is one."""
    per_cent = round(100 * share, 1)
    return f"{per_cent:g}\u00a0%"
