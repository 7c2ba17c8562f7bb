from __future__ import annotations

from dataclasses import replace

import pytest

from cxr_desktop.domain.urgency import Urgency, most_urgent, urgency_of_code
from tests.worklist.samples import entry, image, unreadable


@pytest.mark.parametrize(
    ("code", "urgency"),
    [
        ("STAT", Urgency.STAT),
        (" stat ", Urgency.STAT),
        ("HIGH", Urgency.HIGH),
        ("Urgent", Urgency.HIGH),
        ("ROUTINE", Urgency.ROUTINE),
        ("MEDIUM", Urgency.ROUTINE),
        ("LOW", Urgency.ROUTINE),
        ("", Urgency.ROUTINE),
        (None, Urgency.ROUTINE),
        ("1", Urgency.ROUTINE),
    ],
)
def test_the_codes_of_the_standard_and_of_departments_are_understood(code, urgency):
    assert urgency_of_code(code) is urgency


def test_the_most_urgent_image_speaks_for_the_study_and_the_reader_has_the_last_word():
    study = entry(1).with_image(image("/second", requested_priority="HIGH", instance_number=2))
    assert study.urgency is Urgency.HIGH
    lower = replace(study, set_urgency=Urgency.ROUTINE)
    assert (lower.urgency, lower.ordered_urgency) == (Urgency.ROUTINE, Urgency.HIGH)
    assert most_urgent([]) is Urgency.ROUTINE
    assert entry(2).with_image(unreadable("/x")).urgency is Urgency.ROUTINE
