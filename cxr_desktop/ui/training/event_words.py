"""Events of a run in plain words, one line each; pure, knows no widget and no process."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from cxr_desktop.ui import wording


@dataclass(frozen=True, slots=True)
class LogLine:
    """``tone``: "" for the course of things, "between" for a warning, "above" for a failure, "below" for an end."""

    at: str
    text: str
    tone: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("training_events", text)


def line_of(event: Mapping[str, Any]) -> LogLine | None:
    """The line for the log; ``None`` for batches and progress, which are shown elsewhere, and for saving as usual."""
    words = _WORDS.get(str(event.get("event")))
    if words is None or (event.get("event") == "checkpoint" and not event.get("best")):
        return None
    make, tone = words
    return LogLine(_clock(event.get("at")), make(event), tone)


def numbers(event: Mapping[str, Any]) -> str:
    """``loss 0.384, AUC 0.953`` of an epoch's validation; what is missing is left out."""
    parts = (
        (_tr("loss\u00a0{0}"), event.get("val_loss", event.get("train_loss"))),
        (_tr("AUC\u00a0{0}"), event.get("val_macro_auc")),
    )
    return ", ".join(words.format(f"{value:.3f}") for words, value in parts if value is not None)


def device_words(event: Mapping[str, Any]) -> str:
    """``CPU fp32`` or ``GPU cuda:0 bf16``."""
    name, precision = str(event.get("device") or ""), str(event.get("precision") or "")
    title = "CPU" if name.startswith("cpu") else f"GPU {name}" if name else ""
    return f"{title} {precision}".strip()


def duration(seconds: float) -> str:
    """``15 min 30 s``, ``2 h 5 min``."""
    whole = round(max(0.0, seconds))
    if whole >= 3600:
        return _tr("{0} h {1} min").format(whole // 3600, whole % 3600 // 60)
    if whole >= 60:
        return _tr("{0} min {1} s").format(whole // 60, whole % 60)
    return _tr("{0} s").format(whole)


def way_out(reason: str, batch_size: int | None = None) -> str:
    """What may be done about a failure, as far as its reason says."""
    low = reason.lower()
    if "memory" in low:
        smaller = _tr("Go back to the settings and choose a smaller batch")
        now = _tr(" (now {0})").format(batch_size) if batch_size else ""
        return f"{smaller}{now}" + _tr(" or a smaller image.")
    if "space" in low or "disk" in low:
        return _tr("Make room on the disk, then go on: everything up to the last checkpoint is kept.")
    if "not a number" in low or "nan" in low.split() or "diverge" in low:
        return _tr("Go back to the settings and choose a lower learning rate.")
    if "download" in low or "initial weights" in low:
        return _tr("Go back to the settings and choose other initial weights, or try again online.")
    if "class" in low or "image" in low or "split" in low:
        return _tr("Go back to the data: the folder or the classes need a change.")
    return _tr("The log on the right says what came before. Everything up to the last checkpoint is kept.")


def _clock(at: Any) -> str:
    return time.strftime("%H:%M:%S", time.localtime(float(at))) if isinstance(at, int | float) else ""


def _count(event: Mapping[str, Any], key: str) -> str:
    value = event.get(key)
    return wording.number(int(value)) if isinstance(value, int | float) else wording.BLANK


def _started(event: Mapping[str, Any]) -> str:
    where = device_words(event)
    words = _tr("Started with {0} training and {1} validation images").format(
        _count(event, "train_images"), _count(event, "val_images")
    )
    return f"{words}, {where}" if where else words


def _resumed(event: Mapping[str, Any]) -> str:
    return _tr("Goes on from epoch {0} of {1}").format(_count(event, "epoch"), _count(event, "epochs"))


def _phase(event: Mapping[str, Any]) -> str:
    learns = event.get("trainable")
    words = _tr("Phase “{0}”, {1} epochs").format(event.get("name") or "", _count(event, "epochs"))
    return words + (_tr(", {0} parameters learn").format(_count(event, "trainable")) if learns else "")


def _epoch(event: Mapping[str, Any]) -> str:
    member = event.get("member")
    which = _tr("Network {0}, epoch {1}").format(member, event.get("epoch")) if member is not None else ""
    return f"{which or _tr('Epoch {0}').format(event.get('epoch'))}: {numbers(event)}"


def _checkpoint(event: Mapping[str, Any]) -> str:
    return _tr("Epoch {0} is the best so far, saved").format(event.get("epoch"))


def _stopped(event: Mapping[str, Any]) -> str:
    return _tr("Stopped in epoch {0}; saved, can be resumed").format(event.get("epoch"))


def _finished(event: Mapping[str, Any]) -> str:
    return _tr("Finished. Best epoch: {0}").format(event.get("best_epoch") or wording.BLANK)


def _warning(event: Mapping[str, Any]) -> str:
    return wording.plain(str(event.get("text") or ""))


def _failed(event: Mapping[str, Any]) -> str:
    return _tr("Failed: {0}").format(wording.plain(str(event.get("reason") or "")))


_WORDS = {
    "started": (_started, ""),
    "resumed": (_resumed, ""),
    "phase": (_phase, ""),
    "epoch": (_epoch, ""),
    "checkpoint": (_checkpoint, ""),
    "warning": (_warning, "between"),
    "stopped": (_stopped, ""),
    "finished": (_finished, "below"),
    "failed": (_failed, "above"),
}
