"""Pictures that look like other examinations and like photographs, drawn from a seed: limbs, slices, scans, scenes.

None of them is meant to deceive a reader: shapes, contrasts and textures vary far more than real ones, so that a gate
cannot know "not a chest" by the habits of one collection.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

Rng = np.random.Generator
Floats = NDArray[np.float64]
SIZE = 256


def _grid(size: int = SIZE) -> tuple[Floats, Floats]:
    y, x = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j]
    return y, x


def _texture(rng: Rng, low: float = 0.8, high: float = 2.0) -> Floats:
    """Cloudy noise of mean 0 and deviation 1."""
    f = np.hypot(np.fft.fftfreq(SIZE)[:, None], np.fft.rfftfreq(SIZE)[None, :])
    f[0, 0] = 1.0
    spectrum = np.fft.rfft2(rng.standard_normal((SIZE, SIZE))) / f ** rng.uniform(low, high)
    values = np.fft.irfft2(spectrum, (SIZE, SIZE))
    return np.asarray((values - values.mean()) / max(float(values.std()), 1e-9))


def _as_picture(values: Floats) -> Image.Image:
    low, high = np.percentile(values, (0.5, 99.5))
    codes = (values - low) / max(float(high - low), 1e-9) * 255
    return Image.fromarray(np.clip(codes, 0, 255).astype(np.uint8))


def _rod(x: Floats, y: Floats, ends: Floats, radii: tuple[float, float]) -> tuple[Floats, Floats]:
    """(distance from the axis in radii, radius) of a bone from ``ends[0]`` to ``ends[1]``, thicker at its ends."""
    (x0, y0), (x1, y1) = ends
    length = max(float(np.hypot(x1 - x0, y1 - y0)), 1e-3)
    along = np.clip(((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length**2, 0.0, 1.0)
    away = np.hypot(x - x0 - along * (x1 - x0), y - y0 - along * (y1 - y0))
    radius = radii[0] + (radii[1] - radii[0]) * np.abs(2 * along - 1) ** 3
    return away / radius, radius


def bones(rng: Rng) -> Image.Image:
    """Chains of long bones in soft tissue, as of arms, legs, hands and feet; sometimes metal, sometimes a cassette."""
    y, x = _grid()
    flesh, bone = np.zeros_like(x), np.zeros_like(x)
    origin = np.array([rng.uniform(-0.4, 0.4), rng.uniform(-1.3, -0.4)])
    for _ in range(int(rng.choice([1, 1, 2, 3, 5]))):
        _chain(rng, x, y, origin + rng.normal(0, 0.25, 2), flesh, bone)
    values = np.minimum(flesh, 1.6) * rng.uniform(0.15, 0.5) + np.minimum(bone, 1.6) * rng.uniform(0.3, 0.9)
    values = values * (1 + 0.06 * _texture(rng)) + 0.02 * rng.standard_normal(values.shape)
    if rng.random() < 0.2:
        (sx, sy), (ex, ey) = rng.uniform(-0.6, 0.6, (2, 2))
        away, _ = _rod(x, y, np.array([[sx, sy], [ex, ey]]), (0.03, 0.03))
        values = np.where(away < 1, values.max() * 1.1, values)
    picture = _as_picture(values)
    if rng.random() < 0.35:
        ImageDraw.Draw(picture).rectangle(_strip(rng), fill=int(rng.integers(120, 256)))
    return picture.rotate(float(rng.uniform(0, 360)), Image.Resampling.BILINEAR, fillcolor=int(rng.choice([0, 0, 40])))


def _chain(rng: Rng, x: Floats, y: Floats, place: Floats, flesh: Floats, bone: Floats) -> None:
    """Bones one after the other, added to both planes."""
    angle, thickness = rng.uniform(1.0, 2.1), rng.uniform(0.025, 0.14)
    for _ in range(int(rng.integers(1, 5))):
        length = thickness * rng.uniform(4, 16)
        end = place + length * np.array([np.cos(angle), np.sin(angle)])
        away, radius = _rod(x, y, np.array([place, end]), (thickness * rng.uniform(0.5, 0.9), thickness))
        inside = away < 1
        shell = 1 - np.sqrt(np.maximum(1 - away**2, 0))
        bone += inside * (0.45 + 0.55 * shell) * np.minimum(radius / 0.08, 1.5)
        skin, _ = _rod(x, y, np.array([place, end]), (thickness * rng.uniform(1.8, 3.5),) * 2)
        flesh += np.sqrt(np.maximum(1 - skin**2, 0))
        angle += rng.normal(0, 0.35)
        place = end + 0.01
        thickness *= rng.uniform(0.7, 1.05)


def _strip(rng: Rng) -> tuple[int, int, int, int]:
    side, thick = int(rng.integers(4)), int(rng.uniform(0.04, 0.25) * SIZE)
    boxes = [(0, 0, SIZE, thick), (0, SIZE - thick, SIZE, SIZE), (0, 0, thick, SIZE), (SIZE - thick, 0, SIZE, SIZE)]
    return boxes[side]


def _blob(rng: Rng, x: Floats, y: Floats, cx: float, cy: float, rx: float, ry: float) -> Floats:
    """Below 1 inside a wobbly ellipse."""
    angle = np.arctan2(y - cy, x - cx)
    wobble = sum(rng.normal(0, 0.05) * np.cos(k * angle + rng.uniform(0, 7)) for k in range(2, 6))
    return np.asarray(np.hypot((x - cx) / rx, (y - cy) / ry) * (1 + wobble))


def slices(rng: Rng) -> Image.Image:
    """A cross-section: a body with a rim and organs of random brightness, as of tomography and magnetic resonance."""
    y, x = _grid()
    body = _blob(rng, x, y, 0, rng.normal(0, 0.05), rng.uniform(0.55, 0.95), rng.uniform(0.4, 0.95))
    levels = rng.uniform(0.0, 1.0, 12)
    values = np.where(body < 1, levels[0], rng.choice([0.0, 0.0, rng.uniform(0, 0.3)]))
    if rng.random() < 0.6:
        values = np.where((body < 1) & (body > 1 - rng.uniform(0.03, 0.16)), levels[1] + 0.6, values)
    pairs = rng.random() < 0.6
    for k in range(int(rng.integers(2, 10))):
        cx, cy = rng.uniform(0.05, 0.5), rng.uniform(-0.5, 0.5)
        rx, ry = rng.uniform(0.05, 0.38, 2)
        for side in (1, -1) if pairs and k < 3 else (rng.choice([-1, 1]),):
            organ = _blob(rng, x, y, side * cx, cy, rx, ry)
            values = np.where((organ < 1) & (body < 0.95), levels[2 + k % 10], values)
    values = values + 0.08 * _texture(rng, 0.2, 1.6) * (body < 1) + rng.uniform(0, 0.05) * rng.standard_normal(x.shape)
    picture = _as_picture(values).filter(ImageFilter.GaussianBlur(float(rng.uniform(0.3, 1.8))))
    return picture.rotate(float(rng.normal(0, 8)), Image.Resampling.BILINEAR)


def fan(rng: Rng) -> Image.Image:
    """A sector of speckle on black with scales and letters, as of ultrasound."""
    y, x = _grid()
    apex, opening = rng.uniform(-1.5, -0.9), rng.uniform(0.4, 1.1)
    radius, angle = np.hypot(x, y - apex), np.arctan2(x, y - apex)
    inside = (np.abs(angle) < opening) & (radius > rng.uniform(0.05, 0.4)) & (radius < rng.uniform(1.3, 2.2))
    values = np.exp(0.7 * _texture(rng, 1.0, 2.2)) * rng.rayleigh(1.0, x.shape)
    for _ in range(int(rng.integers(1, 6))):
        hole = _blob(rng, x, y, *rng.uniform(-0.6, 0.6, 2), *rng.uniform(0.08, 0.4, 2))
        values = np.where(hole < 1, values * rng.uniform(0.05, 0.5), values)
    soft = Image.fromarray(np.clip(values * 60, 0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(1.2))
    picture = Image.fromarray(np.where(inside, np.asarray(soft), 0).astype(np.uint8))
    draw = ImageDraw.Draw(picture)
    for k in range(int(rng.integers(0, 14))):
        draw.line((SIZE - 14, 20 + 15 * k, SIZE - 8, 20 + 15 * k), fill=200)
    draw.text((4, 4), "".join(rng.choice(list("ABCDEFG0123456789. "), 14)), fill=220, font_size=10.0)
    return picture


def tissue(rng: Rng) -> Image.Image:
    """Cells, vessels or stones: regions around random points, as of microscopes, skin and walls."""
    y, x = _grid()
    count = int(rng.integers(6, 130))
    points, levels = rng.uniform(-1.1, 1.1, (count, 2)), rng.uniform(0, 1, count)
    near = (x[..., None] - points[:, 0]) ** 2 + (y[..., None] - points[:, 1]) ** 2
    nearest = near.argmin(axis=2)
    first, second = np.sqrt(np.partition(near, 1, axis=2)[..., :2]).transpose(2, 0, 1)
    values = levels[nearest] * rng.uniform(0, 1) + rng.uniform(-1, 1) * np.exp(-(first**2) * rng.uniform(10, 400))
    values = values + rng.uniform(-1, 1) * (second - first < rng.uniform(0.01, 0.06)) + 0.15 * _texture(rng)
    return _as_picture(values).filter(ImageFilter.GaussianBlur(float(rng.uniform(0, 1.5))))


def scene(rng: Rng) -> Image.Image:
    """Ground and sky, lit bodies, walls with windows: the light and the lines of a photograph."""
    y, x = _grid()
    horizon = rng.uniform(-0.4, 0.6)
    values = np.where(y < horizon, 0.6 + 0.4 * rng.normal() * y, 0.4 + 0.5 * rng.normal() * (y - horizon))
    values = values + np.where(y < horizon, 0.05, 0.18) * _texture(rng)
    light = rng.uniform(-1, 1, 2)
    for _ in range(int(rng.integers(1, 9))):
        cx, cy, r = rng.uniform(-0.9, 0.9), rng.uniform(-0.6, 0.9), rng.uniform(0.08, 0.6)
        body = _blob(rng, x, y, cx, cy, r, r * rng.uniform(0.5, 2.2))
        shade = 0.5 + 0.45 * (light[0] * (x - cx) + light[1] * (y - cy)) / r
        values = np.where(body < 1, rng.uniform(0, 1) * shade + rng.uniform(0, 0.12) * _texture(rng, 0.5), values)
    picture = _as_picture(values)
    draw = ImageDraw.Draw(picture)
    for _ in range(int(rng.integers(0, 7))):
        corners = rng.uniform(0, SIZE, 2) + rng.normal(0, 45, (4, 2))
        draw.polygon([(float(px), float(py)) for px, py in corners], fill=int(rng.integers(256)))
    return picture.filter(ImageFilter.GaussianBlur(float(rng.uniform(0, 2.0))))


def chart(rng: Rng) -> Image.Image:
    """Axes with curves, bars or traces, as of results, of an electrocardiogram and of drawings."""
    dark = rng.random() < 0.4
    paper, ink = (int(rng.integers(0, 60)), int(rng.integers(150, 256)))
    paper, ink = (paper, ink) if dark else (255 - paper, 255 - ink)
    picture = Image.new("L", (SIZE, int(SIZE * rng.uniform(0.6, 1.3))), paper)
    draw, height = ImageDraw.Draw(picture), picture.size[1]
    step = int(rng.integers(8, 40))
    if rng.random() < 0.5:
        for k in range(0, 2 * SIZE, step):
            draw.line((k, 0, k, height), fill=(paper * 3 + ink) // 4)
            draw.line((0, k, SIZE, k), fill=(paper * 3 + ink) // 4)
    for _ in range(int(rng.integers(1, 7))):
        steps = rng.normal(0, 1, 80) * rng.uniform(0.5, 6) + rng.uniform(-0.6, 0.6)
        heights = rng.uniform(0.2, 0.8) * height + np.cumsum(steps) * (rng.random() < 0.6) + steps
        if rng.random() < 0.25:
            for k, top in enumerate(heights[::8]):
                draw.rectangle((8 + 24 * k, min(float(top), height - 9), 24 + 24 * k, height - 8), fill=ink)
        else:
            spots = [(8 + 3 * k, float(v)) for k, v in enumerate(heights)]
            draw.line(spots, fill=ink, width=int(rng.integers(1, 4)))
    draw.text((20, 4), "".join(rng.choice(list("abcdefgh xyz0123456789"), 16)), fill=ink, font_size=12.0)
    return picture
