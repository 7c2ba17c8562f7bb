"""The decoder child's answer to who asks for an image: pixels into the parent's block; knows no header of a folder."""

from __future__ import annotations

from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.shared_memory import SharedMemory

import numpy as np

from cxr_desktop.domain.errors import CxrError, UnreadableImageError
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.pixels import GreyImage
from cxr_desktop.imaging.reader import read_image


def send_image(connection: Connection, path: str, budget: ReadBudget) -> None:
    """The image without pixels, then, on receiving the name of a block, ``True`` when it is open and ``True`` when it
    is filled; or a ``CxrError`` at once."""
    try:
        image = read_image(path, budget)
    except CxrError as error:
        connection.send(error)
        return
    connection.send((_without_pixels(image), image.pixels.shape))
    name = connection.recv()
    if name is None:
        return
    try:
        block = SharedMemory(name=name)
    except (OSError, MemoryError):
        connection.send(UnreadableImageError("not enough memory to read this image"))
        return
    connection.send(True)
    _fill(block, image)
    block.close()
    connection.send(True)


def _fill(block: SharedMemory, image: GreyImage) -> None:
    assert block.buf is not None
    np.frombuffer(block.buf, dtype=np.uint16, count=image.pixels.size)[:] = image.pixels.ravel()


def _without_pixels(image: GreyImage) -> GreyImage:
    return replace(image, pixels=np.empty((0, 0), dtype=np.uint16))
