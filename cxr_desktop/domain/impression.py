"""What the reader saw in a study, in classes; pure, knows no model's opinion, no database and no window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cxr_desktop.domain.prediction import Finding, in_column_order

OTHER = Finding("other")
"""Something that the model does not look for."""
NOT_USABLE = Finding("not_usable")
"""The images do not allow an impression."""

_ALONE = (Finding.NORMAL, NOT_USABLE)
"""What excludes everything else."""


class Verdict(StrEnum):
    """What the reader thinks of the model's answer. The values are stored and exported."""

    AGREE = "agree"
    DISAGREE = "disagree"
    UNSURE = "unsure"


ClassVerdicts = tuple[tuple[Finding, Verdict], ...]
"""What the reader thinks of the model's answer about single classes, AGREE or DISAGREE, in the order of columns. A
class that is not there was not judged."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a reader can say about a study: ``findings`` are names of classes, OTHER or NOT_USABLE, ``verdict`` is about
    the model's whole answer and ``verdicts`` about single classes of it, ``note`` is free text, ``tags`` are words."""

    findings: tuple[Finding, ...] = ()
    verdict: Verdict | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    verdicts: ClassVerdicts = ()

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return bool(self.findings or self.verdict or self.note or self.tags or self.verdicts)


NOTHING = Words()


@dataclass(frozen=True, slots=True)
class Impression:
    """One study's impression at one time. Where nothing is said, an earlier one was taken back.

    ``key`` is the study's, ``at`` is ISO 8601 UTC, ``reader`` the name of who said it. ``blind``: no score of the study
    had been in front of a reader yet. ``recorded``: final, so that scores may be shown; a blind draft is not.
    """

    key: str
    findings: tuple[Finding, ...]
    at: str
    note: str = ""
    verdict: Verdict | None = None
    tags: tuple[str, ...] = ()
    reader: str = ""
    blind: bool = False
    recorded: bool = True
    verdicts: ClassVerdicts = ()

    @property
    def words(self) -> Words:
        """What is said, without when, by whom and how."""
        return Words(self.findings, self.verdict, self.note, self.tags, self.verdicts)

    @property
    def training_label(self) -> Finding | None:
        """The class that a model may learn from this: a single disease or normal, else ``None``."""
        if len(self.findings) != 1 or self.findings[0] in (OTHER, NOT_USABLE):
            return None
        return self.findings[0]


@dataclass(frozen=True, slots=True)
class LabelledImage:
    """One frontal image of a study with a clear impression. ``patient`` is a pseudonym, never an identity."""

    path: str
    label: Finding
    patient: str
    view: str


def tags_of(text: str) -> tuple[str, ...]:
    """Tags as typed: words between spaces or commas, each once, without a leading #, in the order they came."""
    words = (word.strip("#") for word in text.replace(",", " ").split())
    return tuple(dict.fromkeys(word for word in words if word))


def choices(classes: Iterable[str]) -> tuple[Finding, ...]:
    """What a reader can say, in the order of the buttons: the classes as they come, then OTHER and NOT_USABLE."""
    named = dict.fromkeys(Finding(name) for name in classes)
    return (*(finding for finding in named if finding not in (OTHER, NOT_USABLE)), OTHER, NOT_USABLE)


def toggled(findings: Sequence[Finding], choice: Finding) -> tuple[Finding, ...]:
    """The impression after a press on ``choice``. Normal and not usable stand alone; diseases may stand together."""
    if choice in findings:
        return tuple(finding for finding in findings if finding != choice)
    if choice in _ALONE:
        return (choice,)
    together = {finding for finding in (*findings, choice) if finding not in _ALONE}
    return tuple(finding for finding in choices(in_column_order((*findings, choice))) if finding in together)
