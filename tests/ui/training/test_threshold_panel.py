"""The threshold: every number is exact, the slider catches, few images are said plainly."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from cxr_desktop.domain.model_card import wilson_interval
from cxr_desktop.ui import wording
from cxr_desktop.ui.training.report_data import report_of
from cxr_desktop.ui.training.threshold_panel import ThresholdPanel
from tests.ui.training.reports import report


@pytest.fixture
def panel(qtbot) -> ThresholdPanel:
    made = ThresholdPanel()
    qtbot.addWidget(made)
    made.set_report(report_of(report()))
    return made


def test_it_begins_with_the_class_of_interest_at_95_percent_sensitivity(panel):
    assert panel.current_class() == "effusion"
    assert panel.texts()["threshold"] == "0.20"
    assert panel._snaps[0.95].isChecked()


def test_every_number_of_a_threshold_is_exact(panel):
    panel.snap(0.98)
    panel.set_prevalence(0.2)
    shown = panel.texts()
    assert (shown["tp"], shown["fn"], shown["fp"], shown["tn"]) == ("98", "2", "120", "280")
    assert shown["sensitivity"] == wording.with_interval(0.98, wilson_interval(98, 100))
    assert shown["sensitivity"] == "98\u00a0% [93–99]"
    assert shown["specificity"] == wording.with_interval(0.7, wilson_interval(280, 400))
    # At a prevalence of 20 %, PPV = .98·.2 / (.98·.2 + .3·.8) = 0.4495, NPV = .7·.8 / (.7·.8 + .02·.2) = 0.9929.
    assert (shown["ppv"], shown["npv"]) == ("45\u00a0%", "99.3\u00a0%")


def test_a_move_of_the_slider_moves_everything_and_tells(panel, qtbot):
    with qtbot.waitSignal(panel.point_changed) as told:
        panel.slider.setValue(5)
    assert told.args[0].threshold == 0.7
    shown = panel.texts()
    assert (shown["threshold"], shown["tp"], shown["fp"]) == ("0.70", "60", "4")
    assert not any(button.isChecked() for button in panel._snaps.values())


def test_arrow_keys_reach_every_row(panel, qtbot):
    before = panel.slider.value()
    qtbot.keyClick(panel.slider, Qt.Key.Key_Right)
    assert panel.slider.value() == before + 1


def test_a_drag_catches_at_a_snap_point_nearby(panel):
    many = {"threshold": [n / 100 for n in range(101)], "tp": [100 - n for n in range(101)], "fp": [50] * 101}
    many["fn"], many["tn"] = [100 - n for n in many["tp"]], [350] * 101
    panel.set_report(report_of(report(thresholds={"effusion": many, "normal": many})))
    panel.slider.sliderMoved.emit(4)
    assert panel.point().sensitivity == 0.95
    panel.slider.setValue(40)
    panel.slider.sliderMoved.emit(40)
    assert panel.slider.value() == 40


def test_nothing_called_has_no_predictive_value_and_says_so(panel):
    panel.slider.setValue(6)
    shown = panel.texts()
    assert shown["ppv"] == wording.BLANK
    assert shown["npv"] == "95\u00a0%"
    assert shown["specificity"].startswith("100\u00a0%")


def test_few_images_are_said_plainly(panel):
    few = {"threshold": [0.1, 0.5], "tp": [10, 8], "fn": [0, 2], "fp": [30, 10], "tn": [370, 390]}
    panel.set_report(report_of(report(thresholds={"effusion": few, "normal": few})))
    assert panel.texts()["few"] == "Only 10 images show it: one of them moves sensitivity by 10 points."
    panel.set_report(report_of(report()))
    assert panel.texts()["few"] == ""


def test_a_side_without_images_has_no_rate(panel):
    none = {"threshold": [0.1, 0.5], "tp": [0, 0], "fn": [0, 0], "fp": [30, 10], "tn": [370, 390]}
    panel.set_report(report_of(report(thresholds={"effusion": none, "normal": none})))
    shown = panel.texts()
    assert shown["sensitivity"] == shown["ppv"] == shown["npv"] == wording.BLANK
    assert "no image" in shown["few"]
    assert not any(button.isEnabled() for button in panel._snaps.values())


def test_another_class_brings_its_own_rows(panel, qtbot):
    with qtbot.waitSignal(panel.class_changed) as told:
        panel.classes.setCurrentIndex(0)
    assert told.args == ["normal"]
    assert panel.texts()["threshold"] == "0.20"


def test_a_report_without_thresholds_says_so(panel):
    panel.set_report(report_of(report(thresholds={})))
    assert panel.texts()["tp"] == wording.BLANK
    assert "no thresholds" in panel.texts()["few"]
    assert not panel.slider.isEnabled()
