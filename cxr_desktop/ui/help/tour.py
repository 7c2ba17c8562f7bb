"""Four steps through the window for somebody new: a word beside each part; changes nothing and blocks nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cxr_desktop.ui.fonts import TextSize, font, scaled
from cxr_desktop.ui.key_bindings import first_key
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.theme import Theme, current_theme

if TYPE_CHECKING:
    from cxr_desktop.ui.main_window import MainWindow

_WIDTH, _GAP, _EDGE = 360, 16, 12
_WIDEST_SHARE = 0.4
"""Of the window, for large text."""


class Step(NamedTuple):
    """``part`` is framed; the words stand beside it."""

    part: QWidget
    title: str
    words: str


class Frame(QWidget):
    """A line round a part of the window that lets every click through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the accent's colour."""
        painter = QPainter(self)
        painter.setPen(QPen(QColor(current_theme().accent), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


class Bubble(QFrame):
    """Title, words, how far the tour is, and the three ways on. Signals: ``skipped()``, ``back()``, ``onward()``."""

    skipped = Signal()
    back = Signal()
    onward = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = label(size=TextSize.TITLE, semibold=True, wrap=True)
        self._words = label(wrap=True)
        self._where = label(tone="second", size=TextSize.CAPTION)
        self._skip, self._back, self.next = QPushButton(), QPushButton(), QPushButton()
        self.next.setProperty("kind", "primary")
        self.next.setFont(font(semibold=True))
        for button, told in ((self._skip, self.skipped), (self._back, self.back), (self.next, self.onward)):
            button.clicked.connect(told)
        self._skip.setProperty("kind", "quiet")
        self._skip.setText(self.tr("Skip"))
        self._skip.setToolTip(self.tr("End the tour (Esc); it stays in the Help menu"))
        self._back.setText(self.tr("Back"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._where)
        foot.addStretch(1)
        for button in (self._skip, self._back, self.next):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._words)
        layout.addSpacing(4)
        layout.addLayout(foot)
        self.hide()

    def show_step(self, step: Step, number: int, of: int) -> None:
        """``number`` counts from 1."""
        self._title.setText(step.title)
        self._words.setText(step.words)
        self._where.setText(self.tr("{0} of {1}").format(number, of))
        self._back.setEnabled(number > 1)
        self._skip.setEnabled(number < of)
        self.next.setText(self.tr("Next") if number < of else self.tr("Start reading"))
        self.setAccessibleName(f"{step.title}. {step.words}")
        self.next.setAccessibleName(f"{self.next.text()}. {step.title}. {step.words}")
        self.setFixedWidth(min(scaled(_WIDTH), max(_WIDTH, round(_WIDEST_SHARE * self.window().width()))))
        layout = self.layout()
        assert layout is not None
        self.setFixedHeight(layout.totalHeightForWidth(self.width()))

    def texts(self) -> tuple[str, str, str]:
        """Title, words, how far."""
        return self._title.text(), self._words.text(), self._where.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the tour."""
        if event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
        else:
            super().keyPressEvent(event)


class Tour(QObject):
    """``begin`` shows the first step; it ends by the reader's hand alone."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._steps: list[Step] = []
        self._at = 0
        self._before: QWidget | None = None
        self.frame, self.bubble = Frame(window), Bubble(window)
        self.bubble.skipped.connect(self.stop)
        self.bubble.back.connect(lambda: self._go(self._at - 1))
        self.bubble.onward.connect(self._onward)
        for part in (window, window.worklist, window.stage, window.findings):
            part.installEventFilter(self)

    # --- what it is told

    @Slot()
    def begin(self) -> None:
        """From the first step."""
        self.start(0)

    def start(self, at: int) -> None:
        """From a step that counts from 0."""
        self._steps = self._made()
        if not self.is_running:
            self._before = self._window.focusWidget()
        self._go(at)
        self.bubble.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Away with it; the focus is where it was."""
        if not self.is_running:
            return
        self.frame.hide()
        self.bubble.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    @property
    def is_running(self) -> bool:
        """Whether a step is shown."""
        return not self.bubble.isHidden()

    @property
    def at(self) -> int:
        """The step that is shown, from 0."""
        return self._at

    def set_theme(self, theme: Theme) -> None:
        """Repaint the line."""
        self.frame.update()

    # --- its steps

    def _made(self) -> list[Step]:
        window = self._window

        def key(name: str, own: str) -> str:
            return first_key(f"window.{name}", own) or self.tr("no key")

        return [
            Step(
                window.worklist,
                self.tr("The list sorts itself"),
                self.tr(
                    "Open a folder ({0}) or drop one here. Every study is scored in the background, and those with "
                    "the higher risk rise. What could not be scored stands together and says why. {1} and {2} go down "
                    "and up."
                ).format(key("open_folder", "Ctrl+O"), key("next", "N"), key("previous", "P")),
            ),
            Step(
                window.stage,
                self.tr("The image"),
                self.tr(
                    "Left drag changes window and level, right drag zooms, the wheel goes through the images of a "
                    "study. {0} shows or hides the heat map: it tells what raised the number, not where disease is."
                ).format(first_key("viewer.map", "H") or self.tr("no key")),
            ),
            Step(
                window.findings,
                self.tr("What a number is worth"),
                self.tr(
                    "Beside the risk stand the thresholds of the model with their sensitivity and specificity, and "
                    "what it does not look for. “Why?” opens the manual where it explains what you see."
                ),
            ),
            Step(
                window.findings,
                self.tr("Your word counts"),
                self.tr(
                    "Say what you see under “Your impression”; {0} marks the study read and goes to the next unread. "
                    "{1} opens the manual, {2} lists all keys, and this tour waits in the Help menu."
                ).format(key("read_and_next", "Ctrl+Return"), key("manual", "F1"), key("shortcuts", "?")),
            ),
        ]

    def _onward(self) -> None:
        if self._at + 1 < len(self._steps):
            self._go(self._at + 1)
        else:
            self.stop()

    def _go(self, at: int) -> None:
        if not 0 <= at < len(self._steps):
            return
        self._at = at
        self.bubble.show_step(self._steps[at], at + 1, len(self._steps))
        self._place()
        for part in (self.frame, self.bubble):
            part.show()
            part.raise_()

    # --- where it stands

    def _place(self) -> None:
        part, window = self._steps[self._at].part, self._window
        framed = QRect(part.mapTo(window, QPoint()), part.size()) if part.isVisibleTo(window) else QRect()
        self.frame.setGeometry(framed)
        self.bubble.move(place_beside(framed, self.bubble.size(), window.rect()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep beside what moves."""
        moved = event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
        if moved and self.is_running:
            self._place()
        return False


def place_beside(framed: QRect, bubble: QSize, window: QRect) -> QPoint:
    """On the side of ``framed`` with more room; in its midst where neither side has enough. Always in the window."""
    left, right = framed.left() - window.left(), window.right() - framed.right()
    needed = bubble.width() + _GAP + _EDGE
    if framed.isEmpty():
        at = window.center() - QPoint(bubble.width() // 2, bubble.height() // 2)
    elif max(left, right) < needed or (left >= needed and right >= needed):
        at = QPoint(framed.center().x() - bubble.width() // 2, framed.bottom() - bubble.height() - 5 * _GAP)
    elif right >= left:
        at = QPoint(framed.right() + _GAP, framed.top() + 5 * _GAP)
    else:
        at = QPoint(framed.left() - bubble.width() - _GAP, framed.top() + 5 * _GAP)
    most = window.bottomRight() - QPoint(bubble.width() + _EDGE, bubble.height() + _EDGE)
    return QPoint(min(max(at.x(), window.left() + _EDGE), most.x()), min(max(at.y(), window.top() + _EDGE), most.y()))
