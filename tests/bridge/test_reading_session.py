"""The reader's side of the worklist, in the store, the log and memory; no thread and no window."""

from __future__ import annotations

import pytest

from cxr_desktop.bridge.worklist_session import WorklistSession
from cxr_desktop.domain.deed import Action
from cxr_desktop.domain.impression import NOTHING, Verdict, Words
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState
from cxr_desktop.worklist.store import Store
from tests.worklist.samples import SCORED_BY, image, scored

COVID = Words((Finding.COVID19,))


class Room:
    """Three studies, one reader."""

    def __init__(self, path) -> None:
        self.store = Store(path)
        self.session = WorklistSession(self.store, SCORED_BY.model_digest)
        for _ in self.session.open(["/in"], 0.0):
            pass
        self.session.add([image(f"/in/{name}", study_instance_uid=f"1.{name}") for name in "abc"], 1.0)
        self.session.record([scored("/in/a", 0.9)], 4.0)
        self.keys = [study.key for study in self.session.take_news().changed]
        self.reading = self.session.reading
        self.reading.set_reader("Dr. One", blind=False)

    def study(self, number: int = 0):
        return self.store.studies([self.keys[number]])[self.keys[number]]

    def deeds(self, action: Action):
        return [deed for deed in self.store.deeds() if deed.action is action]


@pytest.fixture
def room(tmp_path):
    made = Room(tmp_path / "worklist.sqlite3")
    yield made
    made.session.close(1000.0)


def test_a_study_that_is_left_without_a_word_is_released_and_one_with_a_word_stays_a_draft(room):
    room.reading.take_in_hand(room.keys[0], 10)
    assert room.study().read_state is ReadState.IN_READING
    room.reading.take_in_hand(room.keys[1], 20)
    assert (room.study(0).read_state, room.study(1).read_state) == (ReadState.UNREAD, ReadState.IN_READING)
    room.reading.set_impression(room.keys[1], Words(note="?"), 21)
    room.reading.take_in_hand("", 30)
    assert room.study(1).read_state is ReadState.IN_READING
    assert room.session.undo_steps == 1


def test_the_study_in_hand_is_released_when_another_folder_opens(room):
    room.reading.take_in_hand(room.keys[0], 10)
    room.session.open(["/elsewhere"], 12)
    assert room.study().read_state is ReadState.UNREAD


def test_a_read_study_names_its_reader_and_the_log_how_long_it_was_in_hand(room):
    room.reading.take_in_hand(room.keys[0], 10)
    room.reading.take_in_hand(room.keys[1], 15)
    room.reading.take_in_hand(room.keys[0], 100)
    room.reading.set_read_state([room.keys[0], room.keys[2]], ReadState.READ, 107)
    assert (room.study().read_by, room.study().read_at) == ("Dr. One", 107)
    assert [(deed.details["reader"], deed.details["seconds"]) for deed in room.deeds(Action.READ)] == [
        ("Dr. One", 12.0),
        ("Dr. One", None),
    ]
    room.session.undo(110)
    assert (room.study().read_state, room.study().read_by) == (ReadState.IN_READING, "")
    assert [deed.details["undone"] for deed in room.deeds(Action.UNREAD)] == [True, True]


def test_the_urgency_is_the_readers_and_can_be_given_back_to_the_header(room):
    room.reading.set_urgency(room.keys[:2], Urgency.STAT, 10)
    room.reading.set_urgency(room.keys[:2], Urgency.STAT, 11)
    assert (room.study(0).urgency, room.study(1).urgency) == (Urgency.STAT, Urgency.STAT)
    room.reading.set_urgency(room.keys[:1], None, 12)
    assert room.study(0).urgency is None
    room.session.undo(13)
    assert room.study(0).urgency is Urgency.STAT
    room.session.undo(14)
    assert (room.study(0).urgency, room.study(1).urgency, room.session.undo_steps) == (None, None, 0)
    assert len(room.deeds(Action.URGENCY)) == 6


def test_an_impression_is_kept_with_its_reader_and_logged_with_the_score_at_that_time(room):
    words = Words((Finding.COVID19,), Verdict.DISAGREE, "a skin fold", ("teaching",))
    room.reading.set_impression(room.keys[0], words, 10)
    said = room.study().impression
    assert (said.words, said.reader, said.blind, said.recorded) == (words, "Dr. One", False, True)
    [deed] = room.deeds(Action.IMPRESSION)
    assert (deed.details["score"], deed.details["model_digest"]) == (0.9, SCORED_BY.model_digest)
    room.reading.set_impression(room.keys[0], words, 11)
    room.reading.set_impression(room.keys[0], NOTHING, 12)
    assert room.study().impression is None
    room.session.undo(13)
    assert room.study().impression.words == words
    assert [deed.details["undone"] for deed in room.deeds(Action.IMPRESSION)] == [False, False, True]


class TestBlind:
    """Scores stay hidden until an impression is recorded."""

    @pytest.fixture(autouse=True)
    def _blind(self, room):
        room.reading.set_reader("Dr. One", blind=True)
        room.reading.take_in_hand(room.keys[0], 10)

    def test_what_is_said_is_a_blind_draft_until_it_is_recorded(self, room):
        room.reading.set_impression(room.keys[0], COVID, 11)
        room.reading.set_impression(room.keys[0], Words((Finding.NORMAL,)), 12)
        draft = room.study()
        assert (draft.impression.blind, draft.impression.recorded, draft.scores_seen) == (True, False, False)
        room.reading.record_impression(room.keys[0], 13)
        final = room.study()
        assert (final.impression.blind, final.impression.recorded, final.scores_seen) == (True, True, True)
        room.reading.set_impression(room.keys[0], COVID, 14)
        assert (room.study().impression.blind, room.study().impression.recorded) == (False, True)

    def test_nothing_is_recorded_without_a_finding(self, room):
        room.reading.set_impression(room.keys[0], Words(note="hm"), 11)
        room.reading.record_impression(room.keys[0], 12)
        assert (room.study().impression.recorded, room.study().scores_seen) == (False, False)

    def test_marking_read_records_what_was_said_and_shows_no_score(self, room):
        room.reading.set_impression(room.keys[0], COVID, 11)
        room.reading.set_read_state([room.keys[0]], ReadState.READ, 12)
        assert (room.study().impression.blind, room.study().impression.recorded) == (True, True)

    def test_taking_the_record_back_hides_again_but_what_was_seen_stays_seen(self, room):
        room.reading.set_impression(room.keys[0], COVID, 11)
        room.reading.record_impression(room.keys[0], 12)
        room.session.undo(13)
        assert (room.study().impression.recorded, room.study().scores_seen) == (False, True)
        room.reading.set_impression(room.keys[0], Words((Finding.NORMAL,)), 14)
        assert room.study().impression.blind is False

    def test_a_study_that_was_opened_with_its_scores_is_never_blind(self, room):
        room.reading.set_reader("Dr. One", blind=False)
        room.reading.take_in_hand(room.keys[1], 20)
        room.reading.set_reader("Dr. One", blind=True)
        assert (room.study(0).scores_seen, room.study(1).scores_seen) == (True, True)
        room.reading.set_impression(room.keys[1], COVID, 21)
        assert not room.study(1).impression.blind

    def test_a_score_that_was_on_the_screen_in_the_list_has_been_seen_and_a_study_that_waited_has_not(self, room):
        room.reading.note_visible(["/in/a"])
        assert not room.study(0).scores_seen
        room.reading.set_reader("Dr. One", blind=False)
        room.reading.take_in_hand("", 15)
        room.reading.note_visible(["/in/a", "/in/b", "/in/unknown"])
        room.session.open(["/elsewhere"], 20)
        assert [room.study(n).scores_seen for n in range(3)] == [True, False, False]


def test_a_clock_that_is_set_back_while_a_study_is_in_hand_takes_no_time_away(room):
    room.reading.take_in_hand(room.keys[0], 100)
    room.reading.take_in_hand(room.keys[1], 130)
    room.reading.take_in_hand(room.keys[0], 200)
    room.reading.set_read_state([room.keys[0]], ReadState.READ, 50)
    [deed] = room.deeds(Action.READ)
    assert deed.details["seconds"] == 30.0
