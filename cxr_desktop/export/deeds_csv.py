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
    "at", "action", "study", "content_hash", "gate", "gate_reason", "gate_probabilities", "before", "after",
    "model_digest",
)  # fmt: skip


def row(deed: Deed) -> list[str]:
    """One line; wishes as ``override=yes turns=1 inverted=no``."""
    details = deed.details
    gate = details.get("gate") or {}
    return [
        deed.at,
        deed.action.value,
        cell(one_line(readable_path(deed.study))),
        deed.content_hash,
        str(gate.get("class", "")),
        cell(plain(str(gate.get("reason", "")))),
        json.dumps(gate["probabilities"], separators=(",", ":")) if gate.get("probabilities") else "",
        _wish(details.get("before") or {}),
        _wish(details.get("after") or {}),
        str(details.get("model_digest", "")),
    ]


def _wish(wish: dict[str, object]) -> str:
    yes = {True: "yes", False: "no"}
    return (
        f"override={yes[bool(wish.get('override'))]} turns={wish.get('quarter_turns', 0)} "
        f"inverted={yes[bool(wish.get('inverted'))]}"
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
