"""Triage without a window: the same engine, the same exports, a progress bar; imports no part of Qt."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.prediction import Prediction, Status
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.export.job import ExportJob, Form
from cxr_desktop.export.written import ENDINGS, SKIPS, Ending, Written
from cxr_desktop.triage_run import NOTHING_USABLE, Counts, ScoreOptions, Sink, Triage
from cxr_desktop.worklist.scan import read_list, start_of

if TYPE_CHECKING:
    from cxr_desktop.cluster_run.plan import ClusterOptions
    from cxr_desktop.engine.early import EarlyChild

__all__ = ["ScoreOptions", "make_demo", "run_demo", "run_score"]


def run_score(options: ScoreOptions, cluster: ClusterOptions | None = None, early: EarlyChild | None = None) -> int:
    """The `score` command, here or by the actors of a cluster; see ``commands`` for its exit codes."""
    console = Console(stderr=True)
    asked = options.files or options.folder
    if asked is None or not asked.exists():
        console.print("There is no such folder or file.")
        return NOTHING_USABLE
    if options.progress_json and not (options.out or options.parquet):
        console.print("Progress goes to standard output: name a file for the results with --out.")
        return NOTHING_USABLE
    try:
        return _score_here(options, console, early) if cluster is None else _score_on(cluster, options, console)
    except CxrError as error:
        console.print(_sentence(error), markup=False)  # a name in brackets is no style
    except OSError as error:
        console.print(f"The results cannot be written: {error.strerror or 'unknown reason'}.")
    except KeyboardInterrupt:
        kept = "in the .part file beside the target" if cluster is None else "kept, and the same command goes on"
        console.print(f"Stopped. Rows written so far are {kept}.")
    return NOTHING_USABLE


def _score_here(options: ScoreOptions, console: Console, early: EarlyChild | None) -> int:
    triage = Triage(options, console, early)
    triage.start()
    with contextlib.ExitStack() as stack:
        stack.callback(triage.stop)
        sinks = [stack.enter_context(sink) for sink in _sinks(options, triage)]
        counts = triage.run(lambda prediction: _to_all(sinks, prediction)).counts
    written = write_results(_places(options), triage, identity=options.identity)[1]
    for reason, count in written.skipped.items():
        console.print(f"{count:,} × {SKIPS[reason]}.")
    if written.ending is not Ending.DONE:
        console.print(f"The results cannot be written: {ENDINGS[written.ending].lower()}.")
        return NOTHING_USABLE
    console.print(counts.summary)
    return counts.exit_code


def _score_on(cluster: ClusterOptions, options: ScoreOptions, console: Console) -> int:
    """Rows only: what needs pixels or all studies at once is for one machine."""
    from cxr_desktop.cluster_run.run import ClusterRun

    names = {Form.HTML: "--report"}
    asked = {names.get(form, f"--{form.value}"): True for form in _places(options)}
    asked |= {"--json": options.as_json, "--overlays": options.overlays is not None, "--outline": options.outline}
    if any(asked.values()):
        left_out = ", ".join(name for name, value in asked.items() if value)
        raise CxrError(f"a cluster writes --parquet and --out (CSV); leave out {left_out}")
    counts = Counts(ClusterRun(options, cluster, console).run())
    console.print(counts.summary)
    return counts.exit_code


def _places(options: ScoreOptions) -> dict[Form, Path]:
    """What is written at the end, when all studies are known."""
    asked = {
        Form.HTML: options.report,
        Form.XLSX: options.xlsx,
        Form.PDF: options.pdf,
        Form.SR: options.sr,
        Form.SC: options.sc,
    }
    return {form: place for form, place in asked.items() if place is not None}


def _sentence(error: CxrError) -> str:
    """With a capital and a full stop, and the names in it as they are."""
    text = str(error).rstrip(".")
    return f"{text[:1].upper()}{text[1:]}."


def _to_all(sinks: Iterable[Sink], prediction: Prediction) -> None:
    for sink in sinks:
        sink(prediction)


def _sinks(options: ScoreOptions, triage: Triage) -> Iterator[contextlib.AbstractContextManager[Sink]]:
    from cxr_desktop.export import csv_table, json_lines

    if options.parquet is not None:
        from cxr_desktop.export import parquet_table

        yield parquet_table.writer(options.parquet, triage.cards.model.classes)
    if options.out is not None or not (_places(options) or options.overlays or options.parquet):
        target = options.out if options.out is not None else sys.stdout
        yield json_lines.writer(target) if options.as_json else csv_table.writer(target, triage.cards.model.classes)
    if options.overlays is not None:
        yield _overlays(options.overlays, _root_of(options), triage, options.outline)


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
def _overlays(target: Path, root: str, triage: Triage, outline: bool) -> Iterator[Sink]:
    """One PNG per scored image, in the folder tree of its source."""
    import numpy as np

    from cxr_desktop.export.overlay_folder import OverlayFolder
    from cxr_desktop.export.pictures import Frame

    with OverlayFolder(triage.cards.model, outline) as folder:

        def write(prediction: Prediction) -> None:
            picture = triage.take_picture(prediction.path)
            if picture is None or prediction.status is not Status.SCORED:
                return
            grey = np.frombuffer(picture.grey, dtype=np.uint8).reshape(picture.rows, picture.columns)
            shown = Frame(grey, (picture.source_rows, picture.source_columns))
            folder.add(shown, prediction, target / (os.path.relpath(prediction.path, root) + ".png"))

        yield write


def write_results(
    places: Mapping[Form, Path], triage: Triage, banner: str = "", identity: bool = False
) -> tuple[list[WorklistEntry], Written]:
    """Reports, workbook and DICOM objects of what ``triage`` scored, by a child process; returns the studies in
    worklist order too."""
    from cxr_desktop.export.identity import Identity
    from cxr_desktop.export.studies import entries_of

    if not places:
        return [], Written()
    predictions = triage.outcome.predictions
    with contextlib.closing(triage.decoder()) as decoder:
        paths_read = [p.path for p in predictions if p.status is not Status.NOT_AN_IMAGE]
        headers = {h.path: h for h in decoder.read_headers(paths_read) if isinstance(h, Radiograph)}
    entries = entries_of(predictions, headers)
    job = ExportJob(entries, triage.cards, places, identity=Identity(identity), banner=banner)
    with Progress(
        TextColumn("Writing results"), BarColumn(), MofNCompleteColumn(), console=Console(stderr=True), transient=True
    ) as progress:
        task = progress.add_task("", total=None)
        written = triage.export(job).run(lambda done, total: progress.update(task, completed=done, total=total))
    return entries, written


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
    from cxr_desktop.export.report_options import PHANTOM_BANNER

    console = Console(stderr=True)
    report = target / "report.html"
    try:
        studies = make_demo(target)
        triage = Triage(ScoreOptions(studies, device=device, second_opinion=second_opinion), console)
        triage.run(lambda prediction: None)
        entries, written = write_results({Form.HTML: report}, triage, PHANTOM_BANNER, identity=True)
    except CxrError as error:
        console.print(_sentence(error))
        return NOTHING_USABLE
    except OSError as error:
        console.print(f"The demo cannot be written: {error.strerror or 'unknown reason'}.")
        return NOTHING_USABLE
    if written.ending is not Ending.DONE:
        console.print(f"The demo cannot be written: {ENDINGS[written.ending].lower()}.")
        return NOTHING_USABLE
    # A pipe or a log has no width of its own; 80 columns would cut the names.
    output = Console() if sys.stdout.isatty() else Console(width=120)
    output.print(worklist_table(entries, triage.cards.model, show_identity=True))
    output.print(f"{triage.outcome.counts.summary}. Report with overlays: {report}")
    output.print(PHANTOM_BANNER)
    output.print("Research use only. Not for primary diagnosis.")
    return 0 if triage.outcome.count(Status.SCORED) else NOTHING_USABLE
