"""Seconds of every heat map method and of the test for shortcuts, for one image, by each triage model that ships.

Beside the measured time stands what the engine estimates when it starts: passes through the network times one pass.
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
            print(f"{name}: {'method':<14}{'measured':>10}{'estimated':>11}")
            for method in MapMethod:
                rounds = 1 if short or method is MapMethod.SCORE_CAM else 3
                taken = [examiner.answer(MapQuestion(request, method), _goes_on).seconds for _ in range(rounds)]
                estimate = offers[method].seconds
                print(f"{'':{len(name) + 2}}{method:<14}{statistics.median(taken):>8.2f} s{estimate:>9.3f} s")
            started = time.perf_counter()
            examiner.answer(ShortcutQuestion(request), _goes_on)
            print(f"{'':{len(name) + 2}}{'shortcut test':<14}{time.perf_counter() - started:>8.2f} s")
