"""The findings say what the model said, what that is worth, and where it came from (qtbot shows them)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding, GateClass, Status
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.ui.evidence_section import prevalence_at, step_of, target_words
from cxr_desktop.ui.findings_panel import FindingsPanel
from cxr_desktop.ui.not_scored_card import may_be_overridden
from tests.ui.entries import CARD, entry, prediction, refused, refused_entry, unreadable_entry

GAP = "\u00a0"


@pytest.fixture
def panel(qtbot) -> FindingsPanel:
    shown = FindingsPanel()
    shown.resize(338, 900)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def with_prediction(study: WorklistEntry, **changes) -> WorklistEntry:
    image = study.leading
    return study.with_image(replace(image, prediction=replace(image.prediction, **changes)))


@pytest.mark.parametrize(
    ("risk", "number", "words"),
    [
        (0.94, "0.94", "above both operating points"),
        (0.5, "0.50", "between the operating points"),
        (0.05, "0.05", "below both operating points"),
        (None, "—", "waiting to be scored"),
    ],
)
def test_the_one_number_stands_beside_its_band_in_words(panel, risk, number, words):
    panel.set_entry(entry(0, risk), CARD)
    assert panel.headline() == (number, words)


def test_a_score_on_request_says_so(panel):
    panel.set_entry(with_prediction(entry(0, 0.94), override=True), CARD)
    assert panel.headline()[1] == "above both operating points, scored on request"


def test_without_a_study_the_panel_says_what_to_do(panel):
    panel.set_entry(None, CARD)
    assert panel._nothing.isVisible()
    assert not panel._read.isVisible()


def test_every_class_of_the_model_has_a_number_and_others_have_no_row(panel):
    panel.set_entry(entry(0, 0.5), CARD)
    assert [panel.class_rows.row(f).value_text() for f in KNOWN_FINDINGS] == ["0.50", "0.15", "0.05", "0.30"]
    chances = {Finding.COVID19: 0.7, Finding.NORMAL: 0.3}
    small = replace(CARD, classes=("covid19", "normal"))
    panel.set_entry(with_prediction(entry(0, 0.7), probabilities=chances), small)
    assert [panel.class_rows.row(f).value_text() for f in small.findings] == ["0.70", "0.30"]
    assert panel._limits.text().startswith("The model looks for two things only: COVID-19, Normal.")


def test_choosing_a_class_is_told_and_shows_its_evidence(qtbot, panel):
    panel.set_entry(entry(0, 0.5), CARD)
    with qtbot.waitSignal(panel.finding_selected) as told:
        qtbot.mouseClick(panel.class_rows.row(Finding.PNEUMONIA), Qt.MouseButton.LeftButton)
    assert told.args == [Finding.PNEUMONIA]
    assert panel.evidence.texts()[1] == ["0.30", ""]
    qtbot.keyClick(panel.class_rows.row(Finding.PNEUMONIA), Qt.Key.Key_Down)
    assert panel.finding() == Finding.TUBERCULOSIS
    assert panel.evidence._none.text() == "The model's card gives no operating point for this class."


def test_choosing_a_class_from_elsewhere_is_not_told_again(qtbot, panel):
    panel.set_entry(entry(0, 0.5), CARD)
    with qtbot.assertNotEmitted(panel.finding_selected):
        panel.select_finding(Finding.NORMAL)
    assert panel.finding() == Finding.NORMAL


def test_the_evidence_is_the_cards_own_counts_with_intervals(panel):
    panel.set_entry(entry(0, 0.5), CARD)
    chosen, threshold, sensitivity, specificity, *_ = panel.evidence.texts()
    assert chosen == [f"98{GAP}% sens.", f"90{GAP}% sens."]
    assert threshold == ["0.36", "0.72"]
    assert sensitivity == [f"98{GAP}% [95–99]", f"90{GAP}% [85–93]"]
    assert specificity == [f"84{GAP}% [81–86]", f"95{GAP}% [93–96]"]
    assert panel.evidence._tested.text().startswith(
        f"95{GAP}% intervals, on 211 with and 759 without COVID-19: the test split."
    )


def test_predictive_values_follow_the_prevalence(qtbot, panel):
    panel.set_entry(entry(0, 0.5), CARD)
    panel.evidence.set_prevalence(0.05)
    assert panel.evidence.prevalence() == pytest.approx(0.05, rel=0.01)
    expected = CARD.operating_points_of(Finding.COVID19)[0].predictive_values(panel.evidence.prevalence())[0]
    assert f"{100 * expected:.0f}{GAP}%" == f"24{GAP}%"
    assert panel.evidence.texts()[4][0] == f"24{GAP}% · 99.9{GAP}%"
    with qtbot.waitSignal(panel.prevalence_changed) as told:
        panel.evidence._slider.setValue(step_of(0.5))
    assert told.args[0] == pytest.approx(0.5, abs=0.01)
    assert panel.evidence.texts()[4][0].startswith(f"86{GAP}% · ")


@pytest.mark.parametrize("share", [0.001, 0.01, 0.05, 0.2, 0.5, 0.99])
def test_the_slider_reaches_small_and_large_prevalences_alike(share):
    assert prevalence_at(step_of(share)) == pytest.approx(share, rel=0.02)


def test_other_targets_are_shown_as_the_card_has_them():
    assert target_words("specificity 0.95") == f"95{GAP}% spec."
    assert target_words("Youden's J") == "Youden's J"
    assert target_words("") == ""


@pytest.mark.parametrize(
    ("study", "finding", "words"),
    [
        (entry(0, 0.94), Finding.COVID19, "COVID-19: strongest at 1.5 of 2.0 logit"),
        (entry(0, 0.05), Finding.COVID19, "COVID-19: not drawn, below the operating point"),
        (entry(0, 0.05), Finding.NORMAL, "Normal: strongest at 1.5 of 2.0 logit"),
        (with_prediction(entry(0, 0.94), maps=()), Finding.COVID19, "No heat map for COVID-19"),
        (
            with_prediction(entry(0, 0.94), maps=prediction("", 0.9, peak=0.0).maps),
            Finding.COVID19,
            "COVID-19: no positive evidence",
        ),
    ],
)
def test_the_heat_map_is_put_in_words(panel, study, finding, words):
    panel.set_entry(study, CARD)
    panel.select_finding(finding)
    assert panel.heat_map.words() == words


def test_weak_evidence_can_be_asked_for(qtbot, panel):
    panel.set_entry(entry(0, 0.05), CARD)
    with qtbot.waitSignal(panel.below_changed) as told:
        panel.heat_map.controls.below.click()
    assert told.args == [True]
    assert panel.heat_map.words() == "COVID-19: strongest at 1.5 of 2.0 logit"


def test_the_map_can_be_switched_off_and_its_controls_rest(qtbot, panel):
    panel.set_entry(entry(0, 0.94), CARD)
    with qtbot.waitSignal(panel.visible_changed) as told:
        panel.heat_map.controls.shown.click()
    assert told.args == [False]
    assert not panel.heat_map.controls.opacity.isEnabled()
    with qtbot.assertNotEmitted(panel.visible_changed):
        panel.heat_map.controls.set_visible(True)
    assert panel.heat_map.controls.opacity.isEnabled()


def test_opacity_is_told_as_a_share(qtbot, panel):
    with qtbot.waitSignal(panel.opacity_changed) as told:
        panel.heat_map.controls.opacity.setValue(70)
    assert told.args == [0.7]
    with qtbot.assertNotEmitted(panel.opacity_changed):
        panel.heat_map.controls.set_opacity(0.2)
    assert panel.heat_map.controls.opacity_label.text() == f"Opacity 20{GAP}%"


def test_checks_and_provenance_are_shown_and_flags_are_never_markup(panel, monkeypatch):
    study = with_prediction(entry(0, 0.94, flags=("no DICOM preamble",)), flags=("<b>burned-in text</b>",))
    panel.set_entry(study, CARD)
    facts = panel.facts()
    assert facts["Image"] == "frontal chest, usable"
    assert facts["Model"] == "triage-1 1.2"
    assert facts["Digest"] == "9f3c5a7e12ab"
    assert facts["Computed on"] == "CPU fp32"
    assert facts["Took"] == "0.11 s"
    assert facts["Note"] == "<b>burned-in text</b>"
    assert panel._checks.facts._rows[2][1].textFormat() is Qt.TextFormat.PlainText


def test_an_image_set_aside_shows_why_instead_of_numbers(panel):
    panel.set_entry(refused_entry(0), CARD)
    assert panel.headline() == ("", "")
    assert not panel.class_rows.isVisible()
    assert panel._not_scored._title.text() == "Not scored"
    assert panel._not_scored._reason.text() == "Lateral view"
    assert panel._not_scored._button.isVisible()


@pytest.mark.parametrize("answer", [True, False])
def test_scoring_anyway_asks_first(qtbot, panel, monkeypatch, answer):
    panel.set_entry(refused_entry(0), CARD)
    asked = []

    def answering(box) -> int:
        asked.append(box.text())
        box.buttons()[0 if box.buttons()[0].text() == ("Score anyway" if answer else "Leave it") else 1].click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answering)
    told = []
    panel.score_anyway_requested.connect(told.append)
    qtbot.mouseClick(panel._not_scored._button, Qt.MouseButton.LeftButton)
    assert asked == ["Score this image although it was set aside?"]
    assert told == (["/data/0.dcm"] if answer else [])


def test_only_what_the_gate_set_aside_may_be_scored_anyway():
    assert may_be_overridden(refused("/a"))
    assert not may_be_overridden(refused("/a", "the image is blank", GateClass.NO_CONTENT))
    assert not may_be_overridden(unreadable_entry(0).leading.prediction)
    assert not may_be_overridden(prediction("/a", 0.5))


def test_a_file_that_holds_no_image_says_so(panel):
    study = unreadable_entry(0)
    result = replace(study.leading.prediction, status=Status.NOT_AN_IMAGE, reason="a PDF document")
    panel.set_entry(study.with_image(replace(study.leading, prediction=result)), CARD)
    assert panel._not_scored._title.text() == "Not an image"
    assert not panel._not_scored._button.isVisible()
    assert not panel._checks_part.isVisible()


def test_turning_for_scoring_names_the_image_and_the_turns(qtbot, panel):
    panel.set_entry(entry(0, 0.5), CARD)
    for (button, _icon), turns in zip(panel._checks._buttons, (1, -1), strict=True):
        with qtbot.waitSignal(panel.rotate_requested) as told:
            button.click()
        assert told.args == ["/data/0.dcm", turns]


def test_a_study_of_two_images_names_the_one_that_leads_and_can_show_the_other(panel):
    study = entry(0, 0.3)
    second = replace(
        study.leading,
        identity=replace(study.leading.identity, path="/data/0b.dcm"),
        prediction=prediction("/data/0b.dcm", 0.9),
    )
    study = study.with_image(second)
    panel.set_entry(study, CARD)
    assert panel.headline()[0] == "0.90"
    assert panel.top.position() == "Image 2 of 2, highest risk"
    panel.set_entry(study, CARD, "/data/0.dcm")
    assert panel.headline()[0] == "0.30"
    assert panel.top.position() == "Image 1 of 2"


def test_read_and_next_is_told(qtbot, panel):
    panel.set_entry(entry(0, 0.5), CARD)
    with qtbot.waitSignal(panel.read_and_next_requested):
        qtbot.mouseClick(panel._read, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("height", [640, 900])
def test_nothing_is_cut_off_sideways_and_all_can_be_scrolled_to(qtbot, panel, height):
    panel.resize(320, height)
    panel.set_entry(entry(0, 0.94), CARD)
    qtbot.waitUntil(lambda: panel._scroll.verticalScrollBar().maximum() > 0 or height == 900, timeout=1000)
    body = panel._scroll.widget()
    assert body.width() == panel._scroll.viewport().width()
    assert body.minimumSizeHint().width() <= body.width()
    bottom = panel._limits.mapTo(body, panel._limits.rect().bottomLeft()).y()
    assert bottom <= panel._scroll.verticalScrollBar().maximum() + panel._scroll.viewport().height()


def test_a_screen_reader_hears_number_and_band(panel):
    panel.set_entry(entry(0, 0.94), CARD)
    assert panel.top.spoken() == "COVID-19 0.94, above both operating points"
    row = panel.class_rows.row(Finding.COVID19)
    assert row.accessibleName() == "COVID-19 0.94, above both operating points"
