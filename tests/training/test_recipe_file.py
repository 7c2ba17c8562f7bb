"""Recipes are data: bundled ones read, strangers and contradictions are refused by their key."""

import json

import pytest

from training.recipe_file import RecipeError, changed, from_dict, names, read_recipe

PLAIN = {"name": "plain", "title": "Plain", "data": {"classes": ["covid19", "normal"]}}


@pytest.mark.parametrize("name", names())
def test_a_bundled_recipe_reads_and_survives_json(name):
    recipe = read_recipe(name)
    assert recipe.title
    assert from_dict(json.loads(json.dumps(recipe.as_dict()))) == recipe


@pytest.mark.parametrize("name", [n for n in names() if n[0] == "s" and n[1].isdigit()])
def test_a_recipe_of_the_seed_reports_names_its_system_and_what_was_reported(name):
    recipe = read_recipe(name)
    assert recipe.system == name[:2].upper()
    assert recipe.reported["source"]
    assert recipe.good_for.endswith(".")


def test_a_word_that_no_recipe_knows_is_refused_by_name():
    with pytest.raises(RecipeError, match=r"unknown key phases\.0\.learning_rat"):
        from_dict(PLAIN | {"phases": [{"learning_rat": 1.0}]})


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ("phases.0.epochs=0", "phases.0.epochs is out of range"),
        ("phases.3.epochs=1", "no key phases.3.epochs"),
        ("batch_size=many", "batch_size has the wrong type"),
        ("batch_size", "key=value"),
        ("learning_rate=fast", "learning_rate needs a number"),
        ("balance.method=luck", "balance.method is one of"),
        ("data.ratios=[0.5, 0.5]", "data.ratios needs 3 values"),
        ("data.ratios=[0.5, 0.2, 0.2]", "add up to 1"),
        ("data.positive=influenza", "data.positive"),
        ("data.classes=['covid19']", "at least two classes"),
        ("data.classes=['covid19', 'covid19']", "distinct"),
        ("data.classes=['../up', 'normal']", "distinct names"),
        ("balance.class_share={influenza = 1.0}", "influenza"),
        ("network.head={kind = 'mlp', hidden = [8, 8], dropout = [0.1]}", "one dropout per hidden layer"),
        ("network.backbone=vgg", "network.backbone is one of"),
        ("preprocess.height=2", "out of range: 2"),
        ("preprocess.channels=2", "preprocess.channels is one of 1, 3"),
        ("multiply={mode = 'times', times = 5}", "multiply.times"),
        ("label_smoothing=nan", "out of range"),
        ("network.head={kind = 'mlp', hidden = [4], dropout = [0.1, 0.2]}", "network.head"),
        ("network={head = {logits = 'single'}, output = 'sigmoid'}", "network.output is softmax"),
        ("seed=true", "wrong type"),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_its_key(change, complaint):
    with pytest.raises(RecipeError, match=complaint):
        changed(from_dict(PLAIN), [change])


def test_short_keys_move_what_belongs_together():
    recipe = read_recipe("s4_efficientnet_b2", ["epochs=3", "learning_rate=1e-3", "image_size=96", "weights=none"])
    assert [phase.epochs for phase in recipe.phases] == [3, 3]
    assert [phase.learning_rate for phase in recipe.phases] == pytest.approx([1e-3, 1e-4])
    assert (recipe.preprocess.height, recipe.preprocess.width, recipe.size) == (96, 96, 96)
    assert recipe.network.weights == "none"


def test_a_dotted_key_reaches_any_depth_and_plain_words_need_no_quotes():
    recipe = changed(from_dict(PLAIN), ["phases.0.schedule.kind=cosine", "network.head.dropout=[0.2]"])
    assert recipe.phases[0].schedule.kind == "cosine"
    assert recipe.network.head.dropout == (0.2,)


def test_a_star_reaches_every_phase_and_a_number_one_place_of_a_list():
    recipe = read_recipe("s6_densenet121", ["phases.*.optimiser=sgd", "network.head.dropout.0=0.5"])
    assert [phase.optimiser for phase in recipe.phases] == ["sgd"]
    assert recipe.network.head.dropout == (0.5,)


def test_a_missing_recipe_says_which_are_known():
    with pytest.raises(RecipeError, match="triage_resnet18"):
        read_recipe("nothing-of-the-kind")


def test_a_file_that_is_no_toml_is_a_plain_error(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text("name = ")
    with pytest.raises(RecipeError, match="cannot be read"):
        read_recipe(file)


def test_the_shares_of_the_bundled_triage_recipe_leave_nothing_over():
    balance = read_recipe("triage_resnet18").balance
    assert sum(balance.class_share.values()) == pytest.approx(1.0)
    for shares in balance.origin_share.values():
        assert sum(shares.values()) == pytest.approx(1.0)
