"""A report as ``training.report.numbers`` writes it, small enough to count by hand."""

from __future__ import annotations

import base64
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage


def picture() -> str:
    """Base64 of a small PNG."""
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(QColor("#777777"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return base64.b64encode(buffer.data().data()).decode()


def report(**changes: Any) -> dict[str, Any]:
    """100 images with an effusion, 400 without; seven thresholds whose counts fall as they rise."""
    rows = {
        "threshold": [0.0, 0.05, 0.1, 0.2, 0.4, 0.7, 1.0],
        "tp": [100, 99, 98, 96, 90, 60, 0],
        "fp": [400, 200, 120, 60, 20, 4, 0],
    }
    rows["fn"] = [100 - n for n in rows["tp"]]
    rows["tn"] = [400 - n for n in rows["fp"]]
    curve = {"fpr": [0.0, 0.05, 0.15, 1.0], "tpr": [0.0, 0.9, 0.96, 1.0]}
    of_class = {"effusion": rows, "normal": {key: list(values) for key, values in rows.items()}}
    document: dict[str, Any] = {
        "format": 1,
        "classes": ["normal", "effusion"],
        "class_labels": {"normal": "Normal", "effusion": "Pleural effusion"},
        "positive": "effusion",
        "split": "test",
        "images": 500,
        "headline": {"auc": 0.953, "auc_95": [0.931, 0.972]},
        "classification_report": {"accuracy": 0.91},
        "confusion": {"order": ["normal", "effusion"], "rows_are_truth": [[380, 20], [25, 75]]},
        "roc": {name: {**curve, "auc": 0.953, "low": 0.931, "high": 0.972} for name in of_class},
        "pr": {name: {"recall": [0, 1], "precision": [1, 0.2], "average_precision": 0.8} for name in of_class},
        "histogram": {
            name: {"edges": [0, 0.5, 1], "by_truth": {"normal": [380, 20], "effusion": [25, 75]}} for name in of_class
        },
        "thresholds": of_class,
        "calibration": {
            "temperature": 1.3,
            "temperature_before": 1.0,
            "ece_before": 0.081,
            "ece_after": 0.032,
            "bins": [{"confidence": 0.6, "accuracy": 0.62, "count": 40}],
            "bins_before": [{"confidence": 0.7, "accuracy": 0.62, "count": 40}],
        },
        "operating_points": [
            {
                "finding": "effusion",
                "target": target,
                "threshold": threshold,
                "true_positives": tp,
                "false_negatives": 100 - tp,
                "true_negatives": 400 - fp,
                "false_positives": fp,
            }
            for target, threshold, tp, fp in (
                ("sensitivity 0.98", 0.1, 98, 120),
                ("sensitivity 0.90", 0.4, 90, 20),
                ("specificity 0.95", 0.4, 90, 20),
            )
        ],
        "by_source": [
            {"name": "north", "class": "effusion", "images": 60, "right": 54, "flagged": 57},
            {"name": "north", "class": "normal", "images": 0, "right": 0, "flagged": None},
        ],
        "by_view": [],
        "by_age": [],
        "cautions": ["Every effusion comes from one hospital."],
        "gallery": [
            {"file_name": "a.png", "truth": "effusion", "called": "normal", "probability": 0.7, "kind": "miss",
             "picture": picture(), "map": "Map: Pleural effusion"},
            {"file_name": "b.png", "truth": "effusion", "called": "effusion", "probability": 0.9, "kind": "hit",
             "picture": "not base64", "map": ""},
        ],
    }  # fmt: skip
    return {**document, **changes}
