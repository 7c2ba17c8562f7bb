"""Where in the lungs a result's evidence lies, for tables and captions; finds no lungs and draws nothing."""

from __future__ import annotations

from typing import NamedTuple

from cxr_desktop.domain.lung_field import LungZone
from cxr_desktop.domain.prediction import Finding, Prediction, Status
from cxr_desktop.export.wording import per_cent
from cxr_desktop.imaging.lung_zones import MUCH_OUTSIDE, main_zones, region_name, zone_shares

WARNING = "More than half of this map lies outside the lungs: it may show the hospital rather than the disease"


class MapPlace(NamedTuple):
    """``region`` is where most of a map lies ("right lower zone"), ``outside`` its share outside both lungs, 0…1."""

    region: str
    outside: float

    @property
    def is_suspect(self) -> bool:
        """Whether a reader must be warned."""
        return self.outside > MUCH_OUTSIDE

    @property
    def words(self) -> str:
        """``right lower zone, 8 % outside the lungs``"""
        share = f"{per_cent(self.outside)} outside the lungs"
        return share if self.region == LungZone.OUTSIDE.label else f"{self.region}, {share}"


def map_place(prediction: Prediction, finding: Finding | None = None) -> MapPlace | None:
    """Of the class of interest, or another; ``None`` where there is no positive evidence or no lungs are known."""
    found = prediction.map_of(finding or prediction.risk_finding) if prediction.status is Status.SCORED else None
    if found is None or prediction.lungs is None:
        return None
    shares = zone_shares(found, prediction.lungs)
    return MapPlace(region_name(main_zones(shares)), shares[LungZone.OUTSIDE]) if shares else None
