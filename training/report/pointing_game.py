"""The pointing game of a served model on boxed images, beside guesses that look at no disease; it draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from cxr_desktop.domain.lung_field import LungField, LungZone
from cxr_desktop.engine.lung_finder import LungFinder
from training.data.annotations import DRAWN_ON, BoxedImage
from training.measures.judged import NO_RISK
from training.measures.pointing import Box, Point, boxes_hit, is_hit, peak, score, share_of_area
from training.report.occlusion import mask_of
from training.report.serving import Grey, ServedModel, against, picture

TOLERANCE = 15.0
"""Of 1024, the tolerance of the paper at the size of the originals."""
DEFINITION = (
    "Hit: the centre of the map's highest cell lies in any box of the image, edges included; 'within 15' also counts a "
    "point up to 15 pixels of the 1024-pixel original from a box. An empty map is a miss. Baselines: the centre of the "
    "picture; the centre of gravity of one lung, the mean of both lungs' hits as if the lung were drawn by lot; of "
    "either lung, two guesses; a point anywhere in the lungs, the share of the lungs' area that the boxes cover."
)
AGAINST_NORMAL = "against_normal"
_RIGHT = (LungZone.RIGHT_UPPER, LungZone.RIGHT_MIDDLE, LungZone.RIGHT_LOWER)
_LEFT = (LungZone.LEFT_UPPER, LungZone.LEFT_MIDDLE, LungZone.LEFT_LOWER)


@dataclass(frozen=True, slots=True)
class Pointed:
    """Where everything points on one image. ``lungs`` are centres of gravity, ``in_lungs`` the blind guess's chance."""

    image: BoxedImage
    boxes: tuple[Box, ...]
    tolerance: float
    centre: Point
    maps: dict[str, Point | None]
    lungs: tuple[Point, ...] = ()
    in_lungs: float = field(default=float("nan"))


def point(
    model: ServedModel,
    finder: LungFinder | None,
    root: Path,
    images: Iterable[BoxedImage],
    of_class: str,
    tell: Callable[[int], None],
) -> list[Pointed]:
    """Every image with the maps of ``of_class`` and, where the model knows "normal", of what speaks against it."""
    out = []
    for done, image in enumerate(images, start=1):
        grey = picture(root / image.file)
        out.append(_pointed(model, finder.find(grey) if finder is not None else None, grey, image, of_class))
        tell(done)
    return out


def _pointed(model: ServedModel, lungs: LungField | None, grey: Grey, image: BoxedImage, of_class: str) -> Pointed:
    rows, columns = grey.shape
    boxes = tuple(Box(b.left * columns, b.top * rows, b.right * columns, b.bottom * rows) for b in image.boxes)
    seen = model.see(grey, lungs)
    maps = {of_class: peak(seen.evidence[model.classes.index(of_class)], seen.to_source)}
    if NO_RISK in model.classes:
        values = against(seen, model.classes.index(NO_RISK), model.output)
        maps[AGAINST_NORMAL] = peak(values, seen.to_source)
    mask = mask_of(lungs, grey.shape) if lungs is not None else np.zeros(grey.shape, dtype=bool)
    return Pointed(
        image=image,
        boxes=boxes,
        tolerance=TOLERANCE * columns / DRAWN_ON,
        centre=(columns / 2, rows / 2),
        maps=maps,
        lungs=lung_centres(lungs) if lungs is not None else (),
        in_lungs=share_of_area(mask, boxes),
    )


def lung_centres(field: LungField) -> tuple[Point, ...]:
    """The centre of gravity of each lung that was found, in pixels of the picture."""
    zones = np.frombuffer(field.zones, dtype=np.uint8).reshape(field.height, field.width)
    centres = []
    for lung in (_RIGHT, _LEFT):
        rows, columns = np.nonzero(np.isin(zones, [int(zone) for zone in lung]))
        if len(rows):
            centres.append(field.to_source.apply(float(columns.mean()) + 0.5, float(rows.mean()) + 0.5))
    return tuple(centres)


def table(pointed: Sequence[Pointed]) -> dict[str, Any]:
    """Hits of every map and of every baseline, without and with the tolerance, and boxes hit."""
    names = list(pointed[0].maps) if pointed else []
    rows: dict[str, Any] = {"images": len(pointed), "boxes": sum(len(one.boxes) for one in pointed)}
    rows["maps"] = {name: _row([(one, one.maps[name]) for one in pointed]) for name in names}
    rows["baselines"] = {"image_centre": _row([(one, one.centre) for one in pointed])}
    found = [one for one in pointed if one.lungs]
    if found:
        rows["baselines"]["one_lung_centre"] = _lot(found)
        either = [any(is_hit(p, one.boxes) for p in one.lungs) for one in found]
        near = [any(is_hit(p, one.boxes, one.tolerance) for p in one.lungs) for one in found]
        rows["baselines"]["either_lung_centre"] = score(either) | {"within_15": score(near)}
        rows["baselines"]["anywhere_in_the_lungs"] = {
            "images": len(found),
            "share": float(np.mean([one.in_lungs for one in found])),
        }
    return rows


def _row(points: Sequence[tuple[Pointed, Point | None]]) -> dict[str, Any]:
    exact = [is_hit(where, one.boxes) for one, where in points]
    near = [is_hit(where, one.boxes, one.tolerance) for one, where in points]
    empty = sum(where is None for _, where in points)
    hit = sum(boxes_hit(where, one.boxes) for one, where in points)
    return score(exact) | {"within_15": score(near), "boxes_hit": hit, "empty_maps": empty}


def _lot(pointed: Sequence[Pointed]) -> dict[str, Any]:
    """The mean over lungs, as if one were drawn by lot; no interval, since half hits are not counted things."""
    shares = {"share": 0.0, "within_15": 1.0}
    means = {
        key: float(np.mean([np.mean([is_hit(p, one.boxes, by * one.tolerance) for p in one.lungs]) for one in pointed]))
        for key, by in shares.items()
    }
    return {"images": len(pointed), "share": means["share"], "within_15": {"share": means["within_15"]}}
