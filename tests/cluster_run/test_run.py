"""A run by actors: every file has one row, whatever is lost or comes twice; what was ended goes on."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from cxr_desktop.cluster_run.plan import ClusterOptions
from cxr_desktop.domain.errors import CxrError
from cxr_desktop.export import csv_table
from cxr_desktop.triage_run import ScoreOptions, Triage, models_for
from tests.cluster_run.fake_cluster import FakeCluster
from tests.engine.fake_engine import FakeEngine


def rows_of(path: Path) -> list[dict[str, str]]:
    with open(path, newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def names_in(folder: Path) -> list[str]:
    return sorted(str(path) for path in folder.iterdir())


def test_every_file_has_one_row_in_both_forms_and_nothing_else_is_left(run, folder, tmp_path):
    cluster = FakeCluster()
    counts, said = run(cluster)
    assert counts == {"scored": 50}
    assert sorted(row["path"] for row in rows_of(tmp_path / "out.csv")) == names_in(folder)
    table = pq.read_table(tmp_path / "out.parquet")
    assert sorted(table["path"].to_pylist()) == names_in(folder)
    assert not any(name.startswith("#") for name in table.column_names)
    assert cluster.closed
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.csv", "out.parquet"]
    assert "1 machine: 1, each with 2 cores" in said


def test_the_rows_are_those_of_a_run_without_a_cluster(run, folder, tmp_path, monkeypatch):
    from rich.console import Console

    run(FakeCluster())
    monkeypatch.setattr(Triage, "_engine", lambda self, folders: FakeEngine())
    options = ScoreOptions(folder)
    triage = Triage(options, Console(quiet=True))
    with csv_table.writer(tmp_path / "here.csv", triage.cards.model.classes) as write:
        triage.run(write)
    assert sorted((tmp_path / "out.csv").read_text().splitlines()) == sorted(
        (tmp_path / "here.csv").read_text().splitlines()
    )


def test_a_table_that_is_lost_is_asked_for_again_and_one_that_comes_twice_counts_once(run, folder, tmp_path):
    cluster = FakeCluster(lost={0, 3, 7}, doubled={1, 5})
    counts, _ = run(cluster)
    assert counts == {"scored": 50}
    assert cluster.rounds == 3
    assert sorted(row["path"] for row in rows_of(tmp_path / "out.csv")) == names_in(folder)
    assert pq.read_table(tmp_path / "out.parquet").num_rows == 50


def test_what_never_comes_back_ends_the_run_in_words_and_is_all_that_the_next_run_asks_for(run, tmp_path):
    with pytest.raises(CxrError, match="8 files came back without a row 3 times"):
        run(FakeCluster(lost={0, 7, 8}))
    assert not (tmp_path / "out.csv").exists()
    cluster = FakeCluster()
    counts, said = run(cluster)
    assert counts == {"scored": 50}
    assert sum(map(len, cluster.asked)) == 8
    assert "42 of 50 files have a row already" in said


def test_a_run_that_was_ended_goes_on_and_scores_nothing_again(run, folder, tmp_path):
    first = FakeCluster(ends_after=3)
    with pytest.raises(KeyboardInterrupt):
        run(first)
    assert first.closed
    second = FakeCluster()
    assert run(second)[0] == {"scored": 50}
    asked = [name for cluster in (first, second) for parcel in cluster.asked for name in parcel]
    assert sorted(asked) == names_in(folder)
    assert sorted(row["path"] for row in rows_of(tmp_path / "out.csv")) == names_in(folder)


def test_a_file_that_changed_meanwhile_is_scored_again_and_one_that_went_has_no_row(run, folder, tmp_path):
    with pytest.raises(KeyboardInterrupt):
        run(FakeCluster(ends_after=2))
    changed, gone = folder / "00.dcm", folder / "01.dcm"
    changed.write_bytes(b"other bytes")
    os.remove(gone)
    second = FakeCluster()
    assert run(second)[0] == {"scored": 49}
    asked = [name for parcel in second.asked for name in parcel]
    assert str(changed) in asked
    assert len(asked) == 50 - 16 + 1
    assert sorted(row["path"] for row in rows_of(tmp_path / "out.csv")) == names_in(folder)


def test_a_run_with_other_options_does_not_mix_its_rows_with_those_of_the_first(run, tmp_path):
    with pytest.raises(KeyboardInterrupt):
        run(FakeCluster(ends_after=2))
    with pytest.raises(CxrError, match="other models or options"):
        run(FakeCluster(), override_gate=True)
    with pytest.raises(CxrError, match="other models or options"):
        run(FakeCluster(), model="squeezenet")


def test_a_file_that_kills_engines_costs_its_row_and_no_other(run, folder, tmp_path):
    (folder / "kill.dcm").write_bytes(b"x")
    assert run(FakeCluster())[0] == {"scored": 50, "not_scored": 1}
    (row,) = (row for row in rows_of(tmp_path / "out.csv") if row["status"] == "not_scored")
    assert row["path"].endswith("kill.dcm")
    assert "stopped twice" in row["reason"]


def test_what_is_no_file_has_its_row_without_an_actor(run, folder, tmp_path):
    (folder / "link.dcm").symlink_to(folder / "00.dcm")
    cluster = FakeCluster()
    assert run(cluster)[0] == {"scored": 50, "not_an_image": 1}
    assert not any(name.endswith("link.dcm") for parcel in cluster.asked for name in parcel)
    assert {row["reason"] for row in rows_of(tmp_path / "out.csv")} == {"", "a link, which is not followed"}


def test_an_actor_with_other_models_stops_the_run_and_names_its_machine(run, monkeypatch, tmp_path):
    import cxr_desktop.cluster_run.actor as actor

    honest = actor.read_cards

    def other(folders):
        from dataclasses import replace

        cards = honest(folders)
        return replace(cards, gate=replace(cards.gate, digest="0" * 64))

    monkeypatch.setattr(actor, "read_cards", other)
    monkeypatch.setattr(actor.platform, "node", lambda: "ward-7")
    with pytest.raises(
        CxrError, match="the machine ward-7 cannot score: its gate is not the one of the computer that asks"
    ):
        run(FakeCluster())
    assert not (tmp_path / "out.csv").exists()


def test_a_folder_of_parquet_is_made_whole_and_never_mixed_with_what_is_there(run, tmp_path):
    target = tmp_path / "rows"
    assert run(FakeCluster(), out=None, parquet=target)[0] == {"scored": 50}
    assert [path.name for path in target.iterdir()] == ["part-00000.parquet"]
    assert pq.read_table(target).num_rows == 50
    with pytest.raises(CxrError, match="is not empty"):
        run(FakeCluster(), out=None, parquet=target)


def test_a_folder_of_parquet_has_several_files_where_there_are_many_rows(run, tmp_path, monkeypatch):
    monkeypatch.setattr("cxr_desktop.cluster_run.results.ROWS_PER_FILE", 16)
    run(FakeCluster(), out=None, parquet=tmp_path / "rows")
    parts = sorted((tmp_path / "rows").iterdir())
    assert [pq.read_table(part).num_rows for part in parts] == [16, 16, 16, 2]


def test_an_empty_folder_is_an_empty_table(run, tmp_path):
    (tmp_path / "none").mkdir()
    assert run(FakeCluster(), folder=tmp_path / "none")[0] == {}
    assert rows_of(tmp_path / "out.csv") == []
    assert pq.read_table(tmp_path / "out.parquet").num_rows == 0


def test_a_result_without_a_place_is_refused(run):
    with pytest.raises(CxrError, match="--parquet or --out"):
        run(FakeCluster(), out=None, parquet=None)


def test_actors_are_told_names_and_digests_and_no_path_of_this_computer(run):
    cluster = FakeCluster()
    run(cluster, asked=ClusterOptions(actors=3, cpus_per_actor=1))
    ((plan, crew),) = cluster.plans
    assert (crew.actors, crew.cores, plan.cores, plan.device) == (3, 1, 1, "cpu")
    folders = models_for(ScoreOptions()).folders
    assert str(folders.model.parent) not in repr(plan)
    assert plan.digests.keys() == {"model", "gate", "orientation", "lungs", "second"}
