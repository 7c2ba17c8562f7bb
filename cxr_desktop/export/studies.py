"""Predictions and headers → worklist entries in reading order, for exports that were never in a window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cxr_desktop.domain.conflict import all_with_conflicts
from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.domain.radiograph import FileIdentity, Radiograph
from cxr_desktop.domain.triage import sort_key
from cxr_desktop.domain.worklist import ImageEntry, WorklistEntry


def entries_of(predictions: Iterable[Prediction], headers: Mapping[str, Radiograph]) -> list[WorklistEntry]:
    """One entry per study, by falling risk as in the worklist; ``headers`` by path, a missing one is no error."""
    found: dict[str, WorklistEntry] = {}
    for prediction in predictions:
        header = headers.get(prediction.path)
        key = header.study_key if header else f"file|{prediction.path}"
        image = ImageEntry(FileIdentity(prediction.path, 0, 0, 0), header, prediction)
        found[key] = found[key].with_image(image) if key in found else WorklistEntry(key, (image,), order=len(found))
    return in_order(all_with_conflicts(list(found.values())))


def in_order(entries: Iterable[WorklistEntry]) -> list[WorklistEntry]:
    """As the worklist sorts them."""
    return sorted(entries, key=sort_key)
