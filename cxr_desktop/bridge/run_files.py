"""What a folder of a training run says about it: state, epochs, whose process; reads the files, starts nothing."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cxr_desktop.bridge import child_process
from cxr_desktop.bridge.training_command import as_event

log = logging.getLogger(__name__)

EVENTS, RECIPE, DATA, LAST = "events.jsonl", "recipe.json", "data.json", "last.ckpt"
PROCESS, OUTPUT, ERRORS = "process.json", "output.jsonl", "errors.log"
_END = 64 * 1024


@dataclass(frozen=True, slots=True)
class RunSummary:
    """One run as a list shows it. ``state``: "running", "stopped", "finished" or "failed"; ``when`` in seconds."""

    folder: Path
    name: str
    title: str
    state: str
    epoch: int
    epochs: int
    when: float
    backbone: str = ""
    data: str = ""
    can_resume: bool = False
    reason: str = ""


def known_runs(folder: Path) -> list[RunSummary]:
    """The runs in a folder, the last one first. A folder that is none, or that cannot be read, is left out."""
    try:
        places = [place for place in folder.iterdir() if (place / RECIPE).is_file()]
    except OSError:
        return []
    found = [summary for place in places if (summary := summary_of(place)) is not None]
    return sorted(found, key=lambda run: run.when, reverse=True)


def summary_of(run: Path) -> RunSummary | None:
    """What one run has come to, without reading all of its events; ``None`` where it cannot be told."""
    recipe = read_object(run / RECIPE)
    if recipe is None:
        return None
    state, epoch, epochs, reason = "stopped", 0, _epochs(recipe), ""
    for event in _last_events(run / EVENTS):
        name = event.get("event")
        if name in ("epoch", "stopped", "batch"):
            epoch = max(epoch, _count(event.get("epoch")))
        if name == "finished":
            state = "finished"
        elif name == "failed" and state != "finished":
            state, reason = "failed", str(event.get("reason") or "")
        elif name in ("started", "resumed"):
            state, reason = "stopped", ""
    if running_process(run):
        state = "running"
    network = recipe.get("network")
    return RunSummary(
        folder=run,
        name=run.name,
        title=str(recipe.get("title") or recipe.get("name") or run.name),
        state=state,
        epoch=epochs if state == "finished" else epoch,
        epochs=epochs,
        when=_changed_at(run),
        backbone=str(network.get("backbone", "")) if isinstance(network, dict) else "",
        data=str((read_object(run / DATA) or {}).get("data", "")),
        can_resume=can_resume(run),
        reason=reason,
    )


def can_resume(run: Path) -> bool:
    """Whether there is a checkpoint to go on from, its own or that of a member of an ensemble."""
    return (run / LAST).is_file() or any(run.glob(f"members/*/{LAST}"))


def remember_process(run: Path, pid: int) -> None:
    """Note who works on this run, for a window that is opened later."""
    text = json.dumps({"pid": pid, "born": child_process.born(pid)})
    (run / PROCESS).write_text(text, encoding="utf-8")


def running_process(run: Path) -> int:
    """The number of the process that works on this run, 0 where none does."""
    noted = read_object(run / PROCESS)
    if noted is None:
        return 0
    pid, born = _count(noted.get("pid")), noted.get("born")
    return pid if born and child_process.born(pid) == born else 0


def last_words(run: Path) -> str:
    """The end of what its process wrote to standard error."""
    try:
        with open(run / ERRORS, "rb") as stream:
            stream.seek(max(0, (run / ERRORS).stat().st_size - _END))
            return stream.read().decode("utf-8", "replace")
    except OSError:
        return ""


def read_object(file: Path) -> dict[str, Any] | None:
    """A JSON file that holds an object, else ``None``."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _last_events(file: Path) -> Iterator[dict[str, Any]]:
    try:
        with open(file, "rb") as stream:
            stream.seek(max(0, file.stat().st_size - _END))
            lines = stream.read().split(b"\n")
    except OSError:
        return
    for line in lines:
        # The first line may be cut, the last one not yet whole.
        if line.startswith(b"{") and line.endswith(b"}") and (event := as_event(line)) is not None:
            yield event


def _epochs(recipe: Mapping[str, Any]) -> int:
    phases = recipe.get("phases")
    if not isinstance(phases, list):
        return 0
    return sum(_count(phase.get("epochs")) for phase in phases if isinstance(phase, dict))


def _count(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0


def _changed_at(run: Path) -> float:
    for name in (EVENTS, RECIPE):
        try:
            return (run / name).stat().st_mtime
        except OSError:
            continue
    return 0.0
