"""What the reader saw in a study, in classes; pure, knows no model's opinion, no database and no window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cxr_desktop.domain.prediction import Finding, in_column_order

OTHER = Finding("other")
"""Something that the model does not look for."""
NOT_USABLE = Finding("not_usable")
"""The images do not allow an impression."""

_ALONE = (Finding.NORMAL, NOT_USABLE)
"""What excludes everything else."""


@dataclass(frozen=True, slots=True)
class Impression:
    """One study's impression at one time. No ``findings`` means that an earlier one was taken back.

    ``key`` is the study's, ``findings`` are names of classes, OTHER or NOT_USABLE, ``at`` is ISO 8601 UTC.
    """

    key: str
    findings: tuple[Finding, ...]
    at: str
    note: str = ""

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
