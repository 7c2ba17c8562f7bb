"""A wizard whose children and whose run are played by hand, closed again after each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture
def make_wizard(qtbot, tmp_path) -> Iterator:
    """``make_wizard(**parts)``; the catalogue is there already, nothing runs."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from cxr_desktop.ui.training.wizard import TrainingWizard, WizardParts
    from tests.ui.training.documents import catalogue
    from tests.ui.training.fake_command import Factory
    from tests.ui.training.fake_run import FakeRun

    def make(**parts):
        factory = Factory()
        run = FakeRun(tmp_path / "run")
        given = WizardParts(command_factory=factory, run_factory=lambda: run, runs_dir=tmp_path / "runs", **parts)
        wizard = TrainingWizard(given)
        # A run that goes on would be asked about, and nobody is there to answer.
        qtbot.addWidget(wizard, before_close_func=lambda _wizard: setattr(run, "state", ""))
        wizard.factory, wizard.fake_run = factory, run
        wizard.recipe.command.say(catalogue())
        wizard.recipe.command.end()
        wizard.show()
        return wizard

    yield make
    # Closed by now. Without an event loop nothing deletes them, and every change of theme would repaint them all.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def wizard(make_wizard):
    """With nothing chosen yet."""
    return make_wizard()


@pytest.fixture
def with_data(wizard, tmp_path):
    """Data were looked at and are fine."""
    from tests.ui.training.documents import inspection

    wizard.data.choose(str(tmp_path))
    wizard.data.command.write_json(inspection())
    wizard.data.command.end()
    return wizard
