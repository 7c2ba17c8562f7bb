"""Cost against size: `score` over 100, 1,000 and 10,000 files; the time per file should not depend on that.

The time per file is from the first result to the last, since the start is paid once; the whole time stands beside it.
``--plot FILE`` (SVG or PNG) draws both.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks._pairs import Comparison, home, parser, program, show
from tests.benchmarks.event_loop import write_files

_COPIES = 50


def fill(folder: Path, count: int) -> None:
    """``count`` files; of 50 pictures, since what differs is what is counted, not what is seen."""
    source = folder / "source"
    source.mkdir()
    write_files(source, min(_COPIES, count))
    pictures = [path.read_bytes() for path in sorted(source.iterdir())]
    for path in source.iterdir():
        path.unlink()
    source.rmdir()
    for number in range(count):
        (folder / f"{number:06d}.dcm").write_bytes(pictures[number % len(pictures)])


def seconds(folder: Path, count: int) -> tuple[float, float]:
    """(per file from the first result to the last, whole)"""
    with home() as variables, tempfile.TemporaryDirectory() as out:
        command = program("score", folder, "--out", Path(out) / "r.csv", "--progress-json", "--device", "cpu")
        started = time.perf_counter()
        process = subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert process.stdout is not None
        moments = [time.perf_counter() for line in process.stdout if '"what": "scoring"' in line]
        if process.wait() not in (0, 1) or len(moments) != count:
            raise RuntimeError(f"{len(moments)} results for {count} files")
        whole = time.perf_counter() - started
    return (moments[-1] - moments[0]) / (count - 1), whole


def plot(target: Path, sizes: list[int], each: dict[int, list[tuple[float, float]]]) -> None:
    """Milliseconds per file over the number of files."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(6.4, 4.0), layout="constrained")
    axes = figure.subplots()
    steady = [statistics.median(1000 * per for per, _ in each[size]) for size in sizes]
    whole = [statistics.median(1000 * total / size for _, total in each[size]) for size in sizes]
    axes.plot(sizes, steady, "o-", label="from the first result to the last")
    axes.plot(sizes, whole, "o--", label="with the start of the program")
    axes.set_xscale("log")
    axes.set_ylim(bottom=0)
    axes.set_xlabel("files in the folder")
    axes.set_ylabel("milliseconds per file")
    axes.legend(frameon=False)
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(target)


def main(short: bool = False, arguments: list[str] | None = None) -> None:
    """Print the time per file of every size against that of the smallest."""
    options = parser("size", short, rounds=5)
    options.add_argument("--sizes", type=int, nargs="+", default=[10, 30] if short else [100, 1_000, 10_000])
    options.add_argument("--plot", type=Path)
    asked = options.parse_args(arguments or [])
    each: dict[int, list[tuple[float, float]]] = {size: [] for size in asked.sizes}
    with tempfile.TemporaryDirectory() as root:
        for size in asked.sizes:
            (Path(root) / str(size)).mkdir()
            fill(Path(root) / str(size), size)
        for _ in range(asked.rounds):
            for size in asked.sizes:
                each[size].append(seconds(Path(root) / str(size), size))
    base = [1000 * per for per, _ in each[asked.sizes[0]]]
    found = [
        Comparison(
            f"{size:,} files against {asked.sizes[0]:,}", [1000 * p for p, _ in each[size]], base, 1.1, False, "ms"
        )
        for size in asked.sizes[1:]
    ]
    show("size: time per file", found, asked.json, whole_seconds={s: [round(w, 2) for _, w in each[s]] for s in each})
    if asked.plot:
        plot(asked.plot, asked.sizes, each)


if __name__ == "__main__":
    main(arguments=sys.argv[1:])
