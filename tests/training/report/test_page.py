"""The page of a report: whole, closed to the network, harmless with foreign text."""

import base64
import html.parser
import json
import re
from io import BytesIO

import pytest
from PIL import Image

from tests.training.invented_answers import judged, look
from training.measures.compare import side_by_side
from training.report.gallery import gallery
from training.report.numbers import numbers
from training.report.page import DISCLAIMER, page

CURVES = [{"epoch": i, "train_loss": 1 / i, "val_loss": 1.1 / i, "val_auc_covid19": 1 - 0.3 / i} for i in (1, 2, 3)]


class Elements(html.parser.HTMLParser):
    """Every opened element is closed in its order."""

    VOID = ("meta", "br", "img", "input")

    def __init__(self, text):
        super().__init__()
        self.open, self.names, self.sources = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)
        self.sources += [v for k, v in attrs if k in ("src", "href", "xlink:href") and v]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def report():
    one, other = judged(), judged(seed=0, strength=1.0, name="other")
    pictures = gallery(one, look, {"covid19": 5.0, "pneumonia": 5.0})
    document = numbers(one, "test", 0.05, {"source": "A paper", "accuracy": 0.9}, ["Mind the gap."], CURVES, pictures)
    document["comparison"] = side_by_side([one, other], [document, numbers(other, "test")])
    return document


@pytest.fixture(scope="module")
def text(report):
    return page(report)


def test_the_page_is_well_formed_and_loads_nothing(text):
    elements = Elements(text)
    assert elements.open == []
    assert all(source.startswith(("data:image/", "#")) for source in elements.sources)
    assert "default-src 'none'" in text
    assert not re.search(r"https?://(?!www\.w3\.org)", text)


def test_what_matters_stands_first_and_what_it_does_not_say_beside_it(text):
    order = [DISCLAIMER, 'class="headline"', "Mind the gap.", "A threshold of your choice", "Operating points"]
    places = [text.index(word) for word in order]
    assert places == sorted(places)
    assert text.count(DISCLAIMER) == 2


def test_every_part_of_a_report_is_on_the_page(text):
    for word in (
        "ROC",
        "Precision and recall",
        "Probability given, by truth",
        "Do the probabilities mean what they say",
        "By source",
        "By view",
        "By age",
        "Inside one source",
        "Side by side",
        "Areas, paired",
        "Decisions, paired",
        "The run",
        "Pictures",
        "What the source reports",
    ):
        assert word in text
    assert Elements(text).names.count("svg") == 2 + 3 + 2 + 1 + 2


def test_figures_wear_the_colours_of_the_page(text):
    assert "#0101" not in text
    assert "var(--s0)" in text
    assert "DejaVu" not in text


def test_the_sliders_get_the_counts_of_the_report(report, text):
    stored = re.search(r'<script type="application/json" id="thresholds">(.*?)</script>', text)
    rows = json.loads(stored.group(1))
    assert rows["covid19"]["tp"] == report["thresholds"]["covid19"]["tp"]
    assert set(rows) == set(report["classes"])


def test_foreign_text_stays_text(report):
    hostile = "<script>alert(1)</script>\u202e $x$ 肺炎"
    changed = report | {
        "title": hostile,
        "class_labels": report["class_labels"] | {"covid19": hostile},
        "cautions": [hostile],
        "gallery": [item | {"map": hostile} for item in report["gallery"]],
    }
    text = page(changed)
    assert "<script>alert" not in text
    assert "\u202e" not in text
    assert Elements(text).open == []


def test_a_report_with_gaps_is_a_page_too():
    one = judged(40)
    document = numbers(one, "all")
    document["operating_points"], document["predictive_values"] = [], []
    document["headline"]["sensitivity_point"] = document["headline"]["specificity_point"] = None
    assert Elements(page(document)).open == []


def test_pictures_are_pictures(report):
    item = report["gallery"][0]
    drawn, plain = (Image.open(BytesIO(base64.b64decode(item[key]))) for key in ("picture", "plain"))
    assert (drawn.format, plain.format) == ("PNG", "JPEG")
    assert drawn.size == plain.size == (60, 40)
