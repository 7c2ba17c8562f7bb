"""What helps the reader's eye and changes nothing: lens, value at the pointer, the measurement under it; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from cxr_desktop.ui.viewer.measuring import Grip

WEAKEST, STRONGEST, FIRST = 2.0, 4.0, 2.0
_PER_NOTCH = 0.5


@dataclass(slots=True)
class Aids:
    """``power`` is the lens's magnification over the view's own."""

    magnifier: bool = False
    power: float = FIRST
    probe: bool = False
    hovered: Grip | None = None

    def strengthen(self, notches: float) -> None:
        """By notches of the wheel, within 2–4 times."""
        self.power = min(STRONGEST, max(WEAKEST, self.power + _PER_NOTCH * notches))

    @property
    def follows_pointer(self) -> bool:
        """Whether the whole view changes as the pointer moves."""
        return self.magnifier or self.probe
