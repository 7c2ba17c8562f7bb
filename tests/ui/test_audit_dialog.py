"""The audit log says when, which study, what and why, newest first, names nobody it must not, and can be exported
(pytest-qt)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from cxr_desktop.audit_room import AuditRoom
from cxr_desktop.bridge.tasks import Tasks
from cxr_desktop.domain.deed import Action, Deed
from cxr_desktop.domain.errors import StoreError
from cxr_desktop.settings import Settings
from cxr_desktop.ui import deed_words, wording
from cxr_desktop.ui.audit_dialog import AuditDialog
from tests.ui.entries import entry

PLAIN = {"override": False, "quarter_turns": 0, "inverted": False}
SIDE = {"class": "turned", "reason": "the film lies on its side", "probabilities": {}}


def deed(action: Action, before=None, after=None, gate=SIDE, study: str = "1.2.P-0|P-0", minute: int = 4) -> Deed:
    details = {"before": {**PLAIN, **(before or {})}, "after": {**PLAIN, **(after or {})}, "gate": gate}
    return Deed(f"2026-01-02T03:{minute:02d}:05+00:00", study, "ab" * 32, action, details)


TURN = deed(Action.TURN, after={"quarter_turns": 1})


@pytest.fixture
def dialog(qtbot) -> AuditDialog:
    shown = AuditDialog(lambda key: f"name of {key}")
    qtbot.addWidget(shown)
    shown.show()
    return shown


def texts(dialog: AuditDialog) -> list[list[str]]:
    model = dialog.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (deed(Action.SCORE_ANYWAY, after={"override": True}), "Scored against the advice"),
        (TURN, "Turned 90° left"),
        (deed(Action.TURN, {"quarter_turns": 1}, {"quarter_turns": 0}), "Turned 90° right"),
        (deed(Action.TURN, after={"quarter_turns": 2}), "Turned 180°"),
        (deed(Action.INVERT, after={"inverted": True}), "Black and white exchanged"),
        (deed(Action.UNDO, {"quarter_turns": 1}), "Taken back: turned 90° left"),
        (deed(Action.UNDO, {"quarter_turns": 3, "inverted": True}), "Taken back: turned 90° right and inverted"),
        (deed(Action.UNDO, {"override": True}), "Taken back: score against the advice"),
        (Deed("", "", "", Action.UNDO), "Taken back"),
        (Deed("", "", "", Action.READ, {"reader": "Dr. One"}), "Marked read"),
        (Deed("", "", "", Action.UNREAD, {"undone": True}), "Undone: marked unread"),
        (Deed("", "", "", Action.URGENCY, {"after": "stat"}), "Urgency: STAT"),
        (Deed("", "", "", Action.IMPRESSION, {"findings": []}), "Impression taken back"),
        (
            Deed(
                "",
                "",
                "",
                Action.IMPRESSION,
                {"findings": ["covid19"], "verdict": "agree", "note": "left", "tags": ["x"]},
            ),
            "Impression: COVID-19, agree, “left”, #x",
        ),
        (Deed("", "", "", Action.IMPRESSION, {"findings": ["normal"], "blind": True}), "Impression (blind): Normal"),
        (
            Deed("", "", "", Action.IMPRESSION, {"verdicts": {"covid19": "agree", "normal": "disagree"}}),
            "Impression: agree: COVID-19, disagree: Normal",
        ),
    ],
)
def test_every_deed_has_plain_words(done, words):
    assert deed_words.done(done) == words


def test_the_reason_is_the_gate_s_and_a_wish_of_the_reader_s_own_has_none():
    assert deed_words.why_stopped(TURN) == "The film lies on its side"
    usable = {"class": "frontal_chest", "reason": "", "probabilities": {}}
    assert deed_words.why_stopped(deed(Action.TURN, gate=usable)) == ""
    assert deed_words.why_stopped(deed(Action.TURN, gate=None)) == ""


def test_the_newest_deed_stands_first_with_time_study_deed_and_reason(dialog):
    dialog.set_deeds([TURN, deed(Action.SCORE_ANYWAY, after={"override": True}, gate=None, minute=9)])
    newest, oldest = texts(dialog)
    assert oldest == [
        wording.moment(TURN.at),
        "—",
        "name of 1.2.P-0|P-0",
        "Turned 90° left",
        "The film lies on its side",
    ]
    assert newest[3:] == ["Scored against the advice", "—"]
    assert dialog._count.text() == "2 entries, newest first"
    tip = dialog.table.model().index(1, 4).data(Qt.ItemDataRole.ToolTipRole)
    assert "The film lies on its side" in tip


def test_an_empty_log_and_one_that_cannot_be_read_say_so_and_offer_no_export(dialog):
    assert dialog.words() == "Reading the log"
    assert not dialog.export.isEnabled()
    dialog.set_deeds([])
    assert dialog.words() == "Nothing has been said, marked or corrected on this computer yet."
    assert not dialog.export.isEnabled()
    dialog.set_deeds([TURN])
    assert dialog.words() == ""
    assert dialog.export.isEnabled()
    dialog.set_failure("The worklist is closed.")
    assert dialog.words() == "The worklist is closed."


def test_the_log_is_asked_for_when_it_is_opened_and_shown_when_it_comes(qtbot, make_window):
    window = make_window([entry(0, 0.9)])
    with qtbot.waitSignal(window.audit_requested):
        window.named["audit"].trigger()
    dialog = window.findChild(AuditDialog)
    assert dialog.isVisible()
    window.dialogs.show_audit(
        [TURN, deed(Action.TURN, study="file|/data/x/Scan 7.png"), deed(Action.TURN, study="9.8|Z")]
    )
    assert [row[2] for row in texts(dialog)] == ["Study …9.8", "Scan 7.png", "PHANTOM, STUDY 0"]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    window.dialogs.show_audit([])
    assert not dialog.isVisible()


def test_hidden_identity_hides_names_and_files_of_the_log_too(make_window):
    window = make_window([entry(0, 0.9)], replace(Settings(), show_patient_identity=False))
    window.named["audit"].trigger()
    window.dialogs.show_audit([TURN, deed(Action.TURN, study="file|/data/DOE JANE.png")])
    assert [row[2] for row in texts(window.findChild(AuditDialog))] == ["Study not open", "Study 1"]


def test_the_export_asks_for_a_file_and_tells_it(qtbot, make_window, monkeypatch):
    window = make_window()
    window.named["audit"].trigger()
    window.dialogs.show_audit([TURN])
    export = next(b for b in window.findChild(AuditDialog).findChildren(QPushButton) if b.text().startswith("Export"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: ("/x/log", "Table (*.csv)"))
    with qtbot.waitSignal(window.audit_export_requested) as told:
        export.click()
    assert told.args == ["/x/log.csv"]


def test_the_room_reads_elsewhere_and_shows_what_came_or_why_not(qtbot, make_window):
    window, written = make_window(), []
    answers = iter([[TURN], StoreError("The worklist is closed.")])

    def read():
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def write(target: Path) -> int:
        written.append(target)
        return 1

    tasks = Tasks(window)
    AuditRoom(window, tasks, read, write)
    window.named["audit"].trigger()
    dialog = window.findChild(AuditDialog)
    qtbot.waitUntil(lambda: len(texts(dialog)) == 1, timeout=2000)
    window.audit_requested.emit()
    qtbot.waitUntil(lambda: dialog.words() == "The worklist is closed.", timeout=2000)
    window.audit_export_requested.emit("/x/log.csv")
    qtbot.waitUntil(lambda: window.status.texts()[2] == "Audit log written", timeout=2000)
    assert written == [Path("/x/log.csv")]
    tasks.stop()


@pytest.mark.parametrize("width", [560, 880])
def test_no_word_of_the_dialog_is_cut_off(dialog, width):
    from PySide6.QtWidgets import QLabel

    dialog.resize(width, 400)
    dialog.set_deeds([TURN])
    for part in dialog.findChildren(QLabel):
        if part.isVisible():
            assert part.height() >= part.heightForWidth(part.width()), part.text()


def test_a_time_is_never_cut_off(dialog, qapp):
    from cxr_desktop.ui.theme import DARK, apply_theme

    apply_theme(qapp, DARK)
    dialog.set_deeds([TURN])
    index = dialog.table.model().index(0, 0)
    needed = dialog.table.sizeHintForIndex(index).width()
    assert dialog.table.columnWidth(0) >= needed
