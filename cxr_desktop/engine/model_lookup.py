"""From what a reader calls a model to the folders that score together; reads cards only, runs no network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.engine.checkpoint import installed, model_folder, read_card
from cxr_desktop.engine.model_folders import ModelFolders

NO_SECOND_OPINION = "none"
BY_CARD = ""
"""The second opinion that the card of the default model names; other models have none unless one is named."""

_USUAL_NAMES = {"squeezenet1_0": ("squeezenet",), "inception_v3": ("inception",), "resnetv2_50": ("resnet50v2",)}
"""What people call an architecture whose own name says more; compared as ``_plain`` has it."""

_WITHOUT = {
    "orientation": "Images that lie on their side or upside down are not recognised",
    "lungs": "Lungs are not outlined and their zones not named",
}


@dataclass(frozen=True, slots=True)
class Selection:
    """``warnings`` are sentences about what is missing and what the reader misses by it."""

    folders: ModelFolders
    warnings: tuple[str, ...] = ()


def find_model(name: str, dirs: Sequence[Path]) -> Path:
    """The triage model that ``name`` means: its name, in any case, or the usual name of its architecture.

    "" is the default model. A bundled model (``dirs[0]``) wins over one of the user's; an architecture names a model
    only where it is the only one of its kind. Raises ``CheckpointError``, which says what there is.
    """
    found = installed(dirs, "triage")
    if not name:
        return model_folder("", dirs)
    for same in (str.__eq__, lambda a, b: a.casefold() == b.casefold()):
        for folder, card in found:
            if same(card.name, name):
                return folder
    for directory in dirs:
        alike = [
            (folder, card) for folder, card in found if folder.parent == directory and _is_called(card, _plain(name))
        ]
        if len(alike) == 1:
            return alike[0][0]
        if alike:
            raise CheckpointError(f"several models have this architecture: {_listed(card for _, card in alike)}")
    raise CheckpointError(f"this model is not installed; there is {_listed(card for _, card in found) or 'none'}")


def find_folders(name: str, dirs: Sequence[Path], second: str = BY_CARD) -> Selection:
    """The model ``name`` with all that scores beside it.

    ``second`` names the model of the second opinion; see ``BY_CARD`` and ``NO_SECOND_OPINION``. A model that was named
    and is not there raises ``CheckpointError``, as does a missing gate; everything else that is missing is a warning.
    """
    model = find_model(name, dirs)
    card = read_card(model)
    warnings = []
    folders: dict[str, Path | None] = {"gate": model_folder("", dirs, "gate")}
    for role, loss in _WITHOUT.items():
        try:
            folders[role] = model_folder("", dirs, role)
        except CheckpointError:
            folders[role] = None
            warnings.append(f"{loss}: the model for it is not installed.")
    if second == BY_CARD:
        partner = partner_of(card) if card.document.get("default") is True else ""
        try:
            folders["second"] = find_model(partner, dirs) if partner else None
        except CheckpointError:
            folders["second"] = None
            warnings.append(f"There is no second opinion: the model {partner} is not installed.")
    elif second.casefold() != NO_SECOND_OPINION:
        folders["second"] = find_model(second, dirs)
    return Selection(ModelFolders(model, **folders), tuple(warnings))


def partner_of(card: ModelCard) -> str:
    """The model that a card names for a second opinion, "" where it names none."""
    partner = card.document.get("second_opinion")
    return partner if isinstance(partner, str) else ""


def _is_called(card: ModelCard, plain: str) -> bool:
    return plain in (_plain(card.architecture), *_USUAL_NAMES.get(card.architecture, ()))


def _plain(name: str) -> str:
    """``SqueezeNet 1.0`` → ``squeezenet10``"""
    return "".join(c for c in name.casefold() if c.isalnum())


def _listed(cards: Iterable[ModelCard]) -> str:
    return ", ".join(card.name for card in cards)
