"""A worklist that can only be read: the window says so and offers nothing that would write."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from cxr_desktop.ui.read_only_guard import WRITING
from cxr_desktop.ui.window_swap import carry_over
from cxr_desktop.worklist.newer_database import READ_ONLY
from tests.ui.entries import entry, refused_entry


def test_it_says_why_in_the_banner_and_for_good_in_the_status_line(make_window):
    window = make_window([entry(0, 0.9)])
    window.set_read_only(READ_ONLY)
    assert window.banner.message() == READ_ONLY
    window.banner.hide()
    [sign] = [part for part in window.status.findChildren(object) if getattr(part, "text", str)() == "For reading only"]
    assert sign.isVisible()
    assert sign.toolTip() == READ_ONLY


def test_nothing_that_writes_can_be_done_whatever_study_is_in_hand(make_window):
    window = make_window([entry(0, 0.9), refused_entry(1)])
    window.worklist.view.select_row(0)
    assert window.named["mark_read"].isEnabled()
    window.set_read_only(READ_ONLY)
    window.set_undo("last step")
    window.set_progress(1, 5)
    for row in (1, 0):
        window.worklist.view.select_row(row)
        assert [name for name in WRITING if window.named[name].isEnabled()] == []
        assert {window.named[name].toolTip() for name in WRITING} == {READ_ONLY}
        assert [part for part in window.findings.writing_parts() if part.isEnabled()] == []
        assert not window.findings.class_rows.is_judging()
    assert all(window.named[name].isEnabled() for name in ("export", "next", "model_card", "close_folder"))
    assert any(button.isEnabled() for button in window.findings.findChildren(QPushButton))


def test_a_window_in_another_language_can_only_read_too(make_window):
    first, second = make_window([entry(0, 0.9)]), make_window([entry(0, 0.9)])
    first.set_read_only(READ_ONLY)
    carry_over(first, second)
    second.worklist.view.select_row(0)
    assert not second.named["mark_read"].isEnabled()
    assert second.banner.message() == READ_ONLY
