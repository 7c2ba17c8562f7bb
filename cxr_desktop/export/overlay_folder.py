"""One overlay for each scored image, drawn and written by threads while others are scored; knows no engine, no file."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType

import imagecodecs
import numpy as np

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.export.atomic_file import write_bytes
from cxr_desktop.export.overlay_png import MAX_SIDE, MIN_SIDE, compose_frame
from cxr_desktop.export.pictures import Frame, resized

_THREADS = 2
_SUB = 16
"""PNG_FILTER_SUB of libpng: each byte less the one to its left."""
_AHEAD = 8
"""Pictures that may wait: whoever brings more waits for the oldest, so memory does not grow with the folder."""


class OverlayFolder:
    """A context manager; leaving it waits for what is being written."""

    def __init__(self, card: ModelCard, outline: bool = False) -> None:
        self._card, self._outline = card, outline
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="overlay")
        self._waiting: deque[Future[None]] = deque()

    def __enter__(self) -> OverlayFolder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=kind is not None)
        if kind is None:
            self._wait_for(0)

    def add(self, grey: Frame, prediction: Prediction, target: Path) -> None:
        """Draw the map of ``prediction`` over ``grey`` and write it as ``target``.

        Raises ``OSError`` where an earlier one could not be written; so does the end of the context.
        """
        self._waiting.append(self._pool.submit(self._write, grey, prediction, target))
        self._wait_for(_AHEAD)

    def _wait_for(self, most: int) -> None:
        while len(self._waiting) > most:
            self._waiting.popleft().result()

    def _write(self, grey: Frame, prediction: Prediction, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        shown = resized(grey, MIN_SIDE, MAX_SIDE)
        picture = compose_frame(shown, prediction, self._card, prediction.risk_finding, outline=self._outline)
        # Half the time of Pillow at the same level, which tries five filters for every line: 12 ms, 10 % more space.
        write_bytes(target, bytes(imagecodecs.png_encode(np.asarray(picture), level=1, filter=_SUB)))
