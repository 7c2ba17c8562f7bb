"""Lengths and angles between image points, in millimetres where the file allows it; draws nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import acos, degrees, hypot

from PySide6.QtCore import QCoreApplication

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.radiograph import Radiograph

Point = tuple[float, float]
"""(x, y) in image pixels, x to the right, y down."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("viewer", text)


@dataclass(frozen=True, slots=True)
class Spacing:
    """Size of a pixel. ``column_mm`` is 0 where the file does not say; ``calibrated`` is false at the detector."""

    column_mm: float = 0.0
    row_mm: float = 0.0
    calibrated: bool = False

    @classmethod
    def of(cls, header: Radiograph) -> Spacing:
        """From PixelSpacing or ImagerPixelSpacing as the reader found it; nonsense counts as unknown."""
        if header.pixel_spacing_mm is None:
            return cls()
        row, column = header.pixel_spacing_mm
        if not (0 < row < 1000 and 0 < column < 1000):
            return cls()
        return cls(column, row, header.spacing_is_calibrated)

    @property
    def known(self) -> bool:
        """Whether lengths are in millimetres."""
        return self.column_mm > 0 and self.row_mm > 0

    def words(self) -> str:
        """Where the millimetres come from, for a corner of the view.

        Calibrated is a PixelSpacing that was corrected to the patient; an ImagerPixelSpacing holds at the detector,
        where everything is larger than in the body, commonly by a tenth.
        """
        if not self.known:
            return _tr("Spacing unknown, lengths in px")
        size = f"{self.column_mm:.3f}" if self.row_mm == self.column_mm else f"{self.column_mm:.3f} × {self.row_mm:.3f}"
        if self.calibrated:
            return _tr("{0} mm/px, calibrated").format(size)
        return _tr("{0} mm/px at detector (magnified)").format(size)

    @property
    def pixel_aspect(self) -> float:
        """Height over width of a pixel; 1 where unknown or beyond belief."""
        aspect = self.row_mm / self.column_mm if self.known else 1.0
        return aspect if 0.1 <= aspect <= 10 else 1.0


@dataclass(frozen=True, slots=True)
class Measurement:
    """Two points are a length, three an angle at the middle one; a profile is a length with the values along it."""

    points: tuple[Point, ...]
    is_profile: bool = False

    def moved(self, dx: float, dy: float, point: int | None = None) -> Measurement:
        """One of its points, or all of it, moved by image pixels."""
        points = ((x + dx, y + dy) if point in (None, i) else (x, y) for i, (x, y) in enumerate(self.points))
        return replace(self, points=tuple(points))

    def mapped(self, to_other: Affine) -> Measurement:
        """The same in other coordinates."""
        return replace(self, points=tuple(to_other.apply(*point) for point in self.points))

    def words(self, spacing: Spacing) -> str:
        """What the reader sees beside it."""
        start, end, *rest = self.points
        if rest:
            return f"{angle(start, end, rest[0], spacing):.1f}°"
        value = length(start, end, spacing)
        if not spacing.known:
            return _tr("{0} px (spacing unknown)").format(f"{value:,.0f}")
        number = f"{value:,.{1 if value < 1000 else 0}f}"
        return (_tr("{0} mm") if spacing.calibrated else _tr("{0} mm at detector")).format(number)


def _arm(start: Point, end: Point, spacing: Spacing) -> Point:
    x, y = end[0] - start[0], end[1] - start[1]
    return (x * spacing.column_mm, y * spacing.row_mm) if spacing.known else (x, y)


def length(start: Point, end: Point, spacing: Spacing) -> float:
    """Distance in mm, or in pixels where the spacing is unknown."""
    return hypot(*_arm(start, end, spacing))


def angle(start: Point, corner: Point, end: Point, spacing: Spacing) -> float:
    """Angle at ``corner`` in degrees, 0…180; 0 where an arm has no length. Oblong pixels are allowed for."""
    first, second = _arm(corner, start, spacing), _arm(corner, end, spacing)
    size = hypot(*first) * hypot(*second)
    if size == 0:
        return 0.0
    return degrees(acos(min(1.0, max(-1.0, (first[0] * second[0] + first[1] * second[1]) / size))))
