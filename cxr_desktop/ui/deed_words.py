"""What a reader did to a study or the scoring of an image, in words for the audit log; pure, knows no widget."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from cxr_desktop.domain.deed import Action, Deed
from cxr_desktop.domain.impression import Verdict
from cxr_desktop.domain.prediction import Finding, GateClass
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.ui import reasons, wait_words, wording


def _tr(text: str) -> str:
    return QCoreApplication.translate("audit", text)


def done(deed: Deed) -> str:
    """``Turned 90° left``, ``Scored against the advice``, ``Taken back: turned 90° left``, ``Read``."""
    if deed.action in _READING:
        return _reading(deed)
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


_READING = (Action.READ, Action.UNREAD, Action.URGENCY, Action.IMPRESSION)


def _reading(deed: Deed) -> str:
    if deed.action is Action.IMPRESSION:
        words = _said(deed)
    elif deed.action is Action.URGENCY:
        words = _tr("Urgency: {0}").format(wait_words.urgency(Urgency(str(deed.details.get("after", Urgency.ROUTINE)))))
    else:
        words = _tr("Marked read") if deed.action is Action.READ else _tr("Marked unread")
    return _tr("Undone: {0}").format(words[:1].lower() + words[1:]) if deed.details.get("undone") else words


def _said(deed: Deed) -> str:
    """``Impression: COVID-19, agree, agree: COVID-19, normal, “text”, #tag``."""
    details = deed.details
    parts = [wording.finding_label(Finding(str(name))) for name in details.get("findings") or ()]
    if details.get("verdict"):
        parts.append(wording.opinion(Verdict(str(details["verdict"]))).lower())
    judged = {Finding(str(name)): Verdict(v) for name, v in _mapping(details.get("verdicts")).items()}
    parts += [words[:1].lower() + words[1:] for words in wording.class_opinions(judged)]
    if details.get("note"):
        parts.append(f"“{wording.plain(str(details['note']))}”")
    parts += [f"#{wording.plain(str(tag))}" for tag in details.get("tags") or ()]
    if not parts:
        return _tr("Impression taken back")
    words = _tr("Impression (blind): {0}") if details.get("blind") else _tr("Impression: {0}")
    return words.format(", ".join(parts))


def reader(deed: Deed) -> str:
    """Who did it, "" where nobody wrote that down."""
    return wording.plain(str(deed.details.get("reader") or ""))


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
