"""The columns of the worklist as a reader meets them: headings, words, widths, what is shown at first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cxr_desktop.bridge.worklist_model import Column

ALWAYS_SHOWN = (Column.RISK, Column.PATIENT)
"""A list without them says nothing."""
CLASS_COLUMNS = (Column.PNEUMONIA, Column.TUBERCULOSIS, Column.NORMAL)


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """Widths in device-independent pixels: ``width`` where there is room, ``narrow`` in a small window."""

    heading: str
    title: str
    width: int
    narrow: int
    shown: bool = True


def look_of(column: Column) -> ColumnLook:
    """Heading, full title and widths of one column. The patient's column gets what the others leave."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("worklist", text)

    looks = {
        Column.RISK: ColumnLook(tr("Risk"), tr("COVID-19 risk"), 106, 92),
        Column.PNEUMONIA: ColumnLook(tr("Pneu"), tr("Pneumonia"), 44, 39),
        Column.TUBERCULOSIS: ColumnLook(tr("TB"), tr("Tuberculosis"), 44, 39),
        Column.NORMAL: ColumnLook(tr("Norm"), tr("Normal"), 50, 46),
        Column.PATIENT: ColumnLook(tr("Patient"), tr("Patient"), 168, 104),
        Column.STUDY: ColumnLook(tr("Study"), tr("Study date and kind"), 94, 92),
        Column.VIEW: ColumnLook(tr("View"), tr("View and kind of file"), 54, 50),
        Column.SOURCE: ColumnLook(tr("Source"), tr("Kind of file"), 60, 56, shown=False),
        Column.STATE: ColumnLook(tr("State"), tr("State of reading and scoring"), 92, 84, shown=False),
        Column.WAIT: ColumnLook(tr("Wait"), tr("Time since the study arrived"), 60, 58),
    }
    return looks[column]
