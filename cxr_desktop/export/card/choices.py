"""On which images a card says that its temperature and thresholds were chosen; plain names and their words."""

from __future__ import annotations

CHOSEN_BY = "chosen_by"
BY_VALIDATION, BY_LEFT_OUT_TEMPERATURE, BY_LEFT_OUT = "validation", "left-out-temperature", "left-out"
CHOICES = {
    BY_VALIDATION: "Temperature and thresholds were chosen on validation images of the hospitals of the training.",
    BY_LEFT_OUT_TEMPERATURE: (
        "The temperature was chosen on collections left out, each scored by a network that never saw it; the "
        "thresholds at that temperature on validation images of the hospitals of the training."
    ),
    BY_LEFT_OUT: (
        "Temperature and thresholds were chosen on collections left out, each scored by a network of the same recipe "
        "that never saw it; thresholds of a class that no left-out network could judge on validation images."
    ),
}
"""Key of a card and what its values mean to a reader."""
