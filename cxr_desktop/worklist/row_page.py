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

    def where(self, mask: NDArray[np.bool_]) -> RowPage:
        """Some of them."""
        stays = mask.tolist()
        words = [list(compress(column, stays)) for column in self.words]
        return RowPage(list(compress(self.keys, stays)), self.numbers[mask], words, self.blind)

    def without(self, keys: Collection[str]) -> RowPage:
        """All but these."""
        return self.where(np.array([key not in keys for key in self.keys], dtype=np.bool_)) if keys else self
