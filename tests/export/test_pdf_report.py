"""The PDF can be searched, embeds its fonts, shows pictures, and is silent about who the patients are."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2
import pytest

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.domain.impression import Impression, Verdict
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.export.identity import Identity
from cxr_desktop.export.paper import Paper
from cxr_desktop.export.pdf_fonts import FontBook
from cxr_desktop.export.pdf_report import write_report
from cxr_desktop.export.report_options import ReportOptions
from cxr_desktop.export.studies import entries_of
from cxr_desktop.export.visual_order import visual
from cxr_desktop.export.wording import CAPTION
from tests.export.samples import card, header, image, lungs, not_an_image, refused, scored, second

WHEN = datetime(2026, 4, 5, 9, 30, tzinfo=UTC)


def document(tmp_path, predictions, headers=None, load=image, impression=None, **options):
    entries = [replace(entry, impression=impression) for entry in entries_of(predictions, headers or {})]
    target = tmp_path / "report.pdf"
    cards = ModelCards(card(), second=card(name="dense", title="Dense"))
    write_report(target, entries, cards, load, ReportOptions(**options), WHEN)
    return pypdfium2.PdfDocument(target.read_bytes())


def pages(pdf):
    return [page.get_textpage().get_text_range() for page in pdf]


def pictures(page):
    return sum(1 for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))


def test_one_study_has_picture_map_numbers_evidence_and_disclaimer(tmp_path):
    pdf = document(tmp_path, [scored(second=second(), lungs=lungs())])
    text = pages(pdf)[0]
    for words in ("COVID-19", "0.70", "above both operating points", "0.200 sensitivity 0.98", "98 % [93–99]",
                  "105 images with COVID-19, 561 without", "test split", "Second opinion: Dense 1.0", "None recorded",
                  "frontal chest, usable", "Four classes 1.0", CAPTION):  # fmt: skip
        assert words in text, words
    assert "ab" * 20 in text.replace("\r\n", "")
    assert pictures(pdf[0]) == 2
    assert "What the numbers mean" in pages(pdf)[1]


def test_a_list_has_a_table_and_a_page_for_each_study(tmp_path):
    found = pages(document(tmp_path, [scored("a", 0.8), refused("b"), scored("c", 0.1), not_an_image("d")]))
    assert "4 studies: 2 scored, 1 not scored" in found[0]
    assert [f"Study {n}" in found[n] for n in (1, 2, 3)] == [True, True, True]
    assert len(found) == 5
    assert all(CAPTION in text for text in found)


@pytest.mark.parametrize("paper", Paper)
def test_pages_have_the_size_of_the_paper(tmp_path, paper):
    pdf = document(tmp_path, [scored()], paper=paper)
    assert pdf[0].get_size() == pytest.approx(paper.size_pt, abs=0.1)


def test_identity_appears_only_when_it_is_asked_for(tmp_path):
    headers = {"/images/a.dcm": header()}
    said = Impression("k", (Finding.COVID19,), "2026-03-02", "told by her sister")
    hidden = "".join(pages(document(tmp_path, [scored()], headers, impression=said)))
    for secret in ("DOE", "Jane", "ID-77", "ACC-9", "19650101", "a.dcm", "2026-03-02", "sister"):
        assert secret not in hidden
    assert "Study 1" in hidden
    raw = (tmp_path / "report.pdf").read_bytes()
    assert b"DOE" not in raw
    assert b"a.dcm" not in raw
    shown = "".join(pages(document(tmp_path, [scored()], headers, impression=said, identity=Identity(True))))
    for words in ("DOE, Jane", "ID-77", "2026-03-02 08:12", "told by her sister"):
        assert words in shown


def test_what_the_reader_thinks_of_each_class_is_told(tmp_path):
    verdicts = ((Finding.COVID19, Verdict.AGREE), (Finding.NORMAL, Verdict.DISAGREE))
    said = Impression("k", (), "2026-03-02", verdict=Verdict.DISAGREE, verdicts=verdicts)
    text = " ".join("".join(pages(document(tmp_path, [scored()], impression=said))).split())
    assert "Disagrees with the model; agrees about COVID-19; disagrees about Normal" in text
    assert "None recorded" not in text


def test_files_that_contradict_each_other_are_named_in_the_table_and_on_the_page(tmp_path):
    headers = {"/images/a.dcm": header(), "b": header("b", study_instance_uid="9", patient_name="ROE^R")}
    found = [" ".join(text.split()) for text in pages(document(tmp_path, [scored(), scored("b", 0.1)], headers))]
    assert found[0].count("contradicts other files") == 2
    assert ["Another study here has this patient ID" in text for text in found[:3]] == [False, True, True]
    assert "ROE" not in "".join(found)
    found = pages(document(tmp_path, [scored()], {"/images/a.dcm": header()}))
    assert "nother study" not in "".join(found)
    assert "contradicts" not in "".join(found)


def test_all_fonts_are_embedded(tmp_path):
    document(tmp_path, [scored()], {"/images/a.dcm": header()}, identity=Identity(True))
    raw = (tmp_path / "report.pdf").read_bytes()
    assert raw.count(b"/FontFile2") >= 2
    assert b"/Helvetica" not in raw


def test_a_character_that_no_font_has_is_told(tmp_path):
    rare = "\u0e01"
    book = FontBook([f"A{rare}"], folders=[])
    assert book.missing == {rare}
    assert "".join(piece for _, piece in book.runs(f"A{rare}")) == "A?"


def test_a_damaged_font_of_the_system_is_passed_over(tmp_path):
    (tmp_path / "broken.ttf").write_bytes(b"\x00\x01\x00\x00 no font")
    assert FontBook(["A\u0e01"], folders=[tmp_path]).missing == {"\u0e01"}


def test_long_notes_and_many_images_stay_on_the_paper(tmp_path):
    headers = {name: header(name, view_position=view) for name, view in (("a", "PA"), ("b", "LL"), ("c", "LL"))}
    said = Impression("k", (Finding.COVID19,), "2026-03-02", "opacities " * 400)
    found = [scored("a", second=second()), refused("b"), refused("c")]
    pdf = document(tmp_path, found, headers, impression=said, identity=Identity(True))
    for page in pdf:
        lowest = min(item.get_bounds()[1] for item in page.get_objects())
        assert lowest > 15


def test_a_picture_that_cannot_be_read_again_costs_itself_only(tmp_path):
    def fail(path):
        raise UnreadableImageError("the file is gone")

    text = pages(document(tmp_path, [scored()], load=fail))[0]
    assert "No picture: the file is gone" in text
    assert "0.70" in text


def test_a_report_that_fails_leaves_the_old_one(tmp_path, monkeypatch):
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        document(tmp_path, [scored()])
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["محمدی^زهرا", "כהן^דוד", "王^小明"])
def test_names_in_every_script_are_drawn(tmp_path, name):
    assert not FontBook([visual(name.replace("^", ", "))]).missing
    headers = {"/images/a.dcm": header(patient_name=name)}
    pdf = document(tmp_path, [scored()], headers, identity=Identity(True))
    text = unicodedata.normalize("NFKC", pages(pdf)[0])
    # Readers of PDFs put right-to-left lines in orders of their own; the letters must be there.
    assert set(name) - {"^"} <= set(text)
    assert "no font of this computer" not in "".join(pages(pdf))


def test_studies_stand_in_the_list_of_contents(tmp_path):
    pdf = document(tmp_path, [scored("a", 0.8), scored("b", 0.1)])
    assert [item.get_title() for item in pdf.get_toc()] == ["Study 1", "Study 2"]
