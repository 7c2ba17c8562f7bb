"""How large a folder is and which parts of it are the largest; knows no edition and builds nothing.

python packaging/sizes.py FOLDER [BUDGET_MB]
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

LARGEST = 20
_MB = 1_000_000


def by_part(folder: Path) -> Counter[str]:
    """Bytes of each part: a package with its own libraries (``numpy`` and ``numpy.libs``), or a file beside them.

    Links count as nothing: what they point to is counted where it lies.
    """
    inner = folder / "_internal"
    found: Counter[str] = Counter()
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            place = file.relative_to(inner if inner in file.parents else folder)
            found[_part(place)] += file.stat().st_size
    return found


def _part(place: Path) -> str:
    top = place.parts[0]
    if len(place.parts) == 1:
        return "libraries of the system" if ".so" in top or top.endswith((".dll", ".dylib")) else top
    if top.endswith(".dist-info"):
        return "metadata and licences"
    if top == "nvidia" and len(place.parts) > 2:
        return f"nvidia/{place.parts[1]}"
    return top.removesuffix(".libs").removesuffix(".data")


def report(folder: Path, budget_mb: int | None = None) -> int:
    """Print the largest parts and the sum. Returns 1 where the sum is over the budget, else 0."""
    parts = by_part(folder)
    total = sum(parts.values())
    if not total:
        print(f"There is nothing in {folder}.")
        return 1
    for part, size in parts.most_common(LARGEST):
        print(f"{size / _MB:8.1f} MB  {part}")
    rest = total - sum(size for _, size in parts.most_common(LARGEST))
    print(f"{rest / _MB:8.1f} MB  {max(0, len(parts) - LARGEST)} smaller parts")
    limit = f" of at most {budget_mb} MB" if budget_mb is not None else ""
    print(f"{total / _MB:8.1f} MB  in all{limit}")
    if budget_mb is not None and total > budget_mb * _MB:
        print(f"This is {(total / _MB) - budget_mb:.1f} MB too much.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(report(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None))
