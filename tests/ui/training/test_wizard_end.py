"""The second half of the wizard in its frame: where its pages stand, what they tell, and closing a running training."""

from __future__ import annotations

import pytest

from cxr_desktop.ui.training.calibrate_page import CalibratePage
from cxr_desktop.ui.training.page import Page
from cxr_desktop.ui.training.publish_page import PublishPage
from cxr_desktop.ui.training.wizard import TrainingWizard, WizardParts
from tests.ui.training.fake_command import FakeCommand
from tests.ui.training.fake_run import FakeRun


@pytest.fixture
def wizard(qtbot, tmp_path) -> TrainingWizard:
    made = TrainingWizard(WizardParts(command_factory=FakeCommand, run_factory=lambda: FakeRun(tmp_path)))
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("number", "kind"), [(Page.PUBLISH, PublishPage), (Page.CALIBRATE, CalibratePage)])
def test_a_new_model_and_the_wish_to_use_it_are_told_by_the_wizard(wizard, qtbot, number, kind):
    page = wizard.page(number)
    assert isinstance(page, kind)
    with qtbot.waitSignal(wizard.model_published) as published:
        page.model_published.emit("ours")
    with qtbot.waitSignal(wizard.use_model_requested) as wanted:
        page.use_model_requested.emit("ours")
    assert published.args == wanted.args == ["ours"]


def test_a_training_that_shall_go_on_is_not_asked_about(wizard, qtbot):
    wizard.run.enter("running")
    wizard.running.keep.setChecked(True)
    with qtbot.waitSignal(wizard.closing):
        wizard.close()
    assert ("leave",) in wizard.run.calls
    assert ("stop",) not in wizard.run.calls
