from __future__ import annotations

from dataclasses import replace

import pytest

from cxr_desktop.domain.deed import Action, answer_of, deeds_of, impression_deed, reading_deed, urgency_deed
from cxr_desktop.domain.impression import Impression, Verdict
from cxr_desktop.domain.prediction import Finding, GateClass, Prediction, QualityVerdict, Status
from cxr_desktop.domain.radiograph import FileIdentity
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ImageEntry, ReadState, Wish
from tests.worklist.samples import entry as scored_entry

AT = "2026-01-02T03:04:05+00:00"


def image(wish: Wish = Wish(), prediction: Prediction | None = None) -> ImageEntry:  # noqa: B008 - a value
    return ImageEntry(FileIdentity("/a", 1, 1, 1), None, prediction, False, *wish)


@pytest.mark.parametrize(
    ("before", "after", "actions"),
    [
        (Wish(), Wish(override=True), [Action.SCORE_ANYWAY]),
        (Wish(), Wish(quarter_turns=3), [Action.TURN]),
        (Wish(), Wish(inverted=True), [Action.INVERT]),
        (Wish(), Wish(False, 1, True), [Action.TURN, Action.INVERT]),
        (Wish(override=True), Wish(), [Action.UNDO]),
        (Wish(inverted=True), Wish(), [Action.INVERT]),
        (Wish(), Wish(), []),
    ],
)
def test_a_change_of_wishes_is_one_deed_for_each_thing_that_changes(before, after, actions):
    assert [deed.action for deed in deeds_of(image(before), "s", after, AT, "d", undone=False)] == actions


def test_taking_back_is_one_deed_whatever_it_takes_back():
    [deed] = deeds_of(image(Wish(True, 1, True)), "s", Wish(), AT, "d", undone=True)
    assert deed.action is Action.UNDO
    assert deed.details["before"] == {"override": True, "quarter_turns": 1, "inverted": True}
    assert deeds_of(image(), "s", Wish(), AT, "d", undone=True) == []


def test_a_deed_holds_what_was_known_when_it_was_done():
    gate = QualityVerdict(GateClass.LATERAL_CHEST, False, "lateral view", {"lateral_chest": 0.8})
    stopped = Prediction("/a", Status.NOT_SCORED, "lateral view", "hash", gate)
    [deed] = deeds_of(image(prediction=stopped), "study", Wish(True), AT, "digest", undone=False)
    assert (deed.at, deed.study, deed.content_hash) == (AT, "study", "hash")
    assert deed.details["gate"] == {
        "class": "lateral_chest", "reason": "lateral view", "probabilities": {"lateral_chest": 0.8}
    }  # fmt: skip
    assert deed.details["model_digest"] == "digest"
    [unread] = deeds_of(image(), "study", Wish(True), AT, "digest", undone=False)
    assert (unread.content_hash, unread.details["gate"]) == ("", None)


def test_an_impression_is_logged_with_what_the_model_had_said_and_who_said_it():
    study = scored_entry(1, 0.9)
    said = Impression(study.key, (Finding.COVID19,), AT, "left base", Verdict.AGREE, ("teaching",), "Dr. One", True)
    said = replace(said, verdicts=((Finding.COVID19, Verdict.AGREE), (Finding.NORMAL, Verdict.DISAGREE)))
    deed = impression_deed(study, said)
    assert (deed.action, deed.study, deed.at) == (Action.IMPRESSION, study.key, AT)
    assert deed.content_hash == study.leading.prediction.content_hash
    expected = {
        "reader": "Dr. One", "findings": ["covid19"], "verdict": "agree", "note": "left base", "tags": ["teaching"],
        "blind": True, "recorded": True, "undone": False, "model": "modest", "model_version": "1.0",
        "model_digest": "d" * 64, "finding": "covid19", "score": 0.9, "band": "above", "override": False,
        "verdicts": {"covid19": "agree", "normal": "disagree"},
        "scores": {str(name): p for name, p in study.leading.prediction.probabilities.items()},
    }  # fmt: skip
    assert {name: value for name, value in deed.details.items() if name != "gate"} == expected
    assert deed.details["gate"]["class"] == "frontal_chest"


def test_without_a_score_the_log_says_that_there_was_none_and_what_the_gate_said():
    answer = answer_of(scored_entry(1, reason="lateral view").leading)
    assert (answer["score"], answer["band"], answer["model_digest"], answer["gate"]) == (None, None, None, None)


def test_marks_and_urgencies_are_logged_with_the_reader():
    study = scored_entry(1, 0.9).with_read_state(ReadState.READ, 5.0, "Dr. One")
    deed = reading_deed(study, AT, "Dr. One", 12.5)
    assert (deed.action, deed.details) == (Action.READ, {"reader": "Dr. One", "seconds": 12.5, "undone": False})
    urgent = urgency_deed(replace(study, set_urgency=Urgency.STAT), AT, "Dr. One", Urgency.ROUTINE)
    assert (urgent.details["before"], urgent.details["after"]) == ("routine", "stat")
