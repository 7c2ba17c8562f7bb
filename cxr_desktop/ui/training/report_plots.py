"""The plots of a report: ROC, precision–recall, probabilities, reliability; the chosen threshold is marked in each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from cxr_desktop.domain.model_card import OperatingPoint
from cxr_desktop.ui import wording
from cxr_desktop.ui.training.chart import FAINT, GUIDE, MAIN, SECOND, Chart, Ink
from cxr_desktop.ui.training.report_data import Reliability, Report, Roc

_UNIT = (0.0, 1.0)
_HEIGHT = 240
_FEWEST_IN_A_BIN = 5
_MARK = Ink("text", 1.5)


def _tr(text: str) -> str:
    return QCoreApplication.translate("report_plots", text)


def area_words(roc: Roc) -> str:
    """``AUC 0.953 [0.931–0.972]``."""
    if roc.auc is None:
        return _tr("AUC not known")
    words = _tr("AUC {0}").format(f"{roc.auc:.3f}")
    if roc.low is None or roc.high is None:
        return words
    return f"{words} [{roc.low:.3f}–{roc.high:.3f}]"


class RocChart(Chart):
    """One class in accent, the others faint behind it, the threshold as a dot."""

    def __init__(self) -> None:
        super().__init__(_tr("ROC"), _tr("1 − specificity"), _tr("Sensitivity"), _HEIGHT)
        self.set_range(_UNIT, _UNIT)
        self._others: list[Any] = []
        self.add_line(GUIDE).setData([0, 1], [0, 1])
        self._line = self.add_line(MAIN)
        self._dot = self.add_dots(_MARK, 9)
        self._area = self.add_key("", None, _tr("Area under the curve with its 95 % interval"))

    def set_report(self, report: Report) -> None:
        """All classes; none is chosen yet."""
        while len(self._others) < len(report.classes):
            self._others.append(self.add_line(FAINT))

    def set_class(self, report: Report, name: str) -> None:
        """Bring one class forward."""
        others = [report.roc(other) for other in report.classes if other != name]
        # Of two classes the second curve is the first one mirrored: it says nothing more.
        shown = others if len(others) > 1 else []
        for number, line in enumerate(self._others):
            roc = shown[number] if number < len(shown) else Roc()
            line.setData(list(roc.fpr), list(roc.tpr))
        roc = report.roc(name)
        self._line.setData(list(roc.fpr), list(roc.tpr))
        self.set_key(self._area, area_words(roc))
        self.describe(f"{report.label(name)}, {area_words(roc)}")

    def set_point(self, point: OperatingPoint) -> None:
        """Where the threshold stands."""
        self._dot.setData([1 - point.specificity], [point.sensitivity])


class PrecisionRecallChart(Chart):
    """Precision over recall of one class, its share in these images as the guide."""

    def __init__(self) -> None:
        super().__init__(_tr("Precision and recall"), _tr("Sensitivity (recall)"), _tr("Precision"), _HEIGHT)
        self.set_range(_UNIT, _UNIT)
        self._share = self.add_line(GUIDE)
        self._line = self.add_line(MAIN)
        self._dot = self.add_dots(_MARK, 9)
        self._average = self.add_key("", None, _tr("Average precision"))

    def set_class(self, report: Report, name: str) -> None:
        """Show one class."""
        curve = report.precision_recall(name)
        self._line.setData(list(curve.recall), list(curve.precision))
        words = _tr("average precision {0}").format(f"{curve.average:.3f}") if curve.average is not None else ""
        self.set_key(self._average, words)
        self.describe(f"{report.label(name)}, {words}")

    def set_point(self, point: OperatingPoint) -> None:
        """Where the threshold stands; nowhere if it calls nothing."""
        called = point.true_positives + point.false_positives
        images = called + point.true_negatives + point.false_negatives
        share = (point.true_positives + point.false_negatives) / max(1, images)
        self._share.setData([0, 1], [share, share])
        if called:
            self._dot.setData([point.sensitivity], [point.true_positives / called])
        else:
            self._dot.clear()


class ProbabilityChart(Chart):
    """How many images have which probability: outlined without the finding, filled with it; the threshold upright."""

    def __init__(self) -> None:
        super().__init__(_tr("Probabilities"), _tr("Probability"), _tr("Share of images"), _HEIGHT)
        self.set_range(_UNIT)
        self._with = self.add_line(MAIN, filled=True)
        self._without = self.add_line(SECOND)
        self._threshold = self.add_upright(_MARK)
        self.add_key(_tr("with"), MAIN)
        self.add_key(_tr("without"), SECOND)

    def set_class(self, report: Report, name: str) -> None:
        """Show one class; each side adds up to 1, since the sides differ in size."""
        histogram = report.histogram(name)
        for line, counts in ((self._with, histogram.positives), (self._without, histogram.negatives)):
            shares = [count / max(1, sum(counts)) for count in counts]
            xs, ys = _steps(histogram.edges, shares)
            line.setData(xs, ys)
        self.describe(
            _tr("{0} images with {1}, {2} without").format(
                wording.number(sum(histogram.positives)), report.label(name), wording.number(sum(histogram.negatives))
            )
        )

    def set_point(self, point: OperatingPoint) -> None:
        """Where the threshold stands."""
        self._threshold.setPos(min(1.0, point.threshold))
        self._threshold.show()


class ReliabilityChart(Chart):
    """How sure against how often right, before and after the temperature; a larger dot is more images."""

    def __init__(self) -> None:
        super().__init__(_tr("Reliability"), _tr("Probability that was given"), _tr("Share that was right"), _HEIGHT)
        self.set_range(_UNIT, _UNIT)
        self.add_line(GUIDE).setData([0, 1], [0, 1])
        self._before, self._after = self.add_line(SECOND), self.add_line(MAIN)
        self._dots_before, self._dots_after = self.add_dots(SECOND, 7, hollow=True), self.add_dots(MAIN, 7)
        self._key_before = self.add_key("", SECOND, _tr("Before: expected calibration error"))
        self._key_after = self.add_key("", MAIN, _tr("After: expected calibration error"))

    def set_reliability(self, found: Reliability) -> None:
        """Both lines; a dot per bin that holds images."""
        for line, dots, bins in (
            (self._before, self._dots_before, found.before),
            (self._after, self._dots_after, found.after),
        ):
            xs, ys = [x for x, _, _ in bins], [y for _, y, _ in bins]
            # A line through bins of one or two images would be a zigzag that says nothing.
            sure = [(x, y) for x, y, count in bins if count >= _FEWEST_IN_A_BIN]
            line.setData([x for x, _ in sure], [y for _, y in sure])
            # A bin of one image may stand anywhere: the eye must not take it for more than it is.
            most = max((count for _, _, count in bins), default=1)
            dots.setData(xs, ys, size=[4 + 7 * (count / most) ** 0.5 for _, _, count in bins])
        before, after = _error(_tr("before, ECE {0}"), found.ece_before), _error(_tr("after, {0}"), found.ece_after)
        self.set_key(self._key_before, before)
        self.set_key(self._key_after, after)
        self.describe(", ".join((before, after)))


def _error(words: str, value: float | None) -> str:
    return words.format(f"{value:.3f}" if value is not None else wording.BLANK)


def _steps(edges: tuple[float, ...], heights: list[float]) -> tuple[list[float], list[float]]:
    """A staircase: two points per bin, down to zero at both ends."""
    if len(edges) < 2 or not heights:
        return [], []
    xs, ys = [edges[0]], [0.0]
    for left, right, height in zip(edges[:-1], edges[1:], heights, strict=True):
        xs += [left, right]
        ys += [height, height]
    return [*xs, edges[-1]], [*ys, 0.0]
