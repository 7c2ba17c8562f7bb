"""A chest from the side: water and bone along every ray of the same body; it knows no detector and no files."""

from __future__ import annotations

import numpy as np

from cxr_desktop.phantom import skeleton, vessels
from cxr_desktop.phantom.anatomy import Body
from cxr_desktop.phantom.frontal import LUNG_DENSITY, Layers, vessel_shadow
from cxr_desktop.phantom.rendering import (
    Array,
    Grid,
    Tubes,
    blur,
    bump,
    chord,
    cloud,
    curve,
    draw_tubes,
    enlarge,
    polyline_tubes,
    smoothstep,
    spline,
)


def layers(body: Body, grid: Grid) -> Layers:
    """Path lengths along x. The grid's x axis is the body's y axis: the patient looks to the right of the image."""
    coarse = grid.coarser(2)
    random = np.random.default_rng((body.seed, 21))
    cavity, lung = _lungs(body, grid)
    skin = _outside(body, grid)
    bone = 0.55 * skeleton.ribs(body, coarse, lateral=True) + _spine(body, coarse) + _breastbone(body, coarse)
    bone = enlarge(bone + _shoulders(body, coarse), grid.rows, grid.columns)
    tubes = vessels.pulmonary_vessels(body)
    turned = Tubes(
        _seen_from_side(body, tubes.start), _seen_from_side(body, tubes.end), tubes.start_radius, tubes.end_radius
    )
    tree = vessel_shadow(grid, turned.scaled(1.0, 0.35, 1.0))
    lung = blur(lung, 0.6 / grid.spacing_mm)
    texture = lung * 0.010 * cloud(grid, random, 9.0, 1.1, fall=0.55)
    extra = enlarge(_details(body, coarse, random), grid.rows, grid.columns)
    tissue = lung * LUNG_DENSITY + texture + 0.9 * tree * np.clip(lung / 60, 0, 1)
    grain = 1 + 0.012 * cloud(grid, random, 30.0, 4.0)
    water = (np.maximum(skin - cavity, 0) + np.maximum(cavity - lung, 0)) * grain + tissue + extra * (skin > 30)
    return Layers(
        grid, lung, np.maximum(water, 0).astype(np.float32), np.maximum(bone, 0).astype(np.float32), lung > 12
    )


def _seen_from_side(body: Body, points: Array) -> Array:
    """(x, y, z) → (y', x, z), y' on the curved chest."""
    return np.stack([body.sagittal(points[:, 1], points[:, 2]), points[:, 0], points[:, 2]], axis=1)


def _dome(body: Body, y: Array, right: bool) -> Array:
    """Height of one half of the diaphragm from the back to the front."""
    knots = np.array([-104, -96, -78, -50, -12, 26, 64, 92, 108]) * body.width
    tops = [296, 278, 252, 234, 223, 219, 226, 238, 250] if right else [300, 284, 260, 243, 233, 230, 236, 246, 256]
    return spline(knots.tolist(), (np.array(tops, dtype=float) * body.height + body.dome_shift_mm).tolist(), y)


def _lungs(body: Body, grid: Grid) -> tuple[Array, Array]:
    """(cavity, aerated lung) along the ray."""
    y, z = grid.x, grid.z
    back, front = body.front_and_back(z)
    u = (2 * y - back - front) / np.maximum(front - back, 4.0)
    cavity = 2 * body.lung_border(z) * chord(u, 2.7) * np.sqrt(smoothstep(0, 16, z)) * (np.abs(u) < 1)
    middle = _mediastinum(body, grid, back, front)
    lung = np.maximum(cavity - middle, 0.0)
    share = []
    for right in (True, False):
        dome = _dome(body, y, right)
        below = np.clip((z - dome) / (58 * body.height), 0.0, 1.0)
        share.append(1.0 - chord(1.0 - below) ** 0.7 * (z > dome))
    return cavity.astype(np.float32), (lung * (0.5 * share[0] + 0.5 * share[1])).astype(np.float32)


def _mediastinum(body: Body, grid: Grid, back: Array, front: Array) -> Array:
    """Soft tissue between the two lungs."""
    y, z = grid.x, grid.z
    h, w = body.height, body.width
    # Thin in front of the great vessels (the retrosternal space) and behind the heart.
    base = spline([-100, -60, -30, 0, 30, 60, 100], [62, 56, 44, 46, 40, 22, 14], y / w)
    lean = (z / h - 186) / 70
    across = (y - (47 + 17 * lean - 9 * lean**2) * w) / (51 * w * body.heart**0.5)
    heart = 112 * w * body.heart * chord(np.minimum(np.hypot(across, lean), 1.0), 1.7)
    heart = heart * smoothstep(108, 168, z / h)
    at = np.hypot((y + 8 * w) / (26 * w), (z - 82 * h) / (24 * h))
    great = 40 * bump(np.minimum(at / 1.25, 1.0)) ** 0.8
    ascending = (
        34
        * bump((y - (16 + 0.12 * (z - 100)) * w) / (24 * w))
        * smoothstep(62, 92, z / h)
        * smoothstep(150, 120, z / h)
    )
    aorta = 15 * chord((y - (back + 34 * w)) / (13 * w)) * smoothstep(75, 100, z / h)
    cava = 24 * chord((y - 4 * w - 0.25 * (z - 215 * h)) / (12 * w)) * smoothstep(192, 214, z / h)
    root = 20 * bump(np.minimum(np.hypot((y + 6 * w) / 30, (z - 112 * h) / 34), 1.0))
    return np.asarray(base + (heart**3 + great**3 + ascending**3) ** (1 / 3) + aorta + cava + root, dtype=np.float32)


def _outside(body: Body, grid: Grid) -> Array:
    """Skin to skin from the side, with raised arms."""
    y, z = grid.x, grid.z
    t = z / body.height
    back, front = body.front_and_back(z)
    fat = body.wall_mm - 19
    rear = (
        back - spline([-110, -60, -20, 20, 60, 120, 200, 300, 360], [32, 38, 52, 60, 54, 44, 38, 40, 42], t) - 0.7 * fat
    )
    fore = front + spline([-110, -60, -30, 0, 40, 100, 180, 260, 360], [62, 44, 34, 32, 26, 22, 20, 16, 14], t) + fat
    if body.female:
        fore = fore + 27 * bump(np.clip((t - 186) / np.where(t > 186, 48, 100), -1, 1)) ** 0.8
    middle, half = (rear + fore) / 2, (fore - rear) / 2
    wide = 2 * (body.lung_border(np.maximum(z, 70 * body.height)) + body.wall_mm + 6)
    wide = wide * spline([-110, -40, 20, 90], [0.42, 0.62, 0.95, 1.0], t)
    trunk = wide * chord((y - middle) / half, 2.7)
    # Raised arms leave the field at the top, in front of and above the face.
    line_y = spline([-140, -60, 10, 60], [64, 34, 4, -8], t)
    arm = 150 * chord((y - line_y) / spline([-140, -60, 10, 70], [44, 50, 60, 62], t), 2.2) * smoothstep(78, 6, t)
    return blur(
        np.asarray(np.maximum(trunk, 0.86 * (trunk**4 + arm**4) ** 0.25), dtype=np.float32), 0.8 / grid.spacing_mm
    )


def _spine_line(body: Body, z: Array) -> Array:
    """y of the vertebral bodies' middle."""
    back, _ = body.front_and_back(z)
    return (back + spline([-60, 0, 60, 150, 260, 330], [10, 18, 31, 38, 40, 40], z / body.height)).astype(np.float32)


def _spine(body: Body, grid: Grid) -> Array:
    """Vertebral bodies with their end plates, pedicles, foramina and spinous processes, from the side."""
    image = grid.zeros()
    for index in range(-3, 19):
        centre, tall = body.vertebra(index) if index > 0 else (4.0 + 16.0 * body.height * (index - 1), 13.0)
        rows = slice(
            *np.clip(((np.array([centre - 45, centre + 45]) - grid.top) / grid.spacing_mm).astype(int), 0, grid.rows)
        )
        if rows.stop - rows.start < 2:
            continue
        at = np.array([centre - 4, centre, centre + 4], dtype=np.float32)
        line = _spine_line(body, at)
        lean = float(line[2] - line[0]) / 8
        z = grid.z[rows] - centre
        y = grid.x - line[1] - lean * z
        z = z + lean * y
        deep = (12.5 + 0.42 * max(index, 0)) * body.width
        u, v = y / deep, z / (tall / 2)
        v = v * (1.06 - 0.08 * np.minimum(u * u, 1.2))
        inside = smoothstep(1.1, 0.9, np.abs(u)) * smoothstep(1.14, 0.86, np.abs(v))
        plates = np.exp(-(((np.abs(v) - 1) / 0.1) ** 2)) * (np.abs(u) < 1.05)
        edges = np.exp(-(((np.abs(u) - 1) / 0.08) ** 2)) * (np.abs(v) < 1.0)
        image[rows] += 7.0 * inside + 3.0 * plates + 2.2 * edges
        behind = bump(np.minimum(np.hypot((u + 1.75) / 0.85, (v + 0.05) / 0.75), 1.0))
        process = bump(np.minimum(np.hypot((u + 3.1 + 0.2 * v) / 1.3, (v - 0.75 - 0.3 * (u + 3)) / 0.42), 1.0))
        image[rows] += 3.4 * behind + 3.0 * process
    return blur((image * body.bone).astype(np.float32), 0.5 / grid.spacing_mm)


def _hollow(grid: Grid, line: Array, radius: Array, cortex: float) -> Array:
    outer = draw_tubes(grid, polyline_tubes(line, radius))
    return outer - 0.8 * draw_tubes(grid, polyline_tubes(line, np.maximum(radius - cortex, 0.2).astype(np.float32)))


def _breastbone(body: Body, grid: Grid) -> Array:
    """Manubrium and body of the sternum, end on."""
    z = np.linspace(30, 188, 60, dtype=np.float32) * body.height
    _, front = body.front_and_back(z)
    y = front + 7.0 - 2.0 * np.exp(-(((z / body.height - 76) / 8) ** 2))
    line = np.stack([y, 0 * y, z], axis=1).astype(np.float32)
    radius = spline([30, 40, 74, 78, 170, 188], [5.5, 6.5, 5.0, 5.2, 4.6, 2.2], z / body.height)
    return 1.5 * blur(_hollow(grid, line, radius, 1.2), 0.5 / grid.spacing_mm) * np.float32(body.bone)


def _shoulders(body: Body, grid: Grid) -> Array:
    """Shoulder blades over the upper spine and the raised upper arms, faint."""
    image = grid.zeros()
    random = np.random.default_rng((body.seed, 22))
    for _ in range(2):
        shift = random.normal(0, 7, 2)
        knots = [(-46, -8), (-62, 30), (-78, 78), (-86, 118), (-80, 124), (-66, 92), (-50, 40)]
        points = curve([((y + shift[0]) * body.width, 0.0, (z + shift[1]) * body.height) for y, z in knots], 70)
        image += 0.55 * _hollow(grid, points.astype(np.float32), np.full(70, 2.0, np.float32), 0.9)
        arm = curve(
            [((y + shift[0]) * 1.0, 0.0, z + shift[1]) for y, z in [(-6, 18), (14, -20), (44, -90), (60, -140)]], 40
        )
        image += 0.6 * _hollow(grid, arm.astype(np.float32), np.linspace(19, 12, 40, dtype=np.float32), 3.4)
    return blur(image, 1.0 / grid.spacing_mm) * np.float32(body.bone)


def _details(body: Body, grid: Grid, random: np.random.Generator) -> Array:
    """Air of trachea, stomach and bowel (negative), skin folds (positive), in millimetres of water."""
    h, w = body.height, body.width
    z = np.linspace(-120, 104, 60)
    y = spline([-120, -40, 0, 60, 104], [22, 14, 2, -8, -14], z) * w
    line = np.stack([y, 0 * y, z * h], axis=1).astype(np.float32)
    air = draw_tubes(grid, polyline_tubes(line, np.full(60, 8.2 * w, np.float32))) * 1.1
    for at_z in (112, 126):
        r = np.hypot(grid.x + 15 * w, grid.z - at_z * h) / 6.5
        air += 8 * chord(r) - 2.5 * np.exp(-(((r - 1.1) / 0.2) ** 2))
    top = _dome(body, grid.x, right=False) + 8
    at_y, wide = random.uniform(-20, 20), 30 * body.gas
    v = (grid.z - top) / (24 * body.gas) * 2 - 1
    air += 46 * chord(np.hypot((grid.x - at_y) / wide, np.maximum(v, -1.0)), 2.5) * (grid.z > top)
    warp = 5 * cloud(grid, random, 26, 9)
    for _ in range(4):
        cy, cz = random.uniform(10, 70), 250 * h + random.uniform(20, 80)
        u, v = (grid.x - cy + warp) / random.uniform(8, 18), (grid.z - cz - warp) / random.uniform(6, 12)
        air += random.uniform(6, 18) * bump(np.minimum(np.hypot(u, v) / 1.2, 1.0))
    return -blur(air.astype(np.float32), 0.9 / grid.spacing_mm)
