"""The line above a group begins where the rows below it begin, from whichever side they are read."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from cxr_desktop.bridge.worklist_groups import Head
from cxr_desktop.ui.theme import DARK
from cxr_desktop.ui.worklist_heads import HEAD_HEIGHT, paint_head

WIDTH = 600


def painted(head: Head) -> list[int]:
    """Columns in which something stands on the ground of the line."""
    picture = QImage(WIDTH, HEAD_HEIGHT, QImage.Format.Format_RGB32)
    line = QRectF(0, 0, WIDTH, HEAD_HEIGHT)
    painter = QPainter(picture)
    paint_head(painter, head, line, line, DARK)
    painter.end()
    ground = picture.pixel(WIDTH // 2, 1)
    rows = range(2, HEAD_HEIGHT - 2)
    return [x for x in range(WIDTH) if any(picture.pixel(x, y) != ground for y in rows)]


@pytest.mark.parametrize("folded", [False, True])
def test_sign_number_and_words_stand_at_the_side_where_reading_begins(speak, folded):
    head = Head("not_scored")
    head.count, head.folded = 3, folded
    english = painted(head)
    assert english[0] < 40
    assert english[-1] < WIDTH / 2
    speak("he")
    hebrew = painted(head)
    assert hebrew[-1] > WIDTH - 40
    assert hebrew[0] > WIDTH / 2
