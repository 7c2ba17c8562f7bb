"""Full precision, no telemetry, and a number that does not depend on neighbours."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.engine import checkpoint
from cxr_desktop.engine.backend_openvino import OpenVinoBackend

SHAPE = (1, 64, 64)


@pytest.fixture(scope="module")
def network(triage_model: Path) -> bytes:
    return checkpoint.read_file(triage_model, checkpoint.read_card(triage_model), "model.onnx")


@pytest.fixture(scope="module")
def images() -> np.ndarray:
    return np.random.default_rng(2).standard_normal((9, *SHAPE)).astype(np.float32)


def test_results_are_bit_equal_alone_together_in_another_order_and_on_other_streams(network, images):
    two, three = OpenVinoBackend(network, SHAPE, streams=2), OpenVinoBackend(network, SHAPE, streams=3)
    features, logits, _ = two.forward(images)
    order = np.random.default_rng(1).permutation(len(images))
    for backend in (two, three):
        for other_features, other_logits, _, index in (
            (*backend.forward(images[order]), order),
            (*backend.forward(images[:1]), [0]),
            (*backend.forward(images[4:7]), [4, 5, 6]),
        ):
            np.testing.assert_array_equal(other_logits, logits[index])
            np.testing.assert_array_equal(other_features, features[index])


def test_results_do_not_share_memory_with_the_next_ones(network, images):
    backend = OpenVinoBackend(network, SHAPE, streams=1)
    first = backend.forward(images[:1]).logits
    kept = first.copy()
    backend.forward(images[1:2])
    np.testing.assert_array_equal(first, kept)


def test_the_numbers_are_those_of_full_precision(triage_model, network):
    from cxr_desktop.engine import weights

    card = checkpoint.read_card(triage_model)
    image = checkpoint.self_test_input(card)
    exact = weights.run_once(checkpoint.load_network(triage_model, card), image)
    logits = OpenVinoBackend(network, SHAPE).forward(image).logits
    np.testing.assert_allclose(logits[0], exact, atol=2e-5)


@pytest.mark.parametrize("data", [b"", b"\x00" * 1000, b"<html>"])
def test_a_network_that_cannot_be_loaded_is_refused_in_words(data):
    with pytest.raises(CheckpointError, match="cannot be loaded"):
        OpenVinoBackend(data, SHAPE)


def test_a_network_for_another_input_is_refused(network):
    with pytest.raises(CheckpointError, match="cannot be loaded"):
        OpenVinoBackend(network, (3, 64, 64))


def test_openvino_comes_up_without_its_telemetry_and_without_torch():
    code = (
        "import sys\n"
        "from cxr_desktop.engine.backend_openvino import _openvino\n"
        "_openvino().Core()\n"
        "loaded = [n for n, m in sys.modules.items() if n.startswith(('openvino_telemetry', 'torch')) and m]\n"
        "print(', '.join(loaded))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=dict(os.environ), check=False
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "")


def test_a_backend_that_goes_in_another_thread_leaves_no_trap_for_the_next_signal(triage_model):
    code = (
        "import faulthandler, gc, signal, subprocess, sys, threading\n"
        "from pathlib import Path\n"
        "from cxr_desktop.engine.backend_openvino import OpenVinoBackend\n"
        "faulthandler.enable()\n"
        "box = [OpenVinoBackend(Path(sys.argv[1]).read_bytes(), (1, 64, 64), 1)]\n"
        "thread = threading.Thread(target=lambda: (box.pop(), gc.collect()))\n"
        "thread.start(); thread.join()\n"
        "junk = [bytearray(b'\\xff' * 11568) for _ in range(2000)]\n"
        "signal.signal(signal.SIGCHLD, lambda *_: None)\n"
        "[subprocess.run(['true'], check=True) for _ in range(5)]\n"
        "print('alive')\n"
    )
    command = [sys.executable, "-c", code, str(triage_model / "model.onnx")]
    result = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert result.stdout.strip() == "alive", result.stderr


def test_threads_that_ask_for_the_first_time_at_once_never_wait_for_each_other():
    code = (
        "import faulthandler, sys, threading\n"
        "import numpy as np\n"
        "from cxr_desktop.engine import backend_openvino\n"
        "backend_openvino.begin()\n"
        "import openvino\n"
        "faulthandler.dump_traceback_later(10, exit=True)\n"
        "sys.setswitchinterval(1e-6)\n"
        "start = threading.Barrier(4)\n"
        "def types():\n"
        "    start.wait()\n"
        "    [openvino.Type.f32.to_dtype() for _ in range(100)]\n"
        "def tensors():\n"
        "    start.wait()\n"
        "    [openvino.Tensor(np.zeros(1, np.float32)).data for _ in range(100)]\n"
        "threads = [threading.Thread(target=ask, daemon=True) for ask in (types, tensors) * 2]\n"
        "[thread.start() for thread in threads]\n"
        "[thread.join() for thread in threads]\n"
        "print('alive')\n"
    )
    for _ in range(5):  # without the tables made beforehand two of three runs stood still
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
        assert done.stdout.strip() == "alive", done.stderr
