"""Stands in for `cxr-desktop`: a child process that tells events, stops when asked, and can be told to misbehave."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from pathlib import Path

ARGUMENTS = sys.argv[1:]
STOP = threading.Event()


def tell(event: str, **values: object) -> None:
    """One line to standard output, and to the run's own log where there is one."""
    line = json.dumps({"event": event, **values})
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
    if "--run" in ARGUMENTS or "--resume" in ARGUMENTS:
        with open(run_folder() / "events.jsonl", "a", encoding="utf-8") as stream:
            stream.write(line + "\n")


def option(name: str) -> str:
    return ARGUMENTS[ARGUMENTS.index(name) + 1]


def run_folder() -> Path:
    return Path(option("--run" if "--run" in ARGUMENTS else "--resume"))


def train() -> int:
    """Epochs of a few milliseconds each; "wait" in the recipe's name goes on until it is stopped."""
    folder = run_folder()
    resumed = "--resume" in ARGUMENTS
    name = json.loads((folder / "recipe.json").read_text())["name"] if resumed else ARGUMENTS[1]
    if name == "fail":
        tell("failed", reason="There is no such data.")
        sys.stderr.write("There is no such data.\n")
        return 1
    if name == "die":
        tell("started", epochs=3)
        os.kill(os.getpid(), signal.SIGKILL)
    (folder / "recipe.json").write_text(json.dumps({"name": name, "title": name, "phases": [{"epochs": 3}]}))
    tell("resumed" if resumed else "started", epochs=3)
    for epoch in range(1, 4):
        tell("batch", epoch=epoch, batch=1, batches=1)
        (folder / "last.ckpt").touch()
        tell("epoch", epoch=epoch, val_loss=1 / epoch)
        if name == "wait" and not resumed and STOP.wait(60):
            tell("stopped", epoch=epoch)
            return 0
    tell("finished", epoch=3)
    return 0


def other() -> int:
    """What a short command may do, by its first argument."""
    what = ARGUMENTS[0]
    if what == "noise":
        sys.stdout.write('downloading…\n[1, 2]\n{"event": "progress", "done": 1}\nnull\n{"event": "last", "at": 1}')
        sys.stderr.write("a warning of a library\n")
        return 0
    if what == "parts":
        for piece in ('{"event"', ': "halves"}', "\n"):
            sys.stdout.write(piece)
            sys.stdout.flush()
        return 0
    if what == "fails":
        tell("failed", reason="The data are nowhere.")
        sys.stderr.write("The data are nowhere.\n")
        return 1
    if what == "traceback":
        sys.stderr.write("Traceback (most recent call last):\n  File x\nValueError: seven\n")
        return 1
    if what == "wait":
        tell("progress", done=0, nice=os.nice(0))
        STOP.wait(60)
        return 0
    if what == "deaf":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        tell("progress", done=0)
        time.sleep(60)
    return 0


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: STOP.set())
    return train() if ARGUMENTS[0] == "train" else other()


if __name__ == "__main__":
    sys.exit(main())
