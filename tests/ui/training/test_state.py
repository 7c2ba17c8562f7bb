"""What was chosen, as a command line."""

from __future__ import annotations

import shlex
import tomllib

import pytest

from cxr_desktop.ui.training.state import WizardState, as_change, as_command, as_toml
from tests.ui.training.documents import catalogue


def recipe(name: str) -> dict:
    return next(r for r in catalogue()["recipes"] if r["name"] == name)


def state(name: str, **mapping: str) -> WizardState:
    return WizardState(data="/data", mapping=mapping, recipe=recipe(name))


@pytest.mark.parametrize(
    "value",
    [1, 0.5, 1e-5, True, "covid", 'a "quoted" näme\\', [1, 2.5], {"COVID 19": "covid19", "*": ""},
     [{"name": "flip", "p": 0.5, "values": {"degrees": [-10, 25]}}], [], {}],
)  # fmt: skip
def test_a_value_is_read_back_as_it_was(value):
    assert tomllib.loads(f"value = {as_toml(value)}")["value"] == value


def test_what_toml_does_not_know_is_refused():
    with pytest.raises(TypeError):
        as_toml(None)


def test_a_single_word_needs_no_quotation_marks_and_a_word_of_toml_does():
    assert as_change("weights", "imagenet") == "weights=imagenet"
    assert as_change("name", "true") == 'name="true"'
    assert as_change("data.positive", "") == 'data.positive=""'
    assert as_change("epochs", 3) == "epochs=3"


def test_the_command_line_is_what_the_shell_takes_apart_again():
    chosen = state("s1_resnet18", COVID="covid19", Lunge="normal")
    chosen.changes = {"epochs": 5}
    words = shlex.split(chosen.command_line())
    assert words == ["cxr-desktop", "train", *chosen.recipe_arguments()]
    assert as_command(["a b"]) == "cxr-desktop 'a b'"


def test_an_open_recipe_takes_the_classes_as_the_reader_named_them():
    chosen = state("finetune_bundled", A="effusion", B="normal", C="")
    assert chosen.classes() == ("effusion", "normal")
    assert chosen.data_changes() == {"data.rename": {"A": "effusion", "B": "normal", "C": ""}}


def test_a_recipe_with_classes_of_its_own_puts_the_others_where_it_says():
    chosen = state("s1_resnet18", A="covid19", B="normal", C="pneumonia", D="")
    assert chosen.rename() == {"A": "covid19", "B": "other", "C": "other", "D": ""}
    assert chosen.missing_classes() == ()
    assert state("s4_two", A="covid19", B="normal", C="pneumonia").rename() == {
        "A": "", "B": "normal", "C": "pneumonia",
    }  # fmt: skip


def test_a_class_that_the_data_lack_is_missing_until_the_data_decide():
    chosen = state("s6_four", A="covid19", B="normal")
    assert chosen.missing_classes() == ("pneumonia", "tuberculosis")
    chosen.own_classes = True
    assert chosen.missing_classes() == ()
    assert chosen.data_changes()["data.classes"] == ["covid19", "normal"]


def test_the_class_of_interest_is_said_where_the_recipe_means_another():
    chosen = state("s4_two", A="normal", B="pneumonia")
    chosen.positive = "normal"
    assert chosen.data_changes()["data.positive"] == "normal"
    chosen.positive = "pneumonia"
    assert "data.positive" not in chosen.data_changes()
    chosen.positive = "covid19"
    assert "data.positive" not in chosen.data_changes()


def test_a_class_of_interest_that_is_gone_is_taken_back():
    chosen = state("s6_four", A="normal", B="pneumonia")
    chosen.own_classes = True
    assert chosen.data_changes()["data.positive"] == ""


def test_what_the_reader_set_comes_after_what_the_data_need():
    chosen = state("finetune_bundled", A="normal", B="covid19")
    chosen.changes = {"data.rename": {"A": "covid19"}, "epochs": 2}
    assert chosen.settings() == ['data.rename={A = "covid19"}', "epochs=2"]
    assert chosen.set_arguments() == ["--set", 'data.rename={A = "covid19"}', "--set", "epochs=2"]
