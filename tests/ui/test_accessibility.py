"""Everything that can be reached by keyboard has a name, is reached in the order it is read, and shows its focus."""

from __future__ import annotations

from dataclasses import replace
from string import Template

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QToolButton,
    QWidget,
)

from cxr_desktop import paths
from cxr_desktop.settings import Settings
from cxr_desktop.ui.settings_dialog import KEYS, SettingsDialog
from cxr_desktop.ui.shortcuts_sheet import ShortcutsSheet
from cxr_desktop.ui.theme import DARK, LIGHT, contrast
from tests.ui.entries import CARD, entries, entry, refused_entry

TAB = Qt.FocusPolicy.TabFocus


def reachable(top: QWidget) -> list[QWidget]:
    """What Tab comes to, in its order."""
    found, here = [], top.nextInFocusChain()
    while here is not top:
        if here.isVisibleTo(top) and here.isEnabledTo(top) and here.focusPolicy() & TAB and here.focusProxy() is None:
            found.append(here)
        here = here.nextInFocusChain()
    return found


def name_of(widget: QWidget) -> str:
    """What a screen reader says: the accessible name, else a button's own words."""
    words = widget.accessibleName()
    return words or (widget.text() if isinstance(widget, QAbstractButton) else "")


def nameless(top: QWidget) -> list[str]:
    inner = (QAbstractSpinBox, QComboBox)
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in reachable(top)
        if not name_of(widget).strip() and not isinstance(widget.parent(), inner)
    ]


def test_everything_in_the_window_that_takes_the_focus_has_a_name(make_window):
    window = make_window([entry(0, 0.94), refused_entry(1), *entries([0.4])])
    assert nameless(window) == []
    for key in (entry(0).key, entry(1).key):
        window.worklist.view.select_key(key)
        assert nameless(window) == []
    window.show_error("Something is wrong.", "Try again", lambda: None)
    window.set_progress(3, 9, 1.0, 5.0)
    assert nameless(window) == []
    assert len(reachable(window)) > 8


def test_everything_in_the_empty_window_has_a_name(make_window):
    window = make_window(folder="", settings=replace(Settings(), recent_folders=("/data/Ward 3",)))
    assert nameless(window) == []
    assert "Open folder…" in [name_of(widget) for widget in reachable(window)]


@pytest.mark.parametrize("page", ["Window", "Scoring", "Files", KEYS])
def test_everything_in_the_settings_has_a_name(make_window, qtbot, page):
    window = make_window()
    dialog = SettingsDialog(window.settings(), [CARD], window, window.dialogs.key_groups(), page)
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []


def test_everything_on_the_sheet_of_keys_has_a_name(make_window, qtbot):
    window = make_window()
    sheet = ShortcutsSheet(window.dialogs.shortcut_groups(), window)
    qtbot.addWidget(sheet)
    sheet.show()
    assert nameless(sheet) == []


@pytest.mark.parametrize(("language", "mirrored"), [("en", False), ("he", True)])
def test_tab_goes_through_the_settings_as_they_are_read(make_window, qtbot, speak, language, mirrored):
    speak(language)
    dialog = SettingsDialog(Settings(), [CARD])
    qtbot.addWidget(dialog)
    dialog.show()
    order = reachable(dialog)
    assert order[0] is dialog.search
    assert order[1] is dialog.pages
    rows = [row for row in dialog.rows.values() if row.isVisibleTo(dialog)]
    places = [order.index(row.editor.widget) for row in rows]
    assert places == sorted(places)
    assert (dialog.pages.mapTo(dialog, QPoint()).x() > rows[0].mapTo(dialog, QPoint()).x()) is mirrored


def test_tab_goes_from_the_bar_to_the_list_to_the_image_to_the_findings(make_window):
    window = make_window(entries([0.9, 0.5]))
    window.worklist.view.select_row(0)
    order = reachable(window)
    rows = [order.index(row) for row in window.findings.class_rows.findChildren(QAbstractButton) if row in order]
    places = [order.index(part) for part in (window.top.filter, window.worklist.view, window.viewer)]
    assert places == sorted(places)
    assert rows
    assert max(places) < min(rows)


# --- the focus can be seen


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_the_ring_of_the_focus_stands_out_from_what_is_round_it(theme):
    for surface in (theme.panel, theme.raised, theme.window):
        assert contrast(theme.accent, surface) >= 3
    # A primary button is of the accent's colour; its ring is that of the text.
    assert contrast(theme.text, theme.panel) >= 3


@pytest.mark.parametrize(
    "kind", ["QPushButton", "QToolButton", "QLineEdit", "QPlainTextEdit", "QComboBox", "QAbstractSpinBox"]
)
def test_the_stylesheet_has_a_ring_for_every_kind_that_takes_the_focus(kind):
    text = Template((paths.resources_dir() / "themes" / "window.qss").read_text(encoding="utf-8")).template
    assert f"{kind}:focus" in text


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize(
    "make",
    [
        lambda: QPushButton("Words"),
        lambda: QToolButton(text="Words"),
        lambda: QLineEdit("Words"),
        lambda: QPlainTextEdit("Words"),
        lambda: QCheckBox("Words"),
        QComboBox,
    ],
)
def test_a_widget_with_the_focus_looks_other_than_one_without(make_window, qtbot, theme, make):
    window = make_window(settings=replace(Settings(), theme=theme))
    widget, other = make(), QPushButton("Other")
    holder = QWidget(window)
    for number, part in enumerate((widget, other)):
        part.setParent(holder)
        part.setGeometry(0, 60 * number, 200, 40)
    holder.resize(220, 120)
    holder.show()
    other.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    without = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert widget.hasFocus()
    assert widget.grab().toImage() != without


def test_list_and_image_are_framed_where_a_key_brought_the_focus_and_not_where_the_mouse_did(make_window, qtbot):
    window = make_window(entries([0.9]))
    for part in (window.worklist.view, window.viewer):
        window.top.filter.setFocus(Qt.FocusReason.TabFocusReason)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        assert window.ring.isVisible()
        assert window.ring.geometry().size() == part.size()
        assert window.ring.geometry().topLeft() == part.mapTo(window, QPoint())
        window.top.filter.setFocus(Qt.FocusReason.TabFocusReason)
        assert not window.ring.isVisible()
        part.setFocus(Qt.FocusReason.MouseFocusReason)
        assert not window.ring.isVisible()
    window.top.filter.setFocus(Qt.FocusReason.TabFocusReason)
    window.viewer.setFocus(Qt.FocusReason.ShortcutFocusReason)
    before = window.ring.geometry()
    window.resize(window.width() + 100, window.height())
    qtbot.waitUntil(lambda: window.ring.geometry() != before, timeout=1000)
    assert window.ring.geometry().size() == window.viewer.size()


def test_no_list_of_the_window_traps_the_tab_key(make_window):
    window = make_window(entries([0.9]))
    for view in window.findChildren(QAbstractItemView):
        assert not view.tabKeyNavigation()
    assert not [slider for slider in window.findChildren(QSlider) if not slider.accessibleName()]
