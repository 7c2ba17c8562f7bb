"""`score FOLDER --overlays DIR` against the naive peer: the same network and files of 2,048 pixels.

The program also finds lungs, asks its gate and how the film lies, and writes a table; the peer does none of that. Its
RLE decoder is that of pylibjpeg where it is installed (as in the development environment), else pydicom's own, which is
a hundred times slower: the table says which.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from pathlib import Path

from tests.benchmarks._films import write_films
from tests.benchmarks._pairs import Comparison, Run, in_turn, parser, program, run, show

TARGETS = {"densenet121": 12.0, "squeezenet": 6.0}


def ours(films: Path, model: str) -> Run:
    """The program; overlays have at least 512 pixels along the shorter side."""
    with tempfile.TemporaryDirectory() as out:
        result = run(
            program("score", films, "--out", Path(out) / "r.csv", "--overlays", Path(out) / "maps", "--model", model,
                    "--device", "cpu")
        )  # fmt: skip
        _require_overlays(Path(out) / "maps", films)
        return result


def peer(films: Path, model: str) -> Run:
    """The script."""
    with tempfile.TemporaryDirectory() as out:
        maps = Path(out) / "maps"
        result = run([sys.executable, "-m", "tests.benchmarks.peer_naive", str(films), str(maps), model])
        _require_overlays(maps, films)
        return result


def _require_overlays(folder: Path, films: Path) -> None:
    from PIL import Image

    written, wanted = list(folder.iterdir()), len(list(films.iterdir()))
    if len(written) != wanted:
        raise RuntimeError(f"{len(written)} overlays for {wanted} films")
    with Image.open(written[0]) as image:
        if min(image.size) < 512:
            raise RuntimeError(f"overlays of {image.size}")


def main(short: bool = False, arguments: list[str] | None = None) -> None:
    """Print the ratios of clock and of processor time for each model."""
    options = parser("score", short)
    options.add_argument("--films", type=Path, help="films that are kept there, written where they are missing")
    options.add_argument("--files", type=int, default=4 if short else 60)
    options.add_argument("--model", action="append", help="default: densenet121 and squeezenet")
    asked = options.parse_args(arguments or [])
    models = asked.model or (["squeezenet"] if short else list(TARGETS))
    with tempfile.TemporaryDirectory() as temporary:
        films = write_films(asked.films or Path(temporary) / "films", asked.files, 1024 if short else 2048)
        found = []
        for model in models:
            mine, theirs = in_turn(asked.rounds, lambda m=model: ours(films, m), lambda m=model: peer(films, m))
            name, target = f"score --overlays, {model}", TARGETS.get(model, 0.0)
            found.append(Comparison(name, [r.clock for r in mine], [r.clock for r in theirs], target, True))
            work = Comparison(f"  processor time, {model}", [r.work for r in mine], [r.work for r in theirs], 0, True)
            found.append(work)
    rle = "pylibjpeg" if importlib.util.find_spec("pylibjpeg") else "pydicom's own (slow)"
    show(f"score: {asked.files} films against the naive peer", found, asked.json, RLE_decoder_of_the_peer=rle)


if __name__ == "__main__":
    main(arguments=sys.argv[1:])
