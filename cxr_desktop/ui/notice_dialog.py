"""The first-start notice: what the program is for and what it is not; must be acknowledged before anything else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cxr_desktop.ui.fonts import TextSize, font, scaled
from cxr_desktop.ui.labels import label


class NoticeDialog(QDialog):
    """Accepted only by the button; closing it is refusing it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Before you start"))
        self.setModal(True)
        self.setFixedWidth(scaled(520))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 28, 32, 24)
        layout.setSpacing(16)
        layout.addWidget(label(self.tr("Research use only. Not for primary diagnosis."), TextSize.TITLE, semibold=True))
        for head, words in self._points():
            block = QVBoxLayout()
            block.setSpacing(4)
            block.addWidget(label(head, semibold=True))
            block.addWidget(label(words, tone="second", wrap=True))
            layout.addLayout(block)
        layout.addSpacing(8)
        layout.addLayout(self._buttons())

    def _points(self) -> list[tuple[str, str]]:
        return [
            (
                self.tr("Not a medical device"),
                self.tr("It has no approval of any authority. No decision about a patient may rest on it."),
            ),
            (
                self.tr("Its own model looks for four things"),
                self.tr(
                    "COVID-19, pneumonia, tuberculosis and normal, on frontal chest radiographs of adults. It does not "
                    "look for a nodule, a pneumothorax, a fracture or anything else. A low number is not a normal "
                    "study."
                ),
            ),
            (
                self.tr("The order helps to choose what to read first"),
                self.tr(
                    "Every study still has to be read. A heat map shows what raised a number, not where disease is."
                ),
            ),
            (
                self.tr("Nothing leaves this computer"),
                self.tr(
                    "Images are read where they lie and are never changed. Results are kept in a file of your own."
                ),
            ),
        ]

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        leave = QPushButton(self.tr("Quit"))
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        agree = QPushButton(self.tr("I understand"))
        agree.setProperty("kind", "primary")
        agree.setFont(font(semibold=True))
        agree.setDefault(True)
        agree.clicked.connect(self.accept)
        self.agree = agree
        row.addStretch(1)
        row.addWidget(leave, 0, Qt.AlignmentFlag.AlignRight)
        row.addWidget(agree, 0, Qt.AlignmentFlag.AlignRight)
        return row
