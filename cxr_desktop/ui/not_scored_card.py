"""Why a study has no number, and the reader's ways to ask for one; knows no engine."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from cxr_desktop.domain.prediction import Correction, GateClass, Prediction, Status
from cxr_desktop.ui import icons, reasons, wording
from cxr_desktop.ui.fonts import TextSize, font
from cxr_desktop.ui.help.why_link import WhyLink
from cxr_desktop.ui.labels import label
from cxr_desktop.ui.theme import Theme


def may_be_overridden(prediction: Prediction) -> bool:
    """Only the gate's advice can be set aside: what could not be read, or holds nothing, has no pixels to score."""
    gate = prediction.gate
    refused = prediction.status is Status.NOT_SCORED and gate is not None and not gate.usable
    return refused and gate is not None and gate.gate_class is not GateClass.NO_CONTENT


def correction_of(prediction: Prediction | None) -> Correction | None:
    """What would make a stopped image usable, where the gate offers it."""
    if prediction is None or not may_be_overridden(prediction) or prediction.gate is None:
        return None
    return prediction.gate.correction or None


def correction_deed(correction: Correction) -> str:
    """What the button or the menu says; the deed, not the cause."""
    if correction.inverted and correction.quarter_turns % 4:
        return _tr("Correct both and score")
    return _tr("Exchange black and white and score") if correction.inverted else _tr("Turn it upright and score")


def _tr(text: str) -> str:
    return QCoreApplication.translate("not_scored", text)


def _meaning(gate: GateClass) -> str:
    """What the reason means for a number, so that the reader can judge whether to ask for one."""
    words = {
        GateClass.TURNED: _tr("The model knows upright films only. On a turned one its number would mean nothing."),
        GateClass.INVERTED: _tr(
            "The model knows films with white bones only. With black and white exchanged its number would mean nothing."
        ),
        GateClass.CROPPED: _tr(
            "The model judges both lungs. Where parts of them are missing it may miss what is there."
        ),
        GateClass.UNFAMILIAR: _tr(
            "It looks like a frontal chest radiograph, but nothing like it was among the images that the model learned "
            "from. How often it is right here is not known."
        ),
    }
    usual = _tr(
        "The model was made for frontal chest radiographs of adults. For other images its number means nothing."
    )
    return words.get(gate, usual)


class NotScoredCard(QFrame):
    """Reason in words.

    Signals: ``correction_requested(Correction)`` where the image would be usable corrected,
    ``score_anyway_requested()`` after the reader has confirmed.
    """

    correction_requested = Signal(object)
    score_anyway_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notScoredCard")
        self._symbol = QLabel()
        self._title = label(size=TextSize.TITLE, semibold=True, tone="between")
        self._reason = label(wrap=True)
        self._meaning = label(tone="second", wrap=True)
        self._offer: Correction | None = None
        self._correct = QPushButton()
        self._correct.setProperty("kind", "primary")
        self._correct.setFont(font(semibold=True))
        self._correct.clicked.connect(self._on_correct)
        self._consent = label(
            self.tr("The file stays untouched. The step is logged and can be undone."),
            TextSize.CAPTION,
            "second",
            wrap=True,
        )
        self._button = QPushButton(self.tr("Score anyway…"))
        self._button.setToolTip(self.tr("Ask for a number against the advice (Study, Score anyway)"))
        self._button.clicked.connect(self.ask)
        self._honest = label(
            self.tr("A number against the advice may mean nothing. It is marked as such, and the request is logged."),
            TextSize.CAPTION,
            "second",
            wrap=True,
        )
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._symbol)
        head.addWidget(self._title, 1)
        self.why = WhyLink("numbers#not-scored", self.tr("What the check looks at, and what you can do"))
        head.addWidget(self.why)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 14)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._reason)
        layout.addWidget(self._meaning)
        layout.addWidget(self._correct, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._consent)
        layout.addSpacing(4)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._honest)

    def buttons(self) -> tuple[QPushButton, ...]:
        """Both change how the image is scored."""
        return self._correct, self._button

    def set_theme(self, theme: Theme) -> None:
        """Tint the triangle."""
        self._symbol.setPixmap(icons.pixmap("not_scored", theme.risk_between, 20, self.devicePixelRatioF()))

    def set_prediction(self, prediction: Prediction) -> None:
        """Say why."""
        unread = prediction.status is Status.NOT_AN_IMAGE
        self._title.setText(self.tr("Not an image") if unread else self.tr("Not scored"))
        reason = reasons.words(prediction.reason) or self.tr("no reason was given")
        self._reason.setText(reason[:1].upper() + reason[1:])
        asked = may_be_overridden(prediction)
        for part in (self._button, self._honest):
            part.setVisible(asked)
        self._show_offer(correction_of(prediction))
        if asked and prediction.gate is not None:
            words = _meaning(prediction.gate.gate_class)
        elif unread:
            words = self.tr("The file holds no radiograph. Nothing was predicted from it.")
        else:
            words = self.tr("Nothing was predicted from this file. Read it as if no program had seen it.")
        self._meaning.setText(words)

    def _show_offer(self, offer: Correction | None) -> None:
        self._offer = offer
        for part in (self._correct, self._consent):
            part.setVisible(offer is not None)
        if offer is not None:
            done = wording.correction(offer.quarter_turns, offer.inverted)
            self._correct.setText(correction_deed(offer))
            self._correct.setToolTip(self.tr("Score and show the image {0}").format(done))

    def _on_correct(self) -> None:
        if self._offer is not None:
            self.correction_requested.emit(self._offer)

    def ask(self) -> None:
        """Ask once more in plain words, then report."""
        if confirm_score_anyway(self.window()):
            self.score_anyway_requested.emit()


def confirm_score_anyway(parent: QWidget) -> bool:
    """True where the reader wants a number against the gate's advice."""
    box = QMessageBox(parent)
    box.setWindowTitle(_tr("Score anyway"))
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setText(_tr("Score this image although it was set aside?"))
    box.setInformativeText(
        _tr(
            "The check of the pixels did not take it for a usable frontal chest radiograph, so the number may mean "
            "nothing. It will be marked as scored on request, and the request is logged."
        )
    )
    layout = box.layout()
    if layout is not None:
        layout.setContentsMargins(24, 24, 24, 16)
    yes = box.addButton(_tr("Score anyway"), QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(_tr("Leave it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    box.exec()
    return box.clickedButton() is yes
