"""The decoder child's side: reads foreign files on request until its parent is gone; imported by the child only."""

from __future__ import annotations

import importlib
import logging
import os
import signal
import threading
import time
from collections.abc import Sequence
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.header_message import Counter, Packed, packed
from cxr_desktop.imaging.header_reader import read_header

log = logging.getLogger(__name__)

_NICENESS = 5
_BYTES_PER_PIXEL = 24
"""Address space for decoding: OpenJPEG's 32-bit planes, colour samples, the codes, and their copies."""


_AT_ONCE, _AT_LATEST_S = 16, 0.01
"""A message wakes the parent: headers are told together where they come fast."""


def serve(connection: Connection, budget: ReadBudget, begun: Counter, with_images: bool) -> None:
    """Answer requests until the pipe closes, each with "begun" first. Codecs are there from the start ``with_images``.

    ("headers", paths) → lists with one packed header or ``CxrError`` per path, a few at a time. ``begun`` has how many
    of them were begun: if the child ends, it ended over the last of those.
    ("image", path) → see ``send_image``.
    """
    if with_images:  # before memory is limited, and before somebody waits
        importlib.import_module("cxr_desktop.imaging.image_answer")
    _become_a_good_child(budget)
    try:
        connection.send("ready")
        while True:
            request, argument = connection.recv()
            begun.value = 0
            connection.send("begun")
            if request == "headers":
                _send_headers(connection, argument, budget, begun)
            else:
                from cxr_desktop.imaging.image_answer import send_image

                send_image(connection, argument, budget)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
    except Exception as error:  # noqa: BLE001 - the parent sees the end and says so; a traceback would reach a user
        log.error("the decoder failed: %s", type(error).__name__)
        os._exit(1)


def _send_headers(connection: Connection, paths: Sequence[str], budget: ReadBudget, begun: Counter) -> None:
    answers: list[Packed] = []
    told = time.monotonic()
    for number, path in enumerate(paths, 1):
        begun.value = number
        answers.append(_header_or_error(path, budget))
        if len(answers) == _AT_ONCE or number == len(paths) or time.monotonic() - told > _AT_LATEST_S:
            connection.send(answers)
            answers = []
            told = time.monotonic()


def _header_or_error(path: str, budget: ReadBudget) -> Packed:
    try:
        return packed(read_header(path, budget))
    except CxrError as error:
        return error


def _become_a_good_child(budget: ReadBudget) -> None:
    """Ctrl+C belongs to the parent; the window comes first; no memory beyond the budget; no core file with pixels."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Libraries may log names of files, some past Python; nothing of the child reaches a terminal.
    logging.getLogger().addHandler(logging.NullHandler())
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    threading.Thread(target=_end_with_parent, name="parent watch", daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    limit = _address_space_in_use() + budget.max_pixels * _BYTES_PER_PIXEL + 2 * budget.max_file_bytes
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or limit < hard:
        # macOS refuses to limit the address space.
        try:
            resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
        except (ValueError, OSError):
            log.debug("the address space cannot be limited here")


def _address_space_in_use() -> int:
    try:
        with open("/proc/self/statm", encoding="ascii") as stream:
            return int(stream.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 8 << 30


def _end_with_parent() -> None:
    """A codec that hangs does not see the pipe close; this does."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(0)
