"""What a real full disk found, held where nobody may have a small disk: pretended faults."""

from __future__ import annotations

import contextlib
import errno
import logging
import os

import pytest

from cxr_desktop import diagnostics, settings
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.export import workbook
from cxr_desktop.export.identity import Identity
from cxr_desktop.worklist import backups
from cxr_desktop.worklist.schema import as_store_error
from cxr_desktop.worklist.store import Store
from tests.export.samples import card


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device", "/names/of/patients")


def test_settings_that_cannot_be_written_leave_the_old_ones_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "settings.json"
    settings.save(settings.Settings(theme="light"), path)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        settings.save(settings.Settings(), path)
    assert os.listdir(tmp_path) == ["settings.json"]
    assert settings.load(path).theme == "light"


@pytest.mark.window
def test_a_report_that_cannot_be_written_is_not_there(tmp_path, monkeypatch):
    monkeypatch.setattr(diagnostics.platform, "platform", lambda: "x")

    class Full:
        def __init__(self, path):
            path.touch()

        def __enter__(self):
            return self

        def __exit__(self, *_):
            full()

        def write(self, text):
            return len(text)

    monkeypatch.setattr(diagnostics, "_own", Full)
    assert diagnostics._write_report(tmp_path, "something") is None
    assert os.listdir(tmp_path) == []


@pytest.mark.window
def test_a_log_that_cannot_be_written_prints_no_names(tmp_path, capsys):
    handler = diagnostics._OwnLog(tmp_path / "log", encoding="utf-8")
    handler.shouldRollover = full
    handler.emit(logging.makeLogRecord({"msg": "a line"}))
    handler.close()
    assert capsys.readouterr() == ("", "")


def test_a_workbook_on_a_full_disk_is_a_full_disk_and_leaves_nothing(tmp_path, monkeypatch):
    closing = workbook.xlsxwriter.Workbook.close

    def fail_at_the_end(book):
        closing(book)
        raise workbook.FileCreateError(OSError(errno.ENOSPC, "No space left on device"))

    monkeypatch.setattr(workbook.xlsxwriter.Workbook, "close", fail_at_the_end)
    with pytest.raises(OSError, match="No space") as caught:
        workbook.write_workbook(tmp_path / "list.xlsx", [], ModelCards(card()), Identity())
    assert caught.value.errno == errno.ENOSPC
    assert os.listdir(tmp_path) == []


def test_half_copies_of_other_days_are_removed_with_the_next_copy(tmp_path):
    path = tmp_path / "worklist.sqlite3"
    Store(path).close()
    folder = backups.folder_of(path)
    folder.mkdir(exist_ok=True)
    for name in ("worklist-2020-01-01.sqlite3.part", "worklist-2020-01-01.sqlite3.part-journal"):
        (folder / name).write_bytes(b"half")
    with contextlib.closing(Store(path)) as store:
        for copy in backups.copies(path):
            copy.unlink()
        assert backups.keep(store._db, path, "2020-01-02")
    assert os.listdir(folder) == ["worklist-2020-01-02.sqlite3"]


def test_no_room_for_the_journals_memory_is_told_as_a_full_disk():
    error = OSError(errno.ENOSPC, "x")
    assert "the disk is full" in str(as_store_error(error))
    shared = Exception()
    shared.sqlite_errorname = "SQLITE_IOERR_SHMSIZE"
    assert "the disk is full" in str(as_store_error(shared))
