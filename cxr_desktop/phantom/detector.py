"""Path lengths → exposure → the picture a digital system presents; it knows no anatomy and no files."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cxr_desktop.phantom.rendering import Array, Real, blur

MU_WATER = 0.0192
"""Linear attenuation of soft tissue per millimetre, at an effective 68 keV (NIST XCOM)."""
MU_BONE = 0.049
"""Cortical bone, 1.85 g/cm³."""


@dataclass(frozen=True, slots=True)
class Technique:
    """How the exposure was made and how the system presents it.

    ``photons``: mean count per square millimetre behind air. ``scatter``: scattered over primary signal behind a
    thick patient, after the grid. ``flatten``: how much of the coarse contrast is compressed. ``sharpen``: gain of
    the fine structures. ``low``/``high``/``gamma``: the grey scale.
    """

    photons: float = 240_000.0
    scatter: float = 0.13
    flatten: float = 0.52
    sharpen: float = 0.9
    low: float = 0.5
    high: float = 3.6
    gamma: float = 1.42
    reference: float = 1.9
    """density that compression leaves alone"""
    air: float = 0.12
    """density below which the detector is called unattenuated and shown black"""


FRONTAL = Technique()
LATERAL = Technique(photons=600_000.0, scatter=0.1, flatten=0.6, low=0.75, high=4.6, reference=2.1, gamma=1.25)
HAND = Technique(
    photons=60_000.0, scatter=0.04, flatten=0.15, sharpen=0.7, low=0.0, high=1.5, gamma=0.62, reference=0.4, air=0.04
)


def expose(
    water_mm: Array, bone_mm: Array, spacing_mm: float, technique: Technique, random: np.random.Generator
) -> Array:
    """Detector signal relative to air: Beer–Lambert, wide scatter, quantum noise and the blur of the screen."""
    primary = np.exp(-(MU_WATER * water_mm + (MU_BONE - MU_WATER) * bone_mm)).astype(np.float32)
    # Scatter comes from where the patient is irradiated and thick, and arrives far from where it began.
    source = primary * (1.0 - np.exp(-0.02 * water_mm)).astype(np.float32)
    scattered = technique.scatter * (0.65 * blur(source, 22.0 / spacing_mm) + 0.35 * blur(source, 60.0 / spacing_mm))
    signal = primary + scattered
    count = technique.photons * spacing_mm**2
    noise = random.standard_normal(signal.shape, dtype=np.float32) * np.sqrt(signal / np.float32(count))
    return blur(np.maximum(signal + noise, 1e-4), 0.11 / spacing_mm)


def present(signal: Array, spacing_mm: float, technique: Technique) -> Array:
    """For processing → for presentation: 0…1, dense is bright."""
    density = -np.log(np.clip(signal, 1e-4, 1.2)).astype(np.float32)
    coarse = blur(density, 24.0 / spacing_mm)
    shown = density - technique.flatten * (coarse - technique.reference)
    # Multiscale processing: weak detail gains more than strong edges, so that borders get no halo.
    finer = density
    for sigma_mm, gain, limit in ((0.55, 0.7, 0.05), (1.3, 1.1, 0.07), (3.2, 0.9, 0.09), (8.0, 0.35, 0.12)):
        wider = blur(density, sigma_mm / spacing_mm)
        shown += technique.sharpen * gain * limit * np.tanh((finer - wider) / limit)
        finer = wider
    # Film-like ends: a soft toe and shoulder instead of clipping.
    grey = _shoulder((shown - technique.low) / (technique.high - technique.low))
    air = np.clip((density - technique.air) / (3.0 * technique.air), 0, 1)
    return np.asarray(np.clip(grey, 0, 1) ** technique.gamma * air, dtype=np.float32)


def _shoulder(grey: Real) -> Array:
    """Identity in the middle, smooth towards 0 and 1."""
    return np.asarray(0.5 + 0.5 * np.tanh(1.25 * (2 * grey - 1)) / np.tanh(1.25), dtype=np.float32)
