"""The interval that the reports print, to compare with; the program's own numbers carry Wilson or DeLong intervals."""

from __future__ import annotations

from math import sqrt

Z_95 = 1.959963984540054


def normal_interval(share: float, n: int) -> tuple[float, float]:
    """95 % interval of a share of n by the normal approximation (Wald), as Minaee et al. 2020 use it.

    It may leave 0…1 and has no width at 0 and 1, which is why Wilson's stands beside it. Raises ``ValueError``.
    """
    if n < 1 or not 0.0 <= share <= 1.0:
        raise ValueError("an interval needs a share in 0 to 1 of at least one case")
    half = Z_95 * sqrt(share * (1.0 - share) / n)
    return share - half, share + half
