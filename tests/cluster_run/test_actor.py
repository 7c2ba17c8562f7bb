"""An actor with the models that ship gives the numbers of `score`; one that cannot score says so in a row."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from rich.console import Console

from cxr_desktop.cluster_run.actor import ScoringActor, parcel_of
from cxr_desktop.cluster_run.plan import ActorPlan, digests_of
from cxr_desktop.engine.messages import EngineFailed
from cxr_desktop.engine.model_folders import read_cards
from cxr_desktop.export import csv_table
from cxr_desktop.phantom.radiographs import chest, palm
from cxr_desktop.triage_run import ScoreOptions, Triage, limits, models_for
from tests.engine.fake_engine import FakeEngine

NOT_COMPARED = {"seconds", "scored_at"}


def plan(model: str = "") -> ActorPlan:
    cards = read_cards(models_for(ScoreOptions(model=model)).folders)
    name, second, classes = cards.model.name, cards.second.name if cards.second else "none", tuple(cards.model.classes)
    return ActorPlan(name, second, digests_of(cards), "cpu", 1, *limits(), classes=classes, with_csv=True)


def fake(engine: FakeEngine):
    """What makes engines for an actor."""
    return lambda plan: lambda folders: engine


def failure(actor: ScoringActor) -> str:
    (row,) = actor(parcel_of([7], ["/a.dcm"])).to_pylist()
    assert row["#number"] == -1
    return row["#failure"]


@pytest.fixture(scope="module")
def films(tmp_path_factory) -> list[str]:
    """Four chests, a hand, and a text."""
    folder = tmp_path_factory.mktemp("films")
    for number in range(5):
        phantom = palm(1, 280, 240) if number == 4 else chest(number, rows=288, columns=240)
        Image.fromarray(np.rint(phantom.pixels * 255).astype(np.uint8)).save(folder / f"{number}.png")
    (folder / "5.txt").write_text("no film\n" * 99)
    return sorted(str(path) for path in folder.iterdir())


def test_an_actor_gives_the_numbers_and_digests_of_a_run_without_it(films, tmp_path):
    options = ScoreOptions(Path(films[0]).parent, model="squeezenet")
    triage = Triage(options, Console(quiet=True))
    with csv_table.writer(tmp_path / "here.csv", triage.cards.model.classes) as write:
        exact = {p.path: p for p in triage.run(write).predictions}
    rows = ScoringActor(plan("squeezenet"))(parcel_of([5, 4, 3, 2, 1, 0], films)).to_pylist()

    assert [(row["#number"], row["path"]) for row in rows] == list(zip([5, 4, 3, 2, 1, 0], films, strict=True))
    here = {row["path"]: row for row in csv.DictReader((tmp_path / "here.csv").read_text("utf-8").splitlines())}
    heading = csv_table.heading(csv_table.classes_beside(triage.cards.model.classes))
    for row in csv.DictReader([heading, *(row["#csv"] for row in rows)]):
        there = here[row["path"]]
        assert {name: row[name] for name in row if name not in NOT_COMPARED and row[name] != there[name]} == {}
    assert [row["status"] for row in rows] == 4 * ["scored"] + ["not_scored", "not_an_image"]
    for row in rows[:4]:
        assert row["covid19"] == exact[row["path"]].risk, "unrounded, to the last bit"
        assert row["model_digest"] == exact[row["path"]].scored_by.model_digest


def test_an_actor_of_another_version_or_without_the_model_says_which_and_scores_nothing():
    engine = FakeEngine()
    for asked, words in (
        (replace(plan(), version="0.0.7"), "it has cxr-desktop"),
        (replace(plan(), model="ward"), "this model is not installed"),
        (replace(plan(), digests={**plan().digests, "lungs": "0"}), "its model of lungs is not the one"),
        (replace(plan(), second="none"), "its second model is not the one"),
    ):
        assert words in failure(ScoringActor(asked, fake(engine)))
    assert engine.starts == 0


def test_an_engine_that_cannot_work_is_a_failure_in_words():
    engine = FakeEngine()
    engine.startup = [EngineFailed("this computer has no NVIDIA graphics card")]
    assert "cannot score: this computer has no NVIDIA" in failure(ScoringActor(plan(), fake(engine)))


def test_names_that_are_no_text_come_back_to_the_file_they_were(tmp_path):
    odd = b"/in/\xff\xfe.dcm".decode("utf-8", "surrogateescape")
    engine = FakeEngine()
    (row,) = ScoringActor(plan(), fake(engine))(parcel_of([3], [odd])).to_pylist()
    assert engine.submitted == [[odd]]
    assert (row["#number"], row["path"]) == (3, "/in/\\xff\\xfe.dcm")


def test_a_child_of_ray_s_worker_does_not_load_ray(monkeypatch):
    import cxr_desktop.cluster_run.actor as module

    main = type("Main", (), {"__spec__": None, "__file__": "/x/ray/_private/workers/default_worker.py"})()
    monkeypatch.setitem(module.sys.modules, "__main__", main)
    module._spawn_without_main()
    assert main.__file__ is None


def test_what_an_actor_s_engine_may_use_is_what_the_actor_has(monkeypatch):
    from cxr_desktop.engine.backend_openvino import usable_cores

    monkeypatch.delenv("CXR_DESKTOP_CORES")
    everything = usable_cores()
    ScoringActor(replace(plan(), cores=1), fake(FakeEngine()))
    assert usable_cores() == 1
    for odd in ("0", "", "many", "9999"):
        monkeypatch.setenv("CXR_DESKTOP_CORES", odd)
        assert usable_cores() == everything
