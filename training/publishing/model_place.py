"""Where a new model goes and what it may be called; a model that is there is replaced only where that was said."""

from __future__ import annotations

import re
from pathlib import Path

from cxr_desktop.domain.errors import CheckpointError, CxrError
from cxr_desktop.engine.checkpoint import CARD_FILE, read_card
from cxr_desktop.paths import resources_dir, user_models_dir

_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def place_for(name: str, to: Path | None, replace: bool) -> tuple[str, Path]:
    """(name, folder) of a new model; the user's model folder where ``to`` is ``None``. Raises ``CxrError``."""
    if not _SAFE_NAME.fullmatch(name):
        raise CxrError("a model's name has up to 64 letters, digits, dots, dashes and underscores")
    folder = to if to is not None else user_models_dir() / name
    bundled = resources_dir() / "checkpoints"
    if (bundled / name / CARD_FILE).is_file() and folder.resolve().parent != bundled.resolve():
        raise CxrError(f"{name} is the name of a model that comes with the program; choose another")
    if folder.exists() and not (folder / CARD_FILE).is_file():
        raise CxrError(f"the folder {folder.name} exists and holds no model; choose another name")
    if folder.exists() and not replace:
        raise CxrError(f"there is already a model called {name}; choose another name, or add --replace")
    other = _folder_of(name)
    if other is not None and other.resolve() != folder.resolve():
        raise CxrError(f"another folder of installed models holds a model called {name}; choose another name")
    return name, folder


def _folder_of(name: str) -> Path | None:
    """The folder among the user's models whose card has this name."""
    for card in sorted(user_models_dir().glob(f"*/{CARD_FILE}")):
        try:
            if read_card(card.parent).name == name:
                return card.parent
        except CheckpointError:
            continue  # a damaged model is listed nowhere, so its name is free
    return None
