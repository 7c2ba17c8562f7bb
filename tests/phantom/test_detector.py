"""The detector obeys Beer and Lambert, is noisier behind dense tissue, and presents dense as bright."""

from dataclasses import replace

import numpy as np
import pytest

from cxr_desktop.phantom import detector

SILENT = replace(detector.FRONTAL, photons=1e15, scatter=0.0)


def signal(water_mm, bone_mm=0.0, technique=SILENT, seed=0):
    water = np.full((64, 64), water_mm, dtype=np.float32)
    bone = np.full((64, 64), bone_mm, dtype=np.float32)
    return detector.expose(water, bone, 0.3, technique, np.random.default_rng(seed))


def test_air_leaves_the_beam_alone_and_water_weakens_it_exponentially():
    assert signal(0).mean() == pytest.approx(1.0, rel=1e-4)
    assert signal(100).mean() == pytest.approx(np.exp(-100 * detector.MU_WATER), rel=1e-4)
    assert signal(200).mean() == pytest.approx(signal(100).mean() ** 2, rel=1e-3)


def test_bone_weakens_more_than_water():
    assert signal(100, bone_mm=10).mean() < signal(110).mean()


def test_scatter_adds_signal_behind_the_patient():
    assert signal(150, technique=replace(SILENT, scatter=0.3)).mean() > signal(150).mean()


def test_noise_is_relatively_larger_behind_dense_tissue():
    noisy = replace(SILENT, photons=100_000)
    thin, thick = signal(60, technique=noisy), signal(200, technique=noisy)
    assert thick.std() / thick.mean() > 1.5 * thin.std() / thin.mean()


def test_dense_is_shown_bright_and_air_black():
    # Wide enough that the compression of coarse contrast does not equalise the two halves.
    ramp = np.repeat(np.linspace(1, 4.5, 900, dtype=np.float32)[None], 900, axis=0)
    shown = detector.present(np.exp(-ramp), 0.3, detector.FRONTAL)
    row = shown[450]
    assert row[-100:].mean() > row[:100].mean() + 0.2
    assert detector.present(np.ones((32, 32), np.float32), 0.3, detector.FRONTAL).max() == 0
