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
from cxr_desktop.engine.model_lookup import partner_of
from cxr_desktop.engine.preparation import Preparation
from cxr_desktop.engine.verdicts import Gatekeeper
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.paths import resources_dir
from training.data import drawings
from training.data.dataset import open_dataset
from training.data.splits import check_disjoint
from training.recipe_file import changed, read_recipe
from training.report import s1_table
from training.report.evaluate import evaluate
from training.report.gate_report import GOALS
from training.report.orientation_report import STOPPED_AT_MOST
from training.report.subjects import about_model
from training.run.initial_weights import fill, network_of

NAMES = ("triage", "densenet121", "squeezenet", "gate", "orientation", "lungs")
SHIPPED = [resources_dir() / "checkpoints" / name for name in NAMES]
TRIAGE, SECOND, LIGHT, GATE, ORIENTATION, LUNGS = SHIPPED
READING = [TRIAGE, SECOND, LIGHT]
"""The models that score radiographs."""
EVALUATED = SHIPPED[:5]


@pytest.mark.parametrize("folder", EVALUATED, ids=NAMES[:5])
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
    beside = {GATE: {LUNG_SHAPE_FILE}} | {folder: {FAMILIARITY_FILE} for folder in READING}
    total = 0
    for folder in SHIPPED:
        files = list(folder.iterdir())
        needed = {"card.json", "weights.safetensors", "model.onnx"}
        assert needed <= {file.name for file in files} <= needed | beside.get(folder, set())
        size = sum(file.stat().st_size for file in files)
        assert size < (60_000_000 if folder in (TRIAGE, SECOND) else 6_000_000)
        total += size
    assert total < 120_000_000


def test_the_triage_model_is_the_default_and_the_second_opinion_is_another_network_with_the_same_classes():
    card, second = read_card(TRIAGE), read_card(SECOND)
    assert card.document["default"] is True
    assert partner_of(card) == second.name == "densenet121"
    assert card.classes == second.classes == tuple(f.value for f in KNOWN_FINDINGS)
    assert card.architecture != second.architecture == "densenet121"
    assert not any("default" in read_card(folder).document for folder in (SECOND, LIGHT))


def test_the_light_model_is_the_deep_covid_network_and_tells_covid_from_everything_else():
    card = read_card(LIGHT)
    assert (card.architecture, card.classes) == ("squeezenet1_0", ("covid19", "other"))


@pytest.mark.parametrize("folder", READING, ids=NAMES[:3])
def test_a_reading_model_has_points_for_the_risk_bands(folder):
    points = read_card(folder).operating_points_of(Finding.COVID19)
    assert {p.target for p in points} == {"sensitivity 0.98", "sensitivity 0.95", "sensitivity 0.90"}
    assert [p.sensitivity for p in points] == sorted((p.sensitivity for p in points), reverse=True)
    for point in points:
        low, high = point.sensitivity_interval
        assert 0 < low <= point.sensitivity <= high


def test_fine_tuning_begins_with_every_weight_of_the_triage_model_and_prepares_images_as_it_does():
    recipe, card = read_recipe("finetune_bundled"), read_card(TRIAGE)
    assert recipe.preprocess == card.preprocess
    assert recipe.data.lungs == "lungs"
    classes = [f'data.classes=["{card.classes[0]}","effusion"]']
    own = changed(recipe, classes)
    assert fill(network_of(own), own, lambda *_, **__: None) == {"classifier.weight", "classifier.bias"}


BLOCKS = {
    "test",
    "val",
    "comparisons",
    "calibration",
    "groups",
    "shortcuts",
    "pointing",
    "map_mass",
    "other_findings",
    "familiarity",
    "leave_one_origin_out",
}


@pytest.mark.parametrize("folder", READING, ids=NAMES[:3])
def test_the_card_of_a_reading_model_has_every_table_and_the_command_that_makes_it_again(folder):
    metrics = read_card(folder).document["metrics"]
    assert set(metrics) >= BLOCKS
    assert all(metrics[name]["command"].startswith("cxr-desktop ") for name in BLOCKS)
    assert metrics["leave_one_origin_out"]["together"]["comparisons"]


def test_the_card_of_the_triage_model_has_deep_covid_s_table_and_the_hospital_of_tuberculosis_by_itself():
    metrics = read_card(TRIAGE).document["metrics"]
    assert "auc_inside_one_collection" in metrics["test"]
    rows = metrics["leave_one_origin_out"]["inside"]["comparisons"]
    assert any("tuberculosis" in row["what"] and "inside shenzhen" in row["what"] for row in rows)
    networks = [row["network"] for row in metrics[s1_table.BLOCK]["networks"]]
    assert len(networks) == 4


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
@pytest.mark.parametrize("folder", EVALUATED, ids=NAMES[:5])
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
# One of the models that read stands for all of them: each takes a minute here, and they share every line of code.
@pytest.mark.parametrize("folder", [TRIAGE, GATE, ORIENTATION], ids=["triage", "gate", "orientation"])
def test_evaluating_a_shipped_model_gives_the_numbers_of_its_card(radiographs, folder):
    report = evaluate(str(folder), radiographs, "test").report
    stored = {k: v for k, v in read_card(folder).document["metrics"]["test"].items() if k != "command"}
    assert same(stored, report["card_numbers"])
