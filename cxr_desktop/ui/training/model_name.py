"""Names of models: which are possible, which are taken; looks into the folders of models, changes nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from cxr_desktop import paths

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])")
"""Windows gives these names to devices, whatever the folder."""
CARD = "card.json"


def _tr(text: str) -> str:
    return QCoreApplication.translate("model_name", text)


@dataclass(frozen=True, slots=True)
class TakenNames:
    """Names that the program ships, and names of models of the reader's own."""

    bundled: frozenset[str]
    own: frozenset[str]


def taken_names() -> TakenNames:
    """As the folders are now."""
    bundled, own = paths.checkpoint_dirs()
    return TakenNames(_names(bundled), _names(own))


def _names(folder: Path) -> frozenset[str]:
    try:
        return frozenset(place.name.lower() for place in folder.iterdir() if (place / CARD).is_file())
    except OSError:
        return frozenset()


def as_name(words: str) -> str:
    """The nearest possible name; "" where nothing is left."""
    return re.sub(r"[^a-z0-9_-]+", "-", words.lower()).strip("-_")[:40]


def free_name(wanted: str, taken: TakenNames) -> str:
    """The name itself, or with the first number that makes it free."""
    base, number = as_name(wanted) or "model", 2
    name = base
    while name in taken.bundled or name in taken.own:
        tail = f"-{number}"
        name, number = f"{base[: 40 - len(tail)]}{tail}", number + 1
    return name


def problem(name: str, taken: TakenNames, replace: bool = False) -> str:
    """Why a model cannot be called so, in one sentence; "" where it can."""
    if not name:
        return _tr("The model needs a name.")
    if not _NAME.fullmatch(name):
        return _tr("Small letters, digits, - and _ only, at most 40, and a letter or digit first.")
    if _RESERVED.fullmatch(name):
        return _tr("Windows keeps this name for itself.")
    if name in taken.bundled:
        return _tr("A model that comes with the program has this name.")
    if name in taken.own and not replace:
        return _tr("A model of yours has this name. Choose another, or replace it.")
    return ""
