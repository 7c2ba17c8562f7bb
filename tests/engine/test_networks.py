"""Architectures by name, split where Grad-CAM looks."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")
from cxr_desktop.engine import networks  # noqa: E402


@pytest.mark.parametrize("architecture", networks.ARCHITECTURES)
@pytest.mark.parametrize("channels", [1, 3])
def test_a_network_is_its_head_after_its_features(architecture, channels):
    torch.manual_seed(0)
    network = networks.build(architecture, 3, channels).eval()
    with torch.inference_mode():
        x = torch.randn(2, channels, 64, 64)
        features = network.forward_features(x)
        assert features.ndim == 4
        assert bool((features >= 0).all()), "the pool is entered by a rectified tensor"
        assert network.classifier.weight.shape[1] == features.shape[1]
        torch.testing.assert_close(network.forward_head(features), network(x))
        assert network(x).shape == (2, 3)


def test_an_unknown_name_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="resnet18"):
        networks.build("resnet9000", 4)


def test_the_features_of_a_densenet_survive_the_head():
    network = networks.build("densenet121", 4).eval()
    with torch.inference_mode():
        features = network.forward_features(torch.randn(1, 3, 64, 64))
        before = features.clone()
        network.forward_head(features)
    torch.testing.assert_close(features, before)
