from __future__ import annotations

import csv

from cxr_desktop.domain.deed import Action, Deed
from cxr_desktop.export.deeds_csv import COLUMNS, write_deeds

AT = "2026-01-02T03:04:05+00:00"


def test_every_deed_is_a_row_and_no_cell_is_a_formula(tmp_path):
    details = {
        "gate": {"class": "turned", "reason": "=SUM(A1)", "probabilities": {"turned": 0.5}},
        "before": {"override": False, "quarter_turns": 0, "inverted": False},
        "after": {"override": False, "quarter_turns": 3, "inverted": True},
        "model_digest": "d",
    }
    deeds = [
        Deed(AT, "@study\n\udcff", "hash", Action.TURN, details),
        Deed(AT, "1.2.3", "", Action.SCORE_ANYWAY, {"gate": None}),
    ]
    target = tmp_path / "log.csv"
    assert write_deeds(target, deeds) == 2
    with open(target, newline="", encoding="utf-8") as stream:
        first, second = csv.DictReader(stream)
    assert tuple(first) == COLUMNS
    assert first["study"] == "'@study\\x0a\\xff"
    assert (first["gate"], first["gate_reason"], first["gate_probabilities"]) == (
        "turned",
        "'=SUM(A1)",
        '{"turned":0.5}',
    )
    assert first["after"] == "override=no turns=3 inverted=yes"
    assert (second["action"], second["gate"], second["content_hash"]) == ("score_anyway", "", "")
    said = {"verdicts": {"covid19": "agree", "normal": "disagree"}, "scores": {"covid19": 0.25}}
    write_deeds(target, [Deed(AT, "1", "", Action.IMPRESSION, said)])
    with open(target, newline="", encoding="utf-8") as stream:
        [row] = csv.DictReader(stream)
    assert (row["class_verdicts"], row["scores"]) == ("covid19=agree; normal=disagree", "covid19=0.25")
    assert write_deeds(target, []) == 0
