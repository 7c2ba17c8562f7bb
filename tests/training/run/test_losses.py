"""Losses against PyTorch's own, and their parts against the whole."""

import pytest
import torch
from torch.nn import functional

from tests.training.small_runs import recipe_of
from training.recipe_file import RecipeError
from training.run.losses import Loss

CPU = torch.device("cpu")
LOGITS = torch.randn((7, 3), generator=torch.Generator().manual_seed(1))
LABELS = torch.tensor([0, 1, 2, 2, 1, 0, 2])
NO_PRIOR = torch.zeros(7, 3)


def mean(loss, logits=LOGITS, labels=LABELS, priors=NO_PRIOR):
    return float(loss(logits, labels, priors) / loss.weight(labels))


def test_cross_entropy_with_weights_and_smoothing_is_pytorch_s_mean():
    weights = [0.5, 2.0, 1.0]
    loss = Loss(recipe_of(label_smoothing=0.1), weights, CPU)
    expected = functional.cross_entropy(LOGITS, LABELS, torch.tensor(weights), label_smoothing=0.1)
    assert mean(loss) == pytest.approx(float(expected))
    assert float(loss.plain(LOGITS, LABELS)) == pytest.approx(float(functional.cross_entropy(LOGITS, LABELS)))


def test_binary_cross_entropy_looks_at_every_class_of_its_own():
    loss = Loss(recipe_of(loss="bce"), None, CPU)
    target = functional.one_hot(LABELS, 3).float()
    expected = functional.binary_cross_entropy_with_logits(LOGITS, target)
    assert mean(loss) == pytest.approx(float(expected))
    assert float(loss.plain(LOGITS, LABELS)) == pytest.approx(float(expected))


def test_binary_targets_are_smoothed_towards_one_half():
    loss = Loss(recipe_of(loss="bce", label_smoothing=0.2), None, CPU)
    target = functional.one_hot(LABELS, 3).float() * 0.8 + 0.1
    assert mean(loss) == pytest.approx(float(functional.binary_cross_entropy_with_logits(LOGITS, target)))


def test_a_single_logit_costs_its_binary_cross_entropy():
    recipe = recipe_of(
        loss="bce", data={"classes": ["pneumonia", "normal"]}, network={"head": {"kind": "linear", "logits": "single"}}
    )
    z, labels = LOGITS[:, 0], LABELS.clamp(max=1)
    pair = torch.stack([z, torch.zeros(7)], dim=1)
    expected = functional.binary_cross_entropy_with_logits(z, (labels == 0).float())
    assert mean(Loss(recipe, None, CPU), pair, labels, torch.zeros(7, 2)) == pytest.approx(float(expected))


def test_class_weights_count_in_binary_cross_entropy_too():
    weights = [0.5, 2.0, 1.0]
    loss = Loss(recipe_of(loss="bce"), weights, CPU)
    each = functional.binary_cross_entropy_with_logits(
        LOGITS, functional.one_hot(LABELS, 3).float(), reduction="none"
    ).mean(dim=1)
    w = torch.tensor(weights)[LABELS]
    assert mean(loss) == pytest.approx(float((each * w).sum() / w.sum()))


def test_parts_of_a_batch_add_up_to_the_whole():
    loss = Loss(recipe_of(label_smoothing=0.1), [0.5, 2.0, 1.0], CPU)
    parts = sum(float(loss(LOGITS[a:b], LABELS[a:b], NO_PRIOR[a:b])) for a, b in ((0, 3), (3, 7)))
    assert parts == pytest.approx(float(loss(LOGITS, LABELS, NO_PRIOR)))


def test_the_origin_prior_is_added_to_the_logits_and_refused_where_classes_do_not_compete():
    priors = torch.randn((7, 3), generator=torch.Generator().manual_seed(2))
    expected = functional.cross_entropy(LOGITS + priors, LABELS)
    assert mean(Loss(recipe_of(), None, CPU), priors=priors) == pytest.approx(float(expected))
    with pytest.raises(RecipeError, match="origin_prior needs the loss cross_entropy"):
        Loss(recipe_of(loss="bce", balance={"method": "shares", "origin_prior": 0.5}), None, CPU)
