"""The demo folder is the same for the same seed, readable where it should be, and plainly synthetic."""

import hashlib
from pathlib import Path

import pytest

from cxr_desktop.domain.errors import NotAnImageError, UnreadableImageError
from cxr_desktop.domain.radiograph import Source
from cxr_desktop.imaging.header_reader import read_header
from cxr_desktop.imaging.reader import read_image
from cxr_desktop.phantom.demo_folder import plans, write_demo_folder
from cxr_desktop.phantom.lesions import Pattern

SIZE = 168


def digests(folder):
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "studies"
    calls = []
    studies = write_demo_folder(folder, seed=0, size=SIZE, on_progress=lambda done, total: calls.append((done, total)))
    return folder, studies, calls


def test_it_has_the_studies_that_the_issue_asks_for(demo):
    _, studies, _ = demo
    assert 16 <= len(studies) <= 20
    patterns = [study.pattern for study in studies]
    assert all(patterns.count(pattern) >= 2 for pattern in Pattern)
    storage = " ".join(study.storage for study in studies)
    for word in ("DX", "CR", "10 bit", "12 bit", "16 bit", "MONOCHROME1", "MONOCHROME2", "RLE", "JPEG 2000", "JPEG-LS"):
        assert word in storage, word
    for word in (
        "Explicit VR Little Endian",
        "Implicit VR",
        "JPEG Lossless",
        "PNG, 8 bit",
        "PNG, 16 bit",
        "plain text",
    ):
        assert word in storage, word
    views = [study.views for study in studies]
    assert ("PA", "LL") in views
    assert ("LL",) in views
    assert ("",) in views


def test_progress_is_told_file_by_file(demo):
    _, _, calls = demo
    assert calls == [(number, len(plans())) for number in range(1, len(plans()) + 1)]


def test_nothing_but_the_studies_lies_in_the_folder(demo):
    folder, studies, _ = demo
    assert sorted(digests(folder)) == sorted(str(f.relative_to(folder)) for study in studies for f in study.files)


def test_every_readable_file_is_read_and_names_itself_a_phantom(demo):
    _, studies, _ = demo
    for study in studies:
        if not study.readable:
            continue
        for path, view in zip(study.files, study.views, strict=True):
            image = read_image(str(path))
            header = image.radiograph
            assert min(header.rows, header.columns) > 100
            if header.source is Source.DICOM:
                assert header.patient_name == f"PHANTOM^{study.title}"
                assert "PHANTOM" in header.study_description
                assert header.view_position == (view or "PA")
                assert header.patient_age.endswith("Y")
                assert header.patient_sex in ("F", "M")
                assert header.flags == ()
                assert header.spacing_is_calibrated or header.pixel_spacing_mm is not None


def test_the_broken_files_fail_with_their_own_reasons(demo):
    _, studies, _ = demo
    by_title = {study.title: study for study in studies}
    with pytest.raises(UnreadableImageError):
        read_image(str(by_title["Truncated"].files[0]))
    with pytest.raises(NotAnImageError):
        read_image(str(by_title["Text file"].files[0]))


def test_two_views_are_one_study_of_one_person(demo):
    _, studies, _ = demo
    pair = next(study for study in studies if len(study.files) == 2)
    first, second = (read_header(str(path)) for path in pair.files)
    assert first.study_key == second.study_key
    assert first.sop_instance_uid != second.sop_instance_uid
    assert first.instance_number != second.instance_number


def test_every_other_study_is_someone_elses(demo):
    _, studies, _ = demo
    headers = [read_header(str(s.files[0])) for s in studies if s.readable]
    dicoms = [header for header in headers if header.source is Source.DICOM]
    assert len({header.patient_id for header in dicoms}) == len(dicoms)
    assert len({header.accession_number for header in dicoms}) == len(dicoms)
    assert len({header.study_instance_uid for header in dicoms}) == len(dicoms)
    assert len({header.study_time for header in dicoms}) == len(dicoms)


def test_one_file_has_no_suffix(demo):
    _, studies, _ = demo
    assert any(path.suffix == "" for study in studies for path in study.files)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_people(demo, tmp_path):
    folder, _, _ = demo
    write_demo_folder(tmp_path / "again", seed=0, size=SIZE)
    assert digests(tmp_path / "again") == digests(folder)
    other = write_demo_folder(tmp_path / "other", seed=1, size=120)
    first = read_header(str(other[0].files[0]))
    assert first.study_instance_uid != read_header(str(folder / other[0].files[0].name)).study_instance_uid


def test_a_folder_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OSError, match=r".+"):
        write_demo_folder(Path(tmp_path / "file" / "demo"), size=64)
