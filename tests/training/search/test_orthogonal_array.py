"""The L9 array is balanced and takes what it can."""

import pytest

from training.recipe_file import RecipeError
from training.search.orthogonal_array import L9, is_balanced, rows


def test_every_pair_of_columns_meets_in_all_nine_combinations_once():
    assert len(L9) == 9
    assert is_balanced(L9)


def test_an_array_with_one_level_changed_is_not_balanced():
    assert not is_balanced([(0, 0, 0, 1), *L9[1:]])


def test_two_or_three_keys_leave_columns_out_and_stay_balanced():
    combinations = rows({"a": "xyz", "b": [1, 2, 3]})
    assert is_balanced([tuple(row.values()) for row in combinations])
    assert combinations[3] == {"a": "y", "b": 1}


@pytest.mark.parametrize(
    ("factors", "complaint"),
    [
        ({"a": [1, 2], "b": [1, 2, 3]}, "three values of each key; a has 2"),
        ({"a": [1, 2, 3]}, "two to four keys, not 1"),
        (dict.fromkeys("abcde", (1, 2, 3)), "two to four keys, not 5"),
    ],
)
def test_what_does_not_fit_is_refused(factors, complaint):
    with pytest.raises(RecipeError, match=complaint):
        rows(factors)
