"""A cluster without Ray: actors with scripted engines, one after the other, that lose and repeat what they are told."""

from __future__ import annotations

from collections.abc import Generator

import pyarrow as pa

from cxr_desktop.cluster_run.actor import ScoringActor
from cxr_desktop.cluster_run.plan import ActorPlan, Crew, Machine
from tests.engine.fake_engine import FakeEngine


class FakeCluster:
    """``lost`` and ``doubled`` are numbers of tables over all rounds, the first is 0; after ``ends_after`` tables the
    run is interrupted as by Ctrl-C."""

    def __init__(self, lost=(), doubled=(), ends_after: int = 1_000_000) -> None:
        self.lost, self.doubled, self.ends_after = set(lost), set(doubled), ends_after
        self.machines = [Machine(2, 0)]
        self.engine = FakeEngine()
        self.asked: list[list[str]] = []
        self.plans: list[tuple[ActorPlan, Crew]] = []
        self.rounds = 0
        self.closed = False
        self._tables = 0

    def put(self, parcel: pa.Table) -> pa.Table:
        return parcel

    def score(self, parcels: list[pa.Table], plan: ActorPlan, crew: Crew) -> Generator[pa.Table]:
        self.rounds += 1
        self.plans.append((plan, crew))
        actor = ScoringActor(plan, lambda _: lambda folders: self.engine)
        for parcel in parcels:
            if self._tables >= self.ends_after:
                raise KeyboardInterrupt
            self.asked.append([name.decode() for name in parcel["paths"].to_pylist()[0]])
            table, number = actor(parcel), self._tables
            self._tables += 1
            if number in self.lost:
                continue
            yield table
            if number in self.doubled:
                yield actor(parcel)

    def close(self) -> None:
        self.closed = True
