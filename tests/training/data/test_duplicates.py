"""One picture counts once, and one with two labels not at all."""

from tests.training.sources import sample
from training.data.duplicates import Duplicates, sifted


def test_a_copy_of_a_training_image_leaves_validation_and_test():
    samples = [sample(1, split="test"), sample(2), sample(3, split="val"), sample(4, split="test")]
    kept, found, conflicts = sifted(samples, {"1.png": "d", "2.png": "d", "3.png": "d", "4.png": "e"})
    assert [s.id for s in kept] == ["2", "4"]
    assert found == Duplicates(groups=1, across_splits=1, across_classes=0, dropped=2)
    assert not conflicts


def test_of_copies_in_one_split_the_first_name_stays():
    kept, found, _ = sifted([sample(2), sample(1), sample(3)], dict.fromkeys(["1.png", "2.png", "3.png"], "d"))
    assert [s.id for s in kept] == ["1"]
    assert (found.groups, found.across_splits, found.dropped) == (1, 0, 2)


def test_a_picture_with_two_labels_is_left_out_with_both_its_files():
    samples = [sample(1, "a"), sample(2, "b"), sample(3, "b")]
    kept, found, conflicts = sifted(samples, {"1.png": "d", "2.png": "d", "3.png": "e"})
    assert [s.id for s in kept] == ["3"]
    assert found.across_classes == 1
    assert [(p.file, p.reason) for p in conflicts] == [
        (f, "the same picture is also labelled otherwise (a, b)") for f in ("1.png", "2.png")
    ]


def test_images_that_were_not_read_are_not_copies_of_each_other():
    assert sifted([sample(1), sample(2)], {})[1] == Duplicates()
