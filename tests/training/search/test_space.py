"""Spaces are data: read from TOML, tried on the recipe, refused by key."""

import pytest

from training.recipe_file import RecipeError, changed, from_dict
from training.search.space import SPACES, Range, as_changes, as_document, read_space

RECIPE = from_dict({"name": "one", "title": "One"})


@pytest.fixture
def written(tmp_path):
    def write(text: str):
        file = tmp_path / "space.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_choices_and_ranges_are_read_with_quoted_keys_or_tables(written):
    file = written(
        'learning_rate = { low = 1e-5, high = 1e-2, log = true }\n"phases.0.optimiser" = ["adam", "sgd"]\n'
        "[network.head]\ndropout = [[0.1], [0.2]]\n"
    )
    space = read_space(file, "tpe", RECIPE)
    assert space["learning_rate"] == Range(1e-5, 1e-2, True)
    assert space["phases.0.optimiser"] == ("adam", "sgd")
    assert space["network.head.dropout"] == ([0.1], [0.2])


@pytest.mark.parametrize("file", sorted(SPACES.glob("*.toml")), ids=lambda file: file.stem)
def test_a_bundled_space_fits_every_recipe(file):
    assert read_space(file, "tpe", RECIPE)


def test_a_bundled_space_is_found_by_its_name_and_is_the_default_of_its_method():
    from pathlib import Path

    assert as_document(read_space(Path("l9_s6"), "tpe", RECIPE)) == as_document(read_space(None, "l9", RECIPE))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "names no key"),
        ("learning_rate = ", "cannot be read"),
        ("learning_rate = 0.1", "a list of values for learning_rate"),
        ("learning_rate = []", "a list of values"),
        ("learning_rate = { low = 1.0, high = 0.1 }", "low and high"),
        ("learning_rate = { low = 0.0, high = 0.1, log = true }", "above 0"),
        ("learning_rate = { low = 1e-5, high = 1e-2, step = 2 }", "low and high"),
        ("learning_rate = [0.1, -1.0]", "out of range"),
        ("learning_rat = [0.1]", "learning_rat"),
        ('"phases.0.optimiser" = ["adam", "lucky"]', "optimiser is one of"),
        ("seed = { low = 0.5, high = 2.5 }", "seed has the wrong type"),
    ],
)
def test_what_the_recipe_would_refuse_is_refused_before_anything_runs(written, text, complaint):
    with pytest.raises(RecipeError, match=complaint):
        read_space(written(text), "tpe", RECIPE)


def test_a_missing_space_is_a_plain_error(tmp_path):
    with pytest.raises(RecipeError, match="cannot be read"):
        read_space(tmp_path / "none.toml", "l9", RECIPE)


def test_values_become_changes_of_the_recipe():
    values = {"learning_rate": 1e-05, "phases.*.optimiser": "sgd", "network.head.dropout": [0.3]}
    recipe = changed(RECIPE, as_changes(values))
    assert recipe.phases[0].learning_rate == 1e-05
    assert recipe.phases[0].optimiser == "sgd"
    assert recipe.network.head.dropout == (0.3,)
