"""Publishing: names are checked, the card's facts are shown, a failure leaves everything as it was."""

from __future__ import annotations

import json

import pytest

from cxr_desktop import paths
from cxr_desktop.engine.checkpoint import read_card
from cxr_desktop.ui.training.card_facts import facts_of
from cxr_desktop.ui.training.model_name import TakenNames, as_name, free_name, problem
from cxr_desktop.ui.training.notes import Kind
from cxr_desktop.ui.training.publish_page import PublishPage
from cxr_desktop.ui.training.state import WizardState
from tests.ui.training.fake_command import FakeCommand
from tests.ui.training.fake_guard import FakeGuard
from tests.ui.training.reports import report

TAKEN = TakenNames(frozenset({"triage", "gate"}), frozenset({"mine"}))
BUNDLED = paths.resources_dir() / "checkpoints" / "triage"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "needs a name"),
        ("Ours", "Small letters"),
        ("-ours", "Small letters"),
        ("a" * 41, "Small letters"),
        ("ours/../x", "Small letters"),
        ("con", "Windows"),
        ("com1", "Windows"),
        ("triage", "comes with the program"),
        ("mine", "of yours"),
        ("ours", ""),
        ("ours-2_b", ""),
    ],
)
def test_a_name_that_cannot_be_is_refused_with_its_reason(name, words):
    found = problem(name, TAKEN)
    assert words in found if words else found == ""


def test_a_model_of_ones_own_may_be_replaced_and_a_bundled_one_never():
    assert problem("mine", TAKEN, replace=True) == ""
    assert problem("triage", TAKEN, replace=True) != ""


def test_a_suggested_name_is_possible_and_free():
    assert as_name("Our Röntgen model 2") == "our-r-ntgen-model-2"
    assert free_name("triage", TAKEN) == "triage-2"
    assert free_name("", TAKEN) == "model"
    assert len(free_name("x" * 60, TakenNames(frozenset({"x" * 40}), frozenset()))) == 40


@pytest.fixture
def command() -> FakeCommand:
    return FakeCommand()


@pytest.fixture
def page(qtbot, command, tmp_path) -> PublishPage:
    values = {"name": "triage", "title": "Triage of our site", "document": {"intended_use": "Research only."}}
    state = WizardState(run_folder=tmp_path, recipe={"name": "finetune", "values": values}, report=report())
    made = PublishPage(state, lambda: command, FakeGuard(7))
    qtbot.addWidget(made)
    made.initializePage()
    made.show()
    return made


def test_the_form_begins_with_the_words_of_the_recipe_and_a_free_name(page):
    form = page.form
    assert (form.name.text(), form.title.text(), form.version.text()) == ("triage-2", "Triage of our site", "1.0")
    assert form.intended_use() == "Research only."
    assert page.publish.isEnabled()


def test_the_run_that_goes_on_knows_its_recipe_itself(qtbot, tmp_path):
    (tmp_path / "recipe.json").write_text(json.dumps({"name": "effusion", "title": "Effusion", "document": {}}))
    page = PublishPage(WizardState(mode="resume", run_folder=tmp_path), FakeCommand, None)
    qtbot.addWidget(page)
    page.initializePage()
    assert page.form.name.text() == "effusion"
    assert page.form.problem() == "Say what the model is meant for."
    assert not page.publish.isEnabled()


def test_a_collision_is_said_below_the_field_and_stops_the_button(page):
    page.form.name.setText("triage")
    assert page.form._name_field.problem() == "A model that comes with the program has this name."
    assert not page.publish.isEnabled()
    assert page.form.replace.isHidden()


def test_a_model_of_ones_own_can_be_replaced_on_purpose(page, command):
    folder = paths.user_models_dir() / "mine"
    folder.mkdir(parents=True)
    (folder / "card.json").touch()
    page.form.refresh()
    page.form.name.setText("mine")
    assert not page.publish.isEnabled()
    page.form.replace.setChecked(True)
    page.publish.click()
    assert "--replace" in command.calls[-1]


def test_what_was_written_into_the_form_is_published(page, command, tmp_path):
    page.form.use.setPlainText("Sorting for our\nward only.")
    page.publish.click()
    assert command.calls == [
        ["publish", str(tmp_path), "--name", "triage-2", "--title", "Triage of our site", "--version", "1.0",
         "--intended-use", "Sorting for our ward only."]
    ]  # fmt: skip
    assert not page.form.isEnabled()
    assert not page.isComplete()


def test_a_published_model_shows_its_card_and_is_told(page, command, qtbot):
    page.publish.click()
    command.tell("published", name="triage-2", folder=str(BUNDLED), card_digest="x")
    with qtbot.waitSignal(page.model_published) as told:
        command.end()
    assert told.args == ["triage-2"]
    card = read_card(BUNDLED)
    shown = page.facts.texts()
    assert shown["Looks for"] == "COVID-19, Pneumonia, Tuberculosis, Normal"
    assert shown["AUC"] == "0.95 [0.93–0.97]"
    assert shown["Digest"] == card.digest[:12]
    assert page.form.isHidden()
    assert page.guard.isVisible()
    assert page._state.model == "triage-2"


def test_use_goes_up_to_the_wizard(page, command, qtbot):
    page.publish.click()
    command.tell("published", name="triage-2", folder=str(BUNDLED), card_digest="x")
    command.end()
    with qtbot.waitSignal(page.use_model_requested) as told:
        page.guard.use.click()
    assert told.args == ["triage-2"]


def test_a_failure_is_told_and_the_form_is_there_again(page, command):
    page.publish.click()
    command.end(False, "This network looks at colours and cannot be published.")
    assert page.notes.notes() == ((Kind.ERROR, "This network looks at colours and cannot be published."),)
    assert page.form.isEnabled()
    assert page.publish.isEnabled()


def test_stopping_says_that_nothing_was_written(page, command):
    page.publish.click()
    page.progress.stop_requested.emit()
    assert page.notes.notes() == ((Kind.INFO, "Publishing was stopped. No model was written."),)


def test_one_network_of_an_ensemble_is_published(qtbot, command, tmp_path):
    for number in (10, 2, 1):
        folder = tmp_path / "members" / str(number)
        folder.mkdir(parents=True)
        (folder / "best.ckpt").touch()
    page = PublishPage(WizardState(run_folder=tmp_path, recipe={"name": "s5", "title": "S5"}), lambda: command)
    qtbot.addWidget(page)
    page.initializePage()
    assert [page.member.itemText(row) for row in range(3)] == ["Network 1", "Network 2", "Network 10"]
    page.form.use.setPlainText("Research.")
    page.member.setCurrentIndex(1)
    page.publish.click()
    assert command.calls[-1][1] == str(tmp_path / "members" / "2")


def test_facts_name_the_operating_point_of_the_class_of_interest():
    card = read_card(BUNDLED)
    facts = {name: value for name, value, _ in facts_of(card)}
    point = card.operating_points_of(card.class_of_interest)[0]
    assert facts["Operating point"].startswith(f"98\u00a0% sens. at {point.threshold:.2f}, specificity ")
    assert "AUC" not in facts
