"""What somebody should know about a data set before they trust a model from it."""

from tests.training.sources import sample
from training.data.duplicates import Duplicates
from training.data.soundness import copies, faults, few_splits, left_out, shortcuts


def many(label, split, count, origin="x"):
    return [sample(f"{label}{split}{origin}{n}", label, split, origin) for n in range(count)]


def test_a_source_of_its_own_gives_a_class_away():
    samples = [*many("a", "train", 3, "x"), *many("b", "train", 3, "x"), *many("b", "train", 3, "y")]
    assert shortcuts(samples, ["a", "b"]) == [
        "all images of a come from one source (x): the model may learn the source instead of the finding"
    ]


def test_several_sources_without_any_other_class_give_it_away_too():
    samples = [s for k, o in enumerate("wxyz") for s in many("ab"[k // 2], "train", 2, o)]
    assert [w.partition(":")[0] for w in shortcuts(samples, ["a", "b"])] == [
        "no source of a has images of another class",
        "no source of b has images of another class",
    ]


def test_one_source_for_all_classes_is_no_trap():
    assert shortcuts([*many("a", "train", 2), *many("b", "train", 2)], ["a", "b"]) == []


def test_unknown_sources_are_said_once():
    (text,) = shortcuts([*many("a", "train", 2, ""), *many("b", "train", 2, "")], ["a", "b"])
    assert text.startswith("nothing says where the images come from")


def test_classes_that_can_hardly_be_measured_are_named():
    samples = [*many("a", "train", 50), *many("a", "val", 30), *many("a", "test", 30), *many("b", "val", 3)]
    assert few_splits(samples, ["a", "b"]) == [
        "the validation split has few images of b (3): its numbers will be rough",
        "the test split has no image of b",
    ]
    (text,) = few_splits([s for n in range(9) for s in many(str(n), "val", 30)], [str(n) for n in range(9)])
    assert text == "the test split has no image of 0, 1, 2, 3, 4 and 4 more"


def test_copies_are_told_apart_by_what_became_of_them():
    assert copies(Duplicates()) == []
    assert copies(Duplicates(groups=3, across_splits=1, across_classes=1, dropped=2)) == [
        "pictures that are there more than once: 2, 1 of them in several splits; copies left out: 2",
        "pictures with different labels in different places, left out: 1",
    ]


def test_labels_without_a_class_are_listed_by_their_number():
    assert left_out([]) == []
    labels = [str(n) for n in range(7) for _ in range(7 - n)]
    (text,) = left_out(labels)
    assert text.endswith("left out: 0 (7), 1 (6), 2 (5), 3 (4), 4 (3) and 2 more")


def test_origins_that_are_left_out_do_not_count_as_training_images():
    samples = [*many("a", "train", 3), *many("b", "train", 3, "y"), *many("b", "val", 3)]
    assert faults(samples, ["a", "b"], {}, []) == []
    assert "no image of the class b is in the training split" in faults(samples, ["a", "b"], {}, ["y"])[0]
