"""Where in the lungs a heat map lies: its mass zone by zone, outside of the lungs, and in words; finds no lungs itself.

The mass of a map is its raw value summed over the picture, smoothed between cells as it is drawn. Every point of the
picture counts once, for the zone that it lies in; what the map holds beyond the picture counts for nothing. Scale,
threshold and operating point play no part, so these shares say where a map lies and not how strong it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from cxr_desktop.domain.lung_field import LungField, LungZone
from cxr_desktop.domain.prediction import SaliencyMap
from cxr_desktop.imaging.lung_region import zone_cells
from cxr_desktop.imaging.overlay import render, upsample

MUCH_OUTSIDE = 0.5
"""With more of its mass than this outside the lungs, a map is not about the lungs: readers are warned."""
_SECOND_ZONE = 0.6
"""A second zone is named where it has this share of the first one's mass."""
_LEAST_INSIDE = 0.1
"""With less of its mass than this in the lungs, a map lies outside of them."""


def zone_shares(found: SaliencyMap, lungs: LungField) -> dict[LungZone, float]:
    """Share of the map's mass in each zone and outside of the lungs, together 1; empty without positive evidence."""
    top = float(np.nan_to_num(upsample(found), nan=0.0).max(initial=0.0))
    if top <= 0.0:
        return {}
    on_cells = replace(found, to_source=lungs.to_source.inverse().after(found.to_source))
    mass = render(on_cells, (lungs.height, lungs.width), top).astype(np.float64)
    sums = np.bincount(zone_cells(lungs).ravel(), weights=mass.ravel(), minlength=len(LungZone))
    total = float(sums.sum())
    return {zone: float(sums[zone]) / total for zone in LungZone} if total > 0.0 else {}


def share_outside(found: SaliencyMap, lungs: LungField) -> float | None:
    """Share of the map's mass that lies outside of both lungs, 0…1; ``None`` without positive evidence."""
    shares = zone_shares(found, lungs)
    return shares[LungZone.OUTSIDE] if shares else None


def zone_at(lungs: LungField, x: float, y: float) -> LungZone:
    """The zone of a point of the source image; outside of the lungs beyond the picture."""
    column, row = lungs.to_source.inverse().apply(x, y)
    if not (0 <= column < lungs.width and 0 <= row < lungs.height):
        return LungZone.OUTSIDE
    return LungZone(int(zone_cells(lungs)[int(row), int(column)]))


def main_zones(shares: Mapping[LungZone, float]) -> tuple[LungZone, ...]:
    """The zone with most of a map's mass, and the next one where it has at least 60 % of that.

    Of equal zones the one that ``LungZone`` names first comes first. ``OUTSIDE`` alone where less than a tenth of the
    mass lies in the lungs; nothing without positive evidence.
    """
    if not shares:
        return ()
    inside = sorted((zone for zone in LungZone if zone), key=lambda zone: -shares.get(zone, 0.0))
    if sum(shares.get(zone, 0.0) for zone in inside) < _LEAST_INSIDE:
        return (LungZone.OUTSIDE,)
    first, second = inside[:2]
    return (first, second) if shares.get(second, 0.0) >= _SECOND_ZONE * shares[first] else (first,)


def region_name(zones: tuple[LungZone, ...]) -> str:
    """ "right lower zone", "right middle and lower zones", "both lower zones", "right upper and left lower zones".

    Before translation; "" for no zone.
    """
    if len(zones) < 2:
        return zones[0].label if zones else ""
    words = [zone.name.lower().split("_") for zone in sorted(zones)]
    (side, height), (other_side, other_height) = words
    if side == other_side:
        return f"{side} {height} and {other_height} zones"
    if height == other_height:
        return f"both {height} zones"
    return f"{side} {height} and {other_side} {other_height} zones"
