"""Mutants of real structures through every parser of foreign bytes: images, cards, manifests, foreign weights.

``python -m tests.hostile.fuzz --mutants 100000 --seed 1 --keep FOLDER`` prints how many ended how. A mutant is made
from (seed, number) alone, so a finding is made again by both; ``--keep`` keeps its bytes too. What counts as a finding:
any exception but the program's own, an image that contradicts its own header or is shown in values that are no numbers,
more than ten seconds, and a process that dies or takes more memory than its budget. Mutants run in children, and one
that kills its child is known by its number. "unforeseen" are faults that only the reader's last net caught.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import logging
import multiprocessing
import os
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine.card import parse_card
from cxr_desktop.imaging.budget import ReadBudget
from cxr_desktop.imaging.header_reader import read_header
from cxr_desktop.imaging.pixels import presentation
from cxr_desktop.imaging.reader import read_image
from tests.builders import LOSSLESS, LOSSY, picture
from tests.hostile import gallery

SLOWEST_S = 10.0
MEMORY_MB = 1500
_BUDGET = ReadBudget(max_pixels=4_000_000, max_inflated_bytes=32 << 20, max_header_bytes=8 << 20, max_elements=20_000)
_INTERESTING = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF0, 0xFFFFFFFF)
_WORDS = (b"SQ", b"UN", b"OB", b"US", b"ZZ", b"\xfe\xff\x00\xe0", b"\xfe\xff\x0d\xe0", b"\xfe\xff\xdd\xe0",
          b"\xff\xff\xff\xff", b"\xff\xd9", b"\xff\x4f\xff\x51", b"IDAT", b"NaN ", b"1e400", b"-1")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """A mutant that did what none may do."""

    number: int
    kind: str
    what: str


def images() -> dict[str, bytes]:
    """DICOM in every syntax, rasters of every kind, and the gallery of hostile files."""
    sound: dict[str, bytes] = {}
    for syntax in (*LOSSLESS, *LOSSY, "jpeg"):
        bits = 8 if syntax == "jpeg" else 12
        sound[syntax] = gallery.dicom(picture(72, 68, bits), transfer_syntax=syntax, bits_stored=bits,
                                      window=(2000, 3000))  # fmt: skip
    table = gallery.data_set(picture(72, 68), voi_lut=_lut(), modality_lut=_lut())
    sound["tables"] = gallery.saved(table)
    grey = picture(90, 90, 8)
    for kind in ("PNG", "JPEG", "TIFF"):
        sound[kind] = gallery.raster(grey, kind)
        sound[f"{kind} colour"] = gallery.raster(np.dstack([grey, grey[::-1], grey]), kind)
    for compression in ("tiff_lzw", "tiff_deflate", "packbits"):
        sound[compression] = gallery.raster(grey, "TIFF", compression=compression)
    small = {name: data for name, data in gallery.everything().items() if 8 < len(data) < 60_000}
    return {**sound, **small}


def _lut() -> Any:
    from tests.builders import lut_item

    return lut_item(0, list(range(0, 65536, 16)))


def cards() -> dict[str, bytes]:
    """The cards that ship."""
    from cxr_desktop.paths import resources_dir

    folder = resources_dir() / "checkpoints"
    return {path.parent.name: path.read_bytes() for path in sorted(folder.glob("*/card.json"))}


def manifests() -> dict[str, bytes]:
    """Tables of training images as people write them."""
    return {
        "plain": b"path,label,patient,split\na.png,covid19,1,train\nb.png,normal,2,test\n",
        "quoted": b'path;label;note\n"a;b.png";"covid19";"x ""y"" z"\nc.png;normal;\n',
        "utf8": "path,label\n日本.png,結核\nä.png,normal\n".encode("utf-8-sig"),
        "utf16": "path,label\na.png,normal\n".encode("utf-16"),
    }


def weights() -> dict[str, bytes]:
    """Foreign checkpoints of both kinds."""
    import torch
    from safetensors.torch import save

    state = {"module.conv.weight": torch.ones(3, 3), "bias": torch.zeros(5, dtype=torch.float16)}
    stream = io.BytesIO()
    torch.save({"epoch": 3, "state_dict": state}, stream)
    return {"safetensors": save(state), "torch": stream.getvalue()}


def mutate(data: bytes, random: np.random.Generator, others: Sequence[bytes]) -> bytes:
    """Some of: other bytes, other numbers, words of the format, cut, doubled, spliced with another file."""
    mutant = bytearray(data)
    for _ in range(int(random.integers(1, 6))):
        if len(mutant) < 4:
            break
        # Headers decide most, so half of all changes hit the first kilobyte.
        end = len(mutant) if random.random() < 0.5 else min(len(mutant), 1200)
        at = int(random.integers(0, end))
        kind = int(random.integers(0, 8))
        if kind <= 1:
            mutant[at] = int(random.integers(256))
        elif kind == 2:
            mutant[at] ^= 1 << int(random.integers(8))
        elif kind == 3:
            size = int(random.choice([1, 2, 4]))
            value = int(_INTERESTING[int(random.integers(len(_INTERESTING)))]) & ((1 << 8 * size) - 1)
            mutant[at : at + size] = value.to_bytes(size, "little" if random.random() < 0.7 else "big")
        elif kind == 4:
            word = _WORDS[int(random.integers(len(_WORDS)))]
            mutant[at : at + (len(word) if random.random() < 0.7 else 0)] = word
        elif kind == 5:
            del mutant[at : at + int(random.integers(1, 64))]
        elif kind == 6:
            mutant[at:at] = mutant[at : at + int(random.integers(1, 200))]
        elif random.random() < 0.5:
            del mutant[at:]
        else:
            other = others[int(random.integers(len(others)))]
            start = int(random.integers(0, len(other)))
            mutant[at:] = other[start:]
    return bytes(mutant)


class _LastNet(logging.Handler):
    """Hears what the reader says of faults that nobody foresaw."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._heard = ""
        logging.getLogger("cxr_desktop.imaging.header_reader").addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the kind of the fault."""
        self._heard = f"unforeseen {record.args[0]}" if record.args else "unforeseen"  # type: ignore[index]

    def taken(self) -> str:
        """What was heard since the last call."""
        heard, self._heard = self._heard, ""
        return heard


class Mill:
    """Makes mutant ``number`` of a seed and feeds it to the parser of its kind."""

    def __init__(self, seed: int, folder: Path) -> None:
        self._seed = seed
        self._folder = folder
        self._kinds = {"image": images(), "card": cards(), "manifest": manifests()}
        self._others = {"weights": weights}
        self._net = _LastNet()

    def make(self, number: int) -> tuple[str, bytes]:
        """(kind, bytes): of fifty, forty images, five cards, four manifests and one file of weights."""
        kind = "image"
        if number % 50 == 49:
            kind = "weights"  # torch takes seconds to import, so only where it is wanted
        elif number % 10 >= 8:
            kind = "card" if number % 10 == 8 else "manifest"
        if kind not in self._kinds:
            self._kinds[kind] = self._others[kind]()
        random = np.random.default_rng((self._seed, number))
        sources = list(self._kinds[kind].values())
        return kind, mutate(sources[int(random.integers(len(sources)))], random, sources)

    def feed(self, number: int) -> tuple[str, str]:
        """(how it ended, what is wrong with that or "")"""
        kind, data = self.make(number)
        started = time.monotonic()
        try:
            ended, wrong = self.parse(kind, data)
        except CxrError as error:
            ended, wrong = self._net.taken() or type(error).__name__, _unworthy(str(error))
        except Exception as error:  # noqa: BLE001 - what this program looks for
            ended, wrong = "exception", f"{type(error).__name__}: {error}"
        took = time.monotonic() - started
        return f"{kind}: {ended}", wrong or (f"took {took:.1f} s" if took > SLOWEST_S else "")

    def parse(self, kind: str, data: bytes) -> tuple[str, str]:
        """The same, but for exceptions."""
        ended: tuple[str, str] = getattr(self, f"_{kind}")(data)
        return ended

    def _image(self, data: bytes) -> tuple[str, str]:
        path = self._folder / "mutant"
        path.write_bytes(data)
        with contextlib.suppress(CxrError):
            read_header(str(path), _BUDGET)
        image = read_image(str(path), _BUDGET, data)
        shown = presentation(image)
        if image.pixels.shape != (image.radiograph.rows, image.radiograph.columns):
            return "read", "size and header differ"
        if not np.isfinite(shown).all() or shown.min() < 0 or shown.max() > 1:
            return "read", "shown values are no shares"
        json.dumps([*image.flags, image.radiograph.patient_name], ensure_ascii=False).encode("utf-8")
        return "read", ""

    def _card(self, data: bytes) -> tuple[str, str]:
        card = parse_card(data)
        return "read", "" if len(set(card.classes)) == len(card.classes) else "classes are not told apart"

    def _manifest(self, data: bytes) -> tuple[str, str]:
        from training.data.manifest import list_manifest

        path = self._folder / "manifest.csv"
        path.write_bytes(data)
        list_manifest(path)
        return "read", ""

    def _weights(self, data: bytes) -> tuple[str, str]:
        from cxr_desktop.engine.foreign_weights import read_foreign

        path = self._folder / "weights.pt"
        path.write_bytes(data)
        read_foreign(path)
        return "read", ""


def _unworthy(reason: str) -> str:
    """A reason is one line for a reader."""
    if not reason or "\n" in reason or len(reason) > 400:
        return f"not one plain sentence: {reason[:200]!r}"
    return ""


def _work(connection: Connection, seed: int, first: int, last: int, folder: str) -> None:
    """A child: (number, None) before each mutant, so that a death has a name, and (number, ended, wrong) after it."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Libraries of codecs write to the descriptor itself.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    mill = Mill(seed, Path(folder))
    mill.feed(first)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    for number in range(first, last):
        connection.send((number, None, ""))
        _misbehave(mill, number)
        ended, wrong = mill.feed(number)
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10) - before
        if grown > MEMORY_MB and not wrong:
            wrong, before = f"took {grown} MB", before + grown
        connection.send((number, ended, wrong))
    connection.send(None)


def _misbehave(mill: Mill, number: int) -> None:
    """For the fuzzer's own test: "death=2" in the environment ends the child at its second mutant."""
    faults = dict(fault.split("=")[::-1] for fault in os.environ.get("CXR_TEST_FUZZ_FAULTS", "").split())
    kind = faults.get(str(number))
    if kind == "death":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif kind == "hang":
        time.sleep(600)
    elif kind == "exception":
        mill.parse = lambda *_: 1 // 0  # type: ignore[method-assign,return-value,assignment]


def run(seed: int, count: int, start: int = 0, keep: Path | None = None, seconds: float = 0.0) -> Iterator[Any]:
    """Yield ``Finding``s and at last a Counter of ends. ``seconds`` ends it early."""
    ends: Counter[str] = Counter()
    deadline = time.monotonic() + seconds if seconds else float("inf")
    number = start
    with tempfile.TemporaryDirectory(prefix="cxr-fuzz-") as folder:
        mill: Mill | None = None
        while number < start + count and time.monotonic() < deadline:
            number, found = _one_child(seed, number, start + count, folder, ends, deadline)
            if found is not None:
                mill = mill or Mill(seed, Path(folder))
                if keep is not None:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / f"{seed}-{found.number}").write_bytes(mill.make(found.number)[1])
                yield found
    yield ends


def _one_child(
    seed: int, first: int, last: int, folder: str, ends: Counter[str], deadline: float
) -> tuple[int, Finding | None]:
    """Let a child work until it finds something, dies, hangs or is done; returns the next number."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=_work, args=(theirs, seed, first, last, folder), daemon=True)
    child.start()
    theirs.close()
    number = first
    try:
        while time.monotonic() < deadline:
            patience = 120.0 if number == first else 3 * SLOWEST_S
            if not ours.poll(min(patience, max(0.0, deadline - time.monotonic()) + 0.1)):
                if time.monotonic() >= deadline:
                    break
                return number + 1, Finding(number, "hang", "no answer")
            message = ours.recv()
            if message is None:
                return last, None
            number, ended, wrong = message
            if ended is None:
                continue
            ends[ended] += 1
            if wrong:
                return number + 1, Finding(number, ended, wrong)
        return last, None
    except EOFError:
        child.join(5)
        return number + 1, Finding(number, "death", f"the process ended with {child.exitcode}")
    finally:
        ours.close()
        child.kill()
        child.join()


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mutants", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="Number of the first mutant.")
    parser.add_argument("--seconds", type=float, default=0.0, help="End after this time.")
    parser.add_argument("--keep", type=Path, help="Folder for what was found.")
    options = parser.parse_args()
    started, found = time.monotonic(), 0
    for result in run(options.seed, options.mutants, options.start, options.keep, options.seconds):
        if isinstance(result, Finding):
            found += 1
            print(f"FOUND seed {options.seed} mutant {result.number}: {result.kind}: {result.what}", flush=True)
        else:
            for ended, count in sorted(result.items()):
                print(f"{count:8,}  {ended}")
            total = sum(result.values())
            print(f"{total:,} mutants, {found} findings, {time.monotonic() - started:.0f} s, seed {options.seed}")
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
