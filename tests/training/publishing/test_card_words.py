"""What a card says besides its numbers."""

import shlex

from training.data.sample import Sample
from training.publishing.card_words import collections, commands, intended_use, limitations, without_places
from training.recipe_file import changed, read_recipe


def test_the_command_trains_the_same_recipe_again():
    recipe = changed(
        read_recipe("s4_efficientnet_b2"),
        [
            "epochs=3",
            "batch_size=16",
            "weights=file:/home/somebody/start.pt",
            "augment.operations=[]",
            "data.positive=normal",
        ],
    )
    words = shlex.split(commands(recipe, "mine")["train"])
    assert words[:4] == ["cxr-desktop", "train", "s4_efficientnet_b2", "--data"]
    again = read_recipe(words[2], words[6::2])
    assert again.as_dict() == recipe.as_dict() | {"network": recipe.as_dict()["network"] | {"weights": "file:start.pt"}}


def test_what_the_data_fill_in_is_no_change():
    recipe = changed(read_recipe("s3_scnnb"), ["data.classes=['a', 'b']", "data.positive=b"])
    assert commands(recipe, "mine") == {
        "train": "cxr-desktop train s3_scnnb --data DATA",
        "evaluate": "cxr-desktop evaluate mine --data DATA",
        "measure": "cxr-desktop measure mine --data DATA",
    }


def test_a_recipe_of_one_s_own_is_called_by_its_file():
    recipe = changed(read_recipe("s3_scnnb"), ["name=mine"])
    assert commands(recipe, "mine")["train"] == "cxr-desktop train mine.toml --data DATA"


def test_places_of_this_machine_stay_here():
    recipe = changed(read_recipe("s3_scnnb"), [r"weights='file:C:\Users\somebody\start.pt'"])
    assert without_places(recipe)["network"]["weights"] == "file:start.pt"
    assert without_places(changed(recipe, ["weights=model:triage"]))["network"]["weights"] == "model:triage"


def test_use_and_limits_have_words_where_the_recipe_has_none():
    recipe = changed(read_recipe("s3_scnnb"), ["document={}", "data.classes=['effusion', 'normal']"])
    assert intended_use(recipe, {"effusion": "Pleural effusion"}).startswith("Research: sorting radiographs by")
    said = limitations(recipe, ["Age."], on_validation=True, temperature_known=False, looked=False)
    assert "too good" in said[0]
    assert "not calibrated" in said[1]
    assert said[2:4] == [
        "Age.",
        "Nothing was measured at a place that took no part in training (no external validation).",
    ]
    assert "where disease is" in said[-1]
    assert len(limitations(recipe, [], False, True, looked=True)) == 1


def test_collections_count_what_was_used_and_name_what_is_not_known():
    samples = [
        Sample("1", "a.png", "x", "train", "north", licence="CC0"),
        Sample("2", "b.png", "x", "test", "north", licence="CC0"),
        Sample("3", "c.png", "x", "train"),
        Sample("4", "drawn:page/3", "x", "train", "page", licence="drawn by this program"),
        Sample("5", "d.png", "x", "train", "south"),
    ]
    assert collections(samples, ["south"]) == [
        {"collection": "drawn by this program", "licence": "drawn by this program", "images": 1, "train": 1},
        {"collection": "north", "licence": "CC0", "images": 2, "test": 1, "train": 1},
        {"collection": "not named", "licence": "not given", "images": 1, "train": 1},
    ]
