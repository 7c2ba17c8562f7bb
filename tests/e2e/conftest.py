"""Synthetic studies that the end-to-end tests share, and the program as a command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from tests.engine.conftest import make_model

__all__ = ["make_model"]


def made_once(tmp_path_factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder for all processes of a test run: the first that asks makes it, the others wait and look."""
    root = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent  # that of a worker lies in that of the run
    target = root / name
    with FileLock(root / f"{name}.lock"):
        if not target.is_dir():
            partial = root / f"{name}.part"
            shutil.rmtree(partial, ignore_errors=True)
            partial.mkdir()
            make(partial)
            partial.rename(target)
    return target


@pytest.fixture(scope="session")
def demo_studies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo folder, smaller than the real one so that it is made in a moment. Nobody writes into it."""
    from cxr_desktop.phantom.demo_folder import write_demo_folder

    return (
        made_once(tmp_path_factory, "demo", lambda folder: write_demo_folder(folder / "studies", size=720)) / "studies"
    )


@pytest.fixture(scope="session")
def scored_demo(demo_studies: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``r.csv``, ``r.parquet`` and ``maps`` of the demo folder, as the command writes them on a processor."""

    def score(folder: Path) -> None:
        places = ("--out", folder / "r.csv", "--parquet", folder / "r.parquet", "--overlays", folder / "maps")
        run_command("score", demo_studies, *places, "--device", "cpu", home=folder / "home", expect=1)

    return made_once(tmp_path_factory, "scored", score)


def run_command(
    *arguments: str | Path, home: Path | None = None, expect: int | None = 0
) -> subprocess.CompletedProcess[str]:
    """``cxr-desktop ARGUMENTS`` in a process of its own, without a display."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {k: v for k, v in os.environ.items() if k not in hidden}
    if home is not None:
        environment["CXR_DESKTOP_HOME"] = str(home)
    result = subprocess.run(
        [sys.executable, "-m", "cxr_desktop", *map(str, arguments)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert expect is None or result.returncode == expect, result.stderr
    assert "Traceback" not in result.stderr
    return result


@pytest.fixture
def command(private_home: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """``run_command`` with the home of the test."""
    return run_command
