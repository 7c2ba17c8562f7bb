"""Pictures drawn from a seed, for the gate: noise, pages, patterns, photograph-like scenes, and the phantoms.

Real photographs cannot be had here; the dead-leaves model (overlapping discs of all sizes, Lee 2001) has their
statistics of edges.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from training.data import invented_scans

Rng = np.random.Generator
SIZE = 256
PREFIX = "drawn:"
"""Files of samples with this prefix are drawn, not read: ``drawn:KIND/SEED``."""
PHANTOM_ROWS, PHANTOM_COLUMNS = 400, 334


def _noise(rng: Rng) -> Image.Image:
    """White to brown noise."""
    exponent = rng.uniform(0.0, 2.2)
    f = np.hypot(np.fft.fftfreq(SIZE)[:, None], np.fft.rfftfreq(SIZE)[None, :])
    f[0, 0] = 1.0
    spectrum = np.fft.rfft2(rng.standard_normal((SIZE, SIZE))) / f**exponent
    return _stretched(np.fft.irfft2(spectrum, (SIZE, SIZE)))


def _stretched(values: NDArray[np.floating]) -> Image.Image:
    low, high = np.percentile(values, (1, 99))
    scaled = (values - low) / max(float(high - low), 1e-9) * 255
    return Image.fromarray(np.clip(scaled, 0, 255).astype(np.uint8))


def _gradient(rng: Rng) -> Image.Image:
    """Slopes, blobs and vignettes, as of a flat field or an empty exposure."""
    y, x = np.mgrid[-1 : 1 : SIZE * 1j, -1 : 1 : SIZE * 1j]
    values = rng.normal() * x + rng.normal() * y + rng.normal() * np.hypot(x - rng.normal(0, 0.5), y)
    for _ in range(int(rng.integers(0, 5))):
        cx, cy, s = rng.uniform(-1, 1), rng.uniform(-1, 1), rng.uniform(0.1, 0.8)
        values = values + rng.normal() * np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / s**2)
    return _stretched(values + rng.uniform(0, 0.15) * rng.standard_normal(values.shape))


def _page(rng: Rng) -> Image.Image:
    """A page of text or a screenshot with windows and lines."""
    dark = rng.random() < 0.4
    paper, ink = (int(rng.integers(0, 50)), int(rng.integers(170, 256)))
    if not dark:
        paper, ink = 255 - paper, 255 - ink
    picture = Image.new("L", (SIZE, int(SIZE * rng.uniform(0.7, 1.4))), paper)
    draw = ImageDraw.Draw(picture)
    for _ in range(int(rng.integers(0, 4))):
        x, y = rng.uniform(0, 0.6, 2) * SIZE
        box = (int(x), int(y), int(x + rng.uniform(30, 150)), int(y + rng.uniform(20, 120)))
        draw.rectangle(box, outline=ink, fill=int(rng.integers(256)) if rng.random() < 0.5 else None)
    size = float(rng.uniform(6, 22))
    letters = list("abcdefghijklmnopqrstuvwxyzABCDEFGH0123456789.,:-")
    y = rng.uniform(2, 30)
    while y < picture.size[1] - size:
        words = " ".join(
            "".join(rng.choice(letters, int(rng.integers(1, 10)))) for _ in range(int(rng.integers(0, 12)))
        )
        draw.text((int(rng.uniform(2, 20)), int(y)), words, fill=ink, font_size=size)
        y += size * rng.uniform(1.1, 2.2)
    return picture


def _pattern(rng: Rng) -> Image.Image:
    """Bars, checks, rings and steps, as on a test object."""
    y, x = np.mgrid[-1 : 1 : SIZE * 1j, -1 : 1 : SIZE * 1j]
    frequency, angle = rng.uniform(1, 25), rng.uniform(0, np.pi)
    along = np.cos(angle) * x + np.sin(angle) * y
    across = np.cos(angle) * y - np.sin(angle) * x
    kind = rng.integers(4)
    if kind == 0:
        values = np.sign(np.sin(frequency * along * np.pi))
    elif kind == 1:
        values = np.sign(np.sin(frequency * along * np.pi) * np.sin(frequency * across * np.pi))
    elif kind == 2:
        values = np.sin(frequency * np.hypot(x - rng.normal(0, 0.3), y) * np.pi)
    else:
        values = np.floor((along + 1) * rng.integers(3, 12))
    picture = _stretched(values + rng.uniform(0, 0.2) * rng.standard_normal(values.shape))
    draw = ImageDraw.Draw(picture)
    for _ in range(int(rng.integers(0, 8))):
        x0, y0, w, h = rng.uniform(0, SIZE * 0.7, 4)
        draw.rectangle((int(x0), int(y0), int(x0 + w / 2), int(y0 + h / 2)), fill=int(rng.integers(256)))
    return picture


def _leaves(rng: Rng) -> Image.Image:
    """Overlapping discs and boxes of all sizes with a little shading: the edges of a photograph."""
    picture = Image.new("L", (SIZE, SIZE), int(rng.integers(256)))
    draw = ImageDraw.Draw(picture)
    for _ in range(int(rng.integers(15, 500))):
        radius = min(140.0, 3.0 / max(1e-3, rng.random()) ** 0.7)
        x, y = rng.uniform(-30, SIZE + 30, 2)
        stretch = np.exp(rng.normal(0, 0.4))
        box = (int(x - radius * stretch), int(y - radius), int(x + radius * stretch), int(y + radius))
        shape = draw.ellipse if rng.random() < 0.7 else draw.rectangle
        shape(box, fill=int(rng.integers(256)))
    picture = picture.filter(ImageFilter.GaussianBlur(float(rng.uniform(0, 2.5))))
    shade = np.asarray(_gradient(rng), dtype=np.float32) / 255
    texture = np.asarray(_noise(rng), dtype=np.float32) - 128
    mix = rng.uniform(0.3, 1.0)
    codes = np.asarray(picture, dtype=np.float32) * (mix + (1 - mix) * shade) + rng.uniform(0, 0.3) * texture
    return _stretched(codes)


def _phantom(kind: str, seed: int) -> NDArray[np.uint8]:
    """The program's own phantoms: they are in the demo, and the gate has never seen a rendered thorax otherwise."""
    from cxr_desktop.phantom import radiographs
    from cxr_desktop.phantom.lesions import Pattern

    if kind == "phantom_frontal":
        pattern = list(Pattern)[seed % len(Pattern)]
        view = "AP" if seed % 3 == 0 else "PA"
        drawn = radiographs.chest(seed, pattern, PHANTOM_ROWS, PHANTOM_COLUMNS, view)
    else:
        make = radiographs.lateral_chest if kind == "phantom_lateral" else radiographs.palm
        drawn = make(seed, PHANTOM_ROWS, PHANTOM_COLUMNS)
    return np.rint(np.clip(drawn.pixels, 0.0, 1.0) * 255).astype(np.uint8)


_DRAWERS: dict[str, Callable[[Rng], Image.Image]] = {
    "noise": _noise,
    "gradient": _gradient,
    "page": _page,
    "pattern": _pattern,
    "leaves": _leaves,
    "bones": invented_scans.bones,
    "slices": invented_scans.slices,
    "fan": invented_scans.fan,
    "tissue": invented_scans.tissue,
    "scene": invented_scans.scene,
    "chart": invented_scans.chart,
}
PHANTOMS = ("phantom_frontal", "phantom_lateral", "phantom_hand")
KINDS = (*_DRAWERS, *PHANTOMS)


def draw(kind: str, seed: int) -> NDArray[np.uint8]:
    """One picture as 8-bit grey codes; the same seed gives the same picture."""
    if kind in PHANTOMS:
        return _phantom(kind, seed)
    rng = np.random.default_rng([seed, list(_DRAWERS).index(kind)])
    return np.asarray(_DRAWERS[kind](rng), dtype=np.uint8)


def is_drawn(file: str) -> bool:
    """Made by this program and not read from a folder."""
    return file.startswith(PREFIX)


def drawn(file: str) -> NDArray[np.uint8]:
    """The picture that a file's name stands for."""
    kind, seed = file.removeprefix(PREFIX).split("/")
    return draw(kind, int(seed))
