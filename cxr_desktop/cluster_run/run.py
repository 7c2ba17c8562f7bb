"""One run of ``score --cluster``: walk, hand out, keep what comes back, write the result; memory does not grow with it.

A file is 17 bytes here: its key, and whether its row has come. So nothing depends on what the cluster does when a task
fails: a row that comes twice is dropped, a file without a row is handed out again.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, redirect_stdout
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from cxr_desktop.cluster_run.actor import parcel_of
from cxr_desktop.cluster_run.journal import Journal
from cxr_desktop.cluster_run.listing import KEY_BYTES, Keys, key_of
from cxr_desktop.cluster_run.plan import ActorPlan, Cluster, ClusterOptions, Crew, crew_of, device_of, digests_of
from cxr_desktop.cluster_run.results import check_place, write_results
from cxr_desktop.cluster_run.rows import FAILURE, NUMBER, row_schema, rows_of
from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.engine.model_folders import read_cards
from cxr_desktop.engine.model_lookup import NO_SECOND_OPINION
from cxr_desktop.triage_run import ScoreOptions, found_by, limits, models_for, tell_progress
from cxr_desktop.worklist.scan import ScanProblem

ROUNDS = 3
"""So often is handed out what came back without a row, before the run gives up (and can be repeated)."""
SMALLEST, LARGEST = 8, 256
"""Files of one parcel: few at first, so that all actors begin and a short run ends evenly; more in a long one."""

OpenCluster = Callable[[ClusterOptions], Cluster]


def open_ray(options: ClusterOptions) -> Cluster:
    """On this computer there are as many processors as the actors that were asked for need, or all."""
    from cxr_desktop.cluster_run.ray_cluster import RayCluster

    return RayCluster(options.address, options.actors * options.cpus_per_actor)


@dataclass(slots=True)
class _Listed:
    """What the walk found. ``parcels`` wait to be handed out; ``come`` has a 1 for each file whose row there is."""

    keys: bytearray = field(default_factory=bytearray)
    come: bytearray = field(default_factory=bytearray)
    parcels: list[Any] = field(default_factory=list)

    @property
    def missing(self) -> int:
        """Files without a row."""
        return len(self.come) - sum(self.come)


class ClusterRun:
    """Of one command."""

    def __init__(
        self, options: ScoreOptions, asked: ClusterOptions, console: Console, open_cluster: OpenCluster = open_ray
    ) -> None:
        """Raises ``CxrError`` where models are missing or the result has no place."""
        self._options, self._asked, self._console, self._open = options, asked, console, open_cluster
        self._targets = [place for place in (options.parquet, options.out) if place is not None]
        if not self._targets:
            raise CxrError("rows of a cluster go into a file: name one with --parquet or --out")
        check_place(options.parquet)
        selection = models_for(options)
        for text in selection.warnings:
            console.print(text)
        self._cards = read_cards(selection.folders)
        self._classes = tuple(self._cards.model.classes)
        self._listed = _Listed()
        self._stdout = sys.stdout

    def run(self) -> Counter[str]:
        """Score what has no row yet and write the result; how many files ended in which status.

        Raises ``CxrError`` and ``OSError``; all rows that came until then are kept, and the next run goes on.
        """
        plan = self._plan(device_of(self._options.device, self._asked.gpus_per_actor))
        journal = Journal(self._targets[0], self._facts(plan), row_schema(self._classes))
        with ExitStack() as stack:
            stack.callback(journal.close)
            cluster = self._open(self._asked)
            stack.callback(cluster.close)
            crew = crew_of(self._asked, cluster.machines)
            plan = replace(plan, cores=crew.cores)
            bar = stack.enter_context(self._bar())
            self._task = bar.add_task("Looking for files", total=None)
            self._list(journal, cluster)
            self._say_what_begins(crew, len(cluster.machines))
            for _ in range(ROUNDS):
                if not self._listed.missing:
                    break
                # Closed before the cluster is let go: its threads must not ask for it any more.
                with closing(cluster.score(self._listed.parcels, plan, crew)) as tables:
                    self._hand_out(tables, journal, bar)
                self._listed.parcels = list(self._parcels_of_missing(cluster)) if self._listed.missing else []
        if self._listed.missing:
            raise CxrError(
                f"{self._listed.missing:,} files came back without a row {ROUNDS} times; "
                "the others are kept, and the same command goes on with the rest"
            )
        return self._finish(journal)

    # -- what is asked -------------------------------------------------------------------------------------------------

    def _say_what_begins(self, crew: Crew, machines: int) -> None:
        place = f"{machines} {'machine' if machines == 1 else 'machines'}"
        self._console.print(f"Actors on {place}: {crew.actors}, each with {crew.share}.")
        if crew.actors > crew.room:
            self._console.print(f"Only {crew.room} of them fit now; the others begin when there is room.")
        before = sum(self._listed.come)
        if before:
            self._console.print(f"{before:,} of {len(self._listed.come):,} files have a row already.")

    def _plan(self, device: str) -> ActorPlan:
        budget, seconds = limits()
        second = self._cards.second
        return ActorPlan(
            self._cards.model.name,
            second.name if second else NO_SECOND_OPINION,
            digests_of(self._cards),
            device,
            1,
            budget,
            seconds,
            override=self._options.override_gate,
            correct=self._options.correct,
            classes=self._classes,
            with_csv=self._options.out is not None,
        )

    def _facts(self, plan: ActorPlan) -> dict[str, Any]:
        """What two runs must have in common to be one."""
        return {
            "program": plan.version,
            "preprocess_version": plan.result_version,
            "models": plan.digests,
            "device": plan.device,
            "override": plan.override,
            "correct": plan.correct,
            "csv": plan.with_csv,
        }

    # -- which files ---------------------------------------------------------------------------------------------------

    def _list(self, journal: Journal, cluster: Cluster) -> None:
        """Walk, and make parcels of what has no row. Things that are no files get their row at once."""
        done, listed = journal.done(), self._listed
        numbers: list[int] = []
        names: list[str] = []
        for found in found_by(self._options):
            key, number = key_of(found), len(listed.come)
            listed.keys += key
            listed.come.append(key in done)
            if listed.come[number]:
                continue
            if isinstance(found, ScanProblem):
                prediction = Prediction(found.path, found.status, found.reason)
                rows = rows_of([number], [prediction], self._classes, self._options.out is not None)
                self._keep(rows, journal)
                continue
            numbers.append(number)
            names.append(found.path)
            if len(numbers) >= min(LARGEST, max(SMALLEST, number // 64)):
                listed.parcels.append(cluster.put(parcel_of(numbers, names)))
                numbers, names = [], []
        if numbers:
            listed.parcels.append(cluster.put(parcel_of(numbers, names)))

    def _parcels_of_missing(self, cluster: Cluster) -> Iterator[Any]:
        """Small ones: whatever was lost, it is not lost together again. The tree is walked again for the names."""
        wanted = {number for number, come in enumerate(self._listed.come) if not come}
        place = {bytes(self._listed.keys[n * KEY_BYTES : (n + 1) * KEY_BYTES]): n for n in wanted}
        numbers: list[int] = []
        names: list[str] = []
        for found in found_by(self._options):
            number = place.pop(key_of(found), None)
            if number is not None:
                numbers.append(number)
                names.append(found.path)
            if len(numbers) == SMALLEST:
                yield cluster.put(parcel_of(numbers, names))
                numbers, names = [], []
        if numbers:
            yield cluster.put(parcel_of(numbers, names))

    # -- what comes back -----------------------------------------------------------------------------------------------

    def _hand_out(self, tables: Iterable[pa.Table], journal: Journal, bar: Progress) -> None:
        total = len(self._listed.come)
        bar.update(self._task, description="Scoring", total=total, completed=sum(self._listed.come))
        for table in tables:
            failures = table[FAILURE].drop_null()
            if len(failures):
                raise CxrError(failures[0].as_py())
            done = self._keep(table, journal)
            bar.update(self._task, advance=done)
            if self._options.progress_json and done:
                with redirect_stdout(self._stdout):  # a cluster may have taken it
                    tell_progress("progress", what="scoring", done=sum(self._listed.come), total=total)

    def _keep(self, rows: pa.Table, journal: Journal) -> int:
        """Into the journal with what is new; how many rows that were."""
        listed, new = self._listed, []
        for number in rows[NUMBER].to_pylist():
            new.append(not listed.come[number])
            listed.come[number] = 1
        fresh = rows.filter(pa.array(new)) if not all(new) else rows
        if fresh.num_rows:
            keys = [bytes(listed.keys[n * KEY_BYTES : (n + 1) * KEY_BYTES]) for n in fresh[NUMBER].to_pylist()]
            journal.append(keys, fresh)
        return fresh.num_rows

    def _finish(self, journal: Journal) -> Counter[str]:
        keys = Keys(np.frombuffer(bytes(self._listed.keys), f"S{KEY_BYTES}"))
        count: Counter[str] = Counter()

        def counted() -> Iterator[pa.Table]:
            for table in journal.rows(keys):
                for each in pc.value_counts(table["status"]).to_pylist():
                    count[each["values"]] += each["counts"]
                yield table

        write_results(counted(), self._classes, self._options.out, self._options.parquet)
        if count.total() != len(keys):
            raise CxrError("rows are missing in the journal: the disk may be full; repeat the command")
        journal.remove()
        return count

    def _bar(self) -> Progress:
        return Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=self._console,
            transient=True,
        )
