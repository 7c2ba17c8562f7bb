"""Predictions become the studies that the worklist would show."""

from cxr_desktop.export.studies import entries_of
from tests.export.samples import header, not_an_image, refused, scored


def test_images_of_one_study_are_one_entry_led_by_the_highest_risk():
    headers = {"a": header("a"), "b": header("b"), "c": header("c", study_instance_uid="9")}
    entries = entries_of([scored("a", 0.2), scored("b", 0.6), scored("c", 0.4)], headers)
    assert [len(entry.images) for entry in entries] == [2, 1]
    assert entries[0].leading.path == "b"


def test_the_order_is_that_of_the_worklist():
    entries = entries_of([not_an_image("pdf"), scored("low", 0.01), refused("hand"), scored("high", 0.9)], {})
    assert [entry.leading.path for entry in entries] == ["high", "hand", "low", "pdf"]
