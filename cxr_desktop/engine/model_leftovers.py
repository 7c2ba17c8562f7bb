"""What a killed writer of model folders leaves behind: a model that had stepped aside comes back, the rest goes.

Whoever writes holds a lock on its temporary folder, which the system frees when the process dies. Where folders cannot
be locked (Windows) a leftover is known by its age.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

log = logging.getLogger(__name__)

OLD = "old"
_ASIDE = ".old."
_SETTLED_S = 2.0
"""A folder younger than this may not be locked yet."""
_ABANDONED_S = 3600.0


@contextlib.contextmanager
def held_folder(name: str, parent: Path, aside: bool = False) -> Iterator[Path]:
    """A hidden folder beside the model ``name``, gone at the end; ``aside`` takes the model that is replaced as OLD."""
    folder = Path(tempfile.mkdtemp(prefix=f".{name}{_ASIDE if aside else '.'}", dir=parent))
    descriptor = _lock(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if descriptor is not None:
            os.close(descriptor)


def mend(models: Path) -> None:
    """Bring back what stepped aside and was not replaced; remove leftovers. Never raises: no model need be there."""
    with contextlib.suppress(OSError):
        for left in sorted(models.glob(".*.*")):
            if left.is_dir() and not left.is_symlink() and _is_abandoned(left):
                _mend_one(left)


def _mend_one(left: Path) -> None:
    name, aside, _ = left.name[1:].rpartition(_ASIDE)
    if aside and (left / OLD).is_dir() and not (left.parent / name).exists():
        os.replace(left / OLD, left.parent / name)
        log.warning("a model that was being replaced when its writer was killed is back")
    shutil.rmtree(left, ignore_errors=True)


def _is_abandoned(folder: Path) -> bool:
    age = time.time() - folder.stat().st_mtime
    if sys.platform == "win32":
        return age > _ABANDONED_S
    if 0 <= age < _SETTLED_S:
        return False
    descriptor = _lock(folder)
    if descriptor is None:
        return False
    os.close(descriptor)
    return True


if sys.platform == "win32":

    def _lock(folder: Path) -> int | None:
        return None

else:
    import fcntl

    def _lock(folder: Path) -> int | None:
        """The descriptor that holds the lock, ``None`` where another process has it or there are no locks."""
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            return None
        return descriptor
