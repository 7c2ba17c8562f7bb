"""Architectures by name, cut where asked, with the head asked for; split where Grad-CAM looks."""

from __future__ import annotations

import copy
from fnmatch import fnmatch
from functools import cache

import pytest

torch = pytest.importorskip("torch")
torch.set_num_threads(1)
from cxr_desktop.engine import networks  # noqa: E402
from cxr_desktop.engine.architectures import HeadSpec  # noqa: E402

S5_HEAD = HeadSpec("mlp", pool="flatten", hidden=(128,), dropout=(0.1,))
CUTS = {
    "resnet152": "layer4.2.relu",
    "densenet121": "features.denseblock4.denselayer15.relu2",
    "inception_v3": "Mixed_7c.branch3x3_1.conv",
}
INCEPTION_MIDDLE = (
    "classifier.*",
    "backbone.*Mixed_6c.branch7x7_[12].conv.weight",
    "backbone.*Mixed_6c.branch7x7_[12].bn.bias",
    "backbone.*Mixed_6c.branch7x7dbl_[1234].conv.weight",
    "backbone.*Mixed_6c.branch7x7dbl_[1234].bn.bias",
)
UNRECTIFIED = {"efficientnet_b2"}
"""SiLU lets a little below zero through."""


def _side(architecture: str) -> int:
    return 28 if architecture.startswith("scnnb") else 96 if architecture == "inception_v3" else 64


def _count(network, patterns=("*",)) -> int:
    return sum(p.numel() for name, p in network.named_parameters() if any(fnmatch(name, q) for q in patterns))


@cache
def _cut(architecture: str):
    with torch.device("meta"):  # names and shapes only
        return networks.build(architecture, 2, cut=CUTS[architecture], head=S5_HEAD, size=(256, 256)).eval()


@pytest.mark.parametrize(("architecture", "channels"), [*((a, 1) for a in networks.ARCHITECTURES), ("resnet18", 3)])
def test_a_network_is_its_head_after_its_features(architecture, channels):
    torch.manual_seed(0)
    side = _side(architecture)
    network = networks.build(architecture, 3, channels, size=(side, side)).eval()
    with torch.inference_mode():
        x = torch.randn(2, channels, side, side)
        features = network.forward_features(x)
        assert features.ndim == 4
        if architecture not in UNRECTIFIED:
            assert bool((features >= 0).all()), "the pool is entered by a rectified tensor"
        torch.testing.assert_close(network.forward_head(features), network(x))
        assert network(x).shape == (2, 3)
        assert network.cam_weights(features).shape == (2, 3, features.shape[1])
    assert {name.split(".")[0] for name in network.state_dict()} == {"backbone", "classifier"}


def test_an_unknown_name_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="resnet18"):
        networks.build("resnet9000", 4)


def test_images_too_small_for_a_network_are_refused_in_words():
    with pytest.raises(ValueError, match="64 × 64 pixels are too small for inception_v3"):
        networks.build("inception_v3", 2, size=(64, 64))


def test_the_features_of_a_densenet_survive_the_head():
    network = networks.build("densenet121", 4).eval()
    with torch.inference_mode():
        features = network.forward_features(torch.randn(1, 3, 64, 64))
        before = features.clone()
        network.forward_head(features)
    torch.testing.assert_close(features, before)


@pytest.mark.parametrize(
    ("architecture", "channels", "side", "parameters"),
    [
        ("scnnb", 1, 28, 4_047_178),
        ("scnnb_a", 1, 28, 4_047_114),
        ("scnnb_b", 1, 28, 4_046_986),
        ("scnnb", 3, 32, 4_047_754),
    ],
)
def test_the_shallow_networks_have_the_parameters_of_their_paper(architecture, channels, side, parameters):
    network = networks.build(architecture, 10, channels, size=(side, side)).eval()
    assert _count(network) == parameters
    with torch.inference_mode():
        assert network.forward_features(torch.zeros(1, channels, side, side)).shape == (1, 64, 7, 7)


@pytest.mark.parametrize(
    ("architecture", "shape", "trainable"),
    [
        ("resnet152", (512, 8, 8), 4_194_690),
        ("densenet121", (128, 8, 8), 1_048_962),
        ("inception_v3", (384, 6, 6), 1_769_858),
    ],
)
def test_a_cut_backbone_gives_the_map_and_the_trainable_parameters_of_the_report(architecture, shape, trainable):
    network = _cut(architecture)
    assert _count(network, ["classifier.*"]) == trainable
    with torch.inference_mode():
        assert network.forward_features(torch.zeros(1, 3, 256, 256, device="meta")).shape == (1, *shape)


def test_the_middle_of_the_inception_has_the_trainable_parameters_of_the_report():
    assert _count(_cut("inception_v3"), INCEPTION_MIDDLE) == 2_733_378


@pytest.mark.parametrize("architecture", CUTS)
def test_a_cut_network_keeps_only_what_it_needs_under_the_names_of_the_whole_one(architecture):
    part = _cut(architecture).backbone.state_dict()
    with torch.device("meta"):
        whole = networks.build(architecture, 2, size=(256, 256)).backbone.state_dict()
    assert {name: t.shape for name, t in part.items()}.items() < {name: t.shape for name, t in whole.items()}.items()


def test_a_cut_network_gives_what_the_whole_one_has_at_that_node():
    whole = networks.build("densenet121", 2, size=(64, 64)).eval()
    part = networks.build("densenet121", 2, cut=CUTS["densenet121"], size=(64, 64)).eval()
    part.backbone.load_state_dict({n: whole.backbone.state_dict()[n] for n in part.backbone.state_dict()})
    seen = []
    whole.backbone.denseblock4.denselayer15.relu2.register_forward_hook(lambda *a: seen.append(a[2].clone()))
    x = torch.randn(2, 3, 64, 64)
    with torch.inference_mode():
        whole(x)
        torch.testing.assert_close(part.forward_features(x), seen[0], rtol=0, atol=0)


@pytest.mark.parametrize(
    ("architecture", "cut"),
    [
        ("densenet121", "features.denseblock4.denselayer2.relu2"),
        ("efficientnet_b2", "features.2"),
        ("resnetv2_50", "stages.1"),
    ],
)
def test_a_cut_network_can_be_copied_saved_and_moved_between_training_and_evaluation(architecture, cut):
    torch.manual_seed(0)
    network = networks.build(architecture, 2, cut=cut, size=(64, 64)).eval()
    twin = copy.deepcopy(network)
    assert list(twin.state_dict()) == list(network.state_dict())
    x = torch.randn(4, 3, 64, 64)
    with torch.no_grad():
        expected = network(x)
        torch.testing.assert_close(twin(x), expected)
        twin.train()
        assert not torch.allclose(twin(x), expected), "batch normalisation looks at the batch"
        twin.eval()
        assert not torch.allclose(twin(x), expected), "and its running statistics moved"
        torch.testing.assert_close(network(x), expected)
        twin.load_state_dict(network.state_dict())
        torch.testing.assert_close(twin(x), expected)


def test_stochastic_depth_of_a_cut_network_works_in_training_only():
    network = networks.build("efficientnet_b2", 2, cut="features.3", size=(64, 64))
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.eval()
    x = torch.randn(8, 3, 64, 64)
    with torch.no_grad():
        network.backbone.train()
        assert not torch.equal(network.forward_features(x), network.forward_features(x))
        network.eval()
        assert torch.equal(network.forward_features(x), network.forward_features(x))


@pytest.mark.parametrize("cut", ["layer9.relu", "layer4.(.*", "../x", "layer4..relu", "fc"])
def test_an_unknown_cut_is_refused(cut):
    with pytest.raises(ValueError, match="resnet18 has no inner node"):
        networks.build("resnet18", 2, cut=cut)
