"""Sections of the findings open and close by mouse and key, are remembered, and say what is in them while closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from cxr_desktop.settings import Settings
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.section import Section
from tests.ui.entries import CARD, entry


@pytest.fixture
def section(qtbot) -> Section:
    made = Section("evidence", "Evidence", label("inside"))
    qtbot.addWidget(made)
    made.resize(320, 200)
    made.show()
    return made


def test_a_click_or_the_space_key_closes_it_and_tells(qtbot, section):
    told = []
    section.toggled.connect(told.append)
    qtbot.mouseClick(section.heading, Qt.MouseButton.LeftButton)
    assert not section.body.isVisible()
    qtbot.keyClick(section.heading, Qt.Key.Key_Space)
    assert section.body.isVisible()
    assert told == [False, True]


def test_the_program_opens_and_closes_it_in_silence(qtbot, section):
    with qtbot.assertNotEmitted(section.toggled):
        section.set_open(False)
    assert not section.is_open()


def test_a_closed_one_tells_a_screen_reader_what_is_in_it(section):
    section.heading.set_summary("COVID-19")
    assert section.heading.accessibleName() == "Evidence"
    section.set_open(False)
    assert section.heading.accessibleName() == "Evidence: COVID-19"


def test_what_the_reader_closed_is_remembered(qtbot, make_window):
    window = make_window([entry(0, 0.9)], Settings(closed_sections=("evidence",)))
    window.worklist.view.select_row(0)
    assert window.findings.closed_sections() == ("evidence",)
    heat_map = window.findings.sections()[2]
    qtbot.mouseClick(heat_map.heading, Qt.MouseButton.LeftButton)
    assert window.settings().closed_sections == ("evidence", "heat_map")
    assert Settings().closed_sections == ("provenance",)


def test_the_closed_model_names_itself_its_version_and_its_digest(make_window):
    window = make_window([entry(0, 0.9)])
    window.worklist.view.select_row(0)
    model = window.findings.sections()[-1]
    assert not model.is_open()
    assert model.heading.summary() == f"triage-1 1.2 · {CARD.digest[:12]}"
    # What it does not look for stands outside of every section.
    assert window.findings._unsought.isVisible() is bool(window.findings._unsought.text())
