"""How each cell of a worklist row is painted; knows a row's entry and the theme, never the model or the view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from cxr_desktop.bridge.worklist_columns import FINDING_OF, Column, likeliest_other
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.triage import BY_RISK, Ordering, grade
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ReadState, ScoreState, WorklistEntry
from cxr_desktop.ui import column_words, icons, reasons, wait_words, wording
from cxr_desktop.ui.bars import Bar, bar_of, paint_bar
from cxr_desktop.ui.fonts import TextSize, kept_font, scaled
from cxr_desktop.ui.languages import left_to_right, mirrored
from cxr_desktop.ui.second_opinion_words import Agreement, agreement
from cxr_desktop.ui.theme import Theme
from cxr_desktop.ui.worklist_columns import SYMBOL_WIDTH, other_classes

ROW_HEIGHT = 52
COMPACT_HEIGHT = 32
GAP = 12
CLASS_GAP = 8
RIGHT_MARGIN = 12


@dataclass(frozen=True, slots=True)
class RowLook:
    """What all cells of one painting share. ``now`` is UTC seconds, ``today`` the reader's date."""

    theme: Theme
    card: ModelCard | None
    compact: bool
    hide_identity: bool
    now: float
    today: date
    ordering: Ordering = BY_RISK


class CellPainter:
    """Paints the cells of one entry; ``area`` is the cell, ``span`` the joined risk and class cells.

    What an entry works out anew each time it is asked is asked once here: a row has eight cells.
    """

    def __init__(self, entry: WorklistEntry, look: RowLook) -> None:
        leading = entry.leading
        self.painter = QPainter()
        self.frame = QRectF()
        """The cell that is painted; what stands in it from the left is mirrored in it where the window is."""
        self.entry = entry
        self.look = look
        self.header = entry.radiograph
        self.scored = leading.prediction if leading.risk is not None else None
        self.engine_state, self.risk_value = leading.state, leading.risk
        card = look.card
        if self.scored is not None and card is not None and self.scored.risk_finding != card.class_of_interest:
            # Another model was chosen a moment ago: its heading is no place for the former one's number.
            self.scored, self.risk_value, self.engine_state = None, None, ScoreState.WAITING
        self.reason = "" if self.scored is not None else reasons.words(entry.reason)
        self.read = entry.read_state is ReadState.READ
        self.unread = entry.read_state is ReadState.UNREAD

    # --- the cells

    def symbol(self, area: QRectF) -> None:
        """Dot, ring, triangle or nothing, in the first 32 pixels of the row."""
        theme = self.look.theme
        centre = mirrored(QRectF(area.left(), area.top(), 40, area.height()), self.frame).center()
        self.painter.save()
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.engine_state in (ScoreState.NOT_SCORED, ScoreState.NOT_AN_IMAGE):
            colour = (
                theme.text_second if self.read or self.engine_state is ScoreState.NOT_AN_IMAGE else theme.risk_between
            )
            box = QRectF(centre.x() - 9, centre.y() - 9, 18, 18)
            icons.renderer("not_scored", colour).render(self.painter, box)
        elif self.unread:
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(QColor(theme.accent))
            self.painter.drawEllipse(centre, 4, 4)
        elif not self.read:
            self.painter.setPen(QPen(QColor(theme.accent), 1.5))
            self.painter.drawEllipse(centre, 3.5, 3.5)
        self.painter.restore()

    def risk(self, area: QRectF, span: QRectF) -> None:
        """The risk's number and bar, or the engine's state in words across the class cells."""
        theme = self.look.theme
        inner = area.adjusted(SYMBOL_WIDTH, 0, -GAP, 0)
        if self.risk_value is None or self.scored is None:
            self.state_words(span.adjusted(SYMBOL_WIDTH, 0, -GAP, 0))
            return
        size = TextSize.BODY if self.look.compact else TextSize.TITLE
        colour = theme.text_second if self.read else theme.text
        self._line(inner, wording.probability(self.risk_value), size, colour, semibold=not self.read, upper=True)
        bar = bar_of(self.look.card, self.scored.risk_finding, self.risk_value, muted=self.read)
        top, height = (inner.bottom() - 7, 3) if self.look.compact else (inner.top() + scaled(32), 5)
        paint_bar(self.painter, mirrored(QRectF(inner.left(), top, inner.width(), height), self.frame), bar, theme)

    def finding(self, area: QRectF, span: QRectF, column: Column) -> None:
        """One of the other classes: number and thin grey bar; blank where the model does not have it."""
        if self.scored is None:
            if not span.isEmpty():
                self.state_words(span.adjusted(SYMBOL_WIDTH, 0, -GAP, 0))
            return
        inner = area.adjusted(0, 0, -CLASS_GAP, 0)
        if column is Column.OTHERS:
            other = likeliest_other(self.scored)
            if other is not None and len(other_classes(self.look.card)) > 1:
                self._named_number(inner, other[1], wording.finding_label(other[0], self.look.card))
                return
            value = other[1] if other is not None else None
        else:
            value = self.scored.probabilities.get(FINDING_OF[column])
        self._line(inner, wording.probability(value), TextSize.BODY, self.look.theme.text_second, upper=True)
        if value is not None:
            # Without colour and ticks: colour in the list means the risk that orders it.
            bar = Bar(value, muted=self.read)
            top = inner.bottom() - 7 if self.look.compact else inner.top() + scaled(33)
            place = mirrored(QRectF(inner.left(), top, min(inner.width(), 30), 3), self.frame)
            paint_bar(self.painter, place, bar, self.look.theme)

    def _named_number(self, area: QRectF, value: float, name: str) -> None:
        """Which class it is must be said, so there is no room for a bar as well."""
        number, colour = wording.probability(value), self.look.theme.text_second
        self._line(area, number, TextSize.BODY, colour, upper=True)
        if self.look.compact:
            area.setLeft(area.left() + QFontMetricsF(_font(TextSize.BODY, False)).horizontalAdvance(number) + 6)
        self._line(area, name, TextSize.CAPTION, colour, lower=True)

    def disagreement(self, area: QRectF, span: QRectF) -> None:
        """How far the two models lie apart; a sign, a word and the colour of a warning where they contradict."""
        if self.scored is None:
            if not span.isEmpty():
                self.state_words(span.adjusted(SYMBOL_WIDTH, 0, -GAP, 0))
            return
        theme = self.look.theme
        inner = area.adjusted(0, 0, -CLASS_GAP, 0)
        words = wording.probability(self.scored.disagreement)
        if agreement(self.scored) is not Agreement.DISAGREES:
            self._line(inner, words, TextSize.BODY, theme.text_second, upper=True)
            return
        colour = theme.text_second if self.read else theme.risk_between
        self._line(inner, left_to_right(f"≠\u200a{words}"), TextSize.BODY, colour, semibold=not self.read, upper=True)
        below = QCoreApplication.translate("worklist", "disagree")
        fits = QFontMetricsF(_font(TextSize.CAPTION, False)).horizontalAdvance(below) <= inner.width()
        if fits and not self.look.compact:
            self._line(inner, below, TextSize.CAPTION, theme.text_second, lower=True)

    def state_words(self, area: QRectF) -> None:
        """ "Not scored" and why, or waiting, or being scored."""
        theme = self.look.theme
        words = wording.score_state(self.engine_state)
        self.frame = area.adjusted(-SYMBOL_WIDTH, 0, GAP, 0)
        failed = self.engine_state is ScoreState.NOT_SCORED
        colour = theme.risk_between if failed and not self.read else theme.text_second
        if self.engine_state is ScoreState.SCORING:
            colour = theme.text
        if self.look.compact and self.reason:
            self._line(area, f"{words}: {self.reason}", TextSize.BODY, colour)
        elif self.reason:
            self._line(area, words, TextSize.BODY, colour, upper=True)
            self._line(area, self.reason, TextSize.CAPTION, theme.text_second, lower=True)
        else:
            self._line(area, words, TextSize.BODY, colour)

    def words(self, area: QRectF, column: Column) -> None:
        """A column of words, as one or two lines."""
        look = self.look
        reading = column_words.Reading(look.hide_identity, look.card, look.now, look.today, look.ordering)
        first, second = column_words.lines(column, self.entry, reading)
        if column is Column.PATIENT:
            self._pair(area, first, second, strong=self.unread)
        elif column is Column.WAIT:
            self._wait(area, first, second)
        elif column is Column.PRIORITY:
            urgent = self.entry.urgency is not Urgency.ROUTINE
            self._pair(area, first, second, strong=urgent and not self.read, quiet=not urgent)
        else:
            if (
                column is Column.STUDY
                and QFontMetricsF(_font(TextSize.BODY, False)).horizontalAdvance(first) > area.width() - GAP
            ):
                first = first.split(" ")[0]
            self._pair(area, first or wording.BLANK, second, quiet=column in _QUIET)

    def _wait(self, area: QRectF, first: str, urgency: str) -> None:
        """To the right: how long, over how urgent it is and whether the wait has lifted the study."""
        theme, inner = self.look.theme, area.adjusted(0, 0, -RIGHT_MARGIN, 0)
        risen = self.look.ordering.has_risen(grade(self.entry))
        colour = theme.risk_between if risen else theme.text_second
        strong = self.entry.urgency is Urgency.STAT and not self.read
        if self.look.compact:
            # One line has room for one thing: why the study stands so high.
            self._right(inner, urgency or first, TextSize.BODY, theme.text if urgency else colour, strong, upper=True)
            return
        # The mark of a study that has risen stands under its wait.
        self._right(inner, first.removesuffix(wait_words.RISEN).rstrip(), TextSize.BODY, colour, False, upper=True)
        if urgency:
            second = theme.text if strong else theme.text_second
            self._right(inner, urgency, TextSize.CAPTION, second, strong, upper=False)
        elif risen:
            self._right(inner, wait_words.risen(), TextSize.CAPTION, colour, False, upper=False)

    def _right(self, area: QRectF, text: str, size: TextSize, colour: str, semibold: bool, upper: bool) -> None:
        width = QFontMetricsF(_font(size, semibold)).horizontalAdvance(text)
        inner = QRectF(area)
        inner.setLeft(max(inner.left(), inner.right() - width - 1))
        self._line(inner, text, size, colour, semibold, upper=upper, lower=not upper)

    def picture(self, area: QRectF, picture: QPixmap | None) -> None:
        """The leading image in small, an empty frame until it is there."""
        side = (28 if self.look.compact else 44) - 0.0
        box = QRectF(area.left(), area.center().y() - side / 2, side, side)
        if picture is None or picture.isNull():
            self.painter.fillRect(box, QColor(self.look.theme.track))
            return
        size = picture.deviceIndependentSize()
        scale = min(side / size.width(), side / size.height())
        shown = QRectF(0, 0, size.width() * scale, size.height() * scale)
        shown.moveCenter(box.center())
        self.painter.save()
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter.fillRect(box, QColor("black"))
        self.painter.setOpacity(0.6 if self.read else 1.0)
        self.painter.drawPixmap(shown, picture, QRectF(picture.rect()))
        self.painter.restore()

    # --- how text is set

    def _pair(self, area: QRectF, first: str, second: str, strong: bool = False, quiet: bool = False) -> None:
        theme = self.look.theme
        colour = theme.text_second if self.read or quiet else theme.text
        inner = area.adjusted(0, 0, -GAP, 0)
        self._line(inner, first, TextSize.BODY, colour, semibold=strong, upper=True)
        if second and self.look.compact:
            # What is left of the one line, where all of it fits.
            inner.setLeft(inner.left() + QFontMetricsF(_font(TextSize.BODY, strong)).horizontalAdvance(first) + 8)
            second = (
                second
                if QFontMetricsF(_font(TextSize.CAPTION, False)).horizontalAdvance(second) <= inner.width()
                else ""
            )
        if second:
            self._line(inner, second, TextSize.CAPTION, theme.text_second, lower=True)

    def _line(
        self,
        area: QRectF,
        text: str,
        size: TextSize,
        colour: str,
        semibold: bool = False,
        upper: bool = False,
        lower: bool = False,
    ) -> None:
        """One elided line: the row's upper or lower line in two-line rows, else the middle of the row."""
        self.painter.setFont(_font(size, semibold))
        self.painter.setPen(QColor(colour))
        pixels = scaled(size)
        if self.look.compact:
            baseline = area.top() + scaled(20)
        elif upper or lower:
            baseline = area.top() + scaled(24 if upper else 41)
        else:
            baseline = area.center().y() + _cap_height(pixels, semibold) / 2
        shown, width = _elided(text, pixels, semibold, area.width())
        line = QRectF(area.left(), area.top(), width, area.height())
        self.painter.drawText(QPointF(mirrored(line, self.frame).left(), baseline), shown)


_QUIET = (
    Column.VIEW, Column.SOURCE, Column.STATE, Column.GATE, Column.MODALITY, Column.IMAGES, Column.FILE, Column.READER,
    Column.PATIENT_ID, Column.ACCESSION, Column.AGE,
)  # fmt: skip
"""What is looked up now and then is not as bright as what is read."""


def _font(size: TextSize, semibold: bool) -> QFont:
    return kept_font(scaled(size), semibold)


@lru_cache(maxsize=64)
def _cap_height(pixels: int, semibold: bool) -> float:
    return QFontMetricsF(kept_font(pixels, semibold)).capHeight()


@lru_cache(maxsize=8192)
def _elided(text: str, pixels: int, semibold: bool, width: float) -> tuple[str, float]:
    """What of a text fits, and how wide that is. A repaint of the list asks for some hundred, mostly the same."""
    metrics = QFontMetricsF(kept_font(pixels, semibold))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    return shown, metrics.horizontalAdvance(shown)
