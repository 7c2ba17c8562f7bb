"""Licences in few words."""

import pytest

from training.publishing.licences import merged, plain


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ("per image (ieee8023 metadata): CC BY-NC-SA 4.0", "CC BY-NC-SA 4.0"),
        ("per image (ieee8023 metadata):  ", "not given"),
        ("per image, see image_licence; repository scripts CC BY-NC-SA (README)", "not given"),
        ("unknown", "not given"),
        (
            "CC BY 4.0 (README badge; images collected from SIRM)",
            "CC BY 4.0 (README badge; images collected from SIRM)",
        ),
    ],
)
def test_a_licence_is_said_without_naming_the_metadata(stated, words):
    assert plain(stated) == words


def test_one_licence_stands_alone_and_several_come_with_their_images_the_commonest_first():
    assert merged({"made up": 7}) == "made up"
    stated = {"per image (x): CC BY": 2, "unknown": 3, "per image (x): not given": 4, "per image (x): CC0": 2}
    assert merged(stated) == "per image: not given (7), CC BY (2), CC0 (2)"
