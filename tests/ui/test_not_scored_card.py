"""A study without a number says why in plain words and offers what would help, with consent (pytest-qt)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from cxr_desktop.domain.prediction import Correction, GateClass
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.ui.findings_panel import FindingsPanel
from cxr_desktop.ui.not_scored_card import correction_of
from tests.ui.entries import CARD, entry, prediction, refused_entry, stopped_entry, unreadable_entry

TURNED = stopped_entry(0, GateClass.TURNED, "the film lies on its side", Correction(1))
INVERTED = stopped_entry(0, GateClass.INVERTED, "black and white are exchanged", Correction(0, True))
BOTH = stopped_entry(
    0, GateClass.TURNED, "the film is upside down and black and white are exchanged", Correction(2, True)
)


@pytest.fixture
def panel(qtbot) -> FindingsPanel:
    shown = FindingsPanel()
    shown.resize(338, 900)
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.mark.parametrize(
    ("study", "deed", "asked_for"),
    [
        (TURNED, "Turn it upright and score", Correction(1)),
        (INVERTED, "Exchange black and white and score", Correction(0, True)),
        (BOTH, "Correct both and score", Correction(2, True)),
    ],
)
def test_what_would_help_is_one_button_away_and_says_that_the_file_stays(qtbot, panel, study, deed, asked_for):
    panel.set_entry(study, CARD)
    card = panel._not_scored
    assert card._correct.isVisible()
    assert card._correct.text() == deed
    assert card._consent.text() == "The file stays untouched. The step is logged and can be undone."
    with qtbot.waitSignal(panel.correction_requested) as told:
        qtbot.mouseClick(card._correct, Qt.MouseButton.LeftButton)
    assert told.args == ["/data/0.dcm", asked_for]


@pytest.mark.parametrize(
    ("gate", "reason", "meaning"),
    [
        (GateClass.TURNED, "the film is upside down", "upright films only"),
        (GateClass.INVERTED, "black and white are exchanged", "white bones only"),
        (GateClass.CROPPED, "the lungs were not found", "judges both lungs"),
        (GateClass.UNFAMILIAR, "unlike the images that the model learned from", "How often it is right here is not"),
        (GateClass.LATERAL_CHEST, "lateral view", "made for frontal chest radiographs of adults"),
        (GateClass.NOT_CHEST, "not a chest radiograph", "made for frontal chest radiographs of adults"),
    ],
)
def test_every_reason_says_what_it_means_for_a_number(panel, gate, reason, meaning):
    panel.set_entry(stopped_entry(0, gate, reason), CARD)
    card = panel._not_scored
    assert card._reason.text() == reason[:1].upper() + reason[1:]
    assert meaning in card._meaning.text()
    assert card._button.isVisible()
    assert card._honest.text().startswith("A number against the advice may mean nothing.")
    assert not card._correct.isVisible()


def test_what_has_no_pixels_to_score_offers_nothing(panel):
    for study in (unreadable_entry(0), refused_entry(0, "the image is blank", GateClass.NO_CONTENT)):
        panel.set_entry(study, CARD)
        for part in (panel._not_scored._button, panel._not_scored._honest, panel._not_scored._correct):
            assert not part.isVisible()


def test_only_a_stopped_image_is_corrected():
    assert correction_of(None) is None
    assert correction_of(prediction("/a", 0.5)) is None
    assert correction_of(refused_entry(0).leading.prediction) is None
    assert correction_of(TURNED.leading.prediction) == Correction(1)
    nothing = stopped_entry(0, GateClass.TURNED, "turned", Correction())
    assert correction_of(nothing.leading.prediction) is None


def corrected(study: WorklistEntry, correction: Correction, **changes) -> WorklistEntry:
    image = study.leading
    result = prediction(
        image.path, 0.8, quarter_turns=correction.quarter_turns, inverted=correction.inverted, **changes
    )
    wish = {"quarter_turns": correction.quarter_turns, "inverted": correction.inverted}
    return study.with_image(replace(image, prediction=result, **wish))


def test_a_corrected_image_says_so_among_the_checks_and_a_mirrored_look_is_a_quiet_note(panel):
    flag = "the image looks mirrored, or the heart lies on the right"
    panel.set_entry(corrected(entry(0, 0.1), Correction(1, True), flags=(flag, "burned-in text")), CARD)
    facts = panel._checks.facts
    assert facts.texts()["Corrected"] == "turned 90° left and inverted, with your consent"
    tones = {value.text(): value.property("tone") for _name, value in facts._rows}
    assert tones[flag] == "second"
    assert tones["burned-in text"] == "between"


def test_the_study_menu_offers_the_same_and_only_where_there_is_something_to_do(qtbot, make_window):
    window = make_window([TURNED, entry(1, 0.9)])
    window.worklist.view.select_key(entry(1).key)
    action = window.named["correct"]
    assert not action.isEnabled()
    window.worklist.view.select_key(TURNED.key)
    assert action.isEnabled()
    assert action.text() == "Turn it upright and score"
    with qtbot.waitSignal(window.correction_requested) as told:
        qtbot.keyClick(window.worklist.view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["/data/0.dcm", Correction(1)]


def test_the_image_in_hand_is_shown_corrected_as_soon_as_the_reader_wished_it(qtbot, make_window):
    import numpy as np

    window = make_window([TURNED])
    window.worklist.view.select_row(0)
    pixels = np.arange(40 * 30, dtype=np.uint16).reshape(40, 30)
    window.show_image(GreyImage(TURNED.leading.radiograph, pixels, 1.0, 0.0, "", (), False, None, ()))
    assert window.viewer._mark.words() == ""
    waiting = TURNED.with_image(replace(TURNED.leading, prediction=None, quarter_turns=1))
    window.model.upsert([waiting])
    assert window.viewer.image.pixels.shape == (30, 40)
    assert window.viewer._mark.words() == "Turned 90° left, with your consent"
    with qtbot.waitSignal(window.correction_undo_requested) as told:
        window.viewer._mark._undo.click()
    assert told.args == ["/data/0.dcm"]
    window.model.upsert([TURNED])
    assert window.viewer.image.pixels.shape == (40, 30)


def test_nothing_is_cut_off_at_the_narrowest_panel(qtbot, panel):
    panel.resize(320, 700)
    for study in (TURNED, INVERTED, BOTH):
        panel.set_entry(study, CARD)
        qtbot.waitUntil(lambda: panel._scroll.widget().width() == panel._scroll.viewport().width(), timeout=1000)
        assert panel._scroll.widget().minimumSizeHint().width() <= 320
