"""Runs a command from source without the modules that an edition leaves out: what is missed says so within a minute.

    python packaging/rehearsal.py triage score FOLDER --out results.csv

Only the process that is started misses them; children that are spawned have everything.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from editions import EDITIONS, ROOT


def leave_out(names: Sequence[str]) -> None:
    """As if they were not installed, with all that lies below them: the import system's own way to say "absent"."""
    sys.modules.update(dict.fromkeys(names))  # type: ignore[arg-type]


def main(arguments: Sequence[str]) -> None:
    """``arguments``: the edition, then what the program gets."""
    edition, *rest = arguments
    sys.path.insert(0, str(ROOT))
    leave_out(EDITIONS[edition].excludes)
    sys.argv = ["cxr-desktop", *rest]
    from cxr_desktop.__main__ import main as program

    program()


if __name__ == "__main__":
    main(sys.argv[1:])
