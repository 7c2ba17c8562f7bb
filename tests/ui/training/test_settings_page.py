"""The third page: four knobs or every key, what is wrong in words, a preview, the same from a terminal (PySide6)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtWidgets import QWizard

from cxr_desktop.ui.training.catalogue import read_catalogue
from cxr_desktop.ui.training.key_editor import as_text, parse, range_words
from cxr_desktop.ui.training.recipe_keys import all_keys, basic_keys, scaled_seconds, total_epochs, with_change
from tests.ui.training.documents import catalogue

FOUND = read_catalogue(catalogue())


@pytest.fixture
def make_page(with_data):
    def make(name: str = "s1_resnet18"):
        with_data.next()
        with_data.recipe.choose(name)
        with_data.next()
        return with_data.settings

    return make


@pytest.fixture
def page(make_page):
    return make_page()


def editor(page, path: str):
    rows = page.basic.rows | page.every.rows
    return rows[path].editor.editor


def type_in(page, path: str, text: str) -> None:
    field = editor(page, path)
    field.setText(text)
    field.textEdited.emit(text)


def start_button(page):
    return page.wizard().button(QWizard.WizardButton.CommitButton)


def recipe(name: str):
    return FOUND.recipe(name)


def test_the_four_knobs_have_the_values_of_the_recipe(page):
    assert list(page.basic.rows) == ["epochs", "learning_rate", "batch_size", "image_size"]
    assert editor(page, "epochs").value() == 100
    assert editor(page, "learning_rate").text() == "0.0001"
    assert all(row.editor.editor.accessibleName() for row in page.basic.rows.values())
    assert start_button(page).text() == "Start training"


def test_a_recipe_in_phases_has_epochs_and_rate_for_each(make_page):
    page = make_page("s4_two")
    assert list(page.basic.rows)[:4] == [
        "phases.0.epochs", "phases.1.epochs", "phases.0.learning_rate", "phases.1.learning_rate",
    ]  # fmt: skip
    editor(page, "phases.1.epochs").setValue(3)
    assert page._state.changes == {"phases.1.epochs": 3}


def test_a_change_is_marked_and_can_be_taken_back(page):
    editor(page, "epochs").setValue(5)
    row = page.basic.rows["epochs"]
    assert row.is_changed()
    assert "the recipe says 100" in row._state.text()
    assert "--set epochs=5" in page.command_line.text()
    row.back.click()
    assert page._state.changes == {}
    assert editor(page, "epochs").value() == 100
    assert not row.is_changed()


def test_a_value_typed_back_is_no_change(page):
    editor(page, "epochs").setValue(5)
    editor(page, "epochs").setValue(100)
    assert page._state.changes == {}


def test_every_key_is_offered_once_and_what_was_chosen_before_is_not():
    for name in ("s1_resnet18", "s4_two"):
        basic = [key.path for key in basic_keys(FOUND.keys, recipe(name))]
        every = [key.path for key in all_keys(FOUND.keys, recipe(name))]
        assert len(set(basic + every)) == len(basic + every)
        assert not {"weights", "name", "data.classes", "epochs"} & set(every)
        assert {"data.ratios", "phases.0.optimiser", "augment.flip_p", "preprocess.height"} <= set(every)
    assert "phases.1.optimiser" in every


def test_all_keys_have_an_editor_of_their_type_and_can_be_searched(page):
    page.segments[1].click()
    assert editor(page, "stop.restore_best").isChecked()
    assert editor(page, "phases.0.optimiser").currentData() == "adam"
    assert '{name = "flip", p = 0.5, values = {}}' in editor(page, "augment.operations").toPlainText()
    page.every.search.setText("mirror")
    assert [path for path, row in page.every.rows.items() if not row.isHidden()] == ["augment.flip_p"]
    assert [group for group, head in page.every._heads.items() if not head.isHidden()] == ["Augmentation"]
    page.every.search.setText("no such thing")
    assert page.every.nothing.isVisible()


def test_values_of_every_type_become_changes(page):
    page.segments[1].click()
    editor(page, "stop.restore_best").setChecked(False)
    editor(page, "phases.0.optimiser").setCurrentIndex(1)
    type_in(page, "augment.flip_p", "0,5")
    type_in(page, "select", "val_macro_auc")
    type_in(page, "data.ratios", "[0.8, 0.1, 0.1]")
    editor(page, "balance.class_share").setPlainText("{covid19 = 2.0}")
    editor(page, "augment.operations").setPlainText("[]")
    assert page._state.changes == {
        "stop.restore_best": False,
        "phases.0.optimiser": "sgd",
        "augment.flip_p": 0.5,
        "select": "val_macro_auc",
        "data.ratios": [0.8, 0.1, 0.1],
        "balance.class_share": {"covid19": 2.0},
        "augment.operations": [],
    }
    assert page.segments[1].text() == "All keys (7 changed)"
    page.reset_all.click()
    assert page._state.changes == {}
    assert editor(page, "augment.flip_p").text() == "0"


def test_what_is_wrong_is_said_and_stops_the_start(page):
    page.segments[1].click()
    type_in(page, "augment.flip_p", "2")
    row = page.every.rows["augment.flip_p"]
    assert row._state.text() == "Out of range: 0 to 1."
    assert not start_button(page).isEnabled()
    # Another field that is right does not make this one right.
    type_in(page, "data.ratios", "[0.8, 0.1, 0.1]")
    assert row.fault
    assert not start_button(page).isEnabled()
    row.back.click()
    assert start_button(page).isEnabled()
    assert editor(page, "augment.flip_p").text() == "0"


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [("augment.flip_p", "much", "needs a number"), ("augment.flip_p", "nan", "Out of range"),
     ("data.ratios", "0.8, 0.1", "cannot be read"), ("data.ratios", "0.8", "needs the form"),
     ("data.ratios", "[0.8, 3]", "Out of range"), ("balance.class_share", "[]", "needs the form")],
)  # fmt: skip
def test_wrong_values_are_refused_in_words(path, text, words):
    key = next(key for key in FOUND.keys if key.path == path)
    with pytest.raises(ValueError, match=words):
        parse(key, text)


def test_numbers_and_ranges_read_well():
    assert as_text(1e-4) == "0.0001"
    assert as_text(0.1 + 0.2) == "0.30000000000000004"
    by_path = {key.path: key for key in FOUND.keys}
    assert range_words(by_path["image_size"]) == "8 to 2,048 px"
    assert range_words(by_path["network.backbone"]) == ""


def test_the_image_size_moves_what_belongs_to_it(page):
    page.segments[1].click()
    editor(page, "preprocess.height").setValue(300)
    editor(page, "train_size").setValue(256)
    editor(page, "image_size").setValue(128)
    assert page._state.changes == {"image_size": 128}
    assert editor(page, "preprocess.height").value() == 128
    editor(page, "preprocess.height").setValue(96)
    assert list(page._state.changes) == ["image_size", "preprocess.height"]


def test_the_wheel_scrolls_the_page_and_changes_no_value(qtbot, page):
    spin = editor(page, "batch_size")
    page.copy.setFocus()
    event = QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(0, 120), QPoint(0, 120), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QGuiApplication.sendEvent(spin, event)
    assert spin.value() == 20


def test_time_follows_epochs_and_image_size():
    probe = {"seconds_per_epoch": 60.0}
    assert scaled_seconds(probe, recipe("s1_resnet18"), {}) == 6000.0
    assert scaled_seconds(probe, recipe("s1_resnet18"), {"epochs": 10, "image_size": 112}) == 150.0
    assert scaled_seconds({}, recipe("s1_resnet18"), {}) is None
    assert total_epochs(recipe("s4_two"), {"phases.1.epochs": 1}) == 30


def test_changes_that_equal_the_recipe_are_forgotten():
    assert with_change(recipe("s1_resnet18"), {"epochs": 5}, "epochs", 100) == {}
    assert with_change(recipe("s1_resnet18"), {}, "stop.restore_best", 1) == {"stop.restore_best": 1}


def test_the_command_can_be_copied(page):
    page.copy.click()
    assert QGuiApplication.clipboard().text() == page._state.command_line()
    assert page._state.command_line().startswith("cxr-desktop train s1_resnet18 --data ")


def test_augmented_images_are_drawn_after_a_pause_in_typing(page, tmp_path):
    panel = page.preview
    assert panel._wait.isActive()
    panel.draw()
    assert panel.command.calls[-1][:2] == ["preview", "s1_resnet18"]
    files = []
    for number in range(3):
        QImage(16, 16, QImage.Format.Format_Grayscale8).save(str(tmp_path / f"{number}.png"))
        files.append(str(tmp_path / f"{number}.png"))
    panel.command.tell("preview", files=files)
    panel.command.end()
    assert panel.grid.count() == 3
    assert not panel._wait.isActive()
    editor(page, "batch_size").setValue(7)
    assert panel._wait.isActive()
    panel.draw()
    assert "batch_size=7" in panel.command.settings()


def test_settings_that_contradict_each_other_are_said_by_the_child(page):
    page.preview.draw()
    page.preview.command.end(False, "multiply.times counts the original")
    assert page.preview.reason() == "multiply.times counts the original"


def test_nothing_is_drawn_once_the_training_starts(page):
    page.preview.draw()
    page.wizard().next()
    assert not page.preview.command.is_running()
    assert page.wizard().fake_run.calls[0][:2] == ("start", "s1_resnet18")
