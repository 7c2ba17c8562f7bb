"""Models with classes of their own: every export names the right risk, and nothing is claimed that they do not know."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from PIL import Image
from rich.console import Console

from cxr_desktop.domain.impression import OTHER, Impression
from cxr_desktop.domain.model_card import OperatingPoint
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.export.console_table import worklist_table
from cxr_desktop.export.csv_table import COLUMNS, EXTRA_COLUMNS, SECOND_COLUMNS
from cxr_desktop.export.html_report import write_report
from cxr_desktop.export.job import ExportJob, Form, places_in
from cxr_desktop.export.json_lines import record
from cxr_desktop.export.overlay_png import compose
from cxr_desktop.export.studies import entries_of
from cxr_desktop.export.writing import Writing
from tests.export.samples import card, header, image, refused, saliency, scored, write_csv

EFFUSION, NODULE, NORMAL, TB = (Finding(name) for name in ("effusion", "nodule", "normal", "tuberculosis"))
POINTS = tuple(OperatingPoint(EFFUSION, t, at, 90, 10, 80, 20) for t, at in (("sensitivity 0.98", 0.2), ("x", 0.6)))
OWN = card(
    name="site",
    title="Site model",
    classes=("normal", "effusion", "nodule", "tuberculosis"),
    operating_points=POINTS,
    map_scale={"effusion": 2.0, "nodule": 2.0},
    document={"class_labels": {"effusion": "Pleural effusion <any>"}, "output": "sigmoid"},
)


class Pictures:
    """Gives the same picture for every path."""

    def image(self, path):
        return image(path)


def own(path="/images/a.dcm", effusion=0.7, **changes):
    shares = {NORMAL: 0.1, EFFUSION: effusion, NODULE: 0.8, TB: 0.0}
    values = {
        "probabilities": shares,
        "logits": shares,
        "risk_finding": EFFUSION,
        "risk_band": OWN.risk_band(EFFUSION, effusion),
        "maps": (saliency(EFFUSION), saliency(NODULE)),
    }
    return scored(path, **{**values, **changes})


def test_fixed_columns_stay_and_own_classes_follow_at_the_end():
    stream = io.StringIO()
    write_csv(stream, [own(), refused()], OWN.classes)
    names = stream.getvalue().splitlines()[0].split(",")
    assert names == [*COLUMNS, *EXTRA_COLUMNS, *SECOND_COLUMNS, "p_effusion", "p_nodule"]
    row, failed = csv.DictReader(io.StringIO(stream.getvalue()))
    assert (row["covid19"], row["pneumonia"], row["tuberculosis"], row["normal"]) == ("", "", "0.000000", "0.100000")
    assert (row["p_effusion"], row["p_nodule"]) == ("0.700000", "0.800000")
    assert (row["risk_finding"], row["risk_band"]) == ("effusion", "above")
    assert (failed["p_effusion"], failed["risk_finding"]) == ("", "")


def test_json_has_all_classes_and_says_whose_risk_it_is():
    found = json.loads(json.dumps(record(own())))
    assert found["probabilities"] == {
        "covid19": None, "pneumonia": None, "tuberculosis": 0.0, "effusion": 0.7, "nodule": 0.8, "normal": 0.1,
    }  # fmt: skip
    assert list(found["logits"]) == ["tuberculosis", "effusion", "nodule", "normal"]
    assert (found["risk_finding"], found["risk_band"]) == ("effusion", "above")
    assert record(refused())["risk_finding"] is None


@pytest.mark.parametrize("effusion", [0.7, 0.1])
def test_the_report_speaks_of_the_models_classes_alone(tmp_path, effusion):
    target = tmp_path / "report.html"
    entries = entries_of([own(effusion=effusion), refused()], {"/images/a.dcm": header()})
    write_report(target, entries, ModelCards(OWN), image, created_at=datetime(2026, 3, 2, tzinfo=UTC))
    text = target.read_text(encoding="utf-8")
    assert "COVID" not in text
    assert "Pneumonia" not in text
    assert "<th>Pleural effusion &lt;any&gt; risk</th>" in text
    assert '<p class="caption">Pleural effusion &lt;any&gt;</p>' in text
    assert "The model looks for 4 things" in text.replace("four", "4")
    assert "need not add up to 1" in text
    assert ("Heat map: Pleural effusion &lt;any&gt;" in text) == (effusion > 0.2)


def test_a_model_of_many_classes_is_described(tmp_path):
    many = card(classes=tuple(f"class{n}" for n in range(14)), document={})
    shares = {Finding(name): 0.1 for name in many.classes}
    one = scored(probabilities=shares, risk_finding=Finding("class0"), risk_band=None, maps=())
    write_report(tmp_path / "r.html", entries_of([one], {}), ModelCards(many), image)
    assert "looks for 14 things only" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_the_terminal_table_is_headed_by_the_class_of_interest():
    stream = io.StringIO()
    entries = entries_of([own("a"), own("b", effusion=0.1)], {})
    Console(file=stream, width=160, color_system=None).print(worklist_table(entries, OWN))
    text = stream.getvalue()
    assert "COVID" not in text
    assert text.index("Pleural effusion") < text.index("Tuberculosis") < text.index("Nodule") < text.index("Normal")
    assert text.index("0.70") < text.index("above both points")


def test_the_order_follows_the_class_of_interest():
    entries = entries_of([own("low", effusion=0.1), own("high", effusion=0.9)], {})
    assert [entry.leading.path for entry in entries] == ["high", "low"]


def test_an_overlay_of_an_own_class_is_drawn_and_named():
    drawn = compose(image(), own(), OWN, EFFUSION)
    plain = compose(image(), own(effusion=0.1), OWN, EFFUSION)
    assert isinstance(drawn, Image.Image)
    assert not np.array_equal(np.asarray(drawn), np.asarray(plain))


def test_what_the_reader_said_goes_into_every_export_of_the_worklist(tmp_path):
    entries = [
        replace(entry, impression=Impression(entry.key, (EFFUSION, OTHER), "2026-01-02T03:04:05+00:00"))
        if entry.leading.path == "a"
        else entry
        for entry in entries_of([own("a"), own("b", effusion=0.1)], {})
    ]
    target = tmp_path / "out"
    places = places_in(target, (Form.CSV, Form.JSONL, Form.HTML), report_per_study=False)
    job = ExportJob(entries, ModelCards(OWN, card(role="gate")), places, target)
    Writing(job, Pictures(), lambda done, total: None, lambda: False).run()
    with open(target / "worklist.csv", newline="", encoding="utf-8-sig") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["Impression"] for row in rows] == ["Pleural effusion <any>, Other", ""]
    lines = (target / "results.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["impression"] for line in lines] == [["effusion", "other"], []]
    page = (target / "report.html").read_text(encoding="utf-8")
    assert page.count("<dt>Impression</dt><dd>Pleural effusion &lt;any&gt;, Other</dd>") == 1


def test_an_export_without_a_reader_has_no_impression():
    assert "impression" not in record(own())
