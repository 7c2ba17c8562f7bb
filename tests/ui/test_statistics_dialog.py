"""The page of statistics is honest about small numbers and bias, and can be exported (pytest-qt)."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QLabel

from cxr_desktop.bridge.tasks import Tasks
from cxr_desktop.domain.errors import StoreError
from cxr_desktop.statistics_room import StatisticsRoom
from cxr_desktop.ui.statistics_dialog import StatisticsDialog
from tests.domain.test_reading_statistics import read, said, statistics
from tests.ui.entries import CARD


def page(dialog: StatisticsDialog) -> str:
    return "\n".join(part.text() for part in dialog.findChildren(QLabel) if not part.isHidden())


def test_a_few_studies_are_too_few_to_say_and_the_bias_is_named(qtbot):
    dialog = StatisticsDialog(CARD)
    qtbot.addWidget(dialog)
    assert dialog.words() == "Reading the log"
    dialog.set_statistics(statistics([said(str(n)) for n in range(3)], [1.0]))
    assert ("Sensitivity at 0.36", "—", "", "3 studies: too few to say", "3 of 3") in dialog.tables[0].rows
    assert dialog.tables[1].rows[0][1] == "1 study: too few to say"
    assert "biased towards the model" in page(dialog)
    assert "No study has been marked read yet." in page(dialog)


def test_enough_studies_have_a_number_an_interval_and_its_counts(qtbot):
    dialog = StatisticsDialog(CARD)
    qtbot.addWidget(dialog)
    deeds = [said(str(n), blind=True) for n in range(12)] + [read(str(n), seconds=75.0) for n in range(20)]
    deeds.append(said("x", digest="older"))
    dialog.set_statistics(statistics(deeds, [4.0] * 20))
    assert dialog.tables[0].rows[2][:3] == ("Sensitivity at 0.36", "100\u00a0% [76–100]", "12 of 12")
    assert dialog.tables[1].rows[0] == ("From arrival to ranked", "4.0 s", "4.0 s", "20")
    assert dialog.tables[1].rows[1][1] == "1 min 15 s"
    assert dialog.tables[2].rows == [("2026-01-02", "A", "20")]
    assert "1 study beside another model's score" in page(dialog)


def test_agreement_about_each_class_has_its_line(qtbot):
    dialog = StatisticsDialog(CARD)
    qtbot.addWidget(dialog)
    deeds = [said(str(n), verdicts={"normal": "agree" if n else "disagree"}) for n in range(12)]
    dialog.set_statistics(statistics(deeds))
    row = ("Reader agrees about Normal", "—", "", "92\u00a0% [65–99]", "11 of 12")
    assert row in dialog.tables[0].rows


def test_it_is_counted_elsewhere_shown_and_written(qtbot, make_window, tmp_path, monkeypatch):
    window, tasks = make_window(), Tasks()
    StatisticsRoom(window, tasks, lambda: ([said("a"), read("a")], [2.0]), lambda: (CARD, "d"))
    window.named["statistics"].trigger()
    dialog = window.findChild(StatisticsDialog)
    qtbot.waitUntil(lambda: dialog.words() == "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "s"), ""))
    dialog.export.click()
    qtbot.waitUntil((tmp_path / "s.csv").exists)
    dialog.accept()
    assert tasks.stop()


def test_a_log_that_cannot_be_read_says_so(qtbot, make_window):
    def read_nothing():
        raise StoreError("The worklist is closed.")

    window, tasks = make_window(), Tasks()
    StatisticsRoom(window, tasks, read_nothing, lambda: (None, ""))
    window.named["statistics"].trigger()
    dialog = window.findChild(StatisticsDialog)
    qtbot.waitUntil(lambda: dialog.words() == "The worklist is closed.")
    assert not dialog.export.isEnabled()
    dialog.accept()
    assert tasks.stop()
