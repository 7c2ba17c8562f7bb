"""How a reader wants heat maps drawn: colours, threshold, outline, boxes; a plain value, draws nothing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cxr_desktop.imaging.overlay import CONTOUR_AT

HIGHEST_THRESHOLD = 0.95


@dataclass(frozen=True, slots=True)
class MapLook:
    """``threshold`` is a share of the scale, 0…1: what is below it is not drawn."""

    colours: str = "inferno"
    threshold: float = 0.0
    outline_only: bool = False
    boxes: bool = False

    @property
    def contour_at(self) -> float:
        """Where the dashed line runs: at the threshold, without one at half of the scale."""
        return self.threshold or CONTOUR_AT


def colours_label(name: str) -> str:
    """What a colour map is called."""
    words = {
        "inferno": QCoreApplication.translate("viewer", "Inferno (black, red, yellow)"),
        "magma": QCoreApplication.translate("viewer", "Magma (black, purple, cream)"),
        "viridis": QCoreApplication.translate("viewer", "Viridis (blue, green, yellow)"),
        "cividis": QCoreApplication.translate("viewer", "Cividis (blue, grey, yellow)"),
    }
    return words[name]
