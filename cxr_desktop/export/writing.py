"""Writes what an export job asks for, form by form, and tells how far it is; opens no foreign file itself."""

from __future__ import annotations

import errno
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Protocol

from pydicom.dataset import Dataset

from cxr_desktop.domain.conflict import conflicts_of
from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.worklist import ImageEntry, WorklistEntry
from cxr_desktop.export import (
    html_report,
    json_lines,
    measurement_report,
    pdf_report,
    secondary_capture,
    workbook,
    worklist_csv,
)
from cxr_desktop.export.atomic_file import partial_path, write_bytes
from cxr_desktop.export.dicom_filing import Filing
from cxr_desktop.export.job import (
    MOST_PICTURED_STUDIES,
    REPORTS,
    ROWS_PER_STEP,
    TABLES,
    ExportJob,
    Form,
    amount,
    is_paged,
    reported_images,
    scored_images,
    study_name,
)
from cxr_desktop.export.measurement_report import ReportedImage
from cxr_desktop.export.overlay_png import compose, write_overlay
from cxr_desktop.export.report_options import ReportOptions
from cxr_desktop.export.written import Ending, Skip, Written, ending_of
from cxr_desktop.imaging.dicom_origin import DicomOrigin
from cxr_desktop.imaging.pixels import GreyImage

log = logging.getLogger(__name__)

_LOOK_SECONDS = 0.5
"""How often it is made sure that the folder is still there: on a network each look takes its time."""
_WRITERS = {Form.PDF: pdf_report.write_report, Form.HTML: html_report.write_report}


class Files(Protocol):
    """Whoever reads the images again. Both raise ``CxrError``."""

    def image(self, path: str) -> GreyImage:
        """Full-resolution pixels."""

    def origin(self, path: str) -> DicomOrigin:
        """What a DICOM result must repeat."""


class _StoppedError(Exception):
    """The reader has cancelled."""


class Writing:
    """One job. ``tell(done, total)`` after every step, ``stopped()`` before the next."""

    def __init__(
        self, job: ExportJob, files: Files, tell: Callable[[int, int], None], stopped: Callable[[], bool]
    ) -> None:
        self._job, self._files = job, files
        self._tell, self._stopped = tell, stopped
        self._total = max(1, amount(job.entries, job.places, job.report_per_study).steps)
        self._done = 0
        self._kept: tuple[str, GreyImage] | None = None
        self._written = Written(job.new_folder)
        self._made_folder = False
        self._rows = 0
        self._looked = 0.0

    def run(self) -> Written:
        """Write everything, or as much as can be; a fault of the disk ends it and is told, not raised."""
        try:
            if self._job.new_folder is not None:
                self._job.new_folder.mkdir()
                self._made_folder = True
            for form in (form for form in TABLES if form in self._job.places):
                self._table(form)
            self._studies()
            for form in (form for form in REPORTS if form in self._job.places and not self._job.report_per_study):
                self._report(form, self._job.entries, self._job.places[form], 1)
        except _StoppedError:
            self._written.ending = Ending.CANCELLED
        except OSError as error:
            log.warning("an export ended: %s", type(error).__name__)
            self._written.ending = ending_of(error)
        if self._made_folder and self._job.new_folder is not None and not self._written.total:
            with suppress(OSError):
                self._job.new_folder.rmdir()
        return self._written

    # --- steps ---------------------------------------------------------------------------------------------------

    def _step(self) -> None:
        self._done = min(self._done + 1, self._total)
        self._tell(self._done, self._total)
        self._go_on()

    def _go_on(self) -> None:
        if self._stopped():
            raise _StoppedError
        folder, now = self._job.new_folder, time.monotonic()
        if folder is None or now - self._looked < _LOOK_SECONDS:
            return
        self._looked = now
        if not folder.is_dir():
            # A drive that is gone must not come to life again as a folder of the same name on another disk.
            raise FileNotFoundError(errno.ENOENT, "the folder is gone")

    def _row(self) -> None:
        self._rows += 1
        if self._rows % ROWS_PER_STEP:
            self._go_on()
        else:
            self._step()

    def _count(self, form: Form) -> None:
        self._written.files[form] += 1
        self._step()

    def _load(self, path: str) -> GreyImage:
        """An image again; the last one is kept, because several forms want it one after the other."""
        self._go_on()
        if self._kept is None or self._kept[0] != path:
            self._kept = None
            self._kept = path, self._files.image(path)
        return self._kept[1]

    def _load_for_report(self, path: str) -> GreyImage:
        try:
            return self._load(path)
        finally:
            self._step()

    # --- tables and reports --------------------------------------------------------------------------------------

    def _table(self, form: Form) -> None:
        job, target = self._job, self._job.places[form]
        self._rows = 0
        with _whole(target):
            if form is Form.XLSX:
                workbook.write_workbook(target, job.entries, job.cards, job.identity, self._row)
            elif form is Form.CSV:
                worklist_csv.write_worklist(target, job.entries, job.cards.model, job.identity, self._row)
            else:
                self._lines(target)
        self._count(form)

    def _lines(self, target: Path) -> None:
        """Results for programs; without identity a path is the study's and the image's place, and moments are out."""
        job = self._job
        known: dict[str, json_lines.Beside] = {}
        with json_lines.writer(target, known) as write:
            for number, entry in enumerate(job.entries, start=1):
                self._row()
                for place, image in enumerate(entry.images, start=1):
                    if image.prediction is None:
                        continue
                    prediction = image.prediction
                    if not job.identity.shown:
                        name = f"{study_name(number, entry, job.identity)}/{place}"
                        prediction = replace(prediction, path=name, scored_at="", content_hash="")
                    known[prediction.path] = json_lines.Beside(entry.impression, conflicts_of([image]))
                    write(prediction)

    def _report(self, form: Form, entries: Sequence[WorklistEntry], target: Path, first: int) -> None:
        job = self._job
        options = ReportOptions(
            banner=job.banner,
            identity=job.identity,
            max_pictures=MOST_PICTURED_STUDIES,
            first=first,
            paper=job.paper,
        )
        with _whole(target):
            _WRITERS[form](target, entries, job.cards, self._load_for_report, options)
        self._count(form)

    # --- what there is one of per study or image -----------------------------------------------------------------

    def _studies(self) -> None:
        places = self._job.places
        for number, entry in enumerate(self._job.entries, start=1):
            self._go_on()
            name = study_name(number, entry, self._job.identity)
            if Form.SR in places:
                self._structured_report(entry, places[Form.SR] / f"{name}.dcm")
            for place, image in enumerate(scored_images(entry), start=1):
                self._pictures(entry, image, place, f"{name}-{place}" if len(entry.images) > 1 else name)
            if self._job.report_per_study and is_paged(entry):
                for form in (form for form in REPORTS if form in places):
                    self._report(form, [entry], places[form] / f"{name}.{form.value}", number)

    def _structured_report(self, entry: WorklistEntry, target: Path) -> None:
        images = [
            ReportedImage(origin, image.prediction)
            for image in reported_images(entry)
            if image.prediction is not None and (origin := self._origin(image)) is not None
        ]
        if images:
            filing = Filing(self._job.identity, entry.key, measurement_report.SERIES_NUMBER)
            report = measurement_report.measurement_report(images, self._job.cards, filing, entry.impression)
            write_bytes(target, _encoded(report))
            self._count(Form.SR)

    def _pictures(self, entry: WorklistEntry, image: ImageEntry, place: int, name: str) -> None:
        prediction, places, card = image.prediction, self._job.places, self._job.cards.model
        assert prediction is not None
        if Form.PNG not in places and Form.SC not in places:
            return
        try:
            pixels = self._load(image.path)
        except CxrError:
            self._written.skipped[Skip.UNREADABLE] += 1
            return
        if Form.PNG in places:
            write_overlay(pixels, prediction, card, prediction.risk_finding, places[Form.PNG] / f"{name}.png")
            self._count(Form.PNG)
        # An image that was refused for the report already is not counted twice.
        origin = self._origin(image, count=Form.SR not in places) if Form.SC in places else None
        if origin is not None:
            filing = Filing(self._job.identity, entry.key, secondary_capture.SERIES_NUMBER, place)
            picture = compose(pixels, prediction, card, prediction.risk_finding)
            ds = secondary_capture.secondary_capture(picture, origin, prediction, filing)
            write_bytes(places[Form.SC] / f"{name}.dcm", _encoded(ds))
            self._count(Form.SC)

    def _origin(self, image: ImageEntry, count: bool = True) -> DicomOrigin | None:
        """Patient, study and UIDs of the source, or why there can be no DICOM result about it."""
        reason: Skip | None = None
        origin = None
        try:
            origin = self._files.origin(image.path)
            reason = Skip.NO_UIDS if origin.missing_uids else None
        except CxrError:
            is_raster = image.radiograph is not None and image.radiograph.source.value != "dicom"
            reason = Skip.NOT_DICOM if is_raster else Skip.UNREADABLE
        if reason is not None and count:
            self._written.skipped[reason] += 1
        return origin if reason is None else None


def _encoded(ds: Dataset) -> bytes:
    stream = BytesIO()
    ds.save_as(stream, enforce_file_format=True)
    return stream.getvalue()


@contextmanager
def _whole(target: Path) -> Iterator[None]:
    """A file that was begun and not finished is taken away again."""
    try:
        yield
    except BaseException:
        with suppress(OSError):
            partial_path(target).unlink(missing_ok=True)
        raise
