"""Random changes are repeatable, and no change at all is exactly what serves."""

from dataclasses import replace

import numpy as np
import pytest

from cxr_desktop.domain.model_card import PreprocessSpec
from cxr_desktop.imaging.preprocess import preprocess
from tests.training.conftest import picture, small_recipe
from training.data.augment import augmented_input
from training.recipe import AugmentSpec, Operation
from training.recipe_file import read_recipe

WHOLE_FILMS = PreprocessSpec(192, 192, equalise=1.0)
MUCH = AugmentSpec(
    crop_area=(0.5, 1.1),
    crop_aspect=1.25,
    whole_image_p=0.1,
    flip_p=0.5,
    rotation_degrees=12.0,
    resolution_p=0.3,
    sharpen_p=0.25,
    blur_p=0.15,
    noise_p=0.4,
    jpeg_p=0.15,
    field_p=0.4,
    gamma_p=0.2,
    marker_p=0.35,
    border_p=0.25,
    erase_p=0.25,
    style_p=0.3,
)


def test_the_same_seed_gives_the_same_picture_and_another_seed_another():
    grey = picture("covid19", 1, 200, 240)

    def draw(seed):
        return augmented_input(grey, WHOLE_FILMS, MUCH, 64, np.random.default_rng(seed), other=grey)

    assert draw(1).shape == (3, 64, 64)
    assert (draw(1) == draw(1)).all()
    assert (draw(1) != draw(2)).any()


@pytest.mark.parametrize("fit", ["crop", "letterbox", "stretch"])
@pytest.mark.parametrize("equalise", [0.0, 1.0])
def test_a_picture_without_changes_is_what_preprocessing_serves(fit, equalise):
    spec = replace(small_recipe().preprocess, height=64, width=64, fit=fit, equalise=equalise)
    grey = picture("normal", 5, 150, 190)
    plain = augmented_input(grey, spec, AugmentSpec(whole_image_p=1.0), 64, np.random.default_rng(0))
    # Between the two lies only the rounding of the shrunk picture to whole grey levels, of about 180 in use.
    # Equalisation spreads a crowded grey level over several, on a scale of 4 (the inverse of the deviation).
    difference = np.abs(plain - preprocess(grey, spec).tensor)
    assert difference.mean() < 0.03
    assert difference.max() < 0.15


GATE = read_recipe("gate")


@pytest.mark.parametrize(
    ("spec", "augment", "size", "upright", "numbers"),
    [
        (WHOLE_FILMS, MUCH, 160, True, (0.066, 1.261, 43.920)),
        (GATE.preprocess, GATE.augment, GATE.size, False, (-0.377, 1.111, -232.494)),
    ],
    ids=["whole films", "gate"],
)
def test_pictures_are_what_models_were_trained_on(spec, augment, size, upright, numbers):
    """Numbers of the pictures before operations, copies, colour and lungs came."""
    grey = picture("pneumonia", 9, 200, 240)
    rng = np.random.default_rng(9)
    shown = augmented_input(grey, spec, augment, size, rng, upright, other=grey.T)[0]
    assert (shown.mean(), shown.std(), shown[::7, ::5].sum()) == pytest.approx(numbers, abs=2e-2, rel=1e-3)


def test_nothing_asked_for_is_the_whole_picture_as_it_serves():
    spec = replace(small_recipe().preprocess, height=64, width=64)
    grey = picture("normal", 5, 150, 190)
    draw = [augmented_input(grey, spec, AugmentSpec(), 64, np.random.default_rng(seed)) for seed in (1, 2)]
    assert (draw[0] == draw[1]).all()
    assert np.abs(draw[0] - preprocess(grey, spec).tensor).mean() < 0.03


def test_operations_act_at_training_size_and_before_the_film():
    spec = small_recipe().preprocess
    grey = picture("normal", 5, 150, 190)
    crop = AugmentSpec(operations=(Operation("random_resized_crop", 1.0, {"scale": [0.2, 0.3]}),))
    draws = [augmented_input(grey, spec, crop, 32, np.random.default_rng(seed)) for seed in (1, 1, 2)]
    assert draws[0].shape == (1, 32, 32)
    assert (draws[0] == draws[1]).all()
    assert (draws[0] != draws[2]).any()


def test_every_change_at_once_keeps_the_numbers_finite():
    everything = {name: 1.0 for name in AugmentSpec.__dataclass_fields__ if name.endswith("_p")}
    spec = AugmentSpec(
        crop_area=(0.3, 1.6), crop_aspect=1.5, rotation_degrees=30, **everything | {"whole_image_p": 0.3}
    )
    for seed in range(20):
        grey = picture("normal", seed, 90, 70)
        rng = np.random.default_rng(seed)
        tensor = augmented_input(grey, small_recipe().preprocess, spec, 48, rng, upright=False, other=grey.T)
        assert tensor.shape == (1, 48, 48)
        assert np.isfinite(tensor).all()
        assert tensor.std() > 0.1


def test_a_flat_picture_becomes_a_flat_tensor():
    flat = np.full((60, 60), 128, dtype=np.uint8)
    tensor = augmented_input(flat, small_recipe().preprocess, AugmentSpec(), 32, np.random.default_rng(0), other=flat)
    assert np.ptp(tensor) == 0.0
