"""Cases 39–45: folders that lie, and places where nothing can be read or written."""

from __future__ import annotations

import csv
import errno
import os
import socket
from pathlib import Path

import pytest

from cxr_desktop.bridge.worklist_state import WorklistState
from cxr_desktop.domain.conflict import OTHER_PERSON, SAME_NUMBER
from cxr_desktop.domain.errors import NotAnImageError, UnreadableImageError
from cxr_desktop.domain.prediction import Prediction, Status
from cxr_desktop.domain.radiograph import FileIdentity
from cxr_desktop.domain.worklist import ReadState
from cxr_desktop.export.csv_table import writer
from cxr_desktop.export.wording import one_line, readable_path
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.header_reader import read_header
from cxr_desktop.imaging.reader import read_image
from cxr_desktop.worklist.scan import ScanProblem, walk
from cxr_desktop.worklist.stored_rows import StudyRecord
from tests.hostile.entrance import refused
from tests.hostile.gallery import dicom, rasters
from tests.worklist.samples import image, scored


def written(target, rows):
    with writer(target) as write:
        for row in rows:
            write(row)


RECORD = StudyRecord("", 1, 1.0, ReadState.UNREAD, None)
HARD_NAMES = (
    b"\xff\xfe.dcm", b"line\nbreak.dcm", b"trailing ", b"CON.dcm", "\u202egnp.exe".encode(), b"n" * 255,
    b"'; DROP TABLE files; --", b"%s%n%{x}", b"-rf",
)  # fmt: skip


def found(root: Path) -> tuple[list[FileIdentity], list[ScanProblem]]:
    items = [item for batch in walk(str(root)) for item in batch]
    return [i for i in items if isinstance(i, FileIdentity)], [i for i in items if isinstance(i, ScanProblem)]


def test_case_39_links_are_not_followed_and_hard_links_count_once(tmp_path):
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "a").write_bytes(dicom())
    os.link(inside / "a", inside / "b")
    (inside / "loop").symlink_to(inside)
    (inside / "out").symlink_to("/etc/passwd")
    files, problems = found(inside)
    assert [Path(f.path).name for f in files] == ["a"]
    assert [(Path(p.path).name, "link" in p.reason or "already listed" in p.reason) for p in problems] == [
        ("b", True), ("loop", True), ("out", True),
    ]  # fmt: skip
    with pytest.raises(UnreadableImageError, match="link"):
        read_image(str(inside / "out"))


def test_case_40_pipes_sockets_and_devices_are_never_opened(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        files, problems = found(tmp_path)
        assert files == []
        assert {p.reason for p in problems} == {"not a regular file"}
        for path in ("pipe", "socket", "/dev/zero"):
            with pytest.raises(UnreadableImageError, match=r"pipe|socket|device"):
                read_header(path)


def test_case_41_every_name_is_listed_read_and_written_readably(tmp_path):
    for name in HARD_NAMES:
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as stream:
            stream.write(dicom())
    files, problems = found(tmp_path)
    assert sorted(os.path.basename(os.fsencode(f.path)) for f in files) == sorted(HARD_NAMES)
    assert problems == []
    rows = [Prediction(f.path, Status.NOT_SCORED, "for a test") for f in files]
    written(tmp_path / "table.csv", rows)
    with open(tmp_path / "table.csv", newline="", encoding="utf-8") as stream:
        assert [row["path"] for row in csv.DictReader(stream)] == [one_line(readable_path(f.path)) for f in files]
    for file in files:
        assert read_header(file.path).rows == 96


def test_case_42_what_cannot_be_opened_or_vanishes_costs_its_own_row(tmp_path, monkeypatch):
    path = tmp_path / "a.dcm"
    path.write_bytes(dicom())
    with pytest.raises(UnreadableImageError, match="no longer there"):
        read_image(str(tmp_path / "gone.dcm"))
    for number, words in (
        (errno.EACCES, "no permission to read the file"),
        (errno.EIO, "the drive could not read the file"),
        (errno.ESTALE, "the drive could not read the file"),
        (errno.ENOENT, "the file is no longer there"),
    ):

        def refuse(*_, number=number):
            raise OSError(number, os.strerror(number), str(path))

        with monkeypatch.context() as patch:
            patch.setattr("cxr_desktop.imaging.files.os.open", refuse)
            with pytest.raises(UnreadableImageError) as caught:
                read_image(str(path))
        assert str(caught.value) == words


def test_case_42_cancelling_a_scan_ends_it_at_once(tmp_path):
    for number in range(600):
        (tmp_path / f"{number:03d}").write_bytes(b"")
    asked = iter(range(10_000))
    started = list(walk(str(tmp_path), lambda: next(asked) > 400))
    assert sum(map(len, started)) < 600


def test_case_43_a_file_of_fifty_gigabytes_is_refused_unread(tmp_path):
    path = tmp_path / "huge.dcm"
    with open(path, "wb") as stream:
        stream.write(dicom())
        stream.truncate(50 << 30)
    for read in (read_header, read_image):
        with pytest.raises(UnreadableImageError, match="larger than 1,024 MB"):
            read(str(path), ReadBudget())


def test_case_43_many_files_come_in_batches_before_all_are_found(tmp_path):
    for number in range(2000):
        (tmp_path / f"{number:04d}").write_bytes(b"")
    first = next(iter(walk(str(tmp_path))))
    assert 0 < len(first) <= 256


def told(state: WorklistState) -> dict[str, tuple[str, ...]]:
    """Flags by path of the studies that changed."""
    return {i.path: i.radiograph.flags for entry in state.take_changes()[0] for i in entry.images}


def test_case_43_one_number_for_two_images_is_shown_and_a_copy_is_none():
    state = WorklistState()
    paths = ("/in/a", "/in/b", "/in/copy of a")
    images = [
        image(path, scored(path, 0.5, content), study_instance_uid="1", sop_instance_uid="1.1")
        for path, content in zip(paths, ("x", "y", "x"), strict=True)
    ]
    state.put_images(images[::2], {images[0].radiograph.study_key: RECORD})
    assert set(told(state).values()) == {()}
    state.put_images(images[1:2], {images[0].radiograph.study_key: RECORD})
    assert told(state) == dict.fromkeys(paths, (SAME_NUMBER,))


def test_case_43_two_patients_with_one_id_are_shown_until_one_goes():
    state = WorklistState()

    def put(path: str, **header: str) -> None:
        one = image(path, study_instance_uid=path, patient_id="7", **header)
        state.put_images([one], {one.radiograph.study_key: RECORD})

    put("/in/a", patient_name="DOE^Jane", patient_birth_date="19500101")
    put("/in/same", patient_name="Doe^J.=x", patient_birth_date="")
    assert told(state) == {"/in/a": (), "/in/same": ()}
    put("/in/b", patient_name="Roe^Richard")
    assert told(state) == dict.fromkeys(("/in/a", "/in/same", "/in/b"), (OTHER_PERSON,))
    state.remove(["/in/b"])
    assert told(state) == {"/in/a": (), "/in/same": ()}
    put("/in/c", patient_name="Doe", patient_birth_date="19500102")
    # The one without a birth date may be either.
    assert told(state) == {"/in/a": (OTHER_PERSON,), "/in/same": (), "/in/c": (OTHER_PERSON,)}


def test_case_44_a_table_is_whole_or_not_there_and_never_takes_the_place_of_an_image(tmp_path):
    target = tmp_path / "results.csv"
    target.write_text("old")

    def rows():
        yield Prediction("a", Status.NOT_SCORED, "for a test")
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        written(target, rows())
    assert target.read_text() == "old"
    (tmp_path / "file").write_text("x")
    with pytest.raises(OSError):  # noqa: PT011 - which one depends on who runs this
        written(tmp_path / "file" / "results.csv", [])


def test_case_45_an_archive_is_not_opened(tmp_path):
    assert "ZIP" in refused(tmp_path, rasters()["45 zip"], NotAnImageError, header_too=True)


def test_case_43_a_placeholder_shared_by_thousands_of_studies_costs_little():
    """Anonymised folders: the studies told are about as many as the studies."""
    state, count = WorklistState(), 0
    for number in range(2000):
        one = image(f"/in/{number}", study_instance_uid=str(number), patient_id="ANON", patient_name=f"N{number}")
        state.put_images([one], {one.radiograph.study_key: RECORD})
        count += len(state.take_changes()[0])
    assert count < 2000 + 20
