"""One invented body per seed: sizes and surfaces in millimetres; it knows nothing of pixels, rays or files.

Axes: x grows towards the patient's left (right in a PA image), y towards the front, z downwards from the lung apex.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.phantom.rendering import Array, spline


@dataclass(frozen=True, slots=True)
class Body:
    """Proportions of one invented person; every number is drawn from plausible adult ranges."""

    seed: int
    female: bool
    age: int
    width: float
    """scales everything sideways"""
    height: float
    """scales everything downwards"""
    heart: float
    """scales the heart sideways"""
    wall_mm: float
    """soft tissue beside the rib cage"""
    bone: float
    """mineral content, 1 = young adult"""
    dome_shift_mm: float
    """depth of inspiration: how much lower than usual the diaphragm stands"""
    sway_mm: float
    """gentle scoliosis of the spine"""
    slope: float
    """scales how steeply the ribs fall"""
    gas: float
    """size of the gastric bubble, 0 = none"""
    blade_mm: float = 0.0
    """how far the shoulder blades are turned outwards; negative where they lie over the lungs (AP)"""

    @staticmethod
    def random(seed: int, female: bool | None = None, age: int | None = None) -> Body:
        """The same seed gives the same body."""
        r = np.random.default_rng((seed, 1))
        female_drawn, age_drawn = bool(r.random() < 0.5), int(r.integers(22, 86))
        female = female_drawn if female is None else female
        age = age_drawn if age is None else age
        size = 0.95 if female else 1.02
        return Body(
            seed=seed,
            female=female,
            age=age,
            width=float(size * r.normal(1.0, 0.03)),
            height=float(size * r.normal(1.0, 0.045)),
            heart=float(np.clip(r.normal(1.0 + 0.0022 * (age - 50), 0.09), 0.8, 1.3)),
            wall_mm=float(np.clip(r.normal(19, 5), 11, 32)),
            bone=float(np.clip(1.08 - 0.004 * (age - 30) + r.normal(0, 0.04), 0.7, 1.15)),
            dome_shift_mm=float(r.normal(0, 8)),
            sway_mm=float(r.normal(0, 2.5)),
            slope=float(np.clip(r.normal(1.0, 0.12), 0.75, 1.3)),
            gas=float(np.clip(r.normal(1.0, 0.35), 0.4, 1.6)),
        )

    def supine(self) -> Body:
        """The same person in bed, from front to back: larger heart, higher diaphragm, blades over the lungs."""
        return replace(
            self,
            heart=self.heart * 1.13,
            dome_shift_mm=self.dome_shift_mm - 13.0,
            height=self.height * 0.96,
            blade_mm=-17.0,
        )

    # --- surfaces of the cavity -------------------------------------------------------------------------------

    def lung_border(self, z: Array) -> Array:
        """Half width of the rib cage's inside. The apex is round, so the border is a function of sqrt(z)."""
        s = np.sqrt(np.maximum(z / self.height, 0.0))
        knots = np.sqrt([0, 6, 18, 40, 75, 115, 160, 205, 245, 275, 330])
        return self.width * spline(knots.tolist(), [50, 69, 85, 102, 118, 128.5, 135, 138.5, 140, 139.5, 132], s)

    def apex_inner(self, z: Array) -> Array:
        """Inner border of the apex, where the lung leaves the mediastinum."""
        s = np.sqrt(np.maximum(z / self.height, 0.0))
        return self.width * spline(np.sqrt([0, 5, 16, 40, 80]).tolist(), [50, 35, 26, 19, 14], s)

    def depth(self, z: Array) -> Array:
        """Front to back diameter of the cavity."""
        s = np.sqrt(np.maximum(z / self.height, 0.0))
        knots = np.sqrt([0, 6, 20, 45, 90, 150, 210, 330])
        return self.width * spline(knots.tolist(), [0, 40, 72, 108, 150, 178, 188, 186], s)

    def dome(self, x: Array) -> Array:
        """Top of the diaphragm: the right dome stands higher, both fall to the costophrenic angles."""
        knots = np.array([-141, -134, -120, -98, -70, -44, -20, 0, 22, 48, 76, 102, 122, 134, 141]) * self.width
        tops = np.array([284, 266, 246, 229, 220, 222, 231, 238, 240, 235, 232, 238, 254, 270, 287], dtype=float)
        return spline(knots.tolist(), (tops * self.height + self.dome_shift_mm).tolist(), x)

    def sagittal(self, y: Array, z: Array) -> Array:
        """From the simple oval of the front view (``y`` within ± depth/2) to the curved chest seen from the side."""
        back, front = self.front_and_back(z)
        deep = np.maximum(self.depth(np.maximum(z, 9.0 * self.height)), 1.0)
        return (back + (y / deep + 0.5) * (front - back)).astype(np.float32)

    def front_and_back(self, z: Array) -> tuple[Array, Array]:
        """(back, front) y of the lungs from the side: a curved back and a sloping breastbone."""
        t = z / self.height
        back = spline([-10, 0, 12, 40, 90, 150, 220, 300], [-26, -32, -54, -78, -95, -99, -95, -82], t)
        front = spline([-10, 0, 12, 40, 90, 150, 220, 300], [-22, -16, 4, 32, 66, 88, 102, 106], t)
        return back * self.width, front * self.width

    # --- mediastinum ------------------------------------------------------------------------------------------

    def heart_borders(self, z: Array) -> tuple[Array, Array]:
        """(right, left) border of the heart and great vessels above it, 0 wide where there is none."""
        t = (z / self.height - 0.75 * self.dome_shift_mm).astype(np.float32)
        right = spline(
            [40, 84, 102, 118, 138, 162, 186, 206, 226, 246], [-27, -24, -25, -30, -37, -41, -42, -38, -28, -8], t
        )
        left = spline(
            [60, 78, 92, 106, 122, 146, 172, 198, 216, 234, 256], [26, 28, 34, 36, 41, 52, 67, 80, 84, 77, 20], t
        )
        return right * self.heart * self.width, left * self.heart * self.width

    def upper_mediastinum(self, z: Array) -> tuple[Array, Array]:
        """(right, left) border of the vessels above the heart: superior vena cava, and the subclavian artery."""
        t = z / self.height
        right = spline([-60, 0, 20, 45, 75, 100, 150, 260], [-33, -34, -31, -27.5, -26, -25, -22, -22], t)
        left = spline([-60, 0, 22, 44, 75, 110, 260], [34, 34, 29, 25, 22, 21, 20], t)
        return right * self.width, left * self.width

    def aortic_knob(self) -> tuple[float, float, float]:
        """(x, z, radius) of the arch seen end on; it grows with age."""
        radius = 17.0 + 0.09 * (self.age - 40)
        return 17.5 * self.width + 0.03 * (self.age - 40), 66.0 * self.height, radius

    def spine_x(self, z: NDArray[np.floating]) -> Array:
        """Midline of the vertebrae."""
        return (self.sway_mm * np.sin(np.asarray(z) / (self.height * 85.0) + self.seed % 7)).astype(np.float32)

    def vertebra(self, index: float) -> tuple[float, float]:
        """(centre z, height) of the vertebral body T``index`` (13 is L1)."""
        spacing = 18.3 * self.height
        z = 4.0 + spacing * (index - 1) + 0.36 * (index - 1) ** 2 * self.height
        return z, (15.0 + 0.55 * index) * self.height

    # --- ribs -------------------------------------------------------------------------------------------------

    def rib(self, number: int, side: int, samples: int) -> tuple[Array, Array, Array]:
        """Centre line (n, 3), outward normal (n, 3) and position along the rib 0…1 of rib 1…12; side ±1."""
        end = np.radians([158, 157, 155, 152, 148, 143, 137, 128, 119, 111, 82, 58][number - 1])
        drop = [36, 58, 76, 92, 104, 113, 121, 124, 122, 116, 92, 66][number - 1] * self.slope * self.height
        start_z = self.vertebra(number)[0] - 3.0
        inner = 21.0 * self.width
        reach = self.lung_border(np.array([start_z + 0.3 * drop], dtype=np.float32))[0] + 3.0
        phi = np.linspace(np.arcsin(inner / max(reach, inner + 1)), end, samples)
        fall = (1 - np.cos(phi)) / 2
        lift = -5.5 * np.exp(-(((phi - 0.55) / 0.4) ** 2)) if number > 1 else 0.0 * phi
        z = (start_z + drop * fall ** (1.1 if number > 1 else 0.9) + lift).astype(np.float32)
        half = self.lung_border(z) + 3.5
        deep = self.depth(np.maximum(z, 9.0)) / 2 + 3.5
        # Near the spine the back of the cage is flat and deep: a squarer oval than an ellipse.
        x, y = half * np.sin(phi) ** 0.92, -deep * np.sign(np.cos(phi)) * np.abs(np.cos(phi)) ** 0.85
        point = np.stack([side * x + self.spine_x(z) * np.exp(-x / 60), y, z], axis=1).astype(np.float32)
        normal = np.stack([side * x / half**2, y / deep**2, 0 * x], axis=1)
        normal = (normal / np.sqrt((normal**2).sum(axis=1, keepdims=True))).astype(np.float32)
        return point, normal, np.linspace(0, 1, samples, dtype=np.float32)
