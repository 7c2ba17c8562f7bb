"""The test for shortcuts: asked for by a key, shown beside the other checks, coloured only where a band changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from cxr_desktop.domain.prediction import Finding, RiskBand
from cxr_desktop.domain.shortcut_test import Hidden, ShortcutReport, ShortcutTrial
from cxr_desktop.engine.messages import Answer, ShortcutQuestion
from cxr_desktop.ui.findings_panel import FindingsPanel
from cxr_desktop.ui.map_methods import request_of
from cxr_desktop.ui.shortcut_tests import ShortcutState, ShortcutTests
from cxr_desktop.ui.shortcut_words import lungs_only_areas, signed, surroundings_note, trial_about
from tests.ui.entries import CARD, SCORED_BY, entry, prediction

REPORT = ShortcutReport(
    Finding.COVID19,
    0.94,
    RiskBand.ABOVE,
    (
        ShortcutTrial(Hidden.BORDERS, 0.92, RiskBand.ABOVE),
        ShortcutTrial(Hidden.MARKERS, 0.30, RiskBand.BELOW),
        ShortcutTrial(Hidden.SURROUNDINGS, reason="the lungs were not found"),
    ),
)


SAID = Answer(report=REPORT, model_digest=SCORED_BY.model_digest)


def areas(untouched: float, alone: float, group: str = "known_adults") -> dict:
    rows = {"untouched": untouched, "lungs_removed": 0.5, "lungs_only": alone}
    block = {n: [{"what": "covid19 v rest", "group": group, "auc": v}] for n, v in rows.items()}
    return {"metrics": {"shortcuts": {"how": "", "masks_of_the_segmenter": {"images": 9, **block}}}}


@pytest.fixture
def panel(qtbot) -> FindingsPanel:
    shown = FindingsPanel()
    shown.resize(338, 900)
    qtbot.addWidget(shown)
    shown.show()
    shown.set_entry(entry(0, 0.94), CARD)
    return shown


class TestDesk:
    """What asks and what keeps."""

    @pytest.fixture(autouse=True)
    def make(self, qapp) -> None:
        self.tests, self.asked, self.given_up = ShortcutTests(), [], []
        self.tests.test_wanted.connect(self.asked.append)
        self.tests.given_up.connect(lambda: self.given_up.append(1))

    def test_an_image_is_tested_once_at_a_time_and_the_report_is_found_again(self) -> None:
        one = prediction("/one", 0.9, content_hash="1" * 64)
        self.tests.set_prediction(one)
        self.tests.run()
        self.tests.run()
        assert self.asked == [ShortcutQuestion(request_of(one))]
        assert self.tests.state().is_running
        self.tests.take(self.asked[0], SAID)
        assert self.tests.state() == ShortcutState(REPORT, can_run=True)
        self.tests.set_prediction(prediction("/two", 0.9, content_hash="2" * 64))
        assert self.tests.state() == ShortcutState(can_run=True)
        self.tests.set_prediction(one)
        assert self.tests.state().report is REPORT

    def test_going_on_gives_up_and_a_late_answer_belongs_to_nobody(self) -> None:
        self.tests.set_prediction(prediction("/one", 0.9, content_hash="1" * 64))
        self.tests.run()
        self.tests.set_prediction(prediction("/two", 0.9, content_hash="2" * 64))
        assert self.given_up == [1]
        self.tests.take(self.asked[0], SAID)
        assert self.tests.state().report is None

    def test_a_report_of_another_model_is_none_of_this_ones(self) -> None:
        self.tests.set_prediction(prediction("/one", 0.9, content_hash="1" * 64))
        self.tests.run()
        self.tests.take(self.asked[0], replace(SAID, model_digest="of another model"))
        assert self.tests.state() == ShortcutState(can_run=True, reason="the model has been changed")

    def test_without_a_number_there_is_nothing_to_test(self) -> None:
        self.tests.set_prediction(None)
        self.tests.run()
        assert self.asked == []
        assert not self.tests.state().can_run


def test_changes_stand_beside_the_other_checks_and_only_a_change_of_band_has_a_colour(panel):
    panel.set_shortcuts(ShortcutState(REPORT, can_run=True))
    checks = panel._checks
    assert checks.trials.texts() == {
        "Borders masked": "0.92 (\u22120.02)",
        "Markers masked": "0.30 (\u22120.64)",
        "Only lungs left": "not tested: the lungs were not found",
    }
    tones = [value.property("tone") for _, value in checks.trials._rows]
    assert tones == ["", "below", "second"]
    assert not checks.test.isVisible()


def test_what_has_come_is_opened_and_scrolled_to(qtbot, panel):
    panel.resize(338, 480)
    panel.set_closed_sections(("checks",))
    panel.set_shortcuts(ShortcutState(can_run=True, is_running=True))
    assert panel.closed_sections() == ("checks",)
    panel.set_shortcuts(ShortcutState(REPORT, can_run=True))
    last = panel._checks.trials._rows[2][1]
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty(), timeout=2000)


def test_the_button_asks_and_says_that_it_is_at_it(qtbot, panel):
    panel.set_shortcuts(ShortcutState(can_run=True))
    with qtbot.waitSignal(panel.shortcut_test_requested):
        qtbot.mouseClick(panel._checks.test, Qt.MouseButton.LeftButton)
    panel.set_shortcuts(ShortcutState(can_run=True, is_running=True))
    assert not panel._checks.test.isEnabled()
    assert panel._checks.test.text() == "Testing…"
    panel.set_shortcuts(ShortcutState(can_run=True, reason="the file cannot be opened"))
    assert panel._checks.note() == "Not tested: the file cannot be opened."
    assert panel._checks.test.isEnabled()
    panel.set_shortcuts(ShortcutState())
    assert not panel._checks.test.isEnabled()


def test_black_surroundings_are_a_hint_and_the_areas_are_those_of_the_card():
    card = replace(CARD, document=areas(0.917316, 0.534483))
    assert lungs_only_areas(card, Finding.COVID19) == (0.917316, 0.534483)
    note = surroundings_note(card, Finding.COVID19)
    assert note.startswith("This model never learned from black surroundings, so this is only a hint.")
    assert note.endswith("the AUC for COVID-19 fell from 0.92 to 0.53 with all but the lungs blackened.")
    assert note in trial_about(Hidden.SURROUNDINGS, card, Finding.COVID19)
    assert note not in trial_about(Hidden.BORDERS, card, Finding.COVID19)


@pytest.mark.parametrize("document", [{}, {"metrics": {"shortcuts": 3}}, areas(0.9, "0.5"), areas(True, 0.5)])
def test_a_card_without_such_a_test_is_not_quoted(document):
    card = replace(CARD, document=document)
    assert lungs_only_areas(card, Finding.COVID19) is None
    assert "AUC" not in surroundings_note(card, Finding.COVID19)


@pytest.mark.parametrize(
    ("change", "words"), [(0.0, "±0.00"), (-0.004, "±0.00"), (-0.02, "\u22120.02"), (0.5, "+0.50")]
)
def test_a_change_has_a_sign_unless_it_is_none(change, words):
    assert signed(change) == words


def test_x_tests_the_image_in_view_and_the_answer_reaches_the_panel(qtbot, make_window):
    window = make_window([entry(0, 0.94)])
    asked = []
    window.desk.shortcuts.test_wanted.connect(asked.append)
    assert not window.named["shortcut_test"].isEnabled()
    window.worklist.view.select_row(0)
    assert window.named["shortcut_test"].isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_X)
    assert [question.request.path for question in asked] == ["/data/0.dcm"]
    assert not window.named["shortcut_test"].isEnabled()
    window.desk.shortcuts.take(asked[0], SAID)
    assert window.findings._checks.trials.texts()["Borders masked"] == "0.92 (\u22120.02)"
