"""The pictures of the documents: those that the script takes, small enough, of the size of a window."""

import importlib.util

from PIL import Image

from tests.packaging.documents import ROOT

_spec = importlib.util.spec_from_file_location("screenshots", ROOT / "packaging" / "docs" / "screenshots.py")
screenshots = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(screenshots)
FILES = [screenshots.HERE / screenshots.MAIN, *(screenshots.HERE / "manual" / "pictures").iterdir()]


def test_every_picture_is_one_that_the_script_takes():
    assert {file.name for file in FILES} == {screenshots.MAIN, *screenshots.PICTURES}


def test_they_are_small_together():
    assert len(FILES) <= 8
    assert sum(file.stat().st_size for file in FILES) <= screenshots.LIMIT_BYTES


def test_colours_that_mean_something_are_kept_exactly():
    """The main picture shows all three bands; an average of their colours would mean nothing."""
    from cxr_desktop.ui.theme import DARK

    with Image.open(screenshots.HERE / screenshots.MAIN) as picture:
        assert picture.size == screenshots._SIZE
        used = {"#{:02X}{:02X}{:02X}".format(*colour) for _count, colour in picture.convert("RGB").getcolors(1 << 24)}
    assert {DARK.mark_above, DARK.mark_between, DARK.mark_below, DARK.accent} <= used


def test_no_picture_carries_words_of_the_machine_that_took_it():
    for file in FILES:
        with Image.open(file) as picture:
            assert not picture.info.keys() - {"dpi", "transparency", "gamma"}, file.name
