"""Bones of the thorax as shells, projected from the front or the side; it knows no soft tissue and no detector."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cxr_desktop.phantom.anatomy import Body
from cxr_desktop.phantom.rendering import (
    Array,
    Grid,
    blur,
    chord,
    curve,
    deposit,
    draw_tubes,
    polygon,
    polyline_tubes,
    smoothstep,
    spline,
)

MARROW = 0.2
"""Mineral of spongy bone relative to cortical bone."""


def _shell(u: Array, v: Array, thickness: float) -> Array:
    """Mineral over a round cross-section: cortical outside, spongy inside, softly joined."""
    r = np.sqrt(u * u + v * v)
    cortex = np.clip((r - (1 - thickness)) / 0.12 + 0.5, 0, 1)
    return np.where(r <= 1.0, MARROW + (1 - MARROW) * cortex, 0.0).astype(np.float32)


def ribs(body: Body, grid: Grid, lateral: bool = False) -> Array:
    """Millimetres of cortical bone along the ray through the twenty-four ribs."""
    random = np.random.default_rng((body.seed, 2))
    xs, zs, amounts = [], [], []
    u = ((np.arange(11) + 0.5) / 11 * 2 - 1).astype(np.float32)
    v = ((np.arange(23) + 0.5) / 23 * 2 - 1).astype(np.float32)
    section = _shell(u[:, None], v[None, :], 0.27)
    # The costal groove: the lower edge is thinner and sharper than the upper one.
    section = section * np.where(v > 0.55, 0.8, 1.0).astype(np.float32)[None, :]
    for number in range(1, 13):
        for side in (-1, 1):
            point, normal, t = body.rib(number, side, 520)
            point = point + random.normal(0, 0.6, size=(1, 3)).astype(np.float32)
            tall, thick = _rib_size(number, t)
            step = np.sqrt((np.gradient(point, axis=0) ** 2).sum(axis=1)).astype(np.float32)
            along = np.gradient(point, axis=0)
            along = along / np.sqrt((along**2).sum(axis=1, keepdims=True))
            up = np.cross(normal, along)
            up = (up / np.sqrt((up**2).sum(axis=1, keepdims=True))).astype(np.float32)
            place = (
                point[:, None, None, :]
                + normal[:, None, None, :] * (thick[:, None] * u[None, :] / 2)[:, :, None, None]
                + up[:, None, None, :] * (tall[:, None] * v[None, :] / 2)[:, None, :, None]
            )
            # Seen edge on at the flank, real ribs twist and fan out; a perfect shell would shine there.
            flank = 1.0 - 0.42 * np.abs(normal[:, 0]) ** 6
            calcified = smooth_end(t) * _costal(number, t) * flank
            volume = (step * tall * thick * calcified)[:, None, None] * section[None] / (len(u) * len(v))
            enlarged = 1.0 - 0.00042 * place[..., 1]
            xs.append((body.sagittal(place[..., 1], place[..., 2]) if lateral else place[..., 0] * enlarged).ravel())
            zs.append((place[..., 2]).ravel())
            amounts.append(volume.ravel())
    image = deposit(grid, np.concatenate(xs), np.concatenate(zs), np.concatenate(amounts))
    return blur(image, 0.35 / grid.spacing_mm) * np.float32(0.86 * body.bone)


def smooth_end(t: Array) -> Array:
    """Full between the joint at the spine and the costal cartilage, which is not mineralised."""
    return (np.clip((1.0 - t) / 0.05, 0.0, 1.0) * np.clip(t / 0.07 + 0.15, 0.0, 1.0)).astype(np.float32)


def _costal(number: int, t: Array) -> Array:
    """Cortex thins forwards; the last ribs are slight."""
    strength = 0.72 if number > 10 else 1.0
    return (strength * (1.0 - 0.22 * t)).astype(np.float32)


def _rib_size(number: int, t: Array) -> tuple[Array, Array]:
    """(height, thickness) in millimetres along the rib."""
    if number == 1:
        return spline([0, 0.3, 0.8, 1], [9, 12, 13, 15], t), spline([0, 1], [6.0, 5.0], t)
    tall = spline([0, 0.12, 0.4, 0.85, 1.0], [8.5, 10.5, 11.3, 11.8, 15.0], t)
    if number > 10:
        tall = tall * spline([0, 0.7, 1], [0.9, 0.8, 0.35], t)
    return tall, spline([0, 0.15, 0.6, 1], [8.0, 8.0, 6.8, 6.0], t)


def spine(body: Body, grid: Grid) -> Array:
    """Vertebral bodies, pedicles and spinous processes from the front, in millimetres of cortical bone."""
    random = np.random.default_rng((body.seed, 3))
    image = grid.zeros()
    x, z = grid.x, grid.z
    for index in range(-5, 20):
        centre, tall = body.vertebra(index) if index > 0 else (4.0 + 16.0 * body.height * (index - 1), 13.0)
        if centre < grid.top - 30 or centre > grid.top + grid.rows * grid.spacing_mm + 30:
            continue
        rows = slice(
            *np.clip(((np.array([centre - 34, centre + 34]) - grid.top) / grid.spacing_mm).astype(int), 0, grid.rows)
        )
        middle = body.spine_x(np.array([centre]))[0]
        half = (14.2 + 0.42 * max(index, 0)) * body.width
        zz = (z[rows] - centre) / (tall / 2)
        # Waisted bodies with hollow end plates.
        xx = (x - middle) / (half * (0.91 + 0.09 * np.minimum(np.abs(zz), 1.0) ** 2))
        zz = zz * (1.08 - 0.09 * np.minimum(xx * xx, 1.2))
        inside = smoothstep(1.17, 0.83, np.abs(zz)) * smoothstep(1.1, 0.9, np.abs(xx))
        spongy = 3.2 * inside * chord(np.clip(xx, -0.98, 0.98), 3.0)
        plates = 2.0 * np.exp(-(((np.abs(zz) - 1.0) / 0.11) ** 2)) * (np.abs(xx) < 1.04)
        sides = 1.7 * np.exp(-(((np.abs(xx) - 1.0) / 0.07) ** 2)) * (np.abs(zz) < 1.0)
        image[rows] += spongy + plates + sides
        for side in (-1, 1):
            image[rows] += 2.0 * _ring(xx, zz, side * 0.64, -0.22, 0.2, 0.4)
        image[rows] += 1.8 * _ring(xx * (1.25 - 0.4 * zz), zz, random.normal(0, 0.03), 0.7, 0.2, 0.6)
    return (blur(image, 0.45 / grid.spacing_mm) * body.bone).astype(np.float32)


def _ring(x: Array, z: Array, at_x: float, at_z: float, radius_x: float, radius_z: float) -> Array:
    """An oval of cortex seen end on."""
    r = np.sqrt(((x - at_x) / radius_x) ** 2 + ((z - at_z) / radius_z) ** 2)
    return (0.35 * (r < 1) + np.exp(-(((r - 0.9) / 0.26) ** 2))).astype(np.float32)


def _long_bone(grid: Grid, points: Array, radii: Array, cortex: float) -> Array:
    """A hollow bone: its outside less most of its inside."""
    ends = np.minimum(np.arange(len(points)), np.arange(len(points))[::-1]).astype(np.float32)
    radii = (radii * chord(1 - np.minimum(1.0, (ends + 0.3) / 7))).astype(np.float32) if len(points) > 20 else radii
    outer = draw_tubes(grid, polyline_tubes(points, radii))
    inner = draw_tubes(grid, polyline_tubes(points, np.maximum(radii - cortex, 0.2).astype(np.float32)))
    return outer - (1 - MARROW) * inner


def shoulder_girdle(body: Body, grid: Grid) -> Array:
    """Clavicles, scapulae, upper arms and the manubrium, in millimetres of cortical bone."""
    image = grid.zeros()
    random = np.random.default_rng((body.seed, 4))
    lift = random.normal(0, 4)
    for side in (-1, 1):
        jitter = lift + random.normal(0, 2)
        image += _clavicle(body, grid, side, jitter)
        image += _scapula(body, grid, side, jitter, random)
    return image * np.float32(body.bone)


def _points(body: Body, side: int, xz: Sequence[tuple[float, float]], samples: int, lift: float) -> Array:
    flat = curve([(side * x * body.width, 0.0, z * body.height + lift) for x, z in xz], samples)
    return flat.astype(np.float32)


def _clavicle(body: Body, grid: Grid, side: int, lift: float) -> Array:
    line = _points(body, side, [(13, 37), (30, 31), (60, 22), (95, 10), (125, 1), (150, -3), (170, -4)], 160, lift)
    t = np.linspace(0, 1, len(line), dtype=np.float32)
    radii = spline([0, 0.08, 0.25, 0.55, 0.85, 1.0], [9.5, 9.0, 6.3, 5.4, 6.0, 6.5], t)
    return 0.92 * _long_bone(grid, line, radii, 1.5)


def _scapula(body: Body, grid: Grid, side: int, lift: float, random: np.random.Generator) -> Array:
    out = float(random.normal(0, 3)) + body.blade_mm

    def area(knots: Sequence[tuple[float, float]], thickness: float, edge: float) -> Array:
        closed = curve([*knots, knots[0]], 90)
        mask = polygon(grid, [(side * x * body.width, z * body.height + lift) for x, z in closed])
        soft = blur(mask, edge / grid.spacing_mm)
        rim = np.maximum(soft - blur(mask, 2.6 * edge / grid.spacing_mm), 0.0)
        return thickness * (soft + 1.6 * rim)

    outline = [(121 + out, 16), (131 + out, 60), (141 + out, 105), (149 + out, 139), (155 + out, 143)]
    outline += [(158 + out, 120), (161 + out, 88), (163, 64), (162, 42), (152, 24), (136, 12)]
    image = area(outline, 1.3, 0.6)
    # Spine of the scapula running out into the acromion, the coracoid seen end on, the socket of the joint.
    image += area(
        [(133 + out, 33), (146, 21), (160, 7), (176, -9), (184, -5), (180, 4), (165, 12), (148, 25)], 1.5, 1.2
    )
    image += area([(137, 24), (142, 17), (149, 18), (151, 25), (145, 31), (139, 30)], 1.7, 1.2)
    image += area([(158, 36), (163, 34), (166, 48), (164, 63), (159, 64), (157, 50)], 2.2, 0.7)
    for knots, radius in ((outline[4:8], 3.0), (outline[:5], 1.3)):
        line = _points(body, side, knots, 50, lift)
        image += 0.6 * _long_bone(grid, line, np.full(50, radius, np.float32), 1.0)
    head = _points(body, side, [(183, 46), (183.5, 47)], 2, lift)
    r = np.hypot(grid.x - head[0, 0], (grid.z - head[0, 2]) * 0.96) / 23.0
    image += 46 * 0.1 * chord(r) + 1.8 * np.exp(-(((r - 0.97) / 0.045) ** 2)) * (r < 1.1)
    shaft = _points(body, side, [(185, 62), (192, 95), (205, 150), (228, 270)], 60, lift)
    radii = spline([0, 0.15, 0.4, 1], [16, 13, 11.5, 11], np.linspace(0, 1, 60))
    fade = smoothstep(50, 85, grid.z - lift)
    return image + fade * blur(_long_bone(grid, shaft, radii, 3.4), 0.5 / grid.spacing_mm)
