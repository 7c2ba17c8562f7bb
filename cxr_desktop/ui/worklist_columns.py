"""The columns of the worklist as a reader meets them: headings, words, widths, what is shown at first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetricsF

from cxr_desktop.bridge.worklist_columns import FINDING_OF, Column
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import KNOWN_FINDINGS, Finding
from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize, font

ALWAYS_SHOWN = (Column.RISK, Column.PATIENT)
"""A list without them says nothing."""
CLASS_COLUMNS = (Column.PNEUMONIA, Column.TUBERCULOSIS, Column.OTHERS, Column.NORMAL)
NUMBER_COLUMNS = (*CLASS_COLUMNS, Column.DISAGREEMENT)
"""Words over a study without a number may run over these."""
SPARED_FIRST = (Column.VIEW, Column.WAIT)
"""Where the list is too narrow for all that is wished these make room, in this order."""
SYMBOL_WIDTH = 32
"""Room for the sign of the reading state before the risk."""
WORDS_WIDTH = 128
"""Room for the words over a study without a number."""
HEADING_LEFT = 12
"""Where the heading of the risk begins if it finds no room behind the symbol's place."""
_WIDEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """Widths in device-independent pixels: ``width`` where there is room, ``narrow`` in a small window."""

    heading: str
    title: str
    width: int
    narrow: int
    shown: bool = True


def has_values(column: Column, card: ModelCard | None) -> bool:
    """Whether the model has anything for a column; the class of interest stands in the risk's column alone."""
    if column is Column.OTHERS:
        return bool(other_classes(card))
    if card is None or column not in FINDING_OF:
        return True
    return FINDING_OF[column] in card.findings and FINDING_OF[column] != card.class_of_interest


def other_classes(card: ModelCard | None) -> list[Finding]:
    """The classes that have no column of their own."""
    findings = card.findings if card is not None else ()
    return [f for f in findings if f not in KNOWN_FINDINGS and card is not None and f != card.class_of_interest]


def _risk_look(card: ModelCard | None) -> ColumnLook:
    name = wording.finding_label(card.class_of_interest if card is not None else Finding.COVID19, card)
    advance = QFontMetricsF(font(TextSize.CAPTION, semibold=True)).horizontalAdvance(name.upper())
    # The sort arrow stands right of the heading.
    needed = min(_WIDEST_HEADING, round(advance)) + 18
    title = QCoreApplication.translate("worklist", "{0} risk").format(name)
    return ColumnLook(name, title, max(106, SYMBOL_WIDTH + needed), max(86, HEADING_LEFT + needed))


def _others_look(card: ModelCard | None) -> ColumnLook:
    others = other_classes(card)
    if len(others) == 1:
        name = wording.finding_label(others[0], card)
        return ColumnLook(name, name, 62, 48)
    heading = QCoreApplication.translate("worklist", "Others")
    return ColumnLook(heading, QCoreApplication.translate("worklist", "Likeliest of the other classes"), 104, 80)


def look_of(column: Column, card: ModelCard | None = None) -> ColumnLook:
    """Heading, full title and widths of one column. The patient's column gets what the others leave."""
    if column is Column.RISK:
        return _risk_look(card)
    if column is Column.OTHERS:
        return _others_look(card)

    def tr(text: str) -> str:
        return QCoreApplication.translate("worklist", text)

    looks = {
        Column.PNEUMONIA: ColumnLook(tr("Pneu"), tr("Pneumonia"), 44, 39),
        Column.TUBERCULOSIS: ColumnLook(tr("TB"), tr("Tuberculosis"), 44, 39),
        Column.NORMAL: ColumnLook(tr("Norm"), tr("Normal"), 50, 43),
        Column.DISAGREEMENT: ColumnLook(tr("Diff"), tr("Disagreement with the second opinion"), 62, 52),
        Column.GATE: ColumnLook(tr("Check"), tr("Check of the image"), 104, 92, shown=False),
        Column.PICTURE: ColumnLook("", tr("Small picture"), 60, 60, shown=False),
        Column.PATIENT: ColumnLook(tr("Patient"), tr("Patient"), 168, 98),
        Column.PATIENT_ID: ColumnLook(tr("ID"), tr("Patient ID"), 88, 72, shown=False),
        Column.AGE: ColumnLook(tr("Age"), tr("Age and sex"), 52, 48, shown=False),
        Column.STUDY: ColumnLook(tr("Study"), tr("Study date and kind"), 94, 92),
        Column.ACCESSION: ColumnLook(tr("Accession"), tr("Accession number"), 96, 80, shown=False),
        Column.DESCRIPTION: ColumnLook(tr("Description"), tr("Study description"), 152, 96, shown=False),
        Column.MODALITY: ColumnLook(tr("Mod"), tr("Modality"), 48, 44, shown=False),
        Column.VIEW: ColumnLook(tr("View"), tr("View and kind of file"), 54, 50),
        Column.IMAGES: ColumnLook(tr("Img"), tr("Number of images"), 48, 44, shown=False),
        Column.SOURCE: ColumnLook(tr("Source"), tr("Kind of file"), 60, 56, shown=False),
        Column.FILE: ColumnLook(tr("File"), tr("File name"), 144, 96, shown=False),
        Column.STATE: ColumnLook(tr("State"), tr("State of reading and scoring"), 92, 84, shown=False),
        Column.PRIORITY: ColumnLook(tr("Priority"), tr("Priority"), 68, 60, shown=False),
        Column.IMPRESSION: ColumnLook(tr("Impression"), tr("Your impression"), 104, 84, shown=False),
        Column.READER: ColumnLook(tr("Reader"), tr("Reader and time of reading"), 104, 84, shown=False),
        Column.WAIT: ColumnLook(tr("Wait"), tr("Time since the study arrived"), 60, 57),
    }
    return looks[column]
