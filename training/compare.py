"""Two models on the same images: paired DeLong for areas, McNemar for decisions; pure, knows no file and no network."""

from __future__ import annotations

from math import sqrt
from typing import Any

import numpy as np
from scipy.stats import binomtest, norm

from training.metrics import Floats, Mask, placements


def paired_delong(positive: Mask, first: Floats, second: Floats) -> dict[str, Any]:
    """Difference of two correlated AUCs with its 95 % interval and two-sided p (DeLong 1988).

    All ``None`` but the areas where fewer than two images stand on a side; p is 1 where the scores rank alike.
    """
    m, n = int(positive.sum()), int((~positive).sum())
    if m < 2 or n < 2:
        return {"auc_a": None, "auc_b": None, "difference": None, "low": None, "high": None, "p": None}
    v10_a, v01_a = placements(positive, first)
    v10_b, v01_b = placements(positive, second)
    a, b = float(v10_a.mean()), float(v10_b.mean())
    variance = float((v10_a - v10_b).var(ddof=1) / m + (v01_a - v01_b).var(ddof=1) / n)
    half = float(norm.ppf(0.975)) * sqrt(variance)
    p = 2.0 * float(norm.sf(abs(a - b) / sqrt(variance))) if variance > 0 else float(a == b)
    return {"auc_a": a, "auc_b": b, "difference": a - b, "low": a - b - half, "high": a - b + half, "p": p}


def mcnemar(first_right: Mask, second_right: Mask) -> dict[str, Any]:
    """How often only one of two is right, and the exact two-sided p of that (binomial; McNemar 1947)."""
    only_a, only_b = int((first_right & ~second_right).sum()), int((~first_right & second_right).sum())
    p = float(binomtest(only_a, only_a + only_b).pvalue) if only_a + only_b else 1.0
    return {"images": int(np.size(first_right)), "only_a_right": only_a, "only_b_right": only_b, "p": p}
