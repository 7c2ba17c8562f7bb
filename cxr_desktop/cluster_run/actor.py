"""What runs in each actor: one engine with its models, kept for the life of the actor; knows no cluster library."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable

import pyarrow as pa

from cxr_desktop import __version__, paths
from cxr_desktop.cluster_run.plan import ActorPlan, check_same
from cxr_desktop.cluster_run.rows import failure_row, rows_of
from cxr_desktop.domain.errors import CheckpointError, CxrError
from cxr_desktop.engine.backend_openvino import CORES_VARIABLE
from cxr_desktop.engine.keeper import EngineFactory, EngineKeeper
from cxr_desktop.engine.messages import ScoreRequest
from cxr_desktop.engine.model_folders import ModelFolders, read_cards
from cxr_desktop.engine.model_lookup import find_folders
from cxr_desktop.engine.process import EngineProcess
from cxr_desktop.imaging.preprocess import RESULT_VERSION
from cxr_desktop.triage_run import scored

NUMBERS, PATHS = "numbers", "paths"


def parcel_of(numbers: list[int], paths_: list[str]) -> pa.Table:
    """Files that one actor scores together: one row of two lists. Paths are bytes, as the file system has them."""
    return pa.table(
        {
            NUMBERS: pa.array([numbers], pa.list_(pa.int64())),
            PATHS: pa.array([[os.fsencode(path) for path in paths_]], pa.list_(pa.binary())),
        }
    )


def check_here(plan: ActorPlan) -> ModelFolders:
    """The folders of the plan's models on this machine, the same to the last digit. Raises ``CheckpointError``."""
    if (plan.version, plan.result_version) != (__version__, RESULT_VERSION):
        raise CheckpointError(f"it has cxr-desktop {__version__}, the computer that asks {plan.version}")
    selection = find_folders(plan.model, paths.checkpoint_dirs(), plan.second)
    check_same(plan, read_cards(selection.folders))
    return selection.folders


class ScoringActor:
    """Called with parcels, answers with all their rows at once: what comes back is whole, or the parcel is done anew.

    The engine is a process of its own here too: a file that kills it costs its row and not the actor. An actor that
    cannot score answers with one row that says why.
    """

    def __init__(self, plan: ActorPlan, factory: Callable[[ActorPlan], EngineFactory] | None = None) -> None:
        self._plan = plan
        self._problem = ""
        _spawn_without_main()
        os.environ[CORES_VARIABLE] = str(plan.cores)
        self._keeper = EngineKeeper((factory or _processes)(plan), plan.seconds_per_file)
        try:
            self._keeper.start(check_here(plan))
        except CxrError as error:
            self._problem = str(error)

    def __call__(self, parcel: pa.Table) -> pa.Table:
        """The rows of a parcel, in its order."""
        plan = self._plan
        (numbers,), (names,) = parcel[NUMBERS].to_pylist(), parcel[PATHS].to_pylist()
        files = [os.fsdecode(name) for name in names]
        try:
            if self._problem:
                raise CheckpointError(self._problem)
            requests = [ScoreRequest(path, plan.override) for path in files]
            found = {p.path: p for p in scored(self._keeper, requests, plan.correct)}
        except CxrError as error:
            return failure_row(f"the machine {platform.node()} cannot score: {error}", plan.classes)
        return rows_of(numbers, [found[path] for path in files], plan.classes, plan.with_csv)

    def __del__(self) -> None:
        """The engine ends with its actor (and, where this is never called, with the pipe between them)."""
        if hasattr(self, "_keeper"):
            self._keeper.stop()


def _processes(plan: ActorPlan) -> EngineFactory:
    return lambda folders: EngineProcess(folders, plan.device, plan.budget, plan.seconds_per_file)


def _spawn_without_main() -> None:
    """A spawned child first runs the file of its parent's main module, which here is the cluster library's worker: a
    second and 60 MB for an engine that never needs it."""
    main = sys.modules["__main__"]
    if getattr(main, "__spec__", None) is None and os.path.basename(getattr(main, "__file__", None) or "") == _WORKER:
        main.__file__ = None


_WORKER = "default_worker.py"
