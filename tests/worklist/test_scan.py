from __future__ import annotations

import os
import socket
import time

import pytest

from cxr_desktop.domain.prediction import Status
from cxr_desktop.domain.radiograph import FileIdentity
from cxr_desktop.worklist.scan import ScanProblem, listed, mark_of, read_list, walk, walk_past


def everything(root, **options):
    found = [item for batch in walk(str(root), **options) for item in batch]
    return [f for f in found if isinstance(f, FileIdentity)], [f for f in found if isinstance(f, ScanProblem)]


def test_regular_files_come_in_the_order_of_names_folder_by_folder(tmp_path):
    for name in ("b.dcm", "a.dcm", "z/1", "c/2", "c/d/3"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"12345")
    files, problems = everything(tmp_path)
    assert [os.path.relpath(f.path, tmp_path) for f in files] == ["a.dcm", "b.dcm", "c/2", "c/d/3", "z/1"]
    status = os.lstat(tmp_path / "a.dcm")
    assert files[0] == FileIdentity(str(tmp_path / "a.dcm"), 5, status.st_mtime_ns, status.st_ino)
    assert problems == []


def test_links_are_named_and_not_followed_and_loops_end(tmp_path):
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "real").write_bytes(b"x")
    (tmp_path / "outside").write_bytes(b"x")
    (inside / "loop").symlink_to(inside)
    (inside / "up").symlink_to(tmp_path)
    (inside / "out").symlink_to(tmp_path / "outside")
    (inside / "dangling").symlink_to(tmp_path / "nowhere")
    files, problems = everything(inside)
    assert [f.path for f in files] == [str(inside / "real")]
    assert [os.path.basename(p.path) for p in problems] == ["dangling", "loop", "out", "up"]
    assert {p.reason for p in problems} == {"a link, which is not followed"}


def test_a_chosen_folder_or_file_may_itself_be_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "one").symlink_to(tmp_path / "real" / "a")
    assert [f.path for f in everything(tmp_path / "link")[0]] == [str(tmp_path / "link" / "a")]
    assert [f.path for f in everything(tmp_path / "one")[0]] == [os.path.realpath(tmp_path / "real" / "a")]


def test_pipes_sockets_and_devices_are_never_opened(tmp_path):
    os.mkfifo(tmp_path / "fifo")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
        files, problems = everything(tmp_path)
    assert files == []
    assert [(os.path.basename(p.path), p.reason, p.status) for p in problems] == [
        ("fifo", "not a regular file", Status.NOT_AN_IMAGE),
        ("socket", "not a regular file", Status.NOT_AN_IMAGE),
    ]
    assert everything("/dev/null")[1][0].reason == "not a regular file"


def test_hard_links_are_counted_once(tmp_path):
    (tmp_path / "a").write_bytes(b"x")
    os.link(tmp_path / "a", tmp_path / "b")
    files, problems = everything(tmp_path)
    assert [os.path.basename(f.path) for f in files] == ["a"]
    assert [p.reason for p in problems] == ["another name of a file that is already listed"]


def test_names_that_are_no_text_survive(tmp_path):
    names = [b"\xff\xfe.dcm", b"line\nbreak", b"trailing ", "\u202egnp.exe".encode(), b"n" * 255]
    for name in names:
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as stream:
            stream.write(b"x")
    files, _ = everything(tmp_path)
    assert sorted(os.path.basename(os.fsencode(f.path)) for f in files) == sorted(names)


def test_a_folder_that_cannot_be_opened_is_a_problem_and_the_rest_goes_on(tmp_path, monkeypatch):
    (tmp_path / "closed").mkdir()
    (tmp_path / "open").mkdir()
    (tmp_path / "open" / "a").write_bytes(b"x")
    listing = os.scandir  # root may open everything, so the refusal is played

    def refuse(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "refused")
        return listing(path)

    monkeypatch.setattr(os, "scandir", refuse)
    files, problems = everything(tmp_path)
    assert [os.path.basename(f.path) for f in files] == ["a"]
    assert problems == [
        ScanProblem(str(tmp_path / "closed"), "no permission to open this folder", Status.NOT_SCORED, True)
    ]


def test_a_folder_that_is_gone_is_one_problem(tmp_path):
    _, [problem] = everything(tmp_path / "gone")
    assert (problem.reason, problem.hides_files) == ("this folder is no longer there", True)


def test_a_file_that_vanishes_while_listing_is_one_problem(tmp_path, monkeypatch):
    for name in "ab":
        (tmp_path / name).write_bytes(b"x")
    look = os.lstat

    def vanished(path, *rest, **more):
        if str(path).endswith("/a"):
            raise FileNotFoundError(2, "gone")
        return look(path, *rest, **more)

    monkeypatch.setattr(os, "lstat", vanished)
    files, problems = everything(tmp_path)
    assert [os.path.basename(f.path) for f in files] == ["b"]
    assert (problems[0].reason, problems[0].status) == ("this file is no longer there", Status.NOT_SCORED)


def test_cancelling_ends_the_walk_at_the_next_entry(tmp_path):
    for n in range(600):
        (tmp_path / f"{n:03d}").write_bytes(b"")
    asked = 0

    def after_400():
        nonlocal asked
        asked += 1
        return asked > 400

    batches = list(walk(str(tmp_path), after_400))
    assert [len(b) for b in batches] == [256]


def test_files_whose_marks_are_known_are_passed_by_and_only_as_long_as_they_are_as_they_were(tmp_path):
    for name in ("a", "b", "c/d", "twice"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"12345")
    marks = {mark_of(found) for found in everything(tmp_path)[0]}
    (tmp_path / "b").write_bytes(b"more than before")
    (tmp_path / "new").write_bytes(b"x")
    os.link(tmp_path / "twice", tmp_path / "twice again")  # which of the names counts must be seen
    (tmp_path / "link").symlink_to(tmp_path / "a")
    parts = list(walk_past(marks, str(tmp_path)))
    unchanged = [os.path.relpath(path, tmp_path) for part in parts for path in part.unchanged]
    found = [os.path.basename(each.path) for part in parts for each in part.found]
    assert (unchanged, found) == (["a", "c/d"], ["b", "link", "new", "twice", "twice again"])


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    root = tmp_path_factory.mktemp("many")
    for folder in range(13):
        (root / f"{folder:02d}").mkdir()
        for n in range(1000):
            os.close(os.open(root / f"{folder:02d}" / f"{n:04d}.dcm", os.O_CREAT | os.O_WRONLY))
    return root


def test_13000_files_are_found_in_seconds_and_the_first_at_once(many):
    start = time.perf_counter()
    batches = walk(str(many))
    first = next(batches)
    until_first = time.perf_counter() - start
    count = len(first) + sum(map(len, batches))
    total = time.perf_counter() - start
    assert count == 13_000
    assert until_first < 0.5
    assert total < 5


def test_a_list_names_exactly_what_is_scored_each_once_and_keeps_odd_names(tmp_path):
    odd = os.fsencode(tmp_path) + b"/scan-\xff.dcm"
    for name in (os.fsencode(tmp_path / "a.dcm"), odd):
        with open(name, "wb") as stream:
            stream.write(b"1")
    os.link(tmp_path / "a.dcm", tmp_path / "b.dcm")
    names = [os.fsencode(tmp_path / name) for name in ("a.dcm", "b.dcm", "a.dcm", "gone.dcm")]
    (tmp_path / "list.txt").write_bytes(b"\r\n".join([*names, b"", odd, b""]))
    found = list(listed(read_list(tmp_path / "list.txt")))
    assert [os.fsencode(item.path) for item in found] == [names[0], names[1], names[3], odd]
    assert [type(item) for item in found] == [FileIdentity, FileIdentity, ScanProblem, FileIdentity]
    assert found[2].reason == "this file is no longer there"


def test_a_folder_in_a_list_is_no_file(tmp_path):
    assert [item.reason for item in listed([str(tmp_path)])] == ["a folder"]
