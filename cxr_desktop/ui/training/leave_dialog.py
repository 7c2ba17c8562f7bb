"""What shall become of a training when the wizard is closed; asks, does nothing."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.labels import label


class Leaving(StrEnum):
    """What the reader chose."""

    GO_ON = "go_on"
    STOP = "stop"
    STAY = "stay"


class LeaveDialog(QDialog):
    """``choice`` after ``exec``; closing it by Esc stays in the wizard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Training is running"))
        self.setFixedWidth(560)
        self.choice = Leaving.STAY
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("What shall become of the training?"), TextSize.TITLE, semibold=True))
        layout.addWidget(
            label(
                self.tr(
                    "It can go on by itself, also after the program is closed. Stopped, it is kept as it stands. "
                    "Either way it is found again on the first page, under “Go on with a run”."
                ),
                tone="second",
                wrap=True,
            )
        )
        layout.addSpacing(8)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.stay = self._button(self.tr("Stay here"), Leaving.STAY)
        self.stop = self._button(self.tr("Stop it"), Leaving.STOP)
        self.go_on = self._button(self.tr("Let it go on"), Leaving.GO_ON)
        self.go_on.setProperty("kind", "primary")
        self.go_on.setFont(font(semibold=True))
        self.go_on.setDefault(True)
        row.addWidget(self.stay)
        row.addStretch(1)
        row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignRight)
        row.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignRight)
        return row

    def _button(self, words: str, choice: Leaving) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._choose(choice))
        return button

    def _choose(self, choice: Leaving) -> None:
        self.choice = choice
        self.done(QDialog.DialogCode.Rejected if choice is Leaving.STAY else QDialog.DialogCode.Accepted)
