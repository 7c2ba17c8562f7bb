"""The terminal's worklist has every row, no markup from files, and no identity unless asked."""

import io

from rich.console import Console

from cxr_desktop.export.console_table import worklist_table
from cxr_desktop.export.studies import entries_of
from tests.export.samples import card, header, not_an_image, refused, scored


def printed(predictions, headers=None, width=140, **options):
    stream = io.StringIO()
    entries = entries_of(predictions, headers or {})
    Console(file=stream, width=width, color_system=None).print(worklist_table(entries, card(), **options))
    return stream.getvalue()


def test_it_has_a_row_for_every_study_with_numbers_and_words():
    text = printed([scored("a", 0.72), refused("b"), not_an_image("c"), scored("d", 0.03)])
    assert "0.72" in text
    assert "above both points" in text
    assert "below both points" in text
    assert "Not scored: not a chest radiograph" in text
    assert "Not an image: a PDF document" in text
    assert "Not for primary diagnosis" in text
    assert text.index("0.72") < text.index("Not scored") < text.index("0.03") < text.index("Not an image")


def test_names_are_shown_only_when_asked_for():
    headers = {"/images/a.dcm": header()}
    assert "DOE" not in printed([scored()], headers)
    assert "DOE, Jane" in printed([scored()], headers, show_identity=True)


def test_markup_in_a_name_is_only_text():
    headers = {"/images/a.dcm": header(patient_name="[bold red]X[/]^\x1b[31m")}
    text = printed([scored()], headers, show_identity=True)
    assert "[bold red]X[/]" in text
    assert "\x1b" not in text


def test_it_fits_a_narrow_terminal():
    assert max(len(line) for line in printed([scored(), refused()], width=80).splitlines()) <= 80
