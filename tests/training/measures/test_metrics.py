"""Numbers about predictions against hand-made cases and scikit-learn's own report."""

import numpy as np
import pytest
from sklearn.metrics import classification_report as sklearn_report

from tests.training.invented_answers import CLASSES, labels_and_logits
from tests.training.measures.bootstrap import areas, draws
from training.measures.metrics import (
    CURVE_POINTS,
    auc,
    auc_interval,
    class_aucs,
    classification_report,
    histogram,
    pairs_inside_origins,
    precision_recall,
    roc,
)


def test_delong_agrees_with_the_bootstrap():
    rng = np.random.default_rng(0)
    positive = np.arange(300) < 90
    score = rng.normal(positive * 1.1, 1.0)
    drawn = areas(positive, score, draws(rng, 90, 4000), draws(rng, 210, 4000))
    low, high = auc_interval(positive, score)
    assert low == pytest.approx(np.percentile(drawn, 2.5), abs=0.012)
    assert high == pytest.approx(np.percentile(drawn, 97.5), abs=0.012)


def test_an_area_that_cannot_be_known_is_not_a_number():
    assert np.isnan(auc(np.ones(4, dtype=bool), np.arange(4.0)))
    assert np.isnan(auc_interval(np.array([True, False, False]), np.arange(3.0))).all()
    assert roc(np.ones(3, dtype=bool), np.arange(3.0))["fpr"] == []
    assert precision_recall(np.zeros(3, dtype=bool), np.arange(3.0))["recall"] == []


def test_precision_recall_f1_and_their_means_are_those_of_scikit_learn():
    labels, logits = labels_and_logits(200)
    called = logits.argmax(axis=1)
    ours = classification_report(labels, called, CLASSES)
    theirs = sklearn_report(labels, called, target_names=CLASSES, output_dict=True)
    for name, key in [*((c, c) for c in CLASSES), ("macro", "macro avg"), ("weighted", "weighted avg")]:
        assert ours[name]["precision"] == pytest.approx(theirs[key]["precision"])
        assert ours[name]["recall"] == pytest.approx(theirs[key]["recall"])
        assert ours[name]["f1"] == pytest.approx(theirs[key]["f1-score"])
        assert ours[name]["support"] == theirs[key]["support"]
    assert ours["accuracy"] == pytest.approx(theirs["accuracy"])
    low, high = ours["accuracy_95"]
    assert low < ours["accuracy"] < high


def test_a_class_without_images_or_without_calls_has_no_rate_and_does_not_pull_the_mean_down():
    report = classification_report(np.array([0, 0, 1, 1]), np.array([0, 0, 0, 1]), ("a", "b", "c"))
    assert report["c"] == {"precision": None, "recall": None, "f1": None, "support": 0}
    assert report["macro"]["recall"] == pytest.approx(0.75)
    never = classification_report(np.array([0, 1]), np.array([0, 0]), ("a", "b"))
    assert never["b"]["precision"] is None
    assert never["macro"]["precision"] == pytest.approx(0.25)


def test_curves_are_thin_and_keep_their_ends_and_their_area():
    labels, logits = labels_and_logits(3000)
    curve = roc(labels == 0, logits[:, 0])
    assert len(curve["fpr"]) <= CURVE_POINTS
    assert (curve["fpr"][0], curve["tpr"][0], curve["fpr"][-1], curve["tpr"][-1]) == (0.0, 0.0, 1.0, 1.0)
    assert np.trapezoid(curve["tpr"], curve["fpr"]) == pytest.approx(curve["auc"], abs=2e-3)
    falling = precision_recall(labels == 0, logits[:, 0])
    assert falling["recall"] == sorted(falling["recall"])
    assert falling["recall"][-1] == 1.0


def test_a_histogram_counts_every_image_once():
    labels, _ = labels_and_logits(100)
    score = np.linspace(0.0, 1.0, 100)
    table = histogram(labels, score, CLASSES)
    assert len(table["edges"]) == 21
    assert {name: sum(counts) for name, counts in table["by_truth"].items()} == {
        name: int((labels == i).sum()) for i, name in enumerate(CLASSES)
    }


def test_every_class_stands_against_the_rest():
    labels = np.array([0, 0, 1, 1, 2, 2])
    table = class_aucs(labels, np.eye(3)[labels], ("a", "b", "c"))
    assert [row["auc"] for row in table.values()] == [1.0, 1.0, 1.0]
    assert [(row["positives"], row["negatives"]) for row in table.values()] == [(2, 4)] * 3


def test_classes_are_compared_inside_a_collection_only():
    labels = np.array([0, 1] * 10)
    logits = np.stack([1.0 - labels, labels], axis=1) * 2.0
    same = pairs_inside_origins(labels, logits, ["one"] * 20, ["a", "b"])
    assert same["one: a v b"]["auc"] == 1.0
    apart = pairs_inside_origins(labels, logits, ["one" if v else "two" for v in labels], ["a", "b"])
    assert apart == {}


@pytest.mark.parametrize(("positives", "negatives"), [(10, 20), (3, 3), (100, 200)])
def test_classes_apart_without_a_mistake_have_an_interval_with_a_width(positives, negatives):
    positive = np.arange(positives + negatives) < positives
    low, high = auc_interval(positive, positive.astype(float))
    assert high == 1.0
    assert 0.3 < low < 1.0
    assert auc_interval(positive, 1.0 - positive) == pytest.approx((0.0, 1.0 - low))


def test_more_images_without_a_mistake_say_more():
    lows = []
    for size in (5, 20, 100):
        positive = np.arange(2 * size) < size
        lows.append(auc_interval(positive, positive.astype(float))[0])
    assert lows == sorted(lows)
