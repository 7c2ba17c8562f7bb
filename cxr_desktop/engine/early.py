"""An engine process that is spawned before anybody knows what it shall do: it imports, then waits to be told."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess


@dataclass(frozen=True, slots=True)
class EarlyChild:
    """It ends with its pipe, and with the process that spawned it."""

    process: SpawnProcess
    connection: Connection


def begin() -> EarlyChild:
    """Spawn it; ``engine.process.EngineProcess`` sends it the configuration. Imports nothing of the engine here."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_get_ready, args=(theirs,), name="cxr-engine", daemon=True)
    process.start()
    theirs.close()
    return EarlyChild(process, ours)


def _get_ready(connection: Connection) -> None:
    # Ctrl-C in a terminal reaches the whole group; the parent decides when the engine ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from cxr_desktop.engine import child

    with contextlib.suppress(Exception):  # whatever is missing is missed again below, and said
        from cxr_desktop.engine import backend_openvino, scorer  # noqa: F401

        backend_openvino.begin()
    try:
        config = connection.recv()
    except (EOFError, OSError):
        return
    child.run(connection, config)
