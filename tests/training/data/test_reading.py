"""Training sees the pixels that serve, and of a header only what names nobody."""

import numpy as np
import pytest

from cxr_desktop.domain.errors import UnreadableImageError
from cxr_desktop.imaging.pixels import presentation
from cxr_desktop.imaging.preprocess import preprocess
from cxr_desktop.imaging.reader import read_image
from tests.builders import picture, write_dicom, write_png
from tests.training.conftest import CLASSES, small_recipe
from tests.training.sources import noise
from training.data.dataset import open_dataset
from training.data.reading import Pseudonyms, read_grey, read_picture, shrunk
from training.recipe_file import read_recipe


def closeness(path, spec, largest=0):
    served = preprocess(presentation(read_image(str(path))), spec).tensor
    trained = preprocess(read_picture(path, largest).codes, spec).tensor
    return np.abs(served - trained)


@pytest.mark.parametrize("equalise", [0.0, 0.5, 1.0])
def test_a_jpeg_file_gives_training_the_tensor_that_serves(pictures, equalise):
    spec = small_recipe(preprocess={"height": 48, "width": 48, "equalise": equalise}).preprocess
    for sample in open_dataset(pictures, small_recipe(), verify=False).samples[:12]:
        difference = closeness(pictures / sample.file, spec)
        assert difference.max() < 0.05
        assert difference.mean() < 1e-3


@pytest.mark.radiographs
@pytest.mark.parametrize("name", ["triage_resnet18", "gate"])
def test_a_real_radiograph_gives_training_the_tensor_that_serves(radiographs, name):
    recipe = read_recipe(name)
    triage = small_recipe(data={"classes": list(CLASSES)})
    for sample in open_dataset(radiographs, triage, verify=False).samples[::300]:
        difference = closeness(radiographs / sample.file, recipe.preprocess)
        assert difference.max() < 0.05
        assert difference.mean() < 1e-3


@pytest.mark.parametrize("options", [{}, {"photometric": "MONOCHROME1"}, {"window": (1800, 2400)}])
def test_a_large_dicom_file_made_smaller_stays_close_to_what_serves(tmp_path, options):
    path = write_dicom(tmp_path / "large.dcm", picture(1300, 1100), **options)
    spec = small_recipe(preprocess={"height": 224, "width": 224}).preprocess
    kept = read_picture(path, 512).codes
    assert kept.shape == (650, 550)
    # On the network's scale a grey level is 0.017.
    assert closeness(path, spec, 512).mean() < 0.002
    assert closeness(path, spec, 512).max() < 0.02


def test_an_eight_bit_dicom_file_is_seen_through_its_window(tmp_path):
    path = write_dicom(tmp_path / "w.dcm", picture(bits=8), bits_stored=8, window=(100, 60))
    shown = np.rint(presentation(read_image(str(path))) * 255)
    assert (read_grey(path) == shown).all()


def test_small_pictures_stay_as_they_are(tmp_path):
    pixels = noise(1, 28, 28)
    path = write_png(tmp_path / "small.png", pixels)
    assert (read_picture(path, 512).codes == pixels).all()
    with pytest.raises(UnreadableImageError, match="too few"):
        read_picture(write_png(tmp_path / "tiny.png", noise(1, 7, 9)))


def test_whole_blocks_are_averaged_and_the_shorter_side_stays_large_enough():
    assert shrunk(noise(1, 300, 100), 50).shape == (150, 50)
    assert shrunk(noise(1, 300, 149), 50).shape == (150, 75)
    assert shrunk(noise(1, 300, 99), 50).shape == (300, 99)
    assert shrunk(noise(1, 300, 100), 0).shape == (300, 100)
    pixels = noise(1, 60, 60)
    assert np.abs(shrunk(pixels, 30) - pixels.reshape(30, 2, 30, 2).mean(axis=(1, 3))).max() <= 0.5


def test_colours_are_those_of_the_file(tmp_path):
    colours = np.stack([noise(k) for k in range(3)], axis=2)
    path = write_png(tmp_path / "c.png", colours)
    assert (read_picture(path, colour=True).codes == colours).all()
    assert read_picture(path).codes.ndim == 2


@pytest.mark.parametrize(
    ("age", "group"),
    [("017Y", "child"), ("018Y", "adult"), ("006M", "child"), ("    ", ""), ("old ", ""), ("Y   ", "")],
)
def test_the_age_group_of_a_header(tmp_path, age, group):
    path = write_dicom(tmp_path / "a.dcm", PatientAge="099Y")
    path.write_bytes(path.read_bytes().replace(b"099Y", age.encode()))
    assert read_picture(path).age_group == group


def test_pseudonyms_are_stable_on_this_machine_and_differ_on_another(tmp_path):
    here, again, there = Pseudonyms(tmp_path / "a"), Pseudonyms(tmp_path / "a"), Pseudonyms(tmp_path / "b")
    assert here.patient("MRN 1") == again.patient(" mrn 1 ") != here.patient("MRN 2")
    assert here.patient("MRN 1") != there.patient("MRN 1")
    assert here.patient("Anonymous") == here.patient("") == here.group("") == ""
    assert here.group("0")
