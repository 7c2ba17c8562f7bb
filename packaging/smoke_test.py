"""Drives a frozen program from outside and compares it with the source: numbers, exports, window, training.

    build/packaging/triage/venv/bin/python packaging/smoke_test.py dist/cxr-desktop-triage

The Python that runs this scores from source; that of the build's own environment has the same versions of everything,
so numbers must be equal to the last digit. The window needs Linux, Xvfb and xdotool; elsewhere it is left out, and the
last lines say so.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from smoke_films import write_classes, write_films  # noqa: E402

_VOLATILE = {"scored_at", "seconds"}
"""What differs between two runs of the same program."""
_EXPORTS = {"--pdf": "report.pdf", "--report": "report.html", "--xlsx": "studies.xlsx", "--sr": "sr", "--sc": "sc"}


class SmokeError(Exception):
    """The frozen program does not do what the source does."""


class SmokeTest:
    """Each method whose name begins with ``check_`` is one check; they run in this order."""

    def __init__(self, folder: Path, work: Path, start_limit: float) -> None:
        self.program = folder / ("cxr-desktop.exe" if os.name == "nt" else "cxr-desktop")
        self.trains = (folder / "_internal" / "torch").is_dir()
        self.work = work
        self.start_limit = start_limit
        self.films: dict[Path, str] = {}

    # --- the command line

    def check_version(self) -> str:
        from cxr_desktop import __version__

        words = self._frozen("--version").stdout.strip()
        _require(words == f"cxr-desktop {__version__}", f"--version says {words!r}")
        return words

    def check_models(self) -> str:
        frozen = json.loads(self._frozen("models", "--json").stdout)
        source = json.loads(self._source("models", "--json").stdout)
        for model in (*frozen, *source):
            model.pop("folder", None)
        _require(frozen == source, "other models are listed than from source")
        return ", ".join(model["name"] for model in frozen)

    def check_numbers_of_every_transfer_syntax(self) -> str:
        self.films = write_films(self.work / "films")
        said = [self._score(run, name) for run, name in ((self._frozen, "frozen"), (self._source, "source"))]
        for path, syntax in self.films.items():
            frozen, source = (rows.get(str(path)) for rows in said)
            _require(frozen is not None and frozen["status"] == "scored", f"{syntax}: not scored: {frozen}")
            _require(frozen == source, f"{syntax}: other numbers than from source:\n{frozen}\n{source}")
        return f"{len(self.films)} syntaxes, equal in every digit"

    def check_exports(self) -> str:
        for name in _EXPORTS.values():
            place = self.work / "frozen" / name
            files = [file for file in (place.iterdir() if place.is_dir() else [place]) if file.stat().st_size > 1000]
            _require(len(files) >= (len(self.films) if place.is_dir() else 1), f"{name} was not written whole")
        text = (self.work / "frozen" / "report.pdf").read_bytes()
        _require(b"/FontFile2" in text, "the PDF has no font of its own")
        return ", ".join(_EXPORTS.values())

    # --- what an edition has and has not

    def check_training(self) -> str:
        write_classes(self.work / "classes")
        if not self.trains:
            done = self._frozen("train", "light_squeezenet", "--data", self.work / "classes", expect=1)
            _require("install the full edition to train" in done.stderr, f"train says {done.stderr!r}")
            return "refused with its reason: triage edition"
        run = self.work / "run"
        # A small network from scratch: this computer may have no network, and one epoch shows the whole way.
        keys = ("image_size=32", "network.backbone=gate_cnn", "weights=none", "epochs=1", "batch_size=4",
                "precision=fp32", "phases.0.train=['*']")  # fmt: skip
        changes = [word for key in keys for word in ("--set", key)]
        data = ("--data", self.work / "classes")
        self._frozen("train", "finetune_bundled", *data, "--run", run, *changes, "--workers", "1", seconds=1800)
        self._frozen("publish", run, "--name", "smoke", *data)
        self._frozen("score", next(iter(self.films)), "--model", "smoke", "--out", self.work / "own.csv")
        return "one epoch trained, published, scored with"

    # --- the window

    def check_window(self) -> str:
        if sys.platform != "linux" or not (shutil.which("Xvfb") and shutil.which("xdotool")):
            return "left out: needs Linux, Xvfb and xdotool"
        from smoke_window import read_in_window

        picture = self.work / "window.png"
        # The first start reads half a gigabyte from the disk; the second is what a reader sees every day.
        seen = [
            read_in_window(self.program, self.work / "films", len(self.films), self.work / f"home-{n}", picture)
            for n in range(2)
        ]
        for each in seen:
            _require(each.exit_code == 0, f"the window closed with exit code {each.exit_code}")
            _require(not each.orphans, f"left behind: {each.orphans}")
        first, second = (each.first_paint for each in seen)
        _require(min(first, second) <= self.start_limit, f"first paint after {first:.2f} and {second:.2f} s")
        return (
            f"first paint after {first:.2f} and {second:.2f} s, all scored after {seen[1].all_scored:.1f} s; {picture}"
        )

    # --- how

    def _score(self, run: Callable[..., subprocess.CompletedProcess[str]], name: str) -> dict[str, Any]:
        target = self.work / name
        target.mkdir()
        exports = [word for option, file in _EXPORTS.items() for word in (option, target / file)]
        run("score", self.work / "films", "--json", "--out", target / "r.json", *(exports if name == "frozen" else []))
        rows = json.loads((target / "r.json").read_text(encoding="utf-8"))
        return {row["path"]: {k: v for k, v in row.items() if k not in _VOLATILE} for row in rows}

    def _frozen(self, *arguments: str | Path, **how: Any) -> subprocess.CompletedProcess[str]:
        return self._run([self.program], {}, *arguments, **how)

    def _source(self, *arguments: str | Path, **how: Any) -> subprocess.CompletedProcess[str]:
        return self._run([sys.executable, "-m", "cxr_desktop"], {"PYTHONPATH": str(ROOT)}, *arguments, **how)

    def _run(
        self,
        command: list[str | Path],
        more: dict[str, str],
        *arguments: str | Path,
        expect: int = 0,
        seconds: int = 900,
    ) -> subprocess.CompletedProcess[str]:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")} | more
        environment |= {"CXR_DESKTOP_HOME": str(self.work / "home"), "PYTHONIOENCODING": "utf-8"}
        words = [str(word) for word in (*command, *arguments)]
        done = subprocess.run(
            words, env=environment, cwd=self.work, capture_output=True, encoding="utf-8", timeout=seconds, check=False
        )
        _require(
            done.returncode == expect, f"{' '.join(words)}: exit code {done.returncode}\n{done.stdout}{done.stderr}"
        )
        return done


def _require(holds: bool, words: str) -> None:
    if not holds:
        raise SmokeError(words)


def main() -> int:
    """Exit code 0: every check held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="What PyInstaller made.")
    parser.add_argument("--work", type=Path, help="Keep films, results and the picture of the window here.")
    parser.add_argument("--start-limit", type=float, default=1.0, help="Seconds to the first paint, the better of two.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cxr-smoke-") as temporary:
        work = (options.work or Path(temporary)).resolve()
        work.mkdir(parents=True, exist_ok=True)
        test = SmokeTest(options.folder.resolve(), work, options.start_limit)
        return _run_all(test)


def _run_all(test: SmokeTest) -> int:
    failed = 0
    for name in [name for name in vars(SmokeTest) if name.startswith("check_")]:
        started = time.monotonic()
        try:
            words, mark = getattr(test, name)(), "ok  "
        except (SmokeError, RuntimeError, TimeoutError, OSError, subprocess.TimeoutExpired) as error:
            words, mark, failed = str(error), "FAIL", failed + 1
        print(f"{mark} {name[6:].replace('_', ' ')} ({time.monotonic() - started:.1f} s): {words}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
