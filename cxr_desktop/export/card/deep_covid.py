"""The networks of Minaee et al. 2020 beside ours, as words and a table; computes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cxr_desktop.export.card.sheet import Items, Part, Table, Words, with_span


def body(block: Mapping[str, Any]) -> list[Part]:
    """For the page and for a card."""
    rows = [(network, row) for network in block["networks"] for row in network["thresholds"]]
    first = block["networks"][0]["area"]
    images = (
        f"{first['positives']} with and {first['negatives']} without {block['networks'][0]['finding']}, "
        f"{block['networks'][0]['children_without']} of these of children"
    )
    head = ("Network", "Ours", "AUC here", "Threshold", "Sensitivity here", "reported", "Specificity here", "reported")
    cells = tuple(
        (
            network["network"],
            network["model"],
            with_span(network["area"]["auc"], network["area"]["low"], network["area"]["high"]),
            f"{row['threshold']:g}",
            with_span(row["sensitivity"], *row["sensitivity_95"]),
            _printed(row["reported"], "sensitivity"),
            with_span(row["specificity"], *row["specificity_95"]),
            _printed(row["reported"], "specificity"),
        )
        for network, row in rows
    )
    words = Words(f"Test images: {images}. Probabilities without temperature. Intervals: 95 %, here Wilson's.")
    return [words, Table(head, cells), Words("The two are not comparable:"), Items(tuple(block["not_comparable"]))]


def _printed(reported: Mapping[str, Any], name: str) -> str:
    if name not in reported:
        return "–"
    value, (low, high) = reported[name]["value"], reported[name]["normal_95"]
    return f"{value:.3f} (±{(high - low) / 2:.3f})"
