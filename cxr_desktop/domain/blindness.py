"""What a blind reader may know of a study: everything but what a model said of it; pure, knows no window.

Scores are taken out of the value itself before it reaches the window, so that no cell, tooltip, sum, filter, order, map
or export of what is shown can give them away.
"""

from __future__ import annotations

from dataclasses import replace

from cxr_desktop.domain.prediction import Status
from cxr_desktop.domain.worklist import ImageEntry, WorklistEntry


def is_recorded(entry: WorklistEntry) -> bool:
    """Whether the impression of a study is final, so that its scores may be shown to a blind reader."""
    said = entry.impression
    return said is not None and said.recorded and bool(said.findings)


def for_blind_reader(entry: WorklistEntry) -> WorklistEntry:
    """The entry without scores, unless its impression is recorded. Why an image was not scored stays."""
    if is_recorded(entry):
        return entry
    return replace(entry, images=tuple(map(_concealed, entry.images)))


def _concealed(image: ImageEntry) -> ImageEntry:
    if image.prediction is None or image.prediction.status is not Status.SCORED:
        return image
    return replace(image, prediction=None, concealed=True)
