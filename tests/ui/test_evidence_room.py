"""Between window and engine: a wish becomes a question, an answer comes back to the image that it belongs to."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from cxr_desktop.bridge.inference_worker import InferenceWorker
from cxr_desktop.domain.map_method import MapMethod, MapOffer
from cxr_desktop.engine.messages import Answer, EngineReady, MapQuestion, ShortcutQuestion
from cxr_desktop.engine.model_folders import ModelFolders
from cxr_desktop.evidence_room import EvidenceRoom
from cxr_desktop.paths import checkpoint_dirs
from tests.engine.fake_engine import CARD as FAKE_CARD
from tests.engine.fake_engine import FakeEngine
from tests.ui.entries import SCORED_BY, entry, prediction
from tests.ui.test_shortcut_test import REPORT

DIGEST = SCORED_BY.model_digest
OFFERS = tuple(MapOffer(method, 0.1) for method in MapMethod)


@pytest.fixture
def room(make_window):
    window = make_window([entry(0, 0.94), entry(1, 0.9)])
    engine = FakeEngine()
    engine.startup = [EngineReady(SCORED_BY, FAKE_CARD, offers=OFFERS)]
    worker = InferenceWorker(lambda folders: engine, lambda predictions: None)
    EvidenceRoom(window, worker, checkpoint_dirs())
    worker.start()
    worker.set_model(ModelFolders(Path("/models/modest")))
    yield window, engine
    assert worker.stop()


def test_methods_and_tests_go_to_the_engine_and_come_back(qtbot, room):
    window, engine = room
    window.worklist.view.select_row(0)
    qtbot.waitUntil(lambda: not window.desk.methods.state().offers[-1].reason, timeout=5000)
    window.desk.methods.choose(MapMethod.LAYER_CAM)
    qtbot.keyClick(window, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(engine.asked) == 2, timeout=5000)
    numbers = {type(question): number for number, question in engine.asked.items()}
    engine.answer(numbers[MapQuestion], Answer(maps=prediction("/data/0.dcm", 0.9).maps, model_digest=DIGEST))
    engine.answer(numbers[ShortcutQuestion], Answer(report=REPORT, model_digest=DIGEST))
    qtbot.waitUntil(lambda: window.desk.shortcuts.state().report is REPORT, timeout=5000)
    assert window.desk.methods.state().waiting == ""
    assert window.findings.heat_map.words() == "COVID-19: strongest at 1.5 of 2.0 logit"


def test_the_cards_of_gate_orientation_and_lungs_can_be_read_too(room):
    window, _ = room
    assert [card.role for card in window.dialogs.beside] == ["gate", "orientation", "lungs"]


def test_going_on_to_the_next_study_withdraws_what_was_asked(qtbot, room):
    window, engine = room
    window.worklist.view.select_row(0)
    qtbot.waitUntil(lambda: not window.desk.methods.state().offers[-1].reason, timeout=5000)
    window.desk.methods.choose(MapMethod.SCORE_CAM)
    window.desk.shortcuts.run()
    qtbot.waitUntil(lambda: len(engine.asked) == 2, timeout=5000)
    qtbot.keyClick(window, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: len(engine.asked) == 3 and sorted(engine.withdrawn) == [1, 2], timeout=5000)
    assert engine.asked[3].request.path == "/data/1.dcm"
