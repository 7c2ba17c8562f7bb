"""The themes: every word can be read, colours mean the same in both, the stylesheet has no role without a colour."""

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSlider

from cxr_desktop import paths
from cxr_desktop.domain.prediction import RiskBand
from cxr_desktop.ui.theme import DARK, LIGHT, Theme, contrast, palette, stylesheet, theme_named

SURFACES = ("window", "panel", "raised")
WORDS = ("text", "text_second", "text_faint", "accent", "risk_above", "risk_between", "risk_below")


def test_contrast_of_black_on_white_is_21():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("word", WORDS)
def test_everything_that_must_be_read_has_a_contrast_of_4_5(theme, surface, word):
    assert contrast(getattr(theme, word), getattr(theme, surface)) >= 4.5


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_words_on_a_selected_or_hovered_row_and_on_a_primary_button_can_be_read(theme):
    for word in ("text", "text_second", "text_faint", "risk_between"):
        assert contrast(getattr(theme, word), theme.selection) >= 4.5
        assert contrast(getattr(theme, word), theme.hover) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_bars_stand_out_from_their_track_and_ticks_from_the_panel(theme):
    for band in RiskBand:
        assert contrast(theme.mark(band), theme.track) >= 3
        assert contrast(theme.mark(band), theme.panel) >= 3
    assert contrast(theme.mark(None), theme.track) >= 3
    assert contrast(theme.tick, theme.panel) >= 3
    assert contrast(theme.accent, theme.panel) >= 3


def test_the_dark_theme_has_the_colours_of_the_look():
    assert (DARK.risk_above, DARK.risk_between, DARK.risk_below) == ("#E5634D", "#E0A33B", "#4BA38B")
    assert (DARK.window, DARK.panel, DARK.raised, DARK.line) == ("#0F1215", "#161A1F", "#1D232A", "#2A313A")
    assert (DARK.text, DARK.text_second, DARK.accent) == ("#E6EAEE", "#9AA5B1", "#4C9FE6")


def test_a_value_without_an_operating_point_has_no_colour():
    assert DARK.mark(None) == DARK.text_second


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_the_stylesheet_fills_every_role_and_names_only_images_that_ship(theme, qapp):
    text = stylesheet(theme)
    assert "$" not in text
    folder = paths.resources_dir() / "themes"
    for part in text.split("url(")[1:]:
        assert part.split(")")[0].startswith(folder.as_posix())
        assert (folder / part.split(")")[0].rsplit("/", 1)[1]).is_file()
    assert "font" not in text.split("*/", 1)[1]


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_tinted_images_of_the_stylesheet_wear_the_colours_of_their_theme(theme):
    known = {getattr(theme, field.name) for field in fields(Theme)}
    for file in (paths.resources_dir() / "themes").glob(f"*-{theme.name}.svg"):
        strokes = {part.split('"')[0] for part in file.read_text(encoding="utf-8").split('stroke="')[1:]}
        assert strokes <= known, file.name


def test_an_unknown_theme_is_the_dark_one():
    assert theme_named("sepia") is DARK
    assert theme_named("light") is LIGHT


def test_the_palette_agrees_with_the_roles(qapp):
    colours = palette(LIGHT)
    assert colours.color(QPalette.ColorRole.Window).name().upper() == LIGHT.panel
    assert colours.color(QPalette.ColorRole.Highlight).name().upper() == LIGHT.accent


@pytest.mark.parametrize(("language", "filled_at"), [("en", 4), ("he", 96)])
def test_a_slider_is_filled_from_the_side_where_reading_begins(qapp, qtbot, speak, language, filled_at):
    speak(language)
    qapp.setStyleSheet("")  # that of a window of another language would fill the other side too
    slider = QSlider(Qt.Orientation.Horizontal)
    qtbot.addWidget(slider)
    slider.setStyleSheet(stylesheet(DARK))
    slider.setRange(0, 100)
    slider.setValue(40)
    slider.resize(100, 20)
    picture = slider.grab().toImage()
    accented = [x for x in range(100) if picture.pixelColor(x, 10).name() == DARK.accent.lower()]
    assert filled_at in accented
    assert 100 - filled_at not in accented
