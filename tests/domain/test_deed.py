from __future__ import annotations

import pytest

from cxr_desktop.domain.deed import Action, deeds_of
from cxr_desktop.domain.prediction import GateClass, Prediction, QualityVerdict, Status
from cxr_desktop.domain.radiograph import FileIdentity
from cxr_desktop.domain.worklist import ImageEntry, Wish

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
