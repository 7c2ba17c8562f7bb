"""What the store keeps for a list beside its tables, and what it must be: worked out from the decoded studies."""

from __future__ import annotations

from cxr_desktop.domain.blindness import for_blind_reader
from cxr_desktop.domain.worklist import WorklistEntry
from cxr_desktop.worklist.loading import ModelKey
from cxr_desktop.worklist.store import Store
from cxr_desktop.worklist.study_facts import facts_of

Listed = dict[str, tuple[bytes, tuple[str, ...]]]


def listed(store: Store, root: str, model: ModelKey, blind: bool = False) -> tuple[Listed, set[tuple], dict[str, str]]:
    """(numbers and words of each whole study, what waits, the study of each file)"""
    pages = store.folder_pages(root)
    rows: Listed = {}
    waiting, paths = set(), {}
    while (page := pages.next(model, blind)) is not None:
        words = zip(*page.rows.words, strict=True)
        numbers = (each.tobytes() for each in page.rows.numbers)
        rows |= dict(zip(page.rows.keys, zip(numbers, words, strict=True), strict=True))
        waiting |= set(page.waiting)
        paths |= page.paths
    return rows, waiting, paths


def expected(entries: list[WorklistEntry], blind: bool = False) -> tuple[Listed, set[tuple], dict[str, str]]:
    shown = [for_blind_reader(entry) if blind else entry for entry in entries]
    images = [(entry.key, image) for entry in entries for image in entry.images]
    waiting = {(image.path, image.wish) for _, image in images if image.radiograph and image.prediction is None}
    return {e.key: tuple(facts_of(e)) for e in shown}, waiting, {image.path: key for key, image in images}


def assert_fresh(store: Store, root: str, model: ModelKey) -> None:
    entries = [entry for page in store.load_folder(root, model) for entry in page]
    for blind in (False, True):
        assert listed(store, root, model, blind) == expected(entries, blind)
