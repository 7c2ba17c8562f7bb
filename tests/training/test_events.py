"""Events are JSON lines that any program can read, and sentences for people."""

import json

from training.events import Events, in_words


def test_every_event_is_one_json_line_in_the_log_and_on_standard_output(tmp_path, capsys):
    events = Events(tmp_path / "events.jsonl")
    events("epoch", epoch=1, train_loss=0.25, run=tmp_path)
    events("finished", epoch=1)
    lines = (tmp_path / "events.jsonl").read_text().splitlines()
    assert [json.loads(line)["event"] for line in lines] == ["epoch", "finished"]
    assert json.loads(lines[0])["run"] == str(tmp_path)
    assert capsys.readouterr().out.splitlines() == lines


def test_a_number_that_is_none_becomes_null_since_json_has_no_nan(capsys):
    Events()("epoch", val_auc=float("nan"), curve=[1.0, float("inf")])
    event = json.loads(capsys.readouterr().out)
    assert event["val_auc"] is None
    assert event["curve"] == [1.0, None]


def test_people_get_words(capsys):
    Events(echo="words")("epoch", epoch=2, train_loss=0.123456, val_loss=None)
    assert capsys.readouterr().out == "epoch: epoch 2, train_loss 0.1235\n"
    assert in_words("warning", {"text": "one image cannot be read"}) == "warning: one image cannot be read"


def test_silence_still_writes_the_log(tmp_path, capsys):
    Events(tmp_path / "log", echo="")("started")
    assert capsys.readouterr().out == ""
    assert "started" in (tmp_path / "log").read_text()
