"""Which of two models a bar and which a ring stands for, with their versions; knows no number."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.ui import wording
from cxr_desktop.ui.bars import paint_ring
from cxr_desktop.ui.fonts import TextSize, font, scaled
from cxr_desktop.ui.languages import mirrored
from cxr_desktop.ui.second_opinion_words import model_name
from cxr_desktop.ui.theme import DARK, Theme

_MARGIN, _SYMBOL, _LINE = 16, 24, 18


class ModelLegend(QWidget):
    """Two lines under the classes; not there where one model alone has scored."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = DARK
        self._names: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in other colours."""
        self._theme = theme
        self.update()

    def set_models(self, prediction: Prediction | None, card: ModelCard | None, second: ModelCard | None) -> None:
        """Name both models of a result; ``None`` hides the legend."""
        opinion = prediction.second if prediction is not None else None
        self.setVisible(opinion is not None)
        if prediction is None or opinion is None:
            self._names = ()
            return
        other = model_name(second, opinion.scored_by, version=True)
        self._names = (
            model_name(card, prediction.scored_by, version=True),
            self.tr("{0}, second opinion").format(other),
        )
        self.setAccessibleName(self.tr("Bar: {0}. Ring: {1}.").format(*self._names))
        self.setToolTip(wording.escape(self.accessibleName()))
        self.update()

    def names(self) -> tuple[str, ...]:
        """The two lines as shown."""
        return self._names

    def sizeHint(self) -> QSize:
        """Two captions and a little air."""
        return QSize(300, 2 * scaled(_LINE) + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A bar and a ring with their names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        used = font(TextSize.CAPTION)
        metrics, whole, height = QFontMetricsF(used), QRectF(self.rect()), scaled(_LINE)
        for index, name in enumerate(self._names):
            line = QRectF(_MARGIN, 6 + index * height, self.width() - 2 * _MARGIN, height)
            middle = line.center().y()
            if index == 0:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self._theme.text_second))
                painter.drawRoundedRect(mirrored(QRectF(_MARGIN, middle - 3, 16, 6), whole), 3, 3)
            else:
                paint_ring(painter, mirrored(QRectF(_MARGIN, middle - 8, 16, 16), whole).center(), self._theme)
            painter.setFont(used)
            painter.setPen(QColor(self._theme.text_second))
            words = line.adjusted(_SYMBOL, 0, 0, 0)
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(mirrored(words, whole), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
