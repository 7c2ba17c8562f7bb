"""Halved copies of a 16-bit image, made in short steps so that the window never waits; numpy only, knows no Qt."""

from __future__ import annotations

from time import perf_counter

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint16]

SMALLEST_SIDE = 384
"""No level is made below this longer side: a screen seldom shows an image smaller."""
_BLOCK_VALUES = 1 << 18
"""Pixels of one step; about half a megabyte stays in the processor's cache."""


class Pyramid:
    """Level 0 is the image itself (not copied), level k the mean over ``2ᵏ × 2ᵏ`` pixels.

    A pixel of a level that touches padding is padding, so that no mean invents a value between the two. ``build``
    is called until it returns ``True``; until then ``read`` answers with every 2ᵏ-th pixel, at once.
    """

    def __init__(self, pixels: Pixels, padding: tuple[int, int] | None = None) -> None:
        self.levels: list[Pixels] = [np.ascontiguousarray(pixels)]
        self._padding = padding
        self._row = 0
        self._next: Pixels | None = None
        self._low, self._high = 65535, 0
        self._begin()

    @property
    def finished(self) -> bool:
        """Whether every level is there."""
        return self._next is None

    @property
    def code_range(self) -> tuple[int, int]:
        """Lowest and highest pixel code that is not padding; from what has been seen until now, if unfinished."""
        low, high = self._low, self._high
        if not self.finished or len(self.levels) == 1:
            low, high = _code_range(self.levels[-1], self._padding)
        return (low, high) if low <= high else (0, 0)

    def build(self, seconds: float) -> bool:
        """Work for about ``seconds``, one step at least; returns whether all is done."""
        end = perf_counter() + seconds
        while self._next is not None:
            self._step()
            if perf_counter() >= end:
                break
        return self.finished

    def level_for(self, scale: float) -> int:
        """The coarsest level with at least one pixel per screen pixel at ``scale`` screen pixels per image pixel."""
        level = 0
        rows, columns = self.levels[0].shape
        while scale * 2 ** (level + 1) <= 1.0 and max(rows, columns) / 2**level > SMALLEST_SIDE:
            level += 1
        return level

    def shape(self, level: int) -> tuple[int, int]:
        """(rows, columns) of a level, whether it has been made or not."""
        rows, columns = self.levels[0].shape
        return -(-rows >> level), -(-columns >> level)

    def read(self, level: int, left: int, top: int, right: int, bottom: int) -> Pixels:
        """A rectangle of a level, as a view; of a level that is not there yet, picked from the finest that is."""
        ready = min(level, len(self.levels) - 1)
        step = 1 << (level - ready)
        return self.levels[ready][top * step : bottom * step : step, left * step : right * step : step]

    def sample(self, side: int = 256) -> Pixels:
        """About ``side × side`` pixels spread over the image, without padding, as one row; may be empty."""
        source = self.levels[0]
        step_y, step_x = (max(1, n // side) for n in source.shape)
        values = source[::step_y, ::step_x].ravel()
        if self._padding is not None:
            low, high = self._padding
            values = values[(values < low) | (values > high)]
        return values

    def _begin(self) -> None:
        rows, columns = self.levels[-1].shape
        self._row = 0
        if max(rows, columns) > SMALLEST_SIDE:
            self._next = np.empty((-(-rows // 2), -(-columns // 2)), dtype=np.uint16)
        else:
            self._next = None

    def _step(self) -> None:
        assert self._next is not None
        source = self.levels[-1]
        rows = max(2, _BLOCK_VALUES // source.shape[1] & ~1)
        block = source[self._row : self._row + rows]
        if len(self.levels) == 1:
            low, high = _code_range(block, self._padding)
            self._low, self._high = min(self._low, low), max(self._high, high)
        self._next[self._row // 2 : self._row // 2 + -(-len(block) // 2)] = halved(block, self._padding)
        self._row += rows
        if self._row >= source.shape[0]:
            self.levels.append(self._next)
            self._begin()


def halved(block: Pixels, padding: tuple[int, int] | None = None) -> Pixels:
    """The mean of every 2 × 2 pixels, rounded; an odd last row or column counts twice."""
    rows, columns = block.shape
    if rows % 2 or columns % 2:
        block = np.pad(block, ((0, rows % 2), (0, columns % 2)), mode="edge")
    block = np.ascontiguousarray(block)
    # Two neighbours in one 32-bit word: four times as fast as strided sums of single pixels.
    pairs = block.view(np.uint32)
    upper, lower = pairs[0::2], pairs[1::2]
    total = (upper & 0xFFFF) + (upper >> 16)
    total += lower & 0xFFFF
    total += lower >> 16
    total += 2
    total >>= 2
    mean = total.astype(np.uint16)
    return mean if padding is None else _keep_padding(block, mean, padding)


def _keep_padding(block: Pixels, mean: Pixels, padding: tuple[int, int]) -> Pixels:
    low, high = padding
    # A mean of real values must not look like padding that lies between them.
    mean[(mean >= low) & (mean <= high)] = high + 1 if high < 65535 else max(0, low - 1)
    is_padding = (block >= low) & (block <= high)
    touched = is_padding[0::2, 0::2] | is_padding[0::2, 1::2] | is_padding[1::2, 0::2] | is_padding[1::2, 1::2]
    mean[touched] = low
    return mean


def _code_range(pixels: Pixels, padding: tuple[int, int] | None) -> tuple[int, int]:
    if padding is not None:
        low, high = padding
        pixels = pixels[(pixels < low) | (pixels > high)]
        if pixels.size == 0:
            return 65535, 0
    return int(pixels.min()), int(pixels.max())
