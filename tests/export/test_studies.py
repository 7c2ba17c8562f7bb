"""Predictions become the studies that the worklist would show."""

from cxr_desktop.domain.conflict import OTHER_PERSON, SAME_NUMBER, conflicts_of
from cxr_desktop.export.studies import entries_of
from tests.export.samples import header, not_an_image, refused, scored


def test_images_of_one_study_are_one_entry_led_by_the_highest_risk():
    headers = {"a": header("a"), "b": header("b"), "c": header("c", study_instance_uid="9")}
    entries = entries_of([scored("a", 0.2), scored("b", 0.6), scored("c", 0.4)], headers)
    assert [len(entry.images) for entry in entries] == [2, 1]
    assert entries[0].leading.path == "b"


def test_studies_that_contradict_each_other_are_flagged_as_in_the_window():
    headers = {
        "a": header("a", sop_instance_uid="1.1"),
        "b": header("b", sop_instance_uid="1.1"),
        "c": header("c", study_instance_uid="9", patient_name="ROE^Richard"),
        "d": header("d", study_instance_uid="8", patient_id="ID-99"),
    }
    results = [scored("a"), scored("b", content_hash="ff" * 32), scored("c"), scored("d")]
    entries = {entry.leading.path: entry for entry in entries_of(results, headers)}
    assert conflicts_of(entries["a"].images) == (SAME_NUMBER, OTHER_PERSON)
    assert conflicts_of(entries["c"].images) == (OTHER_PERSON,)
    assert conflicts_of(entries["d"].images) == ()
    alone = entries_of([scored("a"), scored("d")], headers)
    assert [conflicts_of(entry.images) for entry in alone] == [(), ()]


def test_the_order_is_that_of_the_worklist():
    entries = entries_of([not_an_image("pdf"), scored("low", 0.01), refused("hand"), scored("high", 0.9)], {})
    assert [entry.leading.path for entry in entries] == ["high", "hand", "low", "pdf"]
