"""The log of what readers did to the scoring of images, as a table; no name and no pixel."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path

from cxr_desktop.domain.deed import Deed
from cxr_desktop.export.atomic_file import write_bytes
from cxr_desktop.export.csv_table import cell
from cxr_desktop.export.wording import one_line, plain, readable_path

COLUMNS = (
    "at", "action", "reader", "study", "content_hash", "gate", "gate_reason", "gate_probabilities", "before", "after",
    "model", "model_version", "model_digest", "finding", "score", "band", "override", "findings", "verdict", "note",
    "tags", "blind", "recorded", "seconds_in_hand", "undone", "class_verdicts", "scores",
)  # fmt: skip


_YES = {True: "yes", False: "no"}


def row(deed: Deed) -> list[str]:
    """One line; wishes as ``override=yes turns=1 inverted=no``."""
    details = deed.details
    gate = details.get("gate") or {}
    return [
        deed.at,
        deed.action.value,
        _text(details.get("reader")),
        cell(one_line(readable_path(deed.study))),
        deed.content_hash,
        _text(gate.get("class")),
        _text(gate.get("reason")),
        json.dumps(gate["probabilities"], separators=(",", ":")) if gate.get("probabilities") else "",
        _wish(details.get("before")),
        _wish(details.get("after")),
        *(_text(details.get(name)) for name in ("model", "model_version", "model_digest", "finding", "score", "band")),
        _text(details.get("override")),
        _text("; ".join(details.get("findings") or ())),
        _text(details.get("verdict")),
        _text(details.get("note")),
        _text("; ".join(details.get("tags") or ())),
        *(_text(details.get(name)) for name in ("blind", "recorded", "seconds", "undone")),
        *(_pairs(details.get(name)) for name in ("verdicts", "scores")),
    ]


def _text(value: object) -> str:
    """ "" for what is not known; numbers to the last bit."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _YES[value]
    return repr(value) if isinstance(value, float) else cell(one_line(plain(str(value))))


def _pairs(values: object) -> str:
    """``covid19=agree; normal=disagree``, "" for none."""
    found = values if isinstance(values, dict) else {}
    return _text("; ".join(f"{name}={value}" for name, value in found.items()))


def _wish(wish: object) -> str:
    """An urgency stands as it is."""
    if not isinstance(wish, dict):
        return _text(wish)
    return (
        f"override={_YES[bool(wish.get('override'))]} turns={wish.get('quarter_turns', 0)} "
        f"inverted={_YES[bool(wish.get('inverted'))]}"
    )


def write_deeds(target: Path, deeds: Iterable[Deed]) -> int:
    """Write the table whole, oldest first; returns how many rows it has. Raises ``OSError``."""
    stream = io.StringIO(newline="")
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(COLUMNS)
    count = 0
    for deed in deeds:
        table.writerow(row(deed))
        count += 1
    write_bytes(target, stream.getvalue().encode("utf-8"))
    return count
