"""How much memory a process has, as the system counts it, and limits that a process sets itself; knows no engine."""

from __future__ import annotations

import ctypes
import logging
import os
import sys
from pathlib import Path

log = logging.getLogger(__name__)


def resident_bytes(pid: int) -> int:
    """Memory that the process really has in use; 0 where it has ended or the system does not say."""
    if sys.platform == "win32":
        return _resident_windows(pid)
    if sys.platform == "darwin":
        return _resident_macos(pid)
    try:
        pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def forbid_core_files() -> None:
    """A core file would hold pixels and names."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_growth(by: int) -> None:
    """From now on this process may take so many bytes more: what asks for more gets a ``MemoryError``. Linux only.

    Data and not address space: OpenVINO and torch map files and reserve room that they never touch.
    """
    if sys.platform != "linux":
        return
    import resource

    try:
        # The sixth field is data and stack (proc(5)).
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[5]
        _soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        limit = int(pages) * os.sysconf("SC_PAGE_SIZE") + by
        if hard == resource.RLIM_INFINITY or limit < hard:
            resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
    except (OSError, ValueError, IndexError) as error:
        log.warning("the memory of a child cannot be limited here: %s", type(error).__name__)


if sys.platform == "win32":

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS."""

        _fields_ = [
            ("cb", ctypes.c_ulong),
            ("PageFaultCount", ctypes.c_ulong),
            *((f"size{number}", ctypes.c_size_t) for number in range(8)),
        ]

    def _resident_windows(pid: int) -> int:
        kernel = ctypes.windll.kernel32
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
        if not handle:
            return 0
        try:
            counters = _Counters(cb=ctypes.sizeof(_Counters))
            told = kernel.K32GetProcessMemoryInfo(ctypes.c_void_p(handle), ctypes.byref(counters), counters.cb)
            return int(counters.size1) if told else 0  # WorkingSetSize follows its own peak
        finally:
            kernel.CloseHandle(ctypes.c_void_p(handle))


if sys.platform == "darwin":

    def _resident_macos(pid: int) -> int:
        """proc_pidinfo(PROC_PIDTASKINFO): two numbers of 64 bits, virtual and resident, lead the answer."""
        answer = (ctypes.c_uint64 * 12)()
        size = ctypes.sizeof(answer)
        told = ctypes.CDLL("/usr/lib/libproc.dylib").proc_pidinfo(pid, 4, ctypes.c_uint64(0), answer, size)
        return int(answer[1]) if told >= 16 else 0
