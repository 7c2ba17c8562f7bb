"""Where in the lungs a heat map lies, in a reader's words; computes no map and knows no widget."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from cxr_desktop.domain.lung_field import LungField, LungZone
from cxr_desktop.domain.prediction import SaliencyMap
from cxr_desktop.imaging.lung_zones import MUCH_OUTSIDE, main_zones, region_name, zone_shares
from cxr_desktop.ui import wording


def _tr(text: str) -> str:
    return QCoreApplication.translate("map_region", text)


def shares_of(saliency: SaliencyMap | None, lungs: LungField | None) -> Mapping[LungZone, float]:
    """The map's mass by zone; empty where the lungs are not known or nothing speaks for the class."""
    return zone_shares(saliency, lungs) if saliency is not None and lungs is not None else {}


def region_sentence(shares: Mapping[LungZone, float]) -> str:
    """``Main region: right lower zone, 62 % of the map; 8 % outside the lungs.``; "" where nothing is known."""
    zones = main_zones(shares)
    if not zones:
        return ""
    outside = shares.get(LungZone.OUTSIDE, 0.0)
    if zones == (LungZone.OUTSIDE,):
        return _tr("Main region: outside the lungs, {0} of the map.").format(wording.percent(outside))
    name = QCoreApplication.translate("LungZone", region_name(zones))
    share = wording.percent(sum(shares[zone] for zone in zones))
    words = _tr("Main region: {0}, {1} of the map; {2} outside the lungs.")
    return words.format(name, share, wording.percent(outside))


def outside_warning(shares: Mapping[LungZone, float]) -> str:
    """What must be seen where more than half of a map lies outside the lungs; else ""."""
    if shares.get(LungZone.OUTSIDE, 0.0) <= MUCH_OUTSIDE:
        return ""
    return _tr("Much of this map lies outside the lungs: it may show the hospital rather than the disease.")
