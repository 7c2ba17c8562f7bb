"""Optuna proposes the trials (TPE), ends hopeless ones early (median rule) and remembers them in a journal file."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import optuna
from optuna.pruners import MedianPruner
from optuna.samplers import TPESampler
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend
from optuna.trial import TrialState

from training.search.folder import SearchFolder
from training.search.space import Range, Space
from training.search.trial import FAILED, PRUNED, Outcome, Trial

_NAME = "search"
_TRIALS_BEFORE_PRUNING = 5
_FIRST_EPOCH_TO_PRUNE = 2


class Sample:
    """One proposal. ``seen`` hears of every epoch and answers whether to go on, ``tell`` of the end."""

    def __init__(self, study: optuna.Study, asked: optuna.Trial, trial: Trial) -> None:
        self._study, self._asked = study, asked
        self._known = set(_frozen(study, asked.number).intermediate_values)
        self.trial = trial

    def seen(self, epoch: int, value: float) -> bool:
        """An epoch that was reported before a kill is not reported again."""
        if epoch not in self._known:
            self._known.add(epoch)
            self._asked.report(value, epoch)
        return not self._asked.should_prune()

    def tell(self, outcome: Outcome) -> None:
        """The end, unless the journal knows it already."""
        if _frozen(self._study, self._asked.number).state.is_finished():
            return
        if outcome.state == FAILED or outcome.value is None:
            self._study.tell(self._asked.number, state=TrialState.FAIL)
        elif outcome.state == PRUNED:
            self._study.tell(self._asked.number, state=TrialState.PRUNED)
        else:
            self._study.tell(self._asked.number, outcome.value)


class Study:
    """Proposals of one search folder. Each depends on the seed, its number and the trials before it only.

    So a search that was stopped and goes on proposes what it would have proposed.
    """

    def __init__(self, folder: SearchFolder, space: Space, seed: int) -> None:
        optuna.logging.set_verbosity(optuna.logging.WARNING)
        journal = folder.folder / "optuna.journal"
        _mend(journal)
        self._folder, self._space, self._seed = folder, space, seed
        self.study = optuna.create_study(
            study_name=_NAME,
            storage=JournalStorage(JournalFileBackend(str(journal))),
            direction="maximize" if folder.plan.maximise else "minimize",
            pruner=MedianPruner(n_startup_trials=_TRIALS_BEFORE_PRUNING, n_warmup_steps=_FIRST_EPOCH_TO_PRUNE),
            load_if_exists=True,
        )

    def samples(self, trials: int) -> Iterator[Sample]:
        """First the trials that were under way when the search was stopped or killed, then new ones."""
        for frozen in self.study.get_trials(deepcopy=False, states=(TrialState.RUNNING,)):
            self.study.sampler = self._sampler(frozen.number)
            yield self._sample(optuna.trial.Trial(self.study, frozen._trial_id))
        while (number := len(self.study.get_trials(deepcopy=False))) < trials:
            self.study.sampler = self._sampler(number)
            yield self._sample(self.study.ask())

    def _sampler(self, number: int) -> TPESampler:
        return TPESampler(seed=(self._seed * 1_000_003 + number) % 2**32)

    def _sample(self, asked: optuna.Trial) -> Sample:
        values = {key: _suggest(asked, key, possible) for key, possible in self._space.items()}
        return Sample(self.study, asked, self._folder.trial(asked.number + 1, values, "sample"))

    def importances(self) -> dict[str, float]:
        """How much of the metric's spread each key explains (fANOVA); empty where too few trials ended."""
        finished = self.study.get_trials(deepcopy=False, states=(TrialState.COMPLETE,))
        if len(finished) < 4 or len({trial.value for trial in finished}) < 2:
            return {}
        evaluator = optuna.importance.FanovaImportanceEvaluator(seed=0)
        importances = optuna.importance.get_param_importances(self.study, evaluator=evaluator)
        return {key: float(share) for key, share in importances.items()}


def _mend(journal: Path) -> None:
    """A search that was killed while it wrote leaves Optuna's lock, and perhaps half a line that it cannot read over.

    Nobody else writes: ``run_search`` holds the folder's own lock, which the system frees when a process dies.
    """
    journal.with_name(f"{journal.name}.lock").unlink(missing_ok=True)
    if journal.is_file():
        content = journal.read_bytes()
        whole = content.rfind(b"\n") + 1
        if whole < len(content):
            os.truncate(journal, whole)


def _suggest(asked: optuna.Trial, key: str, possible: Any) -> Any:
    if not isinstance(possible, Range):
        # Lists are no values of Optuna's own: every choice goes in as JSON.
        return json.loads(asked.suggest_categorical(key, [json.dumps(choice) for choice in possible]))
    if isinstance(possible.low, int) and isinstance(possible.high, int):
        return asked.suggest_int(key, possible.low, possible.high, log=possible.log)
    return asked.suggest_float(key, possible.low, possible.high, log=possible.log)


def _frozen(study: optuna.Study, number: int) -> optuna.trial.FrozenTrial:
    return study.get_trials(deepcopy=False)[number]
