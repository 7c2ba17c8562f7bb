"""While identity is hidden no widget, tooltip, title, menu or screen reader says who a patient is."""

from __future__ import annotations

import logging
from dataclasses import replace

import numpy as np
import pytest

from cxr_desktop.domain.deed import Action
from cxr_desktop.domain.prediction import GateClass
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.settings import Settings
from cxr_desktop.ui import deed_words
from cxr_desktop.ui.settings_dialog import SettingsDialog
from cxr_desktop.ui.shortcuts_sheet import ShortcutsSheet
from tests.ui.entries import entry, header, refused_entry, unreadable_entry
from tests.ui.shown_words import all_words
from tests.ui.test_audit_dialog import deed

NAME, PATIENT_ID, BORN, ACCESSION = "ZEBRAFISH^QUOKKA", "QX-77-ONLY", "19510203", "ACC-4455-ONLY"
FOLDER = "/wards/Axolotl, Ada 1951"
SECRETS = ("zebrafish", "quokka", "qx-77", "19510203", "1951-02-03", "acc-4455", "axolotl")
WHO = {"patient_name": NAME, "patient_id": PATIENT_ID, "patient_birth_date": BORN, "accession_number": ACCESSION}
HIDDEN = replace(Settings(), show_patient_identity=False, recent_folders=(FOLDER,))


def named(study):
    """The same study of someone whose name can be looked for."""
    image = study.leading
    return study.with_image(replace(image, radiograph=replace(image.radiograph, **WHO)))


def studies():
    file = unreadable_entry(2)
    path = f"{FOLDER}/zebrafish.dcm"
    identity = replace(file.leading.identity, path=path)
    file = replace(file, key=f"file|{path}", images=(replace(file.leading, identity=identity),))
    stopped = refused_entry(1, "lateral view", GateClass.LATERAL_CHEST)
    return [named(entry(0, 0.94)), named(stopped), file, named(entry(3, 0.2))]


def said(window) -> list[str]:
    """Where any of the secrets can be read."""
    found = [f"{where}: {words}" for where, words in all_words(window) if any(s in words.casefold() for s in SECRETS)]
    view = window.worklist.view
    rows = [view.delegate.tooltip(study) for study in studies()]
    corners = window.viewer.corners()
    painted = [
        *rows,
        *corners.top_left,
        *corners.top_right,
        *corners.bottom_left,
        *corners.bottom_right,
        *window.status.texts(),
    ]
    return found + [words for words in painted if any(s in words.casefold() for s in SECRETS)]


def show_each(window) -> list[str]:
    """The reader looks at one study after the other; all that is said meanwhile."""
    found = []
    for study in studies():
        window.worklist.view.select_key(study.key)
        pixels = np.arange(1200, dtype=np.uint16).reshape(40, 30)
        radiograph = replace(header(study.leading.path), **WHO)
        window.show_image(GreyImage(radiograph, pixels, 1.0, 0.0, "", (), False, None, ()))
        found += said(window)
    return found


def test_the_search_finds_what_is_shown(make_window):
    window = make_window(studies(), replace(HIDDEN, show_patient_identity=True), folder="Axolotl, Ada 1951")
    words = " ".join(show_each(window)).casefold()
    for secret in ("zebrafish", "quokka", "qx-77", "axolotl"):
        assert secret in words


def test_nothing_says_who_it_is_in_a_window_that_opens_hidden(make_window):
    window = make_window(studies(), HIDDEN, folder="Axolotl, Ada 1951")
    assert show_each(window) == []


def test_nothing_says_who_it_is_once_the_key_was_pressed(make_window):
    window = make_window(studies(), replace(HIDDEN, show_patient_identity=True), folder="Axolotl, Ada 1951")
    show_each(window)
    window.named["hide_identity"].trigger()
    assert said(window) == []
    assert show_each(window) == []


def test_the_key_is_ctrl_shift_p_and_brings_everything_back(make_window):
    window = make_window(studies(), HIDDEN, folder="Axolotl, Ada 1951")
    assert window.named["hide_identity"].shortcut().toString() == "Ctrl+Shift+P"
    window.named["hide_identity"].trigger()
    assert said(window)


def test_a_name_in_the_filter_becomes_dots_and_goes_on_filtering(make_window):
    window = make_window(studies(), replace(HIDDEN, show_patient_identity=True), folder="")
    field = window.top.filter
    for text in ("zebrafish", "id:QX-77-ONLY", "unread -name:quokka", "zebrafish:1", "1951-02-03"):
        field.put(text)
        shown = window.model.shown_count
        assert field.displayText() == text
        window.named["hide_identity"].trigger()
        assert set(field.displayText()) == {field.displayText()[0]}
        assert not any(secret in window.worklist.trouble.words().casefold() for secret in SECRETS)
        assert (field.text(), window.model.shown_count) == (text, shown)
        window.named["hide_identity"].trigger()
        assert field.displayText() == text


def test_what_names_nobody_stays_readable_and_what_is_typed_while_hidden_is_masked_afterwards(qtbot, make_window):
    window = make_window(studies(), HIDDEN, folder="")
    field = window.top.filter
    field.put("risk>0.5 view:PA -unread covid<0.9 stat")
    assert field.displayText() == field.text()
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "quokka")
    assert field.displayText() == "quokka"
    window.viewer.setFocus()
    assert "q" not in field.displayText()
    field.setFocus()
    qtbot.keyClicks(field, "u")
    assert (field.text(), field.displayText()) == ("u", "u")
    field.put("")
    window.viewer.setFocus()
    assert field.echoMode() is field.EchoMode.Normal


def test_no_list_of_recent_folders_and_no_dialog_says_it(make_window, qtbot):
    window = make_window(studies(), HIDDEN, folder="")
    assert said(window) == []
    for dialog in (
        SettingsDialog(window.settings(), (), window, window.dialogs.key_groups()),
        ShortcutsSheet(window.dialogs.shortcut_groups(), window),
    ):
        qtbot.addWidget(dialog)
        assert not [words for _where, words in all_words(dialog) if any(s in words.casefold() for s in SECRETS)]


def test_the_audit_log_names_a_study_by_its_number_only(make_window):
    window = make_window(studies(), HIDDEN)
    for study in studies():
        name = window.dialogs._study_name(study.key)
        assert not any(secret in name.casefold() for secret in SECRETS)
    assert "zebrafish" not in window.dialogs._study_name(f"file|{FOLDER}/zebrafish.dcm")
    assert deed_words.study_of_key(f"file|{FOLDER}/zebrafish.dcm") == "zebrafish.dcm"


def test_an_audit_log_that_stands_open_forgets_the_names_with_the_rest(make_window, qtbot):
    window = make_window(studies(), replace(HIDDEN, show_patient_identity=True))
    window.dialogs.open_audit()
    window.dialogs.show_audit([deed(Action.TURN, study=study.key) for study in studies()])
    dialog = window.dialogs._audit
    assert any("zebrafish" in words.casefold() for _where, words in all_words(dialog))
    with qtbot.waitSignal(window.settings_changed, timeout=2000):
        window.named["hide_identity"].trigger()
    assert not [words for _where, words in all_words(dialog) if any(s in words.casefold() for s in SECRETS)]
    dialog.close()


@pytest.mark.parametrize("settings", [HIDDEN, replace(HIDDEN, show_patient_identity=True)])
def test_neither_titles_nor_logs_ever_say_it(make_window, caplog, settings):
    caplog.set_level(logging.DEBUG)
    window = make_window(studies(), settings, folder="Axolotl, Ada 1951")
    show_each(window)
    assert window.windowTitle() == "cxr-desktop"
    assert not any(secret in caplog.text.casefold() for secret in SECRETS)
