"""The JSON: one object per file, the very digits of the CSV, null for what there is not."""

import io
import json
import math

import pytest

from cxr_desktop.domain.impression import Impression, Verdict
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.export.json_lines import Beside, record, writer
from cxr_desktop.export.wording import format_probability
from tests.export.samples import not_an_image, refused, scored, write_json


def test_a_scored_image_has_probabilities_logits_band_gate_and_engine():
    found = record(scored(covid=0.7123456789))
    assert found["probabilities"]["covid19"] == 0.712346
    assert format_probability(found["probabilities"]["covid19"]) == "0.712346"
    assert found["logits"] == {"covid19": 1.25, "normal": -0.5}
    assert found["risk_band"] == "above"
    assert found["gate"]["class"] == "frontal_chest"
    assert found["scored_by"]["precision"] == "fp32"
    assert found["quarter_turns"] == 0
    assert found["override"] is False


def test_a_missing_class_is_null_and_a_failure_has_no_probabilities():
    assert record(scored(probabilities={Finding.COVID19: 1.0}))["probabilities"]["pneumonia"] is None
    assert record(refused())["probabilities"] is None
    assert record(refused())["reason"] == "not a chest radiograph"
    assert record(not_an_image())["gate"] is None


def test_what_is_no_number_is_null():
    found = record(scored(probabilities={Finding.COVID19: math.nan}, logits={Finding.COVID19: math.inf}))
    assert found["probabilities"]["covid19"] is None
    assert found["logits"]["covid19"] is None
    json.dumps(found, allow_nan=False)


@pytest.mark.parametrize("number", [0, 1, 3])
def test_a_json_file_is_one_array(tmp_path, number):
    target = tmp_path / "results.json"
    write_json(target, [scored(f"{index}.dcm") for index in range(number)])
    assert [item["path"] for item in json.loads(target.read_text(encoding="utf-8"))] == [
        f"{index}.dcm" for index in range(number)
    ]


def test_what_a_worklists_reader_said_stands_beside_the_result_and_elsewhere_is_no_word_of_it():
    said = Impression(
        "k", (Finding.COVID19,), "2026", "a note", Verdict.AGREE, verdicts=((Finding.NORMAL, Verdict.AGREE),)
    )
    made = record(scored("a"), {"a": Beside(said, ("odd",))})
    assert (made["impression"], made["verdict"], made["verdicts"]) == (["covid19"], "agree", {"normal": "agree"})
    assert made["conflicts"] == ["odd"]
    assert "a note" not in json.dumps(made)
    silent = record(scored("a"), {})
    assert (silent["impression"], silent["verdict"], silent["verdicts"], silent["conflicts"]) == ([], None, {}, [])
    assert "verdicts" not in record(scored("a"))


@pytest.mark.parametrize("suffix", [".jsonl", ".ndjson"])
def test_a_lines_file_has_one_object_per_line(tmp_path, suffix):
    target = tmp_path / f"results{suffix}"
    write_json(target, [scored("a\nb.dcm"), refused()])
    lines = target.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["status"] for line in lines] == ["scored", "not_scored"]


def test_a_stream_gets_lines():
    stream = io.StringIO()
    write_json(stream, [scored(), not_an_image()])
    assert len(stream.getvalue().splitlines()) == 2


def test_rows_are_on_disk_before_the_end(tmp_path):
    target = tmp_path / "results.json"
    with writer(target) as write:
        write(scored("first.dcm"))
        assert "first.dcm" in (tmp_path / "results.json.part").read_text(encoding="utf-8")
    assert json.loads(target.read_text(encoding="utf-8"))[0]["path"] == "first.dcm"


def test_names_that_are_not_utf8_are_written_readably(tmp_path):
    target = tmp_path / "results.json"
    write_json(target, [scored("bytes\udcff.dcm")])
    assert json.loads(target.read_text(encoding="utf-8"))[0]["path"] == "bytes\\xff.dcm"
