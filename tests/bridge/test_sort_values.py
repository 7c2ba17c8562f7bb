from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxr_desktop.bridge.sort_values import SortValues, day_number
from cxr_desktop.bridge.worklist_columns import SORT_VALUES, Column, values_of
from cxr_desktop.bridge.worklist_model import WorklistModel
from cxr_desktop.bridge.worklist_order import Key, Order, triage_of
from cxr_desktop.bridge.worklist_rows import Row
from cxr_desktop.domain.worklist import ReadState
from tests.worklist.samples import entry

DAYS = ("", "20250102", "20241231", "19991231")
HOURS = ("", "101500", "235959", "000000")
ENTRIES = st.builds(
    lambda number, risk, day, hour, age, state, name: replace(
        entry(
            number,
            risk,
            "" if risk is not None else "lateral view",
            study_date=day,
            study_time=hour,
            patient_age=age,
            patient_name=name,
        ),
        read_state=state,
    ),
    st.integers(0, 10_000),
    st.none() | st.floats(0, 1),
    st.sampled_from(DAYS),
    st.sampled_from(HOURS),
    st.sampled_from(("", "040Y", "006M", "odd")),
    st.sampled_from(ReadState),
    st.sampled_from(("", "A^B", "Ä^b", "a^c")),
)
LISTS = st.lists(ENTRIES, max_size=30, unique_by=lambda each: each.order)


@given(LISTS, st.sampled_from([column for column in Column if column is not Column.RISK]), st.booleans())
def test_rows_stand_as_their_values_say_whatever_the_way_in_which_they_are_read(entries, column, descending):
    values = SortValues()
    rows = sorted((Row(each) for each in entries), key=triage_of)
    for row in rows:
        values.put(row)
    order = Order([Key(column, descending)])
    by_keys = sorted(rows, key=order.key)
    assert order.sorted(rows, values) == order.sorted(rows) == by_keys
    for _ in range(2):  # the second time, what the first has found out is used
        assert order.sorted(rows, values, True) == by_keys
        assert Order([Key(column, not descending)]).sorted(rows, values, True) == sorted(
            rows, key=Order([Key(column, not descending)]).key
        )


@given(LISTS, st.sampled_from(Column))
def test_many_rows_are_read_as_one_is(entries, column):
    if column is not Column.RISK:
        rows = [Row(each) for each in entries]
        assert values_of(column, rows) == [SORT_VALUES[column](row) for row in rows]


@given(
    st.tuples(st.sampled_from(DAYS), st.sampled_from(HOURS)), st.tuples(st.sampled_from(DAYS), st.sampled_from(HOURS))
)
def test_days_and_hours_sort_as_numbers_as_they_do_as_text(one, other):
    first, second = ("".join(each) if each[0] else "" for each in (one, other))
    if first and second:
        assert (day_number(first) < day_number(second)) == (first < second)
        assert (day_number(first) == day_number(second)) == (first == second)
    else:
        assert np.isnan(day_number(""))


@pytest.mark.parametrize(
    "text", ["2025", "2025010", "20250102 1015", "２０２５０１０２", "202501021015001", "-0250102"]
)
def test_other_text_is_no_day(text):
    assert day_number(text) is None


def test_one_odd_day_and_all_are_sorted_by_text():
    values = SortValues()
    rows = [Row(entry(1, 0.5, study_date="20250102")), Row(entry(2, 0.4, study_date="last week"))]
    for row in rows:
        values.put(row)
    assert values.of(Column.STUDY, values.numbers(rows)) is None
    order = Order([Key(Column.STUDY, True)])
    assert order.sorted(rows, values) == [rows[1], rows[0]]
    rows[1].put(entry(2, 0.4, study_date="20240102"))
    values.put(rows[1])
    assert order.sorted(rows, values) == rows


def test_a_number_that_is_free_again_holds_nothing_of_the_row_before():
    values = SortValues()
    first, second = Row(entry(1, 0.9, study_date="last week")), Row(entry(2, 0.5))
    values.put(first)
    values.remove(first)
    assert first.number == -1
    values.put(second)
    assert second.number == 0
    assert np.isnan(values.of(Column.STUDY, values.numbers([second]))).all()
    assert values.of(Column.PNEUMONIA, values.numbers([second])) == [SORT_VALUES[Column.PNEUMONIA](second)]


def test_a_list_that_grows_shrinks_and_changes_stays_sorted(qtbot):
    model = WorklistModel()
    model.sort_by([Key(Column.PNEUMONIA, True)])
    model.upsert([entry(number, number / 3000) for number in range(2500)])
    model.remove([entry(number).key for number in range(0, 2500, 3)])
    model.upsert([entry(number, 1 - number / 3000) for number in range(0, 2500, 5)])
    model.upsert([entry(number, 0.5, study_date="20250102") for number in range(2500, 2600)])
    for column in (Column.PNEUMONIA, Column.STUDY, Column.AGE, Column.WAIT):
        model.sort_by([Key(column, True)])
        order = Order([Key(column, True)])
        shown = [Row(each) for each in model.shown_entries()]
        assert shown == sorted(shown, key=order.key)
    model.clear()
    model.upsert([entry(3, 0.5)])
    assert model.rowCount() == 1
