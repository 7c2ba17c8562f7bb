"""`cxr-desktop score` and `demo` from end to end, with the checkpoints that ship."""

from __future__ import annotations

import csv
import json
import math
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import openpyxl
import pyarrow.parquet as pq
import pydicom
import pytest
from PIL import Image
from typer.testing import CliRunner

from cxr_desktop.commands import app

COLUMNS = [
    "path", "status", "reason", "gate", "covid19", "pneumonia", "tuberculosis", "normal", "risk_band", "model",
    "model_digest", "device", "precision", "seconds",
]  # fmt: skip


def rows_of(path):
    with open(path, newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def test_every_file_of_a_folder_has_its_row_and_its_number_or_reason(demo_studies, scored_demo):
    rows = rows_of(scored_demo / "r.csv")
    assert list(rows[0])[: len(COLUMNS)] == COLUMNS
    assert sorted(row["path"] for row in rows) == sorted(str(p) for p in demo_studies.rglob("*") if p.is_file())
    scored = [row for row in rows if row["status"] == "scored"]
    assert len(scored) >= 12
    for row in scored:
        total = sum(float(row[name]) for name in ("covid19", "pneumonia", "tuberculosis", "normal"))
        assert total == pytest.approx(1.0, abs=3e-6)
        assert row["risk_band"] in ("below", "between", "above")
        assert (row["device"], row["precision"], len(row["model_digest"])) == ("cpu", "fp32", 64)
    for row in rows:
        if row["status"] != "scored":
            assert row["reason"]
            assert row["covid19"] == row["risk_band"] == ""
    pictures = list((scored_demo / "maps").rglob("*.png"))
    assert len(pictures) == len(scored)
    with Image.open(pictures[0]) as picture:
        assert min(picture.size) >= 512


def test_what_is_no_frontal_chest_gets_a_reason_and_no_number(scored_demo):
    reasons = {row["path"].rsplit("/", 1)[-1]: (row["status"], row["reason"]) for row in rows_of(scored_demo / "r.csv")}
    not_scored = {name: reason for name, (status, reason) in reasons.items() if status == "not_scored"}
    assert any("lateral" in name and reason == "lateral view" for name, reason in not_scored.items())
    assert any("hand" in name and reason == "not a chest radiograph" for name, reason in not_scored.items())
    assert any("truncated" in name for name in not_scored)
    assert reasons["not-dicom.dcm"][0] == "not_an_image"


def test_json_csv_and_parquet_print_the_same_digits_whatever_the_order(command, scored_demo, tmp_path):
    from_csv = {row["path"]: row for row in rows_of(scored_demo / "r.csv")}
    from_parquet = {row["path"]: row for row in pq.read_table(scored_demo / "r.parquet").to_pylist()}
    assert from_parquet.keys() == from_csv.keys()
    some = [path for path, row in from_csv.items() if row["status"] == "scored"][::-3]
    (tmp_path / "list.txt").write_text("\n".join(some), encoding="utf-8")
    command("score", "--files", tmp_path / "list.txt", "--out", tmp_path / "r.json", "--json")
    from_json = {row["path"]: row for row in json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))}
    assert len(some) >= 4
    assert sorted(from_json) == sorted(some)
    for path, row in from_csv.items():
        number = from_parquet[path]["covid19"]
        assert ("" if number is None else f"{number:.6f}") == row["covid19"]
        if path in from_json:
            assert f"{from_json[path]['probabilities']['covid19']:.6f}" == row["covid19"]


def test_the_gate_can_be_overridden_and_every_row_says_so(command, scored_demo, tmp_path):
    stopped = next(row["path"] for row in rows_of(scored_demo / "r.csv") if row["gate"] == "lateral_chest")
    command("score", stopped, "--out", tmp_path / "r.csv", "--override-gate")
    (lateral,) = rows_of(tmp_path / "r.csv")
    assert (lateral["status"], lateral["gate"]) == ("scored", "lateral_chest")
    assert lateral["override"] == "yes"


def test_nothing_usable_is_exit_code_two(command, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "note.txt").write_text("not a radiograph")
    command("score", tmp_path / "in", "--out", tmp_path / "r.csv", expect=2)
    assert [row["status"] for row in rows_of(tmp_path / "r.csv")] == ["not_an_image"]
    assert "no such" in command("score", tmp_path / "nowhere", expect=2).stderr
    assert "not installed" in command("score", tmp_path / "in", "--model", "nothing", expect=2).stderr


def test_a_folder_of_sound_frontal_films_is_exit_code_zero(command, demo_studies, tmp_path):
    (tmp_path / "in").mkdir()
    source = next(p for p in demo_studies.rglob("*.png"))
    (tmp_path / "in" / "a.png").write_bytes(source.read_bytes())
    command("score", tmp_path / "in", "--out", tmp_path / "r.csv")
    command("score", tmp_path / "in" / "a.png", "--out", tmp_path / "one.csv")
    assert rows_of(tmp_path / "r.csv")[0]["covid19"] == rows_of(tmp_path / "one.csv")[0]["covid19"]


def test_results_go_out_as_workbook_pdf_and_dicom_filed_under_the_source_where_identity_is_asked_for(
    command, demo_studies, tmp_path
):
    folder, out = tmp_path / "films", tmp_path / "out"
    folder.mkdir()
    source = next(p for p in demo_studies.rglob("*.dcm") if "lobar" in p.name)
    shutil.copy(source, folder / "film.dcm")
    places = ("--xlsx", out / "w.xlsx", "--pdf", out / "r.pdf", "--sr", out / "sr", "--sc", out / "sc")
    command("score", folder, *places, "--identity", expect=0)
    before = pydicom.dcmread(source)
    (sr,) = map(pydicom.dcmread, (out / "sr").iterdir())
    (sc,) = map(pydicom.dcmread, (out / "sc").iterdir())
    assert sr.VerificationFlag == "UNVERIFIED"
    assert sr.StudyInstanceUID == sc.StudyInstanceUID == before.StudyInstanceUID
    assert str(sr.PatientName) == str(sc.PatientName) == str(before.PatientName)
    assert (out / "r.pdf").read_bytes().startswith(b"%PDF")
    assert "Patient" in [cell.value for cell in openpyxl.load_workbook(out / "w.xlsx")["Worklist"][1]]
    assert (folder / "film.dcm").read_bytes() == source.read_bytes()


def test_the_demo_without_a_display_writes_a_report_with_overlays(demo_studies, tmp_path, monkeypatch):
    def copy(target: Path, on_progress) -> None:
        shutil.copytree(demo_studies, target)

    # The films of full size are made by the README's own command, which CI runs; here smaller ones will do.
    monkeypatch.setattr("cxr_desktop.phantom.demo_folder.write_demo_folder", copy)
    result = CliRunner().invoke(app, ["demo", "--headless", "--to", str(tmp_path)])
    assert result.exit_code == 0, result.stderr
    report = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "phantom" in report.lower()
    assert "data:image/" in report
    assert "http://" not in report
    assert "https://" not in report
    assert "PHANTOM" in result.stdout
    assert "Not for primary diagnosis" in result.stdout


def test_headless_triage_loads_no_part_of_qts_gui(demo_studies, tmp_path):
    film = next(demo_studies.rglob("*.dcm"))
    code = (
        "import sys; from pathlib import Path; from cxr_desktop.headless import ScoreOptions, run_score\n"
        "if __name__ == '__main__':\n"
        f"    run_score(ScoreOptions(Path({str(film)!r}), Path({str(tmp_path / 'r.csv')!r})))\n"
        "    print([m for m in sys.modules if m.startswith(('PySide6', 'torch', 'openvino'))])\n"
    )
    script = tmp_path / "script.py"
    script.write_text(code)
    result = subprocess.run([sys.executable, str(script)], check=True, capture_output=True, text=True, timeout=240)
    assert result.stdout.strip() == "[]"


def test_a_second_opinion_is_asked_for_by_name_and_an_unknown_model_is_told_what_there_is(
    command, demo_studies, tmp_path
):
    films = sorted(str(path) for path in demo_studies.rglob("*.png"))[:2]
    (tmp_path / "list.txt").write_text("\n".join(films))
    files = ("score", "--files", tmp_path / "list.txt", "--override-gate")
    command(*files, "--model", "TRIAGE", "--second-opinion", "Triage", "--out", tmp_path / "r.csv")
    for row in rows_of(tmp_path / "r.csv"):
        assert (row["second_model"], row["second_risk"]) == ("triage", row["covid19"])
        assert (row["disagreement"], row["bands_differ"]) == ("0.000000", "no")
        assert row["second_model_digest"] != row["model_digest"]
    alone = command(*files, "--model", "triage", "--out", tmp_path / "alone.csv")
    assert "second opinion" not in alone.stderr
    assert {row["second_model"] for row in rows_of(tmp_path / "alone.csv")} == {""}
    for option in ("--model", "--second-opinion"):
        unknown = command(*files, option, "VGG16", "--out", tmp_path / "none.csv", expect=2)
        assert "This model is not installed; there is" in unknown.stderr
        assert "triage" in unknown.stderr


def test_models_lists_the_bundled_default(command):
    assert "triage" in command("models").stdout
    (default,) = (model for model in json.loads(command("models", "--json").stdout) if model["default"])
    assert (default["role"], default["name"]) == ("triage", "triage")
    assert "cxr-desktop" in command("--version").stdout


def test_a_text_cell_cannot_become_a_formula(command, tmp_path):
    (tmp_path / "in").mkdir()
    Image.fromarray(np.zeros((100, 100), dtype=np.uint8)).save(tmp_path / "in" / "=1+1.png")
    command("score", tmp_path / "in", "--out", tmp_path / "r.csv", expect=2)
    assert rows_of(tmp_path / "r.csv")[0]["path"].startswith("/")


def test_a_device_that_is_not_there_is_one_plain_sentence(command, demo_studies, tmp_path, monkeypatch):
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    result = command("score", demo_studies, "--out", tmp_path / "r.csv", "--device", "cuda", expect=2)
    assert "NVIDIA graphics card" in result.stderr.replace("\n", " ")


def test_a_list_is_scored_exactly_and_progress_is_told_in_json(command, demo_studies, tmp_path):
    wanted = sorted(str(path) for path in demo_studies.rglob("*.dcm"))[:2]
    (tmp_path / "list.txt").write_text("\n".join([*wanted, str(tmp_path / "gone.dcm")]) + "\n", encoding="utf-8")
    out = tmp_path / "r.json"
    result = command(
        "score",
        "--files",
        tmp_path / "list.txt",
        "--json",
        "--out",
        out,
        "--progress-json",
        "--device",
        "cpu",
        expect=1,
    )
    events = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(e["event"], e["what"], e["done"], e["total"]) for e in events] == [
        ("progress", "scoring", done, 3) for done in (1, 2, 3)
    ]
    rows = {row["path"]: row for row in json.loads(out.read_text(encoding="utf-8"))}
    assert sorted(rows) == sorted([*wanted, str(tmp_path / "gone.dcm")])
    assert rows[str(tmp_path / "gone.dcm")]["reason"] == "this file is no longer there"
    assert {rows[path]["risk_finding"] for path in wanted if rows[path]["status"] == "scored"} <= {"covid19"}


def test_either_a_folder_or_a_list_is_scored(command, tmp_path):
    assert "Name a folder" in command("score", expect=2).stderr
    (tmp_path / "list.txt").write_text("", encoding="utf-8")
    assert "Name a folder" in command("score", tmp_path, "--files", tmp_path / "list.txt", expect=2).stderr
    assert "--out" in command("score", "--files", tmp_path / "list.txt", "--progress-json", expect=2).stderr


def test_a_sites_own_model_is_found_scores_and_names_its_classes_everywhere(
    command, demo_studies, tmp_path, private_home, make_model
):
    classes = {"normal": "Normal", "effusion": "Pleural effusion", "nodule": "Nodule"}
    model = make_model(
        "triage", bias=[0.0, 2.0, 0.0], classes=list(classes), class_labels=classes, output="sigmoid", name="ward",
        operating_points=[], map_scale={"effusion": 1.0},
    )  # fmt: skip
    shutil.copytree(model, private_home / "data" / "models" / "ward")
    assert "ward" in command("models").stdout
    some = sorted(str(path) for path in demo_studies.rglob("*.dcm"))[:6]
    (tmp_path / "list.txt").write_text("\n".join(some), encoding="utf-8")
    command(
        "score", "--files", tmp_path / "list.txt", "--model", "ward", "--out", tmp_path / "r.csv",
        "--overlays", tmp_path / "maps", "--report", tmp_path / "r.html", "--device", "cpu", expect=None,
    )  # fmt: skip
    rows = [row for row in rows_of(tmp_path / "r.csv") if row["status"] == "scored"]
    assert list(rows[0])[-2:] == ["p_effusion", "p_nodule"]
    assert {(row["covid19"], row["risk_finding"], row["risk_band"]) for row in rows} == {("", "effusion", "")}
    expected = [1 / (1 + math.exp(-2.0 / 1.3))] * len(rows)
    assert [float(row["p_effusion"]) for row in rows] == pytest.approx(expected, abs=1e-3)
    assert len(list((tmp_path / "maps").rglob("*.png"))) == len(rows)
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "COVID" not in page
    assert "Pleural effusion risk" in page
