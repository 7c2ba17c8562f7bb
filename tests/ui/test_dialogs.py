"""Dialogs: the notice must be accepted, settings come from their own metadata, no key is invented (PySide6)."""

from __future__ import annotations

from dataclasses import field, fields, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QSpinBox

from cxr_desktop.settings import SECTIONS, Settings
from cxr_desktop.ui.about_dialog import PACKAGES, AboutDialog, version_of
from cxr_desktop.ui.error_banner import ErrorBanner
from cxr_desktop.ui.notice_dialog import NoticeDialog
from cxr_desktop.ui.setting_editors import editor_for, value_words
from cxr_desktop.ui.settings_dialog import SettingsDialog
from cxr_desktop.ui.shortcuts_sheet import ShortcutsSheet, keys_of, rows_of
from cxr_desktop.ui.window_dialogs import with_suffix
from tests.ui.entries import CARD


@pytest.fixture
def dialog(qtbot) -> SettingsDialog:
    shown = SettingsDialog(Settings(), [CARD])
    qtbot.addWidget(shown)
    return shown


def test_every_setting_that_is_not_hidden_has_an_editor(dialog):
    shown = {spec.name for spec in fields(Settings) if not spec.metadata.get("hidden")}
    assert set(dialog.rows) == shown
    assert all(dialog.editor(name).accessibleName() for name in shown)


def test_settings_that_were_not_touched_are_the_same(dialog):
    assert dialog.settings() == Settings()
    odd = replace(Settings(), prevalence=0.0123, overlay_opacity=0.4567, recent_folders=("/a",))
    assert SettingsDialog(odd).settings() == odd


def test_changes_are_read_back_in_their_own_units(dialog):
    def edit(name: str, kind: type):
        editor = dialog.editor(name)
        assert isinstance(editor, kind)
        return editor

    edit("theme", QComboBox).setCurrentIndex(1)
    edit("compact_rows", QCheckBox).setChecked(True)
    edit("model", QComboBox).setCurrentIndex(1)
    edit("prevalence", QDoubleSpinBox).setValue(12.5)
    edit("max_file_megabytes", QSpinBox).setValue(2048)
    changed = dialog.settings()
    assert (changed.theme, changed.compact_rows, changed.model) == ("light", True, "triage-1")
    assert (changed.prevalence, changed.max_file_megabytes) == (0.125, 2048)


def test_numbers_keep_to_their_limits(dialog):
    editor = dialog.editor("seconds_per_file")
    editor.setValue(100000)
    assert dialog.settings().seconds_per_file == 600


def test_settings_are_found_by_what_they_are_called_and_what_they_do(qtbot, dialog):
    dialog.show()

    def seen() -> set[str]:
        return {name for name, row in dialog.rows.items() if row.isVisible()}

    window_page = {"language", "theme", "text_percent", "compact_rows", "tray_messages", "image_on_second_screen"}
    assert seen() == window_page
    dialog.show_page("Files")
    files = {"max_megapixels", "max_file_megabytes", "seconds_per_file", "engine_gigabytes", "watch_folder"}
    assert seen() == files
    dialog.search.setText("heat map")
    assert seen() == {
        "overlay_opacity", "overlay_below_operating_point", "overlay_colours", "overlay_outline_only",
        "overlay_boxes", "blind_first",
    }  # fmt: skip
    dialog.search.setText("no such thing")
    assert seen() == set()
    assert dialog._nothing.isVisible()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.search.text() == ""
    assert "seconds_per_file" in seen()


def test_every_page_has_settings_and_every_setting_a_page(dialog):
    on_pages = [row for section in SECTIONS for row in dialog._rows_of(section)]
    assert sorted(row.spec.name for row in on_pages) == sorted(dialog.rows)
    assert all(dialog._rows_of(section) for section in SECTIONS)


def test_a_setting_goes_back_to_its_default_by_a_button_that_names_it(qtbot):
    shown = SettingsDialog(replace(Settings(), prevalence=0.2, theme="light", text_percent=130), [CARD])
    qtbot.addWidget(shown)
    for name, words in (("prevalence", "5\u00a0%"), ("theme", "Dark"), ("text_percent", "100\u00a0%")):
        row = shown.rows[name]
        assert row.back.isEnabled()
        assert row.back.toolTip() == f"Back to {words}"
        row.back.click()
        assert not row.back.isEnabled()
    assert shown.settings() == Settings()
    assert not shown.rows["model"].back.isEnabled()


@pytest.mark.parametrize(
    ("value", "about", "other"),
    [
        (True, {}, False),
        (5, {"minimum": 0, "maximum": 9}, 7),
        (115, {"choices": (100, 115), "unit": "%"}, 100),
        ("a", {"choices": ("a", "b")}, "b"),
        (0.25, {"minimum": 0.0, "maximum": 1.0}, 0.5),
        (2.5, {"minimum": 0.0, "maximum": 24.0, "unit": "h"}, 4.25),
        ("Dr Doe", {}, "Dr Roe"),
        (("one", "two"), {}, ("three",)),
    ],
)
def test_there_is_an_editor_for_every_kind_of_value(qtbot, value, about, other):
    spec = field(default=value, metadata={"title": "Title", **about})
    spec.name = "thing"
    editor = editor_for(spec, value)
    qtbot.addWidget(editor.widget)
    heard = []
    editor.heard(lambda *_: heard.append(editor.read()))
    assert editor.read() == value
    editor.show(other)
    assert heard[-1] == other
    assert value_words(spec, value)


def test_a_kind_without_an_editor_is_an_error(qapp):
    spec = field(default=None, metadata={"title": "Title"})
    spec.name = "thing"
    with pytest.raises(TypeError, match="thing"):
        editor_for(spec, None)


def test_a_model_that_is_not_there_now_is_not_lost(qtbot):
    settings = replace(Settings(), model="my-own")
    shown = SettingsDialog(settings, [CARD])
    qtbot.addWidget(shown)
    assert shown.settings().model == "my-own"


def test_no_word_of_the_settings_is_cut_off(qtbot, dialog):
    from PySide6.QtWidgets import QLabel

    dialog.show()
    for words in dialog.findChildren(QLabel):
        assert words.width() >= words.sizeHint().width(), words.text()


def test_the_notice_is_accepted_by_its_button_and_refused_by_closing(qtbot):
    for accept in (True, False):
        notice = NoticeDialog()
        qtbot.addWidget(notice)
        notice.open()
        if accept:
            qtbot.mouseClick(notice.agree, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(notice, Qt.Key.Key_Escape)
        assert notice.result() == int(accept)


def test_the_notice_says_what_must_be_said(qtbot):
    from PySide6.QtWidgets import QLabel

    notice = NoticeDialog()
    qtbot.addWidget(notice)
    words = " ".join(part.text() for part in notice.findChildren(QLabel))
    for phrase in (
        "Research use only. Not for primary diagnosis.",
        "Not a medical device",
        "COVID-19, pneumonia, tuberculosis and normal",
        "Nothing leaves this computer",
    ):
        assert phrase in words


def test_the_sheet_reads_keys_from_the_actions(qapp):
    named = QAction("&Mark read and next…")
    named.setShortcuts(["Ctrl+Return", "Ctrl+Enter"])
    silent = QAction("Silent")
    assert keys_of(named) == "Ctrl+Enter"
    assert rows_of([named, silent]) == [("Ctrl+Enter", "Mark read and next")]


def test_the_sheet_shows_every_group(qtbot):
    from PySide6.QtWidgets import QLabel

    sheet = ShortcutsSheet([("Study", [("N", "Next study")]), ("Mouse", [("Wheel", "Next image")])])
    qtbot.addWidget(sheet)
    words = [part.text() for part in sheet.findChildren(QLabel)]
    assert {"STUDY", "Next study", "N", "MOUSE", "Wheel"} <= set(words)


def test_about_names_versions_the_model_and_the_use(qtbot):
    shown = AboutDialog(CARD)
    qtbot.addWidget(shown)
    facts = shown.facts()
    assert facts["pydicom"] == version_of("pydicom")
    assert facts["Model"] == "Triage model 1.2"
    assert set(PACKAGES) <= set(facts)
    assert version_of("no-such-package") == "not installed"


def test_the_banner_says_one_sentence_and_offers_a_way_out(qtbot):
    banner = ErrorBanner()
    qtbot.addWidget(banner)
    assert banner.message() == ""
    acted = []
    banner.show_message("The folder can no longer be read.", "Try again", lambda: acted.append(True))
    assert banner.message() == "The folder can no longer be read."
    qtbot.mouseClick(banner._way_out, Qt.MouseButton.LeftButton)
    assert acted == [True]
    assert banner.message() == ""
    banner.show_message("Something else.")
    assert not banner._way_out.isVisible()


@pytest.mark.parametrize(
    ("path", "kind", "saved"),
    [
        ("/a/b", "csv", "/a/b.csv"),
        ("/a/b.csv", "csv", "/a/b.csv"),
        ("/a/b.CSV", "csv", "/a/b.CSV"),
        ("/a/v1.2", "html", "/a/v1.2.html"),
    ],
)
def test_exports_get_the_suffix_of_their_kind(path, kind, saved):
    assert with_suffix(path, kind) == saved
