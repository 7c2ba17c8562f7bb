"""Closed forms of the methods against pytorch-grad-cam on the whole network, and what each of them promises."""

from __future__ import annotations

import os
import warnings

import numpy as np
import pytest

from cxr_desktop.engine import cam_methods
from cxr_desktop.engine.architectures import CONV_HEAD, LINEAR_HEAD

CLASSES = 4
ARCHITECTURES = ("resnet18", "densenet121", "squeezenet1_0")


@pytest.fixture(scope="module")
def torch():
    torch = pytest.importorskip("torch")
    torch.set_num_threads(1)
    return torch


@pytest.fixture(scope="module")
def networks(torch):
    """(network, image, features, weight, bias) by architecture; weights are large, so that the library's epsilons
    vanish beside the gradients."""
    from cxr_desktop.engine import networks

    made = {}
    for architecture in ARCHITECTURES:
        torch.manual_seed(11)
        network = networks.build(architecture, CLASSES).eval()
        with torch.no_grad():
            network.classifier.weight.copy_(torch.randn_like(network.classifier.weight) * 3)
            network.classifier.bias.copy_(torch.randn(CLASSES))
        image = torch.randn(1, 3, 96, 96)
        with torch.inference_mode():
            features = network.forward_features(image)[0].numpy()
        weight = network.classifier.weight.detach().numpy().reshape(CLASSES, -1)
        made[architecture] = (network, image, features, weight, network.classifier.bias.detach().numpy())
    return made


def whole_network(network, architecture, image, name, classes=range(CLASSES)):
    """Raw maps of these classes, at the tensor that enters the pool, by pytorch-grad-cam."""
    os.environ.setdefault("TQDM_DISABLE", "1")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pytorch_grad_cam
        from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget
    layer = network.backbone
    maps = []
    with getattr(pytorch_grad_cam, name)(model=network, target_layers=[layer]) as cam:
        for index in classes:
            outputs = cam.activations_and_grads(image)
            activations = cam.activations_and_grads.activations[0].detach().numpy()
            gradients = None
            if cam.uses_gradients:
                network.zero_grad()
                outputs[0, index].backward()
                gradients = cam.activations_and_grads.gradients[0].detach().numpy()
            targets = [ClassifierOutputTarget(index)]
            raw = cam.get_cam_image(image, layer, targets, activations, gradients, False)
            maps.append(np.maximum(raw[0], 0))
    return np.stack(maps)


def like(ours, theirs, cosine=0.999):
    """The same map up to one factor for each class."""
    compared = 0
    for a, b in zip(ours.astype(np.float64), theirs.astype(np.float64), strict=True):
        assert bool(a.any()) == bool(b.any())
        if b.any():
            compared += 1
            assert (a * b).sum() / np.linalg.norm(a) / np.linalg.norm(b) >= cosine
    assert compared >= 2  # otherwise the comparison says nothing


FORMULAS = {
    "GradCAMPlusPlus": cam_methods.grad_cam_plus_plus,
    "XGradCAM": cam_methods.xgrad_cam,
    "HiResCAM": cam_methods.hires_cam,
    "LayerCAM": cam_methods.layer_cam,
}


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize("name", FORMULAS)
def test_a_closed_form_is_the_map_of_the_whole_network(networks, architecture, name):
    network, image, features, weight, bias = networks[architecture]
    gradient = cam_methods.gradient_of(features, weight, bias, network.head)
    ours = FORMULAS[name](features, gradient)
    theirs = whole_network(network, architecture, image, name)
    like(ours, theirs)
    cells = features.shape[1] * features.shape[2]
    if name in ("HiResCAM", "LayerCAM"):
        # The unit is the logit: cells times the library's, which has the gradient of a single cell.
        np.testing.assert_allclose(ours, theirs * cells, rtol=1e-3, atol=1e-4 * ours.max())


@pytest.mark.parametrize("architecture", ["resnet18", "squeezenet1_0"])
def test_ablating_channels_needs_the_head_alone(networks, architecture):
    network, image, features, weight, bias = networks[architecture]
    assert features.min() == 0  # otherwise the library ablates in its own way
    ours = cam_methods.ablation_cam(features, weight, bias, network.head)
    # Under a logit of zero the library divides by it, and under a negative one it turns all signs.
    logits = network(image)[0].detach().numpy()
    likeliest = int(logits.argmax())
    assert logits[likeliest] > 0
    (theirs,) = whole_network(network, architecture, image, "AblationCAM", [likeliest])
    assert theirs.any()
    np.testing.assert_allclose(ours[likeliest], theirs * logits[likeliest], rtol=1e-2, atol=1e-3 * ours.max())


def test_the_first_component_is_that_of_the_library_up_to_its_sign(networks):
    features = networks["resnet18"][2]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pytorch_grad_cam.utils.svd_on_activations import get_2d_projection
    theirs = get_2d_projection(features[None].copy())[0]
    ours = cam_methods.eigen_cam(features, CLASSES)
    either = [np.maximum(sign * theirs, 0) for sign in (1, -1)]
    assert any(np.allclose(ours[0], side, rtol=1e-3, atol=1e-3 * ours.max()) for side in either)
    assert (ours == ours[0]).all()  # it knows no classes
    assert np.corrcoef(ours[0].ravel(), features.mean(axis=0).ravel())[0, 1] > 0


def test_score_cam_is_that_of_the_library(torch, networks):
    network, image, features, *_ = networks["squeezenet1_0"]
    few = features[:24]  # the library has no choice of channels, so both see 24 of them

    class Few(torch.nn.Module):
        def forward(self, x):
            return x[:, :24]

    from cxr_desktop.engine import networks as builder

    torch.manual_seed(3)
    small = builder.build("squeezenet1_0", CLASSES).eval()
    small.backbone = torch.nn.Sequential(network.backbone, Few())
    head = torch.nn.Conv2d(24, CLASSES, 1)
    torch.nn.init.normal_(head.weight)
    small.classifier = torch.nn.Sequential(head, torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten())
    theirs = whole_network(small, "squeezenet1_0", image, "ScoreCAM")
    looks = []

    def logits_of(batch):
        with torch.inference_mode():
            return small(torch.from_numpy(batch)).numpy()

    ours = cam_methods.score_cam(few, image[0].numpy(), logits_of, looks.append)
    np.testing.assert_allclose(ours, theirs, rtol=1e-3, atol=1e-4 * theirs.max())
    assert looks == [0.0, 16 / len(few)]


def test_score_cam_ends_when_nobody_waits_for_it():
    def goes_on(share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cam_methods.score_cam(np.ones((2, 2, 2), np.float32), np.ones((1, 8, 8), np.float32), None, goes_on)


def test_behind_average_pooling_hires_cam_and_xgrad_cam_are_grad_cam():
    from cxr_desktop.engine.saliency import grad_cam

    rng = np.random.default_rng(1)
    features = rng.uniform(0, 1, (6, 3, 4)).astype(np.float32)
    weight, bias = rng.normal(size=(2, 6)).astype(np.float32), np.zeros(2, np.float32)
    gradient = cam_methods.gradient_of(features, weight, bias, LINEAR_HEAD)
    plain = grad_cam(features, weight, bias, LINEAR_HEAD)
    np.testing.assert_allclose(cam_methods.hires_cam(features, gradient), plain, rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(cam_methods.xgrad_cam(features, gradient), plain, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("head", [LINEAR_HEAD, CONV_HEAD])
def test_a_map_of_nothing_is_zero_and_never_nan(head):
    features = np.zeros((5, 3, 3), np.float32)
    weight, bias = np.ones((2, 5), np.float32), np.full(2, -1.0, np.float32)
    gradient = cam_methods.gradient_of(features, weight, bias, head)
    maps = [formula(features, gradient) for formula in FORMULAS.values()]
    maps += [cam_methods.ablation_cam(features, weight, bias, head), cam_methods.eigen_cam(features, 2)]
    for found in maps:
        assert found.shape == (2, 3, 3)
        assert not found.any()
