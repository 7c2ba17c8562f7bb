"""A prior is an earlier study of the same PatientID, and of nobody else."""

from __future__ import annotations

import pytest

from cxr_desktop.domain.priors import find_priors, is_doubtful
from cxr_desktop.domain.radiograph import FileIdentity, Radiograph, Source
from cxr_desktop.domain.worklist import ImageEntry, WorklistEntry


def study(key: str, date: str = "20200401", time: str = "", patient: str = "P1", **header: str) -> WorklistEntry:
    path = f"/{key}.dcm"
    about = Radiograph(path, Source.DICOM, 10, 10, patient_id=patient, study_date=date, study_time=time, **header)
    return WorklistEntry(key, (ImageEntry(FileIdentity(path, 1, 1, 1), about),))


NOW = study("now")


def keys(entry: WorklistEntry, *others: WorklistEntry) -> list[str]:
    return [prior.key for prior in find_priors(entry, (entry, *others))]


def test_earlier_studies_of_the_patient_are_found_the_latest_first() -> None:
    others = study("old", "20180101"), study("later", "20210101"), study("recent", "20200331"), NOW
    assert keys(NOW, *others) == ["recent", "old"]


def test_another_patient_is_no_prior_and_spaces_round_an_id_mean_nothing() -> None:
    assert keys(NOW, study("a", "20190101", patient="P2"), study("b", "20190101", patient=" P1 ")) == ["b"]


@pytest.mark.parametrize("patient", ["", "  "])
def test_without_a_patient_id_nothing_is_a_prior(patient: str) -> None:
    assert keys(study("now", patient=patient), study("old", "20180101", patient=patient)) == []


def test_without_a_date_on_either_side_nothing_is_a_prior() -> None:
    assert keys(study("now", ""), study("old", "20180101")) == []
    assert keys(NOW, study("old", "")) == []


def test_the_same_day_counts_only_where_both_times_are_known() -> None:
    now = study("now", time="120000")
    assert keys(now, study("a", time="0800"), study("b", time="130000.5"), study("c")) == ["a"]


def test_a_file_without_header_is_no_prior_and_has_none() -> None:
    bare = WorklistEntry("bare", (ImageEntry(FileIdentity("/bare", 1, 1, 1)),))
    assert keys(bare, NOW) == []
    assert keys(NOW, bare) == []


@pytest.mark.parametrize(
    ("now", "then", "doubtful"),
    [
        ({"patient_name": "DOE^JANE"}, {"patient_name": "Doe^Jane^A"}, False),
        ({"patient_name": "DOE^JANE"}, {"patient_name": ""}, False),
        ({"patient_name": "DOE^JANE"}, {"patient_name": "ROE^JANE"}, True),
        ({"patient_birth_date": "19500101"}, {"patient_birth_date": "19500102"}, True),
        ({"patient_birth_date": "19500101"}, {"patient_birth_date": ""}, False),
    ],
)
def test_one_id_with_two_names_or_birth_dates_is_doubtful(
    now: dict[str, str], then: dict[str, str], doubtful: bool
) -> None:
    assert is_doubtful(study("a", **now), study("b", "20180101", **then)) is doubtful
