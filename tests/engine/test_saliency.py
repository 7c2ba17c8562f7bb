"""The closed-form Grad-CAM against pytorch-grad-cam on the whole network, and where a map lies on the source."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.model_card import PreprocessSpec
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.engine.architectures import ARCHITECTURES, CONV_HEAD, LINEAR_HEAD, CellGrid, HeadSpec
from cxr_desktop.engine.saliency import cells_to_source, grad_cam, saliency_maps, weighted_maps
from cxr_desktop.imaging.preprocess import preprocess

CLASSES = 4


@pytest.fixture(scope="module")
def torch():
    torch = pytest.importorskip("torch")
    torch.set_num_threads(1)
    return torch


def _network(torch, architecture: str, bias: float = 0.0):
    from cxr_desktop.engine import networks

    torch.manual_seed(11)
    network = networks.build(architecture, CLASSES).eval()
    with torch.no_grad():
        network.classifier.weight.copy_(torch.randn_like(network.classifier.weight) * 0.05)
        network.classifier.bias.copy_(torch.randn(CLASSES) * 0.02 + bias)
    return network


def _whole_network_maps(torch, network, target_layer, image, classes=CLASSES):
    """Raw Grad-CAM maps of every class by pytorch-grad-cam, before it stretches them to their own extremes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pytorch_grad_cam import GradCAM
        from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget
    maps = []
    with GradCAM(model=network, target_layers=[target_layer]) as cam:
        for index in range(classes):
            targets = [ClassifierOutputTarget(index)]
            cam(input_tensor=image, targets=targets)
            activations = cam.activations_and_grads.activations[0].numpy()
            gradients = cam.activations_and_grads.gradients[0].numpy()
            raw = cam.get_cam_image(image, target_layer, targets, activations, gradients, False)
            maps.append(np.maximum(raw[0], 0))
    return np.stack(maps)


def _fast_maps(torch, network, image):
    with torch.inference_mode():
        features = network.forward_features(image)[0].numpy()
        logits = network(image)[0].numpy()
    weight = network.classifier.weight.detach().numpy().reshape(CLASSES, -1)
    bias = network.classifier.bias.detach().numpy()
    return grad_cam(features, weight, bias, network.head), features, logits, weight, bias


def _agree(fast, whole):
    for ours, theirs in zip(fast, whole, strict=True):
        if not theirs.any():
            assert not ours.any()
            continue
        a, b = ours.ravel().astype(np.float64), theirs.ravel().astype(np.float64)
        assert a @ b / np.linalg.norm(a) / np.linalg.norm(b) >= 0.999
        assert a.argmax() == b.argmax()


def _target_layer(network, architecture):
    if architecture == "resnet18":
        return network.backbone.layer4[-1]
    return network.backbone.relu5 if architecture == "densenet121" else network.backbone[-1]


@pytest.mark.parametrize("architecture", ["resnet18", "densenet121", "squeezenet1_0"])
def test_one_forward_pass_gives_the_maps_of_the_whole_network(torch, architecture):
    network = _network(torch, architecture)
    image = torch.randn(1, 3, 128, 128)
    fast, *_ = _fast_maps(torch, network, image)
    whole = _whole_network_maps(torch, network, _target_layer(network, architecture), image)
    assert whole.any(axis=(1, 2)).sum() >= 2  # otherwise the comparison says nothing
    _agree(fast, whole)


def test_a_squeezenet_class_without_open_cells_has_an_empty_map(torch):
    network = _network(torch, "squeezenet1_0", bias=-1e4)
    image = torch.randn(1, 3, 96, 96)
    fast, *_ = _fast_maps(torch, network, image)
    assert not fast.any()
    assert not _whole_network_maps(torch, network, network.backbone[-1], image).any()


def test_a_class_that_all_channels_speak_against_has_an_empty_map(torch):
    network = _network(torch, "resnet18")
    with torch.no_grad():
        network.classifier.weight[1].abs_().neg_()
    image = torch.randn(1, 3, 96, 96)
    fast, *_ = _fast_maps(torch, network, image)
    whole = _whole_network_maps(torch, network, network.backbone.layer4[-1], image)
    assert not fast[1].any()
    assert not whole[1].any()
    _agree(fast, whole)


def test_the_mean_of_the_unrectified_map_plus_the_bias_is_the_logit(torch):
    network = _network(torch, "resnet18")
    fast, features, logits, weight, bias = _fast_maps(torch, network, torch.randn(1, 3, 96, 96))
    unrectified = np.tensordot(weight, features, axes=1)
    np.testing.assert_allclose(unrectified.mean(axis=(1, 2)) + bias, logits, atol=1e-4)
    np.testing.assert_allclose(fast, np.maximum(unrectified, 0), atol=1e-4)


def test_a_squeezenet_map_is_scaled_by_the_share_of_open_cells():
    features = np.array([[[1.0, 3.0], [0.5, 0.0]]], dtype=np.float32)
    weight, bias = np.array([[2.0]], dtype=np.float32), np.array([-1.5], dtype=np.float32)
    maps = grad_cam(features, weight, bias, CONV_HEAD)
    np.testing.assert_allclose(maps[0], np.array([[2.0, 6.0], [1.0, 0.0]]) * 0.5)


SEED_HEADS = {
    "S3": ("scnnb", "", HeadSpec("mlp", pool="flatten", hidden=(64,), dropout=(0.5,)), 1, 28),
    "S4": ("efficientnet_b2", "", HeadSpec("mlp", hidden=(128, 64), dropout=(0.3, 0.2), logits="single"), 3, 96),
    "S5": (
        "densenet121",
        "features.denseblock4.denselayer15.relu2",
        HeadSpec("mlp", pool="flatten", hidden=(128,), dropout=(0.1,)),
        3,
        128,
    ),
    "S5 inception": (
        "inception_v3",
        "Mixed_7c.branch3x3_1.conv",
        HeadSpec("mlp", pool="flatten", hidden=(128,), dropout=(0.1,)),
        3,
        140,
    ),
    "S6": (
        "densenet121",
        "",
        HeadSpec("mlp", hidden=(512,), activation="tanh", batch_norm=True, dropout=(0.4,)),
        3,
        96,
    ),
    "S6 relu": ("squeezenet1_0", "", HeadSpec("mlp", hidden=(64,), batch_norm=True), 3, 96),
    "S6 sigmoid": ("squeezenet1_0", "", HeadSpec("mlp", hidden=(64,), activation="sigmoid", batch_norm=True), 3, 96),
}


@pytest.mark.parametrize("system", SEED_HEADS)
def test_a_head_with_hidden_layers_has_the_maps_of_the_whole_network(torch, system):
    from cxr_desktop.engine import networks

    architecture, cut, head, channels, side = SEED_HEADS[system]
    torch.manual_seed(11)
    classes = 2 if head.logits == "single" else CLASSES
    network = networks.build(architecture, classes, channels, cut=cut, head=head, size=(side, side)).eval()
    for module in network.classifier.modules():
        if isinstance(module, torch.nn.BatchNorm1d):
            torch.nn.init.normal_(module.running_mean)
            torch.nn.init.uniform_(module.running_var, 0.5, 2.0)
            torch.nn.init.normal_(module.weight)
    image = torch.randn(1, channels, side, side)
    with torch.inference_mode():
        features = network.forward_features(image)
        weights = network.cam_weights(features)[0].numpy()
    fast = weighted_maps(features[0].numpy(), weights)
    whole = _whole_network_maps(torch, network, network.backbone, image, classes)
    cells = fast.shape[1] * fast.shape[2]
    assert whole.any(), "or the comparison says nothing"
    np.testing.assert_allclose(fast / cells, whole, rtol=1e-3, atol=1e-4 * whole.max())
    _agree(fast, whole)


def test_an_unknown_head_is_refused():
    with pytest.raises(ValueError, match="no closed form"):
        grad_cam(np.zeros((1, 2, 2), np.float32), np.zeros((1, 1), np.float32), np.zeros(1, np.float32), "mlp")


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
@pytest.mark.parametrize("fit", ["crop", "letterbox", "stretch"])
@pytest.mark.parametrize("shape", [(400, 300), (260, 520)])
def test_a_bright_square_is_lit_within_one_cell(fit, turns, shape):
    rows, columns = shape
    grey = np.full(shape, 0.1, dtype=np.float32)
    y, x = rows // 2 - 40, columns // 2 + 30
    grey[y - 20 : y + 20, x - 20 : x + 20] = 1.0  # over 0.5 % of the film, or the percentiles clip it away
    spec = PreprocessSpec(height=96, width=64, channels=1, fit=fit, mean=(0.0,), std=(1.0,))
    model_input = preprocess(grey, spec, turns)
    features = model_input.tensor.reshape(1, 12, 8, 8, 8).mean(axis=(2, 4))  # one cell for 8×8 input pixels
    maps = grad_cam(features, np.ones((1, 1), np.float32), np.zeros(1, np.float32), LINEAR_HEAD)
    (found,) = saliency_maps(maps, [Finding.COVID19], CellGrid(8, 4.0), model_input.to_source)
    values = np.frombuffer(found.values, dtype="<f4").reshape(found.height, found.width)
    row, column = np.unravel_index(values.argmax(), values.shape)
    to_cells = found.to_source.inverse()
    cell_x, cell_y = to_cells.apply(x, y)
    assert abs(cell_x - (column + 0.5)) <= 1.0
    assert abs(cell_y - (row + 0.5)) <= 1.0


def test_the_centre_of_a_cell_is_what_its_receptive_field_looks_at():
    place = cells_to_source(CellGrid(32, 0.5), Affine(2.0, 0.0, 10.0, 0.0, 3.0, 20.0))
    assert place.apply(0.5, 0.5) == (2.0 * 0.5 + 10.0, 3.0 * 0.5 + 20.0)
    assert place.apply(3.5, 2.5) == (2.0 * 96.5 + 10.0, 3.0 * 64.5 + 20.0)


@pytest.mark.parametrize("turns", [0, 1, 3])
def test_a_bright_square_lights_the_cell_of_a_real_network_that_covers_it(torch, turns):
    network = _network(torch, "resnet18")
    spec = PreprocessSpec(height=192, width=192, fit="letterbox", low_percentile=0, high_percentile=100)
    rng = np.random.default_rng(3)
    film = rng.normal(0.4, 0.05, (500, 400)).astype(np.float32)
    film[:6, :6], film[-6:, -6:] = 0.0, 1.0  # the range stays the same with and without the square
    for y, x in ((150, 120), (210, 250), (340, 170)):
        marked = film.copy()
        marked[y - 25 : y + 25, x - 25 : x + 25] = 1.0
        plain, bright = (preprocess(picture, spec, turns) for picture in (film, marked))
        with torch.inference_mode():
            before, after = (network.forward_features(torch.from_numpy(i.tensor[None]))[0] for i in (plain, bright))
        row, column = np.unravel_index(int((after - before).abs().sum(dim=0).argmax()), after.shape[1:])
        place = cells_to_source(ARCHITECTURES["resnet18"].cells, bright.to_source).inverse()
        cell_x, cell_y = place.apply(x, y)
        assert max(abs(cell_x - column - 0.5), abs(cell_y - row - 0.5)) <= 0.75


def test_maps_keep_their_raw_scale_as_little_endian_floats():
    maps = np.array([[[0.0, 7.5]], [[0.25, 0.0]]], dtype=np.float32)
    first, second = saliency_maps(maps, [Finding.COVID19, Finding.NORMAL], CellGrid(32, 0.5), Affine())
    assert (first.finding, first.height, first.width) == (Finding.COVID19, 1, 2)
    assert np.frombuffer(first.values, "<f4").tolist() == [0.0, 7.5]
    assert np.frombuffer(second.values, "<f4").tolist() == [0.25, 0.0]
