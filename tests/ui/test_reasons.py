"""What lower rooms say in English is found again and said in the reader's language."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import cxr_desktop
from cxr_desktop.bridge import worklist_service
from cxr_desktop.domain.conflict import CONFLICTS
from cxr_desktop.engine import (
    explainer,
    familiarity,
    gate,
    lung_verdict,
    model_lookup,
    orientation,
    question_desk,
    shortcut_trials,
)
from cxr_desktop.ui import reasons
from cxr_desktop.worklist import backups

SOURCE = Path(cxr_desktop.__file__).parent


def raised() -> set[str]:
    """Phrases that files and their pixels are refused with, as far as they stand in the sources."""
    found = set()
    for path in (SOURCE / "imaging").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("UnreadableImageError", "NotAnImageError"):
                found.update(_phrases(node.args[0]))
    return found


def _phrases(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    if isinstance(node, ast.IfExp):
        return _phrases(node.body) + _phrases(node.orelse)
    if isinstance(node, ast.JoinedStr):
        return ["".join(map(_part, node.values))]
    return []


def _part(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    value = node.value if isinstance(node, ast.FormattedValue) else node
    return _phrases(value)[0] if isinstance(value, ast.IfExp) else "12"


def test_every_phrase_that_a_file_is_refused_with_is_known(speak):
    speak("he")
    phrases = raised()
    assert len(phrases) > 40
    unknown = sorted(phrase for phrase in phrases if reasons.words(phrase) == phrase)
    assert not unknown


def test_every_reason_of_the_gate_is_known():
    said = {
        gate.NO_CONTENT, gate.LATERAL_VIEW, gate.NOT_CHEST, gate.NOT_RECOGNISED, gate.UNLIKE_LUNGS,
        lung_verdict.NOT_FOUND, lung_verdict.CUT_OFF, orientation.ON_ITS_SIDE, orientation.UPSIDE_DOWN,
        orientation.EXCHANGED, orientation.MIRRORED, familiarity.UNFAMILIAR,
        *(orientation._reason(turns, inverted) for turns in range(4) for inverted in (False, True)),
    } - {""}  # fmt: skip
    assert said <= set(reasons.SOURCES)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("lateral view", "側面照"),
        ("multi-frame image (12 frames)", "多影格影像（12 格）"),
        ("the pixel data are cut short (3 of 9 bytes)", "像素資料不完整（9 位元組中的 3）"),
        ("Scoring stopped: the compute device failed", "評分已停止：運算裝置故障"),
        ("the header contradicts itself: 12 bits stored of 8 allocated", "標頭自相矛盾：配置 8 位元而儲存 12 位元"),
        ("the header names another body part: HAND", "標頭註明其他部位：HAND"),
    ],
)
def test_reasons_are_said_in_the_language_with_their_values(speak, english, chinese):
    assert reasons.words(english) == english
    speak("zh_TW")
    assert reasons.words(english) == chinese


def test_a_phrase_that_nobody_knows_is_shown_as_it_came(speak):
    speak("fa")
    assert reasons.words("an unheard-of fault {0}") == "an unheard-of fault {0}"
    assert reasons.words("") == ""


def told() -> set[str]:
    """What the store, its thread and the search for models tell the reader, as it stands in the sources."""
    found = {backups.NOT_KEPT, worklist_service._CLOSED}
    for path in (*(SOURCE / "worklist").glob("*.py"), *(SOURCE / "bridge").glob("worklist_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "StoreError":
                found.update(_phrases(node.args[0]))
            elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "notice":
                found.update(_phrases(node.value))
    for node in ast.walk(ast.parse((SOURCE / "engine" / "model_lookup.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "warnings.append":
            found.update(_phrases(node.args[0]))
    found |= {question_desk.NOT_READY.reason, question_desk.LOST.reason}
    return {*found, *CONFLICTS, *model_lookup._WITHOUT.values(), explainer.NEEDS_TORCH, shortcut_trials.NO_FINDER}


def test_every_notice_of_the_store_and_every_missing_model_is_known():
    phrases = told()
    assert len(phrases) > 12
    known = [pattern for pattern, _ in reasons._patterns()]
    unknown = [p for p in phrases if p not in reasons.SOURCES and not any(k.fullmatch(p) for k in known)]
    assert not unknown


def test_several_notices_are_said_one_by_one(speak):
    speak("fa")
    one, other = "lateral view", "The worklist is closed."
    assert reasons.words(f"{one}\n{other}") == f"{reasons.words(one)}\n{reasons.words(other)}"
    assert reasons.words(other) != other
