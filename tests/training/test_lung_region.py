"""A classifier that looks at the lungs only, from its recipe to a model folder."""

import json

import numpy as np
import pytest

from cxr_desktop.engine.checkpoint import read_card
from cxr_desktop.engine.lung_finder import LungFinder
from cxr_desktop.engine.messages import ScoreRequest
from cxr_desktop.engine.preparation import Preparation
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.paths import resources_dir
from tests.training.conftest import TRAINED, small_recipe
from tests.training.small_runs import events_in
from training.__main__ import main
from training.data.images import eval_input
from training.data.pixel_cache import PixelCache
from training.recipe_file import RecipeError

LUNGS = ("preprocess.region=lungs", "data.lungs=lungs")
SHIPPED = resources_dir() / "checkpoints" / "lungs"


def test_a_run_learns_from_lungs_and_serves_them(pictures, tmp_path):
    (tmp_path / "tiny.toml").write_text(TRAINED, encoding="utf-8")
    run, folder = tmp_path / "run", tmp_path / "tiny"
    sets = [part for change in (*LUNGS, "epochs=1") for part in ("--set", change)]
    options = ["--run", str(run), "--workers", "0", "--threads", "1", "--device", "cpu", *sets]
    assert main(["train", str(tmp_path / "tiny.toml"), "--data", str(pictures), *options]) == 0
    assert any(event.get("what") == "finding lungs" for event in events_in(run))
    report = json.loads((run / "report.json").read_text())
    assert report["split"] == "test"
    assert main(["publish", str(run), "--to", str(folder)]) == 0
    card = read_card(folder)
    assert card.preprocess.region == "lungs"
    assert card.document["recipe"]["data"]["lungs"] == "lungs"
    assert main(["evaluate", str(folder), "--data", str(pictures), "--json", str(tmp_path / "r.json")]) == 0
    served = json.loads((tmp_path / "r.json").read_text())
    assert served["roc"]["covid19"]["auc"] == pytest.approx(report["roc"]["covid19"]["auc"], abs=0.05)


def test_a_region_of_lungs_needs_a_model_that_finds_them():
    with pytest.raises(RecipeError, match=r"data\.lungs"):
        small_recipe("preprocess.region=lungs")
    with pytest.raises(RecipeError, match="no colours"):
        small_recipe(*LUNGS, 'augment.operations=[{name="flip"}]')


def test_a_missing_lungs_model_is_said_plainly(pictures, tmp_path, capsys):
    (tmp_path / "tiny.toml").write_text(TRAINED, encoding="utf-8")
    sets = ["--set", "preprocess.region=lungs", "--set", "data.lungs=nobody", "--device", "cpu"]
    command = ["train", str(tmp_path / "tiny.toml"), "--data", str(pictures), "--run", str(tmp_path / "run"), *sets]
    assert main(command) == 1
    assert "no lungs model called nobody" in capsys.readouterr().err


@pytest.mark.radiographs
def test_training_and_scoring_see_the_same_lungs(radiographs):
    recipe = small_recipe(*LUNGS, "image_size=128", "preprocess.outside=grey")
    card = read_card(SHIPPED)
    preparation = Preparation(ReadBudget(), recipe.preprocess, None, finder=LungFinder(SHIPPED, card))
    files = sorted(str(f.relative_to(radiographs)) for f in (radiographs / "tuberculosis").glob("*.jpg"))[:6]
    cache = PixelCache.for_recipe(recipe, radiographs, files)
    for file in files:
        served = preparation.prepare(ScoreRequest(str(radiographs / file), override=True)).tensor
        assert np.abs(eval_input(cache[file], recipe, cache.lungs(file)) - served).mean() < 0.01
