"""The second page: cards, variants, where weights begin, classes, and how long it takes here (PySide6)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWizard

from cxr_desktop.bridge.run_files import RunSummary
from cxr_desktop.ui.training.catalogue import learning_words, read_catalogue, variant_words
from cxr_desktop.ui.training.estimate import duration
from cxr_desktop.ui.training.reported import reported_facts
from cxr_desktop.ui.training.weights_choice import WeightsChoice
from tests.ui.entries import CARD
from tests.ui.training.documents import catalogue


@pytest.fixture
def page(with_data):
    with_data.next()
    return with_data.recipe


def can_go_on(page) -> bool:
    return page.wizard().button(QWizard.WizardButton.NextButton).isEnabled()


def measure(page, **probe) -> None:
    page.details.estimate.measure()
    page.details.estimate.command.tell("probe", **probe)
    page.details.estimate.command.end()


def test_recipes_are_grouped_and_the_gate_is_not_offered():
    found = read_catalogue(catalogue())
    assert [(group.name, len(group.recipes)) for group in found.groups] == [
        ("own", 1), ("S1", 2), ("S4", 1), ("S6", 1),
    ]  # fmt: skip
    assert found.recipe("gate") is None
    assert variant_words(found.groups[1]) == ("DenseNet-121", "ResNet18")
    assert found.groups[0].words == "Good for finetune_bundled."


def test_the_first_recipe_is_in_hand_and_a_card_takes_another(page):
    assert page._state.recipe["name"] == "finetune_bundled"
    page._cards["S4"].setChecked(True)
    assert page._state.recipe["name"] == "s4_two"
    assert page.details._title.text() == "Pneumonia in two phases"
    assert page.details.facts.texts()["Learns"] == "Only the last layers, 29 epochs; then everything, 15 epochs"


def test_variants_of_a_system_stand_beside_each_other(page):
    page.choose("s1_resnet18")
    buttons = page.details.variant_buttons()
    assert [button.text() for button in buttons] == ["DenseNet-121", "ResNet18"]
    buttons[0].setChecked(True)
    assert page._state.recipe["name"] == "s1_densenet121"
    assert page._cards["S1"].isChecked()


def test_what_was_set_for_one_recipe_is_not_carried_to_another(page):
    page._state.changes = {"epochs": 5}
    page.choose("s1_resnet18")
    assert page._state.changes == {}


def test_searching_leaves_the_cards_that_match_and_the_keyboard_reaches_them(qtbot, page):
    page.search.setText("densenet")
    assert [name for name, card in page._cards.items() if not card.isHidden()] == ["S1", "S6"]
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page._state.recipe["name"] == "s1_densenet121"
    page.search.setText("nothing like it")
    assert page.nothing.isVisible()
    page.search.clear()
    assert not any(card.isHidden() for card in page._cards.values())


def test_a_recipe_that_needs_other_classes_offers_those_of_the_data(page):
    page.choose("s6_four")
    assert page._state.own_classes
    assert can_go_on(page)
    page.details.classes.setCurrentIndex(0)
    assert not can_go_on(page)
    assert "The data have no images of Tuberculosis." in page.details.notes.notes()[0][1]
    page.details.classes.setCurrentIndex(1)
    assert can_go_on(page)
    assert page._state.data_changes()["data.classes"] == ["covid19", "normal", "pneumonia"]


def test_images_without_a_place_in_the_recipe_are_named(page):
    page.choose("s4_two")
    assert "no place for COVID-19" in page.details.notes.notes()[0][1]
    assert can_go_on(page)


def test_a_single_output_takes_only_two_classes(page):
    page.choose("s4_two")
    assert page.details.classes.count() == 1
    page._state.mapping = {"NORMAL": "normal", "COVID": "covid19"}
    page.details.show_classes(page._state)
    assert page.details.classes.count() == 2


def test_time_is_measured_after_a_moment_and_only_once(page):
    estimate = page.details.estimate
    assert estimate._wait.isActive()
    measure(page, seconds_total=8800.0, seconds_per_epoch=88.0, images_per_second=9.81, device="cpu", precision="fp32")
    assert estimate.texts() == ("About 2 h 30 min", "about 88 s per epoch · 9.8 images/s · CPU fp32")
    assert page._state.probe["seconds_total"] == 8800.0
    arguments = estimate.command.calls[-1]
    assert arguments[:2] == ["probe", "finetune_bundled"]
    assert "--threads" in arguments
    page.choose("s1_resnet18")
    assert page._state.probe == {}
    page.choose("finetune_bundled")
    assert estimate.texts()[0] == "About 2 h 30 min"
    assert not estimate._wait.isActive()
    assert len(estimate.command.calls) == 1


def test_another_choice_ends_a_measurement_and_begins_its_own(page):
    estimate = page.details.estimate
    estimate.measure()
    assert estimate.command.is_running()
    page.choose("s1_resnet18")
    assert not estimate.command.is_running()
    assert estimate._wait.isActive()


def test_a_measurement_can_be_stopped_and_a_failed_one_says_why(page):
    estimate = page.details.estimate
    estimate.measure()
    estimate._button.click()
    assert estimate.texts()[0] == "Not measured"
    estimate._button.click()
    estimate.command.end(False, "The ImageNet weights could not be downloaded.")
    assert estimate.texts() == ("Could not be measured", "The ImageNet weights could not be downloaded.")


def test_nothing_is_measured_after_the_reader_has_gone_on(page):
    page.details.estimate.measure()
    page.wizard().next()
    assert not page.details.estimate.command.is_running()
    assert not page.details.estimate._wait.isActive()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.4, "about 1 s"), (80, "about 80 s"), (110, "about 2 min"), (5900, "about 98 min"), (7800, "about 2 h 10 min"),
     (10_790, "about 3 h"), (50_000, "about 14 h"), (400_000, "about 5 days")],
)  # fmt: skip
def test_durations_are_as_exact_as_they_are_known(seconds, words):
    assert duration(seconds) == words


def test_weights_that_cannot_work_say_why(qtbot):
    choice = WeightsChoice()
    qtbot.addWidget(choice)
    recipes = {r["name"]: r for r in catalogue()["recipes"]}
    mine = replace(CARD, name="mine", architecture="resnet18")
    run = RunSummary("/runs/a", "a", "A run", "finished", 3, 3, 1.8e9, backbone="resnet18")
    other = replace(run, folder="/runs/b", state="stopped")
    choice.set_recipe(recipes["s1_resnet18"], "imagenet", [mine], [run, other])
    assert [c.value for c in choice.choices()] == ["imagenet", "model:mine", "run:/runs/a", "none"]
    assert "45 MB" in choice.choices()[0].words
    assert "random weights would never learn" in choice.choices()[-1].why_not
    choice.set_recipe(recipes["s6_four"], "imagenet")
    assert choice.choices()[-1].why_not == ""
    choice.set_recipe(recipes["finetune_bundled"], "model:triage")
    assert choice.value() == "model:triage"


def test_other_weights_are_a_change_and_the_recipes_own_are_none(page):
    page.choose("s6_four")
    box = page.details.weights.box
    box.setCurrentIndex(box.findData("none"))
    assert page._state.changes == {"weights": "none"}
    box.setCurrentIndex(box.findData("imagenet"))
    assert page._state.changes == {}


def test_reported_numbers_are_shown_as_the_report_gives_them(page):
    page.choose("s1_resnet18")
    assert page.details.reported.texts() == {"At 0.1": "100\u00a0% sensitivity, 72.4\u00a0% specificity"}
    assert page.details._source.text() == "Minaee 2020"
    facts = reported_facts({"recall": {"pneumonia": 0.93}, "accuracy": 0.91, "l9": [1]})
    assert facts == [("Accuracy", "91\u00a0%", ""), ("Recall", "Pneumonia 93\u00a0%", "")]


def test_a_catalogue_that_cannot_be_read_is_said(make_wizard, qtbot):
    from tests.ui.training.fake_command import Factory

    factory = Factory()
    wizard = make_wizard()
    page = type(wizard.recipe)(wizard.state, replace(wizard.parts, command_factory=factory))
    qtbot.addWidget(page)
    factory.made[0].end(False, "It did not work.")
    assert page.faults.notes()[0][1] == "It did not work."
    assert not page.isComplete()
    page.close_down()


def test_middle_layers_and_learning_in_words():
    recipe = {"values": {"phases": [{"train": ["classifier.*", "backbone.x"], "epochs": 3}]}}
    assert learning_words(recipe) == "The last layers and some in the middle, 3 epochs"
