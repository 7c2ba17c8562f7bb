"""What the user named as data → its listing: class folders, a manifest, the radiograph folder, an image set."""

from __future__ import annotations

from pathlib import Path

from training.data import image_sets
from training.data.folders import Listing, list_folder
from training.data.manifest import SUFFIXES, find_manifest, list_manifest
from training.data.radiograph_folder import (
    is_radiograph_folder,
    list_for_gate,
    list_for_lungs,
    list_for_orientation,
    without_other,
)
from training.data.sample import DataError
from training.events import Events


def list_source(data: Path, role: str, events: Events | None) -> Listing:
    """Rows of a data source. Raises ``DataError`` for what is none."""
    if data.is_dir():
        if role == "gate" and is_radiograph_folder(data):
            return list_for_gate(data)
        if role == "orientation" and is_radiograph_folder(data):
            return list_for_orientation(data)
        if role == "lungs":
            return list_for_lungs(data)
        manifest = find_manifest(data)
        if manifest is None:
            return list_folder(data)
        listing = list_manifest(manifest)
        return without_other(listing) if is_radiograph_folder(data) else listing
    if data.is_file():
        if data.suffix.lower() in SUFFIXES:
            return list_manifest(data)
        raise DataError(
            "choose a folder that holds a folder for each class, or a CSV or Parquet file that lists images"
        )
    if str(data) in image_sets.NAMES:
        return image_sets.list_images(str(data), events)
    known = ", ".join(image_sets.NAMES)
    raise DataError(f"there is no such folder or file; image sets known by name are {known}")
