"""Synthetic studies that the end-to-end tests share, and the program as a command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.engine.conftest import make_model

__all__ = ["make_model"]


@pytest.fixture(scope="session")
def demo_studies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo folder, smaller than the real one so that it is made in a moment."""
    from cxr_desktop.phantom.demo_folder import write_demo_folder

    target = tmp_path_factory.mktemp("demo") / "studies"
    write_demo_folder(target, size=720)
    return target


@pytest.fixture
def command(private_home: Path):
    """Run ``cxr-desktop ARGUMENTS`` in a process of its own, without a display."""

    def run(*arguments: str | Path, expect: int | None = 0) -> subprocess.CompletedProcess[str]:
        hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        environment = {k: v for k, v in os.environ.items() if k not in hidden}
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

    return run
