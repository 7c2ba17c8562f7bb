"""The engine's side of the pipe: loads the model, works through jobs, ends when the pipe closes; knows no window."""

from __future__ import annotations

import faulthandler
import logging
import os
import signal
import sys
import threading
import warnings
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from cxr_desktop import paths
from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine.messages import (
    Answer,
    Answered,
    EngineFailed,
    EngineReady,
    EngineWarning,
    JobDone,
    JobsCancelled,
    JobStarted,
    Question,
    QuestionAdvanced,
    ScoreRequest,
)
from cxr_desktop.engine.model_folders import ModelFolders
from cxr_desktop.engine.pipeline import Pipeline
from cxr_desktop.engine.process_memory import forbid_core_files, limit_growth
from cxr_desktop.engine.questions import Questions
from cxr_desktop.imaging.budget import ReadBudget

if TYPE_CHECKING:
    from cxr_desktop.engine.examiner import Examiner
    from cxr_desktop.engine.preparation import Prepared
    from cxr_desktop.engine.scorer import Scored

log = logging.getLogger(__name__)

_NICENESS = 10
_ROOM_FOR_QUESTIONS = 2 << 30
"""torch, where a reader asks for a heat map that needs it. The parent looks at what is in use and is stricter."""


@dataclass(frozen=True, slots=True)
class EngineConfig:
    """What a child needs to start."""

    folders: ModelFolders
    device: str
    budget: ReadBudget | None = None
    log_level: int = logging.WARNING


@dataclass(frozen=True, slots=True)
class Submit:
    """Parent → child: score these, in this order."""

    jobs: tuple[tuple[int, ScoreRequest], ...]


@dataclass(frozen=True, slots=True)
class Cancel:
    """Parent → child: forget what has not started."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Parent → child: a question about one image, answered beside the queue."""

    question_id: int
    question: Question


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Parent → child: nobody waits for this answer any more."""

    question_id: int


@dataclass(frozen=True, slots=True)
class LogLine:
    """Child → parent: one record for the parent's log."""

    level: int
    logger: str
    text: str


class _Line:
    """The pipe, written by several threads. Once the parent is gone there is nothing left to live for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()

    def send(self, message: object) -> None:
        try:
            with self._lock:
                self._connection.send(message)
        except OSError:
            os._exit(0)

    def receive(self) -> Any:
        try:
            return self._connection.recv()
        except (EOFError, OSError):
            # Not sys.exit: this thread must end the process even while another one computes.
            os._exit(0)


class _ToParent(logging.Handler):
    def __init__(self, line: _Line) -> None:
        super().__init__()
        self._line = line

    def emit(self, record: logging.LogRecord) -> None:
        self._line.send(LogLine(record.levelno, record.name, record.getMessage()))


def run(connection: Connection, config: EngineConfig) -> None:
    """Main function of the child process. Never returns while the pipe is open and the model works."""
    _lower_priority()
    forbid_core_files()
    # Ctrl-C in a terminal reaches the whole group; the parent decides when the engine ends, by closing the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    line = _Line(connection)
    _keep_fault_traces()
    _log_to_parent(line, config.log_level)
    pipeline: Pipeline[ScoreRequest, Prepared, Scored] = Pipeline(lambda job: line.send(JobStarted(job)))
    questions = Questions()
    threading.Thread(target=_listen, args=(line, pipeline, questions), name="listen", daemon=True).start()
    try:
        _load_and_work(line, pipeline, questions, config)
    except CxrError as error:
        line.send(EngineFailed(str(error)))
    except Exception as error:
        # The name of a missing module is no name of a patient, and the installation cannot be mended without it.
        missing = f" ({error.name})" if isinstance(error, ImportError) and error.name else ""
        log.error("the engine stopped: %s%s", type(error).__name__, missing)
        log.debug("the failure", exc_info=True)
        line.send(EngineFailed("the scoring engine cannot work with this installation"))
    os._exit(1)


def _load_and_work(
    line: _Line, pipeline: Pipeline[ScoreRequest, Prepared, Scored], questions: Questions, config: EngineConfig
) -> None:
    from cxr_desktop.engine.scorer import Scorer

    scorer: Scorer | None = None

    def warn(text: str) -> None:
        line.send(EngineWarning(text, scorer.scored_by if scorer else None))

    scorer = Scorer(config.folders, config.device, config.budget, warn)
    cards = scorer.cards
    ready = EngineReady(scorer.scored_by, cards.model, cards.gate, cards.second, cards.lungs, scorer.map_offers())
    if scorer.scored_by.device == "cpu":  # drivers of graphics cards map what they will
        limit_growth((config.budget or ReadBudget()).engine_bytes + _ROOM_FOR_QUESTIONS)
    line.send(ready)
    scorer.start(pipeline)
    _start_examiner(scorer.examiner(), line, questions)
    while True:
        for job, scored in pipeline.take(block=True):
            line.send(JobDone(job, scored.prediction, scored.picture))


def _start_examiner(examiner: Examiner, line: _Line, questions: Questions) -> None:
    def answer(number: int, said: Answer) -> None:
        line.send(Answered(number, said))

    def tell(number: int, share: float) -> None:
        line.send(QuestionAdvanced(number, share))

    threading.Thread(target=examiner.run, args=(questions, answer, tell), name="examine", daemon=True).start()


def _listen(line: _Line, pipeline: Pipeline[ScoreRequest, Prepared, Scored], questions: Questions) -> None:
    while True:
        message = line.receive()
        if isinstance(message, Submit):
            for job, request in message.jobs:
                pipeline.submit(job, request)
        elif isinstance(message, Ask):
            questions.put(message.question_id, message.question)
        elif isinstance(message, Withdraw):
            questions.withdraw(message.question_id)
        elif isinstance(message, Cancel):
            answer = JobsCancelled(pipeline.drop_waiting())
            # From a thread of its own: were this one to wait for a full pipe while the parent waits to hand over a
            # long list of jobs, both would wait forever.
            threading.Thread(target=line.send, args=(answer,), name="answer", daemon=True).start()


def _log_to_parent(line: _Line, level: int) -> None:
    """Only our own words travel: libraries quote values of the files they complain about."""
    handler = _ToParent(line)
    handler.addFilter(logging.Filter("cxr_desktop"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    warnings.simplefilter("ignore")


def _lower_priority() -> None:
    """The window goes first."""
    if sys.platform == "win32":
        import ctypes

        below_normal = 0x4000
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), below_normal)
    else:
        os.nice(_NICENESS)


def _keep_fault_traces() -> None:
    """A crash inside a codec or a driver leaves its stack in the log folder, not on the reader's terminal."""
    try:
        paths.log_dir().mkdir(parents=True, exist_ok=True)
        stream = open(paths.log_dir() / "engine-faults.log", "a", encoding="utf-8")  # noqa: SIM115 - open for life
    except OSError:
        return
    faulthandler.enable(stream)
    _kept_open.append(stream)


_kept_open: list[Any] = []
"""faulthandler keeps only the descriptor; the file object must outlive it."""
