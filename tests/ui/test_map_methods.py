"""The method of the heat map: asked for once, kept, given up when the reader goes on, greyed where it cannot be had."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from cxr_desktop.domain.map_method import MapMethod, MapOffer
from cxr_desktop.engine.messages import Answer, MapQuestion
from cxr_desktop.ui.map_method_words import method_about, method_name, offer_words
from cxr_desktop.ui.map_methods import KEPT, MapMethods, request_of
from tests.ui.entries import SCORED_BY, entry, prediction

OFFERS = tuple(MapOffer(m, 2.6 if m is MapMethod.SCORE_CAM else 0.02) for m in MapMethod)
NO_TORCH = "needs torch"


class Bench:
    """The choice of methods, and everything that it asked for."""

    def __init__(self) -> None:
        self.asked: list[MapQuestion] = []
        self.given_up = 0
        self.changes = 0
        self.methods = MapMethods()
        self.methods.maps_wanted.connect(self.asked.append)
        self.methods.given_up.connect(self._on_given_up)
        self.methods.changed.connect(self._on_changed)
        self.methods.set_offers(OFFERS)

    def _on_given_up(self) -> None:
        self.given_up += 1

    def _on_changed(self) -> None:
        self.changes += 1

    def answer(self, seconds: float = 1.5) -> None:
        question = self.asked[-1]
        maps = tuple(
            replace(m, method=question.method.value) for m in prediction(question.request.path, 0.9, peak=0.25).maps
        )
        self.methods.take(question, Answer(maps=maps, seconds=seconds, model_digest=SCORED_BY.model_digest))


@pytest.fixture
def bench(qapp) -> Bench:
    return Bench()


ONE = prediction("/one", 0.9, content_hash="1" * 64)
TWO = prediction("/two", 0.9, content_hash="2" * 64)


def test_grad_cam_comes_with_the_score_and_is_never_asked_for(bench):
    bench.methods.set_prediction(ONE)
    assert bench.asked == []
    assert bench.methods.shown(ONE) is ONE
    assert bench.methods.state().waiting == ""


def test_another_method_is_asked_for_once_and_its_maps_stand_in_for_the_results_own(bench):
    bench.methods.set_prediction(ONE)
    bench.methods.choose(MapMethod.LAYER_CAM)
    assert bench.asked == [MapQuestion(request_of(ONE), MapMethod.LAYER_CAM)]
    assert bench.methods.shown(ONE).maps == ()
    assert bench.methods.state().waiting == "LayerCAM: being computed, about 0.02 s"
    bench.answer()
    assert [m.method for m in bench.methods.shown(ONE).maps] == ["layercam"] * 4
    assert bench.methods.shown(ONE).probabilities == ONE.probabilities
    assert bench.methods.state().waiting == ""
    assert bench.methods.state().words.endswith("Took 1.5 s.")
    bench.methods.choose(MapMethod.GRAD_CAM)
    bench.methods.choose(MapMethod.LAYER_CAM)
    assert len(bench.asked) == 1


def test_what_takes_long_says_how_far_it_is_and_how_long_the_rest_takes(qapp):
    bench, now = Bench(), [100.0]
    bench.methods._clock = lambda: now[0]
    told = []
    bench.methods.advanced.connect(lambda: told.append(bench.methods.state()))
    bench.methods.set_prediction(ONE)
    bench.methods.choose(MapMethod.SCORE_CAM)
    assert (bench.methods.state().share, bench.methods.state().waiting) == (
        0.0,
        "Score-CAM: being computed, about 2.6 s",
    )
    question = bench.asked[-1]
    bench.methods.advance(question, 0.1)
    now[0] += 1.5
    bench.methods.advance(question, 0.4)
    assert (told[-1].share, told[-1].waiting) == (0.4, "Score-CAM: 40\u00a0% computed, about 3.0 s left")
    bench.methods.advance(replace(question, method=MapMethod.LAYER_CAM), 0.9)
    assert len(told) == 2
    bench.answer()
    assert (bench.methods.state().share, bench.methods.state().waiting) == (None, "")


def test_what_is_over_at_once_shows_no_progress(bench):
    bench.methods.set_prediction(ONE)
    bench.methods.choose(MapMethod.LAYER_CAM)
    bench.methods.advance(bench.asked[-1], 0.5)
    assert bench.methods.state().share is None


def test_a_map_that_takes_too_long_is_cancelled_and_the_scores_own_comes_back(bench):
    bench.methods.set_prediction(ONE)
    bench.methods.choose(MapMethod.SCORE_CAM)
    first = bench.asked[-1]
    bench.methods.advance(first, 0.5)
    bench.methods.cancel()
    assert (bench.given_up, bench.methods.method, bench.methods.shown(ONE)) == (1, MapMethod.GRAD_CAM, ONE)
    assert (bench.methods.state().share, bench.methods.state().waiting) == (None, "")
    bench.methods.advance(first, 0.9)
    bench.methods.take(first, Answer(maps=ONE.maps, model_digest=SCORED_BY.model_digest))
    assert bench.methods.state().share is None
    bench.methods.choose(MapMethod.SCORE_CAM)
    assert len(bench.asked) == 2
    assert bench.methods.state().share == 0.0
    bench.methods.cancel()
    bench.methods.cancel()
    assert bench.given_up == 2


def test_the_window_shows_progress_with_a_way_out_by_button_and_key(qtbot, make_window):
    window = make_window([entry(0, 0.9), entry(1, 0.8)])
    methods, progress = window.desk.methods, window.findings.heat_map.progress
    methods.set_offers(OFFERS)
    window.worklist.view.select_row(0)
    assert (progress.share(), window.named["stop_map"].isEnabled()) == (None, False)
    for cancel in (
        lambda: qtbot.mouseClick(progress.cancel, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(
            window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        ),
    ):
        asked = []
        methods.maps_wanted.connect(asked.append)
        methods.choose(MapMethod.SCORE_CAM)
        methods.advance(asked[-1], 0.25)
        assert (progress.share(), window.named["stop_map"].isEnabled()) == (0.25, True)
        with qtbot.waitSignal(methods.given_up):
            cancel()
        assert (progress.share(), window.named["stop_map"].isEnabled()) == (None, False)
        assert window.findings.heat_map.controls.methods.currentData() == MapMethod.GRAD_CAM


def test_going_on_to_another_image_gives_up_and_asks_for_that_one(bench):
    bench.methods.set_prediction(ONE)
    bench.methods.choose(MapMethod.SCORE_CAM)
    bench.methods.set_prediction(TWO)
    assert [question.request.path for question in bench.asked] == ["/one", "/two"]
    first = bench.asked[0]
    bench.methods.take(first, Answer(maps=ONE.maps))  # too late
    assert bench.methods.shown(ONE).maps == ()
    bench.methods.set_prediction(None)
    assert bench.given_up == 1


def test_what_is_switched_off_is_not_computed(bench):
    bench.methods.set_wanted(False)
    bench.methods.set_prediction(ONE)
    bench.methods.choose(MapMethod.SCORE_CAM)
    assert bench.asked == []
    assert bench.methods.state().waiting == ""
    bench.methods.set_wanted(True)
    assert len(bench.asked) == 1
    bench.methods.set_wanted(False)
    assert bench.given_up == 1


def test_a_failure_says_why_and_is_not_asked_for_again_until_the_reader_asks(bench):
    bench.methods.set_prediction(ONE)
    bench.methods.choose(MapMethod.EIGEN_CAM)
    bench.methods.take(bench.asked[-1], Answer(reason="the file cannot be opened"))
    assert bench.methods.state().waiting == "Eigen-CAM: no map, the file cannot be opened"
    bench.methods.set_prediction(ONE)
    assert len(bench.asked) == 1
    bench.methods.choose(MapMethod.LAYER_CAM)
    bench.methods.choose(MapMethod.EIGEN_CAM)
    assert len(bench.asked) == 3


def test_a_turned_image_or_another_model_has_maps_of_its_own(bench):
    bench.methods.choose(MapMethod.LAYER_CAM)
    for changed in (ONE, replace(ONE, quarter_turns=1), replace(ONE, scored_by=replace(ONE.scored_by, device="cuda"))):
        bench.methods.set_prediction(changed)
        bench.answer()
    assert len(bench.asked) == 3
    bench.methods.set_prediction(ONE)
    assert len(bench.asked) == 3


def test_maps_of_another_model_are_not_shown_as_this_ones(bench):
    bench.methods.set_prediction(ONE)
    bench.methods.choose(MapMethod.LAYER_CAM)
    bench.methods.take(bench.asked[-1], Answer(maps=ONE.maps, model_digest="of another model"))
    assert bench.methods.shown(ONE).maps == ()
    assert bench.methods.state().waiting == "LayerCAM: no map, the model has been changed"


def test_memory_does_not_grow_with_the_session(bench):
    bench.methods.choose(MapMethod.LAYER_CAM)
    for number in range(KEPT + 5):
        bench.methods.set_prediction(replace(ONE, content_hash=f"{number:064}"))
        bench.answer()
    bench.methods.set_prediction(replace(ONE, content_hash=f"{0:064}"))
    assert len(bench.asked) == KEPT + 6  # the first had been forgotten


def test_stepping_passes_what_cannot_be_had(bench):
    gone = {MapMethod.GRAD_CAM_PLUS_PLUS, MapMethod.XGRAD_CAM}
    bench.methods.set_offers(tuple(replace(o, reason=NO_TORCH if o.method in gone else "") for o in OFFERS))
    bench.methods.step()
    assert bench.methods.method is MapMethod.HIRES_CAM
    bench.methods.choose(MapMethod.XGRAD_CAM)
    assert bench.methods.method is MapMethod.HIRES_CAM
    words = {offer.method: offer_words(offer) for offer in bench.methods.state().offers}
    assert words[MapMethod.XGRAD_CAM] == "Not available: needs torch."
    bench.methods.set_offers(tuple(replace(o, reason=NO_TORCH) for o in OFFERS))
    assert bench.methods.method is MapMethod.GRAD_CAM


def test_before_the_engine_has_said_what_it_has_everything_else_waits(qapp):
    state = MapMethods().state()
    assert [offer.method for offer in state.offers if not offer.reason] == [MapMethod.GRAD_CAM]
    assert state.words == "What each place adds to the logit. Comes with every score."


def test_every_method_says_what_it_shows_its_scale_and_its_cost():
    for method in MapMethod:
        assert method_name(method)
        words = offer_words(MapOffer(method, 34.0, same_as_grad_cam=method is MapMethod.HIRES_CAM))
        assert words.startswith(method_about(method))
        assert ("Relative scale" in words) is not method.is_absolute
        assert words.endswith("Comes with every score." if method is MapMethod.GRAD_CAM else "About 34 s.")
        assert ("the same map as Grad-CAM" in words) is (method is MapMethod.HIRES_CAM)
