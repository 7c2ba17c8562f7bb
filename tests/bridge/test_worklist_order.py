from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxr_desktop.bridge.worklist_columns import Column
from cxr_desktop.bridge.worklist_model import WorklistModel
from cxr_desktop.bridge.worklist_order import Key, Order, Triage
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.domain.triage import Ordering, Rule, grade
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState, WorklistEntry
from cxr_desktop.worklist.fact_table import FactTable
from cxr_desktop.worklist.study_facts import age_years, day_number, facts_of, fold, moment_of
from tests.worklist.samples import entry

DAYS = ("", "20250102", "20241231", "19991231")
HOURS = ("", "101500", "235959", "000000")
ENTRIES = st.builds(
    lambda number, risk, day, hour, age, state, name, urgency, waits: replace(
        entry(
            number,
            risk,
            "" if risk is not None or waits else "lateral view",
            study_date=day,
            study_time=hour,
            patient_age=age,
            patient_name=name,
        ),
        read_state=state,
        set_urgency=urgency,
    ),
    st.integers(0, 10_000),
    st.none() | st.floats(0, 1),
    st.sampled_from((*DAYS, "last week")),
    st.sampled_from(HOURS),
    st.sampled_from(("", "040Y", "006M", "odd")),
    st.sampled_from(ReadState),
    st.sampled_from(("", "A^B", "Ä^b", "a^c")),
    st.sampled_from((None, *Urgency)),
    st.booleans(),
)
LISTS = st.lists(ENTRIES, max_size=30, unique_by=lambda each: each.order)
ORDERINGS = st.builds(
    Ordering, st.sampled_from(Rule), st.sampled_from((0.0, 3000.0)), st.sampled_from((1_700_005_000.0, 1_700_008_000.0))
)


def table_of(entries: list[WorklistEntry]) -> FactTable:
    table = FactTable()
    for each in entries:
        table.add(facts_of(each))
    return table


@given(LISTS, ORDERINGS)
def test_all_rows_stand_in_the_order_of_triage_as_each_study_by_itself_says(entries, ordering):
    triage = Triage(table_of(entries), ordering)
    expected = sorted(entries, key=lambda each: ordering.key(grade(each)))
    assert [entries[row] for row in triage.rows] == expected
    assert triage.keys(np.arange(len(entries))) == [ordering.key(grade(each)) for each in entries]


def value(each: WorklistEntry, column: Column):
    header = each.radiograph
    if column is Column.PNEUMONIA:
        found = each.leading.prediction
        return found.probabilities.get(Finding.PNEUMONIA) if found and each.risk is not None else None
    if column is Column.AGE:
        return age_years(header)
    if column is Column.WAIT:
        return None if each.read_state is ReadState.READ else -each.added_at
    if column is Column.STUDY:
        return moment_of(header) or None
    return fold(f"{header.patient_name} {header.patient_id}") or None


@given(
    LISTS,
    st.sampled_from([Column.PNEUMONIA, Column.AGE, Column.WAIT, Column.STUDY, Column.PATIENT]),
    st.booleans(),
)
def test_rows_stand_as_their_values_say_with_blanks_last(entries, column, descending):
    table = table_of(entries)
    rows = Triage(table, Ordering()).rows
    by_triage = [entries[row] for row in rows]
    valued = [each for each in by_triage if value(each, column) is not None]
    expected = sorted(valued, key=lambda each: value(each, column), reverse=descending)
    expected += [each for each in by_triage if value(each, column) is None]
    for _ in range(2):  # the second time, what the first has found out is used
        assert [entries[row] for row in Order([Key(column, descending)]).sorted(table, rows)] == expected


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


def test_texts_of_many_rows_are_ranked_as_those_of_few():
    names = ["", *(f"name {number % 40:02d}" for number in range(999))]
    table = table_of([entry(number, 0.5, patient_name=name, patient_id="") for number, name in enumerate(names)])
    ranks = table.ranks("patient")
    assert np.isnan(ranks[0])
    assert ranks[1:].tolist() == [float(number % 40 + 1) for number in range(999)]
    table.put(3, facts_of(entry(3, 0.5, patient_name="zz", patient_id="")))
    assert table.ranks("patient")[3] == np.nanmax(table.ranks("patient"))


def test_a_list_that_grows_shrinks_and_changes_stays_sorted(qtbot):
    model = WorklistModel()
    model.sort_by([Key(Column.PNEUMONIA, True)])
    model.upsert([entry(number, number / 3000) for number in range(2500)])
    model.remove([entry(number).key for number in range(0, 2500, 3)])
    model.upsert([entry(number, 1 - number / 3000) for number in range(0, 2500, 5)])
    model.upsert([entry(number, 0.5, study_date="20250102") for number in range(2500, 2600)])
    for column in (Column.PNEUMONIA, Column.STUDY, Column.AGE, Column.WAIT):
        model.sort_by([Key(column, True)])
        shown = model.shown_entries()
        values = [each for one in shown if (each := value(one, column)) is not None]
        assert values == sorted(values, reverse=True)
        assert all(value(one, column) is None for one in shown[len(values) :])
    model.clear()
    model.upsert([entry(3, 0.5)])
    assert model.rowCount() == 1
