"""The first page: a child looks at the data, labels get meanings, faults stop the reader with a way out (PySide6)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QWizard

from cxr_desktop.ui.training.label_mapping import as_class_name
from cxr_desktop.ui.training.notes import Kind
from cxr_desktop.ui.training.page import Page
from cxr_desktop.ui.training.source_chooser import is_data
from tests.ui.training.documents import inspection


def notes(wizard) -> str:
    return " ".join(words for _, words in [*wizard.data.view.notes.notes(), *wizard.data.faults.notes()])


def can_go_on(wizard) -> bool:
    return wizard.button(QWizard.WizardButton.NextButton).isEnabled()


def change_label(wizard, label: str, words: str) -> None:
    editor = wizard.data.view.mapping.editor(label)
    editor.setEditText(words)
    editor.lineEdit().editingFinished.emit()


def test_nothing_is_possible_before_there_are_data(wizard):
    assert not can_go_on(wizard)


def test_data_are_looked_at_by_a_child_and_shown(wizard, tmp_path):
    wizard.data.choose(str(tmp_path))
    command = wizard.data.command
    assert command.calls[-1][:3] == ["inspect", "--data", str(tmp_path)]
    assert not can_go_on(wizard)
    command.tell("progress", what="reading images", done=214, total=1300)
    assert wizard.data.progress.words() == "Reading images: 214 of 1,300"
    command.write_json(inspection(tmp_path))
    command.end()
    assert can_go_on(wizard)
    assert wizard.data.summary.text() == "1,312 images · 3 classes · 1,104 patients"
    assert wizard.state.data_classes() == ("covid19", "normal", "pneumonia")
    assert wizard.state.positive == "covid19"
    assert wizard.state.inspection["images"] == 1312
    words = [label.text() for label in wizard.data.view.table.findChildren(QLabel)]
    assert {"COVID-19", "218", "1,312"} <= set(words)


def test_the_shortcut_trap_and_files_left_out_are_said_in_words(with_data):
    words = notes(with_data)
    assert "All images of covid19 come from one source (A)." in words
    assert "learn to recognise the place" in words
    assert "1 file is left out: röntgen 17.png (the PNG file is cut short)" in words


def test_an_error_of_the_data_stops_the_reader(wizard, tmp_path):
    wizard.data.choose(str(tmp_path))
    wizard.data.command.write_json(inspection(errors=["patient 7 is in train and in test"]))
    wizard.data.command.end()
    assert not can_go_on(wizard)
    assert wizard.data.view.notes.notes()[0] == (Kind.ERROR, "Patient 7 is in train and in test.")


def test_data_that_cannot_be_read_say_why_and_leave_the_choice(wizard):
    wizard.data.choose("/nowhere")
    wizard.data.command.end(False, "There is no folder /nowhere")
    assert "There is no folder" in notes(wizard)
    assert wizard.data.chooser.isVisible()
    assert not can_go_on(wizard)


def test_an_answer_that_is_damaged_is_no_crash(wizard, tmp_path):
    wizard.data.choose(str(tmp_path))
    Path(wizard.data.command.option("--json")).write_text("{")
    wizard.data.command.end()
    assert "could not be read" in notes(wizard)


def test_a_stopped_look_can_be_begun_anew(wizard, tmp_path):
    wizard.data.choose(str(tmp_path))
    wizard.data.progress.stop_requested.emit()
    assert "Stopped" in notes(wizard)
    wizard.data.choose(str(tmp_path))
    assert wizard.data.command.is_running()


def test_other_data_asked_for_while_a_child_works_are_the_ones_that_are_shown(wizard, tmp_path):
    wizard.data.choose("/first")
    first = wizard.data.command.option("--json")
    wizard.data.choose(str(tmp_path))
    assert wizard.data.command.option("--data") == str(tmp_path)
    assert wizard.data.command.option("--json") != first


def test_another_meaning_of_a_label_counts_again_after_a_pause(qtbot, with_data):
    change_label(with_data, "Pneumonia (bacterial)", "My effusion")
    assert with_data.state.mapping["Pneumonia (bacterial)"] == "my_effusion"
    assert not can_go_on(with_data)
    with_data.data._again.timeout.emit()
    with_data.data._again.stop()
    call = with_data.data.command.calls[-1]
    assert call[call.index("--recipe") + 1] == "finetune_bundled"
    assert "my_effusion" in with_data.data.command.settings()[0]
    with_data.data.command.write_json(inspection())
    with_data.data.command.end()
    assert can_go_on(with_data)
    assert with_data.state.mapping["Pneumonia (bacterial)"] == "my_effusion"


def test_a_label_can_be_left_out_and_two_classes_must_remain(with_data):
    for label in ("NORMAL", "Pneumonia (bacterial)"):
        change_label(with_data, label, "Leave out")
    assert with_data.state.data_classes() == ("covid19",)
    assert "at least two classes" in notes(with_data)
    assert not can_go_on(with_data)


def test_hundreds_of_labels_are_not_hundreds_of_boxes(wizard, tmp_path):
    labels = {f"label {number}": number + 1 for number in range(300)}
    mapping = {label: f"class_{number % 3}" for number, label in enumerate(labels)}
    wizard.data.choose(str(tmp_path))
    wizard.data.command.write_json(inspection(labels=labels, mapping=mapping))
    wizard.data.command.end()
    assert len(wizard.data.view.mapping._editors) == 40
    assert "label 299" in wizard.data.view.mapping._editors
    change_label(wizard, "label 299", "Normal")
    assert wizard.state.mapping == mapping | {"label 299": "normal"}
    assert wizard.state.data_classes() == ("class_0", "class_1", "class_2", "normal")


def test_words_of_which_no_name_can_be_made_change_nothing(with_data):
    change_label(with_data, "NORMAL", "肺炎")
    assert with_data.state.mapping["NORMAL"] == "normal"
    assert as_class_name("Pleural Effusion (left)") == "pleural_effusion_left"


def test_the_class_of_interest_is_the_readers(with_data):
    box = with_data.data.view.positive
    assert [box.itemText(i) for i in range(box.count())] == ["COVID-19", "Normal", "Pneumonia"]
    box.setCurrentIndex(2)
    assert with_data.state.positive == "pneumonia"


def test_the_impressions_of_the_worklist_are_written_elsewhere_and_looked_at(qtbot, make_wizard):
    def write(file: Path) -> int:
        file.write_text("path,label\n")
        return 5

    wizard = make_wizard(impressions=write, count_impressions=lambda: 5)
    assert "(5)" in wizard.data.chooser.impressions.text()
    wizard.data.chooser.impressions.click()
    qtbot.waitUntil(lambda: bool(wizard.data.command.calls))
    assert Path(wizard.state.data).read_text() == "path,label\n"


def test_impressions_that_cannot_be_written_say_so(qtbot, make_wizard):
    def write(file: Path) -> int:
        raise OSError(28, "full")

    wizard = make_wizard(impressions=write, count_impressions=lambda: 1)
    wizard.data.chooser.impressions.click()
    qtbot.waitUntil(lambda: "disk is full" in notes(wizard))


def test_without_impressions_the_button_says_why(wizard):
    assert not wizard.data.chooser.impressions.isEnabled()
    assert "No impression is recorded" in wizard.data.chooser.impressions.toolTip()


def test_a_folder_or_a_table_may_be_dropped(qtbot, wizard, tmp_path):
    table = tmp_path / "set.CSV"
    table.write_text("path,label\n")
    assert is_data(str(table))
    assert is_data(str(tmp_path))
    assert not is_data(str(tmp_path / "no.csv"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table))])
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                      Qt.KeyboardModifier.NoModifier)  # fmt: skip
    wizard.data.chooser.dropEvent(drop)
    assert wizard.state.data == str(table)


def test_data_used_before_are_offered_again_unless_names_are_hidden(make_wizard, tmp_path):
    first = make_wizard()
    first.data.choose(str(tmp_path))
    first.data.command.write_json(inspection())
    first.data.command.end()
    second = make_wizard()
    assert second.data.chooser._recent.count() == 1
    hidden = make_wizard(hide_identity=True)
    assert hidden.data.chooser._recent.count() == 0


def a_run(folder: Path, *events: dict, checkpoint: bool = True) -> Path:
    folder.mkdir(parents=True)
    (folder / "recipe.json").write_text(json.dumps({"title": folder.name, "phases": [{"epochs": 9}]}))
    (folder / "events.jsonl").write_text("".join(json.dumps(event) + "\n" for event in events))
    if checkpoint:
        (folder / "last.ckpt").touch()
    return folder


def test_a_stopped_run_can_be_chosen_and_goes_straight_to_the_run(make_wizard, tmp_path):
    folder = a_run(tmp_path / "runs" / "stopped", {"event": "epoch", "epoch": 4}, {"event": "stopped"})
    a_run(tmp_path / "runs" / "lost", {"event": "failed", "reason": "disk full"}, checkpoint=False)
    wizard = make_wizard()
    wizard.data.cards["resume"].setChecked(True)
    assert not can_go_on(wizard)
    wizard.data.runs.select(tmp_path / "runs" / "lost")
    assert not can_go_on(wizard)
    wizard.data.runs.select(folder)
    assert can_go_on(wizard)
    assert wizard.state.run_folder == folder
    assert wizard.nextId() == Page.RUN
    assert "4 of 9" in [wizard.data.runs.table.item(row, 2).text() for row in range(2)]


@pytest.mark.parametrize("mode", ["train", "resume"])
def test_the_steps_follow_the_choice(wizard, mode):
    wizard.data.cards[mode].setChecked(True)
    names, current = wizard._steps.steps()
    assert current == 0
    assert ("Recipe" in names) == (mode == "train")
