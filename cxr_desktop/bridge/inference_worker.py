"""The thread that owns the engine process and keeps it fed; knows files and predictions, no widget and no database."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QThread, Signal

from cxr_desktop.bridge.pace import Pace, Progress
from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.prediction import Prediction, ScoredBy
from cxr_desktop.engine.keeper import EngineFactory, EngineKeeper, Life, Outcome
from cxr_desktop.engine.messages import Question, ScoreRequest
from cxr_desktop.engine.model_folders import ModelFolders

log = logging.getLogger(__name__)

BEAT_S = 0.1
"""Between two looks at the engine: results are shown at most 20 times a second, and the window's thread keeps the
interpreter for itself in between. Commands do not wait for it."""
_IDLE_BEAT_S = 0.5
_FEWEST, _MOST = 32, 256


class Phase(StrEnum):
    """What scoring is doing."""

    OFF = "off"
    STARTING = "starting"
    IDLE = "idle"
    SCORING = "scoring"
    PAUSED = "paused"
    RESTARTING = "restarting"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class EngineState:
    """``words`` is one plain phrase; ``device`` is like "cpu fp32", "" where nothing is known yet."""

    phase: Phase
    words: str
    device: str = ""
    scored_by: ScoredBy | None = None


class InferenceWorker(QThread):
    """All public methods return at once and may be called from any thread.

    ``record(predictions)`` is called in this thread with results before they are shown; when it returns they are
    kept. Signals come from this thread:

    - ``ready(ScoredBy, ModelCard)``: a model is loaded; again where the device had to be changed
    - ``state_changed(EngineState)``
    - ``job_started(list[str])``, ``job_returned(list[str])``: paths that are being scored; paths that were and wait
      again. Connect both with Qt.DirectConnection to something thread-safe, so that they keep their order with
      ``record`` (``wiring.connect_scoring`` does).
    - ``predictions_ready(list[Prediction])``, at most 20 times a second
    - ``progress(Progress)``
    - ``warning(str)``: one sentence for the reader
    - ``answered(Question, Answer)``: what came of a question
    - ``question_advanced(Question, float)``: the share of the work on a question that is done, 0…1
    - ``maps_offered(tuple[MapOffer, ...])``: ways to compute heat maps with the model that is loaded
    """

    ready = Signal(object, object)
    state_changed = Signal(object)
    job_started = Signal(list)
    job_returned = Signal(list)
    predictions_ready = Signal(list)
    progress = Signal(object)
    warning = Signal(str)
    answered = Signal(object, object)
    question_advanced = Signal(object, float)
    maps_offered = Signal(object)

    def __init__(
        self,
        engine_factory: EngineFactory,
        record: Callable[[Sequence[Prediction]], None],
        seconds_per_file: float = 60.0,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """``engine_factory(model_folders)`` makes an ``EngineProcess`` that was not started yet."""
        super().__init__(parent)
        self.setObjectName("inference")
        self._record = record
        self._keeper = EngineKeeper(engine_factory, seconds_per_file)
        self._pace = Pace(clock)
        self._clock = clock
        self._commands: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._folders: ModelFolders | None = None
        self._paused = False
        self._stopping = False
        self._last_beat = -1.0
        self._state = EngineState(Phase.OFF, "")
        self._progress = Progress(0, 0)

    # From any thread --------------------------------------------------------------------------------------------

    def set_model(self, folders: ModelFolders) -> None:
        """Score with these models from now on; the engine is started, or started anew. What waits is kept."""
        self._commands.put(lambda: self._set_model(folders))

    def restart(self, seconds_per_file: float | None = None) -> None:
        """Start the engine again, after it failed or because its limits have changed."""
        self._commands.put(lambda: self._restart(seconds_per_file))

    def enqueue(self, requests: Sequence[ScoreRequest]) -> None:
        """Score these, behind what waits. A path that is being scored right now is scored again."""
        self._commands.put(lambda: self._keeper.enqueue(requests))

    def rescore(self, request: ScoreRequest) -> None:
        """Score one file with the reader's wishes, before all others."""
        self._commands.put(lambda: self._enqueue_first(request))

    def set_focus(self, paths: Sequence[str]) -> None:
        """The images of the open study: they come first."""
        self._commands.put(lambda: self._set_focus(paths))

    def set_visible(self, paths: Sequence[str]) -> None:
        """The images of the rows on the screen: they come second."""
        self._commands.put(lambda: self._keeper.queue.set_visible(paths))

    def ask(self, question: Question) -> None:
        """About the image in view, beside the queue; a newer question of a kind takes the older one's place."""
        self._commands.put(lambda: self._tell(self._keeper.ask(question)))

    def withdraw_question(self, kind: type[Question]) -> None:
        """The reader went on: what was asked of this kind is not answered any more."""
        self._commands.put(lambda: self._keeper.withdraw_question(kind))

    def pause(self) -> None:
        """Begin no further file. What is being computed is finished and kept."""
        self._commands.put(lambda: self._set_paused(True))

    def resume(self) -> None:
        """Go on."""
        self._commands.put(lambda: self._set_paused(False))

    def cancel(self) -> None:
        """Forget all files that wait. What is being computed is finished and kept."""
        self._commands.put(self._cancel)

    def stop(self, timeout_s: float = 5.0) -> bool:
        """End the engine process and this thread, and wait for it. Results that are ready are recorded first."""
        self._commands.put(self._stop)
        return self.wait(int(timeout_s * 1000))

    # In this thread ---------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Commands as they come; a look at the engine every beat."""
        while not self._stopping:
            self._obey()
            if self._clock() - self._last_beat >= BEAT_S or self._stopping:
                self._beat()
        self._show(self._keeper.look())
        self._tell(self._keeper.stop())
        self._tell_state()

    def _obey(self) -> None:
        keeper = self._keeper
        waits = keeper.life in (Life.OFF, Life.FAILED) or (
            keeper.life is Life.READY and not keeper.in_flight and not len(keeper.desk)
        )
        try:
            command = self._commands.get(timeout=_IDLE_BEAT_S if waits else BEAT_S)
            while True:
                command()
                command = self._commands.get_nowait()
        except Empty:
            pass
        self._feed()
        self._tell_progress(0)

    def _beat(self) -> None:
        self._last_beat = self._clock()
        self._show(self._keeper.look())
        self._feed()
        self._tell_state()

    def _feed(self) -> None:
        if self._paused:
            return
        # About a second and a half of work: enough to keep decoder and model busy, little enough to be taken back.
        self._keeper.feed(max(_FEWEST, min(_MOST, round(self._pace.rate * 1.5))))

    def _show(self, outcome: Outcome) -> None:
        """Record, then show: a number that a reader saw is never lost."""
        if outcome.ready is not None:
            self.ready.emit(outcome.ready.scored_by, outcome.ready.card)
            self.maps_offered.emit(outcome.ready.offers)
        self._tell(outcome)
        if outcome.done:
            try:
                self._record(outcome.done)
            except CxrError as error:
                self.warning.emit(str(error))
            self.predictions_ready.emit(outcome.done)
        self._tell_progress(len(outcome.done))

    def _tell(self, outcome: Outcome) -> None:
        done = {prediction.path for prediction in outcome.done}  # begun and ready within one beat
        started = [path for path in outcome.started if path not in done]
        if started:
            self.job_started.emit(started)
        if outcome.returned:
            self.job_returned.emit(outcome.returned)
        for text in outcome.warnings:
            self.warning.emit(text)
        for question, share in outcome.advanced:
            self.question_advanced.emit(question, share)
        for question, answer in outcome.answers:
            self.answered.emit(question, answer)

    def _tell_progress(self, done: int) -> None:
        keeper = self._keeper
        left = keeper.waiting + keeper.in_flight
        if keeper.life is Life.READY and keeper.in_flight:
            self._pace.begin_work()
        else:
            self._pace.end_work()
        self._pace.note(done, left)
        progress = self._pace.progress
        if (progress.done, progress.total) != (self._progress.done, self._progress.total):
            self._progress = progress
            self.progress.emit(progress)

    def _tell_state(self) -> None:
        state = self._describe()
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _describe(self) -> EngineState:
        keeper = self._keeper
        by = keeper.scored_by
        device = f"{by.device} {by.precision}" if by else ""
        if keeper.life is Life.OFF:
            return EngineState(Phase.OFF, "", device, by)
        if keeper.life is Life.FAILED:
            return EngineState(Phase.FAILED, f"Scoring stopped: {keeper.failure}", device, by)
        if self._paused:
            return EngineState(Phase.PAUSED, "Paused", device, by)
        if keeper.life is Life.STARTING:
            return EngineState(Phase.STARTING, "Starting the scoring engine", device, by)
        if keeper.life is Life.RESTARTING:
            return EngineState(Phase.RESTARTING, "Starting the scoring engine again", device, by)
        if keeper.in_flight or keeper.waiting:
            return EngineState(Phase.SCORING, "Scoring", device, by)
        return EngineState(Phase.IDLE, "", device, by)

    def _set_model(self, folders: ModelFolders | None) -> None:
        if folders is None:
            return
        self._folders = folders
        self._tell(self._keeper.start(folders))
        self._tell_state()

    def _restart(self, seconds_per_file: float | None) -> None:
        if seconds_per_file is not None:
            self._keeper.seconds_per_file = seconds_per_file
        self._set_model(self._folders)

    def _enqueue_first(self, request: ScoreRequest) -> None:
        self._keeper.enqueue([request], first=True)
        self._keeper.withdraw()

    def _set_focus(self, paths: Sequence[str]) -> None:
        self._keeper.queue.set_focus(paths)
        if not self._paused and self._keeper.queue.wants_now():
            # What was given out and not begun comes back and goes again, behind the image that is looked at.
            self._keeper.withdraw()

    def _set_paused(self, paused: bool) -> None:
        self._paused = paused
        if paused:
            self._keeper.withdraw()
        self._tell_state()

    def _cancel(self) -> None:
        self._tell(Outcome(returned=self._keeper.cancel()))

    def _stop(self) -> None:
        self._stopping = True
