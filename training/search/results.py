"""What the trials of a search teach: the best of them, and the main effects of an array."""

from __future__ import annotations

from training.search.folder import SearchFolder
from training.search.main_effects import Analysis, analyse
from training.search.trial import FINISHED, Record


def best_record(folder: SearchFolder, kind: str = "") -> Record | None:
    """The finished trial with the best metric (of one kind); ``None`` where there is none."""
    finished = [r for r in folder.records() if r.outcome.state == FINISHED and kind in ("", r.trial.kind)]
    sign = 1.0 if folder.plan.maximise else -1.0
    return max(finished, key=lambda record: sign * (record.outcome.value or 0.0), default=None)


def rows_of(folder: SearchFolder) -> list[Record]:
    """The ended rows of an array."""
    return [record for record in folder.records() if record.trial.kind == "row"]


def array_analysis(folder: SearchFolder) -> Analysis | None:
    """Main effects of the rows that ended; ``None`` where none gave a number."""
    rows = rows_of(folder)
    outcomes = [record.outcome.value if record.outcome.state == FINISHED else None for record in rows]
    return analyse([record.trial.values for record in rows], outcomes, folder.plan.maximise)


def confirmation_of(folder: SearchFolder, analysis: Analysis) -> Record | None:
    """The run of the predicted combination: its own, or the row that is the same."""
    same = [r for r in folder.records() if dict(r.trial.values) == dict(analysis.combination)]
    return same[0] if same else None
