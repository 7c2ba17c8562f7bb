"""Why a study has no number, and the reader's two ways to ask for one; knows no engine."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from cxr_desktop.domain.prediction import GateClass, Prediction, Status
from cxr_desktop.ui import icons
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.theme import Theme


def may_be_overridden(prediction: Prediction) -> bool:
    """Only the gate's advice can be set aside: what could not be read, or holds nothing, has no pixels to score."""
    gate = prediction.gate
    refused = prediction.status is Status.NOT_SCORED and gate is not None and not gate.usable
    return refused and gate is not None and gate.gate_class is not GateClass.NO_CONTENT


class NotScoredCard(QFrame):
    """Reason in words. Signal ``score_anyway_requested()`` after the reader has confirmed."""

    score_anyway_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notScoredCard")
        self._symbol = QLabel()
        self._title = label(size=TextSize.TITLE, semibold=True, tone="between")
        self._reason = label(wrap=True)
        self._meaning = label(tone="second", wrap=True)
        self._button = QPushButton(self.tr("Score anyway…"))
        self._button.setToolTip(self.tr("Ask for a number against the advice (Study, Score anyway)"))
        self._button.clicked.connect(self.ask)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._symbol)
        head.addWidget(self._title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._reason)
        layout.addWidget(self._meaning)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)

    def set_theme(self, theme: Theme) -> None:
        """Tint the triangle."""
        self._symbol.setPixmap(icons.pixmap("not_scored", theme.risk_between, 20, self.devicePixelRatioF()))

    def set_prediction(self, prediction: Prediction) -> None:
        """Say why."""
        unread = prediction.status is Status.NOT_AN_IMAGE
        self._title.setText(self.tr("Not an image") if unread else self.tr("Not scored"))
        reason = prediction.reason or self.tr("no reason was given")
        self._reason.setText(reason[:1].upper() + reason[1:])
        asked = may_be_overridden(prediction)
        self._button.setVisible(asked)
        if asked:
            words = self.tr(
                "The model was made for frontal chest radiographs of adults. For other images its number means nothing."
            )
        elif unread:
            words = self.tr("The file holds no radiograph. Nothing was predicted from it.")
        else:
            words = self.tr("Nothing was predicted from this file. Read it as if no program had seen it.")
        self._meaning.setText(words)

    def ask(self) -> None:
        """Ask once more in plain words, then report."""
        if confirm_score_anyway(self.window()):
            self.score_anyway_requested.emit()


def confirm_score_anyway(parent: QWidget) -> bool:
    """True where the reader wants a number against the gate's advice."""
    box = QMessageBox(parent)
    box.setWindowTitle(box.tr("Score anyway"))
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setText(box.tr("Score this image although it was set aside?"))
    box.setInformativeText(
        box.tr(
            "The check of the pixels did not take it for a usable frontal chest radiograph, so the number may mean "
            "nothing. It will be marked as scored on request, and the request is logged."
        )
    )
    layout = box.layout()
    if layout is not None:
        layout.setContentsMargins(24, 24, 24, 16)
    yes = box.addButton(box.tr("Score anyway"), QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(box.tr("Leave it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.exec()
    return box.clickedButton() is yes
