"""The window in four languages: whole, mirrored where it is read from the right, figures Latin, images as they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QSpinBox

from cxr_desktop.settings import Settings
from cxr_desktop.ui import languages, wording
from cxr_desktop.ui.bars import Bar, paint_bar
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.languages import language_of
from cxr_desktop.ui.scroll_area import OverlayBar
from cxr_desktop.ui.settings_dialog import SettingsDialog
from cxr_desktop.ui.theme import DARK
from tests.packaging.test_translations import translations
from tests.ui.entries import entries, entry, header, refused_entry
from tests.ui.shown_words import all_words

OTHERS = ("fa", "he", "zh_TW")


@pytest.mark.parametrize(
    ("tags", "language"),
    [
        (["fa-IR"], "fa"), (["he-IL"], "he"), (["iw"], "he"), (["zh-Hant-TW"], "zh_TW"), (["zh_TW"], "zh_TW"),
        (["zh-HK"], "zh_TW"), (["zh-CN"], "en"), (["de-DE", "he-IL"], "he"), (["de-DE"], "en"), (["C"], "en"),
        ([], "en"),
    ],
)  # fmt: skip
def test_the_language_of_the_system_is_taken_where_it_is_ours(monkeypatch, tags, language):
    class System:
        def uiLanguages(self):
            return tags

    monkeypatch.setattr(languages.QLocale, "system", System)
    assert language_of("system") == language
    assert language_of("fa") == "fa"


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_of_the_window_stays_english(make_window, speak, language):
    window = make_window([entry(0, 0.94), refused_entry(1)], replace(Settings(), language=language))
    window.worklist.view.select_key(entry(0).key)
    known = translations.read(language)
    english = {message.source.replace("&", "") for message, forms in known.items() if forms != [message.source]}
    same = {form.replace("&", "") for forms in known.values() for form in forms}
    left = {words for _where, words in all_words(window) if words.replace("&", "") in english - same}
    assert not left


@pytest.mark.parametrize(("language", "mirrored"), [("en", False), ("zh_TW", False), ("fa", True), ("he", True)])
def test_the_layout_is_mirrored_and_the_image_never_is(make_window, speak, language, mirrored):
    window = make_window(entries([0.9]), replace(Settings(), language=language))
    right = Qt.LayoutDirection.RightToLeft
    assert (QApplication.layoutDirection() is right) is mirrored
    assert window.viewer.layoutDirection() is Qt.LayoutDirection.LeftToRight
    list_at, image_at = (window.splitter.widget(n).x() for n in (0, 1))
    assert (list_at > image_at) is mirrored


@pytest.mark.parametrize("language", ["en", "he"])
def test_a_bar_of_probability_grows_to_the_right_in_every_language(speak, language):
    speak(language)
    image = QImage(100, 10, QImage.Format.Format_RGB32)
    image.fill(QColor(DARK.panel))
    painter = QPainter(image)
    paint_bar(painter, QRectF(0, 2, 100, 6), Bar(0.25), DARK)
    painter.end()
    assert image.pixelColor(12, 5).name().upper() == DARK.text_second
    assert image.pixelColor(80, 5).name().upper() == DARK.track


@pytest.mark.parametrize("language", ["en", *OTHERS])
def test_figures_are_latin_in_fields_and_words(qtbot, speak, language):
    speak(language)
    box = QSpinBox()
    qtbot.addWidget(box)
    box.setMaximum(9999)
    box.setValue(1234)
    assert box.text() == "1234"
    assert QLocale().toString(0.5) == "0.5"
    assert "98" in wording.percent(0.98)
    assert "0.94" in wording.probability(0.94)


def test_names_dates_and_ranges_keep_their_order_in_a_line_from_the_right(speak):
    assert wording.with_interval(0.98, (0.93, 0.99)) == "98\u00a0% [93–99]"
    speak("he")
    study = entry(0, 0.9)
    for words in (
        wording.with_interval(0.98, (0.93, 0.99)),
        wording.patient_title(study, False),
        wording.patient_details(study, False),
        wording.study_moment(header("/a"), wording.day("20200101")),
    ):
        assert words[0] in "\u2066\u2068"
        assert words[-1] == "\u2069"
    assert languages.left_to_right("") == ""


def test_a_part_stands_mirrored_in_its_whole_only_where_the_window_does(speak):
    part, whole = QRectF(2, 0, 10, 5), QRectF(0, 0, 100, 5)
    assert languages.mirrored(part, whole) == part
    speak("fa")
    assert languages.mirrored(part, whole) == QRectF(88, 0, 10, 5)


def test_a_language_may_be_worn_again_and_again(speak, qapp):
    assert speak("fa")
    assert not speak("fa")
    assert wording.read_state(entry(0).read_state) == "نخوانده"
    assert speak("zh_TW")
    assert wording.read_state(entry(0).read_state) == "未判讀"
    assert speak("en")
    assert wording.read_state(entry(0).read_state) == "Unread"
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_languages_go_by_their_own_names_in_the_settings(make_window, qtbot, speak):
    from cxr_desktop.ui.settings_dialog import SettingsDialog

    speak("he")
    dialog = SettingsDialog(Settings())
    qtbot.addWidget(dialog)
    box = dialog.editor("language")
    names = [box.itemText(row) for row in range(box.count())]
    assert names[1:] == ["English", "فارسی", "עברית", "繁體中文"]


@pytest.mark.parametrize("language", ["fa", "he"])
def test_lines_that_wrap_begin_at_the_right_edge_and_lose_no_letter_at_the_left(speak, language):
    speak(language)
    word = {"fa": "نقشه؛", "he": "המפה;"}[language]
    for width in range(150, 210, 4):
        wrapped = label(f"{word} " * 7, wrap=True)
        wrapped.setStyleSheet("background: white; color: black")
        wrapped.resize(width, wrapped.heightForWidth(width))
        painted = wrapped.grab().toImage()
        line = wrapped.fontMetrics().lineSpacing()
        rows, columns = range(painted.height()), range(painted.width())
        ink = [(x, y // line) for y in rows for x in columns if painted.pixelColor(x, y).lightness() < 100]
        assert min(x for x, _line in ink) > 0, width
        full = [which for which in range(len(rows) // line) if sum(at == which for _x, at in ink) > 60]
        begins = [max(x for x, at in ink if at == which) for which in full]
        assert len(begins) > 1
        assert max(begins) - min(begins) <= 1, (width, begins)


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_scroll_bar_lies_on_no_control_of_the_settings(speak, qtbot, language):
    speak(language)
    dialog = SettingsDialog(replace(Settings(), language=language), [])
    qtbot.addWidget(dialog)
    dialog.resize(760, 300)
    dialog.show()
    bars = [bar for bar in dialog.findChildren(OverlayBar) if bar.isVisible()]
    assert bars
    for bar in bars:
        over = bar.geometry().translated(bar.parentWidget().mapTo(dialog, QPoint()))
        area = bar.parentWidget()
        for button in area.findChildren(QAbstractButton):
            if button.isVisible():
                at = button.rect().translated(button.mapTo(dialog, QPoint()))
                assert not (at.left() <= over.right() and at.right() >= over.left()), button.toolTip()
