"""Calibration for a site: no training, a copy under a free name, what changed with intervals, then the guard."""

from __future__ import annotations

import pytest

from cxr_desktop import paths
from cxr_desktop.engine.checkpoint import list_models
from cxr_desktop.ui.training.calibrate_page import CalibratePage
from cxr_desktop.ui.training.notes import Kind
from cxr_desktop.ui.training.state import CALIBRATE, WizardState
from tests.ui.training.fake_command import FakeCommand
from tests.ui.training.fake_guard import FakeGuard
from tests.ui.training.reports import report


@pytest.fixture
def command() -> FakeCommand:
    return FakeCommand()


@pytest.fixture
def page(qtbot, command) -> CalibratePage:
    models = list_models(paths.checkpoint_dirs())
    made = CalibratePage(WizardState(mode=CALIBRATE, data="/ours"), lambda: command, FakeGuard(7), models)
    qtbot.addWidget(made)
    made.initializePage()
    made.show()
    return made


def calibrated(page: CalibratePage, command: FakeCommand) -> None:
    page.go.click()
    command.write_json(report())
    command.tell("calibrated", name="triage-site", folder="/models/triage-site")
    command.end()


def test_models_that_read_radiographs_may_be_chosen_and_the_copy_has_a_free_name(page):
    names = [page.model.itemData(row) for row in range(page.model.count())]
    assert names[0] == "triage"  # the default one
    assert set(names) >= {"triage", "densenet121", "squeezenet"}
    assert page.name.text() == "triage-site"
    assert page.go.isEnabled()


def test_the_command_is_that_of_the_terminal(page, command):
    page.go.click()
    assert command.calls[0][:6] == ["calibrate", "triage", "--data", "/ours", "--name", "triage-site"]
    assert not page.isComplete()
    page.close_down()


def test_it_shows_what_changed(page, command, qtbot):
    with qtbot.waitSignal(page.model_published) as told:
        calibrated(page, command)
    assert told.args == ["triage-site"]
    result = page._result
    assert result.facts.texts() == {
        "Images": "500",
        "Sorts by": "Pleural effusion",
        "Temperature": "1.00 → 1.30",
        "Calibration error (ECE)": "0.081 → 0.032",
    }
    assert result.points.texts() == [
        [
            "Pleural effusion: 100 with, 400 without",
            "98\u00a0% sens.",
            "0.10",
            "98\u00a0% [93–99]",
            "70\u00a0% [65–74]",
        ],
        [
            "Pleural effusion: 100 with, 400 without",
            "90\u00a0% sens.",
            "0.40",
            "90\u00a0% [83–94]",
            "95\u00a0% [92–97]",
        ],
    ]
    assert result.notes.notes() == ((Kind.WARNING, "Every effusion comes from one hospital."),)
    assert page.guard.isVisible()
    assert page.isComplete()


def test_use_goes_up_to_the_wizard(page, command, qtbot):
    calibrated(page, command)
    with qtbot.waitSignal(page.use_model_requested) as told:
        page.guard.use.click()
    assert told.args == ["triage-site"]


def test_a_failure_is_told_and_nothing_is_shown(page, command):
    page.go.click()
    command.end(False, "Calibration needs labelled images of at least two classes.")
    assert page.notes.notes() == ((Kind.ERROR, "Calibration needs labelled images of at least two classes."),)
    assert page.go.isEnabled()
    assert not page.guard.isVisible()


def test_a_taken_name_is_refused(page):
    page.name.setText("triage")
    assert page._name_field.problem() == "A model that comes with the program has this name."
    assert not page.go.isEnabled()


def test_without_a_model_there_is_nothing_to_calibrate(qtbot, command):
    page = CalibratePage(WizardState(), lambda: command)
    qtbot.addWidget(page)
    assert not page.go.isEnabled()
    assert page.notes.notes()[0][1] == "No model is installed that could be calibrated."
