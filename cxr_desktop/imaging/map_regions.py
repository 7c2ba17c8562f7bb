"""Regions of a drawn heat map: where each lies, in which zone, and how much of that lung it covers; finds no lungs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField, LungZone
from cxr_desktop.imaging.lung_region import zone_cells
from cxr_desktop.imaging.lung_zones import main_zones

MOST = 6
"""More boxes than this would hide the film."""
_FEWEST_CELLS = 12
"""A region of fewer cells of the grid is an edge of another one."""


@dataclass(frozen=True, slots=True)
class MapRegion:
    """``left…bottom`` are cells of the grid (right and bottom exclusive).

    ``zones`` are where it mainly lies, as ``lung_zones.main_zones`` has it; empty where no lungs are known.
    ``lung_share`` is the part of the lung, or of both, that these zones belong to which it covers, 0…1.
    """

    left: int
    top: int
    right: int
    bottom: int
    zones: tuple[LungZone, ...]
    lung_share: float


def zones_on_grid(lungs: LungField, to_source: Affine, shape: tuple[int, int]) -> NDArray[np.uint8]:
    """The ``LungZone`` of every cell of a grid of ``shape``, whose cells ``to_source`` maps to the source image."""
    place = lungs.to_source.inverse().after(to_source).as_tuple()
    picture = Image.fromarray(zone_cells(lungs))
    seen = picture.transform((shape[1], shape[0]), Image.Transform.AFFINE, place, Image.Resampling.NEAREST)
    return np.asarray(seen, dtype=np.uint8)


def regions(
    values: NDArray[np.float32], level: float, zones: NDArray[np.uint8] | None, most: int = MOST
) -> tuple[MapRegion, ...]:
    """Connected parts of ``values`` (rows, columns) at or above ``level``, those with the greatest mass first."""
    labels, count = labelled(values >= level)
    found = []
    for number in range(1, count + 1):
        inside = labels == number
        if inside.sum() >= _FEWEST_CELLS:
            found.append((float(values[inside].sum()), _region(inside, values, zones)))
    found.sort(key=lambda pair: -pair[0])
    return tuple(region for _, region in found[:most])


def _region(inside: NDArray[np.bool_], values: NDArray[np.float32], zones: NDArray[np.uint8] | None) -> MapRegion:
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    box = int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
    if zones is None:
        return MapRegion(*box, (), 0.0)
    mass = np.bincount(zones[inside], weights=values[inside], minlength=len(LungZone))
    main = main_zones({zone: float(mass[zone] / mass.sum()) for zone in LungZone})
    lung = np.isin(zones, [zone for side in {_is_left(zone) for zone in main if zone} for zone in _SIDES[side]])
    return MapRegion(*box, main, float((lung & inside).sum()) / max(1.0, float(lung.sum())))


def _is_left(zone: LungZone) -> bool:
    return zone >= LungZone.LEFT_UPPER


_SIDES = {left: [zone for zone in LungZone if zone and _is_left(zone) is left] for left in (False, True)}


def labelled(mask: NDArray[np.bool_]) -> tuple[NDArray[np.int32], int]:
    """Numbers from 1 on for parts that touch along a side, 0 elsewhere, and how many there are."""
    parents: list[int] = [0]

    def root(label: int) -> int:
        while parents[label] != label:
            parents[label] = parents[parents[label]]
            label = parents[label]
        return label

    labels = np.zeros(mask.shape, dtype=np.int32)
    for row in range(mask.shape[0]):
        edges = np.flatnonzero(np.diff(np.concatenate(([0], mask[row].astype(np.int8), [0]))))
        for start, end in edges.reshape(-1, 2).tolist():
            above = {root(int(n)) for n in np.unique(labels[row - 1, start:end]) if n} if row else set()
            label = min(above, default=len(parents))
            if not above:
                parents.append(label)
            for other in above:
                parents[other] = label
            labels[row, start:end] = label
    roots = np.array([root(n) for n in range(len(parents))], dtype=np.int32)
    names = np.unique(roots[1:])
    numbers = np.zeros(len(parents), dtype=np.int32)
    numbers[names] = np.arange(1, len(names) + 1)
    return numbers[roots][labels], len(names)
