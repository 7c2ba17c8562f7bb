"""A file is written whole or not at all, and what stood there before stays."""

from __future__ import annotations

import os

import pytest

from cxr_desktop.export.atomic_file import write_bytes, write_text
from cxr_desktop.export.card.sheet import Heading, write_sheet
from training.report.files import write_json


def test_text_is_written_whole_into_a_folder_that_is_made(tmp_path):
    write_text(tmp_path / "new" / "a.md", "é\n")
    assert (tmp_path / "new" / "a.md").read_bytes() == "é\n".encode()
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["a.md"]


@pytest.mark.parametrize(
    "write",
    [
        lambda target: write_bytes(target, b"new"),
        lambda target: write_sheet(target, [Heading("new")]),
        lambda target: write_json(target, {"new": 1}),
    ],
)
def test_a_disk_that_refuses_leaves_the_older_file_and_nothing_beside_it(tmp_path, monkeypatch, write):
    target = tmp_path / "a.md"
    target.write_text("old")

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        write(target)
    assert target.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]
