"""Triage without a window: the same engine, the same exports, a progress bar; imports no part of Qt."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from cxr_desktop import paths, settings
from cxr_desktop.domain.errors import CxrError, DeviceError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Prediction, Status
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.engine.keeper import EngineKeeper, Life
from cxr_desktop.engine.messages import ScoreRequest
from cxr_desktop.engine.model_folders import ModelFolders, read_cards
from cxr_desktop.engine.model_lookup import BY_CARD, NO_SECOND_OPINION, find_folders
from cxr_desktop.engine.process import EngineProcess
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.imaging.process import DecoderProcess
from cxr_desktop.worklist.scan import Found, ScanProblem, listed, read_list, start_of, walk

ALL_SCORED, SOME_NOT_SCORED, NOTHING_USABLE = 0, 1, 2
_AHEAD = 32
"""Files given to the engine at once: it never waits, and little is repeated after a crash."""

Sink = Callable[[Prediction], None]


@dataclass(frozen=True, slots=True)
class ScoreOptions:
    """What `cxr-desktop score` was asked for: all of ``folder``, or exactly what the list in ``files`` names."""

    folder: Path | None = None
    out: Path | None = None
    as_json: bool = False
    overlays: Path | None = None
    report: Path | None = None
    model: str = ""
    second_opinion: str = ""
    """a model's name, "none", or "": the partner of the default model where that one scores"""
    device: str = "auto"
    override_gate: bool = False
    files: Path | None = None
    progress_json: bool = False


@dataclass(slots=True)
class Outcome:
    """What came of the files."""

    predictions: list[Prediction] = field(default_factory=list)
    card: ModelCard | None = None
    gate_card: ModelCard | None = None

    def count(self, status: Status) -> int:
        """How many files ended this way."""
        return sum(p.status is status for p in self.predictions)

    @property
    def exit_code(self) -> int:
        """0 every image was scored, 1 some were not, 2 nothing was."""
        if not self.count(Status.SCORED):
            return NOTHING_USABLE
        return SOME_NOT_SCORED if self.count(Status.NOT_SCORED) else ALL_SCORED

    @property
    def summary(self) -> str:
        """One line: what came of the files."""
        parts = [f"{self.count(Status.SCORED):,} scored", f"{self.count(Status.NOT_SCORED):,} not scored"]
        others = self.count(Status.NOT_AN_IMAGE)
        return " · ".join([*parts, f"{others:,} not an image"] if others else parts)


class Triage:
    """One run over one folder or list of files."""

    def __init__(self, options: ScoreOptions, console: Console) -> None:
        """Raises ``CheckpointError`` where the model is not installed."""
        stored = settings.load(paths.settings_file())
        dirs = paths.checkpoint_dirs()
        self._options = options
        self._console = console
        self._budget = ReadBudget(
            max_pixels=stored.max_megapixels * 1_000_000, max_file_bytes=stored.max_file_megabytes << 20
        )
        self._seconds_per_file = float(stored.seconds_per_file)
        # Another opinion costs time: a model that was asked for by name gets one only where that was asked for too.
        second = options.second_opinion or (NO_SECOND_OPINION if options.model else BY_CARD)
        selection = find_folders(options.model or stored.model, dirs, second)
        self._folders, self.warnings = selection.folders, selection.warnings
        self._keeper = EngineKeeper(self._engine, self._seconds_per_file)
        self.cards = read_cards(self._folders)
        self.outcome = Outcome()

    def _engine(self, folders: ModelFolders) -> EngineProcess:
        return EngineProcess(folders, self._options.device, self._budget, self._seconds_per_file)

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
        # The engine needs a second or two to load its model: the folder is walked meanwhile.
        self._keeper.start(self._folders)
        for text in self.warnings:
            self._console.print(text)
        with contextlib.ExitStack() as stack:
            stack.callback(self._keeper.stop)
            stack.enter_context(progress)
            task = progress.add_task("Looking for files", total=None)

            found = self._found()
            progress.update(task, total=len(found), description="Scoring")

            def note(prediction: Prediction) -> None:
                self.outcome.predictions.append(prediction)
                progress.update(task, advance=1)
                sink(prediction)
                if self._options.progress_json:
                    _tell("progress", what="scoring", done=len(self.outcome.predictions), total=len(found))

            requests = []
            for item in found:
                if isinstance(item, ScanProblem):
                    note(Prediction(item.path, item.status, item.reason))
                else:
                    requests.append(ScoreRequest(item.path, self._options.override_gate))
            for prediction in self._score(requests):
                note(prediction)
        return self.outcome

    def _found(self) -> list[Found]:
        if self._options.files is not None:
            return list(listed(read_list(self._options.files)))
        return [item for batch in walk(str(self._options.folder)) for item in batch]

    def _score(self, requests: Iterable[ScoreRequest]) -> Iterator[Prediction]:
        keeper, source, more = self._keeper, iter(requests), True
        while more or keeper.waiting or keeper.in_flight:
            if more and keeper.waiting < _AHEAD:
                fresh = list(islice(source, _AHEAD))
                more = bool(fresh)
                keeper.enqueue(fresh)
            keeper.feed(_AHEAD)
            outcome = keeper.look(0.2)
            if outcome.ready is not None:
                by = outcome.ready.scored_by
                self.outcome.card, self.outcome.gate_card = outcome.ready.card, outcome.ready.gate_card
                self._console.print(f"{outcome.ready.card.title} {by.model_version} on {by.device}, {by.precision}")
            for text in outcome.warnings:
                self._console.print(text)
            if keeper.life is Life.FAILED:
                raise DeviceError(keeper.failure)
            yield from outcome.done


def _tell(event: str, **values: object) -> None:
    """One JSON line on standard output, as the training commands write them, for the window that started this."""
    sys.stdout.write(json.dumps({"event": event, **values}) + "\n")
    sys.stdout.flush()


def run_score(options: ScoreOptions) -> int:
    """The `score` command; see ``__main__`` for its exit codes."""
    console = Console(stderr=True)
    asked = options.files or options.folder
    if asked is None or not asked.exists():
        console.print("There is no such folder or file.")
        return NOTHING_USABLE
    if options.progress_json and options.out is None:
        console.print("Progress goes to standard output: name a file for the results with --out.")
        return NOTHING_USABLE
    try:
        triage = Triage(options, console)
        with contextlib.ExitStack() as stack:
            sinks = [stack.enter_context(sink) for sink in _sinks(options, triage, console)]
            outcome = triage.run(lambda prediction: _to_all(sinks, prediction))
        if options.report is not None:
            write_report(options.report, triage)
    except CxrError as error:
        console.print(_sentence(error))
        return NOTHING_USABLE
    except OSError as error:
        console.print(f"The results cannot be written: {error.strerror or 'unknown reason'}.")
        return NOTHING_USABLE
    except KeyboardInterrupt:
        console.print("Stopped. Rows written so far are in the .part file beside the target.")
        return NOTHING_USABLE
    console.print(outcome.summary)
    return outcome.exit_code


def _sentence(error: CxrError) -> str:
    """With a capital and a full stop, and the names in it as they are."""
    text = str(error).rstrip(".")
    return f"{text[:1].upper()}{text[1:]}."


def _to_all(sinks: Iterable[Sink], prediction: Prediction) -> None:
    for sink in sinks:
        sink(prediction)


def _sinks(
    options: ScoreOptions, triage: Triage, console: Console
) -> Iterator[contextlib.AbstractContextManager[Sink]]:
    from cxr_desktop.export import csv_table, json_lines

    if options.out is not None or not (options.report or options.overlays):
        target = options.out if options.out is not None else sys.stdout
        yield json_lines.writer(target) if options.as_json else csv_table.writer(target, triage.cards.model.classes)
    if options.overlays is not None:
        yield _overlays(options.overlays, _root_of(options), triage, console)


def _root_of(options: ScoreOptions) -> str:
    """The folder whose tree overlays repeat: the one that was named, or the one that all listed files share."""
    if options.files is None:
        root = start_of(str(options.folder))
        return root if os.path.isdir(root) else os.path.dirname(root)
    folders = {os.path.dirname(path) for path in read_list(options.files)}
    try:
        return os.path.commonpath(folders)
    except ValueError as error:
        raise CxrError("the listed files have no folder in common in which overlays could be named") from error


@contextlib.contextmanager
def _overlays(target: Path, root: str, triage: Triage, console: Console) -> Iterator[Sink]:
    """One PNG per scored image, in the folder tree of its source."""
    from cxr_desktop.export.overlay_png import write_overlay

    failures = 0
    with contextlib.closing(triage.decoder()) as decoder:

        def write(prediction: Prediction) -> None:
            nonlocal failures
            if prediction.status is not Status.SCORED:
                return
            picture = target / (os.path.relpath(prediction.path, root) + ".png")
            picture.parent.mkdir(parents=True, exist_ok=True)
            try:
                with decoder.read_image(prediction.path) as shared:
                    write_overlay(shared.image, prediction, triage.outcome.card, prediction.risk_finding, picture)
            except CxrError:
                failures += 1

        yield write
    if failures:
        console.print(f"{failures:,} overlays could not be drawn: the files changed while they were read.")


def write_report(target: Path, triage: Triage, banner: str = "", show_identity: bool = False) -> list[WorklistEntry]:
    """HTML with overlays of what ``triage`` scored; returns the studies in worklist order."""
    from cxr_desktop.export import html_report
    from cxr_desktop.export.studies import entries_of

    outcome = triage.outcome
    if outcome.card is None:
        raise DeviceError("the scoring engine did not start")
    with contextlib.closing(triage.decoder()) as decoder:
        paths_read = [p.path for p in outcome.predictions if p.status is not Status.NOT_AN_IMAGE]
        headers = {h.path: h for h in decoder.read_headers(paths_read) if isinstance(h, Radiograph)}
        entries = entries_of(outcome.predictions, headers)

        def load(path: str) -> GreyImage:
            return decoder.read_image(path).image

        options = html_report.ReportOptions(banner=banner, show_identity=show_identity)
        html_report.write_report(target, entries, outcome.card, load, options, outcome.gate_card)
    return entries


def make_demo(target: Path) -> Path:
    """Write the synthetic studies into ``target/studies`` with a progress bar; returns that folder."""
    from cxr_desktop.phantom.demo_folder import write_demo_folder

    console = Console(stderr=True)
    studies = target / "studies"
    with Progress(
        TextColumn("Making synthetic studies"), BarColumn(), MofNCompleteColumn(), console=console, transient=True
    ) as progress:
        task = progress.add_task("", total=None)
        write_demo_folder(studies, on_progress=lambda done, total: progress.update(task, completed=done, total=total))
    console.print(f"Synthetic studies are in {studies}. Phantoms are not patients.")
    return studies


def run_demo(target: Path, device: str = "auto", second_opinion: str = "") -> int:
    """Triage the demo without a window: the worklist on the terminal, a report beside it. 0 where it worked."""
    from cxr_desktop.export.console_table import worklist_table
    from cxr_desktop.export.html_report import PHANTOM_BANNER

    console = Console(stderr=True)
    report = target / "report.html"
    try:
        studies = make_demo(target)
        triage = Triage(ScoreOptions(studies, device=device, second_opinion=second_opinion), console)
        triage.run(lambda prediction: None)
        entries = write_report(report, triage, PHANTOM_BANNER, show_identity=True)
    except CxrError as error:
        console.print(_sentence(error))
        return NOTHING_USABLE
    except OSError as error:
        console.print(f"The demo cannot be written: {error.strerror or 'unknown reason'}.")
        return NOTHING_USABLE
    # A pipe or a log has no width of its own; 80 columns would cut the names.
    output = Console() if sys.stdout.isatty() else Console(width=120)
    output.print(worklist_table(entries, triage.outcome.card, show_identity=True))
    output.print(f"{triage.outcome.summary}. Report with overlays: {report}")
    output.print(PHANTOM_BANNER)
    output.print("Research use only. Not for primary diagnosis.")
    return 0 if triage.outcome.count(Status.SCORED) else NOTHING_USABLE
