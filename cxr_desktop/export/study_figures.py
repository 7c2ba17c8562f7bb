"""Which pictures of an image a report shows: the radiograph, and the heat maps that say something; no layout."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding, Prediction, Status
from cxr_desktop.domain.worklist import ImageEntry
from cxr_desktop.export import wording
from cxr_desktop.export.map_place import MapPlace, map_place
from cxr_desktop.export.pictures import MapView, frame, map_picture, map_view, plain_picture
from cxr_desktop.imaging.map_state import MapState
from cxr_desktop.imaging.pixels import GreyImage

log = logging.getLogger(__name__)

PICTURE_SIDE = 720


@dataclass(frozen=True, slots=True)
class Figure:
    """One picture and what stands under it. ``view`` is the map that is drawn in it, ``absent`` those that are not."""

    picture: Image.Image
    caption: str
    view: MapView | None = None
    place: MapPlace | None = None
    absent: tuple[MapView, ...] = ()


@dataclass(frozen=True, slots=True)
class NoPicture:
    """Why there is none, as a phrase; "" where the study's card says so already."""

    reason: str


def figures_of(
    image: ImageEntry,
    leading: bool,
    card: ModelCard,
    load_image: Callable[[str], GreyImage],
    finding: Finding | None = None,
    below_operating_point: bool = False,
) -> list[Figure] | NoPicture:
    """The radiograph, its map of the chosen class, and that of another class which is over its operating point."""
    prediction = image.prediction
    try:
        shown = frame(load_image(image.path), 1, PICTURE_SIDE, prediction is not None and prediction.inverted)
    except CxrError as error:
        log.debug("a picture is missing from the report: %s", error)
        known = prediction is not None and prediction.reason == str(error)
        return NoPicture("" if known else str(error))
    turns = prediction.quarter_turns if prediction else 0
    position = wording.plain(image.radiograph.view_position) if image.radiograph else ""
    caption = f"Radiograph {position}".strip()
    if prediction is None or prediction.status is not Status.SCORED or not leading:
        return [Figure(plain_picture(shown, turns), caption)]
    findings = _findings_to_draw(prediction, card, finding or card.class_of_interest)
    seen = [map_view(prediction, card, finding, below_operating_point) for finding in findings]
    absent = tuple(view for view in seen if view.state is not MapState.DRAWN)
    figures = [Figure(plain_picture(shown, turns), caption, absent=absent)]
    for view in seen:
        if view.state is MapState.DRAWN:
            words = f"Heat map: {wording.finding_label(view.finding, card)}"
            drawn = map_picture(shown, view, turns)
            figures.append(Figure(drawn, words, view, map_place(prediction, view.finding)))
    return figures


def _findings_to_draw(prediction: Prediction, card: ModelCard, first: Finding) -> list[Finding]:
    """The chosen class, and the likeliest other one that is over its operating point (never "normal")."""
    others = [
        (value, finding)
        for finding in card.findings
        if finding not in (first, Finding.NORMAL)
        and (value := prediction.probabilities.get(finding)) is not None
        and card.operating_points_of(finding)
        and not card.is_below(finding, value)
    ]
    return [first, *(finding for _, finding in sorted(others, reverse=True)[:1])]
