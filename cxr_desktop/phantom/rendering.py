"""Drawing in millimetres: grids, splines, tubes and blur that sum path lengths; it knows no anatomy and no files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

Array = NDArray[np.float32]
Real = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Grid:
    """Pixels of the detector. ``left``/``top`` are the millimetre coordinates of the outer image corner."""

    rows: int
    columns: int
    spacing_mm: float
    left: float
    top: float

    @property
    def x(self) -> Array:
        """Millimetres of the pixel centres, shape (1, columns)."""
        return ((np.arange(self.columns, dtype=np.float32) + 0.5) * self.spacing_mm + self.left)[None, :]

    @property
    def z(self) -> Array:
        """Millimetres of the pixel centres from top to bottom, shape (rows, 1)."""
        return ((np.arange(self.rows, dtype=np.float32) + 0.5) * self.spacing_mm + self.top)[:, None]

    def zeros(self) -> Array:
        """An empty path length map."""
        return np.zeros((self.rows, self.columns), dtype=np.float32)

    def coarser(self, factor: int) -> Grid:
        """The same field with pixels ``factor`` times as large (at least covering it)."""
        return Grid(-(-self.rows // factor), -(-self.columns // factor), self.spacing_mm * factor, self.left, self.top)

    def pixel(self, x: float, z: float) -> tuple[float, float]:
        """(column, row) in continuous pixel coordinates of a point in millimetres."""
        return (x - self.left) / self.spacing_mm, (z - self.top) / self.spacing_mm


def spline(knots: Sequence[float], values: Sequence[float], at: Real) -> Array:
    """Monotone cubic interpolation (Fritsch and Carlson 1980), constant outside; it never overshoots an outline."""
    k, v = np.asarray(knots, dtype=np.float64), np.asarray(values, dtype=np.float64)
    h, d = np.diff(k), np.diff(v) / np.diff(k)
    slopes = np.zeros_like(v)
    w1, w2 = 2 * h[1:] + h[:-1], h[1:] + 2 * h[:-1]
    same = d[:-1] * d[1:] > 0
    inner = np.zeros_like(w1)
    inner[same] = (w1 + w2)[same] / (w1[same] / d[:-1][same] + w2[same] / d[1:][same])
    slopes[1:-1], slopes[0], slopes[-1] = inner, d[0], d[-1]
    flat = np.clip(np.asarray(at, dtype=np.float64), k[0], k[-1])
    i = np.clip(np.searchsorted(k, flat, side="right") - 1, 0, len(h) - 1)
    t = (flat - k[i]) / h[i]
    value = (
        v[i] * (1 + 2 * t) * (1 - t) ** 2
        + slopes[i] * h[i] * t * (1 - t) ** 2
        + v[i + 1] * t * t * (3 - 2 * t)
        + slopes[i + 1] * h[i] * t * t * (t - 1)
    )
    return value.astype(np.float32)


def smoothstep(low: float, high: float, at: Real) -> Array:
    """0 below ``low``, 1 above ``high``, smooth between (``low`` may exceed ``high``)."""
    t = np.clip((at - low) / (high - low), 0.0, 1.0).astype(np.float32)
    return np.asarray(t * t * (3.0 - 2.0 * t), dtype=np.float32)


def chord(u: Real, power: float = 2.0) -> Array:
    """Relative path through a round body at the relative distance ``u`` from its axis: ``sqrt(1 - |u|^power)``."""
    return np.sqrt(np.maximum(0.0, 1.0 - np.minimum(np.abs(u), 1.0) ** power)).astype(np.float32)


def bump(u: Real) -> Array:
    """A rounded hill over -1…1 without a visible edge."""
    return (np.maximum(0.0, 1.0 - u * u) ** 2).astype(np.float32)


def deposit(grid: Grid, x: Array, z: Array, volume: Array) -> Array:
    """Spread volumes (mm³) at points (mm) over the four pixels around each; the sum is a path length map (mm)."""
    column = ((x - grid.left) / grid.spacing_mm - 0.5).ravel()
    row = ((z - grid.top) / grid.spacing_mm - 0.5).ravel()
    keep = (column > -1) & (column < grid.columns) & (row > -1) & (row < grid.rows)
    column, row, amount = column[keep], row[keep], volume.ravel()[keep]
    # One pixel of margin on every side takes what falls outside.
    width = grid.columns + 2
    left, top = np.floor(column).astype(np.int64), np.floor(row).astype(np.int64)
    fx, fz = column - left, row - top
    corner = (top + 1) * width + left + 1
    lower, upper = amount * fz, amount * (1 - fz)
    size = (grid.rows + 2) * width
    total = np.bincount(corner, upper * (1 - fx), size)
    total += np.bincount(corner + 1, upper * fx, size)
    total += np.bincount(corner + width, lower * (1 - fx), size + width + 1)[:size]
    total += np.bincount(corner + width + 1, lower * fx, size + width + 1)[:size]
    image = total.reshape(grid.rows + 2, width)[1:-1, 1:-1] / grid.spacing_mm**2
    return image.astype(np.float32)


@dataclass(frozen=True, slots=True)
class Tubes:
    """Straight pieces of round vessels: ends (n, 3) in millimetres as x, y (depth), z; radii (n,) at both ends."""

    start: Array
    end: Array
    start_radius: Array
    end_radius: Array

    def where(self, keep: NDArray[np.bool_]) -> Tubes:
        """Some of the pieces."""
        return Tubes(self.start[keep], self.end[keep], self.start_radius[keep], self.end_radius[keep])

    def scaled(self, x: float, y: float, z: float) -> Tubes:
        """The same radii on stretched axes."""
        by = np.array([x, y, z], dtype=np.float32)
        return Tubes(self.start * by, self.end * by, self.start_radius, self.end_radius)


def join(parts: Sequence[Tubes]) -> Tubes:
    """All pieces in one."""
    return Tubes(
        np.concatenate([p.start for p in parts]),
        np.concatenate([p.end for p in parts]),
        np.concatenate([p.start_radius for p in parts]),
        np.concatenate([p.end_radius for p in parts]),
    )


def draw_tubes(grid: Grid, tubes: Tubes, axes: tuple[int, int] = (0, 2)) -> Array:
    """Path length through round tubes, projected on the two ``axes`` (0 = x, 1 = depth, 2 = z)."""
    image = grid.zeros()
    radius = (tubes.start_radius + tubes.end_radius) / 2
    pixel = grid.spacing_mm
    for low, high, across in ((0, 1.2, 3), (1.2, 3, 9), (3, 7, 21), (7, 14, 57), (14, 25, 101), (25, np.inf, 161)):
        chosen = (radius / pixel >= low) & (radius / pixel < high)
        if chosen.any():
            image += _draw_like(grid, tubes.where(chosen), axes, across)
    return image


def _draw_like(grid: Grid, tubes: Tubes, axes: tuple[int, int], across: int) -> Array:
    """Tubes of similar width; ``across`` samples over the diameter."""
    delta = tubes.end - tubes.start
    flat = np.hypot(delta[:, axes[0]], delta[:, axes[1]])
    length = np.sqrt((delta**2).sum(axis=1))
    # A piece that points at the viewer shows its round end: spread the samples over the disc's projection.
    tilt = np.sqrt(np.maximum(0.0, 1 - (flat / np.maximum(length, 1e-6)) ** 2))
    disc = (tubes.start_radius + tubes.end_radius) / 2 * np.where(tilt > 0.6, tilt, 0.0).astype(np.float32)
    steps = np.maximum(1, np.ceil((flat + 2 * disc) / (0.8 * grid.spacing_mm)).astype(np.int64))
    piece = np.repeat(np.arange(len(steps)), steps)
    first = np.cumsum(steps) - steps
    t = ((np.arange(len(piece)) - first[piece] + 0.5) / steps[piece]).astype(np.float32)
    centre_x = tubes.start[piece, axes[0]] + t * delta[piece, axes[0]]
    centre_z = tubes.start[piece, axes[1]] + t * delta[piece, axes[1]]
    radius = tubes.start_radius[piece] * (1 - t) + tubes.end_radius[piece] * t
    safe = np.maximum(flat, 1e-3)
    along_x, along_z = (delta[:, axes[0]] / safe)[piece, None], (delta[:, axes[1]] / safe)[piece, None]
    v = (((np.arange(across) + 0.5) / across) * 2 - 1).astype(np.float32)
    sideways = radius[:, None] * v[None, :]
    # Low-discrepancy places along the axis (golden ratio), so that no comb of lines appears.
    spread = (np.arange(len(piece))[:, None] * 0.6180339887 + np.arange(across)[None, :] * 0.4142135624) % 1.0
    onwards = (2 * spread.astype(np.float32) - 1) * disc[piece, None] * chord(v)[None, :]
    volume = (radius**2 * length[piece] / steps[piece])[:, None] * (chord(v) * 2 * 2 / across)[None, :]
    x = centre_x[:, None] + along_x * onwards - along_z * sideways
    z = centre_z[:, None] + along_z * onwards + along_x * sideways
    return deposit(grid, x, z, volume)


def polyline_tubes(points: Array, radii: Array) -> Tubes:
    """A chain of pieces through ``points`` (n, 3)."""
    return Tubes(points[:-1], points[1:], radii[:-1], radii[1:])


def curve(points: Sequence[Sequence[float]], samples: int) -> Array:
    """A smooth curve through ``points`` (n, d), sampled evenly in chord length."""
    p = np.asarray(points, dtype=np.float64)
    s = np.concatenate([[0.0], np.cumsum(np.sqrt((np.diff(p, axis=0) ** 2).sum(axis=1)))])
    at = np.linspace(0.0, s[-1], samples)
    return np.stack([spline(s.tolist(), p[:, k].tolist(), at) for k in range(p.shape[1])], axis=1)


def polygon(grid: Grid, points: Sequence[Sequence[float]] | Array) -> Array:
    """0…1 inside an outline given in millimetres, with anti-aliased edges."""
    scale = 2
    mask = Image.new("L", (grid.columns * scale, grid.rows * scale), 0)
    outline = [tuple(scale * value for value in grid.pixel(float(x), float(z))) for x, z in points]
    ImageDraw.Draw(mask).polygon(outline, fill=255)
    return np.asarray(mask.reduce(scale), dtype=np.float32)[: grid.rows, : grid.columns] / 255.0


def blur(image: Array, sigma: float) -> Array:
    """Gaussian blur, ``sigma`` in pixels; wide ones are done on a reduced image. Edges continue outwards."""
    if sigma < 0.15:
        return image
    factor = max(1, int(sigma / 2.2))
    if factor == 1:
        return _convolve(image, sigma)
    rows, columns = image.shape
    size = (-(-columns // factor), -(-rows // factor))
    box = (0.0, 0.0, float(columns), float(rows))
    small = np.asarray(Image.fromarray(image).resize(size, Image.Resampling.BOX, box=box), dtype=np.float32)
    small = _convolve(small, sigma / factor)
    return enlarge(small, rows, columns)


def _convolve(image: Array, sigma: float) -> Array:
    reach = max(1, int(np.ceil(2.8 * sigma)))
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    kernel = (kernel / kernel.sum()).astype(np.float32)
    padded = np.pad(image, ((reach, reach), (0, 0)), mode="edge")
    rows, columns = image.shape
    down = kernel[0] * padded[:rows]
    for k in range(1, len(kernel)):
        down += kernel[k] * padded[k : k + rows]
    padded = np.pad(down, ((0, 0), (reach, reach)), mode="edge")
    across = kernel[0] * padded[:, :columns]
    for k in range(1, len(kernel)):
        across += kernel[k] * padded[:, k : k + columns]
    return across


def enlarge(image: Array, rows: int, columns: int) -> Array:
    """Resample smoothly to another size; leading axes stay."""
    if image.ndim > 2:
        return np.stack([enlarge(part, rows, columns) for part in image])
    resized = Image.fromarray(np.ascontiguousarray(image, dtype=np.float32)).resize(
        (columns, rows), Image.Resampling.BICUBIC
    )
    return np.asarray(resized, dtype=np.float32)


def reduced(image: Array) -> Array:
    """Means of 2 × 2 pixels, the last row and column repeated where the size is odd: fits ``Grid.coarser(2)``."""
    rows, columns = image.shape
    even = np.pad(image, ((0, rows % 2), (0, columns % 2)), mode="edge") if rows % 2 or columns % 2 else image
    return ((even[::2, ::2] + even[1::2, ::2] + even[::2, 1::2] + even[1::2, 1::2]) / 4).astype(np.float32)


def cloud(grid: Grid, random: np.random.Generator, largest_mm: float, smallest_mm: float, fall: float = 1.0) -> Array:
    """Smooth random field with mean 0 and deviation about 1: octaves from one structure size to another.

    ``fall`` is the exponent with which the weight of an octave falls with its frequency.
    """
    total, power, size = grid.zeros(), 0.0, largest_mm
    height, width = grid.rows * grid.spacing_mm, grid.columns * grid.spacing_mm
    while size >= smallest_mm:
        shape = max(4, int(height / size) + 3), max(4, int(width / size) + 3)
        weight = (size / largest_mm) ** fall
        noise = random.standard_normal(shape).astype(np.float32)
        total += weight * enlarge(noise, grid.rows, grid.columns)
        power += weight * weight
        size /= 2.0
    return np.asarray(total / np.sqrt(0.5 * power), dtype=np.float32)
