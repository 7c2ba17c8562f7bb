"""Two images beside each other: of one study, or a study and a prior of its patient, never taken for each other."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from cxr_desktop.domain.radiograph import FileIdentity
from cxr_desktop.domain.worklist import ImageEntry, WorklistEntry
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.ui.second_screen import SecondScreen
from cxr_desktop.ui.side_by_side import Beside
from cxr_desktop.ui.viewer.placeholder import ViewerState
from tests.ui import entries as made

pytestmark = pytest.mark.window


def study(number: int, date: str, patient: str = "P-7", views: tuple[str, ...] = ("PA",), **header) -> WorklistEntry:
    images = []
    for place, view in enumerate(views):
        path = f"/data/{number}-{place}.dcm"
        values = {"study_date": date, "view_position": view, "study_instance_uid": f"1.2.{number}", **header}
        about = made.header(path, "DOE^JANE", patient, instance_number=place, **values)
        images.append(ImageEntry(FileIdentity(path, 1, 1, number), about, made.prediction(path, 0.9 - number / 10)))
    return WorklistEntry(images[0].radiograph.study_key, tuple(images), 0.0, number)


NOW, PRIOR, OLDER = study(1, "20200401"), study(2, "20190302", views=("LL", "PA")), study(3, "20150101")
OTHER, TWO_VIEWS = study(4, "20190101", "P-8"), study(5, "20200101", "P-9", ("PA", "LL"))


class Desk:
    """A window with these studies, the first in hand, and what it asked to be loaded."""

    def __init__(self, window, entries) -> None:
        self.window, self.entries = window, entries
        self.asked: list[str] = []
        self.first: list[str] = []
        window.second_image_requested.connect(self.asked.append)
        window.image_requested.connect(self.first.append)
        self.take(entries[0])

    def take(self, entry: WorklistEntry) -> None:
        self.window.worklist.view.select_key(entry.key)
        self.give(self.window.current_path())

    def give(self, path: str) -> bool:
        header = next(i.radiograph for e in self.entries for i in e.images if i.path == path)
        pixels = np.tile(np.arange(30, dtype=np.uint16) * 100, (40, 1))
        return self.window.show_image(GreyImage(header, pixels, 1.0, 0.0, "", (), False, None, ()))

    @property
    def beside(self):
        return self.window.stage_room.beside

    @property
    def stage(self):
        return self.window.stage

    def words(self) -> tuple[str, str]:
        return self.stage._strip.words()


@pytest.fixture
def desk(make_window):
    def make(*entries: WorklistEntry) -> Desk:
        return Desk(make_window(entries), entries)

    return make


class TestPriors:
    """Shift+P."""

    def test_the_latest_prior_stands_beside_the_study_and_says_that_it_is_one(self, desk, qtbot) -> None:
        at = desk(NOW, PRIOR, OLDER, OTHER)
        qtbot.keyClick(at.window.viewer, "p", Qt.KeyboardModifier.ShiftModifier)
        assert at.beside.beside is Beside.PRIOR
        # The same view as that in hand, not the lateral one that comes first.
        assert at.asked[-1] == "/data/2-1.dcm"
        assert at.give("/data/2-1.dcm")
        assert at.words() == ("Current 2020-04-01 08:12", "PRIOR 2019-03-02 08:12")
        assert at.stage.second.label == "PRIOR 2019-03-02 08:12"
        assert at.stage.second.image.radiograph.path == "/data/2-1.dcm"
        assert at.window.viewer.image.radiograph.path == "/data/1-0.dcm"
        assert at.window.stage_room.actions["compare"].isChecked()

    def test_another_prior_is_chosen_from_the_list(self, desk) -> None:
        at = desk(NOW, PRIOR, OLDER)
        at.beside.toggle_prior()
        assert at.stage._strip.choices() == ["2019-03-02 08:12", "2015-01-01 08:12"]
        at.stage._strip._menu.actions()[1].trigger()
        assert at.asked[-1] == "/data/3-0.dcm"
        assert at.words()[1] == "PRIOR 2015-01-01 08:12"

    @pytest.mark.parametrize(
        ("entry", "words"),
        [
            (study(6, "20200101", "P-6"), "No earlier study of this patient is in the worklist."),
            (study(6, "20200101", ""), "This study has no patient ID"),
            (study(6, "", "P-6"), "This study has no date"),
        ],
    )
    def test_where_there_is_none_it_says_so_and_changes_nothing(self, desk, entry, words) -> None:
        at = desk(entry, study(7, "20190101", "P-5"), study(8, "20190101", ""))
        at.beside.toggle_prior()
        assert at.window.viewer.said.startswith(words)
        assert at.beside.beside is Beside.NOTHING
        assert not at.stage.has_two

    def test_the_next_study_brings_its_own_prior_or_the_words_that_it_has_none(self, desk) -> None:
        at = desk(NOW, PRIOR, OTHER)
        at.beside.toggle_prior()
        at.give("/data/2-1.dcm")
        at.take(OTHER)
        assert at.stage.second.state is ViewerState.EMPTY
        assert at.stage.second.image is None
        assert at.stage.second.label == ""
        at.take(NOW)
        assert at.asked[-1] == "/data/2-1.dcm"

    def test_a_prior_under_another_name_is_marked(self, desk) -> None:
        image = PRIOR.leading
        renamed = replace(image, radiograph=replace(image.radiograph, patient_name="ROE^RICHARD"))
        at = desk(NOW, replace(PRIOR, images=(renamed,)))
        at.beside.toggle_prior()
        assert at.words()[1].endswith("name or birth date differs, check the patient")

    def test_a_prior_that_cannot_be_read_says_why(self, desk) -> None:
        at = desk(NOW, PRIOR)
        at.beside.toggle_prior()
        at.window.show_image_failure("/data/2-1.dcm", "the file is cut short")
        assert at.stage.second.state is ViewerState.FAILED
        assert at.window.viewer.image is not None

    def test_pixels_of_a_prior_that_is_no_longer_wanted_are_not_shown(self, desk) -> None:
        at = desk(NOW, PRIOR, OLDER)
        at.beside.toggle_prior()
        at.beside.close()
        assert not at.give("/data/2-1.dcm")
        assert at.asked[-1] == ""


class TestStudy:
    """S."""

    def test_two_images_of_a_study_stand_beside_each_other(self, desk, qtbot) -> None:
        at = desk(TWO_VIEWS)
        qtbot.keyClick(at.window.viewer, "s")
        assert at.asked[-1] == "/data/5-1.dcm"
        assert at.give("/data/5-1.dcm")
        assert at.words() == ("PA", "LL")
        qtbot.keyClick(at.window.viewer, "s")
        assert not at.stage.has_two
        assert at.stage.second.image is None

    def test_one_image_says_so(self, desk) -> None:
        at = desk(NOW)
        at.beside.toggle_study()
        assert at.window.viewer.said == "This study has one image only."

    def test_leafing_never_shows_the_same_image_twice(self, desk) -> None:
        at = desk(study(6, "20200101", views=("PA", "LL", "AP")))
        at.beside.toggle_study()
        at.window.desk.step_image(1)
        assert at.asked[-1] != at.window.current_path()
        here = at.window.current_path()
        for by in (1, -1, -1, 1, 1):
            at.beside.step(by)
            assert at.asked[-1] != here


class TestTogether:
    """What the two share and what they do not."""

    @pytest.fixture
    def pair(self, desk) -> Desk:
        at = desk(NOW, PRIOR)
        at.beside.toggle_prior()
        at.give("/data/2-1.dcm")
        return at

    def test_the_second_image_comes_as_the_first_is_shown_and_follows_until_unlinked(self, pair, qtbot) -> None:
        first, second = pair.window.viewer.reading, pair.stage.second.reading
        first.invert()
        assert second.display.kept.inverted
        pair.window.viewer.setFocus()
        qtbot.keyClick(pair.window.viewer, "l", Qt.KeyboardModifier.ShiftModifier)
        assert not pair.stage.is_linked
        first.invert()
        assert second.display.kept.inverted
        pair.stage._strip._linked.click()
        assert not second.display.kept.inverted

    def test_keys_belong_to_the_image_that_has_the_focus(self, pair, qtbot) -> None:
        pair.stage.set_linked(False)
        first, second = pair.window.viewer, pair.stage.second
        for here, there in ((second, first), (first, second)):
            here.setFocus()
            qtbot.waitUntil(here.hasFocus)
            before = there.reading.display.kept.inverted
            own = here.reading.display.kept.inverted
            qtbot.keyClick(here, "i")
            assert here.reading.display.kept.inverted is not own
            assert there.reading.display.kept.inverted is before

    def test_keys_pressed_in_the_list_go_to_the_image_that_was_in_hand_last(self, pair, qtbot) -> None:
        pair.stage.set_linked(False)
        pair.stage.second.setFocus()
        pair.window.worklist.view.setFocus()
        qtbot.keyClick(pair.window.worklist.view, "i")
        assert pair.stage.second.reading.display.kept.inverted
        assert not pair.window.viewer.reading.display.kept.inverted

    def test_hidden_identity_hides_both(self, pair) -> None:
        pair.window.named["hide_identity"].trigger()
        for viewer in (pair.window.viewer, pair.stage.second):
            assert viewer.corners().top_left[0] == "Identity hidden"

    def test_both_have_the_same_width(self, pair) -> None:
        assert abs(pair.window.viewer.width() - pair.stage.second.width()) <= 1

    def test_the_worklist_gives_way_and_takes_its_place_again(self, desk) -> None:
        at = desk(NOW, PRIOR)
        before = at.window.splitter.sizes()
        at.beside.toggle_prior()
        assert at.window.splitter.sizes()[1] > before[1]
        at.beside.close()
        assert at.window.splitter.sizes() == before

    @pytest.mark.parametrize("close_while_out", [False, True])
    def test_the_worklist_has_its_width_again_wherever_the_second_image_was_closed(
        self, desk, monkeypatch, close_while_out: bool
    ) -> None:
        monkeypatch.setattr(SecondScreen, "other_screen", lambda self: QGuiApplication.primaryScreen())
        at = desk(NOW, PRIOR)
        before = at.window.splitter.sizes()
        at.beside.toggle_prior()
        at.window.stage_room.second_screen.choose(True)
        if close_while_out:
            at.beside.close()
            at.window.stage_room.second_screen.choose(False)
        else:
            at.window.stage_room.second_screen.choose(False)
            at.beside.close()
        assert at.window.splitter.sizes() == before

    def test_another_folder_closes_the_second_and_forgets_measurements(self, pair) -> None:
        pair.window.set_folder("Another")
        assert not pair.stage.has_two
        assert pair.stage.second.image is None

    def test_the_menu_of_the_image_offers_it_all(self, pair, monkeypatch) -> None:
        menu = QMenu()
        pair.window.viewer.context_menu_opening.emit(menu)
        words = [action.text() for action in menu.actions()]
        assert {"Images side by side", "Compare with prior", "Link the two images"} <= set(words)
        menu.deleteLater()

    def test_a_corrected_prior_is_shown_corrected_and_its_correction_can_be_taken_back(self, pair, qtbot) -> None:
        image = next(i for i in PRIOR.images if i.path == "/data/2-1.dcm")
        pair.window.model.upsert([PRIOR.with_image(replace(image, inverted=True))])
        assert pair.stage.second._mark.words() == "Inverted, with your consent"
        with qtbot.waitSignal(pair.window.correction_undo_requested) as told:
            pair.stage.second._mark._undo.click()
        assert told.args == ["/data/2-1.dcm"]

    def test_the_full_screen_shows_both(self, pair, qtbot) -> None:
        pair.stage.second.full_screen_toggled.emit()
        assert pair.window.full_screen.is_on
        assert pair.stage.second.isVisible()
        pair.window.full_screen.leave()
