"""Heads as data: what they compute, and Grad-CAM's weights against autograd."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")
torch.set_num_threads(1)
from cxr_desktop.engine.architectures import HeadSpec  # noqa: E402
from cxr_desktop.engine.heads import build_head  # noqa: E402

CHANNELS, SIDE = 6, 3
SPECS = {
    "linear": HeadSpec(dropout=(0.4,)),
    "linear, one output": HeadSpec(logits="single"),
    "conv": HeadSpec("conv_relu", dropout=(0.5,)),
    "no hidden layer": HeadSpec("mlp", pool="flatten"),
    "S3": HeadSpec("mlp", pool="flatten", hidden=(10,), dropout=(0.5,)),
    "S4": HeadSpec("mlp", hidden=(12, 7), dropout=(0.3, 0.2), logits="single"),
    "S5": HeadSpec("mlp", pool="flatten", hidden=(8,), dropout=(0.1,)),
    "S6 tanh": HeadSpec("mlp", hidden=(9,), activation="tanh", batch_norm=True, dropout=(0.4,)),
    "S6 sigmoid": HeadSpec("mlp", hidden=(9,), activation="sigmoid", batch_norm=True, dropout=(0.4,)),
    "deep": HeadSpec("mlp", pool="flatten", hidden=(11, 9, 7), activation="relu", batch_norm=True),
}


def _head(spec: HeadSpec):
    torch.manual_seed(5)
    head = build_head(spec, CHANNELS, SIDE * SIDE, 2).double().eval()
    for module in head.modules():
        if isinstance(module, torch.nn.BatchNorm1d):
            for tensor in (module.weight.data, module.bias.data, module.running_mean):
                torch.nn.init.normal_(tensor)
            torch.nn.init.uniform_(module.running_var, 0.5, 2.0)
    return head


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
def test_the_weights_of_maps_are_the_gradient_summed_over_the_cells(spec):
    head = _head(spec)
    features = torch.rand(3, CHANNELS, SIDE, SIDE, dtype=torch.float64, requires_grad=True)
    logits = head(features)
    assert logits.shape == (3, 2)
    expected = torch.stack(
        [torch.autograd.grad(logits[:, c].sum(), features, retain_graph=True)[0].sum(dim=(2, 3)) for c in range(2)], 1
    )
    found = head.cam_weights(features.detach())
    torch.testing.assert_close(found, expected, rtol=1e-9, atol=1e-12)
    assert expected.any(), "or the comparison says nothing"


def test_a_linear_head_gives_its_weights():
    head = _head(SPECS["linear"])
    found = head.cam_weights(torch.rand(2, CHANNELS, SIDE, SIDE, dtype=torch.float64))
    assert torch.equal(found[1], head.weight)


def test_a_single_output_answers_for_two_classes_as_a_sigmoid():
    head = _head(SPECS["S4"])
    logits = head(torch.rand(4, CHANNELS, SIDE, SIDE, dtype=torch.float64))
    assert not logits[:, 1].any()
    torch.testing.assert_close(logits.softmax(dim=1)[:, 0], logits[:, 0].sigmoid())


def test_batch_normalisation_comes_after_the_activation_and_dropout_last():
    head = _head(SPECS["S6 tanh"])
    assert [name for name, _ in head.named_children()] == ["hidden1", "activation1", "norm1", "dropout1", "output"]
    features = torch.rand(4, CHANNELS, SIDE, SIDE, dtype=torch.float64)
    by_hand = head.output(head.norm1(torch.tanh(head.hidden1(features.mean(dim=(2, 3))))))
    torch.testing.assert_close(head(features), by_hand)


@pytest.mark.parametrize("name", ["linear", "conv", "S3"])
def test_dropout_acts_in_training_only(name):
    head = _head(SPECS[name])
    features = torch.rand(8, CHANNELS, SIDE, SIDE, dtype=torch.float64)
    assert torch.equal(head(features), head(features))
    head.train()
    assert not torch.equal(head(features), head(features))


@pytest.mark.parametrize(
    ("spec", "classes", "word"),
    [
        (HeadSpec("oracle"), 2, "unknown"),
        (HeadSpec("mlp", pool="max"), 2, "unknown"),
        (HeadSpec("mlp", hidden=(4,), activation="gelu"), 2, "unknown"),
        (HeadSpec(hidden=(4,)), 2, "only an mlp"),
        (HeadSpec("conv_relu", pool="flatten"), 2, "only an mlp"),
        (HeadSpec("mlp", hidden=(0,)), 2, "at least one"),
        (HeadSpec(dropout=(1.0,)), 2, "below 1"),
        (HeadSpec("mlp", hidden=(4, 4), dropout=(0.1,)), 2, "one dropout"),
        (HeadSpec(dropout=(0.1, 0.1)), 2, "one dropout"),
        (HeadSpec(logits="single"), 3, "two classes"),
        (HeadSpec("conv_relu", logits="single"), 2, "two classes"),
    ],
)
def test_a_head_that_contradicts_itself_is_refused(spec, classes, word):
    with pytest.raises(ValueError, match=word):
        build_head(spec, CHANNELS, 9, classes)
