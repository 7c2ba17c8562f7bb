"""The cells of a map, measured, against the arithmetic of kernels, strides and paddings."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")
torch.set_num_threads(1)
from cxr_desktop.engine import networks  # noqa: E402
from cxr_desktop.engine.architectures import ARCHITECTURES, CellGrid  # noqa: E402
from cxr_desktop.engine.receptive import measure_cells  # noqa: E402


def _network(architecture: str, cut: str = "", side: int = 96):
    side = 28 if architecture.startswith("scnnb") and side == 96 else side
    with torch.device("meta"):  # the weights do not matter
        return networks.build(architecture, 2, 1, cut=cut, size=(side, side))


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_the_table_of_cells_is_what_is_measured(architecture):
    assert measure_cells(_network(architecture)) == ARCHITECTURES[architecture].cells


@pytest.mark.parametrize(
    ("architecture", "cut", "cells"),
    [
        ("resnet18", "layer2", CellGrid(8, 0.5)),
        ("resnet152", "layer4.2.relu", CellGrid(32, 0.5)),
        ("densenet121", "features.denseblock4.denselayer15.relu2", CellGrid(32, 14.5)),
        ("densenet121", "features.transition1", CellGrid(8, 2.5)),
        ("inception_v3", "Mixed_7c.branch3x3_1.conv", CellGrid(32, 37.5)),
        ("inception_v3", "Conv2d_2b_3x3.relu", CellGrid(2, 3.5)),
        ("squeezenet1_0", "features.3.expand3x3", CellGrid(4, 5.5)),
        ("efficientnet_b2", "features.3", CellGrid(8, 0.5)),
    ],
)
def test_a_cut_has_the_cells_of_the_layers_before_it(architecture, cut, cells):
    assert measure_cells(_network(architecture, cut)) == cells


def test_the_unpadded_layer_of_the_small_network_moves_its_cells():
    assert measure_cells(_network("scnnb", side=32)) == CellGrid(4, 4.0)


def test_measuring_changes_nothing():
    network = networks.build("gate_cnn", 2, 1, cut="relu5").train()
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    with torch.inference_mode():
        measure_cells(network)
    assert network.training
    assert all(torch.equal(tensor, before[name]) for name, tensor in network.state_dict().items())
