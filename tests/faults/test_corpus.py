"""The collector of foreign files judges its own runs: what must hold is checked, and a lie is found."""

from __future__ import annotations

import json

import pytest

from tests.faults import corpus
from tests.hostile import gallery

SCORED = {"path": "a", "status": "scored", "reason": "", "probabilities": {"covid19": 0.5}, "seconds": 0.1}
REFUSED = {"path": "b", "status": "not_scored", "reason": "lateral view", "probabilities": None, "seconds": 0.1}


def judged(*rows, files=None, **watched):
    return corpus.judge(rows, len(rows) if files is None else files, corpus.Watched(code=1, **watched))


def test_a_run_without_fault_is_not_complained_of():
    assert judged(SCORED, REFUSED) == []


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({**SCORED, "path": "c", "probabilities": None}, "scored with None"),
        ({**REFUSED, "reason": ""}, "not_scored with None"),
        ({**REFUSED, "probabilities": {}}, "not_scored with {}"),
        ({**REFUSED, "seconds": 10.5}, "took 10.5 s"),
        ({**REFUSED, "reason": "a\nTraceback"}, "no plain sentence"),
        ({**REFUSED, "path": "a"}, "1 paths twice"),
    ],
)
def test_every_lie_of_a_row_is_found(row, words):
    [wrong] = judged(SCORED, row)
    assert words in wrong


def test_lost_rows_a_crash_and_growing_memory_are_found():
    assert "3 files and links, 1 rows" in judged(SCORED, files=3)[0]
    assert corpus.judge([SCORED], 1, corpus.Watched(code=-11))[0].startswith("the command ended with -11")
    grows = [400] * 80 + list(range(400, 2000, 4))
    assert judged(SCORED, megabytes=grows) == ["memory grew by 1068 MB"]
    assert judged(SCORED, megabytes=[400] * 80 + [900, 400] * 200) == []


def test_the_real_command_ends_every_hostile_file_with_one_row(tmp_path, capsys):
    folder = tmp_path / "in"
    folder.mkdir()
    files = {f"{n:03d}": data for n, data in enumerate(gallery.everything().values()) if len(data) < 60_000}
    for name, data in list(files.items())[::6]:
        (folder / name).write_bytes(data)
    (folder / "link").symlink_to(folder)
    before = {path: (path.lstat().st_mtime_ns, path.lstat().st_size) for path in sorted(folder.iterdir())}
    keep = tmp_path / "rows.jsonl"
    assert corpus.main([str(folder), "--keep", str(keep), "--second-opinion", "none"]) == 0
    rows = [json.loads(line) for line in keep.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == len(list(files)[::6]) + 1
    assert "0 wrong" in capsys.readouterr().out
    # Nothing is ever written where images are read: the folder may be read-only.
    assert {path: (path.lstat().st_mtime_ns, path.lstat().st_size) for path in sorted(folder.iterdir())} == before
