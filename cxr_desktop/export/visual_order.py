"""One line of text as glyphs stand on paper, from left to right; for writers that draw characters and know no script.

A part of the Unicode bidirectional algorithm (UAX #9) that names and short notes need: runs by strong direction,
numbers and neutral characters between them, mirrored brackets. Arabic letters take their joined forms from Unicode's
presentation forms. Explicit embeddings are not obeyed; ``wording.plain`` has removed them.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_RIGHT, _NUMBERS = {"R", "AL"}, {"EN", "AN"}
_FORMS = ("isolated", "final", "initial", "medial")
_PRESENTATION = (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFF))
_LAM = "\u0644"
_ALEFS = ("\u0622", "\u0623", "\u0625", "\u0627")
_TATWEEL = "\u0640"
_MIRRORED = dict(zip("()[]{}<>«»", ")(][}{><»«", strict=True))


@cache
def _joined_forms() -> dict[str, dict[str, str]]:
    """Letter (or lam with alef) → form → the character that looks so."""
    table: dict[str, dict[str, str]] = {}
    for code in _PRESENTATION:
        kind, *letters = unicodedata.decomposition(chr(code)).split(" ") or [""]
        form = kind.strip("<>")
        text = "".join(chr(int(letter, 16)) for letter in letters)
        if form in _FORMS and (len(text) == 1 or (text[0] == _LAM and text[1:] in _ALEFS)):
            table.setdefault(text, {}).setdefault(form, chr(code))
    return table


def is_right_to_left(text: str) -> bool:
    """By the first strong character (UAX #9, P2)."""
    kinds = (unicodedata.bidirectional(c) for c in text)
    return next((kind in _RIGHT for kind in kinds if kind in {"L", *_RIGHT}), False)


def visual(text: str, right_to_left: bool | None = None) -> str:
    """The line as it is drawn from left to right; ``right_to_left``: its paragraph is so."""
    if not any(unicodedata.bidirectional(c) in _RIGHT for c in text):
        return text
    clusters = _clusters(_shaped(text))
    base = int(is_right_to_left(text) if right_to_left is None else right_to_left)
    levels = _levels([unicodedata.bidirectional(cluster[0]) for cluster in clusters], base)
    for level in range(max(levels), 0, -1):
        clusters, levels = _reversed_from(clusters, levels, level)
    return "".join(
        _MIRRORED.get(cluster, cluster) if level % 2 else cluster
        for cluster, level in zip(clusters, levels, strict=True)
    )


def _clusters(text: str) -> list[str]:
    """Letters with the marks over and under them, which stay behind their letter."""
    found: list[str] = []
    for c in text:
        if found and unicodedata.combining(c):
            found[-1] += c
        else:
            found.append(c)
    return found


def _levels(kinds: list[str], base: int) -> list[int]:
    """Embedding levels: 0 left to right, 1 right to left, 2 a number or Latin words inside right to left."""
    strong: list[int | None] = []
    before = "R" if base else "L"
    for kind in kinds:
        if kind in _RIGHT or kind == "L":
            before = "L" if kind == "L" else "R"
            strong.append(1 if kind != "L" else 2 * base)
        elif kind in _NUMBERS:
            strong.append(2 if before == "R" else 2 * base)
        else:
            strong.append(None)
    return [level if level is not None else _neutral(strong, place, base) for place, level in enumerate(strong)]


def _neutral(strong: list[int | None], place: int, base: int) -> int:
    """What stands between two of the same direction takes it (N1), else that of the line (N2)."""
    left = next((level for level in reversed(strong[:place]) if level is not None), base)
    right = next((level for level in strong[place + 1 :] if level is not None), base)
    # A number after right-to-left text counts as right to left for what is beside it.
    if left == right:
        return left
    return 1 if base or (left > 0 and right > 0) else base


def _reversed_from(clusters: list[str], levels: list[int], level: int) -> tuple[list[str], list[int]]:
    """Reverse every run whose level is at least ``level`` (L2)."""
    start = 0
    clusters, levels = list(clusters), list(levels)
    while start < len(levels):
        end = start
        while end < len(levels) and levels[end] >= level:
            end += 1
        clusters[start:end] = clusters[start:end][::-1]
        levels[start:end] = levels[start:end][::-1]
        start = max(end, start + 1)
    return clusters, levels


def _shaped(text: str) -> str:
    """Arabic letters joined to their neighbours."""
    table = _joined_forms()
    letters = [c for c in text if not unicodedata.combining(c)]
    shaped: list[str] = []
    at = 0  # the place in ``letters``, which leaves marks out
    skip = False
    for place, c in enumerate(text):
        if unicodedata.combining(c):
            shaped.append(c)
            continue
        before, after = (letters[at - 1] if at else ""), (letters[at + 1] if at + 1 < len(letters) else "")
        at += 1
        if skip:
            skip = False
            continue
        pair = c + after
        if len(pair) == 2 and pair in table and text[place + 1] == after:
            shaped.append(table[pair].get("final" if _joins_on(before) else "isolated", pair))
            skip = True
        else:
            shaped.append(_form(c, _joins_on(before), after))
    return "".join(shaped)


def _form(c: str, joined_before: bool, after: str) -> str:
    forms = _joined_forms().get(c)
    if forms is None:
        return c
    joined_after = "initial" in forms and _takes(after)
    name = {(False, False): "isolated", (True, False): "final", (False, True): "initial", (True, True): "medial"}
    return forms.get(name[joined_before, joined_after], c)


def _joins_on(c: str) -> bool:
    """Whether a letter reaches out to the one after it."""
    return c == _TATWEEL or "initial" in _joined_forms().get(c, {})


def _takes(c: str) -> bool:
    """Whether a letter can be reached by the one before it."""
    return c == _TATWEEL or "final" in _joined_forms().get(c, {})
