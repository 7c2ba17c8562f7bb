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
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa

from cxr_desktop.cluster_run.actor import ScoringActor
from cxr_desktop.cluster_run.plan import HERE, ActorPlan, Crew, Machine
from cxr_desktop.domain.errors import CxrError

HOW_TO_INSTALL = 'scoring past one machine needs Ray, which is not installed here: pip install "ray[data]>=2.60,<3"'

_QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # says what will be the default, which Ray otherwise warns of
    "RAY_BACKEND_LOG_LEVEL": "fatal",  # of this process: what Ray's core would write on the terminal
}
_ALONE = {
    # Ray listens on all interfaces and resolves even 127.0.0.1 to the computer's public address, unless clusters are
    # switched off as they are on Windows and macOS.
    "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",
    "RAY_AUTH_MODE": "token",
    # Ray's head asks 169.254.169.254 and metadata.google.internal in which cloud it runs, even without statistics:
    # whatever speaks HTTP here is sent to a closed port of this computer.
    **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9"),
    **dict.fromkeys(("no_proxy", "NO_PROXY"), "127.0.0.1,localhost,::1"),
}
_PREFIX = "cxr-ray-"
_OBJECTS = 256 << 20
"""Bytes of shared memory for what travels; rows are small."""
_LONGEST_TEMP = 40
"""Sockets of Ray lie below the temporary folder, and a socket's path may have 104 characters (macOS)."""


class RayCluster:
    """Connects when made, lets go in ``close``."""

    def __init__(self, address: str, cpus: float = 0) -> None:
        """``cpus``: how many a cluster of this computer has; 0: all of its own. Raises ``CxrError``."""
        if importlib.util.find_spec("ray") is None:
            raise CxrError(HOW_TO_INSTALL)
        self._ray: Any = None
        self._private: Path | None = None
        os.environ.update(_QUIET)
        if address == HERE:
            self._private = _private_folder()
            # Before the import: Ray reads some of these when it is loaded.
            os.environ.update(_ALONE | {"RAY_AUTH_TOKEN": secrets.token_hex(32)})
        import ray

        self._ray = ray
        common = {"logging_level": logging.ERROR, "log_to_driver": False, "configure_logging": True}
        try:
            if self._private is not None:
                ray.init(
                    address="local",
                    num_cpus=math.ceil(cpus) or None,
                    include_dashboard=False,
                    object_store_memory=_OBJECTS,
                    _node_ip_address="127.0.0.1",
                    _temp_dir=str(self._private / "ray"),
                    **common,
                )
            else:
                ray.init(address=address, **common)
        except Exception as error:
            logging.getLogger(__name__).debug("Ray did not start", exc_info=True)
            self.close()
            what = "Ray cannot start on this computer" if address == HERE else f"there is no Ray cluster at {address}"
            raise CxrError(f"{what} ({type(error).__name__})") from error

    @property
    def machines(self) -> list[Machine]:
        """Those that are alive now."""
        found = [node["Resources"] for node in self._ray.nodes() if node["Alive"]]
        return [Machine(float(r.get("CPU", 0)), float(r.get("GPU", 0))) for r in found]

    def put(self, parcel: pa.Table) -> Any:
        """Into shared memory (or, where that is full, into the private folder)."""
        return self._ray.put(parcel)

    def score(self, parcels: list[Any], plan: ActorPlan, crew: Crew) -> Iterator[pa.Table]:
        """Rows as they come. An actor that is lost is made anew, and its parcels are scored again."""
        import ray.data

        context = ray.data.DataContext.get_current()
        context.enable_progress_bars = False
        context.print_on_execution_start = False
        logging.getLogger("ray.data").setLevel(logging.ERROR)
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
        if self._ray is not None:
            self._ray.shutdown()
        if self._private is not None:
            shutil.rmtree(self._private, ignore_errors=True)


def _private_folder() -> Path:
    """For this run alone. Ray opens its own folder to everybody, so it gets one inside. Folders that a kill has left
    are removed."""
    place = Path(tempfile.gettempdir())
    if len(str(place)) > _LONGEST_TEMP and os.name == "posix":
        place = Path("/tmp")
    for left in place.glob(f"{_PREFIX}*"):
        number = left.name.removeprefix(_PREFIX).partition("-")[0]
        if number.isdecimal() and not _runs(int(number)):
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=place))


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
