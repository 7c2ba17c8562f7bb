"""The worklist of a newer version of the program: shown as it is; nothing is scanned, scored or written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from cxr_desktop.bridge.reading_session import ReadingSession
from cxr_desktop.bridge.worklist_session import News, Sifted, WorklistSession
from cxr_desktop.domain.errors import StoreError
from cxr_desktop.domain.impression import Words
from cxr_desktop.domain.prediction import Correction, Prediction
from cxr_desktop.domain.radiograph import FileIdentity
from cxr_desktop.domain.urgency import Urgency
from cxr_desktop.domain.worklist import ImageEntry, ReadState, Wish
from cxr_desktop.worklist.folder_pages import FolderPage
from cxr_desktop.worklist.newer_database import NOT_UNDERSTOOD, READ_ONLY
from cxr_desktop.worklist.store import Store


def session_of(store: Store, model_digest: str) -> WorklistSession:
    """The session that fits the store."""
    return (ReadOnlySession if store.read_only else WorklistSession)(store, model_digest)


class ReadOnlyReading(ReadingSession):
    """What happens by itself while somebody looks around leaves no trace; what the reader asks for is refused."""

    def keep_sights(self) -> None:
        """Nothing is written down."""
        self._in_sight.clear()

    def take_in_hand(self, key: str, now: float) -> None:
        """A study that is looked at is not in reading."""

    def set_read_state(self, keys: Sequence[str], state: ReadState, now: float) -> None:
        """Opening a study is no mark."""
        if state is not ReadState.IN_READING:
            raise StoreError(READ_ONLY)

    def set_urgency(self, keys: Sequence[str], urgency: Urgency | None, now: float) -> None:
        """Refused."""
        raise StoreError(READ_ONLY)

    def set_impression(self, key: str, words: Words, now: float) -> None:
        """Refused."""
        raise StoreError(READ_ONLY)

    def record_impression(self, key: str, now: float) -> None:
        """Refused."""
        raise StoreError(READ_ONLY)


class ReadOnlySession(WorklistSession):
    """Every method that a reader's wish comes to raises ``StoreError``."""

    def __init__(self, store: Store, model_digest: str) -> None:
        super().__init__(store, model_digest)
        self.reading = ReadOnlyReading(store, self._state, self._history)

    def take_news(self) -> News:
        """Rows, and no work for the engine."""
        return replace(super().take_news(), needed=[], wished=[])

    def _each_page(self, take: Callable[[FolderPage], None]) -> Iterator[None]:
        try:
            yield from super()._each_page(take)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            # A word that a newer version gave a meaning.
            raise StoreError(NOT_UNDERSTOOD) from error

    def known_marks(self) -> set[str]:
        """Nothing is compared."""
        return set()

    def sift(self, identities: Sequence[FileIdentity]) -> Sifted:
        """No file is new enough to be read."""
        return Sifted()

    def add(self, images: Sequence[ImageEntry], now: float) -> None:
        """Nothing is added."""

    def end_scan(
        self, complete: bool, unreadable: Sequence[str], unchanged: Sequence[str] = (), try_again: bool = True
    ) -> None:
        """Files that are gone stay in the list: what is known of them can still be read."""

    def record(self, predictions: Sequence[Prediction], now: float) -> str:
        """Nothing was asked of the engine."""
        return ""

    def set_wish(self, path: str, wish: Wish, now: float, undone: bool = False) -> None:
        """Refused."""
        raise StoreError(READ_ONLY)

    def correct(self, path: str, correction: Correction, now: float) -> None:
        """Refused."""
        raise StoreError(READ_ONLY)

    def score_again(self, keys: Sequence[str]) -> None:
        """Refused."""
        raise StoreError(READ_ONLY)

    def undo(self, now: float) -> None:
        """There is nothing to undo."""
