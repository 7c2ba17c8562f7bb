"""Predictions as Parquet for programs: one typed row per file; numbers are not rounded. No pixels, no identity.

Columns: those of the CSV under the same names, except that what is unknown is null, ``flags`` is a list, ``override``,
``inverted`` and ``bands_differ`` are true or false, and a model's logits stand in ``logit_<class>``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from cxr_desktop.domain.prediction import (
    KNOWN_FINDINGS,
    Finding,
    Prediction,
    SecondOpinion,
    Status,
    in_column_order,
)
from cxr_desktop.export.atomic_file import atomic_bytes
from cxr_desktop.export.map_place import map_place
from cxr_desktop.export.wording import plain, probability_of, readable_path

ROWS_PER_GROUP = 32_768
_TEXT, _NUMBER, _YES = pa.string(), pa.float64(), pa.bool_()


def schema(classes: Sequence[str]) -> pa.Schema:
    """The columns for a model with these classes."""
    first = ("path", "status", "reason", "gate")
    scored = ("risk_band", "model", "model_digest", "device", "precision")
    fields = [*((name, _TEXT) for name in first), *((f.value, _NUMBER) for f in KNOWN_FINDINGS)]
    fields += [*((name, _TEXT) for name in scored), ("seconds", _NUMBER)]
    fields += [(name, _TEXT) for name in ("content_hash", "scored_at", "gate_reason")]
    fields += [("flags", pa.list_(_TEXT)), ("quarter_turns", pa.int8()), ("override", _YES), ("inverted", _YES)]
    fields += [("backend", _TEXT), ("model_version", _TEXT), ("preprocess_version", pa.int32())]
    fields += [("risk_finding", _TEXT), ("gate_correction", _TEXT), ("map_region", _TEXT)]
    fields += [("map_outside_lungs", _NUMBER), ("disagreement", _NUMBER), ("bands_differ", _YES)]
    fields += [(f"second_{name}", _TEXT) for name in ("model", "model_version", "model_digest")]
    fields += [(f"second_{f.value}", _NUMBER) for f in KNOWN_FINDINGS]
    fields += [("second_risk_finding", _TEXT), ("second_risk", _NUMBER), ("second_risk_band", _TEXT)]
    found = in_column_order(classes)
    fields += [(f"p_{f.value}", _NUMBER) for f in found if f not in KNOWN_FINDINGS]
    fields += [(f"logit_{f.value}", _NUMBER) for f in found]
    return pa.schema(fields)


def table_of(predictions: Sequence[Prediction], classes: Sequence[str]) -> pa.Table:
    """One row per prediction, in the order given."""
    return pa.Table.from_pylist([_row(p, in_column_order(classes)) for p in predictions], schema=schema(classes))


@contextmanager
def writer(target: Path, classes: Sequence[str]) -> Iterator[Callable[[Prediction], None]]:
    """Rows of ``score`` as they come; the file appears under its name when all is done. Raises ``OSError``."""
    with table_writer(target, schema(classes)) as write:
        waiting: list[Prediction] = []

        def note(prediction: Prediction) -> None:
            waiting.append(prediction)
            if len(waiting) >= ROWS_PER_GROUP:
                write(table_of(waiting, classes))
                waiting.clear()

        yield note
        write(table_of(waiting, classes))


@contextmanager
def table_writer(target: Path, columns: pa.Schema) -> Iterator[Callable[[pa.Table], None]]:
    """The same for whole tables, which may be small: groups of rows are of one size."""
    with atomic_bytes(target) as stream, pq.ParquetWriter(stream, columns, compression="zstd") as parquet:
        gathered = _Gathered()

        def write(table: pa.Table) -> None:
            gathered.add(table)
            if gathered.rows >= ROWS_PER_GROUP:
                parquet.write_table(gathered.take())

        yield write
        if gathered.rows:
            parquet.write_table(gathered.take())


@dataclass(slots=True)
class _Gathered:
    """Tables that wait until they are worth a group of rows."""

    tables: list[pa.Table] = field(default_factory=list)
    rows: int = 0

    def add(self, table: pa.Table) -> None:
        self.tables.append(table)
        self.rows += table.num_rows

    def take(self) -> pa.Table:
        whole = pa.concat_tables(self.tables)
        self.tables, self.rows = [], 0
        return whole


def _row(prediction: Prediction, classes: Sequence[Finding]) -> dict[str, Any]:
    verdict, by, place = prediction.gate, prediction.scored_by, map_place(prediction)
    offered = verdict.correction if verdict else None
    scored = prediction.status is Status.SCORED
    apart = prediction.disagreement
    row: dict[str, Any] = {
        "path": readable_path(prediction.path),
        "status": prediction.status.value,
        "reason": plain(prediction.reason) or None,
        "gate": verdict.gate_class.value if verdict else None,
        "risk_band": prediction.risk_band.value if prediction.risk_band else None,
        "seconds": prediction.seconds or None,
        "content_hash": prediction.content_hash or None,
        "scored_at": prediction.scored_at or None,
        "gate_reason": plain(verdict.reason) or None if verdict else None,
        "flags": [plain(flag) for flag in prediction.flags],
        "quarter_turns": prediction.quarter_turns,
        "override": prediction.override,
        "inverted": prediction.inverted,
        "risk_finding": prediction.risk_finding.value if prediction.risk is not None else None,
        "gate_correction": f"turns={offered.quarter_turns % 4} inverted={'yes' if offered.inverted else 'no'}"
        if offered
        else None,
        "map_region": place.region if place else None,
        "map_outside_lungs": place.outside if place else None,
        "disagreement": _number(apart),
        "bands_differ": prediction.bands_differ if apart is not None else None,
    }
    if by is not None:
        names = ("model", "model_version", "model_digest", "backend", "device", "precision", "preprocess_version")
        row |= {name: getattr(by, name) for name in names}
    for finding in classes:
        name = finding.value if finding in KNOWN_FINDINGS else f"p_{finding.value}"
        row[name] = _number(probability_of(prediction, finding))
        row[f"logit_{finding.value}"] = _number(prediction.logits.get(finding)) if scored else None
    return row | (_second(prediction.second) if prediction.second is not None else {})


def _second(opinion: SecondOpinion) -> dict[str, Any]:
    by = opinion.scored_by
    return {
        "second_model": by.model,
        "second_model_version": by.model_version,
        "second_model_digest": by.model_digest,
        **{f"second_{f.value}": _number(opinion.probabilities.get(f)) for f in KNOWN_FINDINGS},
        "second_risk_finding": opinion.risk_finding.value,
        "second_risk": _number(opinion.risk),
        "second_risk_band": opinion.risk_band.value if opinion.risk_band else None,
    }


def _number(value: float | None) -> float | None:
    """Null for what the model does not have, and for what is no number."""
    return None if value is None or not isfinite(value) else float(value)
