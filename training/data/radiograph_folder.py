"""The radiograph folder: diagnoses and lung masks from its manifest, the gate's classes from both and from drawings."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from zlib import crc32

from cxr_desktop.engine.orientation import CLASSES
from training.data import drawings
from training.data.folders import Listing
from training.data.sample import FRONTAL, LATERAL, LUNGS, NOT_CHEST, DataError, Row

RADIOGRAPHS = "radiograph folder"
OTHER = "other"
MASKS = "lung_masks"
_LATERAL_BY_EYE = frozenset({"hida6_fb0033168d", "hida6_3b6ee6c849", "hida6_527d15e9bc"})
"""Of the images without a label: all were looked at, and the other 74 are frontal."""
_PARTS_OF_LATERALS = 5


def is_radiograph_folder(folder: Path) -> bool:
    """Chest radiographs with a manifest, and beside them a folder of everything else with its own."""
    return (folder / "manifest.csv").is_file() and (folder / "gate" / "manifest.csv").is_file()


def without_other(listing: Listing) -> Listing:
    """Diagnoses only: the label "other" of this folder holds slices, limbs and laterals, and is no class of patients.

    A recipe of COVID-19 against the rest would take them for healthy chests.
    """
    kept = tuple(row for row in listing.rows if row.labels != (OTHER,))
    left = len(listing.rows) - len(kept)
    words = (
        f"{left} images labelled other are no chest films with a diagnosis and are left out: slices, limbs, laterals"
    )
    return replace(listing, rows=kept, warnings=(*listing.warnings, words) if left else listing.warnings)


def _table(path: Path) -> list[dict[str, str]]:
    with open(path, newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def _gate_label(row: dict[str, str]) -> str:
    """What an image of ``manifest.csv`` shows, by its label and sublabel; "" where that is not known."""
    detail = row["sublabel"]
    if row["label"] != OTHER:
        return FRONTAL
    if detail.startswith("lateral:"):
        return LATERAL
    if detail == "ct" or detail.startswith(("ood_", "zoomed_crop")):
        return NOT_CHEST
    if detail == "unlabelled":
        return LATERAL if row["id"] in _LATERAL_BY_EYE else FRONTAL
    if detail.startswith(("mass", "nih_rsna_conflict", "overlay", "ards")):
        return FRONTAL
    return ""


def _gate_origin(row: dict[str, str], label: str) -> str:
    """The collection of a frontal chest, the kind of another picture.

    All laterals come from one collection of many publications: parts of it, whole patients in each, can be left out.
    """
    if label == FRONTAL:
        return row["dataset_origin"]
    if label == LATERAL:
        return f"lateral_{crc32((row['group_id'] or row['id']).encode()) % _PARTS_OF_LATERALS + 1}"
    return row["sublabel"].split(":")[0]


def list_for_gate(folder: Path) -> Listing:
    """Frontal and lateral chests and everything else, from both manifests; origin is the kind of picture.

    Both folders draw laterals from the same collection: one image that is in both, or one patient in two splits,
    would leak, so the gate's copies follow the main manifest by source path.
    """
    rows: list[Row] = []
    seen: set[str] = set()
    for row in _table(folder / "manifest.csv"):
        label = _gate_label(row)
        seen.add(Path(row["source_path"]).name)
        if label:
            rows.append(_chest(row, label, _gate_origin(row, label)))
    for row in _table(folder / "gate" / "manifest.csv"):
        label = LATERAL if row["kind"] == "lateral_chest" else NOT_CHEST
        if label == NOT_CHEST or Path(row["source_path"]).name not in seen:
            rows.append(_other(row, label))
    return Listing(folder, RADIOGRAPHS, (*rows, *drawn_rows()))


def list_for_lungs(folder: Path) -> Listing:
    """Images with a lung mask beside them. Raises ``DataError`` where the folder has none."""
    if not (folder / "manifest.csv").is_file() or not (folder / MASKS).is_dir():
        raise DataError(f"lungs are learned from a folder with manifest.csv and, for each image, {MASKS}/<id>.png")
    names = {file.name for file in (folder / MASKS).iterdir()}
    rows = [
        replace(_chest(row, LUNGS, row["dataset_origin"]), mask=f"{MASKS}/{row['id']}.png")
        for row in _table(folder / "manifest.csv")
        if f"{row['id']}.png" in names
    ]
    return Listing(folder, RADIOGRAPHS, tuple(rows))


def list_for_orientation(folder: Path) -> Listing:
    """Frontal chests; the label says how each is to be laid, evenly over all ways (see ``lying_images``)."""
    frontal = [row for row in list_for_gate(folder).rows if row.labels == (FRONTAL,)]
    return Listing(folder, RADIOGRAPHS, tuple(replace(row, labels=(_way_for(row.id),)) for row in frontal))


def _way_for(name: str) -> str:
    return CLASSES[crc32(name.encode()) % len(CLASSES)]


def _chest(row: dict[str, str], label: str, kind: str) -> Row:
    return Row(
        file=row["file"],
        labels=(label,),
        id=row["id"],
        split=row["split"],
        origin=kind,
        group=row["group_id"],
        patient=row["patient_id"],
        age_group=row["age_group"],
        view=row["view"],
        detail=row["sublabel"],
        licence=row["licence"],
    )


def _other(row: dict[str, str], label: str) -> Row:
    return Row(
        file=row["file"],
        labels=(label,),
        id=row["id"],
        split=row["split"],
        origin=row["kind"],
        detail=row["source_repo"],
        licence=row["licence"],
    )


def drawn_rows() -> list[Row]:
    """Phantoms, and what is no radiograph at all; seeds never meet across splits."""
    labels = {"phantom_frontal": FRONTAL, "phantom_lateral": LATERAL}
    rows, start = [], 1000
    for split, count in (("train", 60), ("val", 15), ("test", 15)):
        for kind in drawings.KINDS:
            for seed in range(start, start + count):
                name = f"{drawings.PREFIX}{kind}/{seed}"
                origin = kind if kind in drawings.PHANTOMS else f"drawn_{kind}"
                label = (labels.get(kind, NOT_CHEST),)
                rows.append(Row(name, label, id=name, split=split, origin=origin, licence="drawn by this program"))
        start += count
    return rows
