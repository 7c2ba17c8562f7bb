"""Tables of a report: decisions by source, view and age, and its operating points; words with intervals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from cxr_desktop.domain.model_card import wilson_interval
from cxr_desktop.ui import wording
from cxr_desktop.ui.evidence_section import target_words
from cxr_desktop.ui.training.grouped_table import GroupedTable
from cxr_desktop.ui.training.report_data import Report


def _tr(text: str) -> str:
    return QCoreApplication.translate("report_tables", text)


class GroupTable(GroupedTable):
    """One row for each class of each group: how often right, how often called."""

    def __init__(self, kind: str, title: str) -> None:
        super().__init__(title)
        self._kind = kind

    def set_report(self, report: Report) -> None:
        """Show its groups; nothing where the report names none."""
        rows = [
            [
                wording.plain(group.name),
                report.label(group.finding),
                wording.number(group.images),
                rate_words(group.right, group.images),
                rate_words(group.flagged, group.images),
            ]
            for group in report.groups(self._kind)
        ]
        called = _tr("Called {0}").format(report.label(report.positive))
        self.set_rows((_tr("Images"), _tr("Right"), called), rows, stressed=1)


class PointTable(GroupedTable):
    """The thresholds of each class that were chosen for a sensitivity, and what they do."""

    def __init__(self) -> None:
        super().__init__(_tr("Operating points"))

    def set_report(self, report: Report) -> None:
        """In the order of the report."""
        points = [row for row in report.document.get("operating_points") or () if _is_sensitivity(row)]
        heads = (_tr("Threshold"), _tr("Sensitivity"), _tr("Specificity"))
        self.set_rows(heads, [_point_words(row, report) for row in points])


def _is_sensitivity(row: Mapping[str, Any]) -> bool:
    return str(row.get("target", "")).startswith("sensitivity")


def _point_words(row: Mapping[str, Any], report: Report) -> list[str]:
    found, missed = int(row["true_positives"]), int(row["false_negatives"])
    cleared, alarms = int(row["true_negatives"]), int(row["false_positives"])
    group = _tr("{0}: {1} with, {2} without").format(
        report.label(str(row["finding"])), wording.number(found + missed), wording.number(cleared + alarms)
    )
    return [
        group,
        target_words(str(row["target"])),
        wording.probability(row["threshold"]),
        rate_words(found, found + missed),
        rate_words(cleared, cleared + alarms),
    ]


def rate_words(count: int | None, images: int) -> str:
    """``98 % [93–99]``; blank for no images."""
    if count is None or not images:
        return wording.BLANK
    return wording.with_interval(count / images, wilson_interval(count, images))
