"""The checkpoints that ship: whole, small, and as good as their cards say."""

import importlib.util
from pathlib import Path

import pytest

from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding
from cxr_desktop.engine.checkpoint import read_card, verify
from cxr_desktop.engine.familiarity import FAMILIARITY_FILE
from cxr_desktop.engine.lung_finder import LungFinder
from cxr_desktop.engine.lung_shape import LUNG_SHAPE_FILE
from cxr_desktop.engine.messages import ScoreRequest
from cxr_desktop.engine.model_folders import ModelFolders, read_cards
from cxr_desktop.engine.preparation import Preparation
from cxr_desktop.engine.verdicts import Gatekeeper
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.paths import resources_dir
from training.data import drawings
from training.data.dataset import open_dataset
from training.data.splits import check_disjoint
from training.report.evaluate import evaluate
from training.report.gate_report import GOALS
from training.report.orientation_report import STOPPED_AT_MOST
from training.report.subjects import about_model

NAMES = ("triage", "gate", "orientation", "lungs")
TRIAGE, GATE, ORIENTATION, LUNGS = (resources_dir() / "checkpoints" / name for name in NAMES)
EVALUATED = [TRIAGE, GATE, ORIENTATION]


@pytest.mark.parametrize("folder", EVALUATED, ids=NAMES[:3])
def test_a_shipped_model_is_whole_and_says_what_it_is(folder):
    card = read_card(folder)
    verify(folder, card)
    assert card.intended_use.startswith("Research")
    assert card.not_for
    document = card.document
    assert len(document["limitations"]) >= 4
    assert all(entry["licence"] and entry["images"] for entry in document["data"])
    assert "evaluate" in document["commands"]["evaluate"]
    assert not any(part in str(document) for part in ("/tmp/", "/home/", str(Path.cwd().parent)))


def test_the_shipped_models_are_small_and_nothing_lies_beside_them():
    beside = {TRIAGE: {FAMILIARITY_FILE}, GATE: {LUNG_SHAPE_FILE}}
    for folder, most in ((TRIAGE, 60_000_000), (GATE, 6_000_000), (ORIENTATION, 6_000_000), (LUNGS, 6_000_000)):
        files = list(folder.iterdir())
        needed = {"card.json", "weights.safetensors", "model.onnx"}
        assert needed <= {file.name for file in files} <= needed | beside.get(folder, set())
        assert sum(file.stat().st_size for file in files) < most


def test_the_triage_model_is_the_default_and_has_points_for_the_risk_bands():
    card = read_card(TRIAGE)
    assert card.document["default"] is True
    assert card.classes == tuple(f.value for f in KNOWN_FINDINGS)
    points = card.operating_points_of(Finding.COVID19)
    assert {p.target for p in points} == {"sensitivity 0.98", "sensitivity 0.95", "sensitivity 0.90"}
    assert [p.sensitivity for p in points] == sorted((p.sensitivity for p in points), reverse=True)
    for point in points:
        low, high = point.sensitivity_interval
        assert 0 < low <= point.sensitivity <= high
    assert "auc_inside_one_collection" in card.document["metrics"]["test"]


def test_the_gate_card_reports_that_its_goals_were_met():
    stopped = read_card(GATE).document["metrics"]["test"]["stopped"]
    assert stopped["frontal_chest"]["share"] <= GOALS["frontal_chest"]
    assert stopped["lateral_chest"]["share"] >= GOALS["lateral_chest"]
    assert stopped["not_chest"]["share"] >= GOALS["not_chest"]


def test_the_orientation_card_reports_that_upright_films_are_left_alone():
    numbers = read_card(ORIENTATION).document["metrics"]["test"]
    assert numbers["upright"]["all"]["stopped"]["share"] <= STOPPED_AT_MOST
    for name, row in numbers["ways"].items():
        assert row["rightly_corrected"]["share"] >= (0.0 if name in ("turns0", "turns0_mirrored") else 0.98)


@pytest.fixture(scope="module")
def verdict():
    """``verdict(file)``: does the gate let it pass, with lungs and orientation heard?"""
    folders = ModelFolders(TRIAGE, GATE, ORIENTATION, LUNGS)
    cards = read_cards(folders)
    assert cards.gate is not None
    assert cards.lungs is not None
    finder = LungFinder(LUNGS, cards.lungs)
    preparation = Preparation(
        ReadBudget(),
        cards.model.preprocess,
        cards.gate.preprocess,
        orientation_spec=cards.orientation.preprocess,
        finder=finder,
    )
    keeper = Gatekeeper(folders, cards)

    def judge(path: Path) -> bool:
        verdicts, _ = keeper.judge([preparation.prepare(ScoreRequest(str(path)))])
        return verdicts[0] is not None and verdicts[0].usable

    return judge


@pytest.mark.radiographs
@pytest.mark.parametrize(
    ("name", "usable"),
    [
        ("fo-dicom_CR-MONO1-10-chest.dcm", True),
        ("AIHCND_C2_Starter_test1.dcm", True),
        ("AIHCND_C2_Starter_test4.dcm", True),
        ("AIHCND_C2_Starter_test5.dcm", True),
        ("highdicom_dx_image.dcm", False),
        ("pylibjpeg-data_NM_Kakadu44_SOTmarkerincons.dcm", False),
        ("pylibjpeg-data_RG3_J2KI.dcm", False),
    ],
)
def test_dicom_files_from_other_sources_are_judged_by_their_pixels(radiographs, verdict, name, usable):
    assert verdict(radiographs / "dicom" / name) is usable


def test_sections_and_photographs_are_stopped(verdict):
    pydicom = Path(importlib.util.find_spec("pydicom").origin).parent / "data" / "test_files"
    photographs = Path(importlib.util.find_spec("sklearn").origin).parent / "datasets" / "images"
    files = [pydicom / "CT_small.dcm", pydicom / "MR_small.dcm", *sorted(photographs.glob("*.jpg"))]
    assert len(files) == 4
    assert [verdict(file) for file in files] == [False] * 4


@pytest.mark.parametrize("kind", drawings.KINDS)
def test_the_demo_s_phantoms_and_what_is_no_radiograph_are_judged_rightly(kind, verdict, tmp_path):
    from PIL import Image

    Image.fromarray(drawings.draw(kind, 5)).save(tmp_path / "drawn.png")
    assert verdict(tmp_path / "drawn.png") is (kind == "phantom_frontal")


@pytest.mark.radiographs
@pytest.mark.parametrize("folder", EVALUATED, ids=NAMES[:3])
def test_no_patient_is_in_two_splits(radiographs, folder):
    recipe = about_model(read_card(folder)).recipe
    check_disjoint(open_dataset(radiographs, recipe, verify=False, train=False).samples)


def same(stored, measured):
    """Counts and words exactly; other processors may round the sixth digit of a score another way."""
    if isinstance(stored, dict):
        return stored.keys() == measured.keys() and all(same(v, measured[k]) for k, v in stored.items())
    if isinstance(stored, list):
        return len(stored) == len(measured) and all(map(same, stored, measured))
    return measured == pytest.approx(stored, abs=2e-4) if isinstance(stored, float) else stored == measured


@pytest.mark.radiographs
@pytest.mark.slow
@pytest.mark.parametrize("folder", EVALUATED, ids=NAMES[:3])
def test_evaluating_a_shipped_model_gives_the_numbers_of_its_card(radiographs, folder):
    report = evaluate(str(folder), radiographs, "test").report
    stored = {k: v for k, v in read_card(folder).document["metrics"]["test"].items() if k != "command"}
    assert same(stored, report["card_numbers"])
