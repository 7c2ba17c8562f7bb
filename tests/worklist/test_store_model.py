"""Any order of operations leaves the store as a plain dictionary would be: files, results, wishes, marks, words."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cxr_desktop.domain.impression import Impression
from cxr_desktop.domain.prediction import Finding, Prediction, Status
from cxr_desktop.domain.worklist import ImageEntry, ReadState, Wish
from cxr_desktop.worklist.store import ModelKey, Store
from tests.worklist.list_row_samples import assert_fresh
from tests.worklist.samples import SCORED_BY, identity, image, marked, not_scored, scored

MODEL = ModelKey(SCORED_BY.model_digest, SCORED_BY.preprocess_version)
NO_WISH = Wish()
PATHS = ("/in/a", "/in/b", "/in/c")
STUDY = {path: f"1.2.{number // 2}" for number, path in enumerate(PATHS)}
paths = st.sampled_from(PATHS)
# Few, so that results often answer the wish that a file has.
WISHES = [NO_WISH, NO_WISH, Wish(True), Wish(False, 1, True)]
wishes = st.sampled_from(WISHES)
# Shrinking a history of a database takes minutes.
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


def entry_of(path: str, version: int) -> ImageEntry:
    return replace(image(path, study_instance_uid=STUDY[path]), identity=identity(path, size=10 + version))


@dataclass
class File:
    version: int
    wish: Wish = NO_WISH
    content: str | None = None
    missing: bool = False
    failures: dict[Wish, Prediction] = field(default_factory=dict)


@dataclass
class Study:
    state: ReadState = ReadState.UNREAD
    at: float | None = None
    said: Impression | None = None


class StoreMachine(RuleBasedStateMachine):
    """The store beside a dictionary."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "worklist.sqlite3"
        self.store = Store(self.path)
        self.store.list_for(MODEL)
        self.files: dict[str, File] = {}
        self.results: dict[tuple[str, Wish], Prediction] = {}
        self.studies: dict[str, Study] = {}

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()

    def key(self, path: str) -> str:
        radiograph = entry_of(path, 0).radiograph
        assert radiograph is not None
        return radiograph.study_key

    @rule(path=paths, version=st.integers(0, 1))
    def add(self, path: str, version: int) -> None:
        self.store.add([entry_of(path, version)], now=1.0)
        study = self.studies.setdefault(self.key(path), Study())
        known = self.files.get(path)
        if known is None:
            self.files[path] = File(version)
            if study.state is ReadState.READ:
                study.state, study.at = ReadState.UNREAD, None
        elif known.version != version:
            self.files[path] = File(version)
        else:
            known.missing = False

    @rule(path=paths, content=st.sampled_from(["", "x", "y"]), wish=wishes, risk=st.floats(0, 1), fails=st.booleans())
    def record(self, path: str, content: str, wish: Wish, risk: float, fails: bool) -> None:
        options = {"override": wish.override, "quarter_turns": wish.quarter_turns, "inverted": wish.inverted}
        if fails or not content:
            made = replace(not_scored(path, "for a test", content), **options)
        else:
            made = scored(path, risk, content, **options)
        self.store.record([made])
        if content:
            self.results[content, wish] = made
        file = self.files.get(path)
        if file is None:
            return
        file.failures.pop(wish, None)
        if content:
            file.content = content
        else:
            file.failures[wish] = made

    @rule(path=paths, wish=wishes)
    def wish(self, path: str, wish: Wish) -> None:
        self.store.set_wish(path, wish)
        if path in self.files:
            self.files[path].wish = wish

    @rule(some=st.sets(paths), missing=st.booleans())
    def lose(self, some: set[str], missing: bool) -> None:
        self.store.set_missing(some, missing)
        for path in some & self.files.keys():
            self.files[path].missing = missing

    @rule(some=st.sets(paths))
    def forget(self, some: set[str]) -> None:
        self.store.forget_results(some)
        for path in some & self.files.keys():
            self.files[path].content = None
            self.files[path].failures.clear()

    @rule(path=paths, state=st.sampled_from(ReadState), at=st.floats(0, 1e9))
    def mark(self, path: str, state: ReadState, at: float) -> None:
        self.store.put_readings([marked(self.key(path), state, at)])
        if self.key(path) in self.studies:
            self.studies[self.key(path)].state, self.studies[self.key(path)].at = state, at

    @rule(path=paths, findings=st.sets(st.sampled_from([Finding.COVID19, Finding.NORMAL])))
    def say(self, path: str, findings: set[Finding]) -> None:
        said = Impression(self.key(path), tuple(sorted(findings)), "2026-01-01")
        self.store.add_impressions([said])
        if self.key(path) in self.studies:
            self.studies[self.key(path)].said = said if findings else None

    @rule()
    def open_again(self) -> None:
        self.store.close()
        self.store = Store(self.path)
        assert self.store.notices == ()

    @precondition(lambda self: bool(self.files))
    @rule(path=paths)
    def fail_in_the_middle(self, path: str) -> None:
        """A batch that breaks is taken back whole."""
        bad = replace(scored(path, 0.5, "z"), content_hash=object())  # type: ignore[arg-type]
        with contextlib.suppress(TypeError):
            self.store.record([scored(path, 0.25, "x"), bad])

    @invariant()
    def same(self) -> None:
        if not hasattr(self, "store"):
            return
        shown = {p: f for p, f in self.files.items() if not f.missing}
        entries = [entry for page in self.store.load_folder("/in", MODEL) for entry in page]
        found = {image.path: image for entry in entries for image in entry.images}
        assert found.keys() == shown.keys()
        for path, file in shown.items():
            assert found[path].identity == entry_of(path, file.version).identity
            assert found[path].wish == file.wish
            assert outcome(found[path].prediction) == outcome(self.expected(file))
        assert_fresh(self.store, "/in", MODEL)
        for entry in entries:
            study = self.studies[entry.key]
            assert (entry.read_state, entry.read_at, entry.impression) == (study.state, study.at, study.said)

    def expected(self, file: File) -> Prediction | None:
        result = self.results.get((file.content, file.wish)) if file.content else None
        return result or file.failures.get(file.wish)


def outcome(prediction: Prediction | None) -> tuple[Status, float | None, str] | None:
    """What a row shows of it; the path is that of the file and not of the one that was scored first."""
    if prediction is None:
        return None
    risk = prediction.risk if prediction.status is Status.SCORED else None
    return prediction.status, risk, prediction.content_hash


TestStoreAgainstADictionary = StoreMachine.TestCase
TestStoreAgainstADictionary.settings = settings(
    max_examples=15, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck), phases=_PHASES
)


@pytest.mark.parametrize("seed", range(6))
def test_a_long_history_in_which_everything_happens(seed):
    """Hypothesis leaves rules out at random; here all of them meet. Broken statements of the store were found so."""
    random = Random(seed)
    machine = StoreMachine()
    machine.begin()
    try:
        for _ in range(120):
            path, wish = random.choice(PATHS), random.choice(WISHES)
            some = {p for p in PATHS if random.random() < 0.4}
            content = random.choice(["", "x", "y"])
            findings = {Finding.NORMAL} if random.random() < 0.7 else set()
            step, *arguments = random.choice([
                (machine.add, path, random.randrange(2)),
                (machine.record, path, content, wish, random.random(), random.random() < 0.2),
                (machine.wish, path, wish),
                (machine.lose, some, random.random() < 0.5),
                (machine.forget, some),
                (machine.mark, path, random.choice(list(ReadState)), random.random()),
                (machine.say, path, findings),
                (machine.fail_in_the_middle, path),
            ])  # fmt: skip
            step(*arguments)
            machine.same()
        machine.open_again()
        machine.same()
    finally:
        machine.teardown()


def test_the_database_is_sound_after_a_long_history(tmp_path):
    store = Store(tmp_path / "worklist.sqlite3")
    for number in range(60):
        path = PATHS[number % 3]
        store.add([entry_of(path, number // 7 % 2)], now=number)
        store.record([scored(path, number / 60, str(number))])
        store.put_readings([marked(f"{STUDY[path]}|P-1", list(ReadState)[number % 3], 1.0)])
    store.close()
    with contextlib.closing(sqlite3.connect(tmp_path / "worklist.sqlite3")) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
