"""What every test shares: a private home, no display, Qt and real radiographs only where they are."""

from __future__ import annotations

import gc
import importlib
import multiprocessing
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("PYTEST_QT_API", "pyside6")
if "CXR_TEST_REAL_WINDOW" not in os.environ:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
# Without a session bus Qt's accessibility bridge warns at start; tests treat Qt's warnings as errors.
os.environ.setdefault("QT_ACCESSIBILITY", "0")
os.environ.setdefault("NO_AT_BRIDGE", "1")


def _missing_qt_library() -> str:
    try:
        importlib.import_module("PySide6.QtWidgets")
        importlib.import_module("PySide6.QtSvg")
    except ImportError as error:
        return str(error)
    return ""


QT_MISSING = _missing_qt_library()
_SIGNS_OF_QT = ("PySide6", "qtbot", "cxr_desktop.ui", "cxr_desktop.app")
RADIOGRAPHS = Path(__file__).resolve().parents[1].parent / "shared" / "data"
NO_SKIPS = os.environ.get("CXR_TEST_NO_SKIPS") == "1"

# pytest-qt stops the whole run where Qt's libraries are missing, so it is loaded by hand (see addopts).
if not QT_MISSING:
    pytest_plugins = ["pytestqt.plugin"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Keep the ini file readable where pytest-qt is not loaded."""
    if QT_MISSING:
        parser.addini("qt_log_level_fail", "of pytest-qt")


class _NeedsQt(pytest.Module):
    """A test module that cannot be imported here; reported as skipped under its own name."""

    def collect(self):
        raise pytest.skip.Exception(
            f"{self.path.name}: Qt's libraries are missing: {QT_MISSING}", allow_module_level=True
        )


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    """Modules about windows are skipped by name where Qt cannot be loaded."""
    if QT_MISSING and any(sign in module_path.read_text(encoding="utf-8") for sign in _SIGNS_OF_QT):
        return _NeedsQt.from_parent(parent, path=module_path)
    return None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo):
    """Where everything is installed (CI) a skip is a failure."""
    report = yield
    if NO_SKIPS and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but nothing may be skipped here: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector):
    """The same for whole modules."""
    report = yield
    if NO_SKIPS and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped, but nothing may be skipped here: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, database and logs of a test go to a folder of its own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CXR_DESKTOP_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def cycles_go_in_this_thread() -> Iterator[None]:
    """As in the program: a window that was closed in one test never goes in a thread that another one left."""
    gc.disable()
    yield
    if not QT_MISSING:
        from cxr_desktop.ui.cycle_collector import collect_due

        collect_due()


@pytest.fixture(autouse=True)
def nothing_left_behind():
    """No test leaves a thread of ours or a child process running."""
    before = set(threading.enumerate())
    yield
    left = [t for t in set(threading.enumerate()) - before if t.is_alive() and not t.daemon]
    for thread in left:
        thread.join(5)
    children = multiprocessing.active_children()
    for child in children:
        child.join(5)
    assert not [t.name for t in left if t.is_alive()]
    assert not [c.name for c in children if c.is_alive()]


@pytest.fixture(scope="session")
def radiographs() -> Path:
    """The folder of real radiographs; tests that need it skip where it is missing."""
    if not (RADIOGRAPHS / "manifest.csv").is_file():
        pytest.skip("the folder of real radiographs (shared/data) is not on this machine")
    return RADIOGRAPHS
