"""What goes wrong becomes a local report without a name in it, and the window lives on."""

from __future__ import annotations

import logging
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType

from cxr_desktop import diagnostics
from tests.hostile.entrance import ROOT

SECRET = "Zebulon^Quux"


@pytest.fixture
def folder(tmp_path: Path):
    """Logging into a folder of its own; everything is put back."""
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield tmp_path / "log"
    for handler in [h for h in root.handlers if h not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    diagnostics.stop_logging()


def told(folder: Path, qapp: QCoreApplication) -> list[str]:
    diagnostics.start_logging(folder)
    heard: list[str] = []
    diagnostics.catch_unexpected(folder, heard.append, qapp)
    return heard


def fail() -> None:
    patient = SECRET
    raise ValueError(f"cannot read /films/{patient}.dcm")


def raised() -> tuple:
    try:
        fail()
    except ValueError:
        return sys.exc_info()
    raise AssertionError


def test_an_exception_becomes_a_report_that_says_where_and_never_what(folder, qapp):
    heard = told(folder, qapp)
    logging.getLogger("cxr_desktop").info("a line before")
    sys.excepthook(*raised())
    qapp.processEvents()
    [report] = [Path(path) for path in heard]
    text = report.read_text(encoding="utf-8")
    assert report.parent == folder
    assert "ValueError" in text
    assert "in fail" in text
    assert "a line before" in text
    assert "cxr-desktop 0." in text
    for file in folder.iterdir():
        assert SECRET not in file.read_text(encoding="utf-8"), file.name
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_an_exception_of_another_thread_is_told_in_the_window_s_own(folder, qapp):
    heard: list[int] = []
    diagnostics.start_logging(folder)
    diagnostics.catch_unexpected(folder, lambda _: heard.append(threading.get_ident()), qapp)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert heard == []
    qapp.processEvents()
    assert heard == [threading.get_ident()]


def test_an_exception_in_a_slot_does_not_end_the_program(folder):
    program = (
        "import sys; from pathlib import Path\n"
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from cxr_desktop import diagnostics\n"
        "qt = QCoreApplication([])\n"
        "diagnostics.start_logging(Path(sys.argv[1]))\n"
        "diagnostics.catch_unexpected(Path(sys.argv[1]), lambda report: print('told', bool(report)), qt)\n"
        "def fail(): raise ValueError('Zebulon')\n"
        "QTimer.singleShot(0, qt, fail)\n"
        "QTimer.singleShot(50, qt, lambda: print('alive'))\n"
        "QTimer.singleShot(100, qt, qt.quit)\n"
        "sys.exit(qt.exec())\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.split("\n")[:2]) == (0, ["told True", "alive"])
    assert "Zebulon" not in done.stderr


def test_reports_do_not_pile_up(folder, qapp):
    heard = told(folder, qapp)
    for _ in range(diagnostics.KEPT_REPORTS + 5):
        sys.excepthook(*raised())
    qapp.processEvents()
    assert len(heard) == diagnostics.KEPT_REPORTS + 5
    assert len(list(folder.glob("report-*.txt"))) == diagnostics.KEPT_REPORTS


@pytest.mark.parametrize(
    "message",
    [
        "QFile::open: cannot open /films/Zebulon^Quux.dcm",
        "could not read 'C:\\Films\\Zebulon^Quux\\1.dcm' (code 3)",
        'QImage: "Zebulon^Quux 1.png" is damaged',
        "file:///films/Zebulon^Quux%201.png: no such file",
    ],
)
def test_what_qt_says_is_kept_without_paths_and_quoted_names(folder, message, caplog):
    with caplog.at_level(logging.INFO):
        diagnostics._qt_message(QtMsgType.QtWarningMsg, QMessageLogContext(), message)
    [record] = caplog.records
    assert "Zebulon" not in record.getMessage()
    assert "…" in record.getMessage()


def test_a_crash_of_a_library_is_a_report_at_the_next_start(folder):
    program = (
        "import sys, faulthandler; from pathlib import Path\n"
        "from cxr_desktop import diagnostics\n"
        "print(diagnostics.start_logging(Path(sys.argv[1])) or '')\n"
        "sys.stdout.flush()\n"
        "if len(sys.argv) > 2: faulthandler._sigsegv()\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    def start(*more: str) -> subprocess.CompletedProcess:
        command = [sys.executable, "-c", program, str(folder), *more]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    first = start("crash")
    assert first.returncode != 0
    assert first.stdout.strip() == ""
    second = start()
    report = Path(second.stdout.strip())
    assert report.parent == folder
    assert "Segmentation fault" in report.read_text(encoding="utf-8")
    assert start().stdout.strip() == ""


def test_a_home_that_cannot_be_written_keeps_nothing_shut(folder, qapp, tmp_path):
    (tmp_path / "log").write_text("in the way")
    heard = told(folder, qapp)
    sys.excepthook(*raised())
    qapp.processEvents()
    assert heard == [""]
