"""A CSV or Parquet manifest, with the column names that people use, → rows; opens no image."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from cxr_desktop.imaging.dicom_text import clean
from training.data.folders import SPLIT_WORDS, Listing, walk
from training.data.sample import ADULT, CHILD, DataError, Problem, Row

MANIFEST = "manifest"
SUFFIXES = (".csv", ".tsv", ".parquet", ".pq")
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "file": (
        "path", "file", "filepath", "file_path", "image_path", "img_path", "filename", "file_name", "image", "img",
        "image_file", "image_filename", "image_name", "image_index", "dicom_path", "dicom", "location",
        "imageid", "image_id",
    ),
    "labels": (
        "label", "labels", "class", "classes", "class_name", "label_name", "diagnosis", "finding", "findings",
        "finding_labels", "finding_label", "category", "disease", "target", "y",
    ),
    "patient": ("patient_id", "patient", "patientid", "subject_id", "subject", "subjectid", "person_id", "pid"),
    "split": ("split", "subset", "partition", "dataset_type", "set", "usage", "data_split", "phase"),
    "group": ("group_id", "group", "study_id", "study", "studyid", "study_instance_uid", "studyinstanceuid", "exam_id"),
    "origin": (
        "dataset_origin", "origin", "source", "collection", "hospital", "site", "institution", "data_source", "dataset",
    ),
    "view": ("view", "view_position", "viewposition", "projection"),
    "age_group": ("age_group",),
    "detail": ("sublabel", "detail"),
    "licence": ("licence", "license"),
    "id": ("id",),
}  # fmt: skip
_SPLITS = SPLIT_WORDS | {"tr": "train", "ts": "test", "eval": "test", "holdout": "test", "": ""}
_YES, _NO = frozenset({"1", "1.0", "true"}), frozenset({"0", "0.0", "false", "", "-1", "-1.0", "nan", "none"})
_UNKNOWN = frozenset({"", "nan", "none", "null", "n/a", "na"})
_NAMED, _LONGEST_NAME = 12, 24
"""Columns that a message names, and how many characters of each."""
Table = tuple[list[str], list[dict[str, str]]]


def find_manifest(folder: Path) -> Path | None:
    """The manifest that a folder brings with it."""
    return next((folder / f"manifest{s}" for s in SUFFIXES if (folder / f"manifest{s}").is_file()), None)


def list_manifest(file: Path) -> Listing:
    """Rows of a manifest; relative paths start at its folder. Raises ``DataError``."""
    names, records = _parquet(file) if file.suffix.lower() in (".parquet", ".pq") else _csv(file)
    columns = _known(names)
    if "file" not in columns:
        raise DataError(f"the manifest has no column for the images; name it path. Its columns are {_shown(names)}")
    if not records:
        raise DataError("the manifest has no rows")
    one_hot = [] if "labels" in columns else _one_hot(names, columns, records)
    if "labels" not in columns and not one_hot:
        raise DataError(f"the manifest has no column for the labels; name it label. Its columns are {_shown(names)}")
    splits = _splits(records, columns.get("split"))
    places = _Places(file.parent)
    rows: dict[str, Row] = {}
    problems: list[Problem] = []
    for record, split in zip(records, splits, strict=True):
        name = record[columns["file"]].strip()
        if not name:
            problems.append(Problem("", "a row without a path"))
            continue
        labels = _labels(record, columns.get("labels"), one_hot)
        row = _row(places.find(name), labels, split, record, columns)
        seen = rows.setdefault(row.file, row)
        if seen is not row and (seen.labels, seen.split) != (row.labels, row.split):
            problems.append(Problem(row.file, "listed twice with different labels or splits; the first row counts"))
    return Listing(file.parent, MANIFEST, tuple(rows.values()), tuple(problems))


def _shown(names: Sequence[str]) -> str:
    """Names of columns in one sentence, whatever a file has in its first line."""
    first = [clean(name, _LONGEST_NAME) for name in names[:_NAMED]]
    return ", ".join(first) + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")


def _csv(file: Path) -> Table:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise DataError(f"the manifest cannot be read: {error.strerror or 'the drive failed'}") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Paths on Unix are bytes; a column in another encoding must at least lead back to the same bytes.
        text = data.decode("utf-8-sig", "surrogateescape")
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restval="")
        records = [{str(k): v for k, v in record.items() if k is not None} for record in reader]
    except csv.Error as error:
        raise DataError(f"the manifest is no table that can be read: {error}") from error
    return [name for name in reader.fieldnames or [] if name is not None], records


def _parquet(file: Path) -> Table:
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        raise DataError("Parquet files need the package pyarrow; save the manifest as CSV instead") from error
    try:
        table = parquet.read_table(file)
    except (ArrowException, OSError, ValueError) as error:
        raise DataError("the Parquet file is damaged or cannot be read") from error
    names = [str(name) for name in table.column_names]
    return names, [{k: _text(v) for k, v in record.items()} for record in table.to_pylist()]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "|".join(_text(v) for v in value)
    return str(value)


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.strip().lower()).strip("_")


def _known(names: Sequence[str]) -> dict[str, str]:
    """Our name → the manifest's; of several candidates the first of our list."""
    plain = {_plain(name): name for name in reversed(names)}
    found = {field: [plain[c] for c in candidates if c in plain] for field, candidates in _COLUMNS.items()}
    columns = {field: candidates[0] for field, candidates in found.items() if candidates}
    if columns.get("id") == columns.get("file"):
        columns.pop("id", None)
    return columns


def _one_hot(names: Sequence[str], columns: Mapping[str, str], records: Sequence[Mapping[str, str]]) -> list[str]:
    """Columns of zeros and ones, one for each label."""
    free = [name for name in names if name not in columns.values()]
    return [
        name
        for name in free
        if all(_flag(record[name]) in _YES | _NO for record in records)
        and any(_flag(record[name]) in _YES for record in records)
    ]


def _flag(value: str) -> str:
    return value.strip().lower()


def _labels(record: Mapping[str, str], column: str | None, one_hot: Sequence[str]) -> tuple[str, ...]:
    if column is not None:
        parts = (part.strip() for part in re.split(r"[|;]", record[column]))
        return tuple(dict.fromkeys(part for part in parts if part.lower() not in _UNKNOWN))
    chosen = tuple(name for name in one_hot if _flag(record[name]) in _YES)
    return chosen or ((f"not {one_hot[0]}",) if len(one_hot) == 1 else ())


def _splits(records: Iterable[Mapping[str, str]], column: str | None) -> list[str]:
    words = [record[column].strip().lower() if column else "" for record in records]
    strange = sorted({word for word in words if word not in _SPLITS and word not in _UNKNOWN})
    if strange:
        raise DataError(
            f"the column {column} holds {strange[0]!r}; known splits are train, val and test, "
            "and empty cells where the program shall divide"
        )
    return [_SPLITS.get(word, "") for word in words]


def _row(file: str, labels: tuple[str, ...], split: str, record: Mapping[str, str], columns: Mapping[str, str]) -> Row:
    def value(name: str) -> str:
        text = record[columns[name]].strip() if name in columns else ""
        return "" if text.lower() in _UNKNOWN else text

    age_group = value("age_group").lower()
    return Row(
        file,
        labels,
        id=value("id"),
        split=split,
        origin=value("origin"),
        group=value("group"),
        patient=value("patient"),
        age_group=age_group if age_group in (CHILD, ADULT) else "",
        view=value("view"),
        detail=value("detail"),
        licence=value("licence"),
    )


class _Places:
    """Where a manifest's paths lead: as written, with either slash, or the only file of that name below its folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._by_name: dict[str, str | None] | None = None

    def find(self, name: str) -> str:
        """The path as written where nothing is found; reading it says so."""
        for candidate in dict.fromkeys((name, name.replace("\\", "/"))):
            if self._exists(candidate):
                return candidate
        return self._named(PurePosixPath(name.replace("\\", "/")).name) or name

    def _exists(self, name: str) -> bool:
        try:
            return os.path.lexists(self._root / name)
        except ValueError:
            return False

    def _named(self, base: str) -> str | None:
        if self._by_name is None:
            self._by_name = {}
            for found in walk(self._root):
                if isinstance(found, str):
                    only = PurePosixPath(found).name
                    self._by_name[only] = None if only in self._by_name else found
        return self._by_name.get(base)
