"""What a reader did to a study and to how its images are scored, for the log of a site; knows no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from cxr_desktop.domain.impression import Impression
from cxr_desktop.domain.prediction import Status
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ImageEntry, ReadState, Wish, WorklistEntry


class Action(StrEnum):
    """Kinds of deeds. The values are stored and exported."""

    SCORE_ANYWAY = "score_anyway"
    TURN = "turn"
    INVERT = "invert"
    UNDO = "undo"
    READ = "read"
    UNREAD = "unread"
    URGENCY = "urgency"
    IMPRESSION = "impression"


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed. ``at`` is ISO 8601 UTC, ``study`` the study's key, ``content_hash`` the SHA-256 of the file's bytes
    ("" where it was never read whole). ``details`` hold what was known at that time; see ``deeds_of``."""

    at: str
    study: str
    content_hash: str
    action: Action
    details: Mapping[str, Any] = field(default_factory=dict)


def deeds_of(
    image: ImageEntry, study: str, wish: Wish, at: str, model_digest: str, undone: bool, reader: str = ""
) -> list[Deed]:
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
    details = {
        "reader": reader,
        "before": before._asdict(),
        "after": wish._asdict(),
        "gate": _gate_of(image),
        "model_digest": model_digest,
    }
    content = image.prediction.content_hash if image.prediction is not None else ""
    return [Deed(at, study, content, action, details) for action in actions]


def reading_deed(entry: WorklistEntry, at: str, reader: str, seconds: float | None, undone: bool = False) -> Deed:
    """``entry`` is read or unread from now on. ``seconds``: how long the reader had it in hand, ``None`` if unknown."""
    action = Action.READ if entry.read_state is ReadState.READ else Action.UNREAD
    return _of_study(entry, action, at, {"reader": reader, "seconds": seconds, "undone": undone})


def urgency_deed(entry: WorklistEntry, at: str, reader: str, before: Urgency, undone: bool = False) -> Deed:
    """``entry`` has another urgency than before."""
    details = {"reader": reader, "before": before.value, "after": entry.urgency.value, "undone": undone}
    return _of_study(entry, Action.URGENCY, at, details)


def impression_deed(entry: WorklistEntry, said: Impression, undone: bool = False) -> Deed:
    """What was said about ``entry``, and what the model had said of its leading image at that time.

    A blind draft holds no answer of the model: the log can be exported before the impression is recorded.
    """
    details = {
        "reader": said.reader,
        "findings": [*map(str, said.findings)],
        "verdict": said.verdict.value if said.verdict else None,
        "verdicts": {str(finding): verdict.value for finding, verdict in said.verdicts},
        "note": said.note,
        "tags": list(said.tags),
        "blind": said.blind,
        "recorded": said.recorded,
        "undone": undone,
        **(answer_of(entry.leading) if said.recorded else {}),
    }
    return _of_study(entry, Action.IMPRESSION, said.at, details)


def answer_of(image: ImageEntry) -> dict[str, Any]:
    """Model, score, gate and override of an image as they stand; without a score all but the gate is ``None``.

    ``score`` is that of the class that orders the list, ``scores`` are those of all classes by name.
    """
    prediction = image.prediction
    scored = prediction if prediction is not None and prediction.status is Status.SCORED else None
    by = scored.scored_by if scored is not None else None
    return {
        "model": by.model if by else None,
        "model_version": by.model_version if by else None,
        "model_digest": by.model_digest if by else None,
        "finding": scored.risk_finding.value if scored else None,
        "score": scored.risk if scored else None,
        "scores": {str(name): float(p) for name, p in scored.probabilities.items()} if scored else None,
        "band": scored.risk_band.value if scored and scored.risk_band else None,
        "gate": _gate_of(image),
        "override": image.override,
    }


def _gate_of(image: ImageEntry) -> dict[str, Any] | None:
    gate = image.prediction.gate if image.prediction is not None else None
    if gate is None:
        return None
    return {
        "class": gate.gate_class.value,
        "reason": gate.reason,
        "probabilities": {name: float(p) for name, p in gate.probabilities.items()},
    }


def _of_study(entry: WorklistEntry, action: Action, at: str, details: Mapping[str, Any]) -> Deed:
    prediction = entry.leading.prediction
    return Deed(at, entry.key, prediction.content_hash if prediction is not None else "", action, details)
