"""What leaving out the finest wavelets of JPEG 2000 changes: probabilities and bands of every shipped model.

Films are those of ``--films FOLDER`` (radiographs of any size, made 2,048 pixels long, with noise of a detector) or,
where none is named, synthetic chests. Each is coded with 5/3 and with 9/7 wavelets and scored twice. ``--write`` puts
the largest changes of a probability and of its log odds into the cards (``reduced_decoding``): the program leaves
wavelets out accordingly.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import imagecodecs
import numpy as np
from PIL import Image

from cxr_desktop import paths
from cxr_desktop.domain.model_card import PreprocessSpec
from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.engine import checkpoint
from cxr_desktop.engine.checkpoint import list_models
from cxr_desktop.engine.model_lookup import find_folders
from cxr_desktop.engine.preparation import Prepared
from cxr_desktop.engine.scorer import Scorer, ScoreRequest
from cxr_desktop.imaging.lung_region import REDUCED_SIDE

LONG = 2048


def synthetic(count: int, rows: int, skip: int = 0) -> Iterator[np.ndarray]:
    """12-bit codes of synthetic chests."""
    from cxr_desktop.phantom import radiographs
    from cxr_desktop.phantom.lesions import Pattern

    for seed in range(skip, skip + count):
        film = radiographs.chest(1000 + seed, list(Pattern)[seed % len(Pattern)], rows, rows * (60 + seed % 5) // 64)
        yield np.rint((0.06 + 0.84 * film.pixels) * 4095).astype(np.uint16)


def enlarged(folder: Path, count: int) -> Iterator[np.ndarray]:
    """12-bit codes of radiographs in ``folder``, enlarged, with noise that the wavelets have to code."""
    rng = np.random.default_rng(0)
    found = sorted(p for p in folder.rglob("*") if p.suffix.lower() in (".jpg", ".png"))
    for path in rng.permutation(np.array(found, dtype=object))[:count]:
        image = Image.open(path).convert("L")
        scale = LONG / max(image.size)
        size = round(image.width * scale), round(image.height * scale)
        grey = np.asarray(image.resize(size, Image.Resampling.BICUBIC), dtype=np.float32)
        yield np.clip(np.rint(grey * 13 + 200 + rng.normal(0, 25, grey.shape)), 0, 4095).astype(np.uint16)


def write(path: Path, codes: np.ndarray, reversible: bool) -> None:
    """A DX file with JPEG 2000."""
    from pydicom.encaps import encapsulate

    from tests.builders import data_set, save

    ds = data_set(codes)
    ds.file_meta.TransferSyntaxUID = f"1.2.840.10008.1.2.4.{90 if reversible else 91}"
    stream = imagecodecs.jpeg2k_encode(
        codes, level=0 if reversible else 60, codecformat="J2K", reversible=reversible, bitspersample=12
    )
    ds.PixelData = encapsulate([bytes(stream)])
    ds["PixelData"].VR = "OB"
    save(ds, path)


class Film(NamedTuple):
    """One film prepared both ways, and the seconds of processor time that each took."""

    reduced: Prepared
    whole: Prepared
    seconds: tuple[float, float]


def prepare(scorer: Scorer, path: Path) -> Film:
    """As the scorer would for a model that may do with fewer pixels."""
    request, preparation = ScoreRequest(str(path)), scorer._preparation
    preparation._least_side = REDUCED_SIDE
    started = time.thread_time()
    reduced = preparation.prepare(request)
    between = time.thread_time()
    whole = preparation.prepare(request, whole=True)
    return Film(reduced, whole, (between - started, time.thread_time() - between))


def compare(scorer: Scorer, film: Film) -> dict[str, object] | None:
    """One film by one model: reduced, whole, and what the program makes of it; ``None`` where it is not scored."""
    reduced, whole, seconds = film
    if not reduced.is_reduced:  # too small, or its lungs cannot be seen at all
        return None
    first, truth = scorer._judge([reduced])[0], scorer._judge([whole])[0]
    again = not scorer._stands(reduced, first)
    answer = truth if again else first  # what ``judge`` does, without preparing it a third time
    if truth.status != answer.status or truth.risk is None:
        return {"status": (truth.status.value, answer.status.value), "same": truth.status == answer.status}
    return {
        "doubt": reduced.lungs_in_doubt or first.risk is None or not scorer._holds(reduced, first),
        "delta": _largest(first, truth) if first.risk is not None else 1.0,
        "log_odds": _largest(first, truth, _log_odds) if first.risk is not None else 100.0,
        "delta_told": _largest(answer, truth),
        "band_before": first.risk_band == truth.risk_band,
        "band": answer.risk_band == truth.risk_band,
        "again": again,
        "seconds": seconds,
    }


def _largest(one: Prediction, other: Prediction, of: Callable[[float], float] = float) -> float:
    return max(abs(of(one.probabilities[f]) - of(other.probabilities[f])) for f in one.probabilities)


def _log_odds(share: float) -> float:
    return math.log(share / (1 - share))


def change_of(films: Sequence[dict[str, Any]], what: str = "delta") -> float:
    """The most among those whose lungs were in no doubt: the others are always computed again."""
    return max((film[what] for film in films if not film["doubt"]), default=0.0)


def write_into_card(folder: Path, films: Sequence[dict[str, Any]]) -> None:
    """Let the program leave out wavelets for this model, or not."""
    card = checkpoint.read_card(folder)
    block = {
        "probability_change": math.ceil(change_of(films) * 1e5) / 1e5,
        "log_odds_change": math.ceil(change_of(films, "log_odds") * 1e5) / 1e5,
        "temperature": card.temperature,
        "films": len(films),
    }
    checkpoint.save_copy(folder, {**card.document, "reduced_decoding": block}, folder, card)


def _row(films: Sequence[dict[str, Any]]) -> str:
    delta = np.array([film["delta"] for film in films])
    numbers = (
        np.median(delta),
        np.percentile(delta, 95),
        delta.max(),
        max(film["delta_told"] for film in films),
        change_of(films),
        change_of(films, "log_odds"),
    )
    changed, before = (sum(not film[key] for film in films) for key in ("band", "band_before"))
    again = np.mean([film["again"] for film in films])
    fast, slow = np.median([film["seconds"] for film in films], axis=0)
    words = f"  {changed} ({before})  {again:>5.0%}  {fast:.3f} : {slow:.3f}"
    return f"{len(films):>9}" + "".join(f"{number:>9.5f}" for number in numbers) + words


def main(short: bool = False, arguments: list[str] | None = None) -> None:
    """Print, per model, how far probabilities move, which bands change, and what is computed again."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks reduced_decoding")
    parser.add_argument("--films", type=Path, action="append", help="as often as you like")
    parser.add_argument("--count", type=int, default=2 if short else 40)
    parser.add_argument("--skip", type=int, default=0, help="so many synthetic films, for a run beside another one")
    parser.add_argument("--write", action="store_true", help="put what was found into the cards that ship")
    parser.add_argument("--add", type=Path, action="append", default=[], help="what another run wrote with --json")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(arguments or [])
    dirs = paths.checkpoint_dirs()
    scorers = {c.name: Scorer(find_folders(c.name, dirs, "none").folders, "cpu") for c in list_models(dirs)}
    rows = 1400 if short else LONG
    films = (
        chain.from_iterable(enlarged(folder, options.count) for folder in options.films)
        if options.films
        else synthetic(options.count, rows, options.skip)
    )
    found: dict[str, list[dict]] = {name: [] for name in scorers}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.dcm"
        for codes in films:
            for reversible in (True, False):
                write(path, codes, reversible)
                prepared: dict[PreprocessSpec, Film] = {}
                for name, scorer in scorers.items():
                    way = scorer.card.preprocess  # models that look at a film alike see it prepared once
                    if way not in prepared:
                        prepared[way] = prepare(scorer, path)
                    found[name].append(compare(scorer, prepared[way]) or {})
    for other in options.add:
        for name, each in json.loads(other.read_text())["models"].items():
            found[name].extend(each)
    heads = ("films", "median", "p95", "most", "told", "kept", "log odds")
    print(f"{'model':<14}" + "".join(f"{head:>9}" for head in heads) + "  bands  again  reduced : whole (s)")
    for name, each in found.items():
        scored = [one for one in each if "delta" in one]
        other = [one["status"] for one in each if "status" in one and not one["same"]]
        print(f"{name:<14}{_row(scored) if scored else '        0'}  {other or ''}")
        if options.write and scored:
            write_into_card(find_folders(name, dirs, "none").folders.model, scored)
    if options.json:
        options.json.write_text(json.dumps({"benchmark": "reduced_decoding", "models": found}, default=float))


if __name__ == "__main__":
    main(arguments=sys.argv[1:])
