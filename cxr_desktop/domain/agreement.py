"""Whether a reader agrees with a model, class by class and as a whole, and how one follows from the other; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cxr_desktop.domain.impression import NOT_USABLE, ClassVerdicts, Verdict, Words
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.prediction import Finding, Prediction, RiskBand, in_column_order

_CALLS = {RiskBand.ABOVE: True, RiskBand.BELOW: False}


def with_class(words: Words, finding: Finding, verdict: Verdict, classes: Sequence[Finding]) -> Words:
    """After a press on a class: the same verdict again takes it back. ``classes`` are all that the model answers.

    The verdict on the whole answer follows: one class that is wrong makes it wrong, and it is right where all are.
    """
    said = dict(words.verdicts)
    if said.get(finding) is verdict:
        del said[finding]
    else:
        said[finding] = verdict
    if Verdict.DISAGREE in said.values():
        whole: Verdict | None = Verdict.DISAGREE
    elif classes and all(said.get(each) is Verdict.AGREE for each in classes):
        whole = Verdict.AGREE
    else:
        whole = Verdict.UNSURE if words.verdict is Verdict.UNSURE else None
    return replace(words, verdict=whole, verdicts=ordered(said))


def with_verdict(words: Words, verdict: Verdict, answer: Prediction | None, card: ModelCard | None) -> Words:
    """After a press on a verdict about the whole answer: the same again takes it and the classes' back.

    Who agrees agrees with every class, who is unsure says nothing of any. Who disagrees keeps what was said of single
    classes; where none of that is against the model, the others are as ``disputed`` has them.
    """
    if words.verdict is verdict:
        return replace(words, verdict=None, verdicts=())
    said: dict[Finding, Verdict] = {}
    if verdict is Verdict.AGREE:
        said = dict.fromkeys(answer.probabilities if answer is not None else (), Verdict.AGREE)
    elif verdict is Verdict.DISAGREE:
        said = dict(words.verdicts) if words.verdict is not Verdict.AGREE else {}
        if Verdict.DISAGREE not in said.values():
            said = {**disputed(words.findings, answer, card), **said}
    return replace(words, verdict=verdict, verdicts=ordered(said))


def disputed(findings: Sequence[Finding], answer: Prediction | None, card: ModelCard | None) -> dict[Finding, Verdict]:
    """What it means for the classes that a reader who sees ``findings`` disagrees with the whole answer.

    A class above or below its operating points is held against what the reader sees; between them the model says
    neither. Where that leaves no class in dispute, or nothing was seen, it is the one that orders the list.
    """
    if answer is None:
        return {}
    said: dict[Finding, Verdict] = {}
    if findings and NOT_USABLE not in findings and card is not None:
        for finding, probability in answer.probabilities.items():
            band = card.risk_band(finding, probability) if finding != Finding.NORMAL else None
            if band in _CALLS:
                same = _CALLS[band] is (finding in findings)
                said[finding] = Verdict.AGREE if same else Verdict.DISAGREE
    if Verdict.DISAGREE not in said.values():
        said[answer.risk_finding] = Verdict.DISAGREE
    return said


def ordered(said: Mapping[Finding, Verdict]) -> ClassVerdicts:
    """In the order of columns, so that equal verdicts are equal values."""
    return tuple((finding, said[finding]) for finding in in_column_order(said))
