"""What readers did to the scoring of images is kept for good, together with the wish itself or not at all."""

from __future__ import annotations

import sqlite3

import pytest

from cxr_desktop.domain.deed import Action, Deed
from cxr_desktop.domain.errors import StoreError
from cxr_desktop.domain.worklist import Wish
from cxr_desktop.worklist import audit
from cxr_desktop.worklist.store import ModelKey, Store
from tests.worklist.samples import SCORED_BY, image

MODEL = ModelKey(SCORED_BY.model_digest, SCORED_BY.preprocess_version)
AT = "2026-01-02T03:04:05+00:00"


@pytest.fixture
def store(tmp_path):
    made = Store(tmp_path / "w.sqlite3")
    made.add([image("/in/a")], now=1)
    yield made
    made.close()


def deed(action: Action = Action.TURN, **details) -> Deed:
    return Deed(AT, image("/in/a").radiograph.study_key, "h", action, details)


def test_deeds_come_back_in_the_order_in_which_they_were_done(store, tmp_path):
    done = [deed(Action.TURN, gate={"reason": "Störung", "probabilities": {"turned": 0.1 + 0.2}}), deed(Action.INVERT)]
    store.set_wish("/in/a", Wish(False, 1, True), done)
    store.set_wish("/in/a", Wish(), [deed(Action.UNDO)])
    assert store.deeds() == [*done, deed(Action.UNDO)]
    store.close()
    again = Store(tmp_path / "w.sqlite3")
    assert len(again.deeds()) == 3
    again.close()


@pytest.mark.parametrize("sql", ["UPDATE audit SET action = 'undo'", "DELETE FROM audit"])
def test_what_was_done_cannot_be_changed_afterwards(store, sql):
    store.set_wish("/in/a", Wish(True), [deed(Action.SCORE_ANYWAY)])
    with pytest.raises(StoreError), store._transaction() as db:
        db.execute(sql)
    assert store.deeds() == [deed(Action.SCORE_ANYWAY)]


def test_a_wish_without_its_word_in_the_log_is_no_wish(store, monkeypatch):
    def fails(db, deeds):
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(audit, "add", fails)
    with pytest.raises(StoreError):
        store.set_wish("/in/a", Wish(True), [deed()])
    assert store.load_images(["/in/a"], MODEL)["/in/a"].wish == Wish()
