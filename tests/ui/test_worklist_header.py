"""Columns are sorted, moved, hidden, sized and remembered (a QHeaderView of our own)."""

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QMenu

from cxr_desktop.bridge.worklist_model import Column, Key, WorklistModel
from cxr_desktop.bridge.worklist_order import TRIAGE, clicked
from cxr_desktop.ui.worklist_view import WorklistView
from tests.ui.entries import entries


@pytest.fixture
def view(qtbot) -> WorklistView:
    shown = WorklistView(WorklistModel())
    shown.resize(640, 400)
    qtbot.addWidget(shown)
    shown.show()
    shown.model().upsert(entries([0.9, 0.5, 0.1]))
    return shown


def shown_width(view: WorklistView) -> int:
    return sum(view.columnWidth(column) for column in Column if view.header.is_shown(column))


@pytest.mark.parametrize("width", [540, 560, 640, 760, 1000])
def test_columns_fill_the_list_exactly_and_the_patient_takes_the_rest(qtbot, view, width):
    view.resize(width, 400)
    assert shown_width(view) == view.viewport().width()
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() == 0, timeout=1000)
    assert view.columnWidth(Column.PATIENT) >= 104


def test_every_row_shows_the_four_numbers_the_patient_the_study_view_and_wait_at_first(view):
    shown = {column for column in Column if view.header.is_shown(column)}
    assert shown == {
        Column.RISK, Column.PNEUMONIA, Column.TUBERCULOSIS, Column.NORMAL, Column.PATIENT, Column.STUDY, Column.VIEW,
        Column.WAIT,
    }  # fmt: skip


def test_hidden_columns_stay_hidden_when_the_order_changes(qtbot, view):
    view.header.show_column(Column.WAIT, False)
    view.model().upsert(entries([0.1, 0.5, 0.9]))
    qtbot.wait(1)
    assert not view.header.is_shown(Column.WAIT)
    assert not view.header.is_shown(Column.SOURCE)
    assert shown_width(view) == view.viewport().width() == view.header.length()


def test_risk_and_patient_cannot_be_hidden(view):
    view.header.show_column(Column.RISK, False)
    view.header.show_column(Column.PATIENT, False)
    assert view.header.is_shown(Column.RISK)
    assert view.header.is_shown(Column.PATIENT)


def test_the_menu_of_columns_ticks_what_is_shown_and_can_put_all_back(view):
    menu = QMenu()
    view.header.fill_menu(menu)
    ticked = {action.text() for action in menu.actions() if action.isChecked()}
    assert "Tuberculosis" in ticked
    assert "Kind of file" not in ticked
    next(action for action in menu.actions() if action.text() == "Kind of file").setChecked(True)
    assert view.header.is_shown(Column.SOURCE)
    menu.actions()[-1].trigger()
    assert not view.header.is_shown(Column.SOURCE)
    menu.deleteLater()


def test_a_click_sorts_and_another_turns_the_order_round(qtbot, view):
    model = view.model()
    header = view.header

    def click(column: Column) -> None:
        x = header.sectionViewportPosition(column) + 10
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 10))

    click(Column.PATIENT)
    assert model.sort_column == (Column.PATIENT, Qt.SortOrder.AscendingOrder)
    click(Column.PATIENT)
    assert model.sort_column == (Column.PATIENT, Qt.SortOrder.DescendingOrder)
    click(Column.NORMAL)
    assert model.sort_column == (Column.NORMAL, Qt.SortOrder.DescendingOrder)
    click(Column.RISK)
    assert model.sort_column == (Column.RISK, Qt.SortOrder.DescendingOrder)


def test_the_arrangement_is_remembered_and_another_versions_is_ignored(qtbot, view, tmp_path):
    file = str(tmp_path / "window.ini")
    view.header.show_column(Column.STATE, True)
    view.header.show_column(Column.TUBERCULOSIS, False)
    view.header.moveSection(view.header.visualIndex(Column.WAIT), 1)
    settings = QSettings(file, QSettings.Format.IniFormat)
    view.header.save(settings)
    settings.sync()

    other = WorklistView(WorklistModel())
    qtbot.addWidget(other)
    stored = QSettings(file, QSettings.Format.IniFormat)
    other.header.restore(stored)
    assert other.header.is_shown(Column.STATE)
    assert not other.header.is_shown(Column.TUBERCULOSIS)
    assert other.header.visualIndex(Column.WAIT) == 1

    stored.setValue("worklist/columns", "ANOTHER SET")
    third = WorklistView(WorklistModel())
    qtbot.addWidget(third)
    third.header.restore(stored)
    assert third.header.is_shown(Column.TUBERCULOSIS)


def test_words_without_a_number_may_run_over_the_class_columns_beside_the_risk(view):
    assert view.header.joined_sections() == [Column.RISK, Column.PNEUMONIA, Column.TUBERCULOSIS, Column.NORMAL]
    view.header.moveSection(view.header.visualIndex(Column.PATIENT), 1)
    assert view.header.joined_sections() == [Column.RISK]
    assert view._span_of(view.model().index(0, Column.NORMAL)).isEmpty()
    assert not view._span_of(view.model().index(0, Column.RISK)).isEmpty()


def test_sizing_a_column_by_hand_keeps_the_others_filled(qtbot, view):
    header = view.header
    edge = header.sectionViewportPosition(Column.STUDY) + header.sectionSize(Column.STUDY) - 1
    before = header.sectionSize(Column.STUDY)
    qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge, 10))
    qtbot.mouseMove(header.viewport(), QPoint(edge + 20, 10))
    qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge + 20, 10))
    qtbot.waitUntil(lambda: shown_width(view) == view.viewport().width(), timeout=1000)
    assert header.sectionSize(Column.STUDY) >= before


def test_a_click_with_shift_sorts_by_one_more_column_and_the_headings_say_in_which_rank(qtbot, view):
    view.header._sort_by(clicked(view.model().sort_keys, Column.PATIENT, adding=False))
    view.header._sort_by(clicked(view.model().sort_keys, Column.VIEW, adding=True))
    assert view.model().sort_keys == (Key(Column.PATIENT, False), Key(Column.VIEW, False))
    one = view.header.grab().toImage()
    view.header._sort_by(clicked(view.model().sort_keys, Column.VIEW, adding=True))
    assert view.model().sort_keys == (Key(Column.PATIENT, False), Key(Column.VIEW, True))
    assert view.header.grab().toImage() != one
    view.header.reset_sort()
    assert view.model().sort_keys == TRIAGE


def test_headings_are_reached_and_sorted_by_keys(qtbot, view):
    view.header.setFocus()
    for _ in range(4):
        qtbot.keyClick(view.header, Qt.Key.Key_Right)
    qtbot.keyClick(view.header, Qt.Key.Key_Return)
    assert view.model().sort_keys == (Key(Column.PATIENT, False),)
    assert view.header.accessibleDescription() == "Patient"
    qtbot.keyClick(view.header, Qt.Key.Key_Right)
    qtbot.keyClick(view.header, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert view.model().sort_keys == (Key(Column.PATIENT, False), Key(Column.STUDY, False))
    qtbot.keyClick(view.header, Qt.Key.Key_Space)
    assert view.model().sort_keys == (Key(Column.STUDY, False),)


def test_columns_can_be_told_from_left_to_right(view):
    view.header.moveSection(view.header.visualIndex(Column.WAIT), 0)
    assert view.header.shown_columns()[:2] == [Column.WAIT, Column.RISK]


def test_where_studies_stand_as_they_came_the_mark_is_over_the_wait_and_not_over_the_risk(view):
    assert view.header.marked() == TRIAGE
    view.header.set_by_arrival(True)
    assert view.header.marked() == (Key(Column.WAIT, True),)
    view.header.set_sort([Key(Column.PATIENT, False)])
    assert view.header.marked() == (Key(Column.PATIENT, False),)
