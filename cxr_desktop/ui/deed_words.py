"""What a reader did to the scoring of an image, in words for the audit log; pure, knows no widget."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from cxr_desktop.domain.deed import Action, Deed
from cxr_desktop.domain.prediction import GateClass
from cxr_desktop.ui import reasons, wording


def _tr(text: str) -> str:
    return QCoreApplication.translate("audit", text)


def done(deed: Deed) -> str:
    """``Turned 90° left``, ``Scored against the advice``, ``Taken back: turned 90° left``."""
    before, after = _mapping(deed.details.get("before")), _mapping(deed.details.get("after"))
    if deed.action is Action.SCORE_ANYWAY:
        return _tr("Scored against the advice")
    if deed.action is Action.INVERT:
        return _tr("Black and white exchanged")
    if deed.action is Action.TURN:
        turned = wording.turned(_turns(after) - _turns(before))
        return turned[:1].upper() + turned[1:]
    parts = []
    if before.get("override") and not after.get("override"):
        parts.append(_tr("score against the advice"))
    exchanged = bool(before.get("inverted")) != bool(after.get("inverted"))
    undone = wording.correction(_turns(before) - _turns(after), exchanged)
    if undone:
        parts.append(undone)
    return _tr("Taken back: {0}").format(", ".join(parts)) if parts else _tr("Taken back")


def why_stopped(deed: Deed) -> str:
    """The gate's reason at that time; "" where it had not stopped the image."""
    gate = _mapping(deed.details.get("gate"))
    if not gate or gate.get("class") == GateClass.FRONTAL_CHEST.value:
        return ""
    reason = reasons.words(wording.plain(str(gate.get("reason", ""))))
    return reason[:1].upper() + reason[1:]


def study_of_key(key: str) -> str:
    """What a study that is not open is called: its file, else the end of its identifier; never a patient's ID."""
    kind, _, rest = key.partition("|")
    if kind == "file":
        return wording.file_name(rest)
    return _tr("Study …{0}").format(wording.plain(kind)[-12:])


def _turns(wish: Mapping[str, Any]) -> int:
    return int(wish.get("quarter_turns", 0))


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
