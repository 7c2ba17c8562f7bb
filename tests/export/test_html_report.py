"""The report is one page, complete, escaped, sorted by risk, and silent about who the patients are."""

from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.domain.impression import Impression, Verdict
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.export.html_report import write_report
from cxr_desktop.export.identity import Identity
from cxr_desktop.export.report_options import PHANTOM_BANNER, ReportOptions
from cxr_desktop.export.studies import entries_of
from cxr_desktop.export.wording import CAPTION
from tests.export.samples import card, header, image, not_an_image, refused, saliency, scored

WHEN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
VOID = {"meta", "br", "img", "link"}


class Balanced(HTMLParser):
    """Collects tags and insists that they close in order."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.attributes, self.text = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.extend(attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


def page(tmp_path, predictions, headers=None, load=None, cards=None, **options):
    target = tmp_path / "report.html"
    entries = entries_of(predictions, headers or {})
    write_report(target, entries, cards or ModelCards(card()), load or image, ReportOptions(**options), created_at=WHEN)
    text = target.read_text(encoding="utf-8")
    parsed = Balanced()
    parsed.feed(text)
    assert parsed.open == []
    return text, parsed


def test_what_the_reader_thinks_of_each_class_is_told(tmp_path):
    target, said = tmp_path / "r.html", Impression("k", (), "2026", verdicts=((Finding.NORMAL, Verdict.DISAGREE),))
    entries = [replace(study, impression=said) for study in entries_of([scored()], {})]
    write_report(target, entries, ModelCards(card()), image, ReportOptions(), created_at=WHEN)
    assert "<dt>Reader</dt><dd>Disagrees about Normal</dd>" in target.read_text(encoding="utf-8")


def test_files_that_contradict_each_other_are_named_in_the_table_and_beside_the_study(tmp_path):
    headers = {"/images/a.dcm": header(), "b": header("b", study_instance_uid="9", patient_name="ROE^R")}
    text, _ = page(tmp_path, [scored(), scored("b", 0.1)], headers)
    assert text.count("another study here has this patient ID") == 4
    assert "ROE" not in text
    text, _ = page(tmp_path, [scored()], headers)
    assert "another study here" not in text


def test_the_page_is_self_contained_and_asks_no_network(tmp_path):
    text, parsed = page(tmp_path, [scored()])
    assert "script" not in parsed.tags
    assert "link" not in parsed.tags
    sources = [value for name, value in parsed.attributes if name in ("src", "href")]
    assert all(value.startswith(("data:image/jpeg;base64,", "#")) for value in sources)
    assert "default-src 'none'" in text
    assert "http" not in text.replace("http-equiv", "")


def test_it_says_what_it_is_not_for_and_whose_numbers_these_are(tmp_path):
    text, _ = page(tmp_path, [scored()], banner=PHANTOM_BANNER)
    assert CAPTION in text
    assert PHANTOM_BANNER in text
    assert "looks for four things only" in text
    for words in (
        "Four classes 1.0",
        "cpu, fp32, openvino",
        "ab" * 32,
        "98 % [93–99]",
        "few adults",
        "c1 (12 images, CC0)",
    ):
        assert words in text, words


def test_without_a_banner_nothing_is_called_a_phantom(tmp_path):
    text, _ = page(tmp_path, [scored()])
    assert "phantom" not in text.lower()


def test_rows_stand_by_risk_with_failures_above_the_less_than_high(tmp_path):
    predictions = [scored("low", 0.05), not_an_image("pdf"), refused("hand"), scored("high", 0.8), scored("mid", 0.4)]
    text, _ = page(tmp_path, predictions, identity=Identity(shown=True))
    table = text[text.index("<tbody>") : text.index("</tbody>")]
    places = [table.index(f">{name}<") for name in ("high", "hand", "mid", "low", "pdf")]
    assert places == sorted(places)
    assert "above both operating points" in table
    assert "Not scored: not a chest radiograph" in table
    assert "Not an image: a PDF document" in table


def test_a_class_that_is_not_there_is_a_dash_and_never_zero(tmp_path):
    text, _ = page(tmp_path, [scored(probabilities={Finding.COVID19: 0.7})])
    table = text[text.index("<tbody>") : text.index("</tbody>")]
    assert "0.00" not in table
    assert table.count('<td class="number">—</td>') == 3


def test_identity_appears_only_when_it_is_asked_for(tmp_path):
    headers = {"/images/a.dcm": header()}
    hidden, _ = page(tmp_path, [scored(flags=("no preamble",))], headers)
    for secret in ("DOE", "Jane", "ID-77", "ACC-9", "19650101", "a.dcm", "1.2.3", "2026-03-02 08:12"):
        assert secret not in hidden
    assert "Study 1" in hidden
    assert "61 F" in hidden
    shown, _ = page(tmp_path, [scored()], headers, identity=Identity(shown=True))
    assert "DOE, Jane" in shown
    assert "ID-77" in shown
    assert "a.dcm" in shown


def test_foreign_text_is_escaped(tmp_path):
    evil = "<img src=x onerror=alert(1)>\u202e\x00"
    headers = {"/images/a.dcm": header(patient_name=evil, patient_id='"><script>', modality=evil)}
    predictions = [scored(flags=(evil,)), refused(path=f"/images/{evil}", reason=evil)]
    text, parsed = page(tmp_path, predictions, headers, identity=Identity(shown=True))
    assert "<img src=x" not in text
    assert "<script" not in text
    assert "\u202e" not in text
    assert "\x00" not in text
    assert not any(name.startswith("on") for name, _ in parsed.attributes)


def test_maps_are_drawn_where_there_is_evidence_and_the_reason_is_given_where_not(tmp_path):
    text, parsed = page(tmp_path, [scored("one", 0.7)])
    assert parsed.tags.count("img") == 2
    assert "2.0 logit" in text
    text, parsed = page(tmp_path, [scored("two", 0.05)])
    assert parsed.tags.count("img") == 1
    assert "COVID-19: below the operating point: map not drawn" in text


def test_another_class_over_its_operating_point_gets_its_own_map(tmp_path):
    probabilities = {Finding.COVID19: 0.3, Finding.PNEUMONIA: 0.65, Finding.NORMAL: 0.05}
    maps = (saliency(), saliency(Finding.PNEUMONIA))
    text, parsed = page(tmp_path, [scored(probabilities=probabilities, maps=maps)])
    assert parsed.tags.count("img") == 3
    assert "Heat map: Pneumonia" in text


def test_an_image_that_cannot_be_read_again_costs_its_picture_only(tmp_path):
    def fail(path):
        raise UnreadableImageError("the file is gone")

    text, parsed = page(tmp_path, [scored()], load=fail)
    assert "No picture: the file is gone" in text
    assert "img" not in parsed.tags
    assert "0.70" in text


def test_pictures_stop_at_the_limit_and_the_page_says_so(tmp_path):
    predictions = [scored(f"{index}.dcm", 0.7) for index in range(4)]
    text, parsed = page(tmp_path, predictions, max_pictures=2)
    assert parsed.tags.count("section") == 2
    assert "Pictures of the first 2 studies are shown." in text
    assert text.count("<tr>") == 1 + 4 + 1 + 4


def test_several_images_of_a_study_share_one_card(tmp_path):
    headers = {"a": header("a"), "b": header("b", view_position="LL", instance_number=2)}
    text, parsed = page(tmp_path, [scored("a"), refused("b", "lateral view")], headers)
    assert parsed.tags.count("section") == 1
    assert "2 images" in text
    assert "Radiograph LL" in text


def test_an_empty_worklist_is_a_page_too(tmp_path):
    text, _ = page(tmp_path, [])
    assert CAPTION in text


def test_a_card_without_operating_points_is_said_plainly(tmp_path):
    target = tmp_path / "report.html"
    bare = card(operating_points=(), document={"limitations": 7, "data": "?"})
    write_report(target, entries_of([scored(risk_band=None)], {}), ModelCards(bare), image)
    text = target.read_text(encoding="utf-8")
    assert "names no operating points" in text
    assert "no operating points" in text


def test_a_report_that_fails_leaves_the_old_one(tmp_path):
    target = tmp_path / "report.html"
    target.write_text("old", encoding="utf-8")

    def bug(path):
        raise RuntimeError("a bug")

    with pytest.raises(RuntimeError):
        write_report(target, entries_of([scored()], {}), ModelCards(card()), bug)
    assert target.read_text(encoding="utf-8") == "old"
