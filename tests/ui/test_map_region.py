"""The heat map names its place in the lungs, and warns where it lies elsewhere (numpy maps, pytest-qt)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungZone
from cxr_desktop.domain.prediction import Finding, SaliencyMap
from cxr_desktop.settings import Settings
from cxr_desktop.ui import map_region_words as words
from cxr_desktop.ui.findings_panel import FindingsPanel
from tests.ui.entries import CARD, entry, lungs

GAP = "\u00a0"
SIDE = 640


def at(x: float, y: float) -> SaliencyMap:
    """Evidence at one place, given as shares of the image."""
    cells = np.zeros((16, 16), dtype="<f4")
    cells[int(y * 16), int(x * 16)] = 1.5
    return SaliencyMap(Finding.COVID19, 16, 16, cells.tobytes(), Affine(a=SIDE / 16, e=SIDE / 16))


def study(*maps: SaliencyMap, risk: float = 0.94, found=None):
    plain = entry(0, risk)
    image = plain.leading
    result = replace(image.prediction, maps=maps, lungs=found)
    return plain.with_image(replace(image, prediction=result))


@pytest.fixture
def panel(qtbot) -> FindingsPanel:
    shown = FindingsPanel()
    shown.resize(338, 900)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_the_sentence_names_region_share_and_what_lies_outside():
    shares = dict.fromkeys(LungZone, 0.0)
    shares |= {LungZone.RIGHT_LOWER: 0.62, LungZone.LEFT_LOWER: 0.3, LungZone.OUTSIDE: 0.08}
    assert words.region_sentence(shares) == (
        f"Main region: right lower zone, 62{GAP}% of the map; 8{GAP}% outside the lungs."
    )
    shares |= {LungZone.RIGHT_LOWER: 0.5, LungZone.LEFT_LOWER: 0.42}
    assert words.region_sentence(shares).startswith(f"Main region: both lower zones, 92{GAP}% of the map")
    outside = {LungZone.OUTSIDE: 0.97, LungZone.RIGHT_LOWER: 0.03}
    assert words.region_sentence(outside) == f"Main region: outside the lungs, 97{GAP}% of the map."
    assert words.region_sentence({}) == ""


@pytest.mark.parametrize(("outside", "warned"), [(0.0, False), (0.5, False), (0.51, True), (1.0, True)])
def test_more_than_half_outside_is_warned_of(outside, warned):
    shares = {LungZone.OUTSIDE: outside, LungZone.LEFT_UPPER: 1 - outside}
    assert bool(words.outside_warning(shares)) is warned


def test_the_panel_names_the_region_of_the_chosen_class_and_stays_quiet_about_the_rest(panel):
    other = replace(at(0.7, 0.3), finding=Finding.PNEUMONIA)
    panel.set_entry(study(at(0.3, 0.7), other, found=lungs(SIDE, SIDE)), CARD)
    assert panel.heat_map.region()[0].startswith("Main region: right lower zone, ")
    assert panel.heat_map.region()[1] == ""
    assert not panel.heat_map._warning.isVisible()
    panel.heat_map.set_below(True)
    panel.select_finding(Finding.PNEUMONIA)
    assert panel.heat_map.region()[0].startswith("Main region: left upper zone, ")


def test_a_map_outside_the_lungs_is_warned_of_where_the_map_is(panel):
    panel.set_entry(study(at(0.03, 0.03), found=lungs(SIDE, SIDE)), CARD)
    assert panel.heat_map.region()[1] == (
        "Much of this map lies outside the lungs: it may show the hospital rather than the disease."
    )
    assert panel.heat_map._warning.isVisible()


@pytest.mark.parametrize(
    "shown",
    [
        study(at(0.3, 0.7)),
        study(found=lungs(SIDE, SIDE)),
        study(at(0.03, 0.03), risk=0.05, found=lungs(SIDE, SIDE)),
    ],
)
def test_without_lungs_without_a_map_and_for_a_map_that_is_not_drawn_nothing_is_said(panel, shown):
    panel.set_entry(shown, CARD)
    assert panel.heat_map.region() == ("", "")


def test_the_outline_is_off_at_first_and_remembered_once_it_was_asked_for(qtbot, make_window):
    window = make_window([study(at(0.3, 0.7), found=lungs(SIDE, SIDE))])
    assert not Settings().lung_outline
    assert not window.viewer.reading.lungs.visible
    with qtbot.waitSignal(window.settings_changed) as told:
        window.viewer.viewer_actions["lungs"].trigger()
    assert told.args[0].lung_outline
    window.set_settings(replace(window.settings(), lung_outline=False))
    assert not window.viewer.reading.lungs.visible
    assert not window.viewer.viewer_actions["lungs"].isChecked()
