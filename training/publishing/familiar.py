"""How far an image may be from the training images before the program calls it unfamiliar; fitted as it serves.

The threshold is chosen on places that the fit did not see: with one collection after the other aside, so that another
hospital's chest is not strange only because it is another hospital's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.errors import CxrError
from cxr_desktop.engine.checkpoint import read_file
from cxr_desktop.engine.familiarity import FAMILIARITY_FILE, Familiarity, distance, fit, read_familiarity
from training.data.sample import Sample
from training.measures.judged import rounded
from training.measures.metrics import Mask
from training.publishing.bench import Bench
from training.publishing.card_blocks import COMMAND, command_of
from training.report.serving import picture

Features = NDArray[np.float32]

BLOCK = "familiarity"
KEPT = 0.995
"""Share of the images of a place that the fit did not see which are still called familiar."""
MOST = 1500
"""Training images that are enough for a mean and 64 directions."""
LEAST = 20
"""Images of a collection below which it is not set aside."""
HOW = (
    "Distance of an image's pooled features from those of the training images (probabilistic PCA, Mahalanobis per root "
    f"of the channels). The threshold leaves {KEPT:.1%} of the images of each collection below it, in the mean over "
    "collections, when the distance was fitted without that collection (the network itself had seen it)."
)


def features_of(bench: Bench, samples: Sequence[Sample]) -> Features:
    """(images, channels), each image through lungs, preprocessing and network as it serves."""
    out = []
    region = bench.subject.card.preprocess.region == "lungs"
    tell = bench.paced("features", len(samples))
    for done, sample in enumerate(samples, start=1):
        grey = picture(bench.root / sample.file)
        lungs = bench.finder.find(grey) if region and bench.finder is not None else None
        out.append(bench.served.see(grey, lungs).features)
        tell(done)
    return np.stack(out)


def fitted(bench: Bench) -> tuple[dict[str, bytes], dict[str, Any]]:
    """(file beside the weights, block of the card); both empty where there are too few training images to learn from.

    Of many training images every n-th is asked, the same ones each time.
    """
    samples = bench.split("train")
    if len(samples) < 2 * LEAST:
        return {}, {}
    chosen = samples[:: -(-len(samples) // MOST)]
    parameters = fit_familiarity(features_of(bench, chosen), [s.origin for s in chosen])
    numbers = familiarity_numbers(bench, parameters)
    command = command_of(str(bench.document["name"]), BLOCK)
    return {FAMILIARITY_FILE: parameters.to_bytes()}, {BLOCK: rounded({COMMAND: command, **numbers})}


def fit_familiarity(features: Features, origins: Sequence[str]) -> Familiarity:
    """The distance fitted on all, with a threshold from ``held_out``."""
    far, weights = held_out(features, np.asarray(origins))
    order = np.argsort(far)
    share = np.cumsum(weights[order]) / weights.sum()
    threshold = float(far[order][int(np.searchsorted(share, KEPT - 1e-9))])
    return fit(features, threshold)


def held_out(features: Features, origins: NDArray[np.str_]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(n,) distances of images whose collection was aside, and weights that let every collection count the same.

    One collection alone is halved: every second image is measured by the others.
    """
    names = [name for name in np.unique(origins) if (origins == name).sum() >= LEAST and (origins != name).any()]
    asides: list[Mask] = [origins == name for name in names]
    if not asides:
        odd = np.arange(len(features)) % 2 == 1
        asides = [odd, ~odd]
    far = [distance(features[aside], fit(features[~aside])).astype(np.float64) for aside in asides]
    return np.concatenate(far), np.concatenate([np.full(len(d), 1.0 / len(d)) for d in far])


def familiarity_numbers(bench: Bench, parameters: Familiarity) -> dict[str, Any]:
    """What the threshold does: on test images, which came from known places, by collection."""
    samples = bench.split("test") or bench.split("val")
    strange = parameters.is_strange(features_of(bench, samples))
    origins = np.asarray([s.origin for s in samples])
    return {
        "how": HOW,
        "threshold": parameters.threshold,
        "images": len(samples),
        "unfamiliar": int(strange.sum()),
        "by_collection": {
            name: {"images": int((origins == name).sum()), "unfamiliar": int(strange[origins == name].sum())}
            for name in sorted(set(origins.tolist()))
        },
    }


def stored_numbers(bench: Bench) -> dict[str, Any]:
    """The same with the distance that lies beside the weights. Raises ``CxrError`` where there is none."""
    card = bench.subject.card
    if FAMILIARITY_FILE not in card.files:
        raise CxrError("the model has no distance to its training images")
    return familiarity_numbers(bench, read_familiarity(read_file(bench.subject.folder, card, FAMILIARITY_FILE)))
