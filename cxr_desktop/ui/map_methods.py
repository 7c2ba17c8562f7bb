"""The method of heat maps that the reader chose: asks for maps of the image in view and keeps them; computes none.

Maps are kept in memory only, by image, wishes, engine and method, so that going back costs nothing.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QObject, Signal

from cxr_desktop.domain.map_method import MapMethod, MapOffer
from cxr_desktop.domain.prediction import Prediction, SaliencyMap, Status
from cxr_desktop.engine.messages import Answer, MapQuestion, ScoreRequest
from cxr_desktop.ui import reasons, wording
from cxr_desktop.ui.map_method_words import LONG_S, duration, method_name, offer_words

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
    """What the choice of methods shows. ``words`` is the line under it; ``waiting`` what stands over the image.

    ``share``, 0…1, of the work is done; ``None`` where none is done, or it is over before anybody could read that.
    """

    method: MapMethod
    offers: tuple[MapOffer, ...]
    words: str
    waiting: str = ""
    share: float | None = None


class MapMethods(QObject):
    """Signals: ``maps_wanted(MapQuestion)``, ``given_up()`` nobody waits for maps any more, ``changed()`` maps have
    come or another method was chosen: what ``shown`` and ``state`` say is new; ``advanced()`` what ``state`` says is.
    """

    maps_wanted = Signal(object)
    given_up = Signal()
    changed = Signal()
    advanced = Signal()

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._first: tuple[float, float] | None = None
        self._share, self._left = 0.0, math.nan
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

    def take_over(self, old: MapMethods) -> None:
        """Offer what ``old`` offers, by the method that the reader chose there."""
        self.set_offers(tuple(old._offers.values()))
        self.choose(old._method)

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

    def advance(self, question: MapQuestion, share: float) -> None:
        """How far a question is. How long the rest takes follows from how long the last part took."""
        if not self._is_asked(question):
            return
        now = self._clock()
        began, first = self._first = self._first or (now, share)
        self._share = share
        self._left = (now - began) * (1.0 - share) / (share - first) if share > first else math.nan
        self.advanced.emit()

    def cancel(self) -> None:
        """Do without the maps that are being computed, and show those that came with the score."""
        if self._asked is None:
            return
        self._method = MapMethod.GRAD_CAM
        self._ask()
        self.changed.emit()

    def take(self, question: MapQuestion, answer: Answer) -> None:
        """What came of a question."""
        key = self._asked
        if key is None or not self._is_asked(question):
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
        share = self._share if self._asked is not None and self._is_long(offer) else None
        return MethodState(self._method, offers, words, self._waiting_words(offer), share)

    def _is_long(self, offer: MapOffer) -> bool:
        if self._first is not None and self._clock() - self._first[0] >= LONG_S / 2:
            return True
        return self._seconds.get(self._method, offer.seconds) >= LONG_S

    def _is_asked(self, question: MapQuestion) -> bool:
        key = self._asked
        return key is not None and (question.request, question.method) == (key[1], key[4])

    def _waiting_words(self, offer: MapOffer) -> str:
        key, name = self._key(self._prediction), method_name(self._method)
        if key is None or key in self._kept:
            return ""
        if key in self._failed:
            return _tr("{0}: no map, {1}").format(name, reasons.words(self._failed[key]))
        if not self._wanted:
            return ""
        if not math.isnan(self._left):
            return _tr("{0}: {1} computed, about {2} left").format(
                name, wording.percent(self._share), duration(self._left)
            )
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
        self._first, self._share, self._left = None, 0.0, math.nan
        if key is not None:
            self.maps_wanted.emit(MapQuestion(key[1], key[4]))
