"""Images without a split get one: whole patients, every class in its share, whatever the order of files."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.training.sources import sample
from training.data.division import divide
from training.data.splits import SPLITS, check_disjoint

RATIOS = (0.7, 0.15, 0.15)


def free(n, label="a", **more):
    return sample(n, label, split="", **more)


def counted(samples):
    return Counter((s.label, s.split) for s in samples)


def test_every_class_is_divided_by_the_ratios():
    samples = [free(n, "a") for n in range(200)] + [free(1000 + n, "b") for n in range(20)]
    counts = counted(divide(samples, {}, RATIOS, 0))
    assert [counts["a", s] for s in SPLITS] == [140, 30, 30]
    assert [counts["b", s] for s in SPLITS] == [14, 3, 3]


def test_the_order_of_the_files_changes_nothing_and_the_seed_does():
    samples = [free(n, "ab"[n % 2], patient=str(n // 3)) for n in range(90)]
    keys = {s.file: f"digest {s.id}" for s in samples}
    first = {s.file: s.split for s in divide(samples, keys, RATIOS, 4)}
    assert {s.file: s.split for s in divide(samples[::-1], keys, RATIOS, 4)} == first
    assert {s.file: s.split for s in divide(samples, keys, RATIOS, 5)} != first


def test_neither_the_names_of_files_nor_pseudonyms_change_the_splits_of_known_contents():
    samples = [free(n, "ab"[n % 2], patient=f"one {n // 3}") for n in range(60)]
    renamed = [replace(s, file=f"moved/{s.file}", patient=s.patient.replace("one", "two")) for s in samples]
    first = divide(samples, {s.file: s.id for s in samples}, RATIOS, 4)
    second = divide(renamed, {s.file: s.id for s in renamed}, RATIOS, 4)
    assert [s.split for s in first] == [s.split for s in second]


def test_images_that_share_a_patient_a_group_or_their_content_stay_together():
    samples = [free(n, patient=str(n // 4)) for n in range(40)]
    samples += [free(100 + n, group=f"g{n // 5}") for n in range(40)]
    samples += [free(200 + n) for n in range(20)]
    chain = [free(301, patient="p", group="g"), free(302, group="g"), free(303, patient="p"), free(304)]
    keys = {s.file: "same" for s in (chain[0], chain[3])}
    divided = divide([*samples, *chain], keys, RATIOS, 0)
    check_disjoint(divided)
    assert len({s.split for s in divided if s.id.startswith("30")}) == 1


def test_a_patient_with_a_given_split_takes_its_other_images_along():
    samples = [sample(1, split="test", patient="anna"), free(2, patient="anna")] + [free(10 + n) for n in range(20)]
    divided = divide(samples, {}, RATIOS, 0)
    assert divided[0].split == divided[1].split == "test"


@pytest.mark.parametrize("count", [3, 4, 5, 9])
def test_every_split_gets_an_image_of_a_small_class(count):
    assert {s.split for s in divide([free(n) for n in range(count)], {}, RATIOS, 0)} == set(SPLITS)


def test_a_class_of_two_can_be_learned_and_validated():
    assert Counter(s.split for s in divide([free(1), free(2)], {}, RATIOS, 0))["train"] >= 1


def test_a_split_without_a_share_stays_empty():
    assert {s.split for s in divide([free(n) for n in range(30)], {}, (0.8, 0.2, 0.0), 0)} == {"train", "val"}


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10_000))
def test_ratios_hold_in_every_class_with_patients_of_all_sizes(seed):
    rng = np.random.default_rng(seed)
    patients = rng.integers(0, 120, 400)
    samples = [free(n, "abc"[int(rng.integers(3))], patient=str(p)) for n, p in enumerate(patients)]
    divided = divide(samples, {}, RATIOS, seed)
    check_disjoint(divided)
    for label in "abc":
        counts = Counter(s.split for s in divided if s.label == label)
        assert counts["train"] / counts.total() == pytest.approx(0.7, abs=0.12)
        assert min(counts[s] for s in SPLITS) > 0
