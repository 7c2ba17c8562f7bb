from __future__ import annotations

from dataclasses import replace

import pytest

from cxr_desktop.domain.prediction import RiskBand, Status
from cxr_desktop.domain.worklist import ImageEntry, ReadState, ScoreState, WorklistEntry
from tests.worklist.samples import entry, header, identity, image, not_scored, scored, unreadable


def study(*images: ImageEntry) -> WorklistEntry:
    return WorklistEntry("k", tuple(images))


def test_the_risk_of_a_study_is_the_highest_of_its_scored_images_and_the_row_names_that_image():
    both = study(image("/a", scored("/a", 0.2)), image("/b", scored("/b", 0.8)))
    assert (both.risk, both.band, both.leading.path) == (0.8, RiskBand.ABOVE, "/b")


def test_a_scored_image_speaks_for_a_study_whose_other_image_failed_or_waits():
    mixed = study(image("/l", not_scored("/l")), image("/w"), image("/a", scored("/a", 0.2)))
    assert (mixed.state, mixed.risk, mixed.reason) == (ScoreState.SCORED, 0.2, "")


def test_a_study_that_still_waits_for_its_only_hope_is_waiting():
    hoping = study(image("/l", not_scored("/l")), image("/w"))
    assert (hoping.state, hoping.reason, hoping.risk, hoping.band) == (ScoreState.WAITING, "", None, None)
    scoring = hoping.with_image(replace(hoping.images[1], scoring=True))
    assert scoring.state is ScoreState.SCORING


def test_a_study_that_failed_says_why():
    failed = study(unreadable("/t", "a text", Status.NOT_AN_IMAGE), image("/l", not_scored("/l")))
    assert (failed.state, failed.reason) == (ScoreState.NOT_SCORED, "lateral view")


def test_a_header_names_the_study_even_where_the_leading_image_has_none():
    lost = study(unreadable("/x"), image("/t", not_scored("/t")))
    assert lost.radiograph == header("/t")
    assert study(unreadable("/x")).radiograph is None


def test_images_stand_frontal_first_then_by_number_then_by_path():
    slices = [
        image("/e"),
        image("/d", instance_number=2),
        image("/c", instance_number=1),
        image("/lateral", view_position="LL", instance_number=1),
        unreadable("/aa"),
    ]
    ordered = study().with_images(slices)
    assert [i.path for i in ordered.images] == ["/e", "/c", "/d", "/lateral", "/aa"]


def test_replacing_an_image_keeps_its_place_and_the_reading_state():
    read = study(image("/a"), image("/b")).with_read_state(ReadState.READ, 5.0)
    again = read.with_image(image("/a", scored("/a", 0.4)))
    assert [i.path for i in again.images] == ["/a", "/b"]
    assert (again.read_state, again.read_at, again.risk) == (ReadState.READ, 5.0, 0.4)


def test_a_new_image_makes_a_read_study_unread_again():
    read = study(image("/a")).with_read_state(ReadState.READ, 5.0)
    more = read.with_image(image("/b"))
    assert (more.read_state, more.read_at) == (ReadState.UNREAD, None)
    begun = study(image("/a")).with_read_state(ReadState.IN_READING, 5.0).with_image(image("/b"))
    assert begun.read_state is ReadState.IN_READING


def test_many_images_at_once_are_the_same_as_one_by_one():
    slices = [image(f"/{n}", instance_number=n % 7) for n in range(50)]
    one_by_one = study()
    for one in slices:
        one_by_one = one_by_one.with_image(one)
    assert study().with_images(slices) == one_by_one


@pytest.mark.parametrize("before", list(ReadState))
@pytest.mark.parametrize("after", list(ReadState))
def test_every_change_of_reading_state_is_legal_but_opening_does_not_undo_read(before, after):
    changed = entry(1).with_read_state(before, 1.0).with_read_state(after, 2.0)
    if (before, after) == (ReadState.READ, ReadState.IN_READING):
        assert (changed.read_state, changed.read_at) == (ReadState.READ, 1.0)
    else:
        assert (changed.read_state, changed.read_at) == (after, 2.0 if after is ReadState.READ else None)


def test_the_state_of_an_image_is_that_of_its_result():
    assert ImageEntry(identity("/a")).state is ScoreState.WAITING
    assert ImageEntry(identity("/a"), prediction=scored("/a", 0.5), scoring=True).state is ScoreState.SCORING
    assert unreadable("/a").state is ScoreState.NOT_SCORED
    assert unreadable("/a").risk is None
