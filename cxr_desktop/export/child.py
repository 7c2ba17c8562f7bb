"""The export child's side: does one job with a decoder child of its own; imported by the child only."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import threading
import time
from multiprocessing.connection import Connection

from cxr_desktop.export.job import ExportJob
from cxr_desktop.export.writing import Writing
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.dicom_origin import DicomOrigin, read_origin
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.imaging.process import DecoderProcess

log = logging.getLogger(__name__)

_NICENESS = 5
_TELL_SECONDS = 0.1


class _ForeignFiles:
    """Pixels come from the decoder child; headers are walked here, this process being a child itself."""

    def __init__(self, decoder: DecoderProcess, budget: ReadBudget) -> None:
        self._decoder, self._budget = decoder, budget

    def image(self, path: str) -> GreyImage:
        """Full-resolution pixels."""
        return self._decoder.read_image(path).image

    def origin(self, path: str) -> DicomOrigin:
        """Patient, study and UIDs."""
        return read_origin(path, self._budget)


def serve(connection: Connection, job: ExportJob, budget: ReadBudget, seconds_per_file: float) -> None:
    """Sends (done, total) now and then and a ``Written`` at the end; anything received, or the pipe's end, cancels."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Libraries may log names of files and values of headers; nothing of that reaches a terminal.
    logging.getLogger().addHandler(logging.NullHandler())
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    cancelled = threading.Event()
    if connection.poll():  # the reader was faster than this process could start
        cancelled.set()
    threading.Thread(target=_listen, args=(connection, cancelled), name="cancel watch", daemon=True).start()
    told = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told >= _TELL_SECONDS or done == total:
            told = now
            with contextlib.suppress(OSError):
                connection.send((done, total))

    with contextlib.closing(DecoderProcess(budget, seconds_per_file)) as decoder:
        written = Writing(job, _ForeignFiles(decoder, budget), tell, cancelled.is_set).run()
    with contextlib.suppress(OSError):
        connection.send(written)


def _listen(connection: Connection, cancelled: threading.Event) -> None:
    with contextlib.suppress(EOFError, OSError):
        connection.recv()
    cancelled.set()
