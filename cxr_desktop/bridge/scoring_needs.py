"""Which images must be read or scored, or tried once more; looks at entries only."""

from __future__ import annotations

from collections.abc import Iterable

from cxr_desktop.domain.prediction import SET_ASIDE, Status
from cxr_desktop.domain.radiograph import Source
from cxr_desktop.domain.worklist import ImageEntry
from cxr_desktop.engine.messages import ScoreRequest


def requests(images: Iterable[ImageEntry]) -> list[ScoreRequest]:
    """Those that have a header and wait for a result."""
    return [
        ScoreRequest(image.path, *image.wish)
        for image in images
        if image.radiograph is not None and image.prediction is None
    ]


def header_failed(image: ImageEntry) -> bool:
    """Its header could not be read, and may be readable now."""
    return image.radiograph is None and deserves_another_try(image)


def header_is_old(image: ImageEntry) -> bool:
    """It was read by a program that did not ask for the priority of the request."""
    header = image.radiograph
    return header is not None and header.source is Source.DICOM and header.requested_priority is None


def deserves_another_try(image: ImageEntry) -> bool:
    """The file could not be read at all when it was tried last (a drive was away): no verdict on its content."""
    prediction = image.prediction
    return (
        prediction is not None
        and prediction.status is Status.NOT_SCORED
        and not prediction.content_hash
        and SET_ASIDE not in prediction.flags
    )
