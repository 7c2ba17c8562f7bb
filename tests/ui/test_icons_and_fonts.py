"""Icons of our own in the theme's colours, and the bundled family with figures of one width."""

import xml.etree.ElementTree as ElementTree

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QIcon

from cxr_desktop import paths
from cxr_desktop.ui import fonts, icons
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.theme import DARK

OURS = [name for name in sorted(p.stem for p in (paths.resources_dir() / "icons").glob("*.svg")) if name != "app"]


@pytest.mark.parametrize("name", OURS)
def test_icons_are_strokes_of_one_and_a_half_pixels_on_a_grid_of_20(name):
    root = ElementTree.parse(paths.resources_dir() / "icons" / f"{name}.svg").getroot()
    assert root.get("viewBox") == "0 0 20 20"
    assert root.get("stroke-width") == "1.5"
    assert root.get("stroke") == "currentColor"


@pytest.mark.parametrize("name", OURS)
def test_icons_draw_something_in_the_colour_asked_for_and_stay_inside(name, qapp):
    image = icons.pixmap(name, "#4C9FE6", 20, 2).toImage()
    drawn = [(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).alpha() > 200]
    assert drawn
    wanted = QColor("#4C9FE6").getRgb()[:3]
    for x, y in drawn:
        # Half-covered pixels are stored premultiplied and lose a step or two.
        assert all(abs(a - b) <= 3 for a, b in zip(image.pixelColor(x, y).getRgb()[:3], wanted, strict=True))
    # Nothing solid is cut off by the edge.
    assert not any(x in (0, 39) or y in (0, 39) for x, y in drawn)


def test_icons_are_sharp_on_screens_of_high_density(qapp):
    icon = icons.icon("search", DARK)
    assert max(size.width() for size in icon.availableSizes()) == 80
    assert icons.pixmap("search", "#FFFFFF", 20, 2).devicePixelRatio() == 2


def test_disabled_icons_are_greyed(qapp):
    normal = icons.icon("clear", DARK).pixmap(20, QIcon.Mode.Normal).toImage()
    disabled = icons.icon("clear", DARK).pixmap(20, QIcon.Mode.Disabled).toImage()
    assert normal != disabled
    assert QColor(DARK.tick).name() in {disabled.pixelColor(x, y).name() for x in range(20) for y in range(20)}


def test_an_icon_that_does_not_exist_is_an_error_and_not_an_empty_button(qapp):
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon", "#FFFFFF")


def test_the_program_has_an_icon(qapp):
    assert not icons.app_icon().isNull()


def test_the_bundled_family_is_used_in_both_weights(qapp):
    assert fonts.load_fonts()
    for semibold in (False, True):
        used = QFontInfo(fonts.font(TextSize.BODY, semibold))
        assert used.family() == "Inter"
        assert used.weight() == (QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
        assert used.pixelSize() == 13


@pytest.mark.parametrize("size", list(TextSize))
def test_figures_are_of_one_width(qapp, size):
    metrics = QFontMetricsF(fonts.font(size))
    assert {round(metrics.horizontalAdvance(digit * 4), 2) for digit in "0123456789"} == {
        round(metrics.horizontalAdvance("0000"), 2)
    }


def test_the_family_ships_with_its_licence():
    text = (paths.resources_dir() / "fonts" / "inter" / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "The Inter Project Authors" in text


def test_a_font_that_somebody_changes_is_nobody_elses(qapp):
    mine = fonts.font()
    mine.setPixelSize(99)
    assert fonts.font().pixelSize() == fonts.scaled(fonts.TextSize.BODY)
    assert fonts.font() == fonts.font()
