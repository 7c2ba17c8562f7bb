"""A folder, a manifest or an image set → labelled samples with splits, and everything that is wrong with them.

It reads every image once (into ``PixelCache``), knows no network, and lets no name of a patient out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cxr_desktop.domain.prediction import KNOWN_FINDINGS
from training.data import duplicates, soundness
from training.data.class_names import Mapper, class_labels
from training.data.division import divide
from training.data.duplicates import Duplicates
from training.data.folders import Listing
from training.data.image_sets import IMAGE_SET
from training.data.pixel_cache import PixelCache, PixelStore, default_folder, limit_for
from training.data.sample import DataError, Problem, Row, Sample
from training.data.sources import list_source
from training.data.splits import SPLITS
from training.events import Events
from training.recipe import DataSpec, Recipe
from training.recipe_file import from_dict

_FEWEST_FOR_ONE_PATIENT = 4


@dataclass(frozen=True, slots=True)
class Dataset:
    """Labelled samples. ``labels`` counts the source's own words, ``mapping`` says which class each became ("" none).

    ``errors`` forbid training, ``warnings`` do not.
    """

    root: Path
    kind: str
    samples: tuple[Sample, ...]
    classes: tuple[str, ...]
    labels: Mapping[str, int]
    problems: tuple[Problem, ...] = ()
    duplicates: Duplicates = field(default_factory=Duplicates)
    warnings: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    class_labels: Mapping[str, str] = field(default_factory=dict)
    mapping: Mapping[str, str] = field(default_factory=dict)


def open_dataset(
    data: Path, recipe: Recipe | None, events: Events | None = None, verify: bool = True, train: bool = True
) -> Dataset:
    """Everything about a data set; raises ``DataError`` with the first reason where it cannot be used.

    ``verify`` reads every image (quick where the cache has it); without it nothing is known of damage, duplicates and
    DICOM patients. ``train`` false is for measuring: images keep the split they come with, "" where there is none,
    and classes may be missing.
    """
    found = examine(data, recipe, events, verify, train)
    if found.errors:
        raise DataError(found.errors[0])
    return found


def resolve(recipe: Recipe, dataset: Dataset) -> Recipe:
    """The recipe with the classes of the data where it leaves them open.

    ``document["class_labels"]`` gets the readers' words for them. Raises ``RecipeError`` where the recipe does not fit
    those classes.
    """
    data = recipe.data
    classes = data.classes or dataset.classes
    interest = "covid19" if "covid19" in classes else next((c for c in classes if c != "normal"), classes[0])
    filled = replace(data, classes=classes, positive=data.positive or (interest if not data.classes else classes[0]))
    labels = {c: dataset.class_labels[c] for c in classes if c in dataset.class_labels}
    return from_dict(replace(recipe, data=filled, document={**recipe.document, "class_labels": labels}).as_dict())


def examine(data: Path, recipe: Recipe | None, events: Events | None, verify: bool, train: bool = True) -> Dataset:
    """As ``open_dataset``, with what forbids training in ``errors``. Raises ``DataError`` for what is no data set."""
    spec = recipe.data if recipe is not None else DataSpec()
    listing = list_source(data, recipe.role if recipe is not None else "triage", events)
    mapper = Mapper(spec.classes, spec.rename)
    labelled, unclear, strangers = _labelled(listing.rows, mapper)
    store = PixelStore(listing.root, default_folder(), limit_for(recipe), spec.colour)
    reasons = store.read(labelled, events) if verify else {}
    cache = store.cache(labelled if verify else ())
    readable = {row: name for row, name in labelled.values() if row.file not in reasons}
    samples, words = _samples(readable, cache, store)
    if spec.resplit and train:
        samples = [replace(s, split="") for s in samples]
    digests = {s.file: cache.entry(s.file).digest for s in samples if s.file in cache}
    samples, copies, conflicts = duplicates.sifted(samples, digests)
    classes = spec.classes or _in_order({s.label for s in samples})
    if train:
        samples, divided = _divided(samples, spec, digests)
        words += divided
    if samples and listing.kind != IMAGE_SET:
        words += soundness.shortcuts(samples, classes)
    if samples and train:
        words += soundness.few_splits(samples, classes)
    declared = _declared(listing, mapper)
    labels = Counter(label for row in listing.rows for label in row.labels if row.file not in reasons)
    return Dataset(
        root=listing.root,
        kind=listing.kind,
        samples=tuple(samples),
        classes=classes,
        labels=dict(labels),
        problems=(*listing.problems, *unclear, *(Problem(f, r) for f, r in reasons.items()), *conflicts),
        duplicates=copies,
        warnings=(*listing.warnings, *soundness.left_out(strangers), *soundness.copies(copies), *words),
        errors=tuple(_errors(samples, classes, declared, spec, train)),
        class_labels=class_labels(classes, labels, mapper),
        mapping={label: mapper(label) for label in labels},
    )


def _labelled(rows: Sequence[Row], mapper: Mapper) -> tuple[dict[str, tuple[Row, str]], list[Problem], list[str]]:
    """File → row and its class; rows that cannot be told; labels that the recipe leaves out."""
    labelled: dict[str, tuple[Row, str]] = {}
    unclear: list[Problem] = []
    strangers: list[str] = []
    for row in rows:
        names = [name for name in dict.fromkeys(map(mapper, row.labels)) if name]
        if len(names) == 1:
            labelled[row.file] = row, names[0]
        elif names:
            unclear.append(Problem(row.file, f"it shows several classes at once ({', '.join(names)})"))
        elif row.labels:
            strangers += row.labels
        else:
            unclear.append(Problem(row.file, "it has no label"))
    return labelled, unclear, strangers


def _samples(rows: Mapping[Row, str], cache: PixelCache, store: PixelStore) -> tuple[list[Sample], list[str]]:
    """Samples with pseudonyms: the source's patient and group, else the patient of the DICOM header."""
    entries = {row.file: cache.entry(row.file) for row in rows if row.file in cache}
    headers = Counter(entry.patient for entry in entries.values() if entry.patient)
    one_for_all = len(headers) == 1 and headers.total() >= _FEWEST_FOR_ONE_PATIENT
    ids = Counter(row.id for row in rows)
    hide = store.pseudonyms
    samples = []
    for row, name in rows.items():
        entry = entries.get(row.file)
        header = entry.patient if entry is not None and not one_for_all else ""
        samples.append(
            Sample(
                id=row.id if row.id and ids[row.id] == 1 else row.file,
                file=row.file,
                label=name,
                split=row.split,
                origin=row.origin,
                group=hide.group(row.group),
                patient=hide.patient(row.patient) or header,
                age_group=row.age_group or (entry.age_group if entry is not None else ""),
                view=row.view or (entry.view if entry is not None else ""),
                detail=row.detail,
                licence=row.licence,
                mask=row.mask,
            )
        )
    words = ["all DICOM files carry the same patient ID, so patients could not be told apart"] if one_for_all else []
    return samples, words


def _divided(samples: Sequence[Sample], spec: DataSpec, digests: Mapping[str, str]) -> tuple[list[Sample], list[str]]:
    """Splits where there are none; a validation or test split that the data lack is taken from the training split."""
    present = {s.split for s in samples if s.split}
    shares = dict(zip(SPLITS, spec.ratios, strict=True))
    lacking = [split for split in SPLITS[1:] if present and split not in present and shares[split] > 0]
    if "train" not in present or not lacking or any(not s.split for s in samples):
        return divide(samples, digests, spec.ratios, spec.split_seed), []
    wanted = {split: shares[split] if split == "train" or split in lacking else 0.0 for split in SPLITS}
    total = sum(wanted.values())
    ratios = (wanted["train"] / total, wanted["val"] / total, wanted["test"] / total)
    train = [replace(s, split="") for s in samples if s.split == "train"]
    fresh = {s.file: s for s in divide(train, digests, ratios, spec.split_seed)}
    words = " and ".join({"val": "validation", "test": "test"}[split] for split in lacking)
    return [fresh.get(s.file, s) for s in samples], [
        f"the data have no {words} split; it was taken from the training images, whole patients where they are known"
    ]


def _in_order(names: set[str]) -> tuple[str, ...]:
    """Known findings first, in the order of columns, then the others by name."""
    known = [str(f) for f in KNOWN_FINDINGS if f in names]
    return (*known, *sorted(names - set(known)))


def _declared(listing: Listing, mapper: Mapper) -> dict[str, list[str]]:
    """Class → the labels under which the source lists or announces it."""
    declared: defaultdict[str, list[str]] = defaultdict(list)
    for label in dict.fromkeys((*(label for row in listing.rows for label in row.labels), *listing.empty)):
        if name := mapper(label):
            declared[name].append(label)
    return dict(declared)


def _errors(
    samples: Sequence[Sample],
    classes: Sequence[str],
    declared: Mapping[str, Sequence[str]],
    spec: DataSpec,
    train: bool,
) -> list[str]:
    if train or not samples:
        return soundness.faults(samples, classes, declared, spec.leave_out)
    return []
