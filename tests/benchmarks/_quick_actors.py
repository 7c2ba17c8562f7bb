"""`score --cluster` with actors that answer at once without looking: what is left is the cost of the command itself."""

from __future__ import annotations

import sys
from pathlib import Path

from cxr_desktop.cluster_run.actor import ScoringActor
from cxr_desktop.cluster_run.plan import ActorPlan, ClusterOptions
from tests.engine.fake_engine import FakeEngine


class QuickActor(ScoringActor):
    """With an engine that gives every file the same number."""

    def __init__(self, plan: ActorPlan) -> None:
        super().__init__(plan, lambda _: lambda folders: FakeEngine(per_poll=64))


def main(folder: str, target: str) -> int:
    """The command, with the class of its actors exchanged."""
    from cxr_desktop.cluster_run import ray_cluster
    from cxr_desktop.headless import ScoreOptions, run_score
    from tests.benchmarks._quick_actors import QuickActor as Importable  # not of __main__: actors load it by name

    ray_cluster.ScoringActor = Importable  # type: ignore[misc]
    options = ScoreOptions(Path(folder), parquet=Path(target), progress_json=True)
    return run_score(options, ClusterOptions(actors=2, cpus_per_actor=1))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
