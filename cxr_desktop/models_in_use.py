"""Which models are installed and which of them score now; loads no weights and knows no window."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from cxr_desktop.domain.errors import CheckpointError
from cxr_desktop.domain.model_card import ModelCard
from cxr_desktop.domain.model_cards import ModelCards
from cxr_desktop.engine.checkpoint import list_models, read_card
from cxr_desktop.engine.model_folders import read_cards
from cxr_desktop.engine.model_leftovers import mend
from cxr_desktop.engine.model_lookup import BY_CARD, NO_SECOND_OPINION, Selection, find_folders

log = logging.getLogger(__name__)


class ModelsInUse:
    """``selection`` is ``None`` where no model is installed; ``digest`` is of all that scores, "" where it is damaged.

    ``dirs`` are looked through in their order, see ``paths.checkpoint_dirs``.
    """

    def __init__(self, dirs: Sequence[Path], name: str, second_opinion: bool) -> None:
        self.dirs = tuple(dirs)
        for folder in self.dirs[1:]:  # those of the user
            mend(folder)
        self.selection: Selection | None = None
        self.card: ModelCard | None = None
        self.digest = ""
        self._take(self._find(name, second_opinion))

    def choose(self, name: str, second_opinion: bool) -> bool:
        """Use the model of that name, else the default one. False where that changes nothing, or none is there."""
        selection = self._find(name, second_opinion)
        if selection is None or self._digest_of(selection) == self.digest:
            return False
        self._take(selection)
        return True

    def installed(self) -> list[ModelCard]:
        """All models that score, by name."""
        return list_models(self.dirs)

    def those_in_use_first(self) -> list[ModelCard]:
        """The same, the one in use first."""
        return sorted(self.installed(), key=lambda card: self.card is None or card.name != self.card.name)

    def second_card(self) -> ModelCard | None:
        """Of the second opinion."""
        second = self.selection.folders.second if self.selection else None
        return read_card(second) if second is not None else None

    def cards(self) -> ModelCards | None:
        """Of everything that scores now. Raises ``CheckpointError`` for a damaged one."""
        return read_cards(self.selection.folders) if self.selection is not None else None

    def _take(self, selection: Selection | None) -> None:
        self.selection = selection
        self.card = read_card(selection.folders.model) if selection else None
        self.digest = self._digest_of(selection)

    def _find(self, name: str, second_opinion: bool) -> Selection | None:
        """The model of that name, else the default one, with all that scores beside it."""
        second = BY_CARD if second_opinion else NO_SECOND_OPINION
        for wanted in dict.fromkeys((name, "")):
            try:
                return find_folders(wanted, self.dirs, second)
            except CheckpointError as error:
                log.warning("the chosen model cannot be used: %s", error)
        return None

    @staticmethod
    def _digest_of(selection: Selection | None) -> str:
        try:
            return read_cards(selection.folders).digest if selection else ""
        except CheckpointError as error:
            log.warning("the chosen model cannot be used: %s", error)
            return ""  # the engine says the same to the reader
