"""How long a study has waited and whether it has risen for it, in words; knows no widget."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cxr_desktop.domain.triage import Ordering, grade
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState, WorklistEntry
from cxr_desktop.ui import wording

RISEN = "↑"


def _tr(text: str) -> str:
    return QCoreApplication.translate("waits", text)


def cell(entry: WorklistEntry, ordering: Ordering, now: float) -> tuple[str, bool]:
    """(``81 min ↑``, whether the study has risen); nothing waits that was read."""
    if entry.read_state is ReadState.READ:
        return wording.BLANK, False
    waited, risen = wording.wait(now - entry.added_at), ordering.has_risen(grade(entry))
    return (f"{waited} {RISEN}" if risen else waited), risen


def risen() -> str:
    """The mark under the wait of a study that has risen."""
    return f"{_tr('risen')} {RISEN}"


def why_there(entry: WorklistEntry, ordering: Ordering, now: float) -> str:
    """Why a study stands higher than its risk alone would put it; "" where it does not."""
    parts = []
    if entry.urgency is not Urgency.ROUTINE:
        words = _tr("Urgency: {0}") if entry.set_urgency is None else _tr("Urgency: {0}, set by the reader")
        parts.append(words.format(urgency(entry.urgency)))
    if ordering.has_risen(grade(entry)):
        limit = wording.wait(ordering.rise_after_s)
        parts.append(_tr("Waits {0}, risen: longer than {1}").format(wording.wait(now - entry.added_at), limit))
    return "\n".join(parts)


def urgency(value: Urgency) -> str:
    """How urgent, in a word."""
    words = {Urgency.STAT: _tr("STAT"), Urgency.HIGH: _tr("high"), Urgency.ROUTINE: _tr("routine")}
    return words[value]
