"""What a score becomes where parts of the picture that hold no disease are hidden; pure values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cxr_desktop.domain.prediction import Finding, RiskBand


class Hidden(StrEnum):
    """What is hidden before the image is scored again."""

    BORDERS = "borders"
    """a strip along all four sides"""
    MARKERS = "markers"
    """letters, markers and the four corners"""
    SURROUNDINGS = "surroundings"
    """everything outside the lungs becomes black"""


@dataclass(frozen=True, slots=True)
class ShortcutTrial:
    """``risk`` with this part hidden, calibrated, 0…1. ``reason`` says why there is none where it is ``None``."""

    hidden: Hidden
    risk: float | None = None
    band: RiskBand | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ShortcutReport:
    """One test of one image; never kept as a result. ``risk`` is that of the untouched image in the same test."""

    finding: Finding
    risk: float
    band: RiskBand | None
    trials: tuple[ShortcutTrial, ...]

    def change(self, trial: ShortcutTrial) -> float | None:
        """How far the risk moved, with its sign."""
        return None if trial.risk is None else trial.risk - self.risk

    def moves_band(self, trial: ShortcutTrial) -> bool:
        """Whether the study would be in another band."""
        return trial.risk is not None and trial.band != self.band
