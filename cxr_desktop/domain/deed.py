"""What a reader did to how an image is scored, for the log of a site; pure, knows no database and no window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from cxr_desktop.domain.worklist import ImageEntry, Wish


class Action(StrEnum):
    """Kinds of deeds. The values are stored and exported."""

    SCORE_ANYWAY = "score_anyway"
    TURN = "turn"
    INVERT = "invert"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed. ``at`` is ISO 8601 UTC, ``study`` the study's key, ``content_hash`` the SHA-256 of the file's bytes
    ("" where it was never read whole). ``details`` hold what was known at that time; see ``deeds_of``."""

    at: str
    study: str
    content_hash: str
    action: Action
    details: Mapping[str, Any] = field(default_factory=dict)


def deeds_of(image: ImageEntry, study: str, wish: Wish, at: str, model_digest: str, undone: bool) -> list[Deed]:
    """What it means that ``image`` is to be scored by ``wish`` from now on; nothing where nothing changes.

    ``undone``: the reader takes something back; a score against the gate's advice that is given up is that too.
    Details name the wish before and after, the gate's reason and probabilities, and the model whose score was asked
    for, by the digest of its cards.
    """
    before = image.wish
    actions = [
        action
        for action, changed in (
            (Action.SCORE_ANYWAY, wish.override and not before.override),
            (Action.TURN, wish.quarter_turns != before.quarter_turns),
            (Action.INVERT, wish.inverted != before.inverted),
            (Action.UNDO, before.override and not wish.override),
        )
        if changed
    ]
    if undone and actions:
        actions = [Action.UNDO]
    gate = image.prediction.gate if image.prediction is not None else None
    details = {
        "before": before._asdict(),
        "after": wish._asdict(),
        "gate": {
            "class": gate.gate_class.value,
            "reason": gate.reason,
            "probabilities": {name: float(p) for name, p in gate.probabilities.items()},
        }
        if gate is not None
        else None,
        "model_digest": model_digest,
    }
    content = image.prediction.content_hash if image.prediction is not None else ""
    return [Deed(at, study, content, action, details) for action in actions]
