"""What a calibration has changed: temperature, reliability, operating points; loads pyqtgraph, starts nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.training.card_facts import CardFacts, Fact
from cxr_desktop.ui.training.notes import Kind, Notes
from cxr_desktop.ui.training.plot_grid import PlotGrid
from cxr_desktop.ui.training.report_data import Report
from cxr_desktop.ui.training.report_plots import ReliabilityChart
from cxr_desktop.ui.training.report_tables import PointTable


class CalibrateResult(QWidget):
    """``set_report`` with what ``calibrate --json`` wrote."""

    def __init__(self) -> None:
        super().__init__()
        self.notes, self.facts = Notes(), CardFacts()
        self.reliability, self.points = ReliabilityChart(), PointTable()
        words = self.tr(
            "Every image is judged by a temperature and by thresholds that were chosen without it and its patient, so "
            "these numbers are of images the calibration has not seen. A temperature above 1 makes a model less sure, "
            "one below 1 surer."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.facts)
        layout.addWidget(self.notes)
        layout.addWidget(PlotGrid((self.reliability, self.points)))
        layout.addWidget(label(words, TextSize.CAPTION, "second", wrap=True))

    def set_report(self, report: Report) -> None:
        """Show another calibration."""
        self.facts.set_facts(self._facts(report))
        self.notes.set_notes([(Kind.WARNING, words) for words in report.cautions])
        self.reliability.set_reliability(report.reliability)
        self.points.set_report(report)

    def _facts(self, report: Report) -> list[Fact]:
        found = report.reliability
        before = report.document.get("calibration", {}).get("temperature_before")
        return [
            (self.tr("Images"), wording.number(report.images), ""),
            (self.tr("Sorts by"), report.label(report.positive), ""),
            (self.tr("Temperature"), _change(before, found.temperature, 2), ""),
            (self.tr("Calibration error (ECE)"), _change(found.ece_before, found.ece_after, 3), ""),
        ]


def _change(before: float | None, after: float | None, digits: int) -> str:
    """``0.70 → 0.92``."""
    words = [f"{value:.{digits}f}" if value is not None else wording.BLANK for value in (before, after)]
    return " → ".join(words)
