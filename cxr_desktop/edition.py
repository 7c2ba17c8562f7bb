"""Which edition runs: the full one trains, the triage edition reads and scores; looks for packages and loads none."""

from __future__ import annotations

from importlib.util import find_spec

TRAINING_PACKAGES = ("torch", "torchvision", "lightning", "torchmetrics", "sklearn", "matplotlib", "onnx")
"""What the full edition has beyond the triage edition, as far as every training needs it."""
CANNOT_TRAIN = "this is the triage edition, which reads and scores; install the full edition to train"


def has(package: str) -> bool:
    """Is it installed? One that cannot be loaded (a library of the system is missing, say) counts as installed."""
    try:
        return find_spec(package) is not None
    except ValueError:
        # Loaded, by something that gave it no specification.
        return True


def missing() -> tuple[str, ...]:
    """What training lacks here; nothing in the full edition."""
    return tuple(package for package in TRAINING_PACKAGES if not has(package))


def why_no_training() -> str:
    """One plain sentence without its full stop, or "" where this edition trains."""
    lacking = missing()
    return f"{CANNOT_TRAIN} (not here: {', '.join(lacking)})" if lacking else ""
