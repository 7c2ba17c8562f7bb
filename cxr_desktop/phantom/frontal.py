"""A chest from the front: water and bone along every ray of an invented body; it knows no detector and no files."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.phantom import skeleton, vessels
from cxr_desktop.phantom.anatomy import Body
from cxr_desktop.phantom.rendering import (
    Array,
    Grid,
    Tubes,
    blur,
    bump,
    chord,
    cloud,
    draw_tubes,
    enlarge,
    polyline_tubes,
    smoothstep,
    spline,
)

LUNG_DENSITY = 0.24
"""Inflated lung relative to water."""


@dataclass(slots=True)
class Layers:
    """Path lengths in millimetres, shape (rows, columns): what the rays met.

    ``lung`` is the way through aerated lung, ``water`` everything soft (the lung's own tissue included), ``bone``
    cortical bone. ``inside`` marks pixels over lung.
    """

    grid: Grid
    lung: Array
    water: Array
    bone: Array
    inside: NDArray[np.bool_]


def lungs_and_heart(body: Body, grid: Grid) -> tuple[Array, Array, Array]:
    """(cavity, lung, left-out soft tissue inside the cavity) path lengths."""
    x, z = grid.x, grid.z
    border, inner = body.lung_border(z), body.apex_inner(z)
    deep = body.depth(z)
    # Each apex is a dome of its own; further down both sides merge into one oval chest.
    centre = spline([0, 20, 70], [1.0, 0.62, 0.0], z / body.height) * 50 * body.width
    away = np.abs(x)
    outwards = chord((away - centre) / np.maximum(border - centre, 1.0), 2.3)
    inwards = chord((centre - away) / np.maximum(centre - inner, 6.0), 2.0)
    side = np.where(away > centre, outwards, np.where(centre > 12, inwards, 1.0)).astype(np.float32)
    side = side * (away < border) * (z > 0)
    cavity = deep * side
    filled = _mediastinum(body, grid, cavity)
    dome = body.dome(x)
    # Fraction of the depth that the diaphragm fills: all at once at the top of its dome, then the sulcus behind.
    below = np.clip((z - dome) / (70 * body.height), 0.0, 1.0)
    covered = chord(1.0 - below) ** 0.8 * (z > dome)
    # In the midline the ray meets spine, gullet, aorta and heart: hardly any lung, without an edge.
    free = 1.0 - 0.94 * bump((x - body.spine_x(z)) / (58 * body.width)) * smoothstep(10, 60, z)
    lung = np.maximum(cavity - filled, 0.0) * (1.0 - covered) * free
    return cavity, lung.astype(np.float32), (cavity - lung).astype(np.float32)


def _mediastinum(body: Body, grid: Grid, cavity: Array) -> Array:
    """Soft tissue between the lungs along the ray: vessels, heart, aorta, paraspinal tissue."""
    x, z = grid.x, grid.z
    t = z / body.height
    mid = body.spine_x(z)
    right, left = body.upper_mediastinum(z)
    middle, half = (left + right) / 2, np.maximum(left - right, 1.0) / 2
    upper = 0.78 * cavity * chord((x - middle) / half, 3.0) * smoothstep(132, 84, t)
    right, left = body.heart_borders(z)
    middle, half = (left + right) / 2, np.maximum(left - right, 1.0) / 2
    heart = 142 * body.width * chord((x - middle) / half, 2.3) * smoothstep(70, 125, t)
    at_x, at_z, radius = body.aortic_knob()
    arch = 66 * chord(np.hypot(x - at_x, (z - at_z) * 0.92) / radius, 2.4)
    aorta_x = spline([40, 66, 100, 160, 260], [20, 21, 17, 13, 9], t) * body.width + mid
    aorta = 25 * chord((x - aorta_x) / 13.0, 2.0) * smoothstep(52, 70, t)
    back = 30 * chord((x - mid) / (27 * body.width), 2.0)
    # The azygos vein at the right tracheobronchial angle, the pulmonary trunk below the arch.
    azygos = 16 * chord(np.hypot(x + 23 * body.width, z - 84 * body.height) / 7.0)
    trunk = 46 * chord(np.hypot((x - 24 * body.width) * 1.1, (z - 94 * body.height) * 0.8) / 18.0)
    parts = [upper, heart, arch, trunk]
    # A soft maximum: organs lean on each other, their shadows have no seams.
    squares = [np.square(part) for part in parts]
    together = np.sqrt(np.sqrt(sum(np.square(square) for square in squares)))
    stacked = np.maximum(together + aorta + back, azygos)
    # The ray meets solid tissue only once: saturate towards the depth of the cavity.
    ratio = stacked / np.maximum(cavity, 1.0)
    fourth = np.square(np.square(ratio))
    return np.asarray(cavity * ratio / np.sqrt(np.sqrt(1 + fourth)), dtype=np.float32)


def outside(body: Body, grid: Grid) -> Array:
    """Path through the whole body from skin to skin: neck, shoulders, trunk, arms."""
    x, z = grid.x, grid.z
    t = z / body.height
    half = body.lung_border(np.maximum(z, 60 * body.height)) + body.wall_mm + 6.0
    half = half + spline([30, 75, 110, 160, 230, 330], [20, 14, 9, 5, 1, 4], t)
    deep = body.depth(np.maximum(z, 70 * body.height)) + 2.1 * body.wall_mm + 8
    trunk = deep * chord(x / half, 3.0)
    # Neck and shoulders: one slope from the ear to the deltoid.
    slope = (
        spline([-120, -60, -38, -26, -16, -6, 12, 40, 90], [51, 54, 62, 80, 120, 168, 196, 207, 210], t) * body.width
    )
    thick = spline([-120, -50, -10, 20, 60], [112, 126, 165, 198, 208], t)
    taper = np.minimum(1.0, spline([0, 60, 120, 170, 210], [1.0, 1.0, 0.88, 0.7, 0.55], np.abs(x)))
    shoulders = thick * taper * chord(x / slope, 3.0)
    # Seen from the front, the shoulder melts into the flank without an edge: its lower border is the oblique axilla.
    lower = smoothstep(18, 118, t + 0.25 * np.maximum(np.abs(x) - 130, 0))
    arms = grid.zeros()
    for side in (-1, 1):
        line = np.array([[179, 0, 30], [186, 0, 80], [202, 0, 150], [222, 0, 300]], dtype=np.float32)
        line = line * np.array([side * body.width, 1, body.height], dtype=np.float32)
        radii = np.array([52, 46, 44, 40], dtype=np.float32) + (body.wall_mm - 19)
        arms = np.maximum(arms, _tube_field(grid, line, radii))
    both = shoulders * (1 - lower) + trunk * lower
    return np.asarray(
        np.sqrt(np.sqrt(np.square(np.square(both)) + np.square(np.square(0.92 * arms)))), dtype=np.float32
    )


def _tube_field(grid: Grid, points: Array, radii: Array) -> Array:
    """Chord through a thick bent tube, by the horizontal distance to its axis."""
    z = grid.z[:, 0]
    axis = spline(points[:, 2].tolist(), points[:, 0].tolist(), z)[:, None]
    radius = spline(points[:, 2].tolist(), radii.tolist(), z)[:, None]
    cap = smoothstep(points[0, 2] - 10, points[0, 2] + 50, grid.z)
    return np.asarray(2 * radius * chord((grid.x - axis) / radius) * cap, dtype=np.float32)


def soft_layers(body: Body, grid: Grid) -> Array:
    """What the plain outline lacks: breast or pectoral shadows, muscle edges, a fold of skin; signed millimetres."""
    random = np.random.default_rng((body.seed, 7))
    x, z = grid.x, grid.z
    extra = grid.zeros()
    for side in (-1, 1):
        dx, dz = random.normal(0, 4, 2)
        if body.female:
            size = random.uniform(0.8, 1.15)
            u, v = (side * x - (80 + dx) * body.width) / (56 * size), (z - (196 + dz) * body.height) / (62 * size)
            r = np.sqrt(u * u + np.where(v > 0, v * 1.18, v * 0.75) ** 2)
            extra += 30 * size * np.maximum(0.0, 1 - r**2.4) ** 0.8 * smoothstep(-1.2, 0.4, v)
        else:
            u, v = (side * x - (92 + dx)) / 66, (z - (92 + dz)) / 62
            extra += 14 * bump(np.sqrt(u * u + (v + 0.35 * u) ** 2))
        # Nodes, fat and bronchial walls: the haze of the hilum.
        root = vessels.hilum(body, side)
        u, v = (x - root[0] - 5 * side) / 25, (z - root[2] - 12) / 42
        extra += 9 * bump(np.minimum(np.sqrt(u * u + v * v), 1))
        # Sternocleidomastoid, from the mastoid to the sternoclavicular joint.
        extra += 8 * bump((side * x - 27 + 0.22 * (z + 30)) / 17) * smoothstep(40, 10, z)
    # Fat between muscles: broad light bands along the flanks.
    border = body.lung_border(np.maximum(z, 60)) + 9 + 0.35 * body.wall_mm
    band = np.exp(-(((np.abs(x) - border) / (2.6 + 0.1 * body.wall_mm)) ** 2)) * smoothstep(90, 150, z / body.height)
    return extra - (11 * band).astype(np.float32)


def airways(body: Body, grid: Grid) -> Array:
    """Air of larynx, trachea and main bronchi, in millimetres."""
    h, w = body.height, body.width
    z = np.linspace(-130, 88, 60)
    shift = spline([-130, 20, 60, 88], [0, 0.5, -3.5, -2.0], z) * w + body.spine_x(z)
    trachea = np.stack([shift, 0 * z, z * h], axis=1).astype(np.float32)
    radii = spline([-130, -95, -80, 70, 88], [6, 10, 8.2, 8.8, 9.5], z) * np.float32(w)
    air = draw_tubes(grid, polyline_tubes(trachea, radii))
    x0, z0 = float(trachea[-1, 0]), 86 * h
    for ends, radius in (((-25 * w, 114 * h), 6.0), ((-34 * w, 140 * h), 4.2), ((36 * w, 119 * h), 5.2)):
        start = (x0, z0) if radius != 4.4 else (-25 * w, 114 * h)
        line = np.array([[start[0], 0, start[1]], [ends[0], 0, ends[1]]], dtype=np.float32)
        air = np.maximum(
            air, 0.7 * draw_tubes(grid, polyline_tubes(line, np.array([radius * 1.15, radius], np.float32)))
        )
    # Piriform shape of the glottis.
    glottis = 1 - 0.65 * np.exp(-(((grid.z + 84 * h) / 5) ** 2))
    return np.asarray(blur(air, 1.0 / grid.spacing_mm) * glottis * 0.85, dtype=np.float32)


def belly_gas(body: Body, grid: Grid) -> Array:
    """Gastric bubble below the left dome and a little gas in the colon, in millimetres."""
    random = np.random.default_rng((body.seed, 8))
    x, z = grid.x, grid.z
    at_x = random.uniform(52, 78) * body.width
    dome = float(body.dome(np.array([at_x], dtype=np.float32))[0])
    wide, tall = 30 * body.gas, 16 * body.gas
    warp = 3 * cloud(grid, random, 40, 20)
    top = body.dome(x) + 6
    v = (z - top) / (1.5 * tall) * 2 - 1
    u = (x - at_x) / wide
    bubble = 42 * chord(np.sqrt(u**2 + (np.maximum(v, -1.0)) ** 2) + 0.02 * warp, 2.5) * (z > top)
    warp_x, warp_z = 5 * cloud(grid, random, 26, 9), 5 * cloud(grid, random, 26, 9)
    for _ in range(int(random.integers(2, 7))):
        cx, cz = random.normal(at_x + 34, 24), dome + random.uniform(50, 115)
        u, v = (x - cx + warp_x) / random.uniform(8, 20), (z - cz + warp_z) / random.uniform(6, 12)
        bubble += random.uniform(6, 20) * bump(np.sqrt(u * u + v * v) / 1.2)
    return blur(bubble.astype(np.float32), 0.9 / grid.spacing_mm)


def vessel_shadow(grid: Grid, tubes: Tubes) -> Array:
    """Blood in excess of lung, in millimetres; where vessels overlap it saturates, for they lie side by side."""
    wide = tubes.start_radius > 2.2
    coarse = grid.coarser(2)
    tree = enlarge(blur(draw_tubes(coarse, tubes.where(wide)), 0.6 / coarse.spacing_mm), grid.rows, grid.columns)
    tree = np.maximum(tree, 0.0) + draw_tubes(grid, tubes.where(~wide))
    tree = tree / np.sqrt(np.sqrt(1 + np.square(np.square(tree / 15.0))))
    return np.asarray((1 - LUNG_DENSITY) * 1.45 * tree, dtype=np.float32)


def layers(body: Body, grid: Grid) -> Layers:
    """Everything but disease."""
    coarse = grid.coarser(2)
    random = np.random.default_rng((body.seed, 9))
    cavity, lung, _ = lungs_and_heart(body, grid)
    skin = blur(outside(body, grid), 0.6 / grid.spacing_mm)
    extra = enlarge(
        soft_layers(body, coarse) - airways(body, coarse) - belly_gas(body, coarse), grid.rows, grid.columns
    )
    bone = skeleton.ribs(body, coarse) + skeleton.spine(body, coarse) + skeleton.shoulder_girdle(body, coarse)
    bone = enlarge(bone, grid.rows, grid.columns)
    # Seen from the front their depth hardly matters; without most of it no branch points straight at the viewer.
    tree = vessel_shadow(grid, vessels.pulmonary_vessels(body).scaled(1.0, 0.4, 1.0))
    lung = blur(lung, 0.5 / grid.spacing_mm)
    # Vessels too fine to be drawn one by one.
    fine = cloud(grid, random, 9.0, 1.1, fall=0.55)
    texture = lung * (0.011 * fine)
    inside = lung > 12.0
    wall = np.maximum(skin - cavity, 0.0)
    # Without the body there is nothing inside it either.
    solid = np.maximum(cavity - lung, 0.0)
    tissue = lung * LUNG_DENSITY + texture + tree * np.clip(lung / 50, 0, 1)
    grain = 1 + 0.012 * cloud(grid, random, 30.0, 4.0)
    water = (wall + solid) * grain + tissue + extra * (skin > 30)
    return Layers(grid, lung, np.maximum(water, 0.0).astype(np.float32), np.maximum(bone, 0).astype(np.float32), inside)


__all__ = ["LUNG_DENSITY", "Layers", "Tubes", "layers"]
