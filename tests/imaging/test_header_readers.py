"""Children that read headers side by side: the order stays, one fault costs one row, and all end when they shall."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from cxr_desktop.domain.errors import CxrError, NotAnImageError, UnreadableImageError
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.imaging import header_readers
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.header_reader import read_header
from cxr_desktop.imaging.header_readers import HeaderReaders
from tests.builders import picture, write_dicom, write_png

needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs Linux's /proc")


@pytest.fixture
def readers(monkeypatch):
    """Three children that read four files at a time."""
    monkeypatch.setattr(header_readers, "_PART", 4)
    made = HeaderReaders(ReadBudget(), 20.0, children=3)
    started(made)
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path):
    """30 films, each of another patient."""
    return [str(write_dicom(tmp_path / f"{number:02d}", PatientID=f"P{number}")) for number in range(30)]


def started(readers):
    readers.start()
    assert readers._children[0].pid
    deadline = time.monotonic() + 30
    while not all(pids(readers)) and time.monotonic() < deadline:
        time.sleep(0.01)
    told(readers, ["no file"] * 20)  # all have answered
    return readers


def told(readers, paths):
    return [header for some in readers.each_header(paths) for header in some]


def pids(readers):
    return [child.pid for child in readers._children]


def test_headers_come_in_the_order_asked_for_from_all_children(readers, folder, tmp_path):
    (tmp_path / "text").write_text("no image at all")
    paths = [*folder, str(tmp_path / "text"), str(tmp_path / "gone"), *folder[:7]]
    found = told(readers, paths)
    assert [h.patient_id for h in found[:30]] == [f"P{number}" for number in range(30)]
    assert found[:30] == [read_header(path) for path in folder]
    assert isinstance(found[30], NotAnImageError)
    assert isinstance(found[31], UnreadableImageError)
    assert found[32:] == found[:7]
    assert told(readers, []) == []
    assert len(set(pids(readers))) == 3


def test_while_the_first_answer_is_heard_the_others_are_reading(readers, folder, monkeypatch):
    asked = []
    for number, child in enumerate(readers._children):

        def each_header(paths, number=number, ask=child.each_header):
            asked.append(number)
            return ask(paths)

        monkeypatch.setattr(child, "each_header", each_header)
    parts = readers.each_header(folder)
    first = next(part for part in parts if part)
    assert first[0].patient_id == "P0"
    assert asked == [0, 1, 2]
    parts.close()


@needs_proc
def test_a_child_that_reads_dicom_headers_alone_has_neither_numpy_nor_codecs(readers, folder):
    told(readers, folder)
    for pid in pids(readers):
        loaded = Path(f"/proc/{pid}/maps").read_text()
        assert not [name for name in ("numpy", "imagecodecs", "PIL") if f"/{name}/" in loaded]


@needs_proc
def test_pictures_of_other_kinds_are_read_too(readers, tmp_path):
    paths = [str(write_png(tmp_path / f"{number}.png", picture(bits=8))) for number in range(9)]
    assert told(readers, paths) == [read_header(path) for path in paths]


@pytest.mark.skipif(sys.platform == "win32", reason="needs named pipes in the file system")
def test_a_file_that_hangs_one_child_costs_its_own_row(folder, monkeypatch):
    monkeypatch.setattr(header_readers, "_PART", 4)
    readers = HeaderReaders(ReadBudget(), 2.0, children=2)
    stopped = threading.Thread(target=_stop_when_working, args=(readers, folder))
    try:
        started(readers)
        stopped.start()
        found = told(readers, folder * 40)
    finally:
        stopped.join()
        readers.close()
    missing = [header for header in found if isinstance(header, CxrError)]
    assert len(found) == 1200
    assert [str(error) for error in missing] == ["reading took longer than 2 seconds"]
    assert sum(isinstance(header, Radiograph) for header in found) == 1199


def _stop_when_working(readers: HeaderReaders, folder: list[str]) -> None:
    """Put the second child to sleep in the middle of what it reads."""
    child = readers._children[1]
    while not child._begun.value:
        time.sleep(0.001)
    os.kill(child.pid, signal.SIGSTOP)


def test_a_child_that_dies_costs_one_row_and_is_replaced(readers, folder):
    parts = readers.each_header(folder * 40)
    found = list(next(part for part in parts if part))
    os.kill(readers._children[1].pid, signal.SIGKILL)
    found += [header for some in parts for header in some]
    assert len(found) == 1200
    assert sum(isinstance(header, CxrError) for header in found) <= 1
    assert told(readers, folder) == [read_header(path) for path in folder]


def test_who_stops_listening_leaves_children_that_answer_the_next_question(readers, folder):
    parts = readers.each_header(folder * 20)
    next(part for part in parts if part)
    parts.close()
    assert told(readers, folder) == [read_header(path) for path in folder]


def test_closing_ends_all_children_while_somebody_waits_for_one_of_them(folder, monkeypatch):
    monkeypatch.setattr(header_readers, "_PART", 4)
    readers = HeaderReaders(ReadBudget(), 60.0, children=2)
    started(readers)
    for child in readers._children:
        os.kill(child.pid, signal.SIGSTOP)
    closing = threading.Timer(0.3, readers.close)
    closing.start()
    begun = time.monotonic()
    found = told(readers, folder)
    closing.join()
    assert time.monotonic() - begun < 10
    assert {str(header) for header in found} == {"reading was stopped"}
    assert pids(readers) == [None, None]


def test_what_was_set_aside_by_one_child_is_not_asked_of_another(folder, monkeypatch):
    monkeypatch.setattr(header_readers, "_PART", 1)
    readers = HeaderReaders(ReadBudget(), 20.0, children=2)
    try:
        for child in readers._children:
            child._quarantine.blame(folder[1])
        found = told(readers, folder[:4])
    finally:
        readers.close()
    assert str(found[1]) == "the file is set aside: reading it failed twice"
    assert [header.patient_id for header in (found[0], *found[2:])] == ["P0", "P2", "P3"]


def test_the_first_child_answers_before_the_others_have_started(folder):
    readers = HeaderReaders(ReadBudget(), 20.0, children=3)
    try:
        readers.start()
        assert told(readers, folder[:3]) == [read_header(path) for path in folder[:3]]
    finally:
        readers.close()
    assert pids(readers) == [None, None, None]


def test_children_that_cannot_be_started_are_a_reason_for_every_file(folder, monkeypatch):
    readers = HeaderReaders(ReadBudget(), 20.0, children=2)
    readers.close()
    with pytest.raises(CxrError, match="reading was stopped"):
        readers.start()
    assert {str(header) for header in told(readers, folder * 5)} == {"reading was stopped"}
