"""The blocks of a card that look at lungs: shortcut tests, mass of heat maps, the pointing game, other findings."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.domain.model_card import wilson_interval
from cxr_desktop.domain.prediction import Finding
from cxr_desktop.engine.calibration import probabilities
from cxr_desktop.imaging.lung_zones import share_outside
from training.data.annotations import boxed_images, drawn_masks, other_findings, read_films, read_mask
from training.data.sample import Sample
from training.measures.comparisons import comparisons
from training.measures.judged import NO_RISK
from training.measures.metrics import Floats, Mask
from training.publishing.bench import Bench
from training.report import occlusion
from training.report.pointing_game import DEFINITION, point, table
from training.report.serving import Grey, picture

OTHERS_OF = "nih"
"""The collection whose images of other findings are looked at."""
NOT_READ = "not read by radiologists"
OF_BOXES = "pneumonia"
"""What the boxes are about."""
MASK_WORDS = (
    f"The mask is widened by 1/{occlusion.REACH} of the picture's shorter side. lungs_removed: it is filled with the "
    "mean grey of the ring around it. lungs_only: everything else becomes black. Both are done on the picture before "
    "any preprocessing."
)
_CHANGES: dict[str, Callable[[Grey, Mask], Grey]] = {
    "lungs_removed": occlusion.without_lungs,
    "lungs_only": occlusion.lungs_alone,
}


def shortcuts(bench: Bench) -> dict[str, Any]:
    """AUCs without the lungs (should fall to chance) and with nothing but them (should hold), on test images.

    Masks are the segmenter's, the same kind for every collection: drawn ones leave the heart out in one collection and
    not in the other, which would tell the collection. The images that have a drawn mask are measured with it as well.
    """
    samples = _measured(bench)
    out: dict[str, Any] = {"how": MASK_WORDS}
    finder = bench.finder
    if finder is not None:
        found = {s.id: lungs for s in samples if (lungs := finder.find(picture(bench.root / s.file))) is not None}
        masked = [s for s in samples if s.id in found]

        def segmented(sample: Sample, grey: Grey) -> Mask:
            return occlusion.mask_of(found[sample.id], grey.shape)

        out["masks_of_the_segmenter"] = _occluded(bench, masked, segmented) | {
            "lungs_not_found": len(samples) - len(found)
        }
    drawn = drawn_masks(bench.root)
    if outlined := [s for s in samples if s.id in drawn]:

        def by_hand(sample: Sample, grey: Grey) -> Mask:
            return read_mask(drawn[sample.id], grey.shape)

        out["masks_drawn_by_readers"] = _occluded(bench, outlined, by_hand)
    if len(out) == 1:
        raise CxrError("the shortcut test needs lung masks: there is no model that finds lungs, and none are drawn")
    return out


def _measured(bench: Bench) -> list[Sample]:
    return bench.split("test") or bench.split("val")


def _occluded(bench: Bench, samples: Sequence[Sample], mask: Callable[[Sample, Grey], Mask]) -> dict[str, Any]:
    """The same images untouched and changed, each as a file through the scorer."""
    out: dict[str, Any] = {"images": len(samples)}
    with tempfile.TemporaryDirectory() as place:
        untouched = bench.subject.answer(bench.root, samples, bench.events).logits
        out["untouched"] = _areas(bench, samples, untouched)
        for name, change in _CHANGES.items():
            changed = [_written(bench, s, Path(place) / name, change, mask) for s in samples]
            out[name] = _areas(bench, samples, bench.subject.answer(Path(place), changed, bench.events).logits)
    return out


def _areas(bench: Bench, samples: Sequence[Sample], logits: Floats | None) -> list[dict[str, Any]]:
    assert logits is not None, "a model folder has logits"
    p = probabilities(logits, bench.temperature, bench.subject.about.output)
    return [row for row in comparisons(samples, p, bench.classes) if row["what"].endswith("v rest")]


def _written(
    bench: Bench,
    sample: Sample,
    folder: Path,
    change: Callable[[Grey, Mask], Grey],
    mask: Callable[[Sample, Grey], Mask],
) -> Sample:
    """The changed picture as a lossless 16 bit file, and a sample that names it."""
    folder.mkdir(exist_ok=True)
    grey = picture(bench.root / sample.file)
    made = change(grey, mask(sample, grey))
    file = folder / f"{sample.id.replace('/', '_')}.png"
    Image.fromarray(np.rint(np.clip(made, 0.0, 1.0) * 65535).astype(np.uint16)).save(file)
    return replace(sample, file=f"{folder.name}/{file.name}")


def map_mass(bench: Bench) -> dict[str, Any]:
    """How much of a class's heat map lies outside the lungs, on the test images that show the class."""
    finder = bench.finder
    if finder is None:
        raise CxrError("the share of heat maps outside the lungs needs the model that finds lungs")
    shares: dict[str, list[float]] = {name: [] for name in bench.classes}
    silent = dict.fromkeys(bench.classes, 0)
    lost, samples = 0, _measured(bench)
    tell = bench.paced("heat maps and lungs", len(samples))
    for done, sample in enumerate(samples, start=1):
        grey = picture(bench.root / sample.file)
        lungs = finder.find(grey)
        own = bench.served.see(grey, lungs).map_of(bench.classes.index(sample.label), Finding(sample.label))
        outside = share_outside(own, lungs) if lungs is not None else None
        if lungs is None:
            lost += 1
        elif outside is None:
            silent[sample.label] += 1
        else:
            shares[sample.label].append(outside)
        tell(done)
    rows = {name: _spread(values) | {"empty_maps": silent[name]} for name, values in shares.items()}
    return {
        "how": "share of the map's sum outside both lungs, of the map of the true class",
        "lungs_not_found": lost,
    } | rows


def _spread(values: Sequence[float]) -> dict[str, Any]:
    if not values:
        return {"images": 0, "mean": None, "median": None, "above_half": None}
    return {
        "images": len(values),
        "mean": float(np.mean(values)),
        "median": float(np.median(values)),
        "above_half": float(np.mean(np.asarray(values) > 0.5)),
    }


def pointing(bench: Bench) -> dict[str, Any]:
    """The pointing game on the boxes of validation and test images: those that the model did not learn from."""
    images = [image for image in boxed_images(bench.root) if image.split in ("val", "test")]
    if not images:
        raise CxrError("the data hold no boxes of findings on validation or test images")
    name = bench.class_of(OF_BOXES)
    if not name:
        raise CxrError(f"the model has no class for {OF_BOXES}, which the boxes are about")
    tell = bench.paced("pointing", len(images))
    pointed = point(bench.served, bench.finder, bench.root, images, name, tell)
    return {"how": DEFINITION, "map_of": name, "val_and_test": table(pointed)}


def others(bench: Bench) -> dict[str, Any]:
    """Chest radiographs with another or a disputed finding: how often the model calls them normal, or COVID-19.

    Those that radiologists read stand apart by what they saw: many of the disputed films are normal to them.
    """
    files = other_findings(bench.root, OTHERS_OF)
    if not files:
        raise CxrError("the data hold no images of other findings")
    interest = str(bench.subject.card.class_of_interest)
    verdicts = {s.file: s.label for s in read_films(bench.root)}
    samples = [Sample(id=file, file=file, label=interest, split="") for file in files]
    logits = bench.subject.answer(bench.root, samples, bench.events).logits
    assert logits is not None, "a model folder has logits"
    p = probabilities(logits, bench.temperature, bench.subject.about.output)
    seen = np.asarray([verdicts.get(file, NOT_READ) for file in files])
    groups = {"all": np.ones(len(files), dtype=bool), **{name: seen == name for name in sorted(set(seen.tolist()))}}
    return {
        "collection": OTHERS_OF,
        "images": len(files),
        "groups": {name: _called(bench, p[inside], interest) for name, inside in groups.items()},
    }


def _called(bench: Bench, p: Floats, interest: str) -> dict[str, Any]:
    """Of (n, classes) probabilities: the share over one half for normal, and over the point of high sensitivity."""
    out: dict[str, Any] = {"images": len(p)}
    if NO_RISK in bench.classes:
        out["called_normal"] = _count(p[:, bench.classes.index(NO_RISK)] > 0.5)
    for row in bench.document.get("operating_points", ()):
        if row["finding"] == interest and row["target"] == "sensitivity 0.98":
            out["over_98_point"] = _count(p[:, bench.classes.index(interest)] >= row["threshold"])
    return out


def _count(said: Mask) -> dict[str, Any]:
    n, hits = len(said), int(said.sum())
    return {"count": hits, "share": hits / n, "share_95": wilson_interval(hits, n)}
