from __future__ import annotations

from cxr_desktop.domain.radiograph import Radiograph, Source, Study
from tests.worklist.samples import header


def test_images_of_one_study_share_a_key():
    assert header("/a", study_instance_uid="1.2").study_key == header("/b", study_instance_uid="1.2").study_key


def test_two_patients_who_share_a_study_uid_stay_apart():
    one, two = header("/a", study_instance_uid="1.2", patient_id="A"), header("/b", study_instance_uid="1.2")
    assert one.study_key != two.study_key


def test_a_file_without_a_study_is_a_study_of_its_own():
    one, two = (Radiograph(path, Source.PNG, 10, 10) for path in ("/a.png", "/b.png"))
    assert one.study_key != two.study_key


def test_the_first_image_names_the_study():
    assert Study("k", (header("/a"), header("/b"))).first.path == "/a"
