"""`score --cluster` as a command: its address may be left out, and what it cannot do is said before anything starts."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

import cxr_desktop.cluster_run.run as run_module
import cxr_desktop.headless as headless
from cxr_desktop.cluster_run import ray_cluster, surroundings
from cxr_desktop.cluster_run.plan import ClusterOptions
from cxr_desktop.commands import app
from tests.cluster_run.fake_cluster import FakeCluster


def words_of(result) -> str:
    return " ".join(result.stderr.split())


def invoke(*arguments: str | Path):
    return CliRunner().invoke(app, ["score", *map(str, arguments)])


@pytest.mark.parametrize(
    ("words", "address"),
    [
        (["FOLDER", "--cluster"], "local"),
        (["--cluster", "FOLDER"], "local"),
        (["--cluster", "--actors", "2", "FOLDER"], "local"),
        (["FOLDER", "--cluster", "local"], "local"),
        (["--cluster", "auto", "FOLDER"], "auto"),
        (["FOLDER", "--cluster", "10.0.0.7:6379"], "10.0.0.7:6379"),
        (["FOLDER", "--cluster", "head.ward-7:6379"], "head.ward-7:6379"),
        (["FOLDER", "--cluster=auto"], "auto"),
    ],
)
def test_the_address_may_be_left_out_wherever_the_word_stands(folder, tmp_path, monkeypatch, words, address):
    asked = []
    monkeypatch.setattr(headless, "run_score", lambda options, cluster=None: asked.append((options, cluster)) or 0)
    result = invoke(*(folder if word == "FOLDER" else word for word in words), "--out", tmp_path / "r.csv")
    assert result.exit_code == 0, result.output
    ((options, cluster),) = asked
    assert (options.folder, cluster.address) == (folder, address)


def test_shares_of_actors_reach_the_cluster(folder, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(headless, "run_score", lambda options, cluster=None: asked.append(cluster) or 0)
    shares = ("--actors", "3", "--cpus-per-actor", "1.5", "--gpus-per-actor", "0.25")
    invoke(folder, "--cluster", *shares, "--parquet", tmp_path / "r")
    assert asked == [ClusterOptions("local", 3, 1.5, 0.25)]
    assert "Actors belong to --cluster" in words_of(invoke(folder, *shares))


def test_without_ray_it_says_how_to_install_it(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(ray_cluster.importlib.util, "find_spec", lambda name: None)
    result = invoke(folder, "--cluster", "--out", tmp_path / "r.csv")
    assert result.exit_code == 2
    assert 'pip install "ray[data]>=2.60,<3"' in words_of(result)
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_what_a_cluster_does_not_write_is_refused_by_name(folder, tmp_path):
    result = invoke(
        folder, "--cluster", "--out", tmp_path / "r.csv", "--json", "--report", tmp_path / "r.html", "--sc", "s"
    )
    assert result.exit_code == 2
    assert "leave out --report, --sc, --json" in words_of(result)


def test_a_run_tells_its_progress_and_ends_with_the_exit_code_of_score(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(run_module, "open_ray", lambda options: FakeCluster())
    monkeypatch.setattr(run_module.ClusterRun.__init__, "__defaults__", (run_module.open_ray,))
    result = invoke(folder, "--cluster", "--parquet", tmp_path / "r.parquet", "--progress-json")
    assert (result.exit_code, words_of(result).endswith("50 scored · 0 not scored")) == (0, True)
    assert '"done": 50, "total": 50' in result.stdout.splitlines()[-1]
    assert pq.read_table(tmp_path / "r.parquet").num_rows == 50
    (folder / "kill.dcm").write_bytes(b"x")
    assert invoke(folder, "--cluster", "--out", tmp_path / "r.csv").exit_code == 1


def test_a_run_that_is_stopped_says_that_it_can_go_on(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(run_module.ClusterRun.__init__, "__defaults__", (lambda options: FakeCluster(ends_after=2),))
    result = invoke(folder, "--cluster", "--out", tmp_path / "r.csv")
    assert result.exit_code == 2
    assert "kept, and the same command goes on" in words_of(result)


def test_score_without_a_cluster_writes_parquet_too(folder, tmp_path, monkeypatch):
    from cxr_desktop.triage_run import Triage
    from tests.engine.fake_engine import FakeEngine

    monkeypatch.setattr(Triage, "_engine", lambda self, folders: FakeEngine())
    result = invoke(folder, "--parquet", tmp_path / "r.parquet")
    assert (result.exit_code, result.stdout) == (0, "")
    assert pq.read_table(tmp_path / "r.parquet").num_rows == 50


def test_a_private_folder_is_its_owner_s_alone_and_those_of_dead_runs_go(tmp_path, monkeypatch):
    monkeypatch.setattr(surroundings.tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(surroundings, "_LONGEST_TEMP", 10_000)
    monkeypatch.setattr(surroundings, "_runs", lambda process: process == 1)
    for name in ("cxr-ray-1-alive", "cxr-ray-2-dead", "cxr-ray-mine"):
        (tmp_path / name).mkdir()
    made = surroundings.private_folder()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([made.name, "cxr-ray-1-alive", "cxr-ray-mine"])
    assert made.stat().st_mode & 0o777 == 0o700


def test_a_temporary_folder_too_long_for_sockets_is_not_used(tmp_path, monkeypatch):
    place = tmp_path / ("x" * 60)
    place.mkdir()
    monkeypatch.setattr(surroundings.tempfile, "tempdir", str(place))
    made = surroundings.private_folder()
    made.rmdir()
    assert str(made).startswith("/tmp/cxr-ray-")


def test_what_ray_says_goes_to_the_log_and_not_between_the_rows(capfd, caplog):
    caplog.set_level("INFO")
    with surroundings.output_to_log():
        print("(raylet) A worker died")
    with surroundings.silent_core():
        surroundings.os.write(2, b"logging.cc: set")
    print("a row")
    assert capfd.readouterr() == ("a row\n", "")
    assert [record.getMessage() for record in caplog.records] == ["(raylet) A worker died"]


def test_a_cluster_of_this_computer_is_told_to_stay_at_home(monkeypatch):
    monkeypatch.setattr(surroundings.os, "environ", {"http_proxy": "http://proxy:3128"})
    surroundings.prepare(alone=False)
    assert surroundings.os.environ["RAY_USAGE_STATS_ENABLED"] == "0"
    assert surroundings.os.environ["http_proxy"] == "http://proxy:3128"
    assert "RAY_AUTH_TOKEN" not in surroundings.os.environ
    surroundings.prepare(alone=True)
    assert surroundings.os.environ["http_proxy"] == "http://127.0.0.1:9"
    assert len(surroundings.os.environ["RAY_AUTH_TOKEN"]) == 64


def test_where_nobody_answers_there_is_no_cluster_and_nobody_waits(folder, tmp_path, monkeypatch):
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        monkeypatch.setattr(ray_cluster.importlib.util, "find_spec", lambda name: object())
        result = invoke(folder, "--cluster", f"127.0.0.1:{port}", "--out", tmp_path / "r.csv")
    assert result.exit_code == 2
    assert f"There is no Ray cluster at 127.0.0.1:{port}: nobody answers there." in words_of(result)
