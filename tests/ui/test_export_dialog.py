"""The export dialog: what, in which forms, whose identity, how much; then progress and a plain end (pytest-qt)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from cxr_desktop.export.job import Amount, Form
from cxr_desktop.export.paper import Paper
from cxr_desktop.export.written import Ending, Skip, Written
from cxr_desktop.ui import export_words
from cxr_desktop.ui.export_choices import ExportChoices
from cxr_desktop.ui.export_dialog import ExportDialog
from cxr_desktop.ui.export_progress import ExportProgress
from cxr_desktop.ui.export_words import Scope

COUNTS = {Scope.STUDY: 1, Scope.SELECTED: 2, Scope.SHOWN: 12, Scope.ALL: 30}


def amount_of(scope: Scope, per_study: bool) -> Amount:
    count = COUNTS[scope]
    reports = count if per_study else 1
    files = dict.fromkeys(Form, 1) | {Form.PDF: reports, Form.HTML: reports, Form.PNG: count, Form.SR: count - 1}
    return Amount(files, count, {Form.SR: 1})


@pytest.fixture
def dialog(qtbot, tmp_path) -> ExportDialog:
    shown = ExportDialog(amount_of)
    qtbot.addWidget(shown)
    shown.choices.set_folder(tmp_path)
    shown.choose(COUNTS)
    shown.show()
    return shown


def tick(choices: ExportChoices, *forms: Form) -> None:
    for form, card in choices.cards.items():
        card.box.setChecked(form in forms)


def test_it_opens_with_the_filtered_list_and_without_identity(dialog):
    wish = dialog.choices.wish()
    assert wish.scope is Scope.SHOWN
    assert wish.identity is False
    assert wish.forms == (Form.XLSX, Form.PDF)
    assert dialog.choices.words() == "2 files"


def test_identity_is_left_out_again_each_time(dialog):
    dialog.choices.identity.setChecked(True)
    assert dialog.choices.wish().identity
    dialog.choose(COUNTS)
    assert not dialog.choices.wish().identity


def test_the_estimate_follows_scope_forms_and_reports(dialog):
    choices = dialog.choices
    tick(choices, Form.PDF, Form.PNG)
    choices.scope_buttons[Scope.ALL].click()
    assert choices.words() == "31 files"
    choices.per_study.click()
    assert choices.words() == "60 files"
    tick(choices, Form.SR)
    assert choices.words() == "29 files; 1 image is no DICOM file and gets no DICOM object"


def test_a_scope_without_studies_cannot_be_chosen(dialog):
    dialog.choose(COUNTS | {Scope.SELECTED: 0, Scope.SHOWN: 0})
    choices = dialog.choices
    assert not choices.scope_buttons[Scope.SELECTED].isEnabled()
    assert choices.wish().scope is Scope.ALL
    dialog.choose(dict.fromkeys(Scope, 0))
    assert not choices.export.isEnabled()
    assert choices.words() == "There is nothing to export."


def test_without_a_form_there_is_nothing_to_press(dialog):
    tick(dialog.choices)
    assert dialog.choices.wish() is None
    assert not dialog.choices.export.isEnabled()
    assert dialog.choices.words() == "Choose at least one form."


def test_what_identity_means_for_dicom_is_said_before(dialog):
    choices = dialog.choices
    assert "UID" not in choices._identity_words.text()
    tick(choices, Form.SC)
    assert "no archive can file them" in choices._identity_words.text()
    choices.identity.click()
    assert "belong to the study of their source" in choices._identity_words.text()


def test_everything_can_be_chosen_with_the_keyboard(dialog, qtbot):
    box = dialog.choices.cards[Form.CSV].box
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert Form.CSV in dialog.choices.wish().forms
    for form, card in dialog.choices.cards.items():
        assert card.box.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert card.box.text() == export_words.form(form)[0]


def test_a_press_anywhere_on_a_card_ticks_it(dialog, qtbot):
    card = dialog.choices.cards[Form.HTML]
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().bottomRight() / 1.1)
    assert card.box.isChecked()


def test_the_wish_holds_everything_that_was_chosen(dialog, qtbot, monkeypatch, tmp_path):
    choices = dialog.choices
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "elsewhere"))
    choices._choose_folder()
    choices.paper.setCurrentIndex(choices.paper.findData(Paper.LETTER))
    choices.per_study.setChecked(True)
    choices.identity.setChecked(True)
    with qtbot.waitSignal(dialog.export_requested) as signal:
        choices.export.click()
    (wish,) = signal.args
    assert (wish.paper, wish.report_per_study, wish.identity) == (Paper.LETTER, True, True)
    assert wish.folder == tmp_path / "elsewhere"


def test_progress_tells_the_time_left_from_the_first_step_on(qtbot):
    now = [100.0]
    page = ExportProgress(clock=lambda: now[0])
    qtbot.addWidget(page)
    page.begin()
    assert page.bar.maximum() == 0
    page.set_progress(1, 41)
    assert page.words() == "1 of 41"
    now[0] += 10
    page.set_progress(11, 41)
    assert page.words() == "11 of 41 · 30 s left"


def test_cancel_is_asked_once_and_told(qtbot):
    page = ExportProgress()
    qtbot.addWidget(page)
    page.begin()
    with qtbot.waitSignal(page.cancelled):
        page.cancel.click()
    assert not page.cancel.isEnabled()
    page.set_progress(5, 9)
    assert page.words() == "Finishing the file in hand"


def test_reading_can_go_on_meanwhile(dialog, qtbot):
    dialog.begin()
    with qtbot.waitSignal(dialog.progress.hidden):
        dialog.progress.hide_button.click()
    assert not dialog.isVisible()


def test_the_end_says_what_was_written_and_what_was_left_out(dialog, tmp_path, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog.finish(Written(tmp_path, Counter({Form.SC: 3, Form.XLSX: 1}), Counter({Skip.NOT_DICOM: 2})))
    assert dialog.shows(dialog.result_page)
    assert dialog.result_page.words() == [
        "4 files written",
        "Excel workbook: 1",
        "DICOM Secondary Capture: 3",
        "2 images are no DICOM files: no DICOM objects",
    ]
    dialog.result_page.show_folder.click()
    assert [Path(path) for path in opened] == [tmp_path]


@pytest.mark.parametrize("ending", Ending)
def test_every_ending_has_plain_words_and_says_what_there_is(ending):
    some = Written(Path("/x"), Counter({Form.PNG: 5}), ending=ending)
    assert export_words.headline(some)
    assert bool(export_words.remainder(some)) is (ending is not Ending.DONE)


def test_a_lost_drive_is_told_with_what_was_written_before(dialog):
    dialog.finish(Written(Path("/gone/out"), Counter({Form.PNG: 5}), ending=Ending.FOLDER_LOST))
    assert dialog.result_page.words()[:2] == [
        "The folder cannot be reached any more",
        "5 files were written whole before that; the rest is missing.",
    ]
    assert not dialog.result_page.show_folder.isEnabled()
