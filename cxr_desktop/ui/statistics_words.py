"""Reading statistics in words and numbers for people; pure, knows no widget."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import in_column_order
from cxr_desktop.domain.reading_statistics import Comparison, Share, Spread
from cxr_desktop.ui import wording


def _tr(text: str) -> str:
    return QCoreApplication.translate("statistics", text)


def studies(count: int) -> str:
    """``1 study`` or ``12 studies``."""
    return _tr("1 study") if count == 1 else _tr("{0} studies").format(wording.number(count))


def share(value: Share) -> str:
    """``98 % [93–99]``, or why there is no number."""
    if value.n == 0:
        return wording.BLANK
    if not value.says_something:
        return _tr("{0}: too few to say").format(studies(value.n))
    return wording.with_interval(value.value, value.interval)


def of(value: Share) -> str:
    """``47 of 48``, the numbers behind a share."""
    return _tr("{0} of {1}").format(wording.number(value.count), wording.number(value.n)) if value.n else ""


def duration(seconds: float | None, n: int) -> str:
    """``8.4 s`` or ``3 min 20 s``, or why there is no number."""
    if seconds is None:
        return _tr("{0}: too few to say").format(studies(n)) if n else wording.BLANK
    if seconds < 60:
        return _tr("{0:.1f} s").format(seconds)
    whole = round(seconds)
    if whole < 3600:
        return _tr("{0} min {1:02d} s").format(whole // 60, whole % 60)
    return _tr("{0} h {1:02d} min").format(whole // 3600, whole % 3600 // 60)


def spread(value: Spread) -> tuple[str, str]:
    """(median, 95th percentile)"""
    return duration(value.p50_s, value.n), duration(value.p95_s, value.n)


def comparison_rows(
    blind: Comparison, sighted: Comparison, card: ModelCard | None = None
) -> list[tuple[str, str, str, str, str]]:
    """(name, blind, its counts, with scores in sight, its counts), a line for each number."""
    rows = [(_tr("Studies"), wording.number(blind.studies), "", wording.number(sighted.studies), "")]
    rows.append(
        (_tr("Reader agrees"), share(blind.agreed), of(blind.agreed), share(sighted.agreed), of(sighted.agreed))
    )
    none = Share(0, 0)
    apart = [{each.finding: each.agreed for each in group.classes} for group in (blind, sighted)]
    for finding in in_column_order([*apart[0], *apart[1]]):
        a, b = (found.get(finding, none) for found in apart)
        name = _tr("Reader agrees about {0}").format(wording.finding_label(finding, card))
        rows.append((name, share(a), of(a), share(b), of(b)))
    for one, other in zip(blind.points, sighted.points, strict=True):
        for name, a, b in (
            (_tr("Sensitivity at {0}"), one.sensitivity, other.sensitivity),
            (_tr("Specificity at {0}"), one.specificity, other.specificity),
        ):
            rows.append((name.format(f"{one.threshold:.2f}"), share(a), of(a), share(b), of(b)))
    return rows
