"""Plots of a report: what they draw of numbers that say little."""

from cxr_desktop.ui.training.report_data import Reliability


def test_the_line_of_reliability_leaves_out_bins_of_few_images_and_keeps_their_dots(qtbot):
    from cxr_desktop.ui.training.report_plots import ReliabilityChart

    chart = ReliabilityChart()
    qtbot.addWidget(chart)
    bins = ((0.3, 1.0, 1), (0.5, 0.45, 20), (0.7, 0.0, 2), (0.9, 0.88, 40))
    chart.set_reliability(Reliability(before=bins, after=bins, ece_before=0.1, ece_after=0.05))
    assert list(chart._after.getData()[0]) == [0.5, 0.9]
    assert len(chart._dots_after.getData()[0]) == 4
