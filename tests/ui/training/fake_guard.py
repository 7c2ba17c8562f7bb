"""A comparison of models that tests play by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from cxr_desktop.domain.model_change import Change, Standing, compare
from cxr_desktop.domain.prediction import RiskBand

LOW, HIGH = 0.2, 0.6


class FakeGuard(QObject):
    """The face of ``ModelGuard`` without a process."""

    progress = Signal(int, int)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(self, studies: int = 0) -> None:
        super().__init__()
        self.studies = studies
        self.started: list[str] = []
        self.cancels = 0
        self.names: dict[str, str] = {}
        self.findings = ("covid19", "covid19")

    def count(self) -> int:
        return self.studies

    def start(self, model_name: str) -> None:
        self.started.append(model_name)

    def cancel(self) -> None:
        self.cancels += 1

    def close(self) -> None:
        self.cancels += 1


def standing(key: str, risk: float | None) -> Standing:
    """With the bands of ``LOW`` and ``HIGH``."""
    if risk is None:
        return Standing(key, None, None)
    return Standing(key, risk, RiskBand.BELOW if risk < LOW else RiskBand.ABOVE if risk >= HIGH else RiskBand.BETWEEN)


def changes(before: Sequence[float | None], after: Sequence[float | None]) -> tuple[Change, ...]:
    """Study number n goes from the n-th risk to the n-th."""
    old = [standing(str(number), risk) for number, risk in enumerate(before)]
    new = [standing(str(number), risk) for number, risk in enumerate(after)]
    return compare(old, new)
