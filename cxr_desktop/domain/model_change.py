"""What another model would change in a worklist, study by study; pure, knows no model, no file and no window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from cxr_desktop.domain.prediction import RiskBand

_RANK_OF_BAND = {RiskBand.ABOVE: 0, RiskBand.BETWEEN: 1, None: 1, RiskBand.BELOW: 2}


class Crossing(IntEnum):
    """How a study moves over the operating point of high sensitivity, the worst first."""

    FALLS_BELOW = 0
    LOST = 1
    """the new model gives no number where the old one did"""
    RISES_ABOVE = 2
    GAINED = 3
    """the new model gives a number where the old one did not"""
    STAYS = 4


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one model puts a study. ``risk`` and ``band`` are ``None`` where it has no number, or no such points."""

    key: str
    risk: float | None
    band: RiskBand | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One study under two models. Ranks count from 1, falling; ``None`` where that model has no number for it."""

    key: str
    rank_before: int | None
    rank_after: int | None
    risk_before: float | None
    risk_after: float | None
    band_before: RiskBand | None
    band_after: RiskBand | None

    @property
    def crossing(self) -> Crossing:
        """What the switch does to this study."""
        if self.risk_before is None or self.risk_after is None:
            if self.risk_before is self.risk_after:
                return Crossing.STAYS
            return Crossing.LOST if self.risk_after is None else Crossing.GAINED
        before, after = self.band_before is RiskBand.BELOW, self.band_after is RiskBand.BELOW
        if before == after:
            return Crossing.STAYS
        return Crossing.FALLS_BELOW if after else Crossing.RISES_ABOVE

    @property
    def crosses(self) -> bool:
        """Whether it comes to lie on the other side of the point of high sensitivity."""
        return self.crossing in (Crossing.FALLS_BELOW, Crossing.RISES_ABOVE)

    @property
    def moves(self) -> int:
        """Places in the list; positive where it comes later, 0 where it has no place in one of the two."""
        if self.rank_before is None or self.rank_after is None:
            return 0
        return self.rank_after - self.rank_before

    @property
    def is_change(self) -> bool:
        """Whether there is anything to tell."""
        return self.crossing is not Crossing.STAYS or self.moves != 0 or self.band_before is not self.band_after


def compare(before: Iterable[Standing], after: Iterable[Standing]) -> tuple[Change, ...]:
    """Every study of either side once, as ``Change``; what falls below the operating point stands first.

    Then come studies that lose their number, that rise, that gain one, and the rest by how far they move, the farthest
    first. A study that one side does not name has no number there. Ranks are those of the worklist: by band, then by
    falling risk, ties in the order of ``before``. A key that is named twice counts with its last standing.
    """
    old = {standing.key: standing for standing in before}
    new = {standing.key: standing for standing in after}
    keys = list(dict.fromkeys((*old, *new)))
    place = {key: number for number, key in enumerate(keys)}
    ranks_old, ranks_new = _ranks(old, place), _ranks(new, place)
    changes = [_change(key, old.get(key), new.get(key), ranks_old.get(key), ranks_new.get(key)) for key in keys]
    return tuple(sorted(changes, key=lambda c: (c.crossing, -abs(c.moves), place[c.key])))


def _change(key: str, old: Standing | None, new: Standing | None, rank_old: int | None, rank_new: int | None) -> Change:
    return Change(
        key,
        rank_old,
        rank_new,
        old.risk if old else None,
        new.risk if new else None,
        old.band if old else None,
        new.band if new else None,
    )


def _ranks(standings: Mapping[str, Standing], place: Mapping[str, int]) -> dict[str, int]:
    scored = [(standing, standing.risk) for standing in standings.values() if standing.risk is not None]
    scored.sort(key=lambda pair: (_RANK_OF_BAND[pair[0].band], -pair[1], place[pair[0].key]))
    return {standing.key: rank for rank, (standing, _) in enumerate(scored, start=1)}
