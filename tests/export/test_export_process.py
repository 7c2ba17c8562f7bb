"""The export child: does the job with a decoder of its own, cancels, and dies without taking anybody along."""

from __future__ import annotations

import threading

import pydicom
import pytest

from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.radiograph import FileIdentity
from cxr_desktop.domain.worklist import ImageEntry, WorklistEntry
from cxr_desktop.export.identity import Identity
from cxr_desktop.export.job import ExportJob, Form, places_in
from cxr_desktop.export.process import ExportProcess
from cxr_desktop.export.written import Ending
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.header_reader import read_header
from tests.export.dicom_samples import write_source
from tests.export.samples import card, scored

FORMS = (Form.CSV, Form.PNG, Form.SR, Form.SC)


@pytest.fixture
def job(tmp_path) -> ExportJob:
    source = tmp_path / "sources" / "a.dcm"
    source.parent.mkdir()
    write_source(source)
    path = str(source)
    about = read_header(path)
    entry = WorklistEntry(about.study_key, (ImageEntry(FileIdentity(path, 1, 1, 1), about, scored(path)),))
    folder = tmp_path / "out"
    return ExportJob([entry], ModelCards(card()), places_in(folder, FORMS, False), folder, Identity(True))


def test_a_job_is_done_in_a_child_and_the_source_is_as_it_was(job):
    source = job.entries[0].leading.path
    with open(source, "rb") as stream:
        before = stream.read()
    told: list[tuple[int, int]] = []
    written = ExportProcess(job, ReadBudget(), 60.0).run(lambda *step: told.append(step))
    assert written.ending is Ending.DONE
    assert written.files == dict.fromkeys(FORMS, 1)
    assert told[-1] == (4, 4)
    sr = pydicom.dcmread(next((job.new_folder / "dicom-sr").iterdir()))
    assert str(sr.PatientName) == "Phantom^Test"
    with open(source, "rb") as stream:
        assert stream.read() == before


def test_a_job_that_is_stopped_before_it_began_writes_nothing(job):
    process = ExportProcess(job, ReadBudget(), 60.0)
    process.stop()
    written = process.run(lambda done, total: None)
    assert written.ending is Ending.CANCELLED
    assert written.total == 0
    assert not job.new_folder.exists()


def test_a_child_that_dies_is_told_as_such(job):
    process = ExportProcess(job, ReadBudget(), 60.0)
    killer = threading.Timer(0.2, process.kill)
    killer.start()
    written = process.run(lambda done, total: killer.cancel() or process.kill())
    killer.join()
    assert written.ending is Ending.CRASHED
