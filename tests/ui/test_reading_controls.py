"""Order, blind reading, urgency, reader and impression by hand and by key (pytest-qt)."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QInputDialog, QLabel

from cxr_desktop.bridge.worklist_model import Column
from cxr_desktop.domain.blindness import for_blind_reader
from cxr_desktop.domain.impression import Impression, Verdict, Words
from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding
from cxr_desktop.domain.triage import Rule
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState, WorklistEntry
from cxr_desktop.settings import Settings
from cxr_desktop.ui.reading_controls import login_name
from tests.ui.entries import entries, entry, refused_entry, with_second

WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
BLIND = replace(Settings(), blind_first=True, reader_name="Dr. One")


def orders(window) -> list[int]:
    return [study.order for study in window.model.shown_entries()]


def press(qtbot, window, keys: str) -> None:
    combination = QKeySequence(keys)[0]
    qtbot.keyClick(window.focusWidget() or window, combination.key(), combination.keyboardModifiers())


# --- order


def test_one_key_or_click_turns_risk_into_arrival_and_back_and_the_list_says_which(qtbot, make_window):
    window = make_window(entries([0.1, 0.9, 0.5]))
    assert (orders(window), window.worklist.order.text()) == ([1, 2, 0], "By risk")
    press(qtbot, window, "Ctrl+Shift+F")
    assert (orders(window), window.worklist.order.text()) == ([0, 1, 2], "By arrival")
    assert window.settings().order == "arrival"
    qtbot.mouseClick(window.worklist.order, Qt.MouseButton.LeftButton)
    assert (orders(window), window.model.ordering.rule) == ([1, 2, 0], Rule.RISK)


def test_an_urgent_study_stands_on_top_whatever_its_score(make_window):
    urgent = replace(entry(2, 0.01), set_urgency=Urgency.STAT)
    window = make_window([entry(0, 0.9), entry(1, 0.5), urgent])
    assert orders(window) == [2, 0, 1]
    assert "Urgency: STAT, set by the reader" in window.worklist.view.delegate.tooltip(urgent)


def test_a_study_rises_as_time_passes_says_why_and_the_row_in_hand_stays_where_it_is(make_window):
    now = time.time()
    late = replace(entry(9, 0.1), added_at=now - 59 * 60)
    window = make_window([*(replace(e, added_at=now) for e in entries([0.5] * 8)), late])
    view = window.worklist.view
    view.select_row(4)
    key, place = view.selected_key(), view.rowViewportPosition(4)
    window.model.hold_order(False)
    window.model.set_ordering(replace(window.model.ordering, now=now + 120))
    assert orders(window)[0] == 9
    assert view.selected_key() == key
    assert view.rowViewportPosition(view.currentIndex().row()) in (place, place + view.delegate.row_height())
    view.delegate.ordering = window.cell_words.ordering = window.model.ordering
    assert "risen: longer than 60 min" in view.delegate.tooltip(late)
    index = window.model.index(0, Column.WAIT)
    assert index.data().endswith("↑")


def test_time_moves_no_row_while_the_reader_points_at_the_list(make_window):
    now = time.time()
    window = make_window([replace(entry(0, 0.5), added_at=now), replace(entry(1, 0.1), added_at=now - 3599)])
    window.model.hold_order(True)
    window.model.set_ordering(replace(window.model.ordering, now=now + 60))
    assert orders(window) == [0, 1]
    window.model.hold_order(False)
    assert orders(window) == [1, 0]


def test_ageing_can_be_switched_off(make_window):
    late = replace(entry(1, 0.1), added_at=0.0)
    window = make_window([entry(0, 0.5), late], replace(Settings(), rise_after_minutes=0))
    window.reading.look_at_clock()
    assert orders(window) == [0, 1]


# --- urgency and reader


@pytest.mark.parametrize(("name", "urgency"), [("urgency_stat", Urgency.STAT), ("urgency_ordered", None)])
def test_the_urgency_of_the_chosen_studies_is_asked_for(qtbot, make_window, name, urgency):
    window = make_window(entries([0.9, 0.5]))
    window.worklist.view.select_row(0)
    window.worklist.view.selectAll()
    with qtbot.waitSignal(window.reading.urgency_requested) as told:
        window.named[name].trigger()
    assert (len(told.args[0]), told.args[1]) == (2, urgency)


def test_the_reader_is_the_login_name_until_somebody_says_otherwise(qtbot, make_window, monkeypatch):
    window = make_window()
    assert window.status._reader.text() == f"Reader: {login_name()}"
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Dr. Two ", True))
    with qtbot.waitSignal(window.reading.reader_changed) as told:
        qtbot.mouseClick(window.status._reader, Qt.MouseButton.LeftButton)
    assert told.args == ["Dr. Two", False]
    assert window.settings().reader_name == "Dr. Two"


# --- impression


def test_verdicts_have_keys_and_are_taken_back_by_the_same_key(qtbot, make_window):
    window = make_window(entries([0.9]))
    window.worklist.view.select_row(0)
    all_right = tuple((finding, Verdict.AGREE) for finding in KNOWN_FINDINGS)
    for keys, words in (
        ("Alt+A", Words(verdict=Verdict.AGREE, verdicts=all_right)),
        ("Alt+D", Words(verdict=Verdict.DISAGREE, verdicts=((Finding.COVID19, Verdict.DISAGREE),))),
        ("Alt+U", Words(verdict=Verdict.UNSURE)),
        ("Alt+U", Words()),
    ):
        with qtbot.waitSignal(window.impression_requested) as told:
            press(qtbot, window, keys)
        assert told.args[1] == words


def test_each_class_is_judged_by_key_or_click_beside_its_number(qtbot, make_window):
    window = make_window(entries([0.9]))
    window.worklist.view.select_row(0)
    rows = window.findings.class_rows
    for keys, verdicts in (
        ("Ctrl+Shift+A", {Finding.COVID19: Verdict.AGREE}),
        ("C", None),
        ("Ctrl+Shift+D", {Finding.COVID19: Verdict.AGREE, Finding.PNEUMONIA: Verdict.DISAGREE}),
        ("Ctrl+Shift+D", {Finding.COVID19: Verdict.AGREE}),
    ):
        press(qtbot, window, keys)
        if verdicts is not None:
            said = {f: v for f in KNOWN_FINDINGS if (v := rows.row(f).marks.verdict()) is not None}
            assert said == verdicts
    mark = rows.row(Finding.NORMAL).marks[Verdict.DISAGREE]
    with qtbot.waitSignal(window.impression_requested) as told:
        qtbot.mouseClick(mark, Qt.MouseButton.LeftButton)
    assert (Finding.NORMAL, Verdict.DISAGREE) in told.args[1].verdicts
    assert told.args[1].verdict is Verdict.DISAGREE
    assert mark.accessibleName() == "Disagree with the model about Normal"
    mark.setFocus()
    qtbot.keyClick(mark, Qt.Key.Key_Space)
    assert rows.row(Finding.NORMAL).marks.verdict() is None
    sheet = dict(window.dialogs.shortcut_groups()[0][1])
    assert {"Ctrl+Shift+A", "Ctrl+Shift+D"} <= sheet.keys()


def test_a_class_is_judged_where_the_model_answers_it_and_of_the_image_that_stands_for_the_study(make_window):
    second = entry(1, 0.2).leading
    two = entry(0, 0.9).with_image(second)
    window = make_window([two, refused_entry(5), entry(6)])
    judging = window.findings.class_rows.is_judging
    for study in window.model.shown_entries():
        window.worklist.view.select_key(study.key)
        assert judging() is (study.key == two.key)
    window.worklist.view.select_key(two.key)
    window.desk.step_image(1)
    assert (window.desk.path(), judging()) == (second.path, False)


def test_a_blind_reader_is_not_asked_about_numbers_that_are_hidden(make_window):
    window = make_window([for_blind_reader(entry(0, 0.9))], BLIND)
    window.worklist.view.select_row(0)
    rows = window.findings.class_rows
    assert not rows.is_judging()
    assert all(rows.row(finding).marks.isHidden() for finding in KNOWN_FINDINGS)
    assert not window.named["class_agree"].isEnabled()
    told = []
    window.impression_requested.connect(lambda *said: told.append(said))
    window.findings.judge_shown(Verdict.AGREE)
    window.findings.impression.judge_class(Finding.COVID19, Verdict.AGREE)
    assert told == []


def test_there_is_nothing_to_agree_with_where_there_is_no_score(make_window):
    window = make_window([refused_entry(0), entry(1)])
    for row in (0, 1):
        window.worklist.view.select_row(row)
        assert not window.named["verdict_agree"].isEnabled()
        assert not window.findings.impression._agreement.isVisible()


def test_text_is_written_by_keyboard_alone_single_keys_rest_and_esc_leaves_and_saves(qtbot, make_window):
    window = make_window(entries([0.9, 0.5]))
    view, note = window.worklist.view, window.findings.impression.fields.note
    view.select_row(0)
    key = view.selected_key()
    press(qtbot, window, "Ctrl+I")
    assert window.focusWidget() is note
    qtbot.keyClicks(note, "n. /upper lobe")
    assert (view.selected_key(), note.toPlainText()) == (key, "n. /upper lobe")
    with qtbot.waitSignal(window.impression_requested) as told:
        qtbot.keyClick(note, Qt.Key.Key_Escape)
    assert told.args == [key, Words(note="n. /upper lobe")]
    assert window.focusWidget() is view


def test_what_was_typed_is_saved_for_its_own_study_when_the_reader_goes_on(qtbot, make_window):
    window = make_window(entries([0.9, 0.5]))
    view, fields = window.worklist.view, window.findings.impression.fields
    view.select_row(0)
    key = view.selected_key()
    fields.note.setFocus()
    qtbot.keyClicks(fields.note, "left base")
    told: list[tuple] = []
    window.impression_requested.connect(lambda *args: told.append(args))
    window.read_state_requested.connect(lambda *args: told.append(args))
    press(qtbot, window, "Ctrl+Return")
    assert told == [(key, Words(note="left base")), ([key], ReadState.READ)]
    assert view.selected_key() != key
    assert fields.note.toPlainText() == ""


def test_an_answer_of_the_store_does_not_disturb_who_types(qtbot, make_window):
    window = make_window(entries([0.9]))
    window.worklist.view.select_row(0)
    study, fields = window.worklist.view.selected_entry(), window.findings.impression.fields
    fields.note.setFocus()
    qtbot.keyClicks(fields.note, "left")
    fields.flush()
    qtbot.keyClicks(fields.note, " base")
    window.model.upsert([replace(study, impression=Impression(study.key, (), "2026-01-02T03:04:05+00:00", "left"))])
    assert fields.note.toPlainText() == "left base"


def test_tags_are_kept_as_words(qtbot, make_window):
    window = make_window(entries([0.9]))
    window.worklist.view.select_row(0)
    tags = window.findings.impression.fields.tags
    tags.setFocus()
    qtbot.keyClicks(tags, "teaching, #rare teaching")
    with qtbot.waitSignal(window.impression_requested) as told:
        qtbot.keyClick(tags, Qt.Key.Key_Return)
    assert told.args[1] == Words(tags=("teaching", "rare"))


# --- blind


def recorded(study: WorklistEntry) -> WorklistEntry:
    return replace(study, impression=Impression(study.key, (Finding.NORMAL,), "2026-01-02T03:04:05+00:00", blind=True))


def blind_list(*risks: float) -> list[WorklistEntry]:
    """As the service tells it: the second study is recorded, the others are not; every score has a second opinion."""
    made = [with_second(replace(entry(n, risk), added_at=time.time() - 7200), 1 - risk) for n, risk in enumerate(risks)]
    made[1] = recorded(with_second(replace(entry(1, 0.5), added_at=time.time() - 7200), 0.5))
    return [for_blind_reader(study) for study in made]


def test_a_blind_window_looks_the_same_whatever_the_scores_are(qtbot, make_window):
    pictures = []
    for risks in ((0.97, 0.5, 0.01, 0.6), (0.01, 0.5, 0.97, 0.2)):
        window = make_window(blind_list(*risks), BLIND)
        for column in Column:
            window.worklist.view.setColumnHidden(column, False)
        window.worklist.view.select_row(0)
        window.worklist.view.setFocus()
        pictures.append(window.grab().toImage())
    assert pictures[0] == pictures[1]
    assert orders(window) == [0, 1, 2, 3]


def test_no_cell_tooltip_sum_filter_or_sorting_gives_a_hidden_score_away(make_window):
    told = []
    for risks in ((0.97, 0.5, 0.01), (0.01, 0.5, 0.97)):
        window = make_window(blind_list(*risks), BLIND)
        model, view, words = window.model, window.worklist.view, []
        for row in range(model.rowCount()):
            for column in Column:
                words += [model.index(row, column).data(role) for role in WORDS]
            words.append(view.delegate.tooltip(model.entry_at(row)))
            view.select_row(row)
            parts = window.findings.findChildren(QLabel)
            words += [part.text() + part.toolTip() + part.accessibleName() for part in parts]
        words += [window.worklist.summary(), str(model.counts)]
        for text in ("risk>0.5", "covid19>0.9", "above", "disagree", "scored", "normal>0.3"):
            model.set_filter(text)
            words.append(str(orders(window)))
        model.set_filter("")
        for column in Column:
            for order in Qt.SortOrder:
                model.sort(column, order)
                words.append(str(orders(window)))
        told.append(words)
    assert told[0] == told[1]


def test_scores_vanish_at_once_when_blind_reading_begins_and_the_order_is_by_arrival(qtbot, make_window):
    window = make_window(entries([0.1, 0.9, 0.5]))
    window.worklist.view.select_row(0)
    with qtbot.waitSignal(window.reading.reader_changed) as told:
        press(qtbot, window, "Ctrl+B")
    assert told.args[1] is True
    assert [study.risk for study in window.model.entries()] == [None] * 3
    assert (orders(window), window.worklist.order.text()) == ([0, 1, 2], "Blind: by arrival")
    assert not window.worklist.order.isEnabled()
    assert window.findings.headline() == ("—", "hidden until your impression is recorded")


def test_a_blind_impression_is_recorded_by_key_once_something_is_chosen(qtbot, make_window):
    [study] = [for_blind_reader(entry(0, 0.9))]
    window = make_window([study], BLIND)
    window.worklist.view.select_row(0)
    assert not window.named["record_impression"].isEnabled()
    draft = Impression(study.key, (Finding.COVID19,), "2026-01-02T03:04:05+00:00", blind=True, recorded=False)
    window.model.upsert([replace(study, impression=draft)])
    with qtbot.waitSignal(window.reading.record_requested) as told:
        press(qtbot, window, "Alt+R")
    assert told.args == [study.key]
    window.model.upsert([for_blind_reader(replace(entry(0, 0.9), impression=replace(draft, recorded=True)))])
    assert window.findings.headline()[0] == "0.90"
    assert window.findings.impression._hint.text().startswith("Recorded blind")


def test_a_score_that_was_in_sight_before_is_no_secret_and_the_reader_is_told(make_window):
    window = make_window([for_blind_reader(entry(0, 0.9))], BLIND)
    hint = window.findings.impression._hint
    window.worklist.view.select_row(0)
    assert hint.text() == "Blind reading: say what you see, then record it. Scores are shown after that."
    window.model.upsert([replace(for_blind_reader(entry(0, 0.9)), scores_seen=True)])
    assert "will not count as blind" in hint.text()
