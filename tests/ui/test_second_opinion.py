"""What a second model says stands beside the first, in list and panel, and where the two contradict it cannot be
missed (pytest-qt)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from cxr_desktop.bridge.worklist_model import Column, WorklistModel
from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding, GateClass, RiskBand
from cxr_desktop.ui import second_opinion_words as words
from cxr_desktop.ui.cell_words import CellWords
from cxr_desktop.ui.findings_panel import FindingsPanel
from cxr_desktop.ui.second_opinion_words import Agreement
from cxr_desktop.ui.theme import DARK, apply_theme
from cxr_desktop.ui.worklist_view import WorklistView
from tests.ui.entries import CARD, SECOND_CARD, entries, entry, refused_entry, second_opinion, with_second


def both(first: float, second: float | None):
    return with_second(entry(0, first), second)


def of(first: float, second: float | None):
    return both(first, second).leading.prediction


@pytest.fixture
def panel(qtbot) -> FindingsPanel:
    shown = FindingsPanel()
    shown.resize(338, 900)
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def view(qtbot, qapp) -> WorklistView:
    apply_theme(qapp, DARK)
    shown = WorklistView(WorklistModel())
    shown.set_card(CARD)
    shown.set_second_card(SECOND_CARD)
    shown.resize(700, 420)
    qtbot.addWidget(shown)
    shown.show()
    return shown


# --- the rule


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (0.82, 0.12, Agreement.DISAGREES),
        (0.35, 0.73, Agreement.DISAGREES),
        (0.95, 0.50, Agreement.FAR_APART),
        (0.80, 0.60, Agreement.DIFFERS),
        (0.91, 0.89, Agreement.AGREES),
        (0.91, None, Agreement.NONE),
    ],
)
def test_two_models_disagree_where_one_is_below_and_the_other_above_their_operating_points(first, second, kind):
    assert words.agreement(of(first, second)) is kind


def test_models_of_different_classes_are_not_compared():
    prediction = of(0.82, 0.12)
    other = replace(prediction, second=replace(second_opinion(0.12), risk_finding=Finding.TUBERCULOSIS))
    assert words.agreement(other) is Agreement.NONE
    assert words.check_words(other) == ("looks for other classes", "second")


def test_without_operating_points_only_the_distance_counts():
    prediction = of(0.6, 0.5)
    assert words.agreement(replace(prediction, risk_band=None)) is Agreement.AGREES
    assert words.agreement(replace(of(0.9, 0.2), risk_band=None)) is Agreement.FAR_APART


# --- the worklist


def test_the_column_is_the_difference_and_sorts_with_what_has_none_last(view):
    model = view.model()
    model.upsert([with_second(entry(0, 0.5), 0.45), with_second(entry(1, 0.9), 0.1), entry(2, 0.7), entry(3)])
    model.sort(Column.DISAGREEMENT, Qt.SortOrder.DescendingOrder)
    cells = [model.index(row, Column.DISAGREEMENT).data() for row in range(4)]
    assert cells == ["0.80", "0.05", "", ""]
    model.sort(Column.DISAGREEMENT, Qt.SortOrder.AscendingOrder)
    assert model.entry_at(0).key == entry(0).key


def test_the_cell_in_words_names_both_models_and_what_they_mean():
    cell = CellWords()
    cell.card, cell.second_card = CARD, SECOND_CARD
    role = Qt.ItemDataRole.AccessibleTextRole
    assert cell(both(0.82, 0.12), Column.DISAGREEMENT, Qt.ItemDataRole.DisplayRole) == "0.70"
    assert cell(both(0.82, 0.12), Column.DISAGREEMENT, role) == (
        "The two models disagree by 0.70: Triage model 0.82 (above both operating points), "
        "DenseNet121 0.12 (below both)."
    )
    assert cell(both(0.91, 0.89), Column.DISAGREEMENT, role).startswith("The two models are 0.02 apart: Triage model")


@pytest.mark.parametrize(
    ("study", "reason"),
    [
        (entry(0), "No second opinion yet: the study waits to be scored."),
        (refused_entry(0), "No second opinion: the study was not scored."),
        (entry(0, 0.5), "No second opinion: this study was scored by one model alone."),
    ],
)
def test_where_there_is_none_the_tooltip_says_why(study, reason):
    assert words.cell_sentence(study, CARD, SECOND_CARD) == reason


def test_a_row_whose_models_disagree_says_so_in_its_tooltip(view):
    view.model().upsert([both(0.82, 0.12)])
    lines = view.delegate.tooltip(view.model().entry_at(0)).splitlines()
    assert lines[1].startswith("The two models disagree: Triage model 0.82 (above both operating points)")
    view.model().upsert([both(0.82, 0.80)])
    assert "disagree" not in view.delegate.tooltip(view.model().entry_at(0))


def colours_in(view: WorklistView, row: int) -> set[str]:
    image = view.viewport().grab(view.visualRect(view.model().index(row, Column.DISAGREEMENT))).toImage()
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize(("second", "marked"), [(0.12, True), (0.5, False), (0.8, False)])
def test_only_a_contradiction_wears_the_colour_of_a_warning(view, second, marked, compact):
    view.set_compact(compact)
    view.model().upsert([both(0.82, second)])
    assert (DARK.risk_between in colours_in(view, 0)) is marked


@pytest.mark.parametrize("width", [556, 640, 760])
def test_number_and_sign_fit_at_every_width_of_the_list(view, width):
    from PySide6.QtGui import QFontMetricsF

    from cxr_desktop.ui.fonts import font
    from cxr_desktop.ui.worklist_cells import CLASS_GAP

    view.resize(width, 400)
    room = view.columnWidth(Column.DISAGREEMENT) - CLASS_GAP
    assert QFontMetricsF(font(semibold=True)).horizontalAdvance("≠\u200a0.70") <= room


def test_a_narrow_list_spares_the_view_before_it_cuts_anything(view):
    view.resize(556, 400)
    assert view.header.is_shown(Column.VIEW)
    view.resize(520, 400)
    assert not view.header.is_shown(Column.VIEW)
    assert view.header.is_shown(Column.DISAGREEMENT)
    view.resize(640, 400)
    assert view.header.is_shown(Column.VIEW)


def test_the_column_can_be_hidden_and_is_not_there_without_a_second_model(view):
    view.header.show_column(Column.DISAGREEMENT, False)
    assert not view.header.is_shown(Column.DISAGREEMENT)
    view.header.show_column(Column.DISAGREEMENT, True)
    view.model().sort(Column.DISAGREEMENT, Qt.SortOrder.DescendingOrder)
    view.header.set_sort(view.model().sort_keys)
    view.set_second_card(None)
    assert not view.header.is_shown(Column.DISAGREEMENT)
    assert view.model().sort_column == (Column.RISK, Qt.SortOrder.DescendingOrder)


def test_studies_whose_models_disagree_are_counted_over_the_list(make_window):
    window = make_window([both(0.82, 0.12), with_second(entry(1, 0.1), 0.9), with_second(entry(2, 0.9), 0.6)])
    window.set_second_card(SECOND_CARD)
    assert window.worklist.summary() == "3 unread  2 above both operating points · 2 disagree"
    window.model.upsert([with_second(entry(1, 0.1), 0.2)])
    assert window.worklist.summary().endswith("1 disagree")
    window.model.remove([entry(0).key])
    assert "disagree" not in window.worklist.summary()


def test_words_over_a_study_without_a_number_may_run_over_the_column(view):
    view.model().upsert([refused_entry(0, "unlike the images that the model learned from", GateClass.UNFAMILIAR)])
    assert view.header.joined_sections()[-1] == Column.DISAGREEMENT


# --- the findings


def test_every_class_has_both_numbers_and_a_legend_names_both_models(panel):
    panel.set_entry(both(0.82, 0.12), CARD, None, SECOND_CARD)
    rows = panel.class_rows
    assert [rows.row(finding).value_text() for finding in KNOWN_FINDINGS] == ["0.82", "0.05", "0.02", "0.11"]
    assert [rows.row(finding).second_text() for finding in KNOWN_FINDINGS] == ["0.12", "0.44", "0.18", "0.26"]
    assert rows.legend.names() == ("Triage model 1.2", "DenseNet121 1.0, second opinion")
    assert rows.row(Finding.COVID19).accessibleName() == "COVID-19 0.82, above both operating points; DenseNet121 0.12"


def test_with_one_model_there_is_neither_legend_nor_room_for_a_second_number(panel):
    panel.set_entry(both(0.82, 0.12), CARD, None, SECOND_CARD)
    panel.set_entry(entry(0, 0.82), CARD, None, SECOND_CARD)
    assert not panel.class_rows.legend.isVisible()
    assert panel.class_rows.row(Finding.COVID19).second_text() == ""


def test_a_second_model_that_lacks_a_class_has_no_number_there(panel):
    study = both(0.82, 0.12)
    opinion = replace(second_opinion(0.12), probabilities={Finding.COVID19: 0.12, Finding.NORMAL: 0.88})
    image = study.leading
    prediction = replace(image.prediction, second=opinion)
    panel.set_entry(study.with_image(replace(image, prediction=prediction)), CARD, None, SECOND_CARD)
    assert panel.class_rows.row(Finding.PNEUMONIA).second_text() == "—"


@pytest.mark.parametrize(
    ("first", "second", "line"),
    [
        (
            0.82,
            0.12,
            "The two models disagree: Triage model 0.82 (above both operating points), DenseNet121 0.12 (below both).",
        ),
        (
            0.95,
            0.5,
            "The two models are far apart: "
            "Triage model 0.95 (above both operating points), DenseNet121 0.50 (between).",
        ),
        (0.91, 0.85, ""),
    ],
)
def test_a_disagreement_has_a_line_of_its_own(panel, first, second, line):
    panel.set_entry(both(first, second), CARD, None, SECOND_CARD)
    assert panel._disagreement.words() == line
    assert panel._disagreement.isVisible() is bool(line)


@pytest.mark.parametrize(
    ("first", "second", "words_of_check"),
    [
        (0.91, 0.89, "0.89, agrees"),
        (0.82, 0.12, "0.12, disagrees"),
        (0.95, 0.50, "0.50, far apart"),
        (0.75, 0.60, "0.60, one band lower"),
        (0.60, 0.75, "0.75, one band higher"),
    ],
)
def test_the_checks_name_the_second_model_s_number(panel, first, second, words_of_check):
    panel.set_entry(both(first, second), CARD, None, SECOND_CARD)
    assert panel._checks.facts.texts()["Second model"] == words_of_check
    assert panel._provenance.texts()["Second model"] == "densenet121 1.0"


def test_a_model_without_a_card_is_called_by_the_name_that_stands_with_its_number():
    prediction = of(0.82, 0.12)
    assert "densenet121 0.12" in words.both_models(prediction, CARD, None)
    assert words.both_models(of(0.82, None), CARD, None) == ""


def test_nothing_is_cut_off_at_the_narrowest_panel(qtbot, panel):
    panel.resize(320, 700)
    panel.set_entry(both(0.82, 0.12), CARD, None, SECOND_CARD)
    qtbot.waitUntil(lambda: panel._scroll.widget().width() == panel._scroll.viewport().width(), timeout=1000)
    assert panel._scroll.widget().minimumSizeHint().width() <= 320


def test_the_panel_says_what_the_model_does_not_look_for(panel):
    card = replace(CARD, document={"does_not_look_for": ["nodules", "effusion", "fractures"]}, intended_use="Research.")
    panel.set_entry(entry(0, 0.5), card)
    assert "It does not look for: nodules, effusion, fractures." in panel._limits.text()
    panel.set_entry(entry(0, 0.5), replace(card, document={"does_not_look_for": "nodules and effusion."}))
    assert "It does not look for: nodules and effusion." in panel._limits.text()
    panel.set_entry(entry(0, 0.5), replace(card, document={}))
    assert panel._limits.text().endswith("Research.")


def test_the_window_shows_the_second_model_to_list_and_panel(make_window):
    window = make_window([both(0.82, 0.12), *entries([None] * 2)[1:]])
    assert not window.worklist.view.header.is_shown(Column.DISAGREEMENT)
    window.set_second_card(SECOND_CARD)
    window.worklist.view.select_row(0)
    assert window.worklist.view.header.is_shown(Column.DISAGREEMENT)
    assert window.findings.class_rows.legend.names()[1] == "DenseNet121 1.0, second opinion"
    assert window.model.entry_at(0).leading.prediction.second.risk_band is RiskBand.BELOW
