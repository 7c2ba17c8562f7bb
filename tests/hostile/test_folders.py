"""Cases 39–45: folders that lie, and places where nothing can be read or written."""

from __future__ import annotations

import csv
import errno
import os
import socket
from pathlib import Path

import pytest

from cxr_desktop.domain.errors import NotAnImageError, UnreadableImageError
from cxr_desktop.domain.prediction import Prediction, Status
from cxr_desktop.domain.radiograph import FileIdentity
from cxr_desktop.export.csv_table import writer
from cxr_desktop.export.wording import one_line, readable_path
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.reader import read_header, read_image
from cxr_desktop.worklist.scan import ScanProblem, walk
from tests.hostile.entrance import refused
from tests.hostile.gallery import dicom, rasters


def written(target, rows):
    with writer(target) as write:
        for row in rows:
            write(row)


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
    started = list(walk(str(tmp_path), lambda: next(asked) > 700))
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
