"""Which export writes what the reader chose; knows no window and runs in a thread of the task pool."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path

from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.export import csv_table, html_report, json_lines
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.imaging.process import DecoderProcess


def export_results(
    target: Path,
    kind: str,
    entries: Sequence[WorklistEntry],
    cards: ModelCards,
    decoder_factory: Callable[[], DecoderProcess],
) -> None:
    """Write ``entries`` as "csv", "jsonl" or "html" (with pictures, read by a decoder child of its own).

    Raises ``OSError`` where the target cannot be written and ``ValueError`` for another kind.
    """
    predictions: list[Prediction] = [i.prediction for e in entries for i in e.images if i.prediction is not None]
    said = {i.path: e.impression.findings for e in entries if e.impression is not None for i in e.images}
    if kind == "csv":
        csv_table.write_csv(target, predictions, cards.model.classes, said)
    elif kind == "jsonl":
        json_lines.write_json(target, predictions, said)
    elif kind == "html":
        with contextlib.closing(decoder_factory()) as decoder:

            def load(path: str) -> GreyImage:
                return decoder.read_image(path).image

            # Names and file names stay out: an export leaves the reading room.
            html_report.write_report(target, entries, cards, load)
    else:
        raise ValueError(f"no such export: {kind}")
