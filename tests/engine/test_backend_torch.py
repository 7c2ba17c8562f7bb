"""The torch backend on the processor: same numbers, halved batches, plain words when a device is gone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from cxr_desktop.domain.errors import DeviceError
from cxr_desktop.engine import checkpoint
from cxr_desktop.engine.architectures import HeadSpec
from cxr_desktop.engine.outputs import Outputs

torch = pytest.importorskip("torch")
from cxr_desktop.engine.backend_torch import OutOfDeviceMemoryError, TorchBackend, _power_of_two  # noqa: E402

SHAPE = (1, 64, 64)


@pytest.fixture
def backend(triage_model: Path):
    yield TorchBackend(checkpoint.load_network(triage_model, checkpoint.read_card(triage_model)), SHAPE, "cpu")
    torch.use_deterministic_algorithms(False)


@pytest.fixture
def images() -> np.ndarray:
    return np.random.default_rng(2).standard_normal((11, *SHAPE)).astype(np.float32)


def _short_of_memory(backend: TorchBackend, largest: int, sizes: list[int]) -> None:
    run = backend._run

    def limited(batch):
        sizes.append(len(batch))
        if len(batch) > largest:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return run(batch)

    backend._run = limited  # type: ignore[method-assign]


def test_it_agrees_with_openvino(backend, images, triage_model):
    from cxr_desktop.engine.backend_openvino import OpenVinoBackend

    card = checkpoint.read_card(triage_model)
    other = OpenVinoBackend(checkpoint.read_file(triage_model, card, "model.onnx"), SHAPE)
    ours, theirs = backend.forward(images), other.forward(images)
    assert (ours.cam_weights, theirs.cam_weights) == (None, None)
    np.testing.assert_allclose(ours.features, theirs.features, atol=5e-5)
    np.testing.assert_allclose(ours.logits, theirs.logits, atol=5e-5)


def test_results_are_bit_equal_alone_and_together(backend, images):
    together = backend.forward(images).logits
    alone = np.concatenate([backend.forward(images[n : n + 1]).logits for n in range(len(images))])
    np.testing.assert_array_equal(together, alone)


def test_a_batch_size_at_which_a_number_would_change_is_not_used(backend):
    run = backend._run

    def unequal_above_four(batch):
        outputs = Outputs.joined([run(image) for image in batch[:, None]])
        return outputs._replace(logits=outputs.logits + (1e-7 if len(batch) > 4 else 0))

    backend._run = unequal_above_four
    assert backend._equal_batch(SHAPE) == 4


def test_weights_of_maps_that_would_change_in_company_count_as_well(make_model):
    folder = make_model("triage", head=HeadSpec("mlp", pool="flatten", hidden=(8,)), name="hidden")
    backend = TorchBackend(checkpoint.load_network(folder, checkpoint.read_card(folder)), SHAPE, "cpu")
    torch.use_deterministic_algorithms(False)
    run = backend._run

    def unequal_above_two(batch):
        outputs = Outputs.joined([run(image) for image in batch[:, None]])
        return outputs._replace(cam_weights=outputs.cam_weights + (1e-6 if len(batch) > 2 else 0))

    backend._run = unequal_above_two
    assert backend._equal_batch(SHAPE) == 2


def test_out_of_memory_halves_the_batch_for_good_and_loses_nothing(backend, images):
    expected = backend.forward(images)[1]
    backend.preferred_batch = 8
    sizes: list[int] = []
    _short_of_memory(backend, 2, sizes)
    np.testing.assert_allclose(backend.forward(images)[1], expected, atol=1e-5)
    assert sizes[:3] == [8, 4, 2]
    assert backend.preferred_batch == 2
    assert max(sizes[2:]) == 2


def test_a_device_without_memory_for_one_image_says_so(backend, images):
    _short_of_memory(backend, 0, [])
    with pytest.raises(OutOfDeviceMemoryError, match="no memory left"):
        backend.forward(images)


def test_a_fault_of_the_device_is_told_in_words(backend, images):
    def broken(batch):
        raise RuntimeError("CUDA error: an illegal memory access was encountered")

    backend._run = broken
    with pytest.raises(DeviceError, match=r"^the compute device failed$"):
        backend.forward(images)


@pytest.mark.skipif(torch.cuda.is_available(), reason="this computer has a graphics card")
def test_a_graphics_card_that_torch_cannot_use_is_refused(triage_model):
    network = checkpoint.load_network(triage_model, checkpoint.read_card(triage_model))
    with pytest.raises(DeviceError, match="cannot use this graphics card"):
        TorchBackend(network, SHAPE, "cuda")


def test_powers_of_two():
    assert [_power_of_two(n) for n in (1, 2, 3, 4, 15, 16, 17)] == [1, 2, 2, 4, 8, 16, 16]
