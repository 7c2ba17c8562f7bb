"""A report as plots, tables and pictures beside the panel that moves its threshold; loads pyqtgraph, starts nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxr_desktop.domain.model_card import OperatingPoint
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.languages import margins
from cxr_desktop.ui.scroll_area import OverlayScrollArea
from cxr_desktop.ui.training.confusion_matrix import ConfusionMatrix
from cxr_desktop.ui.training.gallery import Gallery
from cxr_desktop.ui.training.notes import Kind, Notes
from cxr_desktop.ui.training.plot_grid import PlotGrid
from cxr_desktop.ui.training.report_data import Report
from cxr_desktop.ui.training.report_plots import PrecisionRecallChart, ProbabilityChart, ReliabilityChart, RocChart
from cxr_desktop.ui.training.report_tables import GroupTable
from cxr_desktop.ui.training.threshold_panel import ThresholdPanel

PANEL_WIDTH = 264


class ReportView(QWidget):
    """The panel at the left stays, what it moves scrolls at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.panel = ThresholdPanel()
        self.roc, self.precision = RocChart(), PrecisionRecallChart()
        self.probabilities, self.reliability = ProbabilityChart(), ReliabilityChart()
        self.matrix, self.gallery = ConfusionMatrix(), Gallery()
        self.tables = (
            GroupTable("by_source", self.tr("By source")),
            GroupTable("by_view", self.tr("By view")),
            GroupTable("by_age", self.tr("By age")),
        )
        self.cautions = Notes()
        self._report: Report | None = None
        self.panel.class_changed.connect(self._on_class)
        self.panel.point_changed.connect(self._on_point)
        self._build()

    def _build(self) -> None:
        plots = PlotGrid((self.roc, self.precision, self.probabilities, self.reliability))
        body = QWidget()
        body.setObjectName("scrollBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(margins(0, 0, 16, 0))
        column.setSpacing(24)
        column.addWidget(self.cautions)
        column.addWidget(plots)
        matrix = QVBoxLayout()
        matrix.setSpacing(8)
        matrix.addWidget(label(self.tr("Confusion matrix of the likeliest class"), semibold=True))
        matrix.addWidget(self.matrix)
        column.addLayout(matrix)
        for table in self.tables:
            column.addWidget(table)
        column.addWidget(self.gallery)
        column.addStretch(1)
        holder = QWidget()
        holder.setObjectName("scrollBody")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(margins(0, 0, 12, 0))
        inner.addWidget(self.panel)
        left, right = OverlayScrollArea(holder), OverlayScrollArea(body)
        left.setFixedWidth(PANEL_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(left)
        row.addWidget(right, 1)

    def set_report(self, report: Report) -> None:
        """Show another report."""
        self._report = report
        self.roc.set_report(report)
        self.reliability.set_reliability(report.reliability)
        order, rows = report.confusion
        self.matrix.set_matrix([report.label(name) for name in order], rows)
        for table in self.tables:
            table.set_report(report)
        self.gallery.set_report(report)
        self.cautions.set_notes([(Kind.WARNING, words) for words in report.cautions])
        self.panel.set_report(report)

    def _on_class(self, name: str) -> None:
        if self._report is not None:
            for chart in (self.roc, self.precision, self.probabilities):
                chart.set_class(self._report, name)

    def _on_point(self, point: OperatingPoint) -> None:
        for chart in (self.roc, self.precision, self.probabilities):
            chart.set_point(point)
