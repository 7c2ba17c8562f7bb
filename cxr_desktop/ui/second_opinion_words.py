"""What a second model says beside the first, in plain words; pure, knows no widget and mixes no numbers."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Prediction, RiskBand, ScoredBy, Status
from cxr_desktop.domain.worklist import ScoreState, WorklistEntry
from cxr_desktop.ui import wording

LARGE = 0.3
"""Risks that lie this far apart are worth a line even where neither model contradicts the other."""


class Agreement(StrEnum):
    """How a second opinion stands to the first; ``NONE`` where the two do not speak of the same class."""

    NONE = "none"
    AGREES = "agrees"
    DIFFERS = "differs"
    """other bands, but neighbours, and not far apart"""
    FAR_APART = "far_apart"
    DISAGREES = "disagrees"
    """one model puts the study below its operating points, the other above"""


def _tr(text: str) -> str:
    return QCoreApplication.translate("second_opinion", text)


def agreement(prediction: Prediction | None) -> Agreement:
    """The rule behind every word and mark about it."""
    if prediction is None or prediction.status is not Status.SCORED:
        return Agreement.NONE
    apart = prediction.disagreement
    if apart is None or prediction.second is None:
        return Agreement.NONE
    if prediction.bands_differ:
        return Agreement.DISAGREES
    if apart >= LARGE:
        return Agreement.FAR_APART
    bands = {prediction.risk_band, prediction.second.risk_band}
    return Agreement.AGREES if len(bands) == 1 or None in bands else Agreement.DIFFERS


def model_name(card: ModelCard | None, by: ScoredBy | None = None, version: bool = False) -> str:
    """The title on the card, else the name that stands with the number; with its version where asked for."""
    name, number = (card.title, card.version) if card is not None else ("", "")
    if by is not None and (card is None or card.name != by.model):
        name, number = by.model, by.model_version
    return wording.plain(f"{name} {number}".strip() if version else name)


def short_band(band: RiskBand | None) -> str:
    """The band where a number stands before it."""
    words = {RiskBand.ABOVE: _tr("above both"), RiskBand.BETWEEN: _tr("between"), RiskBand.BELOW: _tr("below both")}
    return words[band] if band is not None else ""


def both_models(prediction: Prediction, card: ModelCard | None, second_card: ModelCard | None) -> str:
    """``Triage model 0.82 (above both operating points), DenseNet121 0.12 (below both)``; "" without a second."""
    second = prediction.second
    if second is None:
        return ""
    first = _number(model_name(card, prediction.scored_by), prediction.risk, wording.band(prediction.risk_band))
    other = _number(model_name(second_card, second.scored_by), second.risk, short_band(second.risk_band))
    return f"{first}, {other}"


def _number(name: str, value: float | None, band: str) -> str:
    return f"{name} {wording.probability(value)}" + (f" ({band})" if band else "")


def disagreement_sentence(prediction: Prediction, card: ModelCard | None, second_card: ModelCard | None) -> str:
    """One line where the two models contradict each other or lie far apart, "" where they do not."""
    sentences = {
        Agreement.DISAGREES: _tr("The two models disagree: {0}."),
        Agreement.FAR_APART: _tr("The two models are far apart: {0}."),
    }
    sentence = sentences.get(agreement(prediction), "")
    return sentence.format(both_models(prediction, card, second_card))


def check_words(prediction: Prediction) -> tuple[str, str]:
    """``0.89, agrees`` and the tone of it, for the list of checks."""
    second = prediction.second
    kind = agreement(prediction)
    if second is None or kind is Agreement.NONE:
        return _tr("looks for other classes"), "second"
    number = wording.probability(second.risk)
    if kind is Agreement.DISAGREES:
        return _tr("{0}, disagrees").format(number), "between"
    if kind is Agreement.FAR_APART:
        return _tr("{0}, far apart").format(number), "between"
    if kind is Agreement.DIFFERS:
        higher = (second.risk or 0.0) > (prediction.risk or 0.0)
        words = _tr("{0}, one band higher") if higher else _tr("{0}, one band lower")
        return words.format(number), "second"
    return _tr("{0}, agrees").format(number), "below"


def why_none(entry: WorklistEntry) -> str:
    """Why a study has no second opinion; "" where it has one."""
    prediction, state = entry.leading.prediction, entry.state
    if state is ScoreState.WAITING:
        return _tr("No second opinion yet: the study waits to be scored.")
    if state is ScoreState.SCORING:
        return _tr("No second opinion yet: the study is being scored.")
    if state is ScoreState.HIDDEN:
        return _tr("Hidden until your impression of the study is recorded.")
    if prediction is None or state is not ScoreState.SCORED:
        return _tr("No second opinion: the study was not scored.")
    if prediction.second is None:
        return _tr("No second opinion: this study was scored by one model alone.")
    if prediction.disagreement is None:
        return _tr("No comparison: the second model is about another class.")
    return ""


def cell_sentence(entry: WorklistEntry, card: ModelCard | None, second_card: ModelCard | None) -> str:
    """The cell of the worklist in words: both models and how far they lie apart, or why there is nothing."""
    prediction = entry.leading.prediction
    missing = why_none(entry)
    if missing or prediction is None:
        return missing
    words = both_models(prediction, card, second_card)
    apart = wording.probability(prediction.disagreement)
    if agreement(prediction) is Agreement.DISAGREES:
        return _tr("The two models disagree by {0}: {1}.").format(apart, words)
    return _tr("The two models are {0} apart: {1}.").format(apart, words)
