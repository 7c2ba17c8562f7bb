"""What is set up around Ray, without loading it: its environment, a folder of its own, and a terminal left alone."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

log = logging.getLogger(__name__)

_QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_ENABLE_AUTO_CONNECT": "0",  # else a thread of Ray Data that outlives a run starts a cluster of its own
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
_LONGEST_TEMP = 12
"""Sockets of Ray lie up to 91 characters below the temporary folder, and the path of one may have 103 (macOS)."""


def prepare(alone: bool) -> None:
    """To be called before Ray is loaded: it reads some of these then. ``alone``: for a cluster of this run's own."""
    os.environ.update(_QUIET)
    if alone:
        os.environ.update(_ALONE | {"RAY_AUTH_TOKEN": secrets.token_hex(32)})


@contextlib.contextmanager
def silent_core() -> Iterator[None]:
    """Ray's core says on the terminal that from now on it says nothing there."""
    sys.stderr.flush()
    kept, nothing = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nothing, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nothing)


@contextlib.contextmanager
def output_to_log() -> Iterator[None]:
    """Ray tells of workers that ended on standard output, where rows and progress go; meanwhile it is heard by the
    log."""
    with contextlib.redirect_stdout(_ToLog()):
        yield


class _ToLog(io.TextIOBase):
    def write(self, text: str) -> int:
        if text.strip():
            log.info("%s", text.strip())
        return len(text)


def private_folder() -> Path:
    """A new one that only its owner can enter. Those that killed runs have left are removed."""
    place = Path(tempfile.gettempdir())
    if len(str(place)) > _LONGEST_TEMP and os.name == "posix":
        place = Path("/tmp")
    for left in place.glob(f"{_PREFIX}*"):
        number = left.name.removeprefix(_PREFIX).partition("-")[0]
        if number.isdecimal() and not _runs(int(number)):
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=place))


def _runs(process: int) -> bool:
    if os.name == "nt":
        return True  # there os.kill with 0 is Ctrl+C
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
