"""Which file is scored next: what the reader looks at, then what is on the screen, then as it came; knows no engine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice

from cxr_desktop.engine.messages import ScoreRequest


class ScoringQueue:
    """At most one request per path; a newer one takes the place of an older. Used from one thread."""

    def __init__(self) -> None:
        self._asked_for: dict[str, ScoreRequest] = {}
        self._returned: dict[str, ScoreRequest] = {}
        self._arrived: dict[str, ScoreRequest] = {}
        self._last: dict[str, ScoreRequest] = {}
        self._lanes = (self._asked_for, self._returned, self._arrived, self._last)
        self._focus: tuple[str, ...] = ()
        self._visible: tuple[str, ...] = ()

    def __len__(self) -> int:
        return sum(map(len, self._lanes))

    def __contains__(self, path: object) -> bool:
        return any(path in lane for lane in self._lanes)

    def add(self, requests: Iterable[ScoreRequest]) -> None:
        """Behind what waits already; a request for a path that waits keeps its place."""
        for request in requests:
            lane = next((lane for lane in self._lanes if request.path in lane), self._arrived)
            lane[request.path] = request

    def add_first(self, request: ScoreRequest) -> None:
        """The reader asked for this one: before everything else that nobody looks at."""
        for lane in self._lanes:
            lane.pop(request.path, None)
        self._asked_for[request.path] = request

    def put_back(self, requests: Iterable[ScoreRequest]) -> None:
        """Before all others of their rank: they had their turn and were not answered. A newer wish is kept."""
        back = {request.path: request for request in requests if request.path not in self}
        rest = dict(self._returned)
        self._returned.clear()
        self._returned.update(back | rest)

    def put_last(self, request: ScoreRequest) -> None:
        """After everything else, unless the reader looks at it. A newer wish is kept."""
        if request.path not in self:
            self._last[request.path] = request

    def set_focus(self, paths: Sequence[str]) -> None:
        """The images of the study that is open, most wanted first."""
        self._focus = tuple(paths)

    def set_visible(self, paths: Sequence[str]) -> None:
        """The images of the rows on the screen, from top to bottom."""
        self._visible = tuple(paths)

    def wants_now(self) -> bool:
        """Does an image wait that the reader looks at?"""
        return any(path in self for path in self._focus)

    def take(self, count: int) -> list[ScoreRequest]:
        """Remove and return the next requests."""
        looked_at = (path for path in chain(self._focus, self._visible) if path in self)
        order = chain(looked_at, *self._lanes)
        paths = list(islice(dict.fromkeys(islice(order, count + len(self._focus) + len(self._visible))), count))
        return [self._pop(path) for path in paths]

    def clear(self) -> list[str]:
        """Forget everything; returns the paths that waited."""
        paths = list(chain(*self._lanes))
        for lane in self._lanes:
            lane.clear()
        return paths

    def _pop(self, path: str) -> ScoreRequest:
        lane = next(lane for lane in self._lanes if path in lane)
        return lane.pop(path)
