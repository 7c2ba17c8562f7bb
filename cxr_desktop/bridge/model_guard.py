"""What another model would do to the open worklist: scores it with that model in a child process, before any switch."""

from __future__ import annotations

import json
import logging
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from cxr_desktop.bridge.training_command import STOPPED, CommandFactory, TrainingCommand
from cxr_desktop.domain.model_change import Change, Standing, compare
from cxr_desktop.domain.prediction import Prediction, RiskBand, Status
from cxr_desktop.domain.worklist import ImageEntry, WorklistEntry
from cxr_desktop.export.wording import readable_path

log = logging.getLogger(__name__)

PROGRESS_OPTION = "--progress-json"
DECIMALS = 6


@dataclass(frozen=True, slots=True)
class GuardStudy:
    """One study as the present model sees it. ``paths`` are its images with a number, ``finding`` what that is of."""

    key: str
    name: str
    risk: float
    band: RiskBand | None
    paths: tuple[str, ...]
    finding: str


def studies_of(entries: Iterable[WorklistEntry], name: Callable[[WorklistEntry], str]) -> list[GuardStudy]:
    """The studies of a worklist that have a number which another model can be held against.

    An image that was scored against the gate's advice, turned or inverted by hand, is left out: the child knows no
    wishes of the reader, and a number without them would be another image's.
    """
    studies = []
    for entry in entries:
        found = [scored for image in entry.images if (scored := _scored(image)) is not None]
        if found:
            best = max(found, key=lambda scored: scored.risk)
            paths = tuple(scored.path for scored in found)
            made = best.prediction
            studies.append(GuardStudy(entry.key, name(entry), best.risk, made.risk_band, paths, str(made.risk_finding)))
    return studies


class _Scored(NamedTuple):
    risk: float
    path: str
    prediction: Prediction


def _scored(image: ImageEntry) -> _Scored | None:
    made, risk = image.prediction, image.risk
    # A list of files has one path per line.
    if made is None or risk is None or made.override or made.quarter_turns or made.inverted or "\n" in image.path:
        return None
    return _Scored(risk, image.path, made)


class ModelGuard(QObject):
    """``start`` compares the present numbers with those of a named model; one comparison at a time.

    Signals: ``progress(int done, int total)``, ``finished(object)`` with a tuple of ``Change``, ``failed(str)``; none
    after ``cancel``. ``names`` holds what to call each study, ``findings`` what the present and the other model's
    numbers are of.
    """

    progress = Signal(int, int)
    finished = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        studies: Callable[[], Sequence[GuardStudy]],
        command_factory: CommandFactory = TrainingCommand,
        device: str = "auto",
        parent: QObject | None = None,
    ) -> None:
        """``studies`` tells the worklist as it is now, each time a comparison starts."""
        super().__init__(parent)
        self._tell_studies = studies
        self._device = device
        self._command = command_factory()
        self._command.setParent(self)
        self._command.event.connect(self._on_event)
        self._command.finished.connect(self._on_finished)
        self._studies: tuple[GuardStudy, ...] = ()
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._wanted = False
        self._next = ""
        self.names: dict[str, str] = {}
        self.findings: tuple[str, str] = ("", "")

    def count(self) -> int:
        """How many studies would be compared now."""
        return len(self._tell_studies())

    def is_running(self) -> bool:
        """From ``start`` until one of the signals, or ``cancel``."""
        return self._wanted

    def start(self, model_name: str) -> None:
        """Score the worklist with that model. Without studies there is nothing to compare, and it is finished."""
        if self._command.is_running():
            # One that was cancelled is still ending; while one is wanted, a second wish is none.
            self._next = "" if self._wanted else model_name
            return
        self._studies = tuple(self._tell_studies())
        self.names = {study.key: study.name for study in self._studies}
        self.findings = (self._studies[0].finding if self._studies else "", "")
        if not self._studies:
            self.finished.emit(())
            return
        images = [path for study in self._studies for path in study.paths]
        try:
            folder = self._new_folder()
            text = "".join(f"{path}\n" for path in images)
            (folder / "images.txt").write_bytes(text.encode("utf-8", "surrogateescape"))
        except OSError as error:
            log.warning("the comparison cannot be written: %s", type(error).__name__)
            self._clear()
            self.failed.emit(self.tr("There is no room for the comparison on this disk."))
            return
        self._wanted = True
        self.progress.emit(0, len(images))
        self._command.start(
            ["score", "--files", str(folder / "images.txt"), "--model", model_name, "--device", self._device,
             "--json", "--out", str(folder / "scores.json")],
            PROGRESS_OPTION,
        )  # fmt: skip

    def cancel(self) -> None:
        """Give up; nothing more is told."""
        self._wanted, self._next = False, ""
        self._command.stop()

    def close(self) -> None:
        """The window goes away: the child ends now."""
        self._wanted = False
        self._command.close()
        self._clear()

    def _new_folder(self) -> Path:
        self._clear()
        self._folder = tempfile.TemporaryDirectory(prefix="cxr-guard-", ignore_cleanup_errors=True)
        return Path(self._folder.name)

    def _clear(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _on_event(self, event: Mapping[str, Any]) -> None:
        done, total = event.get("done"), event.get("total")
        if self._wanted and event.get("event") == "progress" and isinstance(done, int) and isinstance(total, int):
            self.progress.emit(done, total)

    def _on_finished(self, _ok: bool, reason: str) -> None:
        wanted, self._wanted = self._wanted, False
        following, self._next = self._next, ""
        rows = self._rows()
        self._clear()
        if following:
            self.start(following)
            return
        if not wanted or reason == STOPPED:
            return
        # The command also ends with a code where some images got no number: its file says more than its code.
        if rows is None:
            self.failed.emit(reason or self.tr("The comparison ended without numbers."))
            return
        # As many decimals as the child writes: two equal numbers must not seem to change places.
        before = [Standing(study.key, round(study.risk, DECIMALS), study.band) for study in self._studies]
        after = [standing_of(study, rows) for study in self._studies]
        found = next((str(row["risk_finding"]) for row in rows.values() if row.get("risk_finding")), "")
        self.findings = (self.findings[0], found)
        changes: tuple[Change, ...] = compare(before, after)
        self.finished.emit(changes)

    def _rows(self) -> dict[str, Mapping[str, Any]] | None:
        """What the child wrote, by path; ``None`` where it wrote nothing whole."""
        if self._folder is None:
            return None
        try:
            rows = json.loads((Path(self._folder.name) / "scores.json").read_text(encoding="utf-8"))
            return {str(row["path"]): row for row in rows}
        except (OSError, ValueError, TypeError, KeyError):
            return None


def standing_of(study: GuardStudy, rows: Mapping[str, Mapping[str, Any]]) -> Standing:
    """Where the other model puts a study: by its image of highest risk, as in the worklist."""
    best, band = None, None
    for path in study.paths:
        row = rows.get(readable_path(path), {})
        finding = row.get("risk_finding")
        if row.get("status") != Status.SCORED or not finding:
            continue
        risk = (row.get("probabilities") or {}).get(finding)
        if risk is not None and (best is None or risk > best):
            best, band = float(risk), row.get("risk_band")
    return Standing(study.key, best, RiskBand(band) if band else None)
