"""Questions about the image in view: one of each kind, withdrawn when the reader goes on, never lost in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxr_desktop.domain.map_method import MapMethod
from cxr_desktop.engine.keeper import EngineKeeper
from cxr_desktop.engine.messages import Answer, MapQuestion, QuestionAdvanced, ScoreRequest, ShortcutQuestion
from cxr_desktop.engine.model_folders import ModelFolders
from cxr_desktop.engine.question_desk import LOST, NOT_READY
from cxr_desktop.engine.questions import Questions, Withdrawn
from tests.engine.fake_engine import FakeEngine

ONE, TWO = ScoreRequest("/in/one"), ScoreRequest("/in/two")
MAP, OTHER_MAP = MapQuestion(ONE, MapMethod.SCORE_CAM), MapQuestion(TWO, MapMethod.LAYER_CAM)
SHORTCUT = ShortcutQuestion(ONE)
SAID = Answer(reason="said")


def test_what_is_in_hand_ends_when_it_is_withdrawn_and_the_next_one_does_not():
    questions = Questions()
    questions.put(1, MAP)
    questions.put(2, OTHER_MAP)
    assert questions.take() == (1, MAP)
    questions.goes_on()
    questions.withdraw(1)
    with pytest.raises(Withdrawn):
        questions.goes_on()
    assert questions.take() == (2, OTHER_MAP)
    questions.goes_on()


def test_what_waits_and_is_withdrawn_is_never_taken():
    questions = Questions()
    questions.put(1, MAP)
    questions.put(2, OTHER_MAP)
    questions.withdraw(1)
    assert questions.take() == (2, OTHER_MAP)


@pytest.fixture
def bench():
    engine = FakeEngine()
    keeper = EngineKeeper(lambda folder: engine)
    keeper.start(ModelFolders(Path("/models/modest")))
    return keeper, engine


@pytest.fixture
def ready(bench):
    bench[0].look()
    return bench


def test_a_question_is_answered_beside_the_queue(ready):
    keeper, engine = ready
    engine.silent = True
    keeper.enqueue([ScoreRequest("/in/queued")])
    keeper.feed(16)
    assert keeper.ask(MAP).answers == []
    (number,) = engine.asked
    engine.answer(number, SAID)
    assert keeper.look().answers == [(MAP, SAID)]
    assert len(keeper.desk) == 0
    assert keeper.in_flight == 1


def test_a_newer_question_takes_the_place_of_the_older_of_its_kind_alone(ready):
    keeper, engine = ready
    for question in (MAP, SHORTCUT, OTHER_MAP):
        keeper.ask(question)
    assert engine.withdrawn == [1]
    for number in (1, 2, 3):
        engine.answer(number, SAID)
    assert keeper.look().answers == [(SHORTCUT, SAID), (OTHER_MAP, SAID)]


def test_how_far_a_question_is_is_told_while_somebody_waits_for_it(ready):
    keeper, engine = ready
    keeper.ask(MAP)
    engine.extra += [QuestionAdvanced(1, 0.25), QuestionAdvanced(7, 0.5)]
    assert keeper.look().advanced == [(MAP, 0.25)]
    keeper.withdraw_question(MapQuestion)
    engine.extra.append(QuestionAdvanced(1, 0.5))
    assert keeper.look().advanced == []


def test_nobody_gets_an_answer_that_was_withdrawn(ready):
    keeper, engine = ready
    keeper.ask(MAP)
    keeper.withdraw_question(MapQuestion)
    engine.answer(1, SAID)
    assert keeper.look().answers == []


def test_an_engine_that_is_starting_is_asked_already_and_without_one_the_answer_says_so(bench):
    keeper, engine = bench
    assert keeper.ask(MAP).answers == []
    assert list(engine.asked.values()) == [MAP]
    assert keeper.stop().answers == [(MAP, LOST)]
    assert keeper.ask(MAP).answers == [(MAP, NOT_READY)]


def test_a_dead_engine_answers_with_a_reason(ready):
    keeper, engine = ready
    keeper.ask(SHORTCUT)
    engine.extra.append(engine.die(-11))
    assert keeper.look().answers == [(SHORTCUT, LOST)]
    keeper.look()  # it is ready again
    assert keeper.ask(MAP).answers == []
    assert keeper.stop().answers == [(MAP, LOST)]
