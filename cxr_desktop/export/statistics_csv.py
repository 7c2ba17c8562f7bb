"""Reading statistics as a table, one number a line; no study and no patient."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from cxr_desktop.domain.reading_statistics import Comparison, ReadingStatistics, Share, Spread
from cxr_desktop.export.atomic_file import write_bytes
from cxr_desktop.export.csv_table import cell
from cxr_desktop.export.wording import one_line, plain

COLUMNS = ("measure", "impressions", "operating_point", "threshold", "value", "low_95", "high_95", "count", "n", "note")
_FEW = "too few to say"


def write_statistics(target: Path, statistics: ReadingStatistics) -> None:
    """Write the table whole. Raises ``OSError``."""
    stream = io.StringIO(newline="")
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows(_rows(statistics))
    write_bytes(target, stream.getvalue().encode("utf-8"))


def _rows(statistics: ReadingStatistics) -> Iterator[list[str]]:
    for kind, comparison in (("blind", statistics.blind), ("scores visible", statistics.sighted)):
        yield from _comparison(kind, comparison)
    note = "impressions beside another model's score or none, counted nowhere"
    yield ["left_out", "", "", "", "", "", "", str(statistics.elsewhere), "", note]
    for name, spread in (("seconds_until_ranked", statistics.until_ranked), ("seconds_in_hand", statistics.in_hand)):
        yield from _spread(name, spread)
    for day, reader, count in statistics.read:
        yield ["studies_read", "", "", "", "", "", "", str(count), "", cell(one_line(plain(f"{day} {reader}".strip())))]


def _comparison(kind: str, comparison: Comparison) -> Iterator[list[str]]:
    note = "" if kind == "blind" else "biased towards the model: its scores were in sight"
    yield ["studies", kind, "", "", "", "", "", str(comparison.studies), "", note]
    yield _share("agreement", kind, "", "", comparison.agreed)
    for name, count in (("disagree", comparison.disagreed), ("unsure", comparison.unsure)):
        yield [name, kind, "", "", "", "", "", str(count), str(comparison.agreed.n), ""]
    for each in comparison.classes:
        yield _share(cell(one_line(plain(f"agreement_{each.finding}"))), kind, "", "", each.agreed)
    for point in comparison.points:
        for name, share in (("sensitivity", point.sensitivity), ("specificity", point.specificity)):
            yield _share(name, kind, cell(point.target), repr(point.threshold), share)


def _share(name: str, kind: str, target: str, threshold: str, share: Share) -> list[str]:
    """The count is always there; a share of too few is not."""
    numbers = ["", "", ""]
    if share.says_something:
        numbers = [f"{value:.6f}" for value in (share.value, *share.interval)]
    note = "" if share.says_something else _FEW
    return [name, kind, target, threshold, *numbers, str(share.count), str(share.n), note]


def _spread(name: str, spread: Spread) -> Iterator[list[str]]:
    for which, value in (("p50", spread.p50_s), ("p95", spread.p95_s)):
        number = f"{value:.1f}" if value is not None else ""
        yield [f"{name}_{which}", "", "", "", number, "", "", "", str(spread.n), "" if number else _FEW]
