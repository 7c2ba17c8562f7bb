"""Seconds of every heat map method and of the test for shortcuts, for one image, by each triage model that ships.

Beside the measured time stands what the engine estimates when it starts: passes through the network times one pass;
and the longest time between two looks whether anybody still waits, after which a map that was cancelled ends.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from cxr_desktop import paths
from cxr_desktop.domain.map_method import MapMethod
from cxr_desktop.engine.checkpoint import list_models
from cxr_desktop.engine.messages import MapQuestion, ScoreRequest, ShortcutQuestion
from cxr_desktop.engine.model_lookup import find_folders
from cxr_desktop.engine.scorer import Scorer


def _goes_on(share: float) -> None:
    """Nobody withdraws anything here."""


class _Looks:
    """The longest time between two looks, in seconds."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()

    def __call__(self, share: float) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def _film(folder: Path) -> str:
    """A synthetic frontal radiograph."""
    from cxr_desktop.phantom.demo_folder import write_demo_folder

    write_demo_folder(folder)
    return str(sorted(folder.rglob("*.png"))[0])


def main(short: bool = False, arguments: list[str] | None = None) -> None:
    """Print a line for each method of each model."""
    dirs = paths.checkpoint_dirs()
    names = [card.name for card in list_models(dirs)][: 1 if short else None]
    with tempfile.TemporaryDirectory() as folder:
        request = ScoreRequest(_film(Path(folder)), override=True)
        for name in names:
            scorer = Scorer(find_folders(name, dirs).folders, "cpu")
            examiner, offers = scorer.examiner(), {offer.method: offer for offer in scorer.map_offers()}
            examiner.answer(MapQuestion(request, MapMethod.GRAD_CAM), _goes_on)  # loads the model
            print(f"{name}: {'method':<14}{'measured':>10}{'estimated':>11}{'cancelled':>11}")
            for method in MapMethod:
                rounds = 1 if short or method is MapMethod.SCORE_CAM else 3
                looks = _Looks()
                taken = [examiner.answer(MapQuestion(request, method), looks).seconds for _ in range(rounds)]
                looks(1.0)
                estimate = offers[method].seconds
                row = f"{statistics.median(taken):>8.2f} s{estimate:>9.3f} s{looks.longest:>9.2f} s"
                print(f"{'':{len(name) + 2}}{method:<14}{row}")
            started = time.perf_counter()
            examiner.answer(ShortcutQuestion(request), _goes_on)
            print(f"{'':{len(name) + 2}}{'shortcut test':<14}{time.perf_counter() - started:>8.2f} s")
