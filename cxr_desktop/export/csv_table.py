"""Predictions as a table for spreadsheets and scripts: one row per file, in the order given. No pixels, no identity."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding, Prediction, SecondOpinion, in_column_order
from cxr_desktop.export.atomic_file import atomic_text
from cxr_desktop.export.map_place import map_place
from cxr_desktop.export.wording import format_probability, one_line, plain, probability_of, readable_path

COLUMNS = (
    "path", "status", "reason", "gate", "covid19", "pneumonia", "tuberculosis", "normal", "risk_band", "model",
    "model_digest", "device", "precision", "seconds",
)  # fmt: skip
"""Fixed: scripts read them by name and by place. ``risk_band`` is about the class named in ``risk_finding``."""
EXTRA_COLUMNS = (
    "content_hash", "scored_at", "gate_reason", "flags", "quarter_turns", "override", "backend", "model_version",
    "preprocess_version", "risk_finding", "inverted", "gate_correction", "map_region", "map_outside_lungs",
    "disagreement", "bands_differ",
)  # fmt: skip
SECOND_COLUMNS = (
    "second_model", "second_model_version", "second_model_digest", "second_covid19", "second_pneumonia",
    "second_tuberculosis", "second_normal", "second_risk_finding", "second_risk", "second_risk_band",
)  # fmt: skip
"""What the second opinion says, blank where there is none."""


_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe stands before ``= + - @``, tab and return."""
    return "'" + text if text.startswith(_FORMULA) else text


def classes_beside(names: Iterable[str]) -> tuple[Finding, ...]:
    """The classes of a model that have no fixed column; each gets one named ``p_<class>`` after all others."""
    return tuple(finding for finding in in_column_order(names) if finding not in KNOWN_FINDINGS)


def row(prediction: Prediction, others: Sequence[Finding] = ()) -> list[str]:
    """One line, in the order of ``COLUMNS``, ``EXTRA_COLUMNS``, ``SECOND_COLUMNS`` and ``others``; what is not known is
    blank, never 0."""
    verdict, by, place = prediction.gate, prediction.scored_by, map_place(prediction)
    offered = verdict.correction if verdict else None
    values = [format_probability(probability_of(prediction, finding)) for finding in KNOWN_FINDINGS]
    return [
        cell(one_line(readable_path(prediction.path))),
        prediction.status.value,
        cell(plain(prediction.reason)),
        verdict.gate_class.value if verdict else "",
        *values,
        prediction.risk_band.value if prediction.risk_band else "",
        cell(by.model) if by else "",
        by.model_digest if by else "",
        cell(by.device) if by else "",
        by.precision if by else "",
        f"{prediction.seconds:.3f}" if prediction.seconds else "",
        prediction.content_hash,
        prediction.scored_at,
        cell(plain(verdict.reason)) if verdict else "",
        cell("; ".join(plain(flag) for flag in prediction.flags)),
        str(prediction.quarter_turns),
        "yes" if prediction.override else "no",
        by.backend if by else "",
        cell(by.model_version) if by else "",
        str(by.preprocess_version) if by else "",
        prediction.risk_finding.value if prediction.risk is not None else "",
        "yes" if prediction.inverted else "no",
        f"turns={offered.quarter_turns % 4} inverted={'yes' if offered.inverted else 'no'}" if offered else "",
        place.region if place else "",
        f"{place.outside:.3f}" if place else "",
        format_probability(prediction.disagreement),
        ("yes" if prediction.bands_differ else "no") if prediction.disagreement is not None else "",
        *_second(prediction.second),
        *(format_probability(probability_of(prediction, finding)) for finding in others),
    ]


def _second(opinion: SecondOpinion | None) -> list[str]:
    if opinion is None:
        return [""] * len(SECOND_COLUMNS)
    by = opinion.scored_by
    return [
        cell(by.model),
        cell(by.model_version),
        by.model_digest,
        *(format_probability(opinion.probabilities.get(finding)) for finding in KNOWN_FINDINGS),
        opinion.risk_finding.value,
        format_probability(opinion.risk),
        opinion.risk_band.value if opinion.risk_band else "",
    ]


@contextmanager
def writer(target: Path | TextIO, classes: Iterable[str] = ()) -> Iterator[Callable[[Prediction], None]]:
    """Write row by row: every call puts one line on disk (or into the stream) at once. ``classes`` are the model's.

    A path appears under its own name when all is done; after a kill the rows so far are in ``<name>.part``. Raises
    ``OSError`` where it cannot be written.
    """
    if isinstance(target, Path):
        with atomic_text(target) as stream:
            yield _write_into(stream, classes_beside(classes))
    else:
        yield _write_into(target, classes_beside(classes))
        target.flush()


def heading(others: Sequence[Finding] = ()) -> str:
    """The first line, with its end."""
    return _as_line([*COLUMNS, *EXTRA_COLUMNS, *SECOND_COLUMNS, *(f"p_{finding}" for finding in others)])


def line(prediction: Prediction, others: Sequence[Finding] = ()) -> str:
    """The line of one file, with its end, for whoever writes the table elsewhere."""
    return _as_line(row(prediction, others))


def _as_line(cells: Sequence[str]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerow(cells)
    return stream.getvalue()


def _write_into(stream: TextIO, others: Sequence[Finding]) -> Callable[[Prediction], None]:
    stream.write(heading(others))

    def write(prediction: Prediction) -> None:
        stream.write(line(prediction, others))

    return write
