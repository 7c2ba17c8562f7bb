"""The list keeps the reader's place while results arrive, says what is seen, and is painted as it should be."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication

from cxr_desktop.bridge.worklist_model import ENTRY_ROLE, Column, GroupBy, WorklistModel
from cxr_desktop.domain.prediction import Finding, GateClass
from cxr_desktop.domain.triage import Ordering
from cxr_desktop.domain.worklist import ReadState
from cxr_desktop.ui.calm_table import HOLD_MS
from cxr_desktop.ui.cell_words import CellWords
from cxr_desktop.ui.theme import DARK, apply_theme
from cxr_desktop.ui.worklist_cells import COMPACT_HEIGHT, ROW_HEIGHT
from cxr_desktop.ui.worklist_heads import HEAD_HEIGHT, head_tooltip
from cxr_desktop.ui.worklist_view import WorklistView
from tests.ui.entries import CARD, entries, entry, prediction, refused_entry, unreadable_entry


@pytest.fixture
def model() -> WorklistModel:
    return WorklistModel()


@pytest.fixture
def view(qtbot, qapp, model) -> WorklistView:
    apply_theme(qapp, DARK)
    shown = WorklistView(model)
    shown.set_card(CARD)
    shown.resize(640, 420)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def y_of_selected(view: WorklistView) -> int:
    return view.rowViewportPosition(view.currentIndex().row())


def release(qtbot, view: WorklistView) -> None:
    """Let the hold on the order run out without sleeping."""
    view._hold.stop()
    view._release_order()


def test_the_selected_row_stays_at_its_height_while_others_overtake_it(qtbot, view, model):
    studies = entries([0.5] * 200)
    model.upsert(studies)
    view.select_row(100)
    release(qtbot, view)
    key, before = view.selected_key(), y_of_selected(view)
    with qtbot.assertNotEmitted(view.study_selected):
        # Forty studies from below turn out to be high, thirty from above low.
        model.upsert([entry(number, 0.95) for number in range(120, 160)])
        model.upsert([entry(number, 0.01) for number in range(30)])
    assert view.selected_key() == key
    assert model.entry_at(view.currentIndex().row()).key == key
    assert view.currentIndex().row() == 110
    assert y_of_selected(view) == before


def test_the_order_is_held_while_the_pointer_moves_and_for_a_second_after_a_key(qtbot, view, model):
    model.upsert(entries([0.5, 0.4, 0.3]))
    qtbot.mouseMove(view.viewport(), QPoint(40, 40))
    view.mouseMoveEvent(_move(QPoint(41, 41)))
    model.upsert([entry(2, 0.9)])
    assert [model.entry_at(row).order for row in range(3)] == [0, 1, 2]
    assert view._hold.interval() == HOLD_MS == 1000
    release(qtbot, view)
    assert [model.entry_at(row).order for row in range(3)] == [2, 0, 1]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    model.upsert([entry(1, 0.99)])
    assert model.entry_at(0).order == 2
    release(qtbot, view)
    assert model.entry_at(0).order == 1


def _move(position: QPoint):
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    none = Qt.MouseButton.NoButton
    return QMouseEvent(
        QEvent.Type.MouseMove, QPointF(position), QPointF(position), none, none, Qt.KeyboardModifier.NoModifier
    )


def test_each_study_is_told_once_when_it_is_chosen(qtbot, view, model):
    model.upsert(entries([0.9, 0.5, 0.1]))
    told = []
    view.study_selected.connect(told.append)
    view.select_row(0)
    view.select_row(0)
    view.step(1)
    view.step(5)
    view.step(-1)
    assert told == [model.entry_at(row).key for row in (0, 1, 2, 1)]


def test_coming_to_the_list_chooses_no_study(qtbot, view, model):
    model.upsert(entries([0.9, 0.5]))
    with qtbot.assertNotEmitted(view.study_selected):
        view.setFocus()
    assert view.selected_key() == ""
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.selected_key() == model.entry_at(0).key


def test_the_next_unread_study_is_found_below_and_then_from_the_top(view, model):
    states = [ReadState.UNREAD, ReadState.READ, ReadState.UNREAD, ReadState.IN_READING]
    model.upsert([entry(number, 0.9 - number / 10, state) for number, state in enumerate(states)])
    assert view.select_next_unread()
    assert view.currentIndex().row() == 0
    assert view.select_next_unread()
    assert view.currentIndex().row() == 2
    assert view.select_next_unread()
    assert view.currentIndex().row() == 0
    model.upsert([entry(2, 0.7, ReadState.READ)])
    assert not view.select_next_unread()


def test_a_filter_that_hides_the_study_in_hand_does_not_take_it_away(qtbot, view, model):
    model.upsert(entries([0.9, 0.5, 0.1]))
    view.select_row(1)
    key = view.selected_key()
    with qtbot.assertNotEmitted(view.study_selected):
        model.set_filter("risk>0.8")
        assert not view.currentIndex().isValid()
        assert view.selected_key() == key
        assert view.selected_entry().key == key
        model.set_filter("")
    assert model.entry_at(view.currentIndex().row()).key == key


def test_a_study_that_is_gone_is_let_go(qtbot, view, model):
    model.upsert(entries([0.9, 0.5]))
    view.select_row(0)
    with qtbot.waitSignal(view.study_selected) as told:
        model.remove([view.selected_key()])
    assert told.args == [""]
    release(qtbot, view)
    model.upsert(entries([0.9, 0.5]))
    view.select_row(1)
    with qtbot.waitSignal(view.study_selected) as told:
        model.clear()
    assert told.args == [""]


def test_visible_rows_are_told_with_the_study_in_hand_first_and_no_others(qtbot, view, model):
    model.upsert(entries([0.9 - number / 5000 for number in range(3000)]))
    with qtbot.waitSignal(view.visible_paths_changed) as told:
        view.verticalScrollBar().setValue(0)
        view._look_around.start()
    paths = told.args[0]
    assert paths[0] == "/data/0.dcm"
    assert len(paths) <= 420 // ROW_HEIGHT + 10
    view.select_row(2500)
    with qtbot.waitSignal(view.visible_paths_changed) as told:
        view._look_around.start()
    assert told.args[0][0] == "/data/2500.dcm"
    assert "/data/0.dcm" not in told.args[0]


def test_enter_and_double_click_open_and_letters_do_not_move_the_selection(qtbot, view, model):
    model.upsert(entries([0.9, 0.5]))
    view.select_row(1)
    with qtbot.waitSignal(view.study_activated) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [model.entry_at(1).key]
    qtbot.keyClicks(view, "PHA")
    assert view.currentIndex().row() == 1


def test_the_study_in_hand_stays_in_sight_when_the_window_gets_smaller(qtbot, view, model):
    model.upsert(entries([0.9 - number / 100 for number in range(60)]))
    view.select_row(6)
    assert y_of_selected(view) + ROW_HEIGHT > 340
    view.resize(640, 340)
    assert y_of_selected(view) + ROW_HEIGHT <= view.viewport().height()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.resize(640, 300)
    assert view.verticalScrollBar().value() > 1000


def test_several_studies_can_be_chosen(qtbot, view, model):
    model.upsert(entries([0.9, 0.5, 0.1]))
    view.select_row(0)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_keys() == [model.entry_at(0).key, model.entry_at(1).key]


def test_compact_rows_are_32_pixels_and_others_52(view, model):
    model.upsert(entries([0.9]))
    assert view.rowHeight(0) == ROW_HEIGHT == 52
    view.set_compact(True)
    assert view.rowHeight(0) == COMPACT_HEIGHT == 32


def test_only_visible_rows_are_painted(qtbot, view, model, monkeypatch):
    model.upsert(entries([0.9 - number / 10000 for number in range(5000)]))
    painted = set()
    plain = model.data

    def watched(index, role=Qt.ItemDataRole.DisplayRole):
        if role == ENTRY_ROLE:
            painted.add(index.row())
        return plain(index, role)

    monkeypatch.setattr(model, "data", watched)
    view.viewport().repaint()
    assert 0 < len(painted) <= 420 // ROW_HEIGHT + 2


def test_painting_5000_rows_while_scrolling_takes_milliseconds(view, model):
    model.upsert(entries([0.9 - number / 10000 for number in range(5000)]))
    view.viewport().repaint()
    begin = time.thread_time()  # at work, whatever else the computer does
    for step in range(10):
        view.verticalScrollBar().setValue(step * 977)
        view.viewport().repaint()
    assert (time.thread_time() - begin) / 10 < 0.08


def colours_in(view: WorklistView, row: int, column: Column) -> set[str]:
    index = view.model().index(row, column)
    image = view.viewport().grab(view.visualRect(index)).toImage()
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize(
    ("risk", "colour"), [(0.94, DARK.mark_above), (0.5, DARK.mark_between), (0.1, DARK.mark_below)]
)
def test_the_bar_of_the_risk_wears_the_colour_of_its_band(view, model, risk, colour):
    model.upsert([entry(0, risk)])
    others = {DARK.mark_above, DARK.mark_between, DARK.mark_below} - {colour}
    found = colours_in(view, 0, Column.RISK)
    assert colour in found
    assert not others & found


def test_thin_bars_of_the_other_classes_carry_no_colour(view, model):
    study = entry(0, 0.1)
    chances = {**study.leading.prediction.probabilities, Finding.PNEUMONIA: 0.5}
    result = replace(study.leading.prediction, probabilities=chances)
    model.upsert([study.with_image(replace(study.leading, prediction=result))])
    found = colours_in(view, 0, Column.PNEUMONIA)
    assert DARK.text_second in found
    assert not {DARK.mark_below, DARK.mark_between, DARK.mark_above} & found


def test_unread_is_a_dot_and_not_scored_a_triangle_and_read_is_nothing(view, model):
    model.upsert([entry(0, 0.9), refused_entry(1), entry(2, 0.05, ReadState.READ), unreadable_entry(3)])
    symbols = []
    for row in (0, 2, 3, 4):
        rect = view.visualRect(model.index(row, Column.RISK))
        rect.setWidth(30)
        image = view.viewport().grab(rect).toImage()
        symbols.append({image.pixelColor(x, y).name().upper() for x in range(8, 30) for y in range(10, 42)})
    assert model.head_at(1).name == "not_scored"
    assert DARK.accent in symbols[0]
    assert DARK.risk_between in symbols[1]
    assert DARK.risk_between in symbols[2]
    assert symbols[3] == {DARK.panel}


def test_the_chosen_row_is_marked_along_its_whole_length(view, model):
    model.upsert(entries([0.9, 0.5]))
    view.select_row(0)
    image = view.viewport().grab().toImage()
    assert image.pixelColor(1, 10).name().upper() == DARK.accent
    assert QColor(DARK.selection).name() == image.pixelColor(view.viewport().width() - 3, 5).name()
    assert image.pixelColor(1, ROW_HEIGHT + 10).name().upper() == DARK.panel


def test_every_kind_of_row_can_be_painted_in_both_heights_with_and_without_a_card(view, model):
    waiting, scoring = entry(5), entry(6)
    scoring = scoring.with_image(replace(scoring.leading, scoring=True))
    nothing = refused_entry(7, "the image is blank", GateClass.NO_CONTENT)
    missing = entry(8, 0.5)
    result = prediction("/data/8.dcm", 0.5, probabilities={Finding.COVID19: 0.5}, risk_band=None)
    missing = missing.with_image(replace(missing.leading, prediction=result))
    model.upsert([waiting, scoring, nothing, missing, unreadable_entry(9), entry(10, 0.2, ReadState.IN_READING)])
    for column in Column:
        view.header.show_column(column, True)
    for compact in (False, True):
        for card in (CARD, None):
            view.set_compact(compact)
            view.set_card(card)
            view.set_hide_identity(compact)
            assert not view.viewport().grab().isNull()


def test_tooltips_say_what_was_cut_off_and_never_markup(view, model):
    model.upsert([entry(0, 0.94, study_description="<b>PORTABLE</b>")])
    words = view.delegate.tooltip(model.entry_at(0))
    assert words.splitlines()[0].endswith("COVID-19 0.94, above both operating points. Unread")
    assert "2020-04-01 08:12" in words
    assert "<b>PORTABLE</b>" in words


def mixed(count: int = 60) -> list:
    return [refused_entry(n) if n % 4 == 1 else entry(n, 0.99 - n / count) for n in range(count)]


def test_the_line_above_a_group_is_lower_than_a_study_wherever_it_moves(view, model):
    model.upsert(mixed())
    chance = random.Random(4)
    for turn in range(12):
        model.upsert([chance.choice([entry(n, chance.random()), refused_entry(n)]) for n in range(0, 60, 7)])
        if turn % 3 == 0:
            model.set_group_by(chance.choice(list(GroupBy)))
        if turn % 4 == 1:
            model.set_filter(chance.choice(["", "risk>0.4", "not-scored"]))
        heads = {head.position for head in model.heads()}
        for row in range(model.rowCount()):
            assert view.rowHeight(row) == (HEAD_HEIGHT if row in heads else ROW_HEIGHT), (turn, row)


def test_steps_and_arrow_keys_pass_over_the_line_above_a_group(qtbot, view, model):
    model.upsert([entry(0, 0.9), refused_entry(1), entry(2, 0.1)])
    visited = []
    view.study_selected.connect(visited.append)
    for _ in range(4):
        view.step(1)
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert [model.entry(key).order for key in visited] == [0, 1, 2, 1, 0, 1]
    view.step(-5)
    assert view.currentIndex().row() == 0
    model.set_group_by(GroupBy.TRIAGE)
    view.step(-5)
    assert view.currentIndex().row() == 1
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex().row() == 1
    assert [each.order for each in view.entries_below(2)] == [1, 2]


def test_a_group_is_folded_by_a_click_on_its_line_and_by_arrow_keys(qtbot, view, model):
    model.upsert([entry(0, 0.9), refused_entry(1), refused_entry(2), entry(3, 0.1)])
    view.select_row(0)
    place = view.visualRect(model.index(1, Column.PATIENT)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert model.rowCount() == 3
    assert view.selected_key() == model.entry_at(0).key
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert model.rowCount() == 5
    view.select_row(2)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert [head.folded for head in model.heads()] == [True]
    assert view.selected_key() == refused_entry(1).key
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.currentIndex().row() == 2


def test_chosen_studies_are_copied_as_a_table_of_the_columns_shown(view, model):
    model.upsert([entry(0, 0.9, patient_name="=DOE^JOHN"), entry(1, 0.5)])
    for column in Column:
        view.header.show_column(column, column in (Column.PATIENT_ID, Column.PICTURE))
    view.selectAll()
    view.copy_rows()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["COVID-19 risk", "Patient", "Patient ID"]
    assert lines[1].split("\t")[:1] == ["0.90"]
    assert lines[1].split("\t")[1].startswith("'=DOE")
    assert len(lines) == 3


def test_the_line_above_a_group_says_what_it_is_and_what_a_click_does(view, model):
    model.upsert([refused_entry(1), refused_entry(2)])
    words = CellWords()
    model.set_texts(words.head, words.heading)
    spoken = model.index(0, Column.PATIENT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Not scored: please look at these, 2 studies"
    model.fold("not_scored", True)
    assert model.index(0, 0).data().endswith("folded")
    assert "click" in head_tooltip(model.head_at(0))


def test_every_column_has_words_and_those_that_identify_are_hidden_with_the_identity(model):
    words = CellWords()
    study = entry(3, 0.9)
    image = study.leading
    about = replace(image.radiograph, patient_name="SECRET^NAME", patient_id="SECRET-ID", accession_number="SECRET-ACC")
    identity = replace(image.identity, path="/x/SECRET.dcm")
    study = replace(study, images=(replace(image, radiograph=about, identity=identity),))
    display = Qt.ItemDataRole.DisplayRole
    open_words = " ".join(words(study, column, display) for column in Column)
    assert all(part in open_words for part in ("SECRET, NAME", "SECRET-ID", "SECRET-ACC", "SECRET.dcm"))
    words.hide_identity = True
    roles = (display, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    assert not any("SECRET" in words(study, column, role) for column in Column for role in roles)


def test_a_study_that_has_waited_too_long_says_why_it_stands_higher(view, model):
    late = replace(entry(0, 0.5), added_at=time.time() - 7200)
    model.upsert([late])
    plain = colours_in(view, 0, Column.WAIT)
    view.delegate.ordering = Ordering(rise_after_s=3600.0, now=time.time())
    model.set_ordering(view.delegate.ordering)
    assert "risen" in view.delegate.tooltip(model.entry_at(0))
    assert DARK.risk_between in colours_in(view, 0, Column.WAIT) - plain
