"""One image as it is being read: its window, inversion, place on the screen and measurements; draws nothing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.imaging.pixels import GreyImage, Voi, display_table, full_range_voi
from cxr_desktop.imaging.view_turn import ViewTurn
from cxr_desktop.ui.viewer import window_level
from cxr_desktop.ui.viewer.measurement import Spacing
from cxr_desktop.ui.viewer.measuring import Measurements
from cxr_desktop.ui.viewer.pyramid import Pyramid
from cxr_desktop.ui.viewer.viewport import Viewport
from cxr_desktop.ui.viewer.window_level import ValueRange, extent


@dataclass(slots=True)
class Adjustments:
    """What a reader did to an image. Measurements are kept while the folder is open, the rest while the study is.

    ``measurements`` are in pixels of the image as shown, that is after ``turn``.
    """

    voi: Voi | None = None
    inverted: bool = False
    turn: ViewTurn = field(default_factory=ViewTurn)
    measurements: Measurements = field(default_factory=Measurements)

    def set_turn(self, turn: ViewTurn, rows: int, columns: int) -> None:
        """Turn the view of an image of ``rows`` × ``columns``; measurements stay on their places of the body."""
        back = self.turn.to_shown(rows, columns).inverse()
        self.measurements.map_points(turn.to_shown(rows, columns).after(back))
        self.turn = turn


class Display:
    """Joins an image with the reader's adjustments. ``viewport`` counts device pixels."""

    def __init__(self, image: GreyImage, kept: Adjustments, width: float, height: float) -> None:
        """``image`` is what ``kept.turn`` made of the file's."""
        self.image = image
        self.kept = kept
        self.pyramid = Pyramid(image.pixels, image.padding)
        self.spacing = Spacing.of(image.radiograph)
        self._default = first_window(image)
        self._presets: tuple[Voi, ...] | None = None
        self._automatic: Voi | None = None
        rows, columns = image.pixels.shape
        self.viewport = Viewport.fitted(columns, rows, width, height, self.spacing.pixel_aspect)

    @property
    def voi(self) -> Voi:
        """The window in use."""
        return self.kept.voi or self._default

    @property
    def inverted(self) -> bool:
        """Total inversion of what is shown: the image's own (MONOCHROME1), once, and the reader's."""
        return self.image.inverted ^ self.kept.inverted

    def table(self) -> NDArray[np.uint8]:
        """Shown grey of every pixel code."""
        return display_table(self.image, self.voi, self.inverted)

    def drag_window(self, start: Voi, dx: float, dy: float) -> None:
        """The window after a drag of (dx, dy) device-independent pixels that began at ``start``."""
        values = ValueRange.of(self.image, self.pyramid)
        self.kept.voi = window_level.dragged(start, dx, dy, self.inverted, values)

    def presets(self) -> tuple[Voi, ...]:
        """Presets 1–9."""
        if self._presets is None:
            self._presets = window_level.presets(self.image, self.pyramid, self._default)
        return self._presets

    def use_preset(self, number: int) -> bool:
        """0 is the full range; returns whether there is such a preset."""
        if number == 0:
            self.kept.voi = window_level.full_range(ValueRange.of(self.image, self.pyramid))
        elif number <= len(self.presets()):
            self.kept.voi = self.presets()[number - 1]
        else:
            return False
        return True

    def use_automatic(self) -> None:
        """From the content alone, between two robust percentiles, whatever windows the file has."""
        if self._automatic is None:
            self._automatic = automatic_window(self.image)
        self.kept.voi = self._automatic

    def relative_window(self) -> tuple[float, float]:
        """(width over the first window's, shift in widths of it, towards bright): what two images can share.

        The same numbers of W and L mean different greys on different detectors; the same change of the window that each
        file came with does not.
        """
        (first, size), (centre, width) = extent(self._default), extent(self.voi)
        return width / size, (centre - first) / size * (-1 if self.image.inverted else 1)

    def set_relative_window(self, ratio: float, shift: float) -> None:
        """The counterpart of ``relative_window``."""
        if abs(ratio - 1) < 1e-9 and abs(shift) < 1e-9:
            self.kept.voi = None
            return
        first, size = extent(self._default)
        centre = first + shift * size * (-1 if self.image.inverted else 1)
        self.kept.voi = window_level.adjusted(self._default, centre, ratio * size)

    def reset(self) -> None:
        """Window, inversion, zoom and place as when the image was opened; measurements stay."""
        self.kept.voi, self.kept.inverted = None, False
        self.viewport = self.viewport.fit()

    def value_at(self, column: int, row: int) -> float | None:
        """Modality value of one pixel; ``None`` where it is padding."""
        code = int(self.image.pixels[row, column])
        if self.image.padding is not None and self.image.padding[0] <= code <= self.image.padding[1]:
            return None
        return code * self.image.value_scale + self.image.value_offset


_ENOUGH_PIXELS = 1_000_000


def first_window(image: GreyImage) -> Voi:
    """The window an image opens with: the file's first, else by its content."""
    return image.vois[0] if image.vois else automatic_window(image)


def automatic_window(image: GreyImage) -> Voi:
    """The range of the content between two robust percentiles, judged from at most about a million pixels spread
    evenly, so that the window never waits for it."""
    step = ceil(sqrt(image.pixels.size / _ENOUGH_PIXELS))
    if step > 1:
        image = replace(image, pixels=np.ascontiguousarray(image.pixels[::step, ::step]))
    return replace(full_range_voi(image), explanation="Automatic")
