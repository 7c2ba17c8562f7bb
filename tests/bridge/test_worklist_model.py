from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from cxr_desktop.bridge.worklist_model import ENTRY_ROLE, HEAD_ROLE, Column, Counts, GroupBy, Key, WorklistModel
from cxr_desktop.domain.blindness import for_blind_reader
from cxr_desktop.domain.prediction import Finding, Status
from cxr_desktop.domain.triage import sort_key
from cxr_desktop.domain.worklist import ReadState, WorklistEntry
from tests.bridge.row_pages import Archive, page_of
from tests.worklist.samples import entry, rescored, scored, unreadable

Ascending, Descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def model(qtmodeltester):
    made = WorklistModel()
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return made


def shown(model: WorklistModel) -> list[int]:
    return [e.order for e in model.shown_entries()]


def assert_consistent(model: WorklistModel) -> None:
    below = 0
    for row in reversed(range(model.rowCount())):
        head = model.head_at(row)
        assert model.index(row, 3).data(HEAD_ROLE) is head
        assert model.index(row, 3).data(ENTRY_ROLE) is model.entry_at(row)
        if head is None:
            assert model.row_of(model.entry_at(row).key) == row
            below += 1
        else:
            assert head.position == row
            assert head.count == below or head.folded or model.group_by is GroupBy.NOT_SCORED
            below = 0


def test_rows_stand_by_risk_with_failures_in_sight(model):
    model.upsert([entry(1, 0.1), entry(2), entry(3, 0.95), entry(4, reason="lateral view"), entry(5, 0.5)])
    assert shown(model) == [3, 4, 5, 2, 1]
    assert_consistent(model)


def test_a_result_moves_its_row_and_the_selection_and_current_row_go_with_their_study(model):
    model.upsert([entry(n, 0.9 - n / 100) for n in range(10)])
    selection = QItemSelectionModel(model)
    flags = QItemSelectionModel.SelectionFlag
    selection.setCurrentIndex(model.index(4, 0), flags.ClearAndSelect | flags.Rows)
    model.upsert([rescored(entry(9), scored("/studies/00009.dcm", 0.99)), entry(10, 0.98)])
    assert shown(model)[:3] == [9, 10, 0]
    assert selection.currentIndex().row() == 6
    assert selection.currentIndex().data(ENTRY_ROLE).order == 4
    assert [index.data(ENTRY_ROLE).order for index in selection.selectedRows()] == [4]


def test_while_the_order_is_held_no_row_moves_but_values_change(model, qtbot):
    model.upsert([entry(1, 0.5), entry(2), entry(3)])
    told: list[int] = []
    model.pending_moves.connect(told.append)
    model.hold_order(True)
    model.upsert([rescored(entry(3), scored("/studies/00003.dcm", 0.9)), entry(4, 0.95)])
    assert shown(model) == [1, 2, 3]
    assert model.entry_at(2).risk == 0.9
    assert model.row_of(entry(4).key) == -1
    model.upsert([entry(4, 0.96)])
    assert told == [2]
    with qtbot.waitSignal(model.order_applied):
        model.hold_order(False)
    assert shown(model) == [4, 3, 1, 2]
    assert told == [2, 0]
    assert_consistent(model)


def test_the_first_rows_appear_even_while_the_order_is_held(model):
    model.hold_order(True)
    model.upsert([entry(1), entry(2)])
    assert shown(model) == [1, 2]


def test_a_change_of_reading_state_moves_nothing(model, qtbot):
    model.upsert([entry(1, 0.5), entry(2, 0.4)])
    with qtbot.assertNotEmitted(model.order_applied), qtbot.waitSignal(model.dataChanged) as changed:
        model.upsert([model.entry_at(1).with_read_state(ReadState.READ, 5.0)])
    assert (changed.args[0].row(), changed.args[1].row(), changed.args[1].column()) == (1, 1, len(Column) - 1)


def test_neighbours_that_change_are_told_as_one_run(model):
    model.upsert([entry(n, 0.9 - n / 100) for n in range(10)])
    runs = []
    model.dataChanged.connect(lambda first, last, *_: runs.append((first.row(), last.row())))
    model.upsert([model.entry_at(row) for row in (7, 1, 2, 3)])
    assert runs == [(1, 3), (7, 7)]


def test_every_column_sorts_both_ways_and_blanks_stand_last(model):
    a = entry(1, 0.2, patient_name="b^", study_date="20200101", view_position="PA")
    b = entry(2, 0.9, patient_name="A^", study_date="20210101", view_position="")
    c = entry(3, None, patient_name="Ç^", study_date="", view_position="AP")
    c = c.with_read_state(ReadState.READ, 9.0)
    model.upsert([a, b, c])
    expected = {
        Column.RISK: ([1, 3, 2], [2, 3, 1]),
        Column.NORMAL: ([2, 1, 3], [1, 2, 3]),
        Column.PATIENT: ([2, 1, 3], [3, 1, 2]),
        Column.STUDY: ([1, 2, 3], [2, 1, 3]),
        Column.VIEW: ([3, 1, 2], [1, 3, 2]),
        Column.SOURCE: ([2, 3, 1], [2, 3, 1]),
        Column.STATE: ([3, 2, 1], [2, 1, 3]),
        Column.WAIT: ([2, 1, 3], [1, 2, 3]),
    }
    for column, (ascending, descending) in expected.items():
        model.sort(column, Ascending)
        assert shown(model) == ascending, column
        model.sort(column, Descending)
        assert shown(model) == descending, column
        assert model.sort_column == (column, Descending)
        assert_consistent(model)
    model.sort(-1, Ascending)
    assert shown(model) == [2, 3, 1]
    assert model.sort_column == (Column.RISK, Descending)


def test_new_results_keep_the_column_that_the_reader_chose(model):
    model.upsert([entry(1, 0.9, patient_name="C"), entry(2, 0.1, patient_name="A")])
    model.sort(Column.PATIENT, Ascending)
    model.upsert([entry(3, 0.5, patient_name="B")])
    assert shown(model) == [2, 3, 1]


def test_the_filter_hides_rows_and_new_results_enter_and_leave(model):
    model.upsert([entry(1, 0.9), entry(2, 0.6), entry(3, 0.1), entry(4)])
    model.set_filter("risk>0.5")
    assert shown(model) == [1, 2]
    assert model.row_of(entry(3, 0.1).key) == -1
    assert model.entry(entry(3, 0.1).key).order == 3
    model.upsert([entry(4, 0.8), entry(2, 0.2)])
    assert shown(model) == [1, 4]
    model.set_filter("no such words")
    assert shown(model) == []
    model.upsert([entry(9, 0.99)])
    assert shown(model) == []
    model.set_filter("")
    assert shown(model) == [9, 1, 4, 2, 3]
    assert len(model.entries()) == 5
    assert_consistent(model)


def test_a_hidden_study_comes_back_at_the_same_index_object_or_none(model):
    model.upsert([entry(1, 0.9), entry(2, 0.6)])
    kept, hidden = QPersistentModelIndex(model.index(0, 0)), QPersistentModelIndex(model.index(1, 0))
    model.set_filter("risk>0.8")
    assert kept.isValid()
    assert not hidden.isValid()


def test_removed_and_cleared_rows_are_gone(model, qtbot):
    model.upsert([entry(1, 0.9), entry(2, 0.6), entry(3)])
    model.hold_order(True)
    model.remove([entry(2).key, "unknown"])
    assert shown(model) == [1, 3]
    assert model.counts.total == 2
    with qtbot.waitSignal(model.counts_changed):
        model.clear()
    assert (model.rowCount(), model.counts) == (0, Counts())


def test_sums_are_kept_over_the_whole_list_whatever_the_filter_shows(model):
    text = WorklistEntry("t", (unreadable("/t", "a text", Status.NOT_AN_IMAGE),))
    told = []
    model.counts_changed.connect(told.append)
    model.set_filter("above")
    model.upsert([entry(1, 0.9), entry(2, 0.8), entry(3, 0.2), entry(4), entry(5, reason="lateral"), text])
    expected = Counts(total=5, unread=5, above=2, scored=3, not_scored=1, waiting=1, scoring=0, not_images=1)
    assert told == [expected]
    scoring = replace(entry(4).images[0], scoring=True)
    model.upsert([entry(4).with_image(scoring), entry(1, 0.9).with_read_state(ReadState.READ, 1.0)])
    assert model.counts == replace(expected, unread=4, waiting=0, scoring=1)
    model.upsert([entry(1, 0.9)])
    assert model.counts.unread == 5


@pytest.mark.parametrize("column", list(Column))
@pytest.mark.parametrize("order", [Ascending, Descending])
def test_rows_that_are_put_in_place_one_by_one_stand_as_if_all_were_sorted(column, order):
    model = WorklistModel()  # without the tester, which asks for every cell after every change
    chance = random.Random(5)
    model.upsert([entry(n) for n in range(100)])
    model.sort(column, order)
    for _ in range(15):
        model.upsert(
            [
                entry(
                    chance.randrange(120),
                    chance.choice([None, 0.1, 0.5, 0.9]),
                    patient_name=chance.choice("ABC"),
                    study_date=chance.choice(["", "20200101", "20210101"]),
                    view_position=chance.choice(["", "PA", "AP"]),
                )
                for _ in range(4)
            ]
        )
    placed = model.shown_entries()
    model.sort(column, order)
    assert placed == model.shown_entries()


def test_random_histories_end_in_the_order_of_triage(model):
    chance = random.Random(3)
    truth: dict[str, WorklistEntry] = {}
    filters = ["", "risk>0.4", "unread", "waiting"]
    for _ in range(80):
        batch = [
            entry(chance.randrange(40), chance.choice([None, chance.random()])) for _ in range(chance.randrange(1, 8))
        ]
        batch = [e.with_read_state(chance.choice(list(ReadState)), 1.0) for e in batch]
        truth |= {e.key: e for e in batch}
        model.upsert(batch)
        if chance.random() < 0.3:
            model.set_filter(chance.choice(filters))
        if chance.random() < 0.2:
            gone = chance.choice(list(truth))
            del truth[gone]
            model.remove([gone])
        if chance.random() < 0.3:
            model.hold_order(chance.random() < 0.5)
    model.hold_order(False)
    model.set_filter("")
    assert model.shown_entries() == sorted(truth.values(), key=sort_key)
    assert_consistent(model)


def test_cells_have_words_for_the_eye_and_for_the_ear(model):
    model.upsert([entry(1, 0.625, study_date="20200401", view_position="PA"), entry(2, reason="lateral view")])

    def text(row, column, role=Qt.ItemDataRole.DisplayRole):
        return model.index(row, column).data(role)

    assert text(0, Column.VIEW) == "not scored 1"
    assert text(2, Column.RISK) == "0.62"
    assert text(2, Column.RISK, Qt.ItemDataRole.AccessibleTextRole) == "Risk: 0.62"
    assert text(2, Column.VIEW, Qt.ItemDataRole.ToolTipRole) == "PA"
    assert text(1, Column.STATE) == "not scored: lateral view"
    assert text(1, Column.RISK) == ""
    assert text(1, Column.WAIT).endswith(" min")
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Risk"
    assert model.headerData(1, Qt.Orientation.Horizontal, ENTRY_ROLE) is Column.PNEUMONIA
    assert text(1, Column.RISK, Qt.ItemDataRole.BackgroundRole) is None


def test_a_class_that_the_model_does_not_have_is_blank(model):
    partial = replace(scored("/studies/00001.dcm", 0.5), probabilities={Finding.COVID19: 0.5})
    model.upsert([rescored(entry(1), partial)])
    assert model.index(0, Column.TUBERCULOSIS).data() == ""


def test_the_window_may_bring_its_own_words(qtbot):
    model = WorklistModel(lambda e, column, role: f"{e.order} {column.name}")
    model.upsert([entry(7)])
    assert model.index(0, Column.VIEW).data() == "7 VIEW"
    with qtbot.waitSignal(model.dataChanged):
        model.refresh_texts()
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.refresh_waits()
    assert changed.args[0].column() == Column.WAIT


def test_fifty_results_among_5000_studies_take_no_noticeable_time():
    chance = random.Random(1)
    model = WorklistModel()
    model.upsert([entry(n, chance.random()) for n in range(5000)])
    times = []
    for _ in range(10):
        batch = [entry(chance.randrange(5000), chance.random()) for _ in range(50)]
        start = time.perf_counter()
        model.upsert(batch)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.03


def keys(*columns: tuple[Column, bool]) -> list[Key]:
    return [Key(*each) for each in columns]


def rows(model: WorklistModel) -> list[int]:
    return [one.order for row in range(model.rowCount()) if (one := model.entry_at(row)) is not None]


def heads(model: WorklistModel) -> list[tuple[str, int, int]]:
    found = ((row, model.head_at(row)) for row in range(model.rowCount()))
    return [(head.name, head.count, row) for row, head in found if head is not None]


def test_a_second_and_a_third_column_order_what_the_first_leaves_equal(model):
    rows = [("A", "PA", 3), ("A", "AP", 2), ("B", "PA", 1), ("A", "PA", 4), ("", "PA", 5)]
    model.upsert([entry(n, 0.5, patient_name=name, patient_id="", view_position=view) for name, view, n in rows])
    model.sort_by(keys((Column.PATIENT, False), (Column.VIEW, True), (Column.STUDY, False)))
    assert shown(model) == [3, 4, 2, 1, 5]
    assert model.sort_column == (Column.PATIENT, Ascending)
    model.sort_by(keys((Column.VIEW, False), (Column.PATIENT, True)))
    assert shown(model) == [2, 1, 3, 4, 5]
    model.sort_by([])
    assert model.sort_keys == (Key(Column.RISK, True),)


def test_studies_that_were_not_scored_stand_together_under_a_line_with_their_number(model):
    model.upsert(
        [entry(1, 0.9), entry(2, reason="lateral view"), entry(3, 0.5), entry(4, reason="hand"), entry(5, 0.1)]
    )
    assert heads(model) == [("not_scored", 2, 1)]
    assert shown(model) == [1, 2, 4, 3, 5]
    model.upsert([rescored(entry(2), scored("/studies/00002.dcm", 0.95))])
    assert heads(model) == [("not_scored", 1, 2)]
    model.upsert([rescored(entry(4), scored("/studies/00004.dcm", 0.05))])
    assert heads(model) == []
    assert_consistent(model)


@pytest.mark.parametrize("column", [Column.NORMAL, Column.PNEUMONIA, Column.DISAGREEMENT])
@pytest.mark.parametrize("order", [Ascending, Descending])
def test_studies_without_a_number_are_never_the_last_where_a_number_sorts(model, column, order):
    model.upsert([entry(1, 0.9), entry(2, reason="lateral view"), entry(3, 0.5)])
    model.sort(column, order)
    assert heads(model) == [("not_scored", 1, 0)]
    assert shown(model)[0] == 2
    model.sort(Column.PATIENT, Ascending)
    assert heads(model) == []


def test_groups_by_reading_state_follow_the_reader(model):
    model.set_group_by(GroupBy.READING)
    model.upsert([entry(1, 0.9), entry(2, 0.8).with_read_state(ReadState.READ, 1.0), entry(3, 0.7)])
    assert heads(model) == [("unread", 2, 0), ("read", 1, 3)]
    model.upsert([entry(1, 0.9).with_read_state(ReadState.READ, 2.0)])
    assert heads(model) == [("unread", 1, 0), ("read", 2, 2)]
    assert shown(model) == [3, 1, 2]
    model.set_group_by(GroupBy.TRIAGE)
    assert heads(model) == [("above", 3, 0)]
    model.set_group_by(GroupBy.URGENCY)
    assert heads(model) == [("routine", 3, 0)]
    model.set_group_by(GroupBy.NOT_SCORED)
    assert heads(model) == []
    assert_consistent(model)


def test_a_folded_group_hides_its_studies_and_still_counts_them(model):
    model.set_group_by(GroupBy.TRIAGE)
    model.upsert([entry(1, 0.9), entry(2, 0.8), entry(3, 0.1)])
    model.fold("above", True)
    assert heads(model) == [("above", 2, 0), ("below", 1, 1)]
    assert rows(model) == [3]
    assert shown(model) == [1, 2, 3]
    model.upsert([entry(4, 0.95), entry(3, 0.85)])
    assert heads(model) == [("above", 4, 0)]
    assert rows(model) == []
    assert shown(model) == [4, 1, 3, 2]
    assert model.shown_count == 4
    model.unfold_all()
    assert shown(model) == [4, 1, 3, 2]
    assert_consistent(model)


def test_the_line_above_a_group_cannot_be_chosen(model):
    model.upsert([entry(1, reason="lateral view")])
    assert not model.index(0, 0).flags() & Qt.ItemFlag.ItemIsSelectable
    assert model.index(1, 0).flags() & Qt.ItemFlag.ItemIsSelectable
    assert model.head_of(model.entry_at(1).key) is model.head_at(0)


@pytest.mark.parametrize("by", list(GroupBy))
@pytest.mark.parametrize("order", [keys((Column.RISK, True)), keys((Column.VIEW, True), (Column.NORMAL, False))])
def test_groups_that_change_bit_by_bit_stand_as_if_all_were_arranged_anew(by, order):
    model = WorklistModel()  # without the tester, which asks for every cell after every change
    chance = random.Random(11)
    model.upsert([entry(n) for n in range(100)])
    model.set_group_by(by)
    model.sort_by(order)
    for turn in range(40):
        kinds = [(None, ""), (0.1, ""), (0.5, ""), (0.9, ""), (None, "lateral view")]
        batch = []
        for _ in range(4):
            risk, reason = chance.choice(kinds)
            one = entry(chance.randrange(120), risk, reason, view_position=chance.choice(["", "PA", "AP"]))
            batch.append(one.with_read_state(chance.choice(list(ReadState)), 1.0))
        model.upsert(batch)
        if turn % 10 == 3:
            model.set_filter(chance.choice(["", "-unread", "view:PA", "risk>0.3"]))
        if turn % 10 == 6 and heads(model):
            model.fold(chance.choice(heads(model))[0], chance.random() < 0.7)
        if turn % 10 == 8:
            model.remove([chance.choice(model.entries()).key])
    placed = rows(model), heads(model), model.shown_entries()
    model.sort_by(order)
    assert (rows(model), heads(model), model.shown_entries()) == placed
    assert_consistent(model)


def test_what_could_not_be_understood_of_a_filter_is_told_and_hides_nothing(model, qtbot):
    model.upsert([entry(1, 0.9), entry(2, 0.2)])
    with qtbot.waitSignal(model.query_changed) as told:
        model.set_filter("risk>much view:PA")
    assert [problem.word for problem in told.args[0].problems] == ["risk>much"]
    assert shown(model) == [1, 2]


def test_the_classes_of_the_model_in_use_are_fields_of_the_filter(model):
    other = replace(scored("/studies/00001.dcm", 0.5), probabilities={Finding("effusion"): 0.8})
    model.upsert([rescored(entry(1), other), entry(2, 0.5)])
    model.set_filter("effusion>0.5")
    assert len(model.query.problems) == 1
    model.set_classes(("effusion",))
    assert not model.query.problems
    assert shown(model) == [1]


def test_a_filter_on_the_wait_is_asked_again_as_time_passes(model):
    now = time.time()
    model.upsert([replace(entry(1, 0.5), added_at=now - 1790), replace(entry(2, 0.4), added_at=now - 4000)])
    model.set_filter("waiting>30m")
    assert shown(model) == [2]
    model.upsert([replace(entry(1, 0.5), added_at=now - 1810)])
    model.refresh_waits()
    assert sorted(shown(model)) == [1, 2]


def test_studies_put_in_without_a_sort_appear_with_the_next_sort(model):
    model.upsert([entry(1, 0.5)], settle=False)
    assert (shown(model), model.counts.total) == ([], 0)
    model.upsert([entry(2, 0.9)])
    assert (shown(model), model.counts.total) == ([2, 1], 2)


def test_rows_behind_many_that_are_exchanged_for_as_many_others_know_their_place():
    model = WorklistModel()  # without the tester, which asks for every cell after every change
    names = ["f"] * 30 + ["m"] * 30 + ["fm"] * 1200
    model.upsert([entry(n, 0.95 - n / 2000, accession_number=name) for n, name in enumerate(names)])
    for text in ("accession:f", "accession:m", "accession:f", ""):
        model.set_filter(text)
        assert_consistent(model)


def test_many_scattered_changes_are_told_at_once_and_few_one_by_one(qtbot):
    model = WorklistModel()
    model.upsert([entry(number, 0.5) for number in range(400)])
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, *_: told.append((first.row(), last.row())))
    places = range(10, 400, 10)
    model.upsert([replace(model.entry_at(place), set_urgency=None, scores_seen=True) for place in places])
    assert told == [(10, 390)]
    told.clear()
    model.upsert([replace(model.entry_at(place), scores_seen=False) for place in (3, 4, 7)])
    assert told == [(3, 4), (7, 7)]


@pytest.fixture
def studies():
    made = [entry(n, n / 1000, patient_name=f"N{n % 7}", patient_id=f"P{n % 100}") for n in range(1000)]
    return [each.with_read_state(ReadState.READ, 1.0) if n % 3 else each for n, each in enumerate(made)]


@pytest.fixture
def paged(studies):
    made = WorklistModel()
    made.shelf.source = Archive(studies)
    made.put_page(page_of(studies[:600]))
    made.put_page(page_of(studies[600:]))
    return made


def test_pages_of_rows_are_sorted_filtered_and_counted_without_a_look_at_any_study(paged, studies):
    assert (paged.counts.total, paged.counts.unread, paged.counts.above) == (1000, 334, 300)
    paged.set_filter("n3 unread risk>0.9")
    paged.sort(Column.PATIENT, Ascending)
    paged.set_group_by(GroupBy.READING)
    assert paged.shown_count == len([s for n, s in enumerate(studies) if n % 7 == 3 and n % 3 == 0 and n > 900])
    assert paged.shelf.source.read == 0
    paged.set_filter("")
    paged.set_group_by(GroupBy.NOT_SCORED)
    paged.sort(-1)
    assert [paged.entry_at(row) for row in range(3)] == studies[:996:-1]
    assert paged.shelf.source.read < 200


def test_rows_of_pages_stand_as_studies_that_were_told_do(paged, studies):
    told = WorklistModel()
    told.upsert(studies)
    for text in ("", "n3", "risk>0.5 unread", "-n1"):
        for model in (paged, told):
            model.set_filter(text)
        assert paged.shown_keys() == told.shown_keys()
        assert paged.counts == told.counts
    assert paged.shown_entries() == told.shown_entries()


def test_a_study_that_is_told_stands_for_its_row_and_a_newer_page_for_both(paged, studies):
    paged.entry_at(0)
    paged.upsert([rescored(studies[0], scored("/studies/00000.dcm", 0.9999))])
    assert paged.key_at(0) == studies[0].key
    assert paged.entry_at(0).risk == 0.9999
    paged.put_page(page_of(studies[:10]))
    assert paged.entry_at(999) == studies[0]
    assert paged.counts.total == 1000
    assert_consistent(paged)


def test_a_blind_reader_finds_no_score_in_any_row(paged, studies):
    paged.upsert([studies[5]])
    paged.sort(Column.PNEUMONIA, Descending)
    paged.set_blind(True)
    assert (paged.counts.scored, paged.counts.above) == (0, 0)
    assert {each.risk for each in paged.entries()} == {None}
    for text in ("risk>0", "pneumonia>0", "above", "gate:frontal", "disagree>0"):
        paged.set_filter(text)
        assert paged.shown_count == 0, text
    paged.set_filter("")
    blind = WorklistModel()
    blind.upsert([for_blind_reader(each) for each in studies])
    for column in Column:
        for model in (paged, blind):
            model.sort(column, Descending)
        assert paged.shown_keys() == blind.shown_keys(), column
    paged.put_page(page_of(studies[:3]))  # on its way when the reader became blind
    paged.upsert(studies[3:6])
    assert paged.counts.scored == 0
    assert {each.risk for each in paged.entries()} == {None}
    paged.set_blind(False)
    paged.put_page(page_of(studies))
    assert paged.entries() == sorted(studies, key=sort_key)


def test_the_next_study_in_a_state_is_found_without_reading_those_between(paged, studies):
    assert paged.next_in_state(ReadState.UNREAD, -1, "") == 0
    assert paged.next_in_state(ReadState.UNREAD, 0, "") == 3
    assert paged.next_in_state(ReadState.UNREAD, 0, studies[996].key) == 6
    assert paged.next_in_state(ReadState.UNREAD, 999, "") == 0
    assert paged.next_in_state(ReadState.IN_READING, 0, "") == -1
    assert paged.shelf.source.read == 0


def test_all_studies_of_a_patient_are_found_by_their_ID(paged, studies):
    assert {each.order for each in paged.of_patient(" p42 ")} == set(range(42, 1000, 100))
    assert paged.shelf.source.read == 10


def test_a_study_that_another_contradicts_says_so_where_it_is_looked_at(paged, studies):
    assert not paged.entry(studies[7].key).radiograph.flags
    paged.set_contradicted([studies[7].key])
    assert len(paged.entry(studies[7].key).radiograph.flags) == 1
