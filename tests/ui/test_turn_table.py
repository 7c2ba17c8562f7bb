"""A new order is painted in turns, and in the end as if it had been painted at once (pytest-qt)."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QStringListModel, Qt

from cxr_desktop.ui.turn_table import TURN_S, TurnTable


class Table(TurnTable):
    """Keeps which rows were painted, turn by turn; each takes a fifth of a turn."""

    def __init__(self):
        super().__init__()
        self.turns: list[list[int]] = []
        self.slow = True

    def paintEvent(self, event):
        self.turns.append([])
        super().paintEvent(event)

    def paint_row(self, painter, row, area):
        self.turns[-1].append(row)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft, self.model().index(row, 0).data())
        if self.slow:
            time.sleep(TURN_S / 5)


@pytest.fixture
def table(qtbot):
    table = Table()
    qtbot.addWidget(table)
    table.setModel(QStringListModel([f"row {n}" for n in range(60)]))
    table.resize(300, 40 * table.rowHeight(0))
    table.show()
    qtbot.waitUntil(lambda: bool(table.turns) and len(table.turns[-1]) > 30)
    qtbot.wait(50)
    table.turns.clear()
    return table


def on_screen(table):
    return table.screen().grabWindow(table.winId()).toImage()


def as_painted_at_once(table, image):
    return image == table.grab().toImage().convertToFormat(image.format())


def test_a_new_order_is_painted_in_turns_from_top_to_bottom(table, qtbot):
    before = on_screen(table)
    table.model().setStringList([f"other {n}" for n in range(60)])
    table.paint_in_turns()
    qtbot.waitUntil(lambda: sum(map(len, table.turns)) >= 38)
    qtbot.wait(50)
    rows = [row for turn in table.turns for row in turn]
    assert len(table.turns) >= 6
    assert rows == sorted(rows)
    after = on_screen(table)
    assert after != before
    assert as_painted_at_once(table, after)


def test_rows_that_are_quickly_painted_are_painted_in_one_turn(table, qtbot):
    table.slow = False
    table.paint_in_turns()
    qtbot.waitUntil(lambda: bool(table.turns))
    assert len(table.turns[0]) >= 38


def test_even_a_row_that_takes_longer_than_a_turn_is_painted(table, qtbot, monkeypatch):
    monkeypatch.setattr("cxr_desktop.ui.turn_table.TURN_S", 0.0)
    table.paint_in_turns()
    qtbot.waitUntil(lambda: sum(map(len, table.turns)) >= 38)
    assert {len(turn) for turn in table.turns} <= {1, 2}


def test_what_is_scrolled_meanwhile_is_painted_whole(table, qtbot):
    table.model().setStringList([f"other {n}" for n in range(60)])
    table.paint_in_turns()
    table.viewport().repaint()
    assert len(table.turns) == 1
    table.verticalScrollBar().setValue(5)
    qtbot.wait(300)
    assert as_painted_at_once(table, on_screen(table))


def test_a_table_of_another_size_is_painted_at_once(table, qtbot):
    table.paint_in_turns()
    table.resize(320, 41 * table.rowHeight(0))
    qtbot.waitUntil(lambda: bool(table.turns))
    assert len(table.turns[0]) > 30


def test_below_the_last_row_nothing_stays_of_rows_that_are_gone(table, qtbot):
    table.model().setStringList(["one", "two"])
    table.paint_in_turns()
    qtbot.wait(100)
    image = on_screen(table)
    assert as_painted_at_once(table, image)
    corner = table.viewport().mapTo(table, table.viewport().rect().center())
    assert image.pixelColor(corner) == table.palette().color(table.viewport().backgroundRole())
