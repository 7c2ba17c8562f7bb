"""One run of triage without a window: the files of a folder or a list, scored and told one by one; writes no result."""

from __future__ import annotations

import contextlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from cxr_desktop import paths, settings
from cxr_desktop.domain.errors import DeviceError
from cxr_desktop.domain.prediction import Correction, Prediction, Status
from cxr_desktop.engine.early import EarlyChild
from cxr_desktop.engine.keeper import EngineKeeper, Life
from cxr_desktop.engine.messages import EngineReady, Picture, ScoreRequest
from cxr_desktop.engine.model_folders import ModelFolders, read_cards
from cxr_desktop.engine.model_lookup import BY_CARD, NO_SECOND_OPINION, Selection, find_folders
from cxr_desktop.engine.process import EngineProcess
from cxr_desktop.export import wording
from cxr_desktop.export.job import ExportJob
from cxr_desktop.export.process import ExportProcess
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.process import DecoderProcess
from cxr_desktop.worklist.scan import Found, ScanProblem, listed, read_list, walk

ALL_SCORED, SOME_NOT_SCORED, NOTHING_USABLE = 0, 1, 2
_AHEAD = 32
"""Files given to the engine at once: it never waits, and little is repeated after a crash."""

Sink = Callable[[Prediction], None]


@dataclass(frozen=True, slots=True)
class ScoreOptions:
    """What `cxr-desktop score` was asked for: all of ``folder``, or exactly what the list in ``files`` names."""

    folder: Path | None = None
    out: Path | None = None
    parquet: Path | None = None
    as_json: bool = False
    overlays: Path | None = None
    report: Path | None = None
    sr: Path | None = None
    sc: Path | None = None
    xlsx: Path | None = None
    pdf: Path | None = None
    identity: bool = False
    """whether reports, workbook and DICOM objects say who the patients are"""
    model: str = ""
    second_opinion: str = ""
    """a model's name, "none", or "": the partner of the default model where that one scores"""
    device: str = "auto"
    override_gate: bool = False
    correct: bool = False
    """whoever runs this consents to films being turned and inverted where the gate says so"""
    outline: bool = False
    files: Path | None = None
    progress_json: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """How many files ended in which status."""

    by_status: Mapping[str, int]

    @property
    def exit_code(self) -> int:
        """0 every image was scored, 1 some were not, 2 nothing was."""
        if not self.by_status.get(Status.SCORED):
            return NOTHING_USABLE
        return SOME_NOT_SCORED if self.by_status.get(Status.NOT_SCORED) else ALL_SCORED

    @property
    def summary(self) -> str:
        """One line: what came of the files."""
        found = {status: self.by_status.get(status, 0) for status in Status}
        parts = [f"{found[Status.SCORED]:,} scored", f"{found[Status.NOT_SCORED]:,} not scored"]
        others = found[Status.NOT_AN_IMAGE]
        return " · ".join([*parts, f"{others:,} not an image"] if others else parts)


@dataclass(slots=True)
class Outcome:
    """What came of the files."""

    predictions: list[Prediction] = field(default_factory=list)

    def count(self, status: Status) -> int:
        """How many files ended this way."""
        return sum(p.status is status for p in self.predictions)

    @property
    def counts(self) -> Counts:
        """Of all files."""
        return Counts(Counter(p.status for p in self.predictions))


def limits() -> tuple[ReadBudget, float]:
    """What the settings allow one file to take: memory, and seconds."""
    stored = settings.load(paths.settings_file())
    budget = ReadBudget(
        max_pixels=stored.max_megapixels * 1_000_000,
        max_file_bytes=stored.max_file_megabytes << 20,
        engine_bytes=stored.engine_gigabytes << 30,
    )
    return budget, float(stored.seconds_per_file)


def models_for(options: ScoreOptions) -> Selection:
    """The models that were asked for, or those of the settings. Raises ``CheckpointError``."""
    # Another opinion costs time: a model that was asked for by name gets one only where that was asked for too.
    second = options.second_opinion or (NO_SECOND_OPINION if options.model else BY_CARD)
    return find_folders(options.model or settings.load(paths.settings_file()).model, paths.checkpoint_dirs(), second)


def found_by(options: ScoreOptions) -> Iterator[Found]:
    """What lies in the folder, or stands in the list."""
    if options.files is not None:
        return listed(read_list(options.files))
    return (item for batch in walk(str(options.folder)) for item in batch)


class Triage:
    """One run over one folder or list of files."""

    def __init__(self, options: ScoreOptions, console: Console, early: EarlyChild | None = None) -> None:
        """``early`` was spawned ahead and becomes the engine. Raises ``CheckpointError`` where a model is missing."""
        self._options = options
        self._console = console
        self._early = early
        self._budget, self._seconds_per_file = limits()
        selection = models_for(options)
        self._folders, self.warnings = selection.folders, selection.warnings
        self._keeper = EngineKeeper(self._engine, self._seconds_per_file)
        self.cards = read_cards(self._folders)
        self.outcome = Outcome()
        self._pictures: dict[str, Picture] = {}
        self._is_started = False

    def start(self) -> None:
        """Let the engine load its models, a second or two, while others get ready; ``run`` or ``stop`` must follow."""
        if not self._is_started:
            self._is_started = True
            self._keeper.start(self._folders)

    def stop(self) -> None:
        """End the engine."""
        self._keeper.stop()

    def take_picture(self, path: str) -> Picture | None:
        """The small copy of an image that was just scored, once; there is one where overlays were asked for."""
        return self._pictures.pop(path, None)

    def _engine(self, folders: ModelFolders) -> EngineProcess:
        early, self._early = self._early, None
        return EngineProcess(folders, self._options.device, self._budget, self._seconds_per_file, early=early)

    def export(self, job: ExportJob) -> ExportProcess:
        """A child that writes results, with the same limits as the engine."""
        return ExportProcess(job, self._budget, self._seconds_per_file)

    def decoder(self) -> DecoderProcess:
        """A child that reads pixels for pictures, with the same limits as the engine."""
        return DecoderProcess(self._budget, self._seconds_per_file)

    def run(self, sink: Sink) -> Outcome:
        """Score every file; ``sink`` hears of each once. Raises ``DeviceError`` where the engine cannot work."""
        progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=self._console,
            transient=True,
        )
        self.start()
        for text in self.warnings:
            self._console.print(text)
        with contextlib.ExitStack() as stack:
            stack.callback(self.stop)
            stack.enter_context(progress)
            task = progress.add_task("Looking for files", total=None)

            found = list(found_by(self._options))
            progress.update(task, total=len(found), description="Scoring")

            def note(prediction: Prediction) -> None:
                self.outcome.predictions.append(prediction)
                progress.update(task, advance=1)
                sink(prediction)
                if self._options.progress_json:
                    tell_progress("progress", what="scoring", done=len(self.outcome.predictions), total=len(found))

            requests = []
            for item in found:
                if isinstance(item, ScanProblem):
                    note(Prediction(item.path, item.status, item.reason))
                else:
                    requests.append(self._request(item.path))
            for prediction in self._score(requests):
                note(prediction)
        return self.outcome

    def _score(self, requests: Iterable[ScoreRequest]) -> Iterator[Prediction]:
        def on_ready(ready: EngineReady) -> None:
            self._console.print(_engine_line(ready))

        def keep(pictures: dict[str, Picture]) -> None:
            self._pictures = pictures

        on_pictures = keep if self._options.overlays is not None else None
        return scored(self._keeper, requests, self._options.correct, on_ready, self._console.print, on_pictures)

    def _request(self, path: str) -> ScoreRequest:
        return ScoreRequest(path, self._options.override_gate, picture=self._options.overlays is not None)


def scored(
    keeper: EngineKeeper,
    requests: Iterable[ScoreRequest],
    correct: bool = False,
    on_ready: Callable[[EngineReady], None] = lambda _: None,
    on_warning: Callable[[str], None] = lambda _: None,
    on_pictures: Callable[[dict[str, Picture]], None] | None = None,
) -> Iterator[Prediction]:
    """One prediction per request, in order of completion, by a keeper that was started. ``correct``: what the gate says
    would be usable turned or inverted is scored again so. ``on_pictures`` hears of the small copies of images right
    before their predictions come. Raises ``DeviceError`` where the engine cannot work."""
    source, more = iter(requests), True
    while more or keeper.waiting or keeper.in_flight:
        if more and keeper.waiting < _AHEAD:
            fresh = list(islice(source, _AHEAD))
            more = bool(fresh)
            keeper.enqueue(fresh)
        keeper.feed(_AHEAD)
        outcome = keeper.look(0.2)
        if outcome.ready is not None:
            on_ready(outcome.ready)
        for text in outcome.warnings:
            on_warning(text)
        if keeper.life is Life.FAILED:
            raise DeviceError(keeper.failure)
        if on_pictures is not None:
            on_pictures(outcome.pictures)
        for prediction in outcome.done:
            again = _the_right_way_round(prediction, on_pictures is not None) if correct else None
            if again is None:
                yield _flagged(prediction)
            else:
                keeper.enqueue([again], first=True)


def _the_right_way_round(prediction: Prediction, picture: bool) -> ScoreRequest | None:
    """Once more and corrected, where the gate offers that; each file once."""
    offer = prediction.gate.correction if prediction.gate is not None else None
    if not offer or prediction.quarter_turns or prediction.inverted:
        return None
    return ScoreRequest(prediction.path, prediction.override, offer.quarter_turns % 4, offer.inverted, picture)


def _flagged(prediction: Prediction) -> Prediction:
    """A row about pixels that are not as they are in the file says so."""
    done = Correction(prediction.quarter_turns % 4, prediction.inverted)
    if not done:
        return prediction
    return replace(prediction, flags=(*prediction.flags, f"corrected before scoring: {wording.correction(done)}"))


def _engine_line(ready: EngineReady) -> str:
    """Which models compute, and on what."""
    by, second = ready.scored_by, ready.second_card
    line = f"{ready.card.title} {by.model_version} on {by.device}, {by.precision}"
    return f"{line}; second opinion: {second.title} {second.version}" if second is not None else line


def tell_progress(event: str, **values: object) -> None:
    """One JSON line on standard output, as the training commands write them, for the window that started this."""
    sys.stdout.write(json.dumps({"event": event, **values}) + "\n")
    sys.stdout.flush()
