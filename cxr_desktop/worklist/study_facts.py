"""What sorting, filtering and counting ask of a study again and again, worked out once per change; knows no Qt."""

from __future__ import annotations

import os
import unicodedata
from datetime import date, datetime
from functools import lru_cache

from cxr_desktop.domain.prediction import Prediction, RiskBand, Status
from cxr_desktop.domain.radiograph import Radiograph
from cxr_desktop.domain.worklist import WorklistEntry

_SEARCHED_FILES = 50
"""A study may hold thousands of slices; their names are alike."""
_YEARS = {"Y": 1.0, "M": 1 / 12, "W": 7 / 365.25, "D": 1 / 365.25}


class StudyFacts:
    """An entry and what follows from it. ``scored`` is the leading image's result where it is a score."""

    __slots__ = ("band", "entry", "key", "prediction", "radiograph", "read_state", "risk", "scored", "state", "text")

    def __init__(self, entry: WorklistEntry) -> None:
        self.key = entry.key
        self.put(entry)

    def put(self, entry: WorklistEntry) -> None:
        """Take a newer value of the same study."""
        self.entry = entry
        leading = entry.leading
        prediction = leading.prediction
        self.prediction: Prediction | None = prediction
        self.scored = prediction if prediction is not None and prediction.status is Status.SCORED else None
        self.radiograph: Radiograph | None = leading.radiograph or entry.radiograph
        self.state = leading.state
        self.read_state = entry.read_state
        self.risk = self.scored.risk if self.scored is not None else None
        self.band: RiskBand | None = self.scored.risk_band if self.scored is not None else None
        self.text = search_text(entry)


def search_text(entry: WorklistEntry) -> str:
    """Everything that free text looks at, folded: name, ID, dates, accession number, descriptions, view, file names."""
    parts = [os.path.basename(image.path) for image in entry.images[:_SEARCHED_FILES]]
    header = entry.radiograph
    if header is not None:
        parts += (
            header.patient_name, header.patient_id, header.patient_sex, written_dates(header.study_date),
            header.accession_number, header.study_description, header.series_description, header.modality,
            header.view_position, header.body_part_examined, header.source.value,
        )  # fmt: skip
    if entry.reason:
        parts.append(entry.reason)
    if entry.impression is not None:
        parts.append(entry.impression.note)
    return fold(" ".join(parts))


def fold(text: str) -> str:
    """Case, accents and the carets of DICOM names do not count: ``Muller`` finds ``MÜLLER^Jürgen``."""
    text = text.replace("^", " ")
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(text.casefold().split())


def written_dates(day: str) -> str:
    """As the Standard writes it and as people do."""
    return f"{day} {day[:4]}-{day[4:6]}-{day[6:]}" if len(day) == 8 else day


def age_years(header: Radiograph | None) -> float | None:
    """DICOM's age, else from birth to study; ``None`` where unknown."""
    if header is None:
        return None
    return _age(header.patient_age) if header.patient_age else _between(header.patient_birth_date, header.study_date)


@lru_cache(maxsize=1024)
def _age(text: str) -> float | None:
    """DICOM's AS, of which there are few: 100,000 rows that are sorted by age ask for the same ones."""
    text = text.strip().upper()
    if len(text) >= 2 and text[:-1].isdigit() and text[-1] in _YEARS:
        return int(text[:-1]) * _YEARS[text[-1]]
    return None


def _between(birth: str, study: str) -> float | None:
    born, taken = _day(birth), _day(study)
    if born is None or taken is None or taken < born:
        return None
    return float(taken.year - born.year - ((taken.month, taken.day) < (born.month, born.day)))


@lru_cache(maxsize=65536)
def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%Y%m%d").date() if text else None
    except ValueError:
        return None


def gate_words(prediction: Prediction | None) -> str:
    """What the gate took the image for and why it stopped it, folded; "" where it was not asked."""
    gate = prediction.gate if prediction is not None else None
    if gate is None:
        return fold(prediction.reason) if prediction is not None else ""
    usable = "usable" if gate.usable else "stopped"
    return fold(f"{gate.gate_class.value.replace('_', ' ')} {usable} {gate.reason}")
