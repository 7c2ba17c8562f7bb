"""Keys and values of a search in words for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def short_name(key: str) -> str:
    """The last word of a dotted key, for people."""
    return key.rpartition(".")[2].replace("_", " ")


def metric_words(metric: str) -> str:
    """val_macro_auc is "validation macro AUC"."""
    words = metric.replace("val_", "validation ").replace("_", " ")
    return words.replace("auc", "AUC")


def value_words(value: Any) -> str:
    """0.0001 stays 0.0001; a list of one is its value."""
    if isinstance(value, (list, tuple)):
        return ", ".join(value_words(item) for item in value)
    if isinstance(value, float):
        return f"{value:.4g}" if value == 0 or abs(value) >= 1e-4 else f"{value:.2e}"
    return str(value)


def combination_words(values: Mapping[str, Any]) -> str:
    """Every key and its value in one line."""
    return " · ".join(f"{short_name(key)} {value_words(value)}" for key, value in values.items())
