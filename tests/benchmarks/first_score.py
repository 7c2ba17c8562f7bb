"""From the start of `score` in a new process to the first scored study, against the naive peer; no torch on this way.

The files of both lie in the operating system's cache; neither has anything else prepared.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pydicom import uid

from tests.benchmarks._films import write_films
from tests.benchmarks._pairs import Comparison, home, in_turn, parser, program, show

LIBRARIES = ("torch", "openvino")


def first_line(command: list[str], wanted: str) -> float:
    """Seconds until a line with ``wanted`` comes; the process is ended then."""
    with home() as variables:
        started = time.perf_counter()
        process = subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert process.stdout is not None
        try:
            for line in process.stdout:
                if wanted in line:
                    return time.perf_counter() - started
            raise RuntimeError(f"{command[:4]} ended without a result")
        finally:
            process.kill()
            process.stdout.close()
            process.wait()


def ours(films: Path, model: str) -> float:
    """Until the line that tells of the first file."""
    with tempfile.TemporaryDirectory() as out:
        names = ("--model", model) if model else ()
        command = program("score", films, "--out", Path(out) / "r.csv", "--progress-json", "--device", "cpu", *names)
        return first_line(command, '"done": 1')


def peer(films: Path, model: str) -> float:
    """Until the first row."""
    with tempfile.TemporaryDirectory() as out:
        first = sorted(films.iterdir())[0].name
        return first_line([sys.executable, "-m", "tests.benchmarks.peer_naive", str(films), out, model], first)


def imported(films: Path) -> list[str]:
    """Which of ``LIBRARIES`` any process of ``score`` imports."""
    with home() as variables, tempfile.TemporaryDirectory() as out:
        command = program("score", films, "--out", Path(out) / "r.csv", "--device", "cpu")
        environment = {**variables, "PYTHONPROFILEIMPORTTIME": "1"}
        said = subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stderr
    modules = {line.rsplit("|", 1)[-1].strip() for line in said.splitlines() if line.startswith("import time:")}
    return [name for name in LIBRARIES if name in modules]


def main(short: bool = False, arguments: list[str] | None = None) -> None:
    """Print the ratio for one model, and for the default with its second opinion."""
    options = parser("first_score", short)
    asked = options.parse_args(arguments or [])
    with tempfile.TemporaryDirectory() as temporary:
        films = write_films(Path(temporary), 2, 1024 if short else 2048, (uid.ExplicitVRLittleEndian,))
        found = []
        for name, model in (("densenet121", "densenet121"), ("default with second opinion", "")):
            mine, theirs = in_turn(
                asked.rounds, lambda m=model: ours(films, m), lambda m=model: peer(films, m or "triage")
            )
            found.append(Comparison(f"first scored study, {name}", mine, theirs, 0.25, False))
            if short:
                break
        libraries = ", ".join(imported(films)) or "neither torch nor openvino"
    show("first_score: cold start to the first result", found, asked.json, imported=libraries)


if __name__ == "__main__":
    main(arguments=sys.argv[1:])
