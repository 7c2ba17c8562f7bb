"""A search: which trials of a recipe run, in which order, and what they teach; it knows no network and no torch."""

from __future__ import annotations

import argparse
from typing import Any

from training.events import Events
from training.recipe_file import RecipeError, read_recipe
from training.run.run_folder import RunLock
from training.run.stopping import StopRequests
from training.search import orthogonal_array
from training.search.folder import Plan, SearchError, SearchFolder
from training.search.report import write_report
from training.search.results import array_analysis, best_record
from training.search.space import Range, Space, as_document, read_space
from training.search.trial import EpochSeen, Outcome, Record, Runner, Trial, store
from training.search.trial_process import TrialProcess


def run_search(options: argparse.Namespace, events: Events) -> int:
    """Search, or go on with a search; returns 0 also where it was asked to stop.

    Raises ``CxrError``, also where every trial failed.
    """
    recipe = read_recipe(options.recipe, options.changes)
    space = read_space(options.space, options.method, recipe)
    metric = options.metric or recipe.select
    data = options.data.resolve() if options.data.exists() else options.data  # an image set is known by its name
    plan = Plan(options.method, metric, str(data), as_document(space), recipe.as_dict())
    if options.method == "l9":
        array_rows(space)  # refused before there is a folder
    folder = SearchFolder(options.run, plan)
    lock = RunLock(options.run)
    events.log = folder.folder / "events.jsonl"
    compute = ["--workers", str(options.workers), "--threads", str(options.threads), "--device", options.device]
    process = TrialProcess(options.recipe, options.changes, options.data, metric, compute, events)
    search = Search(folder, process, events)
    with StopRequests() as requests:
        requests.tell(process.stop)
        done = search.run_array(space) if options.method == "l9" else search.run_tpe(space, options.trials, recipe.seed)
    report = write_report(folder)
    lock.release()
    if not done:
        events("stopped", trials=len(folder.records()), report=report)
        return 0
    best, ended = best_record(folder), folder.records()
    if best is None:
        raise SearchError(f"no trial finished; the first says: {ended[0].outcome.reason}")
    seconds = sum(record.outcome.seconds for record in ended)
    values = dict(best.trial.values)
    events("finished", best=best.outcome.value, trial=best.trial.index, values=values, seconds=seconds, report=report)
    return 0


def array_rows(space: Space) -> list[dict[str, Any]]:
    """The nine combinations. Raises ``RecipeError`` for a space that is no array."""
    choices = {key: possible for key, possible in space.items() if not isinstance(possible, Range)}
    ranges = sorted(set(space) - set(choices))
    if ranges:
        raise RecipeError(f"the L9 array needs three values of each key; {ranges[0]} has a range")
    return orthogonal_array.rows(choices)


class Search:
    """Runs trials through ``runner`` and keeps what became of them. A trial that ended is never run again."""

    def __init__(self, folder: SearchFolder, runner: Runner, events: Events) -> None:
        self._folder, self._runner, self._events = folder, runner, events

    def run_array(self, space: Space) -> bool:
        """The nine rows, then the combination that their main effects predict, unless it is one of them.

        Returns ``False`` where it was asked to stop.
        """
        rows = array_rows(space)
        for index, values in enumerate(rows, start=1):
            if self._run(self._folder.trial(index, values, "row"), len(rows) + 1, _go_on) is None:
                return False
        analysis = array_analysis(self._folder)
        if analysis is None or dict(analysis.combination) in rows:
            return True
        confirmation = self._folder.trial(len(rows) + 1, analysis.combination, "confirmation")
        return self._run(confirmation, len(rows) + 1, _go_on) is not None

    def run_tpe(self, space: Space, trials: int, seed: int) -> bool:
        """``trials`` in all, those of earlier calls counted. Returns ``False`` where it was asked to stop."""
        from training.search.tpe import Study

        study = Study(self._folder, space, seed)
        for sample in study.samples(trials):
            outcome = self._run(sample.trial, trials, sample.seen)
            if outcome is None:
                return False
            sample.tell(outcome)
        return True

    def _run(self, trial: Trial, trials: int, seen: EpochSeen) -> Outcome | None:
        known = self._folder.record(trial.index)
        if known is not None:
            return known.outcome
        outcome = self._runner(trial, seen)
        if outcome is not None:
            store(Record(trial, outcome))
            self._events(
                "trial",
                index=trial.index,
                trials=trials,
                kind=trial.kind,
                state=outcome.state,
                metric=outcome.value,
                values=dict(trial.values),
                reason=outcome.reason or None,
                seconds=outcome.seconds,
            )
        return outcome


def _go_on(epoch: int, value: float) -> bool:
    return True
