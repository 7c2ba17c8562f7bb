"""``python -m tests.faults`` lists the scripts; a name runs one and ends with 1 where something was lost or wrong."""

from __future__ import annotations

import importlib
import sys

SCRIPTS = {
    "kill": "kill -9 of the window, the engine and a training at random moments: --times 200",
    "disk": "a small disk that is full, under everything that writes",
    "corpus": "the real command on a folder of foreign files: corpus FOLDER",
}


def main() -> int:
    """The exit code is the script's."""
    if len(sys.argv) < 2 or sys.argv[1] not in SCRIPTS:
        for name, about in SCRIPTS.items():
            print(f"{name:<8} {about}")
        return 0
    found: int = importlib.import_module(f"tests.faults.{sys.argv[1]}").main(sys.argv[2:])
    return found


if __name__ == "__main__":
    sys.exit(main())
