"""A folder of files that nobody looks at, and runs over it with a cluster that is not one."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console

from cxr_desktop.cluster_run.plan import ClusterOptions
from cxr_desktop.cluster_run.run import ClusterRun
from cxr_desktop.triage_run import ScoreOptions
from tests.cluster_run.fake_cluster import FakeCluster


@pytest.fixture(autouse=True)
def _cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Actors set it for their children; tests have it back as it was."""
    monkeypatch.setenv("CXR_DESKTOP_CORES", "2")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Fifty files: seven parcels."""
    place = tmp_path / "in"
    place.mkdir()
    for number in range(50):
        (place / f"{number:02d}.dcm").write_bytes(b"x")
    return place


@pytest.fixture
def run(folder: Path, tmp_path: Path) -> Callable[..., tuple[dict[str, int], str]]:
    """Score ``folder`` into ``out.csv`` and ``out.parquet``; what came of it, and what was said."""

    def go(cluster: FakeCluster, **changes) -> tuple[dict[str, int], str]:
        options = {"folder": folder, "out": tmp_path / "out.csv", "parquet": tmp_path / "out.parquet", **changes}
        said = io.StringIO()
        asked = options.pop("asked", ClusterOptions())
        run = ClusterRun(ScoreOptions(**options), asked, Console(file=said, width=200), lambda _: cluster)
        return dict(run.run()), said.getvalue()

    return go
