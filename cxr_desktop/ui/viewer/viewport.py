"""Where the image lies on the screen: fit, zoom and pan as pure geometry; knows no Qt and no pixel values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, floor

MAX_SCALE = 64.0
REAL_PIXELS_ABOVE = 2.0


@dataclass(frozen=True, slots=True)
class GridSlice:
    """The visible part of a grid that covers the image, and where it goes.

    ``left…bottom`` are cells of the grid (right and bottom exclusive); ``x, y, width, height`` are device pixels.
    """

    left: int
    top: int
    right: int
    bottom: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Viewport:
    """An image of ``columns × rows`` in a view of ``width × height`` device pixels.

    ``scale`` is device pixels per image column, ``pixel_aspect`` the height of an image pixel over its width (so rows
    are drawn ``scale * pixel_aspect`` tall). ``centre_x``/``centre_y`` is the image point in the middle of the view;
    image coordinates are continuous, pixel centres at +0.5. ``fits`` says that the view follows the window's size.
    """

    columns: int
    rows: int
    width: float
    height: float
    scale: float
    centre_x: float
    centre_y: float
    pixel_aspect: float = 1.0
    fits: bool = True

    @classmethod
    def fitted(cls, columns: int, rows: int, width: float, height: float, pixel_aspect: float = 1.0) -> Viewport:
        """The whole image, as large as the view allows. Raises ``ValueError`` for an empty image."""
        if columns < 1 or rows < 1 or not pixel_aspect > 0:
            raise ValueError("an image has rows, columns and a positive pixel aspect")
        width, height = max(1.0, width), max(1.0, height)
        scale = min(width / columns, height / (rows * pixel_aspect))
        return cls(columns, rows, width, height, scale, columns / 2, rows / 2, pixel_aspect)

    @property
    def scale_x(self) -> float:
        """Device pixels per image column."""
        return self.scale

    @property
    def scale_y(self) -> float:
        """Device pixels per image row."""
        return self.scale * self.pixel_aspect

    @property
    def fit_scale(self) -> float:
        """The scale at which the whole image just fits."""
        return min(self.width / self.columns, self.height / (self.rows * self.pixel_aspect))

    @property
    def shows_real_pixels(self) -> bool:
        """Squares instead of smoothing: the reader has zoomed past 2 and past the fit (a small image fits smoothly)."""
        return self.scale > REAL_PIXELS_ABOVE and self.scale > self.fit_scale * 1.0001

    @property
    def origin(self) -> tuple[float, float]:
        """Where image point (0, 0) is drawn; on whole device pixels, so that 1:1 is never blurred."""
        return (
            float(floor(self.width / 2 - self.centre_x * self.scale_x + 0.5)),
            float(floor(self.height / 2 - self.centre_y * self.scale_y + 0.5)),
        )

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """Image point → device pixels."""
        left, top = self.origin
        return left + x * self.scale_x, top + y * self.scale_y

    def to_image(self, x: float, y: float) -> tuple[float, float]:
        """Device pixels → image point (may lie outside the image)."""
        left, top = self.origin
        return (x - left) / self.scale_x, (y - top) / self.scale_y

    def pixel_at(self, x: float, y: float) -> tuple[int, int] | None:
        """(column, row) of the image pixel under a point of the screen, or ``None`` beside the image."""
        column, row = (floor(v) for v in self.to_image(x, y))
        inside = 0 <= column < self.columns and 0 <= row < self.rows
        return (column, row) if inside else None

    def fit(self) -> Viewport:
        """The whole image again."""
        return Viewport.fitted(self.columns, self.rows, self.width, self.height, self.pixel_aspect)

    def resized(self, width: float, height: float) -> Viewport:
        """The view changed its size: a fitted image fits again, any other keeps its middle and its scale."""
        changed = replace(self, width=max(1.0, width), height=max(1.0, height))
        return changed.fit() if self.fits else changed

    def zoomed(self, factor: float, x: float, y: float) -> Viewport:
        """Zoom by ``factor`` with the image point under the screen point (x, y) staying where it is."""
        return self.at_scale(self.scale * factor, x, y)

    def at_scale(self, scale: float, x: float, y: float) -> Viewport:
        """An exact scale, with the image point under the screen point (x, y) staying where it is."""
        smallest = min(1.0, self.fit_scale) / 4
        scale = min(max(scale, smallest), max(MAX_SCALE, self.fit_scale))
        # The exact middle, not the snapped origin: a hundred small steps must not add up to a drift.
        held_x = self.centre_x + (x - self.width / 2) / self.scale_x
        held_y = self.centre_y + (y - self.height / 2) / self.scale_y
        centre_x = held_x - (x - self.width / 2) / scale
        centre_y = held_y - (y - self.height / 2) / (scale * self.pixel_aspect)
        return replace(self, scale=scale, fits=False)._centred(centre_x, centre_y)

    def panned(self, dx: float, dy: float) -> Viewport:
        """Move the image by device pixels; its edge never passes the middle of the view."""
        return replace(self, fits=False)._centred(self.centre_x - dx / self.scale_x, self.centre_y - dy / self.scale_y)

    def _centred(self, x: float, y: float) -> Viewport:
        return replace(
            self, centre_x=min(max(x, 0.0), float(self.columns)), centre_y=min(max(y, 0.0), float(self.rows))
        )

    def slice_of(self, grid_columns: int, grid_rows: int, step_x: float, step_y: float) -> GridSlice | None:
        """The part of a grid that is on the screen, with one more cell all round for smoothing.

        One cell covers ``step_x × step_y`` image pixels; cell (0, 0) begins at image point (0, 0). ``None`` where no
        cell is visible.
        """
        x0, y0 = self.to_image(0, 0)
        x1, y1 = self.to_image(self.width, self.height)
        left, top = max(0, floor(x0 / step_x) - 1), max(0, floor(y0 / step_y) - 1)
        right, bottom = min(grid_columns, ceil(x1 / step_x) + 1), min(grid_rows, ceil(y1 / step_y) + 1)
        if left >= right or top >= bottom:
            return None
        x, y = self.to_screen(left * step_x, top * step_y)
        width, height = (right - left) * step_x * self.scale_x, (bottom - top) * step_y * self.scale_y
        return GridSlice(left, top, right, bottom, x, y, width, height)
