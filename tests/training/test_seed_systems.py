"""The exact numbers that the reports of S1 to S6 state, each held against the code and the recipe that repeat them."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from statistics import fmean
from typing import Any

import pytest
import torch

from cxr_desktop.domain.model_card import wilson_interval
from cxr_desktop.engine.networks import Network
from cxr_desktop.engine.segmenters import Segmenter
from training.data import copies
from training.data.multiply import multiplied
from training.data.sample import Sample
from training.data.splits import class_weights
from training.measures.intervals import normal_interval
from training.recipe_file import changed, names, read_recipe
from training.run import initial_weights
from training.run.optimisers import Plateau, learning_rate
from training.run.phases import learning_names
from training.search.main_effects import Analysis, analyse
from training.search.orthogonal_array import L9, is_balanced, rows
from training.search.space import as_changes, read_space

SYSTEMS = [name for name in names() if name[0] == "s" and name[1].isdigit()]


@lru_cache
def network_of(name: str) -> Network | Segmenter:
    """The recipe's network without the memory for its weights, which nothing here looks at."""
    recipe = read_recipe(name)
    if not recipe.classes:  # left open for the data: the digits have ten
        recipe = changed(recipe, [f"data.classes={[str(digit) for digit in range(10)]}"])
    with torch.device("meta"):
        return initial_weights.network_of(recipe)


def trainable(name: str, phase: int = 0) -> int:
    """Parameters that learn in a phase of the recipe."""
    network = network_of(name)
    sizes = {key: parameter.numel() for key, parameter in network.named_parameters()}
    return sum(sizes[key] for key in learning_names(network, read_recipe(name).phases[phase].train))


def total(name: str) -> int:
    """All parameters of the recipe's network."""
    return sum(parameter.numel() for parameter in network_of(name).parameters())


# -- every recipe ------------------------------------------------------------------------------------------------------


def test_each_of_the_six_systems_has_a_recipe():
    assert {read_recipe(name).system for name in SYSTEMS} == {"S1", "S2", "S3", "S4", "S5", "S6"}


@pytest.mark.parametrize("name", names())
def test_the_network_of_a_recipe_can_be_built_and_its_phases_name_parameters_that_exist(name):
    recipe = read_recipe(name)
    network = network_of(name)
    for phase in recipe.phases:
        assert learning_names(network, phase.train)


@pytest.mark.parametrize("name", SYSTEMS)
def test_the_recipe_of_a_system_says_what_was_reported_and_where(name):
    reported = read_recipe(name).reported
    assert reported["source"]
    assert set(reported) & {"thresholds", "accuracy", "test_accuracy", "recall", "at_98"}


# -- S1 ----------------------------------------------------------------------------------------------------------------

S1_AT_98 = {
    "s1_resnet18": (0.98, 0.907, 1.04),
    "s1_resnet50": (0.98, 0.896, 1.09),
    "s1_squeezenet": (0.98, 0.929, 0.92),
    "s1_densenet121": (0.98, 0.751, 1.55),
}


@pytest.mark.parametrize("name", S1_AT_98)
def test_s1_the_normal_approximation_gives_the_printed_widths_at_100_and_3000_images(name):
    sensitivity, specificity, plus_minus = S1_AT_98[name]
    low, high = normal_interval(sensitivity, 100)
    assert round(100 * (high - low) / 2, 2) == 2.74
    low, high = normal_interval(specificity, 3000)
    assert round(100 * (high - low) / 2, 2) == plus_minus


@pytest.mark.parametrize("name", S1_AT_98)
def test_s1_the_recipe_states_the_interval_that_the_report_prints(name):
    sensitivity, specificity, plus_minus = S1_AT_98[name]
    at_98 = read_recipe(name).reported["at_98"]
    assert (at_98["sensitivity"], at_98["specificity"]) == (sensitivity, specificity)
    assert (at_98["positives"], at_98["negatives"]) == (100, 3000)
    assert at_98["specificity_plus_minus"] == pytest.approx(plus_minus / 100, abs=0.0007)


def test_s1_wilsons_interval_which_the_product_shows_stays_below_one_where_the_normal_one_does_not():
    assert normal_interval(0.98, 100)[1] > 1.0
    low, high = wilson_interval(98, 100)
    assert (round(low, 4), round(high, 4)) == (0.9300, 0.9945)


# Threshold: sensitivity / specificity, in per cent as the reports print them.
THRESHOLDS = {
    "s1_squeezenet": "0.1: 100/89.9 · 0.15: 98/92.9 · 0.2: 96.0/94.6 · 0.4: 92/97.6 · 0.5: 87/98.3",
    "s1_resnet18": "0.1: 100/72.4 · 0.17: 98/90.7 · 0.2: 95/92.4 · 0.25: 91/95.8 · 0.35: 85/98.3",
    "s1_resnet50": "0.15: 100/78.2 · 0.205: 98/89.6 · 0.25: 93/94.2 · 0.3: 90/97.3 · 0.35: 85/98.4",
    "s1_densenet121": "0.19: 98/75.1 · 0.25: 95/88.9 · 0.3: 90/94.6 · 0.4: 79/98.9",
    "s2_squeezenet_offline": "0.1: 88/99.5 · 0.15: 87/99.6 · 0.2: 86/99.7 · 0.4: 80/99.8 · 0.5: 78/99.9",
}


@pytest.mark.parametrize("name", THRESHOLDS)
def test_s1_and_s2_the_recipe_lists_the_reported_thresholds(name):
    printed = [re.split("[:/]", item) for item in THRESHOLDS[name].split("·")]
    listed = read_recipe(name).reported["thresholds"]
    assert [(row["threshold"], row["sensitivity"], row["specificity"]) for row in listed] == [
        (float(threshold), pytest.approx(float(sensitivity) / 100), pytest.approx(float(specificity) / 100))
        for threshold, sensitivity, specificity in printed
    ]


@pytest.mark.parametrize("name", S1_AT_98)
def test_s1_features_are_frozen_and_the_last_layer_learns_for_100_epochs_with_adam(name):
    recipe = read_recipe(name)
    assert trainable(name) < 5000
    assert (recipe.epochs, recipe.batch_size) == (100, 20)
    assert (recipe.phases[0].optimiser, recipe.phases[0].learning_rate) == ("adam", 1e-4)


# -- S2 ----------------------------------------------------------------------------------------------------------------


def samples(label: str, count: int) -> list[Sample]:
    """Training images of one class."""
    return [Sample(f"{label}{n}", f"{label}/{n}.png", label, "train") for n in range(count)]


def test_s2_any_84_covid_19_images_become_420_and_the_others_stay_as_they_are():
    train = samples("covid19", 84) + samples("other", 200)
    pictures = multiplied(read_recipe("s2_squeezenet_offline"), train)
    assert Counter(sample.label for sample in pictures) == {"covid19": 420, "other": 200}
    assert len({sample.file for sample in pictures}) == 620
    originals = Counter(copies.original_of(sample.file) for sample in pictures if sample.label == "covid19")
    assert set(originals.values()) == {5}


def test_s2_the_five_are_the_original_rotated_mirrored_blurred_and_all_three_at_once():
    rotated, mirrored, blurred, together = read_recipe("s2_squeezenet_offline").multiply.variants
    assert [(o.name, dict(o.values)) for o in rotated] == [("rotation", {"degrees": [15, 15]})]
    assert [o.name for o in mirrored] == ["flip"]
    assert [(o.name, dict(o.values)) for o in blurred] == [("gaussian_blur", {"kernel": 3, "sigma": 3.0})]
    assert [o.name for o in together] == ["gaussian_blur", "flip", "rotation"]
    assert together[2].values["degrees"] == [10, 10]
    assert all(o.p == 1.0 for variant in (rotated, mirrored, blurred, together) for o in variant)


def test_s2_the_rate_falls_to_a_tenth_every_seven_epochs():
    phase = read_recipe("s2_squeezenet_offline").phases[0]
    rates = [learning_rate(phase, epoch, 0, 1, Plateau()) for epoch in (0, 6, 7, 13, 14, 28)]
    assert rates == pytest.approx([1e-3, 1e-3, 1e-4, 1e-4, 1e-5, 1e-7])
    assert (phase.optimiser, phase.momentum, phase.epochs) == ("sgd", 0.9, 30)


def test_s2_the_head_has_one_channel_for_each_of_the_two_classes():
    assert trainable("s2_squeezenet_offline") == 512 * 2 + 2


# -- S3 ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("s3_scnnb", 4_047_178),
        ("s3_scnnb_a", 4_047_114),
        ("s3_scnnb_b", 4_046_986),
        ("s3_scnnb_cifar10", 4_047_754),
    ],
)
def test_s3_the_networks_have_the_reported_numbers_of_parameters(name, parameters):
    assert total(name) == parameters
    assert trainable(name) == parameters


# -- S4 ----------------------------------------------------------------------------------------------------------------


def test_s4_class_weights_are_n_over_k_times_n_of_the_class():
    labels = ["pneumonia"] * 2549 + ["normal"] * 949
    weights = class_weights(labels, ("pneumonia", "normal"))
    assert weights.tolist() == [0.6861514319340918, 1.8429926238145415]


def test_s4_two_phases_first_the_head_then_everything_at_a_tenth():
    recipe = read_recipe("s4_efficientnet_b2")
    features = 1408
    head = features * 128 + 128 + 128 * 64 + 64 + 64 + 1
    assert trainable("s4_efficientnet_b2", 0) == head
    assert trainable("s4_efficientnet_b2", 1) == total("s4_efficientnet_b2")
    assert [(p.epochs, p.learning_rate) for p in recipe.phases] == [(29, 5e-5), (15, 5e-6)]
    assert recipe.data.ratios == (0.6, 0.2, 0.2)


def test_s4_the_reported_confusion_gives_the_reported_report():
    reported = read_recipe("s4_efficientnet_b2").reported
    kinds = ("true_positives", "false_negatives", "false_positives", "true_negatives")
    tp, fn, fp, tn = (reported["confusion"][kind] for kind in kinds)
    assert (tp, fn, fp, tn) == (782, 58, 43, 273)
    assert (round(tp / (tp + fp), 2), round(tp / (tp + fn), 2)) == (0.95, 0.93)
    assert (round(tn / (tn + fn), 2), round(tn / (tn + fp), 2)) == (0.82, 0.86)
    assert round((tp + tn) / (tp + fn + fp + tn), 2) == reported["accuracy"] == 0.91
    assert round(fmean((tp / (tp + fn), tn / (tn + fp))), 3) == 0.897


# -- S5 ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("s5_resnet152", 4_194_690),
        ("s5_densenet121", 1_048_962),
        ("s5_densenet121_undersampling", 1_048_962),
        ("s5_inception_v3", 1_769_858),
        ("s5_inception_v3_middle", 2_733_378),
        ("s5_inception_v3_middle_oversampled", 2_733_378),
    ],
)
def test_s5_the_cut_networks_have_the_reported_numbers_of_trainable_parameters(name, parameters):
    assert trainable(name) == parameters


def test_s5_in_the_middle_variant_mixed_6c_learns_up_to_its_fourth_convolution_and_batch_norm_learns_biases_only():
    network = network_of("s5_inception_v3_middle")
    learning = learning_names(network, read_recipe("s5_inception_v3_middle").phases[0].train)
    inside = [name for name in learning if not name.startswith("classifier.")]
    found = {re.search(r"Mixed_6c\.(branch7x7(?:dbl)?_\d)\.(conv\.weight|bn\.bias)$", name) for name in inside}
    assert None not in found
    branches = ("branch7x7_1", "branch7x7_2", *(f"branch7x7dbl_{i}" for i in (1, 2, 3, 4)))
    assert {match.groups() for match in found if match} == {
        (b, k) for b in branches for k in ("conv.weight", "bn.bias")
    }


@pytest.mark.parametrize("name", [name for name in SYSTEMS if name.startswith("s5_")])
def test_s5_the_rate_compounds_to_factor_to_the_sum_of_all_epochs_so_far(name):
    phase = read_recipe(name).phases[0]
    assert (phase.schedule.kind, phase.schedule.factor) == ("compound", 0.85)
    rate = phase.learning_rate
    for epoch in range(8):
        rate *= 0.85**epoch
        assert learning_rate(phase, epoch, 0, 1, Plateau()) == pytest.approx(rate, rel=1e-12)
        assert rate == pytest.approx(phase.learning_rate * 0.85 ** (epoch * (epoch + 1) / 2), rel=1e-12)


@pytest.mark.parametrize("name", [name for name in SYSTEMS if name.startswith("s5_")])
def test_s5_five_epochs_without_gain_end_the_run_and_the_best_weights_are_kept(name):
    stop = read_recipe(name).stop
    assert (stop.patience, stop.restore_best) == (5, True)


# -- S6 ----------------------------------------------------------------------------------------------------------------


def test_s6_every_training_class_is_brought_to_1500_images_and_none_loses_any():
    # As the report divided before it augmented: 552 / 1512 / 1200 / 560 became 1500 / 1514 / 1500 / 1500.
    counts = {"covid19": 552, "normal": 1512, "pneumonia": 1200, "tuberculosis": 560}
    train = [sample for label, count in counts.items() for sample in samples(label, count)]
    pictures = multiplied(read_recipe("s6_densenet121"), train)
    assert Counter(sample.label for sample in pictures) == {"normal": 1512} | dict.fromkeys(
        ("covid19", "pneumonia", "tuberculosis"), 1500
    )
    assert {sample.split for sample in pictures} == {"train"}
    assert {copies.original_of(sample.file) for sample in pictures} == {sample.file for sample in train}


FACTORS = ("optimiser", "learning_rate", "dropout", "activation")


def reported_rows() -> list[dict[str, Any]]:
    """The nine rows as the recipe states them."""
    return [dict(row) for row in read_recipe("s6_densenet121").reported["l9"]]


def s6_analysis() -> Analysis:
    """Main effects of the nine reported test accuracies."""
    reported = reported_rows()
    outcomes = [row["test_accuracy"] for row in reported]
    analysis = analyse([{factor: row[factor] for factor in FACTORS} for row in reported], outcomes)
    assert analysis is not None
    return analysis


def test_s6_the_nine_reported_rows_are_a_balanced_orthogonal_array():
    reported = [tuple(row[factor] for factor in FACTORS) for row in reported_rows()]
    assert len(set(reported)) == 9
    assert is_balanced(reported)
    assert is_balanced(L9)


def test_s6_the_search_tries_the_nine_reported_rows_in_their_order():
    recipe = read_recipe("s6_densenet121")
    space = read_space(None, "l9", recipe)
    tried = [changed(recipe, as_changes(values)) for values in rows(space)]
    heads = [(recipe.network.head.dropout[0], recipe.network.head.activation) for recipe in tried]
    steps = [(recipe.phases[0].optimiser, recipe.phases[0].learning_rate) for recipe in tried]
    assert [(*step, *head) for step, head in zip(steps, heads, strict=True)] == [
        tuple(row[factor] for factor in FACTORS) for row in reported_rows()
    ]


@pytest.mark.parametrize(
    ("factor", "means"),
    [
        ("optimiser", {"adam": 0.7801, "sgd": 0.8254, "adagrad": 0.8427}),
        ("learning_rate", {0.001: 0.8400, 0.0001: 0.8196, 0.005: 0.7887}),
        ("dropout", {0.3: 0.8324, 0.4: 0.8520, 0.5: 0.7638}),
        ("activation", {"relu": 0.8188, "tanh": 0.8529, "sigmoid": 0.7766}),
    ],
)
def test_s6_the_main_effects_of_the_reported_test_accuracies_are_the_reported_means(factor, means):
    effect = next(effect for effect in s6_analysis().effects if effect.factor == factor)
    assert {level.value: round(level.mean, 4) for level in effect.levels} == means


def test_s6_the_main_effects_pick_a_combination_that_a_single_row_beat():
    analysis = s6_analysis()
    assert dict(analysis.combination) == {
        "optimiser": "adagrad",
        "learning_rate": 0.001,
        "dropout": 0.4,
        "activation": "tanh",
    }
    assert (analysis.best_row + 1, analysis.best_outcome) == (2, 0.8564)
    assert read_recipe("s6_densenet121").reported["accuracy"] == 0.8497 < analysis.best_outcome


def test_s6_the_recipe_holds_the_values_that_the_report_chose():
    recipe = read_recipe("s6_densenet121")
    head = recipe.network.head
    assert (recipe.phases[0].optimiser, recipe.phases[0].learning_rate) == ("adagrad", 0.001)
    assert (head.hidden, head.dropout, head.activation, head.batch_norm) == ((512,), (0.4,), "tanh", True)
