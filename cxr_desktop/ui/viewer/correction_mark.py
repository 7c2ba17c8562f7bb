"""Says over the image that it is not shown as the file has it, and offers the way back; corrects nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from cxr_desktop.domain.prediction import Correction
from cxr_desktop.ui import icons, wording
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.languages import margins
from cxr_desktop.ui.theme import DARK

_HEIGHT = 32
_TOP = 88
"""Below the words in the upper corners."""

# Stands on the black of the image in every theme, so it wears the dark roles.
_STYLE = f"""
#correctionMark {{ background: rgba(22, 26, 31, 235); border: 1px solid {DARK.risk_between}; border-radius: 6px; }}
#correctionMark QLabel {{ color: {DARK.text}; }}
#correctionMark QPushButton {{
    color: {DARK.accent}; background: transparent; border: 1px solid transparent; border-radius: 4px;
    padding: 0 8px; min-height: 22px;
}}
#correctionMark QPushButton:hover {{ background: {DARK.raised}; }}
#correctionMark QPushButton:focus {{ border-color: {DARK.accent}; }}
"""


class CorrectionMark(QFrame):
    """In the middle of the upper part of the view. Signal ``undo_requested()``."""

    undo_requested = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.setObjectName("correctionMark")
        self.setStyleSheet(_STYLE)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._words = label(size=TextSize.BODY, wrap=True)
        self._undo = QPushButton(self.tr("Undo"))
        self._undo.setFont(font())
        self._undo.setIcon(icons.icon("undo", DARK, DARK.accent))
        self._undo.setIconSize(QSize(14, 14))
        self._undo.setToolTip(self.tr("Show and score the image as the file has it"))
        self._undo.setAccessibleName(self.tr("Undo the correction of the image"))
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._undo.clicked.connect(self.undo_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(12, 0, 6, 0))
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self._undo)
        view.installEventFilter(self)
        self._view = view
        self.hide()

    def show_correction(self, correction: Correction) -> None:
        """Say what was done; nothing is shown where nothing was."""
        done = wording.correction(correction.quarter_turns, correction.inverted)
        words = self.tr("{0}, with your consent").format(done[:1].upper() + done[1:]) if done else ""
        if words != self._words.text():
            self._words.setText(words)
            self._words.setToolTip(self.tr("The file itself is untouched."))
            self._place()
        self.setVisible(bool(words))

    def words(self) -> str:
        """What it says, "" while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps to the middle."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return False

    def _place(self) -> None:
        """One line where there is room for it, else as many as the words need."""
        metrics = self._words.fontMetrics()
        others = self._undo.sizeHint().width() + 28
        room = max(120, self._view.width() - 16 - others)
        words = min(metrics.horizontalAdvance(self._words.text()) + 4, room)
        self._words.setFixedWidth(words)
        self.resize(words + others, max(_HEIGHT, self._words.heightForWidth(words) + 14))
        self.move((self._view.width() - self.width()) // 2, min(_TOP, self._view.height() // 5))
