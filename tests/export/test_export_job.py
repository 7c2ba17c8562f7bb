"""A job writes what it promised, whole, under names that tell nothing; a fault ends it in plain words."""

from __future__ import annotations

import errno
import json
import os
from datetime import datetime
from pathlib import Path

import pydicom
import pytest

from cxr_desktop.domain.errors import NotAnImageError, UnreadableImageError
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.domain.prediction import Prediction, Status
from cxr_desktop.domain.radiograph import FileIdentity, Source
from cxr_desktop.domain.worklist import ImageEntry, WorklistEntry
from cxr_desktop.export.identity import Identity
from cxr_desktop.export.job import ExportJob, Form, amount, new_folder_in, places_in
from cxr_desktop.export.writing import Writing
from cxr_desktop.export.written import Ending, Skip, ending_of
from cxr_desktop.imaging.dicom_origin import DicomOrigin
from tests.export.samples import card, header, image, not_an_image, refused, scored

SR, XRAY = "1.2.840.10008.5.1.4.1.1.88.33", "1.2.840.10008.5.1.4.1.1.1"


def study(path: str, prediction: Prediction | None, source=Source.DICOM, more=()) -> WorklistEntry:
    uids = {"sop_instance_uid": "1.2.3.4", "series_instance_uid": "1.2.3"} if source is Source.DICOM else {}
    about = header(path, **uids)
    if source is not Source.DICOM:
        about = type(about)(path, source, about.rows, about.columns)
    first = ImageEntry(FileIdentity(path, 1, 1, 1), about, prediction)
    return WorklistEntry(f"key|{path}", (first, *more))


LIST = (
    study("/images/SECRET-a.dcm", scored("/images/SECRET-a.dcm")),
    study("/images/SECRET-b.png", scored("/images/SECRET-b.png", 0.1), Source.PNG),
    study("/images/SECRET-hand.dcm", refused("/images/SECRET-hand.dcm")),
    WorklistEntry("key|letter", (ImageEntry(FileIdentity("/letter.pdf", 1, 1, 1), None, not_an_image()),)),
)


class FakeFiles:
    """Reads nothing; ``broken`` images cannot be read again."""

    def __init__(self, broken=(), without_uids=()):
        self.broken, self.without_uids, self.loaded = broken, without_uids, []

    def image(self, path):
        self.loaded.append(path)
        if path in self.broken:
            raise UnreadableImageError("the file is gone")
        return image(path)

    def origin(self, path):
        if path.endswith(".png"):
            raise NotAnImageError("not a DICOM file")
        uid = "" if path in self.without_uids else "1.2.3"
        return DicomOrigin(XRAY, "1.2.3.4", uid, "1.2.3", patient_name="SECRET^Name", patient_id="SECRET")


def export(folder: Path, entries=LIST, forms=tuple(Form), files=None, stopped=lambda: False, told=None, **changes):
    target = folder / "out"
    per_study = changes.get("report_per_study", False)
    job = ExportJob(entries, ModelCards(card()), places_in(target, forms, per_study), target, **changes)
    told = [] if told is None else told
    return Writing(job, files or FakeFiles(), lambda *step: told.append(step), stopped).run()


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_every_form_is_written_in_the_numbers_that_were_promised(tmp_path):
    told: list[tuple[int, int]] = []
    written = export(tmp_path, told=told)
    promised = amount(LIST, tuple(Form), False)
    assert written.ending is Ending.DONE
    assert written.files == promised.files
    assert written.total == len(names(tmp_path / "out")) == promised.files_of(Form)
    assert promised.files == {
        Form.XLSX: 1, Form.CSV: 1, Form.JSONL: 1, Form.PDF: 1, Form.HTML: 1, Form.PNG: 2, Form.SR: 2, Form.SC: 1,
    }  # fmt: skip
    assert promised.not_dicom == {Form.SR: 1, Form.SC: 1}
    assert written.skipped == {Skip.NOT_DICOM: 1}
    assert told[-1][0] == told[-1][1] == promised.steps
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_a_report_for_each_study_is_a_file_for_each_study_that_has_an_image(tmp_path):
    written = export(tmp_path, forms=(Form.PDF, Form.HTML), report_per_study=True)
    assert written.files == {Form.PDF: 3, Form.HTML: 3}
    found = names(tmp_path / "out" / "reports")
    assert [name[:11] for name in found if name.endswith(".pdf")] == ["study-0001-", "study-0002-", "study-0003-"]


def test_without_identity_no_file_and_no_name_of_a_file_tells_of_a_patient(tmp_path):
    export(tmp_path)
    assert not any("SECRET" in name for name in names(tmp_path))
    for path in (tmp_path / "out").rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            assert b"SECRET" not in raw, path.name
            assert b"ID-77" not in raw, path.name


def test_with_identity_contents_tell_and_names_of_files_do_not(tmp_path):
    export(tmp_path, forms=(Form.SR, Form.JSONL, Form.CSV), identity=Identity(True))
    assert not any("SECRET" in name for name in names(tmp_path))
    sr = pydicom.dcmread(next((tmp_path / "out" / "dicom-sr").iterdir()))
    assert sr.SOPClassUID == SR
    assert str(sr.PatientName) == "SECRET^Name"
    assert "SECRET-a.dcm" in (tmp_path / "out" / "results.jsonl").read_text("utf-8")


def test_lines_for_programs_name_studies_by_the_key_of_the_table(tmp_path):
    identity = Identity()
    export(tmp_path, forms=(Form.JSONL,), identity=identity)
    first = json.loads((tmp_path / "out" / "results.jsonl").read_text("utf-8").splitlines()[0])
    assert first["path"] == f"study-0001-{identity.key(LIST[0].key)}/1"
    assert first["scored_at"] == ""
    assert (first["impression"], first["conflicts"]) == ([], [])


def test_sources_that_cannot_be_referred_to_are_left_out_and_counted(tmp_path):
    files = FakeFiles(without_uids=("/images/SECRET-a.dcm",))
    written = export(tmp_path, forms=(Form.SR, Form.SC), files=files)
    assert written.files == {Form.SR: 1}
    assert written.skipped == {Skip.NO_UIDS: 1, Skip.NOT_DICOM: 1}


def test_an_image_that_is_gone_costs_its_own_pictures_only(tmp_path):
    written = export(tmp_path, forms=(Form.PNG, Form.PDF), files=FakeFiles(broken=("/images/SECRET-a.dcm",)))
    assert written.ending is Ending.DONE
    assert written.files == {Form.PNG: 1, Form.PDF: 1}
    assert written.skipped == {Skip.UNREADABLE: 1}


def test_an_image_is_decoded_once_for_all_that_is_made_of_it(tmp_path):
    files = FakeFiles()
    forms = (Form.PNG, Form.SC, Form.PDF, Form.HTML)
    export(tmp_path, entries=LIST[:1], forms=forms, files=files, report_per_study=True)
    assert files.loaded == ["/images/SECRET-a.dcm"]


def test_cancelling_keeps_what_is_whole_and_leaves_nothing_half(tmp_path):
    told: list[tuple[int, int]] = []
    written = export(tmp_path, told=told, stopped=lambda: len(told) >= 4)
    assert written.ending is Ending.CANCELLED
    assert 0 < written.total < 10
    assert written.total == len(names(tmp_path / "out"))
    assert not any(name.endswith(".part") for name in names(tmp_path))


def test_cancelling_inside_a_page_takes_the_begun_page_away(tmp_path):
    files = FakeFiles()
    written = export(tmp_path, forms=(Form.HTML,), files=files, stopped=lambda: bool(files.loaded))
    assert written.ending is Ending.CANCELLED
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("code", "ending"),
    [
        (errno.ENOSPC, Ending.DISK_FULL),
        (errno.EACCES, Ending.NO_PERMISSION),
        (errno.EIO, Ending.FOLDER_LOST),
        (errno.EEXIST, Ending.TAKEN),
        (errno.EINVAL, Ending.NOT_WRITTEN),
    ],
)
def test_faults_of_a_disk_are_told_apart(code, ending):
    assert ending_of(OSError(code, "x")) is ending


def test_a_full_disk_ends_the_job_with_what_was_written_and_no_half_file(tmp_path, monkeypatch):
    real, calls = os.fsync, []

    def full(handle):
        calls.append(handle)
        if len(calls) > 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr("os.fsync", full)
    written = export(tmp_path)
    assert written.ending is Ending.DISK_FULL
    assert written.total == 2
    assert len(names(tmp_path)) == 2


def test_a_folder_that_is_lost_is_not_made_again_on_another_disk(tmp_path):
    target = tmp_path / "out"

    def lose(*_):
        target.rename(tmp_path / "elsewhere")
        return False

    written = export(tmp_path, forms=(Form.PNG,), stopped=lose)
    assert written.ending is Ending.FOLDER_LOST
    assert not target.exists()


def test_a_folder_that_is_there_is_never_written_into(tmp_path):
    (tmp_path / "out").mkdir()
    assert export(tmp_path).ending is Ending.TAKEN
    assert list(tmp_path.iterdir()) == [tmp_path / "out"]


def test_a_new_folder_has_a_free_name(tmp_path):
    moment = datetime(2026, 3, 2, 8, 12)
    first = new_folder_in(tmp_path, moment)
    assert first.name == "cxr-export-2026-03-02-0812"
    first.mkdir()
    assert new_folder_in(tmp_path, moment).name == "cxr-export-2026-03-02-0812-2"


def test_a_study_that_waits_is_in_tables_and_reports_and_has_no_picture_of_a_map(tmp_path):
    written = export(tmp_path, entries=(study("/images/w.dcm", None),))
    assert written.ending is Ending.DONE
    assert written.files == {Form.XLSX: 1, Form.CSV: 1, Form.JSONL: 1, Form.PDF: 1, Form.HTML: 1}
    assert Status.SCORED not in {image.state for image in LIST[2].images}


def test_a_long_table_tells_how_far_it_is(tmp_path):
    many = tuple(study(f"/images/{number}.dcm", None) for number in range(250))
    told: list[tuple[int, int]] = []
    assert export(tmp_path, entries=many, forms=(Form.CSV,), told=told).ending is Ending.DONE
    assert told == [(1, 3), (2, 3), (3, 3)]
