"""What the system says of a process by its number: alive, modest, asked to end; knows no training."""

from __future__ import annotations

import contextlib
import ctypes
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

log = logging.getLogger(__name__)

NICENESS = 10


def born(pid: int) -> str:
    """When this process started, in the system's own words; "" where it has ended.

    A number alone is given again to another process, a number with its birth never is.
    """
    if pid <= 0:
        return ""
    if sys.platform == "win32":
        return _born_windows(pid)
    stat = Path(f"/proc/{pid}/stat")
    if Path("/proc/self/stat").exists():
        try:
            # The name in brackets may hold blanks and brackets: what counts stands behind the last one (proc(5)).
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            return ""
        return "" if fields[0] in "ZX" else fields[19]
    command = ["ps", "-o", "stat=,lstart=", "-p", str(pid)]
    words = subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()
    return "" if not words or words[0].startswith("Z") else " ".join(words[1:])


def start_detached(command: Sequence[str], output: Path, errors: Path) -> int:
    """Start a process that outlives this one, with its output in files; returns its number. Raises ``OSError``.

    Not ``QProcess.startDetached``: PySide's does not tell the number where the output is redirected.
    """
    if sys.platform == "win32":
        flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        with open(output, "wb") as out, open(errors, "wb") as err:
            child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, creationflags=flags)
        # Nobody waits for it, and Popen shall not complain.
        child.returncode = 0
        return child.pid
    to_file = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    streams = (
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, str(output), to_file, 0o600),
        (os.POSIX_SPAWN_OPEN, 2, str(errors), to_file, 0o600),
    )
    return os.posix_spawn(command[0], list(command), os.environ, file_actions=streams, setsid=True)


def reap(pid: int) -> None:
    """Let go of a process of our own that has ended; one that another program started is left alone."""
    if sys.platform != "win32":
        with contextlib.suppress(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)


def be_modest(pid: int) -> None:
    """Let everything else go first: the reading room stays usable while this process computes."""
    try:
        if sys.platform == "win32":
            _lower_priority_windows(pid)
        else:
            os.setpriority(os.PRIO_PROCESS, pid, NICENESS)
    except OSError as error:
        log.warning("a child keeps its priority: %s", error.strerror)


def ask_to_end(pid: int) -> None:
    """SIGTERM: the training saves and ends. Windows has no such thing, there a file says it (``training_run``)."""
    if sys.platform != "win32":
        _signal(pid, signal.SIGTERM)


def end(pid: int) -> None:
    """At once, without a chance to save."""
    _signal(pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)


def _signal(pid: int, number: int) -> None:
    try:
        os.kill(pid, number)
    except OSError as error:
        log.info("no signal to a process that has ended: %s", error.strerror)


if sys.platform == "win32":
    _QUERY, _SET_INFORMATION, _BELOW_NORMAL, _STILL_ACTIVE = 0x1000, 0x0200, 0x4000, 259

    def _born_windows(pid: int) -> str:
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_QUERY, False, pid)
        if not handle:
            return ""
        try:
            code = ctypes.c_ulong()
            times = [ctypes.c_ulonglong() for _ in range(4)]
            alive = kernel.GetExitCodeProcess(handle, ctypes.byref(code)) and code.value == _STILL_ACTIVE
            known = kernel.GetProcessTimes(handle, *(ctypes.byref(time) for time in times))
            return str(times[0].value) if alive and known else ""
        finally:
            kernel.CloseHandle(handle)

    def _lower_priority_windows(pid: int) -> None:
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_SET_INFORMATION, False, pid)
        if handle:
            kernel.SetPriorityClass(handle, _BELOW_NORMAL)
            kernel.CloseHandle(handle)
