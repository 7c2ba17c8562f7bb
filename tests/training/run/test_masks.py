"""The cost and the Dice of segmenters against their formulas."""

import pytest
import torch
from torch.nn import functional

from training.recipe_file import RecipeError
from training.run.masks import MaskJudge, MaskLoss, dice

MASKS = torch.zeros(3, 1, 8, 8)
MASKS[0, :, :4] = 1.0
MASKS[1, :, :, :2] = 1.0
LOGITS = torch.randn((3, 1, 8, 8), generator=torch.Generator().manual_seed(5))
NONE = torch.zeros(3, 1)


def test_the_cost_is_cross_entropy_and_what_soft_dice_lacks_of_one():
    loss = MaskLoss()
    p = LOGITS.sigmoid()
    overlap = (2 * (p * MASKS).sum((1, 2, 3)) + 1) / ((p + MASKS).sum((1, 2, 3)) + 1)
    crossed = functional.binary_cross_entropy_with_logits(LOGITS, MASKS)
    mean = loss(LOGITS, MASKS, NONE) / loss.weight(MASKS)
    assert float(mean) == pytest.approx(float(crossed + 1 - overlap.mean()), rel=1e-5)


def test_a_batch_in_parts_costs_what_the_whole_costs():
    loss = MaskLoss()
    parts = sum(float(loss(LOGITS[k : k + 1], MASKS[k : k + 1], NONE[k : k + 1])) for k in range(3))
    assert parts == pytest.approx(float(loss(LOGITS, MASKS, NONE)), rel=1e-5)


def test_dice_is_one_for_the_mask_itself_also_where_it_is_empty():
    assert dice(40 * MASKS - 20, MASKS).tolist() == pytest.approx([1.0, 1.0, 1.0])
    assert MaskLoss().right(40 * MASKS - 20, MASKS) == pytest.approx(3.0)


def test_dice_counts_what_both_have_twice():
    found = torch.full((1, 1, 8, 8), -1.0)
    found[0, :, :2] = 1.0
    assert float(dice(found, MASKS[:1])[0]) == pytest.approx((2 * 16 + 1) / (16 + 32 + 1))


def test_validation_knows_the_mean_the_middle_and_the_worst():
    judge = MaskJudge(list(MASKS))
    assert (judge.images, judge.shape) == (3, (1, 8, 8))
    numbers = judge.numbers(40 * MASKS - 20)
    assert numbers["dice"] == numbers["worst_dice"] == pytest.approx(1.0)
    assert numbers["loss"] == pytest.approx(0.0, abs=1e-3)
    worse = judge.numbers(torch.cat([40 * MASKS[:2] - 20, torch.ones(1, 1, 8, 8)]))
    assert worse["worst_dice"] < worse["low_dice"] < worse["dice"] < worse["median_dice"]


def test_a_number_that_masks_cannot_give_is_refused():
    MaskJudge(list(MASKS)).check("val_dice")
    with pytest.raises(RecipeError, match="val_dice"):
        MaskJudge(list(MASKS)).check("val_macro_auc")
