"""Rows of the worklist are painted once and moved after that; what changes in them is painted anew (pytest-qt)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPixmap

from cxr_desktop.bridge.worklist_model import Column
from cxr_desktop.domain.worklist import ReadState
from cxr_desktop.ui import theme, worklist_delegate
from tests.ui.entries import SECOND_CARD, entries, entry

RISKS = [0.9, 0.7, 0.5, 0.3, 0.1]


class Painted:
    """Which rows were painted cell by cell since the last question."""

    def __init__(self, view, monkeypatch) -> None:
        self.view, self.rows = view, set()
        paint = view.delegate.paint

        def spy(painter, option, index):
            self.rows.add(index.row())
            paint(painter, option, index)

        monkeypatch.setattr(view.delegate, "paint", spy)

    def again(self) -> set[int]:
        self.rows.clear()
        self.view.viewport().repaint()
        return set(self.rows)


@pytest.fixture
def window(make_window, qtbot):
    window = make_window(entries(RISKS))
    window.show()
    qtbot.wait(100)
    return window


@pytest.fixture
def painted(window, monkeypatch):
    painted = Painted(window.worklist.view, monkeypatch)
    painted.again()
    return painted


def test_rows_that_are_as_they_were_are_not_painted_again(painted):
    assert painted.again() == set()


def test_a_new_order_moves_rows_and_paints_only_the_one_that_changed(window, painted):
    window.model.upsert([entry(4, 0.95)])
    window.model.hold_order(False)
    assert window.model.row_of(entry(4).key) == 0
    assert painted.again() == {0}


def test_a_row_that_is_chosen_or_pointed_at_is_painted_anew(window, painted):
    window.worklist.view.select_row(1)
    assert painted.again() == {1}
    window.worklist.view.select_row(2)
    assert painted.again() == {1, 2}
    window.worklist.view._hover(QPoint(5, window.worklist.view.rowViewportPosition(3) + 5))
    assert painted.again() == {3}


@pytest.mark.parametrize(
    "change",
    [
        lambda view: view.set_theme(theme.LIGHT),
        lambda view: view.set_hide_identity(True),
        lambda view: view.set_compact(True),
        lambda view: view.header.resizeSection(list(Column).index(Column.PATIENT), 60),
        lambda view: view.header.show_column(Column.VIEW, False),
        lambda view: view.set_card(replace(view.delegate.card, operating_points=())),
    ],
    ids=["theme", "identity", "compact", "width", "columns", "card"],
)
def test_another_look_paints_all_rows_anew(window, painted, change):
    change(window.worklist.view)
    assert painted.again() == set(range(len(RISKS)))


def test_a_wait_that_is_a_minute_longer_is_painted_anew(window, painted, monkeypatch):
    now = worklist_delegate.time.time()
    monkeypatch.setattr(worklist_delegate.time, "time", lambda: now + 61)
    assert painted.again() == set(range(len(RISKS)))


def test_a_picture_that_came_is_painted_and_none_is_asked_for_where_no_column_shows_it(window, painted, monkeypatch):
    asked, view = [], window.worklist.view
    monkeypatch.setattr(view.delegate, "picture_of", lambda e: asked.append(e.key) and None)
    painted.again()
    assert asked == []
    view.header.show_column(Column.PICTURE, True)
    painted.again()
    assert set(asked) == {e.key for e in entries(RISKS)}
    picture = QPixmap(20, 20)
    monkeypatch.setattr(view.delegate, "picture_of", lambda e: picture if e.key == entry(2).key else None)
    assert painted.again() == {window.model.row_of(entry(2).key)}


def test_a_kept_row_looks_as_one_that_is_painted_cell_by_cell(window, painted, monkeypatch):
    view, now = window.worklist.view, worklist_delegate.time.time()
    monkeypatch.setattr(worklist_delegate.time, "time", lambda: now)  # no minute ends between the two
    window.model.upsert([replace(entry(1, 0.7), read_state=ReadState.READ), entry(3)])
    window.set_second_card(SECOND_CARD)
    view.select_row(0)
    view.viewport().repaint()
    kept = view.viewport().grab().toImage()
    view._kept.clear()
    assert view.viewport().grab().toImage() == kept


def test_rows_of_a_folder_that_was_closed_are_not_kept(window, painted):
    assert window.worklist.view._kept
    window.model.clear()
    assert not window.worklist.view._kept


def test_no_more_rows_are_kept_than_there_is_room_for(window, monkeypatch):
    view = window.worklist.view
    size = view.viewport().width() * view.delegate.row_height()
    monkeypatch.setattr("cxr_desktop.ui.kept_rows._MOST_PIXELS", 3 * size)
    view._kept.clear()
    view.viewport().repaint()
    assert len(view._kept) == 3
