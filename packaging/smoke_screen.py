"""A screen that nobody sees (Xvfb), read from its own memory, and hands on it (xdotool); knows no program."""

from __future__ import annotations

import os
import struct
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 1600, 1000
_HEADER = struct.Struct(">25I")
"""Of a dump in the form of xwd(1): sizes, formats, masks, number of colours."""
_COLOUR_BYTES = 12


class Screen:
    """A context manager. Needs the programs ``Xvfb`` and ``xdotool``; raises ``RuntimeError`` where Xvfb cannot start.

    Xvfb keeps its picture in a file that it maps into memory: looking at it costs the watched program nothing, so the
    first paint can be timed to some milliseconds.
    """

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="cxr-screen-")
        self._server: subprocess.Popen[bytes] | None = None
        self.display = ""

    def __enter__(self) -> Screen:
        ours, theirs = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(theirs), "-fbdir", self._folder.name, "-nolisten", "tcp", "-screen", "0",
             f"{WIDTH}x{HEIGHT}x24"],
            pass_fds=(theirs,), stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(theirs)
        with os.fdopen(ours) as said:
            number = said.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.display = f":{number}"
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        assert self._server is not None
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()

    def picture(self) -> NDArray[np.uint8]:
        """What is on it: (rows, columns, 3), red first."""
        dump = (Path(self._folder.name) / "Xvfb_screen0").read_bytes()
        fields = _HEADER.unpack_from(dump)
        header, columns, rows, line, colours = fields[0], fields[4], fields[5], fields[12], fields[19]
        pixels = np.frombuffer(dump, np.uint8, rows * line, header + colours * _COLOUR_BYTES)
        shaped = pixels.reshape(rows, line)[:, : columns * 4].reshape(rows, columns, 4)
        return np.ascontiguousarray(shaped[:, :, 2::-1])

    def xdotool(self, *arguments: str) -> str:
        """Real events through the server's test extension, as from a keyboard and a mouse. Raises where it fails."""
        done = subprocess.run(
            ["xdotool", *arguments], env={**os.environ, "DISPLAY": self.display}, capture_output=True, text=True,
            check=False, timeout=120,
        )  # fmt: skip
        # Searching without finding is no fault.
        if done.returncode and arguments[0] != "search":
            raise RuntimeError(f"xdotool {' '.join(arguments)}: {done.stderr.strip()}")
        return done.stdout.strip()

    def wait_for_change(self, before: NDArray[np.uint8], share: float, seconds: float) -> float:
        """Until at least ``share`` of all pixels are others than ``before``; returns the seconds that it took.

        Raises ``TimeoutError``.
        """
        started = time.monotonic()
        while (now := time.monotonic()) - started < seconds:
            if changed(before, self.picture()) >= share:
                return time.monotonic() - started
            time.sleep(max(0.0, 0.01 - (time.monotonic() - now)))
        raise TimeoutError(f"the picture did not change within {seconds:g} s")


def changed(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """The share of pixels that differ."""
    return float((one != other).any(axis=2).mean())
