from __future__ import annotations

import csv

from cxr_desktop.export.statistics_csv import COLUMNS, write_statistics
from tests.domain.test_reading_statistics import read, said, statistics


def rows(path):
    with open(path, newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def test_every_number_is_a_line_with_its_interval_and_a_share_of_too_few_says_so(tmp_path):
    deeds = [said(str(n), blind=True) for n in range(12)] + [said("x"), read("x", "=1+1", seconds=3.0)]
    write_statistics(tmp_path / "s.csv", statistics(deeds, [2.0] * 25))
    table = rows(tmp_path / "s.csv")
    assert tuple(table[0]) == COLUMNS
    [blind, sighted] = [
        r for r in table if r["measure"] == "sensitivity" and r["operating_point"] == "sensitivity 0.98"
    ]
    assert (blind["impressions"], blind["value"], blind["count"], blind["n"]) == ("blind", "1.000000", "12", "12")
    assert float(blind["low_95"]) < 1
    assert (sighted["value"], sighted["n"], sighted["note"]) == ("", "1", "too few to say")
    deeds = [said(str(n), verdicts={"covid19": "agree"}) for n in range(12)]
    write_statistics(tmp_path / "c.csv", statistics(deeds))
    [of_class] = [r for r in rows(tmp_path / "c.csv") if r["measure"] == "agreement_covid19"]
    assert (of_class["impressions"], of_class["value"], of_class["n"]) == ("scores visible", "1.000000", "12")
    by_name = {r["measure"]: r for r in table}
    assert (by_name["seconds_until_ranked_p95"]["value"], by_name["seconds_in_hand_p50"]["note"]) == (
        "2.0",
        "too few to say",
    )
    assert by_name["studies_read"]["note"] == "2026-01-02 =1+1"
