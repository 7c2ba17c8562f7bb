"""Where the lungs lie in the decoded images of a data set, found once and kept beside them; knows no label.

They are found by the finder that serves, on the pictures that training keeps.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import json
import os
import uuid
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.geometry import Affine
from cxr_desktop.domain.lung_field import LungField
from cxr_desktop.engine import checkpoint
from cxr_desktop.imaging.preprocess import PREPROCESS_VERSION
from cxr_desktop.paths import checkpoint_dirs
from training.data.sample import LUNGS, DataError
from training.events import Events

if TYPE_CHECKING:
    from training.data.pixel_cache import PixelCache

Fields = Mapping[str, LungField | None]
_PART = 64
"""Images between two events of progress."""


@dataclass(frozen=True, slots=True)
class _Found:
    """``stamp`` is that of the image's file: another file has other lungs."""

    stamp: tuple[int, int]
    lungs: LungField | None


def lungs_model(name: str) -> Path:
    """The folder of a lungs model by its name, or by its path. Raises ``DataError``."""
    if (Path(name) / checkpoint.CARD_FILE).is_file():
        return Path(name)
    try:
        return checkpoint.model_folder(name, checkpoint_dirs(), LUNGS)
    except CheckpointError as error:
        raise DataError(f"data.lungs: there is no lungs model called {name}; train one, or name its folder") from error


def find_fields(name: str, cache: PixelCache, files: Sequence[str], events: Events | None = None) -> Fields:
    """File → its lungs, ``None`` where none were found; what the disk does not know is looked for.

    ``name`` is a lungs model. Raises ``DataError``, or ``CheckpointError`` for a model that cannot be used.
    """
    folder = lungs_model(name)
    card = checkpoint.read_card(folder)
    if card.role != LUNGS:
        raise DataError(f"data.lungs: the model {card.name} does not find lungs")
    store = cache.folder / f"lungs-{card.digest[:16]}-{PREPROCESS_VERSION}.json"
    known = _load(store)
    stamps = {file: tuple(cache.entry(file).stamp) for file in files}
    missing = [file for file in stamps if file not in known or known[file].stamp != stamps[file]]
    if missing:
        from cxr_desktop.engine.lung_finder import LungFinder

        finder = LungFinder(folder, card)

        def one(file: str) -> _Found:
            stamp = cache.entry(file).stamp
            return _Found((stamp[0], stamp[1]), finder.find(cache[file].astype(np.float32)))

        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            for start in range(0, len(missing), _PART):
                part = missing[start : start + _PART]
                known |= zip(part, pool.map(one, part), strict=True)
                if events is not None:
                    events("progress", what="finding lungs", done=start + len(part), total=len(missing))
        _save(store, _load(store) | known)
    fields = {file: known[file].lungs for file in stamps}
    lacking = sum(lungs is None for lungs in fields.values())
    if lacking and events is not None:
        text = f"lungs were not found in {lacking} of {len(fields)} images; the middle of these pictures is used"
        events("warning", text=text)
    return fields


def _load(store: Path) -> dict[str, _Found]:
    """What the disk knows; nothing where the file is absent or damaged."""
    try:
        stored = json.loads(store.read_text(encoding="utf-8"))
        return {file: _Found((row["stamp"][0], row["stamp"][1]), _field(row["lungs"])) for file, row in stored.items()}
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, binascii.Error):
        return {}


def _field(row: Mapping[str, Any] | None) -> LungField | None:
    if row is None:
        return None
    zones = base64.b64decode(row["zones"], validate=True)
    return LungField.from_packed(int(row["height"]), int(row["width"]), zones, Affine(*map(float, row["to_source"])))


def _save(store: Path, found: Mapping[str, _Found]) -> None:
    """Replace the file as a whole; where the disk is full the lungs are found again next time."""
    partial = store.with_name(f"{store.name}.{uuid.uuid4().hex}.new")
    with contextlib.suppress(OSError):
        try:
            partial.write_text(json.dumps({file: _row(one) for file, one in found.items()}), encoding="utf-8")
            os.replace(partial, store)
        finally:
            partial.unlink(missing_ok=True)


def _row(found: _Found) -> dict[str, Any]:
    lungs = found.lungs
    if lungs is None:
        return {"stamp": found.stamp, "lungs": None}
    zones = base64.b64encode(lungs.packed).decode("ascii")
    place = {"height": lungs.height, "width": lungs.width, "to_source": lungs.to_source.as_tuple()}
    return {"stamp": found.stamp, "lungs": {"zones": zones, **place}}
