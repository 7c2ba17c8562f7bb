"""The numbers that pick the best epoch, against scikit-learn's."""

import math

import pytest
import torch
from sklearn.metrics import balanced_accuracy_score, log_loss, roc_auc_score

from tests.training.small_runs import CLASSES, recipe_of, samples_of
from training.data.sample import Sample
from training.recipe_file import RecipeError
from training.run.validation import Judge, gain

LOGITS = torch.randn((30, 3), generator=torch.Generator().manual_seed(4))


def test_numbers_agree_with_scikit_learn():
    numbers = Judge(recipe_of(), samples_of(30)).numbers(LOGITS)
    labels = [i % 3 for i in range(30)]
    p = LOGITS.softmax(dim=1).numpy()
    assert numbers["loss"] == pytest.approx(log_loss(labels, p), abs=1e-5)
    assert numbers["accuracy"] == pytest.approx((p.argmax(1) == labels).mean())
    assert numbers["balanced_accuracy"] == pytest.approx(balanced_accuracy_score(labels, p.argmax(1)))
    for c, name in enumerate(CLASSES):
        assert numbers[f"auc_{name}"] == pytest.approx(roc_auc_score([k == c for k in labels], p[:, c]))
    assert numbers["macro_auc"] == pytest.approx(roc_auc_score(labels, p, multi_class="ovr"))


def test_honest_auc_is_of_adults_and_of_pairs_inside_one_collection():
    samples = [
        Sample(
            f"{i}", f"{i}.png", CLASSES[i % 3], "val", origin="a" if i < 15 else "b", age_group="child" if i % 2 else ""
        )
        for i in range(30)
    ]
    numbers = Judge(recipe_of(), samples).numbers(LOGITS)
    adults = list(range(0, 30, 2))
    p = LOGITS.softmax(dim=1)[adults].numpy()
    expected = roc_auc_score([i % 3 for i in adults], p, multi_class="ovr")
    assert numbers["adult_macro_auc"] == pytest.approx(expected)
    assert numbers["honest_auc"] == pytest.approx((numbers["adult_macro_auc"] + numbers["pair_auc"]) / 2)


def test_a_class_that_is_missing_has_no_auc_and_counts_nowhere():
    samples = [Sample(f"{i}", f"{i}.png", CLASSES[i % 2], "val") for i in range(30)]
    numbers = Judge(recipe_of(), samples).numbers(LOGITS)
    assert math.isnan(numbers["auc_normal"])
    assert not math.isnan(numbers["macro_auc"])


def test_a_number_that_does_not_exist_or_cannot_be_computed_is_refused_before_training():
    judge = Judge(recipe_of(), samples_of(9))
    judge.check("val_macro_auc")
    judge.check("auc_covid19")
    with pytest.raises(RecipeError, match=r"no number val_f1; it has val_loss, val_accuracy"):
        judge.check("val_f1")
    with pytest.raises(RecipeError, match="val_pair_auc cannot be computed"):
        judge.check("val_pair_auc")


def test_losses_are_minimised_and_everything_else_is_maximised():
    numbers = {"loss": 0.5, "accuracy": 0.8}
    assert gain("val_loss", numbers) == -0.5
    assert gain("accuracy", numbers) == 0.8
