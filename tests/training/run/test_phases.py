"""What learns in a phase, what stands still, and what is refused."""

import pytest
import torch
from torch import nn

from tests.training.small_runs import recipe_of
from training.recipe import PhaseSpec
from training.recipe_file import RecipeError
from training.run import phases
from training.run.initial_weights import network_of


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.Dropout(), nn.ReLU())
        self.dropout = nn.Dropout()
        self.classifier = nn.Linear(2, 2)


def test_patterns_name_what_learns():
    network = Net()
    assert phases.learning_names(network, ["classifier.*"]) == ["classifier.weight", "classifier.bias"]
    assert phases.learning_names(network, ["backbone.[01].bias"]) == ["backbone.0.bias", "backbone.1.bias"]
    assert len(phases.learning_names(network, ["*"])) == 6


def test_a_pattern_that_matches_nothing_is_an_error():
    with pytest.raises(RecipeError, match=r"layer9\.\*"):
        phases.learning_names(Net(), ["classifier.*", "backbone.layer9.*"])


def test_only_modules_with_learning_weights_are_in_training_mode():
    network = Net()
    phases.begin(network, PhaseSpec(train=("classifier.*",)))
    phases.set_training_mode(network)
    assert not any(module.training for module in network.backbone.modules())
    assert network.dropout.training, "the dropout before the last layer works while that layer learns"
    assert network.classifier.training


def test_batch_normalisation_of_which_only_the_bias_learns_moves_its_statistics():
    network = Net()
    phases.begin(network, PhaseSpec(train=("backbone.1.bias",)))
    phases.set_training_mode(network)
    assert network.backbone[1].training
    assert network.backbone[2].training
    assert not network.backbone[0].training
    assert not network.classifier.training


def test_a_traced_backbone_changes_its_graph_with_the_mode():
    network = network_of(
        recipe_of(network={"backbone": "resnet18", "cut": "layer2.0.relu", "head": {"kind": "linear"}})
    )
    phases.begin(network, PhaseSpec(train=("classifier.*",)))
    phases.set_training_mode(network)
    before = {k: v.clone() for k, v in network.state_dict().items()}
    network(torch.randn(2, 1, 32, 32))
    assert all(torch.equal(v, before[k]) for k, v in network.state_dict().items())
    phases.begin(network, PhaseSpec())
    phases.set_training_mode(network)
    network(torch.randn(2, 1, 32, 32))
    assert not all(torch.equal(v, before[k]) for k, v in network.state_dict().items())


def test_a_frozen_backbone_of_noise_is_refused():
    network = Net()
    everything = {name for name, _ in network.named_parameters()}
    head, whole = PhaseSpec(name="head", train=("classifier.*",)), PhaseSpec(train=("*",))
    with pytest.raises(RecipeError, match="4 backbone weights that are random noise"):
        phases.refuse_frozen_noise(network, [head, whole], everything)
    phases.refuse_frozen_noise(network, [whole, head], everything)
    phases.refuse_frozen_noise(network, [head, whole], {"classifier.weight", "classifier.bias"})


def test_a_layer_of_noise_inside_a_loaded_backbone_is_refused_too():
    with pytest.raises(RecipeError, match="'head' would freeze 1 backbone"):
        phases.refuse_frozen_noise(Net(), [PhaseSpec(name="head", train=("classifier.*",))], {"backbone.0.weight"})
