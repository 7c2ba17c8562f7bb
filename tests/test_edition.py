"""Without torch and its relatives the program reads and scores, and says plainly what it cannot do."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from cxr_desktop import edition
from cxr_desktop.domain.errors import DeviceError
from cxr_desktop.engine import device, explainer
from cxr_desktop.engine.device import DeviceChoice
from tests.builders import picture, write_png
from tests.conftest import QT_MISSING


@pytest.fixture
def triage_edition(monkeypatch):
    """The import system's own way to say that a package is not there."""
    for package in (*edition.TRAINING_PACKAGES, "pytorch_grad_cam"):
        monkeypatch.setitem(sys.modules, package, None)


def run_without_torch(*lines: str) -> subprocess.CompletedProcess[str]:
    """Python in a process of its own in which every training package is missing."""
    absent = (*edition.TRAINING_PACKAGES, "pytorch_grad_cam", "timm", "optuna", "pyarrow", "tensorboardX")
    code = "\n".join(("import sys", f"sys.modules.update(dict.fromkeys({absent!r}))", *lines))
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_the_full_edition_lacks_nothing():
    assert edition.missing() == ()
    assert edition.why_no_training() == ""


def test_the_triage_edition_says_what_it_is_and_what_is_not_there(triage_edition):
    assert edition.missing() == edition.TRAINING_PACKAGES
    assert edition.why_no_training().startswith(edition.CANNOT_TRAIN)
    assert "torch, torchvision" in edition.why_no_training()


def test_a_package_that_something_loaded_without_a_specification_is_there(monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", type(sys)("torch"))
    assert edition.has("torch")


@pytest.mark.parametrize("wanted", ["auto", "cpu"])
def test_the_triage_edition_computes_on_the_processor_beside_a_graphics_card(triage_edition, monkeypatch, wanted):
    monkeypatch.setattr(device, "cuda_device_count", lambda: 1)
    monkeypatch.setattr(device, "has_mps", lambda: True)
    assert device.choose(wanted) == DeviceChoice("openvino", "cpu", chosen=wanted == "cpu")


@pytest.mark.parametrize("wanted", ["cuda", "mps"])
def test_a_graphics_card_chosen_by_name_is_refused_with_the_way_out(triage_edition, monkeypatch, wanted):
    monkeypatch.setattr(device, "cuda_device_count", lambda: 1)
    with pytest.raises(DeviceError, match="full edition"):
        device.choose(wanted)


def test_slow_heat_maps_are_not_offered(triage_edition):
    assert not explainer.has_library()


@pytest.mark.parametrize("command", ["train triage_resnet18", "evaluate triage", "calibrate triage --name site"])
def test_a_command_of_training_ends_with_one_sentence_and_one_event(triage_edition, capsys, tmp_path, command):
    from training.__main__ import main

    assert main([*command.split(), "--data", str(tmp_path), "--json-events"]) == 1
    told = capsys.readouterr()
    assert told.err.strip() == edition.why_no_training()
    assert [json.loads(line)["event"] for line in told.out.splitlines()] == ["failed"]


def test_importing_a_model_is_refused_with_the_way_out(triage_edition, tmp_path):
    from typer.testing import CliRunner

    from cxr_desktop.commands import app

    result = CliRunner().invoke(app, ["import-model", str(tmp_path / "w.pt"), "--card", str(tmp_path / "card.json")])
    assert result.exit_code == 2
    assert "Install the full edition to import a model." in result.output


def test_recipes_and_data_sets_can_be_looked_at_in_every_edition(tmp_path):
    for name in ("normal", "covid"):
        (tmp_path / name).mkdir()
        write_png(tmp_path / name / "film.png", picture(64, 64, 8))
    done = run_without_torch(
        "from training.__main__ import main",
        "assert main(['recipes']) == 0",
        f"assert main(['inspect', '--data', {str(tmp_path)!r}, '--recipe', 'triage_resnet18']) == 0",
    )
    assert done.returncode == 0, done.stderr


def test_what_scores_exports_and_shows_imports_without_them():
    rooms = ["cxr_desktop.engine.scorer", "cxr_desktop.engine.backend_openvino", "cxr_desktop.export.child"]
    rooms += ["cxr_desktop.headless", "cxr_desktop.triage_run", "cxr_desktop.imaging.decoder_child"]
    done = run_without_torch("import importlib", f"for room in {rooms!r}: importlib.import_module(room)")
    assert done.returncode == 0, done.stderr


@pytest.mark.window
@pytest.mark.skipif(bool(QT_MISSING), reason=f"Qt's libraries are missing: {QT_MISSING}")
def test_the_window_greys_training_and_the_entry_says_why(triage_edition, qtbot):
    from PySide6.QtWidgets import QWidget

    from cxr_desktop.ui.window_actions import WindowActions

    window = QWidget()
    qtbot.addWidget(window)
    training = WindowActions(window)["training"]
    assert not training.isEnabled()
    assert "full edition" in training.text()
    assert "Install the full edition to train" in training.toolTip()
    assert training.shortcut().isEmpty()


@pytest.mark.window
@pytest.mark.skipif(bool(QT_MISSING), reason=f"Qt's libraries are missing: {QT_MISSING}")
def test_the_window_of_the_full_edition_offers_training(qtbot):
    from PySide6.QtWidgets import QWidget

    from cxr_desktop.ui.window_actions import WindowActions

    window = QWidget()
    qtbot.addWidget(window)
    assert WindowActions(window)["training"].isEnabled()
