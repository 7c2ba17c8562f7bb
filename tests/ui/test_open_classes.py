"""Models with classes of their own in list, findings and viewer (qtbot shows them)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QSettings, Qt

from cxr_desktop.bridge.worklist_model import Column, WorklistModel
from cxr_desktop.domain.prediction import Finding, RiskBand
from cxr_desktop.domain.worklist import ScoreState
from cxr_desktop.ui import wording
from cxr_desktop.ui.cell_words import CellWords
from cxr_desktop.ui.findings_panel import FindingsPanel
from cxr_desktop.ui.theme import DARK
from cxr_desktop.ui.worklist_cells import CellPainter, RowLook
from cxr_desktop.ui.worklist_columns import look_of
from cxr_desktop.ui.worklist_view import WorklistView
from tests.ui.entries import CARD, entries, entry, own_card, own_entry

EFFUSION, NODULE = Finding("effusion"), Finding("nodule")
TWO = own_card("normal", "effusion", class_labels={"effusion": "Pleural effusion"})
FIVE = own_card("normal", "pneumonia", "effusion", "nodule", "mass", output="sigmoid")
TEXT = Qt.ItemDataRole.DisplayRole


@pytest.fixture
def panel(qtbot) -> FindingsPanel:
    shown = FindingsPanel()
    shown.resize(338, 900)
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def view(qtbot) -> WorklistView:
    words = CellWords()
    shown = WorklistView(WorklistModel(words))
    shown.words = words
    shown.resize(640, 400)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def use(view: WorklistView, card) -> None:
    view.words.card = card
    view.set_card(card)


def shown_columns(view: WorklistView) -> list[Column]:
    return [column for column in Column if view.header.is_shown(column)][:5]


def test_the_panel_has_the_models_classes_and_its_risk_in_front(panel):
    panel.set_entry(own_entry(0, TWO, 0.3, 0.7), TWO)
    assert panel.headline() == ("0.70", "above both operating points")
    assert panel.top._name.text() == "Pleural effusion"
    assert [panel.class_rows.row(f).text() for f in TWO.findings] == ["Pleural effusion", "Normal"]
    assert panel.finding() == EFFUSION
    assert panel.evidence._tested.text().startswith("95\u00a0% intervals, on 100 with and 100 without Pleural effusion")
    assert panel.heat_map.words() == "Pleural effusion: strongest at 1.5 of 2.0 logit"
    assert panel._limits.text().startswith("The model looks for two things only: Pleural effusion, Normal.")


def test_another_model_brings_its_rows_and_keeps_the_class_in_hand_where_it_can(panel):
    panel.set_entry(entry(0, 0.5), CARD)
    panel.select_finding(Finding.PNEUMONIA)
    panel.set_entry(own_entry(0, FIVE, 0.1, 0.7, 0.9, 0.2, 0.3), FIVE)
    assert panel.finding() == Finding.PNEUMONIA
    panel.set_entry(own_entry(0, TWO, 0.3, 0.7), TWO)
    assert panel.finding() == EFFUSION
    panel.set_entry(None, CARD)
    assert panel.finding() == Finding.COVID19


def test_classes_that_are_judged_apart_are_said_to_be(panel):
    panel.set_entry(own_entry(0, FIVE, 0.1, 0.7, 0.9, 0.2, 0.3), FIVE)
    assert panel._limits.text().startswith("The model looks for 5 things only: Pneumonia, Effusion, Nodule, Mass, ")
    assert panel._limits.text().endswith("It judges each of them by itself: several may be likely, or none.")


def test_a_model_without_operating_points_has_numbers_and_no_bands(panel):
    bare = replace(TWO, operating_points=())
    panel.set_entry(own_entry(0, bare, 0.3, 0.7), bare)
    assert panel.headline() == ("0.70", "no operating points")


def test_a_model_of_one_class_works(panel):
    one = own_card("effusion")
    panel.set_entry(own_entry(0, one, 0.7), one)
    assert panel._limits.text().startswith("The model looks for one thing only: Effusion.")


def test_everything_else_is_a_class_but_nothing_that_is_looked_for(panel):
    light = own_card("covid19", "other")
    panel.set_entry(own_entry(0, light, 0.7, 0.3), light)
    assert panel._limits.text().startswith("The model looks for one thing only: COVID-19.")
    assert [panel.class_rows.row(f).text() for f in light.findings] == ["COVID-19", "Other"]
    said = panel.impression.choices()
    assert len(said) == len(set(said)) == 3  # COVID-19, other, not usable


def test_the_list_has_columns_for_what_the_model_knows(view):
    use(view, CARD)
    assert shown_columns(view)[:4] == [Column.RISK, Column.PNEUMONIA, Column.TUBERCULOSIS, Column.NORMAL]
    use(view, TWO)
    assert shown_columns(view)[:3] == [Column.RISK, Column.NORMAL, Column.PATIENT]
    use(view, FIVE)
    assert shown_columns(view)[:4] == [Column.RISK, Column.OTHERS, Column.NORMAL, Column.PATIENT]
    use(view, None)
    assert shown_columns(view)[:4] == [Column.RISK, Column.PNEUMONIA, Column.TUBERCULOSIS, Column.NORMAL]


def test_headings_name_the_class_of_interest():
    assert look_of(Column.RISK, CARD).title == "COVID-19 risk"
    assert look_of(Column.RISK, TWO).title == "Pleural effusion risk"
    assert look_of(Column.RISK, FIVE).title == "Pneumonia risk"
    one_more = own_card("normal", "pneumonia", "nodule")
    assert look_of(Column.OTHERS, one_more).title == "Nodule"
    assert look_of(Column.OTHERS, FIVE).title == "Likeliest of the other classes"


def test_a_column_that_the_reader_hid_stays_hidden_through_other_models(view, tmp_path):
    use(view, CARD)
    view.header.show_column(Column.NORMAL, False)
    use(view, TWO)
    assert not view.header.is_shown(Column.NORMAL)
    settings = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    view.header.save(settings)
    view.header.reset_arrangement()
    view.header.restore(settings)
    use(view, CARD)
    assert not view.header.is_shown(Column.NORMAL)
    assert view.header.is_shown(Column.TUBERCULOSIS)


def test_a_list_sorted_by_a_class_that_goes_is_in_triage_order_again(view):
    use(view, CARD)
    view.model().sort(Column.TUBERCULOSIS, Qt.SortOrder.DescendingOrder)
    view.header.set_sort(*view.model().sort_column)
    use(view, TWO)
    assert view.model().sort_column == (Column.RISK, Qt.SortOrder.DescendingOrder)


def test_cells_carry_the_models_numbers_and_no_zero_for_what_it_does_not_know(view):
    use(view, FIVE)
    view.model().upsert([own_entry(0, FIVE, 0.1, 0.7, 0.9, 0.2, 0.3)])
    texts = {column: view.model().index(0, column).data(TEXT) for column in Column}
    assert texts[Column.RISK] == "0.70"
    assert texts[Column.OTHERS] == "Effusion 0.90"
    assert texts[Column.NORMAL] == "0.10"
    assert texts[Column.TUBERCULOSIS] == wording.BLANK
    spoken = view.model().index(0, Column.RISK).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Pneumonia 0.70, above both operating points" in spoken
    assert "COVID" not in spoken + view.delegate.tooltip(view.model().entry_at(0))


@pytest.mark.parametrize("card", [TWO, FIVE, own_card("normal", "pneumonia", "nodule"), own_card("normal")])
@pytest.mark.parametrize("compact", [False, True])
def test_rows_of_any_model_are_painted(view, card, compact):
    use(view, card)
    view.set_compact(compact)
    view.model().upsert([own_entry(0, card, *(0.7 for _ in card.classes)), *entries([None])])
    for column in (Column.IMPRESSION, Column.STATE):
        view.header.show_column(column, True)
    assert not view.grab().isNull()


def test_the_order_and_filters_follow_the_class_of_interest(view):
    use(view, FIVE)
    model = view.model()
    model.upsert(
        [
            own_entry(0, FIVE, 0.1, 0.3, 0.9, 0.2, 0.3),
            own_entry(1, FIVE, 0.1, 0.8, 0.1, 0.2, 0.3),
            own_entry(2, FIVE, 0.1, 0.1, 0.5, 0.7, 0.3),
        ]
    )
    assert [e.order for e in model.shown_entries()] == [1, 0, 2]
    assert [e.band for e in model.shown_entries()] == [RiskBand.ABOVE, RiskBand.BETWEEN, RiskBand.BELOW]
    for text, orders in (("risk>0.25", [1, 0]), ("effusion>=0.5", [0, 2]), ("covid<1", []), ("nodule>50%", [2])):
        model.set_filter(text)
        assert [e.order for e in model.shown_entries()] == orders, text
    model.set_filter("")
    model.sort(Column.OTHERS, Qt.SortOrder.DescendingOrder)
    assert [e.order for e in model.shown_entries()] == [0, 2, 1]


def test_the_window_follows_its_model(make_window):
    window = make_window(entries([0.9]))
    window.worklist.view.select_row(0)
    window.set_card(FIVE)
    window.model.upsert([own_entry(0, FIVE, 0.1, 0.7, 0.9, 0.2, 0.3)])
    assert window.findings.finding() == Finding.PNEUMONIA == window.viewer.reading.overlay.finding
    window.viewer.reading.next_class()
    assert window.findings.finding() == EFFUSION
    assert window.findings.heat_map.words().startswith("Effusion")
    menu = window.viewer._map_menu
    window.viewer._show_state()
    assert [action.text() for action in menu._classes.values()] == ["Pneumonia", "Effusion", "Nodule", "Mass", "Normal"]


def test_a_number_of_the_former_model_does_not_stand_under_the_new_heading():
    look = RowLook(DARK, TWO, False, False, 0.0, date(2026, 1, 2))
    stale = CellPainter(entry(0, 0.9), look)
    assert (stale.risk_value, stale.scored, stale.engine_state) == (None, None, ScoreState.WAITING)
    assert CellPainter(own_entry(0, TWO, 0.3, 0.7), look).risk_value == 0.7
