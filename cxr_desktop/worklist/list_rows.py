"""What a list needs of every study, kept beside the tables that it follows from; knows no Qt.

Triggers take a study's row away with every change of what it is made of, whoever makes it; it is worked out anew before
the transaction ends, or when the study is loaded. So a row that is there is never out of date.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cxr_desktop.domain.blindness import for_blind_reader
from cxr_desktop.domain.conflict import Person, person_of
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.worklist.loading import ModelKey, chunks, entries_of_numbers
from cxr_desktop.worklist.row_page import RowPage
from cxr_desktop.worklist.stored_rows import key_bytes, key_text
from cxr_desktop.worklist.study_facts import FACTS_VERSION, NUMBERS, SEPARATOR, WORDS, Word, facts_of

_MOST_FILES = 50
"""A study of more is worked out when it is loaded, not after each of its thousand slices."""
Counts = NDArray[np.int64]
_MOSTLY_DIFFERENT = frozenset((Word.TEXT, Word.NAME, Word.PATIENT_ID, Word.ACCESSION, Word.FILE, Word.MORE_FILES))


class Rows(NamedTuple):
    """Rows in columns: numbers of studies, rising; ``files`` and ``waiting`` are numbers of images, all that are not
    missing and those to be scored."""

    studies: Counts
    files: Counts
    waiting: Counts
    page: RowPage

    def where(self, mask: NDArray[np.bool_]) -> Rows:
        """Some of them."""
        if mask.all():
            return self
        return Rows(self.studies[mask], self.files[mask], self.waiting[mask], self.page.where(mask))


def model_name(model: ModelKey) -> str:
    """By whose results and by which rules rows are worked out."""
    return f"{model.digest[:32]}|{model.preprocess_version}|{FACTS_VERSION}"


def refresh_stale(db: sqlite3.Connection, model: ModelKey | None) -> None:
    """Work out what this transaction has made stale; without a model it waits until it is loaded."""
    if db.execute("SELECT 1 FROM stale_rows LIMIT 1").fetchone() is None:
        return
    if model is not None:
        few = db.execute(
            "SELECT t.study FROM stale_rows t JOIN files f ON f.study = t.study GROUP BY t.study HAVING count(*) <= ?",
            (_MOST_FILES,),
        ).fetchall()
        refresh(db, [row[0] for row in few], model)
    db.execute("DELETE FROM stale_rows")


def refresh(db: sqlite3.Connection, studies: Sequence[int], model: ModelKey) -> None:
    """Work the rows of these studies out; inside the caller's transaction."""
    for chunk in chunks(list(studies)):
        _put(db, entries_of_numbers(db, chunk, model), model)


def put_fresh(db: sqlite3.Connection, studies: Mapping[int, WorklistEntry], model: ModelKey) -> None:
    """Work out the rows of studies that came in this transaction, and need not be read for it."""
    few = {number: entry for number, entry in studies.items() if len(entry.images) <= _MOST_FILES}
    _put(db, few, model)
    for chunk in chunks(list(few)):
        db.execute(f"DELETE FROM stale_rows WHERE study IN ({','.join(map(str, chunk))})")


def _put(db: sqlite3.Connection, studies: Mapping[int, WorklistEntry], model: ModelKey) -> None:
    name = model_name(model)
    db.executemany(
        "INSERT OR REPLACE INTO list_rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(number, name, *_values(entry)) for number, entry in studies.items()],
    )


def _values(entry: WorklistEntry) -> tuple[object, ...]:
    """FILES to PERSON."""
    facts = facts_of(entry)
    # Of a study without scores there is nothing to hide, and working the facts out is most of the work.
    blind = facts if all(image.prediction is None for image in entry.images) else facts_of(for_blind_reader(entry))
    waiting = sum(image.radiograph is not None and image.prediction is None for image in entry.images)
    header = entry.radiograph
    person = person_of(header) if header is not None else Person("", "")
    hidden = (None, None) if blind == facts else (blind.numbers, _joined(blind.words))
    return (
        len(entry.images),
        waiting,
        facts.numbers,
        _joined(facts.words),
        *hidden,
        key_bytes(header.patient_id) if header is not None else b"",
        _joined(person),
    )


def _joined(words: Sequence[str]) -> bytes:
    return key_bytes(SEPARATOR.join(words))


def numbers_between(db: sqlite3.Connection, first: int, last: int, model: ModelKey) -> Counts:
    """The numbers of the studies whose rows are worked out."""
    rows = db.execute(
        "SELECT CAST(group_concat(study, ' ') AS BLOB) FROM list_rows WHERE study BETWEEN ? AND ? AND model = ?",
        (first, last, model_name(model)),
    )
    return np.fromstring(rows.fetchone()[0] or b"", dtype=np.int64, sep=" ")


def rows_between(
    db: sqlite3.Connection, first: int, last: int, model: ModelKey, blind: bool, seen: dict[str, str]
) -> Rows:
    """The rows of the studies of these numbers, where they are worked out. ``seen`` holds texts that many rows share,
    for all pages of a list together.

    SQLite puts the columns together: 10,000 rows are one answer, for which the interpreter is left to others.
    """
    values = (
        "coalesce(r.blind_numbers, r.numbers) AS numbers, coalesce(r.blind_words, r.words) AS words"
        if blind
        else "r.numbers AS numbers, r.words AS words"
    )
    found = db.execute(
        "SELECT CAST(group_concat(study, ' ') AS BLOB), CAST(group_concat(files, ' ') AS BLOB), "
        "CAST(group_concat(waiting, ' ') AS BLOB), CAST(group_concat(key, x'00') AS BLOB), "
        "CAST(group_concat(numbers, '') AS BLOB), CAST(group_concat(words, x'1f') AS BLOB) FROM ("
        f"SELECT r.study, s.key, r.files, r.waiting, {values} FROM list_rows r JOIN studies s ON s.id = r.study "
        "WHERE r.study BETWEEN ? AND ? AND r.model = ? ORDER BY r.study)",
        (first, last, model_name(model)),
    ).fetchone()
    if found[0] is None:
        none = np.empty(0, dtype=np.int64)
        return Rows(none, none, none, RowPage([], np.empty(0, dtype=NUMBERS), [[] for _ in WORDS], blind))
    *counts, names, numbers, words = found
    studies, files, waiting = (np.fromstring(text, dtype=np.int64, sep=" ") for text in counts)
    columns = _columns(key_text(words).split(SEPARATOR), seen)
    keys = key_text(names).split("\0")
    if len(keys) != len(studies):  # some patient's ID has the sign that stands between keys
        keys = [_key_of(db, study) for study in studies.tolist()]
    page = RowPage(keys, np.frombuffer(numbers, dtype=NUMBERS), columns, blind)
    return Rows(studies, files, waiting, page)


def _key_of(db: sqlite3.Connection, study: int) -> str:
    return key_text(db.execute("SELECT key FROM studies WHERE id = ?", (study,)).fetchone()[0])


def _columns(texts: list[str], seen: dict[str, str]) -> list[list[str]]:
    columns = []
    for place, word in enumerate(WORDS):
        column = texts[place :: len(WORDS)]
        if word not in _MOSTLY_DIFFERENT:
            alike = column.count(column[0]) == len(column)
            column = column[:1] * len(column) if alike else list(map(seen.setdefault, column, column))
        columns.append(column)
    return columns


def contradictions(db: sqlite3.Connection, model: ModelKey) -> list[tuple[str, str, Person]]:
    """(study, patient ID, person) of all studies whose patient ID belongs to more than one person."""
    rows = db.execute(
        "SELECT s.key, r.patient, r.person FROM list_rows r JOIN studies s ON s.id = r.study "
        "WHERE r.model = :model AND r.patient IN (SELECT patient FROM list_rows WHERE model = :model "
        "AND patient != x'' GROUP BY patient HAVING min(person) != max(person))",
        {"model": model_name(model)},
    )
    return [_person(*row) for row in rows]


def people_of(db: sqlite3.Connection, patient_id: str, model: ModelKey) -> list[tuple[str, str, Person]]:
    """The same of the studies of one patient ID."""
    rows = db.execute(
        "SELECT s.key, r.patient, r.person FROM list_rows r JOIN studies s ON s.id = r.study "
        "WHERE r.model = ? AND r.patient = ?",
        (model_name(model), key_bytes(patient_id)),
    )
    return [_person(*row) for row in rows]


def _person(key: bytes, patient: bytes, person: bytes) -> tuple[str, str, Person]:
    family_name, birth_date = key_text(person).split(SEPARATOR)
    return key_text(key), key_text(patient), Person(family_name, birth_date)
