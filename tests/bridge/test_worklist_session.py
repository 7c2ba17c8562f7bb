from __future__ import annotations

from dataclasses import replace

import pytest

from cxr_desktop.bridge.entry_shelf import EntryShelf
from cxr_desktop.bridge.worklist_session import WorklistSession
from cxr_desktop.domain.errors import StoreError
from cxr_desktop.domain.impression import Impression, Words
from cxr_desktop.domain.prediction import SET_ASIDE, Correction, Finding, GateClass, Prediction, QualityVerdict, Status
from cxr_desktop.domain.radiograph import Source
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState, ScoreState, Wish
from cxr_desktop.engine.messages import ScoreRequest
from cxr_desktop.worklist.scan import mark_of
from cxr_desktop.worklist.store import Store
from tests.worklist.samples import SCORED_BY, identity, image, not_scored, scored, unreadable

DIGEST = SCORED_BY.model_digest


class Bench:
    """A session whose rows are kept as a window would keep them."""

    def __init__(self, path) -> None:
        self.path = path
        self.begin()

    def begin(self, digest: str = DIGEST) -> None:
        self.session = WorklistSession(Store(self.path), digest)
        self.shelf = EntryShelf()
        self.shelf.source = self.session
        self.rows = {}

    def hear(self):
        news = self.session.take_news()
        self.shelf.contradicted = frozenset(news.contradicted or self.shelf.contradicted)
        for page in news.pages:
            self.shelf.blind = page.blind
            self.rows |= dict(zip(page.keys, self.shelf.each(page.keys), strict=True))
        self.rows |= {entry.key: entry for entry in news.changed}
        for key in news.removed:
            del self.rows[key]
        return news

    def open(self, *roots: str):
        for _ in self.session.open(roots or ("/in",), 0.5):
            pass
        self.session.find_contradictions()
        return self.hear()

    def only(self):
        [entry] = self.rows.values()
        return entry

    def only_image(self):
        self.hear()
        return self.only().leading

    def again(self, digest: str = DIGEST):
        self.session.close(99.0)
        self.begin(digest)
        return self.open()


@pytest.fixture
def bench(tmp_path):
    made = Bench(tmp_path / "w.sqlite3")
    made.open()
    yield made
    made.session.close(99.0)


def wanted(news) -> list[str]:
    return [request.path for request in news.needed]


def test_a_new_file_is_a_row_at_once_and_waits_for_its_score(bench):
    bench.session.add([image("/in/a")], 5.0)
    news = bench.hear()
    assert news.needed == [ScoreRequest("/in/a")]
    assert (bench.only().state, bench.only().added_at) == (ScoreState.WAITING, 5.0)
    assert bench.hear().changed == []


def test_files_without_a_header_are_rows_with_reasons_and_nobody_scores_them(bench):
    bench.session.add([unreadable("/in/x"), unreadable("/in/t", "a text", Status.NOT_AN_IMAGE)], 1)
    assert wanted(bench.hear()) == []
    assert sorted(e.state for e in bench.rows.values()) == [ScoreState.NOT_AN_IMAGE, ScoreState.NOT_SCORED]


def test_images_of_a_study_are_grouped_whenever_they_come(bench):
    bench.session.add([image("/in/a", study_instance_uid="1.1")], 1)
    bench.session.add([image("/in/b", study_instance_uid="1.1"), image("/in/c", study_instance_uid="1.2")], 2)
    bench.hear()
    assert sorted(len(e.images) for e in bench.rows.values()) == [1, 2]
    assert sorted(e.order for e in bench.rows.values()) == [1, 2]


def test_reopening_shows_everything_at_once_and_asks_only_for_what_is_new(bench):
    bench.session.add([image("/in/a"), image("/in/b"), unreadable("/in/x")], 1)
    assert bench.session.record([scored("/in/a", 0.9)], 3.0) == ""
    news = bench.again()
    assert wanted(news) == ["/in/b"]
    assert {e.risk for e in bench.rows.values()} == {0.9, None}
    sifted = bench.session.sift([identity("/in/a"), identity("/in/b"), identity("/in/new")])
    assert [i.path for i in sifted.fresh] == ["/in/new"]
    assert bench.hear().needed == []


def test_a_header_that_could_not_be_read_is_tried_again_and_a_text_is_not(bench):
    bench.session.add([unreadable("/in/x"), unreadable("/in/t", "a text", Status.NOT_AN_IMAGE)], 1)
    bench.again()
    sifted = bench.session.sift([identity("/in/x"), identity("/in/t")])
    assert ([i.path for i in sifted.again], sifted.fresh) == (["/in/x"], [])
    bench.session.add([image("/in/x", study_instance_uid="1.5")], 2)
    news = bench.hear()
    assert news.removed == ["file|/in/x"]
    assert wanted(news) == ["/in/x"]


def test_a_changed_file_waits_again(bench):
    bench.session.add([image("/in/a")], 1)
    bench.session.record([scored("/in/a", 0.9)], 3.0)
    changed = identity("/in/a", size=11)
    assert bench.session.sift([changed]).fresh == [changed]
    bench.session.add([replace(image("/in/a"), identity=changed)], 2)
    assert wanted(bench.hear()) == ["/in/a", "/in/a"]
    assert bench.only().state is ScoreState.WAITING


def test_files_that_a_complete_scan_did_not_meet_are_gone_and_come_back_with_their_results(bench):
    bench.session.add([image("/in/a"), image("/in/b"), image("/in/closed/c")], 1)
    bench.session.record([scored("/in/a", 0.9)], 3.0)
    bench.again()
    bench.session.sift([identity("/in/b")])
    bench.session.end_scan(complete=True, unreadable=["/in/closed"])
    bench.hear()
    assert sorted(e.leading.path for e in bench.rows.values()) == ["/in/b", "/in/closed/c"]
    bench.again()
    assert len(bench.rows) == 2
    assert bench.session.sift([identity("/in/a")]).fresh == []
    assert wanted(bench.hear()) == []
    assert sorted(e.risk or 0 for e in bench.rows.values()) == [0, 0, 0.9]


def test_unchanged_files_that_a_scan_passed_by_were_met_and_one_that_is_not_shown_comes_back(bench):
    bench.session.add([image(f"/in/{name}", requested_priority="") for name in "abc"], 1)
    bench.again()
    marks = bench.session.known_marks()
    assert marks == {mark_of(identity(f"/in/{name}")) for name in "abc"}
    bench.session.end_scan(complete=True, unreadable=(), unchanged=["/in/a"])
    bench.hear()
    assert [e.leading.path for e in bench.rows.values()] == ["/in/a"]
    bench.session.end_scan(complete=True, unreadable=(), unchanged=["/in/a", "/in/b"])
    bench.hear()
    assert sorted(e.leading.path for e in bench.rows.values()) == ["/in/a", "/in/b"]


def test_a_scan_that_was_cancelled_removes_nothing(bench):
    bench.session.add([image("/in/a")], 1)
    bench.session.begin_scan()
    bench.session.end_scan(complete=False, unreadable=())
    bench.hear()
    assert len(bench.rows) == 1


def test_a_file_that_could_not_be_read_for_scoring_is_shown_so_and_tried_again_at_the_next_scan(bench):
    bench.session.add([image("/in/a"), image("/in/b"), image("/in/c")], 1)
    away = not_scored("/in/a", "the file is no longer there", content_hash="")
    bad = not_scored("/in/b", "the engine stopped twice on this file", content_hash="", flags=(SET_ASIDE,))
    bench.session.record([away, bad, not_scored("/in/c", content_hash="h")], 3.0)
    assert wanted(bench.again()) == []
    assert {e.reason for e in bench.rows.values()} == {away.reason, bad.reason, "lateral view"}
    bench.session.sift([identity(f"/in/{n}") for n in "abc"])
    bench.session.end_scan(complete=True, unreadable=())
    assert wanted(bench.hear()) == ["/in/a"]
    assert bench.rows[next(k for k, e in bench.rows.items() if e.leading.path == "/in/a")].reason == away.reason


def test_results_show_in_their_row_unless_they_answer_another_question(bench):
    bench.session.add([image("/in/a")], 1)
    bench.session.mark(["/in/a", "/unknown"], True)
    bench.hear()
    assert bench.only().state is ScoreState.SCORING
    bench.session.record([scored("/in/a", 0.3, scored_by=replace(SCORED_BY, model_digest="other"))], 3.0)
    bench.session.record([scored("/in/a", 0.4, quarter_turns=1)], 3.0)
    bench.session.record([scored("/elsewhere/b", 0.5)], 3.0)
    assert bench.hear().changed == []
    bench.session.record([scored("/in/a", 0.9)], 3.0)
    bench.hear()
    assert (bench.only().state, bench.only().risk) == (ScoreState.SCORED, 0.9)


def test_a_file_given_back_by_the_engine_waits_again(bench):
    bench.session.add([image("/in/a")], 1)
    bench.session.mark(["/in/a"], True)
    bench.session.mark(["/in/a"], False)
    bench.hear()
    assert bench.only().state is ScoreState.WAITING
    bench.session.record([scored("/in/a", 0.9)], 3.0)
    bench.session.mark(["/in/a"], True)
    bench.hear()
    assert bench.only().state is ScoreState.SCORED


def test_another_model_shows_its_own_results_and_asks_for_the_rest(bench):
    bench.session.add([image("/in/a"), image("/in/b")], 1)
    bench.session.record([scored("/in/a", 0.9), scored("/in/b", 0.8)], 3.0)
    bench.session.record([scored("/in/a", 0.1, scored_by=replace(SCORED_BY, model_digest="other"))], 3.0)
    bench.hear()
    bench.session.set_model("other")
    assert wanted(bench.hear()) == ["/in/b"]
    assert {e.risk for e in bench.rows.values()} == {0.1, None}
    bench.session.set_model(DIGEST)
    assert wanted(bench.hear()) == []
    assert {e.risk for e in bench.rows.values()} == {0.9, 0.8}
    bench.session.set_model(DIGEST)
    assert bench.hear().changed == []


def test_a_wish_asks_first_and_an_earlier_result_for_it_is_shown_at_once(bench):
    bench.session.add([image("/in/a")], 1)
    bench.session.record([not_scored("/in/a", content_hash="h")], 3.0)
    bench.hear()
    bench.session.set_wish("/in/a", Wish(override=True), 1)
    assert bench.hear().wished == [ScoreRequest("/in/a", True, 0)]
    assert bench.only().state is ScoreState.WAITING
    bench.session.record([scored("/in/a", 0.4, content_hash="h", override=True)], 3.0)
    bench.session.set_wish("/in/a", Wish(), 2)
    assert bench.hear().wished == []
    assert bench.only().reason == "lateral view"
    bench.session.set_wish("/in/a", Wish(override=True), 3)
    assert bench.hear().wished == []
    assert bench.only().risk == 0.4


def test_an_image_is_turned_step_by_step_inverted_and_scored_anyway(bench):
    bench.session.add([image("/in/a")], 1)
    bench.session.record([not_scored("/in/a", content_hash="h")], 3.0)
    bench.hear()
    bench.session.correct("/in/a", Correction(1), 1)
    bench.session.correct("/in/a", Correction(-2, True), 2)
    bench.session.score_anyway("/in/a", 3)
    bench.session.score_anyway("/unknown", 4)
    assert bench.hear().wished[-1] == ScoreRequest("/in/a", True, 3, True)
    bench.session.correct("/in/a", Correction(1, True), 5)
    assert bench.hear().wished[-1] == ScoreRequest("/in/a", True, 0, False)


def test_wishes_are_logged_with_the_verdict_they_met_and_taken_back_one_by_one(bench):
    verdict = QualityVerdict(GateClass.TURNED, False, "lies on its side", {"turned": 0.9}, Correction(1))
    bench.session.add([image("/in/a")], 1)
    bench.session.record([not_scored("/in/a", "lies on its side", content_hash="h", gate=verdict)], 3.0)
    bench.session.correct("/in/a", Correction(1, True), 10)
    bench.session.score_anyway("/in/a", 20)
    assert bench.session.undo_steps == 2
    bench.session.undo(30)
    assert bench.only_image().wish == Wish(False, 1, True)
    bench.session.undo(40)
    assert (bench.only_image().wish, bench.only().reason) == (Wish(), "lies on its side")
    bench.session.undo(50)
    log = bench.session._store.deeds()
    assert [(deed.action, deed.at[-11:-6]) for deed in log] == [
        ("turn", "00:10"),
        ("invert", "00:10"),
        ("score_anyway", "00:20"),
        ("undo", "00:30"),
        ("undo", "00:40"),
    ]
    first, *_, last = log
    assert (first.study, first.content_hash) == (bench.only().key, "h")
    assert first.details["gate"] == {
        "class": "turned", "reason": "lies on its side", "probabilities": {"turned": 0.9}
    }  # fmt: skip
    assert first.details["model_digest"] == DIGEST
    assert first.details["before"] == {"override": False, "quarter_turns": 0, "inverted": False}
    assert first.details["after"] == {"override": False, "quarter_turns": 1, "inverted": True}
    assert last.details["after"] == first.details["before"]


def test_all_wishes_for_a_file_are_taken_back_at_once_and_that_can_be_undone(bench):
    bench.session.add([image("/in/a")], 1)
    bench.session.record([scored("/in/a", 0.3)], 3.0)
    bench.session.correct("/in/a", Correction(2), 1)
    bench.session.score_anyway("/in/a", 2)
    bench.session.set_wish("/in/a", Wish(), 3, undone=True)
    bench.hear()
    assert (bench.only().risk, bench.only_image().wish) == (0.3, Wish())
    assert bench.session._store.deeds()[-1].action == "undo"
    bench.session.undo(4)
    assert bench.only_image().wish == Wish(True, 2)


def test_the_log_of_wishes_is_written_as_a_table(bench, tmp_path):
    bench.session.add([image("/in/a"), image("/in/b")], 1)
    bench.session.score_anyway("/in/a", 1)
    bench.session.correct("/in/b", Correction(1), 2)
    assert bench.session.export_deeds(tmp_path / "log.csv") == 2
    assert len((tmp_path / "log.csv").read_text().splitlines()) == 3


def test_scoring_again_by_hand_asks_for_all_images_of_the_study(bench):
    bench.session.add([image("/in/a", study_instance_uid="1.1"), image("/in/b", study_instance_uid="1.1")], 1)
    bench.session.record(
        [scored("/in/a", 0.4), Prediction("/in/b", Status.NOT_SCORED, "slow", flags=(SET_ASIDE,))], 3.0
    )
    bench.hear()
    bench.session.score_again([bench.only().key, "unknown"])
    assert [r.path for r in bench.hear().wished] == ["/in/a", "/in/b"]
    assert bench.only().state is ScoreState.WAITING


def test_what_waits_can_be_asked_for_again(bench):
    bench.session.add([image("/in/a"), image("/in/b")], 1)
    bench.session.record([scored("/in/a", 0.4)], 3.0)
    bench.hear()
    bench.session.need_all()
    assert wanted(bench.hear()) == ["/in/b"]


def test_marks_can_be_taken_back_one_by_one(bench):
    bench.session.add([image("/in/a", study_instance_uid="1.1"), image("/in/b", study_instance_uid="1.2")], 1)
    bench.hear()
    one, two = sorted(bench.rows)
    bench.session.reading.set_read_state([one], ReadState.IN_READING, 5.0)
    assert bench.session.undo_steps == 0
    bench.session.reading.set_read_state([one, two], ReadState.READ, 6.0)
    bench.session.reading.set_read_state([two], ReadState.UNREAD, 7.0)
    bench.session.reading.set_read_state([two], ReadState.UNREAD, 8.0)
    assert bench.session.undo_steps == 2
    bench.session.undo(9.0)
    assert bench.session.undo_steps == 1
    bench.hear()
    assert (bench.rows[two].read_state, bench.rows[two].read_at) == (ReadState.READ, 6.0)
    bench.session.undo(9.0)
    bench.session.undo(9.0)
    bench.again()
    assert (bench.rows[one].read_state, bench.rows[two].read_state) == (ReadState.IN_READING, ReadState.UNREAD)


def test_an_impression_is_kept_and_taken_back_by_saying_what_was_said_before(bench):
    bench.session.add([image("/in/a")], 1)
    bench.hear()
    key = bench.only().key
    bench.session.reading.set_impression(key, Words((Finding.COVID19,)), 5.0)
    bench.session.reading.set_impression(key, Words((Finding.COVID19,)), 6.0)
    bench.session.reading.set_impression(key, Words((Finding.NORMAL,), note="after the prior"), 7.0)
    assert bench.session.undo_steps == 2
    bench.hear()
    assert bench.only().impression == Impression(key, (Finding.NORMAL,), "1970-01-01T00:00:07+00:00", "after the prior")
    bench.session.undo(8.0)
    bench.hear()
    assert bench.only().impression == Impression(key, (Finding.COVID19,), "1970-01-01T00:00:08+00:00")
    bench.again()
    assert bench.only().impression.findings == (Finding.COVID19,)


def test_marks_and_impressions_are_taken_back_in_turn(bench):
    bench.session.add([image("/in/a")], 1)
    bench.hear()
    key = bench.only().key
    bench.session.reading.set_impression(key, Words((Finding.COVID19,)), 5.0)
    bench.session.reading.set_read_state([key], ReadState.READ, 6.0)
    bench.session.undo(7.0)
    bench.hear()
    assert (bench.only().read_state, bench.only().impression.findings) == (ReadState.UNREAD, (Finding.COVID19,))
    bench.session.undo(8.0)
    bench.hear()
    assert bench.only().impression is None
    assert bench.session.undo_steps == 0
    bench.session.reading.set_impression("unknown", Words((Finding.COVID19,)), 9.0)
    assert bench.session.undo_steps == 0


def test_a_result_does_not_take_an_impression_away(bench):
    bench.session.add([image("/in/a")], 1)
    bench.hear()
    bench.session.reading.set_impression(bench.only().key, Words((Finding.COVID19,)), 5.0)
    bench.session.record([scored("/in/a", 0.9)], 3.0)
    bench.session.add([image("/in/a")], 6.0)
    bench.hear()
    assert (bench.only().impression is not None, bench.only().risk) == (True, 0.9)


def test_results_that_cannot_be_saved_are_shown_and_saved_with_the_next(bench, monkeypatch):
    bench.session.add([image("/in/a"), image("/in/b")], 1)
    real = Store.record

    def full(self, predictions, now):
        raise StoreError("The worklist cannot be saved: the disk is full.")

    monkeypatch.setattr(Store, "record", full)
    assert "the disk is full. Results are shown but may be lost." in bench.session.record([scored("/in/a", 0.9)], 3.0)
    assert bench.session.record([], 3.0) == ""
    assert {e.risk for e in bench.hear().changed} == {0.9, None}
    monkeypatch.setattr(Store, "record", real)
    bench.session.record([scored("/in/b", 0.8)], 3.0)
    bench.again()
    assert {e.risk for e in bench.rows.values()} == {0.9, 0.8}


def test_overlapping_folders_show_every_file_once(bench):
    bench.session.add([image("/in/a", study_instance_uid="1"), image("/in/sub/b", study_instance_uid="1")], 1)
    bench.session.close(99.0)
    bench.begin()
    bench.open("/in/sub", "/in")
    assert [i.path for i in bench.only().images] == ["/in/a", "/in/sub/b"]


def test_a_header_of_a_program_that_did_not_ask_for_the_priority_is_read_once_more_and_keeps_its_wishes(bench):
    old = image("/in/a")
    bench.session.add([old], 1)
    bench.session.set_wish("/in/a", Wish(quarter_turns=1), 2)
    assert bench.session.sift([old.identity]).again == [old.identity]
    bench.session.add([image("/in/a", requested_priority="STAT")], 3)
    bench.hear()
    assert (bench.only().urgency, bench.only().images[0].wish.quarter_turns) == (Urgency.STAT, 1)
    assert bench.session.sift([old.identity]).again == []


def test_a_file_without_priorities_is_not_read_again_and_again(bench):
    picture = image("/in/a.png", source=Source.PNG)
    bench.session.add([picture], 1)
    assert bench.session.sift([picture.identity]).again == []


def test_a_look_scores_nothing_again_and_knows_the_folders_between_the_files_and_the_root(bench):
    away = Prediction("/in/x/y/a", Status.NOT_SCORED, "the drive was away", scored_by=SCORED_BY)
    bench.session.add([image("/in/x/y/a"), image("/in/b")], 1)
    bench.session.record([away], 3.0)
    bench.session.sift([identity("/in/x/y/a"), identity("/in/b")])
    bench.hear()
    bench.session.end_scan(True, (), try_again=False)
    assert wanted(bench.hear()) == []
    assert bench.session.folders(["/in", "/in/b"]) == ["/in", "/in/x", "/in/x/y"]
