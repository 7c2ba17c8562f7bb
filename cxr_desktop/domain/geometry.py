"""Affine maps between model input and source pixels; continuous coordinates, pixel centres at +0.5."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Affine:
    """``x' = a·x + b·y + c``, ``y' = d·x + e·y + f``; x counts columns, y rows, both in pixels from the top left."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 0.0
    e: float = 1.0
    f: float = 0.0

    def apply(self, x: float, y: float) -> tuple[float, float]:
        """Map one point."""
        return self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f

    def after(self, first: Affine) -> Affine:
        """The map that applies ``first`` and then ``self``."""
        return Affine(
            self.a * first.a + self.b * first.d,
            self.a * first.b + self.b * first.e,
            self.a * first.c + self.b * first.f + self.c,
            self.d * first.a + self.e * first.d,
            self.d * first.b + self.e * first.e,
            self.d * first.c + self.e * first.f + self.f,
        )

    def inverse(self) -> Affine:
        """The map back. Raises ``ZeroDivisionError`` for a map that folds the plane."""
        det = self.a * self.e - self.b * self.d
        a, b, d, e = self.e / det, -self.b / det, -self.d / det, self.a / det
        return Affine(a, b, -(a * self.c + b * self.f), d, e, -(d * self.c + e * self.f))

    def as_tuple(self) -> tuple[float, float, float, float, float, float]:
        """(a, b, c, d, e, f), the order in which maps are stored."""
        return self.a, self.b, self.c, self.d, self.e, self.f
