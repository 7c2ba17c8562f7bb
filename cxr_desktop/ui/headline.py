"""The one number of the study in large figures, with its band in words; knows no other class and no evidence."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding, Prediction
from cxr_desktop.domain.worklist import ImageEntry, ScoreState, WorklistEntry
from cxr_desktop.ui import wording
from cxr_desktop.ui.fonts import TextSize
from cxr_desktop.ui.help.why_link import WhyLink
from cxr_desktop.ui.labels import ElidedLabel, label, set_tone


class Headline(QWidget):
    """What the number is about, which image of the study it belongs to, the number, its band."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ElidedLabel(tone="second")
        self._which = label(tone="second", size=TextSize.CAPTION)
        self._number = label(size=TextSize.FIGURE, semibold=True)
        self._band = label(wrap=True)
        self._band.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._band.setContentsMargins(0, 12, 0, 0)
        self.why = WhyLink("numbers#the-risk", self.tr("What this number means, and what it does not"))
        top, row = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._name, 1)
        top.addWidget(self._which)
        top.addWidget(self.why)
        row.setSpacing(12)
        row.addWidget(self._number)
        row.addWidget(self._band, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(row)

    def set_image(self, entry: WorklistEntry, image: ImageEntry, card: ModelCard | None) -> bool:
        """Show one image of a study; False where it has no number and waits for none."""
        self._show_position(entry, image)
        state = image.state
        prediction = image.prediction if state is ScoreState.SCORED else None
        self._name.setText(wording.finding_label(_risk_finding(prediction, card), card))
        self._number.setText(wording.probability(prediction.risk if prediction is not None else None))
        if prediction is not None:
            band = prediction.risk_band
            words = wording.band(band)
            self._band.setText(self.tr("{0}, scored on request").format(words) if prediction.override else words)
            set_tone(self._band, band.value if band is not None else "second")
        else:
            self._band.setText(self._why_none(state))
            set_tone(self._band, "second")
        self._number.setAccessibleName(f"{self._name.text()} {self._number.text()}, {self._band.text()}")
        return prediction is not None or state in (ScoreState.WAITING, ScoreState.SCORING, ScoreState.HIDDEN)

    def _why_none(self, state: ScoreState) -> str:
        if state is ScoreState.HIDDEN:
            return self.tr("hidden until your impression is recorded")
        return self.tr("being scored") if state is ScoreState.SCORING else self.tr("waiting to be scored")

    def _show_position(self, entry: WorklistEntry, image: ImageEntry) -> None:
        count = len(entry.images)
        leads = image is entry.leading and image.state is not ScoreState.HIDDEN
        leading = self.tr("Image {0} of {1}, highest risk") if leads else self.tr("Image {0} of {1}")
        self._which.setText(leading.format(entry.images.index(image) + 1, count) if count > 1 else "")

    def texts(self) -> tuple[str, str]:
        """Number and band as shown."""
        return self._number.text(), self._band.text()

    def position(self) -> str:
        """Which image of the study it is, "" where there is one alone."""
        return self._which.text()

    def spoken(self) -> str:
        """What a screen reader says."""
        return self._number.accessibleName()


def _risk_finding(prediction: Prediction | None, card: ModelCard | None) -> Finding:
    """What the one number is about: the class of the result, else the one that the model will be asked for."""
    if prediction is not None:
        return prediction.risk_finding
    return card.class_of_interest if card is not None else Finding.COVID19
