"""Every named change does what its name says, with the chance of the caller's rng alone."""

import numpy as np
import pytest

from training.operations import NAMES, apply, check, resized
from training.recipe import Operation
from training.recipe_file import RecipeError, names, read_recipe

MILD = {
    "rotation": {"degrees": [5, 20]},
    "affine": {"degrees": [-10, 10], "translate": 0.1, "scale": [0.9, 1.1], "shear": [-5, 5]},
    "gaussian_blur": {"kernel": 5, "sigma": [0.5, 2.0]},
    "colour_jitter": {"brightness": 0.3, "contrast": 0.3},
}


def picture(rows=48, columns=56):
    y, x = np.mgrid[0:rows, 0:columns]
    return ((np.sin(x / 5.0) * np.cos(y / 7.0) * 0.4 + 0.5 + x / (6 * columns)) * 230).astype(np.uint8)


def change(name, grey=None, seed=1, size=48, **values):
    grey = picture() if grey is None else grey
    return apply([Operation(name, 1.0, values)], grey, np.random.default_rng(seed), size)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_rng_gives_the_same_picture_in_grey_and_in_colour(name):
    values = MILD.get(name, {})
    grey = picture()
    before = grey.copy()
    changed = change(name, grey, **values)
    assert changed.dtype == np.uint8
    assert (changed == change(name, grey, **values)).all()
    assert (grey == before).all()
    colour = np.stack([grey] * 3, axis=2)
    assert np.abs(change(name, colour, **values)[:, :, 1].astype(int) - changed).max() <= 1
    if name not in ("flip", "mirror", "gaussian_blur"):
        assert any(
            (other := change(name, grey, seed, **values)).shape != changed.shape or (other != changed).any()
            for seed in range(2, 8)
        )


def test_a_flip_mirrors_left_and_right():
    assert (change("flip") == picture()[:, ::-1]).all()
    assert (change("mirror") == change("flip")).all()


def test_a_quarter_turn_is_one_of_three():
    turns = {change("quarter_turn", seed=seed).tobytes() for seed in range(20)}
    assert turns == {np.rot90(picture(), k).tobytes() for k in (1, 2, 3)}


def test_a_rotation_turns_counter_clockwise_about_the_middle():
    grey = np.zeros((41, 41), dtype=np.uint8)
    grey[18:23, 33:38] = 255  # to the right of the middle
    for name in ("rotation", "affine"):
        y, x = np.argwhere(change(name, grey, degrees=[90, 90]) > 128).mean(axis=0)
        assert (round(y), round(x)) == (5, 20)
    assert (change("rotation", grey, degrees=[0, 0]) == grey).all()


def test_a_blur_keeps_the_mean_and_lowers_the_contrast():
    noise = np.random.default_rng(0).integers(0, 256, (64, 64), dtype=np.uint8)
    blurred = change("gaussian_blur", noise, kernel=3, sigma=3.0)
    assert blurred.mean() == pytest.approx(noise.mean(), abs=1.0)
    assert blurred.std() < 0.5 * noise.std()


def test_a_shift_moves_by_at_most_its_share():
    grey = np.zeros((50, 50), dtype=np.uint8)
    grey[24:27, 24:27] = 255
    places = [np.argwhere(change("affine", grey, seed, translate=0.2) > 60).mean(axis=0) - 25 for seed in range(30)]
    assert 5 < np.abs(places).max() <= 10.5


def test_a_random_crop_has_the_size_of_training():
    for seed in range(10):
        assert change("random_resized_crop", seed=seed, size=32).shape == (32, 32)
        assert change("random_resized_crop", picture(20, 300), seed, 32, scale=[0.9, 1.0]).shape == (32, 32)


def test_a_crop_keeps_shape_and_shows_its_share():
    grey = np.tile(np.arange(100, dtype=np.uint8), (100, 1))
    cropped = change("crop", grey, share=0.25)
    assert cropped.shape == (100, 100)
    assert np.ptp(cropped.astype(int)) == pytest.approx(49, abs=2)


def test_perspective_and_elastic_keep_the_middle_and_the_shape():
    grey = picture(64, 64)
    for name, values in (("perspective", {"distortion": 0.2}), ("elastic", {"alpha": 30.0, "sigma": 5.0})):
        changed = change(name, grey, **values)
        assert changed.shape == grey.shape
        assert (changed != grey).any()
        assert np.corrcoef(changed[16:48, 16:48].ravel(), grey[16:48, 16:48].ravel())[0, 1] > 0.6


def test_operations_follow_each_other_with_their_probabilities():
    never, always = Operation("flip", 0.0), Operation("flip", 1.0)
    rng = np.random.default_rng(0)
    assert (apply([always, never, always], picture(), rng, 48) == picture()).all()
    half = [apply([Operation("flip", 0.5)], picture(), rng, 48) for _ in range(200)]
    assert 70 < sum((p != picture()).any() for p in half) < 130


def test_a_read_only_picture_is_left_alone():
    grey = picture()
    grey.flags.writeable = False
    assert change("flip", grey).flags.writeable


@pytest.mark.parametrize(
    ("operation", "words"),
    [
        (Operation("swirl"), "unknown operation 'swirl'; known are rotation"),
        (Operation("flip", 1.5), "p is a probability"),
        (Operation("flip", 1.0, {"degrees": [1, 2]}), "flip has no value 'degrees'; known are none"),
        (Operation("rotation", 1.0, {"degrees": 15}), "degrees needs two numbers"),
        (Operation("rotation", 1.0, {"degrees": [20, 10]}), "degrees is out of range"),
        (Operation("rotation", 1.0, {"degrees": [0, 999]}), r"out of range.*from -180 to 180"),
        (Operation("gaussian_blur", 1.0, {"kernel": 4}), "kernel is an odd number"),
        (Operation("gaussian_blur", 1.0, {"kernel": "big"}), "kernel needs a number"),
        (Operation("gaussian_blur", 1.0, {"sigma": float("nan")}), "sigma needs a number"),
        (Operation("crop", 1.0, {"share": True}), "share needs a number"),
        (Operation("affine", 1.0, {"scale": [0, 1]}), "scale is out of range"),
    ],
)
def test_what_no_operation_knows_is_refused_by_name(operation, words):
    with pytest.raises(RecipeError, match=words):
        check([operation])


def test_bundled_recipes_name_known_operations():
    for name in names():
        recipe = read_recipe(name)
        check(recipe.augment.operations)
        for variant in recipe.multiply.variants:
            check(variant)


@pytest.mark.parametrize(("fit", "shape"), [("crop", (32, 37)), ("letterbox", (27, 32)), ("stretch", (32, 32))])
def test_training_size_by_fit(fit, shape):
    assert resized(picture(), 32, fit).shape == shape
    assert resized(np.stack([picture()] * 3, axis=2), 32, fit).shape == (*shape, 3)


def test_a_picture_of_training_size_is_not_touched():
    grey = picture(32, 32)
    assert resized(grey, 32, "stretch") is grey
