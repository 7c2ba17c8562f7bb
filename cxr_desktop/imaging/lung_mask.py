"""A segmenter's logits → LungField: which of the marked areas are lungs, which side, which third; knows no network."""

from __future__ import annotations

from functools import cache
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField, LungZone

_SMALLER_LUNG = 0.15
"""A second area is a lung where it has this share of the largest."""
_LEAST_AREA = 0.03
"""Of the picture: less marked than this is not a pair of lungs."""
_MERGED_WIDTH = 0.8
"""A single area wider than this share of its height may be both lungs in one: a lone one is about half as wide as
high, though more on a stretched picture."""
_EITHER_SIDE = 0.2
"""Both lungs in one have this share of their area on either side of the picture's middle."""
_SAME_SIDE = 0.5
"""Two areas lie above each other where they share this part of the narrower one's columns."""
_DOUBT = 0.1
"""Logits that stand for a slightly other picture."""
_DOUBTFUL_SHARE = 0.0055
_SWAY = 0.02
"""Logits near 0 moved by 0.004 (median) and 0.018 (95th percentile) where the finest wavelets were left out."""
_FINER = 2
"""Pixels of the logits to a cell of the field."""

Mask = NDArray[np.bool_]


@cache
def areas() -> ModuleType:
    """``scipy.ndimage``, which takes a fifth of a second to import: an engine does so beside other work."""
    from scipy import ndimage

    return ndimage


def lung_field(logits: NDArray[np.float32], content: tuple[int, int, int, int], to_source: Affine) -> LungField | None:
    """Lungs in (height, width) logits, or ``None`` where too little is marked.

    ``content`` is the (top, left, bottom, right) rectangle of the segmenter's input that holds the picture,
    ``to_source`` maps its pixels to those of the image.
    """
    top, left, bottom, right = content
    marked = np.zeros(logits.shape, dtype=bool)
    marked[top:bottom, left:right] = logits[top:bottom, left:right] > 0  # a probability above one half
    areas = _largest(marked)
    if sum(int(a.sum()) for a in areas) < _LEAST_AREA * (bottom - top) * (right - left):
        return None
    right_lung, left_lung = _sides(areas, (left + right) / 2)
    zones = np.zeros(tuple(side // _FINER for side in logits.shape), dtype=np.uint8)
    _fill(zones, _halved(left_lung), LungZone.LEFT_UPPER)
    _fill(zones, _halved(right_lung), LungZone.RIGHT_UPPER)
    if not zones.any():
        return None
    place = to_source.after(Affine(a=_FINER, e=_FINER))
    return LungField(zones.shape[0], zones.shape[1], zones.tobytes(), place)


def is_doubtful(logits: NDArray[np.float32], content: tuple[int, int, int, int]) -> bool:
    """Whether slightly other pixels might give clearly other lungs, such as a faint area more or less.

    Fields of films that agreed in all but single cells after a change of resolution differ here by 0.15 to 0.5 %.
    """
    more, less = (lung_field(logits + step, content, Affine()) for step in (_DOUBT, -_DOUBT))
    if more is None or less is None:
        return True
    cells = [np.frombuffer(field.zones, dtype=np.uint8) != LungZone.OUTSIDE for field in (more, less)]
    return float((cells[0] != cells[1]).mean()) > _DOUBTFUL_SHARE


def nearly_the_same(
    logits: NDArray[np.float32], content: tuple[int, int, int, int], to_source: Affine
) -> tuple[LungField, ...]:
    """Lungs a cell wider or narrower here and there, as slightly other pixels might show them; those that are other
    lungs than ``lung_field`` finds, two at most."""
    found = lung_field(logits, content, to_source)
    others = (lung_field(logits + step, content, to_source) for step in (_SWAY, -_SWAY))
    return tuple(other for other in others if other is not None and other != found)


def _largest(marked: Mask) -> list[Mask]:
    """The largest connected area and the next one, if that is not too small."""
    labels, count = areas().label(marked)
    sizes = np.bincount(labels.ravel(), minlength=count + 1)[1:]
    order = np.argsort(sizes, kind="stable")[::-1][:2]
    return [_filled(labels == index + 1) for index in order if sizes[index] >= _SMALLER_LUNG * sizes[order[0]]]


def _filled(area: Mask) -> Mask:
    """With what it encloses: a dense consolidation in the middle of a lung is lung."""
    beyond, count = areas().label(np.pad(~area, 1, constant_values=True))
    return np.asarray(beyond != beyond[0, 0])[1:-1, 1:-1] if count > 1 else area


def _sides(areas: list[Mask], middle: float) -> tuple[Mask, Mask]:
    """(right lung, left lung) of the patient: the right one is on the left of the picture."""
    both = np.logical_or.reduce(areas)
    none = np.zeros_like(both)
    rows, columns = (np.flatnonzero(both.any(axis=axis)) for axis in (1, 0))
    if len(areas) == 2 and not _above_each_other(*areas):
        first, second = sorted(areas, key=_centre)
        return first, second
    wide = columns.size > _MERGED_WIDTH * rows.size
    if len(areas) == 1 and wide and _EITHER_SIDE < both[:, : round(middle)].sum() / both.sum() < 1 - _EITHER_SIDE:
        cut = _narrowest(both, int(columns[0]), int(columns[-1]) + 1)
        right, left = both.copy(), both.copy()
        right[:, cut:] = False
        left[:, :cut] = False
        return right, left
    return (both, none) if _centre(both) < middle else (none, both)


def _centre(area: Mask) -> float:
    """The column of its centroid."""
    counts = area.sum(axis=0)
    return float((counts * (np.arange(counts.size) + 0.5)).sum() / counts.sum())


def _above_each_other(first: Mask, second: Mask) -> bool:
    """Whether two areas are parts of one lung, the other being white."""
    a, b = first.any(axis=0), second.any(axis=0)
    return int((a & b).sum()) > _SAME_SIDE * min(int(a.sum()), int(b.sum()))


def _narrowest(area: Mask, start: int, end: int) -> int:
    """The column with the least marked, in the middle third of the box and nearest to its middle."""
    third = (end - start) // 3
    columns = np.arange(start + third, end - third)
    away = np.abs(columns - (start + end) / 2)
    counts = area.sum(axis=0)[columns]
    return int(columns[np.lexsort((away, counts))[0]])


def _halved(area: Mask) -> Mask:
    """Cells of which at least half is marked."""
    rows, columns = (side // _FINER for side in area.shape)
    blocks = area[: rows * _FINER, : columns * _FINER].reshape(rows, _FINER, columns, _FINER)
    return np.asarray(blocks.mean(axis=(1, 3)) >= 0.5)


def _fill(zones: NDArray[np.uint8], lung: Mask, upper: LungZone) -> None:
    """Three equal heights of one lung, counted on from ``upper``."""
    rows = np.flatnonzero(lung.any(axis=1))
    if not rows.size:
        return
    first, height = int(rows[0]), int(rows[-1] - rows[0] + 1)
    third = np.clip((np.arange(zones.shape[0]) - first) * 3 // height, 0, 2).astype(np.uint8)
    zones[lung] = (np.uint8(upper) + np.broadcast_to(third[:, None], zones.shape))[lung]
