"""What travels between the engine and whoever asks it; plain values that the window's process may import."""

from __future__ import annotations

from dataclasses import dataclass

from cxr_desktop.domain.map_method import MapMethod, MapOffer
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Prediction, SaliencyMap, ScoredBy
from cxr_desktop.domain.shortcut_test import ShortcutReport


@dataclass(frozen=True, slots=True)
class ScoreRequest:
    """One file to score. ``override``: score it even if the gate advises against. ``quarter_turns``: turn it
    counter-clockwise first; ``inverted``: exchange black and white first (both with the reader's consent).
    ``picture``: whoever asks wants to draw the image, and gets a small copy with the result."""

    path: str
    override: bool = False
    quarter_turns: int = 0
    inverted: bool = False
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A small copy of a scored image, so that nobody has to decode it again for an overlay.

    ``grey`` holds ``rows × columns`` bytes, row by row, bright meaning dense as it was for scoring, not turned.
    ``source_rows`` and ``source_columns`` are those of the file.
    """

    grey: bytes
    rows: int
    columns: int
    source_rows: int
    source_columns: int


@dataclass(frozen=True, slots=True)
class MapQuestion:
    """Heat maps of one image by another method; what comes of it is never kept as a result."""

    request: ScoreRequest
    method: MapMethod


@dataclass(frozen=True, slots=True)
class ShortcutQuestion:
    """The risk of one image with its borders, its markers and its surroundings hidden; never kept as a result."""

    request: ScoreRequest


Question = MapQuestion | ShortcutQuestion
"""Asked about the image in view, and answered beside the queue of scoring."""


@dataclass(frozen=True, slots=True)
class Answer:
    """``maps`` of all classes, or ``report``; ``reason`` is a plain phrase where there is neither.

    ``seconds`` is what it took, decoding included; ``model_digest`` names the model that answered.
    """

    maps: tuple[SaliencyMap, ...] = ()
    report: ShortcutReport | None = None
    reason: str = ""
    seconds: float = 0.0
    model_digest: str = ""


@dataclass(frozen=True, slots=True)
class EngineReady:
    """The model is loaded and has passed its self-test. ``offers``: ways to compute heat maps with it."""

    scored_by: ScoredBy
    card: ModelCard
    gate_card: ModelCard | None = None
    second_card: ModelCard | None = None
    lungs_card: ModelCard | None = None
    offers: tuple[MapOffer, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a question."""

    question_id: int
    answer: Answer


@dataclass(frozen=True, slots=True)
class QuestionAdvanced:
    """``share``, 0…1, of the work on a question is done; told a few times a second at most."""

    question_id: int
    share: float


@dataclass(frozen=True, slots=True)
class JobStarted:
    """The file of this job is being read."""

    job_id: int


@dataclass(frozen=True, slots=True)
class JobDone:
    """The result of this job."""

    job_id: int
    prediction: Prediction
    picture: Picture | None = None
    """where the request asked for one and the image was scored"""


@dataclass(frozen=True, slots=True)
class JobsCancelled:
    """Answer to ``cancel_pending``: these jobs had not started and never will."""

    job_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EngineWarning:
    """Something a reader should know, in one sentence; ``scored_by`` is set where the device changed."""

    text: str
    scored_by: ScoredBy | None = None


@dataclass(frozen=True, slots=True)
class EngineFailed:
    """The engine cannot start with this model and device, and starting it again would not help."""

    reason: str


@dataclass(frozen=True, slots=True)
class EngineDied:
    """The process ended by itself (a negative ``exit_code`` is a signal's number).

    ``in_flight`` jobs had started, oldest first, ``waiting`` ones had not; none of them will be answered.
    ``timed_out`` are those of ``in_flight`` that took too long, for which the process was ended; ``outgrew`` says
    that it was ended since it took more memory than it may.
    """

    exit_code: int
    in_flight: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()
    timed_out: tuple[int, ...] = ()
    outgrew: bool = False


EngineEvent = (
    EngineReady
    | JobStarted
    | JobDone
    | JobsCancelled
    | Answered
    | QuestionAdvanced
    | EngineWarning
    | EngineFailed
    | EngineDied
)
