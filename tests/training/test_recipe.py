"""Recipes are data: bundled ones read, strangers are refused by name."""

import json

import pytest

from tests.training.conftest import small_recipe
from training.recipe import RECIPES, from_dict, read_recipe


@pytest.mark.parametrize("name", sorted(p.stem for p in RECIPES.glob("*.toml")))
def test_a_bundled_recipe_reads_and_survives_json(name):
    recipe = read_recipe(name)
    assert recipe.title
    assert from_dict(json.loads(json.dumps(recipe.as_dict()))) == recipe


def test_a_word_that_no_recipe_knows_is_refused_by_name():
    values = small_recipe().as_dict() | {"learning_rat": 1.0}
    with pytest.raises(ValueError, match="learning_rat"):
        from_dict(values)


def test_shares_for_a_class_that_the_recipe_does_not_have_are_refused():
    with pytest.raises(ValueError, match="influenza"):
        small_recipe(class_share={"influenza": 1.0})


def test_the_shares_of_the_bundled_triage_recipe_leave_nothing_over():
    recipe = read_recipe("triage_resnet18")
    assert sum(recipe.class_share.values()) == pytest.approx(1.0)
    for shares in recipe.balance.values():
        assert sum(shares.values()) == pytest.approx(1.0)
