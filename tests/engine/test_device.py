"""Which backend is chosen, without asking torch."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys

import pytest

from cxr_desktop.domain.errors import DeviceError
from cxr_desktop.engine import device
from cxr_desktop.engine.device import DeviceChoice


@pytest.fixture
def computer(monkeypatch):
    def make(cuda: int = 0, mps: bool = False) -> None:
        monkeypatch.setattr(device, "cuda_device_count", lambda: cuda)
        monkeypatch.setattr(device, "has_mps", lambda: mps)

    return make


def test_auto_takes_the_graphics_card_and_else_the_processor_without_torch(computer):
    computer(cuda=1)
    assert device.choose("auto") == DeviceChoice("torch", "cuda", chosen=False)
    computer(mps=True)
    assert device.choose("auto") == DeviceChoice("torch", "mps", chosen=False)
    computer()
    assert device.choose("auto") == DeviceChoice("openvino", "cpu", chosen=False)


def test_the_processor_can_be_chosen_where_there_is_a_graphics_card(computer):
    computer(cuda=2)
    assert device.choose("cpu") == DeviceChoice("openvino", "cpu", chosen=True)


@pytest.mark.parametrize("name", ["cuda", "mps", "tpu", ""])
def test_a_device_that_is_not_there_is_refused_in_words(computer, name):
    computer()
    with pytest.raises(DeviceError, match=r"^(this computer|the compute device)"):
        device.choose(name)


def test_a_computer_without_a_driver_has_no_cuda_devices(monkeypatch):
    def missing(name: str) -> ctypes.CDLL:
        raise OSError(name)

    monkeypatch.setattr(ctypes, "CDLL", missing)
    assert device.cuda_device_count() == 0


def test_hidden_cuda_devices_are_not_counted(monkeypatch):
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    assert device.cuda_device_count() == 0


def test_what_the_window_imports_of_the_engine_loads_no_heavy_library():
    code = (
        "import sys\n"
        "from cxr_desktop.engine.checkpoint import read_card, list_models\n"
        "from cxr_desktop.engine.model_lookup import find_folders\n"
        "from cxr_desktop.engine.model_folders import read_cards\n"
        "from cxr_desktop.engine.process import EngineProcess\n"
        "from cxr_desktop.engine.scorer import ScoreRequest\n"
        "heavy = {'torch', 'torchvision', 'openvino', 'onnx', 'safetensors', 'lightning', 'PySide6'}\n"
        "print(', '.join(sorted(heavy & set(sys.modules))))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=dict(os.environ), check=False
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "")
