"""Full-size pixels that another process decoded, seen through shared memory without a copy."""

from __future__ import annotations

import contextlib
import os
from dataclasses import replace
from multiprocessing.shared_memory import SharedMemory
from types import TracebackType

import numpy as np

from cxr_desktop.imaging.pixels import GreyImage


class PixelMemory(SharedMemory):
    """A block of shared memory that the window's process creates, names and removes; the child only fills it.

    So no block is left behind when the child is killed, and none when the parent is: the name is removed as soon as the
    child has opened the block, and until then multiprocessing's resource tracker, a process of its own, knows it.
    Raises ``OSError`` where there is not enough shared memory.
    """

    def __init__(self, size: int) -> None:
        super().__init__(create=True, size=size)
        self._is_named = True
        self._reserve(size)

    def _reserve(self, size: int) -> None:
        """Take the pages now: a full /dev/shm (64 MB in a container) would kill the child at its first write."""
        descriptor = getattr(self, "_fd", -1)
        if descriptor < 0 or not hasattr(os, "posix_fallocate"):
            return
        try:
            os.posix_fallocate(descriptor, 0, size)
        except OSError:
            self.forget_name()
            self.close()
            raise

    def forget_name(self) -> None:
        """Remove the name; both sides keep what they have mapped."""
        if self._is_named:
            self._is_named = False
            with contextlib.suppress(FileNotFoundError):
                self.unlink()

    def try_close(self) -> bool:
        """Unmap; false while somebody still holds an array over the memory."""
        try:
            self.close()
        except BufferError:
            return False
        return True

    def __del__(self) -> None:
        try:
            self.close()
        except BufferError:
            # An array outlives this object, and the mapping goes with the array. SharedMemory.close stopped there and
            # would leave its descriptor open.
            descriptor = getattr(self, "_fd", -1)
            if descriptor >= 0:
                os.close(descriptor)
                self._fd = -1


class SharedImage:
    """A decoded image over shared memory; a context manager. ``image`` is valid until ``close``."""

    def __init__(self, memory: PixelMemory, description: GreyImage, shape: tuple[int, int]) -> None:
        # frombuffer keeps the buffer exported, so that closing cannot pull the memory from under an array;
        # np.ndarray(buffer=…) does not.
        count = shape[0] * shape[1]
        assert memory.buf is not None
        pixels = np.frombuffer(memory.buf, dtype=np.uint16, count=count).reshape(shape)
        pixels.flags.writeable = False
        self._memory: PixelMemory | None = memory
        self._image: GreyImage | None = replace(description, pixels=pixels)

    @property
    def image(self) -> GreyImage:
        """The image. Raises ``ValueError`` after ``close``."""
        if self._image is None:
            raise ValueError("the shared image is closed")
        return self._image

    def close(self) -> None:
        """Give the memory back. Arrays that are still held keep it until they go."""
        self._image = None
        if self._memory is not None and self._memory.try_close():
            self._memory = None

    def __enter__(self) -> SharedImage:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
