"""The wizard as a whole: its ways, its close, its words whole at every size and in both themes (PySide6)."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from cxr_desktop.ui.theme import DARK, LIGHT, apply_theme
from cxr_desktop.ui.training.leave_dialog import LeaveDialog, Leaving
from cxr_desktop.ui.training.page import Page


def choose_at_leaving(monkeypatch, choice: Leaving) -> None:
    def exec_(dialog: LeaveDialog) -> int:
        {Leaving.GO_ON: dialog.go_on, Leaving.STOP: dialog.stop, Leaving.STAY: dialog.stay}[choice].click()
        return 0

    monkeypatch.setattr(LeaveDialog, "exec", exec_)


def running(wizard) -> None:
    wizard.next()
    wizard.recipe.choose("s1_resnet18")
    wizard.next()
    wizard.next()
    wizard.fake_run.enter("running")


def test_the_pages_come_in_their_order(with_data):
    seen = [with_data.currentId()]
    for _ in range(3):
        with_data.next()
        seen.append(with_data.currentId())
    assert seen == [Page.DATA, Page.RECIPE, Page.SETTINGS, Page.RUN]
    assert with_data._steps.steps()[1] == 3
    assert with_data._steps.accessibleName().startswith("Step 4 of")


def test_the_run_gets_recipe_data_and_every_setting(with_data):
    with_data.next()
    with_data.recipe.choose("s1_resnet18")
    with_data.next()
    with_data.settings.basic.rows["epochs"].editor.editor.setValue(2)
    with_data.next()
    name, recipe, data, changes = with_data.fake_run.calls[0]
    assert (name, recipe, data) == ("start", "s1_resnet18", with_data.state.data)
    assert changes == tuple(with_data.state.settings())
    assert "epochs=2" in changes


def test_a_run_that_goes_on_is_not_asked_to_stop(with_data, monkeypatch, qtbot):
    running(with_data)
    choose_at_leaving(monkeypatch, Leaving.GO_ON)
    with qtbot.waitSignal(with_data.closing):
        with_data.reject()
    assert ("stop",) not in with_data.fake_run.calls
    assert with_data.fake_run.calls[-1] == ("leave",)
    assert not with_data.isVisible()


def test_a_run_is_stopped_where_the_reader_says_so(with_data, monkeypatch):
    running(with_data)
    choose_at_leaving(monkeypatch, Leaving.STOP)
    with_data.close()
    assert with_data.fake_run.calls[-2:] == [("stop",), ("leave",)]


def test_staying_leaves_everything_as_it_is(with_data, monkeypatch, qtbot):
    running(with_data)
    choose_at_leaving(monkeypatch, Leaving.STAY)
    with qtbot.assertNotEmitted(with_data.closing):
        with_data.reject()
        with_data.close()
    assert with_data.isVisible()
    assert ("leave",) not in with_data.fake_run.calls


def test_a_reader_who_has_said_it_beforehand_is_not_asked(with_data, monkeypatch):
    running(with_data)
    monkeypatch.setattr(LeaveDialog, "exec", lambda _dialog: pytest.fail("asked"))
    with_data.running.keep.setChecked(True)
    with_data.close()
    assert not with_data.isVisible()


def test_closing_ends_every_child(wizard, tmp_path):
    wizard.data.choose(str(tmp_path))
    assert wizard.data.command.is_running()
    wizard.close()
    assert not any(command.is_running() for command in wizard.factory.made)


def test_an_unimportant_close_asks_nothing(wizard, qtbot, monkeypatch):
    monkeypatch.setattr(LeaveDialog, "exec", lambda _dialog: pytest.fail("asked"))
    with qtbot.waitSignal(wizard.closing):
        wizard.close()


def test_the_theme_may_change_again_and_again(with_data):
    with_data.next()
    for theme in (LIGHT, DARK, LIGHT, DARK):
        apply_theme(QApplication.instance(), theme)
    assert with_data.isVisible()


def shown(page: QWidget, kind: type) -> list:
    return [widget for widget in page.findChildren(kind) if widget.isVisible()]


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("size", [(1180, 800), (960, 640)], ids=["large", "small"])
def test_no_word_is_cut_off(with_data, theme, size):
    apply_theme(QApplication.instance(), theme)
    with_data.resize(*size)
    for _ in range(3):
        QApplication.processEvents()
        page = with_data.currentPage()
        assert page.width() <= with_data.width()
        for words in shown(page, QLabel):
            if type(words) is QLabel and not words.wordWrap() and words.text():
                assert words.width() >= words.sizeHint().width(), words.text()
            elif words.wordWrap() and words.text():
                assert words.height() >= words.heightForWidth(words.width()), words.text()
        for button in shown(page, QPushButton):
            assert button.width() >= button.sizeHint().width(), button.text()
        with_data.next()
    apply_theme(QApplication.instance(), DARK)


def test_everything_that_can_be_reached_has_a_name(with_data):
    for _ in range(3):
        page = with_data.currentPage()
        for widget in page.findChildren(QWidget):
            focusable = widget.focusPolicy().value & 0x1
            if not focusable or not widget.isVisible() or widget.objectName().startswith("qt_"):
                continue
            if widget.focusProxy() is not None or not widget.isEnabled():
                continue
            named = widget.accessibleName() or getattr(widget, "text", lambda: "")() or widget.toolTip()
            inside = widget.parentWidget() is not None and widget.parentWidget().accessibleName()
            assert named or inside, f"{page.accessibleName()}: {type(widget).__name__}"
        with_data.next()
