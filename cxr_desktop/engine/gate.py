"""Is this a frontal chest radiograph? Judges pixels and never tags, which may only be wrong; runs no network itself."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import GateClass, QualityVerdict
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.engine.calibration import probabilities
from cxr_desktop.engine.lung_shape import joint_score, lung_rule

NO_CONTENT = "no image content"
LATERAL_VIEW = "lateral view"
NOT_CHEST = "not a chest radiograph"
NOT_RECOGNISED = "not recognised as a frontal chest radiograph"
UNLIKE_LUNGS = "what was found does not have the form of two lungs"

_REASONS = {
    GateClass.LATERAL_CHEST: LATERAL_VIEW,
    GateClass.NOT_CHEST: NOT_CHEST,
    GateClass.NO_CONTENT: NO_CONTENT,
}

_MIN_SIDE = 32
"""Pixels: below it nothing of a thorax can be judged."""
_MIN_ENTROPY_BITS = 1.0
"""Of 64 grey levels. Radiographs have 4 to 6 bits; black with a line of text has 0.3."""
_MIN_SMOOTH_SHARE = 0.1
"""Share of the variance that survives averaging over 8×8 pixels: 1/64 in noise, over 0.8 in radiographs."""

_CHEST_WORDS = ("CHEST", "THORAX", "LUNG", "TORAX", "RIBS", "HEART")
_LATERAL_POSITIONS = {"LL", "RL", "LAT", "LATERAL"}
_PROJECTION_MODALITIES = {"CR", "DX", "DR", "RF", "XA", "RG", "PX", "OT", "SC"}


def content_verdict(grey: NDArray[np.float32]) -> QualityVerdict | None:
    """A verdict where ``grey`` (rows, columns; 0…1) holds no picture to judge, else ``None``."""
    if min(grey.shape) < _MIN_SIDE or not _has_content(grey):
        return QualityVerdict(GateClass.NO_CONTENT, usable=False, reason=NO_CONTENT)
    return None


def _has_content(grey: NDArray[np.float32]) -> bool:
    step = max(1, min(grey.shape) // 256)
    sample = grey[::step, ::step].astype(np.float64)
    if not np.isfinite(sample).all():
        return False
    codes = np.minimum((np.clip(sample, 0.0, 1.0) * 64).astype(np.int64), 63)
    shares = np.bincount(codes.ravel(), minlength=64) / codes.size
    shares = shares[shares > 0]
    if -float((shares * np.log2(shares)).sum()) < _MIN_ENTROPY_BITS:
        return False
    rows, columns = (side // 8 * 8 for side in sample.shape)
    blocks = sample[:rows, :columns].reshape(rows // 8, 8, columns // 8, 8).mean(axis=(1, 3))
    return bool(blocks.var() >= _MIN_SMOOTH_SHARE * sample.var())


def network_verdict(logits: NDArray[np.float32], card: ModelCard, lungs: float | None = None) -> QualityVerdict:
    """The gate network's answer. Only an image that it clearly takes for a frontal chest is usable.

    ``lungs`` is how far they are from those of frontal chests (``lung_shape``), ``None`` where nobody looked: then the
    network decides alone. A reason is named where one other class has the majority; an uncertain image is stopped as
    not recognised.
    """
    values = probabilities(logits, card.temperature)
    shares = {name: float(p) for name, p in zip(card.classes, values, strict=True)}
    gate_class = GateClass(max(shares, key=lambda name: shares[name]))
    frontal, rule = shares.get(GateClass.FRONTAL_CHEST, 0.0), lung_rule(card.document)
    alone = frontal >= float(card.document["gate_threshold"])
    if rule is None or lungs is None:
        usable = alone
    else:
        weight, threshold = rule
        usable = float(joint_score(frontal, lungs, weight)) >= threshold
    if usable:
        return QualityVerdict(GateClass.FRONTAL_CHEST, usable=True, probabilities=shares)
    clear = gate_class in _REASONS and shares[gate_class] > 0.5
    unclear = UNLIKE_LUNGS if alone else NOT_RECOGNISED
    return QualityVerdict(gate_class, False, _REASONS[gate_class] if clear else unclear, shares)


def margin(verdict: QualityVerdict, card: ModelCard, lungs: float | None = None) -> float:
    """By how many log odds an image was taken for a frontal chest; negative where it was not. ``lungs`` as above."""
    frontal, rule = verdict.probabilities.get(GateClass.FRONTAL_CHEST, 0.0), lung_rule(card.document)
    if rule is None or lungs is None:
        threshold = float(card.document["gate_threshold"])
        return _log_odds(frontal) - _log_odds(threshold)
    weight, threshold = rule
    return float(joint_score(frontal, lungs, weight)) - threshold


def _log_odds(p: float) -> float:
    p = min(max(p, 1e-9), 1.0 - 1e-9)
    return math.log(p / (1.0 - p))


def header_flags(header: Radiograph, verdict: QualityVerdict | None) -> tuple[str, ...]:
    """Plain phrases where the tags contradict a scored image: shown beside the number, never used for it."""
    if verdict is not None and not verdict.usable:
        return ()
    flags = []
    body_part = _plain(header.body_part_examined)
    if body_part and not any(word in body_part.upper() for word in _CHEST_WORDS):
        flags.append(f"the header names another body part: {body_part}")
    if header.view_position.upper() in _LATERAL_POSITIONS:
        flags.append("the header says lateral view")
    modality = _plain(header.modality)
    if modality and modality.upper() not in _PROJECTION_MODALITIES:
        flags.append(f"the header names another modality: {modality}")
    return tuple(flags)


def _plain(text: str) -> str:
    """A code string of the header, safe to show: at most 16 printable characters (VR CS, PS3.5 6.2)."""
    return "".join(c for c in text if c.isprintable())[:16].strip()
