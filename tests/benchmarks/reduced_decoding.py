"""What leaving out the finest wavelets of JPEG 2000 changes: probabilities and bands of every shipped model.

Films are those of ``--films FOLDER`` (radiographs of any size, made 2,048 pixels long, with noise of a detector) or,
where none is named, synthetic chests. Each is coded with 5/3 and with 9/7 wavelets and scored twice.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import imagecodecs
import numpy as np
from PIL import Image

from cxr_desktop import paths
from cxr_desktop.domain.prediction import Prediction
from cxr_desktop.engine.checkpoint import list_models
from cxr_desktop.engine.model_lookup import find_folders
from cxr_desktop.engine.scorer import Scorer, ScoreRequest

LONG = 2048


def synthetic(count: int, rows: int) -> Iterator[np.ndarray]:
    """12-bit codes of synthetic chests."""
    from cxr_desktop.phantom import radiographs
    from cxr_desktop.phantom.lesions import Pattern

    for seed in range(count):
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


def compare(scorer: Scorer, path: Path) -> dict[str, object] | None:
    """One film by one model: reduced, whole, and what the program makes of it; ``None`` where it is not scored."""
    request, preparation = ScoreRequest(str(path)), scorer._preparation
    started = time.thread_time()
    reduced = preparation.prepare(request)
    between = time.thread_time()
    whole = preparation.prepare(request, whole=True)
    ended = time.thread_time()
    if not reduced.is_reduced:  # too small, or its lungs cannot be seen at all
        return None
    first, truth = scorer._judge([reduced])[0], scorer._judge([whole])[0]
    answer = scorer.judge([reduced])[0]
    if truth.status != answer.status or truth.risk is None:
        return {"status": (truth.status.value, answer.status.value), "same": truth.status == answer.status}
    return {
        "delta": _largest(first, truth) if first.risk is not None else 1.0,
        "delta_told": _largest(answer, truth),
        "band_before": first.risk_band == truth.risk_band,
        "band": answer.risk_band == truth.risk_band,
        "again": not scorer._stands(reduced, first),
        "seconds": (between - started, ended - between),
    }


def _largest(one: Prediction, other: Prediction) -> float:
    return max(abs(one.probabilities[f] - other.probabilities[f]) for f in one.probabilities)


def main(short: bool = False, arguments: list[str] | None = None) -> None:
    """Print, per model, how far probabilities move, which bands change, and what is computed again."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks reduced_decoding")
    parser.add_argument("--films", type=Path)
    parser.add_argument("--count", type=int, default=2 if short else 40)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(arguments or [])
    dirs = paths.checkpoint_dirs()
    scorers = {c.name: Scorer(find_folders(c.name, dirs, "none").folders, "cpu") for c in list_models(dirs)}
    rows = 1400 if short else LONG
    films = enlarged(options.films, options.count) if options.films else synthetic(options.count, rows)
    found: dict[str, list[dict]] = {name: [] for name in scorers}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.dcm"
        for codes in films:
            for reversible in (True, False):
                write(path, codes, reversible)
                for name, scorer in scorers.items():
                    found[name].append(compare(scorer, path) or {})
    print(f"{'model':<14}{'films':>6}{'median':>9}{'p95':>9}{'most':>9}{'told':>9}  bands  again  reduced : whole")
    for name, each in found.items():
        scored = [one for one in each if "delta" in one]
        other = [one["status"] for one in each if "status" in one and not one["same"]]
        if not scored:
            print(f"{name:<14}     0  {other}")
            continue
        delta = np.array([one["delta"] for one in scored])
        told = max(one["delta_told"] for one in scored)
        again = float(np.mean([one["again"] for one in scored]))
        changed = sum(not one["band"] for one in scored)
        before = sum(not one["band_before"] for one in scored)
        seconds = np.median([one["seconds"] for one in scored], axis=0)
        print(
            f"{name:<14}{len(scored):>6}{np.median(delta):>9.5f}{np.percentile(delta, 95):>9.5f}{delta.max():>9.5f}"
            f"{told:>9.5f}  {changed} ({before})  {again:>5.0%}  {seconds[0]:.3f} : {seconds[1]:.3f}  {other or ''}"
        )
    if options.json:
        options.json.write_text(json.dumps({"benchmark": "reduced_decoding", "models": found}, default=float))


if __name__ == "__main__":
    main(arguments=sys.argv[1:])
