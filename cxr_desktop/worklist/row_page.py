"""Studies as a list takes them, many at once: their keys and facts in columns; runs no SQL and knows no Qt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import compress
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray


class RowPage(NamedTuple):
    """``numbers`` are ``study_facts.NUMBERS``, one of each study; ``words`` one list for each of ``WORDS``.

    ``blind``: what they say is what a blind reader may know.
    """

    keys: Sequence[str]
    numbers: NDArray[Any]
    words: Sequence[Sequence[str]]
    blind: bool = False


def without(page: RowPage, keys: Collection[str]) -> RowPage:
    """The page without these studies."""
    if not keys:
        return page
    stays = [key not in keys for key in page.keys]
    words = [list(compress(column, stays)) for column in page.words]
    return RowPage(list(compress(page.keys, stays)), page.numbers[np.array(stays, dtype=np.bool_)], words, page.blind)
