"""The one module that knows Ray: actors of Ray Data on this computer alone, or on a cluster that somebody started.

A cluster of this run's own is closed to others: every socket is on the loopback and asks for a token that only this
run has, no dashboard page, no usage statistics, no look at a cloud's metadata service, and what Ray writes lies in a
folder that only its owner can enter and that goes when the run ends. Measured on Ray 2.60, see
``tests/benchmarks/cluster.py``.
"""

from __future__ import annotations

import importlib.util
import logging
import math
import shutil
import socket
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pyarrow as pa

from cxr_desktop.cluster_run.actor import ScoringActor
from cxr_desktop.cluster_run.plan import HERE, ActorPlan, Crew, Machine
from cxr_desktop.cluster_run.surroundings import output_to_log, prepare, private_folder, silent_core
from cxr_desktop.domain.errors import CxrError

log = logging.getLogger(__name__)

_OBJECTS = 256 << 20
"""Bytes of shared memory for what travels; rows are small."""

HOW_TO_INSTALL = 'scoring past one machine needs Ray, which is not installed here: pip install "ray[data]>=2.60,<3"'


NO_CLUSTER = "there is no Ray cluster at {}"
_PATIENCE_S = 10.0


class RayCluster:
    """Connects when made, lets go in ``close``."""

    def __init__(self, address: str, cpus: float = 0) -> None:
        """``cpus``: how many a cluster of this computer has; 0: all of its own. Raises ``CxrError``."""
        if importlib.util.find_spec("ray") is None:
            raise CxrError(HOW_TO_INSTALL)
        alone = address == HERE
        if not alone:
            _knock(address)
        prepare(alone)
        self._private = private_folder() if alone else None
        self._ended = ExitStack()
        if self._private is not None:
            self._ended.callback(shutil.rmtree, self._private, ignore_errors=True)
        self._ended.enter_context(output_to_log())
        import ray

        self._ray = ray
        try:
            with silent_core():
                ray.init(**_QUIETLY, **(_alone(self._private, cpus) if self._private else {"address": address}))
        except Exception as error:
            log.debug("Ray did not start", exc_info=True)
            self._ended.close()
            what = "Ray cannot start on this computer" if alone else NO_CLUSTER.format(address)
            raise CxrError(f"{what} ({type(error).__name__})") from error
        self._ended.callback(ray.shutdown)

    @property
    def machines(self) -> list[Machine]:
        """Those that are alive now."""
        found = [node["Resources"] for node in self._ray.nodes() if node["Alive"]]
        return [Machine(float(r.get("CPU", 0)), float(r.get("GPU", 0))) for r in found]

    def put(self, parcel: pa.Table) -> Any:
        """Into shared memory (or, where that is full, into the private folder)."""
        return self._ray.put(parcel)

    def score(self, parcels: list[Any], plan: ActorPlan, crew: Crew) -> Generator[pa.Table]:
        """Rows as they come. An actor that is lost is made anew, and its parcels are scored again."""
        import ray.data

        context = ray.data.DataContext.get_current()
        context.enable_progress_bars = False
        context.print_on_execution_start = False
        logging.getLogger("ray.data").setLevel(logging.CRITICAL)  # what fails is raised here, in one sentence
        scored = ray.data.from_arrow_refs(parcels).map_batches(
            ScoringActor,
            fn_constructor_args=(plan,),
            batch_size=1,  # a parcel
            batch_format="pyarrow",
            compute=ray.data.ActorPoolStrategy(size=crew.actors),
            num_cpus=crew.cpus,
            num_gpus=crew.gpus or None,
        )
        try:
            yield from scored.iter_batches(batch_size=None, batch_format="pyarrow")
        except ray.exceptions.RayError as error:
            raise CxrError(f"the cluster was lost while it scored ({type(error).__name__})") from error

    def close(self) -> None:
        """Disconnect; what was started for this run ends, and its files go."""
        self._ended.close()


_QUIETLY = {"logging_level": logging.ERROR, "log_to_driver": False}


def _knock(address: str) -> None:
    """Ray itself would wait for minutes where nobody answers. Raises ``CxrError``."""
    host, _, port = address.rpartition(":")
    if not host:
        return  # "auto": Ray knows where it is
    try:
        socket.create_connection((host.strip("[]"), int(port)), _PATIENCE_S).close()
    except (OSError, ValueError) as error:
        raise CxrError(f"{NO_CLUSTER.format(address)}: nobody answers there") from error


def _alone(folder: Path, cpus: float) -> dict[str, Any]:
    """A cluster on the loopback, see ``surroundings``. Ray opens its folder to everybody, so it gets one inside."""
    return {
        "address": "local",
        "num_cpus": math.ceil(cpus) or None,
        "include_dashboard": False,
        "object_store_memory": _OBJECTS,
        "_node_ip_address": "127.0.0.1",
        "_temp_dir": str(folder / "r"),
    }
