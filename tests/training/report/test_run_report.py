"""The report that a finished run leaves in its folder."""

import json
import shutil

from training.events import Events
from training.report.run_report import curves_of, report_run


def test_a_finished_run_has_its_report_as_numbers_and_as_a_page(trained):
    report = json.loads((trained / "report.json").read_text(encoding="utf-8"))
    assert (report["kind"], report["split"], report["images"]) == ("run", "test", 24)
    assert [row["epoch"] for row in report["curves"]] == [1, 2]
    assert {"train_loss", "val_loss", "train_accuracy", "val_accuracy", "learning_rate"} <= set(report["curves"][0])
    assert {item["kind"] for item in report["gallery"]} <= {"hit", "miss"}
    assert any(item["map"].startswith("Map: ") for item in report["gallery"])
    assert report["reported"]["source"] == "A paper"
    assert report["operating_points"]
    page = (trained / "report.html").read_text(encoding="utf-8")
    assert "Learning rate" in page
    assert "A paper" in page
    last = json.loads((trained / "events.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert (last["event"], last["auc"]) == ("evaluated", report["headline"]["auc"])


def test_a_report_can_be_made_again_and_is_the_same(trained, tmp_path):
    shutil.copytree(trained, tmp_path / "run")
    report_run(tmp_path / "run", Events(echo=""))
    first, second = (json.loads((f / "report.json").read_text(encoding="utf-8")) for f in (trained, tmp_path / "run"))
    for report in (first, second):
        report.pop("created_at")
    assert first == second


def test_without_test_images_the_validation_images_are_measured_and_the_report_says_so(trained, tmp_path):
    run = tmp_path / "run"
    shutil.copytree(trained, run)
    lines = (run / "samples.csv").read_text(encoding="utf-8").splitlines()
    (run / "samples.csv").write_text("\n".join(line for line in lines if ",test," not in line), encoding="utf-8")
    report_run(run, Events(echo=""))
    report = json.loads((run / "report.json").read_text(encoding="utf-8"))
    assert report["split"] == "val"
    assert any("no test split" in text for text in report["cautions"])


def test_the_curves_of_an_ensemble_follow_one_another(trained, tmp_path):
    for member in ("1", "2"):
        (tmp_path / "members" / member).mkdir(parents=True)
        shutil.copy(trained / "metrics.csv", tmp_path / "members" / member)
    assert [row["epoch"] for row in curves_of(tmp_path)] == [1, 2, 3, 4]
    assert curves_of(tmp_path / "nowhere") == []
