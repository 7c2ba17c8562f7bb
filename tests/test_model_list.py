"""The list of models says what the cards say, and nothing where they say nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cxr_desktop.model_list import headline, lines, models_of
from tests.engine.test_model_lookup import Shelf
from tests.export.samples import card

LEFT_OUT = {
    "together": {
        "comparisons": [
            {"what": "covid19 v rest", "group": "known_adults", "auc": 0.91, "low": 0.9, "high": 0.92},
            {"what": "covid19 v rest", "group": "all", "auc": 0.8, "low": 0.7, "high": 0.9},
        ]
    }
}


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    made = Shelf(tmp_path)
    made.put("zebra", "resnet18", default=True, second_opinion="absent")
    made.put("aardvark", "densenet121", class_labels={"covid19": "Covid \u202e"})
    made.put(
        "gate",
        "gate_cnn",
        role="gate",
        metrics={"test": {"stopped": {"not_chest": {"share": 0.99, "low": 0.9, "high": 1}}}},
    )
    made.put("own", "densenet121", user=True)
    return made


def test_models_that_score_come_first_and_the_default_before_them(shelf):
    found = models_of(shelf.dirs)
    assert [(m["name"], m["role"], m["default"]) for m in found] == [
        ("zebra", "triage", True), ("aardvark", "triage", False), ("own", "triage", False), ("gate", "gate", False),
    ]  # fmt: skip
    first = found[0]
    files = list((shelf.dirs[0] / "zebra").iterdir())
    assert first["bytes"] == sum(file.stat().st_size for file in files)
    assert (first["second_opinion"], first["second_opinion_installed"]) == ("absent", False)
    assert first["classes"][0] == "covid19"
    json.dumps(found, allow_nan=False)


def test_the_text_names_role_classes_size_partner_and_numbers(shelf):
    text = "\n".join(lines(models_of(shelf.dirs)))
    assert "zebra  1.0  (triage, default)\n    The zebra: resnet18, 0." in text
    assert "Classes: COVID-19, Pneumonia, Tuberculosis, Normal" in text
    assert "Second opinion: absent (not installed)" in text
    assert "Stopped, not chest: 99 % [90–100]" in text


def test_hospitals_left_out_lead_the_numbers_of_a_card():
    one = card(document={"metrics": {"leave_one_origin_out": LEFT_OUT}})
    facts = list(headline(one))
    assert facts[0] == {
        "what": "AUC COVID-19 against the rest, hospitals left out of the training, known adults",
        "value": 0.91, "low": 0.9, "high": 0.92,
    }  # fmt: skip
    assert [fact["what"].split()[0] for fact in facts] == ["AUC", "Sensitivity", "Specificity"]


@pytest.mark.parametrize(
    "metrics",
    [
        None,
        [],
        {},
        {"test": 3},
        {"leave_one_origin_out": {"together": {"comparisons": [1, {"what": "covid19 v rest"}]}}},
    ],
)
def test_a_card_without_such_numbers_has_none(metrics):
    bare = card(document={"metrics": metrics}, operating_points=())
    assert list(headline(bare)) == []
    for role in ("gate", "lungs", "orientation"):
        assert list(headline(card(role=role, document={"metrics": metrics}))) == []


def test_lungs_and_orientation_lead_with_their_own_numbers():
    dice = {"mean": 0.95, "interval": [0.94, 0.96], "fifth_percentile": 0.9}
    found = list(headline(card(role="lungs", document={"metrics": {"test": {"dice": dice}}})))
    assert [(fact["value"], fact["low"]) for fact in found] == [(0.95, 0.94), (0.9, None)]
    share = {"stopped": 1, "of": 100, "share": 0.01, "low": 0.0, "high": 0.05}
    questions = {"turned: said where it is so": {"share": 0.99, "low": 0.9, "high": 1.0}, "turned: not so": share}
    test = {"upright": {"all": {"stopped": share}}, "questions": questions}
    found = list(headline(card(role="orientation", document={"metrics": {"test": test}})))
    assert [fact["what"] for fact in found] == ["Stopped, upright films", "Found turned"]
