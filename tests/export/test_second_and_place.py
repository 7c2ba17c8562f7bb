"""A second opinion, where a map lies and what was corrected: the same in every form of result, and never made up."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from PIL import ImageDraw
from rich.console import Console

from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.prediction import Correction, Finding, GateClass, QualityVerdict
from cxr_desktop.export.console_table import worklist_table
from cxr_desktop.export.csv_table import SECOND_COLUMNS
from cxr_desktop.export.html_report import write_report
from cxr_desktop.export.json_lines import record
from cxr_desktop.export.map_place import map_place
from cxr_desktop.export.overlay_png import compose
from cxr_desktop.export.pictures import OUTLINE_COLOUR
from cxr_desktop.export.report_options import ReportOptions
from cxr_desktop.export.studies import entries_of
from tests.export.samples import card, image, lungs, refused, saliency, scored, second, write_csv
from tests.export.test_html_report import Balanced

WHEN = datetime(2026, 3, 2, tzinfo=UTC)
DENSE = card(name="dense", title="Dense <b>", version="1.1")


def at(row: int, column: int, **changes):
    """Scored, with all evidence in one cell of a 6 × 5 map, cells of 20 pixels."""
    cells = np.zeros((6, 5))
    cells[row, column] = 3.0
    return scored(maps=(saliency(cells=cells),), lungs=lungs(), **changes)


def row_of(prediction) -> dict[str, str]:
    stream = io.StringIO()
    write_csv(stream, [prediction])
    [row] = csv.DictReader(io.StringIO(stream.getvalue()))
    return row


def page_of(tmp_path, *predictions, cards=None, **options) -> str:
    target = tmp_path / "report.html"
    cards = cards or ModelCards(card(), second=DENSE)
    write_report(target, entries_of(predictions, {}), cards, image, ReportOptions(**options), created_at=WHEN)
    text = target.read_text(encoding="utf-8")
    parsed = Balanced()
    parsed.feed(text)
    assert parsed.open == []
    return text


def console_of(*predictions) -> str:
    stream = io.StringIO()
    Console(file=stream, width=200).print(worklist_table(entries_of(predictions, {}), card()))
    return stream.getvalue()


@pytest.fixture
def words(monkeypatch):
    """Everything that is written into pictures."""
    found = []
    original = ImageDraw.ImageDraw.text

    def note(self, xy, text, *args, **options):
        found.append(text)
        return original(self, xy, text, *args, **options)

    monkeypatch.setattr(ImageDraw.ImageDraw, "text", note)
    return found


def test_a_map_is_placed_by_the_zone_that_holds_it():
    assert map_place(at(2, 1)).region.startswith("right ")
    assert map_place(at(4, 3)).region == "left lower zone"
    far = map_place(at(0, 2))
    assert far.is_suspect
    assert far.outside > 0.5
    for nothing in (scored(), refused(), scored(maps=(), lungs=lungs())):
        assert map_place(nothing) is None
    assert map_place(scored(maps=(saliency(cells=np.zeros((6, 5))),), lungs=lungs())) is None
    assert map_place(at(4, 3), Finding.PNEUMONIA) is None


def test_the_table_has_the_second_model_beside_the_first():
    row = row_of(scored(covid=0.7, second=second(0.1)))
    assert [row[name] for name in SECOND_COLUMNS] == [
        "dense", "1.1", "ef" * 32, "0.100000", "", "", "0.900000", "covid19", "0.100000", "below",
    ]  # fmt: skip
    assert (row["disagreement"], row["bands_differ"]) == ("0.600000", "yes")
    alike = row_of(scored(covid=0.7, second=second(0.65)))
    assert (alike["disagreement"], alike["bands_differ"]) == ("0.050000", "no")
    alone = row_of(scored())
    assert {alone[name] for name in (*SECOND_COLUMNS, "disagreement", "bands_differ")} == {""}
    other = row_of(scored(second=second(risk_finding=Finding.NORMAL)))
    assert (other["second_risk"], other["disagreement"], other["bands_differ"]) == ("0.900000", "", "")


def test_the_table_says_what_was_corrected_and_what_would_help():
    row = row_of(scored(quarter_turns=3, inverted=True))
    assert (row["quarter_turns"], row["inverted"], row["gate_correction"]) == ("3", "yes", "")
    assert row_of(refused())["gate_correction"] == ""
    verdict = QualityVerdict(GateClass.TURNED, False, "lies on its side", {}, Correction(1))
    stopped = row_of(replace(refused(reason="lies on its side"), gate=verdict))
    assert stopped["gate_correction"] == "turns=1 inverted=no"


def test_the_table_says_where_the_map_lies():
    row = row_of(at(4, 3))
    assert row["map_region"] == "left lower zone"
    assert 0.0 <= float(row["map_outside_lungs"]) < 0.5
    blank = row_of(scored())
    assert (blank["map_region"], blank["map_outside_lungs"]) == ("", "")


def test_json_says_the_same_as_the_table():
    verdict = QualityVerdict(GateClass.INVERTED, False, "black bones", {}, Correction(2, True))
    prediction = at(4, 3, second=second(0.1), gate=verdict, inverted=True)
    found = json.loads(json.dumps(record(prediction), allow_nan=False))
    assert found["second"]["probabilities"]["covid19"] == 0.1
    assert found["second"]["scored_by"]["model"] == "dense"
    assert (found["disagreement"], found["bands_differ"], found["inverted"]) == (0.6, True, True)
    assert found["gate"]["correction"] == {"quarter_turns": 2, "inverted": True}
    assert found["map_place"]["region"] == "left lower zone"
    assert f"{found['map_place']['outside_lungs']:.3f}" == row_of(prediction)["map_outside_lungs"]
    alone = record(scored())
    assert (alone["second"], alone["disagreement"], alone["bands_differ"], alone["map_place"]) == (
        None, None, False, None,
    )  # fmt: skip
    stopped = record(refused())
    assert (stopped["probabilities"], stopped["risk_finding"], stopped["risk_band"]) == (None, None, None)


def test_the_report_shows_both_opinions_and_where_they_part(tmp_path):
    text = page_of(tmp_path, at(4, 3, second=second(0.1)))
    assert "Second opinion: Dense &lt;b&gt; 1.1" in text
    assert "The two models differ by 0.60: one puts the risk below its operating points, the other above." in text
    assert "second opinion 0.10, models disagree" in text
    assert "left lower zone, " in text
    assert "<b> 1.1" not in text
    alike = page_of(tmp_path, scored(second=second(0.65)))
    assert "The two models differ by 0.05." in alike
    assert "models disagree" not in alike
    alone = page_of(tmp_path, scored(), cards=ModelCards(card()))
    assert "econd opinion" not in alone


def test_the_report_warns_of_a_map_outside_the_lungs_where_the_map_is_drawn(tmp_path):
    warning = "More than half of this map lies outside the lungs"
    assert warning in page_of(tmp_path, at(0, 2))
    assert warning not in page_of(tmp_path, at(4, 3))
    assert warning not in page_of(tmp_path, at(0, 2, covid=0.05, risk_band=None)), "nothing is drawn there"


def test_the_report_says_that_an_image_was_corrected_and_shows_it_so(tmp_path):
    text = page_of(tmp_path, scored(quarter_turns=1, inverted=True))
    assert "turned 90° counter-clockwise, black and white exchanged, with the reader&#x27;s consent" in text
    offer = QualityVerdict(GateClass.TURNED, False, "lies on its side", {}, Correction(3))
    stopped = refused(reason="lies on its side")
    text = page_of(tmp_path, replace(stopped, gate=offer))
    assert "usable if turned 90° clockwise" in text


def test_a_second_card_of_another_model_lends_no_name(tmp_path):
    text = page_of(tmp_path, scored(second=second(0.1)), cards=ModelCards(card(), second=card(name="other")))
    assert "Second opinion: dense 1.1" in text


def test_the_terminal_marks_studies_on_which_models_disagree():
    text = console_of(scored(covid=0.7, second=second(0.1)), scored("/b", covid=0.1))
    assert "0.10 ≠" in text
    assert "models disagree" in text
    assert "Second" in text
    assert "Second" not in console_of(scored())
    turned = console_of(scored(quarter_turns=2, override=True, gate=refused().gate))
    assert "turned by 180°" in turned
    assert "against the gate's advice" in turned
    assert "map mostly outside the lungs" in console_of(at(0, 2))


def test_the_picture_says_where_the_map_lies_and_what_another_model_says(words):
    compose(image(), at(0, 2, second=second(0.1), quarter_turns=1), card(), Finding.COVID19, min_side=900)
    text = "\n".join(words)
    assert "outside the lungs" in text
    assert "More than half of this map lies outside the lungs" in text
    assert "Second opinion: COVID-19 0.10. The two models differ by 0.60" in text
    assert "Corrected before scoring: turned 90° counter-clockwise" in text


def test_the_outline_is_drawn_where_the_lungs_are_and_only_where_asked_for(words):
    plain = np.asarray(compose(image(), at(4, 3), card(), Finding.COVID19)).astype(int)
    drawn = np.asarray(compose(image(), at(4, 3), card(), Finding.COVID19, outline=True)).astype(int)
    assert plain.shape == drawn.shape
    changed = np.abs(plain - drawn).max(axis=2) > 40
    head = round(74 * max(1.0, 512 / 640))
    rows, columns = np.nonzero(changed[head : head + 614, :512])
    scale = 512 / 100
    assert columns.min() == pytest.approx(10 * scale, abs=4)
    assert columns.max() == pytest.approx(90 * scale, abs=4)
    assert rows.min() == pytest.approx(18 * scale, abs=4)
    assert rows.max() == pytest.approx(102 * scale, abs=4)
    near = np.abs(drawn - np.array(OUTLINE_COLOUR)).max(axis=2) < 40
    assert near.sum() > 200
    compose(image(), scored(), card(), Finding.COVID19, outline=True)
    assert "No outline: the lungs are not known" in words


def test_an_inverted_image_is_shown_inverted():
    same = compose(image(), scored(maps=()), card(), Finding.COVID19)
    other = compose(image(), scored(maps=(), inverted=True), card(), Finding.COVID19)
    middle = np.asarray(same)[80:400, 20:400, 0].astype(int)
    turned = np.asarray(other)[100:420, 20:400, 0].astype(int)  # a line about the correction stands above
    assert np.corrcoef(middle.ravel(), turned.ravel())[0, 1] < -0.99
