"""Which images a report shows, and their pictures with and without heat map; it knows no model and no file."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.prediction import SaliencyMap
from cxr_desktop.imaging import overlay
from training.data.sample import Sample
from training.measures.judged import NO_RISK, Judged

SIDE = 256
"""Longer side of a picture in pixels."""
HITS, MISSES = 3, 4
"""Pictures per class."""
MOST = 16
"""Pictures of a kind in all."""
OPACITY = 0.6


@dataclass(frozen=True, slots=True)
class Look:
    """An image as shown, 8 bit grey (rows, columns) or colour (rows, columns, 3), and the heat maps of all classes."""

    picture: NDArray[np.uint8]
    maps: tuple[SaliencyMap, ...]


def choose(judged: Judged) -> list[tuple[int, str]]:
    """(index, "hit" or "miss"): of every class the surest, middling and least sure hits, and the surest misses.

    Nothing is drawn by lot and nothing picked by hand, so that a report looks the same each time it is made.
    """
    labels = judged.labels
    sure = judged.p[np.arange(len(labels)), judged.called]
    order = [judged.column, *(c for c in range(len(judged.classes)) if c != judged.column)]
    chosen: dict[str, list[list[int]]] = {"hit": [], "miss": []}
    for column in order:
        own = np.flatnonzero(labels == column)
        ranked = own[np.argsort(-sure[own], kind="stable")]
        hits = ranked[judged.called[ranked] == column]
        places = np.unique(np.linspace(0, len(hits) - 1, min(HITS, len(hits))).round().astype(int))
        chosen["hit"].append(hits[places].tolist())
        chosen["miss"].append(ranked[judged.called[ranked] != column][:MISSES].tolist())
    return [(i, kind) for kind, classes in chosen.items() for i in _in_turn(classes)[:MOST]]


def _in_turn(classes: Sequence[Sequence[int]]) -> list[int]:
    """The first of each class, then the second of each, put back into the order of classes afterwards."""
    turns = [(k, c) for c, own in enumerate(classes) for k in range(len(own))]
    kept = sorted(sorted(turns)[:MOST], key=lambda turn: turn[1])
    return [classes[c][k] for k, c in kept]


def gallery(judged: Judged, look: Callable[[Sample], Look], map_scale: Mapping[str, float]) -> list[dict[str, Any]]:
    """``gallery`` of ``report.json``. ``map_scale`` is the logit contribution at the top of the colours, per class."""
    rows = []
    for i, kind in choose(judged):
        sample, called = judged.samples[i], judged.classes[judged.called[i]]
        # "Normal" is no finding: the map of interest is then that of what was overlooked, or feared.
        shown = called if called != NO_RISK else sample.label if kind == "miss" else judged.positive
        seen = look(sample)
        found = next((m for m in seen.maps if m.finding == shown), None)
        words, is_drawn = _state(judged, shown, judged.p[i], found, map_scale)
        picture, plain = pictures(seen.picture, found if is_drawn else None, map_scale.get(shown, 1.0))
        rows.append(
            {
                "file_name": PurePosixPath(sample.file.replace("\\", "/")).name,
                "truth": sample.label,
                "called": called,
                "probability": float(judged.p[i, judged.called[i]]),
                "kind": kind,
                "picture": picture,
                "plain": plain,
                "map": words,
            }
        )
    return rows


def _state(
    judged: Judged, name: str, p: NDArray[np.floating[Any]], found: SaliencyMap | None, map_scale: Mapping[str, float]
) -> tuple[str, bool]:
    """Words about the map and whether it is drawn; the rule of the viewer (``imaging.map_state``)."""
    label = judged.class_labels.get(name, name)
    thresholds = [point.threshold for point in judged.points if point.finding == name]
    if found is None or not map_scale.get(name, 0.0) > 0.0:
        return f"No map of {label}", False
    if not overlay.has_evidence(found):
        return f"No positive evidence of {label}", False
    if thresholds and p[judged.classes.index(name)] < min(thresholds):
        return f"{label} below its operating point: no map", False
    return f"Map: {label}", True


def pictures(picture: NDArray[np.uint8], found: SaliencyMap | None, top: float) -> tuple[str, str]:
    """(PNG with the map where one is given, JPEG without), both base64; the longer side is ``SIDE`` pixels at most."""
    rows, columns = picture.shape[:2]
    ratio = min(1.0, SIDE / max(rows, columns))
    small = Image.fromarray(picture).resize((max(1, round(columns * ratio)), max(1, round(rows * ratio))))
    drawn = small
    if found is not None:
        shrink = Affine(a=small.width / columns, e=small.height / rows)
        on_grid = replace(found, to_source=shrink.after(found.to_source))
        colours = overlay.colourise(overlay.render(on_grid, (small.height, small.width), top), OPACITY)
        if picture.ndim == 2:
            drawn = Image.fromarray(overlay.blend(np.asarray(small), colours))
        else:
            drawn = Image.alpha_composite(small.convert("RGBA"), Image.fromarray(colours)).convert("RGB")
    return _encoded(drawn, "PNG", optimize=True), _encoded(small, "JPEG", quality=85)


def _encoded(image: Image.Image, kind: str, **options: Any) -> str:
    stream = BytesIO()
    image.save(stream, kind, **options)
    return base64.b64encode(stream.getvalue()).decode("ascii")


def scale_of(peaks: NDArray[np.floating[Any]], judged: Judged) -> dict[str, float]:
    """Top of the colours: the 99th percentile of the highest cell where the class was rightly called.

    ``peaks`` (n, classes). A class that was never rightly called takes its own images, one without images those of all.
    """
    scale = {}
    for column, name in enumerate(judged.classes):
        own = judged.labels == column
        right = own & (judged.called == column)
        chosen = peaks[right if right.any() else own if own.any() else np.ones(len(own), dtype=bool), column]
        scale[name] = round(max(float(np.percentile(chosen, 99)), 1e-3), 4)
    return scale
