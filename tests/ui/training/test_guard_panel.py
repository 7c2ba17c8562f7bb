"""Before a switch: counts in a sentence, what falls below first and marked, the reader's own decision."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from cxr_desktop.ui.training.guard_panel import GuardPanel, summary
from cxr_desktop.ui.training.guard_table import Column
from tests.ui.training.fake_guard import FakeGuard, changes

BEFORE = [0.9, 0.7, 0.5, 0.4, 0.1, 0.05, 0.3]
AFTER = [0.95, 0.65, 0.1, 0.15, 0.3, 0.04, None]
"""Study 2 and 3 fall below, 4 rises, 6 loses its number, the others stay."""


@pytest.fixture
def guard() -> FakeGuard:
    return FakeGuard(7)


@pytest.fixture
def panel(qtbot, guard) -> GuardPanel:
    made = GuardPanel(guard)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.offer("triage-2")
    return made


def compared(panel: GuardPanel, guard: FakeGuard, before=BEFORE, after=AFTER) -> None:
    panel.score.click()
    guard.names = {str(number): f"Study {number}" for number in range(len(before))}
    guard.finished.emit(changes(before, after))


def test_the_counts_of_a_switch_are_said_in_one_sentence():
    assert summary(changes(BEFORE, AFTER)) == (
        "3 of 7 studies change their band; 2 would fall below the operating point; 1 would rise above it; "
        "1 would have no number any more."
    )
    assert summary(changes([0.9, 0.1], [0.8, 0.15])) == "None of 2 studies changes its band."
    assert summary(changes([0.9, 0.1], [0.5, 0.15])) == "1 of 2 studies changes its band."


def test_nothing_is_scored_before_the_reader_asks(panel, guard):
    assert guard.started == []
    assert panel.words.text().startswith("7 studies of the open worklist have a number.")
    assert panel.table.isHidden()
    panel.score.click()
    assert guard.started == ["triage-2"]
    assert panel.progress.isVisible()
    guard.progress.emit(3, 7)
    assert panel.progress.words() == "Scoring: 3 of 7"


def test_what_falls_below_the_operating_point_stands_first_and_is_marked(panel, guard):
    compared(panel, guard)
    rows = panel.table.texts()
    assert [row[Column.EFFECT] for row in rows[:4]] == [
        "Falls below",
        "Falls below",
        "No number any more",
        "Rises above",
    ]
    assert {rows[0][Column.STUDY], rows[1][Column.STUDY]} == {"Study 2", "Study 3"}
    model = panel.table.model()
    marks = [model.index(row, Column.EFFECT).data(Qt.ItemDataRole.DecorationRole) is not None for row in range(3)]
    assert marks == [True, True, False]


def test_place_and_risk_are_shown_before_and_after(panel, guard):
    compared(panel, guard)
    row = next(row for row in panel.table.texts() if row[Column.STUDY] == "Study 2")
    assert row[Column.RANK :] == ["3 → 5", "0.50 → 0.10"]
    lost = next(row for row in panel.table.texts() if row[Column.STUDY] == "Study 6")
    assert lost[Column.RANK :] == ["5 → —", "0.30 → —"]


def test_the_table_sorts_by_name_and_by_the_change_of_risk(panel, guard):
    compared(panel, guard)
    panel.table.sortByColumn(Column.STUDY, Qt.SortOrder.AscendingOrder)
    names = [row[Column.STUDY] for row in panel.table.texts()]
    assert names == sorted(names)
    panel.table.sortByColumn(Column.RISK, Qt.SortOrder.AscendingOrder)
    assert panel.table.texts()[0][Column.STUDY] == "Study 2"


def test_a_study_that_keeps_its_place_is_not_listed(panel, guard):
    compared(panel, guard, [0.9, 0.8], [0.9, 0.7])
    assert panel.table.texts() == []
    assert panel.table.isHidden()


def test_use_is_the_readers_own_decision(panel, guard, qtbot):
    compared(panel, guard)
    with qtbot.waitSignal(panel.use_requested) as told:
        panel.use.click()
    assert told.args == ["triage-2"]
    assert not panel.use.isEnabled()
    assert panel.words.text() == "The worklist is scored again with the new model."


def test_keeping_the_present_model_changes_nothing(panel, qtbot):
    with qtbot.waitSignal(panel.keep_requested), qtbot.assertNotEmitted(panel.use_requested):
        panel.keep.click()
    assert panel.words.text().startswith("The present model stays.")


def test_stopping_the_comparison_offers_it_again(panel, guard):
    panel.score.click()
    panel.progress.stop_requested.emit()
    assert guard.cancels == 1
    assert panel.score.isVisible()
    assert panel.progress.isHidden()


def test_a_comparison_that_fails_says_why(panel, guard):
    panel.score.click()
    guard.failed.emit("The scoring engine did not start.")
    assert [words for _, words in panel.notes.notes()] == ["The scoring engine did not start."]
    assert panel.score.isVisible()


def test_models_of_different_findings_are_compared_by_place_and_it_says_so(panel, guard):
    guard.findings = ("covid19", "effusion")
    compared(panel, guard)
    assert "sorts by COVID-19, the new one by Effusion" in panel.notes.notes()[0][1]


def test_another_page_that_shares_the_guard_is_not_disturbed(qtbot, guard):
    other = GuardPanel(guard)
    qtbot.addWidget(other)
    other.offer("mine")
    before = other.words.text()
    guard.finished.emit(changes(BEFORE, AFTER))
    guard.failed.emit("no")
    assert other.words.text() == before
    assert other.notes.notes() == ()


def test_without_scored_studies_there_is_nothing_to_compare(qtbot):
    for guard in (None, FakeGuard(0)):
        panel = GuardPanel(guard)
        qtbot.addWidget(panel)
        panel.show()
        panel.offer("triage-2")
        assert panel.score.isHidden()
        assert panel.use.isEnabled()
        assert "nothing to compare" in panel.words.text()
