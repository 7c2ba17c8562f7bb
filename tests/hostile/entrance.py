"""The ways in through which hostile bytes go: both readers, and a process of its own whose memory is measured."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cxr_desktop.domain.errors import CxrError, NotAnImageError, UnreadableImageError
from cxr_desktop.imaging.header_reader import read_header
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.imaging.reader import read_image

__all__ = ["measured", "read", "refused"]

ROOT = Path(__file__).parents[2]
_PROGRAM = """
import json, resource, sys
from cxr_desktop.domain.errors import CxrError
from cxr_desktop.imaging import decoders
from cxr_desktop.imaging.reader import read_image
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    reason = "" if read_image(sys.argv[1]) else "?"
except CxrError as error:
    reason = str(error)
print(json.dumps([reason, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) >> 10]))
"""


def refused(folder: Path, data: bytes, kind: type[CxrError] = UnreadableImageError, header_too: bool = False) -> str:
    """The reason why there is no image: one plain sentence without a path."""
    path = folder / "Doe^John.dcm"
    path.write_bytes(data)
    if header_too:
        with pytest.raises(kind):
            read_header(str(path))
    with pytest.raises(kind) as caught:
        read_image(str(path))
    reason = str(caught.value)
    assert reason
    assert "\n" not in reason
    assert "Doe" not in reason
    assert isinstance(caught.value, NotAnImageError) == (kind is NotAnImageError)
    return reason


def read(folder: Path, data: bytes) -> GreyImage:
    """The image; header and image agree about what the row shows."""
    path = folder / "Doe^John.dcm"
    path.write_bytes(data)
    image = read_image(str(path))
    assert image.radiograph == read_header(str(path))
    return image


def measured(folder: Path, data: bytes) -> tuple[str, int]:
    """(reason or "", megabytes that reading took), in a process of its own."""
    path = folder / "measured.dcm"
    path.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(path)],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    assert done.stderr == ""
    reason, megabytes = json.loads(done.stdout)
    return str(reason), int(megabytes)
