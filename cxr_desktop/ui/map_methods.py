"""The method of heat maps that the reader chose: asks for maps of the image in view and keeps them; computes none.

Maps are kept in memory only, by image, wishes, engine and method, so that going back costs nothing.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QObject, Signal

from cxr_desktop.domain.map_method import MapMethod, MapOffer
from cxr_desktop.domain.prediction import Prediction, SaliencyMap, Status
from cxr_desktop.engine.messages import Answer, MapQuestion, ScoreRequest
from cxr_desktop.ui import reasons
from cxr_desktop.ui.map_method_words import duration, method_name, offer_words

KEPT = 64
"""Sets of maps; one of four classes is a few kilobytes."""

_Key = tuple[str, ScoreRequest, str, str, MapMethod]
"""Content hash, wishes, digest of the model, engine, method."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("map_method", text)


def request_of(prediction: Prediction) -> ScoreRequest:
    """The same image with the same wishes."""
    return ScoreRequest(prediction.path, prediction.override, prediction.quarter_turns, prediction.inverted)


@dataclass(frozen=True, slots=True)
class MethodState:
    """What the choice of methods shows. ``words`` is the line under it; ``waiting`` what stands over the image."""

    method: MapMethod
    offers: tuple[MapOffer, ...]
    words: str
    waiting: str = ""


class MapMethods(QObject):
    """Signals: ``maps_wanted(MapQuestion)``, ``given_up()`` nobody waits for maps any more, ``changed()`` maps have
    come or another method was chosen: what ``shown`` and ``state`` say is new.
    """

    maps_wanted = Signal(object)
    given_up = Signal()
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._method = MapMethod.GRAD_CAM
        self._offers: dict[MapMethod, MapOffer] = {}
        self._kept: OrderedDict[_Key, tuple[SaliencyMap, ...]] = OrderedDict()
        self._seconds: dict[MapMethod, float] = {}
        self._failed: dict[_Key, str] = {}
        self._prediction: Prediction | None = None
        self._asked: _Key | None = None
        self._wanted = True

    # --- what it is told

    def set_offers(self, offers: tuple[MapOffer, ...]) -> None:
        """What the engine has for the model that is loaded."""
        self._offers = {offer.method: offer for offer in offers}
        self._seconds.clear()
        self._failed.clear()
        if self._is_missing(self._method):
            self._method = MapMethod.GRAD_CAM
        self._ask()
        self.changed.emit()

    def choose(self, method: MapMethod) -> None:
        """Another method; one that cannot be had changes nothing."""
        if method is self._method or self._is_missing(method):
            return
        self._method = method
        self._failed.clear()
        self._ask()
        self.changed.emit()

    def step(self) -> None:
        """To the next method that can be had."""
        order = [m for m in MapMethod if not self._is_missing(m)]
        self.choose(order[(order.index(self._method) + 1) % len(order)])

    def set_wanted(self, wanted: bool) -> None:
        """Whether maps are shown at all; none is computed for a reader who has switched them off."""
        self._wanted = wanted
        self._ask()

    def set_prediction(self, prediction: Prediction | None) -> None:
        """The result of the image in view."""
        self._prediction = prediction
        self._ask()

    def take(self, question: MapQuestion, answer: Answer) -> None:
        """What came of a question."""
        key = self._asked
        if key is None or (question.request, question.method) != (key[1], key[4]):
            return
        self._asked = None
        if answer.maps and answer.model_digest != key[2]:
            self._failed[key] = _tr("the model has been changed")
        elif answer.maps:
            self._kept[key] = answer.maps
            self._seconds[question.method] = answer.seconds
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        else:
            self._failed[key] = answer.reason
        self.changed.emit()

    # --- what it says

    @property
    def method(self) -> MapMethod:
        """The one that is chosen."""
        return self._method

    def shown(self, prediction: Prediction | None) -> Prediction | None:
        """The result with the maps of the chosen method in place of its own; with none while they are computed."""
        key = self._key(prediction)
        if prediction is None or key is None:
            return prediction
        return replace(prediction, maps=self._kept.get(key, ()))

    def state(self) -> MethodState:
        """For the panel and the image."""
        offers = tuple(self._offers.get(m, MapOffer(m, reason=self._why_missing(m))) for m in MapMethod)
        offer = next(each for each in offers if each.method is self._method)
        words = offer_words(offer, self._seconds.get(self._method))
        return MethodState(self._method, offers, words, self._waiting_words(offer))

    def _waiting_words(self, offer: MapOffer) -> str:
        key, name = self._key(self._prediction), method_name(self._method)
        if key is None or key in self._kept:
            return ""
        if key in self._failed:
            return _tr("{0}: no map, {1}").format(name, reasons.words(self._failed[key]))
        if not self._wanted:
            return ""
        expected = self._seconds.get(self._method, offer.seconds)
        return _tr("{0}: being computed, about {1}").format(name, duration(expected))

    def _why_missing(self, method: MapMethod) -> str:
        return "" if method is MapMethod.GRAD_CAM else _tr("the scoring engine is starting")

    def _is_missing(self, method: MapMethod) -> bool:
        offer = self._offers.get(method)
        return method is not MapMethod.GRAD_CAM and (offer is None or bool(offer.reason))

    # --- how it asks

    def _key(self, prediction: Prediction | None) -> _Key | None:
        """``None`` where the result's own maps are the ones to show."""
        if prediction is None or prediction.status is not Status.SCORED or prediction.scored_by is None:
            return None
        if self._method is MapMethod.GRAD_CAM:
            return None
        by = prediction.scored_by
        return prediction.content_hash, request_of(prediction), by.model_digest, by.key, self._method

    def _ask(self) -> None:
        key = self._key(self._prediction) if self._wanted else None
        if key is not None and (key in self._kept or key in self._failed):
            key = None
        if key == self._asked:
            return
        if self._asked is not None and key is None:
            self.given_up.emit()
        self._asked = key
        if key is not None:
            self.maps_wanted.emit(MapQuestion(key[1], key[4]))
