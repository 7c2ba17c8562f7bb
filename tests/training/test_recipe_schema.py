"""What the wizard is told about recipes: every key with words and limits, and no heavy library on the way."""

import json
import subprocess
import sys

import pytest

from training.recipe import Recipe
from training.recipe_file import RecipeError, changed, from_dict
from training.recipe_schema import keys, list_recipes

BASIC = ["epochs", "learning_rate", "image_size", "weights", "batch_size"]


def _recipe(**values: object) -> Recipe:
    return from_dict({"name": "one", "title": "One"} | values)


def test_every_key_has_a_title_a_help_text_and_a_group():
    assert all(key.title and key.help and key.group for key in keys())


def test_keys_are_named_once():
    paths = [key.path for key in keys()]
    assert len(set(paths)) == len(paths)
    assert {"phases.*.learning_rate", "phases.*.schedule.kind", "network.head.dropout", "preprocess.height"} <= set(
        paths
    )


def test_the_knobs_of_the_first_page_are_the_short_keys_and_the_batch_size():
    assert [key.path for key in keys() if key.basic] == BASIC


def test_every_key_can_be_set_to_its_own_default():
    recipe = _recipe()
    for key in keys():
        if key.default is not None and key.type in ("bool", "int", "float", "str") and key.path not in BASIC:
            value = json.dumps(key.default)
            assert changed(recipe, [f"{key.path.replace('*', '0')}={value}"]) == recipe


def test_a_value_beyond_the_stated_limits_is_refused():
    for key in keys():
        if key.type in ("int", "float") and key.maximum is not None:
            with pytest.raises(RecipeError, match="range"):
                changed(_recipe(), [f"{key.path.replace('*', '0')}={key.maximum * 2 + 1:.0f}"])


def test_limits_of_a_list_hold_for_each_of_its_values():
    with pytest.raises(RecipeError, match=r"network\.head\.dropout"):
        changed(_recipe(), ["network.head.dropout=[0.1, 1.5]"])


def test_a_choice_that_is_not_offered_is_refused():
    for key in keys():
        if key.choices and key.type == "str":
            with pytest.raises(RecipeError, match="one of"):
                changed(_recipe(), [f"{key.path.replace('*', '0')}=nonsense"])


def test_the_list_holds_every_bundled_recipe_with_all_its_values(capsys):
    assert list_recipes(True) == 0
    document = json.loads(capsys.readouterr().out)
    by_name = {recipe["name"]: recipe for recipe in document["recipes"]}
    assert by_name["triage_resnet18"]["backbone"] == "resnet18"
    assert from_dict(by_name["triage_resnet18"]["values"]).epochs == by_name["triage_resnet18"]["epochs"]
    assert {"path", "title", "help", "type", "choices", "default", "group", "basic"} <= set(document["keys"][0])


def test_people_get_a_table(capsys):
    assert list_recipes(False) == 0
    assert "triage_resnet18" in capsys.readouterr().out


@pytest.mark.parametrize("package", ["training", "cxr_desktop"])
def test_listing_recipes_loads_no_heavy_library(package):
    command = [sys.executable, "-X", "importtime", "-m", package, "recipes", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert not loaded & {"torch", "torchvision", "cv2", "matplotlib", "lightning", "openvino", "PySide6", "optuna"}
    assert json.loads(done.stdout)["recipes"]
